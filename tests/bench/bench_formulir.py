"""Workbooks of a city's own form of five sheets beside openpyxl, which only loads and saves the same form as often.

CPU time in one process, in turns. Reading the form belongs to it: between two rounds another form is filled, so that
nothing is kept of this one. Run: python -m tests.bench.bench_formulir [rounds].
"""

from __future__ import annotations

import io
import statistics
import sys
from datetime import date

from openpyxl import load_workbook

from kinerja.formulir.baca import read_formulir
from kinerja.formulir.isi import fill_formulir
from tests.alat.formulir.data import list_medan
from tests.alat.formulir.isi import FORM, freeze
from tests.bench.bench_rekonsiliasi import judge
from tests.bench.ukur import compute_ratio, run_rounds

PUTARAN = 5
MAKS = 1.3
KINERJA, OPENPYXL, LAIN = "kinerja", "openpyxl muat-simpan", "formulir lain"


def main(putaran: int) -> None:
    """Print the times of 21 workbooks, and the ratio beside its limit."""
    semua = list_medan()
    isi = freeze(FORM["lima"](), date(2024, 12, 31))

    def fill() -> int:
        formulir = read_formulir(isi, "lima.xlsx")
        return sum(bool(fill_formulir(formulir, pk).isi) for pk in semua)

    def load_save() -> int:
        for _ in semua:
            load_workbook(io.BytesIO(isi)).save(io.BytesIO())
        return len(semua)

    def fill_lain() -> int:
        return bool(fill_formulir(read_formulir(FORM["pk"](), "pk.xlsx"), semua[0]).isi)

    ukur = run_rounds({KINERJA: fill, OPENPYXL: load_save, LAIN: fill_lain}, putaran)
    for nama in (KINERJA, OPENPYXL):
        print(f"{len(semua)} buku, {nama}: {statistics.median(ukur[nama]) * len(semua):.0f} ms CPU")
    nisbah, terkecil, terbesar = compute_ratio(ukur[KINERJA], ukur[OPENPYXL])
    print(f"nisbah {nisbah:.2f} ({terkecil:.2f}–{terbesar:.2f})")
    sys.exit(not judge("kinerja/openpyxl", nisbah, MAKS))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PUTARAN)
