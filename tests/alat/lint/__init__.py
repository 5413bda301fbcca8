"""Lint for xlsx files: what makes Excel offer a repair, show #NAME?, or count otherwise than another program.

Schema validators see a quarter of these faults; the rules come from planted faults and from published reports of
repair dialogs. `lint(path) == []` is the gate for every kind of file that we write.

* `cacat`: a finding · `paket` (zip, XML, relationships) and `model`: the file as all checks see it
* `buku` (sheets, names, strings, charts) · `gaya` · `tabel`: what belongs to the workbook
* `lembar` (rows, cells, merges) · `hiasan` (validations, conditions, headers, links): what stands on a sheet
* `token`, `tata` (grammar), `fungsi` (the safe ones) → `rumus`: one formula
* `bernama`: names that are LAMBDA functions · `lingkar`: circles
"""

from pathlib import Path

from tests.alat.lint.buku import check_book
from tests.alat.lint.cacat import Cacat
from tests.alat.lint.gaya import check_styles
from tests.alat.lint.lembar import check_sheet
from tests.alat.lint.lingkar import check_cycles
from tests.alat.lint.model import read_book
from tests.alat.lint.paket import read_package
from tests.alat.lint.tabel import check_tables

__all__ = ["Cacat", "lint"]


def lint(path: Path) -> list[Cacat]:
    """Every fault found in the file, [] when it is sound."""
    paket, cacat = read_package(path)
    if paket is None:
        return cacat
    buku = read_book(paket)
    cacat += check_book(buku)
    cacat += check_styles(buku)
    for lembar in buku.lembar:
        cacat += check_sheet(buku, lembar)
        cacat += check_tables(buku, lembar)
    cacat += check_cycles(buku)
    return cacat
