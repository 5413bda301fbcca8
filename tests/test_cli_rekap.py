"""`kinerja rekap` as a user runs it: what is written, what is never replaced, what is said."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.cli import main
from kinerja.terbit.register import NAMA_REGISTER
from tests.alat.perintah import run_kinerja, run_utama
from tests.alat.pulang import draw_isian, fill, gather, issue
from tests.test_kumpul import save_at

Keluaran = tuple[int, str, str]
TIGA = ("91.71.01", "91.71.02", "91.71.03")
NAMA = ("Uji 01", '<script>alert(1)</script> & "Dua"', "Uji 03")
MURNI, PERUBAHAN = 19, 7
"""Seeds of either kind; of the first the agreement is the same in every quarter, and four indikator have a capaian."""


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Issued: three murni and one perubahan of 2025, one murni of 2024; collected: two murni of 2025."""
    folder = tmp_path_factory.mktemp("asal")
    semua = []
    for kode, nama in zip(TIGA, NAMA, strict=True):
        pk, isi = draw_isian(MURNI, 2, kode)
        semua.append((replace(pk, tahun=2025, kecamatan=replace(pk.kecamatan, nama=nama)), isi))
    lain = replace(draw_isian(MURNI, 2, TIGA[0])[0], tahun=2024)
    issue(folder / "kosong", *(pk for pk, _ in semua))
    issue(folder / "hasil", *(pk for pk, _ in semua), lain)
    (folder / "kirim").mkdir()
    for nama, satu in zip("ab", semua[:2], strict=True):
        (folder / "kirim" / f"{nama}.xlsx").write_bytes(fill(*satu))
    gather(folder / "hasil", folder / "kirim")
    shutil.copytree(folder / "hasil", folder / "dua")
    issue(folder / "dua", replace(draw_isian(PERUBAHAN, 2, TIGA[0])[0], tahun=2025))
    return folder


def run(capsys: pytest.CaptureFixture[str], *argumen: object) -> Keluaran:
    return run_utama(capsys, "rekap", *argumen)


def read_json(capsys: pytest.CaptureFixture[str], *argumen: object) -> dict[str, Any]:
    kode, keluar, _ = run(capsys, *argumen, "--json")
    assert kode == 0
    return dict(json.loads(keluar))


def list_baru(folder: Path) -> list[str]:
    """What stands in a folder beside what the test put there."""
    return sorted({p.name for p in folder.iterdir()} - {"hasil", "kirim", "dua", "kosong"})


def test_sesudah_dikumpulkan_tiga_bentuk_memuat_angka_yang_sama(kerja: Path) -> None:
    jalan = run_kinerja("rekap", "--csv", "data.csv", "--json", folder=kerja)

    assert jalan.kode == 0
    assert jalan.galat == (
        "rekap.xlsx, rekap.html, data.csv dibuat: perjanjian murni 2025.\n"
        "2 dari 3 kecamatan sudah kembali, 1 belum.\n"
    )  # fmt: skip
    assert list_baru(kerja) == ["data.csv", "rekap.html", "rekap.xlsx"]
    data = json.loads(jalan.keluar)
    assert [k["kode"] for k in data["kecamatan"]] == list(TIGA)
    harap = {
        (k["kode"], str(i["nomor"])): i["capaian"]
        for k in data["kecamatan"][:2]
        for i in k["hasil"]["indikator"]
        if i["capaian"] is not None
    }
    teks = Path("data.csv").read_bytes().decode("utf-8-sig")
    baris = [b for b in csv.DictReader(io.StringIO(teks, newline=""), delimiter=";") if b["triwulan"] == "setahun"]
    ada = {(b["kode"], b["nomor"]): float(b["capaian"].replace(",", ".")) for b in baris if b["capaian"]}
    assert ada == harap and len(harap) > 1
    buku = openpyxl.load_workbook("rekap.xlsx", data_only=True, read_only=True)
    sel = {n for lembar in buku for b in lembar.iter_rows(values_only=True) for n in b}
    assert set(NAMA) | set(harap.values()) <= sel


