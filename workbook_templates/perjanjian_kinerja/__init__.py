"""The agreement workbook of one kecamatan: a pure function from the agreement to a plan."""

from __future__ import annotations

from kinerja.perjanjian.model import AWALAN_SIFAT
from kinerja.workbook.layout import Buku, digest
from workbook_templates.gaya import GAYA
from workbook_templates.perjanjian_kinerja.bahan import Bahan
from workbook_templates.perjanjian_kinerja.daftar import Susunan
from workbook_templates.perjanjian_kinerja.lembar.identitas import build_identitas, list_identitas

__all__ = ["Bahan", "build_perjanjian"]

_SIDIK_GAYA = digest(GAYA)


def build_perjanjian(bahan: Bahan) -> Buku:
    """The plan of the workbook: only the sheets that the agreement's kinds need, every formula with its value."""
    bagian = Susunan(bahan).list_bagian()
    tanggal = (bahan.pk.tahun, 1, 1)
    sidik = digest([bahan.judul, tanggal, bahan.sebutan, bahan.kaki, _SIDIK_GAYA, *(b.sidik for b in bagian)])
    identitas = list_identitas(bahan.pk, sidik)
    bagian = (*bagian, build_identitas(bahan.show(), identitas))
    return Buku(
        judul=bahan.judul,
        lembar=tuple(b.fill(bahan) for b in bagian),
        gaya=GAYA,
        nama=tuple(nama for b in bagian for nama in b.nama),
        tanggal=tanggal,
        sifat=tuple((f"{AWALAN_SIFAT}{kunci}", nilai) for kunci, nilai in identitas),
        kaki=bahan.kaki,
    )
