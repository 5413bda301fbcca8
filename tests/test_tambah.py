"""A kind of indikator, a sheet and a finding are added in a few lines each, and everything else follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.perjanjian import periksa
from kinerja.perjanjian.induk.awal import make_isi
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.jenis import JENIS, JenisIndikator, Penilaian, guess_lebih
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja
from kinerja.perjanjian.periksa import check_perjanjian, target
from kinerja.perjanjian.periksa.naskah import Naskah, name_indikator
from kinerja.temuan import Temuan, Tingkat, declare, list_pemeriksaan
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.ekspresi import rentang
from kinerja.workbook.fungsi import COUNT, IF, SUM
from kinerja.workbook.layout import Aturan, Buku
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc
from tests.berkas_induk import added, tabulate, write_csv
from tests.contoh import angka, make_perjanjian, make_program
from workbook_templates.data_induk import build_data_induk
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian, daftar
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.daftar import JenisLembar
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    TANPA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    Pertanyaan,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import status

# --- a kind: one row ----------------------------------------------------------------------------------------------

AKREDITASI = JenisIndikator(
    "akreditasi",
    "Nilai akreditasi, dengan huruf seperti SAKIP.",
    "Indikator",
    penilaian=Penilaian("peringkat", "sakip_predikat", "sakip_bobot"),
    duga=(guess_lebih,),
)

# --- a sheet: its words, what it holds, and one row ----------------------------------------------------------------

AIR = JenisIndikator("air", "Titik air yang diperiksa.", "Air")
KATA = Kata("Air", "Titik air yang diperiksa setiap triwulan.", "Air – Pemeriksaan", "Ketik banyaknya titik.")
CEK = Pertanyaan("Air: titik terisi", "Ketik banyaknya titik.")
ISIAN = Isian("isian_air_titik", Aturan("bulat", "Titik", "Ketik banyaknya titik.", 0, 1e6), "isian_angka")


def build_air(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    p = start_lembar(b, KATA, (20, 12, 12, 12, 12, 12), milik=milik[0])
    p.put_blok(ISIAN, (5, 1), (1, 4))
    w = rentang(5, 1, 5, 4, lembar=p.nama_lembar)
    p.put_rumus(5, 5, IF(COUNT(w) == 0, "", SUM(w)), "hasil_angka", nama="hasil_air")
    p.check(CEK, 5, 1, status(SUM(w) < 0, COUNT(w) == 4))
    p.realisasi[milik[0].nomor] = Realisasi(TANPA_TRIWULAN, p.refer("hasil_air"))
    return p.finish_bagian()


# --- a finding: one function ---------------------------------------------------------------------------------------


@declare("PK98", Tingkat.INFO, "Nama pendek", "Tulis nama lengkapnya.")
def check_nama_pendek(n: Naskah) -> Iterator[Temuan]:
    for i in n.pk.indikator:
        if len(i.nama) < 4:
            yield n.report(name_indikator(i), f"Nama {i.nama} terlalu pendek.")


@pytest.fixture
def tambahan(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows that a successor would add."""
    for jenis in (AKREDITASI, AIR):
        monkeypatch.setitem(JENIS, jenis.kode, jenis)
    lembar = JenisLembar(KATA, build_air, ukur=True)
    monkeypatch.setattr(daftar, "LEMBAR", (*daftar.LEMBAR[:10], lembar, *daftar.LEMBAR[10:]))
    monkeypatch.setattr(target, "check_nama_pendek", check_nama_pendek, raising=False)
    monkeypatch.setattr(periksa, "PEMERIKSAAN", list_pemeriksaan(*periksa.MODUL))


def make_pk() -> PerjanjianKinerja:
    indikator = (
        Indikator("Akreditasi Puskesmas", AKREDITASI, "nilai", angka("66.50")),
        Indikator("Air", AIR, "titik", angka(8)),
    )
    return make_perjanjian(indikator, make_program(1))


def list_teks(buku: Buku, lembar: str) -> list[object]:
    return [s.nilai for s in buku.get_lembar(lembar).sel]


