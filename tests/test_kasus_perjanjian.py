"""Published agreements of other places, from the data set to the printed page: what came there must come here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.alamat import a1
from kinerja.perjanjian import jenis
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja
from kinerja.perjanjian.periksa import check_perjanjian
from tests.alat.cetak import Halaman, clipped, find_bad_text, overlaps, pages, to_pdf
from tests.alat.kasus_perjanjian import (
    Kasus,
    agree,
    list_nama,
    list_tertulis,
    read_kasus,
    read_tertulis,
    split_kata,
)
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc, recalc_libreoffice, same
from tests.berkas_induk import tabulate, write_xlsx
from tests.contoh import write_perjanjian
from workbook_templates.perjanjian_kinerja.lembar import anggaran, capaian, triwulan

NAMA = list_nama()
per_kasus = pytest.mark.parametrize("nama", NAMA)
DICETAK = ("Lampiran", "Rumusan", "Rencana Aksi")


@pytest.fixture(scope="module")
def make_buku(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The workbook of a case, with what was realised typed in; each is made once."""
    folder, jadi = tmp_path_factory.mktemp("kasus"), {}

    def make(nama: str) -> Path:
        if nama not in jadi:
            kasus = read_kasus(nama)
            jadi[nama] = write_perjanjian(kasus.pk, folder / f"{nama}.xlsx", isi=kasus.isi, responden=50)
        return jadi[nama]

    return make


def read_sel(path: Path) -> Callable[[str, int, int], Any]:
    """A reader of the values that a workbook was stored with; row and column from 0."""
    buku = openpyxl.load_workbook(path, data_only=True)
    return lambda lembar, r, c: buku[lembar][a1(r, c)].value


def same_angka(nilai: Any, harap: str) -> bool:
    """Whether a cell holds the number, or the word, that is expected; blank where nothing is."""
    try:
        return same(nilai, float(read_tertulis(harap)) if harap else None)
    except ArithmeticError:
        return bool(nilai == harap)


@per_kasus
def test_data_set_menjadi_perjanjian_seperti_dokumennya(nama: str) -> None:
    kasus = read_kasus(nama)
    harap, pk = kasus.harap, kasus.pk

    assert harap["dilengkapi"]
    assert (pk.kecamatan.sebutan_desa, len(pk.kecamatan.kelurahan)) == (harap["sebutan"], harap["banyak_desa"])
    assert len(pk.indikator) == len(kasus.indikator)
    for i, satu in zip(pk.indikator, kasus.indikator, strict=True):
        tertulis = list_tertulis(satu.get("dokumen", ""))
        assert tertulis == ([] if i.target is None else list(i.target.batas)), i.nama
        assert tertulis == list_tertulis(satu.get("cetak", ""))[: len(tertulis)], i.nama
    if kasus.anggaran:
        pagu = [p.anggaran for p in pk.program]
        assert pagu == [read_tertulis(p["cetak"]) for p in kasus.anggaran]
        assert sum(x for x in pagu if x is not None) == read_tertulis(harap["jumlah"])


@per_kasus
def test_buku_data_induk_memberi_perjanjian_yang_sama(nama: str, tmp_path: Path) -> None:
    kasus = read_kasus(nama)

    assert read_induk(write_xlsx(tmp_path / "induk.xlsx", tabulate(kasus.data))) == (kasus.pk,)


@per_kasus
def test_temuan_persis_yang_patut_bagi_dokumennya(nama: str) -> None:
    kasus = read_kasus(nama)
    temuan = check_perjanjian(kasus.pk)

    assert [[t.kode, str(t.tingkat)] for t in temuan] == [satu[:2] for satu in kasus.harap["temuan"]]
    for t, (_, _, kata) in zip(temuan, kasus.harap["temuan"], strict=True):
        assert kata in t.pesan


