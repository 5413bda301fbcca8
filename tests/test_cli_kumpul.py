"""`kinerja kumpul` as a user runs it: what is said, what is kept, how it ends."""

from __future__ import annotations

import hashlib
import json
import shlex
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.cli import main
from kinerja.cli.kumpul import MAKS_TEMUAN
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.terbit.kiriman import list_terakhir
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import Tujuan, issue_workbooks
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.perintah import run_kinerja, run_utama
from tests.alat.pulang import RESPONDEN, Isi, draw_isian, fill, issue
from tests.alat.terbit import ASAL
from tests.test_kumpul import save_at

Keluaran = tuple[int, str, str]
TIGA = ("91.71.01", "91.71.02", "91.71.03")
KUNCI = ("berkas", "kode", "tahun", "jenis", "status", "hasil", "temuan")
"""What the contract of --json promises of a file."""
KUNCI_TEMUAN = ["kode", "tingkat", "lembar", "sel", "terbit", "datang", "pesan", "saran"]
HASIL = {"indikator", "program", "skm", "sakip", "cek"}


def draw() -> list[tuple[PerjanjianKinerja, Isi]]:
    """Agreements of one year, and what was typed of quarter I: nothing in it is to be looked into."""
    semua = [draw_isian(benih, 1, kode) for benih, kode in zip((2, 7, 2), TIGA, strict=True)]
    return [(replace(pk, tahun=2025), isi) for pk, isi in semua]


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three kecamatan issued into `hasil`; what two of them typed is in `kirim`, the third's in `susul`."""
    folder = tmp_path_factory.mktemp("asal")
    semua = draw()
    issue(folder / "hasil", *(pk for pk, _ in semua))
    for nama, satu in zip(("kirim/a", "kirim/b", "susul/c"), semua, strict=True):
        path = folder / f"{nama}.xlsx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(fill(*satu))
    return folder


def run(capsys: pytest.CaptureFixture[str], *argumen: object) -> Keluaran:
    return run_utama(capsys, "kumpul", *argumen)


def read_register(path: Path = Path("hasil", NAMA_REGISTER)) -> list[tuple[Any, ...]]:
    """All that was ever collected."""
    with closing(sqlite3.connect(path)) as basis:
        if not basis.execute("SELECT 1 FROM sqlite_master WHERE name = 'kembali'").fetchall():
            return []
        return basis.execute("SELECT * FROM kembali ORDER BY 1, 2, 3, 4").fetchall()


def list_sidik(folder: Path) -> dict[str, str]:
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def tamper(path: Path, ubah: dict[str, Any], lembar: str = "Anggaran") -> None:
    """Change cells with another program."""
    buku = openpyxl.load_workbook(path)
    for alamat, nilai in ubah.items():
        buku[lembar][alamat] = nilai
    buku.save(path)


def test_semua_diterima_berakhir_nol_dan_menyebut_yang_belum_serta_langkah_berikutnya(kerja: Path) -> None:
    jalan = run_kinerja("kumpul", "kirim", folder=kerja)

    assert jalan.kode == 0, jalan.galat
    *tabel, jumlah, belum, lanjut = jalan.galat.splitlines()
    assert [baris.split()[0] for baris in tabel] == ["Kode", *TIGA[:2]]
    assert [baris.split()[3:6] for baris in tabel[1:]] == [[f"{n}.xlsx", "diterima", "ya"] for n in "ab"]
    assert jumlah == "2 berkas: 2 diterima."
    assert belum == "1 belum kembali: Uji 03."
    assert lanjut == "Rekap dan pesan pengingatnya: kinerja rekap hasil"
    judul = [baris for baris in jalan.keluar.splitlines() if not baris.startswith(" ")]
    assert judul == ["a.xlsx (91.71.01 Uji 01)", "b.xlsx (91.71.02 Uji 02)"]


def test_yang_menyusul_melengkapi_dan_tidak_ada_lagi_yang_ditagih(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "kirim")[0] == 0

    kode, _, galat = run(capsys, "susul")

    assert (kode, "belum kembali" in galat) == (0, False)
    assert {baris[1] for baris in read_register()} == set(TIGA)


