"""The kinerja.xlam without Python as a file: its VBA looked at, scanned, validated."""

import re
import sys
import warnings
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from olefile import OleFileIO

from addin.build.cfb import write_cfb
from addin.build.murni import ATURAN, write_modules
from addin.build.ovba import Proyek
from addin.build.proyek_kosong import make_alur
from addin.build.xlam_murni import build_xlam_murni
from addin.daftar import DAFTAR
from addin.fungsi import KINERJA_ALASAN
from tests.alat.calc import run_calc
from tests.alat.program import run
from tests.alat.validator import validate
from tests.alat.vba import TEMPLAT

MODUL = write_modules()
TERLARANG = (
    r"\b(?:Declare|PtrSafe|Shell|CreateObject|GetObject|CallByName|Environ|Kill|FileCopy|MkDir|RmDir|ChDir|SaveSetting|"
    r"GetSetting|DeleteSetting|SendKeys|Evaluate|ExecuteExcel4Macro|CDec|ChrW?|Auto_Open|Workbook_Open|VBProject|"
    r"FollowHyperlink|XMLHTTP|WinHttp|DoEvents|OnTime|GoSub|Stop|Open|Print|Write|Get|Put)\b"
)
WAJAR = {"00020819", "00020820", "000000000046"}
"""Excel's own class numbers, which stand in the modules of the workbook and of its sheet in every file with VBA."""


@pytest.fixture(scope="module")
def xlam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_xlam_murni(tmp_path_factory.mktemp("xlam"))


def _strip(baris: str) -> str:
    """A line without texts and remarks."""
    return re.sub(r'"(?:[^"]|"")*"', '""', baris).partition("'")[0]


@pytest.mark.parametrize("nama", MODUL)
def test_modul_vba_pendek_dan_hanya_memuat_yang_boleh(nama: str) -> None:
    baris = MODUL[nama].splitlines()
    kode = "\n".join(map(_strip, baris))

    assert len(baris) <= 300
    assert max(map(len, baris)) <= 1023
    assert baris[1:2] == ["Option Explicit"] or "Option Explicit" in baris[:4]
    assert [] == re.findall(TERLARANG, kode, re.IGNORECASE)
    if nama not in ("kinerja_fungsi", "kinerja_pita"):
        assert "Option Private Module" in baris  # else Excel's wizard shows what is not for users


KATA = frozenset(
    """abs activewindow and application array as ascw boolean byref byte byval case cdbl choose clng collection
    cstr cverr date dateserial dim do double each else elseif empty end err error exit explicit false filelen for format
    function gagal goto if in instr instrrev int is isarray isempty iserror ismissing isnull isobject join
    lbound lcase left len like long loop mid mod msgbox new next not nothing null object on optional or preserve
    private public redim replace resume right select selesai set sgn split step str strcomp string sub then
    thisworkbook to trim true typename ubound ucase until val variant vartype vbboolean vbcrlf vbcurrency vbdate
    vbdecimal vbdouble vbinformation vbinteger vblf vblong vbsingle vbstring vbtab while workbooks""".split()  # noqa: SIM905
)
"""What VBA itself knows."""


def _list_milik(kode: str, sifat: str) -> set[str]:
    """Names that a module has, public or private."""
    return set(re.findall(rf"(?m)^{sifat} (?:Function |Sub |Const )?(\w+)", kode))


def _list_asing(kepala: str, isi: str, dikenal: set[str]) -> set[str]:
    """Names in a procedure that are declared nowhere."""
    baris = f"{kepala}{isi}".replace(" _\n", " ").splitlines()
    lokal = set(re.findall(r"(?:ByVal|ByRef|ParamArray|[(,]) *(\w+)(?:\(\))? As ", baris[0]))
    for satu in re.findall(r"(?m)^ *Dim (.*)$", "\n".join(baris)):
        lokal |= set(re.findall(r"(\w+)(?:\([^)]*\))? As ", satu))
    tanpa_anggota = re.sub(r"(?m)^Attribute .*$|[.]\w+|\w+:=|\b\d[\d.]*(?:E[+-]?\d+)?", "", "\n".join(baris[1:]))
    dipakai = set(re.findall(r"[A-Za-z]\w*", tanpa_anggota))
    return {x for x in dipakai if x not in lokal | dikenal and x.lower() not in KATA}


