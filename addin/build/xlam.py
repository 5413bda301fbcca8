"""Build kinerja.xlam on any machine, with the sheets of the add-in template that xlwings ships (BSD-3-Clause)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

from addin.build import keterangan, vba, vba_fungsi
from addin.build.pustaka import find_paket, pack
from addin.build.xlam_isi import KONF, LEMBAR, NAMA_BERKAS, SAMBUNG
from addin.build.xlam_proyek import build_proyek, write_pita
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.hosts.excel_mulai import MULAI
from kinerja.berkas import write_atomic

TEMPLAT = "quickstart_addin_ribbon.xlam"
"""The file of xlwings whose sheets are the beginning of ours."""
HUBUNGAN_BUKU = "xl/_rels/workbook.xml.rels"
_FOLDER = r"%LOCALAPPDATA%\kinerja"


def list_konfigurasi() -> dict[str, str]:
    """Where a build made elsewhere expects Python; `kinerja addin pasang` writes the paths of the machine instead."""
    dll = {f"DLL_{bit}": rf"{_FOLDER}\python\xlwings{bit}-{version('xlwings')}.dll" for bit in (32, 64)}
    return {"INTERPRETER_WIN": rf"{_FOLDER}\python\pythonw.exe", "PYTHONPATH": rf"{_FOLDER}\lib", **dll}


BEKUKAN = """\
<button id="kinerjaBekukan" label="Bekukan rumus" size="large" onAction="KinerjaBekukan" imageMso="PasteValues"
 screentip="Bekukan rumus" supertip="Mengganti fungsi kinerja pada sel terpilih dengan rumus Excel biasa."/>
"""


def build_xlam(folder: Path, konfigurasi: Mapping[str, str] | None = None) -> Path:
    """Write kinerja.xlam into `folder`; equal sources and configuration under one law give equal bytes.

    Args:
        konfigurasi: the Python to start, its library and the DLLs; none for `list_konfigurasi`.

    Raises:
        BerkasError: xlwings is not installed.
    """
    with zipfile.ZipFile(find_paket("xlwings", "addin") / TEMPLAT) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    isi["xl/vbaProject.bin"] = build_proyek(_write_modul(), "    kinerja_daftar\n")
    isi[LEMBAR] = _write_konf(isi[LEMBAR].decode(), konfigurasi or list_konfigurasi())
    isi["xl/workbook.xml"] = _clean_workbook(isi["xl/workbook.xml"].decode())
    isi["docProps/core.xml"] = re.sub(rb"(?<=>)Felix[^<]*(?=<)", b"kinerja", isi["docProps/core.xml"])
    isi["customUI/customUI.xml"] = write_pita(BEKUKAN).encode()
    isi["_rels/.rels"] = isi["_rels/.rels"].replace(b"/2007/relationships/ui/", b"/2006/relationships/ui/")
    isi[HUBUNGAN_BUKU] = _add_hubungan(isi[HUBUNGAN_BUKU].decode())
    isi[keterangan.BAGIAN] = keterangan.write_intellisense(list_fungsi(pada=hari_ini())).encode()
    urut = sorted(isi, key=lambda nama: (nama != "[Content_Types].xml", nama))
    tujuan = folder / NAMA_BERKAS
    write_atomic(tujuan, pack({nama: isi[nama] for nama in urut}))
    return tujuan


def _write_modul() -> dict[str, str]:
    """Every VBA module by name."""
    sambung = files("addin.build.bas").joinpath("sambung.bas").read_text("utf-8")
    sambung = sambung.replace("{versi}", version("xlwings")).replace("{mulai}", MULAI)
    wisaya = vba.write_wizard(list_fungsi(pada=hari_ini()))
    return vba_fungsi.write_modul() | {
        SAMBUNG: vba.check_panjang(sambung),
        "kinerja_wizard": wisaya,
        "kinerja_ribbon": vba.write_ribbon(),
    }


def _write_konf(lembar: str, konfigurasi: Mapping[str, str]) -> bytes:
    baris = ""
    for nomor, isi in enumerate(konfigurasi.items(), start=1):
        kolom = zip("AB", map(escape, isi), strict=True)
        sel = "".join(f'<c r="{huruf}{nomor}" t="inlineStr"><is><t>{teks}</t></is></c>' for huruf, teks in kolom)
        baris += f'<row r="{nomor}">{sel}</row>'
    lembar = re.sub("<sheetData>.*</sheetData>", lambda _: f"<sheetData>{baris}</sheetData>", lembar, flags=re.DOTALL)
    return re.sub('<dimension ref="[^"]*"', f'<dimension ref="A1:B{len(konfigurasi)}"', lembar).encode()


def _add_hubungan(hubungan: str) -> bytes:
    """With the way to the texts for IntelliSense."""
    satu = f'<Relationship Id="rIdKeterangan" Type="{keterangan.HUBUNGAN}" Target="../{keterangan.BAGIAN}"/>'
    return hubungan.replace("</Relationships>", f"{satu}</Relationships>").encode()


def _clean_workbook(buku: str) -> bytes:
    """Our sheet name, the texts of the arguments, and without the path of the template's author."""
    ekstensi = f"<extLst>{keterangan.write_ekstensi(list_fungsi(pada=hari_ini()))}</extLst>"
    buku = re.sub("<extLst>.*</extLst>", lambda _: ekstensi, buku, flags=re.DOTALL)
    buku = re.sub("<mc:AlternateContent.*?</mc:AlternateContent>", "", buku, flags=re.DOTALL)
    return buku.replace('name="_myaddin.conf"', f'name="{KONF}"').replace("<definedNames />", "").encode()
