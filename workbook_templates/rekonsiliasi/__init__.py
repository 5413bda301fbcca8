"""The workbook of a reconciliation: a pure function from the result to a plan."""

from __future__ import annotations

from textwrap import shorten

from kinerja.anggaran.pasangan import Kelompok
from kinerja.anggaran.temuan import JUDUL_HASIL
from kinerja.workbook.layout import Buku
from workbook_templates.gaya import GAYA
from workbook_templates.rekonsiliasi.bersama import Bahan
from workbook_templates.rekonsiliasi.pasangan import Kelompokan, build_daftar, cut_kelompok
from workbook_templates.rekonsiliasi.ringkasan import build_ringkasan
from workbook_templates.rekonsiliasi.temuan import build_sumber, build_temuan
from workbook_templates.rekonsiliasi.tingkat import build_tingkat

__all__ = ["Bahan", "build_rekonsiliasi"]

MAKS_KAKI = 200
"""Letters of the footer that names the files; a program takes 255 in all."""


def build_rekonsiliasi(k: Bahan) -> Buku:
    """The plan: Ringkasan, the four sheets of pairs, Temuan, Per tingkat, Sumber; all with filters, and locked
    but for the explanations."""
    isi = {kelompok: cut_kelompok(k, kelompok) for kelompok in Kelompok}
    nomor = Kelompokan.from_isi(k, isi.values())
    daftar = [build_daftar(k, kelompok, satu, nomor) for kelompok, satu in isi.items()]
    rekap = build_tingkat(k, daftar, nomor)
    temuan = build_temuan(k)
    ringkasan, nama = build_ringkasan(k, daftar, rekap, temuan)
    return Buku(
        judul=JUDUL_HASIL,
        lembar=(ringkasan, *(d.lembar for d in daftar), temuan.lembar, rekap.lembar, build_sumber(k)),
        gaya=GAYA,
        nama=tuple(nama),
        tanggal=k.tanggal,
        kaki=shorten(f"{JUDUL_HASIL} – {k.describe()}", MAKS_KAKI, placeholder=" …"),
    )