@pytest.mark.parametrize("nama", MODUL)
def test_setiap_nama_di_vba_dideklarasikan(nama: str) -> None:
    """As VBA's Option Explicit does; LibreOffice does not see an undeclared name in a branch that does not run."""
    semua = {satu: "\n".join(map(_strip, kode.splitlines())) for satu, kode in MODUL.items()}
    dikenal = _list_milik(semua[nama], "Private").union(*(_list_milik(kode, "Public") for kode in semua.values()))
    prosedur = re.findall(r"(?ms)^((?:Public|Private) (?:Function|Sub) .*?\n)(.*?)^End (?:Function|Sub)", semua[nama])

    assert prosedur
    assert [] == [(kepala, asing) for kepala, isi in prosedur if (asing := _list_asing(kepala, isi, dikenal))]


def test_nama_yang_tidak_dideklarasikan_ditemukan() -> None:
    assert {"y"} == _list_asing(
        "Public Function f(ByVal x As Long) As Long\n", "    Dim z As Long\n    z = x + y\n", {"f"}
    )


def test_setiap_fungsi_yang_dideklarasikan_ada() -> None:
    assert set(ATURAN) == set(DAFTAR)
    nama = re.findall(r"(?m)^Public Function (\w+)\(", MODUL["kinerja_fungsi"])
    assert nama == list(DAFTAR)


def test_nama_di_vba_tidak_ganda_antarmodul() -> None:
    """Two public names in two modules are ambiguous, and a private one hides a public one."""
    umum = [x for kode in MODUL.values() for x in re.findall(r"(?m)^Public (?:Function|Sub|Const) (\w+)", kode)]
    pribadi = [x for kode in MODUL.values() for x in re.findall(r"(?m)^Private (?:Function|Sub|Const) (\w+)", kode)]

    assert len(umum) == len({x.lower() for x in umum})
    assert not {x.lower() for x in umum} & {x.lower() for x in pribadi}


def test_berkas_kecil_sama_bitanya_dan_tanpa_jejak_pembuat_templat(xlam: Path, tmp_path: Path) -> None:
    assert xlam.stat().st_size <= 115_000
    assert xlam.read_bytes() == build_xlam_murni(tmp_path).read_bytes()
    with zipfile.ZipFile(xlam) as arsip:
        semua = {nama: arsip.read(nama) for nama in arsip.namelist()}
    assert [] == [nama for nama, isi in semua.items() if b"felix" in isi.lower() or b"xlwings" in isi.lower()]


def test_olefile_dan_proyek_vba_memuat_modul_kami_saja(xlam: Path) -> None:
    data = zipfile.ZipFile(xlam).read("xl/vbaProject.bin")
    with OleFileIO(data, raise_defects=10) as ole:
        assert [] == ole.parsing_issues
    proyek = Proyek(data)

    assert {"ThisWorkbook", "Sheet2", *MODUL} == set(proyek.modul)
    assert "MSForms" not in data.decode("latin-1") and "Dictionary" not in proyek.teks
    assert {nama: kode.splitlines() for nama, kode in MODUL.items()} == {
        nama: proyek.modul[nama].splitlines()[1:] for nama in MODUL
    }


