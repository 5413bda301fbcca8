"""The declared examples of the add-in functions, as the cases that every host must pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from unittest.mock import patch

from addin import bekukan, bekukan_berkas
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.nilai import Galat
from addin.spec import HARI_CONTOH, Fungsi

FUNGSI = {fungsi.nama: fungsi for fungsi in list_fungsi(pada=HARI_CONTOH)}
"""Every function on the day of the examples."""
KINI = {fungsi.nama: fungsi for fungsi in list_fungsi(pada=hari_ini())}
"""And today, for hosts that know no other day."""

freeze_formula = partial(bekukan.freeze_formula, pada=HARI_CONTOH)
freeze_file = partial(bekukan_berkas.freeze_file, pada=HARI_CONTOH)


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
    """Every example as declared, on the day whose law it follows."""
    return [
        Kasus(fungsi, nomor, contoh.masukan, contoh.hasil)
        for fungsi in FUNGSI.values()
        for nomor, contoh in enumerate(fungsi.contoh, start=1)
    ]


def list_kasus_kini() -> list[Kasus]:
    """Every example with what the core makes of it today."""
    semua = [(KINI[k.fungsi.nama], k.nomor, k.masukan) for k in list_kasus()]
    return [Kasus(fungsi, nomor, masukan, fungsi.evaluate(*masukan)) for fungsi, nomor, masukan in semua]


@contextmanager
def pada_hari(hari: date) -> Iterator[None]:
    """Let the hosts take this day for today."""
    with patch("addin.hari_ini.date") as jam:
        jam.today.return_value = hari
        yield


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
