"""The tamper corpus through the comparison: every kind is named where it was done, on every program's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.perjanjian.kembali.banding import check_beda
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.peta import align
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from tests.alat.kembali import ubah_isi, ubah_rumus
from tests.alat.kembali.ubah import DAFTAR
from tests.alat.kembali.ubahan import Ubahan
from tests.alat.program import AKAR
from tests.alat.sampel import PENUH
from tests.alat.terbitan import TERBITAN

ULANG = AKAR / "tests" / "kasus" / "simpan-ulang"
VERSI = TERBITAN / "0.7.0"
DASAR = {
    "terbit": VERSI / "medan-baru.xlsx",
    "terisi": VERSI / "medan-baru-terisi.xlsx",
    **{p: ULANG / f"{p}.xlsx" for p in ("libreoffice", "openpyxl", "exceljs", "gnumeric", "sheetjs")},
}
TERBIT = {lain: read_buku((VERSI / f"medan-{lain}.xlsx").read_bytes(), lain) for lain in ("baru", "kota")}
BERAT = list(Bobot)
SEMUA = ("terisi", "libreoffice")
"""On these every kind is tried in the usual run; the others share the kinds, each on one of them."""
SATU_SEL = {u.nama for u in (*ubah_isi.DAFTAR, *ubah_rumus.DAFTAR)}


def compare(ubahan: Ubahan, isi: bytes) -> tuple[TemuanKumpul, ...]:
    """Findings beside the issue of whom the book says to be."""
    terbit = TERBIT["kota" if ubahan.nama == "buku_kecamatan_lain" else "baru"]
    datang = read_buku(ubahan.apply(isi), "datang.xlsx")
    return check_beda(terbit, datang, align(terbit, datang))


def list_cela(ubahan: Ubahan, hasil: tuple[TemuanKumpul, ...]) -> list[str]:
    """What a reader would miss in these findings, or find too much."""
    berat = [t for t in hasil if t.tingkat is not Bobot.CATATAN]
    if ubahan.tingkat is Bobot.CATATAN:
        return [f"{ubahan.nama}: {t}" for t in berat]
    cela = []
    for tempat in ubahan.tempat:
        cocok = [t for t in berat if tempat.is_named(t.lembar, t.sel, t.pesan)]
        if not any(BERAT.index(t.tingkat) <= BERAT.index(ubahan.tingkat) for t in cocok):
            cela.append(f"{ubahan.nama}: {tempat} tidak disebut")
    if ubahan.nama in SATU_SEL:
        lain = [t for t in berat if t.sel and not any(s.is_named(t.lembar, t.sel) for s in ubahan.tempat)]
        cela += [f"{ubahan.nama}: berlebih {t}" for t in lain]
    return cela


def choose_ubahan(dasar: str) -> list[Ubahan]:
    """The kinds that are tried on a file."""
    lain = [nama for nama in DASAR if nama not in SEMUA]
    return [u for n, u in enumerate(DAFTAR) if PENUH or dasar in SEMUA or lain[n % len(lain)] == dasar]


@pytest.mark.parametrize("dasar", DASAR)
def test_setiap_kecurangan_disebut_dengan_tempatnya(dasar: str) -> None:
    isi = Path(DASAR[dasar]).read_bytes()
    ubahan = [u for u in choose_ubahan(dasar) if dasar not in u.tanpa]

    assert len(ubahan) > 5
    assert [c for u in ubahan for c in list_cela(u, compare(u, isi))] == []
