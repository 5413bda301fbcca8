"""All checks. A new finding is one function with its declaration in one of these modules; nothing else lists them."""

from __future__ import annotations

from kinerja.anggaran.banding import periksa, periksa_kembar, periksa_nama, periksa_sumber
from kinerja.anggaran.banding.konteks import Jenis, Pemeriksaan

_MODUL = (periksa, periksa_kembar, periksa_nama, periksa_sumber)
PEMERIKSAAN: tuple[Pemeriksaan, ...] = tuple(
    sorted(
        (satu for modul in _MODUL for satu in vars(modul).values() if isinstance(satu, Pemeriksaan)),
        key=lambda p: p.jenis.kode,
    )
)
"""The checks by code, the order in which they run and report."""


def list_jenis() -> dict[str, Jenis]:
    """What each finding code means and what an accountant should do, by code: for documents and sheets.

    >>> list_jenis()["RK03"].arti
    'Jumlah berbeda'
    """
    return {p.jenis.kode: p.jenis for p in PEMERIKSAAN}
