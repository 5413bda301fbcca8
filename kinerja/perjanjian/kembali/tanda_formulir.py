"""How a workbook made from a form of the office says so, and under which names its hidden tables are found."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kinerja.perjanjian.hasil import HasilBuku

FORMULIR = "formulir"
"""The key of its identity that holds the digest of the form."""
TABEL_INDIKATOR, TABEL_TRIWULAN, TABEL_PROGRAM = (f"formulir_{n}" for n in ("indikator", "triwulan", "program"))
"""Names of the first columns of the tables on its hidden sheet; no form may use them."""
BENTUK = "formulir_bentuk"
"""The name of the cell that tells which inputs the form shows as per cent or as a date."""
NAMA = (TABEL_INDIKATOR, TABEL_TRIWULAN, TABEL_PROGRAM, BENTUK)
"""Names on the hidden sheet that no form may have itself."""
_PER_TRIWULAN = re.compile(r"(isian_[a-z0-9_]+)_([1-4])")
_DIKENAL = re.compile(r"isian_(?:program|kegiatan|indikator_[0-9]+)_[a-z_]+")


def is_formulir(identitas: Mapping[str, str]) -> bool:
    """Whether a workbook of that identity was made from a form.

    >>> is_formulir({"formulir": "ab"}), is_formulir({"kode": "12.71.17"})
    (True, False)
    """
    return bool(identitas.get(FORMULIR))


def write_bentuk(bentuk: Mapping[str, str]) -> str:
    """What the cell says: `isian_a:persen isian_b:tanggal`."""
    return " ".join(f"{nama}:{satu}" for nama, satu in bentuk.items() if satu)


def read_bentuk(teks: object) -> dict[str, str]:
    """Names and what their cells look like.

    >>> read_bentuk("isian_a:persen isian_b:tanggal"), read_bentuk(None)
    ({'isian_a': 'persen', 'isian_b': 'tanggal'}, {})
    """
    if not isinstance(teks, str):
        return {}
    return {nama: satu for nama, _, satu in (kata.partition(":") for kata in teks.split())}


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


def is_lengkap(nama: Mapping[str, object], hasil: HasilBuku) -> bool:
    """Whether all that a form asks for by names of ours is there: it has no checks that would tell.

    Args:
        nama: names of the workbook.
    """
    belanja = any(n.startswith("isian_program_realisasi") for n in nama)
    terukur = all(i.realisasi is not None for i in hasil.indikator)
    return terukur and not (belanja and any(p.jumlah is None for p in hasil.program))
