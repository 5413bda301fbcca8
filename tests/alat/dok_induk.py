"""The tables of docs/data-induk.md, from the schema of the data set: `python -m tests.alat.dok_induk` writes them."""

from __future__ import annotations

from addin.build.dok import replace_bagian
from kinerja.perjanjian.induk.skema import TABEL, Tabel
from tests.alat.program import AKAR

DOK = AKAR / "docs" / "data-induk.md"


def write_tabel(tabel: Tabel) -> str:
    """Markdown: title, key, what to type."""
    baris = [
        f"## {tabel.lembar} (`{tabel.kunci}`)",
        "",
        tabel.uraian,
        "",
        "| Kolom | Kunci | Petunjuk |",
        "|---|---|---|",
    ]
    for k in tabel.kolom:
        petunjuk = k.petunjuk.replace("{Desa}", "Desa").replace("{desa}", "desa")
        baris.append(f"| {k.judul}{' *' if k.wajib else ''} | `{k.kunci}` | {petunjuk} |")
    return "\n".join(baris)


def update_dok(teks: str) -> str:
    """The page with the current tables between its marks."""
    return replace_bagian(teks, "kolom", "\n\n".join(map(write_tabel, TABEL)))


if __name__ == "__main__":
    DOK.write_text(update_dok(DOK.read_text("utf-8")), "utf-8")