@per_kasus
def test_hasil_terbit_sama_dengan_capaian_kecuali_yang_bersebab(nama: str) -> None:
    for satu in read_kasus(nama).indikator:
        if "tercetak" in satu:
            assert agree(satu["tercetak"], satu["capaian"]) == ("sebab" not in satu), satu
    for satu in read_kasus(nama).anggaran:
        assert "tercetak" not in satu or agree(satu["tercetak"], satu["serapan"]), satu


@per_kasus
def test_capaian_dan_kategori_seperti_yang_terbit(nama: str, make_buku: Callable[[str], Path]) -> None:
    kasus = read_kasus(nama)
    baca = read_sel(make_buku(nama))

    for n, satu in enumerate(kasus.indikator):
        for kunci, kolom in (("realisasi", capaian.REALISASI), ("capaian", capaian.CAPAIAN)):
            nilai = baca("Capaian", capaian.AWAL + n, kolom)
            assert same_angka(nilai, satu.get(kunci, "")), (n, kunci, nilai)
        for kunci, kolom in (("kategori", capaian.KATEGORI), ("keterangan", capaian.KETERANGAN)):
            assert (baca("Capaian", capaian.AWAL + n, kolom) or "") == satu.get(kunci, ""), (n, kunci)
        for k, harap in enumerate(satu.get("capaian_triwulan", ())):
            assert same_angka(baca("Triwulan", triwulan.AWAL + 4 * n + k, triwulan.CAPAIAN), harap), (n, k)
    if rerata := kasus.harap.get("rerata"):
        assert same_angka(baca("Capaian", capaian.AWAL + len(kasus.indikator), capaian.CAPAIAN), rerata)


@per_kasus
def test_serapan_anggaran_seperti_yang_terbit(nama: str, make_buku: Callable[[str], Path]) -> None:
    kasus = read_kasus(nama)
    baca = read_sel(make_buku(nama))

    for n, satu in enumerate(kasus.anggaran):
        for kunci, kolom in (("serapan", anggaran.SERAPAN), ("sisa", anggaran.SISA)):
            if kunci in satu or kunci == "serapan":
                assert same_angka(baca("Anggaran", anggaran.AWAL + n, kolom), satu.get(kunci, "")), (n, kunci)
        if "keadaan" in satu:
            assert baca("Anggaran", anggaran.AWAL + n, anggaran.STATUS) == satu["keadaan"]
    if "serapan" in kasus.harap:
        assert same_angka(
            baca("Anggaran", anggaran.AWAL + len(kasus.anggaran), anggaran.SERAPAN), kasus.harap["serapan"]
        )
        assert agree(kasus.harap["serapan_tercetak"], kasus.harap["serapan"])


@per_kasus
def test_ironcalc_dan_formulon_menghitung_sama(nama: str, make_buku: Callable[[str], Path]) -> None:
    path = make_buku(nama)

    assert compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path)) == []


def test_libreoffice_menghitung_sama(make_buku: Callable[[str], Path]) -> None:
    paths = list(map(make_buku, NAMA))
    hasil = recalc_libreoffice(paths)

    assert {path.stem: compare(path, libreoffice=hasil[path]) for path in paths} == {n: [] for n in NAMA}


@per_kasus
def test_lampiran_menaruh_setiap_target_di_baris_indikatornya(nama: str, make_buku: Callable[[str], Path]) -> None:
    kasus = read_kasus(nama)
    lembar = openpyxl.load_workbook(make_buku(nama), data_only=True)["Lampiran"]
    baris = {isi[2]: isi[4] for isi in lembar.iter_rows(values_only=True) if isi[2]}

    for i, satu in zip(kasus.pk.indikator, kasus.indikator, strict=True):
        if "cetak" in satu:
            assert baris[i.nama] == satu["cetak"]


