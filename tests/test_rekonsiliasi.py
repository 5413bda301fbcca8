"""Reconciliation: the cases of real life."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import kinerja
from kinerja.anggaran.banding import reconcile
from kinerja.anggaran.pasangan import Kelompok
from kinerja.errors import DataError, RentangError
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.terbit.keluaran import write_workbook
from kinerja.wilayah import list_kecamatan
from tests.berkas_anggaran import ENAM, dots, write_csv, write_xlsx
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian


def test_dokumen_sumber_terhadap_dpa_yang_berubah(tmp_path: Path) -> None:
    """One changed amount, one missing programme, one renamed; dots in one file and .00 in the other."""
    lampiran = [["No", "Program", "Anggaran"], *([i, n, f"Rp {dots(p)}"] for i, (_, n, p) in enumerate(ENAM, 1))]
    perjanjian = write_xlsx(tmp_path / "perjanjian.xlsx", lampiran)
    dpa = [["KODE PROGRAM", "NAMA PROGRAM", "PAGU"]]
    dpa += [[kode, nama, f"{pagu}.00"] for kode, nama, pagu in ENAM if kode != "7.01.06"]
    dpa[2][2] = "9695231720.00"
    dpa[4][1] = "Program Ketenteraman Wilayah"
    hasil = reconcile(perjanjian, write_csv(tmp_path / "dpa.csv", dpa))

    assert [(t.kode, t.kode_program, t.selisih) for t in hasil.temuan] == [
        ("RK01", "7.01.06", None),
        ("RK03", "7.01.02", Decimal(-1)),
        ("RK15", "7.01.04", Decimal(0)),
    ]
    assert hasil.temuan[1].tempat_perjanjian == "perjanjian.xlsx, lembar Lembar1, sel C3"
    assert hasil.temuan[1].tempat_dpa == "dpa.csv, baris 3"
    assert [b.status for b in hasil.baris] == ["sama", "berbeda", "sama", "sama", "sama", "hanya di perjanjian"]
    assert hasil.sumber["perjanjian"].sen == 29_432_849_010 * 100


def test_program_tanpa_kode_yang_berganti_nama_menjadi_usulan(tmp_path: Path) -> None:
    perjanjian = [["Program", "Anggaran"], ["PROGRAM PENATAAN KAWASAN PERMUKIMAN KUMUH", "5.000.000"]]
    dpa = [["Program", "Pagu"], ["PROGRAM PENATAAN KAWASAN PEMUKIMAN KUMUH", "5000000.00"]]
    hasil = reconcile(write_csv(tmp_path / "a.csv", perjanjian), write_csv(tmp_path / "b.csv", dpa))

    assert [t.kode for t in hasil.temuan] == ["RK01", "RK02", "RK13"]
    assert hasil.count(Kelompok.COCOK)[0] == 0


def write_medan(folder: Path) -> list[str]:
    """The 21 workbooks of Medan, each programme with its own budget; returns the codes."""
    folder.mkdir()
    kode = []
    for i, pk in enumerate(load_bundled()):
        isi = {"isian_anggaran_perjanjian": tuple((1_000_000 * (i + 1) + n,) for n in range(len(pk.program)))}
        write_workbook(build_perjanjian(Bahan(pk, isi, responden=10)), folder / f"{pk.kecamatan.kode}.xlsx")
        kode.append(pk.kecamatan.kode)
    return kode


def test_folder_21_buku_kerja_terhadap_satu_dpa_kota(tmp_path: Path) -> None:
    kode = write_medan(tmp_path / "buku")
    nama = {pk.kecamatan.kode: pk.kecamatan.nama for pk in load_bundled()}
    isi = {pk.kecamatan.kode: pk.program for pk in load_bundled()}
    dpa: list[list[Any]] = [["kode_skpd", "nama_skpd", "kode_program", "nama_program", "pagu", "tahun_anggaran"]]
    for i, k in enumerate(kode):
        for n, p in enumerate(isi[k]):
            # Medan Baru has its agreed figures in the bundled data, the others what was typed.
            pagu = p.anggaran if p.anggaran is not None else 1_000_000 * (i + 1) + n
            dpa.append(
                [f"7.01.0.00.0.00.{i + 1:02}.0000", f"KECAMATAN {nama[k].upper()}", p.kode, p.nama, str(pagu), "2024"]
            )
    dpa[10][4] = "1"
    hasil = reconcile(tmp_path / "buku", write_csv(tmp_path / "dpa.csv", dpa, ";"))

    assert len(hasil.baris) == 126
    assert hasil.kunci_kecamatan == tuple(kode)
    assert [(t.kode, t.tempat) for t in hasil.temuan if t.kode != "RK10"] == [
        ("RK03", f"12.71.02 {nama['12.71.02']}, 7.01.04")
    ]
    assert hasil.temuan[0].tempat_perjanjian == "12.71.02.xlsx, lembar Anggaran, sel D10"


def test_sumber_tanpa_kecamatan_terhadap_banyak_kecamatan_ditolak(tmp_path: Path) -> None:
    banyak = [["kode_kecamatan", "kode", "pagu"], ["12.71.01", "7.01.01", "5"], ["12.71.02", "7.01.01", "5"]]
    satu = [["kode", "pagu"], ["7.01.01", "5"]]

    with pytest.raises(DataError, match=r"b\.csv: Sumber DPA tidak menyebut kecamatan, sedangkan sumber lain memuat 2"):
        reconcile(write_csv(tmp_path / "a.csv", banyak), write_csv(tmp_path / "b.csv", satu))
    banyak[2][0] = ""
    with pytest.raises(DataError, match=r"a\.csv, baris 3: Baris 3 tidak menyebut kecamatan"):
        reconcile(write_csv(tmp_path / "a.csv", banyak), write_csv(tmp_path / "b.csv", satu))


def test_satu_kode_skpd_dan_satu_kode_kecamatan_adalah_kecamatan_yang_sama(tmp_path: Path) -> None:
    a = write_csv(tmp_path / "a.csv", [["kode_kecamatan", "kode", "pagu"], ["12.71.17", "7.01.01", "5"]])
    b = write_csv(tmp_path / "b.csv", [["kode_skpd", "kode", "pagu"], ["7.01.0.00.0.00.17.0000", "7.01.01", "5"]])

    assert [(s.kecamatan, s.status) for s in reconcile(a, b).baris] == [("12.71.17", "sama")]


def test_perbandingan_pada_tingkat_yang_dimiliki_semua_sumber(tmp_path: Path) -> None:
    sub = [["kode", "pagu"], ["7.01.04.2.01.0001", "10"], ["7.01.04.2.01.0002", "20"], ["7.01.05.2.01.0001", "5"]]
    program = [["kode", "pagu"], ["7.01.04", "30"], ["7.01.05", "6"]]
    hasil = reconcile(write_csv(tmp_path / "a.csv", program), write_csv(tmp_path / "b.csv", sub))

    assert hasil.tingkat == 3
    assert [(b.kode, b.perjanjian, b.dpa, b.status) for b in hasil.baris] == [
        ("7.01.04", Decimal(30), Decimal(30), "sama"),
        ("7.01.05", Decimal(6), Decimal(5), "berbeda"),
    ]
    assert reconcile(tmp_path / "b.csv", write_csv(tmp_path / "c.csv", sub)).tingkat == 6


def test_tabel_program_semua_kecamatan_indonesia(tmp_path: Path) -> None:
    semua = [(k.kode, f"7.01.{n:02}", f"{n}000000") for k in list_kecamatan() for n in range(1, 7)]
    kepala = ("kode_kecamatan", "kode", "pagu")
    a = write_csv(tmp_path / "a.csv", [kepala, *semua])
    b = write_csv(tmp_path / "b.csv", [kepala, *((k, p, "1" if i == 7 else n) for i, (k, p, n) in enumerate(semua))])
    hasil = reconcile(a, b)

    assert len(hasil.pasangan) == 7285 * 6
    assert [(t.kode, t.tempat) for t in hasil.temuan] == [("RK03", "11.01.02 Kluet Utara, 7.01.02")]


def test_hasil_dapat_menjadi_json_dan_bingkai_pandas(tmp_path: Path) -> None:
    isi = [["kode", "nama", "pagu"], ["7.01.04", "Trantib", "191200000.25"]]
    hasil = kinerja.reconcile(
        write_csv(tmp_path / "a.csv", isi), write_csv(tmp_path / "b.csv", [isi[0], ["7.01.04", "Trantib", "5"]])
    )
    data = json.loads(json.dumps(hasil.to_dict()))

    assert data["baris"] == [
        {"kecamatan": "", "kode": "7.01.04", "nama": "Trantib", "perjanjian": "191200000.25", "dpa": "5",
         "realisasi": None, "selisih": "191199995.25", "status": "berbeda"}
    ]  # fmt: skip
    assert data["temuan"][0]["kode"] == "RK03"
    assert data["temuan"][0]["selisih"] == "191199995.25"
    bingkai = hasil.to_frame()
    assert bingkai.loc[0, "selisih"] == Decimal("191199995.25")
    assert bingkai.loc[0, "realisasi"] is None


def test_hasil_tidak_dapat_diubah(tmp_path: Path) -> None:
    isi = [["kode", "pagu"], ["7.01.04", "5"]]
    hasil = reconcile(write_csv(tmp_path / "a.csv", isi), write_csv(tmp_path / "b.csv", isi))

    with pytest.raises(AttributeError):
        hasil.temuan = ()  # type: ignore[misc]
    with pytest.raises(AttributeError):
        hasil.baris[0].kode = "7.01.05"  # type: ignore[misc]


@pytest.mark.parametrize("toleransi", [-1, Decimal("0.001")])
def test_toleransi_yang_tidak_masuk_akal_ditolak(toleransi: Decimal, tmp_path: Path) -> None:
    isi = write_csv(tmp_path / "a.csv", [["kode", "pagu"], ["7.01.04", "5"]])

    with pytest.raises(RentangError):
        reconcile(isi, isi, toleransi=toleransi)


def test_kolom_yang_disebut_harus_ada_dan_dapat_untuk_satu_sumber(tmp_path: Path) -> None:
    a = write_csv(tmp_path / "a.csv", [["kode", "pagu", "final"], ["7.01.04", "5", "6"]])

    assert reconcile(a, a, kolom={"dpa.pagu": "Final"}).baris[0].selisih == Decimal(-1)
    b = write_csv(tmp_path / "b.csv", [["kode", "final"], ["7.01.04", "6"]])
    assert reconcile(a, b, kolom={"pagu": "Final"}).baris[0].perjanjian == Decimal(6)
    with pytest.raises(DataError, match="Kolom 'Pagu Akhir' tidak ada"):
        reconcile(a, a, kolom={"pagu": "Pagu Akhir"})
    with pytest.raises(DataError, match=r"Kunci kolom 'dba\.pagu' tidak dikenal"):
        reconcile(a, a, kolom={"dba.pagu": "final"})
