"""Survey answers added up by polars, in the child process: titles first, then totals and what is not on the scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import polars as pl

from kinerja.berkas import explain_read
from kinerja.errors import DataError
from kinerja.sumber.petak import choose_pemisah, decode_csv
from kinerja.sumber.survei_wilayah import JawabanSalah, TotalSurvei
from kinerja.tabel.panjang import check_csv, check_parquet
from kinerja.tabel.pintu import JenisBerkas, look_awal
from kinerja.wilayah import normalize_kode

MAKS_SALAH = 10_000
"""Kinds of wrong answers that are named; a file with more is not a survey."""
_KODE = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
_KOSONG = ("", "-", "–")
Hasil = tuple[tuple[TotalSurvei, ...], tuple[JawabanSalah, ...]]
"""Totals by group, and the wrong answers."""


def read_judul(path: Path, jenis: JenisBerkas) -> list[str]:
    """The titles of the columns.

    Raises:
        DataError: a file that polars must not or cannot read.
    """
    with _explain(path):
        return _scan(path, jenis)[0].collect_schema().names()


def count_jawaban(
    path: Path, jenis: JenisBerkas, kunci: str, jawaban: Mapping[str, str], skala: tuple[int, int]
) -> Hasil:
    """Totals by the column `kunci`.

    Args:
        jawaban: names of the unsur by the titles of their columns.
        skala: least and greatest answer.

    Raises:
        DataError: as `read_judul`.
    """
    with _explain(path):
        isi, pemisah = _scan(path, jenis)
        tipe = dict(isi.collect_schema())
        if pemisah:  # small whole numbers and blanks, as nearly always: read as such, at several times the speed
            cepat: dict[str, pl.DataType] = {n: pl.UInt8() if n in jawaban else pl.String() for n in tipe}
            bilangan = pl.scan_csv(path, separator=pemisah, schema_overrides=cepat)
            with suppress(pl.exceptions.ComputeError):
                return _total(bilangan, cepat, kunci, jawaban, skala)
        return _total(isi, tipe, kunci, jawaban, skala)


@contextmanager
def _explain(path: Path) -> Iterator[None]:
    with explain_read(path):
        try:
            yield
        except pl.exceptions.PolarsError:  # without the library's English
            raise DataError(
                "Isi berkas rusak, atau bukan CSV atau Parquet.",
                tempat=str(path),
                saran="Simpan ulang sebagai CSV UTF-8.",
            ) from None


def _scan(path: Path, jenis: JenisBerkas) -> tuple[pl.LazyFrame, str]:
    """The table, and the delimiter of a text file."""
    if jenis is JenisBerkas.PARQUET:
        check_parquet(path)
        return pl.scan_parquet(path), ""
    check_csv(path)
    awal, _ = look_awal(path)
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):  # polars reads UTF-8 only
        raise DataError("Berkas bertulisan UTF-16.", tempat=str(path), saran="Simpan sebagai CSV UTF-8.")
    pemisah = choose_pemisah(decode_csv(awal.partition(b"\n")[0], path.name))
    return pl.scan_csv(path, separator=pemisah, infer_schema=False), pemisah


def _total(
    isi: pl.LazyFrame, tipe: Mapping[str, pl.DataType], kunci: str, jawaban: Mapping[str, str], skala: tuple[int, int]
) -> Hasil:
    # Read once: what stands in an expression several times, polars would read several times.
    baca = [_read_jawaban(nama, tipe[nama]).alias(nama) for nama in jawaban]
    angka = [pl.col(nama) for nama in jawaban]
    benar = [pl.when(x.is_between(*skala)).then(x) for x in angka]
    total = _add_groups(isi.select(pl.col(kunci), *baca), kunci, benar, _is_salah(angka, skala))
    keliru: tuple[JawabanSalah, ...] = ()
    if any(satu.salah for satu in total):
        keliru = _list_salah(isi.filter(_is_salah(baca, skala)), kunci, jawaban, skala)
    return total, keliru


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
    isi: pl.LazyFrame, kunci: str, jawaban: Mapping[str, str], skala: tuple[int, int]
) -> tuple[JawabanSalah, ...]:
    baris = (
        isi.select(pl.col(kunci).alias("kunci"), *(pl.col(n).cast(pl.String) for n in jawaban))
        .unpivot(on=list(jawaban), index="kunci", variable_name="unsur", value_name="jawaban")
        .filter(~_read_jawaban("jawaban", pl.String()).is_between(*skala))
        .group_by("kunci", "unsur", "jawaban")
        .len()
        .head(MAKS_SALAH * len(jawaban))
        .collect(engine="streaming")
    )
    hasil = [JawabanSalah(_write_kunci(k), jawaban[u], teks, n) for k, u, teks, n in baris.iter_rows()]
    unsur = list(jawaban.values())
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