def test_halaman_cetak_memuat_setiap_target_program_dan_anggaran(
    make_buku: Callable[[str], Path], tmp_path: Path
) -> None:
    kasus = {make_buku(nama): read_kasus(nama) for nama in NAMA}
    cela = {}
    for path, pdf in to_pdf(kasus, tmp_path).items():
        semua = pages(pdf)
        nomor = split_halaman(semua)
        dicetak = range(nomor["Lampiran"].start, nomor["Rencana Aksi"].stop)
        hilang = {lembar: list_hilang(kasus[path], lembar, [semua[n - 1] for n in nomor[lembar]]) for lembar in DICETAK}
        cela[path.stem] = [
            *(f"{lembar}: {kata}" for lembar, lenyap in hilang.items() for kata in lenyap),
            *find_bad_text(pdf),
            *(c for c in overlaps(pdf) if c.halaman in dicetak),
            *clipped(pdf, dicetak),
        ]

    assert cela == {nama: [] for nama in NAMA}


def split_halaman(semua: list[Halaman]) -> Mapping[str, range]:
    """The pages of the sheets that are printed, from 1."""
    teks = [" ".join(h.teks.split()) for h in semua]
    pernyataan = next(n for n, t in enumerate(teks, 1) if "Pihak pertama berjanji" in t)
    rumusan = next(n for n, t in enumerate(teks, 1) if t.startswith("PENJELASAN RUMUSAN"))
    aksi = next(n for n, t in enumerate(teks, 1) if t.startswith("Rencana Aksi"))
    akhir = next(n for n, t in enumerate(teks[aksi:], aksi + 1) if "← Kembali" in t)
    return {
        "Lampiran": range(pernyataan + 1, rumusan),
        "Rumusan": range(rumusan, aksi),
        "Rencana Aksi": range(aksi, akhir),
    }


def list_hilang(kasus: Kasus, lembar: str, halaman: list[Halaman]) -> list[str]:
    """Words that the pages of a sheet do not hold as often as they should."""
    harap = Counter(kata for teks in list_harap(kasus, lembar) for kata in split_kata(teks))
    ada = Counter(kata for h in halaman for k in h.kata for kata in split_kata(k.teks))
    return sorted((harap - ada).elements())


def list_harap(kasus: Kasus, lembar: str) -> Iterator[str]:
    """The texts that the pages of a sheet must hold."""
    pk = kasus.pk
    for i, satu in zip(pk.indikator, kasus.indikator, strict=True):
        yield i.nama
        yield satu.get("cetak", "")
        if lembar == "Rencana Aksi":
            yield from satu.get("triwulan", ())
            yield i.satuan
            yield from (teks for x in i.aksi for teks in (x.uraian, x.program, x.pelaksana) if teks)
    if lembar == "Rencana Aksi":
        yield from (s.uraian for s in pk.sasaran for _ in s.indikator)
    if lembar == "Lampiran":
        yield from (s.uraian for s in pk.sasaran)
        yield from (p.nama for p in pk.program)
        yield from (p["cetak"] for p in kasus.anggaran)
        yield kasus.harap["jumlah"]


def is_desa_saja(pk: PerjanjianKinerja) -> bool:
    return pk.kecamatan.sebutan_desa == "Desa" and len(pk.kecamatan.kelurahan) > 0


def is_rentang(i: Indikator) -> bool:
    return i.target is not None and len(i.target.batas) == 2


def is_nol(i: Indikator) -> bool:
    return i.target is not None and i.target.angka == Decimal(0)


def is_predikat(i: Indikator) -> bool:
    return i.target is not None and i.target.predikat != "" and len(i.urutan) > 1


def is_semester(i: Indikator) -> bool:
    return i.kali == 2 and i.metode == "rata_rata"


def test_bersama_sama_kasus_memuat_setiap_bentuk_perjanjian() -> None:
    semua = [read_kasus(nama).pk for nama in NAMA]

    assert any(map(is_desa_saja, semua))
    for bentuk in (is_rentang, is_nol, is_predikat, is_semester):
        assert any(bentuk(i) for pk in semua for i in pk.indikator), bentuk.__name__
    assert any(any(i.triwulan) for pk in semua for i in pk.indikator)
    assert any(sum(i.jenis is jenis.SKM for i in pk.indikator) == 2 for pk in semua)
