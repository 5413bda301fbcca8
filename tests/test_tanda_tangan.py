"""Signatures in print: names of any length in letters of 8 points and more, room for the pen where no day stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import Indikator, Pejabat, PerjanjianKinerja
from kinerja.workbook.layout import Cetak, Matriks
from tests.alat.cetak import Halaman, clipped, overlaps, pages, to_pdf
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.contoh import MEDAN_BARU, angka, make_perjanjian, make_program, write_perjanjian
from workbook_templates.gaya import GAYA
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar.tanda_tangan import TERPANJANG, choose_gaya_nama

CAMAT = "Drs. H. MUHAMMAD ABDURRAHMAN SIREGAR, S.Sos., M.Si., M.AP."
ATASAN = "Prof. Dr. Ir. H. ABDULLAH WIRAATMADJA, M.M."
RUPIAH = Indikator(
    "Pendapatan", jenis.NILAI, "Rp", angka(999_999_999_999_999), triwulan=(angka(999_999_999_999_999),) * 4
)
LEMBAR = ("Pernyataan", "Lampiran", "Rencana Aksi")
TELITI = 0.05
"""Points by which a printer's letters may be smaller than asked for: LibreOffice rounds to tenths."""


def make(camat: str | None, atasan: str | None) -> PerjanjianKinerja:
    return replace(
        MEDAN_BARU,
        pihak_pertama=Pejabat(camat, "CAMAT MEDAN BARU", "Pembina Utama Muda, IV/c", "19800101 200501 1 001"),
        pihak_kedua=Pejabat(atasan, "PENJABAT WALI KOTA MEDAN"),
        tanda_tangan_lampiran=True,
    )


PK = {
    "panjang": make(CAMAT, ATASAN),
    "terpanjang": make(TERPANJANG, "SASTROWARDOYO KUSUMANINGRAT PAKUBUWONO HAMENGKUBUWONO, S.H."),
    "pendek": make("ANI", "BUDI"),
}


def list_halaman(pdf: Path, lembar: str) -> list[tuple[int, Halaman]]:
    """Pages of a sheet, by their footer."""
    return [(n, h) for n, h in enumerate(pages(pdf), 1) if f"{lembar}, halaman" in h.teks]


@pytest.mark.parametrize("kertas", ["f4", "a4"])
@pytest.mark.parametrize("nama", PK)
def test_nama_penanda_tangan_tercetak_sedikitnya_8_poin_dan_utuh(nama: str, kertas: str, tmp_path: Path) -> None:
    pk = PK[nama]
    path = write_perjanjian(pk, tmp_path / "buku.xlsx", kertas=kertas, responden=5)
    pdf = to_pdf([path], tmp_path)[path]
    tumpang = overlaps(pdf)

    for lembar in LEMBAR:
        nomor, halaman = next((n, h) for n, h in list_halaman(pdf, lembar) if "Pihak Kedua" in h.teks)
        akhir = max(k.atas for k in halaman.kata if k.teks == "Kedua")
        tertanda = [k for k in halaman.kata if k.atas > akhir and "halaman" not in k.teks]
        milik = {k for x in (pk.pihak_pertama, pk.pihak_kedua) for k in (x.nama or "").split()}
        tercetak = [k for k in tertanda if k.teks in milik]
        assert milik == {k.teks for k in tercetak}
        assert min(k.poin for k in tercetak) >= 8 - TELITI
        assert [] == [c for c in tumpang if c.halaman == nomor]
        assert [] == clipped(pdf, range(nomor, nomor + 1))


@pytest.mark.parametrize("kertas", ["f4", "a4"])
def test_pernyataan_tetap_satu_halaman_betapapun_panjang_namanya(kertas: str, tmp_path: Path) -> None:
    paths = [
        write_perjanjian(pk, tmp_path / f"{nama}.xlsx", kertas=kertas, responden=5) for nama, pk in sorted(PK.items())
    ]

    for pdf in to_pdf(paths, tmp_path).values():
        ((_, halaman),) = list_halaman(pdf, "Pernyataan")
        assert min(k.poin for k in halaman.kata) >= 8 - TELITI


