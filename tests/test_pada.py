"""Only the command line and the hosts know today; every rule is told for which day it counts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alat.program import AKAR

TEPI = ("kinerja/cli/", "addin/hosts/", "addin/hari_ini.py")
KUMPUL = "kinerja/kumpul/__init__.py"
"""`kinerja.collect`: as much an edge as the command; it says when a return was collected, which no law asks."""
SERTIFIKAT = "addin/build/sertifikat.py"
"""Gives certificates their dates, which no law knows."""
JAM = {"localtime", "gmtime", "ctime", "strftime", "time", "time_ns"}
"""Names of the module time that read the clock."""


def read_modul(*paket: str) -> Iterator[tuple[str, ast.Module]]:
    for nama in paket:
        for path in sorted((AKAR / nama).rglob("*.py")):
            yield path.relative_to(AKAR).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def find_jam(modul: ast.AST) -> list[str]:
    """Where a module asks what day it is."""
    hasil = []
    for simpul in ast.walk(modul):
        match simpul:
            case ast.Attribute(attr="today" | "now" | "utcnow" as nama):
                hasil.append(f"baris {simpul.lineno}: {nama}")
            case ast.Attribute(value=ast.Name("time"), attr=nama) if nama in JAM:
                hasil.append(f"baris {simpul.lineno}: time.{nama}")
            case ast.ImportFrom(module="time", names=semua) if JAM & {x.name for x in semua}:
                hasil.append(f"baris {simpul.lineno}: from time import")
    return hasil


def test_hanya_baris_perintah_dan_host_yang_tahu_hari_ini() -> None:
    tahu = {nama: jam for nama, isi in read_modul("kinerja", "workbook_templates", "addin") if (jam := find_jam(isi))}

    assert {nama for nama in tahu if not nama.startswith(TEPI)} == {SERTIFIKAT, KUMPUL}
    assert {nama for nama in tahu if nama.startswith("kinerja/cli/")} == {"kinerja/cli/argumen.py"}


def test_yang_bertanya_hari_ini_terdaftar() -> None:
    """The command line and the hosts, and what the hosts load or build: nobody else says today."""
    pemanggil = {
        nama
        for nama, modul in read_modul("kinerja", "workbook_templates", "addin")
        for simpul in ast.walk(modul)
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name) and simpul.func.id == "hari_ini"
    }

    host = {"addin/daftar.py", "addin/build/halaman.py", "addin/build/oxt.py", "addin/build/vba.py"}
    bangunan = ("rilis/panduan", "rumus", "murni", "murni_hukum", "vba_fungsi", "xlam", "xlam_murni")
    host |= {f"addin/build/{nama}.py" for nama in bangunan}  # what is built today has its law
    host.add("addin/build/uno/kinerja_calc.py")  # runs inside LibreOffice
    assert host == {n for n in pemanggil if not n.startswith(("kinerja/cli/", "addin/hosts/"))}


@pytest.mark.parametrize(
    "baris",
    ["date.today()", "datetime.now(UTC)", "f = date.today", "time.time()", "time.localtime()", "from time import time"],
)
def test_setiap_cara_bertanya_hari_ditemukan(baris: str) -> None:
    assert find_jam(ast.parse(baris))


def test_time_lain_bukan_pertanyaan_hari() -> None:
    assert not find_jam(ast.parse("time.perf_counter(); tanggal.strftime('%d'); from time import monotonic"))


def find_bocor(modul: ast.Module) -> list[str]:
    """Functions whose `pada` may be left out, or stand in the wrong place."""
    hasil = []
    for simpul in ast.walk(modul):
        if isinstance(simpul, ast.FunctionDef):
            a = simpul.args
            posisi = [x.arg for x in (*a.posonlyargs, *a.args)]
            wajib = [x.arg for x, bawaan in zip(a.kwonlyargs, a.kw_defaults, strict=True) if bawaan is None]
            ada = "pada" in (*posisi, *(x.arg for x in a.kwonlyargs))
            bawaan = posisi[len(posisi) - len(a.defaults) :]
            if "pada" in bawaan or (ada and not simpul.name.startswith("_") and "pada" not in wajib):
                hasil.append(simpul.name)
    return hasil


def test_pada_selalu_wajib_dan_bernama() -> None:
    ruang = ("kinerja/rumus", "kinerja/peraturan", "kinerja/perjanjian", "kinerja/survei")
    semua = [satu for nama in ruang for satu in read_modul(nama)]

    assert [] == [nama for nama in ruang if not list(read_modul(nama))]
    assert {nama: bocor for nama, isi in semua if (bocor := find_bocor(isi))} == {}


@pytest.mark.parametrize(
    "baris", ["def f(x, pada): ...", "def f(*, pada=None): ...", "def f(pada=None): ...", "def _f(pada=None): ..."]
)
def test_pada_yang_bocor_ditemukan(baris: str) -> None:
    assert find_bocor(ast.parse(baris))
    assert Path(AKAR, "kinerja", "rumus").is_dir()
