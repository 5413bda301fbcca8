"""Every advice that kinerja can give, read from its source; and which test follows it.

An advice is known by its text, `{}` where a value stands. `follow` marks the test that does what it says;
`expect_saran` is the failure that gives it. `tests/test_saran.py` holds the two lists against each other.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kinerja.errors import KinerjaError
from tests.alat.program import AKAR

RUANG = ("kinerja", "addin", "workbook_templates")
DITURUTI: set[str] = set()
"""Advices that a test follows; filled while the modules `tests/test_saran_*.py` are imported."""

LETAK_SARAN = {
    "declare": 3, ".report": 2, "refuse": 4, ".refuse": 2, "refuse_jika": 2,
    "JenisTemuan": 3, "JenisKumpul": 3, "SelGalat": 1, "Pemeriksaan": 2,
}  # fmt: skip
"""Where in the positional arguments of a call its advice stands; a method has a point before its name."""


def follow(*saran: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark the test that follows these advices: first the failure that gives them, then what they say, then success."""

    DITURUTI.update(saran)
    return lambda uji: uji


def match_saran(saran: str, kalimat: str) -> bool:
    """Whether an advice, with any values in its places, stands in a text.

    >>> match_saran("Isi {} sampai {}.", "Nilai 12 di luar. Isi 0 sampai 10.")
    True
    >>> match_saran("Isi {} sampai {}.", "Nilai 12 di luar.")
    False
    """
    return re.search(".*?".join(map(re.escape, saran.split("{}"))), kalimat, re.DOTALL) is not None


@contextmanager
def expect_saran(saran: str) -> Iterator[None]:
    """A block that must fail as kinerja fails, with this advice."""
    try:
        yield
    except KinerjaError as galat:
        assert match_saran(saran, str(galat)), f"{galat} tidak menyarankan: {saran}"
        return
    raise AssertionError(f"tidak ada galat yang menyarankan: {saran}")


def collect_saran() -> dict[str, list[str]]:
    """Advice -> where it stands in the source, `kinerja/bilangan.py:42`."""
    pohon = {p: ast.parse(p.read_text("utf-8")) for ruang in RUANG for p in sorted((AKAR / ruang).rglob("*.py"))}
    semua_tetapan = dict(satu for modul in pohon.values() for satu in _list_tetapan(modul))
    semua: dict[str, list[str]] = defaultdict(list)
    for path, modul in pohon.items():
        tetapan = semua_tetapan | dict(_list_tetapan(modul))  # its own before one that it may import
        for simpul in ast.walk(modul):
            for isi in _list_isi(simpul):
                for teks in _list_teks(isi, tetapan):
                    semua[teks].append(f"{path.relative_to(AKAR)}:{isi.lineno}")
    return dict(semua)


def _list_tetapan(modul: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Constants of a module by name: what `saran=SIMPAN` says."""
    for simpul in modul.body:
        if isinstance(simpul, ast.Assign) and isinstance(simpul.targets[0], ast.Name):
            nama = simpul.targets[0].id
            if nama.isupper() and isinstance(simpul.value, ast.Constant | ast.JoinedStr | ast.BinOp):
                yield nama, simpul.value


def _list_isi(simpul: ast.AST) -> Iterator[ast.expr]:
    """The expressions that become an advice at this node."""
    if isinstance(simpul, ast.Call):
        yield from (k.value for k in simpul.keywords if k.arg == "saran")
        nama = simpul.func.id if isinstance(simpul.func, ast.Name) else f".{getattr(simpul.func, 'attr', '')}"
        letak = LETAK_SARAN.get(nama, len(simpul.args))
        yield from simpul.args[letak : letak + 1]
    elif isinstance(simpul, ast.Assign | ast.AnnAssign) and simpul.value is not None:
        ke = simpul.targets[0] if isinstance(simpul, ast.Assign) else simpul.target
        if isinstance(ke, ast.Tuple) and isinstance(simpul.value, ast.Tuple):
            pasangan = [*zip(ke.elts, simpul.value.elts, strict=True)]
        else:
            pasangan = [(ke, simpul.value)]
        yield from (isi for satu, isi in pasangan if ast.unparse(satu) == "saran")
    elif isinstance(simpul, ast.FunctionDef) and simpul.name.lstrip("_").startswith(("advise_", "propose")):
        yield from (n.value for n in ast.walk(simpul) if isinstance(n, ast.Return) and n.value is not None)


def _list_teks(isi: ast.expr, tetapan: dict[str, ast.expr]) -> Iterator[str]:
    """The texts that an expression may become; names of variables are followed where they are assigned."""
    if isinstance(isi, ast.IfExp):
        yield from _list_teks(isi.body, tetapan)
        yield from _list_teks(isi.orelse, tetapan)
    elif isinstance(isi, ast.BoolOp):
        for satu in isi.values:
            yield from _list_teks(satu, tetapan)
    elif isinstance(isi, ast.Call):
        for satu in isi.args:
            yield from _list_teks(satu, tetapan)
    elif isinstance(isi, ast.Name) and isi.id in tetapan:
        yield from _list_teks(tetapan[isi.id], tetapan)
    elif isinstance(isi, ast.Constant | ast.JoinedStr | ast.BinOp):
        teks = _read_teks(isi)
        if " " in teks.strip():
            yield teks


def _read_teks(isi: ast.expr) -> str:
    """A text with `{}` for each value in it."""
    if isinstance(isi, ast.Constant):
        return isi.value if isinstance(isi.value, str) else ""
    if isinstance(isi, ast.JoinedStr):
        return "".join(_read_teks(satu) for satu in isi.values)
    if isinstance(isi, ast.BinOp):
        return _read_teks(isi.left) + _read_teks(isi.right)
    return "{}"
