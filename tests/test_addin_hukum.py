"""A made-up law of 2027 in the functions: texts, choices and results follow the day of the call, older days stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from addin.build import vba, vba_fungsi
from addin.build.dok import write_table
from addin.build.halaman import list_contoh
from addin.daftar import DAFTAR
from addin.fungsi import KINERJA_ALASAN, KINERJA_DASAR, PERSEN_CAPAIAN, SAKIP_NILAI, SKM_MUTU, list_fungsi
from addin.hosts.calc import METODE, make_method
from addin.spec import HARI_CONTOH, Fungsi
from kinerja.errors import KosongError, MasukanError, PeraturanError, RentangError
from tests.alat.addin import list_kasus, pada_hari, to_code
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.program import AKAR

LAMA, BARU = date(2026, 12, 31), date(2027, 6, 1)
TAHUN = [date(2024, 1, 1), date(2025, 6, 30), LAMA]


@pytest.fixture(autouse=True, scope="module")
def hukum_2027() -> Iterator[None]:
    with enact(HUKUM_2027):
        yield


def describe(fungsi: Fungsi) -> list[str]:
    return [fungsi.tanda, fungsi.uraian, fungsi.dasar, *(f"{arg.nama}: {arg.bantuan}" for arg in fungsi.args)]


CONTOH_1 = "Peraturan Contoh 1/2027, Lampiran"
TEKS_2027 = {
    "SKM_INDEKS": [
        "SKM_INDEKS(jawaban; [penimbang])",
        "Indeks kepuasan masyarakat (NIK, 20 sampai 100, satu desimal) dari jawaban survei; sel kosong tidak dihitung.",
        CONTOH_1,
        "jawaban: Blok jawaban: satu baris per responden, satu kolom per unsur; boleh ada sel kosong. [1 sampai 5]",
        "penimbang: Bobot setiap unsur: persis 1/jumlah unsur, atau dibulatkan. Pilihan: persis; 0,1; 0,09."
        " Bawaan: persis.",
    ],
    "SKM_MUTU": [
        "SKM_MUTU(nik)",
        "Mutu pelayanan (A, B, C, D; E untuk 20) untuk sebuah NIK; NIK dibulatkan dahulu ke satu desimal.",
        CONTOH_1,
        "nik: Nilai Interval Konversi. [NIK, 20 sampai 100]",
    ],
    "SKM_KINERJA": [
        "SKM_KINERJA(nik)",
        "Kinerja unit pelayanan (Kurang sampai Istimewa) untuk sebuah NIK.",
        CONTOH_1,
        "nik: Nilai Interval Konversi. [NIK, 20 sampai 100]",
    ],
    "SKM_SAMPEL": [
        "SKM_SAMPEL(populasi; [galat])",
        "Jumlah responden yang diperlukan untuk suatu populasi (Krejcie dan Morgan).",
        CONTOH_1,
        "populasi: Jumlah penerima layanan. [orang, 1 ke atas]",
        "galat: Tingkat kesalahan; 5 persen ditulis 0,05. [antara 0 dan 1] Bawaan: 0,1.",
    ],
    "SAKIP_NILAI": [
        "SAKIP_NILAI(perencanaan; pengukuran; dampak)",
        "Nilai SAKIP (satu desimal): jumlah nilai ketiga komponen, masing-masing tidak melebihi bobotnya.",
        CONTOH_1,
        "perencanaan: Nilai Perencanaan. [nilai, 0 sampai 25]",
        "pengukuran: Nilai Pengukuran. [nilai, 0 sampai 25]",
        "dampak: Nilai Dampak. [nilai, 0 sampai 50]",
    ],
    "SAKIP_SUBKOMPONEN": [
        "SAKIP_SUBKOMPONEN(predikat_kriteria; bobot)",
        "Nilai subkomponen SAKIP: rata-rata nilai huruf kriterianya (A 10 sampai C 0) kali bobot.",
        CONTOH_1,
        "predikat_kriteria: Huruf kriteria, sebaris atau sekolom: A, B, C.",
        "bobot: Bobot subkomponen: 10; 15; 20; 30; bebas, karena daerah dapat menetapkan bobotnya sendiri."
        " [nilai, 0 sampai 100]",
    ],
    "SAKIP_PREDIKAT": [
        "SAKIP_PREDIKAT([nilai])",
        "Predikat SAKIP (A, B, C); nilai dibulatkan dahulu ke satu desimal. Tanpa argumen: tabel predikat.",
        CONTOH_1,
        "nilai: Nilai SAKIP. [nilai, 0 sampai 100]",
    ],
    "PERSEN_MANFAAT": [
        "PERSEN_MANFAAT(realisasi_kk; target_kk; realisasi_orang; target_orang)",
        "Persentase masyarakat yang mendapatkan manfaat: rata-rata capaian KK dan capaian orang, satu desimal.",
        "Peraturan Contoh 1/2027, no. 3",
        "realisasi_kk: KK terdampak sarana prasarana. [KK, 0 ke atas]",
        "target_kk: Target KK. [KK, 0 ke atas]",
        "realisasi_orang: Penerima pemberdayaan. [orang, 0 ke atas]",
        "target_orang: Target orang. [orang, 0 ke atas]",
    ],
    "PERSEN_CAPAIAN": [
        "PERSEN_CAPAIAN(realisasi; target; [arah]; [batas])",
        "Capaian kinerja dalam persen terhadap target berupa angka, rentang, satu sisi, atau perbandingan,"
        " satu desimal; tanpa batas atas kecuali batas diisi.",
        CONTOH_1,
        'realisasi: Realisasi kinerja; dari perbandingan: "1:30" atau nilainya. [satuan indikator]',
        'target: Target: angka, atau teks seperti "80-90", ">= 90", "<= 3", "1:32" (selnya berformat Teks, agar 7-8 dan'
        " 1:32 tidak menjadi tanggal atau waktu). Angka 0 tidak untuk arah naik. [satuan indikator]",
        "arah: turun_rasio: Target / realisasi. naik: Realisasi / target. Pilihan: turun_rasio; naik."
        " Bawaan: turun_rasio.",
        "batas: Batas atas capaian: 110 atau 150; kosong berarti tanpa batas. [persen]",
    ],
    "KATEGORI_CAPAIAN": [
        "KATEGORI_CAPAIAN(persen)",
        "Kategori capaian kinerja (Tercapai sampai Belum Tercapai) untuk capaian dalam persen.",
        CONTOH_1,
        "persen: Capaian kinerja. [persen]",
    ],
    "ANGGARAN_SERAPAN": [
        "ANGGARAN_SERAPAN(realisasi; pagu)",
        "Serapan anggaran dalam persen: realisasi terhadap pagu, bilangan bulat.",
        CONTOH_1,
        "realisasi: Realisasi anggaran. [rupiah, 0 ke atas]",
        "pagu: Pagu anggaran, tidak nol. [rupiah, 0 ke atas]",
    ],
}


@pytest.mark.parametrize("nama", TEKS_2027)
def test_teks_panduan_menurut_hukum_baru(nama: str) -> None:
    assert TEKS_2027[nama] == describe(DAFTAR[nama].at(BARU))


@pytest.mark.parametrize("pada", TAHUN, ids=str)
def test_teks_dan_contoh_tahun_lama_tetap(pada: date) -> None:
    assert [describe(f) for f in list_fungsi(pada=HARI_CONTOH)] == [describe(f) for f in list_fungsi(pada=pada)]
    assert [to_code(k.hasil) for k in list_kasus()] == [
        to_code(DAFTAR[k.fungsi.nama].at(pada).evaluate(*k.masukan)) for k in list_kasus()
    ]
    assert write_table() in (AKAR / "docs" / "fungsi.md").read_text("utf-8")


def test_fungsi_yang_bukan_hukum_sama_pada_hari_apa_pun() -> None:
    for nama in ("ANGKA", "RUPIAH_TEKS", "TERBILANG", "KINERJA_ALASAN", "KINERJA_VERSI"):
        assert describe(DAFTAR[nama].at(HARI_CONTOH)) == describe(DAFTAR[nama].at(BARU))


@pytest.mark.parametrize(
    ("nama", "masukan", "lama", "baru"),
    [
        ("SKM_INDEKS", ([[5, 4, 3]],), "#NUM!", 80.0),
        ("SKM_INDEKS", ([[4] * 9], "0,11"), 99.0, "#VALUE!"),
        ("SKM_INDEKS", ([[4] * 10], "0,09"), "#VALUE!", 72.0),
        ("SKM_NRR", ([[5, 4], [None, 4]],), "#NUM!", [[5.0, 4.0]]),
        ("SKM_NILAI", ([[4.5, 3.33]],), "#NUM!", 78.3),
        ("SKM_MUTU", (85.05,), "B", "A"),
        ("SKM_MUTU", (20,), "#NUM!", "E"),
        ("SKM_KINERJA", (60,), "Tidak Baik", "Cukup"),
        ("SKM_SAMPEL", (1200,), 291.0, 89.0),
        ("SAKIP_NILAI", (25, 20.05, 40), "#N/A", 85.1),
        ("SAKIP_NILAI", (20, 19, 10, 16), 65.0, "#VALUE!"),
        ("SAKIP_NILAI", (30, 19, 10), "#N/A", "#NUM!"),
        ("SAKIP_SUBKOMPONEN", ([["A", "b", "C"]], 9), 6.3, 4.5),
        ("SAKIP_SUBKOMPONEN", ([["AA"]], 9), 9.0, "#VALUE!"),
        ("SAKIP_PREDIKAT", (79.95,), "BB", "A"),
        ("SAKIP_INTERPRETASI", (79.95,), "Sangat Baik", "Tinggi"),
        ("PERSEN_MANFAAT", (1, 3, 1, 1), 66.67, 66.7),
        ("PERSEN_TRANTIBUM", (7, 8), 87.5, 88.0),
        ("PERSEN_CAPAIAN", (8, 10), 80.0, 125.0),
        ("PERSEN_CAPAIAN", (150, 100, "naik", 110), "#NUM!", 110.0),
        ("PERSEN_CAPAIAN", (95, "80-90", "naik"), 105.56, 105.6),
        ("PERSEN_CAPAIAN", (0, 10), 0.0, 100.0),
        ("PERSEN_CAPAIAN", (95, 100, "tetap"), 95.0, "#VALUE!"),
        ("PERSEN_CAPAIAN", (3, 4, "turun_selisih"), 125.0, "#VALUE!"),
        ("KATEGORI_CAPAIAN", (99.99,), "Sangat Tinggi", "Belum Tercapai"),
        ("ANGGARAN_SERAPAN", (21_000_000, 21_540_000), 97.49, 97.0),
        (
            "KINERJA_DASAR",
            ("PERSEN_TRANTIBUM",),
            DAFTAR["PERSEN_TRANTIBUM"].at(LAMA).dasar,
            "Peraturan Contoh 1/2027, no. 4",
        ),
        (
            "KINERJA_ALASAN",
            ("SKM_MUTU", 15),
            "#NUM! Nilai 15 di luar rentang 25,00 sampai 100,00 (Mutu dan kinerja unit pelayanan menurut NIK)."
            " Periksa nilai itu.",
            "#NUM! Nilai 15 di luar rentang 20 sampai 100 (Mutu dan kinerja unit pelayanan menurut NIK)."
            " Periksa nilai itu.",
        ),
    ],
)
def test_hasil_menurut_hari_panggilan(nama: str, masukan: tuple[Any, ...], lama: Any, baru: Any) -> None:
    assert (lama, baru) == tuple(to_code(DAFTAR[nama].at(hari).evaluate(*masukan)) for hari in (LAMA, BARU))


def test_pilihan_dan_rentang_menurut_hari_disebut_dalam_galat() -> None:
    with pytest.raises(MasukanError, match="Pilih: turun_rasio; naik"):
        PERSEN_CAPAIAN(3, 4, "turun_selisih", pada=BARU)
    with pytest.raises(RentangError, match="Nilai Dampak 51 di luar 0 sampai bobotnya 50"):
        SAKIP_NILAI(perencanaan=1, pengukuran=2, dampak=51, pada=BARU)
    with pytest.raises(KosongError, match=re.escape("Tulis SAKIP_NILAI(perencanaan; pengukuran; dampak).")):
        SAKIP_NILAI(1, 2, pada=BARU)
    with pytest.raises(PeraturanError, match="tidak ada peraturan yang berlaku pada 01-01-2001"):
        SKM_MUTU(80, pada=date(2001, 1, 1))


def test_tanpa_hari_python_mengikuti_hari_panggilannya() -> None:
    hasil = []
    for hari in (LAMA, BARU):
        with pada_hari(hari):
            hasil.append((SKM_MUTU(85.05), KINERJA_DASAR("SKM_MUTU"), KINERJA_ALASAN("SKM_MUTU", 22)))

    assert [x[0] for x in hasil] == ["B", "A"]
    assert [x[1] for x in hasil] == ["Peraturan Menteri PANRB 14/2017, Lampiran", CONTOH_1]
    assert [x[2] == "tidak ada galat" for x in hasil] == [False, True]


def test_lima_komponen_sebelum_2021() -> None:
    assert SAKIP_NILAI(20, 15, 10, 5, 15, pada=date(2020, 12, 31)) == 65.0
    assert DAFTAR["SAKIP_NILAI"].at(date(2020, 12, 31)).tanda == (
        "SAKIP_NILAI(perencanaan; pengukuran; pelaporan; evaluasi; capaian)"
    )


# --- hosts and builders -----------------------------------------------------------------------------------------


def test_server_com_yang_tetap_terbuka_melewati_tahun_baru(com: dict[str, Any]) -> None:
    """The calls are `TAHUN_BARU` of tests.alat.com; no function was registered anew."""
    lama, baru = com["2026-12-31"], com["2027-06-01"]

    assert lama[:-2] == [
        "#NUM!", "B", 291.0, "#N/A", "BB", 80.0, 120.0, "Sangat Tinggi", "Peraturan Menteri PANRB 14/2017, Lampiran",
    ]  # fmt: skip
    assert baru[:-2] == [86.7, "A", 89.0, 85.1, "A", 125.0, "#VALUE!", "Belum Tercapai", CONTOH_1]
    assert lama[-2].endswith("Tulis SAKIP_NILAI(perencanaan; pengukuran; pelaporan; evaluasi).")
    assert baru[-2].endswith("Tulis SAKIP_NILAI(perencanaan; pengukuran; dampak).")
    assert ("A1<25" in lama[-1], "A1<20" in baru[-1]) == (True, True)


def test_metode_calc_mengikuti_hari_panggilannya() -> None:
    mutu = make_method(METODE["skmMutu"], lambda jenis, baris: baris)
    hasil = []
    for hari in (LAMA, BARU):
        with pada_hari(hari):
            hasil.append(mutu(None, 85.05))

    assert ["B", "A"] == hasil


def test_pembangun_menulis_teks_pada_hari_membangun() -> None:
    with pada_hari(LAMA):
        lama = vba.write_wizard(list_fungsi(pada=LAMA)) + str(vba_fungsi.write_modul()) + vba.write_ribbon()
    with pada_hari(BARU):
        baru = vba.write_wizard(list_fungsi(pada=BARU)) + str(vba_fungsi.write_modul()) + vba.write_ribbon()

    assert ("SAKIP_NILAI(perencanaan As" in baru, "dampak As" in baru, "dampak As" in lama) == (False, True, False)
    assert "Pilihan: turun_rasio; naik. Bawaan: turun_rasio." in baru
    assert CONTOH_1 in baru and "PANRB" not in baru


def test_contoh_di_panel_memberi_hasil_hari_itu() -> None:
    for hari, hasil in ((LAMA, "C"), (BARU, "B")):
        pertama = list_contoh(DAFTAR["SKM_MUTU"].at(hari))[0]
        assert ("=SKM_MUTU(76,6)", hasil) == (pertama.rumus, pertama.hasil)
