"""Every advice of the commands on agreements, numbers and regions, followed."""

from __future__ import annotations

import errno
import io
import re
import shlex
from contextlib import redirect_stdout
from pathlib import Path

import openpyxl
import pytest

from tests.alat.formulir_kaya import write_form
from tests.alat.perintah import BARU, make_gagal
from tests.alat.saran import follow
from tests.alat.saran_cli import Tampung, advise, succeed
from tests.test_cli_buat_sandi import sandi_terpasang

pytestmark = pytest.mark.usefixtures("folder_kerja")
BUAT = ("buat", "--kecamatan", "12.71.17", "--responden", "3")
BUKU = Path("hasil", BARU)


def type_nip(path: Path) -> bytes:
    """Type the NIP of the camat into a workbook; its bytes then."""
    buku = openpyxl.load_workbook(path)
    buku["Pernyataan"]["I6"] = "198001012005011001"
    buku.save(path)
    return path.read_bytes()


@follow("Tutup atau pindahkan dahulu, atau pakai --timpa: yang ada dipindahkan ke folder lama.")
@pytest.mark.parametrize("cara", ["pindahkan", "--timpa"])
def test_buku_yang_sudah_diisi_dipindahkan_atau_ditimpa(cara: str, capsys: Tampung) -> None:
    succeed(capsys, *BUAT)
    terbit = BUKU.read_bytes()
    diisi = type_nip(BUKU)
    saran = "Tutup atau pindahkan dahulu, atau pakai --timpa: yang ada dipindahkan ke folder lama."
    advise(capsys, saran, *BUAT)
    assert BUKU.read_bytes() == diisi

    if cara == "--timpa":
        succeed(capsys, *BUAT, "--timpa")
        (dulu,) = Path("hasil", "lama").iterdir()
    else:
        dulu = BUKU.rename("diisi.xlsx")
        succeed(capsys, *BUAT)

    assert (BUKU.read_bytes(), dulu.read_bytes()) == (terbit, diisi)


@follow("Tutup atau pindahkan dahulu.")
def test_folder_bernama_buku_dipindahkan(capsys: Tampung) -> None:
    BUKU.mkdir(parents=True)
    galat = advise(capsys, "Tutup atau pindahkan dahulu.", *BUAT, "--timpa")
    assert "atau pakai" not in galat

    BUKU.rename("folder")
    succeed(capsys, *BUAT, "--timpa")

    assert openpyxl.load_workbook(BUKU)["Pernyataan"] is not None


@follow("Isi variabel lingkungan {}.", "Jalankan lagi dan ketik ulang.", "Pakai 1 sampai 255 karakter.")
def test_sandi_diketik_sama_disebut_dalam_variabel_dan_tidak_terlalu_panjang(
    capsys: Tampung, monkeypatch: pytest.MonkeyPatch
) -> None:
    galat = advise(capsys, "Isi variabel lingkungan {}.", *BUAT, "--sandi")
    (variabel,) = re.findall(r"Isi variabel lingkungan (\w+)\.", galat)
    jawaban = iter(["satu", "dua", "satu", "satu"])
    with monkeypatch.context() as terminal:
        terminal.setattr("sys.stdin.isatty", lambda: True)
        terminal.setattr("getpass.getpass", lambda _: next(jawaban))
        advise(capsys, "Jalankan lagi dan ketik ulang.", *BUAT, "--sandi")
        succeed(capsys, *BUAT, "--sandi")
    assert sandi_terpasang(BUKU, "satu")
    monkeypatch.setenv(variabel, "x" * 256)
    advise(capsys, "Pakai 1 sampai 255 karakter.", *BUAT, "--sandi")

    for sandi in ("x", "x" * 255):
        monkeypatch.setenv(variabel, sandi)
        succeed(capsys, *BUAT, "--sandi")
        assert sandi_terpasang(BUKU, sandi)


@follow("Coba sebagian namanya saja.")
def test_wilayah_dicari_dengan_sebagian_namanya(capsys: Tampung) -> None:
    advise(capsys, "Coba sebagian namanya saja.", "daftar", "kecamatan", "Medan", "atau", "Tebing", "Tinggi")

    assert "12.71.17  Medan Baru, Kota Medan, Sumatera Utara" in succeed(capsys, "daftar", "kecamatan", "Medan", "Bar")


