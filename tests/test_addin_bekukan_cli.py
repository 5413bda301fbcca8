"""`kinerja addin bekukan` as a user types it: what it refuses, and what it says of what stays."""

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from addin.build.xlam_murni import build_xlam_murni
from kinerja.cli import main


def _write(path: Path, rumus: str, banyak: int = 1) -> Path:
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("S")
        lembar.write("A1", 0.95, buku.add_format({"num_format": "0%"}))
        for i in range(banyak):
            lembar.write_formula(i, 1, rumus, None, 95)
    return path


def _run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    kode = main(["addin", "bekukan", *argv])
    keluar = capsys.readouterr()
    return kode, keluar.out, keluar.err


def test_nilai_yang_tinggal_disebut_dengan_sebabnya(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asal = _write(tmp_path / "asal.xlsx", "=PERSEN_CAPAIAN(A1,100)")

    kode, keluar, pesan = _run(capsys, str(asal))

    assert (0, f"{tmp_path / 'asal-beku.xlsx'}\n") == (kode, keluar)
    assert "0 rumus dibekukan, 1 menjadi nilai, 0 tersisa." in pesan
    assert "lembar S, sel B1: PERSEN_CAPAIAN(A1,100): nilainya yang tinggal, sebab sel A1 tampak persen." in pesan


def test_nilai_yang_tinggal_di_banyak_sel_diringkas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asal = _write(tmp_path / "asal.xlsx", "=PERSEN_CAPAIAN($A$1,100)", 25)

    _, _, pesan = _run(capsys, str(asal))

    assert (20, True) == (pesan.count("tampak persen"), "Begitu juga 5 sel lain." in pesan)


@pytest.mark.parametrize("nama", ["x.ods", "x.xlsm", "x", "x.xlsx.bak"])
def test_keluar_dengan_akhiran_lain_ditolak(tmp_path: Path, capsys: pytest.CaptureFixture[str], nama: str) -> None:
    asal = _write(tmp_path / "asal.xlsx", "=SAKIP_PREDIKAT(1)")

    kode, keluar, pesan = _run(capsys, str(asal), "--keluar", str(tmp_path / nama))

    assert (2, "", True) == (kode, keluar, "harus berakhiran .xlsx" in pesan)
    assert ["asal.xlsx"] == [path.name for path in tmp_path.iterdir()]


def test_akhiran_dengan_huruf_besar_sama_saja(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asal = _write(tmp_path / "asal.xlsx", "=SAKIP_PREDIKAT(90)")

    assert 0 == _run(capsys, str(asal), "--keluar", str(tmp_path / "HASIL.XLSX"))[0]


def test_berkas_tanpa_fungsi_kinerja_ditolak(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 promises the file that stdout names."""
    for asal in (_write(tmp_path / "asal.xlsx", "=SUM(A1)"), build_xlam_murni(tmp_path)):
        kode, keluar, pesan = _run(capsys, str(asal))

        assert (2, "", True) == (kode, keluar, "Tidak ada fungsi kinerja di berkas ini." in pesan)
    assert [] == [path.name for path in tmp_path.iterdir() if "beku" in path.name]


@pytest.mark.parametrize("opsi", [[], ["--nilai"]])
def test_sel_tanpa_hasil_disertai_caranya(tmp_path: Path, capsys: pytest.CaptureFixture[str], opsi: list[str]) -> None:
    buku = openpyxl.Workbook()
    buku["Sheet"]["A1"] = "=TERBILANG(5)"
    buku.save(tmp_path / "asal.xlsx")

    kode, _, pesan = _run(capsys, str(tmp_path / "asal.xlsx"), *opsi)

    assert (1, 1) == (kode, pesan.count("Buka berkas asalnya di Excel atau LibreOffice"))


def test_berkas_kedua_ditolak_dengan_bantuan_perintahnya(capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, pesan = _run(capsys, "a.xlsx", "b.xlsx")

    assert (2, "kinerja addin bekukan: tidak dikenal: b.xlsx. Lihat kinerja addin bekukan --help.\n") == (kode, pesan)
