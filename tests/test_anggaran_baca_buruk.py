"""Bad budget files: a clear sentence or a correct reading, never a silent wrong sum; the fast way reads the same."""

from __future__ import annotations

import io
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import msoffcrypto
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from kinerja.anggaran.baca import berkas as anggaran
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.cepat import read_cepat
from kinerja.errors import DataError
from tests.berkas_anggaran import ENAM, Petak, dots, new_sheet, read_kode, write_csv, write_xlsx

TABEL: list[list[object]] = [["Kode", "Nama", "Pagu"], *([kode, nama, n] for kode, nama, n in ENAM)]
HARAP = {kode: Decimal(n) for kode, _, n in ENAM}


def refuse(path: Path, pesan: str, **opsi: object) -> None:
    with pytest.raises(DataError, match=pesan):
        read_anggaran(path, "dpa", **opsi)  # type: ignore[arg-type]


def save(path: Path, isi: bytes) -> Path:
    path.write_bytes(isi)
    return path


@pytest.mark.parametrize("nama", ["a.xlsx", "a.xls", "a.csv", "a.ods"])
def test_berkas_kosong(nama: str, tmp_path: Path) -> None:
    refuse(save(tmp_path / nama, b""), r"Berkas kosong\.")


def test_berkas_terkunci_sandi(tmp_path: Path) -> None:
    polos, terkunci = write_xlsx(tmp_path / "polos.xlsx", TABEL), io.BytesIO()
    with polos.open("rb") as berkas:
        msoffcrypto.OfficeFile(berkas).encrypt("rahasia", terkunci)

    refuse(save(tmp_path / "a.xlsx", terkunci.getvalue()), r"terkunci sandi\. .*hapus sandinya")


def test_halaman_web_yang_disimpan_sebagai_xls(tmp_path: Path) -> None:
    isi = b"<html><table><tr><td>Kode</td><td>Pagu</td></tr><tr><td>7.01.01</td><td>5</td></tr></table></html>"

    refuse(save(tmp_path / "a.xls", isi), r"halaman web atau XML, bukan lembar kerja.*simpan sebagai \.xlsx")


