"""Tables to reconcile, and ways to do it: run as a process, `python -m tests.bench.rekonsiliasi CARA KIRI KANAN`.

It prints what it counted (rows that differ, only left, only right) and the peak in MB of the
largest process of its session.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from tests.bench.ukur import measure_memory

BARIS = 1_000_000
LEMBAR = 60_000
PROGRAM = 44_000
LEPAS = (44_000, 450_000)
"""Rows of tables that have no code in common."""
Baris = tuple[str, str, str, int]
"""kode_kecamatan, kode, nama, pagu."""
JUDUL = ("kode_kecamatan", "kode", "nama", "pagu")


def list_baris(banyak: int, awal: int = 0) -> list[Baris]:
    """Sub-kegiatan of one kecamatan after the other; `awal` shifts their codes and names, so that none is the same."""
    from kinerja.wilayah import list_kecamatan

    acak = random.Random(1)
    kecamatan = [k.kode for k in list_kecamatan()]
    sub = [f"7.01.{p:02}.2.{k:02}.{s + awal:04}" for p in range(1, 7) for k in range(1, 6) for s in range(1, 6)]
    nama = [f"Kegiatan {''.join(acak.choices('abcdefghijklmnopqrstuvwxyz', k=12))} {awal}" for _ in sub]
    panjang = len(sub)
    return [
        (kecamatan[n // panjang], sub[n % panjang], nama[n % panjang], acak.randrange(1000, 10**8) * 1000)
        for n in range(banyak)
    ]


def write_million(folder: Path) -> None:
    """Both sides as csv and parquet: 1 % other amounts, 0,5 % and 1 % of the rows missing, in another order."""
    acak = random.Random(1)
    isi = list_baris(BARIS)
    kiri = [b for b in isi if acak.random() > 0.005]
    kanan = [(*b[:3], b[3] + 1000 if acak.random() < 0.01 else b[3]) for b in isi if acak.random() > 0.01]
    for sisi, baris in (("kiri", kiri), ("kanan", kanan)):
        acak.shuffle(baris)
        write_csv(folder / f"{sisi}.csv", baris, parquet=True)


def write_csv(path: Path, baris: list[Baris], *, parquet: bool = False) -> None:
    """A table as csv, and beside it as parquet."""
    import polars as pl

    bingkai = pl.DataFrame(dict(zip(JUDUL, zip(*baris, strict=True), strict=True)))
    bingkai.write_csv(path)
    if parquet:
        bingkai.write_parquet(path.with_suffix(".parquet"))


def write_program(folder: Path) -> None:
    """Programmes with amounts as people write them, `1.000.000.000`; both sides are the same."""
    import polars as pl

    from kinerja.wilayah import list_kecamatan

    program = [(k.kode, f"7.01.{n:02}") for k in list_kecamatan() for n in range(1, 8)][:PROGRAM]
    pagu = [f"{n + 10**9:,}".replace(",", ".") for n in range(PROGRAM)]
    isi = [(k, p, f"PROGRAM {p}", n) for (k, p), n in zip(program, pagu, strict=True)]
    for sisi in ("kiri", "kanan"):
        pl.DataFrame(isi, schema=JUDUL, orient="row").write_csv(folder / f"{sisi}-program.csv", separator=";")


def write_lembar(folder: Path) -> None:
    """Both sides as sheets of .xlsx; 3 % of the amounts differ."""
    import xlsxwriter

    acak = random.Random(2)
    isi = list_baris(LEMBAR)
    for sisi in ("kiri", "kanan"):
        buku = xlsxwriter.Workbook(folder / f"{sisi}.xlsx")
        lembar = buku.add_worksheet("Anggaran")
        lembar.write_row(0, 0, JUDUL)
        for r, (*teks, pagu) in enumerate(isi, start=1):
            lembar.write_row(r, 0, (*teks, pagu + 1000 if sisi == "kanan" and acak.random() < 0.03 else pagu))
        buku.close()


def write_lepas(folder: Path) -> None:
    """Tables that have nothing in common but their kecamatan."""
    for banyak in LEPAS:
        write_csv(folder / f"kiri-{banyak}.csv", list_baris(banyak))
        write_csv(folder / f"kanan-{banyak}.csv", list_baris(banyak, 100))


def run_kinerja(kiri: Path, kanan: Path) -> list[int]:
    """All of it: reading, matching, every finding with its sentence."""
    from kinerja.anggaran.banding import reconcile
    from kinerja.anggaran.pasangan import Kelompok

    hasil = reconcile(kiri, kanan)
    assert any(t.kode == "RK03" for t in hasil.temuan) or not hasil.pasangan["beda"].any()
    return [hasil.count(k)[0] for k in (Kelompok.BERBEDA, Kelompok.HANYA_PERJANJIAN, Kelompok.HANYA_DPA)]


def run_datacompy(kiri: Path, kanan: Path) -> list[int]:
    """datacompy on pandas."""
    import datacompy
    import pandas as pd

    jenis = {"kode_kecamatan": str, "kode": str}
    a, b = (pd.read_csv(p, dtype=jenis) if p.suffix == ".csv" else pd.read_parquet(p) for p in (kiri, kanan))
    banding = datacompy.PandasCompare(a, b, join_columns=["kode_kecamatan", "kode"])
    beda = int((~banding.intersect_rows["pagu_match"]).sum())
    return [beda, len(banding.df1_unq_rows), len(banding.df2_unq_rows)]


def run_polars(kiri: Path, kanan: Path) -> list[int]:
    """A bare full join, streaming, that only counts."""
    import polars as pl

    scan = pl.scan_csv if kiri.suffix == ".csv" else pl.scan_parquet
    gabung = scan(kiri).join(scan(kanan), on=["kode_kecamatan", "kode"], how="full", coalesce=True)
    hitung = gabung.select(
        (pl.col("pagu") != pl.col("pagu_right")).sum(),
        pl.col("pagu_right").is_null().sum().alias("kiri"),
        pl.col("pagu").is_null().sum().alias("kanan"),
    )
    return [int(n) for n in hitung.collect(engine="streaming").row(0)]


def run_pandas(kiri: Path, kanan: Path) -> list[int]:
    """Sheets by calamine, the fastest that pandas has, and a bare merge that only counts."""
    import pandas as pd

    jenis = {"kode_kecamatan": str, "kode": str}
    a, b = (pd.read_excel(p, engine="calamine", dtype=jenis) for p in (kiri, kanan))
    gabung = a.merge(b, on=["kode_kecamatan", "kode"], how="outer", indicator=True)
    dua = gabung["_merge"] == "both"
    beda = int((dua & (gabung["pagu_x"] != gabung["pagu_y"])).sum())
    return [beda, *(int((gabung["_merge"] == sisi).sum()) for sisi in ("left_only", "right_only"))]


def run_perintah(kiri: Path, kanan: Path) -> list[int]:
    """The command as people run it, with its workbook."""
    from kinerja.cli import main

    keluar = kiri.with_name("rekonsiliasi.xlsx")
    kode = main(["rekonsiliasi", "--perjanjian", str(kiri), "--dpa", str(kanan), "--keluar", str(keluar), "--timpa"])
    assert kode == 1
    return []


CARA = {
    "kinerja": run_kinerja, "datacompy": run_datacompy, "polars": run_polars, "pandas": run_pandas,
    "perintah": run_perintah,
}  # fmt: skip

if __name__ == "__main__":
    hasil = CARA[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    print("\n" + json.dumps({"hasil": hasil, "mb": int(measure_memory())}))
