"""Parts of a plan for Excel with dynamic arrays: formulas that fill several cells, functions as names."""

from __future__ import annotations

from msgspec import Struct


class Larik(Struct, frozen=True):
    """A dynamic array formula: from its own cell on it fills as many as it has values; one alone is a call that may."""

    lembar: str
    baris: int
    kolom: int
    rumus: str
    nilai: tuple[tuple[str | int | float, ...], ...]
    gaya: str


class RumusBernama(Struct, frozen=True):
    """A defined name that is a formula, such as a LAMBDA; its comment is what Excel shows as help (at most 255)."""

    nama: str
    rumus: str
    uraian: str = ""
