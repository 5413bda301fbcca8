"""`kinerja jelaskan`: the band of a value, why, and the citation."""

import json

import pytest

from kinerja.cli import main


def jelaskan(capsys: pytest.CaptureFixture[str], *argumen: str) -> dict[str, object]:
    assert main(["jelaskan", *argumen, "--json"]) == 0
    hasil = json.loads(capsys.readouterr().out)
    assert isinstance(hasil, dict)
    return hasil


@pytest.mark.parametrize(
    ("apa", "nilai", "kode", "rentang", "alasan"),
    [
        ("sakip", "66,5", "B", ">60 – 70", "B berlaku di atas 60 sampai dengan 70; nilai tepat 60 masih CC"),
        ("sakip", "60", "CC", ">50 – 60", "CC berlaku di atas 50 sampai dengan 60; nilai tepat 50 masih C"),
        ("sakip", "90,005", "AA", ">90 – 100", "AA berlaku di atas 90 sampai dengan 100; nilai tepat 90 masih A"),
        ("sakip", "0", "E", "0", "E hanya untuk nilai tepat 0"),
        ("skm", "65", "C", "65,00 – 76,60", "C berlaku mulai 65,00 sampai sebelum 76,61"),
        ("skm", "88,30", "B", "76,61 – 88,30", "B berlaku mulai 76,61 sampai sebelum 88,31"),
        ("skm", "88,305", "A", "88,31 – 100,00",
         "dibulatkan dahulu menjadi 88,31; A berlaku mulai 88,31 sampai dengan 100,00"),
        ("skm", "25", "D", "25,00 – 64,99", "D berlaku mulai 25,00 sampai sebelum 65,00"),
        ("capaian", "90,5", "ST", "≥ 91", "ST berlaku di atas 90; nilai tepat 90 masih T"),
        ("capaian", "-5", "SR", "≤ 50", "SR berlaku sampai dengan 50"),
        ("kriteria", "bb", "BB", "80", "huruf BB bernilai 80"),
        ("kriteria", "80", "BB", "80", "huruf BB bernilai 80"),
    ],
)  # fmt: skip
def test_jenjang_rentang_dan_alasan(
    apa: str, nilai: str, kode: str, rentang: str, alasan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hasil = jelaskan(capsys, apa, nilai)

    assert (hasil["kode"], hasil["rentang"], hasil["alasan"]) == (kode, rentang, alasan)


def test_dasar_disebut_dengan_letak_sumber_dan_keyakinan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jelaskan", "sakip", "66,5", "--pada", "31-12-2024"]) == 0

    baris = capsys.readouterr().out.splitlines()
    kunci = [b.split("  ")[0].strip() or b.split("  ")[1] for b in baris]
    assert kunci == [
        "Nilai", "Predikat dan interpretasi nilai SAKIP", "Rentang tertulis", "Alasan", "Berlaku sejak", "Dasar",
        "Dibaca dari", "Keyakinan", "Catatan",
    ]  # fmt: skip
    assert "Peraturan Menteri PANRB 88/2021, Lampiran" in baris[5]
    assert "Perjanjian Kinerja Kecamatan Medan Baru 2024" in baris[6]
    assert baris[7].endswith("H, dua sumber atau lebih")


@pytest.mark.parametrize("tanggal", ["2020-12-31", "31-12-2020", "31/12/2020"])
def test_pada_tanggal_lama_berlaku_peraturan_lama(tanggal: str, capsys: pytest.CaptureFixture[str]) -> None:
    hasil = jelaskan(capsys, "sakip", "66,5", "--pada", tanggal)

    assert hasil["berlaku"] == "2015-01-01"
    assert hasil["rujukan"][0]["peraturan"] == "Peraturan Menteri PANRB 12/2015"  # type: ignore[index]


def test_nilai_nol_menyebut_bahwa_dasarnya_lain(capsys: pytest.CaptureFixture[str]) -> None:
    rujukan = jelaskan(capsys, "sakip", "0")["rujukan"]

    assert rujukan[0]["keyakinan"] == "M"  # type: ignore[index]


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["sakip", "100,01"], "Nilai 100,01 di luar rentang 0 sampai 100"),
        (["sakip", "-1"], "Nilai -1 di luar rentang 0 sampai 100"),
        (["sakip", "BB"], "NILAI: 'BB' tidak terbaca sebagai angka."),
        (["sakip", ""], "NILAI: Angka belum diisi."),
        (["skm", "24,99"], "Nilai 24,99 di luar rentang 25,00 sampai 100,00"),
        (["kriteria", "85"], "Tidak ada kriteria bernilai 85. Yang ada: AA 100, A 90,"),
        (["kriteria", "F"], "'F' tidak ada dalam Nilai huruf kriteria SAKIP."),
        (["sakip", "60", "--pada", "2001-01-01"], "tidak ada peraturan yang berlaku pada 01-01-2001."),
    ],
)
def test_nilai_yang_tidak_punya_jenjang_ditolak(
    argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["jelaskan", *argumen]) == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert kata in keluaran.err
    assert keluaran.err.count("\n") == 1
