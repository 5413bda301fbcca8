"""What a reconciliation gives: rows, findings with both amounts and places, totals; frozen."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import polars as pl

from kinerja.anggaran.baca.tabel import SEBUTAN, Bagian, Peran
from kinerja.anggaran.rekon import TANPA_KODE, write_status
from kinerja.anggaran.sen import from_sen
from kinerja.tabel.bingkai import make_frame
from kinerja.temuan import JenisTemuan, Temuan

if TYPE_CHECKING:
    import pandas as pd


class Kelompok(IntEnum):
    """Where a pair belongs; the amounts of the four together are the totals of both sides."""

    COCOK = 0
    BERBEDA = 1
    HANYA_PERJANJIAN = 2
    HANYA_DPA = 3


@dataclass(frozen=True, slots=True)
class TemuanAnggaran(Temuan):
    """A finding with both amounts (rupiah, exact), their difference, and the place in each file.

    Attributes:
        kunci: what tells it from others of its code, the same in every comparison of these budgets; not in the JSON.
        penjelasan: what a person has said about it; None where nobody has.
    """

    kode_program: str = ""
    perjanjian: Decimal | None = None
    dpa: Decimal | None = None
    realisasi: Decimal | None = None
    selisih: Decimal | None = None
    tempat_perjanjian: str = ""
    tempat_dpa: str = ""
    tempat_realisasi: str = ""
    kunci: str = ""
    penjelasan: str | None = None

    def to_dict(self) -> dict[str, str]:
        """Plain strings; amounts at full precision, only those that there are."""
        semua = {bidang: _to_text(getattr(self, bidang)) for bidang in self.__dataclass_fields__ if bidang != "kunci"}
        return {bidang: teks for bidang, teks in semua.items() if teks is not None}


_KOLOM = ("kecamatan", "kode", "nama", "perjanjian", "dpa", "realisasi", "selisih", "status")
"""What of a row goes to other programs."""


@dataclass(frozen=True, slots=True)
class BarisRekonsiliasi:
    """One programme (or kegiatan, sub-kegiatan) in the sources; an amount is None where a source has none.

    Attributes:
        selisih: perjanjian - DPA in rupiah; None unless both have an amount.
        status: as in `kinerja.anggaran.rekon`: `sama`, or what is wrong, separated by "; ".
        tempat: places in perjanjian, DPA and realisasi; empty where it is not there.
    """

    kecamatan: str
    kode: str
    nama: str
    perjanjian: Decimal | None
    dpa: Decimal | None
    realisasi: Decimal | None
    selisih: Decimal | None
    status: str
    kelompok: Kelompok
    tempat: tuple[str, str, str]

    def to_dict(self) -> dict[str, str | None]:
        """The JSON contract; amounts as strings at full precision."""
        return {k: _to_text(getattr(self, k)) for k in _KOLOM}


@dataclass(frozen=True, slots=True)
class Bukti:
    """Where the amounts of a source went: rows and their sum in sen, for each of the parts and for the raw cells.

    Attributes:
        terbaca: counted from the cells of the columns of amounts, apart from all the rest.
        daun: rows with nothing below them, which are compared.
        induk: rows that state what those below them come to.
        jumlah: totals and sections.
        disebut: rows that are not compared, and are named.
        dibandingkan: sum in sen of what stands in the comparison.
        salah: parents, totals, sections and items that do not equal what they should.
    """

    terbaca: tuple[int, int]
    daun: tuple[int, int]
    induk: tuple[int, int]
    jumlah: tuple[int, int]
    disebut: tuple[int, int]
    dibandingkan: int
    salah: int

    @property
    def tertutup(self) -> bool:
        """Every amount in the cells is one of these, and something was compared; what is wrong with them is named."""
        sama = self.salah > 0 or self.daun[1] == self.dibandingkan
        return self.sum_bagian() == self.terbaca and sama and self.daun[0] > 0

    @property
    def utuh(self) -> bool:
        """Every amount in the cells is one of these, every sum is right, and something was compared."""
        return self.tertutup and not self.salah

    def sum_bagian(self) -> tuple[int, int]:
        """Rows and sum of all parts, which must be those of the cells."""
        bagian = (self.daun, self.induk, self.jumlah, self.disebut)
        return sum(n for n, _ in bagian), sum(sen for _, sen in bagian)

    def to_dict(self) -> dict[str, object]:
        """Plain values: rows and rupiah by part."""
        isi = {k: getattr(self, k) for k in ("terbaca", "daun", "induk", "jumlah", "disebut")}
        bagian: dict[str, object] = {k: {"baris": n, "jumlah": _to_text(from_sen(sen))} for k, (n, sen) in isi.items()}
        dibandingkan = _to_text(from_sen(self.dibandingkan))
        return bagian | {"dibandingkan": dibandingkan, "salah": self.salah, "utuh": self.utuh}


@dataclass(frozen=True, slots=True)
class Sumber:
    """One source: its parts, how its columns were understood, its total in sen at the level compared, and the proof."""

    peran: Peran
    bagian: tuple[Bagian, ...]
    catatan: tuple[str, ...]
    baris: int
    sen: int
    bukti: Bukti


@dataclass(frozen=True, slots=True, eq=False)
class Rekonsiliasi:
    """The result.

    Attributes:
        sumber: the sources by role; realisasi only when given.
        pasangan: one row a key in sen, after `kinerja.anggaran.banding.banding.make_pasangan`.
        kunci_kecamatan: codes (or names) of kecamatan by number.
        kunci_kode: codes by number.
        nama_kecamatan: names by code, as far as known.
        tingkat: parts of a code on the level compared: 3 program, 5 kegiatan, 6 sub-kegiatan.
        temuan: findings, by code and key.
        toleransi: rupiah up to which amounts count as equal.
        jenis: what each code of a finding means.
    """

    sumber: dict[Peran, Sumber]
    pasangan: pl.DataFrame
    kunci_kecamatan: tuple[str, ...]
    kunci_kode: tuple[str, ...]
    nama_kecamatan: dict[str, str] = field(repr=False)
    tingkat: int
    temuan: tuple[TemuanAnggaran, ...]
    toleransi: Decimal
    jenis: dict[str, JenisTemuan] = field(repr=False)

    @property
    def baris(self) -> tuple[BarisRekonsiliasi, ...]:
        """All rows, ordered by kecamatan and code."""
        return tuple(
            BarisRekonsiliasi(
                kecamatan=self.kunci_kecamatan[satu["kec"]],
                kode=self.kunci_kode[satu["kode"]].removeprefix(TANPA_KODE),
                nama=satu["nama"] or "",
                perjanjian=from_sen(satu["perjanjian"]),
                dpa=from_sen(satu["dpa"]),
                realisasi=from_sen(satu["realisasi"]),
                selisih=from_sen(satu["selisih"]),
                status=describe_status(satu),
                kelompok=Kelompok(satu["kelompok"]),
                tempat=(self._place("perjanjian", satu), self._place("dpa", satu), self._place("realisasi", satu)),
            )
            for satu in self.pasangan.sort("kec", "kode").iter_rows(named=True)
        )

    def _place(self, peran: Peran, satu: Mapping[str, Any]) -> str:
        baris = satu[f"baris_{peran}"]
        return "" if baris is None else self.sumber[peran].bagian[satu[f"bagian_{peran}"]].place(baris)

    def select(self, kelompok: Kelompok) -> pl.DataFrame:
        """The pairs of one group."""
        return self.pasangan.filter(pl.col("kelompok") == kelompok)

    def count(self, kelompok: Kelompok) -> tuple[int, Decimal, Decimal]:
        """Number of rows, total of perjanjian and of DPA in rupiah."""
        bagian = self.select(kelompok)
        perjanjian, dpa = (from_sen(int(bagian[k].sum())) or Decimal(0) for k in ("perjanjian", "dpa"))
        return bagian.height, perjanjian, dpa

    def __reduce__(self) -> tuple[Any, ...]:
        """For the way from a child process: a million rows travel in half a second."""
        isi = {bidang: getattr(self, bidang) for bidang in self.__dataclass_fields__}
        return _unpack, (isi | {"pasangan": None}, _pack(self.pasangan), self.pasangan.schema)

    def to_dict(self) -> dict[str, object]:
        """The JSON contract: rows and findings."""
        return {
            "baris": [b.to_dict() for b in self.baris],
            "temuan": [t.to_dict() for t in self.temuan],
            "bukti": {peran: s.bukti.to_dict() for peran, s in self.sumber.items()},
        }

    def to_frame(self) -> pd.DataFrame:
        """The rows as a pandas DataFrame; amounts are Decimal, None where there is none."""
        semua = self.baris
        kolom: dict[str, list[object]] = {k: [getattr(b, k) for b in semua] for k in _KOLOM}
        for nomor, peran in enumerate(SEBUTAN):
            kolom[f"tempat_{peran}"] = [b.tempat[nomor] for b in semua]
        return make_frame(kolom)


def describe_status(p: Mapping[str, Any]) -> str:
    """The words of `kinerja.anggaran.rekon` for one pair."""
    return write_status(
        {SEBUTAN[peran]: p[f"n_{peran}"] or 0 for peran in SEBUTAN},
        [SEBUTAN[peran] for peran in SEBUTAN if p[f"kosong_{peran}"]],
        beda=p["beda"],
        lebih=p["lebih"],
    )


def _to_text(n: object) -> str | None:
    return f"{n:f}" if isinstance(n, Decimal) else None if n is None else str(n)


_NAMA = [f"nama_{peran}" for peran in SEBUTAN]


def _pack(bingkai: pl.DataFrame) -> bytes:
    """A frame without its empty columns and what follows from others; texts that recur stand in it once."""
    isi = [nama for nama in bingkai.columns if nama != "nama" and bingkai[nama].null_count() < bingkai.height]
    berulang = [n for n in _NAMA if n in isi and _count_beda(bingkai, n) * 10 < bingkai.height]
    wadah = io.BytesIO()
    bingkai.select(isi).with_columns(pl.col(berulang).cast(pl.Categorical)).write_ipc(wadah, compression="lz4")
    return wadah.getvalue()


def _count_beda(bingkai: pl.DataFrame, kolom: str) -> int:
    return int(bingkai.select(pl.col(kolom).approx_n_unique()).item())


def _unpack(isi: dict[str, Any], kemasan: bytes, skema: pl.Schema) -> Rekonsiliasi:
    bingkai = pl.read_ipc(kemasan)
    kosong = [pl.lit(None, jenis).alias(nama) for nama, jenis in skema.items() if nama not in bingkai.columns]
    bingkai = bingkai.with_columns(pl.col(pl.Categorical).cast(pl.String), *kosong)
    bingkai = bingkai.with_columns(pl.coalesce(_NAMA).alias("nama")).select(skema.names())
    return Rekonsiliasi(**isi | {"pasangan": bingkai})
