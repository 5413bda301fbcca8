"""Every advice about an office's form, followed: it is changed that way, and then filled in rightly."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.alat.formulir_kaya import patch, write_form
from tests.alat.perintah import BARU
from tests.alat.saran import follow
from tests.alat.saran_cli import Tampung, advise, succeed
from tests.formulir_buruk import Pasang, put
from tests.formulir_isi import perjanjian

pytestmark = pytest.mark.usefixtures("folder_kerja")
BUAT = ("buat", "--kecamatan", "12.71.17", "--templat", "form.xlsx", "--timpa")
PROGRAM = [p.nama for p in perjanjian().program]
Lihat = Callable[[Any], Any]
"""What of the filled workbook is looked at."""


def both(*pasang: Pasang) -> Pasang:
    def semua(buku: Any, lembar: Any) -> None:
        for satu in pasang:
            satu(buku, lembar)

    return semua


def name(nama: str, acuan: str) -> Pasang:
    return lambda buku, _: buku.define_name(nama, f"=Isi!{acuan}")


def formula(sel: str, rumus: str) -> Pasang:
    return lambda _, lembar: lembar.write_formula(sel, rumus, None, "")


def choose(*pilihan: str) -> Pasang:
    return lambda _, lembar: lembar.data_validation("D4", {"validate": "list", "source": [*pilihan]})


def show(sel: str) -> Lihat:
    return lambda buku: buku["Isi"][sel].value


def list_kolom(kolom: str, awal: int) -> Lihat:
    return lambda buku: [buku["Isi"][f"{kolom}{awal + n}"].value for n in range(len(PROGRAM))]


def get_nama(*nama: str) -> Lihat:
    return lambda buku: [buku.defined_names[n].attr_text.replace("'", "") for n in nama]


NAMA = put("D4", "{{kecamatan.nama}}")
KASUS: list[tuple[str, Pasang, Pasang, Lihat, Any]] = [
    (
        "Ketik misalnya {{kecamatan.nama}} di sel yang harus diisi; contohnya: kinerja templat contoh.",
        put("A1", "Kecamatan"),
        both(put("A1", "Kecamatan"), NAMA),
        show("D4"),
        "Medan Baru",
    ),
    (
        "Buka proteksinya dahulu: Tinjau, Batalkan Proteksi Lembar (Review, Unprotect Sheet).",
        both(NAMA, lambda _, lembar: lembar.protect()),
        NAMA,
        show("D4"),
        "Medan Baru",
    ),
    (
        "Taruh di sel; atau sebut nomornya, misalnya {{program.1.nama}}.",
        lambda _, lembar: lembar.set_header("&C{{program.nama}}"),
        both(lambda _, lembar: lembar.set_header("&C{{program.1.nama}}"), put("D5", "{{program.nama}}")),
        lambda buku: [buku["Isi"].oddHeader.center.text, *list_kolom("D", 5)(buku)],
        [PROGRAM[0], *PROGRAM],
    ),
    ("Betulkan {}", name("isian_rapat", "#REF!"), name("isian_rapat", "$D$4"), get_nama("isian_rapat"), ["Isi!$D$4"]),
    (
        "Beri nama lain {}",
        name("formulir_program", "$D$4"),
        name("program_kami", "$D$4"),
        get_nama("program_kami"),
        ["Isi!$D$4"],
    ),
    (
        "Hapus, lalu buat lagi dengan lingkup Buku Kerja (Workbook) {}",
        lambda buku, _: buku.define_name("Isi!isian_rapat", "=Isi!$D$4"),
        name("isian_rapat", "$D$4"),
        get_nama("isian_rapat"),
        ["Isi!$D$4"],
    ),
    (
        "Taruh namanya di baris yang berulang, di sebelah {{program.nama}}.",
        name("isian_program_dpa", "$D$4:$D$5"),
        both(put("D5", "{{program.nama}}"), name("isian_program_dpa", "$E$5")),
        get_nama("isian_program_dpa"),
        [f"Isi!$E$5:$E${4 + len(PROGRAM)}"],
    ),
    (
        "Beri setiap isian namanya sendiri.",
        both(put("D4", "{{isian_catatan}}"), put("D9", "{{isian_catatan}}")),
        both(put("D4", "{{isian_catatan}}"), put("D9", "{{isian_rapat}}")),
        get_nama("isian_catatan", "isian_rapat"),
        ["Isi!$D$4", "Isi!$D$9"],
    ),
    (
        "Beri setiap isian namanya sendiri.",
        both(put("D5", "{{program.nama}}"), put("E5", "{{isian_dpa}}"), name("isian_program_dpa", "$H$8")),
        both(put("D5", "{{program.nama}}"), put("E5", "{{isian_dpa}}"), name("isian_rapat", "$H$2")),
        get_nama("isian_program_dpa", "isian_rapat"),
        [f"Isi!$E$5:$E${4 + len(PROGRAM)}", "Isi!$H$2"],
    ),
    (
        "Tambahkan ke daftar pilihan formulir, atau hapus validasinya.",
        both(NAMA, choose("Medan Kota", "Medan Area")),
        both(NAMA, choose("Medan Kota", "Medan Area", "Medan Baru")),
        show("D4"),
        "Medan Baru",
    ),
    (
        "Tambahkan ke daftar pilihan formulir, atau hapus validasinya.",
        both(NAMA, choose("Medan Kota")),
        NAMA,
        show("D4"),
        "Medan Baru",
    ),
    (
        "Tunjuk sebagai rentang, misalnya SUM(D5:D5), atau taruh rumusnya di baris yang berulang itu.",
        both(put("D5", "{{program.anggaran}}"), formula("D9", "=D5*2")),
        both(put("D5", "{{program.anggaran}}"), formula("D9", "=SUM(D5:D5)*2"), formula("E5", "=D5*2")),
        lambda buku: [buku["Isi"]["D14"].value, *list_kolom("E", 5)(buku)],
        ["=SUM(D5:D10)*2", *(f"=D{5 + n}*2" for n in range(len(PROGRAM)))],
    ),
    (
        "Nama hanya dapat diisi di sel, dan di kepala atau kaki halaman; pindahkan ke sana.",
        lambda _, lembar: lembar.write_comment("A1", "{{tahun}}"),
        both(put("D4", "{{tahun}}"), lambda _, lembar: lembar.set_footer("&L{{tahun}}")),
        lambda buku: [buku["Isi"]["D4"].value, buku["Isi"].oddFooter.left.text],
        [2024, "2024"],
    ),
    (
        "Taruh namanya di sel lain, lalu tunjuk sel itu.",
        formula("D4", '="Tahun "&"{{tahun}}"'),
        both(put("E4", "{{tahun}}"), formula("D4", '="Tahun "&E4')),
        lambda buku: [buku["Isi"]["E4"].value, buku["Isi"]["D4"].value],
        [2024, '="Tahun "&E4'],
    ),
    (
        "Pisahkan ke baris yang berbeda.",
        put("D4", "{{program.nama}} {{sasaran.uraian}}"),
        both(put("D4", "{{sasaran.uraian}}"), put("D9", "{{program.nama}}")),
        lambda buku: [s.value for s in buku["Isi"]["D"] if s.value],
        [*(s.uraian for s in perjanjian().sasaran), *PROGRAM],
    ),
    (
        "Tulis nama seperti ini: {{kecamatan.nama}}.",
        put("D4", "{{kecamatan.nama"),
        NAMA,
        show("D4"),
        "Medan Baru",
    ),
    (
        "Pindahkan teks lainnya ke sel di sebelahnya.",
        put("D4", "Catatan: {{isian_catatan}}"),
        both(put("C4", "Catatan:"), put("D4", "{{isian_catatan}}")),
        lambda buku: [buku["Isi"]["C4"].value, *get_nama("isian_catatan")(buku)],
        ["Catatan:", "Isi!$D$4"],
    ),
    (
        "Pisahkan sel gabungnya, atau gabungkan ke samping saja.",
        lambda buku, lembar: lembar.merge_range("D4:D6", "{{program.nama}}", buku.add_format()),
        lambda buku, lembar: lembar.merge_range("D4:E4", "{{program.nama}}", buku.add_format()),
        list_kolom("D", 4),
        PROGRAM,
    ),
    (
        "Pakai salah satu saja.",
        both(put("D4", "{{isian_catatan}}"), name("isian_catatan", "$D$9")),
        put("D4", "{{isian_catatan}}"),
        get_nama("isian_catatan"),
        ["Isi!$D$4"],
    ),
    (
        "Betulkan; bila memang lain, pakai kata yang tidak mirip.",
        put("D4", "{{isian_skm_populsi}}"),
        both(put("D4", "{{isian_skm_populasi}}"), put("D9", "{{isian_banyak_warga}}")),
        get_nama("isian_skm_populasi", "isian_banyak_warga"),
        ["Isi!$D$4", "Isi!$D$9"],
    ),
    (
        "Pindahkan ke baris daftarnya, misalnya di sebelah {{indikator.nama}}.",
        put("D4", "{{isian_realisasi_1}}"),
        both(put("C4", "{{indikator.nama}}"), put("D4", "{{isian_realisasi_1}}")),
        get_nama("isian_indikator_1_realisasi_1", "isian_indikator_2_realisasi_1"),
        ["Isi!$D$4", "Isi!$D$5"],
    ),
]


@follow(*(saran for saran, *_ in KASUS))
@pytest.mark.parametrize(("saran", "salah", "benar", "lihat", "harap"), KASUS, ids=[k[0][:40] for k in KASUS])
def test_formulir_diubah_seperti_disarankan_lalu_terisi(
    saran: str, salah: Pasang, benar: Pasang, lihat: Lihat, harap: Any, capsys: Tampung
) -> None:
    Path("form.xlsx").write_bytes(write_form(salah))
    advise(capsys, saran, *BUAT)

    Path("form.xlsx").write_bytes(write_form(benar))
    succeed(capsys, *BUAT)

    assert lihat(openpyxl.load_workbook(Path("hasil", BARU))) == harap


def fill_form(isi: bytes, capsys: Tampung, *pilihan: str) -> Any:
    """The sheet of the form as it comes out."""
    Path("form.xlsx").write_bytes(isi)
    succeed(capsys, *BUAT, *pilihan)
    return openpyxl.load_workbook(Path("hasil", BARU)).worksheets[0]


@follow("Pakai formulir kosongnya.", "Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx.")
def test_bukan_buku_terisi_dan_bukan_ods_melainkan_formulirnya(capsys: Tampung) -> None:
    form = write_form(NAMA)
    fill_form(form, capsys)
    Path("form.xlsx").write_bytes(Path("hasil", BARU).read_bytes())
    advise(capsys, "Pakai formulir kosongnya.", *BUAT)
    Path("form.xlsx").write_bytes(patch(form, bagian={"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}))
    advise(capsys, "Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx.", *BUAT)

    lembar = fill_form(save_again(form), capsys)

    assert lembar["D4"].value == "Medan Baru"


def save_again(isi: bytes) -> bytes:
    """As another program saves it as .xlsx."""
    keluar = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(isi)).save(keluar)
    return keluar.getvalue()