def test_sebelum_ada_yang_dikumpulkan_rekapnya_menagih_semua(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, galat = run(capsys, "kosong")

    assert kode == 0
    assert galat.endswith("0 dari 3 kecamatan sudah kembali, 3 belum.\n")
    data = read_json(capsys, "kosong")
    assert (data["sampai"], [k["status"] for k in data["kecamatan"]]) == (0, ["belum kembali"] * 3)
    buku = openpyxl.load_workbook("rekap.xlsx", data_only=True, read_only=True)
    assert set(NAMA) <= {n for b in buku["Pengingat"].iter_rows(values_only=True) for n in b}


def test_nama_jahat_hanya_teks_di_halaman(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 0

    halaman = Path("rekap.html").read_text("utf-8")
    assert "<script>alert" not in halaman
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; " in halaman


def test_diulang_menjadi_bita_yang_sama_dan_tidak_ada_yang_digeser(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argumen = ("--csv", "data.csv")
    assert run(capsys, *argumen)[0] == 0
    dulu = {p.name: p.read_bytes() for p in kerja.iterdir() if p.is_file()}
    register = Path("hasil", NAMA_REGISTER).read_bytes()

    kode, _, galat = run(capsys, *argumen)

    assert (kode, "dipindahkan" in galat, len(dulu)) == (0, False, 3)
    assert {p.name: p.read_bytes() for p in kerja.iterdir() if p.is_file()} == dulu
    assert Path("hasil", NAMA_REGISTER).read_bytes() == register


def test_rekap_yang_baru_menggantikan_yang_lama(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "kosong", "--csv", "data.csv")[0] == 0
    dulu = {p.name: p.read_bytes() for p in kerja.iterdir() if p.is_file()}

    assert run(capsys, "hasil", "--csv", "data.csv")[0] == 0

    assert list_baru(kerja) == sorted(dulu)
    assert not [n for n in dulu if Path(n).read_bytes() == dulu[n]]


@pytest.mark.parametrize("nama", ["rekap.xlsx", "rekap.html", "data.csv"])
def test_berkas_orang_lain_tidak_ditimpa_dan_dengan_timpa_pindah_utuh(
    nama: str, kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(nama).write_bytes(b"milik saya")

    kode, _, galat = run(capsys, "--csv", "data.csv")
    assert (kode, list_baru(kerja), Path(nama).read_bytes()) == (2, [nama], b"milik saya")
    assert f"kinerja: {nama}: Berkas sudah ada dan bukan rekap" in galat and "--timpa" in galat

    kode, _, galat = run(capsys, "--csv", "data.csv", "--timpa")
    pindah = Path("lama", f"{date.today().isoformat()}-{nama}")
    assert kode == 0
    assert f"{nama} yang lama dipindahkan ke {pindah}.\n" in galat
    assert [p.read_bytes() for p in Path("lama").iterdir()] == [b"milik saya"]
    assert list_baru(kerja) == ["data.csv", "lama", "rekap.html", "rekap.xlsx"]


def test_rekap_yang_diubah_orang_hanya_pindah_bila_diminta(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 0
    buku = openpyxl.load_workbook("rekap.xlsx")
    buku.worksheets[0]["Z99"] = "catatan saya"
    buku.save("rekap.xlsx")
    ubah, halaman = Path("rekap.xlsx").read_bytes(), Path("rekap.html").read_bytes()

    kode, _, galat = run(capsys, "dua")
    assert (kode, Path("rekap.xlsx").read_bytes(), Path("rekap.html").read_bytes()) == (2, ubah, halaman)
    assert "sudah diisi atau disimpan ulang sejak dibuat" in galat

    assert run(capsys, "--timpa")[0] == 0
    assert [p.read_bytes() for p in Path("lama").iterdir()] == [ubah]


def test_tahun_dan_jenis_yang_dipilih(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def read(*argumen: str) -> tuple[int, str, int]:
        data = read_json(capsys, *argumen)
        return data["tahun"], data["jenis"], len(data["kecamatan"])

    assert read("hasil") == (2025, "murni", 3)
    assert read("hasil", "--tahun", "2024") == (2024, "murni", 1)
    assert read("dua") == (2025, "perubahan", 1)
    assert read("dua", "--jenis", "murni") == (2025, "murni", 3)
    galat = run(capsys, "dua")[2]
    assert galat.endswith("Rekap perjanjian murninya: tambahkan --jenis murni.\n")


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        (("lain",), "kinerja: lain/register-kinerja.sqlite: Tidak ada register terbitan di sini."),
        (("kirim",), "kinerja: kirim/register-kinerja.sqlite: Tidak ada register terbitan di sini."),
        (("kirim/a.xlsx",), "Tidak ada register terbitan di sini."),
        (("--register", "kirim/a.xlsx"), "kinerja: kirim/a.xlsx: "),
        (("--tahun", "2023"), "kinerja: Tidak ada terbitan 2023. Yang ada: murni 2024, murni 2025.\n"),
        (("--jenis", "perubahan"), "kinerja: Tidak ada terbitan perubahan 2025. Yang ada: murni 2024, murni 2025.\n"),
        (("--tahun", "99"), "kinerja rekap: --tahun: '99' bukan bilangan bulat 2018 sampai 2100;"),
        (("--jenis", "apa"), "kinerja rekap: --jenis: "),
        (("--keluar", "rekap.csv"), "kinerja: rekap.csv: Nama berkas keluaran harus berakhiran .xlsx."),
        (("--keluar", "tak/ada.xlsx"), "kinerja: tak/ada.xlsx: Folder tak tidak ada. Buat foldernya dahulu"),
        (("--keluar", "kirim/a.xlsx"), "kinerja: kirim/a.xlsx: Berkas sudah ada dan bukan rekap perjanjian kinerja"),
        (("--csv", "rekap.html"), "kinerja: rekap.html tidak berakhiran .csv. Contoh: --csv rekap.csv.\n"),
        (("--csv", "tak/ada.csv"), "kinerja: tak/ada.csv: Folder tak tidak ada. Buat foldernya dahulu"),
        (("--csv", "kirim/a.xlsx/b.csv", "--timpa"), "Salah satu folder di atasnya ternyata sebuah berkas."),
        (("--csv", "folder.csv"), "kinerja: folder.csv: Nama itu sudah dipakai oleh sebuah folder. Pilih nama lain.\n"),
        (("--csv", "folder.csv", "--timpa"), "kinerja: folder.csv: Nama itu sudah dipakai oleh sebuah folder."),
        (("--keluar", "folder.xlsx", "--timpa"), "kinerja: folder.html: Nama itu sudah dipakai oleh sebuah folder."),
    ],
)
def test_yang_tidak_dapat_dijalankan_satu_kalimat_dan_tidak_menulis_apa_pun(
    argumen: tuple[str, ...], kalimat: str, kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for nama in ("folder.csv", "folder.html"):
        Path(nama).mkdir()
    kirim = {p: p.read_bytes() for p in Path("kirim").iterdir()}

    kode, keluar, galat = run(capsys, *argumen)

    assert (kode, keluar, galat.count("\n")) == (2, "", 1)
    assert kalimat in galat
    assert list_baru(kerja) == ["folder.csv", "folder.html"]
    assert {p: p.read_bytes() for p in Path("kirim").iterdir()} == kirim


def test_register_yang_rusak_disebut(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("hasil", NAMA_REGISTER).write_bytes(b"bukan basis data" * 100)

    kode, keluar, galat = run(capsys)

    assert (kode, keluar, list_baru(kerja)) == (2, "", [])
    assert f"kinerja: {Path('hasil', NAMA_REGISTER)}: " in galat and "Traceback" not in galat


def test_kiriman_kedua_yang_lebih_penuh_mengubah_rekap(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read_json(capsys)["sampai"] == 2
    pk, isi = draw_isian(MURNI, 4, TIGA[0])
    lanjut = fill(replace(pk, tahun=2025), isi)
    Path("tw4.xlsx").write_bytes(save_at(lanjut, "2026-01-05T08:00:00Z"))
    assert main(["kumpul", "tw4.xlsx"]) in (0, 1)
    capsys.readouterr()

    data = read_json(capsys)

    assert data["sampai"] == 4
    assert [k["berkas"] for k in data["kecamatan"]] == ["tw4.xlsx", "b.xlsx", ""]
