"""Changes drawn at random: every single one of a locked cell or a name is found; whatever is typed honestly is none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from kinerja.perjanjian.kembali.banding import check_beda
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.peta import align
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from tests.alat.kembali.acak import list_acak
from tests.alat.kembali.jujur import isi_jujur
from tests.alat.kembali.simpan import LAMBAT, PROGRAM, save_ulang
from tests.alat.program import AKAR
from tests.alat.sampel import PENUH, choose_banyak, choose_sela
from tests.alat.terbitan import TERBITAN

ULANG = AKAR / "tests" / "kasus" / "simpan-ulang"
TERBIT = [path for path in sorted(TERBITAN.glob("*/*.xlsx")) if "terisi" not in path.stem]
DASAR = {
    "0.1.0": (TERBITAN / "0.1.0" / "medan-kota.xlsx", TERBITAN / "0.1.0" / "medan-kota-terisi-libreoffice.xlsx"),
    "0.4.0": (TERBITAN / "0.4.0" / "perubahan.xlsx", TERBITAN / "0.4.0" / "perubahan-terisi.xlsx"),
    "0.7.0": (TERBITAN / "0.7.0" / "medan-baru.xlsx", TERBITAN / "0.7.0" / "medan-baru-terisi.xlsx"),
    "gnumeric": (TERBITAN / "0.7.0" / "medan-baru.xlsx", ULANG / "gnumeric.xlsx"),
}
BANYAK = choose_banyak(25, 60)
"""Changes of each file."""


@lru_cache(maxsize=32)
def read_terbit(path: Path) -> BukuUtuh:
    return read_buku(path.read_bytes(), path.name)


def list_berat(terbit: Path, isi: bytes) -> list[TemuanKumpul]:
    """What is more than a note beside its issue."""
    datang = read_buku(isi, "datang.xlsx")
    hasil = check_beda(read_terbit(terbit), datang, align(read_terbit(terbit), datang))
    return [t for t in hasil if t.tingkat is not Bobot.CATATAN]


def list_cela(terbit: Path, isi: bytes, benih: int) -> Iterator[str]:
    """Changes that are not told, or not as evidence, or not alone."""
    for ubahan in list_acak(isi, benih, BANYAK):
        (tempat,) = ubahan.tempat
        hasil = list_berat(terbit, ubahan.apply(isi))
        if [t.tingkat for t in hasil if tempat.is_named(t.lembar, t.sel, t.pesan)] != [Bobot.BERUBAH] or len(hasil) > 1:
            yield f"{ubahan.apa} {hasil}"


@pytest.mark.parametrize("dasar", DASAR)
def test_setiap_perubahan_acak_menjadi_bukti(dasar: str) -> None:
    terbit, berkas = DASAR[dasar]

    assert list(list_cela(terbit, berkas.read_bytes(), list(DASAR).index(dasar))) == []


@pytest.mark.parametrize("terbit", choose_sela(TERBIT, 3), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_isian_jujur_tanpa_temuan(terbit: Path) -> None:
    for benih in range(3):
        assert list_berat(terbit, isi_jujur(terbit.read_bytes(), benih).isi) == []


@pytest.mark.parametrize("program", [p for p in PROGRAM if PENUH or p not in LAMBAT])
def test_isian_jujur_yang_disimpan_ulang_tanpa_temuan(program: str) -> None:
    """Three issues by each program, filled by its seed; `test_kembali_jujur` has the slow programs, and more issues."""
    nomor = list(PROGRAM).index(program)
    benih = 100 + nomor
    pilih = TERBIT[nomor :: len(PROGRAM)]
    isi = {str(path): isi_jujur(path.read_bytes(), benih).isi for path in pilih}

    ulang = save_ulang(program, isi)

    assert [t for path, satu in ulang.items() for t in list_berat(Path(path), satu)] == []
