"""A target as it is agreed: a number, a range, a side, a ratio, or a predicate of an ordered list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.bilangan import Angka, format_angka, to_decimal, to_fraction
from kinerja.errors import MasukanError


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """What is promised; numbers keep the decimals with which they were given, so 12,5 is another target than 12,50.

    Attributes:
        bawah: lowest number that meets it; None is open.
        atas: highest number that meets it; None is open. A single number is both.
        rasio: the number stands for `1 : number`.
        predikat: a place in an ordered list instead of numbers; capitals do not matter.

    >>> [str(Target(*x)) for x in ((80, 90), (90,), (None, 3), (Decimal("0.8012"),) * 2, (32, 32, True))]
    ['80–90', '≥ 90', '≤ 3', '0,8012', '1 : 32']
    """

    bawah: Decimal | None = None
    atas: Decimal | None = None
    rasio: bool = False
    predikat: str = ""

    def __post_init__(self) -> None:
        """Refuse what no target can be."""
        if not self.predikat and not self.batas:
            raise ValueError("a target has a number or a predicate")
        if self.bawah is not None and self.atas is not None and self.bawah > self.atas:
            raise ValueError("a range begins below its end")
        if self.rasio and not (self.bawah == self.atas and self.bawah):
            raise ValueError("a ratio has one number, which is not 0")

    @classmethod
    def from_angka(cls, x: Angka) -> Target:
        """A single number."""
        return cls(to_decimal(x), to_decimal(x))

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, Target) and self._key() == lain._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return self.rasio, self.predikat, *(None if x is None else x.as_tuple() for x in (self.bawah, self.atas))

    @property
    def angka(self) -> Decimal | None:
        """The number, where it is a single one and no ratio."""
        return self.bawah if self.bawah == self.atas and not self.rasio else None

    @property
    def nilai(self) -> Fraction | None:
        """What a single number or a ratio is worth."""
        if self.bawah is None or self.bawah != self.atas:
            return None
        return 1 / to_fraction(self.bawah) if self.rasio else to_fraction(self.bawah)

    @property
    def batas(self) -> tuple[Decimal, ...]:
        """The numbers in it, each once."""
        return tuple(dict.fromkeys(x for x in (self.bawah, self.atas) if x is not None))

    def __str__(self) -> str:
        return self.write()

    def write(self, desimal: int = 0) -> str:
        """As printed, with at least `desimal` decimals; whole thousands have dots."""
        if self.predikat:
            return self.predikat
        teks = [_write(x, desimal) for x in self.batas]
        if self.rasio:
            return f"1 : {teks[0]}"
        if self.bawah is None:
            return f"≤ {teks[0]}"
        return f"≥ {teks[0]}" if self.atas is None else "–".join(teks)


def find_urutan(predikat: str, urutan: Sequence[str]) -> int:
    """Place of a predicate in a list, the best first; from 0.

    Raises:
        MasukanError: it is not there.

    >>> find_urutan("wdp", ("WTP", "WDP", "TMP"))
    1
    """
    kunci = [" ".join(x.casefold().split()) for x in urutan]
    teks = " ".join(predikat.casefold().split())
    if teks not in kunci:
        raise MasukanError(f"Predikat {predikat!r} tidak ada dalam daftarnya.", saran=f"Pilih: {'; '.join(urutan)}.")
    return kunci.index(teks)


def _write(x: Decimal, desimal: int) -> str:
    pangkat = to_decimal(x).as_tuple().exponent
    assert isinstance(pangkat, int)  # of a finite number
    return format_angka(x, max(desimal, -pangkat))
