"""The sheet SAKIP filled in, and what it then shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from kinerja.peraturan import Komponen, Subkomponen
from kinerja.perjanjian.cara import Lke
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Blok, Lembar
from tests.contoh import BOBOT_SAKIP, make_medan
from workbook_templates.perjanjian_kinerja import Bahan
from workbook_templates.perjanjian_kinerja.daftar import Susunan
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian

BOBOT = [float(n) for n in BOBOT_SAKIP[12]]
LHE = ("A", "BB", "BB", "A", "B", "BB", "BB", "BB", "BB", "BB", "B", "BB")
"""Letters that give the figures of a published evaluation: 24,60 + 23,70 + 12,00 + 19,25 = 79,55."""
TANGGAL = 45292
"""1 January 2024 as a spreadsheet stores it."""


@dataclass
class Tampak:
    """What the sheet shows."""

    bagian: Bagian

    @property
    def lembar(self) -> Lembar:
        return self.bagian.lembar

    def sel(self, alamat: str) -> Any:
        return next(s.nilai for s in self.lembar.sel if s.a1 == alamat)

    def kolom(self, huruf: str) -> list[Any]:
        """What formulas in the rows of the sub-components show."""
        return [self.sel(f"{huruf}{r}") for r in range(7, 7 + self.blok("isian_sakip_subkomponen").tinggi)]

    def blok(self, nama: str) -> Blok:
        return next(b for b in self.lembar.blok if b.nama == nama)

    def hasil(self, nama: str) -> Any:
        return self.sel(dict(self.bagian.nama)[f"hasil_sakip_{nama}"].rpartition("!")[2].replace("$", ""))

    def menuju(self) -> Any:
        """The words beside the points that are missing."""
        alamat = dict(self.bagian.nama)["hasil_sakip_kurang"].rpartition("!")[2].replace("$C$", "D")
        return self.sel(alamat)

    def cek(self) -> str:
        (cek,) = self.bagian.cek
        return cek.nilai


def make_bahan(
    pk: PerjanjianKinerja | None = None,
    huruf: Sequence[Any] = (),
    nilai: Sequence[Any] = (),
    lalu: Sequence[Any] = (),
) -> Bahan:
    kolom = {"predikat": huruf, "subkomponen": nilai, "lalu": lalu}
    isi = {f"isian_sakip_{nama}": tuple((n,) for n in satu) for nama, satu in kolom.items() if satu}
    return Bahan(pk or make_medan(), isi, responden=5)


def show(bahan: Bahan) -> Tampak:
    return Tampak(Susunan(bahan).get("SAKIP"))


def spread(jumlah: str) -> list[float]:
    """Scores of the twelve sub-components with this sum."""
    sisa, hasil = Decimal(jumlah), []
    for bobot in BOBOT_SAKIP[12]:
        hasil.append(float(min(sisa, Decimal(bobot))))
        sisa -= Decimal(str(hasil[-1]))
    return hasil


def make_lke(*bobot: str) -> PerjanjianKinerja:
    """An agreement whose region has one component with these weights."""
    sub = tuple(Subkomponen(f"Bagian {n}", Decimal(b)) for n, b in enumerate(bobot, start=1))
    return replace(make_medan(), lke=Lke((Komponen("Semua", Decimal(100), sub),), ""))
