"""Checks over an agreement: small generators of findings, one code each, that report and never repair.

The agreement itself may be printed with its contradictions; a check says what is wrong and what to do. A new finding is
one function with its declaration in one of these modules; nothing else lists it.
"""

from __future__ import annotations

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.perjanjian.periksa import kegiatan, kelengkapan, perubahan, program, target
from kinerja.perjanjian.periksa.naskah import Naskah
from kinerja.temuan import Temuan, list_pemeriksaan

MODUL = (kegiatan, kelengkapan, perubahan, program, target)
PEMERIKSAAN = list_pemeriksaan(*MODUL)
"""The checks by code, the order in which they run and report."""


def check_perjanjian(pk: PerjanjianKinerja) -> tuple[Temuan, ...]:
    """All findings of one agreement, in the order of the codes; empty when there is nothing to say."""
    naskah = Naskah(pk)
    return tuple(temuan for periksa in PEMERIKSAAN for temuan in periksa(naskah))
