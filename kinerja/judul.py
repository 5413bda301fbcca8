"""Cells of a table: when one is blank, and what two spellings of a column title have in common."""

from __future__ import annotations

import re


def normalize_judul(judul: object) -> str:
    """What two spellings of a header have in common.

    >>> normalize_judul(" Kode  Kabupaten / Kota"), normalize_judul("kode_kabupaten_kota")
    ('kode kabupaten kota', 'kode kabupaten kota')
    """
    return " ".join(re.findall(r"[^\W_]+", str(judul).casefold()))


def is_kosong(sel: object) -> bool:
    """Whether a cell is blank; a text of blanks only is what a user sees as blank, a zero is not.

    >>> [is_kosong(sel) for sel in (None, "", "  ", 0, False)]
    [True, True, True, False, False]
    """
    return sel is None or (isinstance(sel, str) and not sel.strip())
