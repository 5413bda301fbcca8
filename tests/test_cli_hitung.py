"""`kinerja hitung`: published and worked examples, in text and JSON; bad input as one sentence."""

import json
from pathlib import Path

import pytest

from kinerja.cli import main

E1 = (105, 101, 100, 116, 102, 105, 106, 105, 115)
"""A published survey of 29 respondents: totals per unsur, NIK 91,48 (mutu A), 90,56 with penimbang 0,11."""


def baca(capsys: pytest.CaptureFixture[str], *argumen: str) -> dict[str, str]:
    """Captions and values of what a command printed."""
    assert main(["hitung", *argumen]) == 0
    return {k.strip(): v for k, _, v in (b.partition("  ") for b in capsys.readouterr().out.splitlines())}


def baca_json(capsys: pytest.CaptureFixture[str], *argumen: str) -> dict[str, object]:
    assert main(["hitung", *argumen, "--json"]) == 0
    hasil = json.loads(capsys.readouterr().out)
    assert isinstance(hasil, dict)
    return hasil


def bagikan(jumlah: int, banyak: int) -> list[int]:
    """Answers 1..4 of `banyak` respondents with this sum."""
    rendah, lebih = divmod(jumlah, banyak)
    return [rendah + 1] * lebih + [rendah] * (banyak - lebih)


