"""The same workbook in many XML spellings is read the same; what has no value is refused alike in every format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from tests.alat.serangan import dasar, ods, sel, teks, xls
from tests.alat.serangan.ejaan import EJAAN, spell, write_ejaan
from tests.alat.serangan.kasus import Serangan
from tests.alat.serangan.lapangan import Lapangan, open_lapangan
from tests.alat.serangan.perintah import PERINTAH
from tests.berkas_induk import tabulate

PERINTAH_MENURUT_NAMA = {p.nama: p for p in PERINTAH}
BUKU: Mapping[str, tuple[str, dict[str, list[list[object]]]]] = {
    "anggaran": (
        "dpa",
        {"DPA": [["kode", "nama", "pagu"], ["7.01.01", "PROGRAM A", 15435519078], ["7.01.02", "PROGRAM B", 350000000]]},
    ),
    "induk": ("buat", tabulate(dasar.INDUK)),
    "survei": ("skm", {"Survei": dasar.SURVEI}),
}
"""Three workbooks and the command that says what it read; the budget is that of the other side, letter by letter."""
KORPUS = {k.nama: k for daftar in (sel.list_sel, ods.list_ods, xls.list_xls, teks.list_teks) for k in daftar()}
GALAT = (
    "sel_galat.xlsx",
    "sel_galat_petik.xlsx",
    "galat.ods",
    "galat_calcext.ods",
    "galat.xls",
    "rumus_galat.xls",
    "galat.csv",
)
BELUM = ("sel_rumus.xlsx", "sel_rumus_petik.xlsx", "sel_rumus_v_kosong.xlsx", "rumus.ods")


@pytest.fixture(scope="module")
def lapangan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lapangan]:
    with open_lapangan(tmp_path_factory.mktemp("ejaan")) as satu:
        yield satu


def _read(lapangan: Lapangan, nama: str, isi: bytes, perintah: str) -> tuple[int | None, str, str]:
    """Exit code and both streams; the value of `buat` are digests, free of folders."""
    berkas = lapangan.berkas / nama
    berkas.write_bytes(isi)
    hasil, keluar = lapangan.run(berkas, PERINTAH_MENURUT_NAMA[perintah])
    nilai = re.sub(re.escape(str(keluar.parent)), "", hasil.keluar)
    return hasil.kode, nilai, hasil.galat


@pytest.mark.parametrize("ejaan", EJAAN)
@pytest.mark.parametrize("buku", BUKU)
def test_ejaan_yang_setara_terbaca_sama(buku: str, ejaan: str, lapangan: Lapangan) -> None:
    perintah, lembar = BUKU[buku]
    bagian = spell(lembar)
    ubahan = EJAAN[ejaan](bagian)
    assert ejaan == "polos" or ubahan != bagian

    polos = _read(lapangan, "sama.xlsx", write_ejaan(bagian), perintah)
    hasil = _read(lapangan, "sama.xlsx", write_ejaan(ubahan), perintah)

    assert polos[0] == 0
    assert hasil == polos


@pytest.mark.parametrize("buku", BUKU)
def test_lembar_dalam_utf_16_terbaca_sama(buku: str, lapangan: Lapangan) -> None:
    perintah, lembar = BUKU[buku]
    bagian = spell(lembar)

    utf16 = _read(lapangan, "sama.xlsx", write_ejaan(bagian, "utf-16"), perintah)

    assert utf16 == _read(lapangan, "sama.xlsx", write_ejaan(bagian), perintah)


def test_anggaran_yang_sama_dengan_perjanjiannya_tanpa_temuan(lapangan: Lapangan) -> None:
    """So the other tests compare something: both programmes agree in code, name and amount."""
    kode, _, galat = _read(lapangan, "a.xlsx", write_ejaan(spell(BUKU["anggaran"][1])), "dpa")

    assert kode == 0
    assert re.search(r"^Cocok +2 +Rp15\.785\.519\.078 +Rp15\.785\.519\.078", galat, re.MULTILINE)


@pytest.mark.parametrize("nama", GALAT)
def test_bagi_nol_di_kolom_jumlah_ditolak_dengan_barisnya(nama: str, lapangan: Lapangan) -> None:
    kode, _, galat = _read_kasus(lapangan, KORPUS[nama])

    assert kode == 2
    assert nama in galat
    assert re.search(r"baris 2\b", galat)


@pytest.mark.parametrize("nama", BELUM)
def test_rumus_yang_belum_dihitung_ditolak_dengan_barisnya(nama: str, lapangan: Lapangan) -> None:
    kode, _, galat = _read_kasus(lapangan, KORPUS[nama])

    assert kode == 2
    assert re.search(r"baris 2\b", galat)
    assert "belum dihitung" in galat


def test_baris_tersembunyi_diberitahukan_bagaimanapun_ejaannya(lapangan: Lapangan) -> None:
    pesan = set()
    for ejaan in ('hidden="1"', "hidden='1'", 'hidden="true"', "hidden = 'true'", "hidden='&#49;'"):
        bagian = spell(BUKU["anggaran"][1])
        bagian["xl/worksheets/sheet1.xml"] = bagian["xl/worksheets/sheet1.xml"].replace(
            '<row r="3"', f'<row r="3" {ejaan}'
        )
        _, _, galat = _read(lapangan, "a.xlsx", write_ejaan(bagian), "dpa")
        pesan.add(tuple(baris for baris in galat.splitlines() if "tersembunyi" in baris))

    assert len(pesan) == 1
    assert pesan.pop() == ("  a.xlsx: 1 baris tersembunyi ikut dibaca.",)


@pytest.mark.parametrize("nama", ["tersembunyi.ods"])
def test_baris_tersembunyi_dalam_ods_diberitahukan(nama: str, lapangan: Lapangan) -> None:
    _, _, galat = _read_kasus(lapangan, KORPUS[nama])

    assert "1 baris tersembunyi" in galat


def _read_kasus(lapangan: Lapangan, kasus: Serangan) -> tuple[int | None, str, str]:
    assert isinstance(kasus.isi, bytes)
    return _read(lapangan, kasus.nama, kasus.isi, "dpa")
