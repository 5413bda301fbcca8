"""A made-up regulation of 2027 counts from its day on, in rules, readers, checks and commands; before it nothing moves.

The law and the results that were computed by hand stand in tests/kasus/hukum_2027 and hukum_2027_hasil.toml.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main
from kinerja.errors import DataError
from kinerja.perjanjian.model import Indikator
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.survei.jawaban import parse_survei
from kinerja.survei.wilayah import read_survei_wilayah
from tests.alat.hukum import HUKUM_2027, enact
from tests.berkas_induk import changed, read_xlsx
from tests.contoh import angka
from tests.perjanjian_bersih import SAKIP, SKM, with_indikator
from tests.test_aturan import KASUS, check_kasus, read_kasus

LAMA, BARU = date(2026, 12, 31), date(2027, 1, 1)
HASIL = read_kasus(Path(__file__).parent / "kasus" / "hukum_2027_hasil.toml")
UNSUR = (
    "Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Sarana", "Pengaduan",
    "Keterbukaan Informasi",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def hukum_2027() -> Iterator[None]:
    with enact(HUKUM_2027):
        yield


@pytest.mark.parametrize("kasus", [kasus for _, kasus in HASIL], ids=[nama for nama, _ in HASIL])
def test_hasil_menurut_hukum_baru(kasus: dict[str, Any]) -> None:
    check_kasus(kasus, BARU)


@pytest.mark.parametrize("tahun", [2024, 2025, 2026])
def test_hasil_tahun_lama_tidak_berubah(tahun: int) -> None:
    for _, kasus in KASUS:
        check_kasus(kasus, date(tahun, 12, 31))


# --- survey files -----------------------------------------------------------------------------------------------


def test_survei_dibaca_menurut_unsur_dan_skala_pada_tanggalnya() -> None:
    petak: list[list[object]] = [list(UNSUR), [5] * 10]

    survei = parse_survei(petak, "s.csv", pada=BARU)

    assert survei.unsur == tuple(f"U{n} {nama}" for n, nama in enumerate(UNSUR, start=1))
    assert survei.jawaban == ((5,) * 10,)
    assert survei.catatan == ()
    with pytest.raises(DataError, match="Jawaban di atas 4 ada 9 dari 9: ini bukan skala 4 tingkat melainkan 5"):
        parse_survei([list(UNSUR[:9]), [5] * 9], "s.csv", pada=LAMA)


def test_kolom_yang_hilang_disebut_menurut_hukum_pada_tanggalnya() -> None:
    with pytest.raises(DataError, match=r"Kolom U10 Keterbukaan Informasi tidak ada"):
        parse_survei([list(UNSUR[:9]), [3] * 9], "s.csv", pada=BARU)
    with pytest.raises(DataError, match=r"harus ada tepat 10 kolom jawaban; di sini 9"):
        parse_survei([[3] * 9], "s.csv", pada=BARU)
    assert parse_survei([[3] * 9], "s.csv", pada=LAMA).jawaban == ((3,) * 9,)


def write_survei(folder: Path, *jawaban: int) -> Path:
    """One answer for all unsur a line, of kecamatan 12.71.17."""
    path = folder / "s.csv"
    path.write_text(
        "\n".join([",".join(("kecamatan", *UNSUR)), *(",".join(["12.71.17", *[str(x)] * 10]) for x in jawaban)])
    )
    return path


def test_survei_wilayah_menurut_skala_pada_tanggalnya(tmp_path: Path) -> None:
    path = write_survei(tmp_path, 5, 4, 6)

    (total,) = read_survei_wilayah(path, pada=BARU).total
    assert (total.jumlah, total.terisi, total.salah) == ((9,) * 10, (2,) * 10, 1)
    judul_lama = path.read_text().replace(",".join(UNSUR), ",".join(f"U{n}" for n in range(1, 11)))
    path.write_text(judul_lama)
    (total,) = read_survei_wilayah(path, pada=LAMA).total
    assert (total.jumlah, total.salah) == ((4,) * 10, 2)


# --- agreements -------------------------------------------------------------------------------------------------


def test_arah_dinilai_menurut_tahun_perjanjian(tmp_path: Path) -> None:
    data = changed("indikator", 0, arah="turun_selisih")
    assert read_xlsx(tmp_path, data)[0].indikator[0].arah == "turun_selisih"

    data["umum"][0]["tahun"] = 2027
    with pytest.raises(DataError, match=r"Arah 'turun_selisih' tidak dikenal\. Pilih: turun, naik\."):
        read_xlsx(tmp_path, data)
    data["indikator"][0]["arah"] = None
    assert read_xlsx(tmp_path, data)[0].indikator[0].arah == "turun_rasio"


def test_huruf_target_dibaca_menurut_tahun_perjanjian(tmp_path: Path) -> None:
    data = changed("indikator", 1, target="BB (70)")
    assert read_xlsx(tmp_path, data)[0].indikator[1].target_huruf == "BB"

    data["umum"][0]["tahun"] = 2027
    with pytest.raises(DataError, match=r"'BB \(70\)' tidak terbaca sebagai angka"):
        read_xlsx(tmp_path, data)


@pytest.mark.parametrize(
    ("indikator", "target", "huruf", "lama", "baru"),
    [
        (SKM, "85", "B", [], ["PK04"]),
        (SKM, "86", "A", ["PK03"], []),
        (SKM, "4.5", None, ["PK05"], ["PK06"]),
        (SKM, "22", None, ["PK05"], []),
        (SAKIP, "79.9", "B", ["PK03"], ["PK04"]),
        (SAKIP, "80", "A", ["PK03", "PK04"], []),
    ],
)
def test_target_diperiksa_menurut_tahun_perjanjian(
    indikator: Indikator, target: str, huruf: str | None, lama: list[str], baru: list[str]
) -> None:
    pk = with_indikator(replace(indikator, target=angka(target), target_huruf=huruf))

    for tahun, kode in ((2024, lama), (2026, lama), (2027, baru)):
        assert kode == [t.kode for t in check_perjanjian(replace(pk, tahun=tahun))], tahun


# --- commands ---------------------------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *perintah: str) -> Any:
    assert main([*perintah, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("perintah", "lama", "baru"),
    [
        (["manfaat", "1", "3", "1", "1"], {"persen": 66.67}, {"persen": 66.7}),
        (["trantibum", "7", "8"], {"persen": 87.5}, {"persen": 88}),
        (["serapan", "21.000.000,00", "21.540.000,00"], {"persen": 97.49}, {"persen": 97}),
        (["sampel", "1200"], {"responden": 291}, {"responden": 89}),
        (["capaian", "8", "10"], {"persen": 80, "kategori": "Tinggi"}, {"persen": 125, "kategori": "Tercapai"}),
        (
            ["capaian", "95", "80-90", "--arah", "naik"],
            {"persen": 105.56, "kategori": "Sangat Tinggi"},
            {"persen": 105.6, "kategori": "Tercapai"},
        ),
    ],
)
def test_hitung_menurut_tanggal(
    perintah: list[str], lama: object, baru: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lama == run(capsys, "hitung", *perintah, "--pada", "31-12-2026")
    assert baru == run(capsys, "hitung", *perintah, "--pada", "01-01-2027")


def test_hitung_sakip_menurut_tanggal(capsys: pytest.CaptureFixture[str]) -> None:
    baru = run(capsys, "hitung", "sakip", "25", "20,05", "34,9", "--pada", "01-01-2027")

    assert baru == {"nilai": 80.0, "predikat": "A", "interpretasi": "Tinggi"}
    assert run(capsys, "hitung", "sakip", "20,5", "19", "10,25", "16,75", "--pada", "31-12-2026")["predikat"] == "B"


def test_hitung_skm_dari_berkas_dan_rata_rata_menurut_tanggal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = str(write_survei(tmp_path, 5, 4, 3))

    dari_berkas = run(capsys, "hitung", "skm", berkas, "--pada", "01-01-2027")
    dari_nrr = run(capsys, "hitung", "skm", "--nrr", *["4"] * 10, "--pada", "01-01-2027")

    for hasil in (dari_berkas, dari_nrr):
        assert (hasil["nik"], hasil["mutu"], hasil["penimbang"]) == (80.0, "B", "persis")
        assert hasil["unsur"][9]["unsur"] == "U10 Keterbukaan Informasi"
        assert hasil["mutu_menurut_penimbang"] == {"persis": "B", "0,1": "B", "0,09": "B"}


def test_hitung_skm_per_kecamatan_menurut_tanggal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    perintah = ["hitung", "skm", str(write_survei(tmp_path, 5, 4, 3)), "--per", "kecamatan", "--pada"]

    assert run(capsys, *perintah, "01-01-2027")["kelompok"][0]["nik"] == 80.0
    write_survei(tmp_path, 5, 6)
    assert main([*perintah, "01-01-2027"]) == 1
    assert "10 jawaban bukan 1, 2, 3, 4, atau 5. " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("perintah", "kata"),
    [
        (["capaian", "1", "2", "--arah", "turun_selisih"], "tidak dikenal. Pilih: turun_rasio, naik."),
        (["capaian", "1", "2", "--batas", "120"], "Batas capaian 120 tidak dikenal. Pilih 110 atau 150,"),
        (["capaian", "1", "2", "--lantai", "0"], "Lantai capaian 0 tidak dikenal. Pilih 5,"),
        (["skm", "--nrr", "4", "--penimbang", "0.11"], "Penimbang '0,11' tidak dikenal. Pilih: persis; 0,1; 0,09."),
        (["skm", "--nrr", "5,1"], "NRR U1 di luar 1 sampai 5."),
    ],
)  # fmt: skip
def test_pilihan_yang_tidak_berlaku_ditolak_dengan_daftarnya(
    perintah: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hitung", *perintah, "--pada", "01-01-2027"]) == 2

    keluaran = capsys.readouterr()
    assert (keluaran.out, keluaran.err.count("\n")) == ("", 1)
    assert kata in keluaran.err


@pytest.mark.parametrize(
    ("apa", "nilai", "lama", "baru", "alasan"),
    [
        ("skm", "85", "B", "B", "B berlaku di atas 70 sampai dengan 85; nilai tepat 70 masih C"),
        ("skm", "85,05", "B", "A", "dibulatkan dahulu menjadi 85,1; A berlaku di atas 85 sampai dengan 100"),
        ("sakip", "79,95", "BB", "A", "dibulatkan dahulu menjadi 80,0; A berlaku mulai 80,0 sampai dengan 100"),
        ("capaian", "100", "ST", "T", "T berlaku mulai 100"),
        ("kriteria", "B", "B", "B", "huruf B bernilai 5"),
    ],
)
def test_jelaskan_menurut_tanggal(
    apa: str, nilai: str, lama: str, baru: str, alasan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sebelum = run(capsys, "jelaskan", apa, nilai, "--pada", "31-12-2026")
    sesudah = run(capsys, "jelaskan", apa, nilai, "--pada", "01-01-2027")

    assert (sebelum["kode"], sesudah["kode"], sesudah["berlaku"]) == (lama, baru, "2027-01-01")
    assert sesudah["alasan"].startswith(alasan)
    assert [r["peraturan"] for r in sesudah["rujukan"]] == ["Peraturan Contoh 1/2027"]