@follow("Predikat sebuah nilai SAKIP: {}", "Tulis berurutan: {}.")
def test_satu_nilai_sakip_dijelaskan_dan_komponennya_ditulis_berurutan(capsys: Tampung) -> None:
    galat = advise(capsys, "Predikat sebuah nilai SAKIP: {}", "hitung", "sakip", "66,5")
    perintah = shlex.split(galat.partition("SAKIP: kinerja ")[2])
    assert "B (Baik)" in succeed(capsys, *perintah)

    galat = advise(capsys, "Tulis berurutan: {}.", "hitung", "sakip", "24", "21")
    komponen = galat.partition("berurutan: ")[2].strip().rstrip(".").split(", ")
    hasil = succeed(capsys, "hitung", "sakip", *map(str, range(1, len(komponen) + 1)))
    assert [komponen.index(baris.split("  ")[0]) for baris in hasil.splitlines()[:4]] == [0, 1, 2, 3]


@follow("Yang ada: {} sampai {}.")
def test_kode_yang_ada_dapat_dipilih(capsys: Tampung) -> None:
    galat = advise(capsys, "Yang ada: {} sampai {}.", "buat", "--kecamatan", "xyz")

    for kode in re.findall(r"Yang ada: (\S+) sampai (\S+)\.$", galat.strip())[0]:
        assert "1 berkas dibuat" in succeed(capsys, "buat", "--responden", "3", "--kecamatan", kode)
    assert [p.name[:8] for p in sorted(Path("hasil").glob("*.xlsx"))] == ["12.71.01", "12.71.21"]


@follow("{} ({})")
def test_kode_yang_mirip_dapat_dipilih(capsys: Tampung) -> None:
    galat = advise(capsys, "{} ({})", *BUAT[:2], "12.17.17")

    (kode,) = re.findall(r"Mungkin maksudnya (\S+) \(Medan Baru\)\.$", galat.strip())
    succeed(capsys, "buat", "--responden", "3", "--kecamatan", kode)
    assert BUKU.exists()


@follow("Ubah rumusnya; kecamatan membuka buku kerja tanpa add-in.")
def test_rumus_formulir_yang_tidak_dapat_biasa_diubah(capsys: Tampung) -> None:
    def put(rumus: str) -> None:
        isi = write_form(lambda _, lembar: lembar.write_formula("D4", rumus, None, ""))
        Path("form.xlsx").write_bytes(isi)

    put("=ANGGARAN_REKON(A1:B3,A1:B3)")
    saran = "Ubah rumusnya; kecamatan membuka buku kerja tanpa add-in."
    advise(capsys, saran, *BUAT[:3], "--templat", "form.xlsx")

    put("=SAKIP_PREDIKAT(66.5)")
    succeed(capsys, *BUAT[:3], "--templat", "form.xlsx")

    rumus = openpyxl.load_workbook(BUKU)["Isi"]["D4"].value
    assert rumus.startswith("=") and "SAKIP" not in rumus
    assert openpyxl.load_workbook(BUKU, data_only=True)["Isi"]["D4"].value == "B"


@follow("Tulis realisasi lalu target.")
def test_angka_manfaat_ditulis_berpasangan(capsys: Tampung) -> None:
    advise(capsys, "Tulis realisasi lalu target.", "hitung", "manfaat", "1", "2", "3")

    assert "62,50%" in succeed(capsys, "hitung", "manfaat", "1", "2", "3", "4")


@follow("Yang ada: {}.")
def test_nilai_kriteria_diambil_dari_yang_ada(capsys: Tampung) -> None:
    galat = advise(capsys, "Yang ada: {}.", "jelaskan", "kriteria", "77")

    for pasangan in re.findall(r"Yang ada: (.*)\.$", galat.strip())[0].split(", "):
        huruf, nilai = pasangan.split()
        keluar = succeed(capsys, "jelaskan", "kriteria", nilai)
        assert f"{huruf} (" in keluar and f"huruf {huruf} bernilai {nilai}" in keluar


@follow("Hitung survei ini tanpa --keluar.")
def test_survei_dengan_unsur_lain_dihitung_tanpa_keluar(capsys: Tampung) -> None:
    Path("dua.csv").write_text("U1,U2\n3,4\n", encoding="utf-8")
    hitung = ("hitung", "skm", "dua.csv", "--pada", "2025-07-01")
    advise(capsys, "Hitung survei ini tanpa --keluar.", *hitung, "--keluar", "jawaban.xlsx")

    assert "87,5" in succeed(capsys, *hitung)


@follow("Betulkan atau kosongkan:")
@pytest.mark.parametrize(("ganti", "nik"), [("3", "75,00"), ("4", "76,39"), ("", "75,00")])
def test_jawaban_yang_salah_diperbaiki_atau_dikosongkan(ganti: str, nik: str, capsys: Tampung) -> None:
    def put(jawaban: str) -> None:
        baris = ["Kecamatan," + ",".join(f"U{n}" for n in range(1, 10)), "12.71.17" + ",3" * 9]
        Path("per.csv").write_text("\n".join([*baris, f"12.71.17{',3' * 8},{jawaban}"]) + "\n", encoding="utf-8")

    hitung = ("hitung", "skm", "per.csv", "--per", "kecamatan", "--pada", "2025-07-01")
    put("0")
    galat = advise(capsys, "Betulkan atau kosongkan:", *hitung, kode=1)
    assert "U9" in galat and "'0' (1 kali)" in galat

    put(ganti)
    assert f"2 responden, NIK {nik}, mutu " in succeed(capsys, *hitung)


