"""The tables of findings in docs/, from the declarations beside the checks.

`python -m tests.alat.dok_temuan` writes them between the marks; a test fails when a page and
the checks have drifted apart.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from addin.build.dok import replace_bagian
from kinerja import kumpul
from kinerja.anggaran.banding import perbandingan
from kinerja.formulir.tersisa import check_tempat
from kinerja.perjanjian import kembali, periksa
from kinerja.perjanjian.kembali.lapor import JenisKumpul, list_jenis
from kinerja.perjanjian.kembali.temuan import PEMERIKSAAN as CEK
from kinerja.temuan import JenisTemuan, list_pemeriksaan
from tests.alat.program import AKAR

AWAL, AKHIR = "<!-- temuan -->", "<!-- /temuan -->"
REKONSILIASI, PEMERIKSAAN, PENGUMPULAN = (
    AKAR / "docs" / f"{nama}.md" for nama in ("rekonsiliasi", "pemeriksaan", "pengumpulan")
)
Jenis = JenisTemuan | JenisKumpul


def list_kembali() -> list[Jenis]:
    """The codes of findings on returned workbooks, wherever one stands in the two rooms; a code may stand twice."""
    modul = [m for kamar in (kumpul, kembali) for m in _list_modul(kamar)]
    jenis: list[Jenis] = [p.jenis for p in list_pemeriksaan(*modul) if p not in CEK]
    jenis += list_jenis(*modul)
    return sorted({id(j): j for j in jenis}.values(), key=lambda j: j.kode)  # some are imported elsewhere, too


def _list_modul(kamar: ModuleType) -> Iterator[ModuleType]:
    yield kamar
    for satu in pkgutil.walk_packages(kamar.__path__, f"{kamar.__name__}."):
        yield import_module(satu.name)


JENIS: dict[Path, Sequence[Jenis]] = {
    REKONSILIASI: [p.jenis for p in perbandingan.PEMERIKSAAN],
    PEMERIKSAAN: [p.jenis for p in (*periksa.PEMERIKSAAN, check_tempat, *CEK)],
    PENGUMPULAN: list_kembali(),
}
"""What each page tells of."""


def write_table(jenis: Sequence[Jenis]) -> str:
    """Markdown: code, severity, what it means, what to do."""
    baris = ["| Kode | Tingkat | Arti | Yang perlu dilakukan |", "|---|---|---|---|"]
    baris += [f"| {j.kode} | {j.tingkat} | {j.arti} | {j.saran} |" for j in jenis]
    return "\n".join(baris)


def update_dok(teks: str, jenis: Sequence[Jenis]) -> str:
    """A page with the current table between its marks.

    >>> update_dok(f"a{AWAL}lama{AKHIR}b", []).splitlines()[1]
    '| Kode | Tingkat | Arti | Yang perlu dilakukan |'
    """
    return replace_bagian(teks, "temuan", write_table(jenis))


if __name__ == "__main__":
    for path, semua in JENIS.items():
        path.write_text(update_dok(path.read_text("utf-8"), semua), "utf-8")
