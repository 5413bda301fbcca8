"""The parsed workbook that all checks look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.alat.berkas import RELASI, UTAMA
from tests.alat.lint.paket import Paket


@dataclass(frozen=True, slots=True)
class Lembar:
    """One worksheet: its XML root and its cells by address."""

    nama: str
    bagian: str
    akar: Any
    sel: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Buku:
    """One workbook; keys of `nama` (defined name -> reference) are in lower case."""

    paket: Paket
    akar: Any
    gaya: Any
    lembar: tuple[Lembar, ...]
    nama: Mapping[str, str]
    teks: tuple[Any, ...]

    def sheet(self, nama: str) -> Lembar | None:
        """The sheet of that name, whatever the case of its letters."""
        return next((lembar for lembar in self.lembar if lembar.nama.lower() == nama.lower()), None)


def read_book(paket: Paket) -> Buku:
    """Put the parts of a sound package together."""
    akar = paket.xml["xl/workbook.xml"]
    target = {r.id: r.target for r in paket.relations("xl/workbook.xml")}
    lembar = []
    for elemen in akar.iterfind(f"{UTAMA}sheets/{UTAMA}sheet"):
        bagian = target.get(elemen.get(f"{RELASI}id"), "")
        isi = paket.xml.get(bagian)
        if isi is not None and isi.tag == f"{UTAMA}worksheet":
            sel = {c.get("r"): c for c in isi.iterfind(f"{UTAMA}sheetData/{UTAMA}row/{UTAMA}c")}
            lembar.append(Lembar(elemen.get("name"), bagian, isi, sel))
    nama = {d.get("name").lower(): d.text or "" for d in akar.iterfind(f"{UTAMA}definedNames/{UTAMA}definedName")}
    teks = paket.xml.get("xl/sharedStrings.xml")
    return Buku(paket, akar, paket.xml["xl/styles.xml"], tuple(lembar), nama, () if teks is None else tuple(teks))
