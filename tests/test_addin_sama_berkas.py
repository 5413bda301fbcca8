"""What is built for Excel, as files: the VBA of the add-in with Python linted too, and a frozen workbook validated."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from addin.build.ovba import Proyek
from addin.build.web import build_web
from addin.build.xlam import build_xlam
from tests import test_addin_murni_berkas as murni
from tests.alat.addin import freeze_file
from tests.alat.berkas import read_formulas
from tests.alat.mesin import recalc_libreoffice
from tests.alat.validator import validate
from tests.alat.web import PYODIDE

ASING = frozenset([
    "xlpy", "intersect", "selection", "activesheet", "vbexclamation", "preserve", "ditolak", "ragu", "strptr",
    "longptr", "environ",
])  # fmt: skip
"""What the modules know of xlwings, of Excel, and labels."""
OFFICE = {".xlsx", ".xlsm", ".xlam", ".xltx", ".docx"}


@pytest.fixture(scope="module")
def xlam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_xlam(tmp_path_factory.mktemp("xlam"))


@pytest.fixture(scope="module")
def modul(xlam: Path) -> dict[str, str]:
    """Our modules in the add-in with Python; those of xlwings are its own."""
    proyek = Proyek(zipfile.ZipFile(xlam).read("xl/vbaProject.bin"))
    return {nama: "\n".join(kode.splitlines()) for nama, kode in proyek.modul.items() if nama.startswith("kinerja_")}


def list_tingkat_modul(kode: str) -> set[str]:
    """Constants, variables and functions of a library that a module declares at its top."""
    satu_nama = re.findall(r"(?m)^ *Private (?:Const|Declare PtrSafe Function) (\w+)", kode)
    peubah = re.findall(r"(?m)^Private (\w+ As .*)$", kode)
    return {*satu_nama, *(n for satu in peubah for n in re.findall(r"(\w+) As ", satu))}


def test_modul_vba_dengan_python_pendek_dan_setiap_nama_dideklarasikan(modul: dict[str, str], xlam: Path) -> None:
    semua = {nama: "\n".join(map(murni._strip, kode.splitlines())) for nama, kode in modul.items()}
    umum: set[str] = set().union(*(murni._list_milik(kode, "Public") for kode in semua.values()))
    asing = []
    for nama, kode in semua.items():
        baris = kode.splitlines()
        assert len(baris) <= 300, nama
        assert max(map(len, modul[nama].splitlines())) <= 1023
        assert "Option Explicit" in baris[:5], nama
        dikenal = murni._list_milik(kode, "Private") | umum | list_tingkat_modul(kode)
        prosedur = re.findall(r"(?ms)^((?:Public|Private) (?:Function|Sub) .*?\n)(.*?)^End (?:Function|Sub)", kode)
        assert prosedur
        for kepala, isi in prosedur:
            asing += [(nama, x) for x in murni._list_asing(kepala, isi, dikenal) if x.lower() not in ASING]

    assert [] == asing
    assert len(modul) >= 7
    assert xlam.stat().st_size <= 60_000


def test_berkas_beku_sah_menurut_validator_dan_dibuka_libreoffice(tmp_path: Path) -> None:
    """Ordinary formulas, an array that became values, what could not be frozen, and a chart beside them."""
    asal, hasil = tmp_path / "asal.xlsx", tmp_path / "beku.xlsx"
    with xlsxwriter.Workbook(asal) as buku:
        lembar = buku.add_worksheet("Nilai")
        lembar.write_column("A1", [66.5, 80, 90.005])
        for baris, rumus in enumerate(
            ("SKM_MUTU(A2)", "_xldudf_SAKIP_PREDIKAT(A1)", '"x"&SAKIP_PREDIKAT(A3)', "TERBILANG(A2)"), start=1
        ):
            lembar.write_formula(f"B{baris}", f"={rumus}", None, "lama")
        lembar.write_array_formula("C1:C3", "{=SAKIP_PREDIKAT(A1:A3)}", None, "B")
        lembar.write_column("C2", ["A", "AA"])  # as Excel stores the cells of an array
        grafik = buku.add_chart({"type": "column"})
        grafik.add_series({"values": "=Nilai!$A$1:$A$3"})
        lembar.insert_chart("E2", grafik)
        lembar.conditional_format("A1:A3", {"type": "formula", "criteria": '=SKM_MUTU(A1)="A"', "format": None})
    freeze_file(asal, hasil)

    for versi in ("Office2010", "Microsoft365"):
        assert {hasil: []} == validate([hasil], versi)
    rumus_beku = read_formulas(hasil)
    assert {"B1", "B2", "B3"} == {sel for _, sel in rumus_beku}
    assert ["B", "B", "xAA"] == list(recalc_libreoffice([hasil])[hasil].values())


def test_folder_web_tidak_memuat_berkas_office(tmp_path: Path) -> None:
    folder = build_web(tmp_path, pyodide=PYODIDE)

    assert [] == [path for path in folder.rglob("*") if path.suffix in OFFICE]
