"""Worked examples for a successor: each addition in a few lines, and what it must reach follows.

A kind of indikator, a sheet with its formulas and a finding on data are in `test_tambah`; a law in `test_hukum_2027*`.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from addin.build.dok import write_table
from addin.build.oxt import build_oxt
from addin.daftar import DAFTAR, contoh, fungsi
from addin.hosts.udf import make_udf
from addin.nilai import NUM, Galat, map_sel
from addin.spec import Arg
from kinerja.anggaran import arti, arti_kata
from kinerja.anggaran.banding import perbandingan, reconcile
from kinerja.anggaran.banding.konteks import Konteks
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.errors import DataError
from kinerja.perjanjian.kembali import banding
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.laporan import Banding
from kinerja.perjanjian.kembali.peta import align
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.temuan import Tingkat, declare
from tests.alat.terbitan import TERBITAN
from tests.berkas_anggaran import write_csv

# --- a finding of a reconciliation: one function over Konteks -------------------------------------------------------


@declare("RK98", Tingkat.INFO, "Jumlah bulat", "Pastikan jumlahnya bukan perkiraan.")
def check_bulat(k: Konteks) -> Iterator[TemuanAnggaran]:
    for b in k.pasangan.iter_rows(named=True):
        if (b["dpa"] or 0) % 100_000_000_00 == 0:
            yield k.report(b, "Jumlah di DPA bulat seratus juta.", "Pastikan bukan perkiraan.")


def test_temuan_rekonsiliasi_baru_dilaporkan_dengan_tempat_dan_sarannya(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(perbandingan, "PEMERIKSAAN", (*perbandingan.PEMERIKSAAN, check_bulat))
    petak = [["kode_kecamatan", "kode", "nama", "pagu"], ["12.71.17", "7.01.01", "Program A", "300000000"]]
    pk, dpa = (write_csv(tmp_path / f"{n}.csv", petak) for n in ("pk", "dpa"))

    (temuan,) = (t for t in reconcile(pk, dpa).temuan if t.kode == "RK98")
    assert (temuan.saran, temuan.tempat_dpa) == ("Pastikan bukan perkiraan.", "dpa.csv, baris 2")


# --- a finding on a returned workbook: one function over Banding ----------------------------------------------------


@declare("KU98", Bobot.CATATAN, "Lembar bertambah", "Lihat lembarnya.")
def check_lembar_tambahan(n: Banding) -> Iterator[TemuanKumpul]:
    for nama in n.datang.lembar.keys() - n.terbit.lembar.keys():
        yield n.report("Ada lembar yang tidak diterbitkan.", (nama, ""))


def test_temuan_buku_kembali_baru_dilaporkan_di_lembarnya(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(banding, "PEMERIKSAAN", (*banding.PEMERIKSAAN, check_lembar_tambahan))
    isi = (TERBITAN / "0.7.0" / "medan-baru.xlsx").read_bytes()
    terbit, datang = read_buku(isi, "terbit.xlsx"), read_buku(isi, "datang.xlsx")
    datang.lembar["Catatan"] = datang.lembar["Cek"]  # type: ignore[index]

    (temuan,) = (t for t in banding.check_beda(terbit, datang, align(terbit, datang)) if t.kode == "KU98")
    assert (temuan.lembar, temuan.saran) == ("Catatan", "Lihat lembarnya.")


# --- a column title: one row of a table -----------------------------------------------------------------------------


def test_judul_kolom_baru_dibaca_sebagai_pagu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that no region writes, in place of Pagu: refused until the word is in the pattern of the role."""
    isi = ["12.71.17", "7.01.01", "Program A", "4.510.000"]
    pk = write_csv(tmp_path / "pk.csv", [["kode_kecamatan", "kode", "nama", "pagu"], isi])
    dpa = write_csv(tmp_path / "dpa.csv", [["kode_kecamatan", "kode", "nama", "kluntung"], isi])
    with pytest.raises(DataError, match=r"dpa\.csv"):
        reconcile(pk, dpa)

    monkeypatch.setattr(arti, "PAGU", f"{arti_kata.PAGU}|kluntung")
    arti.read_ciri.cache_clear()
    hasil = reconcile(pk, dpa)
    arti.read_ciri.cache_clear()
    assert hasil.sumber["dpa"].bukti.utuh
    assert hasil.pasangan["dpa"].to_list() == [4_510_000_00]


# --- an Excel function: one declaration -----------------------------------------------------------------------------


@pytest.fixture
def luas() -> Iterator[Callable[..., Any]]:
    """A function declared as in `addin/fungsi_*.py`; taken out of the register afterwards."""

    @fungsi(
        Arg("hektare", "Luas wilayah.", "nilai", satuan="hektare", rentang="0 ke atas"),
        dasar="Bukan peraturan: contoh untuk penerus",
    )
    @contoh((150, 1.5), (-1, NUM), (None, None))
    def LUAS_KM2(hektare: Decimal) -> Decimal:
        """Luas dalam kilometer persegi."""
        return hektare / 100

    yield LUAS_KM2
    del DAFTAR["LUAS_KM2"]


def test_fungsi_baru_dihitung_didokumentasikan_dan_dibawa_ke_setiap_host(
    luas: Callable[..., Any], tmp_path: Path
) -> None:
    assert luas("1.250,5") == pytest.approx(12.505)
    assert "`=LUAS_KM2(150)` → 1,5" in write_table()
    with zipfile.ZipFile(build_oxt(tmp_path)) as arsip:
        assert "Luas dalam kilometer persegi." in arsip.read("CalcAddIns.xcu").decode()
        assert "luasKm2" in arsip.read("kinerja.idl").decode()


# --- a host: cells in, cells out ------------------------------------------------------------------------------------


def make_host() -> dict[str, Callable[..., Any]]:
    """A program whose cells are texts, blank or with a point, and whose errors are words in brackets."""

    def to_neutral(sel: str) -> str | float | None:
        return None if sel == "" else float(sel) if re.fullmatch(r"-?[\d.]+", sel) else sel

    def to_host(hasil: Any) -> str:
        return f"[{hasil.kode}]" if isinstance(hasil, Galat) else "" if hasil is None else str(hasil)

    def arg(nama: str, jenis: str, doc: str) -> Callable[[Any], Any]:
        return lambda udf: udf

    return {
        nama: make_udf(satu, to_neutral, lambda hasil: map_sel(to_host, hasil), arg) for nama, satu in DAFTAR.items()
    }


def test_host_baru_memberi_yang_diberikan_inti() -> None:
    host = make_host()

    assert host.keys() == DAFTAR.keys()
    assert [host["SAKIP_PREDIKAT"](x) for x in ("66.5", "", "101", "enam")] == ["B", "", "[#NUM!]", "[#VALUE!]"]
    assert host["SKM_MUTU"]([["76.6"], [""]]) == [["C"], [""]]
