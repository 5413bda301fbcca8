"""Every page of every kind of workbook: letters of 8 points or more, nothing torn, nothing empty, no holes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import Aksi, Indikator, JenisPerjanjian, PerjanjianKinerja, Program
from kinerja.rumus.tahun import Metode
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Lembar
from tests.alat.cetak import Halaman, clipped, find_bad_text, find_holes, overlaps, pages, to_pdf
from tests.alat.sampel import choose_contoh
from tests.contoh import MANFAAT, MEDAN_BARU, SAKIP, SKM, TRANTIBUM, angka, make_perjanjian
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

PANJANG = (
    "Persentase penanganan permasalahan gangguan ketenteraman, ketertiban umum, serta konflik sosial kemasyarakatan "
    "yang diselesaikan tepat waktu menurut standar operasional prosedur"
)
GENERIK = (
    Indikator("Pendapatan asli daerah", jenis.NILAI, "rupiah", angka(1_500_000_000), metode=Metode.JUMLAH),
    Indikator("Surat tepat waktu", jenis.PERSEN, "%", angka("92.5"), pembilang="Surat tepat waktu", penyebut="Surat"),
    Indikator("Opini", jenis.PREDIKAT, "predikat", urutan=("WTP", "WDP", "TMP")),
    Indikator("Angka stunting", jenis.NILAI, "%", angka(14), arah="turun_selisih", metode=Metode.AKHIR),
    Indikator("Lama layanan", jenis.NILAI, "hari", arah="turun_rasio"),
    Indikator("Kerja sama", jenis.NILAI, "dokumen", angka(12), metode=Metode.JUMLAH),
    Indikator("Rukun warga aktif", jenis.PERSEN, "%", metode=Metode.AKHIR),
    Indikator("Indeks desa", jenis.NILAI, "indeks", angka("0.8012"), metode=Metode.RATA_RATA),
)
AKSI = tuple(
    Aksi(f"Langkah ke-{n} yang ditempuh bersama kelurahan", "7.01.04", Decimal(25_000_000), "Kasi Trantib")
    for n in range(5)
)


def make(*, panjang: bool, indikator: int, program: int, perubahan: bool) -> PerjanjianKinerja:
    """An agreement of so many indikator and programmes, with short or long names."""
    semua = (SKM, SAKIP, MANFAAT, TRANTIBUM, *GENERIK)[:indikator]
    if panjang:
        semua = tuple(replace(i, nama=f"{i.nama}: {PANJANG}", aksi=AKSI) for i in semua)
    nama = "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK KECAMATAN " if panjang else "PROGRAM "
    daftar = tuple(Program(f"7.01.{n:02}", f"{nama}{n}", Decimal(9_695_231_719) * n) for n in range(1, program + 1))
    pk = make_perjanjian(semua, daftar, JenisPerjanjian.PERUBAHAN if perubahan else JenisPerjanjian.MURNI)
    if panjang:
        sasaran = tuple(replace(s, uraian=f"{s.uraian}: {PANJANG}") for s in pk.sasaran)
        pk = replace(pk, sasaran=sasaran, tanggal="17 Agustus 2024", tempat="Contoh", alamat=f"Jalan {PANJANG}"[:150])
    return pk


BUKU = {
    "medan-baru": MEDAN_BARU,
    "pendek-8-6-murni": make(panjang=False, indikator=8, program=6, perubahan=False),
    "pendek-4-6-murni": make(panjang=False, indikator=4, program=6, perubahan=False),
    "pendek-12-20-perubahan": make(panjang=False, indikator=12, program=20, perubahan=True),
    "panjang-4-20-perubahan": make(panjang=True, indikator=4, program=20, perubahan=True),
    "panjang-12-6-murni": make(panjang=True, indikator=12, program=6, perubahan=False),
    "panjang-12-20-murni": make(panjang=True, indikator=12, program=20, perubahan=False),
}
Cetakan = dict[str, tuple[tuple[Lembar, ...], Path]]
TTD = ("Pernyataan", "Lampiran", "Rumusan")


@pytest.fixture(scope="module", params=["f4", "a4"])
def cetakan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Cetakan:  # fmt: skip
    """By name the sheets of a workbook that are seen, and its PDF: all on F4, some on A4."""
    folder = tmp_path_factory.mktemp(request.param)
    pilih = list(BUKU) if request.param == "f4" else choose_contoh(list(BUKU), 3)
    rencana = {n: build_perjanjian(Bahan(BUKU[n], kertas=request.param, responden=20)) for n in pilih}
    paths = {nama: folder / f"{nama}.xlsx" for nama in rencana}
    for nama, buku in rencana.items():
        write_workbook(buku, paths[nama])
    pdf = to_pdf(paths.values(), folder)
    return {n: (tuple(x for x in b.lembar if not x.tersembunyi), pdf[paths[n]]) for n, b in rencana.items()}


def list_halaman(lembar: Lembar) -> list[tuple[range, range]]:
    """Rows and columns of each page of a sheet, as planned."""
    c = lembar.cetak
    assert c.area
    atas, kiri, bawah, kanan = c.area
    baris = (atas, *c.patah, bawah + 1)
    kolom = (kiri, *c.patah_kolom, kanan + 1)
    return [
        (range(baris[n], baris[n + 1]), range(kolom[k], kolom[k + 1]))
        for n in range(len(baris) - 1)
        for k in range(len(kolom) - 1)
    ]


def read_kaki(halaman: Halaman) -> str:
    """The lowest line; the order in which words are found is another where columns stand beside each other."""
    terbawah = max(k.atas for k in halaman.kata)
    return " ".join(k.teks for k in sorted(halaman.kata, key=lambda k: k.kiri) if k.atas > terbawah - 3)


def split_lembar(lembar: tuple[Lembar, ...], halaman: list[Halaman]) -> dict[str, list[Halaman]]:
    """The pages of each sheet, by what its footer says."""
    hasil: dict[str, list[Halaman]] = {satu.nama: [] for satu in lembar}
    for h in halaman:
        kaki = read_kaki(h)
        (nama,) = [x for x in hasil if kaki.endswith(f"{x}, halaman {len(hasil[x]) + 1}")]
        hasil[nama].append(h)
    return hasil


def test_setiap_huruf_sedikitnya_8_poin(cetakan: Cetakan) -> None:
    kecil = {
        nama: sorted(
            {(n, round(k.poin, 2), k.teks) for n, h in enumerate(pages(pdf), 1) for k in h.kata if k.poin < 7.99}
        )
        for nama, (_, pdf) in cetakan.items()
    }

    assert {} == {nama: isi for nama, isi in kecil.items() if isi}


def test_tidak_ada_yang_bertindih_terpotong_atau_tidak_muat(cetakan: Cetakan) -> None:
    for nama, (_, pdf) in cetakan.items():
        assert (nama, [], [], []) == (nama, overlaps(pdf), find_bad_text(pdf), clipped(pdf))


def test_halaman_terputus_persis_di_tempat_yang_direncanakan_dan_tidak_ada_yang_kosong(
    cetakan: Cetakan,
) -> None:
    for nama, (lembar, pdf) in cetakan.items():
        milik = split_lembar(lembar, pages(pdf))
        assert {x.nama: len(list_halaman(x)) for x in lembar} == {x: len(h) for x, h in milik.items()}, nama
        for satu in lembar:
            kepala = satu.cetak.baris_berulang or (-1, -1)
            terisi = {
                (s.baris, s.kolom)
                for s in satu.sel
                if s.nilai not in (None, "") and not kepala[0] <= s.baris <= kepala[1]
            }
            terisi |= {(g.baris, g.kolom) for g in satu.grafik}
            isian = {(b.baris + r, b.kolom + k) for b in satu.blok for r in range(b.tinggi) for k in range(b.lebar)}
            assert satu.cetak.area
            for baris, kolom in list_halaman(satu):
                sebelah = kolom[0] > satu.cetak.area[1]  # where a form goes on, it may be blank
                ada = terisi | isian if sebelah else terisi
                assert any(b in baris and k in kolom for b, k in ada), (nama, satu.nama, baris, kolom)


def test_halaman_yang_ditandatangani_tidak_berlubang(cetakan: Cetakan) -> None:
    for nama, (lembar, pdf) in cetakan.items():
        milik = split_lembar(lembar, pages(pdf))
        for satu in TTD:
            for nomor, h in enumerate(milik[satu], 1):
                assert [] == find_holes(h), (nama, satu, nomor)


def test_kepala_tabel_berulang_di_setiap_halaman(cetakan: Cetakan) -> None:
    for nama, (lembar, pdf) in cetakan.items():
        milik = split_lembar(lembar, pages(pdf))
        for satu in lembar:
            if satu.cetak.baris_berulang and len(milik[satu.nama]) > 1:
                kepala = satu.cetak.baris_berulang[1]
                kata = next(str(s.nilai) for s in satu.sel if s.baris == kepala and s.nilai).split()[0]
                assert all(kata in h.teks.split() for h in milik[satu.nama]), (nama, satu.nama, kata)


def test_yang_ditandatangani_sama_di_pc_indonesia_dan_inggris(tmp_path: Path) -> None:
    """Targets and budgets typed in the workbook, which number formats would write after the PC's own habit."""
    pk = make(panjang=False, indikator=12, program=6, perubahan=False)
    isi = {
        "isian_indikator_1_target": ((88.3,),),
        "isian_indikator_9_target": ((1234.5,),),
        "isian_indikator_11_target": ((92.55,),),
    }
    path = tmp_path / "buku.xlsx"
    write_workbook(build_perjanjian(Bahan(pk, isi, responden=5)), path)

    teks = []
    for lokal in ("id-ID", "en-US"):
        folder = tmp_path / lokal
        folder.mkdir()
        semua = pages(to_pdf([path], folder, lokal)[path])
        teks.append([h.teks for h in semua if re.search("(Pernyataan|Lampiran|Rumusan|Rencana Aksi), halaman", h.teks)])

    assert teks[0] == teks[1]
    utuh = " ".join(teks[0])
    assert all(kata in utuh for kata in ("(88,30)", "1.234,5", "92,55%", "9.695.231.719", "0,8012"))