@follow("Kosongkan ruang penyimpanan, lalu jalankan lagi.", "Periksa nama, izin, dan penyimpanannya.")
@pytest.mark.parametrize(
    ("galat", "saran"),
    [
        (OSError(errno.ENOSPC, "?", "x"), "Kosongkan ruang penyimpanan, lalu jalankan lagi."),
        (OSError(errno.EACCES, "?", "x"), "Periksa nama, izin, dan penyimpanannya."),
    ],
)
def test_sesudah_ada_ruang_dan_izin_perintah_yang_sama_berhasil(
    galat: OSError, saran: str, capsys: Tampung, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as terganggu:
        terganggu.setattr("kinerja.cli.jelaskan.get_tabel", make_gagal(galat))
        advise(capsys, saran, "jelaskan", "sakip", "66,5")

    assert "B (Baik)" in succeed(capsys, "jelaskan", "sakip", "66,5")


@follow("Periksa tujuan keluaran.")
@pytest.mark.parametrize("tujuan", [None, "penuh"])
def test_keluaran_yang_tidak_dapat_ditulisi_diganti(
    tujuan: str | None, capsys: Tampung, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as tertutup:
        if tujuan is None:
            tertutup.setattr("sys.stdout", None)
        else:
            tertutup.setattr("sys.stdout.write", make_gagal(OSError(errno.ENOSPC, "?")))
        advise(capsys, "Periksa tujuan keluaran.", "hitung", "terbilang", "21")

    with redirect_stdout(io.StringIO()) as keluaran:
        succeed(capsys, "hitung", "terbilang", "21")
    assert "dua puluh satu" in keluaran.getvalue()


CARI_KABKOTA = "Cari kodenya dengan: kinerja daftar kabkota KATA."
INDUK = ("data-induk", "--tahun", "2025", "--kabkota")


def read_nama() -> str:
    """Whose input workbook was made."""
    buku = openpyxl.load_workbook("induk.xlsx", read_only=True)
    semua = {str(sel) for baris in buku["Kecamatan"].iter_rows(values_only=True) for sel in baris}
    buku.close()
    return "Medan" if "12.71.17" in semua else "Bandung" if "32.04.05" in semua else ""


@follow(CARI_KABKOTA, "Sebutkan kodenya.")
@pytest.mark.parametrize("salah", ["99.99", "Atlantis Raya"])
def test_kabupaten_dicari_dengan_daftar_lalu_disebut_kodenya(salah: str, capsys: Tampung) -> None:
    advise(capsys, CARI_KABKOTA, *INDUK, salah)
    kode = succeed(capsys, "daftar", "kabkota", "medan").split("  ")[0]
    succeed(capsys, *INDUK, kode)
    assert read_nama() == "Medan"

    galat = advise(capsys, "Sebutkan kodenya.", *INDUK, "Bandung")
    (kode,) = re.findall(r"Kabupaten Bandung \(([\d.]+)\)", galat)
    succeed(capsys, *INDUK, kode)
    assert read_nama() == "Bandung"


@follow("Cari kodenya dengan: kinerja daftar kecamatan {}")
def test_kecamatan_di_data_dicari_dengan_daftar(capsys: Tampung) -> None:
    def put(kode: str) -> None:
        teks = (
            'umum.kabkota = "12.71"\numum.tahun = 2025\numum.jenis = "murni"\n'
            f'kecamatan = [{{kode = "{kode}"}}]\n[[program]]\nkecamatan = ""\nnama = "P"\n'
            '[[indikator]]\nkecamatan = ""\nsasaran = "S"\nindikator = "I"\njenis = "nilai"\nsatuan = "n"\n'
        )
        Path("data.toml").write_text(teks, encoding="utf-8")

    put("Medan B.")
    advise(capsys, "Cari kodenya dengan: kinerja daftar kecamatan KATA", "buat", "--data", "data.toml")

    put(succeed(capsys, "daftar", "kecamatan", "medan baru").split("  ")[0])
    succeed(capsys, "buat", "--data", "data.toml", "--responden", "3")
    assert [p.name[:19] for p in Path("hasil").glob("*.xlsx")] == ["12.71.17-medan-baru"]
