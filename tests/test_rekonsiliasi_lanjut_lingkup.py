"""`--lanjutkan` where other kecamatan or sources take part than last month: what was said stays with its finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kinerja.anggaran.banding.penjelasan import Lingkup, carry
from kinerja.anggaran.temuan import TemuanAnggaran, TemuanLama, write_sidik
from kinerja.cli import main
from tests.berkas_anggaran import write_csv
from tests.test_rekonsiliasi_buku import read_tabel
from tests.test_rekonsiliasi_penjelasan import make, old

HARI = date(2025, 3, 1)
JUDUL = ["Kode Kecamatan", "Kode", "Uraian", "Pagu"]
NAMA = {"7.01.01": "PROGRAM PENUNJANG", "7.01.04": "PROGRAM KOORDINASI", "7.01.05": "PROGRAM UMUM"}
BARU, TIMUR = "12.71.17", "12.71.11"


def put(nama: str, kecamatan: list[str], **uang: int) -> None:
    """A source with the same budgets for each kecamatan, those of the codes that end so."""
    isi = [[k, kode, NAMA[kode], uang[f"_{kode[-2:]}"]] for k in kecamatan for kode in NAMA if f"_{kode[-2:]}" in uang]
    write_csv(Path(nama), [JUDUL if kecamatan != [""] else JUDUL[1:], *(b if b[0] else b[1:] for b in isi)])


def put_semua(kecamatan: list[str]) -> None:
    put("pk.csv", kecamatan, _01=9_000_000, _04=5_000_000)
    put("dpa.csv", kecamatan, _01=9_000_000, _04=6_000_000, _05=7_000_000)


def run(*lain: str) -> int:
    return main(["rekonsiliasi", "--perjanjian", "pk.csv", "--dpa", "dpa.csv", *lain])


def explain(berkas: str = "rekonsiliasi.xlsx") -> None:
    """Say of each finding where it stands, as somebody types it."""
    buku = openpyxl.load_workbook(berkas)
    for baris in buku["Temuan"].iter_rows(min_row=7):
        if baris[0].value and str(baris[0].value).startswith("RK"):
            baris[5].value = f"karena {baris[2].value}"
    buku.save(berkas)


def list_isi(berkas: str) -> set[tuple[str, str, str, str]]:
    isi = read_tabel(Path(berkas), "Temuan")
    kolom = ("Kode", "Di mana", "Tingkat", "Penjelasan")
    return {tuple(str(b[k]) for k in kolom) for b in isi if str(b["Kode"]).startswith("RK")}  # type: ignore[misc]


pytestmark = pytest.mark.usefixtures("folder_kerja")


def test_dari_banyak_kecamatan_ke_satu_penjelasannya_tetap_dan_yang_lain_belum_pasti(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put_semua([BARU, TIMUR])
    assert run() == 1
    explain()
    put_semua([BARU])
    capsys.readouterr()

    assert run("--lanjutkan", "rekonsiliasi.xlsx", "--keluar", "juli.xlsx") == 1

    galat = capsys.readouterr().err
    assert "Sejak hasil sebelumnya: 2 tetap, 2 belum pasti. 2 penjelasan tidak dibawa karena kecamatannya " in galat
    isi = list_isi("juli.xlsx")
    assert ("RK03", "7.01.04", "galat", "karena 12.71.17 Medan Baru, 7.01.04") in isi
    assert ("RK02", "7.01.05", "galat", "karena 12.71.17 Medan Baru, 7.01.05") in isi
    assert {(k, t) for k, _, t, j in isi if TIMUR in j} == {("RK03", "belum pasti"), ("RK02", "belum pasti")}


def test_kembali_ke_semua_kecamatan_semua_penjelasan_kembali(capsys: pytest.CaptureFixture[str]) -> None:
    put_semua([BARU, TIMUR])
    assert run() == 1
    explain()
    put_semua([BARU])
    assert run("--lanjutkan", "rekonsiliasi.xlsx", "--keluar", "juli.xlsx") == 1
    put_semua([BARU, TIMUR])
    capsys.readouterr()

    assert run("--lanjutkan", "juli.xlsx", "--keluar", "agustus.xlsx") == 1

    assert "Sejak hasil sebelumnya: 4 tetap." in capsys.readouterr().err
    assert {j for *_, j in list_isi("agustus.xlsx")} == {j for *_, j in list_isi("rekonsiliasi.xlsx")}


def test_sumber_yang_tidak_lagi_menyebut_kecamatan_tetap_menerima_penjelasannya(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put_semua([BARU, TIMUR])
    put("dpa.csv", [BARU], _01=9_000_000, _04=6_000_000)
    put("dpa2.csv", [TIMUR], _01=9_000_000, _04=5_000_000)
    isi = Path("dpa.csv").read_text() + "".join(Path("dpa2.csv").read_text().splitlines(keepends=True)[1:])
    Path("dpa.csv").write_text(isi)
    assert run() == 1
    explain()
    put("pk.csv", [""], _01=9_000_000, _04=5_000_000)
    put("dpa.csv", [""], _01=9_000_000, _04=6_000_000)
    capsys.readouterr()

    assert run("--lanjutkan", "rekonsiliasi.xlsx", "--keluar", "juli.xlsx") == 1

    assert "Sejak hasil sebelumnya: 1 tetap." in capsys.readouterr().err
    assert list_isi("juli.xlsx") == {("RK03", "7.01.04", "galat", "karena 12.71.17 Medan Baru, 7.01.04")}


def of(kecamatan: str, jumlah: int, *, banyak: bool = False) -> TemuanAnggaran:
    """RK03 of a programme as the comparison reports it."""
    t = make("RK03", f"{kecamatan} 7.01.04".strip(), jumlah)
    tempat = f"{kecamatan} Medan, 7.01.04" if banyak else "7.01.04"
    return replace(t, tempat=tempat, kode_program="7.01.04", kecamatan=kecamatan)


def test_hasil_versi_lama_yang_tidak_menulis_kecamatan_dibawa_bila_jelas_milik_siapa() -> None:
    """Before 0.10.0 the key of a finding held its kecamatan only where there were several."""
    lama = [old(make("RK03", "7.01.04", 5), "a")]

    assert [t.penjelasan for t in carry([of(BARU, 5)], lama, HARI).temuan] == ["a"]
    assert [t.penjelasan for t in carry([of(BARU, 5, banyak=True), of(TIMUR, 6, banyak=True)], lama, HARI).temuan] == [
        "a",
        None,
    ]
    berubah = carry([of(BARU, 6)], lama, HARI)
    assert ([str(k) for k in berubah.keadaan], berubah.lama) == (["berubah"], ("a",))
    dua = carry([of(BARU, 5, banyak=True), of(TIMUR, 5, banyak=True)], lama, HARI)
    assert ([t.penjelasan for t in dua.temuan], dua.selesai) == ([None, None], ())
    assert [t.sebab for t in dua.belum_pasti] == ["kecamatannya tidak tertulis di hasil sebelumnya"]


def test_penjelasan_satu_kecamatan_tidak_pindah_ke_kecamatan_lain() -> None:
    lama = [old(of(TIMUR, 5, banyak=True), "milik Timur")]
    hasil = carry([of(BARU, 5)], lama, HARI, Lingkup(frozenset([BARU])))

    assert [t.penjelasan for t in hasil.temuan] == [None]
    assert [(t.penjelasan, t.sebab) for t in hasil.belum_pasti] == [
        ("milik Timur", "kecamatannya tidak ikut dibandingkan")
    ]


@pytest.mark.parametrize(
    ("tempat", "pesan", "pasti"),
    [
        ("7.01.04", "Realisasi Rp5 melebihi pagu Rp4 sebesar Rp1.", False),
        ("realisasi, baris jumlah", "Baris jumlah Rp5, sedangkan baris-barisnya berjumlah Rp4.", False),
        ("7.01.04", "Perjanjian Rp5, DPA Rp4.", True),
    ],
)
def test_tanpa_realisasi_temuan_realisasi_tidak_disebut_selesai(tempat: str, pesan: str, pasti: bool) -> None:
    kunci, _, jumlah = write_sidik(make("RK07", tempat, 5)).rpartition("-")
    lama = [TemuanLama(kunci, jumlah, tempat, pesan, "dijelaskan")]

    tanpa, dengan = (carry([], lama, HARI, Lingkup(realisasi=ada)) for ada in (False, True))

    assert (len(tanpa.selesai), len(tanpa.belum_pasti)) == (pasti, not pasti)
    assert [t.sebab for t in tanpa.belum_pasti] == ["realisasi tidak disertakan"] * (not pasti)
    assert (len(dengan.selesai), len(dengan.belum_pasti)) == (1, 0)


def test_realisasi_yang_tidak_disertakan_sebulan_tidak_menghilangkan_penjelasan_rk04(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("pk.csv", [BARU], _04=6_000_000)
    put("dpa.csv", [BARU], _04=6_000_000)
    write_csv(Path("lra.csv"), [["Kode", "Uraian", "Realisasi"], ["7.01.04", NAMA["7.01.04"], 7_000_000]])
    assert run("--realisasi", "lra.csv") == 1
    explain()

    assert run("--lanjutkan", "rekonsiliasi.xlsx", "--keluar", "juli.xlsx") == 0
    assert {(k, t) for k, _, t, _ in list_isi("juli.xlsx")} == {("RK04", "belum pasti")}
    assert "1 penjelasan tidak dibawa karena realisasi tidak disertakan;" in capsys.readouterr().err
    assert run("--realisasi", "lra.csv", "--lanjutkan", "juli.xlsx", "--keluar", "agustus.xlsx") == 1
    assert list_isi("agustus.xlsx") == {("RK04", "7.01.04", "galat", "karena 7.01.04")}


def test_kecamatan_yang_belum_diisi_disebut_sekali_di_layar_dan_satu_satu_di_buku(
    capsys: pytest.CaptureFixture[str],
) -> None:
    semua = [BARU, TIMUR, "12.71.01", "12.71.02"]
    put_semua(semua)
    isi = Path("pk.csv").read_text().splitlines()
    Path("pk.csv").write_text("\n".join(b if b.startswith((BARU, "Kode")) else b.rpartition(",")[0] + "," for b in isi))

    assert run() == 1

    layar = capsys.readouterr().out
    assert layar.count("peringatan RK14") == 1
    assert "peringatan RK14  3 kecamatan (12.71.01 Medan Kota, 12.71.02 Medan Sunggal, dan 1 lagi)\n  Anggaran" in layar
    assert [k for k, *_ in sorted(list_isi("rekonsiliasi.xlsx"))].count("RK14") == 3
