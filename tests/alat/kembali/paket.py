"""A workbook as its parts: opened from bytes, one part replaced, packed again; untouched parts stay byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lxml import etree

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
JENIS = "http://schemas.openxmlformats.org/package/2006/content-types"
U = f"{{{UTAMA}}}"
R = f"{{{RELASI}}}"
BUKU, GAYA, DAFTAR_JENIS = "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"


class UbahError(ValueError):
    """A change finds no place in this workbook."""


@dataclass(frozen=True, slots=True)
class Paket:
    """Parts by name, in the order of the archive."""

    bagian: Mapping[str, bytes]

    def put(self, nama: str, isi: bytes) -> Paket:
        """With a part replaced or added at the end."""
        return replace(self, bagian={**self.bagian, nama: isi})

    def drop(self, nama: str) -> Paket:
        return replace(self, bagian={n: isi for n, isi in self.bagian.items() if n != nama})

    def tree(self, nama: str) -> Any:
        """The root element of a part."""
        return etree.fromstring(self.bagian[nama])

    def put_tree(self, nama: str, akar: Any) -> Paket:
        return self.put(nama, etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True))

    def get_lembar(self, nama: str) -> str:
        """The part of a sheet.

        Raises:
            UbahError: there is no such sheet.
        """
        lembar = self.list_lembar()
        if nama not in lembar:
            raise UbahError(f"Lembar {nama} tidak ada.")
        return lembar[nama]

    def list_lembar(self) -> Mapping[str, str]:
        """Parts of the sheets by name, in the order of the tabs."""
        return _read_lembar(self.bagian[BUKU], self.bagian[find_relasi(BUKU)])

    def list_teks(self) -> Sequence[str]:
        """The shared strings."""
        return _read_teks(self.bagian.get("xl/sharedStrings.xml", b""))


@lru_cache(256)
def _read_lembar(buku: bytes, relasi: bytes) -> Mapping[str, str]:
    tujuan = {r.get("Id"): r.get("Target") for r in etree.fromstring(relasi)}
    return {
        s.get("name"): posixpath.normpath(posixpath.join("/xl", tujuan[s.get(f"{R}id")]))[1:]
        for s in etree.fromstring(buku).iterfind(f"{U}sheets/{U}sheet")
    }


@lru_cache(64)
def _read_teks(xml: bytes) -> Sequence[str]:
    if not xml:
        return ()
    return tuple(
        "".join(t.text or "" for t in si.iter(f"{U}t") if t.getparent().tag != f"{U}rPh")
        for si in etree.fromstring(xml).iterfind(f"{U}si")
    )


def find_relasi(bagian: str) -> str:
    """The part that holds the relationships of another.

    >>> find_relasi("xl/workbook.xml")
    'xl/_rels/workbook.xml.rels'
    """
    folder, _, nama = bagian.rpartition("/")
    return f"{folder}/_rels/{nama}.rels"


def open_paket(isi: bytes) -> Paket:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return Paket({nama: arsip.read(nama) for nama in arsip.namelist()})


def pack(paket: Paket) -> bytes:
    """The archive; the same parts give the same bytes."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        for nama, isi in paket.bagian.items():
            arsip.writestr(zipfile.ZipInfo(nama), isi, zipfile.ZIP_DEFLATED, compresslevel=1)
    return keluar.getvalue()


def add_bagian(paket: Paket, induk: str, jenis: str, nama: str, isi: bytes, tipe: str) -> tuple[Paket, str]:
    """A new part that `induk` leads to by a relationship of `jenis`; also its relationship id.

    Args:
        jenis: the last word of the relationship's type ("drawing").
        tipe: the content type of the part.
    """
    relasi = find_relasi(induk)
    akar = paket.tree(relasi) if relasi in paket.bagian else etree.Element(f"{{{PAKET}}}Relationships")
    nomor = f"rIdUbah{len(akar) + 1}"
    hubungan = etree.SubElement(akar, f"{{{PAKET}}}Relationship", Id=nomor, Type=f"{RELASI}/{jenis}")
    hubungan.set("Target", posixpath.relpath(nama, posixpath.dirname(induk)))
    daftar = paket.tree(DAFTAR_JENIS)
    etree.SubElement(daftar, f"{{{JENIS}}}Override", PartName=f"/{nama}", ContentType=tipe)
    return paket.put_tree(relasi, akar).put_tree(DAFTAR_JENIS, daftar).put(nama, isi), nomor
