"""Finding codes are declared once, beside their checks: code, meaning, advice."""

from __future__ import annotations

from collections import Counter

from kinerja.anggaran.banding.perbandingan import PEMERIKSAAN

JENIS = {p.jenis.kode: p.jenis for p in PEMERIKSAAN}


def test_setiap_kode_dinyatakan_sekali_dan_berurutan() -> None:
    kode = [p.jenis.kode for p in PEMERIKSAAN]

    assert kode == [f"RK{n:02}" for n in range(1, len(kode) + 1)]
    assert [*JENIS] == kode


def test_setiap_kode_punya_arti_dan_saran_satu_atau_dua_kalimat() -> None:
    for kode, jenis in JENIS.items():
        assert 1 <= len(jenis.arti.split()) <= 8, kode
        assert not jenis.arti.endswith("."), kode
        assert jenis.saran.endswith("."), kode
        assert 1 <= jenis.saran.count(". ") + 1 <= 2, kode
    assert Counter(j.arti for j in JENIS.values()).most_common(1)[0][1] == 1


def test_rk08_tidak_pernah_menyuruh_menghapus() -> None:
    assert "hapus" not in JENIS["RK08"].saran.casefold()
