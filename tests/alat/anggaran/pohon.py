"""The truth of a budget table: kecamatan, programmes, kegiatan, sub-kegiatan and accounts, with amounts in sen."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random

JENJANG = ("program", "kegiatan", "sub", "akun")
KOSONG = (0, 0, 0, 0, 0)
Uang = tuple[int, ...]
"""Sen before the change, then what counts by group: operasi, modal, tak terduga, transfer."""
Kode = tuple[str, ...]
_BAKU = (files("kinerja") / "data/nomenklatur.csv").read_text(encoding="utf-8")
BAKU = {baris["kode"]: baris["nama"] for baris in csv.DictReader(_BAKU.splitlines())}
_AWAL = ("Penyediaan", "Pengelolaan", "Peningkatan Jumlah", "Fasilitasi", "Koordinasi", "Penyusunan", "Pemeliharaan")
_AKHIR = ("Sarana Kelurahan", "Data Total Penduduk", "Belanja Modal Taman", "Jasa Kantor", "Gedung", "Laporan Tahunan")
_TEMPAT = ("Babura", "Darat", "Merdeka", "Titi Rante", "Padang Bulan", "Kota Bangun", "Mabar", "Tanjung Mulia", "Besar")
_KECAMATAN = ("Medan Baru", "Medan Kota", "Deli Tua", "Sunggal", "Belawan")
_KELOMPOK = {"5.1": 1, "5.2": 2, "5.3": 3, "5.4": 4}
_AKUN = ("5.1.02.01.01", "5.1.02.02.01", "5.1.01.03.02", "5.2.02.10.01", "5.2.05.01.01", "5.3.01.01.01", "5.4.02.05.01")


@dataclass(frozen=True, slots=True)
class Simpul:
    """One node; a parent's amounts are those of its children."""

    jenjang: str
    kode: Kode
    nama: str
    uang: Uang
    anak: tuple[Simpul, ...] = ()

    def walk(self, jenjang: str) -> Iterator[Simpul]:
        """The nodes of one level at or below this one."""
        if self.jenjang == jenjang:
            yield self
        for satu in self.anak:
            yield from satu.walk(jenjang)


@dataclass(frozen=True, slots=True)
class Pohon:
    """The tree of one file; a kecamatan's code is its number among the SKPD of the bidang."""

    bidang: Kode
    kecamatan: tuple[Simpul, ...]

    @property
    def uang(self) -> Uang:
        """The amounts of the whole file."""
        return add(k.uang for k in self.kecamatan)


def add(semua: Iterator[Uang] | Sequence[Uang]) -> Uang:
    """Amounts added, each with its like."""
    return tuple(map(sum, zip(KOSONG, *semua, strict=True)))


def grow(benih: int, dasar: str, *, bidang: str = "7.01", kecamatan: int = 1, nol: bool = False) -> Pohon:
    """A random tree down to the level `dasar`.

    Args:
        benih: seed; the same tree for the same seed.
        nol: some leaves are zero.
    """
    acak = Random(f"{benih} {dasar} {bidang} {kecamatan}")
    awal = tuple(bidang.split("."))
    sama = acak.randrange(10**8, 10**11)  # an amount that recurs
    nomor = acak.sample(range(1, 40), kecamatan)
    nama = acak.sample(_KECAMATAN, kecamatan)

    def make(jenjang: str, kode: Kode) -> Simpul:
        if jenjang == dasar:
            return Simpul(jenjang, kode, _name(acak, jenjang, kode), _draw(acak, kode, sama, nol=nol))
        bawah = JENJANG[JENJANG.index(jenjang) + 1]
        anak = tuple(make(bawah, k) for k in _number(acak, bawah, kode))
        return Simpul(jenjang, kode, _name(acak, jenjang, kode), add([a.uang for a in anak]), anak)

    def plant(n: int) -> Simpul:
        banyak = acak.choice((1, 2, 2, 3, 3, 4))
        program = tuple(make("program", (*awal, f"{i:02}")) for i in sorted(acak.sample(range(1, 7), banyak)))
        kode = (*awal, "0", "00", "0", "00", f"{nomor[n]:02}", "0000")
        return Simpul("skpd", kode, f"Kecamatan {nama[n]}", add([p.uang for p in program]), program)

    return Pohon(awal, tuple(plant(n) for n in range(kecamatan)))


def _number(acak: Random, jenjang: str, atas: Kode) -> list[Kode]:
    """Codes of the children of one node, in order."""
    if jenjang == "akun":
        akun = sorted(acak.sample(_AKUN, acak.choice((1, 2, 2, 3))))
        return [(*a.split("."), f"{acak.randrange(1, 99):04}") for a in akun]
    banyak = acak.choice((1, 2, 2)) if jenjang == "kegiatan" else acak.choice((1, 2, 2, 3))
    bentuk = "2.{:02}" if jenjang == "kegiatan" else "{:04}"
    return [(*atas, bentuk.format(i)) for i in sorted(acak.sample(range(1, 10), banyak))]


def _name(acak: Random, jenjang: str, kode: Kode) -> str:
    if baku := BAKU.get(".".join(kode)):
        return baku.upper() if jenjang == "program" else baku
    nama = f"{acak.choice(_AWAL)} {acak.choice(_AKHIR)} {acak.choice(_TEMPAT)}"
    if jenjang == "akun":
        return f"Belanja {nama}"
    return f"PROGRAM {nama.upper()}" if jenjang == "program" else nama


def _draw(acak: Random, kode: Kode, sama: int, *, nol: bool) -> Uang:
    """The amounts of a leaf: mostly six to ten digits of rupiah, some with sen, some that recur, rarely small."""
    undi = acak.random()
    digit = 10 ** acak.randrange(6, 11)
    kini = acak.randrange(digit // 10, digit) * 100
    if undi < 0.08:
        kini = sama
    elif undi < 0.12:
        kini = acak.randrange(100, 100_000)
    elif undi < 0.35:
        kini += acak.randrange(1, 100)
    elif undi < 0.7:
        kini -= kini % 10_000_000
        kini = kini or 25_000_000
    elif undi > 0.95 and nol:
        kini = 0
    murni = kini if acak.random() < 0.4 else max(1, kini + acak.choice((-1, 1)) * acak.randrange(100, 10**9))
    bagian = [0, 0, 0, 0]
    if len(kode) == 6:
        bagian[_KELOMPOK[".".join(kode[:2])] - 1] = kini
    else:
        modal = acak.choice((0, 0, kini // 3))
        bagian[:2] = [kini - modal, modal]
    return (murni, *bagian)
