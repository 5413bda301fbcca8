"""The law of formulas: whatever stands in the inputs, every program shows what the file already says.

Also what no input admits, but a paste brings in: texts, negative numbers, amounts finer than a sen.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.anggaran.banding import reconcile
from kinerja.perjanjian.induk.awal import make_isi
from kinerja.terbit.keluaran import write_workbook
from tests.alat.ketik import is_benar_lo, write_ketikan
from tests.alat.libreoffice import Lokal
from tests.alat.mesin import (
    Beda,
    Values,
    compare,
    find_errors,
    read_cached,
    read_formulas,
    recalc_formulon,
    recalc_ironcalc,
    recalc_libreoffice,
)
from tests.alat.sampel import choose_banyak
from tests.berkas_anggaran import ENAM, write_csv
from tests.contoh import Isian, make_medan
from tests.isian_buruk import build_buruk
from tests.isian_cek import RESPONDEN, list_gabungan
from workbook_templates.data_induk import build_data_induk
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.rekonsiliasi import Bahan as BahanRekon
from workbook_templates.rekonsiliasi import build_rekonsiliasi

BANYAK, KELOMPOK, CUPLIKAN = choose_banyak(96, 304), 8, choose_banyak(6, 12)


def differ(path: Path, **mesin: Values) -> list[Beda]:
    """As `compare`; figures too large for two decimals may differ beyond their 15th digit."""
    return [b for b in compare(path, **mesin) if not (_is_besar(b) or is_benar_lo(b))]


def _is_besar(b: Beda) -> bool:
    """Whether the 15 digits that programs keep explain a difference.

    A ratio that is no amount, above a thousand million per cent, is rounded from its 15 digits by all programs:
    1132438706,7549968 to 1132438706,76.
    """
    if isinstance(b.harap, str | None) or isinstance(b.nilai, str | None):
        return False
    uang = b.sheet == "Anggaran" and not b.alamat.startswith("N")
    boleh = 1e-14 * abs(b.harap) + (0 if uang else 0.0101)
    return abs(b.harap) >= (1e13 if uang else 1e9) and abs(b.harap - b.nilai) <= boleh


def write_buruk(folder: Path, nomor: Iterable[int]) -> list[Path]:
    paths = []
    for n in nomor:
        paths.append(write_ketikan(build_buruk(n), folder / f"{n}.xlsx"))
    return paths


@pytest.mark.parametrize("bagian", range(KELOMPOK))
def test_isian_seburuk_apa_pun_dihitung_sama_oleh_ironcalc(bagian: int, tmp_path: Path) -> None:
    for path in write_buruk(tmp_path, range(bagian, BANYAK, KELOMPOK)):
        assert [] == differ(path, ironcalc=recalc_ironcalc(path)), path.name
        assert {} == find_errors(read_cached(path)), path.name
        path.unlink()


@pytest.fixture(scope="module")
def cuplikan(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Agreements and reconciliations for the slower engines, and the named cases."""
    folder = tmp_path_factory.mktemp("cuplikan")
    paths = write_buruk(folder, range(1000, 1000 + CUPLIKAN))
    paths += [write_anggaran(folder / f"{nama}.xlsx", *angka) for nama, angka in PASANGAN.items()]
    for n, isi in enumerate(list_gabungan()):
        paths.append(folder / f"cek-{n}.xlsx")
        write_workbook(build_perjanjian(Bahan(make_medan(), isi, responden=RESPONDEN)), paths[-1])
    return paths + [write_rekon(folder, n) for n in range(100, 103)]


def test_isian_buruk_dihitung_sama_oleh_formulon(cuplikan: list[Path]) -> None:
    paths = cuplikan[:: choose_banyak(2, 1)]

    assert [] == [beda for path in paths for beda in differ(path, formulon=recalc_formulon(path))]


@pytest.mark.parametrize("lokal", ["en-US", "id-ID"])
def test_isian_buruk_dihitung_sama_oleh_libreoffice(lokal: Lokal, cuplikan: list[Path]) -> None:
    paths = cuplikan[:: choose_banyak(2, 1)] if lokal == "id-ID" else cuplikan[1 :: choose_banyak(4, 2)]

    hasil = recalc_libreoffice(paths, lokal)

    assert [] == [beda for path in paths for beda in differ(path, lo=hasil[path])]


# --- named cases --------------------------------------------------------------------------------------------------