def test_berkas_rusak_disebut_satu_kalimat_yang_lain_terkumpul_kodenya_satu(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("kirim", "c.xlsx").write_bytes(b"rusak")
    Path("kirim", "surat.pdf").write_bytes(b"%PDF-1.4")

    kode, keluar, galat = run(capsys, "kirim")

    assert kode == 1
    assert keluar.count("KU01") == 1 and "c.xlsx\n  periksa KU01\n" in keluar
    assert "3 berkas: 2 diterima, 1 ditolak.\n" in galat
    assert "surat.pdf dilewati: " in galat
    assert "Traceback" not in keluar + galat
    assert len(read_register()) == 2


def test_json_memenuhi_perjanjiannya(kerja: Path) -> None:
    tamper(Path("kirim", "b.xlsx"), {"C7": "PROGRAM LAIN"})
    Path("kirim", "c.xlsx").write_bytes(b"rusak")

    jalan = run_kinerja("kumpul", "kirim", "--json", folder=kerja)

    assert jalan.kode == 1
    data = json.loads(jalan.keluar)
    berkas = {b["berkas"]: b for b in data["berkas"]}
    assert list(berkas) == ["a.xlsx", "b.xlsx", "c.xlsx"]
    assert all(set(KUNCI) <= set(b) for b in data["berkas"])
    assert all(list(t) == KUNCI_TEMUAN for b in data["berkas"] for t in b["temuan"])
    assert {t["tingkat"] for b in data["berkas"] for t in b["temuan"]} == {"berubah", "periksa", "catatan"}
    assert [(b["kode"], b["tahun"], b["status"]) for b in data["berkas"]] == [
        (TIGA[0], 2025, "diterima"),
        (TIGA[1], 2025, "perlu diperiksa"),
        ("", None, "ditolak"),
    ]
    assert set(berkas["b.xlsx"]["hasil"]) >= HASIL and berkas["c.xlsx"]["hasil"] is None
    (ubah,) = (t for t in berkas["b.xlsx"]["temuan"] if t["tingkat"] == "berubah")
    letak = tuple(ubah[k] for k in ("kode", "lembar", "sel", "terbit", "datang"))
    assert letak == ("KU14", "Anggaran", "C7", "PROGRAM 1", "PROGRAM LAIN")
    (simpan,) = (t for t in berkas["b.xlsx"]["temuan"] if t["kode"] == "KU36")
    assert f"Openpyxl {openpyxl.__version__}." in simpan["pesan"]
    assert [k["kode"] for k in data["belum"]] == [TIGA[2]]


def test_yang_berubah_tampak_lebih_dahulu_dan_daftar_panjang_diringkas(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(Path("kirim", "a.xlsx"), {f"{k}{r}": "coretan" for k in "RTV" for r in range(1, 30, 2)})
    tamper(Path("kirim", "a.xlsx"), {"C7": "PROGRAM LAIN"})

    kode, keluar, _ = run(capsys, Path("kirim", "a.xlsx"))

    tingkat = [b.split()[0] for b in keluar.splitlines() if b.startswith("  ") and not b.startswith("    ")]
    assert (kode, tingkat[0], tingkat[-1]) == (1, "berubah", "…")
    assert len(tingkat) == MAKS_TEMUAN + 1
    kode, keluar, _ = run(capsys, Path("kirim", "a.xlsx"), "--json")
    semua = json.loads(keluar)["berkas"][0]["temuan"]
    assert len(semua) > MAKS_TEMUAN


def test_diulang_mengatakan_yang_sama_dan_tidak_mengubah_apa_pun(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dulu = list_sidik(Path("kirim"))
    satu = run(capsys, "kirim")
    register = read_register()

    dua = run(capsys, "kirim", "--proses", "1")

    assert satu == dua and satu[0] == 0
    assert read_register() == register
    assert list_sidik(Path("kirim")) == dulu


def test_zip_dan_berkas_satu_per_satu_sama_dengan_foldernya(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile("wa.zip", "w") as arsip:
        arsip.write("kirim/a.xlsx", "dalam/a.xlsx")

    kode, keluar, _ = run(capsys, "wa.zip", "kirim/b.xlsx", "--json")

    dapat = [(b["berkas"], b["kode"], b["dihitung"]) for b in json.loads(keluar)["berkas"]]
    assert (kode, dapat) == (0, [("wa.zip › dalam/a.xlsx", TIGA[0], True), ("kirim/b.xlsx", TIGA[1], True)])


def test_register_di_tempat_lain_disebut_dengan_pilihan_dan_ikut_disarankan(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tujuan = Tujuan(Path("arsip 2025"), register=Path("buku kita.sqlite"))
    opsi = OpsiTerbit(responden=RESPONDEN)
    assert list(issue_workbooks([pk for pk, _ in draw()], tujuan, asal=ASAL, opsi=opsi))
    kode, _, galat = run(capsys, "kirim", "--terbit", "arsip 2025")
    assert kode == 2 and "Tidak ada register terbitan" in galat

    kode, _, galat = run(capsys, "kirim", "--terbit", "arsip 2025", "--register", "buku kita.sqlite")

    assert kode == 0
    *_, saran = galat.splitlines()
    assert saran == 'Rekap dan pesan pengingatnya: kinerja rekap "arsip 2025" --register "buku kita.sqlite"'
    assert main(shlex.split(saran.partition(": kinerja ")[2])) == 0
    assert len(read_register(Path("buku kita.sqlite"))) == 2
    assert not read_register() and not Path("arsip 2025", NAMA_REGISTER).exists()


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        ((), "kinerja kumpul: yang ini wajib ada: SUMBER. Lihat kinerja kumpul --help."),
        (("tidak-ada",), "kinerja: tidak-ada: Tidak ada berkas atau folder itu. Periksa namanya."),
        (("kirim", "tidak-ada"), "kinerja: tidak-ada: Tidak ada berkas atau folder itu. Periksa namanya."),
        (
            ("kirim", "--terbit", "lain"),
            "kinerja: lain: Tidak ada register terbitan di folder ini. Sebutkan folder tujuan kinerja buat dengan"
            " --terbit FOLDER.",
        ),
        (("kirim", "--proses", "0"), "kinerja kumpul: --proses: '0' bukan bilangan bulat 1 sampai 64."),
        (("",), "nama berkas atau folder kosong"),
        (("kosong",), "Tidak ada buku kerja di sumber itu."),
    ],
)
def test_yang_tidak_dapat_dijalankan_satu_kalimat_dan_kodenya_dua(
    argumen: tuple[str, ...], kalimat: str, kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("kosong").mkdir()
    dulu = list_sidik(kerja)

    kode, keluar, galat = run(capsys, *argumen)

    assert (kode, keluar, galat.count("\n")) == (2, "", 1)
    assert kalimat in galat
    assert list_sidik(kerja) == dulu and not Path("lain").exists()


def test_register_yang_rusak_tidak_dibuat_baru(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = Path("hasil", NAMA_REGISTER)
    register.write_bytes(b"bukan basis data" * 100)

    kode, keluar, galat = run(capsys, "kirim")

    assert (kode, keluar) == (2, "")
    assert "Traceback" not in galat and str(register) in galat
    assert register.read_bytes() == b"bukan basis data" * 100


def test_yang_lebih_lama_baru_menggantikan_bila_diminta(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asal = Path("kirim", "a.xlsx").read_bytes()
    Path("baru.xlsx").write_bytes(save_at(asal, "2025-07-01T08:00:00Z"))
    Path("lama.xlsx").write_bytes(save_at(asal, "2025-04-01T08:00:00Z"))
    tamper(Path("lama.xlsx"), {"I7": 1_000})
    Path("lama.xlsx").write_bytes(save_at(Path("lama.xlsx").read_bytes(), "2025-04-01T08:00:00Z"))
    assert run(capsys, "baru.xlsx")[0] == 0

    kode, keluar, _ = run(capsys, "lama.xlsx")
    assert kode == 1
    assert "baru.xlsx" in keluar and "ulangi dengan --ganti" in keluar
    assert list_berlaku() == ["baru.xlsx"]

    run(capsys, "lama.xlsx", "--ganti")
    assert list_berlaku() == ["lama.xlsx"]


def list_berlaku() -> list[str]:
    with open_lama(Path("hasil", NAMA_REGISTER)) as register:
        return [k.berkas for k in list_terakhir(register)]


def test_buku_yang_belum_diisi_bukan_kiriman(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, galat = run(capsys, "hasil")

    assert kode == 1
    assert keluar.count("KU09") == 3
    assert "3 berkas: 3 belum diisi.\n3 belum kembali: Uji 01, Uji 02, Uji 03.\n" in galat


@pytest.mark.parametrize("nama", ["[bold]x[bold]", "\x1b[31mmerah", "baris\nbaru", "=1+1", "-rf", "a\u202eb", "<b>"])
def test_nama_jahat_hanya_teks(nama: str, kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("kirim", "a.xlsx").rename(Path("kirim", f"{nama}.xlsx"))

    kode, keluar, galat = run(capsys, "kirim")

    assert kode == 0
    semua = keluar + galat
    assert not [c for c in semua if c != "\n" and not c.isprintable()]
    if nama.isprintable():
        assert f"{nama}.xlsx (91.71.01 Uji 01)" in keluar and f" {nama}.xlsx " in galat
    kode, keluar, _ = run(capsys, "kirim", "--json")
    assert {b["kode"] for b in json.loads(keluar)["berkas"]} == set(TIGA[:2])
