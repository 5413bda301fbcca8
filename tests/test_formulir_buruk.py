"""Bad forms through `kinerja buat --templat`: a sentence each with sheet and cell, exit 2, nothing written."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import msoffcrypto
import pytest

from tests.alat.formulir_kaya import BUKU, LEMBAR, patch, write_form
from tests.alat.perintah import run_utama
from tests.contoh import MEDAN
from tests.formulir_buruk import KASUS, Pasang, put


def check_ditolak(capsys: pytest.CaptureFixture[str], folder: Path, berkas: Path, awal: str) -> None:
    """One sentence that begins so, exit 2, nothing written; the same of `templat periksa`."""
    ada = sorted(folder.rglob("*"))
    for perintah in (
        ("buat", "--kecamatan", "12.71.17", "--templat", berkas, "--keluar", folder / "hasil"),
        ("templat", "periksa", berkas, "--kecamatan", "12.71.17"),
    ):
        kode, _, galat = run_utama(capsys, *perintah)

        assert (kode, galat.count("\n")) == (2, 1)
        assert galat.startswith((f"kinerja: {awal}", f"kinerja: kecamatan 12.71.17 Medan Baru, {awal}"))
        assert sorted(folder.rglob("*")) == ada


@pytest.mark.parametrize(("pasang", "kalimat"), KASUS.values(), ids=KASUS)
def test_formulir_buruk_dijawab_satu_kalimat_dengan_tempatnya(
    pasang: Pasang, kalimat: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(write_form(pasang))

    check_ditolak(capsys, tmp_path, berkas, f"a.xlsx{kalimat}")


def _encrypt() -> bytes:
    keluar = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(write_form())).encrypt("rahasia", keluar)
    return keluar.getvalue()


BUKAN: dict[str, tuple[bytes, str]] = {
    "a.pdf": (b"%PDF-1.7\n" + b"x" * 100, "a.pdf: "),
    "a.csv": (b"kode,nama\n1,2\n", "a.csv: Ini teks, bukan lembar kerja."),
    "a.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "a.xls: "),
    "a.ods": (
        patch(write_form(), bagian={"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "a.ods: Ini berkas OpenDocument (.ods).",
    ),
    "sandi.xlsx": (_encrypt(), "sandi.xlsx: Berkas terkunci sandi."),
    "kosong.xlsx": (b"", "kosong.xlsx: Berkas kosong."),
    "rusak.xlsx": (write_form()[:900], "rusak.xlsx: Berkas rusak dan tidak dapat dibaca."),
    "tanpa-nama.xlsx": (
        patch(write_form(put("A1", "Kecamatan"))),
        "tanpa-nama.xlsx: Tidak ada nama dalam kurung kurawal di formulir ini.",
    ),
    "tautan.xlsx": (
        patch(
            write_form(), (LEMBAR, "<pageMargins", '<hyperlinks><hyperlink ref="A1:CV101" location="A1"/></hyperlinks>')
        ),
        "tautan.xlsx, lembar Isi: Tautan di lembar ini meliputi terlalu banyak sel.",
    ),
    "dtd.xlsx": (
        patch(write_form(), (BUKU, "<workbook ", "<!DOCTYPE workbook>")),
        "dtd.xlsx",
    ),
}


@pytest.mark.parametrize("nama", BUKAN)
def test_yang_bukan_formulir_xlsx_ditolak(nama: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    isi, awal = BUKAN[nama]
    (tmp_path / nama).write_bytes(isi)

    check_ditolak(capsys, tmp_path, tmp_path / nama, awal)


def test_formulir_yang_tidak_ada_ditolak(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check_ditolak(
        capsys, tmp_path, tmp_path / "tidak-ada.xlsx", f"{tmp_path / 'tidak-ada.xlsx'}: Berkas tidak ditemukan."
    )


def test_buku_yang_sudah_terbit_bukan_formulir(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_utama(capsys, "buat", "--kecamatan", "12.71.17", "--keluar", tmp_path)[0] == 0
    (terbit,) = tmp_path.glob("*.xlsx")

    kode, _, galat = run_utama(capsys, "buat", "--kecamatan", "12.71.17", "--templat", terbit, "--keluar", tmp_path)

    assert kode == 2
    assert "Ini buku kerja yang sudah diterbitkan, bukan formulir. Pakai formulir kosongnya." in galat


def test_satu_kecamatan_yang_tidak_cocok_menahan_semuanya(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list has all names but those of the last two; the first 19 are not written either."""
    nama = [pk.kecamatan.nama for pk in MEDAN.values()]

    def pasang(_: Any, lembar: Any) -> None:
        lembar.write("D4", "{{kecamatan.nama}}")
        lembar.write_column("K1", nama[:-2])
        lembar.data_validation("D4", {"validate": "list", "source": "=$K$1:$K$19"})

    (tmp_path / "a.xlsx").write_bytes(write_form(pasang))

    kode, _, galat = run_utama(capsys, "buat", "--templat", tmp_path / "a.xlsx", "--keluar", tmp_path / "hasil")

    assert kode == 2
    assert [b.split("'")[1] for b in galat.splitlines()] == nama[-2:]
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


def test_semua_kesalahan_satu_formulir_disebut_sekali_jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def pasang(buku: Any, lembar: Any) -> None:
        lembar.write("D4", "{{tahum}}")
        lembar.write("D6", "{{program.nama}} {{sasaran.uraian}}")
        lembar.write_comment("A1", "{{tahun}}")
        buku.add_worksheet("Lain").write("B2", "{{tahun")

    (tmp_path / "a.xlsx").write_bytes(write_form(pasang))

    kode, _, galat = run_utama(capsys, "buat", "--templat", tmp_path / "a.xlsx", "--keluar", tmp_path / "hasil")

    tempat = [baris.partition(": ")[2].partition(": ")[0] for baris in galat.splitlines()]
    assert kode == 2
    assert sorted(tempat) == [
        "a.xlsx",
        "a.xlsx, lembar Isi, sel D4",
        "a.xlsx, lembar Isi, sel D6",
        "a.xlsx, lembar Lain, sel B2",
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]
