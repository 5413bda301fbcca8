"""Values of the command line, read strictly."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from kinerja.angka import JenisAngka, read_angka
from kinerja.bilangan import format_angka
from kinerja.errors import MasukanError

MAKS_NAMA_BERKAS = 255
"""Bytes of the name of a file or folder, in every file system of today."""
MAKS_JALUR = 4_096
"""Bytes of a path with all its folders."""


def read_teks(teks: str) -> str:
    """A text that says something, for argparse; an empty one would pass for an option that is not there."""
    if not teks.strip():
        raise ArgumentTypeError("nilainya kosong")
    return teks


def read_path(teks: str) -> Path:
    """The path of a file or folder that may be there, for argparse.

    >>> read_path("hasil/2025").name
    '2025'
    >>> read_path("x" * 256 + ".csv")
    Traceback (most recent call last):
    argparse.ArgumentTypeError: nama 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' terlalu panjang
    """
    if not teks.strip():
        raise ArgumentTypeError("nama berkas atau folder kosong")
    if "\0" in teks:
        nama = teks.replace("\0", "?")[-40:]
        raise ArgumentTypeError(f"ada karakter U+0000 dalam {nama!r}, yang tidak mungkin ada dalam nama berkas")
    path = Path(teks)
    panjang = next((nama for nama in path.parts if len(os.fsencode(nama)) > MAKS_NAMA_BERKAS), None)
    if panjang or len(os.fsencode(teks)) > MAKS_JALUR:
        raise ArgumentTypeError(f"nama '{(panjang or teks)[:40]}…' terlalu panjang")
    return path


def refuse_jika(salah: object, pesan: str, saran: str) -> None:
    """Refuse a combination of options of which one would have no effect.

    Raises:
        MasukanError: `salah` holds.
    """
    if salah:
        raise MasukanError(pesan, saran=saran)


def bulat(terkecil: int, terbesar: int) -> Callable[[str], int]:
    """What reads a whole number in a range, for argparse."""

    def read(teks: str) -> int:
        polos = teks.replace(".", "") if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", teks) else teks  # as it is told
        if not re.fullmatch(r"[0-9]{1,9}", polos) or not terkecil <= int(polos) <= terbesar:
            raise ArgumentTypeError(f"{teks[:40]!r} bukan bilangan bulat {terkecil} sampai {_write_batas(terbesar)}")
        return int(polos)

    return read


def _write_batas(n: int) -> str:
    """A bound as it is written: 20.000, but a year stays 2100."""
    return format_angka(n, 0) if n > 9_999 else str(n)


def read_tahun(teks: str) -> int:
    """The year of an agreement, for argparse."""
    from kinerja.perjanjian.model import TAHUN  # loaded by who names a year

    try:
        return bulat(TAHUN[0], TAHUN[-1])(teks)
    except ArgumentTypeError as galat:
        raise ArgumentTypeError(f"{galat}; sebelum {TAHUN[0]} peraturan yang dimuat belum berlaku") from None


def read_tanggal(teks: str) -> date:
    """A day as `31-12-2024` or `2024-12-31`, for argparse."""
    cocok = re.fullmatch(r"(?P<day>[0-9]{1,2})[-/](?P<month>[0-9]{1,2})[-/](?P<year>[0-9]{4})", teks)
    cocok = cocok or re.fullmatch(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", teks)
    with suppress(ValueError):
        if cocok:
            return date(**{nama: int(angka) for nama, angka in cocok.groupdict().items()})
    raise ArgumentTypeError(f"{teks!r} bukan tanggal seperti 31-12-2024")


def hari_ini() -> date:
    """Today, for whoever does not say another day; nothing below the command line knows it."""
    return date.today()


def saat_ini() -> datetime:
    """Now, with the offset of this place."""
    return datetime.now().astimezone()


class BantuanHukum(str):
    """Help that says what the law in force has; the law is read only when the help is shown, so commands start fast."""

    tulis: Callable[[], str]

    def __new__(cls, tulis: Callable[[], str]) -> BantuanHukum:
        """Argparse sees a text with one thing to fill in."""
        bantuan = super().__new__(cls, "%s")
        bantuan.tulis = tulis
        return bantuan

    def __mod__(self, _: object) -> str:
        return self.tulis()


def add_pada(parser: ArgumentParser) -> None:
    """Declare `--pada`, the day whose regulation counts."""
    parser.add_argument(
        "--pada",
        metavar="TANGGAL",
        type=read_tanggal,
        default=hari_ini(),
        help="peraturan pada tanggal itu (bawaan: hari ini)",
    )


def read_nilai(teks: str, nama: str, jenis: JenisAngka = "bilangan") -> Decimal:
    """A number in Indonesian form; `nama` says which one in the message.

    Raises:
        MasukanError: not a number, or one that can be read in two ways.
    """
    try:
        return read_angka(teks, jenis)
    except MasukanError as galat:
        raise galat.at(nama) from None


def read_deret(teks: Sequence[str], nama: str, jenis: JenisAngka = "bilangan") -> list[Decimal]:
    """Several numbers; the message says the how-manieth."""
    return [read_nilai(t, f"{nama} ke-{nomor}", jenis) for nomor, t in enumerate(teks, start=1)]


def kolom_berjudul(contoh: str) -> Callable[[str], tuple[str, str]]:
    """What reads which column holds what, for argparse.

    >>> kolom_berjudul('pagu="Jumlah (Rp)"')("pagu=Anggaran ")
    ('pagu', 'Anggaran')
    """

    def read(teks: str) -> tuple[str, str]:
        arti, tanda, judul = teks.partition("=")
        if not tanda or not arti.strip() or not judul.strip():
            raise ArgumentTypeError(f"{teks!r} tidak berbentuk arti=judul, contoh: {contoh}")
        return arti.strip(), judul.strip()

    return read
