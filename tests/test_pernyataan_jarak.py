"""The statement in print: paragraphs stand equally far apart, whoever signs, and nothing that is long tears a hole."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from kinerja.perjanjian.model import Pejabat, PerjanjianKinerja
from tests.alat.cetak import Halaman, clipped, overlaps, pages, to_pdf
from tests.contoh import MEDAN, MEDAN_BARU, write_perjanjian

PENDEK = replace(MEDAN_BARU, pihak_pertama=Pejabat("ANI", "CAMAT MEDAN BARU"), pihak_kedua=Pejabat("BUDI", "WALIKOTA"))
PANJANG = replace(
    MEDAN_BARU,
    pihak_pertama=Pejabat(
        "Prof. Dr. Ir. H. MUHAMMAD ABDURRAHMAN WIRAATMADJA, S.STP, M.Si", "CAMAT MEDAN BARU", "Pembina Utama Muda, IV/c"
    ),
    pihak_kedua=Pejabat("Drs. H. " + "SASTROWARDOYO KUSUMANINGRAT " * 2, "PENJABAT WALI KOTA MEDAN"),
    alamat="Jalan Panglima Besar Jenderal Sudirman Nomor 1234 Kelurahan Darat Telepon 061-8211292 Kode Pos 20153",
)
SELA_BARIS = 3.0
"""Points by which gaps may differ: a quarter of a line."""


def find_halaman(path: Path, folder: Path) -> tuple[int, Halaman]:
    """The page of the statement, and its number."""
    semua = pages(to_pdf([path], folder)[path])
    return next((n, h) for n, h in enumerate(semua, 1) if "Pihak pertama berjanji" in " ".join(h.teks.split()))


def list_baris(halaman: Halaman) -> list[float]:
    """How high the lines of the text stand: those that begin at the left, from the first to the last paragraph."""
    kiri = next(k.kiri for k in halaman.kata if k.teks == "Dalam")
    semua = sorted({round(k.atas, 1) for k in halaman.kata if k.kiri - kiri < 3})
    awal = next(k.atas for k in halaman.kata if k.teks == "Dalam")
    akhir = next(k.atas for k in halaman.kata if k.teks == "sanksi.")
    return [y for y in semua if awal - 1 <= y <= akhir + 1]


@pytest.mark.parametrize("kertas", ["f4", "a4"])
@pytest.mark.parametrize(
    "pk", [MEDAN_BARU, PENDEK, PANJANG, MEDAN["12.71.01"]], ids=["biasa", "pendek", "panjang", "kosong"]
)
def test_jarak_antaralinea_sama(pk: PerjanjianKinerja, kertas: str, tmp_path: Path) -> None:
    path = write_perjanjian(pk, tmp_path / "buku.xlsx", kertas=kertas, responden=5)
    nomor, halaman = find_halaman(path, tmp_path)

    jarak = [b - a for a, b in pairwise(list_baris(halaman))]

    sela = [x for x in jarak if x > 18]
    assert 4 == len(sela)
    assert max(sela) - min(sela) <= SELA_BARIS
    assert max(x for x in jarak if x <= 18) <= 15.5
    pdf = next(tmp_path.glob("*.pdf"))
    assert [] == [*(c for c in overlaps(pdf) if c.halaman == nomor), *clipped(pdf, range(nomor, nomor + 1))]
