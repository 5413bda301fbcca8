"""The page for a successor names what is there."""

from __future__ import annotations

import ast
import re
import sqlite3

import pytest

from kinerja.terbit.susunan import SKEMA, SKEMA_FORMULIR, SKEMA_KEMBALI
from tests.alat.program import AKAR

DEVELOPING = (AKAR / "DEVELOPING.md").read_text("utf-8")
TEMPAT = ("", "kinerja", "kinerja/workbook", "kinerja/peraturan", "workbook_templates/perjanjian_kinerja")
"""Folders that the page leaves out where it is plain what is meant."""


def list_path() -> list[str]:
    """What stands between backticks and looks like a file or a folder."""
    semua = re.findall(r"`([\w./*-]+)`", DEVELOPING)
    return [p for p in semua if p.endswith((".py", ".toml", ".md", "/")) or "/" in p]


def test_setiap_berkas_yang_disebut_ada() -> None:
    semua = list_path()

    assert len(semua) > 20
    assert [] == [
        p for p in semua if not any(list((AKAR / t).glob(x)) for t in TEMPAT for x in (p.rstrip("/"), f"{p}.py"))
    ]


@pytest.mark.parametrize("kamar", ["", "anggaran", "formulir", "kembali", "lint", "sama", "serangan"])
def test_setiap_alat_uji_dan_pemakainya_disebut(kamar: str) -> None:
    """The docstring of tests/alat, and of each folder in it, names every module; the tests that it names are there."""
    folder = AKAR / "tests" / "alat" / kamar
    peta = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    disebut = set(re.findall(r"`([\w*]+)`", peta))
    ada = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    uji = {nama for nama in disebut if nama.startswith("test_")}

    assert set() == ada - disebut - {"__init__"}
    assert set() == {nama for nama in uji if not list((AKAR / "tests").glob(f"{nama}.py"))}


def test_setiap_fungsi_rumus_diuji_terhadap_mesin_lain() -> None:
    fungsi = ast.parse((AKAR / "kinerja/workbook/fungsi.py").read_text("utf-8"))
    nama = {x.name for x in fungsi.body if isinstance(x, ast.FunctionDef) and x.name.isupper()}
    uji = "".join((AKAR / "tests" / f).read_text("utf-8") for f in ("test_ekspresi.py", "test_addin_rumus_biasa.py"))
    frozen = "".join((AKAR / "addin" / f).read_text("utf-8") for f in ("rumus_biasa.py", "rumus_argumen.py"))

    assert {"IF", "SUM", "COUNTIFS"} <= nama
    assert [] == [n for n in sorted(nama) if not re.search(rf"\b{n}\b", uji) and not re.search(rf"\b{n}\(", frozen)]


def count_kamar(kamar: str) -> tuple[int, int]:
    """Modules and lines of a folder with all below it."""
    semua = [p.read_text("utf-8") for p in (AKAR / kamar).rglob("*.py")]
    return sum(1 for isi in semua if isi.strip()), sum(isi.count("\n") for isi in semua)


def test_ukuran_setiap_kamar_masih_seperti_tertulis() -> None:
    tertulis = re.findall(r"`([\w/]+/)` \| ([\d.]+) \| ([\d.]+)", DEVELOPING)
    ukuran = {kamar: (int(m.replace(".", "")), int(b.replace(".", ""))) for kamar, m, b in tertulis}
    kamar = {f"kinerja/{p.parent.name}/" for p in (AKAR / "kinerja").glob("*/__init__.py")}

    assert kamar | {"addin/", "workbook_templates/", "tests/"} <= set(ukuran)
    for nama, harap in ukuran.items():
        assert list(count_kamar(nama)) == pytest.approx(list(harap), rel=0.1, abs=60), nama


def test_tabel_register_yang_tertulis_adalah_skemanya() -> None:
    bagian = DEVELOPING[DEVELOPING.index("## The register") :]
    bagian = bagian[: bagian.index("\n## ", 5)]
    sambungan = sqlite3.connect(":memory:")
    for skema in (SKEMA, SKEMA_KEMBALI, SKEMA_FORMULIR):
        sambungan.executescript(skema)
    tertulis = {
        b[0]: set(re.findall(r"`(\w+)`", b[1])) for b in re.findall(r"^\| `(\w+)` \|.*?\|(.*)\|$", bagian, re.M)
    }
    ada = {
        nama: {k[1] for k in sambungan.execute(f"PRAGMA table_info({nama})")} - {"id"}
        for (nama,) in sambungan.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }

    assert ada == {nama: kolom for nama, kolom in tertulis.items() if nama != "akar"}
