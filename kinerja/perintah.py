"""A command that a message tells to type, as one types it: in cmd of Windows and in a shell alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

_POLOS = re.compile(r"[\w./\\:=+@~-]+")


def write_perintah(kata: Iterable[str]) -> str:
    """The words of a command; what is not plain stands in double quotes.

    `subprocess.list2cmdline` quotes for a program that starts another, not for cmd, which would split at `&`.

    >>> print(write_perintah(["kinerja", "rekap", "R&D"]), write_perintah(["data induk.xlsx"]))
    kinerja rekap "R&D" "data induk.xlsx"
    """
    return " ".join(satu if _POLOS.fullmatch(satu) else _quote(satu) for satu in kata)


def _quote(kata: str) -> str:
    """In quotes; backslashes at the end are doubled, or the last would take the quote along."""
    ekor = len(kata) - len(kata.rstrip("\\"))
    return '"' + kata + "\\" * ekor + '"'