def test_berkas_rusak(tmp_path: Path) -> None:
    utuh = write_xlsx(tmp_path / "b.xlsx", TABEL).read_bytes()

    refuse(save(tmp_path / "a.xlsx", utuh[: len(utuh) // 2]), "rusak dan tidak dapat dibaca")
    refuse(save(tmp_path / "a.ods", b"\x89PNG\r\n\x1a\n" + b"x" * 100), "Ini gambar, bukan lembar kerja")
    refuse(save(tmp_path / "a.csv", b"Kode;Pagu\n\0\0\0"), r"Ini berkas yang tidak dikenal")


def test_berkas_dan_folder_yang_tidak_ada_isinya(tmp_path: Path) -> None:
    refuse(tmp_path / "tiada.xlsx", "tidak ditemukan")
    refuse(tmp_path, "Folder tidak berisi berkas anggaran")


def test_rumus_yang_belum_dihitung_ditolak(tmp_path: Path) -> None:
    new_sheet([*TABEL, [None, "Jumlah", "=SUM(C2:C7)"]])[0].save(tmp_path / "a.xlsx")

    refuse(tmp_path / "a.xlsx", r"lembar Sheet, baris 8: Sel C8 berisi rumus yang belum dihitung")


def test_sel_galat_ditolak(tmp_path: Path) -> None:
    buku, lembar = new_sheet([*TABEL, ["7.01.07", "Lain", "#REF!"]])
    lembar["C8"].data_type = "e"
    buku.save(tmp_path / "a.xlsx")

    refuse(tmp_path / "a.xlsx", r"baris 8: Sel C8 berisi #REF!")


def test_baris_tersembunyi_ikut_dibaca_dan_disebut(tmp_path: Path) -> None:
    buku, lembar = new_sheet(TABEL)
    lembar.row_dimensions[3].hidden = True
    buku.save(tmp_path / "a.xlsx")

    assert read_kode(tmp_path / "a.xlsx") == HARAP
    assert read_anggaran(tmp_path / "a.xlsx", "dpa").catatan == ("a.xlsx: 1 baris tersembunyi ikut dibaca.",)


def test_baris_tersembunyi_di_lembar_yang_tidak_dibaca_tidak_disebut(tmp_path: Path) -> None:
    buku, _ = new_sheet(TABEL)
    buku.create_sheet("Catatan").row_dimensions[3].hidden = True
    buku["Catatan"]["A3"] = "Rapat"
    buku.save(tmp_path / "a.xlsx")

    assert read_anggaran(tmp_path / "a.xlsx", "dpa").catatan == ()


def write_dua(path: Path, kedua: Petak, *, tersembunyi: bool = False) -> Path:
    buku, _ = new_sheet(TABEL, "DPA")
    lain = buku.create_sheet("Lain")
    for baris in kedua:
        lain.append(list(baris))
    if tersembunyi:
        lain.sheet_state = "hidden"
    buku.save(path)
    return path


def test_lembar_yang_tepat_dipilih_menurut_judul_kolomnya(tmp_path: Path) -> None:
    assert read_kode(write_dua(tmp_path / "a.xlsx", [["Catatan"], ["Rapat"]])) == HARAP


def test_dua_lembar_yang_mungkin_ditolak_sampai_disebutkan(tmp_path: Path) -> None:
    path = write_dua(tmp_path / "a.xlsx", [["Kode", "Pagu"], ["7.01.01", 5]])

    refuse(path, 'Ada 2 lembar yang bisa dimaksud: DPA, Lain.*--lembar dpa="Lain"')
    assert read_kode(path, lembar=["DPA"]) == HARAP
    assert read_kode(path, lembar=["Lain"]) == {"7.01.01": Decimal(5)}


def test_lembar_tersembunyi_tidak_dibaca(tmp_path: Path) -> None:
    path = write_dua(tmp_path / "a.xlsx", [["Kode", "Pagu"], ["7.01.01", 5]], tersembunyi=True)

    assert read_kode(path) == HARAP


def test_lembar_yang_salah_disebut_namanya(tmp_path: Path) -> None:
    refuse(write_xlsx(tmp_path / "a.xlsx", [["Daftar hadir"], ["Ani"]], "Absen"), r"a\.xlsx, lembar Absen: Tabel DPA")


def test_jumlah_di_akhir_dan_judul_yang_berulang_tidak_ikut_dijumlah(tmp_path: Path) -> None:
    petak = [*TABEL[:4], TABEL[0], *TABEL[4:], ["JUMLAH", None, sum(n for *_, n in ENAM)]]

    assert read_kode(write_xlsx(tmp_path / "a.xlsx", petak)) == HARAP


def test_sel_kecamatan_yang_digabung_berlaku_ke_bawah(tmp_path: Path) -> None:
    petak = [
        ["Kecamatan", "Kode", "Pagu"],
        ["Medan Baru", "7.01.01", 5],
        [None, "7.01.02", 6],
        ["Medan Kota", "7.01.01", 7],
    ]
    isi = read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa").isi

    assert isi["kecamatan"].to_list() == ["Medan Baru", "Medan Baru", "Medan Kota"]


def test_kunci_kolom_yang_tidak_dikenal(tmp_path: Path) -> None:
    refuse(write_csv(tmp_path / "a.csv", TABEL), "Kunci kolom 'duit' tidak dikenal", kolom={"duit": "Pagu"})


@pytest.mark.parametrize("akhiran", ["csv", "parquet"])
def test_cara_cepat_membaca_sama_dengan_cara_sel_demi_sel(
    akhiran: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acak = random.Random(4)
    kolom: dict[str, list[Any]] = {
        "pagu": [acak.randrange(10**12) for _ in range(500)],
        "nama": [acak.choice(("Program A, dan B", "Program; C", 'Program "D"', "Programé")) for _ in range(500)],
        "kode": [f"7.01.{acak.randrange(1, 7):02}.2.{n % 99:02}.{n:04}" for n in range(500)],
        "kode_kecamatan": [f"12.71.{acak.randrange(1, 22):02}" for _ in range(500)],
    }
    path = tmp_path / f"a.{akhiran}"
    bingkai = pl.DataFrame(kolom)
    (bingkai.write_csv if akhiran == "csv" else bingkai.write_parquet)(path)
    cepat = read_cepat(path, "dpa", {}, parquet=akhiran == "parquet")
    monkeypatch.setattr(anggaran, "read_cepat", lambda *_, **__: None)
    lambat = read_anggaran(path, "dpa")

    assert cepat is not None
    assert_frame_equal(lambat.isi, cepat.isi)
    assert cepat.isi["sen"].to_list() == [n * 100 for n in kolom["pagu"]]
    assert dict(lambat.bagian[0].pemetaan) == dict(cepat.bagian[0].pemetaan)


@pytest.mark.parametrize(
    "petak",
    [
        [*TABEL[:3], ["JUMLAH", "", 1]],
        [["Kode", "Nama", "Pagu"], ["7.01.01", "A", dots(1_500)]],
        [["Kode", "Nama", "Pagu"], ["7.01.01", "A", "-"]],
        [["DPA 2024", "", ""], *TABEL],
        [*TABEL[:3], [], *TABEL[3:]],
        [*TABEL[:3], ["7.01.03", "", ""]],
        [["Kode Program", "Kode Kegiatan", "Pagu"], ["7.01.01", "7.01.01.2.01", "5"]],
    ],
    ids=["ada jumlah", "bertitik", "strip", "blok judul", "baris kosong", "jumlah kosong", "dua kolom kode"],
)
def test_yang_tidak_polos_diserahkan_ke_cara_sel_demi_sel(petak: Petak, tmp_path: Path) -> None:
    assert read_cepat(write_csv(tmp_path / "a.csv", petak), "dpa", {}, parquet=False) is None
