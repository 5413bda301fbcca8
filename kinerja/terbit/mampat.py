"""Files that the register keeps by their digest in a table of their own, compressed where that is worth while."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping

from kinerja.terbit.register import Register, SimpananError

CUKUP = 0.9
"""A file is kept compressed when no more than this share of it is left; workbooks are compressed already."""
_CICIP = 8_000
"""Bytes that tell whether it is worth while to compress the others."""


def pack_isi(isi: bytes) -> tuple[int, bool, bytes]:
    """Its length, whether it is compressed, its bytes.

    >>> unpack_isi(*pack_isi(b"ab" * 900)) == b"ab" * 900
    True
    """
    awal = isi[:_CICIP]
    mampat = zlib.compress(isi) if len(zlib.compress(awal, 1)) <= CUKUP * len(awal) else isi
    hemat = len(mampat) <= CUKUP * len(isi)
    return len(isi), hemat, mampat if hemat else isi


def unpack_isi(panjang: int, mampat: int, simpanan: bytes) -> bytes:
    """A file from what is kept of it; whatever, where that is damaged."""
    if not mampat:
        return simpanan
    try:
        return zlib.decompressobj().decompress(simpanan, max(panjang, 1))
    except zlib.error:
        return b""


def keep_isi(register: Register, tabel: str, sidik: str, isi: bytes, lain: Mapping[str, str] | None = None) -> int:
    """The number of a file, kept when it was not, inside a transaction; again, when what was kept of it is damaged.

    Args:
        sidik: SHA-256 of `isi`, hexadecimal.
        lain: what the table has besides.
    """
    tanya = f"SELECT id, panjang, mampat, simpanan FROM {tabel} WHERE sidik = ?"  # noqa: S608
    kunci, lain = bytes.fromhex(sidik), lain or {}
    ada = register.read(tanya, (kunci,))
    if not ada:
        kolom = ("sidik", *lain, "panjang", "mampat", "simpanan")
        tanda = ",".join("?" * len(kolom))
        perintah = f"INSERT INTO {tabel}({', '.join(kolom)}) VALUES ({tanda})"  # noqa: S608
        return register.write(perintah, (kunci, *lain.values(), *pack_isi(isi)))
    nomor: int = ada[0][0]
    if unpack_isi(*ada[0][1:]) != isi:
        perintah = f"UPDATE {tabel} SET panjang = ?, mampat = ?, simpanan = ? WHERE id = ?"  # noqa: S608
        register.write(perintah, (*pack_isi(isi), nomor))
    return nomor


def read_isi(register: Register, tabel: str, sidik: str, rusak: tuple[str, str]) -> bytes | None:
    """The file of a digest, byte for byte; None where the table, or the register, has none.

    Args:
        rusak: what to say of one that is damaged, and what to do.

    Raises:
        SimpananError: what is kept of it is damaged.
    """
    if not register.read("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (tabel,)):
        return None
    tanya = f"SELECT panjang, mampat, simpanan FROM {tabel} WHERE sidik = ?"  # noqa: S608
    baris = register.read(tanya, (bytes.fromhex(sidik),))
    if not baris:
        return None
    isi = unpack_isi(*baris[0])
    if hashlib.sha256(isi).hexdigest() != sidik:
        raise SimpananError(rusak[0], tempat=str(register.path), saran=rusak[1])
    return isi
