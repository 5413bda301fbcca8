"""The comparison: sources side by side, one row a key, by code first and by exact name for what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from kinerja.anggaran.banding.pohon import index_induk
from kinerja.anggaran.pasangan import Kelompok
from kinerja.anggaran.sumber import SEBUTAN, Peran
from kinerja.kode import SUB
from kinerja.nomenklatur import normalize_nama

Kunci = tuple[int, int]
"""Number of the kecamatan, number of the code."""


def list_rinci(pohon: Mapping[Peran, pl.DataFrame], tingkat: int, kode: Sequence[str]) -> Iterator[pl.DataFrame]:
    """DPA and realisation side by side below the level compared, one table a level, for what the agreement lacks.

    What one of them has as a row counts. A realisation without a ceiling counts only where the DPA goes down to that
    level: under a parent with children.
    """
    if not {"dpa", "realisasi"} <= pohon.keys():
        return
    dpa, realisasi = pohon["dpa"], pohon["realisasi"]
    atas = index_induk(kode)
    terurai = dpa.filter(pl.col("anak").is_not_null()).select("kec", pl.col("kode").alias("atas"))
    tertulis = pl.concat([t.filter("tertulis").select("kec", "kode") for t in (dpa, realisasi)]).unique()
    terdalam = min(max(t["level"].unique(), default=0) for t in (dpa, realisasi))
    for level in range(tingkat + 1, terdalam + 1):
        sisi = {p: t.filter(pl.col("level") == level) for p, t in (("dpa", dpa), ("realisasi", realisasi))}
        # Accounts of one name stand below every sub-kegiatan: they meet by code only.
        pasangan, _ = make_pasangan({"perjanjian": dpa.clear(), **sisi}, 0, len(kode), bernama=level <= SUB)  # type: ignore[dict-item]
        pasangan = pasangan.with_columns(atas.gather(pasangan["kode"]).alias("atas"))
        berpagu = pl.col("n_dpa").is_not_null()
        lepas = pasangan.filter(~berpagu).join(terurai, on=["kec", "atas"], how="semi")
        yield pl.concat([pasangan.filter(berpagu), lepas]).join(tertulis, on=["kec", "kode"], how="semi")
        # Where a level is only a sum, what stands below it is told of in its place.
        antara = lepas.join(tertulis, on=["kec", "kode"], how="anti").select("kec", pl.col("kode").alias("atas"))
        terurai = pl.concat([terurai, antara])


def unite_rinci(rinci: Sequence[pl.DataFrame], pasangan: pl.DataFrame) -> pl.DataFrame:
    """The levels as one table with the columns of the pairs; of a chain of parents with the same amounts the lowest."""
    if not rinci:
        return pasangan.clear()
    semua = pl.concat(rinci, how="diagonal")
    sama = ["dpa", "realisasi"]
    anak = semua.select("kec", pl.col("atas").alias("kode"), *sama).unique()
    return semua.join(anak, on=["kec", "kode", *sama], how="anti", nulls_equal=True).select(pasangan.columns)


def make_pasangan(
    sumber: Mapping[Peran, pl.DataFrame], toleransi: int, banyak_kode: int, *, bernama: bool = True
) -> tuple[pl.DataFrame, dict[Kunci, Kunci]]:
    """The sources side by side.

    Args:
        sumber: rows of one level with unique keys: kec, kode, nama, sen, n, kosong, bagian, baris.
        toleransi: sen up to which two amounts count as equal.
        bernama: what has no partner by its code is paired by its name.

    Returns:
        kec, kode, nama; per role its sen (named after the role), n_, kosong_, bagian_, baris_, nama_; selisih, beda,
        lebih (realisation above the ceiling), kelompok; in no order. And the keys that met by name, with the key
        that the row now has.
    """
    kolom = {peran: _select(isi, peran, banyak_kode) for peran, isi in sumber.items()}
    pasangan = kolom["perjanjian"]
    bertemu: dict[Kunci, Kunci] = {}
    for peran in ("dpa", "realisasi"):
        if peran in kolom:
            pasangan, baru = _join(pasangan, kolom[peran], banyak_kode, bernama)
            bertemu |= baru
    for peran in SEBUTAN:
        pasangan = _fill(pasangan, peran)
    return _compute(pasangan, toleransi, banyak_kode), bertemu


def _select(isi: pl.DataFrame, peran: str, banyak_kode: int) -> pl.DataFrame:
    """Columns named after the role; those that say nothing new (all 1, all no) are left out, and come back later."""
    tunggal = bool((isi["n"] == 1).all())
    return isi.select(
        (pl.col("kec").cast(pl.Int64) * banyak_kode + pl.col("kode")).alias("k"),
        pl.col("sen").alias(peran),
        *(
            pl.col(nama).alias(f"{nama}_{peran}")
            for nama in ("nama", "bagian", "baris", *(() if tunggal else ("n", "kosong")))
        ),
    )


def _fill(pasangan: pl.DataFrame, peran: str) -> pl.DataFrame:
    """The columns of a role that were left out, or all of them for a source that is not there."""
    kosong = {peran: pl.Int64, f"nama_{peran}": pl.String, f"bagian_{peran}": pl.UInt16, f"baris_{peran}": pl.UInt32}
    pasangan = pasangan.with_columns(
        pl.lit(None, jenis).alias(nama) for nama, jenis in kosong.items() if nama not in pasangan.columns
    )
    if f"n_{peran}" in pasangan.columns:
        return pasangan
    ada = pl.col(f"baris_{peran}").is_not_null()
    return pasangan.with_columns(
        pl.when(ada).then(pl.lit(1, pl.UInt32)).alias(f"n_{peran}"),
        (ada & pl.col(peran).is_null()).alias(f"kosong_{peran}"),
    )


def _join(
    kiri: pl.DataFrame, kanan: pl.DataFrame, banyak_kode: int, bernama: bool
) -> tuple[pl.DataFrame, dict[Kunci, Kunci]]:
    """Both by key; what only one side has, by its name too."""
    hasil = kiri.join(kanan, on="k", how="full", coalesce=True)
    if not bernama:
        return hasil, {}
    nama_kiri = [c for c in kiri.columns if c.startswith("nama_")]
    nama_kanan = next(c for c in kanan.columns if c.startswith("nama_"))
    baris_kiri = [c for c in kiri.columns if c.startswith("baris_")]
    sisa_kiri = hasil.filter(pl.col(nama_kanan.replace("nama", "baris")).is_null())
    sisa_kanan = hasil.filter(pl.all_horizontal(pl.col(baris_kiri).is_null()))
    sisa_kiri = sisa_kiri.select("k", pl.coalesce(nama_kiri).alias("nama"))
    sisa_kanan = sisa_kanan.select("k", pl.col(nama_kanan).alias("nama"))
    pasang = _pair_names(sisa_kiri, sisa_kanan, banyak_kode)
    if not pasang:
        return hasil, {}
    # The smaller key is kept: a code comes before a name, and it does not matter which side is left.
    peta = {k: min(pasangan) for pasangan in pasang for k in pasangan}
    kiri, kanan = (t.with_columns(pl.col("k").replace(list(peta), list(peta.values()))) for t in (kiri, kanan))
    bertemu = {divmod(k, banyak_kode): divmod(min(p), banyak_kode) for p in pasang for k in p if k != min(p)}
    return kiri.join(kanan, on="k", how="full", coalesce=True), bertemu


def _pair_names(kiri: pl.DataFrame, kanan: pl.DataFrame, banyak_kode: int) -> list[tuple[int, int]]:
    """Keys of one kecamatan and one exact normalised name; a name that a side has twice pairs with nothing."""
    if kiri.is_empty() or kanan.is_empty():
        return []
    dua = [_index_names(t, banyak_kode) for t in (kiri, kanan)]
    return list(dua[0].join(dua[1], on=["kec", "baku"]).select("k", "k_right").iter_rows())


def _index_names(sisa: pl.DataFrame, banyak_kode: int) -> pl.DataFrame:
    """kec, baku, k: the keys by normalised name, of names that stand once in their kecamatan."""
    nama = sisa["nama"].drop_nulls().unique()
    baku = pl.DataFrame(
        {"nama": nama, "baku": [normalize_nama(n) for n in nama]}, schema={"nama": pl.String, "baku": pl.String}
    )
    return (
        sisa.join(baku.filter(pl.col("baku") != ""), on="nama")
        .group_by(pl.col("k") // banyak_kode, "baku")
        .agg(pl.col("k").first().alias("satu"), pl.len().alias("n"))
        .filter(pl.col("n") == 1)
        .select(pl.col("k").alias("kec"), "baku", pl.col("satu").alias("k"))
    )


def _compute(pasangan: pl.DataFrame, toleransi: int, banyak_kode: int) -> pl.DataFrame:
    """Difference, flags and group of every pair."""
    p, d, r = (pl.col(peran) for peran in SEBUTAN)
    selisih = p - d
    ada_p, ada_d = pl.col("n_perjanjian").is_not_null(), pl.col("n_dpa").is_not_null()
    sama = ada_p & ada_d & (selisih.abs() <= toleransi) & (pl.col("n_perjanjian") == 1) & (pl.col("n_dpa") == 1)
    return pasangan.with_columns(
        (pl.col("k") // banyak_kode).cast(pl.UInt32).alias("kec"),
        (pl.col("k") % banyak_kode).cast(pl.UInt32).alias("kode"),
        pl.coalesce(*(f"nama_{peran}" for peran in SEBUTAN)).alias("nama"),
        selisih.alias("selisih"),
        (selisih.abs() > toleransi).fill_null(False).alias("beda"),
        (r > pl.coalesce(d, p)).fill_null(False).alias("lebih"),
        pl.when(sama.fill_null(False) & ~pl.any_horizontal(pl.col("kosong_perjanjian", "kosong_dpa")).fill_null(False))
        .then(int(Kelompok.COCOK))
        .when(ada_p & ~ada_d)
        .then(int(Kelompok.HANYA_PERJANJIAN))
        .when(ada_d & ~ada_p)
        .then(int(Kelompok.HANYA_DPA))
        .otherwise(int(Kelompok.BERBEDA))
        .cast(pl.UInt8)
        .alias("kelompok"),
    ).drop("k")
