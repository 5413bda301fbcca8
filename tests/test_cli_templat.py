"""`kinerja templat`: the example, and what a form would show before anything is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.alat.formulir_kaya import write_form
from tests.alat.perintah import run_utama
from tests.hilang_kasus import put_sparkline

Tampung = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("folder_kerja")


def write(nama: str, put: Any = None) -> None:
    Path(nama).write_bytes(write_form(put))


def put_program(_: Any, lembar: Any) -> None:
    lembar.write_row("A5", ["{{program.nomor}}", "{{program.nama}}", "{{program.anggaran}}", "{{isian_dpa}}"])
    lembar.write("A7", "{{indikator.9.target}}")
    lembar.write("A8", "{{pihak_pertama.nip}}")


def put_salah(_: Any, lembar: Any) -> None:
    put_sparkline(_, lembar)
    lembar.write("D4", "{{kecamatan.nam}}")
    lembar.write("D5", "{{program.nama}} {{sasaran.uraian}}")


def test_contoh_dibuat_dan_bersih_saat_diperiksa(folder_kerja: Path, capsys: Tampung) -> None:
    kode, keluar, galat = run_utama(capsys, "templat", "contoh")
    assert (kode, keluar) == (0, "")
    assert galat.startswith("formulir-contoh.xlsx dibuat.")

    kode, keluar, galat = run_utama(capsys, "templat", "periksa", "formulir-contoh.xlsx", "--kecamatan", "12.71.17")

    assert kode == 0
    assert "  Formulir!A1       kecamatan.nama_kapital    MEDAN BARU\n" in keluar
    assert "  Formulir!D5       pihak_pertama.jabatan     CAMAT MEDAN BARU\n" in keluar
    assert "  Formulir baris 11  indikator  4 kali\n  Formulir baris 16  program    6 kali\n" in keluar
    assert "  Formulir!J11      isian_indikator_1_realisasi_1\n" in keluar
    assert "Akan hilang" not in keluar
    assert galat.endswith(" rumus dalam buku yang terisi; 0 baru dihitung saat dibuka.\n")
    assert [p.name for p in folder_kerja.iterdir()] == ["formulir-contoh.xlsx"]


def test_contoh_mengganti_miliknya_tetapi_bukan_yang_diubah(folder_kerja: Path, capsys: Tampung) -> None:
    assert run_utama(capsys, "templat", "contoh")[0] == 0
    assert run_utama(capsys, "templat", "contoh")[0] == 0
    write("formulir-contoh.xlsx")
    kantor = Path("formulir-contoh.xlsx").read_bytes()

    kode, _, galat = run_utama(capsys, "templat", "contoh")

    assert kode == 2
    assert galat.startswith("kinerja: formulir-contoh.xlsx: Berkas sudah ada dan bukan contoh formulir kinerja buatan")
    assert Path("formulir-contoh.xlsx").read_bytes() == kantor
    assert run_utama(capsys, "templat", "contoh", "--timpa")[0] == 0
    assert [p.read_bytes() for p in (folder_kerja / "lama").rglob("*.xlsx")] == [kantor]


def test_contoh_hanya_menulis_xlsx(folder_kerja: Path, capsys: Tampung) -> None:
    kode, _, galat = run_utama(capsys, "templat", "contoh", "--keluar", "contoh.docx")

    assert (kode, galat) == (2, "kinerja: contoh.docx: Nama berkas harus berakhiran .xlsx.\n")
    assert list(folder_kerja.iterdir()) == []


def test_contoh_dari_data_sendiri(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_utama(capsys, "data-induk", "--kabkota", "35.12", "--tahun", "2025", "--keluar", "induk.xlsx")[0] == 0
    assert run_utama(capsys, "templat", "contoh", "--data", "induk.xlsx")[0] == 0

    _, keluar, _ = run_utama(capsys, "templat", "periksa", "formulir-contoh.xlsx", "--data", "induk.xlsx", "--json")

    hasil = json.loads(keluar)
    assert hasil["kecamatan"].startswith("35.12.")
    assert {"lembar": "Formulir", "sel": "A1", "nama": "tahun", "tampil": "2025"} in hasil["nama"]


def test_json_memuat_nama_ulangan_isian_dan_yang_hilang(capsys: pytest.CaptureFixture[str]) -> None:
    def put(buku: Any, lembar: Any) -> None:
        put_program(buku, lembar)
        put_sparkline(buku, lembar)

    write("a.xlsx", put)

    kode, keluar, _ = run_utama(capsys, "templat", "periksa", "a.xlsx", "--kecamatan", "12.71.17", "--json")

    hasil = json.loads(keluar)
    nama = {n["sel"]: (n["nama"], n["tampil"]) for n in hasil.pop("nama")}
    assert kode == 1
    assert nama == {
        "A1": ("kecamatan.nama", "Medan Baru"),
        "A5": ("program.nomor", "1"),
        "B5": ("program.nama", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"),
        "C5": ("program.anggaran", "Rp15.435.519.078"),
        "D5": ("isian_dpa", "(diketik kecamatan)"),
        "A7": ("indikator.9.target", "(kosong)"),
        "A8": ("pihak_pertama.nip", "(diketik kecamatan)"),
    }
    temuan = hasil.pop("temuan")
    assert hasil == {
        "berkas": "a.xlsx",
        "kecamatan": "12.71.17",
        "ulangan": [{"lembar": "Isi", "baris": 5, "daftar": "program", "banyak": 6}],
        "isian": [
            {"nama": "isian_program_dpa", "lembar": "Isi", "sel": "D5:D10"},
            {"nama": "isian_camat_nip", "lembar": "Isi", "sel": "A13"},
        ],
        "hilang": [{"apa": "grafik mini (sparkline)", "lembar": "Isi", "sel": "F2", "banyak": 2}],
        "galat": [],
    }
    assert [t["kode"] for t in temuan] == ["PK30"]


def test_yang_akan_hilang_ditampilkan_dan_kodenya_satu(folder_kerja: Path, capsys: Tampung) -> None:
    write("a.xlsx", put_sparkline)

    kode, keluar, _ = run_utama(capsys, "templat", "periksa", "a.xlsx")

    assert kode == 1
    assert "Baris yang berulang\n  -\n" in keluar
    assert keluar.endswith("Akan hilang\n  Isi!F2: grafik mini (sparkline) (2)\n")
    assert [p.name for p in folder_kerja.iterdir()] == ["a.xlsx"]


def test_semua_kesalahan_dan_yang_hilang_disebut_sekaligus(folder_kerja: Path, capsys: Tampung) -> None:
    write("a.xlsx", put_salah)

    kode, keluar, galat = run_utama(capsys, "templat", "periksa", "a.xlsx")

    assert (kode, keluar) == (2, "Akan hilang\n  Isi!F2: grafik mini (sparkline) (2)\n")
    assert galat.splitlines() == [
        "kinerja: a.xlsx, lembar Isi, sel D4: Nama {{kecamatan.nam}} tidak dikenal."
        " Mungkin maksudnya {{kecamatan.nama}}.",
        "kinerja: a.xlsx, lembar Isi, sel D5: Satu baris tidak dapat mengulang dua daftar: program dan sasaran."
        " Pisahkan ke baris yang berbeda.",
    ]
    assert [p.name for p in folder_kerja.iterdir()] == ["a.xlsx"]


def test_kesalahan_sebagai_json(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.xlsx", put_salah)

    kode, keluar, galat = run_utama(capsys, "templat", "periksa", "a.xlsx", "--json")

    hasil = json.loads(keluar)
    assert (kode, galat) == (2, "")
    assert [g["tempat"] for g in hasil["galat"]] == ["a.xlsx, lembar Isi, sel D4", "a.xlsx, lembar Isi, sel D5"]
    assert hasil["galat"][0]["saran"] == "Mungkin maksudnya {{kecamatan.nama}}."
    assert [h["apa"] for h in hasil["hilang"]] == ["grafik mini (sparkline)"]


def test_hanya_satu_kecamatan_yang_ditampilkan(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.xlsx")

    kode, _, galat = run_utama(
        capsys, "templat", "periksa", "a.xlsx", "--kecamatan", "12.71.17", "--kecamatan", "12.71.01"
    )

    assert (kode, galat) == (2, "kinerja: --kecamatan di sini hanya satu. Sebutkan satu kode.\n")


def test_buat_menolak_yang_hilang_kecuali_diizinkan(folder_kerja: Path, capsys: Tampung) -> None:
    write("a.xlsx", put_sparkline)
    perintah = ["buat", "--kecamatan", "12.71.17", "--templat", "a.xlsx"]

    kode, keluar, galat = run_utama(capsys, *perintah)

    assert (kode, keluar) == (2, "")
    assert galat == (
        "kinerja: a.xlsx: Sebagian isi formulir akan hilang. Pindahkan ke berkas lain, atau tambahkan"
        " --tanpa-yang-hilang.\n  Isi!F2: grafik mini (sparkline) (2)\n"
    )
    assert [p.name for p in folder_kerja.iterdir()] == ["a.xlsx"]

    kode, _, galat = run_utama(capsys, *perintah, "--tanpa-yang-hilang")

    assert kode == 0
    assert galat.startswith("Tidak terbawa dari formulir: Isi!F2: grafik mini (sparkline) (2)\n")
    assert len(list((folder_kerja / "hasil").glob("*.xlsx"))) == 1


def test_izin_hilang_tanpa_formulir_ditolak(capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, galat = run_utama(capsys, "buat", "--tanpa-yang-hilang")

    assert (kode, galat) == (2, "kinerja: --tanpa-yang-hilang hanya untuk --templat. Hapus pilihan itu.\n")
