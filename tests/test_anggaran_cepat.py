"""A law: the readers by columns and the reader by cells read the same table alike, or refuse it alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kinerja.anggaran.baca import berkas, cepat
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.errors import DataError
from tests.berkas_anggaran import ENAM, dots, write_csv, write_xlsx

Petak = list[Sequence[object]]
JUDUL = ("Kode", "Uraian", "Pagu")
ISI: Petak = [(kode, nama, sen) for kode, nama, sen in ENAM]
KEC = ("Kecamatan", *JUDUL)
TOTAL = sum(sen for *_, sen in ENAM)


def of(*kecamatan: object) -> Petak:
    """All programmes of each of some owners."""
    return [(kec, *baris) for kec in kecamatan for baris in ISI]


def add(judul: str, isi: Sequence[object]) -> Petak:
    """The plain table with one more column, the fourth, whose cells are taken in turn."""
    isi_baru = [[*b[:3], isi[n % len(isi)], *b[3:]] for n, b in enumerate(ISI)]
    return [[*JUDUL[:3], judul, *JUDUL[3:]], *isi_baru]


def change(kolom: int, fungsi: Callable[[Any], object]) -> Petak:
    """The plain table with the cells of a column changed."""
    return [JUDUL, *([fungsi(s) if k == kolom else s for k, s in enumerate(b)] for b in ISI)]


TABEL: dict[str, Petak] = {
    "polos": [JUDUL, *ISI],
    "tiga kecamatan": [KEC, *of("12.71.01", "12.71.02", "12.71.03")],
    "jumlah di bawah": [JUDUL, *ISI, (None, "Jumlah", TOTAL)],
    "jumlah berkode program": [JUDUL, *ISI, ("7.01.07", "Jumlah", TOTAL)],
    "jumlah salah": [JUDUL, *ISI, (None, "TOTAL", TOTAL + 1)],
    "nama diawali Jumlah": [JUDUL, *ISI, ("7.01.07", "Jumlah Penduduk Terlayani", 1_000_000)],
    "baris ganda": [JUDUL, *ISI, ISI[0]],
    "baris ganda berketerangan": [*add("Keterangan", ["a", "b"]), [*ISI[0], "c"]],
    "kelurahan sebagai unit": [KEC, *of("Kelurahan Babura", "Kelurahan Titi Rantai")],
    "semua kecamatan": [KEC, *of("Baru", "Kota"), *(("Semua Kecamatan", k, n, 2 * s) for k, n, s in ENAM)],
    "kolom kata lain": [*add("Tim", ["Satu", "Dua"]), [*ISI[0], "Tiga"]],
    "dua kolom jumlah": add("Anggaran", [5_000_000]),
    "semula menjadi": [("Kode", "Uraian", "Semula", "Menjadi"), *([*b, int(str(b[2])) + 1_000_000] for b in ISI)],
    "kolom jumlah tak dikenal": add("Xyz", [5_000_000]),
    "satuan di judul": [("Kode", "Uraian", "Pagu (ribuan rupiah)"), *ISI],
    "satuan di kolom lain": add("Volume (dalam ribuan)", [5]),
    "tahun di judul kolom": [("Kode", "Uraian", "Pagu 2024"), *ISI],
    "tahun di judul tabel": [("DPA TAHUN ANGGARAN 2024", None, None), JUDUL, *ISI],
    "kolom tahun": add("Tahun", ["2024"]),
    "kecamatan kosong sebagian": [KEC, *of("Baru", None)],
    "kode berejaan lain": change(0, lambda kode: f"0{kode}"),
    "kode bertitik akhir": change(0, lambda kode: f"{kode}."),
    "kode berspasi": change(0, lambda kode: f" {kode}"),
    "kode rusak": change(0, lambda kode: kode.replace("0", "O", 1)),
    "nama berspasi ganda": change(1, lambda nama: f"{nama}  X"),
    "nama bernbsp": change(1, lambda nama: nama.replace(" ", "\u00a0")),
    "jumlah negatif": change(2, lambda sen: -sen),
    "jumlah teks bertitik": change(2, dots),
    "jumlah teks ber-Rp": change(2, lambda sen: f"Rp {dots(sen)}"),
    "jumlah teks rancu": change(2, lambda _: "1.500"),
    "jumlah kosong sebagian": [JUDUL, *ISI, ("7.01.07", "Program Tujuh", None)],
    "jumlah nol": change(2, lambda _: 0),
    "kegiatan dan sub-kegiatan": [JUDUL, *ISI, ("7.01.01.2.01", "Rutin", 5), ("7.01.01.2.01.0001", "Rinci", 5)],
    "tanpa nama": [("Kode", "Pagu"), *((kode, sen) for kode, _, sen in ENAM)],
    "baris kosong di tengah": [JUDUL, *ISI[:3], (None, None, None), *ISI[3:]],
    "nomor kolom": [JUDUL, ("1", "2", "3"), *ISI],
    "kepala berulang": [JUDUL, *ISI[:3], JUDUL, *ISI[3:]],
    "dua tabel": [JUDUL, *ISI, ("SKPD : Kecamatan Kota", None, None), JUDUL, *ISI],
    "kecamatan bernama kota": [KEC, *of("Baru", "Kota Medan", "Kota")],
    "kecamatan berejaan lain": [KEC, *of("Baru", "BARU")],
    "kode SKPD": [("Kode SKPD", *JUDUL), *of("7.01.0.00.0.00.17.0000")],
    "dana berulang": [*add("Sumber Dana", ["DAU", "PAD"]), [*ISI[0], "PAD"]],
    "pindahan": [JUDUL, *ISI, ("7.01.07", "Pindahan", TOTAL)],
    "sebesar jumlah": [JUDUL, *ISI, ("7.01.07", "Program Lain", TOTAL)],
    "urusan lima": change(0, lambda kode: kode.replace("7.", "5.", 1)),
    "kode berekor akun": change(0, lambda kode: f"{kode}.2.01.0001.5.1.02"),
    "nama berkode": change(1, lambda nama: f"7.01.09 {nama}"),
    "nama berhuruf tak tampak": change(1, lambda nama: f"{nama}\u200b"),
    "galat di nama": change(1, lambda _: "#REF!"),
    "galat di kolom lain": add("Keterangan", ["#REF!"]),
    "satuan di catatan kaki": [JUDUL, *ISI, (None, "* dalam ribuan rupiah", None)],
    "satuan di judul kolom lain": add("(dalam ribuan rupiah)", ["x"]),
    "pecahan rupiah": change(2, lambda sen: sen + 0.5),
    "pecahan sen": change(2, lambda sen: sen + 0.125),
    "terlalu besar": change(2, lambda _: 10**15 + 1),
    "jumlah berkoma": change(2, lambda sen: f"{sen:,}"),
    "sel berlebih": [JUDUL, *ISI, ("7.01.07", "Program Tujuh", 5, "lebih")],
    "tanpa isi": [JUDUL],
}


def summarize(path: Path) -> dict[str, object] | str:
    """What was read, as far as the comparison sees it; for a refusal its text."""
    try:
        tabel = read_anggaran(path, "dpa")
    except DataError as galat:
        return str(galat)
    return {
        "isi": tabel.isi.drop("pembeda").rows(),
        "total": tabel.total.drop("pembeda").rows(),
        "luar": tabel.luar.drop("pembeda").rows(),
        "terbaca": [b.terbaca for b in tabel.bagian],
        "tahun": [(b.tahun, b.masa) for b in tabel.bagian],
    }


def write_parquet(path: Path, petak: Petak) -> Path:
    judul, *baris = petak
    pl.DataFrame([list(b) for b in baris], schema=[str(j) for j in judul], orient="row").write_parquet(path)
    return path


@pytest.fixture
def setel(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Turns the readers by columns on, however short the table, or off, however long."""
    asli = cepat.read_cepat

    def setel(boleh: bool) -> None:
        batas = 0 if boleh else 10**12
        monkeypatch.setattr(cepat, "_BANYAK", batas)
        monkeypatch.setattr(berkas, "_CEPAT", batas)
        monkeypatch.setattr(berkas, "read_cepat", asli if boleh else lambda *_, **__: None)  # parquet has no limit

    return setel


