"""Reconciliation of two tables of a million rows beside datacompy on pandas and a bare join by polars, in turns.

Every run is a process of its own, start-up and imports included; each round runs all, so that a busy machine slows
all alike. Run: python -m tests.bench.bench_rekonsiliasi [rounds]
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARIS = 1_000_000
PROGRAM = 44_000
MAKS_MB, MAKS_DETIK, MAKS_KALI = 1024, 2.0, 3.0


def write_tables(folder: Path) -> None:
    """Both sides: 1 % other amounts, 0,5 % and 1 % of the rows missing, in another order; and 44.000 programmes."""
    import polars as pl

    from kinerja.wilayah import list_kecamatan

    acak = random.Random(1)
    kecamatan = [k.kode for k in list_kecamatan()]
    kata = [acak.choices("abcdefghijklmnopqrstuvwxyz", k=12) for _ in range(150)]
    sub = [f"7.01.{p:02}.2.{k:02}.{s:04}" for p in range(1, 7) for k in range(1, 6) for s in range(1, 6)]
    nama = dict(zip(sub, (f"Kegiatan {''.join(k)}" for k in kata), strict=True))
    pagu = [acak.randrange(1000, 10**8) * 1000 for _ in range(BARIS)]
    isi = [(kecamatan[n // len(sub)], sub[n % len(sub)], pagu[n]) for n in range(BARIS)]
    kiri = [b for b in isi if acak.random() > 0.005]
    kanan = [(k, s, p + 1000 if acak.random() < 0.01 else p) for k, s, p in isi if acak.random() > 0.01]
    for sisi, baris in (("kiri", kiri), ("kanan", kanan)):
        acak.shuffle(baris)
        kolom = {
            "kode_kecamatan": [b[0] for b in baris],
            "kode": [b[1] for b in baris],
            "nama": [nama[b[1]] for b in baris],
            "pagu": [b[2] for b in baris],
        }
        bingkai = pl.DataFrame(kolom)
        bingkai.write_csv(folder / f"{sisi}.csv")
        bingkai.write_parquet(folder / f"{sisi}.parquet")
        program = [(k, f"7.01.{n:02}") for k in kecamatan for n in range(1, 8)][:PROGRAM]
        pl.DataFrame(
            {
                "kode_kecamatan": [k for k, _ in program],
                "kode": [p for _, p in program],
                "nama": [f"PROGRAM {p}" for _, p in program],
                "pagu": [f"{n + 10**9:,}".replace(",", ".") for n in range(len(program))],
            }
        ).write_csv(folder / f"{sisi}-program.csv", separator=";")


def run_kinerja(kiri: Path, kanan: Path) -> list[int]:
    """All of it: reading, matching, every finding with its sentence."""
    from kinerja.anggaran.banding import Kelompok, reconcile

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


CARA = {"kinerja": run_kinerja, "datacompy": run_datacompy, "polars": run_polars}


def measure(cara: str, kiri: Path, kanan: Path) -> tuple[float, int, list[int]]:
    """Seconds from start to end of a new process, its peak in MB, and what it counted."""
    awal = time.perf_counter()
    perintah = [sys.executable, "-m", "tests.bench.bench_rekonsiliasi", "satu", cara, str(kiri), str(kanan)]
    keluaran = json.loads(subprocess.run(perintah, check=True, capture_output=True, text=True).stdout)
    return time.perf_counter() - awal, keluaran["mb"], keluaran["hasil"]


def compare_all(folder: Path, jenis: str, putaran: int) -> bool:
    """Rounds of all three on one kind of file; whether the targets are met."""
    kiri, kanan = folder / f"kiri.{jenis}", folder / f"kanan.{jenis}"
    semua = [{cara: measure(cara, kiri, kanan) for cara in CARA} for _ in range(putaran)]
    assert len({tuple(satu[cara][2]) for satu in semua for cara in CARA}) == 1, "hasil hitungan tidak sama"
    print(f"{jenis}: {BARIS:,} x {BARIS:,} baris, {putaran} putaran")
    print(f"  berbeda, hanya kiri, hanya kanan: {semua[0]['polars'][2]}, sama pada ketiganya")
    for cara in CARA:
        detik = sorted(satu[cara][0] for satu in semua)
        nisbah = statistics.median(satu[cara][0] / satu["kinerja"][0] for satu in semua)
        mb = max(satu[cara][1] for satu in semua)
        rentang = f"{statistics.median(detik):5.2f} s ({detik[0]:.2f}-{detik[-1]:.2f})"
        print(f"  {cara:<10} {rentang}  {nisbah:5.2f} x kinerja  {mb:5} MB")
    lawan = statistics.median(satu["datacompy"][0] / satu["kinerja"][0] for satu in semua)
    polos = statistics.median(satu["kinerja"][0] / satu["polars"][0] for satu in semua)
    mb = max(satu["kinerja"][1] for satu in semua)
    print(
        f"  datacompy/kinerja {lawan:.2f} (paling sedikit 1), kinerja/polars {polos:.2f} (paling banyak {MAKS_KALI:g}),"
    )
    print(f"  puncak {mb} MB (paling banyak {MAKS_MB})")
    return lawan >= 1 and polos <= MAKS_KALI and mb <= MAKS_MB


def main(putaran: int) -> int:
    """Print all figures; 1 when a target is missed."""
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as sementara:
        folder = Path(sementara)
        write_tables(folder)
        baik = [compare_all(folder, jenis, putaran) for jenis in ("csv", "parquet")]
        detik = [
            measure("kinerja", folder / "kiri-program.csv", folder / "kanan-program.csv")[0] for _ in range(putaran)
        ]
        print(f"{PROGRAM} x {PROGRAM} baris csv bertitik: {statistics.median(detik):.2f} s (<= {MAKS_DETIK})")
    return int(not all(baik) or statistics.median(detik) > MAKS_DETIK)


if __name__ == "__main__":
    if sys.argv[1:2] == ["satu"]:
        hasil = CARA[sys.argv[2]](Path(sys.argv[3]), Path(sys.argv[4]))
        print(json.dumps({"hasil": hasil, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
