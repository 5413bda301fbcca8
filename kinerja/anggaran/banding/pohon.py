"""Programmes, kegiatan, sub-kegiatan and accounts as a tree: sums upwards, and where a parent differs from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import polars as pl

from kinerja.anggaran.atas import count_level, find_induk, iter_induk
from kinerja.kode import PROGRAM, TINGKAT

SEBUTAN_TINGKAT = {n: jenis.value for jenis, n in TINGKAT.items()}


def add_induk(kode: Collection[str], teratas: int = PROGRAM) -> tuple[str, ...]:
    """The codes with all their ancestors from a level down, sorted."""
    semua = set(kode)
    for satu in kode:
        for atas in iter_induk(satu):
            if atas in semua or count_level(atas) < teratas:
                break
            semua.add(atas)
    return tuple(sorted(semua))


def group_baris(isi: pl.DataFrame, banyak_kode: int) -> pl.DataFrame:
    """One row a key: rows of one key are added; the first in the file gives the place.

    `n` counts rows that nothing tells apart (`pembeda`): sub-units or accounts of one key are no repetition.
    """
    kunci = (pl.col("kec").cast(pl.Int64) * banyak_kode + pl.col("kode")).alias("k")
    isi = isi.with_columns(kunci)
    if isi["k"].n_unique() == isi.height:
        return isi.with_columns(pl.lit(1, pl.UInt32).alias("n"), pl.col("sen").is_null().alias("kosong"))
    sama = isi.group_by("k", "pembeda").agg(pl.len().cast(pl.UInt32).alias("n")).group_by("k").agg(pl.col("n").max())
    semua = isi.group_by("k").agg(
        pl.col("kec", "kode").first(),
        pl.col("bagian").sort_by("bagian", "baris").first(),
        pl.col("baris").sort_by("bagian", "baris").first(),
        pl.col("nama").drop_nulls().min(),
        pl.when(pl.col("sen").count() > 0).then(pl.col("sen").sum()).alias("sen"),
        pl.col("sen").is_null().any().alias("kosong"),
    )
    return semua.join(sama, on="k")


def index_induk(kode: Sequence[str]) -> pl.Series:
    """Number of the parent of each code, by the code's own number."""
    nomor = {k: n for n, k in enumerate(kode)}
    return pl.Series([nomor.get(find_induk(k) or "") for k in kode], dtype=pl.UInt32)


def build_pohon(baris: pl.DataFrame, kode: Sequence[str]) -> pl.DataFrame:
    """The tree of grouped rows; parents that the source lacks are made from the sums of their children.

    Returns:
        kec, kode, level, sen (as stated, else the sum of the children), bagian, baris, nama, n, kosong, anak (number
        of children, null for none), jumlah_anak (their sum), salah (the lowest level that differs), tertulis (the
        source has the row).
    """
    level = pl.Series([count_level(k) for k in kode], dtype=pl.UInt8)
    atas = index_induk(kode)
    bersama = baris.with_columns(level.gather(baris["kode"]).alias("level"), atas.gather(baris["kode"]).alias("induk"))
    sisa = {n: b for (n,), b in bersama.partition_by("level", as_dict=True).items()}
    hasil: list[pl.DataFrame] = []
    letak = pl.coalesce("bagian", "bagian_anak"), pl.coalesce("baris", "baris_anak")
    anak = bersama.clear().select("kec", pl.col("induk").alias("kode")).with_columns(_KOSONG_ANAK)
    for tingkat in range(max(sisa, default=0), 0, -1):
        di_sini = sisa.get(tingkat, bersama.clear())
        untuk_ini = _unite_anak(anak.filter(level.gather(anak["kode"]) == tingkat))
        simpul = di_sini.join(untuk_ini, on=["kec", "kode"], how="full", coalesce=True).with_columns(
            pl.coalesce("sen", "jumlah_anak").alias("sen"),
            (pl.col("sen") != pl.col("jumlah_anak")).fill_null(False).alias("beda"),
            pl.coalesce("ujung_anak", "sen").alias("ujung"),
        )
        # A parent that fits once a wrong child is put right is not itself wrong.
        simpul = simpul.with_columns(
            (pl.col("beda") & ~(pl.col("salah_anak").fill_null(False) & (pl.col("sen") == pl.col("ujung")))).alias(
                "salah"
            ),
            pl.lit(tingkat, pl.UInt8).alias("level"),
            atas.gather(simpul["kode"]).alias("induk"),
        )
        hasil.append(simpul)
        naik = (
            simpul.filter(pl.col("induk").is_not_null())
            .group_by("kec", pl.col("induk").alias("kode"))
            .agg(
                pl.len().cast(pl.UInt32).alias("anak"),
                pl.col("sen").sum().alias("jumlah_anak"),
                pl.col("ujung").sum().alias("ujung_anak"),
                (pl.col("beda") | pl.col("salah_anak").fill_null(False)).any().alias("salah_anak"),
                letak[0].sort_by(*letak).first().alias("bagian_anak"),
                letak[1].sort_by(*letak).first().alias("baris_anak"),
            )
        )
        anak = pl.concat([anak, naik])
    semua = pl.concat(hasil) if hasil else bersama.with_columns(*_KOSONG_ANAK, pl.lit(False).alias("salah"))
    return semua.with_columns(
        pl.col("baris").is_not_null().alias("tertulis"),
        pl.col("bagian").fill_null(pl.col("bagian_anak")),
        pl.col("baris").fill_null(pl.col("baris_anak")),
        pl.col("n").fill_null(1),
        pl.col("kosong").fill_null(False) & pl.col("anak").is_null(),
    ).select(
        *("kec", "kode", "level", "sen", "bagian", "baris", "nama", "n", "kosong"),
        *("anak", "jumlah_anak", "salah", "tertulis"),
    )


