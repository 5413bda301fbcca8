"""What a range holds, as functions ask for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from kinerja.workbook.eksak import BILANGAN

_BILANGAN = frozenset(BILANGAN)


class Deret(list[Any]):
    """What is not blank in a range; nobody may change it.

    Attributes:
        jenis: the types of its values.
        angka: the numbers among it, in order.
    """

    __slots__ = ("_banyak", "angka", "jenis")

    def __init__(self, nilai: Iterable[Any]) -> None:
        super().__init__(nilai)
        self._banyak: Counter[Any] | None = None
        self.jenis = frozenset(map(type, self))
        self.angka: list[Any] = self if self.jenis <= _BILANGAN else [n for n in self if type(n) in BILANGAN]

    def count_semua(self) -> Counter[Any]:
        """How often each value stands there; TRUE counts as 1."""
        if self._banyak is None:
            self._banyak = Counter(self)
        return self._banyak
