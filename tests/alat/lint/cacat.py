"""The finding of the lint."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cacat:
    """One fault: a code, the place ("Lembar!C7", a part of the zip, a name), a sentence."""

    kode: str
    tempat: str
    keterangan: str


def words(teks: str) -> tuple[str, ...]:
    """A word list written as text, so that it stays short in the source."""
    return tuple(teks.split())
