"""Checks over an agreement: small generators of findings, one code each, that report and never repair.

The agreement itself may be printed with its contradictions; a check says what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.perjanjian.periksa import kegiatan, kelengkapan, program, target
from kinerja.temuan import Temuan

PEMERIKSAAN: tuple[Callable[[PerjanjianKinerja], Iterator[Temuan]], ...] = (
    target.check_total_daftar,  # PK01
    program.check_total_anggaran,  # PK02
    target.check_huruf,  # PK03
    target.check_puncak,  # PK04
    target.check_rentang,  # PK05
    target.check_wajar,  # PK06
    program.check_program_indikator,  # PK07
    program.check_program_cocok,  # PK08
    program.check_nomenklatur,  # PK09
    program.check_kode_nama,  # PK10
    program.check_nama_kecamatan,  # PK11
    program.check_baris_ganda,  # PK12
    kegiatan.check_kegiatan_ganda,  # PK13
    kegiatan.check_kelurahan,  # PK14
    kegiatan.check_tanpa_kelurahan,  # PK15
    program.check_anggaran,  # PK16
    kelengkapan.check_nip,  # PK17
    kelengkapan.check_pernyataan,  # PK18
    kelengkapan.check_isi,  # PK19
)


def check_perjanjian(pk: PerjanjianKinerja) -> tuple[Temuan, ...]:
    """All findings of one agreement, in the order of the codes; empty when there is nothing to say."""
    return tuple(temuan for periksa in PEMERIKSAAN for temuan in periksa(pk))
