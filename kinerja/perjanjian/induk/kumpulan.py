"""Faults of a data set, gathered so that all of them are told in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from kinerja.errors import BanyakError, DataError

MAKS_GALAT = 100
"""Nobody mends more at once: from here on the reading stops."""
A = TypeVar("A")
H = TypeVar("H")


class Kumpulan:
    """What was found so far, each fault once, in the order in which it was found."""

    def __init__(self) -> None:
        self._semua: dict[str, DataError] = {}

    def __bool__(self) -> bool:
        return bool(self._semua)

    @contextmanager
    def catch(self) -> Iterator[None]:
        """Gather a fault instead of passing it on; what follows in the block is not done.

        Raises:
            BanyakError: there are more than anybody would read.
        """
        try:
            yield
        except DataError as galat:
            for satu in galat.semua if isinstance(galat, BanyakError) else (galat,):
                self._semua.setdefault(str(satu), satu)
            if len(self._semua) >= MAKS_GALAT:
                self.stop()

    def each(self, semua: Iterable[A], make: Callable[[A], H]) -> list[H]:
        """What is made of each; those that have a fault are left out."""
        hasil = []
        for satu in semua:
            with self.catch():
                hasil.append(make(satu))
        return hasil

    def read(self, **baca: Callable[[], Any]) -> dict[str, Any]:
        """What the readers of one row give, by name; all are tried.

        Raises:
            BanyakError: one or more of them refuse.
        """
        milik = Kumpulan()
        hasil: dict[str, Any] = {}
        for nama, satu in baca.items():
            with milik.catch():
                hasil[nama] = satu()
        milik.stop()
        return hasil

    def stop(self) -> None:
        """Raise what was gathered, if anything was: one fault as it is, several together."""
        semua = tuple(self._semua.values())
        if semua:
            raise semua[0] if len(semua) == 1 else BanyakError(semua)
