"""An empty VBA project ([MS-OVBA] 2.2 and 2.3.4.2), that of a workbook of one sheet: the beginning of ours.

It is not protected, of the code page 1252, and refers to Office's library for the ribbon.
"""

from __future__ import annotations

import struct

from addin.build.cfb import Alur
from addin.build.ovba import HANYA_SUMBER, KODE_HALAMAN, Catatan, compress, write_dir

LEMBAR_VBA = "Sheet2"
"""Code name of the sheet, as the workbook part has it."""
DOKUMEN = {"ThisWorkbook": "00020819", LEMBAR_VBA: "00020820"}
"""Modules of the documents, with the first part of the class that they extend: workbook and sheet of Excel."""
ID = "{318BEE36-5BE1-492A-826D-473DB19B0F30}"
TERBUKA = {"CMG": "5D5F8AADDAA8DEA8DEA8DEA8DE", "DPB": "5D5F8AADDAADDBADDBAD", "GC": "5D5F8AADDAADDBADDB52"}
"""Not protected, no password, visible: [MS-OVBA] 2.3.1.15 to 17, enciphered with a key made of ID."""
OFFICE = (
    "*\\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#C:\\Program Files (x86)\\Common Files\\Microsoft Shared\\"
    "OFFICE16\\MSO.DLL#Microsoft Office 16.0 Object Library"
)
"""Found by its number, wherever the file stands."""
_TETAP = ("GlobalNameSpace = False", "Creatable = False", "PredeclaredId = True", "Exposed = True")
_PEMBANTU = "{3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000"


def make_alur() -> Alur:
    """Its streams by path."""
    modul = {nama: compress(_write_modul(nama).encode(KODE_HALAMAN)) for nama in DOKUMEN}
    return {
        ("PROJECT",): _write_proyek().encode(KODE_HALAMAN),
        ("PROJECTwm",): b"".join(_pack_nama(nama) for nama in DOKUMEN) + b"\0\0",
        ("VBA", "_VBA_PROJECT"): HANYA_SUMBER,
        ("VBA", "dir"): compress(write_dir([*_list_sifat(), *_list_acuan(), *_list_modul()])),
        **{("VBA", nama): isi for nama, isi in modul.items()},
    }


def _pack_nama(nama: str) -> bytes:
    return nama.encode(KODE_HALAMAN) + b"\0" + nama.encode("utf-16-le") + b"\0\0"


def _write_modul(nama: str) -> str:
    kelas = f'Base = "0{{{DOKUMEN[nama]}-0000-0000-C000-000000000046}}"'
    sifat = (f'Name = "{nama}"', kelas, *_TETAP, "TemplateDerived = False", "Customizable = True")
    return "".join(f"Attribute VB_{satu}\r\n" for satu in sifat)


def _write_proyek() -> str:
    dokumen = [f"Document={nama}/&H00000000" for nama in DOKUMEN]
    sifat = ['Name="VBAProject"', 'HelpContextID="0"', 'VersionCompatible32="393222000"']
    sifat += [f'{nama}="{isi}"' for nama, isi in TERBUKA.items()]
    jendela = [f"{nama}=0, 0, 0, 0, C" for nama in DOKUMEN]
    pembantu = ["", "[Host Extender Info]", f"&H00000001={_PEMBANTU}", "", "[Workspace]"]
    return "\r\n".join([f'ID="{ID}"', *dokumen, *sifat, *pembantu, *jendela, "", ""])


def _list_sifat() -> list[Catatan]:
    """[MS-OVBA] 2.3.4.2.1: Windows 32 bit, English, code page 1252, no help, version."""
    bahasa = struct.pack("<I", 0x409)
    awal = [(0x01, struct.pack("<I", 1)), (0x02, bahasa), (0x14, bahasa), (0x03, struct.pack("<H", 1252))]
    bantuan = [(0x05, b""), (0x40, b""), (0x06, b""), (0x3D, b""), (0x07, bytes(4)), (0x08, bytes(4))]
    return [*awal, (0x04, b"VBAProject"), *bantuan, (0x09, struct.pack("<IH", 0x61EEF783, 3)), (0x0C, b""), (0x3C, b"")]


def _list_acuan() -> list[Catatan]:
    """2.3.4.2.2: a name twice, and the library."""
    nama, alamat = "Office", OFFICE.encode(KODE_HALAMAN)
    letak = struct.pack("<I", len(alamat)) + alamat + bytes(6)
    return [(0x16, nama.encode(KODE_HALAMAN)), (0x3E, nama.encode("utf-16-le")), (0x0D, letak)]


def _list_modul() -> list[Catatan]:
    """2.3.4.2.3: each with its name, stream, where the source begins, and that it is a document."""
    semua: list[Catatan] = [(0x0F, struct.pack("<H", len(DOKUMEN))), (0x13, b"\xff\xff")]
    for nama in DOKUMEN:
        ansi, unikode = nama.encode(KODE_HALAMAN), nama.encode("utf-16-le")
        semua += [(0x19, ansi), (0x47, unikode), (0x1A, ansi), (0x32, unikode), (0x1C, b""), (0x48, b"")]
        semua += [(0x31, bytes(4)), (0x1E, bytes(4)), (0x2C, b"\xff\xff"), (0x22, b""), (0x2B, b"")]
    return [*semua, (0x10, b"")]