@pytest.mark.usefixtures("tambahan")
def test_jenis_baru_dibaca_diperiksa_dinilai_dan_dirujuk(tmp_path: Path) -> None:
    data = added(
        "indikator", sasaran="Dua", indikator="Akreditasi", jenis="akreditasi", satuan="nilai", target="B (166)"
    )
    pk = read_induk(write_csv(tmp_path / "a", tabulate(data)))[0]

    assert AKREDITASI == pk.indikator[-1].jenis
    assert {"PK05", "PK06"} <= {t.kode for t in check_perjanjian(pk)}
    buku = build_perjanjian(Bahan(make_pk()))
    assert "B (66,50)" in list_teks(buku, "Lampiran")
    assert "Interpretasi" in list_teks(buku, "Rumusan")
    assert AKREDITASI.arti in list_teks(build_data_induk(make_isi("12.71", 2025)), "Pilihan")
    assert AKREDITASI.get_tabel(pada=pk.pada).uraian in list_teks(buku, "Rujukan")  # type: ignore[union-attr]


@pytest.mark.usefixtures("tambahan")
def test_lembar_baru_diukur_diperiksa_dan_disebut_di_petunjuk(tmp_path: Path) -> None:
    isi = {"isian_air_titik": ((2, 1, None, 3),)}
    buku = build_perjanjian(Bahan(make_pk(), isi))

    nama = [lembar.nama for lembar in buku.lembar]
    assert ["Indikator", "Air", "Anggaran"] == nama[nama.index("Air") - 1 : nama.index("Air") + 2]
    assert {KATA.nama, KATA.isi} <= set(list_teks(buku, "Petunjuk"))
    assert {CEK.teks, CEK.saran} <= set(list_teks(buku, "Cek"))
    assert 6 in list_teks(buku, "Capaian")
    write_workbook(buku, tmp_path / "air.xlsx")
    mesin = {"ironcalc": recalc_ironcalc(tmp_path / "air.xlsx"), "formulon": recalc_formulon(tmp_path / "air.xlsx")}
    assert [] == compare(tmp_path / "air.xlsx", **mesin)


@pytest.mark.usefixtures("tambahan")
def test_temuan_baru_dilaporkan_dan_tercatat() -> None:
    (temuan,) = (t for t in check_perjanjian(make_pk()) if t.kode == "PK98")

    assert ("Nama Air terlalu pendek.", "Tulis nama lengkapnya.") == (temuan.pesan, temuan.saran)
    assert "Nama pendek" == periksa.PEMERIKSAAN[-1].jenis.arti
    buku = build_perjanjian(Bahan(make_pk(), temuan=(temuan,)))
    assert "PK98" in list_teks(buku, "Cek")


@pytest.mark.usefixtures("tambahan")
def test_indikator_yang_tidak_diukur_lembar_mana_pun_disebut(monkeypatch: pytest.MonkeyPatch) -> None:
    lain = replace(AIR, lembar="Angin")
    pk = make_perjanjian((Indikator("Angin", lain, "titik"),), make_program(1))
    monkeypatch.setitem(JENIS, "air", lain)

    with pytest.raises(ValueError, match=r"no sheet measures \{'air'\}: see `lembar`"):
        build_perjanjian(Bahan(pk))


@pytest.mark.usefixtures("tambahan")
def test_dua_indikator_sejenis_masing_masing_punya_lembarnya() -> None:
    dua = tuple(Indikator(f"Air {n}", AIR, "titik") for n in ("hulu", "hilir"))
    isi = {"isian_air_titik": ((2, 1, None, 3),), "isian_air_2_titik": ((9,),)}
    buku = build_perjanjian(Bahan(make_perjanjian(dua, make_program(1)), isi))

    assert "Air hilir" in list_teks(buku, "Air 2")
    assert {6, 9} <= set(list_teks(buku, "Capaian"))
    assert {CEK.teks, "Air 2: titik terisi"} <= set(list_teks(buku, "Cek"))


def test_rentang_jenis_yang_bernilai_adalah_rentang_tabelnya() -> None:
    with pytest.raises(ValueError, match="the range of a graded kind is that of its table"):
        replace(AKREDITASI, maks=Decimal(50))


def test_tanpa_tambahan_tidak_ada_yang_berubah() -> None:
    semua = make_perjanjian((replace(make_pk().indikator[0], jenis=JENIS["nilai"]),), make_program(1))

    assert "Air" not in [lembar.nama for lembar in build_perjanjian(Bahan(semua)).lembar]
    assert "PK98" not in [p.jenis.kode for p in periksa.PEMERIKSAAN]
