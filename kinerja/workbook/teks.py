"""Text at the border of a workbook: what a cell may hold, in one place for the writer and for whoever reads input."""

from __future__ import annotations

import re

from kinerja.bilangan import format_angka
from kinerja.errors import DataError
from kinerja.workbook.layout import MAKS_TEKS

# C0 without LF, DEL, C1, bidi embeddings, overrides and isolates (they show a name other than the one stored),
# lone surrogates, and the two code points that XML 1.0 does not know.
_TERLARANG = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def check_text(teks: str, tempat: str = "", *, maks: int = MAKS_TEKS) -> str:
    r"""Return `teks` unchanged if a cell can hold exactly this text, to be read back the same by every program.

    Args:
        tempat: where the text stands, for the message.
        maks: longest text allowed, in UTF-16 units as Excel counts.

    Raises:
        DataError: control character (tab and CR too), lone surrogate, U+FFFE, U+FFFF, bidi override, or longer
            than `maks`.

    >>> check_text(" Medan Baru\n ")
    ' Medan Baru\n '
    >>> check_text("a\x07b", "SKM!B2")
    Traceback (most recent call last):
    kinerja.errors.DataError: SKM!B2: Teks memuat karakter terlarang U+0007 pada posisi ke-2. Hapus karakter itu.
    """
    if not (teks.isascii() and teks.isprintable()) and (salah := _TERLARANG.search(teks)):
        raise DataError(
            f"Teks memuat karakter terlarang U+{ord(salah[0]):04X} pada posisi ke-{salah.start() + 1}.",
            tempat=tempat,
            saran="Hapus karakter itu.",
        )
    if len(teks) > maks // 2 and (panjang := utf16_length(teks)) > maks:
        raise DataError(
            f"Teks sepanjang {format_angka(panjang, 0)} karakter; batasnya {format_angka(maks, 0)}.",
            tempat=tempat,
            saran="Persingkat teks itu.",
        )
    return teks


def fit_text(teks: str, maks: int = MAKS_TEKS) -> str:
    r"""A text from outside as a cell can hold it: what it cannot hold is seen as \ufffd, too long a text ends in `…`.

    >>> fit_text("a\tb\r\nc\x07", 10), fit_text("x" * 9, 5)
    ('a b\nc�', 'xxxx…')
    """
    if teks.isascii() and teks.isprintable() and len(teks) <= maks:  # as most
        return teks
    teks = _TERLARANG.sub("\ufffd", teks.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if utf16_length(teks) <= maks:
        return teks
    return teks.encode("utf-16-le")[: 2 * (maks - 1)].decode("utf-16-le", "ignore") + "…"


def utf16_length(teks: str) -> int:
    """Length as Excel counts it: characters beyond U+FFFF count twice.

    >>> utf16_length("a😀")
    3
    """
    return len(teks) + sum(huruf > "\uffff" for huruf in teks)
