"""Build kinerja.xlam on any machine, from the add-in template that xlwings ships (BSD-3-Clause)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from addin.build import keterangan, vba, vba_fungsi
from addin.build.ovba import Proyek
from addin.build.pustaka import find_paket, pack
from addin.build.xlam_isi import KONF, LEMBAR, NAMA_BERKAS, TEMPLAT
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from kinerja.berkas import write_atomic

HUBUNGAN_BUKU = "xl/_rels/workbook.xml.rels"
MODUL_RIBBON_TEMPLAT = "RibbonMyAddin"
KONFIGURASI = {
    "INTERPRETER_WIN": r"%LOCALAPPDATA%\kinerja\python\pythonw.exe",
    "PYTHONPATH": r"%LOCALAPPDATA%\kinerja\lib",
}
"""Where a build made elsewhere expects Python; `kinerja addin pasang` writes the paths of the machine instead."""

# Every key that xlwings looks for stands in the add-in, so that no kinerja.conf beside an opened workbook is asked.
TETAP = {
    "UDF MODULES": vba_fungsi.MODUL_UDF,
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
    "USE UDF SERVER": "True",
    "SHOW CONSOLE": "False",
    "SHOW_ERROR_POPUPS": "False",
    "DEBUG UDFS": "False",
    **dict.fromkeys(("LICENSE_KEY", "CONDA PATH", "CONDA ENV"), ""),
    **dict.fromkeys(("ONEDRIVE_CONSUMER_WIN", "ONEDRIVE_COMMERCIAL_WIN", "SHAREPOINT_WIN"), ""),
}

RIBBON = """<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"><ribbon><tabs>
<tab id="kinerjaTab" label="Kinerja"><group id="kinerjaGrup" label="Fungsi Kinerja">
<button id="kinerjaBantuan" label="Bantuan" size="large" onAction="KinerjaBantuan" imageMso="Help"
 screentip="Daftar fungsi"
 supertip="Membuka buku kerja baru berisi semua fungsi; keterangan di kotak Sisipkan Fungsi ikut dipasang."/>
<button id="kinerjaBekukan" label="Bekukan rumus" size="large" onAction="KinerjaBekukan" imageMso="PasteValues"
 screentip="Bekukan rumus" supertip="Mengganti fungsi kinerja pada sel terpilih dengan rumus Excel biasa."/>
<button id="kinerjaTentang" label="Tentang" size="large" onAction="KinerjaTentang" imageMso="Info"/>
</group></tab></tabs></ribbon></customUI>
"""


def build_xlam(folder: Path, konfigurasi: Mapping[str, str] = KONFIGURASI) -> Path:
    """Write kinerja.xlam into `folder`; equal sources and configuration under one law give equal bytes."""
    with zipfile.ZipFile(find_paket("xlwings", "addin", "addin-web") / TEMPLAT) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    isi["xl/vbaProject.bin"] = _build_vba(isi["xl/vbaProject.bin"])
    isi[LEMBAR] = _write_konf(isi[LEMBAR].decode(), {**konfigurasi, **TETAP})
    isi["xl/workbook.xml"] = _clean_workbook(isi["xl/workbook.xml"].decode())
    isi["docProps/core.xml"] = re.sub(rb"(?<=>)Felix[^<]*(?=<)", b"kinerja", isi["docProps/core.xml"])
    isi["customUI/customUI.xml"] = RIBBON.encode()
    isi["_rels/.rels"] = isi["_rels/.rels"].replace(b"/2007/relationships/ui/", b"/2006/relationships/ui/")
    isi[HUBUNGAN_BUKU] = _add_hubungan(isi[HUBUNGAN_BUKU].decode())
    isi[keterangan.BAGIAN] = keterangan.write_intellisense(list_fungsi(pada=hari_ini())).encode()
    urut = sorted(isi, key=lambda nama: (nama != "[Content_Types].xml", nama))
    tujuan = folder / NAMA_BERKAS
    write_atomic(tujuan, pack({nama: isi[nama] for nama in urut}))
    return tujuan


def _build_vba(data: bytes) -> bytes:
    proyek = Proyek(data)
    proyek.rename("Kinerja")
    proyek.remove(MODUL_RIBBON_TEMPLAT)
    proyek.modul["xlwings"] = _adapt_xlwings(proyek.modul["xlwings"])
    atribut = [baris for baris in proyek.modul["ThisWorkbook"].split("\r\n") if baris.startswith("Attribute")]
    proyek.modul["ThisWorkbook"] = "\r\n".join([*atribut, *vba.BUKA.splitlines(), ""])
    wisaya = vba.write_wizard(list_fungsi(pada=hari_ini()))
    milik = {"kinerja_wizard": wisaya, "kinerja_ribbon": vba.write_ribbon()}
    for nama, kode in (vba_fungsi.write_modul() | milik).items():
        proyek.add(nama, kode)
    return proyek.to_bytes()


def _adapt_xlwings(kode: str) -> str:
    """Our project name; and the configuration of the add-in alone, never a sheet of the workbook that is open.

    A stranger's workbook could otherwise name the program that is started.
    """
    for lama, baru in [
        ('PROJECT_NAME As String = "myaddin"', 'PROJECT_NAME As String = "kinerja"'),
        ("SheetExists(ActiveWorkbook, PROJECT_NAME", "SheetExists(ThisWorkbook, PROJECT_NAME"),
        ("GetConfigFromSheet(ActiveWorkbook)", "GetConfigFromSheet(ThisWorkbook)"),
    ]:
        if lama not in kode:
            raise ValueError(f"the VBA of this xlwings version has no {lama!r}")
        kode = kode.replace(lama, baru)
    return kode


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
