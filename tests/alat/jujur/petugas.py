"""The officer who fills in a workbook: his dice, what he has typed, what he would explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from kinerja.workbook.layout import Nilai
from tests.contoh import Isian, angka

T = TypeVar("T")
Triwulan = tuple[Target | None, ...]


@dataclass
class Petugas:
    """One who fills in a workbook.

    Attributes:
        sampai: the last quarter that is over.
        tingkah: how often something odd happens.
        isi: what he typed.
        sebab: how the checks begin that his oddities make speak, and what he says of them.
    """

    acak: Random
    sampai: int = 4
    tingkah: float = 0.08
    isi: Isian = field(default_factory=dict)
    sebab: dict[str, str] = field(default_factory=dict)

    def luck(self, peluang: float) -> bool:
        return self.acak.random() < peluang

    def is_odd(self) -> bool:
        """Whether something odd happens now."""
        return self.luck(self.tingkah)

    def pick(self, *pilihan: T) -> T:
        return self.acak.choice(pilihan)

    def explain(self, teks: str, *awal: str) -> None:
        self.sebab |= dict.fromkeys(awal, teks)

    def put(self, nama: str, *baris: Sequence[Nilai]) -> None:
        self.isi[nama] = tuple(map(tuple, baris))

    def put_kolom(self, nama: str, nilai: Sequence[Nilai]) -> None:
        self.put(nama, *((n,) for n in nilai))

    def put_triwulan(self, nama: str, nilai: Sequence[Nilai], kosong: Sequence[int] = ()) -> None:
        """The quarters that are over, without those that he leaves blank (from 0)."""
        self.put(nama, [None if n in kosong else satu for n, satu in enumerate(nilai[: self.sampai])])

    def vary(self, nilai: float, lebar: float = 0.2, desimal: int = 2) -> float:
        """A figure near another."""
        return round(nilai * self.acak.uniform(1 - lebar, 1 + lebar), desimal)

    def split(self, jumlah: int) -> list[int]:
        """A whole number in four quarters."""
        potong = sorted(self.acak.randint(0, jumlah) for _ in range(3))
        return [b - a for a, b in zip([0, *potong], [*potong, jumlah], strict=True)]

    def choose_kosong(self, nomor: int, metode: Metode) -> tuple[int, ...]:
        """Quarters in which nothing is measured: as a rule where the last counts, else odd."""
        tengah = tuple(n for n in range(3) if self.luck(0.5))
        if metode is not Metode.AKHIR:
            if not tengah or not self.is_odd():
                return ()
            self.explain("Diukur per semester.", f"Indikator {nomor}: triwulan terisi")
            return tengah
        if self.is_odd():
            self.explain("Hasilnya terbit sekali setahun.", f"Capaian, indikator {nomor}: realisasi masuk")
            return (*tengah[:2], 3)
        return tengah if self.luck(0.3) else ()


def name(nomor: int, apa: str) -> str:
    """An input of an indikator, from 1."""
    return f"isian_indikator_{nomor}_{apa}"


def plan_triwulan(p: Petugas, nomor: int, t: float, metode: Metode | None, *, turun: bool = False) -> Triwulan:
    """Targets of quarters that come to the year's by its method; `None` is any between; now and then others."""
    if p.luck(0.5):
        return (None,) * 4
    if metode is Metode.JUMLAH:
        bagian = round(t / 4, 2)
        rencana = p.split(int(t)) if t == int(t) else [bagian, bagian, bagian, round(t - 3 * bagian, 2)]
    elif metode is Metode.RATA_RATA:
        geser = round(t / 20, 2)
        rencana = [round(t + n * geser, 4) for n in p.pick((0, 0, 0, 0), (-1, -1, 1, 1))]
    else:
        arah = 1 if turun else -1
        rencana = [round(t * (1 + arah * n / 40), 4) for n in (2, 2, 1)] + [t]
    if p.is_odd():
        rencana[3] = round(rencana[3] * 1.5 + 1, 2)
        p.explain("Triwulan IV dinaikkan atas arahan wali kota.", f"Rencana Aksi, indikator {nomor}: target")
    return tuple(angka(str(n)) for n in rencana)
