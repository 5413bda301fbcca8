"""The whole country, or a part of it: run as a process, `python -m tests.bench.negara BANYAK PROSES FOLDER`.

Prints the largest memory of any of its processes, in megabytes.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from kinerja.penerbitan import Asal, issue_workbooks, place_by_wilayah
from kinerja.percetakan import choose_cetak
from kinerja.sumber.nasional import list_nasional
from tests.bench.ukur import measure_memory


def main(banyak: int, proses: int, folder: Path) -> None:
    cetak = choose_cetak(banyak, proses=proses)
    asal = Asal("daftar wilayah nasional", "", datetime(2025, 1, 2, tzinfo=UTC))
    semua = islice(list_nasional(2025), banyak)
    terbit = issue_workbooks(semua, folder, asal=asal, cetak=cetak, place=place_by_wilayah)
    mb = 0.0
    for nomor, _ in enumerate(terbit, start=1):
        if nomor in (banyak // 2, banyak - 1):
            mb = max(mb, measure_memory())
    print(f"{mb:.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
