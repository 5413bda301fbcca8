"""The example form: clean, its names told, and right when it is filled in for every kecamatan of Medan."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.cli.formulir import find_pada, open_formulir
from kinerja.formulir.baca import Formulir
from kinerja.formulir.contoh import ISIAN, LEMBAR, LEMBAR_NAMA, choose_contoh, make_contoh
from kinerja.formulir.hilang import list_hilang
from kinerja.formulir.isi import fill_formulir
from kinerja.formulir.nama import list_nama
from kinerja.perjanjian.kembali.buku import read_buku
from tests.alat.mesin import recalc_libreoffice
from tests.alat.sampel import choose_sela
from tests.contoh import BENTUK, MEDAN, MEDAN_BARU, make_panjang

SEMUA = list(MEDAN.values())


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "formulir.xlsx"
    path.write_bytes(make_contoh(choose_contoh(SEMUA)))
    return path


@pytest.fixture(scope="module")
def formulir(contoh: Path) -> Formulir:
    return open_formulir(contoh, find_pada(SEMUA))


def load(isi: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(isi))


def test_yang_paling_lengkap_yang_dijadikan_contoh() -> None:
    """Of Medan's 21 only Medan Baru's agreement is known in full."""
    assert choose_contoh(SEMUA) is MEDAN_BARU


def test_contoh_selalu_sama_dan_tidak_kehilangan_apa_pun(contoh: Path) -> None:
    assert contoh.read_bytes() == make_contoh(MEDAN_BARU)
    assert list_hilang(contoh.read_bytes(), "formulir.xlsx") == ()


def test_semua_nama_dijelaskan_tanpa_terisi(contoh: Path, formulir: Formulir) -> None:
    """Beside each name what it means and what it is for Medan Baru; on that sheet nothing is filled in."""
    ws = load(contoh.read_bytes())[LEMBAR_NAMA]
    baris = {r[0]: r[1:] for r in ws.iter_rows(values_only=True) if r[0]}

    assert {nama: baris[nama][0] for nama, _ in list_nama()} == dict(list_nama())
    assert {nama: baris[nama][0] for nama, _ in ISIAN} == dict(ISIAN)
    assert baris["kecamatan.nama"] == ("nama kecamatan", "Medan Baru")
    assert baris["anggaran.jumlah"][1] == "Rp29.432.849.010"
    assert [satu.nama for satu in formulir.lembar if satu.tempat] == [LEMBAR]


@pytest.mark.parametrize("pk", choose_sela(SEMUA, 10), ids=lambda pk: pk.kecamatan.kode)
def test_contoh_terisi_untuk_setiap_kecamatan(pk: Any, formulir: Formulir) -> None:
    buku = fill_formulir(formulir, pk)
    ws = load(buku.isi)[LEMBAR]

    assert (buku.temuan, buku.tak_terhitung) == ((), 0)
    assert ws["A1"].value == f"PERJANJIAN KINERJA KECAMATAN {pk.kecamatan.nama.upper()} TAHUN 2024"
    assert [ws.cell(11 + n, 3).value for n in range(len(pk.indikator))] == [i.nama for i in pk.indikator]
    awal = 11 + len(pk.indikator) + 4
    assert [ws.cell(awal + n, 3).value for n in range(len(pk.program))] == [p.nama for p in pk.program]
    assert ws.cell(awal + len(pk.program), 5).value == f"=SUM(E{awal}:E{awal + len(pk.program) - 1})"


def test_angka_medan_baru_seperti_naskahnya(formulir: Formulir) -> None:
    """Targets and total of the published agreement of 2024."""
    buku = read_buku(fill_formulir(formulir, MEDAN_BARU).isi, "terisi.xlsx")

    def get(baris: int, kolom: int) -> object:
        sel = buku.get_sel(LEMBAR, baris - 1, kolom)
        return sel.nilai if sel else None

    assert [get(baris, 4) for baris in range(11, 15)] == [88.3, 66.5, 100, 100]
    assert get(25, 4) == 29_432_849_010
    assert str(get(26, 4)).startswith("dua puluh sembilan miliar empat ratus tiga puluh dua juta")


def test_capaian_dan_serapan_dihitung_mesin_lain_seperti_dengan_tangan(formulir: Formulir, tmp_path: Path) -> None:
    """Last realised against target: 90 / 88,3 = 101,93; 60 / 66,5 = 90,23; their mean 96,08. Rp 10 of Rp 40 is 25 %."""
    path = tmp_path / "isian.xlsx"
    wb = load(fill_formulir(formulir, MEDAN_BARU).isi)
    ws = wb[LEMBAR]
    ws["J11"], ws["L11"], ws["M12"] = 80, 90, 60
    ws["E19"], ws["H19"] = 40, 10
    wb.save(path)

    nilai = recalc_libreoffice([path])[path]

    assert [nilai[LEMBAR, s] for s in ("N11", "O11", "P11")] == [90, 101.93, "Sangat Tinggi"]
    assert [nilai[LEMBAR, s] for s in ("N12", "O12", "P12")] == [60, 90.23, "Sangat Tinggi"]
    assert [nilai[LEMBAR, s] for s in ("N13", "O13", "P13")] == ["", "", ""]
    assert nilai[LEMBAR, "O15"] == pytest.approx((101.93 + 90.23) / 2)
    assert nilai[LEMBAR, "K19"] == 25


def test_yang_boleh_diketik_hanya_isian(formulir: Formulir) -> None:
    wb = load(fill_formulir(formulir, MEDAN_BARU).isi)
    ws = wb[LEMBAR]
    terbuka = {sel.coordinate for baris in ws.iter_rows() for sel in baris if not sel.protection.locked}
    isian = {f"{k}{b}" for k in "FGHIJKLM" for b in range(11, 15)} | {"J5", "N5"}  # quarters; rank and NIP not known

    assert ws.protection.sheet
    assert isian <= terbuka
    assert not terbuka & {f"{k}{b}" for k in "ABCDENOP" for b in range(11, 15)}
    assert not {sel.coordinate for baris in wb[LEMBAR_NAMA].iter_rows() for sel in baris if not sel.protection.locked}


@pytest.mark.parametrize("make", [*BENTUK, make_panjang])
def test_contoh_dibuat_dari_data_apa_pun_dan_terisi(make: Any, tmp_path: Path) -> None:
    pk = make()
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(make_contoh(pk))

    ws = load(fill_formulir(open_formulir(path, date(pk.tahun, 12, 31)), pk).isi)[LEMBAR]

    assert ws.cell(11, 3).value == pk.indikator[0].nama
    assert ws.cell(11, 3).data_type == "s"
