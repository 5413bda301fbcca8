"""`kinerja bandingkan`: what the screen, the JSON and the workbook say of two files; what is refused."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.cli import main
from kinerja.perjanjian.kembali.beda_buku_butir import BAGIAN
from kinerja.terbit.identitas import is_utuh
from kinerja.workbook.writer import render_workbook
from tests.alat.cetak import clipped, find_bad_text, overlaps, to_pdf
from tests.alat.lint import lint
from tests.alat.mesin import compare, find_errors, read_cached, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.terbitan import VERSI
from tests.alat.validator import validate
from workbook_templates import banding_buku
from workbook_templates.banding_buku import Bahan, BarisBeda, build_banding

LAMA, KINI = VERSI[0], VERSI[-1]
KOSONG, TERISI = KINI / "medan-baru.xlsx", KINI / "medan-baru-terisi.xlsx"
TANGGAL = (2024, 12, 31)


def run(*argumen: object) -> int:
    return main(["bandingkan", *map(str, argumen)])


def change(folder: Path, *sel: tuple[str, str, Any], nama: str = "ubah.xlsx") -> Path:
    buku = openpyxl.load_workbook(TERISI)
    for lembar, alamat, nilai in sel:
        buku[lembar][alamat] = nilai
    buku.save(folder / nama)
    return folder / nama


def test_berkas_yang_sama_dua_kali_disebut_sama(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TERISI, TERISI) == 0

    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert keluaran.err == (
        f"{TERISI} dan {TERISI} sama: tidak ada perbedaan target, anggaran, kata-kata, isian, atau hasil.\n"
    )


def test_layar_menyebut_bagian_letak_semula_menjadi_dan_beda(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ubah = change(tmp_path, ("Capaian", "G7", 80), ("Pernyataan", "I4", "ORANG LAIN"))

    assert run(TERISI, ubah) == 1

    keluaran = capsys.readouterr()
    baris = keluaran.out.splitlines()
    assert baris[:3] == [
        "Target: 1 perbedaan",
        "  Indeks Kepuasan Masyarakat: Target [Capaian G7]",
        "    88,3 → 80 (beda -8,3)",
    ]
    assert baris[3:6] == [
        "Kata-kata: 1 perbedaan",
        "  Nama camat [Pernyataan I4]",
        "    FRANS. S. R. H. SIAHAAN, S.STP, MSP → ORANG LAIN",
    ]
    assert baris[6].startswith("Hasil: ")
    assert "  Indeks Kepuasan Masyarakat: Capaian (%) [Capaian J7]" in baris
    assert keluaran.err.startswith("12.71.17 Medan Baru: medan-baru-terisi.xlsx dan ubah.xlsx berbeda dalam ")


def test_hasil_yang_diketik_disebut_bukan_hitungan_di_buku_yang_mana(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ubah = change(tmp_path, ("Capaian", "J7", 100))
    pesan = (
        "Capaian!J7 berisi angka, bukan rumus, sehingga nilainya bukan hitungan;"
        " bandingkan dengan terbitannya lewat kinerja kumpul."
    )

    assert run(TERISI, ubah) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [f"ubah.xlsx: {pesan}"]
    assert run(ubah, TERISI, "--json") == 1
    keluaran = capsys.readouterr()
    assert keluaran.err.splitlines()[1:] == [f"ubah.xlsx: {pesan}"]
    data = json.loads(keluaran.out)
    assert data["semula"]["tanpa_rumus"] == [{"lembar": "Capaian", "sel": "J7", "isi": "angka", "pesan": pesan}]
    assert data["menjadi"]["tanpa_rumus"] == []


def test_bagian_yang_panjang_dipotong_kecuali_diminta_lengkap(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(KOSONG, TERISI) == 1
    pendek = capsys.readouterr().out
    assert run(KOSONG, TERISI, "--lengkap") == 1
    panjang = capsys.readouterr().out

    assert "lagi; tambahkan --lengkap untuk melihat semuanya." in pendek
    assert "tambahkan --lengkap" not in panjang
    assert re.search(r"^  SKM: [0-9]{4} sel berbeda \[mulai B7\]$", pendek, re.MULTILINE)
    assert "sel berbeda" not in panjang
    assert len(panjang.splitlines()) > 5_000 > 500 > len(pendek.splitlines())


def test_json_memuat_semuanya_dengan_angka_yang_tepat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ubah = change(tmp_path, ("Capaian", "G7", 80), ("Anggaran", "E8", 0.1))

    assert run(TERISI, ubah, "--json") == 1

    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["semula", "menjadi", "sama", "jumlah", "selisih"]
    assert data["menjadi"] == {
        "berkas": "ubah.xlsx",
        "kode": "12.71.17",
        "kecamatan": "Medan Baru",
        "tahun": 2024,
        "jenis": "murni",
        "versi": KINI.name,
        "tanpa_rumus": [],
    }
    assert data["sama"] is False
    assert list(data["jumlah"]) == list(BAGIAN)
    assert sum(data["jumlah"].values()) == len(data["selisih"])
    satu, dua, *_ = data["selisih"]
    assert satu == {
        "bagian": "Target",
        "apa": "Indeks Kepuasan Masyarakat: Target",
        "lembar": "Capaian",
        "sel": "G7",
        "semula": 88.3,
        "menjadi": 80,
        "beda": -8.3,
    }
    assert (dua["sel"], dua["semula"], dua["menjadi"], dua["beda"]) == ("E8", 9695231719, 0.1, -9695231718.9)


def test_json_buku_yang_sama_kosong_dan_kode_keluarnya_nol(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(KOSONG, KOSONG, "--json") == 0

    data = json.loads(capsys.readouterr().out)
    assert (data["sama"], data["selisih"], set(data["jumlah"].values())) == (True, [], {0})


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Workbooks of comparisons: many differences, one, none, hostile names."""
    folder = tmp_path_factory.mktemp("beda")
    jahat = change(
        folder, ("Capaian", "C7", "<script>alert(1)</script>"), ("Anggaran", "C7", "'=1+1"), nama="jahat.xlsx"
    )
    pasang = {
        "isian": (KOSONG, TERISI),
        "versi": (LAMA / "perubahan-terisi.xlsx", KINI / "perubahan-terisi.xlsx"),
        "sama": (TERISI, TERISI),
        "jahat": (TERISI, jahat),
    }
    for nama, (a, b) in pasang.items():
        assert run(a, b, "--keluar", folder / f"beda-{nama}.xlsx") in (0, 1)
    return {nama: folder / f"beda-{nama}.xlsx" for nama in pasang}


