"""`kinerja buat` as a user runs it, with the bundled data and with bad input of every kind."""

import base64
import hashlib
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from kinerja.cli import main
from kinerja.cli.logo import read_logo
from kinerja.errors import BerkasError
from kinerja.workbook.kunci import Kunci
from tests.alat.perintah import run_kinerja

BARU = "12.71.17-medan-baru-perjanjian-kinerja-2024.xlsx"
# One pixel: the smallest complete PNG.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
# One grey pixel: a complete baseline JPEG.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgy"
    "PC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q=="
)


@pytest.fixture(autouse=True)
def folder_kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KINERJA_SANDI", raising=False)
    return tmp_path


def buat(capsys: pytest.CaptureFixture[str], *argumen: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr for Medan Baru."""
    kode = main(["buat", "--kecamatan", "12.71.17", *argumen])
    keluaran = capsys.readouterr()
    return kode, keluaran.out, keluaran.err


def baca_bagian(path: Path, nama: str) -> str:
    with zipfile.ZipFile(path) as arsip:
        return arsip.read(nama).decode()


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
    _, _, galat = buat(capsys)

    baris = galat.splitlines()
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
    buat(capsys, "--keluar", "satu")
    buat(capsys, "--keluar", "dua")

    assert (folder_kerja / "satu" / BARU).read_bytes() == (folder_kerja / "dua" / BARU).read_bytes()


def test_diulang_berkas_dibiarkan(capsys: pytest.CaptureFixture[str]) -> None:
    buat(capsys)

    kode, _, galat = buat(capsys)

    assert kode == 0
    assert galat.splitlines()[-1] == "hasil: 1 berkas sudah ada."


def test_perjanjian_perubahan_punya_nama_berkas_sendiri(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert buat(capsys, "--jenis", "perubahan")[0] == 0

    path = folder_kerja / "hasil" / "12.71.17-medan-baru-perjanjian-kinerja-perubahan-2024.xlsx"
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2024" in baca_bagian(path, "xl/sharedStrings.xml")


def test_kertas_dan_responden_sampai_ke_buku(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    buat(capsys, "--keluar", "f4")
    buat(capsys, "--keluar", "a4", "--kertas", "a4")
    buat(capsys, "--keluar", "besar", "--responden", "1500")

    lembar = "xl/worksheets/sheet2.xml"
    assert 'paperSize="9"' in baca_bagian(folder_kerja / "a4" / BARU, lembar)
    assert 'paperSize="9"' not in baca_bagian(folder_kerja / "f4" / BARU, lembar)
    buku = baca_bagian(folder_kerja / "besar" / BARU, "xl/workbook.xml")
    awal, akhir = re.findall(r'"isian_skm_jawaban">[^<]*?\$([0-9]+):[^<]*?\$([0-9]+)<', buku)[0]
    assert int(akhir) - int(awal) + 1 == 1500


def test_logo_masuk_ke_buku(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder_kerja / "logo.png").write_bytes(PNG)

    assert buat(capsys, "--logo", "logo.png")[0] == 0

    with zipfile.ZipFile(folder_kerja / "hasil" / BARU) as arsip:
        assert [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/media/")] == [PNG]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "bukan gambar"),
        (b"GIF89a", "bukan gambar"),
        (PNG + b"\0" * 2_000_000, "lebih besar dari 2 MB"),
        (PNG[:-12], "rusak atau terpotong"),  # without its IEND chunk
        (PNG[:-1], "rusak atau terpotong"),
        (PNG[:16] + b"\0\0\0\0" + PNG[20:], "rusak atau terpotong"),  # zero pixels wide
        (b"\xff\xd8\xff\xe0", "rusak atau terpotong"),
        (JPEG[:-1], "rusak atau terpotong"),
        (JPEG[:-2], "rusak atau terpotong"),  # without its end-of-image marker
        (JPEG[:90] + b"\xff\xd9", "rusak atau terpotong"),  # no frame header: no size
    ],
)
def test_logo_yang_bukan_gambar_kecil_yang_utuh_ditolak(tmp_path: Path, isi: bytes, kata: str) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(isi)

    with pytest.raises(BerkasError, match=kata) as galat:
        read_logo(path)

    assert galat.value.tempat == str(path)


def test_logo_jpeg_diterima_dan_masuk_ke_buku(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder_kerja / "logo.jpg").write_bytes(JPEG)

    assert buat(capsys, "--logo", "logo.jpg")[0] == 0

    with zipfile.ZipFile(folder_kerja / "hasil" / BARU) as arsip:
        assert [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/media/")] == [JPEG]


def test_gambar_rusak_ditolak_tanpa_meninggalkan_berkas(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder_kerja / "logo.png").write_bytes(PNG[:12])

    kode, _, galat = buat(capsys, "--logo", "logo.png")

    assert kode == 2
    assert galat.startswith("kinerja: ")
    assert galat.count("\n") == 1
    assert not (folder_kerja / "hasil").exists()


def sandi_terpasang(path: Path, sandi: str) -> bool:
    """Whether the structure lock of a workbook was made with this password (ECMA-376 part 1, 18.2.29)."""
    xml = baca_bagian(path, "xl/workbook.xml")
    atribut = dict(
        bagian.split("=", 1) for bagian in xml.split("<workbookProtection ")[1].split("/>")[0].split() if "=" in bagian
    )
    isi = {k.removeprefix("workbook"): v.strip('"') for k, v in atribut.items()}
    salt = base64.b64decode(isi["SaltValue"])
    return Kunci.from_sandi(sandi, salt).hash == isi["HashValue"]


def test_sandi_dari_variabel_lingkungan_mengunci_buku(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KINERJA_SANDI", "rahasia dé")

    assert buat(capsys, "--sandi")[0] == 0

    assert sandi_terpasang(folder_kerja / "hasil" / BARU, "rahasia dé")
    assert not sandi_terpasang(folder_kerja / "hasil" / BARU, "rahasia")


def test_sandi_ditanyakan_dua_kali(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    jawaban = iter(["satu", "satu", "satu", "dua"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: next(jawaban))

    assert buat(capsys, "--sandi")[0] == 0
    assert sandi_terpasang(folder_kerja / "hasil" / BARU, "satu")
    kode, _, galat = buat(capsys, "--sandi")
    assert (kode, galat) == (2, "kinerja: Kedua sandi tidak sama. Jalankan lagi dan ketik ulang.\n")


@pytest.mark.parametrize("sandi", ["", "x" * 256, "\udcff"])
def test_sandi_yang_tidak_dapat_dipakai_ditolak(
    sandi: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KINERJA_SANDI", sandi)

    kode, _, galat = buat(capsys, "--sandi")

    assert kode == 2
    assert galat.startswith("kinerja: Sandi kosong, terlalu panjang, atau berisi huruf rusak.")
    assert not (folder_kerja / "hasil").exists()


def test_sandi_tanpa_terminal_menyebut_variabelnya(folder_kerja: Path) -> None:
    jalan = run_kinerja("buat", "--sandi", folder=folder_kerja)

    assert jalan.kode == 2
    assert jalan.galat == (
        "kinerja: Sandi tidak dapat ditanyakan karena tidak ada layar terminal. Isi variabel KINERJA_SANDI.\n"
    )


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
        f"kinerja: hasil: 1 berkas tidak ditulis karena sudah diisi orang atau bukan buatan kinerja: {BARU}."
        " Pindahkan dahulu, atau pakai --timpa untuk menggantinya."
    )
    assert buat(capsys, "--kertas", "a4", "--timpa")[0] == 0
    assert terisi.read_bytes() != isi


def test_kecamatan_yang_tidak_ada_disertai_saran(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kode, saran in (("12.71.77", "Mungkin maksudnya 12.71.17 (Medan Baru)."),
                        ("medan baru", "Mungkin maksudnya 12.71.17 (Medan Baru)."),
                        ("xyz", "Yang ada: 12.71.01 sampai 12.71.21.")):  # fmt: skip
        assert main(["buat", "--kecamatan", kode]) == 2
        assert capsys.readouterr().err == (
            f"kinerja: Kecamatan {kode} tidak ada dalam data bawaan Medan 2024. {saran}\n"
        )
    assert not (folder_kerja / "hasil").exists()


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("tidak-ada.xlsx", None, "tidak-ada.xlsx: Berkas tidak ditemukan."),
        ("rusak.toml", "[umum\n", "rusak.toml, baris 1, huruf ke-6: Berkas TOML rusak."),
        ("kosong.toml", "", "kosong.toml: Tabel Umum tidak ada atau kosong."),
        ("kunci.toml", "[umum]\nthun = 2024\n", "kunci.toml, umum: Kunci 'thun' tidak dikenal."),
        ("bukan.xlsx", "halo", "bukan.xlsx: Ini bukan berkas .xlsx."),
        ("satu.csv", "kode\n", "satu.csv: Data CSV dibaca sebagai folder"),
    ],
)  # fmt: skip
def test_data_buruk_dijawab_satu_kalimat_tanpa_berkas_setengah_jadi(
    nama: str, isi: str | None, kata: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if isi is not None:
        (folder_kerja / nama).write_text(isi, encoding="utf-8")

    assert main(["buat", "--data", nama]) == 2

    galat = capsys.readouterr().err
    assert kata in galat
    assert galat.count("\n") == 1
    assert not (folder_kerja / "hasil").exists()


@pytest.mark.parametrize("tujuan", ["berkas", "berkas/hasil", "x" * 300])
def test_folder_tujuan_yang_tidak_dapat_ditulisi_ditolak(
    tujuan: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder_kerja / "berkas").write_bytes(b"penting")

    kode, _, galat = buat(capsys, "--keluar", tujuan)

    assert kode == 2
    assert galat.startswith(f"kinerja: {tujuan}: ")
    assert galat.count("\n") == 1
    assert (folder_kerja / "berkas").read_bytes() == b"penting"


def test_penyimpanan_penuh_dijawab_satu_kalimat_dan_ulangan_menyelesaikan(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(_: int) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as m:
        m.setattr("os.fsync", penuh)
        kode, _, galat = buat(capsys)

    assert kode == 2
    assert galat == f"kinerja: hasil/{BARU}: Penyimpanan penuh. Kosongkan ruang, lalu jalankan lagi.\n"
    assert list((folder_kerja / "hasil").glob("*.xlsx")) == []
    assert buat(capsys)[0] == 0


def test_catatan_folder_dapat_diperiksa_sha256sum(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    buat(capsys)

    selesai = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder_kerja / "hasil", capture_output=True, check=True
    )

    assert selesai.stdout.decode() == f"{BARU}: OK\n"


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        (("[[program]]", "[[kegiatan]]"), "Tidak ada satu pun program."),
        (('kecamatan = ""', 'kecamatan = "12.71.01"'), "Tidak ada satu pun indikator."),
        (('jenis = "nilai"', 'jenis = "manfaat"'), "Ada indikator berjenis manfaat, tetapi tidak ada daftar kegiatan."),
    ],
)
@pytest.mark.parametrize("perintah", [["periksa"], ["buat", "--data"]])
def test_perjanjian_yang_tidak_punya_bagian_wajib_ditolak_sebelum_ada_berkas(
    perintah: list[str], ganti: tuple[str, str], kata: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teks = (
        'umum.kabkota = "12.71"\numum.tahun = 2025\numum.jenis = "murni"\n'
        'kecamatan = [{kode = "12.71.01"}, {kode = "12.71.17"}]\n'
        '[[indikator]]\nkecamatan = ""\nsasaran = "S"\nindikator = "I"\njenis = "nilai"\nsatuan = "n"\n'
        '[[program]]\nnama = "P"\n'
    )
    isi = teks.replace(*ganti) if ganti[0] != "[[program]]" else teks[: teks.index("[[program]]")]
    (folder_kerja / "data.toml").write_text(isi, encoding="utf-8")

    assert main([*perintah, "data.toml"]) == 2

    galat = capsys.readouterr().err
    baris = "ke-2 (12.71.17 Medan Baru)" if "indikator." in kata else "ke-1 (12.71.01 Medan Kota)"
    assert galat.startswith(f"kinerja: data.toml, kecamatan {baris}: {kata} Isi tabel ")
    assert not (folder_kerja / "hasil").exists()


def test_folder_data_titik_tetap_punya_nama_dalam_pesan(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder_kerja / "medan").mkdir()
    monkeypatch.chdir(folder_kerja / "medan")

    assert main(["buat", "--data", "."]) == 2
    assert capsys.readouterr().err.startswith("kinerja: medan: Tabel Umum tidak ada atau kosong.")
    (folder_kerja / "medan" / "lain.csv").write_text("a\n", encoding="utf-8")
    assert main(["buat", "--data", "."]) == 2
    assert capsys.readouterr().err.startswith("kinerja: medan/lain.csv: Berkas 'lain' tidak dikenal.")
