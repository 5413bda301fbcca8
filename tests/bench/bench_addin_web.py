"""10.000 rows in one call through the Office.js adapter, beside the same function with xlwings' default converters.

Run: python -m tests.bench.bench_addin_web

Both go through what xlwings Server does with a POST: JSON text in, `custom_functions_call`, JSON text out.
"""

import asyncio
import gc
import json
import os
import statistics
import time
from types import SimpleNamespace
from typing import Any

os.environ["XLWINGS_ON_SERVER"] = "true"
os.environ["XLWINGS_LICENSE_KEY"] = "noncommercial"

import xlwings
from xlwings.server import arg, custom_functions_call, func

from addin.hosts.excel_js import make_functions
from addin.nilai import Galat
from tests.alat.addin import KINI

PUTARAN = 9
BARIS = 10_000
TARGET = 4.0
PREDIKAT = KINI["SAKIP_PREDIKAT"]
KAMI = SimpleNamespace(**make_functions(func, arg))


@func
@arg("nilai", ndim=2)
def SAKIP_PREDIKAT(nilai):  # type: ignore[no-untyped-def]
    """The same function as xlwings' documentation has one written."""
    hasil: Any = PREDIKAT.evaluate(nilai)
    return [[sel.kode if isinstance(sel, Galat) else sel for sel in baris] for baris in hasil]


MEREKA = SimpleNamespace(SAKIP_PREDIKAT=SAKIP_PREDIKAT)


def make_request() -> str:
    """What the browser sends for =SAKIP_PREDIKAT(A1:A10000)."""
    isi = {
        "client": "Office.js",
        "func_name": "SAKIP_PREDIKAT",
        "args": [[[i / 100] for i in range(1, BARIS + 1)]],
        "caller_address": "[Buku.xlsx]Lembar1!B1",
        "culture_info_name": "id-ID",
        "date_format": "dd/MM/yyyy",
        "version": xlwings.__version__,
        "runtime": "1.4",
    }
    return json.dumps(isi)


def run(permintaan: str, modul: SimpleNamespace) -> tuple[float, str]:
    """CPU seconds of one call, and its answer."""
    gc.collect()
    awal = time.process_time()
    hasil = json.dumps(asyncio.run(custom_functions_call(json.loads(permintaan), modul)))
    return time.process_time() - awal, hasil


def main() -> None:
    """Print times and their ratio; every round runs both, so that a busy machine slows both alike."""
    permintaan = make_request()
    pasangan = []
    for _ in range(PUTARAN):
        (kami, jawaban), (mereka, jawaban_mereka) = run(permintaan, KAMI), run(permintaan, MEREKA)
        assert jawaban == jawaban_mereka
        pasangan.append((kami, mereka))
    nisbah = sorted(b / a for a, b in pasangan)
    print(f"{BARIS} baris, {PUTARAN} putaran bergantian")
    print(f"adaptor kinerja        {statistics.median(a for a, _ in pasangan) * 1e3:6.1f} ms")
    print(f"konverter baku xlwings {statistics.median(b for _, b in pasangan) * 1e3:6.1f} ms")
    print(f"nisbah                 {statistics.median(nisbah):6.1f} × ({nisbah[0]:.1f}–{nisbah[-1]:.1f})")
    if statistics.median(nisbah) < TARGET:
        raise SystemExit(f"Kurang dari {TARGET:.0f} kali.")


if __name__ == "__main__":
    main()
