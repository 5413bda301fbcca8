"""The office's form: through the safe door, then its names cell by cell."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.formulir.nama import NamaForm


@dataclass(frozen=True, slots=True)
class Tempat:
    """A cell of a form with names in it; rows and columns count from 0.

    Attributes:
        teks: all that stands in it.
        nama: the names in it, in their order.
    """

    lembar: str
    baris: int
    kolom: int
    teks: str
    nama: tuple[NamaForm, ...]


@dataclass(frozen=True, slots=True)
class LembarForm:
    """A sheet of a form.

    Attributes:
        ulangan: rows that are repeated, from above, each with the key of its list.
    """

    nama: str
    tempat: tuple[Tempat, ...]
    ulangan: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Formulir:
    """A form that can be filled in.

    Attributes:
        berkas: name of its file.
        isi: its bytes, functions of ours frozen.
        sidik: SHA-256 of the bytes as the office gave them, hexadecimal.
    """

    berkas: str
    isi: bytes
    sidik: str
    lembar: tuple[LembarForm, ...]
