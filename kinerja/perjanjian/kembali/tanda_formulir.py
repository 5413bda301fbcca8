"""How a workbook made from a form of the office says so, and under which names its hidden tables are found."""

from __future__ import annotations

import re
from collections.abc import Mapping

FORMULIR = "formulir"
"""The key of its identity that holds the digest of the form."""
TABEL_INDIKATOR, TABEL_TRIWULAN, TABEL_PROGRAM = (f"hasil_formulir_{n}" for n in ("indikator", "triwulan", "program"))
"""Names of the first columns of the tables on its hidden sheet; no form may use them."""
TABEL = (TABEL_INDIKATOR, TABEL_TRIWULAN, TABEL_PROGRAM)
_PER_TRIWULAN = re.compile(r"(isian_[a-z0-9_]+)_([1-4])")
_DIKENAL = re.compile(r"isian_(?:program|kegiatan|indikator_[0-9]+)_[a-z_]+")


def is_formulir(identitas: Mapping[str, str]) -> bool:
    """Whether a workbook of that identity was made from a form.

    >>> is_formulir({"formulir": "ab"}), is_formulir({"kode": "12.71.17"})
    (True, False)
    """
    return bool(identitas.get(FORMULIR))


def find_triwulan(nama: str, semua: Mapping[str, object]) -> int:
    """The quarter, 1 to 4, that the name of an input ends in; 0 where its end is but a number.

    Names of ours say it by themselves; of any other all four must be there.

    >>> find_triwulan("isian_program_realisasi_2", {}), find_triwulan("isian_opsi_2", {"isian_opsi_1": 0})
    (2, 0)
    """
    cocok = _PER_TRIWULAN.fullmatch(nama)
    if cocok is None:
        return 0
    utuh = all(f"{cocok[1]}_{n}" in semua for n in range(1, 5))
    return int(cocok[2]) if utuh or _DIKENAL.fullmatch(cocok[1]) else 0
