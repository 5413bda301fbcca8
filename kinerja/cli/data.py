"""The agreements that `buat` and `periksa` work on: read, chosen by kecamatan."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.cli import layar
from kinerja.cli.argumen import read_teks
from kinerja.errors import DataError

if TYPE_CHECKING:
    from kinerja.perjanjian.model import PerjanjianKinerja


def add_kecamatan(parser: argparse.ArgumentParser) -> None:
    """The option that chooses kecamatan."""
    parser.add_argument(
        "--kecamatan",
        metavar="KODE",
        type=read_teks,
        action="append",
        default=[],
        help="hanya kecamatan ini, contoh 12.71.17; boleh diulang",
    )


def read_perjanjian(data: Path | None, kecamatan: list[str]) -> list[PerjanjianKinerja]:
    """The agreements of a source (None is the bundled set of Medan 2024), or only those of the codes asked for.

    Raises:
        DataError: the source cannot be used, or a code is not in it; the nearest is named.
    """
    from kinerja.dekat import find_nearest, propose
    from kinerja.perjanjian.induk.bawaan import load_bundled
    from kinerja.perjanjian.induk.berkas import read_induk
    from kinerja.wilayah import normalize_kode

    semua = {pk.kecamatan.kode: pk for pk in (load_bundled() if data is None else read_induk(data, catat=layar.say))}
    pilihan = {normalize_kode(kode) for kode in kecamatan}
    nama = {pk.kecamatan.nama: kode for kode, pk in semua.items()}
    for kode in sorted(pilihan - semua.keys()):
        dekat = find_nearest(kode, semua) or nama.get(find_nearest(kode, nama) or "")
        raise DataError(
            f"Kecamatan {kode or '(kosong)'} tidak ada dalam {data or 'data bawaan Medan 2024'}.",
            saran=propose(
                dekat and f"{dekat} ({semua[dekat].kecamatan.nama})", f"Yang ada: {min(semua)} sampai {max(semua)}."
            ),
        )
    return [pk for kode, pk in semua.items() if not pilihan or kode in pilihan]