@pytest.fixture
def survei_e1(tmp_path: Path) -> Path:
    kolom = [bagikan(total, 29) for total in E1]
    baris = [",".join(f"U{n}" for n in range(1, 10)), *(",".join(map(str, b)) for b in zip(*kolom, strict=True))]
    path = tmp_path / "e1.csv"
    path.write_text("\n".join(baris), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("argumen", "hasil"),
    [
        (["sakip", "20,5", "19", "10,25", "16,75"], {"nilai": 66.5, "predikat": "B", "interpretasi": "Baik"}),
        (["sakip", "30", "30", "15", "15"], {"nilai": 90.0, "predikat": "A", "interpretasi": "Memuaskan"}),
        (
            ["sakip", "6", "9", "15", "6", "9", "15", "3", "4,5", "7,5", "5", "7,5", "12,5"],
            {"nilai": 100.0, "predikat": "AA", "interpretasi": "Sangat Memuaskan"},
        ),
        (
            ["sakip", "10", "10", "10", "10", "10", "--pada", "31-12-2020"],
            {"nilai": 50.0, "predikat": "C", "interpretasi": "Kurang"},
        ),
        (["manfaat", "338", "338", "465", "930"], {"persen": 75.0}),
        (["trantibum", "7", "8"], {"persen": 87.5}),
        (["trantibum", "0", "0"], {"persen": None}),
        (["capaian", "66,50", "66,50"], {"persen": 100.0, "kategori": "Sangat Tinggi"}),
        (["capaian", "90,5", "100"], {"persen": 90.5, "kategori": "Sangat Tinggi"}),
        (["capaian", "150", "100", "--batas", "120"], {"persen": 120.0, "kategori": "Sangat Tinggi"}),
        (["capaian", "3", "4", "--arah", "turun_selisih"], {"persen": 125.0, "kategori": "Sangat Tinggi"}),
        (["capaian", "60", "80-90"], {"persen": 75.0, "kategori": "Sedang"}),
        (["capaian", "6", "<= 3", "--arah", "turun_rasio"], {"persen": 50.0, "kategori": "Sangat Rendah"}),
        (["capaian", "1:40", "1:32"], {"persen": 80.0, "kategori": "Tinggi"}),
        (["capaian", "0", "0", "--arah", "turun_selisih"], {"persen": 100.0, "kategori": "Sangat Tinggi"}),
        (
            ["capaian", "12", "4", "--arah", "turun_selisih", "--lantai", "0"],
            {"persen": 0.0, "kategori": "Sangat Rendah"},
        ),
        (["serapan", "Rp 10.770.000", "21.540.000,00"], {"persen": 50.0}),
        (["sampel", "1200"], {"responden": 291}),
        (["sampel", "1000000"], {"responden": 384}),
        (["terbilang", "-66,50"], {"terbilang": "minus enam puluh enam koma lima nol"}),
    ],
)
def test_hasil_hitung_menurut_aturan(
    argumen: list[str], hasil: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert baca_json(capsys, *argumen) == hasil


def test_skm_dari_berkas_sama_dengan_yang_terbit(survei_e1: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hasil = baca(capsys, "skm", str(survei_e1))

    assert hasil["U1 Persyaratan"].strip() == "NRR 3,621 (jumlah nilai 105 dari 29 jawaban)"
    assert {k: hasil[k].strip() for k in ("NI", "NIK", "Mutu", "Kinerja")} == {
        "NI": "3,6590",
        "NIK": "91,48",
        "Mutu": "A (88,31 – 100,00)",
        "Kinerja": "Sangat Baik",
    }


def test_skm_dengan_penimbang_yang_dibulatkan_sama_dengan_yang_terbit(
    survei_e1: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert baca(capsys, "skm", str(survei_e1), "--penimbang", "0.11")["NIK"].strip() == "90,56"


def test_skm_dari_rata_rata(capsys: pytest.CaptureFixture[str]) -> None:
    nrr = ("3,41", "3,59", "3,53", "3,06", "3,66", "3,66", "3,91", "3,78", "3,84")

    hasil = baca_json(capsys, "skm", "--nrr", *nrr)

    assert (hasil["nik"], hasil["mutu"], hasil["kinerja"]) == (90.11, "A", "Sangat Baik")
    assert hasil["unsur"] == [
        {"unsur": f"U{n} {nama}", "nrr": float(x.replace(",", "."))}
        for n, (nama, x) in enumerate(
            zip(
                (
                    "Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif",
                    "Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana",
                    "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana",
                ), nrr, strict=True,
            ), 1,
        )
    ]  # fmt: skip


def test_mutu_yang_berbeda_menurut_penimbang_ditampilkan_semua(capsys: pytest.CaptureFixture[str]) -> None:
    hasil = baca(capsys, "skm", "--nrr", *["2,60"] * 9)

    assert [hasil[f"Penimbang {p}"].strip() for p in ("persis", "0,111", "0,11")] == [
        "NIK 65,00, mutu C",
        "NIK 64,94, mutu D",
        "NIK 64,35, mutu D",
    ]


def test_mutu_yang_sama_tidak_diulang(capsys: pytest.CaptureFixture[str]) -> None:
    assert not any(k.startswith("Penimbang") for k in baca(capsys, "skm", "--nrr", *["3"] * 9))


def test_jumlah_unsur_lain_hanya_memakai_penimbang_persis(capsys: pytest.CaptureFixture[str]) -> None:
    nrr = ("3,06", "2,98", "3,06", "2,9", "3,06", "3,14", "3,04", "3,06", "3,18", "3,08", "3,2", "3,18", "3,1", "3,04")

    hasil = baca_json(capsys, "skm", "--nrr", *nrr)

    assert (hasil["nik"], hasil["mutu_menurut_penimbang"]) == (76.93, {"persis": "B"})


def test_nilai_terendah_di_luar_skala_bila_penimbang_dibulatkan(capsys: pytest.CaptureFixture[str]) -> None:
    hasil = baca_json(capsys, "skm", "--nrr", *["1"] * 9)

    assert hasil["mutu_menurut_penimbang"] == {"persis": "D", "0,111": "-", "0,11": "-"}


def test_catatan_kolom_di_stderr_dan_hasil_saja_di_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.csv"
    path.write_text("No,U1,U2\n1,3,4\n", encoding="utf-8")

    assert main(["hitung", "skm", str(path), "--json"]) == 0
    keluaran = capsys.readouterr()
    assert json.loads(keluaran.out)["nik"] == 87.5
    assert keluaran.err == ("Survei ini punya 2 unsur; peraturan menetapkan 9.\nKolom yang tidak dipakai: No.\n")


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (
            ["sakip", "1", "2", "3"],
            "Ada 3 nilai, seharusnya 4 komponen atau 12 subkomponen. Tulis berurutan: Perencanaan Kinerja, ",
        ),
        (
            ["sakip", "66,5"],
            "Ada 1 nilai, seharusnya 4 komponen atau 12 subkomponen."
            ' Predikat sebuah nilai SAKIP: kinerja jelaskan sakip "66,5"',
        ),
        (
            ["sakip", "31", "1", "1", "1"],
            "Nilai Perencanaan Kinerja 31 di luar 0 sampai bobotnya 30. Isi nilai menurut bobotnya, bukan persennya.",
        ),
        (["sakip", "1", "dua", "1", "1"], "Nilai ke-2: 'dua' tidak terbaca sebagai angka."),
        (["sakip", "1", "1", "1", "-"], "Nilai ke-4: Angka belum diisi."),
        (["sakip", "1", "1", "1", "1", "--pada", "1-1-2010"], "tidak ada peraturan yang berlaku pada 01-01-2010."),
        (["manfaat", "1", "2", "3"], "Ada 3 angka, seharusnya berpasangan."),
        (["manfaat", "1", "0"], "Daftar ke-1: Pembagi (target) nol"),
        (["trantibum", "9", "8"], "Yang ditangani (9) lebih banyak daripada laporan (8)."),
        (["capaian", "1", "0"], "Target nol; capaian tidak dapat dihitung."),
        (["capaian", "1", "2", "--batas", "110"], "Batas capaian 110 tidak dikenal."),
        (["capaian", "1", "2", "--lantai", "50"], "Lantai capaian 50 tidak dikenal. Pilih 0,"),
        (["capaian", "80", "BB"], "TARGET: “BB” bukan angka; predikat tidak dapat dinilai di sini"),
        (["capaian", "1.500", "2000"], "REALISASI: '1.500' bisa berarti 1500 (gaya Indonesia) atau"),
        (["capaian", "80", "90-80"], "TARGET: Rentang harus naik."),
        (["capaian", "30", "1:32"], "Realisasi 30 terlalu jauh dari target 1 : 32."),
        (["serapan", "1", "0"], "Pagu nol; serapan tidak dapat dihitung."),
        (["serapan", "1.500", "2000"], "REALISASI: '1.500' bisa berarti 1500 (gaya Indonesia) atau"),
        (["sampel", "0"], "Populasi 0 bukan bilangan bulat 1 atau lebih. Isi banyaknya orang yang dilayani."),
        (["sampel", "1,5"], "Populasi 1,5 bukan bilangan bulat 1 atau lebih. Isi banyaknya orang yang dilayani."),
        (["terbilang", "1000000000000000000"], "Angka terlalu besar"),
        (["skm", "tidak-ada.csv"], "tidak-ada.csv: Berkas tidak ditemukan."),
        (["skm", "--nrr", "4,5"], "NRR U1 di luar 1 sampai 4."),
        (["skm", "--nrr", "3", "3", "--penimbang", "0,11"], "Penimbang 0,11 hanya untuk 9 unsur, di sini 2."),
    ],
)  # fmt: skip
def test_masukan_buruk_dijawab_satu_kalimat(argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hitung", *argumen, "--json"]) == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert keluaran.err.startswith("kinerja: ")
    assert kata in keluaran.err
    assert keluaran.err.count("\n") == 1


def test_berkas_dan_nrr_tidak_boleh_bersama(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hitung", "skm", "a.csv", "--nrr", "3"]) == 2
    assert "tidak boleh bersama" in capsys.readouterr().err
