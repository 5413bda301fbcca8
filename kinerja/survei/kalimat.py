"""What sentences have in common: how much of a list and of a text they quote, and how they say that there is more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja.bilangan import format_angka

MAKS_SEBUT = 20
"""Things in one list: wordings, rows, titles."""
MAKS_HURUF = 60
"""Letters of an answer."""
MAKS_HURUF_JUDUL = 100
"""Letters of a title."""


def quote(teks: str, maks: int = MAKS_HURUF) -> str:
    """A text of the file in quotes, on one line, not too long.

    >>> quote("Cap\\nwaktu"), len(quote("x" * 200))
    ("'Cap waktu'", 63)
    """
    satu = " ".join(teks.split())
    return repr(satu if len(satu) <= maks else f"{satu[:maks]}…")


def sebut(judul: str) -> str:
    """A title for a sentence.

    >>> sebut("Cap\\nwaktu"), len(sebut("x" * 200))
    ("'Cap waktu'", 103)
    """
    return quote(judul, MAKS_HURUF_JUDUL)


def count_lagi(banyak: int, apa: str = "") -> str:
    """How many more there are than were named.

    >>> count_lagi(1200, "macam"), count_lagi(3)
    ('dan 1.200 macam lagi', 'dan 3 lagi')
    """
    return " ".join(x for x in ("dan", format_angka(banyak, 0), apa, "lagi") if x)


def list_baris(semua: Sequence[str], apa: str = "") -> tuple[str, ...]:
    """The first of many, each a line of its own, and how many more there are.

    >>> list_baris(["a", "b"]), list_baris(["x"] * 22)[-2:]
    (('a', 'b'), ('x', 'dan 2 lagi'))
    """
    lagi = len(semua) - MAKS_SEBUT
    return (*semua[:MAKS_SEBUT], *((count_lagi(lagi, apa),) if lagi > 0 else ()))


def join(semua: Sequence[str], apa: str = "") -> str:
    """The same in one sentence.

    >>> join(["a", "b"]), join(["x"] * 22, "macam")[-22:]
    ('a, b', 'x, x, dan 2 macam lagi')
    """
    return ", ".join(list_baris(semua, apa))


def list_judul(judul: Sequence[str]) -> str:
    """Titles for a sentence.

    >>> list_judul(["No", "Nama"]), list_judul(["x"] * 30)[-11:]
    ('No, Nama', 'dan 10 lagi')
    """
    return join([sebut(satu)[1:-1] for satu in judul])


def list_pilihan(judul: Iterable[str]) -> tuple[str, ...]:
    """Titles to choose from, a line each, none twice."""
    return list_baris(list(dict.fromkeys(sebut(satu)[1:-1] for satu in judul)))


def list_nomor(nomor: Sequence[int]) -> str:
    """Numbers of rows for a sentence."""
    return join([str(satu) for satu in nomor])