def test_proyek_vba_di_dalam_berkas_itu_sendiri_berjalan(xlam: Path, tmp_path: Path) -> None:
    """The file as an ordinary workbook, with calls on its sheet: LibreOffice compiles and runs what is in it."""
    rumus = {
        "A9": "SAKIP_PREDIKAT(66.5)",
        "B9": 'PERSEN_CAPAIAN(5,10,"naik",120)',
        "C9": 'KINERJA_ALASAN("SKM_MUTU",24)',
    }
    sel = "".join(f'<c r="{alamat}"><f>{escape(isi)}</f></c>' for alamat, isi in rumus.items())
    buku = tmp_path / "uji.xlsm"
    with zipfile.ZipFile(xlam) as asal, zipfile.ZipFile(buku, "w") as baru:
        for nama in asal.namelist():
            isi = asal.read(nama).replace(b"excel.addin.macroEnabled", b"excel.sheet.macroEnabled")
            isi = isi.replace(b' visibility="hidden"', b"")
            if nama.endswith("sheet1.xml"):
                isi = isi.replace(b"</sheetData>", f'<row r="9">{sel}</row></sheetData>'.encode())
            baru.writestr(nama, isi)
    hasil = run_calc([{"buka": str(buku), "baca": list(rumus)}])[0]["nilai"]

    assert ("B", 50.0) == (hasil["A9"], hasil["B9"])
    assert KINERJA_ALASAN("SKM_MUTU", 24) == hasil["C9"]


def test_oletools_tidak_menemukan_yang_mencurigakan(xlam: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from oletools.olevba import VBA_Parser

        temuan = list(VBA_Parser(str(xlam)).analyze_macros(show_decoded_strings=True))
    assert WAJAR == {asal for jenis, _, asal in temuan if jenis == "Hex String"}
    # It runs when Excel opens it, to repair links; nothing more is in reach of that.
    assert {"Hex Strings", "Workbook_Open"} == {kata for jenis, kata, _ in temuan if jenis != "Hex String"}
    keluar = run([sys.executable, "-W", "ignore", "-m", "oletools.mraptor", str(xlam)], detik=60, boleh=(0, 2))
    assert "Macro OK" in keluar and "---" in keluar


def test_validator_open_xml_tidak_menemukan_apa_pun(xlam: Path) -> None:
    for versi in ("Office2010", "Microsoft365"):
        assert {xlam: []} == validate([xlam], versi)


def test_tidak_memerlukan_paket_xlwings(xlam: Path, tmp_path: Path) -> None:
    """A plain installation of kinerja has none."""
    kode = (
        "import sys; sys.modules.update(dict.fromkeys(('xlwings', 'cryptography', 'jinja2')));"
        "import importlib.metadata as m; m.distribution = m.version = lambda nama: 1 / 0;"
        "from kinerja.cli import main; main()"
    )
    bangun = ["addin", "bangun", "--untuk", "excel", "--keluar", str(tmp_path)]
    run([sys.executable, "-c", kode, *bangun], detik=60)

    assert xlam.read_bytes() == (tmp_path / "kinerja.xlam").read_bytes()


def test_proyek_vba_yang_kosong_sama_dengan_yang_ditulis_excel() -> None:
    """That in xlwings' template was made by Excel; what differs are cookies, which [MS-OVBA] wants to be 0xFFFF."""
    asli = Proyek(zipfile.ZipFile(TEMPLAT / "quickstart_addin_ribbon.xlam").read("xl/vbaProject.bin"))
    for nama in ("RibbonMyAddin", "xlwings", "Dictionary"):
        asli.remove(nama)
    kosong = Proyek(write_cfb(make_alur()))
    sama = {nama: kode for nama, kode in asli.modul.items() if nama == "Sheet2"}

    assert {"ThisWorkbook", "Sheet2"} == kosong.modul.keys() == asli.modul.keys()
    assert sama == {"Sheet2": kosong.modul["Sheet2"]}
    assert kosong.modul["ThisWorkbook"] == sama["Sheet2"].replace("Sheet2", "ThisWorkbook").replace(
        "00020820", "00020819"
    )
    assert re.sub('Name=".*"', "", asli.teks) == re.sub('Name=".*"', "", kosong.teks)
    with OleFileIO(kosong.to_bytes(), raise_defects=10) as ole:
        assert [["PROJECT"], ["VBA", "Sheet2"], ["VBA", "ThisWorkbook"], ["VBA", "_VBA_PROJECT"], ["VBA", "dir"]] == [
            satu for satu in sorted(ole.listdir()) if satu != ["PROJECTwm"]
        ]
