"""The honest .xlsx files that are spoiled part by part: budget, input, survey, functions, filled workbook, form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.alat.serangan import dasar
from tests.alat.serangan.kasus import DASAR, Harap, Serangan

LEMBAR = r"worksheets/sheet1\.xml"
TAK_DIBACA_BEKU = frozenset(
    [
        "teks_tiada",
        "teks_minus",
        "teks_raksasa",
        "tanpa_lembar",
        "tanpa_relasi",
        "relasi_melingkar",
        "relasi_keluar",
        "vba",
    ]
)
"""What freezing need not look at: it reads formulas and leaves the rest byte for byte."""
TAK_DIBACA_FORMULIR = frozenset(["vba"])
"""Nothing leads to it, so it is no macro; it does not go into what is issued."""


@dataclass(frozen=True, slots=True)
class Asal:
    """An honest workbook to spoil."""

    nama: str
    isi: bytes
    jenis: str
    nilai: tuple[object, ...]

    def spoil(self, nama: str, isi: bytes, harap: Harap = Harap.TOLAK) -> Serangan:
        """A case made of it."""
        lepas = {"beku": TAK_DIBACA_BEKU, "formulir": TAK_DIBACA_FORMULIR}.get(self.jenis, ())
        if nama in lepas:
            harap = Harap.BOLEH
        return Serangan(f"{self.nama}_{nama}.xlsx", isi, self.jenis, harap, self.nilai if harap is Harap.BOLEH else ())


ASAL = {
    "dpa": Asal("dpa", dasar.anggaran(), "anggaran", (dasar.TOTAL,)),
    "induk": Asal("induk", dasar.induk(), "induk", (DASAR,)),
    "survei": Asal("survei", dasar.survei(), "survei", (DASAR,)),
    "beku": Asal("beku", dasar.beku(), "beku", ()),
    "kembali": Asal("kembali", dasar.kembali(), "kembali", (dasar.HASIL_CEK,)),
    "formulir": Asal("formulir", dasar.formulir(), "formulir", ()),
}
"""A budget, an input workbook, a survey, a workbook with our functions, a filled agreement workbook, a form."""


def swap(lama: bytes, baru: bytes) -> Callable[[bytes], bytes]:
    """What puts one for the other."""
    return lambda xml: xml.replace(lama, baru)
