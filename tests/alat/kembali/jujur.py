"""Honest values for all inputs of an issued workbook of any version, drawn at random within what it allows.

Where `tests.alat.jujur` fills a workbook through its template, so that no check complains, this one types into a file
that stands; what it types is plausible, often not complete, and now and then such that Cek asks about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from tests.alat.kembali.batas import find_batas, list_pilihan, read_angka
from tests.alat.kembali.ketik import Isian, Matriks, list_isian, type_isian
from tests.alat.kembali.paket import Paket, open_paket
from tests.alat.kembali.sel import list_sel
from tests.alat.kembali.ubahan import read_nilai

Nilai = float | str | None
KALIMAT = (
    "Rapat koordinasi dengan lurah se-kecamatan",
    "Menunggu pencairan TU – triwulan berikutnya",
    "Sosialisasi ke 5 kelurahan & pendataan ulang",
    "Kendala: hujan < 2 minggu, warga mengungsi",
    'Berita acara "serah terima" tanggal 3/4',
    "Nota dinas Kasi Trantib\nterlampir",
    "Jl. H. Abdul Muis No. 12'",
)
NIP = ("19800101 200501 1 001", "197512312001122003", "19690817 199403 2 005")
TRIWULANAN = re.compile(r"isian_(anggaran_realisasi|manfaat_.*_realisasi|indikator_\d+_(nilai|pembilang|penyebut))")


@dataclass(frozen=True, slots=True)
class Terisi:
    """A workbook filled in, and what was typed, by name: whole blocks, None where nothing was."""

    isi: bytes
    ketikan: Mapping[str, Matriks]


@dataclass
class _Pengisi:
    acak: Random
    paket: Paket
    isian: Mapping[str, Isian]
    sampai: int
    rajin: float
    ketikan: dict[str, list[list[Nilai]]] = field(default_factory=dict)

    def fill(self, nama: str, isian: Isian) -> None:
        if self.acak.random() > self.rajin:
            return
        tinggi = self.acak.randint(1, isian.tinggi) if self.acak.random() < 0.5 else isian.tinggi
        lebar = self.sampai if TRIWULANAN.fullmatch(nama) else isian.lebar
        matriks: list[list[Nilai]] = [[None] * isian.lebar for _ in range(isian.tinggi)]
        for r, k in sorted(isian.terbuka):
            if r < tinggi and k < lebar and self.acak.random() < 0.97:
                matriks[r][k] = self.draw(nama, isian, r, k)
        if any(n is not None for baris in matriks for n in baris):
            self.ketikan[nama] = matriks

    def draw(self, nama: str, isian: Isian, r: int, k: int) -> Nilai:
        """A value for one cell: by its name, else by what its validation allows."""
        for akhir, cara in KHUSUS.items():
            if nama.endswith(akhir):
                return cara(self, nama, r, k)
        alamat = isian.address(r, k)
        batas = find_batas(self.paket, isian.lembar, alamat)
        match batas.jenis if batas else "":
            case "whole" if batas:
                bawah, atas = self.limits(isian.lembar, batas.pertama, batas.kedua)
                return self.acak.randint(int(bawah), int(min(atas, bawah + 60)))
            case "decimal" if batas:
                bawah, atas = self.limits(isian.lembar, batas.pertama, batas.kedua)
                return self.vary(max(bawah, 0), min(atas, 1e6))
            case "list" if batas:
                return self.acak.choice(list_pilihan(self.paket, isian.lembar, batas.pertama))
            case "custom":
                return self.money()
            case _:
                # Where a version sets no limit, it is a text.
                panjang = int(batas.kedua) if batas and batas.kedua.isdigit() else 60
                return self.acak.choice([s for s in KALIMAT if len(s) <= panjang])

    def limits(self, lembar: str, pertama: str, kedua: str) -> tuple[float, float]:
        return read_angka(self.paket, lembar, pertama, 0), read_angka(self.paket, lembar, kedua, 100)

    def vary(self, bawah: float, atas: float) -> float:
        """A figure with at most two decimals, now and then a whole one or the limit."""
        nilai = round(self.acak.uniform(bawah, atas), self.acak.choice((0, 1, 2, 2)))
        return self.acak.choice((min(max(nilai, bawah), atas), min(max(nilai, bawah), atas), atas))

    def money(self) -> float:
        return self.acak.choice((self.acak.randint(0, 10**10), round(self.acak.uniform(0, 10**9), 2), 0))

    def typed(self, nama: str, r: int, k: int) -> Nilai:
        """What was typed into another block."""
        return self.ketikan[nama][r][k] if nama in self.ketikan else None


def _draw_dpa(p: _Pengisi, nama: str, r: int, k: int) -> Nilai:
    """As a rule the agreement's amount."""
    perjanjian = p.isian["isian_anggaran_perjanjian"]
    bagian = p.paket.get_lembar(perjanjian.lembar)
    alamat = perjanjian.address(r, k)
    ada = read_nilai(p.paket, bagian, alamat) if alamat in list_sel(p.paket.bagian[bagian]) else None
    return ada if ada is not None and p.acak.random() < 0.7 else p.money()


def _draw_ditangani(p: _Pengisi, nama: str, r: int, k: int) -> Nilai:
    laporan = p.typed(nama.replace("ditangani", "laporan"), r, k)
    return None if laporan is None else p.acak.randint(0, int(laporan))


def _draw_subkomponen(p: _Pengisi, nama: str, r: int, k: int) -> Nilai:
    """A score where no letter was chosen, up to the weight beside it (in column D of every version)."""
    if p.typed(nama.replace("subkomponen", "predikat"), r, k) is not None:
        return None
    return p.vary(0, read_angka(p.paket, "SAKIP", f"D{7 + r}", 3))


def _draw_pembilang(p: _Pengisi, nama: str, r: int, k: int) -> Nilai:
    penyebut = p.typed(nama.replace("pembilang", "penyebut"), r, k)
    return None if penyebut is None else p.vary(0, float(penyebut))


def _draw_nip(p: _Pengisi, nama: str, r: int, k: int) -> Nilai:
    return p.acak.choice(NIP)


KHUSUS: Mapping[str, Callable[[_Pengisi, str, int, int], Nilai]] = {
    "_anggaran_dpa": _draw_dpa,
    "_ditangani": _draw_ditangani,
    "_sakip_subkomponen": _draw_subkomponen,
    "_pembilang": _draw_pembilang,
    "_camat_nip": _draw_nip,
    "_anggaran_realisasi": lambda p, nama, r, k: p.money(),
}
SESUDAH = ("_ditangani", "_subkomponen", "_pembilang")
"""Inputs that look at what was typed into others, which therefore come first."""


def isi_jujur(isi: bytes, benih: int) -> Terisi:
    """A workbook filled in honestly by the seed: in full, up to a quarter, or in part."""
    acak, paket = Random(benih), open_paket(isi)
    isian = list_isian(paket)
    pengisi = _Pengisi(acak, paket, isian, acak.randint(1, 4), acak.choice((1.0, 1.0, 0.8, 0.4)))
    for nama in sorted(isian, key=lambda n: (n.endswith(SESUDAH), n)):
        pengisi.fill(nama, isian[nama])
    return Terisi(type_isian(isi, pengisi.ketikan), pengisi.ketikan)