Pasangan = tuple[float, float | None, tuple[float, ...]]
PASANGAN: dict[str, Pasangan] = {
    "kurang dari setengah sen di atas pagu": (21540000, 21540000, (21540000.004,)),
    "setengah sen di atas pagu": (21540000, 21540000, (21540000.005,)),
    "DPA lebih halus daripada sen": (21540000.004, 21540000.004, (21540000.002, 0.002)),
    "tiga persepuluh": (0.3, None, (0.1, 0.2)),
}
"""Agreement, DPA and realisation of the first programme, by what is special about them."""
BARIS: dict[str, tuple[object, ...]] = {
    "kurang dari setengah sen di atas pagu": (21540000, 0, 21540000, 0, 100, "Sesuai"),
    "setengah sen di atas pagu": (21540000, 0, 21540000.01, -0.01, 100, "Realisasi melebihi pagu"),
    "DPA lebih halus daripada sen": (21540000, 0, 21540000, 0, 100, "Sesuai"),
    "tiga persepuluh": (0.3, "", 0.3, 0, 100, "DPA belum diisi"),
}
"""What the row then shows: ceiling, difference, realisation, rest, absorption, status."""


def write_anggaran(path: Path, perjanjian: float, dpa: float | None, realisasi: tuple[float, ...]) -> Path:
    medan = make_medan()
    pk = replace(medan, program=(replace(medan.program[0], anggaran=None),))
    isi: Isian = {
        "isian_anggaran_perjanjian": ((perjanjian,),),
        "isian_anggaran_dpa": ((dpa,),),
        "isian_anggaran_realisasi": (realisasi,),
    }
    write_workbook(build_perjanjian(Bahan(pk, isi, responden=5)), path)
    return path


@pytest.mark.parametrize("nama", PASANGAN)
def test_realisasi_dibandingkan_dengan_pagu_setelah_dibulatkan_ke_sen(nama: str, tmp_path: Path) -> None:
    path = write_anggaran(tmp_path / "a.xlsx", *PASANGAN[nama])

    assert [] == compare(path, ironcalc=recalc_ironcalc(path))
    nilai = read_cached(path)
    assert BARIS[nama] == tuple(nilai["Anggaran", alamat] for alamat in ("F7", "G7", "L7", "M7", "N7", "O7"))


def test_selisih_jumlah_yang_lebih_halus_daripada_sen(tmp_path: Path) -> None:
    path = write_anggaran(tmp_path / "a.xlsx", 76.615, 70, (1,))  # LibreOffice 6,62; IronCalc and formulon 6,61

    assert [] == compare(path, ironcalc=recalc_ironcalc(path))


def test_jumlah_lebih_dari_15_digit_tetap_tersimpan(tmp_path: Path) -> None:
    medan = make_medan()
    program = tuple(replace(p, anggaran=Decimal(999_999_999_999_999)) for p in medan.program)
    path = tmp_path / "a.xlsx"
    write_workbook(build_perjanjian(Bahan(replace(medan, program=program), responden=5)), path)

    assert [] == differ(path, ironcalc=recalc_ironcalc(path))
    assert read_cached(path)["Anggaran", "D13"] == 5_999_999_999_999_994


# --- reconciliation, and the input workbook -----------------------------------------------------------------------


def make_tabel(acak: random.Random, judul: str, kecamatan: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Budgets with sen, zeros and blanks; now and then a row is missing."""
    uang = (0, 0.01, 1000, 191_200_000.25, 15_435_519_078, 3_151_363_319.55, 0.1, 0.2, 0.3, None, 999_999_999_999.99)
    baris = [
        (kec, kode, nama, acak.choice((*uang, pagu, pagu)))
        for kec in kecamatan
        for kode, nama, pagu in ENAM
        if acak.random() < 0.85
    ]
    return [("kode_kecamatan", "kode", "nama", judul), *baris, ("12.71.01", *ENAM[0])]


def write_rekon(folder: Path, n: int) -> Path:
    """A reconciliation of random budgets: one kecamatan or three, with realisation or not, cut short or not."""
    acak = random.Random(n)
    kecamatan = ("12.71.01", "12.71.02", "12.71.17")[: acak.randint(1, 3)]
    berkas = []
    for judul in ("perjanjian", "dpa", "realisasi")[: 2 + n % 2]:
        tabel = make_tabel(acak, "realisasi" if judul == "realisasi" else "pagu", kecamatan)
        berkas.append(write_csv(folder / f"{judul}-{n}.csv", tabel))
    bahan = BahanRekon(reconcile(*berkas), {}, (2024, 12, 31), maks_baris=acak.choice((2, 50_000)))
    write_workbook(build_rekonsiliasi(bahan), folder / f"rekon-{n}.xlsx")
    return folder / f"rekon-{n}.xlsx"


def test_rekonsiliasi_anggaran_acak_dihitung_sama_oleh_ironcalc(tmp_path: Path) -> None:
    for n in range(choose_banyak(16, 32)):
        path = write_rekon(tmp_path, n)
        assert [] == differ(path, ironcalc=recalc_ironcalc(path)), n


def test_buku_data_induk_tidak_punya_rumus(tmp_path: Path) -> None:
    path = tmp_path / "induk.xlsx"
    write_workbook(build_data_induk(make_isi("12.71", 2024)), path)

    assert {} == read_formulas(path)
