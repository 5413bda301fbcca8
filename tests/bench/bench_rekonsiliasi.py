"""Reconciliation beside its peers, in turns: a million rows (datacompy, a bare join by polars), sheets (pandas).

Every run is a process of its own, start-up and imports included; each round runs all, so that a busy machine slows
all alike. Run: python -m tests.bench.bench_rekonsiliasi [rounds [case ...]]
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.rekonsiliasi import (
    BARIS,
    LEMBAR,
    LEPAS,
    PROGRAM,
    write_lembar,
    write_lepas,
    write_million,
    write_program,
)

MAKS_MB, MAKS_DETIK, MAKS_KALI = 1024, 2.0, 3.0
MAKS_PERINTAH = 5.0
"""Times pandas that the command may take, which also writes a workbook."""


class Ukur(NamedTuple):
    """Seconds from start to end of a new process, its peak in MB, and what it counted."""

    detik: float
    mb: int
    hasil: list[int]


def measure(cara: str, kiri: Path, kanan: Path) -> Ukur:
    """Run one way as a process."""
    awal = time.perf_counter()
    perintah = [sys.executable, "-m", "tests.bench.rekonsiliasi", cara, str(kiri), str(kanan)]
    keluaran = subprocess.run(perintah, check=True, capture_output=True, text=True, start_new_session=True).stdout
    detik = time.perf_counter() - awal
    isi = json.loads(keluaran.splitlines()[-1])
    return Ukur(detik, isi["mb"], isi["hasil"])


def run_rounds(cara: Sequence[str], kiri: Path, kanan: Path, putaran: int) -> dict[str, list[Ukur]]:
    """All ways in turns, and the figures of each printed; they must have counted alike."""
    semua = [{satu: measure(satu, kiri, kanan) for satu in cara} for _ in range(putaran)]
    hasil = {satu: [p[satu] for p in semua] for satu in cara}
    hitung = {tuple(u.hasil) for deret in hasil.values() for u in deret if u.hasil}
    assert len(hitung) == 1, f"hasil hitungan tidak sama: {hitung}"
    print(f"{kiri.name} x {kanan.name}, {putaran} putaran; berbeda, hanya kiri, hanya kanan: {list(*hitung)}")
    for satu, deret in hasil.items():
        detik = sorted(u.detik for u in deret)
        rentang = f"{statistics.median(detik):5.2f} s ({detik[0]:.2f}-{detik[-1]:.2f})"
        print(f"  {satu:<10} {rentang}  {max(u.mb for u in deret):5} MB")
    return hasil


def compute_kali(hasil: dict[str, list[Ukur]], satu: str, lain: str) -> float:
    """How many times as long as another a way took: the median over the rounds."""
    return statistics.median(a.detik / b.detik for a, b in zip(hasil[satu], hasil[lain], strict=True))


def judge(apa: str, nilai: float, batas: float, satuan: str = "x") -> bool:
    """Print a figure beside its limit; whether it is kept."""
    print(f"  {apa}: {nilai:.4g} {satuan} (paling banyak {batas:g}){'' if nilai <= batas else '  TIDAK TERCAPAI'}")
    return nilai <= batas


def bench_million(folder: Path, putaran: int) -> list[bool]:
    """A million rows as csv and as parquet."""
    write_million(folder)
    baik = []
    print(f"{BARIS:,} x {BARIS:,} baris")
    for jenis in ("csv", "parquet"):
        kiri, kanan = folder / f"kiri.{jenis}", folder / f"kanan.{jenis}"
        hasil = run_rounds(("kinerja", "datacompy", "polars"), kiri, kanan, putaran)
        baik.append(judge("kinerja/datacompy", compute_kali(hasil, "kinerja", "datacompy"), 1))
        baik.append(judge("kinerja/polars", compute_kali(hasil, "kinerja", "polars"), MAKS_KALI))
        baik.append(judge("puncak", max(u.mb for u in hasil["kinerja"]), MAKS_MB, "MB"))
    return baik


def bench_lembar(folder: Path, putaran: int) -> list[bool]:
    """Sheets of .xlsx, without and with the workbook that the command writes."""
    write_lembar(folder)
    print(f"{LEMBAR:,} x {LEMBAR:,} baris .xlsx")
    hasil = run_rounds(("pandas", "kinerja", "perintah"), folder / "kiri.xlsx", folder / "kanan.xlsx", putaran)
    return [
        judge("kinerja/pandas", compute_kali(hasil, "kinerja", "pandas"), MAKS_KALI),
        judge("perintah/pandas", compute_kali(hasil, "perintah", "pandas"), MAKS_PERINTAH),
    ]


def bench_program(folder: Path, putaran: int) -> list[bool]:
    """Programmes with amounts as people write them."""
    write_program(folder)
    print(f"{PROGRAM:,} x {PROGRAM:,} baris csv bertitik")
    return [_judge_detik(folder, "program", putaran)]


def bench_lepas(folder: Path, putaran: int) -> list[bool]:
    """Rows that match nothing: few of them quickly, many in little memory."""
    write_lepas(folder)
    sedikit, banyak = LEPAS
    print(f"{sedikit:,} dan {banyak:,} baris csv tanpa pasangan")
    hasil = run_rounds(("kinerja",), folder / f"kiri-{banyak}.csv", folder / f"kanan-{banyak}.csv", 1)
    baik = judge("puncak", max(u.mb for u in hasil["kinerja"]), MAKS_MB, "MB")
    return [_judge_detik(folder, str(sedikit), putaran), baik]


def _judge_detik(folder: Path, nama: str, putaran: int) -> bool:
    hasil = run_rounds(("kinerja",), folder / f"kiri-{nama}.csv", folder / f"kanan-{nama}.csv", putaran)
    return judge("median", statistics.median(u.detik for u in hasil["kinerja"]), MAKS_DETIK, "s")


KASUS: dict[str, Callable[[Path, int], list[bool]]] = {
    "juta": bench_million, "lembar": bench_lembar, "program": bench_program, "lepas": bench_lepas,
}  # fmt: skip


def main(putaran: int, kasus: Sequence[str]) -> int:
    """Print all figures; 1 when a target is missed."""
    baik: list[bool] = []
    for nama in kasus or KASUS:
        with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as sementara:
            baik += KASUS[nama](Path(sementara), putaran)
    return int(not all(baik))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, sys.argv[2:]))