@pytest.mark.parametrize("kertas", ["f4", "a4"])
def test_nama_yang_diketik_kemudian_juga_tidak_mengecil(kertas: str, tmp_path: Path) -> None:
    """The style was chosen before anything was typed: it wraps, in a row that is high enough."""
    buku = build_perjanjian(Bahan(make(None, None), kertas=kertas, responden=5))  # type: ignore[arg-type]
    gaya = {GAYA[s.gaya] for nama in LEMBAR for s in buku.get_lembar(nama).sel if s.gaya.startswith("nama_")}

    assert {(True, False, 11)} == {(g.lipat, g.susut, g.ukuran) for g in gaya}


@pytest.mark.parametrize("skala", [0, 100, 90, 80, 73])
@pytest.mark.parametrize("nama", ["ANI", CAMAT, TERPANJANG, "A" * 60, None])
def test_ukuran_nama_memperhitungkan_skala_cetak(skala: int, nama: str | None) -> None:
    for lebar in ((42.0,), (17.0, 19.0, 9.0), (14.5, 14.0), (255.0,)):
        gaya = GAYA[choose_gaya_nama(nama, Cetak(skala=skala), lebar)]

        assert gaya.ukuran * (skala or 100) >= 800
        assert gaya.lipat


TANGGAL = {
    "2 Januari 2024": "Medan, 2 Januari 2024",
    "15 September 2024": "Medan, 15 September 2024",
    "Januari 2024": f"Medan,{' ' * 12}Januari 2024",
    "Senin, 2 Januari 2024": "Medan, Senin, 2 Januari 2024",
    "02-01-2024": "Medan, 02-01-2024",
    None: "Medan, ………………………",
}


@pytest.mark.parametrize("ketik", [False, True])
@pytest.mark.parametrize(("tanggal", "harap"), TANGGAL.items())
def test_tanggal_tanpa_hari_menyisakan_ruang_untuk_pena(tanggal: str | None, harap: str, ketik: bool) -> None:
    isi: dict[str, Matriks] = {"isian_tanggal": ((tanggal,),)} if ketik else {}
    pk = replace(PK["pendek"], tempat="Medan", tanggal=None if ketik else tanggal)

    buku = build_perjanjian(Bahan(pk, isi, responden=5))

    for nama in LEMBAR:
        assert [harap] == [s.nilai for s in buku.get_lembar(nama).sel if "isian_tempat" in (s.rumus or "")]


def test_semua_mesin_menulis_tanggal_sama(tmp_path: Path) -> None:
    for n, tanggal in enumerate(("Januari 2024", "2 Januari 2024", None)):
        path = write_perjanjian(replace(PK["pendek"], tanggal=tanggal), tmp_path / f"{n}.xlsx", responden=5)

        assert [] == compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path))
        assert [] == compare(path, lo=recalc_libreoffice([path], "id-ID")[path])


def test_yang_di_samping_halaman_pun_cukup_tinggi(tmp_path: Path) -> None:
    """Long targets push the steps to a page beside, on whose narrower columns both sign."""
    indikator = tuple(replace(RUPIAH, nama=f"Pendapatan {n}") for n in range(3))
    pk = replace(make_perjanjian(indikator, make_program(2)), pihak_pertama=Pejabat(TERPANJANG, "CAMAT CONTOH UJI"))
    path = write_perjanjian(pk, tmp_path / "buku.xlsx", kertas="a4", responden=5)
    pdf = to_pdf([path], tmp_path)[path]

    nomor, halaman = next((n, h) for n, h in list_halaman(pdf, "Rencana Aksi") if "Pihak Kedua" in h.teks)

    assert "Rencana Aksi, halaman 2" in halaman.teks
    assert min(k.poin for k in halaman.kata if k.teks == "MUHAMMAD") >= 8 - TELITI
    assert [] == clipped(pdf, range(nomor, nomor + 1))
