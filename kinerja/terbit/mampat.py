"""A file as the register keeps it: compressed where that is worth while."""

from __future__ import annotations

import zlib

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