@pytest.mark.parametrize("nama", TABEL)
@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
def test_pembaca_cepat_dan_pembaca_sel_membaca_hal_yang_sama(
    nama: str, akhiran: str, tmp_path: Path, setel: Callable[[bool], None]
) -> None:
    path = (write_csv if akhiran == "csv" else write_xlsx)(tmp_path / f"dpa.{akhiran}", TABEL[nama])
    setel(True)
    lewat_kolom = summarize(path)
    setel(False)

    assert lewat_kolom == summarize(path)


def is_berjenis(petak: Petak) -> bool:
    """One row of titles, and below each cells of one type, as this format has them."""
    kolom = zip(*petak[1:], strict=False)
    return None not in petak[0] and all(len({type(s) for s in k} - {type(None)}) == 1 for k in kolom)


@pytest.mark.parametrize("nama", [n for n, petak in TABEL.items() if is_berjenis(petak) and n != "sel berlebih"])
def test_parquet_dibaca_sama_dengan_dan_tanpa_pembaca_cepat(
    nama: str, tmp_path: Path, setel: Callable[[bool], None]
) -> None:
    path = write_parquet(tmp_path / "dpa.parquet", TABEL[nama])
    setel(True)
    lewat_kolom = summarize(path)
    setel(False)

    assert lewat_kolom == summarize(path)


@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
def test_tabel_polos_memang_dibaca_lewat_kolom(
    akhiran: str, tmp_path: Path, setel: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the law above would compare a reader with itself."""
    path = (write_csv if akhiran == "csv" else write_xlsx)(tmp_path / f"dpa.{akhiran}", TABEL["tiga kecamatan"])
    setel(True)
    monkeypatch.delattr(berkas, "read_isi")

    assert read_anggaran(path, "dpa").isi["sen"].sum() == 3 * TOTAL * 100