def _unite_anak(anak: pl.DataFrame) -> pl.DataFrame:
    """What is known of the children of each parent as one row; they may stand on different levels."""
    if anak.is_empty() or not anak.select("kec", "kode").is_duplicated().any():
        return anak
    letak = pl.col("bagian_anak", "baris_anak").sort_by("bagian_anak", "baris_anak").first()
    jumlah = pl.col("anak", "jumlah_anak", "ujung_anak").sum()
    return anak.group_by("kec", "kode").agg(jumlah, pl.col("salah_anak").any(), letak).select(anak.columns)


def list_ujung(pohon: pl.DataFrame, tingkat: int) -> pl.DataFrame:
    """kec, kode of the ends of a tree above a level."""
    return pohon.filter((pl.col("level") < tingkat) & pl.col("anak").is_null()).select("kec", "kode")


def cut_pohon(pohon: pl.DataFrame, tingkat: int, ujung: pl.DataFrame, kode: Sequence[str]) -> pl.DataFrame:
    """The nodes of a level and the ends above it: every rupiah once.

    Args:
        ujung: kec, kode of the ends above the level in any of the sources; what is below them is not looked at, so
            that a source that goes deeper is compared there as well.
    """
    di_ujung = pohon.join(ujung, on=["kec", "kode"], how="semi").select("kec", "kode", pl.lit(True).alias("di_ujung"))
    atas = index_induk(kode)
    naik = pohon.select("kec", "kode", atas.gather(pohon["kode"]).alias("induk")).drop_nulls("induk")
    tutup = pohon.clear().select("kec", "kode")
    while naik.height and ujung.height:
        kena = naik.join(ujung, left_on=["kec", "induk"], right_on=["kec", "kode"], how="semi")
        tutup = pl.concat([tutup, kena.select("kec", "kode")])
        naik = naik.with_columns(atas.gather(naik["induk"]).alias("induk")).drop_nulls("induk")
    buka = pohon.join(tutup, on=["kec", "kode"], how="anti").join(di_ujung, on=["kec", "kode"], how="left")
    di_atas = (pl.col("level") < tingkat) & (pl.col("anak").is_null() | pl.col("di_ujung"))
    return buka.filter((pl.col("level") == tingkat) | di_atas).drop("di_ujung")


_KOSONG_ANAK = [
    pl.lit(None, pl.UInt32).alias("anak"),
    pl.lit(None, pl.Int64).alias("jumlah_anak"),
    pl.lit(None, pl.Int64).alias("ujung_anak"),
    pl.lit(None, pl.Boolean).alias("salah_anak"),
    pl.lit(None, pl.UInt16).alias("bagian_anak"),
    pl.lit(None, pl.UInt32).alias("baris_anak"),
]
