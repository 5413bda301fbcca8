"""A law that does not exist yet, for the time of a test."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from kinerja import peraturan
from kinerja.workbook.sama import Ingatan

HUKUM_2027: Mapping[str, str] = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "kasus" / "hukum_2027").glob("*.toml"))
}
"""A made-up regulation in force from 1 January 2027: one more version of every table, other in everything it can be."""

_Cache = type(lru_cache(lambda: None))


@contextmanager
def enact(tambahan: Mapping[str, str]) -> Iterator[None]:
    """Add TOML text to the shipped tables, by name, in place of what they ship for the same day or later.

    Whatever was remembered of the law is forgotten on both sides.
    """
    if asing := set(tambahan) - {*peraturan.TABEL, *peraturan.PARAMETER}:
        raise KeyError(*asing)
    asli = peraturan._read
    _forget()
    try:
        with patch.object(peraturan, "_read", lambda nama: _append(asli(nama), tambahan.get(nama, ""))):
            yield
    finally:
        _forget()


def _append(teks: str, baru: str) -> str:
    kepala, *versi = re.split(r"(?m)^(?=\[\[versi\]\]$)", teks)
    mulai = re.search(r"berlaku\s*=\s*(\S+)", baru)
    tetap = [v for v in versi if not mulai or re.findall(r"berlaku\s*=\s*(\S+)", v)[0] < mulai[1]]
    return "\n".join([kepala, *tetap, baru])


def _forget() -> None:
    """Empty every functools cache of the product, and what its sheets remember."""
    for ingatan in Ingatan.SEMUA:
        ingatan.forget()
    for satu in gc.get_objects():
        if isinstance(satu, _Cache) and satu.__module__.startswith(("kinerja", "addin", "workbook_templates")):
            satu.cache_clear()
