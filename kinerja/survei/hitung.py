"""Survey answers added up by polars, in the child process: titles first, then totals and what is not on the scale."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

import polars as pl

from kinerja.berkas import explain_read
from kinerja.errors import DataError, MasukanError
from kinerja.survei.wilayah import HitunganSurvei, JawabanSalah, TotalSurvei, decode_awal
from kinerja.tabel.anak_dalam import declare_luas
from kinerja.tabel.panjang import PEMISAH, check_csv, check_parquet, need_jalur
from kinerja.tabel.petak import TERDALAM, choose_pemisah, count_rata, decode_csv
from kinerja.tabel.pintu import JenisBerkas, is_utf_16, look_awal, read_bita
from kinerja.tabel.teks import clean_teks, is_bersih
from kinerja.wilayah import normalize_kode
from kinerja.wilayah.cari import split_kode

MAKS_SALAH = 10_000
"""Kinds of wrong answers that are named, the first by group, unsur and answer; all are counted."""
_KODE = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
_KOSONG = ("", "-", "–")


def read_judul(path: Path, jenis: JenisBerkas) -> tuple[list[str], list[str], int]:
    """The titles of the columns as they are written, as polars calls them (none twice), and the cells of the table.

    Raises:
        DataError: a file that polars must not or cannot read.
    """
    with _explain(path):
        luas = check_parquet(path) if jenis is JenisBerkas.PARQUET else check_csv(path)
        isi, _, pemisah = _scan(path, jenis)
        nama = isi.collect_schema().names()
        judul = next(csv.reader(io.StringIO(decode_awal(path), newline=""), delimiter=pemisah)) if pemisah else nama
        return judul if len(judul) == len(nama) else nama, nama, luas


def count_jawaban(
    path: Path, jenis: JenisBerkas, luas: int, kunci: str, jawaban: Mapping[str, str], skala: tuple[int, int]
) -> HitunganSurvei:
    """Totals by the column `kunci`, of a file that `read_judul` has checked.

    Args:
        luas: cells of the table.
        jawaban: names of the unsur by the titles of their columns.
        skala: least and greatest answer.

    Raises:
        DataError: as `read_judul`; a control character in the column `kunci`.
    """
    declare_luas(luas)
    tempat = f"{path.name}, kolom {kunci}"
    with _explain(path):
        isi, sumber, pemisah = _scan(path, jenis)
        tipe = dict(isi.collect_schema())
        if pemisah:  # small whole numbers and blanks, as nearly always: read as such, at several times the speed
            cepat: dict[str, pl.DataType] = {n: pl.UInt8() if n in jawaban else pl.String() for n in tipe}
            bilangan = pl.scan_csv(sumber, separator=pemisah, schema_overrides=cepat, glob=False)
            with suppress(pl.exceptions.ComputeError):
                return _total(bilangan, cepat, kunci, jawaban, skala, tempat)
        return _total(isi, tipe, kunci, jawaban, skala, tempat)


@contextmanager
def _explain(path: Path) -> Iterator[None]:
    with explain_read(path):
        try:
            yield
        except pl.exceptions.PolarsError:  # without the library's English
            raise DataError(
                "Isi berkas rusak, atau tidak memakai UTF-8.",
                tempat=str(path),
                saran="Simpan ulang sebagai CSV UTF-8.",
            ) from None


def _scan(path: Path, jenis: JenisBerkas) -> tuple[pl.LazyFrame, str | bytes, str]:
    """The table, from where it is read, and the delimiter of a text file."""
    if jenis is JenisBerkas.PARQUET:
        return pl.scan_parquet(need_jalur(path), glob=False), "", ""
    sumber: str | bytes = need_jalur(path)
    awal, _ = look_awal(path)
    if is_utf_16(awal):  # polars reads UTF-8 only
        sumber = awal = decode_csv(read_bita(path), path.name).encode()
    pemisah = _choose_pemisah(decode_awal(path))
    return pl.scan_csv(sumber, separator=pemisah, infer_schema=False, glob=False), sumber, pemisah


def _choose_pemisah(teks: str) -> str:
    """The delimiter by which most of the first rows are as wide as their head; titles may hold another."""

    def count(pemisah: str) -> int:
        try:
            return count_rata(list(islice(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah), TERDALAM)))
        except csv.Error:
            return 0

    lazim = choose_pemisah(teks)
    return max(PEMISAH, key=lambda pemisah: (count(pemisah), pemisah == lazim))


def _total(
    isi: pl.LazyFrame,
    tipe: Mapping[str, pl.DataType],
    kunci: str,
    jawaban: Mapping[str, str],
    skala: tuple[int, int],
    tempat: str,
) -> HitunganSurvei:
    # Read once: what stands in an expression several times, polars would read several times.
    baca = [_read_jawaban(nama, tipe[nama]).alias(nama) for nama in jawaban]
    angka = [pl.col(nama) for nama in jawaban]
    benar = [pl.when(x.is_between(*skala)).then(x) for x in angka]
    baris = _add_baris(isi.select(pl.col(kunci).alias("ejaan"), *baca), benar, _is_salah(angka, skala))
    ejaan = baris["ejaan"].to_list()
    nama = [_write_kunci(k, tempat) for k in ejaan]
    hasil = HitunganSurvei(_add_groups(baris.drop("ejaan"), nama, len(angka)), (), 0, 0, ())
    if kotor := next((n or "(kosong)" for n, k in zip(nama, ejaan, strict=True) if not is_bersih(str(k))), ""):
        hasil = hasil._replace(catatan=(f"{tempat}: karakter yang tidak tampak dihapus, contoh pada {kotor}.",))
    if not any(satu.salah for satu in hasil.total):
        return hasil
    peta = baris.select("ejaan", pl.Series("kunci", nama, pl.String)).lazy()
    keliru = isi.filter(_is_salah(baca, skala)).select(pl.col(kunci).alias("ejaan"), pl.col(*jawaban).cast(pl.String))
    macam = _list_salah(keliru.join(peta, on="ejaan", nulls_equal=True), tuple(jawaban), skala)
    salah = [JawabanSalah(k, jawaban[u], teks, n) for k, u, teks, n in macam.head(MAKS_SALAH).iter_rows()]
    return hasil._replace(salah=tuple(salah), macam_salah=macam.height, banyak_salah=int(macam["banyak"].sum()))


def _is_salah(angka: Sequence[pl.Expr], skala: tuple[int, int]) -> pl.Expr:
    """Rows with an answer off the scale; a blank is neither right nor wrong."""
    return ~pl.all_horizontal(x.is_between(*skala) | x.is_null() for x in angka)


def _add_baris(isi: pl.LazyFrame, angka: Sequence[pl.Expr], salah: pl.Expr) -> pl.DataFrame:
    """By each spelling of a key: responden, rows with a wrong answer, sums and numbers per unsur."""
    return (
        isi.group_by("ejaan")
        .agg(
            pl.len().alias("responden"),
            salah.sum().alias("salah"),
            *(x.sum().cast(pl.Int64).alias(f"j{u}") for u, x in enumerate(angka)),
            *(x.count().alias(f"n{u}") for u, x in enumerate(angka)),
        )
        .collect(engine="streaming")
    )


def _add_groups(baris: pl.DataFrame, kunci: Sequence[str], banyak: int) -> tuple[TotalSurvei, ...]:
    responden, rusak, *n = (deret.to_list() for deret in baris)
    jumlah, terisi = zip(*n[:banyak], strict=True), zip(*n[banyak:], strict=True)
    total: dict[str, TotalSurvei] = {}
    for satu in map(TotalSurvei, kunci, responden, jumlah, terisi, rusak):
        total[satu.kunci] = _add(total[satu.kunci], satu) if satu.kunci in total else satu
    return tuple(total[nama] for nama in sorted(total))


def _list_salah(isi: pl.LazyFrame, judul: Sequence[str], skala: tuple[int, int]) -> pl.DataFrame:
    """All kinds of wrong answers in order: group, title of the column, answer, how often."""
    return (
        isi.unpivot(on=judul, index="kunci", variable_name="unsur", value_name="jawaban")
        .filter(~_read_jawaban("jawaban", pl.String()).is_between(*skala))
        .group_by("kunci", pl.col("unsur").cast(pl.Enum(judul)), "jawaban")
        .agg(pl.len().alias("banyak"))
        .collect(engine="streaming")
        .sort("kunci", "unsur", "jawaban")
    )


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


def _write_kunci(nama: object, tempat: str) -> str:
    teks = "" if nama is None else str(nama)
    if _KODE.fullmatch(teks):
        return teks
    try:
        teks = clean_teks(teks)
    except MasukanError as galat:
        raise DataError(galat.pesan, tempat=tempat, saran=galat.saran) from None
    kode, nama_kecamatan = split_kode(teks)  # as in `12.71.01 Medan Kota`
    return kode if nama_kecamatan else normalize_kode(teks)


def _add(a: TotalSurvei, b: TotalSurvei) -> TotalSurvei:
    """Two spellings of one key."""
    return TotalSurvei(
        a.kunci,
        a.responden + b.responden,
        tuple(x + y for x, y in zip(a.jumlah, b.jumlah, strict=True)),
        tuple(x + y for x, y in zip(a.terisi, b.terisi, strict=True)),
        a.salah + b.salah,
    )
