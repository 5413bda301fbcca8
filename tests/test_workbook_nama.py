"""Defined names and references: what Excel would repair is refused."""

import pytest

from kinerja.alamat import parse_range
from kinerja.errors import DataError
from kinerja.workbook.layout import Aturan, Blok, Buku, Gaya, Lembar
from kinerja.workbook.nama import check_nama, collect_names

ATURAN = Aturan("bulat", "", "", 0, 1)


def sebuah_buku(*nama_blok: str, nama: tuple[tuple[str, str], ...] = ()) -> Buku:
    blok = tuple(Blok(satu, b, 0, 1, 1, "n", ATURAN) for b, satu in enumerate(nama_blok))
    return Buku("Uji", (Lembar("Data Induk", (10,), (), blok),), {"n": Gaya()}, nama, (2024, 1, 31))


@pytest.mark.parametrize(
    "nama",
    ["PK2024", "IKU1", "tw1", "SKM1", "T1", "XFD1048576", "R", "c", "RC", "R1C1", "r2", "C3", "R1C1x", "TRUE",
     "", "1a", "a b", "a-b", "a!b", "é", "x" * 256],
)  # fmt: skip
def test_nama_yang_ditolak_excel_ditolak(nama: str) -> None:
    with pytest.raises(DataError):
        check_nama(nama)


@pytest.mark.parametrize("nama", ["isian_skm_jawaban", "Pk_2024", "_1", "RCx", "Q.1", "x" * 255])
def test_nama_yang_diterima_excel_diterima(nama: str) -> None:
    assert check_nama(nama) == nama


def test_nama_blok_dan_nama_lain_terkumpul_dengan_acuannya() -> None:
    buku = sebuah_buku("isian_a", nama=(("hasil_b", "'Data Induk'!$B$2"),))

    assert collect_names(buku) == [("isian_a", "'Data Induk'!$A$1"), ("hasil_b", "'Data Induk'!$B$2")]


@pytest.mark.parametrize(
    "buku",
    [
        sebuah_buku("isian_a", "Isian_A"),
        sebuah_buku("isian_a", nama=(("ISIAN_A", "'Data Induk'!$B$2"),)),
        sebuah_buku(nama=(("hasil_b", "SKM!$B$2"),)),
        sebuah_buku(nama=(("hasil_b", "'Data Induk'!B"),)),
    ],
)
def test_nama_ganda_atau_menunjuk_yang_tidak_ada_ditolak(buku: Buku) -> None:
    with pytest.raises(DataError):
        collect_names(buku)


@pytest.mark.parametrize("teks", ["", "A", "1", "A0", "A1:B", "B2:A1", "A1048577", "XFE1", "a1", "A1,B2", "A1:B2:C3"])
def test_rentang_yang_tidak_sah_ditolak(teks: str) -> None:
    with pytest.raises(DataError):
        parse_range(teks)