def test_lembarnya_utuh_menurut_lint_dan_validator(buku: dict[str, Path]) -> None:
    assert {nama: lint(path) for nama, path in buku.items()} == {nama: [] for nama in buku}
    assert validate(buku.values()) == {path: [] for path in buku.values()}
    assert all(is_utuh(path.read_bytes()) for path in buku.values())


def test_setiap_mesin_menghitung_beda_yang_tersimpan(buku: dict[str, Path]) -> None:
    lo = recalc_libreoffice(list(buku.values()), "id-ID")

    for nama, path in buku.items():
        assert [] == compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path), lo=lo[path]), nama
        assert not find_errors(read_cached(path))


def test_tidak_ada_tulisan_yang_bertumpuk_di_kertas(buku: dict[str, Path], tmp_path: Path) -> None:
    for path, pdf in to_pdf([buku["versi"], buku["jahat"]], tmp_path).items():
        assert ([], [], []) == (find_bad_text(pdf), overlaps(pdf), clipped(pdf)), path


def read_tabel(path: Path, *, rumus: bool = False) -> list[dict[str, Any]]:
    baris = openpyxl.load_workbook(path, data_only=not rumus)["Beda"].iter_rows(min_row=5, values_only=True)
    judul = [str(s) for s in next(baris)]
    return [dict(zip(judul, sel, strict=True)) for sel in baris]


