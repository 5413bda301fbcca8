"""What a region sets for itself: its own LKE, and how it measures capaian."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.peraturan import Komponen


@dataclass(frozen=True, slots=True)
class Lke:
    """A region's own components of SAKIP, whose weights sum to 100, and the rule that sets them (may be empty)."""

    komponen: tuple[Komponen, ...]
    dasar: str = ""


@dataclass(frozen=True, slots=True)
class Cara:
    """How a region measures capaian: the table of its kategori, cap, floor, and the direction that `turun` means.

    Blank is the law's first falling one.
    """

    kategori: str = "capaian_kategori"
    batas: Decimal | None = None
    lantai: Decimal | None = None
    turun: str = ""


CARA = Cara()
