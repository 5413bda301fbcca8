"""The annex: amounts as texts, place, date and signatures under the tables, and what a perubahan changes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Lembar, Matriks
from kinerja.workbook.press.mesin import Mesin
from kinerja.workbook.writer import render_workbook
from tests.alat.cetak import Halaman, clipped, find_bad_text, overlaps, pages, to_pdf
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.contoh import MEDAN_BARU, make_medan, write_perjanjian
from tests.murni_perubahan import MURNI, PERUBAHAN, attach, make_sama
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

TTD = replace(MEDAN_BARU, tanda_tangan_lampiran=True, tanggal="2 Januari 2024")
PANJANG = replace(
    TTD, pihak_pertama=replace(TTD.pihak_pertama, nama="Prof. Dr. Ir. H. MUHAMMAD ABDURRAHMAN KUSUMA, S.STP, M.Si")
)
BESAR = 999_999_999_999_999
KOTAK = 1.3
"""Height of a word's box of Liberation Sans, in font sizes."""


def make_besar() -> PerjanjianKinerja:
    """A perubahan whose every amount has fifteen figures."""
    pk = attach()
    assert pk.semula
    lama = tuple(p and replace(p, anggaran=Decimal(111_111_111_111_111)) for p in pk.semula.program)
    return replace(
        pk,
        program=tuple(replace(p, anggaran=Decimal(BESAR // 3)) for p in pk.program),
        semula=replace(pk.semula, program=lama),
    )


def get_lampiran(pk: PerjanjianKinerja, isi: dict[str, Matriks] | None = None) -> Lembar:
    return build_perjanjian(Bahan(pk, isi or {}, responden=5)).get_lembar("Lampiran")


def list_baris(lembar: Lembar) -> list[tuple[object, ...]]:
    """Rows of the sheet with what they show, without blanks."""
    baris: dict[int, dict[int, object]] = {}
    for s in lembar.sel:
        if s.nilai not in (None, ""):
            baris.setdefault(s.baris, {})[s.kolom] = s.nilai
    return [tuple(v for _, v in sorted(isi.items())) for _, isi in sorted(baris.items())]


def find_halaman(path: Path, folder: Path) -> tuple[int, Halaman]:
    """The page of the annex, and its number."""
    semua = pages(to_pdf([path], folder)[path])
    return next((n, h) for n, h in enumerate(semua, 1) if "JUMLAH" in h.teks and "KETERANGAN" in h.teks)


def test_lampiran_ditandatangani_pihak_kedua_di_kiri_dan_pihak_pertama_di_kanan() -> None:
    isi = list_baris(get_lampiran(TTD))

    assert isi[-5:] == [
        ("Medan, 2 Januari 2024",),
        ("Pihak Kedua", "Pihak Pertama"),
        ("WALIKOTA MEDAN", "CAMAT MEDAN BARU"),
        ("MUHAMMAD BOBBY AFIF NASUTION, S.E, M.M", "FRANS. S. R. H. SIAHAAN, S.STP, MSP"),
        ("NIP. ……………………………………",),
    ]


def test_dokumen_sumber_tanpa_tanda_tangan_di_lampiran_dan_data_lain_dengannya() -> None:
    assert "JUMLAH" == list_baris(get_lampiran(MEDAN_BARU))[-1][0]
    assert next(list_nasional(2025)).tanda_tangan_lampiran
    assert make_medan().tanda_tangan_lampiran


def test_yang_diketik_di_pernyataan_sampai_ke_lampiran() -> None:
    nama: dict[str, Matriks] = {"isian_camat_nama": (("BUDI",),), "isian_tempat": (("Binjai",),)}
    isi = list_baris(get_lampiran(make_medan(), nama))

    assert ("……………………………………", "BUDI") in isi
    assert ("Binjai, ………………………",) in isi


@pytest.mark.parametrize("lembar", ["Pernyataan", "Lampiran", "Rencana Aksi"])
@pytest.mark.parametrize("pk", [TTD, PANJANG, make_medan()])
def test_nama_kedua_penanda_tangan_bergaris_bawah(lembar: str, pk: PerjanjianKinerja, tmp_path: Path) -> None:
    path = write_perjanjian(pk, tmp_path / "buku.xlsx", responden=5)
    nama = {pk.pihak_pertama.nama or "……………………………………", pk.pihak_kedua.nama or "……………………………………"}

    sel = list_bergaris(openpyxl.load_workbook(path, data_only=True)[lembar])

    assert nama == {nilai for nilai, _ in sel}
    assert all(8 <= ukuran <= 11 for _, ukuran in sel)


def list_bergaris(lembar: Worksheet) -> list[tuple[str, float]]:
    """Underlined texts of a sheet with their sizes."""
    return [(str(s.value), s.font.sz) for r in lembar.iter_rows() for s in r if s.font.u == "single" and s.value]


@pytest.mark.parametrize("kertas", ["f4", "a4"])
def test_lampiran_bertanda_tangan_tetap_satu_halaman(kertas: str, tmp_path: Path) -> None:
    path = write_perjanjian(PANJANG, tmp_path / "buku.xlsx", kertas=kertas, responden=5)

    _, halaman = find_halaman(path, tmp_path)

    kata = {k.teks: k for k in halaman.kata}
    assert kata["JUMLAH"].bawah < kata["Kedua"].atas < kata["NIP."].atas
    assert kata["Kedua"].kanan < kata["Pertama"].kiri
    assert kata["Prof."].atas == pytest.approx(kata["M.Si"].atas, abs=0.1)


def test_perubahan_mencetak_semula_dan_menjadi_setiap_baris() -> None:
    isi = list_baris(get_lampiran(attach()))

    kepala = isi.index(("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET SEMULA", "TARGET MENJADI"))
    assert isi[kepala + 1 : kepala + 6] == [
        (1, "Meningkatnya manfaat", "Manfaat", "100%", "100%"),
        ("Jumlah Inovasi", "–", "3 dokumen"),
        ("Trantibum", "100%", "–"),
        (2, "Meningkatnya  pelayanan", "nilai sakip", "B (66,50)", "B (66,50)"),
        ("Indeks Kepuasan Masyarakat", "B (88,00)", "B (88,20)"),
    ]
    assert isi[kepala + 6 : kepala + 12] == [
        ("NO", "PROGRAM", "SEMULA (Rp)", "MENJADI (Rp)", "BERTAMBAH / (BERKURANG) (Rp)", "KETERANGAN"),
        (1, "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAH DESA", "21", "21,50", "0,50", "-"),
        (2, "PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM", "–", "1.250", "1.250", "-"),
        (3, "Program Pemberdayaan Masyarakat Desa dan Kelurahan", "3.000", "2.000", "(1.000)", "-"),
        (4, "Program Koordinasi Ketenteraman dan Ketertiban Umum", "191,50", "–", "(191,50)", "-"),
        ("JUMLAH", "3.212,50", "3.271,50", "59"),
    ]
    assert ("Medan, 2 Oktober 2024",) in isi


def test_sasaran_yang_dicabut_seluruhnya_tetap_tercetak() -> None:
    pk = attach(make_sama(sasaran=MURNI.sasaran[:1]))

    isi = list_baris(get_lampiran(pk))

    assert (2, "Meningkatnya manfaat", "Manfaat", "100%", "–") in isi
    assert ("Trantibum", "100%", "–") in isi


def test_anggaran_yang_belum_diketahui_tetap_kosong_dan_menyusul_isiannya() -> None:
    kosong = make_sama(program=tuple(replace(p, anggaran=None) for p in MURNI.program), anggaran_tercantum=None)
    isi: dict[str, Matriks] = {"isian_anggaran_perjanjian": ((3_000.75,), ("x",), (-5,))}

    assert ("JUMLAH", "3.212,50") in list_baris(get_lampiran(attach(kosong)))
    baris = list_baris(get_lampiran(attach(kosong), isi))
    assert [b[2:-1] for b in baris if b[0] in (1, 2, 3) and "PROGRAM" in str(b[1]).upper()] == [
        ("3.000", "3.000,75", "0,75"),
        ("191,50",),
        ("21", "(5)", "(26)"),
    ]


def test_murni_yang_anggarannya_belum_lengkap_tidak_dijumlahkan() -> None:
    murni = replace(MURNI, program=(replace(MURNI.program[0], anggaran=None), *MURNI.program[1:]))

    isi = list_baris(get_lampiran(attach(make_sama(), murni)))

    assert ("JUMLAH", "3.212,50") in isi
    assert (1, MURNI.program[0].nama, "3.000", "-") in isi


def test_sidik_buku_berubah_bersama_murninya() -> None:
    pk = [make_sama(), attach(make_sama()), attach(make_sama(), replace(MURNI, program=MURNI.program[:2]))]

    sidik = {dict(build_perjanjian(Bahan(satu, responden=5)).sifat)["kinerja_sidik"] for satu in pk}

    assert 3 == len(sidik)


def test_semua_mesin_menghitung_lampiran_perubahan_sama(tmp_path: Path) -> None:
    path = write_perjanjian(attach(), tmp_path / "perubahan.xlsx", responden=5)

    assert [] == compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path))
    for lokal in ("id-ID", "en-US"):
        assert [] == compare(path, lo=recalc_libreoffice([path], lokal)[path])


@pytest.mark.parametrize("kertas", ["f4", "a4"])
def test_perubahan_tercetak_utuh_dengan_huruf_sedikitnya_8_poin(kertas: str, tmp_path: Path) -> None:
    path = write_perjanjian(make_besar(), tmp_path / "besar.xlsx", kertas=kertas, responden=5)
    pdf = to_pdf([path], tmp_path)[path]

    nomor, halaman = find_halaman(path, tmp_path)

    assert [] == [
        *find_bad_text(pdf),
        *(c for c in overlaps(pdf) if c.halaman == nomor),
        *clipped(pdf, range(nomor, nomor + 1)),
    ]
    assert halaman.teks.count("333.333.333.333.333") == 4
    assert min(k.bawah - k.atas for k in halaman.kata if k.teks in ("Manfaat", "PROGRAM", "JUMLAH")) >= 8 * KOTAK


def test_mesin_cetak_memberi_bita_yang_sama_dengan_penulis() -> None:
    """Names of other sizes, murni of other rows: whatever differs in form gets its own form."""
    semua = (TTD, PANJANG, attach(), attach(make_sama()), attach(), TTD)
    mesin = Mesin()

    for pk in semua:
        buku = build_perjanjian(Bahan(pk, responden=5))
        assert mesin.render(buku) == render_workbook(buku)


def test_perubahan_tanpa_murni_tercetak_seperti_biasa() -> None:
    assert len(get_lampiran(PERUBAHAN).lebar) == len(get_lampiran(MURNI).lebar)
