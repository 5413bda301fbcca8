"""What many plans have in common, as one object: see the press's law, 4."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar, Generic, TypeVar

from kinerja.workbook.layout import Matriks, Sel

B = TypeVar("B")
H = TypeVar("H")
MAKS_INGAT = 8


@lru_cache(maxsize=256)
def list_sel(baris: int, kolom: int, teks: tuple[str | None, ...], gaya: str) -> tuple[Sel, ...]:
    """Locked cells side by side, such as the head of a table.

    >>> list_sel(0, 0, ("No", "Kode"), "kepala") is list_sel(0, 0, ("No", "Kode"), "kepala")
    True
    """
    return tuple(Sel(baris, kolom + geser, isi, gaya) for geser, isi in enumerate(teks))


@lru_cache(maxsize=64)
def list_kosong(tinggi: int, lebar: int) -> Matriks:
    """A blank block."""
    return ((None,) * lebar,) * tinggi


class Ingatan(Generic[B, H]):
    """What was made last, by what it was made from.

    Keys are compared, not hashed: parts that they share are then the same at a glance.
    """

    SEMUA: ClassVar[list[Ingatan[object, object]]] = []
    """Every memory; a test that changes the law empties them."""

    def __init__(self) -> None:
        self._isi: list[tuple[B, H]] = []
        Ingatan.SEMUA.append(self)  # type: ignore[arg-type]

    def recall(self, bahan: B, make: Callable[[], H]) -> H:
        """What was made from equal material, or what `make` gives, which is then remembered."""
        for lama, hasil in self._isi:
            if lama == bahan:
                return hasil
        baru = make()
        self._isi.insert(0, (bahan, baru))
        del self._isi[MAKS_INGAT:]
        return baru

    def forget(self) -> None:
        """Empty it."""
        self._isi.clear()
