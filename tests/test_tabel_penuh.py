"""Whole sheets: the quick way reads what the slow one does, whatever wrote them, and both what openpyxl reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.errors import DataError
from kinerja.tabel import xlsx_penuh_baca
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.sel import SelGalat
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xlsx_penuh import LembarPenuh
from kinerja.tabel.xlsx_penuh_baca import PembacaPenuh, read_isi
from tests.alat.program import AKAR
from tests.alat.terbitan import TERBITAN

KASUS = AKAR / "tests" / "kasus"
UTUH = 1_000_000
"""Bytes that are read in one piece."""
BERKAS = [*sorted(TERBITAN.glob("*/*.xlsx")), *sorted((KASUS / "simpan-ulang").rglob("*.xlsx"))]
POLOS = (
    '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetData><row r="1"><c r="A1" s="1"><v>7</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>7x</v></c></row>'
    '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>dua &lt; tiga</t></is></c><c r="C2"><f>A1*2</f></c></row>'
    '<row r="3"><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" s="2"/></row></sheetData>'
    "</worksheet>"
)
EJAAN = {
    "polos": ("", ""),
    "kutip tunggal": ('r="A1"', "r='A1'"),
    "jeda di tanda": ('<c r="A1" s="1">', '<c  r="A1"\n s="1" >'),
    "urutan atribut": ('r="A1" s="1"', 's="1" r="A1"'),
    "komentar": ('<c r="A1"', '<!-- <c r="A1"><v>9</v></c> --><c r="A1"'),
    "cdata": ("<v>7x</v>", "<v><![CDATA[7x]]></v>"),
    "huruf bernomor": ("<v>7</v>", "<v>&#55;</v>"),
    "tanpa alamat": ('<c r="A1" s="1">', '<c s="1">'),
    "rumus bersama": ("<f>A1*2</f>", '<f t="shared" ref="C2:C3" si="0">A1*2</f>'),
    "rumus larik": ("<f>A1*2</f>", '<f t="array" ref="C2">A1*2</f>'),
    "tinggi nol": ('<row r="3">', '<row r="3" ht="0" customHeight="1">'),
    "teks berpotongan": ("<is><t>dua &lt; tiga</t></is>", "<is><r><t>dua </t></r><r><t>&lt; tiga</t></r></is>"),
    "baris kosong tertutup": (
        '<row r="3"><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" s="2"/></row>',
        '<row r="3" ht="0"/><row r="4"/> <row r="5"><c r="B5" t="b"><v>1</v></c></row>',
    ),
    "sandi lain": ('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
}
RUSAK = {
    "sel dua kali": ('<c r="B1"', '<c r="A1"><v>8</v></c><c r="B1"'),
    "baris mundur": ('<row r="3">', '<row r="1">'),
    "dua nilai": ("<v>7</v>", "<v>7</v><v>8</v>"),
    "unsur lain": ("<v>7</v>", "<v>7</v><w>8</w>"),
    "tidak tertutup": ("</sheetData>", ""),
    "kolom lain baris": ('r="C2"', 'r="C9"'),
    "dua daftar sel": ("</sheetData>", '</sheetData><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData>'),
    "huruf terlarang": ("<is><t>dua", "<is><t>\x01dua"),
    "atribut dua kali": ('<row r="3">', '<row r="3" ht="5" ht="5">'),
    "baris tidak tertutup": ("</row></sheetData>", "</sheetData>"),
    "sesudah sel": ("</sheetData>", "</sheetData><x>"),
}


def read(
    isi: bytes,
    monkeypatch: pytest.MonkeyPatch,
    teks: Sequence[str] = (),
    *,
    cepat: bool,
    suap: int = UTUH,
) -> LembarPenuh:
    if cepat and suap == UTUH:
        return read_isi(isi, "a.xlsx", teks)
    with monkeypatch.context() as m:
        if not cepat:
            m.setattr(PembacaPenuh, "take_data", lambda *_: False)
            m.setattr(PembacaPenuh, "take_baris", lambda *_: False)
            m.setattr(xlsx_penuh_baca, "split_ekor", lambda _, semua: semua)
        potong = (isi[n : n + suap] for n in range(0, len(isi), suap))
        return PembacaPenuh("a.xlsx").read_penuh(potong, teks)


def list_lembar(path: Path) -> Iterator[tuple[str, bytes, list[str]]]:
    arsip = Arsip(path.read_bytes(), path.name, bebas=True)
    buku = BukuXlsx(arsip)
    for nama, bagian in buku.bagian.items():
        yield nama, arsip.read(bagian), buku.teks


@pytest.mark.parametrize("path", BERKAS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_jalan_cepat_dan_lambat_sama(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for nama, isi, teks in list_lembar(path):
        lambat = read(isi, monkeypatch, teks, cepat=False)
        assert [read(isi, monkeypatch, teks, cepat=True) for _ in range(2)] == [lambat] * 2, nama
        assert read(isi, monkeypatch, teks, cepat=True, suap=65_536) == lambat, nama


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")  # Gnumeric's
@pytest.mark.parametrize("path", BERKAS[::5], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_nilai_dan_rumus_seperti_dibaca_openpyxl(path: Path) -> None:
    arsip = Arsip(path.read_bytes(), path.name, bebas=True)
    buku = BukuXlsx(arsip)
    lain = openpyxl.load_workbook(path)
    for nama, bagian in buku.bagian.items():
        sel = PembacaPenuh(path.name).read_penuh(arsip.stream(bagian), buku.teks).sel
        kami = {k: "=" + s.rumus if s.rumus is not None else show(s.nilai) for k, s in sel.items()}
        mereka = {
            (s.row - 1, s.column - 1): show(s.value) for b in lain[nama].iter_rows() for s in b if s.value is not None
        }
        assert kami == mereka, nama


def show(nilai: Any) -> Any:
    if isinstance(nilai, SelGalat):
        return str(nilai)
    if isinstance(nilai, str):
        return nilai if nilai.startswith("=") else re.sub(r"\s+", " ", nilai)
    return nilai if isinstance(nilai, bool) else float(nilai)


@pytest.mark.parametrize("suap", [UTUH, 65_536, 7])
@pytest.mark.parametrize("nama", EJAAN)
def test_setiap_ejaan_terbaca_sama(nama: str, suap: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lama, baru = EJAAN[nama]
    isi = POLOS.replace(lama, baru, 1).encode()

    cepat = read(isi, monkeypatch, cepat=True, suap=suap)

    assert cepat == read(isi, monkeypatch, cepat=False, suap=suap)
    assert (cepat.sel[0, 0].nilai, cepat.sel[0, 1].rumus, cepat.sel[1, 0].nilai) == (7.0, 'A1&"x"', "dua < tiga")
    assert cepat.baris_sembunyi == {1} | ({2} if nama in ("tinggi nol", "baris kosong tertutup") else set())


@pytest.mark.parametrize("cepat", [True, False])
@pytest.mark.parametrize("nama", RUSAK)
def test_yang_rusak_ditolak_di_kedua_jalan(nama: str, cepat: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    lama, baru = RUSAK[nama]

    with pytest.raises(DataError):
        read(POLOS.replace(lama, baru, 1).encode(), monkeypatch, cepat=cepat)


@pytest.mark.parametrize("nama", RUSAK)
def test_yang_rusak_tetap_ditolak_sesudah_baris_baris_yang_sama_terbaca(
    nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is remembered of rows, and of all cells of a sheet, is neither spoiled nor an excuse."""
    lama, baru = RUSAK[nama]
    sehat = read(POLOS.encode(), monkeypatch, cepat=False)

    for _ in range(2):
        assert read(POLOS.encode(), monkeypatch, cepat=True) == sehat
        with pytest.raises(DataError):
            read(POLOS.replace(lama, baru, 1).encode(), monkeypatch, cepat=True)


def test_sel_yang_sama_dengan_teks_bersama_lain_tidak_tertukar(monkeypatch: pytest.MonkeyPatch) -> None:
    isi = POLOS.replace("<v>7</v>", "<v>0</v>", 1).replace('r="A1" s="1"', 'r="A1" t="s"', 1).encode()
    assert b't="s"' in isi

    hasil = [PembacaPenuh("a.xlsx").read_penuh(iter((isi,)), [teks]).sel.get((0, 0)) for teks in ("satu", "dua", "")]

    assert [sel and sel.nilai for sel in hasil] == ["satu", "dua", None]
    with pytest.raises(DataError, match="A1"):
        PembacaPenuh("a.xlsx").read_penuh(iter((isi,)), [])
