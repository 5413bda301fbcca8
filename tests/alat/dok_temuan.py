"""The tables of findings in docs/, from the declarations beside the checks.

`python -m tests.alat.dok_temuan` writes them between the marks; a test fails when a page and
the checks have drifted apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kinerja.anggaran.banding import perbandingan
from kinerja.perjanjian import periksa
from kinerja.perjanjian.kembali import banding
from kinerja.perjanjian.kembali import temuan as kembali
from kinerja.temuan import JenisTemuan
from tests.alat.program import AKAR

AWAL, AKHIR = "<!-- temuan -->", "<!-- /temuan -->"
REKONSILIASI, PEMERIKSAAN, PENGUMPULAN = (
    AKAR / "docs" / f"{nama}.md" for nama in ("rekonsiliasi", "pemeriksaan", "pengumpulan")
)
JENIS: dict[Path, Sequence[JenisTemuan]] = {
    REKONSILIASI: [p.jenis for p in perbandingan.PEMERIKSAAN],
    PEMERIKSAAN: [p.jenis for p in (*periksa.PEMERIKSAAN, *kembali.PEMERIKSAAN)],
    PENGUMPULAN: [p.jenis for p in banding.PEMERIKSAAN],
}
"""What each page tells of."""


def write_table(jenis: Sequence[JenisTemuan]) -> str:
    """Markdown: code, severity, what it means, what to do."""
    baris = ["| Kode | Tingkat | Arti | Yang perlu dilakukan |", "|---|---|---|---|"]
    baris += [f"| {j.kode} | {j.tingkat} | {j.arti} | {j.saran} |" for j in jenis]
    return "\n".join(baris)


def update_dok(teks: str, jenis: Sequence[JenisTemuan]) -> str:
    """A page with the current table between its marks.

    >>> update_dok(f"a{AWAL}lama{AKHIR}b", []).splitlines()[1]
    '| Kode | Tingkat | Arti | Yang perlu dilakukan |'
    """
    kepala, _, sisa = teks.partition(AWAL)
    _, _, ekor = sisa.partition(AKHIR)
    return f"{kepala}{AWAL}\n{write_table(jenis)}\n{AKHIR}{ekor}"


if __name__ == "__main__":
    for path, semua in JENIS.items():
        path.write_text(update_dok(path.read_text("utf-8"), semua), "utf-8")
