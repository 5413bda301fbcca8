"""The process inside the cage: runs commands one after another, as the console script would.

`python -m tests.alat.serangan.pekerja KELUAR GALAT` takes one JSON line on stdin for each run (`argv`, `folder`) and
answers with one on stdout (`kode`). File descriptors 1 and 2 of the runs go to the two files, so that what native code
and child processes say is caught too.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

PEMANASAN = (
    "kinerja.cli",
    "polars",
    "python_calamine",
    "xlsxwriter",
    "kinerja.anggaran.banding",
    "kinerja.terbit.pembuatan",
)
"""Loaded before the first run: a run is charged for its file, not for imports."""


def work(keluar: str, galat: str) -> None:
    """Serve until stdin ends."""
    jawab = os.fdopen(os.dup(1), "w", encoding="utf-8")
    perintah = os.fdopen(os.dup(0), encoding="utf-8")
    for path, nomor in ((os.devnull, 0), (keluar, 1), (galat, 2)):
        os.dup2(os.open(path, os.O_RDWR | (os.O_CREAT | os.O_APPEND if nomor else 0), 0o600), nomor)
    for modul in PEMANASAN:
        __import__(modul)
    print("siap", file=jawab, flush=True)
    for baris in perintah:
        tugas = json.loads(baris)
        os.chdir(tugas["folder"])
        os.ftruncate(1, 0)
        os.ftruncate(2, 0)
        kode = _run(tugas["argv"])
        sys.stdout.flush()
        sys.stderr.flush()
        print(json.dumps({"kode": kode}), file=jawab, flush=True)


def _run(argv: list[str]) -> int:
    """As the interpreter ends: an exception is a traceback and 1."""
    from kinerja.cli import main

    try:
        return main(argv)
    except SystemExit as keluar:
        return keluar.code if isinstance(keluar.code, int) else 1
    except BaseException:  # noqa: BLE001 a panic of native code is no Exception
        traceback.print_exc()
        return 1


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))
    work(*sys.argv[1:])
