"""Advice about what of a form is no name: links, styles, what would be lost, data without a place; followed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.formulir import selain
from tests.alat.formulir_kaya import LEMBAR, patch, write_form
from tests.alat.perintah import BARU
from tests.alat.saran import follow
from tests.alat.saran_cli import Tampung, advise, succeed
from tests.formulir_buruk import put
from tests.test_saran_formulir import BUAT, NAMA, PROGRAM, both, fill_form, list_kolom

pytestmark = pytest.mark.usefixtures("folder_kerja")


@follow("Ketik misalnya {{kecamatan.nama}} di sel yang harus diisi; contohnya: kinerja templat contoh.")
def test_contoh_formulir_yang_disebut_dapat_diisi(capsys: Tampung) -> None:
    Path("form.xlsx").write_bytes(write_form(put("A1", "Kecamatan")))
    saran = "Ketik misalnya {{kecamatan.nama}} di sel yang harus diisi; contohnya: kinerja templat contoh."
    advise(capsys, saran, *BUAT)

    succeed(capsys, "templat", "contoh", "--keluar", "contoh.xlsx")
    succeed(capsys, "buat", "--kecamatan", "12.71.17", "--templat", "contoh.xlsx")

    isi = {str(sel.value) for lembar in openpyxl.load_workbook(Path("hasil", BARU)) for b in lembar for sel in b}
    assert {*PROGRAM} <= isi


def _link(rentang: str) -> bytes:
    tautan = f'<hyperlinks><hyperlink ref="{rentang}" location="A1"/></hyperlinks>'
    return patch(write_form(NAMA), (LEMBAR, "<pageMargins", tautan))


@follow("Hapus tautannya, lalu pasang di sel yang perlu saja.")
def test_tautan_dipasang_di_sel_yang_perlu_saja(capsys: Tampung) -> None:
    Path("form.xlsx").write_bytes(_link("A1:CV101"))
    advise(capsys, "Hapus tautannya, lalu pasang di sel yang perlu saja.", *BUAT)

    lembar = fill_form(_link("D4"), capsys)

    assert (lembar["D4"].value, lembar["D4"].hyperlink.location) == ("Medan Baru", "A1")


@follow("Salin isinya ke buku kerja baru.")
def test_isi_formulir_bergaya_terlalu_banyak_disalin_ke_buku_baru(
    capsys: Tampung, monkeypatch: pytest.MonkeyPatch
) -> None:
    gaya = "".join(f'<xf numFmtId="{n % 40}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for n in range(100))
    penuh = patch(write_form(NAMA), ("xl/styles.xml", "</cellXfs>", gaya))
    monkeypatch.setattr(selain, "MAKS_GAYA", 50)
    Path("form.xlsx").write_bytes(penuh)
    advise(capsys, "Salin isinya ke buku kerja baru.", *BUAT)

    baru, keluar = openpyxl.Workbook(), io.BytesIO()
    for baris in openpyxl.load_workbook(io.BytesIO(penuh))["Isi"]:
        for sel in baris:
            baru.worksheets[0][sel.coordinate] = sel.value
    baru.save(keluar)

    assert fill_form(keluar.getvalue(), capsys)["D4"].value == "Medan Baru"


@follow("Tambahkan tempatnya di formulir, atau pakai baris yang berulang, misalnya {{program.nama}}.")
@pytest.mark.parametrize("cara", ["tempat", "baris"])
def test_program_tanpa_tempat_diberi_tempat(cara: str, capsys: Tampung) -> None:
    semua = [put(f"D{5 + n}", f"{{{{program.{n + 1}.nama}}}}") for n in range(len(PROGRAM))]
    Path("form.xlsx").write_bytes(write_form(both(*semua[:2])))
    saran = "Tambahkan tempatnya di formulir, atau pakai baris yang berulang, misalnya {{program.nama}}."
    assert "PK30" in advise(capsys, saran, *BUAT, kode=0)

    pasang = both(*semua) if cara == "tempat" else put("D5", "{{program.nama}}")
    Path("form.xlsx").write_bytes(write_form(pasang))

    assert "PK30" not in succeed(capsys, *BUAT)
    assert list_kolom("D", 5)(openpyxl.load_workbook(Path("hasil", BARU))) == PROGRAM


def _put_sparkline(_: Any, lembar: Any) -> None:
    lembar.add_sparkline(1, 5, {"range": "Isi!A2:B2"})


@follow("Pindahkan ke berkas lain, atau tambahkan --tanpa-yang-hilang.")
@pytest.mark.parametrize("cara", ["pindahkan", "tambahkan"])
def test_yang_akan_hilang_dipindahkan_atau_direlakan(cara: str, capsys: Tampung) -> None:
    Path("form.xlsx").write_bytes(write_form(both(NAMA, _put_sparkline)))
    advise(capsys, "Pindahkan ke berkas lain, atau tambahkan --tanpa-yang-hilang.", *BUAT)

    if cara == "pindahkan":
        lembar = fill_form(write_form(NAMA), capsys)
    else:
        lembar = fill_form(Path("form.xlsx").read_bytes(), capsys, "--tanpa-yang-hilang")

    assert lembar["D4"].value == "Medan Baru"


@follow("Sebutkan buku kerja .xlsx yang diterbitkan kinerja buat, sudah diisi atau belum.")
def test_yang_ditunjukkan_buku_terbitan(capsys: Tampung) -> None:
    Path("form.xlsx").write_bytes(write_form())
    saran = "Sebutkan buku kerja .xlsx yang diterbitkan kinerja buat, sudah diisi atau belum."
    advise(capsys, saran, "tunjukkan", "form.xlsx")

    succeed(capsys, "buat", "--kecamatan", "12.71.17", "--responden", "3")

    assert "Medan Baru" in succeed(capsys, "tunjukkan", Path("hasil", BARU))
