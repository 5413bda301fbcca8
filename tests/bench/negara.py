"""The whole country, or a part of it: run as a process, `python -m tests.bench.negara BANYAK PROSES FOLDER`.

Prints the largest memory of any of its processes, in megabytes.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.terbit.pembuatan import choose_pembuat
from kinerja.terbit.penerbitan import Asal, Tujuan, issue_workbooks, place_by_wilayah
from tests.bench.ukur import measure_memory


def main(banyak: int, proses: int, folder: Path) -> None:
    cetak = choose_pembuat(banyak, proses=proses)
    asal = Asal("daftar wilayah nasional", "", datetime(2025, 1, 2, tzinfo=UTC))
    semua = islice(list_nasional(2025), banyak)
    terbit = issue_workbooks(semua, Tujuan(folder, place=place_by_wilayah), asal=asal, make=cetak)
    mb = 0.0
    for nomor, _ in enumerate(terbit, start=1):
        if nomor in (banyak // 2, banyak - 1):
            mb = max(mb, measure_memory())
    print(f"{mb:.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
