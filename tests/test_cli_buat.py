"""`kinerja buat` as a user runs it, with the bundled data and with bad input of every kind."""

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

from kinerja.cli import main
from tests.alat.berkas import read_part
from tests.alat.perintah import BARU, run_buat, run_kinerja

pytestmark = pytest.mark.usefixtures("folder_kerja")


def test_tanpa_pilihan_membuat_21_buku_kota_medan(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["buat"]) == 0

    keluaran = capsys.readouterr()
    berkas = sorted(p.name for p in (folder_kerja / "hasil").glob("*.xlsx"))
    assert len(berkas) == 21
    assert (berkas[0], berkas[16]) == ("12.71.01-medan-kota-perjanjian-kinerja-2024.xlsx", BARU)
    assert keluaran.out == ""
    assert keluaran.err.splitlines()[-1] == "hasil: 21 berkas dibuat."


def test_temuan_yang_sama_pada_20_kecamatan_disebut_sekali(capsys: pytest.CaptureFixture[str]) -> None:
    main(["buat"])

    baris = capsys.readouterr().err.splitlines()
    temuan = [b for b in baris if b.startswith(("galat ", "peringatan ", "info "))]
    assert temuan[0] == "galat PK01  12.71.17 Medan Baru, daftar Pemberdayaan Masyarakat di Kelurahan"
    assert "855 orang, sedangkan 26 kegiatannya berjumlah 930 orang." in baris[baris.index(temuan[0]) + 1]
    assert sum("20 kecamatan (12.71.01 Medan Kota, 12.71.02 Medan Sunggal, dan 18 lagi)" in t for t in temuan) == 2
    assert len(temuan) < 12


def test_ringkasan_menyebut_setiap_kecamatan_dan_banyak_temuannya(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, galat = run_buat(capsys)

    asal, *baris = galat.splitlines()
    assert asal == "Tanpa --data yang dipakai data bawaan Medan 2024, sebagai contoh."
    assert baris[0].split() == ["Kode", "Kecamatan", "Berkas", "Status", "Galat", "Peringatan", "Info"]
    assert baris[1].split()[:5] == ["12.71.17", "Medan", "Baru", BARU, "dibuat"]
    assert baris[1].split()[5] == "1"


def test_json_saja_di_stdout_dan_sesuai_berkasnya(folder_kerja: Path) -> None:
    jalan = run_kinerja("buat", "--kecamatan", "127117", "--keluar", "a/b", "--json", folder=folder_kerja)

    hasil = json.loads(jalan.keluar)
    path = folder_kerja / "a" / "b" / BARU
    assert jalan.kode == 0
    assert hasil["berkas"] == [
        {
            "kode": "12.71.17",
            "nama": "Medan Baru",
            "path": f"a/b/{BARU}",
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    ]
    assert {frozenset(t) for t in hasil["temuan"]} == {frozenset({"kode", "tingkat", "tempat", "pesan", "saran"})}
    assert {t["tingkat"] for t in hasil["temuan"]} == {"galat", "peringatan", "info"}


def test_kecamatan_diulang_dan_dalam_ejaan_apa_pun(folder_kerja: Path) -> None:
    assert main(["buat", "--kecamatan", "127117", "--kecamatan", "12.71.17", "--kecamatan", "12-71-01"]) == 0

    assert len(list((folder_kerja / "hasil").glob("*.xlsx"))) == 2


def test_masukan_yang_sama_memberi_bita_yang_sama(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_buat(capsys, "--keluar", "satu")
    run_buat(capsys, "--keluar", "dua")

    assert (folder_kerja / "satu" / BARU).read_bytes() == (folder_kerja / "dua" / BARU).read_bytes()


def test_diulang_berkas_dibiarkan(capsys: pytest.CaptureFixture[str]) -> None:
    run_buat(capsys)

    kode, _, galat = run_buat(capsys)

    assert kode == 0
    assert galat.splitlines()[-1] == "hasil: 1 berkas sudah ada."


def test_perjanjian_perubahan_punya_nama_berkas_sendiri(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_buat(capsys, "--jenis", "perubahan")[0] == 0

    path = folder_kerja / "hasil" / "12.71.17-medan-baru-perjanjian-kinerja-perubahan-2024.xlsx"
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2024" in read_part(path, "xl/sharedStrings.xml")


def test_kertas_dan_responden_sampai_ke_buku(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_buat(capsys, "--keluar", "f4")
    run_buat(capsys, "--keluar", "a4", "--kertas", "a4")
    run_buat(capsys, "--keluar", "besar", "--responden", "1500")

    lembar = "xl/worksheets/sheet2.xml"
    assert 'paperSize="9"' in read_part(folder_kerja / "a4" / BARU, lembar)
    assert 'paperSize="9"' not in read_part(folder_kerja / "f4" / BARU, lembar)
    buku = read_part(folder_kerja / "besar" / BARU, "xl/workbook.xml")
    awal, akhir = re.findall(r'"isian_skm_jawaban">[^<]*?\$([0-9]+):[^<]*?\$([0-9]+)<', buku)[0]
    assert int(akhir) - int(awal) + 1 == 1500


def test_berkas_yang_diisi_orang_tidak_ditimpa(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["buat"])
    terisi = folder_kerja / "hasil" / BARU
    terisi.write_bytes(terisi.read_bytes() + b"diisi")
    isi = terisi.read_bytes()
    capsys.readouterr()

    kode = main(["buat", "--kertas", "a4", "--json"])

    keluaran = capsys.readouterr()
    assert kode == 2
    assert terisi.read_bytes() == isi
    assert len(json.loads(keluaran.out)["berkas"]) == 20
    assert keluaran.err.splitlines()[-1] == (
        f"kinerja: hasil: 1 buku kerja tidak ditulis: sudah diisi atau diubah ({BARU})."
        " Tutup atau pindahkan dahulu, atau pakai --timpa: yang ada dipindahkan ke folder lama."
    )
    assert run_buat(capsys, "--kertas", "a4", "--timpa")[0] == 0
    assert terisi.read_bytes() != isi


def test_penolakan_dikelompokkan_menurut_sebab(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["buat"])
    (folder_kerja / "hasil" / "register-kinerja.sqlite").unlink()
    (folder_kerja / "hasil" / BARU).unlink()
    (folder_kerja / "hasil" / BARU).mkdir()
    capsys.readouterr()

    assert main(["buat", "--kertas", "a4"]) == 2
    akhir = capsys.readouterr().err.splitlines()[-1]
    awal, perjanjian = (
        "kinerja: hasil: 21 buku kerja tidak ditulis: tidak dikenal register",
        "perjanjian-kinerja-2024.xlsx",
    )
    assert akhir == (
        f"{awal} (12.71.01-medan-kota-{perjanjian}, 12.71.02-medan-sunggal-{perjanjian}, dan 18 lagi);"
        f" bukan berkas biasa ({BARU}). Tutup atau pindahkan dahulu, atau pakai --timpa: yang ada dipindahkan ke"
        " folder lama."
    )
    assert main(["buat", "--kertas", "a4", "--timpa"]) == 2
    assert capsys.readouterr().err.endswith(
        f"1 buku kerja tidak ditulis: bukan berkas biasa ({BARU}). Tutup atau pindahkan dahulu.\n"
    )
    assert "--timpa" not in run_buat(capsys, "--kertas", "f4")[2]


def test_catatan_folder_dapat_diperiksa_sha256sum(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_buat(capsys)

    selesai = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder_kerja / "hasil", capture_output=True, check=True
    )

    assert selesai.stdout.decode() == f"{BARU}: OK\n"
