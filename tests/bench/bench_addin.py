"""Cost of one call in classic Excel (Python's side), of 10.000 cells in one call, and of loading the add-in.

Run: python -m tests.bench.bench_addin
"""

import importlib
import statistics
import subprocess
import sys
import timeit
from collections.abc import Callable

from tests.alat.addin import KINI
from tests.alat.program import AKAR
from tests.alat.pywin32 import install

PUTARAN = 7
PANGGILAN = 2000
BATAS_PANGGILAN = 30.0
BATAS_MUAT = 0.4

MUAT = """
import sys
for nama in ("pandas", "numpy", "matplotlib", "PIL"):
    sys.modules[nama] = None
import resource
awal = resource.getrusage(resource.RUSAGE_SELF)
import {modul}
akhir = resource.getrusage(resource.RUSAGE_SELF)
print(akhir.ru_utime + akhir.ru_stime - awal.ru_utime - awal.ru_stime)
"""


def measure(kerja: Callable[[], object], panggilan: int) -> float:
    """Microseconds a call, the best of several rounds: what the machine can do when nothing disturbs it."""
    return min(timeit.repeat(kerja, number=panggilan, repeat=PUTARAN)) / panggilan * 1e6


def measure_import(modul: str) -> float:
    """CPU seconds of importing a module in a new process without pandas, the median of several."""
    perintah = [sys.executable, "-c", MUAT.format(modul=modul)]
    keluaran = [
        subprocess.run(perintah, capture_output=True, text=True, check=True, cwd=AKAR).stdout for _ in range(PUTARAN)
    ]
    return statistics.median(map(float, keluaran))


def main() -> None:
    """Print the figures beside their limits."""
    xlwings = install()
    udfs = importlib.import_module("xlwings.udfs")
    xlwings.func, xlwings.arg = udfs.xlfunc, udfs.xlarg
    udf = "addin.hosts.excel_com"
    kolom = tuple((i / 100,) for i in range(1, 10_001))
    predikat = KINI["SAKIP_PREDIKAT"]
    baris = [
        ("inti, satu sel", measure(lambda: predikat.evaluate(66.5), PANGGILAN), BATAS_PANGGILAN, "µs"),
        (
            "lewat xlwings, satu sel",
            measure(lambda: udfs.call_udf(udf, "SAKIP_PREDIKAT", (66.5,)), PANGGILAN),
            BATAS_PANGGILAN,
            "µs",
        ),
        (
            "lewat xlwings, per sel dari 10.000",
            measure(lambda: udfs.call_udf(udf, "SAKIP_PREDIKAT", (kolom,)), 1) / len(kolom),
            BATAS_PANGGILAN,
            "µs",
        ),
        ("muat addin.fungsi", measure_import("addin.fungsi"), BATAS_MUAT, "s CPU"),
        (f"muat {udf}", measure_import(udf), BATAS_MUAT, "s CPU"),
    ]
    for nama, nilai, batas, satuan in baris:
        print(f"{nama:40} {nilai:8.2f} {satuan:6} batas {batas:g}  {'baik' if nilai <= batas else 'LEWAT'}")


if __name__ == "__main__":
    main()
