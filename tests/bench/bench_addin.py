"""Cost of one call in classic Excel (Python's side), of 10.000 cells in one call, and of starting Python from Excel.

Run: python -m tests.bench.bench_addin
"""

import importlib
import json
import statistics
import subprocess
import sys
import timeit
from collections.abc import Callable
from types import ModuleType
from typing import Any

from tests.alat.addin import KINI
from tests.alat.program import AKAR
from tests.alat.pywin32 import install

PUTARAN = 7
PANGGILAN = 2000
BATAS_PANGGILAN = 30.0
BATAS_MULAI = 0.35
BATAS_MB = 45.0
BATAS_NISBAH = 0.7
BATAS_KOSONG = 3.0


def measure(kerja: Callable[[], object], panggilan: int) -> float:
    """Microseconds a call, the best of several rounds: what the machine can do when nothing disturbs it."""
    return min(timeit.repeat(kerja, number=panggilan, repeat=PUTARAN)) / panggilan * 1e6


def measure_start(*argumen: str) -> dict[str, float]:
    """CPU seconds and megabytes of a Python that Excel starts (see `tests.alat.mulai`), the median of several."""
    perintah = [sys.executable, "-m", "tests.alat.mulai", *argumen]
    semua = [
        json.loads(subprocess.check_output(perintah, text=True, cwd=AKAR).splitlines()[-1]) for _ in range(PUTARAN)
    ]
    return {nama: statistics.median(satu[nama] for satu in semua) for nama in ("cpu", "mb")}


def _add_kosong(udfs: Any) -> str:
    """A module with a function that hands back what it gets, as xlwings' users write one; its name."""

    def kosong(x: Any) -> Any:
        return x

    modul = ModuleType("fungsi_kosong")
    modul.__dict__.update(__file__="tidak ada", kosong=udfs.xlfunc(kosong))
    sys.modules[modul.__name__] = modul
    return modul.__name__


def main() -> None:
    """Print the figures beside their limits."""
    xlwings = install()
    udfs = importlib.import_module("xlwings.udfs")
    xlwings.func, xlwings.arg = udfs.xlfunc, udfs.xlarg
    udf = "addin.hosts.excel_com"
    kolom = tuple((i / 100,) for i in range(1, 10_001))
    predikat = KINI["SAKIP_PREDIKAT"]
    kosong = _add_kosong(udfs)
    mulai, polos = measure_start(), measure_start("polos")
    baris = [
        ("inti, satu sel", measure(lambda: predikat.evaluate(66.5), PANGGILAN), BATAS_PANGGILAN, "µs"),
        (
            "lewat xlwings, satu sel, dibanding fungsi kosong",
            measure(lambda: udfs.call_udf(udf, "SAKIP_PREDIKAT", (66.5,)), PANGGILAN)
            / measure(lambda: udfs.call_udf(kosong, "kosong", (66.5,)), PANGGILAN),
            BATAS_KOSONG,
            "kali",
        ),
        (
            "lewat xlwings, per sel dari 10.000",
            measure(lambda: udfs.call_udf(udf, "SAKIP_PREDIKAT", (kolom,)), 1) / len(kolom),
            BATAS_PANGGILAN,
            "µs",
        ),
        ("dari Excel sampai jawaban pertama", mulai["cpu"], BATAS_MULAI, "s CPU"),
        ("memorinya", mulai["mb"], BATAS_MB, "MB"),
        ("dibanding import xlwings saja", mulai["cpu"] / polos["cpu"], BATAS_NISBAH, "kali"),
    ]
    for nama, nilai, batas, satuan in baris:
        print(f"{nama:50} {nilai:8.2f} {satuan:6} batas {batas:g}  {'baik' if nilai <= batas else 'LEWAT'}")


if __name__ == "__main__":
    main()
