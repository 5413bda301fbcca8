"""Every text that a user may read, with its place: literals of Python and VBA, words of sheets, pages, docs.

What is not read as prose is taken out: placeholders, code, English names of menus in brackets after the Indonesian.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.alat.program import AKAR

RUANG = ("kinerja", "workbook_templates", "addin")
_TOML = ("workbook_templates/**/*.toml", "kinerja/data/baku.toml")
_BUKAN_PROSA = frozenset(
    [
        # Patterns and words by which titles, answers, and forms of others are recognised
        "kinerja/anggaran/arti.py", "kinerja/anggaran/arti_kata.py", "kinerja/anggaran/label.py",
        "kinerja/anggaran/baca/kepala.py",
        "kinerja/anggaran/baca/isi_kolom.py", "kinerja/bentuk_target.py", "kinerja/survei/kelompok.py",
        "kinerja/survei/kepala.py", "kinerja/survei/soal.py", "kinerja/survei/tanya.py", "addin/build/murni_kata.py",
        # English of argparse beside its translation, of XML, VBA, and of who declares a function wrongly
        "kinerja/cli/bahasa.py", "addin/aturan.py", "addin/build/cfb.py", "addin/build/ovba.py", "addin/build/oxt.py",
        "addin/build/xlam.py", "addin/build/xlam_murni.py", "addin/build/murni.py", "addin/build/vba.py",
        "addin/build/vba_fungsi.py", "addin/build/keterangan.py", "addin/build/proyek_kosong.py",
    ]
)  # fmt: skip
"""Modules whose literals are no sentences of ours."""
_PAGAR = re.compile(r"```.*?```", re.DOTALL)
_KODE = re.compile(r"`[^`]*`|\{[^{}]*\}|<[^<>]*>")
_MENU = re.compile(r"\((?:[A-Z][\w&.-]*(?:[ ,]+(?:[A-Za-z][\w&.-]*))*)\)")
_NAMA_INGGRIS = re.compile(r'<span\s+lang="en"\s*>.*?</span\s*>', re.DOTALL)
_PETIK = re.compile(r'"((?:[^"\n]|"")*)"')
_JS = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')


class Teks(NamedTuple):
    """A text and where it stands, `kinerja/cli/buat.py:37`; `kode` keeps what is not prose in it."""

    tempat: str
    isi: str
    kode: str


def list_teks() -> list[Teks]:
    """All of them; those of one word are names, which say nothing by themselves."""
    semua = [*_list_python(), *_list_toml(), *_list_vba(), *_list_halaman(), *list_dok()]
    return [t for t in semua if " " in t.kode.strip()]


def list_dok() -> Iterator[Teks]:
    """The pages of docs and the officials' part of README, line by line and without their blocks of code."""
    for path in [AKAR / "README.md", *sorted(AKAR.glob("docs/*.md"))]:
        teks = path.read_text("utf-8").partition("\n---\n")[0] if path.name == "README.md" else path.read_text("utf-8")
        teks = _PAGAR.sub(lambda m: "\n" * m[0].count("\n"), teks)
        for nomor, baris in enumerate(teks.splitlines(), start=1):
            yield _make(path, nomor, baris)


def _make(path: Path, baris: int, teks: str) -> Teks:
    return Teks(f"{path.relative_to(AKAR)}:{baris}", _MENU.sub("", _KODE.sub("x", teks)), teks)


def _list_python() -> Iterator[Teks]:
    for path in (p for ruang in RUANG for p in sorted(AKAR.glob(f"{ruang}/**/*.py"))):
        if str(path.relative_to(AKAR)) not in _BUKAN_PROSA:
            pohon = ast.parse(path.read_text("utf-8"))
            uraian = {id(s.value) for s in ast.walk(pohon) if isinstance(s, ast.Expr)}
            yield from (_make(path, nomor, teks) for nomor, teks in _walk(pohon, uraian) if "SELECT " not in teks)


def _walk(simpul: ast.AST, uraian: set[int]) -> Iterator[tuple[int, str]]:
    """Texts below a node; an f-string is one, with braces where it is filled in."""
    for anak in ast.iter_child_nodes(simpul):
        if isinstance(anak, ast.Constant) and isinstance(anak.value, str) and id(anak) not in uraian:
            yield anak.lineno, anak.value
        elif isinstance(anak, ast.JoinedStr):
            bagian = (str(v.value) if isinstance(v, ast.Constant) else "{}" for v in anak.values)
            yield anak.lineno, "".join(bagian)
            yield from (x for v in anak.values if not isinstance(v, ast.Constant) for x in _walk(v, uraian))
        else:
            yield from _walk(anak, uraian)


def _list_toml() -> Iterator[Teks]:
    for path in (p for pola in _TOML for p in sorted(AKAR.glob(pola))):
        yield from (_make(path, 0, teks) for teks in _list_nilai(tomllib.loads(path.read_text("utf-8"))))


def _list_nilai(nilai: Any) -> Iterator[str]:
    if isinstance(nilai, str):
        yield nilai
    elif isinstance(nilai, dict | list):
        for satu in nilai.values() if isinstance(nilai, dict) else nilai:
            yield from _list_nilai(satu)


def _list_vba() -> Iterator[Teks]:
    for path in sorted(AKAR.glob("addin/build/bas/*.bas")):
        for nomor, baris in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if not baris.lstrip().startswith("'"):
                yield from (_make(path, nomor, m[1]) for m in _PETIK.finditer(baris) if len(m[1].split()) > 2)


def _list_halaman() -> Iterator[Teks]:
    folder = ("addin/web/templates/*.html", "kinerja/kumpul/halaman/aset/*.html", "addin/build/rilis/templat/*")
    for path in sorted(p for satu in folder for p in AKAR.glob(satu)):
        teks = re.sub(r"<style>.*?</style>|\{[{%#].*?[}%#]\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        yield _make(path, 0, _NAMA_INGGRIS.sub("", teks))
    for path in sorted([*AKAR.glob("addin/web/**/*.js"), *AKAR.glob("kinerja/kumpul/halaman/aset/*.js")]):
        if path.name != "table-core.js":
            baris = enumerate(path.read_text("utf-8").splitlines(), start=1)
            isi = ((n, b) for n, b in baris if not b.lstrip().startswith("//"))
            yield from (_make(path, n, m[1] or m[2] or "") for n, b in isi for m in _JS.finditer(b))
