"""Shared formulas when a file is frozen: one cell holds the formula, its followers only name it."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.alat.addin import freeze_formula
from tests.alat.buku_beku import LEMBAR, BukuAsal, freeze_buku


def test_rumus_bersama_dibekukan_lewat_sel_pertamanya(tmp_path: Path) -> None:
    sel = (
        '<c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">SKM_MUTU(A1)</f><v></v></c>'
        '<c r="B2" t="str"><f t="shared" si="0"/><v>C</v></c>'
        '<c r="C2"><f t="shared" si="1"/><v>7</v></c>'
    )

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel))

    assert f'<f t="shared" ref="B1:B2" si="0">{escape(freeze_formula("SKM_MUTU(A1)"))}</f>' in lembar
    assert '<c r="B2" t="str"><f t="shared" si="0"/><v>C</v></c>' in lembar
    assert 1 == laporan.rumus


def test_rumus_bersama_yang_menjadi_nilai_membawa_semua_pengikutnya(tmp_path: Path) -> None:
    sel = (
        '<c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">TERBILANG(A1)</f><v>nol</v></c>'
        '<c r="B2" t="str"><f t="shared" si="0"/><v>satu</v></c><c r="C2"><f t="shared" si="1"/><v>7</v></c>'
    )

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel))

    assert '<c r="B1" t="str"><v>nol</v></c><c r="B2" t="str"><v>satu</v></c><c r="C2"><f t="shared" si="1"/>' in lembar
    assert 2 == laporan.nilai


@pytest.mark.parametrize("kosong", [0, 1])
def test_rumus_bersama_dengan_sel_tanpa_hasil_dibiarkan_seluruhnya(tmp_path: Path, kosong: int) -> None:
    """The first cell holds the formula of all: taken out, a follower without a value would lose everything."""
    isi = ["<v>nol</v>", "<v>satu</v>"]
    jenis = [' t="str"', ' t="str"']
    isi[kosong], jenis[kosong] = "<v></v>", ""
    sel = (
        f'<c r="B1"{jenis[0]}><f t="shared" ref="B1:B2" si="0">TERBILANG(A1)</f>{isi[0]}</c>'
        f'<c r="B2"{jenis[1]}><f t="shared" si="0"/>{isi[1]}</c>'
    )

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel))

    assert (LEMBAR.format(sel=sel, akhir=""), 0) == (lembar, laporan.nilai)
    assert ["TERBILANG(A1)", "rumus bersama"] == [s.rumus for s in laporan.sisa]


SEBELUM = '<c r="B1" t="str"><f t="shared" si="{si}"/><v>nol</v></c>'
PERTAMA = '<c r="B2" t="str"><f t="shared" ref="B1:B2" si="0">{rumus}</f><v>satu</v></c>'


@pytest.mark.parametrize("si", ["0", "00", " 0"])
def test_pengikut_yang_mendahului_sel_pertamanya_ikut_menjadi_nilai(tmp_path: Path, si: str) -> None:
    sel = SEBELUM.format(si=si) + PERTAMA.format(rumus="TERBILANG(A1)")

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel))

    assert '<c r="B1" t="str"><v>nol</v></c><c r="B2" t="str"><v>satu</v></c>' in lembar
    assert (0, 2, []) == (laporan.rumus, laporan.nilai, laporan.sisa)


def test_pengikut_yang_mendahului_sel_pertamanya_tetap_mengikuti_rumus_beku(tmp_path: Path) -> None:
    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(SEBELUM.format(si="0") + PERTAMA.format(rumus="SKM_MUTU(A1)")))

    assert SEBELUM.format(si="0") + PERTAMA.format(rumus=escape(freeze_formula("SKM_MUTU(A1)"))) in lembar
    assert (1, 0, []) == (laporan.rumus, laporan.nilai, laporan.sisa)


@pytest.mark.parametrize("urutan", [1, -1])
def test_nomor_yang_dipakai_dua_rumus_bersama_tidak_ditebak(tmp_path: Path, urutan: int) -> None:
    """Whom a follower follows cannot be told, so that no cell may lose its formula."""
    satu = PERTAMA.format(rumus="TERBILANG(A1)")
    dua = '<c r="C2"><f t="shared" ref="C2:C3" si="0">SUM(A1)</f><v>1</v></c>'
    sel = "".join([satu, dua][::urutan]) + '<c r="B3" t="str"><f t="shared" si="0"/><v>dua</v></c>'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel))

    assert (LEMBAR.format(sel=sel, akhir=""), 0, 0) == (lembar, laporan.rumus, laporan.nilai)
    assert ["TERBILANG(A1)", "rumus bersama"] == [sisa.rumus for sisa in laporan.sisa]
    assert all("lebih dari satu sel pertama" in sisa.sebab for sisa in laporan.sisa)


def test_pengikut_dari_program_tanpa_addin_dihitung_ulang_juga(tmp_path: Path) -> None:
    sel = PERTAMA.format(rumus="SKM_MUTU(A1)") + '<c r="B3" t="e"><f t="shared" si="0"/><v>#NAME?</v></c>'

    lembar, bagian, _ = freeze_buku(tmp_path, BukuAsal(sel))

    assert '<c r="B3"><f t="shared" si="0"/></c>' in lembar
    assert 'fullCalcOnLoad="1"' in bagian["xl/workbook.xml"]


def test_rumus_bersama_milik_orang_lain_tidak_disentuh(tmp_path: Path) -> None:
    sel = '<c r="B1"><f t="shared" ref="B1:B2" si="7">SUM(A1)</f></c><c r="B2"><f t="shared" si="7"/></c>'
    kami = '<c r="C1" t="str"><f>TERBILANG(A2)</f><v>dua</v></c>'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel + kami))

    assert sel + '<c r="C1" t="str"><v>dua</v></c>' in lembar
    assert (1, []) == (laporan.nilai, laporan.sisa)