def test_lembarnya_memuat_yang_ada_di_json(buku: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run(LAMA / "perubahan-terisi.xlsx", KINI / "perubahan-terisi.xlsx", "--json")
    selisih = json.loads(capsys.readouterr().out)["selisih"]

    baris = read_tabel(buku["versi"])

    assert len(baris) == len(selisih) > 50
    for n, (b, s) in enumerate(zip(baris, selisih, strict=True), 1):
        assert b == {
            "No": n,
            "Bagian": s["bagian"],
            "Apa": s["apa"],
            "Lembar": s["lembar"],
            "Sel": s["sel"] or None,
            "Semula": s["semula"],
            "Menjadi": s["menjadi"],
            "Beda": s["beda"],
        } or (b["Beda"] in (None, "") and s["beda"] is None)
    assert all(b["Beda"].startswith("=IF(AND(ISNUMBER(") for b in read_tabel(buku["versi"], rumus=True))
    ringkas = openpyxl.load_workbook(buku["versi"], data_only=True)["Ringkasan"]
    jumlah = {str(a): b for a, b in ringkas.iter_rows(10, 16, max_col=2, values_only=True)}
    assert jumlah == {b: sum(s["bagian"] == b for s in selisih) for b in BAGIAN} | {"Jumlah": len(selisih)}


def test_semua_sel_terkunci_dan_nama_jahat_adalah_tulisan(buku: dict[str, Path]) -> None:
    buka = openpyxl.load_workbook(buku["jahat"])
    sel = [s for sheet in buka.worksheets for baris in sheet.iter_rows() for s in baris]

    assert all(s.protection.locked for s in sel)
    assert all(sheet.protection.sheet for sheet in buka.worksheets)
    teks = {s.value: s.data_type for s in sel if s.value in ("<script>alert(1)</script>", "'=1+1")}
    assert teks == {"<script>alert(1)</script>": "s", "'=1+1": "s"}


def test_buku_tanpa_perbedaan_mengatakannya(buku: dict[str, Path]) -> None:
    assert [b["Apa"] for b in read_tabel(buku["sama"])] == ["Tidak ada perbedaan."]


def test_yang_melebihi_lembar_dihitung_di_baris_terakhir(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(banding_buku, "MAKS_BARIS", 2)
    baris = [BarisBeda("Isian", f"baris {n}", "SKM", "B7", n, n + 1) for n in range(5)]
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        render_workbook(build_banding(Bahan("x", ("a", "b", "c"), ("d", "e", "f"), BAGIAN, baris, TANGGAL)))
    )

    assert [b["Apa"] for b in read_tabel(path)] == ["baris 0", "baris 1", "3 perbedaan lain tidak ditulis di sini."]
    assert [] == compare(path, ironcalc=recalc_ironcalc(path))


def test_hasil_sebelumnya_diganti_dan_yang_disimpan_ulang_tidak(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beda = folder_kerja / "beda.xlsx"
    assert [run(KOSONG, TERISI, "--keluar", beda), run(KOSONG, KOSONG, "--keluar", beda)] == [1, 0]
    openpyxl.load_workbook(beda).save(beda)
    isi = beda.read_bytes()
    capsys.readouterr()

    assert run(KOSONG, TERISI, "--keluar", beda) == 2
    assert "sudah diisi atau disimpan ulang sejak dibuat" in capsys.readouterr().err
    assert beda.read_bytes() == isi
    assert run(KOSONG, TERISI, "--keluar", beda, "--timpa") == 1
    (lama,) = (folder_kerja / "lama").iterdir()
    assert lama.read_bytes() == isi


def test_keluaran_tidak_menimpa_yang_dibandingkan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a = Path(shutil.copy(TERISI, tmp_path / "a.xlsx"))

    assert run(a, KOSONG, "--keluar", a, "--timpa") == 2
    assert "Keluaran akan menimpa sumber" in capsys.readouterr().err
    assert a.read_bytes() == TERISI.read_bytes()


def test_dua_kecamatan_ditolak_dengan_kedua_namanya(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(KINI / "medan-kota.xlsx", KOSONG) == 2

    assert capsys.readouterr().err == (
        "kinerja: Kedua buku bukan milik satu kecamatan: medan-kota.xlsx milik 12.71.01 Medan Kota,"
        " medan-baru.xlsx milik 12.71.17 Medan Baru. Bandingkan dua buku dari kecamatan yang sama.\n"
    )


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        (["--timpa"], "--timpa hanya berarti bersama --keluar."),
        (["--json", "--lengkap"], "--lengkap tidak berarti bersama --json."),
        (["--keluar", "beda.csv"], "Nama berkas keluaran harus berakhiran .xlsx."),
    ],
)
def test_pilihan_yang_tidak_berarti_ditolak(
    argumen: list[str], kalimat: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(KOSONG, TERISI, *argumen) == 2

    assert kalimat in capsys.readouterr().err
    assert list(folder_kerja.iterdir()) == []
