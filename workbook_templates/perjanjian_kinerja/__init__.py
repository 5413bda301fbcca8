"""The agreement workbook of one kecamatan: a pure function from the agreement to a plan."""

from __future__ import annotations

from kinerja.workbook.layout import Buku, digest
from workbook_templates.gaya import GAYA
from workbook_templates.perjanjian_kinerja.bersama import (
    build_anggaran,
    build_capaian,
    build_cek,
    build_lampiran,
    build_pengukuran,
    build_petunjuk,
    build_rujukan,
    build_rumusan,
    label_lembar,
)
from workbook_templates.perjanjian_kinerja.identitas import build_identitas, list_identitas
from workbook_templates.perjanjian_kinerja.konteks import Konteks
from workbook_templates.perjanjian_kinerja.pernyataan import build_pernyataan

__all__ = ["Konteks", "build_perjanjian"]

_SIDIK_GAYA = digest(GAYA)


def build_perjanjian(k: Konteks) -> Buku:
    """The plan of the workbook: only the sheets that the agreement's kinds need, every formula with its value."""
    anggaran = build_anggaran(k)
    cetak = [build_pernyataan(k), build_lampiran(k, anggaran.hasil["hasil_anggaran_perjanjian"]), build_rumusan(k)]
    isi = [*cetak, *build_pengukuran(k), anggaran, build_capaian(k)]
    cek = build_cek(k, tuple(baris for bagian in isi for baris in bagian.cek))
    isi += [cek, build_rujukan(k, frozenset(i.jenis for i in k.pk.indikator))]
    bagian = [build_petunjuk(k, tuple(b.lembar.nama for b in isi), cek.hasil), *isi]
    judul, tanggal = f"Perjanjian Kinerja {k.pk.kecamatan.nama} {k.pk.tahun}", (k.pk.tahun, 1, 1)
    milik = k.milik
    sidik = digest([judul, tanggal, milik, k.kaki, _SIDIK_GAYA, *(b.sidik for b in bagian)])
    bagian.append(build_identitas(k, sidik))
    return Buku(
        judul=judul,
        lembar=tuple(label_lembar(k, b, milik) for b in bagian),
        gaya=GAYA,
        nama=tuple(nama for b in bagian for nama in b.nama),
        tanggal=tanggal,
        sifat=tuple((f"kinerja_{kunci}", nilai) for kunci, nilai in list_identitas(k, sidik)),
        kaki=k.kaki,
    )
