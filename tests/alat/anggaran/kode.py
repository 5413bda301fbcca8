"""How codes are written: their spelling, and the columns in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from tests.alat.anggaran.pohon import Kode

EJAAN = ("baku", "nol", "tiga_angka", "titik", "nbsp", "nol_lebar")
SUSUNAN = (
    "satu", "depan_nama", "depan_nama_strip", "empat_utuh", "pecah_lima", "pecah_enam", "pecah_delapan", "angka",
)  # fmt: skip
LEBAR = {"satu": 1, "empat_utuh": 4, "pecah_lima": 5, "pecah_enam": 6, "pecah_delapan": 8, "angka": 5}
"""Columns of codes; tables with the code in front of the name have none."""


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
    lebar = LEBAR.get(susunan, 0)
    if not kode:
        return [None] * lebar
    utuh = spell(kode, ejaan, ekor)
    if susunan == "satu":
        return [utuh]
    if susunan == "empat_utuh":
        return _write_utuh(kode, jalur, skpd, ejaan, ekor)
    if lebar and is_akun(kode):
        if susunan == "pecah_delapan":
            return [*_split(jalur, 6), None, utuh]
        return [*kode, *[None] * lebar][:lebar]
    if susunan == "pecah_delapan":
        return [*_split(kode if len(kode) < 6 else (), 6), spell(skpd, ejaan) if skpd else None, None]
    if lebar:
        potong = _split(kode if len(kode) < 6 else (), lebar)
        return (
            [None if p is None else float(p) if "." in p else int(p) for p in potong] if susunan == "angka" else potong
        )
    return []


def _write_utuh(kode: Kode, jalur: Kode, skpd: Kode, ejaan: str, ekor: int) -> Sequence[object]:
    """Bidang, SKPD, programme to sub-kegiatan, account: each whole, repeated on each row below."""
    if is_akun(kode) and not jalur:
        return [None, None, None, spell(kode, ejaan, ekor)]
    if len(kode) < 3:
        return [spell(kode, ejaan), None, None, None]
    bidang, unit = spell((jalur or kode)[:2], ejaan), spell(skpd, ejaan) if skpd else None
    if len(kode) == 8:
        return [bidang, spell(kode, ejaan), None, None]
    if jalur:
        return [bidang, unit, spell(jalur, ejaan), spell(kode, ejaan, ekor)]
    return [bidang, unit, spell(kode, ejaan), None]


def _split(kode: Sequence[str], lebar: int) -> list[str | None]:
    """Pieces in five columns (2.01 in one) or six (2 and 01)."""
    bagian = [p for b in kode for p in (b.split(".") if lebar == 6 else [b])]
    return [*bagian, *[None] * lebar][:lebar]
