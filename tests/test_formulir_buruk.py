"""Bad forms through `kinerja buat --templat`: a sentence each with sheet and cell, exit 2, nothing written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msoffcrypto
import pytest

from tests.alat.formulir_kaya import BUKU, LEMBAR, patch, write_form
from tests.alat.perintah import run_utama
from tests.contoh import MEDAN

Pasang = Callable[[Any, Any], object]
SIMPAN = "Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."
KURAWAL = "Nama hanya dapat diisi di sel, dan di kepala atau kaki halaman; pindahkan ke sana."


def put(sel: str, isi: str) -> Pasang:
    return lambda _, lembar: lembar.write(sel, isi)


def _put_gabung(buku: Any, lembar: Any) -> None:
    lembar.merge_range("D4:D6", "{{program.nama}}", buku.add_format())


def _put_gabung_samping(buku: Any, lembar: Any) -> None:
    lembar.merge_range("D4:D5", "judul", buku.add_format())
    lembar.write("E5", "{{program.nama}}")


def _put_isian_ganda(_: Any, lembar: Any) -> None:
    lembar.write("D4", "{{isian_catatan}}")
    lembar.write("D9", "{{ISIAN_catatan}}")


def _put_isian_bernama(buku: Any, lembar: Any) -> None:
    lembar.write("D4", "{{isian_catatan}}")
    buku.define_name("isian_catatan", "=Isi!$D$9")


def _put_nama_rusak(buku: Any, _: Any) -> None:
    buku.define_name("isian_hilang", "=Isi!#REF!")


def _put_acuan(_: Any, lembar: Any) -> None:
    lembar.write("D5", "{{program.anggaran}}")
    lembar.write_formula("D9", "=D5*2", None, "")


def _put_pilihan(_: Any, lembar: Any) -> None:
    lembar.write("D4", "{{kecamatan.nama}}")
    lembar.data_validation("D4", {"validate": "list", "source": ["Medan Kota", "Medan Area"]})


def _put_pesan(_: Any, lembar: Any) -> None:
    lembar.data_validation("D4", {"validate": "any", "input_title": "Pilih", "input_message": "{{tahun}}"})


def _put_fungsi(_: Any, lembar: Any) -> None:
    lembar.write_formula("D4", "=ANGGARAN_REKON(A1:B3,A1:B3)", None, "")


KASUS: dict[str, tuple[Pasang, str]] = {
    "nama tidak dikenal": (
        put("D4", "Tahun {{tahum}}"),
        ", lembar Isi, sel D4: Nama {{tahum}} tidak dikenal. Mungkin maksudnya {{tahun}}.",
    ),
    "nama yang jauh dari apa pun": (
        put("D4", "{{xyzzy}}"),
        ", lembar Isi, sel D4: Nama {{xyzzy}} tidak dikenal. Semua nama: kinerja templat contoh.",
    ),
    "kurung tidak ditutup": (
        put("D4", "{{tahun"),
        ", lembar Isi, sel D4: Kurung kurawalnya tidak berpasangan. Tulis nama seperti ini: {{kecamatan.nama}}.",
    ),
    "kurung tidak dibuka": (
        put("D4", "tahun}}"),
        ", lembar Isi, sel D4: Kurung kurawalnya tidak berpasangan. Tulis nama seperti ini: {{kecamatan.nama}}.",
    ),
    "daftar di sel gabung": (
        _put_gabung,
        ", lembar Isi, sel D4: Baris daftar ada di dalam sel gabung yang lebih dari satu baris, sehingga tidak dapat"
        " diulang. Pisahkan sel gabungnya, atau gabungkan ke samping saja.",
    ),
    "daftar di samping sel gabung": (
        _put_gabung_samping,
        ", lembar Isi, sel D4: Baris daftar ada di dalam sel gabung yang lebih dari satu baris, sehingga tidak dapat"
        " diulang. Pisahkan sel gabungnya, atau gabungkan ke samping saja.",
    ),
    "dua daftar sebaris": (
        put("D4", "{{program.nama}} {{sasaran.uraian}}"),
        ", lembar Isi, sel D4: Satu baris tidak dapat mengulang dua daftar: program dan sasaran."
        " Pisahkan ke baris yang berbeda.",
    ),
    "nama di dalam rumus": (
        lambda _, lembar: lembar.write_formula("D4", '="Tahun "&"{{tahun}}"', None, ""),
        ", lembar Isi, sel D4: Nama dalam kurung kurawal tidak boleh di dalam rumus."
        " Taruh namanya di sel lain, lalu tunjuk sel itu.",
    ),
    "nama di komentar": (
        lambda _, lembar: lembar.write_comment("A1", "{{tahun}}"),
        f": Ada nama dalam kurung kurawal di komentar: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "nama di validasi": (
        _put_pesan,
        f", lembar Isi: Ada nama dalam kurung kurawal di aturan atau keterangan sel: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "nama di judul lembar": (
        lambda buku, _: buku.add_worksheet("{{tahun}}"),
        f": Ada nama dalam kurung kurawal di nama lembar atau nama rentang: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "nama di kotak teks": (
        lambda _, lembar: lembar.insert_textbox("D4", "{{tahun}}"),
        f": Ada nama dalam kurung kurawal di kotak teks atau bentuk: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "lembar terproteksi": (
        lambda _, lembar: lembar.protect(),
        ", lembar Isi: Lembar ini terproteksi. Buka proteksinya dahulu: Peninjauan, Buka Proteksi.",
    ),
    "dua isian senama": (
        _put_isian_ganda,
        ", lembar Isi, sel D9: Nama {{isian_catatan}} sudah dipakai di lembar Isi, sel D4."
        " Beri setiap isian namanya sendiri.",
    ),
    "isian dan rentang senama": (
        _put_isian_bernama,
        ", lembar Isi, sel D4: Nama {{isian_catatan}} sudah dipakai sebagai nama rentang di buku ini."
        " Pakai salah satu saja.",
    ),
    "isian di tengah teks": (
        put("D4", "Catatan: {{isian_catatan}}"),
        ", lembar Isi, sel D4: Nama isian harus sendirian di selnya, karena seluruh sel itu diketik kecamatan."
        " Pindahkan teks lainnya ke sel di sebelahnya.",
    ),
    "nama rentang rusak": (
        _put_nama_rusak,
        ": Nama rentang isian_hilang tidak menunjuk sel (Isi!#REF!). Perbaiki di Excel: Rumus, Pengelola Nama.",
    ),
    "satu sel di baris berulang": (
        _put_acuan,
        ", lembar Isi, sel D9: Rumus ini menunjuk satu sel di baris yang berulang (Isi!D5), sehingga tidak jelas baris"
        " yang mana. Tunjuk sebagai rentang, misalnya SUM(D5:D5), atau taruh rumusnya di baris yang berulang itu.",
    ),
    "nilai di luar daftar pilihan": (
        _put_pilihan,
        ", lembar Isi, sel D4: Nilai 'Medan Baru' tidak ada dalam daftar pilihan sel itu: Medan Kota, Medan Area."
        " Tambahkan ke daftar pilihan formulir, atau hapus validasinya.",
    ),
    "fungsi tanpa rumus biasa": (_put_fungsi, ", lembar Isi, sel D4: Fungsi kinerja di sini tidak dapat"),
}


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
