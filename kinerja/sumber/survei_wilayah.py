"""Survey answers of many kecamatan in one CSV or Parquet file, a million rows and more: whole-number totals by group.

polars reads and adds; nothing is averaged here. What is not on the scale is counted and named, never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import polars as pl

from kinerja.berkas import explain_read
from kinerja.errors import DataError
from kinerja.rumus.skm import get_skala
from kinerja.sumber.petak import choose_pemisah, decode_csv, normalize_judul
from kinerja.sumber.survei import KolomUnsur, find_kolom
from kinerja.wilayah import normalize_kode

MAKS_SALAH = 10_000
"""Kinds of wrong answers that are named; a file with more is not a survey."""
_KODE = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
_KOSONG = ("", "-", "–")


class TotalSurvei(NamedTuple):
    """The answers of one group: sum and number per unsur of those on the scale, and rows that hold any other.

    Attributes:
        kunci: code of the kecamatan, or what the grouping column holds; empty where it is blank.
    """

    kunci: str
    responden: int
    jumlah: tuple[int, ...]
    terisi: tuple[int, ...]
    salah: int


@dataclass(frozen=True, slots=True)
class JawabanSalah:
    """An answer that is not on the scale: in which group and unsur, what it says, how often."""

    kunci: str
    unsur: str
    jawaban: str
    banyak: int


@dataclass(frozen=True, slots=True)
class SurveiWilayah:
    """All groups by key, the wrong answers, and what the reader should be told of how columns were taken."""

    unsur: tuple[str, ...]
    total: tuple[TotalSurvei, ...]
    salah: tuple[JawabanSalah, ...]
    catatan: tuple[str, ...]


def read_survei_wilayah(path: Path, per: str = "kecamatan", *, pada: date) -> SurveiWilayah:
    """Total the answers in a `.csv` or `.parquet` file by the column `per`, by the regulation in force on `pada`.

    Raises:
        DataError: whatever cannot be used, with the file and the column.
    """
    with explain_read(path):
        try:
            hasil = _read(path, per, pada)
        except pl.exceptions.PolarsError:  # without the library's English
            raise DataError(
                "Isi berkas rusak, atau bukan CSV atau Parquet.",
                tempat=str(path),
                saran="Simpan ulang sebagai CSV UTF-8.",
            ) from None
    if not hasil.total:
        raise DataError("Tidak ada jawaban.", tempat=path.name, saran="Isi jawaban sedikitnya satu responden.")
    return hasil


def _read(path: Path, per: str, pada: date) -> SurveiWilayah:
    if not path.stat().st_size:
        raise DataError(
            "Berkas kosong, jadi tidak dapat dibaca.", tempat=str(path), saran="Periksa pengiriman atau penyalinannya."
        )
    csv = path.suffix.casefold() != ".parquet"
    pemisah = ""
    if csv:
        with path.open("rb") as berkas:
            pemisah = choose_pemisah(decode_csv(berkas.readline(65_536), path.name))
    isi = pl.scan_csv(path, separator=pemisah, infer_schema=False) if csv else pl.scan_parquet(path)
    tipe = dict(isi.collect_schema())
    kunci = _find_kunci(list(tipe), per, path.name)
    kolom = find_kolom([[None if nama == kunci else nama for nama in tipe]], path.name, pada=pada)
    sah = get_skala(pada=pada)
    skala = sah[0], sah[-1]
    jawaban = [list(tipe)[k] for k in kolom.letak]
    if csv:  # small whole numbers and blanks, as nearly always: read as such, at several times the speed
        cepat: dict[str, pl.DataType] = {n: pl.UInt8() if n in jawaban else pl.String() for n in tipe}
        bilangan = pl.scan_csv(path, separator=pemisah, schema_overrides=cepat)
        with suppress(pl.exceptions.ComputeError):
            return _total(bilangan, cepat, kunci, jawaban, kolom, skala)
    return _total(isi, tipe, kunci, jawaban, kolom, skala)


def _total(
    isi: pl.LazyFrame,
    tipe: dict[str, pl.DataType],
    kunci: str,
    jawaban: Sequence[str],
    kolom: KolomUnsur,
    skala: tuple[int, int],
) -> SurveiWilayah:
    # Read once: what stands in an expression several times, polars would read several times.
    baca = [_read_jawaban(nama, tipe[nama]).alias(nama) for nama in jawaban]
    angka = [pl.col(nama) for nama in jawaban]
    benar = [pl.when(x.is_between(*skala)).then(x) for x in angka]
    total = _add_groups(isi.select(pl.col(kunci), *baca), kunci, benar, _is_salah(angka, skala))
    keliru: tuple[JawabanSalah, ...] = ()
    if any(satu.salah for satu in total):
        keliru = _list_salah(isi.filter(_is_salah(baca, skala)), kunci, jawaban, skala, kolom.nama)
    return SurveiWilayah(kolom.nama, total, keliru, kolom.catatan)


def _is_salah(angka: Sequence[pl.Expr], skala: tuple[int, int]) -> pl.Expr:
    """Rows with an answer off the scale; a blank is neither right nor wrong."""
    return ~pl.all_horizontal(x.is_between(*skala) | x.is_null() for x in angka)


def _add_groups(isi: pl.LazyFrame, kunci: str, angka: Sequence[pl.Expr], salah: pl.Expr) -> tuple[TotalSurvei, ...]:
    banyak = len(angka)
    baris = (
        isi.group_by(kunci)
        .agg(
            pl.len().alias("responden"),
            salah.sum().alias("salah"),
            *(x.sum().alias(f"j{u}") for u, x in enumerate(angka)),
            *(x.count().alias(f"n{u}") for u, x in enumerate(angka)),
        )
        .collect(engine="streaming")
    )
    nama, responden, rusak, *n = (deret.to_list() for deret in baris.with_columns(pl.col("^j[0-9]+$").cast(pl.Int64)))
    total: dict[str, TotalSurvei] = {}
    for satu in map(
        TotalSurvei,
        map(_write_kunci, nama),
        responden,
        zip(*n[:banyak], strict=True),
        zip(*n[banyak:], strict=True),
        rusak,
    ):
        total[satu.kunci] = _add(total[satu.kunci], satu) if satu.kunci in total else satu
    return tuple(total[nama] for nama in sorted(total))


def _list_salah(
    isi: pl.LazyFrame, kunci: str, jawaban: Sequence[str], skala: tuple[int, int], unsur: Sequence[str]
) -> tuple[JawabanSalah, ...]:
    nama = dict(zip(jawaban, unsur, strict=True))
    baris = (
        isi.select(pl.col(kunci).alias("kunci"), *(pl.col(n).cast(pl.String) for n in jawaban))
        .unpivot(on=list(jawaban), index="kunci", variable_name="unsur", value_name="jawaban")
        .filter(~_read_jawaban("jawaban", pl.String()).is_between(*skala))
        .group_by("kunci", "unsur", "jawaban")
        .len()
        .head(MAKS_SALAH * len(jawaban))
        .collect(engine="streaming")
    )
    hasil = [JawabanSalah(_write_kunci(k), nama[u], teks, n) for k, u, teks, n in baris.iter_rows()]
    return tuple(sorted(hasil, key=lambda s: (s.kunci, unsur.index(s.unsur), s.jawaban, s.banyak)))


def _read_jawaban(nama: str, tipe: pl.DataType) -> pl.Expr:
    """The answer as a number, null where it is blank, -1 (on no scale) where it is no whole number."""
    sel = pl.col(nama)
    if tipe.is_integer():
        return sel
    if not tipe.is_float():
        teks = sel.cast(pl.String).str.strip_chars()
        sel = pl.when(~teks.is_in(_KOSONG)).then(
            teks.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False).fill_null(-1)
        )
    return pl.when(sel.is_not_null()).then(pl.when(sel == sel.floor()).then(sel).otherwise(-1))


def _find_kunci(nama: Sequence[str], per: str, tempat: str) -> str:
    cocok = [n for n in nama if normalize_judul(n) in {normalize_judul(per), f"kode {normalize_judul(per)}"}]
    if not cocok:
        raise DataError(
            f"Kolom {per!r} tidak ada.", tempat=tempat, saran=f"Pakai --per dengan salah satu: {', '.join(nama)}."
        )
    return cocok[0]


def _write_kunci(nama: object) -> str:
    teks = "" if nama is None else str(nama)
    return teks if _KODE.fullmatch(teks) else normalize_kode(teks)


def _add(a: TotalSurvei, b: TotalSurvei) -> TotalSurvei:
    """Two spellings of one key."""
    return TotalSurvei(
        a.kunci,
        a.responden + b.responden,
        tuple(x + y for x, y in zip(a.jumlah, b.jumlah, strict=True)),
        tuple(x + y for x, y in zip(a.terisi, b.terisi, strict=True)),
        a.salah + b.salah,
    )
