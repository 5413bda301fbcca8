"""Spreadsheet engines as oracles: values in the file, IronCalc's, formulon's and LibreOffice's, cell by cell."""

import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import formulon
import ironcalc
import xlsxwriter

from tests.alat.alamat import cell_position
from tests.alat.berkas import Nilai, Sel, Values, find_errors, read_cached, read_formulas
from tests.alat.libreoffice import Lokal, convert
from tests.alat.program import ProgramError

__all__ = [
    "Beda",
    "Nilai",
    "Sel",
    "Values",
    "compare",
    "find_errors",
    "read_cached",
    "read_formulas",
    "recalc_formulon",
    "recalc_ironcalc",
    "recalc_libreoffice",
    "same",
]

KE_XLSX = "xlsx:Calc MS Excel 2007 XML"


def recalc_ironcalc(path: Path) -> Values:
    """Every formula cell as IronCalc computes it (milliseconds a workbook)."""
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    nomor = {sheet["name"]: i for i, sheet in enumerate(model.get_worksheets_properties())}
    hasil: Values = {}
    for sheet, alamat in read_formulas(path):
        nilai = model.get_cell_value(nomor[sheet], *cell_position(alamat))
        hasil[sheet, alamat] = "" if nilai is None else nilai
    return hasil


def recalc_formulon(path: Path) -> Values:
    """Every formula cell as formulon computes it, which follows Excel 365 (0.1 s a workbook, 3 s more for the first).

    A formula that it cannot read becomes #NAME?.
    """
    with formulon.Workbook.load(path.read_bytes()) as buku:
        buku.recalc()
        nomor = {buku.sheet_name(i): i for i in range(buku.sheet_count())}
        hasil: Values = {}
        for sheet, alamat in read_formulas(path):
            baris, kolom = cell_position(alamat)
            hasil[sheet, alamat] = _read_formulon(buku.get_value(nomor[sheet], baris - 1, kolom - 1))
    return hasil


def _read_formulon(nilai: formulon.Value) -> Nilai:
    if nilai.error_code is not None:
        return formulon.error_display_name(nilai.error_code)
    isi = nilai.to_python()
    if isinstance(isi, formulon.Value):
        raise ProgramError(f"Nilai formulon ini bukan nilai sel: {isi}.")
    return "" if isi is None else isi


def recalc_libreoffice(paths: Sequence[Path], lokal: Lokal = "en-US") -> dict[Path, Values]:
    """Every formula cell of each file as LibreOffice computes it under `lokal` (about 0.3 s a file).

    A canary with false cached values goes along: ProgramError if they come back unchanged, or not computed
    under the locale asked for.
    """
    with tempfile.TemporaryDirectory(prefix="kinerja-kenari-") as sementara:
        kenari = _write_canary(Path(sementara) / "kenari.xlsx")
        with convert([*paths, kenari], KE_XLSX, "xlsx", lokal) as keluaran:
            hasil = {path: read_cached(keluaran[path]) for path in keluaran}
    _check_canary(hasil.pop(kenari), lokal)
    return hasil


def _write_canary(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("Kenari")
        lembar.write_formula("A1", "=6*7", None, 999)
        lembar.write_formula("A2", '=VALUE("1.250")', None, 999)
    return path


def _check_canary(values: Values, lokal: Lokal) -> None:
    harap = {("Kenari", "A1"): 42.0, ("Kenari", "A2"): 1250.0 if lokal == "id-ID" else 1.25}
    if values != harap:
        raise ProgramError(f"LibreOffice tidak menghitung ulang menurut {lokal}: {values}, harusnya {harap}.")


def same(a: Nilai | None, b: Nilai | None) -> bool:
    """Whether two engines agree: blank equals "", whole numbers and texts exactly, other numbers to 1e-12.

    One rupiah in a budget of 10^12 must not be lost in the tolerance. TRUE is not 1.
    """
    if a in (None, "") or b in (None, ""):
        return a in (None, "") and b in (None, "")
    if isinstance(a, bool | str) or isinstance(b, bool | str):
        return type(a) is type(b) and a == b
    assert a is not None and b is not None
    if float(a).is_integer() and float(b).is_integer():
        return a == b
    return math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12)


@dataclass(frozen=True, slots=True)
class Beda:
    """One cell on which an engine disagrees with the expected values; None = the cell is missing there."""

    sheet: str
    alamat: str
    rumus: str
    harap: Nilai | None
    mesin: str
    nilai: Nilai | None


def compare(acuan: Path | Values, **mesin: Values) -> list[Beda]:
    """Differences of each engine's values against the cached values of a file, or against given values.

    compare(path, ironcalc=recalc_ironcalc(path), lo=recalc_libreoffice([path])[path]) == []
    """
    if not mesin:
        raise ValueError("compare perlu setidaknya satu mesin.")
    harap, rumus = (read_cached(acuan), read_formulas(acuan)) if isinstance(acuan, Path) else (acuan, {})
    return [
        Beda(*sel, rumus.get(sel, ""), harap.get(sel), nama, values.get(sel))
        for nama, values in mesin.items()
        for sel in sorted(harap.keys() | values.keys())
        if sel not in harap or sel not in values or not same(harap[sel], values[sel])
    ]
