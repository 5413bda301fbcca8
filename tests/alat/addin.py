"""The declared examples of the add-in functions, as the cases that every host must pass."""

from dataclasses import dataclass
from typing import Any

from addin.fungsi import DAFTAR
from addin.nilai import Galat
from addin.spec import Fungsi


@dataclass(frozen=True, slots=True)
class Kasus:
    """One example of one function; `str()` names it in a test report."""

    fungsi: Fungsi
    nomor: int
    masukan: tuple[Any, ...]
    hasil: Any

    def __str__(self) -> str:
        return f"{self.fungsi.nama}-{self.nomor}"


def list_kasus() -> list[Kasus]:
    return [
        Kasus(fungsi, nomor, contoh.masukan, contoh.hasil)
        for fungsi in DAFTAR.values()
        for nomor, contoh in enumerate(fungsi.contoh, start=1)
    ]


def to_code(nilai: Any) -> Any:
    """A value with errors as their code, blank as None and numbers as floats: comparable between hosts."""
    if isinstance(nilai, list | tuple):
        return [[to_code(sel) for sel in baris] for baris in nilai]
    if isinstance(nilai, Galat):
        return nilai.kode
    if nilai == "":
        return None
    return float(nilai) if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai


def blank(nilai: Any) -> Any:
    """A result with blanks as a cell shows them: an empty text is nothing."""
    return [blank(sel) for sel in nilai] if isinstance(nilai, list) else None if nilai == "" else nilai
