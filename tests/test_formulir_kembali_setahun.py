"""What a form asks of the year is shown as of the year, and what was typed is ranked, named and counted as it is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kinerja.alamat import parse_range
from kinerja.cli import main
from kinerja.formulir.baca import Formulir, read_formulir
from kinerja.kumpul.periksa import BukuKumpul
from kinerja.perjanjian import jenis
from kinerja.perjanjian.kembali.hitung import get_nilai
from kinerja.perjanjian.kembali.terhitung import read_terhitung
from kinerja.perjanjian.model import DaftarManfaat, Indikator, Program
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import Tujuan, issue_workbooks, name_workbook
from kinerja.workbook.eksak import to_tampak
from tests.alat.formulir.berkas import save_openpyxl
from tests.alat.formulir_pulang import type_isi
from tests.alat.mesin import recalc_formulon, recalc_libreoffice, same
from tests.alat.pulang import gather, send
from tests.alat.terbit import ASAL
from tests.contoh import angka, make_perjanjian

PK = make_perjanjian(
    (
        Indikator("Indeks kepuasan", jenis.SKM, "indeks", angka(80)),
        Indikator("Nilai SAKIP", jenis.SAKIP, "nilai", angka("66.5")),
        Indikator("Persentase penerima", jenis.MANFAAT, "%", angka(100), daftar=(DaftarManfaat("a", "Bantuan", "KK"),)),
    ),
    (Program("7.01.01", "Satu"),),
)
CATATAN = ("kendala", "tindak_lanjut", "bukti_dukung")
SAKIP = {"isian_sakip_nilai": ((67.25,),), "isian_sakip_predikat": (("CC",),)}


def make_formulir() -> Formulir:
    """Quarters of indikator, notes of the year, the SAKIP evaluation; a formula of the office without a name."""
    buku = Workbook()
    lembar: Any = buku.active
    lembar.title = "Monev"
    isian = [*(f"isian_realisasi_{q}" for q in range(1, 5)), *(f"isian_{apa}" for apa in CATATAN), "isian_metode"]
    for c, nama in enumerate(["indikator.nama", *isian], start=1):
        lembar.cell(1, c, nama)
        lembar.cell(2, c, "{{" + nama + "}}")
    lembar["J2"] = "=SUM(B2:E2)"
    lembar["A5"], lembar["B5"], lembar["C5"] = "SAKIP", "{{isian_sakip_nilai}}", "{{isian_sakip_predikat}}"
    return read_formulir(save_openpyxl(buku), "monev.xlsx")


@pytest.fixture
def hasil(tmp_path: Path) -> Path:
    opsi = OpsiTerbit(templat=make_formulir())
    assert all(t.sha256 for t in issue_workbooks([PK], Tujuan(tmp_path / "hasil"), asal=ASAL, opsi=opsi))
    return tmp_path / "hasil"


def answer(folder: Path, **isi: Any) -> bytes:
    return type_isi((folder / name_workbook(PK)).read_bytes(), isi)


def type_triwulan(nomor: int, *nilai: float | None) -> dict[str, Any]:
    semua = enumerate(nilai, start=1)
    return {f"isian_indikator_{nomor}_realisasi_{q}": ((x,),) for q, x in semua if x is not None}


def check(hasil: Path, tmp_path: Path, **isi: Any) -> BukuKumpul:
    (buku,) = gather(hasil, send(tmp_path / "kirim", a=answer(hasil, **isi))).buku
    return buku


def list_baris(buku: openpyxl.Workbook, lembar: str) -> list[list[Any]]:
    return [[s.value for s in baris] for baris in buku[lembar].rows]


def show(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["tunjukkan", str(path)]) == 0
    return capsys.readouterr().out


def test_triwulan_terakhir_yang_terisi_walau_triwulan_pertama_kosong(hasil: Path, tmp_path: Path) -> None:
    assert check(hasil, tmp_path, **type_triwulan(3, None, 45, 70, 98)).triwulan == 4


def test_persen_kembali_tanpa_setahun_dan_rerata_tanpa_persen(hasil: Path, tmp_path: Path) -> None:
    buku = check(hasil, tmp_path, **type_triwulan(1, 80, 80, 80, 80), **type_triwulan(3, 20, 45, 70, 98))

    assert buku.hasil is not None
    persen = buku.hasil.indikator[2]
    assert (persen.realisasi, persen.capaian, buku.hasil.rerata) == (None, None, 100)
    assert "persen tidak dijumlahkan" in persen.keterangan


def test_cara_yang_diketik_dihitung_sama_di_program_lain(hasil: Path, tmp_path: Path) -> None:
    tw = type_triwulan(1, 80, 90, None, 85) | type_triwulan(3, 20, 45, 70, 98)
    harap: dict[Path, tuple[object, ...]] = {}
    for kata, persen in (("Rata_Rata", 58.25), ("TRIWULAN-TERAKHIR", 98), ("entah", "")):
        path = tmp_path / f"{kata}.xlsx"
        path.write_bytes(answer(hasil, **tw, **{f"isian_indikator_{n}_metode": ((kata,),) for n in (1, 3)}, **SAKIP))
        harap[path] = (85, persen)
    calc = recalc_libreoffice(list(harap))

    for path, nilai in harap.items():
        t = read_terhitung(path)
        assert tuple(t.hasil.indikator[n].realisasi or "" for n in (0, 2)) == nilai
        kami = {sel: to_tampak(get_nilai(t.isi, sel[0], *parse_range(sel[1])[:2])) for sel in calc[path]}
        for mesin in (calc[path], recalc_formulon(path)):
            assert [(sel, x, kami[sel]) for sel, x in mesin.items() if not same(x, kami[sel])] == []


def test_catatan_tanpa_triwulan_milik_setahun(
    hasil: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    isi = {f"isian_indikator_3_{apa}": ((f"Isi {apa}",),) for apa in CATATAN} | type_triwulan(3, 20, 45)
    buku = check(hasil, tmp_path, **isi)

    assert buku.hasil is not None
    i = buku.hasil.indikator[2]
    assert [i.kendala, i.tindak_lanjut, i.bukti_dukung] == [f"Isi {apa}" for apa in CATATAN]
    assert not any(t.kendala or t.tindak_lanjut or t.bukti_dukung for t in i.triwulan)
    keluar = show(tmp_path / "kirim" / "a.xlsx", capsys)
    assert "     Setahun, tindak lanjut: Isi tindak_lanjut\n" in keluar
    assert "Triwulan IV, " not in keluar
    assert main(["rekap", str(hasil), "--keluar", "rekap.xlsx", "--csv", "rekap.csv"]) == 0
    baris = list_baris(openpyxl.load_workbook("rekap.xlsx"), "Kendala")
    (kendala,) = (b for b in baris if "Isi kendala" in b)
    assert "setahun" in kendala
    assert kendala[-3:] == [f"Isi {apa}" for apa in CATATAN]
    (satu,) = (b for b in Path("rekap.csv").read_text("utf-8-sig").splitlines() if "Isi bukti_dukung" in b)
    assert ";setahun;" in satu


def test_survei_dan_sakip_yang_diketik_diperingkat_dan_bernama_sendiri(
    hasil: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    check(hasil, tmp_path, **type_triwulan(1, 88, 89, None, None), **SAKIP)

    keluar = show(tmp_path / "kirim" / "a.xlsx", capsys)
    assert "SKM: responden –, NIK 88,5, mutu A (Sangat Baik)\nSAKIP: nilai 67,25, predikat B\n" in keluar
    assert "Identitas:" not in keluar
    assert "predikat yang diketik CC, menurut nilainya B" in keluar
    assert main(["rekap", str(hasil), "--keluar", "rekap.xlsx"]) == 0
    baris = list_baris(openpyxl.load_workbook("rekap.xlsx"), "SKM dan SAKIP")
    (milik,) = (b for b in baris if "91.71.01" in b)
    assert [x for x in milik if x is not None and not str(x).startswith("=")][-5:] == [
        88.5,
        "A",
        "Sangat Baik",
        67.25,
        "B",
    ]


def test_rumus_yang_diganti_angka_disebut_sejauh_tampak(
    hasil: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.xlsx"
    buku = openpyxl.load_workbook(io.BytesIO(answer(hasil, **type_triwulan(1, 88))))
    path.write_bytes(save_openpyxl(buku))
    utuh = show(path, capsys)
    (judul,) = (s for baris in buku["Identitas"].rows for s in baris if s.value == "Realisasi" and s.column == 7)
    sel = buku["Identitas"].cell(judul.row + 1, judul.column)
    assert str(sel.value).startswith("=")
    sel.value = 100
    buku["Monev"]["J2"] = 120
    path.write_bytes(save_openpyxl(buku))

    assert "bukan rumus" not in utuh
    keluar = show(path, capsys)
    assert f"Identitas!{sel.coordinate} berisi angka, bukan rumus" in keluar
    assert "kinerja kumpul menyebutnya, karena membandingkan dengan terbitannya" in keluar
    (kumpul,) = gather(hasil, send(tmp_path / "kirim", a=path.read_bytes())).buku
    assert {(t.lembar, t.sel) for t in kumpul.temuan if t.kode == "KU17"} >= {
        ("Monev", "J2"),
        ("Identitas", sel.coordinate),
    }
