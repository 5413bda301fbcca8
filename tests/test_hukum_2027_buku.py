"""A made-up regulation of 2027 in the workbook: formulas in IronCalc, Rujukan, Rumusan; older years do not move."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main
from kinerja.perjanjian import jenis
from kinerja.perjanjian.induk.awal import make_isi
from kinerja.perjanjian.model import DaftarManfaat, Indikator, Kegiatan, PerjanjianKinerja
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku, digest
from kinerja.workbook.press.mesin import Mesin
from kinerja.workbook.writer import render_workbook
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.mesin import compare, read_cached, recalc_ironcalc
from tests.contoh import Isian, angka, list_teks, make_perjanjian, make_program
from workbook_templates.data_induk import build_data_induk
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

DAFTAR = (
    DaftarManfaat("sarpras", "Sarana", "KK", (Kegiatan("Jalan", 3),)),
    DaftarManfaat("pelatihan", "Pelatihan", "orang", (Kegiatan("Kursus", 5),)),
)
INDIKATOR = (
    Indikator("Indeks Kepuasan", jenis.SKM, "indeks", angka(75)),
    Indikator("Nilai SAKIP", jenis.SAKIP, "nilai", angka(90)),
    Indikator("Manfaat", jenis.MANFAAT, "%", angka(100), daftar=DAFTAR),
    Indikator("Trantibum", jenis.TRANTIBUM, "%", angka(88)),
    Indikator("Lama layanan", jenis.NILAI, "hari", angka(8), arah="turun_rasio"),
    Indikator("Surat tepat waktu", jenis.PERSEN, "%", angka(50), pembilang="Tepat", penyebut="Semua"),
)
ISI: Isian = {
    "isian_skm_jawaban": ((5,) * 10, (4,) * 10, (3,) * 10),
    "isian_skm_populasi": ((1200,),),
    "isian_sakip_subkomponen": ((10,), (15,), (10,), (15,), (20,), (15.05,)),
    "isian_manfaat_sarpras_realisasi": ((None, None, None, 2),),
    "isian_manfaat_pelatihan_realisasi": ((None, None, None, 5),),
    "isian_trantibum_laporan": (*((None,),) * 9, (3,), (3,), (2,)),
    "isian_trantibum_ditangani": (*((None,),) * 9, (3,), (3,), (1,)),
    "isian_indikator_5_nilai": ((None, None, None, 10),),
    "isian_indikator_5_metode": (("triwulan terakhir",),),
    "isian_indikator_6_metode": (("dijumlahkan",),),
    "isian_indikator_6_pembilang": ((None, None, None, 2),),
    "isian_indikator_6_penyebut": ((None, None, None, 3),),
    "isian_anggaran_dpa": ((21_540_000,),),
    "isian_anggaran_realisasi": ((21_000_000,),),
}
HASIL: dict[str, Any] = {  # by hand, from the figures of tests/kasus/hukum_2027
    "hasil_skm_nik": 80,  # (5 + 4 + 3) / 3 x 20
    "hasil_skm_mutu": "B",  # above 70, to 85
    "hasil_skm_kinerja": "Baik",
    "hasil_skm_sampel": 89,  # 1200 x 0,96025 / (0,01 x 1199 + 0,96025) = 88,98
    "hasil_sakip_nilai": 85.1,  # 85,05
    "hasil_sakip_predikat": "A",  # 80 and up
    "hasil_sakip_interpretasi": "Tinggi",
    "hasil_manfaat_persen": 83.3,  # (2/3 + 5/5) / 2
    "hasil_trantibum_persen": 88,  # 7/8 = 87,5
    "hasil_indikator_5": 10,
    "hasil_indikator_6": 66.7,  # 2/3
    "hasil_anggaran_serapan": 97,  # 97,49
}
CAPAIAN = [106.7, 94.6, 83.3, 100, 80, 133.4]  # 80/75, 85,1/90, 83,3/100, 88/88, 8/10, 66,7/50
KATEGORI = ["Tercapai", "Belum Tercapai", "Belum Tercapai", "Tercapai", "Belum Tercapai", "Tercapai"]


def make(tahun: int) -> PerjanjianKinerja:
    return make_perjanjian(INDIKATOR, make_program(1), tahun=tahun)


def read_nama(buku: Buku, path: Path) -> dict[str, list[Any]]:
    """The stored values of every result by name, after IronCalc has agreed with each formula."""
    write_workbook(buku, path)
    assert [] == compare(path, ironcalc=recalc_ironcalc(path))
    assert path.read_bytes() == Mesin().render(buku)
    nilai = read_cached(path)
    hasil = {}
    for nama, acuan in buku.nama:
        if nama.startswith("hasil_"):
            lembar, _, kotak = acuan.replace("$", "").partition("!")
            awal, _, akhir = kotak.partition(":")
            huruf, pertama, terakhir = awal[0], int(awal[1:]), int((akhir or awal)[1:])
            hasil[nama] = [nilai[lembar, f"{huruf}{r}"] for r in range(pertama, terakhir + 1)]
    return hasil


def test_buku_2027_menghitung_menurut_hukum_2027(tmp_path: Path) -> None:
    with enact(HUKUM_2027):
        buku = build_perjanjian(Bahan(make(2027), ISI, responden=6))
        hasil = read_nama(buku, tmp_path / "2027.xlsx")

    assert HASIL == {nama: hasil[nama][0] for nama in HASIL}
    assert CAPAIAN == hasil["hasil_capaian_persen"]
    assert KATEGORI == hasil["hasil_capaian_kategori"]


def test_lembar_2027_menyebut_hukum_2027() -> None:
    with enact(HUKUM_2027):
        buku = build_perjanjian(Bahan(make(2027), responden=6))

    skm, rujukan, rumusan, capaian = (list_teks(buku, n) for n in ("SKM", "Rujukan", "Rumusan", "Capaian"))
    assert "U10 Keterbukaan Informasi" in skm
    assert any("Ketik 1, 2, 3, 4, atau 5" in str(x) and "Peraturan Contoh 1/2027" in str(x) for x in skm)
    assert {"Istimewa", ">85 – 100", "Tercapai", "Dampak"} <= set(rujukan)
    assert any(str(x).startswith("Peraturan Contoh 1/2027, Lampiran (") for x in rujukan)
    assert not any("14/2017" in str(x) or "88/2021" in str(x) for x in rujukan)
    assert {"Istimewa", "3. Dampak"} <= set(rumusan)
    assert any("Kategori menurut Peraturan Contoh 1/2027, Lampiran" in str(x) for x in capaian)
    assert "rendah lebih baik" in capaian
    cek = list_teks(buku, "Cek")
    assert "SKM: semua unsur terjawab dan setiap jawaban 1 sampai 5" in cek
    assert "SAKIP: 6 nilai terisi, dari predikat atau 0 sampai bobotnya" in cek
    aturan = {b.nama: b.aturan for lembar in buku.lembar for b in lembar.blok}
    assert (1, 5) == (aturan["isian_skm_jawaban"].bawah, aturan["isian_skm_jawaban"].atas)


def test_data_induk_2027_menawarkan_arah_2027() -> None:
    with enact(HUKUM_2027):
        baru = list_teks(build_data_induk(make_isi("12.71", 2027)), "Pilihan")
        lama = list_teks(build_data_induk(make_isi("12.71", 2026)), "Pilihan")

    assert ("Realisasi / target." in baru, "tetap" in baru) == (True, False)
    assert ("Realisasi / target." in lama, "tetap" in lama) == (False, True)


@pytest.mark.parametrize("tahun", [2024, 2025, 2026])
def test_buku_tahun_lama_sama_byte_demi_byte(tahun: int) -> None:
    bahan = [Bahan(make(tahun), isi, responden=6) for isi in ({}, {**ISI, "isian_skm_jawaban": ((4,) * 9,)})]
    sebelum = [render_workbook(build_perjanjian(k)) for k in bahan]
    with enact(HUKUM_2027):
        sesudah = [render_workbook(build_perjanjian(k)) for k in bahan]

    assert sebelum == sesudah


def test_sesudah_uji_hukum_2027_tidak_tersisa() -> None:
    sebelum = digest([build_perjanjian(Bahan(make(2027), responden=6)).lembar])
    with enact(HUKUM_2027):
        pasti_lain = digest([build_perjanjian(Bahan(make(2027), responden=6)).lembar])

    assert sebelum != pasti_lain
    assert sebelum == digest([build_perjanjian(Bahan(make(2027), responden=6)).lembar])


def test_jelaskan_menurut_hukum_2027(capsys: pytest.CaptureFixture[str]) -> None:
    with enact(HUKUM_2027):
        assert main(["jelaskan", "skm", "85,04", "--pada", "02-01-2027"]) == 0
        baru = capsys.readouterr().out
        assert main(["jelaskan", "skm", "85,04", "--pada", "31-12-2026"]) == 0
        lama = capsys.readouterr().out

    assert "dibulatkan dahulu menjadi 85,0" in baru and "B (Baik)" in baru and "Peraturan Contoh 1/2027" in baru
    assert "B (Baik)" in lama and "Peraturan Menteri PANRB 14/2017" in lama
