"""Checks over an agreement: small generators of findings, one code each, that report and never repair.

The agreement itself may be printed with its contradictions; a check says what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kinerja.pemeriksaan.kegiatan import check_kegiatan_ganda, check_kelurahan, check_tanpa_kelurahan
from kinerja.pemeriksaan.kelengkapan import check_isi, check_nip, check_pernyataan
from kinerja.pemeriksaan.program import (
    check_anggaran,
    check_baris_ganda,
    check_kode_nama,
    check_nama_kecamatan,
    check_nomenklatur,
    check_program_cocok,
    check_program_indikator,
    check_total_anggaran,
)
from kinerja.pemeriksaan.target import (
    check_huruf,
    check_puncak,
    check_rentang,
    check_total_daftar,
    check_wajar,
)
from kinerja.perjanjian import PerjanjianKinerja
from kinerja.temuan import Temuan

PEMERIKSAAN: tuple[Callable[[PerjanjianKinerja], Iterator[Temuan]], ...] = (
    check_total_daftar,  # PK01
    check_total_anggaran,  # PK02
    check_huruf,  # PK03
    check_puncak,  # PK04
    check_rentang,  # PK05
    check_wajar,  # PK06
    check_program_indikator,  # PK07
    check_program_cocok,  # PK08
    check_nomenklatur,  # PK09
    check_kode_nama,  # PK10
    check_nama_kecamatan,  # PK11
    check_baris_ganda,  # PK12
    check_kegiatan_ganda,  # PK13
    check_kelurahan,  # PK14
    check_tanpa_kelurahan,  # PK15
    check_anggaran,  # PK16
    check_nip,  # PK17
    check_pernyataan,  # PK18
    check_isi,  # PK19
)


def check_perjanjian(pk: PerjanjianKinerja) -> tuple[Temuan, ...]:
    """All findings of one agreement, in the order of the codes; empty when there is nothing to say."""
    return tuple(temuan for periksa in PEMERIKSAAN for temuan in periksa(pk))
