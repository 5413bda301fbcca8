"""Codes as they stand in cells: whole or in pieces, as a number that lost a zero, or in front of a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import DataError
from kinerja.kode import MAKS_KODE, JenisKode, Kode, read_kode

MAKS_TINGKAT = 24
"""Levels of the longest code known, with its SKPD in front and its account behind."""
_ANGKA = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,5})*\.?")
TIADA = Kode(JenisKode.ASING, "")
_KODE = re.compile(r"[0-9X][0-9Xx.\- ]*")
_KODE_AWAL = re.compile(r"([0-9][0-9. \-]*[0-9])(?:\s*-\s*|\s+|$)(.*)", re.DOTALL)


def join_kode(sel: Sequence[object], tempat: str) -> tuple[Kode, str, str]:
    """The code in the cells of a row, whole ones or pieces; an account among them; text that is no code.

    >>> join_kode(["7.01", "7.01.0.00.0.00.17.0000", "7.01.01", "5.1.02"], "")[:2]
    (Kode(jenis=<JenisKode.PROGRAM: 'program'>, baku='7.01.01', akun=False, skpd='7.01.0.00.0.00.17.0000'), '5.1.02')
    >>> join_kode([1, 2, 2, 2.1], "")[0].baku, join_kode(["7", "01", "04", None, None], "")[0].baku
    ('1.02.02.2.10', '7.01.04')
    >>> [k.baku if isinstance(k, Kode) else k for k in join_kode([7, 1, 4, "2.01", 1, 5, 1, "02"], "")]
    ['7.01.04.2.01.0001', '5.1.02', '']
    """
    ada = [s for s in sel if s is not None]
    susun = _Susunan(tunggal=len(sel) == 1 or sel[0] is None)
    for n, s in enumerate(ada):
        teks = write_sel(s, tempat, bagian=susun.kini.count(".") + 1 if susun.kini else 0)
        if len(teks) > MAKS_KODE or teks.count(".") >= MAKS_TINGKAT:
            _refuse_panjang(teks, tempat)
        if is_kode(teks):
            susun.add(teks, read_kode(teks), pertama=n == 0)
        elif n == 0:
            return _read_teks(teks)
    return susun.result()


def _read_teks(teks: str) -> tuple[Kode, str, str]:
    """What stands in the place of a code: a code with its name behind, what was meant as a code, words."""
    kode, nama = take_kode(teks)
    if kode.baku:
        return kode, "", nama
    return (Kode(JenisKode.ASING, teks), "", "") if is_mirip_kode(teks) else (TIADA, "", teks)


@dataclass(slots=True)
class _Susunan:
    """A code that grows cell by cell.

    Attributes:
        tunggal: the row has one place for codes, so that an account there is the row's own.
        satuan: an SKPD or a sub-unit of its own.
    """

    tunggal: bool
    kini: str = ""
    akun: str = ""
    satuan: Kode | None = None

    def add(self, teks: str, kode: Kode, *, pertama: bool) -> None:
        """One more cell: a whole code, or a piece of the one before it."""
        if kode.jenis in (JenisKode.SKPD, JenisKode.SUB_UNIT):
            self.satuan = kode
        elif kode.jenis is JenisKode.AKUN and " " not in kode.baku and (not pertama or self.tunggal):
            self.akun = kode.baku
        elif self.akun or (self.kini and read_kode(self.kini).jenis is JenisKode.SUB and _ANGKA.fullmatch(teks)):
            self.akun = f"{self.akun}.{teks}" if self.akun else teks
        elif not self.kini or teks.startswith(f"{self.kini}.") or kode.baku.startswith(f"{read_kode(self.kini).baku}."):
            self.kini = teks.rstrip(".")
        elif _ANGKA.fullmatch(teks):
            self.kini = f"{self.kini}.{teks.rstrip('.')}"

    def result(self) -> tuple[Kode, str, str]:
        """The code and the account; a unit stands alone where nothing below a bidang is said."""
        akun, kode = read_kode(self.akun).baku, read_kode(self.kini) if self.kini else TIADA
        if self.satuan is not None and (not self.kini or kode.jenis is JenisKode.BIDANG):
            return self.satuan, akun, ""
        skpd = kode.skpd or (self.satuan.baku if self.satuan else "")
        return Kode(kode.jenis, kode.baku, kode.akun, skpd), akun, ""


def is_mirip_kode(teks: str) -> bool:
    """Text that was meant as a code: hardly a letter among its figures, and no space.

    >>> [is_mirip_kode(t) for t in ("7.O1.02", "07/01/2001", "Jumlah", "PROGRAM 1", "TOTAL2024")]
    [True, True, False, False, False]
    """
    angka, huruf = sum(h.isdigit() for h in teks), sum(h.isalpha() for h in teks)
    return angka >= huruf and angka > 0 and " " not in teks and len(teks) <= MAKS_KODE


def read_akun(sel: object, tempat: str) -> str:
    """The account in a cell of its own; empty where it is none."""
    kode = read_kode(write_sel(sel, tempat))
    return kode.baku if kode.jenis is JenisKode.AKUN or kode.akun else ""


def list_pecahan(kode: Sequence[int], judul: Mapping[int, str]) -> list[int]:
    """Columns without a title right of the only code column: one merged title over the parts of the codes."""
    if len(kode) != 1:
        return []
    awal = kode[0] + 1
    return list(range(awal, min((k for k in judul if k >= awal), default=awal)))


def _refuse_panjang(kode: str, tempat: str) -> None:
    """No code is so long; a label or a sentence in the code column may be."""
    if is_kode(kode):
        raise DataError(
            f"Kode {kode[:20]!r}… terlalu panjang.",
            tempat=tempat,
            saran=f"Pakai kode paling banyak {MAKS_KODE} karakter dan {MAKS_TINGKAT} tingkat.",
        )


def write_sel(sel: object, tempat: str, bagian: int = 0) -> str:
    """A code or name as text; of a number, the zero that it lost is given back.

    Args:
        bagian: parts of the code that stand before the cell.

    Raises:
        DataError: a code that a spreadsheet took for a date.

    >>> write_sel(7.1, ""), write_sel(5.1, ""), write_sel(2.1, "", 3), write_sel(7.0, "")
    ('7.10', '5.1', '2.10', '7')
    """
    if isinstance(sel, str):
        return " ".join(sel.split())
    if isinstance(sel, (date, time, timedelta, bool)):
        raise DataError(
            f"Kode berubah menjadi tanggal atau nilai lain ({sel}).",
            tempat=tempat,
            saran="Ubah format kolom kode menjadi Teks, lalu ketik lagi kodenya.",
        )
    teks = write_angka(to_decimal(sel).normalize()).replace(",", ".")  # type: ignore[arg-type]
    satu = re.fullmatch(r"([0-9])\.([1-9])", teks)
    return f"{teks}0" if satu and (bagian >= 3 or satu[1] not in "456") else teks


def split_kode_nama(teks: str) -> tuple[str | None, str]:
    """A code that a name repeats in front, and the name.

    >>> split_kode_nama("7.01.04 - PROGRAM KOORDINASI"), split_kode_nama("Program 2024"), split_kode_nama("7.01.04")
    (('7.01.04', 'PROGRAM KOORDINASI'), (None, 'Program 2024'), ('7.01.04', ''))
    """
    cocok = _KODE_AWAL.match(teks.strip())
    return (cocok[1].strip(), cocok[2].strip()) if cocok and "." in cocok[1] else (None, teks.strip())


def take_kode(nama: str) -> tuple[Kode, str]:
    """The code in front of a name, and the name; where none stands there, the name as it is.

    >>> take_kode("7.01.04 PROGRAM KOORDINASI")[0].baku, take_kode("7.01.4x PROGRAM")
    ('7.01.04', (Kode(jenis=<JenisKode.ASING: 'asing'>, baku='', akun=False, skpd=''), '7.01.4x PROGRAM'))
    """
    depan, sisa = split_kode_nama(nama)
    kode = read_kode(depan) if depan else TIADA
    return (TIADA, nama) if kode.jenis is JenisKode.ASING else (kode, sisa)


def is_kode(teks: str) -> bool:
    """Digits and dots, or the X of a form that is not filled in; no word."""
    return _KODE.fullmatch(teks) is not None
