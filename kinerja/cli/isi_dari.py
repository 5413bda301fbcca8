"""`kinerja buat --isi-dari`: what was typed into the workbooks before, in the new ones."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.cli.argumen import read_path

if TYPE_CHECKING:
    from kinerja.kumpul.bawa import Sisa
    from kinerja.kumpul.pemindahan import Pindahan
    from kinerja.perjanjian.model import PerjanjianKinerja
    from kinerja.terbit.pembuatan import OpsiTerbit

SEBUT = 20
"""Lines about a kecamatan's left-over inputs, one a block and reason; all stand in the file and in the JSON."""
MAKS_NILAI = 60


def add_isi_dari(p: argparse.ArgumentParser) -> None:
    """Declare the option."""
    p.add_argument(
        "--isi-dari",
        metavar="SUMBER",
        type=read_path,
        help="bawa isian dari buku yang sudah diisi: folder, zip, berkas .xlsx, atau register hasil kinerja kumpul",
    )


def read_isi(
    args: argparse.Namespace, perjanjian: Sequence[PerjanjianKinerja], opsi: OpsiTerbit
) -> tuple[OpsiTerbit, tuple[Pindahan, ...]]:
    """How the workbooks are made with what is carried over, and what that is.

    Raises:
        DataError: nothing can be carried over.
        MasukanError: there is no such source.
    """
    from kinerja.kumpul.pemindahan import list_pindahan
    from kinerja.kumpul.sumber_isian import Sumber

    if args.isi_dari is None:
        return opsi, ()
    with Sumber(args.isi_dari, _find_register(args), args.keluar) as sumber:
        pindahan = list_pindahan(perjanjian, opsi, sumber, layar.say)
        semua = tuple(layar.follow(pindahan, len(perjanjian), "Membawa isian"))
    return replace(opsi, isi={satu.identitas: satu.bawaan.isi for satu in semua}), semua


def finish_isi(args: argparse.Namespace, pindahan: Sequence[Pindahan], waktu: datetime) -> None:
    """Say what arrived, list what is left over, and keep the files that it stands in.

    Raises:
        BerkasError: something cannot be written.
    """
    from kinerja.kumpul.pemindahan import keep_asal, write_tersisa
    from kinerja.terbit.register import open_register

    if not pindahan:
        return
    for satu in pindahan:
        _show(satu)
    if path := write_tersisa(pindahan, args.keluar):
        layar.say(f"Yang tidak terbawa tertulis di {path}; berkas asalnya disimpan di register.")
        with open_register(_find_register(args), waktu.date(), layar.say, args.keluar) as buku:
            keep_asal(pindahan, buku, waktu)


def _find_register(args: argparse.Namespace) -> Path:
    from kinerja.terbit.register import NAMA_REGISTER

    path: Path = args.register or args.keluar / NAMA_REGISTER
    return path


def _show(satu: Pindahan) -> None:
    b = satu.bawaan
    siapa = f"{satu.identitas.kode} {satu.nama}"
    akhir = f", {format_angka(len(b.sisa), 0)} tidak menemukan tempat:" if b.sisa else "."
    layar.say(f"{siapa}: {format_angka(b.terbawa, 0)} isian dibawa dari {satu.asal.kiriman.nama}{akhir}")
    kelompok: dict[tuple[str, str, str], list[Sisa]] = {}
    for s in b.sisa:
        kelompok.setdefault((s.lembar, s.nama, s.sebab), []).append(s)
    for semua in islice(kelompok.values(), SEBUT):
        layar.say(f"  {_write_sisa(semua)}")
    if (lebih := sum(map(len, islice(kelompok.values(), SEBUT, None)))) > 0:
        layar.say(f"  dan {format_angka(lebih, 0)} isian lagi.")


def _write_sisa(semua: Sequence[Sisa]) -> str:
    """Inputs of one block that have no place for one reason: the first, and how many."""
    s = semua[0]
    baris = f" ({_clean(s.baris)})" if s.baris else ""
    banyak = f" dan {len(semua) - 1} sel lagi" if len(semua) > 1 else ""
    return f"{s.lembar}!{s.sel}{baris}: {_clean(s.tampak)}{banyak}. {_clean(s.sebab, 300)}"


def _clean(teks: str, maks: int = MAKS_NILAI) -> str:
    """A text from outside, on one line of a terminal."""
    polos = "".join(h if h.isprintable() else " " for h in teks)
    return polos if len(polos) <= maks else f"{polos[: maks - 1]}…"
