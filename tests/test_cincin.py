"""Three rings: each can be read and imported without the later ones, and has the size that DEVELOPING.md states."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.alat.program import AKAR

PAKET = ("kinerja", "addin", "workbook_templates")
CINCIN_1 = (
    "kinerja.errors", "kinerja.dekat", "kinerja.alamat", "kinerja.bilangan", "kinerja.temuan",
    "kinerja.wilayah", "kinerja.peraturan", "kinerja.rumus", "kinerja.rumus_sel",
    "kinerja.perjanjian.model", "kinerja.perjanjian.jenis", "kinerja.perjanjian.cara",
    "kinerja.workbook", "workbook_templates.gaya", "workbook_templates.tata", "workbook_templates.penyusun",
    "workbook_templates.rumus",
    "workbook_templates.perjanjian_kinerja",
)  # fmt: skip
PENULIS = ("writer", "sel", "lembar", "validasi", "paket", "xlsx", "grafik", "gaya", "cetak", "kunci", "nama", "abai")
KEDUA = (
    "kinerja.workbook.press",
    "kinerja.workbook.isi_buku",
    "kinerja.workbook.token",
    "kinerja.workbook.urai",
    "kinerja.workbook.urai_batas",
    "kinerja.workbook.urai_ejaan",
    *(f"kinerja.workbook.{nama}" for nama in PENULIS),
    "kinerja.wilayah.cari",
    "kinerja.wilayah.desa",
)
CINCIN_3 = ("addin",)
MAKS_CINCIN_1 = 10_000


def is_below(nama: str, semua: tuple[str, ...]) -> bool:
    return any(nama == satu or nama.startswith(f"{satu}.") for satu in semua)


def find_cincin(nama: str) -> int:
    if is_below(nama, CINCIN_3):
        return 3
    if nama == "kinerja":
        return 1
    return 1 if is_below(nama, CINCIN_1) and not is_below(nama, KEDUA) else 2


def list_modul() -> dict[str, str]:
    """Source of each module of the product by its dotted name; packages without anything of their own are left out."""
    semua = {}
    for paket in PAKET:
        for path in sorted((AKAR / paket).rglob("*.py")):
            nama = ".".join(path.relative_to(AKAR).with_suffix("").parts).removesuffix(".__init__")
            semua[nama] = path.read_text("utf-8")
    return {nama: isi for nama, isi in semua.items() if any(not isinstance(x, ast.Expr) for x in ast.parse(isi).body)}


def list_impor(isi: str, ada: set[str]) -> Iterator[str]:
    """What a module imports when it is loaded."""
    for simpul in ast.parse(isi).body:
        if isinstance(simpul, ast.ImportFrom) and simpul.module:
            utuh = (f"{simpul.module}.{x.name}" for x in simpul.names)
            yield from (n if n in ada else simpul.module for n in utuh)
        elif isinstance(simpul, ast.Import):
            yield from (x.name for x in simpul.names)


def test_cincin_tidak_mengimpor_cincin_sesudahnya() -> None:
    semua = list_modul()
    milik = {nama: find_cincin(nama) for nama in semua}
    salah = [
        (nama, impor)
        for nama, isi in semua.items()
        for impor in list_impor(isi, set(semua))
        if milik.get(impor, 0) > milik[nama]
    ]

    assert {1, 2, 3} == set(milik.values())
    assert [] == salah


def test_besar_cincin_seperti_yang_ditulis() -> None:
    """To the nearest hundred or so: the page is mended when a ring has grown by a twentieth."""
    besar = {1: 0, 2: 0, 3: 0}
    for nama, isi in list_modul().items():
        besar[find_cincin(nama)] += len(isi.splitlines())
    baris = re.findall(r"^\| ([123]) \| .+ \| ([0-9.]+) \|$", (AKAR / "DEVELOPING.md").read_text("utf-8"), re.MULTILINE)
    tertulis = {int(n): int(jumlah.replace(".", "")) for n, jumlah in baris}

    assert besar[1] <= MAKS_CINCIN_1
    assert {} == {n: (tertulis[n], besar[n]) for n in besar if abs(tertulis[n] - besar[n]) > besar[n] / 20}
