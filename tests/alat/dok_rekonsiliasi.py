"""The table of findings in docs/rekonsiliasi.md, from the declarations beside the checks.

`python -m tests.alat.dok_rekonsiliasi` writes it between the marks; a test fails when the two have drifted apart.
"""

from __future__ import annotations

from kinerja.anggaran.banding.perbandingan import PEMERIKSAAN
from tests.alat.program import AKAR

AWAL, AKHIR = "<!-- temuan -->", "<!-- /temuan -->"
DOK = AKAR / "docs" / "rekonsiliasi.md"


def write_table() -> str:
    """Markdown: code, severity, what it means, what to do."""
    baris = ["| Kode | Tingkat | Arti | Yang perlu dilakukan |", "|---|---|---|---|"]
    baris += [f"| {j.kode} | {j.tingkat} | {j.arti} | {j.saran} |" for j in (p.jenis for p in PEMERIKSAAN)]
    return "\n".join(baris)


def update_dok(teks: str) -> str:
    """The page with the current table between its marks.

    >>> update_dok(f"a{AWAL}lama{AKHIR}b").startswith(f"a{AWAL}\\n| Kode | Tingkat |")
    True
    """
    kepala, _, sisa = teks.partition(AWAL)
    _, _, ekor = sisa.partition(AKHIR)
    return f"{kepala}{AWAL}\n{write_table()}\n{AKHIR}{ekor}"


if __name__ == "__main__":
    DOK.write_text(update_dok(DOK.read_text("utf-8")), "utf-8")
