"""Column titles: what two spellings of one have in common."""

from __future__ import annotations

import re


def normalize_judul(judul: object) -> str:
    """What two spellings of a header have in common.

    >>> normalize_judul(" Kode  Kabupaten / Kota"), normalize_judul("kode_kabupaten_kota")
    ('kode kabupaten kota', 'kode kabupaten kota')
    """
    return " ".join(re.findall(r"[^\W_]+", str(judul).casefold()))
