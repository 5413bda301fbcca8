"""The shape of the code: what fits a screen, takes few arguments, and begins with an English verb."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alat.program import AKAR

PRODUK = ("kinerja", "addin", "workbook_templates")
MAKS_BARIS_MODUL = 300
MAKS_BARIS_FUNGSI = 60
MAKS_PARAMETER = 6

KATA_KERJA = re.compile(
    "susun|hitung|baca|tulis|cari|periksa|kenalkan|selesai|warnai|beri|ambil|buat|pilih|jumlahkan|salin|cacah|simpan"
    "|muat|hapus|ubah|ganti|tambah|cetak|tampilkan"
)
"""Indonesian verbs: things have Indonesian names here, doing has English ones."""
BAHASA_SEL = "kinerja.workbook.fungsi."
"""The words of formulas, which sheets write as a spreadsheet user would."""

Fungsi = ast.FunctionDef | ast.AsyncFunctionDef


def list_modul() -> list[Path]:
    return [path for satu in (*PRODUK, "tests") for path in sorted((AKAR / satu).rglob("*.py"))]


def iter_fungsi(pohon: ast.AST, awalan: str) -> Iterator[tuple[str, Fungsi]]:
    """Every function below, those inside classes and functions too, by its whole name."""
    for simpul in ast.iter_child_nodes(pohon):
        bernama = isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        nama = f"{awalan}.{simpul.name}" if bernama else awalan  # type: ignore[attr-defined]
        if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef):
            yield nama, simpul
        yield from iter_fungsi(simpul, nama)


def name_modul(path: Path) -> str:
    return ".".join(path.relative_to(AKAR).with_suffix("").parts).removesuffix(".__init__")


def count_parameter(fungsi: Fungsi) -> int:
    a = fungsi.args
    semua = [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, (a.vararg, a.kwarg))]
    return sum(satu.arg not in ("self", "cls") for satu in semua)


@pytest.fixture(scope="module")
def fungsi() -> dict[str, Fungsi]:
    semua = ((path, ast.parse(path.read_text("utf-8"))) for path in list_modul())
    return {nama: satu for path, pohon in semua for nama, satu in iter_fungsi(pohon, name_modul(path))}


def test_tidak_ada_modul_yang_panjang() -> None:
    panjang = {name_modul(path): len(path.read_text("utf-8").splitlines()) for path in list_modul()}

    assert len(panjang) > 400
    assert {} == {nama: n for nama, n in panjang.items() if n > MAKS_BARIS_MODUL}


def test_tidak_ada_fungsi_yang_lebih_panjang_dari_layar(fungsi: dict[str, Fungsi]) -> None:
    panjang = {nama: (satu.end_lineno or 0) - satu.lineno + 1 for nama, satu in fungsi.items()}

    assert {} == {nama: n for nama, n in panjang.items() if n > MAKS_BARIS_FUNGSI}


def test_tidak_ada_fungsi_dengan_banyak_parameter(fungsi: dict[str, Fungsi]) -> None:
    assert [] == [nama for nama, satu in fungsi.items() if count_parameter(satu) > MAKS_PARAMETER]


def test_nama_fungsi_tidak_diawali_kata_kerja_indonesia(fungsi: dict[str, Fungsi]) -> None:
    kata = {nama: nama.rpartition(".")[2] for nama in fungsi if not nama.startswith(("tests.", BAHASA_SEL))}
    awal = {nama: satu.strip("_").partition("_")[0] for nama, satu in kata.items() if not satu.isupper()}

    assert [] == [nama for nama, satu in awal.items() if KATA_KERJA.fullmatch(satu)]
