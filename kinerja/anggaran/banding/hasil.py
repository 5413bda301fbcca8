"""The result of a reconciliation over the frame of its pairs: rows, totals, and its way from a child process."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl

from kinerja.anggaran.pasangan import IsiKelompok, Kelompok, Pasangan
from kinerja.anggaran.rekon import TANPA_KODE
from kinerja.anggaran.sen import from_sen, write_polos
from kinerja.anggaran.sumber import SEBUTAN, Peran, Sumber
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.tabel.bingkai import make_frame
from kinerja.temuan import JenisTemuan

if TYPE_CHECKING:
    import pandas as pd


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
        return {k: write_polos(getattr(self, k)) for k in _KOLOM}


@dataclass(frozen=True, slots=True, eq=False)
class Rekonsiliasi:
    """The result.

    Attributes:
        sumber: the sources by role; realisasi only when given.
        pasangan: one row a key in sen, after `kinerja.anggaran.banding.padanan.make_pasangan`.
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
                kecamatan=self.kunci_kecamatan[p.kec],
                kode=self.kunci_kode[p.kode].removeprefix(TANPA_KODE),
                nama=p.nama or "",
                perjanjian=from_sen(p.perjanjian),
                dpa=from_sen(p.dpa),
                realisasi=from_sen(p.realisasi),
                selisih=from_sen(p.selisih),
                status=p.describe(),
                kelompok=Kelompok(p.kelompok),
                tempat=(self._place(p, "perjanjian"), self._place(p, "dpa"), self._place(p, "realisasi")),
            )
            for p in _list_pasangan(self.pasangan.sort("kec", "kode"))
        )

    @property
    def bersen(self) -> bool:
        """Whether any amount has sen."""
        return any((self.pasangan[peran] % 100 != 0).any() for peran in SEBUTAN)

    def _place(self, p: Pasangan, peran: Peran) -> str:
        letak = p.find_letak(peran)
        return "" if letak is None else self.sumber[peran].bagian[letak.bagian].place(letak.baris)

    def select(self, kelompok: Kelompok) -> pl.DataFrame:
        """The pairs of one group."""
        return self.pasangan.filter(pl.col("kelompok") == kelompok)

    def list_pasangan(self, kelompok: Kelompok, maks: int) -> IsiKelompok:
        """The pairs of one group by key: so many of them, and what is beyond as a sum."""
        semua = self.select(kelompok).sort("kec", "kode")
        lebih = semua.slice(maks)
        sisa: dict[Peran, int] = {peran: int(lebih[peran].sum()) for peran in SEBUTAN}
        return IsiKelompok(tuple(_list_pasangan(semua.head(maks))), lebih.height, sisa)

    def count(self, kelompok: Kelompok) -> tuple[int, Decimal, Decimal]:
        """Number of rows, total of perjanjian and of DPA in rupiah."""
        bagian = self.select(kelompok)
        perjanjian, dpa = (from_sen(int(bagian[k].sum())) for k in ("perjanjian", "dpa"))
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


def _list_pasangan(bingkai: pl.DataFrame) -> Iterator[Pasangan]:
    return map(Pasangan._make, bingkai.select(Pasangan._fields).iter_rows())


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
