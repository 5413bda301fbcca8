"""Long plain tables (csv, parquet, sheets) read by columns; anything doubtful is left to the cell-by-cell reader."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from kinerja.anggaran.baca.blok_judul import is_kelurahan
from kinerja.anggaran.baca.kepala import Kepala, choose_pemisah, find_kepala
from kinerja.anggaran.baca.kolom_asing import list_asing
from kinerja.anggaran.baca.tabel import SKEMA, TabelAnggaran
from kinerja.anggaran.baca.uang import read_sen_cepat
from kinerja.anggaran.kumpulan import is_semua
from kinerja.anggaran.satuan import find_satuan
from kinerja.anggaran.sumber import UANG, Bagian, Peran
from kinerja.bilangan import write_sen
from kinerja.errors import DataError
from kinerja.kode import JenisKode, read_kode
from kinerja.tabel.batas import MAKS_NAMA
from kinerja.tabel.panjang import need_jalur, refuse_parquet
from kinerja.tabel.sel import Petak

_AWAL = 65_536
_CONTOH = 200
_BANYAK = 2_000
"""Rows from which on a sheet is worth the attempt."""
_MIRIP_JUMLAH = r"(?i)^[\s.\-]*(?:sub|grand)?[\s.\-]*(?:j\s*u\s*m\s*l\s*a\s*h|jlh|jml|jmh|t\s*o\s*t\s*a\s*l)"
_KODE = r"^[1-9]\.[0-9]{2}\.[0-9]{2}(?:\.[1-9]\.[0-9]{2}(?:\.[0-9]{4})?)?$"
"""Codes in standard spelling; all others are for the other reader."""
_PERLU_BERSIH = rf"^#|^Err:|^\s|\s$|\s\s|[^\S ]|[\p{{Cc}}\p{{Cf}}\p{{Co}}\p{{Cn}}\x{{a0}}]|^.{{{MAKS_NAMA + 1}}}"
Pindaian = tuple[Kepala, pl.LazyFrame, list[str], Petak]
"""The titles, the rows below them, the names of their columns, and the first rows as they stand."""
_POLOS = {"kode", "kode_program", "nama", "nama_program", "kecamatan", "nama_kecamatan", "pagu", "realisasi"}


def read_cepat(path: Path, peran: Peran, kolom: Mapping[str, Sequence[str]], *, parquet: bool) -> TabelAnggaran | None:
    """A table with one code column and whole amounts in every row; None for any other."""
    try:
        hasil = (_scan_parquet if parquet else _scan_csv)(path, peran, kolom)
        if hasil is None:
            return None
        kepala, bingkai, nama, awal = hasil
        pilih = _select(kepala, nama, bingkai.collect_schema(), peran)
        if pilih is None:
            return None
        isi = bingkai.with_row_index("nomor").select(pilih).collect()
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, csv.Error, UnicodeDecodeError, DataError):
        return None
    return _finish(isi, kepala, awal, peran, Bagian(path))


def read_petak_cepat(petak: Petak, kepala: Kepala, peran: Peran, bagian: Bagian) -> TabelAnggaran | None:
    """The same for the cells of a sheet, when they are many."""
    if len(petak) < _BANYAK or kepala.baris != 1 or len(kepala.uang) > 1:
        return None
    kepala = kepala.choose(peran, kepala.uang)
    baris = petak[1:]
    nama = [kepala.judul.get(k, "") for k in range(max(kepala.letak.values()) + 1)]
    try:
        isi = pl.DataFrame({str(k): [b[k] for b in baris] for k in sorted(set(kepala.letak.values()))}, strict=True)
        pecahan = isi.select(pl.col(pl.Float64)).select((pl.all() != pl.all().floor()).any())
        if pecahan.width and any(pecahan.row(0)):
            return None
        isi = isi.with_columns(pl.col(pl.Float64).cast(pl.Int64))
        pilih = _select(kepala, [str(k) for k in range(len(nama))], isi.schema, peran)
        if pilih is None:
            return None
        isi = isi.with_row_index("nomor").select(pilih)
    except (IndexError, TypeError, pl.exceptions.PolarsError):
        return None
    return _finish(isi, kepala, petak[:_CONTOH], peran, replace(bagian, kolom=kepala.uang[0]))


def _finish(isi: pl.DataFrame, kepala: Kepala, awal: Petak, peran: Peran, bagian: Bagian) -> TabelAnggaran | None:
    """The table, when there is nothing doubtful in it."""
    sen = read_sen_cepat(isi["sen"])
    baku = isi["kode"].str.contains(_KODE)
    if sen is None or baku.null_count() or not baku.all() or not all(map(_is_bersih, (isi["nama"], isi["kecamatan"]))):
        return None
    asing = [k for k in kepala.judul if k not in kepala.letak.values() and k not in kepala.ciri]
    if (asing or kepala.pembeda) and isi.select("kecamatan", "kode").is_duplicated().any():
        return None  # something may tell those rows apart
    if isi["nama"].str.contains(_MIRIP_JUMLAH).any() or find_satuan(kepala.judul[k] for k in kepala.uang):
        return None
    kecamatan = isi["kecamatan"]
    if any(_is_ragu(k) for k in kecamatan.unique() if k):
        return None
    if kecamatan.null_count() < isi.height and (kecamatan.null_count() or (kecamatan == "").any()):
        return None  # rows without one: the other reader has its words for them
    isi = isi.with_columns(sen.alias("sen"), pl.lit(None, pl.String).alias("pembeda")).match_to_schema(SKEMA)
    terbaca = (sen.len(), int(sen.sum()))
    lain = [repr(kepala.judul.get(k, "tanpa judul")) for k in list_asing(awal, kepala)]
    pilihan = (
        f"dipakai {kepala.name(kepala.uang)}, {write_sen(terbaca[1])}; tidak dipakai {', '.join(lain)}" if lain else ""
    )
    ciri = kepala.ciri.get(kepala.uang[0])
    satu = replace(
        bagian,
        tahun=ciri.tahun if ciri else 0,
        pemetaan=kepala.pemetaan,
        letak=kepala.dibaca,
        masa=ciri.masa if ciri else "",
        terbaca=terbaca,
        pilihan=pilihan,
    )
    return TabelAnggaran(peran, (satu,), isi)


def _is_ragu(pemilik: str) -> bool:
    """A kelurahan, a sub-unit, or all kecamatan: the other reader looks at what the figures say of it."""
    umum = pemilik.casefold().startswith(("kota ", "kab"))
    return umum or is_semua(pemilik) or is_kelurahan(pemilik) or read_kode(pemilik).jenis is JenisKode.SUB_UNIT


def _is_bersih(teks: pl.Series) -> bool:
    """No text that the other reader would clean or refuse."""
    return not teks.str.contains(_PERLU_BERSIH).any()


def read_petak_parquet(path: Path) -> list[list[object]]:
    """A parquet file as a grid with its titles on top.

    Raises:
        DataError: it cannot be read.
    """
    try:
        isi = pl.read_parquet(need_jalur(path), glob=False)
    except (pl.exceptions.PolarsError, OSError):
        raise refuse_parquet(path.name) from None
    return [list(isi.columns), *map(list, isi.iter_rows())]


def _scan_parquet(path: Path, peran: Peran, kolom: Mapping[str, Sequence[str]]) -> Pindaian | None:
    bingkai = pl.scan_parquet(need_jalur(path), glob=False)
    judul = bingkai.collect_schema().names()
    awal = [judul, *map(list, bingkai.head(_CONTOH).collect().iter_rows())]
    kepala = find_kepala(awal, peran, kolom)
    if kepala is None or kepala.baris != 1 or len(kepala.uang) > 1:
        return None
    return kepala.choose(peran, kepala.uang), bingkai, judul, awal


def _scan_csv(path: Path, peran: Peran, kolom: Mapping[str, Sequence[str]]) -> Pindaian | None:
    with path.open("rb") as berkas:
        awal = berkas.read(_AWAL)
    teks = awal[: awal.rfind(b"\n") + 1].decode("utf-8-sig")
    pemisah = choose_pemisah(teks, peran, kolom)
    petak = list(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True))
    kepala = find_kepala(petak, peran, kolom)
    # Beyond a title block of quoted lines the line numbers would no longer be row numbers.
    if kepala is None or kepala.baris != 1 or "\n" in "".join(petak[0]) or len(kepala.uang) > 1:
        return None
    kepala = kepala.choose(peran, kepala.uang)
    bingkai = pl.scan_csv(
        need_jalur(path), glob=False, separator=pemisah, has_header=False, skip_rows=1, infer_schema=False
    )
    nama = bingkai.collect_schema().names()
    if len(nama) != len(kepala.judul):
        return None  # commas within amounts, or a column without a title
    return kepala, bingkai, nama, petak


def _select(kepala: Kepala, nama: list[str], skema: pl.Schema, peran: Peran) -> list[pl.Expr] | None:
    """The columns after the schema; None when the table has more than one code or name column, or a year."""
    letak = kepala.letak
    if (
        not letak.keys() <= _POLOS
        or ("nama_kecamatan" in letak and "kecamatan" in letak)
        or kepala.pembeda.keys() & {"akun", "tempat"}
    ):
        return None
    kode = [k for m, k in letak.items() if m.startswith("kode")]
    label = [k for m, k in letak.items() if m in {"nama", "nama_program"}]
    kecamatan = letak.get("kecamatan", letak.get("nama_kecamatan"))
    if len(kode) != 1 or len(label) > 1 or max(letak.values()) >= len(nama):
        return None
    teks = {"kecamatan": kecamatan, "kode": kode[0], "nama": label[0] if label else None}
    if any(k is not None and skema[nama[k]] not in (pl.String, pl.Categorical, pl.Enum) for k in teks.values()):
        return None  # numbers for codes are written out by the other reader
    return [
        pl.lit(0, pl.UInt16).alias("bagian"),
        (pl.col("nomor") + 2).cast(pl.UInt32).alias("baris"),  # the titles are row 1
        *(
            (pl.lit(None, pl.String) if k is None else pl.col(nama[k]).cast(pl.String)).alias(m)
            for m, k in teks.items()
        ),
        pl.col(nama[letak[UANG[peran]]]).alias("sen"),
    ]
