"""The workbook of a recap: a pure function from the recap to a plan. Locked throughout: nothing is typed there."""

from __future__ import annotations

from kinerja.perjanjian.rekap import Rekap
from kinerja.workbook.layout import Buku
from workbook_templates.gaya import GAYA
from workbook_templates.rekap.anggaran import build_anggaran
from workbook_templates.rekap.bersama import JUDUL_REKAP, Bahan
from workbook_templates.rekap.capaian import build_capaian
from workbook_templates.rekap.evaluasi import build_evaluasi
from workbook_templates.rekap.grafik import build_grafik
from workbook_templates.rekap.pengembalian import build_pengembalian, build_pengingat
from workbook_templates.rekap.program import build_program
from workbook_templates.rekap.rincian import build_rincian
from workbook_templates.rekap.rincian_anggaran import build_rincian_anggaran
from workbook_templates.rekap.ringkasan import Bagian, build_ringkasan
from workbook_templates.rekap.sasaran import build_sasaran
from workbook_templates.rekap.temuan import build_kendala, build_temuan

__all__ = ["JUDUL_REKAP", "build_rekap"]


def build_rekap(rekap: Rekap) -> Buku:
    """The plan: the summary; who has returned; capaian of the year and of each quarter that counts; surveys and
    evaluations; sasaran; budgets; obstacles; findings; charts; and the details that all of it is counted from."""
    k = Bahan.from_rekap(rekap)
    temuan = build_temuan(k)
    rincian = build_rincian(k)
    matriks = [build_capaian(k, rincian, tw) for tw in (None, *range(rekap.sampai))]
    evaluasi = build_evaluasi(k)
    rincian_anggaran = build_rincian_anggaran(k)
    program = build_program(k, rincian_anggaran)
    anggaran = build_anggaran(k, rincian_anggaran, program)
    lembar = (
        build_pengembalian(k, temuan),
        build_pengingat(k),
        *(m.lembar for m in matriks),
        evaluasi.lembar,
        build_sasaran(k, rincian),
        anggaran.lembar,
        program.lembar,
        build_kendala(k),
        temuan.lembar,
        build_grafik(k, matriks[0], matriks[-1] if rekap.sampai else None, anggaran),
        rincian.lembar,
        rincian_anggaran.lembar,
    )
    ringkasan, nama = build_ringkasan(k, Bagian(temuan, matriks, evaluasi, anggaran, lembar))
    nama += [satu for p in (*(m.p for m in matriks), evaluasi.p, anggaran.p) for satu in p.nama]
    return Buku(
        judul=JUDUL_REKAP,
        lembar=(ringkasan, *lembar),
        gaya=GAYA,
        nama=tuple(nama),
        tanggal=(rekap.hari.year, rekap.hari.month, rekap.hari.day),
        kaki=f"{JUDUL_REKAP} {rekap.tahun} ({rekap.jenis})",
    )
