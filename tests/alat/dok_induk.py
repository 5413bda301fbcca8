"""The tables of docs/data-induk.md, from the schema of the data set: `python -m tests.alat.dok_induk` writes them."""

from __future__ import annotations

from kinerja.perjanjian.induk.skema import TABEL, Tabel
from tests.alat.program import AKAR

AWAL, AKHIR = "<!-- kolom -->", "<!-- /kolom -->"
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
    kepala, _, sisa = teks.partition(AWAL)
    _, _, ekor = sisa.partition(AKHIR)
    isi = "\n\n".join(map(write_tabel, TABEL))
    return f"{kepala}{AWAL}\n{isi}\n{AKHIR}{ekor}"


if __name__ == "__main__":
    DOK.write_text(update_dok(DOK.read_text("utf-8")), "utf-8")
