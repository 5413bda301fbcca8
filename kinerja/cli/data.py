"""The agreements that `buat` and `periksa` work on: read, chosen by kecamatan."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.cli import layar
from kinerja.cli.argumen import read_path, read_teks
from kinerja.errors import DataError

if TYPE_CHECKING:
    from kinerja.perjanjian.model import PerjanjianKinerja


BAWAAN = "bawaan"
"""Stands for the bundled data set, where a source is asked for."""
SEBUTAN_BAWAAN = "data bawaan Medan 2024"
"""What messages call it."""


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
    from kinerja.perjanjian.induk.bawaan import load_bundled
    from kinerja.perjanjian.induk.berkas import read_induk

    semua = {pk.kecamatan.kode: pk for pk in (load_bundled() if data is None else read_induk(data, catat=layar.say))}
    nama = {kode: pk.kecamatan.nama for kode, pk in semua.items()}
    pilihan = choose_kecamatan(nama, kecamatan, name_sumber(data))
    return [pk for kode, pk in semua.items() if kode in pilihan]


def name_sumber(sumber: Path | None) -> str:
    """What messages call a source; None is the bundled set."""
    return SEBUTAN_BAWAAN if sumber is None else str(sumber)


def add_semula(parser: argparse.ArgumentParser) -> None:
    """The option that names the murni of perubahan."""
    parser.add_argument(
        "--semula",
        metavar="SUMBER",
        type=read_path,
        help="data murni yang diubah, untuk perjanjian perubahan: seperti data induk, atau kata: bawaan (Medan 2024)",
    )


def with_semula(perjanjian: list[PerjanjianKinerja], semula: Path | None) -> list[PerjanjianKinerja]:
    """The agreements beside the murni that `--semula` names; as they are where it names none.

    Raises:
        MasukanError: an agreement is no perubahan.
        DataError: the source cannot be used, or lacks the murni of a kecamatan.
    """
    from kinerja.perjanjian.semula import attach_semula, check_perubahan

    if semula is None:
        return perjanjian
    check_perubahan(perjanjian)
    sumber = None if is_bawaan(semula) else semula
    return attach_semula(perjanjian, read_perjanjian(sumber, []), name_sumber(sumber))


def hint_semula(perjanjian: Sequence[PerjanjianKinerja], semula: Path | None) -> None:
    """Say once that a perubahan may show its murni, where it could and does not."""
    from kinerja.perjanjian.model import JenisPerjanjian

    if semula is None and any(pk.jenis is JenisPerjanjian.PERUBAHAN for pk in perjanjian):
        layar.say("Lampiran perubahan mencetak semula dan menjadi bila data murninya disebut dengan --semula.")


def is_bawaan(sumber: Path) -> bool:
    """Whether the word for the bundled data is meant, not a file or folder of that name."""
    return str(sumber) == BAWAAN and not sumber.exists()


def choose_kecamatan(nama: Mapping[str, str], kecamatan: Sequence[str], sumber: str) -> set[str]:
    """The codes asked for; all of them when none is.

    Args:
        nama: names by code, of all that there are.

    Raises:
        DataError: a code is not among them; named is the only one a slip away, or the name that is nearest.
    """
    from kinerja.dekat import find_nearest, propose
    from kinerja.wilayah import find_kode, normalize_kode

    pilihan = {normalize_kode(kode) for kode in kecamatan}
    menurut_nama = {satu: kode for kode, satu in nama.items()}
    for kode in sorted(pilihan - nama.keys()):
        dekat = find_kode(kode, nama) or menurut_nama.get(find_nearest(kode, menurut_nama) or "")
        raise DataError(
            f"Kecamatan {kode or '(kosong)'} tidak ada dalam {sumber}.",
            saran=propose(dekat and f"{dekat} ({nama[dekat]})", f"Yang ada: {min(nama)} sampai {max(nama)}."),
        )
    return pilihan or set(nama)
