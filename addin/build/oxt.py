"""Build kinerja.oxt, the LibreOffice Calc extension, from the declarations; needs no SDK.

The type library is the UNOIDL text itself: LibreOffice reads source as well as the compiled form.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

from addin.build.pustaka import pack, read_pustaka
from addin.ejaan import LAYANAN_CALC, METODE_NOL, METODE_SEL, get_metode
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.hosts.calc import BANTU
from addin.spec import Arg
from kinerja import __version__
from kinerja.berkas import write_atomic

NAMA_BERKAS = "kinerja.oxt"
KOMPONEN = "kinerja_calc.py"
KEPALA_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
OOR = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
JENIS_BERKAS = {
    "kinerja.idl": "application/vnd.sun.star.uno-typelibrary;type=RDB",
    KOMPONEN: "application/vnd.sun.star.uno-component;type=Python",
    "CalcAddIns.xcu": "application/vnd.sun.star.configuration-data",
    "Jobs.xcu": "application/vnd.sun.star.configuration-data",
}


def build_oxt(folder: Path) -> Path:
    """Write kinerja.oxt into `folder`; equal sources under one law give equal bytes."""
    isi = {
        "META-INF/manifest.xml": _manifest().encode(),
        "description.xml": _description().encode(),
        "CalcAddIns.xcu": _calc_addins().encode(),
        "Jobs.xcu": _jobs().encode(),
        "kinerja.idl": _idl().encode(),
        KOMPONEN: files("addin.build").joinpath("uno", KOMPONEN).read_bytes(),
    }
    isi |= {f"pythonpath/{nama}": data for nama, data in read_pustaka("calc.py", "calc_pantau.py").items()}
    tujuan = folder / NAMA_BERKAS
    write_atomic(tujuan, pack(isi))
    return tujuan


def _parameter(arg: Arg) -> str:
    """UNO identifier of an argument; the prefix keeps it clear of keywords."""
    return get_metode(f"a_{arg.nama}")


def _idl() -> str:
    baris = ["module id { module kinerja {", "interface XFungsi {"]
    for fungsi in list_fungsi(pada=hari_ini()):
        masuk = ", ".join(f"[in] {'sequence<any>' if arg.ulang else 'any'} {_parameter(arg)}" for arg in fungsi.args)
        baris.append(f"  any {get_metode(fungsi.nama)}({masuk});")
    sel, nol = (_parameter(BANTU[metode].args[0]) for metode in (METODE_SEL, METODE_NOL))
    baris.append(f"  sequence<sequence<any> > {METODE_SEL}([in] com::sun::star::table::XCellRange {sel});")
    baris.append(f"  any {METODE_NOL}([in] any {nol});")
    return "\n".join([*baris, "};", "}; };", ""])


def _calc_addins() -> str:
    isi = "\n".join(_xcu_fungsi(f.nama, f.uraian, f.args) for f in list_fungsi(pada=hari_ini()))
    isi += "".join("\n" + _xcu_fungsi(satu.nama, satu.uraian, satu.args) for satu in BANTU.values())
    addin = _node(LAYANAN_CALC, f'<node oor:name="AddInFunctions">\n{isi}\n</node>')
    return _component("CalcAddIns", f'<node oor:name="AddInInfo">{addin}</node>')


def _xcu_fungsi(nama: str, uraian: str, args: tuple[Arg, ...]) -> str:
    argumen = "".join(_node(_parameter(arg), _texts(arg.nama, arg.bantuan)) for arg in args)
    return _node(
        get_metode(nama),
        _texts(nama, uraian) + '<prop oor:name="Category"><value>Add-In</value></prop>'
        f'<prop oor:name="CompatibilityName"><value xml:lang="en-US">{nama}</value></prop>'
        f'<node oor:name="Parameters">{argumen}</node>',
    )


def _texts(nama: str, uraian: str) -> str:
    hasil = ""
    for kunci, teks in (("DisplayName", nama), ("Description", uraian)):
        nilai = "".join(f'<value xml:lang="{bahasa}">{escape(teks)}</value>' for bahasa in ("en", "id"))
        hasil += f'<prop oor:name="{kunci}">{nilai}</prop>'
    return hasil


def _jobs() -> str:
    tugas = "KinerjaPerbaiki"
    layanan = _node(tugas, f'<prop oor:name="Service"><value>{LAYANAN_CALC}Perbaiki</value></prop>')
    return _component(
        "Jobs",
        f'<node oor:name="Jobs">{layanan}</node>\n'
        # Fired for every document, also for one without a window: a conversion.
        '<node oor:name="Events"><node oor:name="onDocumentAdded" oor:op="fuse"><node oor:name="JobList">'
        f'<node oor:name="{tugas}" oor:op="replace"/></node></node></node>',
    )


def _component(nama: str, isi: str) -> str:
    kepala = f'{KEPALA_XML}<oor:component-data {OOR} oor:name="{nama}" oor:package="org.openoffice.Office">'
    return f"{kepala}\n{isi}\n</oor:component-data>\n"


def _node(nama: str, isi: str) -> str:
    return f'<node oor:name="{nama}" oor:op="replace">{isi}</node>'


def _manifest() -> str:
    entri = "".join(
        f'<manifest:file-entry manifest:full-path="{nama}" manifest:media-type="{jenis}"/>\n'
        for nama, jenis in JENIS_BERKAS.items()
    )
    ruang = 'xmlns:manifest="http://openoffice.org/2001/manifest"'
    return f"{KEPALA_XML}<manifest:manifest {ruang}>\n{entri}</manifest:manifest>\n"


def _description() -> str:
    return (
        f'{KEPALA_XML}<description xmlns="http://openoffice.org/extensions/description/2006">\n'
        f'<identifier value="id.kinerja.fungsi"/><version value="{__version__}"/>\n'
        '<dependencies><LibreOffice-minimal-version xmlns="http://libreoffice.org/extensions/description/2011" '
        'value="7.0" name="LibreOffice 7.0"/></dependencies>\n'
        '<display-name><name lang="id">Fungsi Kinerja</name><name lang="en">Kinerja functions</name></display-name>\n'
        "</description>\n"
    )
