"""How codes are written: their spelling, and the columns in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from tests.alat.anggaran.pohon import Kode

EJAAN = ("baku", "nol", "tiga_angka", "titik", "nbsp", "nol_lebar")
SUSUNAN = (
    "satu", "depan_nama", "depan_nama_strip", "empat_utuh", "enam_utuh", "pecah_lima", "pecah_enam", "pecah_tujuh",
    "angka",
)  # fmt: skip
LEBAR = {"satu": 1, "empat_utuh": 4, "enam_utuh": 6, "pecah_lima": 5, "pecah_enam": 6, "pecah_tujuh": 7, "angka": 5}
"""Columns of codes; tables with the code in front of the name have none."""
UTUH = {"satu", "empat_utuh", "enam_utuh"}
"""Those in which a SKPD's code has a place."""
_TANGGA = {1: 0, 2: 0, 8: 1, 3: 2, 4: 3, 5: 4}
"""Column by the parts of a code, where each level has its own."""


def spell(kode: Kode, ejaan: str, ekor: int = 4) -> str:
    """One whole code in one of the spellings seen; `ekor` digits end an account's.

    >>> spell(("7", "01", "01", "2.01", "0001"), "tiga_angka"), spell(("5", "1", "02", "01", "01", "0024"), "titik", 5)
    ('7.01.01.201.01', '5.1.02.01.001.00024.')
    """
    bagian = list(kode)
    if is_akun(kode):
        if ekor == 5 and len(kode) == 6:
            bagian[4:] = [kode[4].zfill(3), kode[5].zfill(5)]
    elif len(kode) < 6:
        if ejaan == "nol" and len(kode) > 1:
            bagian[0] = bagian[0].zfill(2)
        if ejaan == "tiga_angka" and len(kode) > 3:
            bagian[3] = bagian[3].replace(".", "")
        if ejaan in {"nol", "tiga_angka"} and len(kode) > 4:
            bagian[4] = bagian[4][-2:]
    teks = ".".join(bagian)
    hias = {"titik": f"{teks}.", "nbsp": f"\u00a0{teks}\u00a0", "nol_lebar": f"\u200e{teks[:4]}\u200b{teks[4:]}\u200b"}
    return hias.get(ejaan, teks)


def is_akun(kode: Kode) -> bool:
    """An account, its parent, or what heads a block: bidang have two digits in their second part."""
    return kode[0] in {"4", "5", "6"} and (len(kode) == 1 or len(kode[1]) == 1)


def write_kode(kode: Kode, jalur: Kode, skpd: Kode, susunan: str, ejaan: str, ekor: int) -> Sequence[object]:
    """The cells of one row's code.

    Args:
        jalur: code of the node under which an account stands; empty for other rows.
        skpd: code of the row's SKPD; empty above it.
    """
    lebar = LEBAR[susunan]
    if not kode:
        return [None] * lebar
    utuh = spell(kode, ejaan, ekor)
    if susunan == "satu":
        return [utuh]
    if susunan == "empat_utuh":
        return _write_utuh(kode, jalur, skpd, ejaan, ekor)
    if susunan == "enam_utuh":
        letak = 5 if is_akun(kode) else _TANGGA[len(kode)]
        return [utuh if n == letak else None for n in range(6)]
    if susunan == "pecah_tujuh":
        return [*_split(jalur, 6), utuh] if is_akun(kode) else [*_split(kode, 6), None]
    potong = _split(kode, lebar)
    return [None if p is None else float(p) if "." in p else int(p) for p in potong] if susunan == "angka" else potong


def _write_utuh(kode: Kode, jalur: Kode, skpd: Kode, ejaan: str, ekor: int) -> Sequence[object]:
    """Bidang, SKPD, programme to sub-kegiatan, account: each whole, repeated on each row below."""
    if is_akun(kode) and not jalur:
        return [None, None, None, spell(kode, ejaan, ekor)]
    if len(kode) < 3 and not jalur:
        return [spell(kode, ejaan), None, None, None]
    bidang, unit = spell((jalur or kode)[:2], ejaan), spell(skpd, ejaan) if skpd else None
    if len(kode) == 8:
        return [bidang, spell(kode, ejaan), None, None]
    if jalur:
        return [bidang, unit, spell(jalur, ejaan) if len(jalur) < 8 else None, spell(kode, ejaan, ekor)]
    return [bidang, unit, spell(kode, ejaan), None]


def _split(kode: Sequence[str], lebar: int) -> list[str | None]:
    """Pieces in five columns (2.01 in one) or six (2 and 01); a SKPD has none."""
    kode = () if len(kode) == 8 else kode
    bagian = [p for b in kode for p in (b.split(".") if lebar == 6 else [b])]
    return [*bagian, *[None] * lebar][:lebar]
