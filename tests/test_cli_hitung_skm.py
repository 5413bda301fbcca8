"""`kinerja hitung skm` on exports of forms: options, the workbook of answers, what is told."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from kinerja.cli import main
from tests.survei_formulir import TANYA, list_kata

JAWABAN = [(1, 2, 3, 4, 1, 2, 3, 4, 2), (4, 4, None, 4, 4, 4, 4, 4, 4)]
NAMA = [
    "U1 Persyaratan", "U2 Sistem, Mekanisme, dan Prosedur", "U3 Waktu Penyelesaian", "U4 Biaya/Tarif",
    "U5 Produk Spesifikasi Jenis Pelayanan", "U6 Kompetensi Pelaksana", "U7 Perilaku Pelaksana",
    "U8 Penanganan Pengaduan, Saran dan Masukan", "U9 Sarana dan Prasarana",
]  # fmt: skip
PERINTAH = ["hitung", "skm", "ekspor.csv", "--pada", "2025-07-01"]


@pytest.fixture(autouse=True)
def ekspor(folder_kerja: Path) -> Path:
    """An export with the columns the other way round."""
    with (folder_kerja / "ekspor.csv").open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas).writerows([TANYA[::-1], *(list_kata(j)[::-1] for j in JAWABAN)])
    return folder_kerja / "ekspor.csv"


def test_keluar_memuat_jawaban_menurut_urutan_peraturan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PERINTAH, "--keluar", "jawaban.xlsx"]) == 0

    (lembar,) = openpyxl.load_workbook("jawaban.xlsx").worksheets
    kepala, *isi = lembar.iter_rows(values_only=True)
    assert list(kepala) == NAMA
    assert isi == JAWABAN
    assert "Tempel Khusus – Nilai" in capsys.readouterr().err


def test_keluar_yang_belum_disentuh_diganti_dan_yang_lain_hanya_dengan_timpa(
    capsys: pytest.CaptureFixture[str],
) -> None:
    perintah = [*PERINTAH, "--keluar", "jawaban.xlsx"]
    assert [main(perintah), main(perintah)] == [0, 0]
    buku = openpyxl.load_workbook("jawaban.xlsx")
    buku.save("jawaban.xlsx")
    isi = Path("jawaban.xlsx").read_bytes()

    assert main(perintah) == 2
    assert "sudah diisi atau disimpan ulang sejak dibuat" in capsys.readouterr().err
    assert Path("jawaban.xlsx").read_bytes() == isi
    assert main([*perintah, "--timpa"]) == 0
    (lama,) = Path("lama").iterdir()
    assert lama.read_bytes() == isi


def test_ekspor_yang_tidak_terbaca_tidak_meninggalkan_berkas(ekspor: Path) -> None:
    ekspor.write_text(ekspor.read_text("utf-8").replace("Gratis", "Terserah"), encoding="utf-8")

    assert main([*PERINTAH, "--keluar", "jawaban.xlsx"]) == 2
    assert [p.name for p in Path().iterdir()] == ["ekspor.csv"]


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["--keluar", "jawaban.csv"], "harus berakhiran .xlsx"),
        (["--timpa"], "--timpa hanya untuk --keluar"),
        (["--per", "kecamatan", "--keluar", "jawaban.xlsx"], "--keluar tidak dapat bersama --per"),
        (["--kolom", "U1"], "'U1' tidak berbentuk arti=judul, contoh: U1="),
        (["--kolom", "U12=Bagaimana"], "Unsur 'U12' tidak dikenal. Pilih U1 sampai U9."),
    ],
)
def test_pilihan_yang_tidak_berlaku_ditolak(argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PERINTAH, *argumen]) == 2

    keluaran = capsys.readouterr()
    assert (keluaran.out, keluaran.err.count("\n")) == ("", 1)
    assert kata in keluaran.err
    assert [p.name for p in Path().iterdir()] == ["ekspor.csv"]


@pytest.mark.parametrize("pilihan", [["--kolom", "U1=Syarat"], ["--keluar", "x.xlsx"]])
def test_pilihan_berkas_tidak_dapat_bersama_nrr(pilihan: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hitung", "skm", "--nrr", *["3"] * 9, *pilihan]) == 2
    assert f"{pilihan[0]} tidak dapat bersama --nrr." in capsys.readouterr().err


def test_keluar_tidak_menimpa_ekspornya(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ekspor.csv").rename("ekspor.xlsx")  # kinds are known by content

    assert main(["hitung", "skm", "ekspor.xlsx", "--keluar", "ekspor.xlsx", "--timpa"]) == 2
    assert "Keluaran akan menimpa sumber" in capsys.readouterr().err


def test_survei_dengan_unsur_lain_tidak_ditulis_untuk_lembar_skm(capsys: pytest.CaptureFixture[str]) -> None:
    Path("dua.csv").write_text("U1,U2\n3,4\n", encoding="utf-8")

    assert main(["hitung", "skm", "dua.csv", "--keluar", "jawaban.xlsx"]) == 2
    assert "Lembar SKM memuat 9 unsur, survei ini 2." in capsys.readouterr().err
    assert not Path("jawaban.xlsx").exists()


def test_per_kelompok_juga_mengenali_pertanyaan_dan_kolom_yang_disebut(capsys: pytest.CaptureFixture[str]) -> None:
    judul = ["Kecamatan", "Apakah syaratnya jelas?", *TANYA[:0:-1]]
    with Path("per.csv").open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas).writerows([judul, ["12.71.17", 1, *[3] * 8], ["12.71.17", 1, *[3] * 8]])

    perintah = ["hitung", "skm", "per.csv", "--per", "kecamatan", "--kolom", "U1=Apakah syaratnya", "--json"]
    assert main(perintah) == 0

    (kelompok,) = json.loads(capsys.readouterr().out)["kelompok"]
    assert kelompok["jumlah"] == [2, *[6] * 8]


@pytest.mark.parametrize(
    ("jawaban", "kalimat"),
    [
        ("tidak sesuai sama sekali", "bernilai rendah, jadi NIK ini mungkin terlalu tinggi."),
        ("sangat sesuai sekali lho", "bernilai tinggi, jadi NIK ini mungkin terlalu rendah."),
    ],
)
def test_yang_tidak_terbaca_disebut_ke_mana_ia_menggeser_nik(
    jawaban: str, kalimat: str, ekspor: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baris: list[list[object]] = [[*TANYA], *(list_kata([3] * 9) for _ in range(11)), [jawaban, *list_kata([3] * 9)[1:]]]
    with ekspor.open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas).writerows(baris)

    assert main(PERINTAH) == 1
    assert capsys.readouterr().err.endswith(f"Yang tidak terbaca tampaknya {kalimat}\n")


def test_layar_menyebut_kolom_responden_dan_yang_tidak_terbaca(
    ekspor: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baris: list[list[object]] = [["Usia", *TANYA], *([20 + n, *list_kata([3] * 9)] for n in range(11))]
    baris.append([40, *list_kata([3] * 8), "?!x"])
    with ekspor.open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas).writerows(baris)

    assert main(PERINTAH) == 1

    keluaran = capsys.readouterr()
    assert f"Kolom '{TANYA[7]}' dibaca sebagai U8 Penanganan Pengaduan, Saran dan Masukan." in keluaran.err
    assert keluaran.err.endswith(
        "1 jawaban tidak terbaca dan tidak dihitung:\n"
        "  U9 Sarana dan Prasarana: '?!x' (1 kali, kata yang tidak dikenal)\n"
        "Tanpa yang tidak terbaca, NIK ini mungkin terlalu tinggi atau terlalu rendah.\n"
    )
    akhir = [" ".join(b.split()) for b in keluaran.out.splitlines()[-2:]]
    assert akhir == ["Responden 12", "usia 20–29 10, 30–39 1, 40–49 1"]
