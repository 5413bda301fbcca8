"""Collecting returned workbooks beside openpyxl's two ordinary loads of the same files, formulas and values.

Every run is a process of its own, start-up and imports included. Run: python -m tests.bench.bench_kumpul [how many
workbooks [rounds [negara]]]: of the 21 kecamatan of Medan in turns, or of as many of the country, which has 7285.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import openpyxl

from kinerja.terbit.pangkalan import NAMA_REGISTER
from tests.bench.bench_rekonsiliasi import judge
from tests.bench.kiriman import list_contoh, write_kiriman

MIN_KALI, MIN_DUA, MAKS_MB, MAKS_LURUS = 10.0, 1.6, 250, 1.15
CONTOH = 40
"""Files that openpyxl loads; it takes as long for each."""
AKAR = Path(__file__).parents[2]


class Ukur(NamedTuple):
    """What a process took: seconds by the wall clock and of the processor, its peak in MB."""

    detik: float
    cpu: float
    mb: float


def run(*perintah: str) -> Ukur:
    """Run Python with these arguments; findings (1) are no failure."""
    awal = time.perf_counter()
    proses = subprocess.Popen(
        [sys.executable, *perintah], cwd=AKAR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, pakai = os.wait4(proses.pid, 0)
    proses.returncode = os.waitstatus_to_exitcode(status)
    if proses.returncode not in (0, 1):
        raise RuntimeError(f"{perintah} berakhir dengan kode {proses.returncode}.")
    return Ukur(time.perf_counter() - awal, pakai.ru_utime + pakai.ru_stime, pakai.ru_maxrss / 1024)


def collect(kiriman: Path, terbit: Path, proses: int) -> Ukur:
    """Collect all; the register has seen none of them, and does not remember them afterwards."""
    simpanan, register = (folder / NAMA_REGISTER for folder in (terbit.parent, terbit))
    if not simpanan.exists():
        shutil.copy(register, simpanan)
    try:
        return run("-m", "kinerja", "kumpul", str(kiriman), "--terbit", str(terbit), "--proses", str(proses))
    finally:
        shutil.copy(simpanan, register)


def load(berkas: list[Path]) -> float:
    """Seconds of the processor that openpyxl takes for one file."""
    awal = time.process_time()
    for satu in berkas:
        for nilai in (False, True):
            openpyxl.load_workbook(satu, data_only=nilai)
    return (time.process_time() - awal) / len(berkas)


def main(banyak: int, putaran: int, *, negara: bool) -> int:
    """Print all figures; 1 when one misses its aim."""
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as sementara:
        terbit, kirim, separuh = (Path(sementara) / n for n in ("hasil", "kirim", "separuh"))
        if negara:
            run("-m", "tests.bench.negara", str(banyak), "1", str(terbit))
        else:
            run("-m", "kinerja", "buat", "--keluar", str(terbit))
        berkas = write_kiriman(terbit, kirim, banyak)
        separuh.mkdir()
        for satu in berkas[::2]:
            os.link(satu, separuh / satu.name)
        kali: list[float] = []
        lurus: list[float] = []
        dua: list[float] = []
        mb = 0.0
        for _ in range(putaran):
            semula = load(list(list_contoh(berkas, CONTOH)))
            satu_proses, setengah, dua_proses = (
                collect(kirim, terbit, 1), collect(separuh, terbit, 1), collect(kirim, terbit, 2)
            )  # fmt: skip
            kali.append(semula * banyak / satu_proses.cpu)
            lurus.append(satu_proses.cpu / setengah.cpu / 2)
            dua.append(satu_proses.detik / dua_proses.detik)
            mb = max(mb, satu_proses.mb, setengah.mb, dua_proses.mb)
            ms = [f"{x * 1e3:.1f}" for x in (semula, satu_proses.cpu / banyak, satu_proses.detik / banyak)]
            print(f"{banyak} buku: openpyxl {ms[0]}, kumpul {ms[1]} ms CPU per buku ({ms[2]} ms jam dinding)")
    print(f"  openpyxl/kumpul {statistics.median(kali):.1f} x, dua proses {statistics.median(dua):.2f} x")
    baik = [
        judge("kumpul/openpyxl", 1 / statistics.median(kali), 1 / MIN_KALI),
        judge("dua proses/satu", 1 / statistics.median(dua), 1 / MIN_DUA),
        judge("semua/dua kali separuh", statistics.median(lurus), MAKS_LURUS),
        judge("puncak", mb, MAKS_MB, "MB"),
    ]
    return int(not all(baik))


if __name__ == "__main__":
    pilihan = sys.argv[1:]
    bilangan = [int(n) for n in pilihan[:2]]
    sys.exit(main(*(bilangan + [1_000, 1][len(bilangan) :]), negara="negara" in pilihan))
