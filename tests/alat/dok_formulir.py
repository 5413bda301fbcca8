"""The tables of docs/formulir.md: names and inputs, and what a form can lose.

`python -m tests.alat.dok_formulir` writes them between the marks; a test fails when the page and the program have
drifted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin.build.dok import replace_bagian
from kinerja.formulir.contoh import ISIAN
from kinerja.formulir.nama import DAFTAR, TUNGGAL, Bidang
from tests.alat.program import AKAR
from tests.hilang_kasus import KASUS

DOK = AKAR / "docs" / "formulir.md"


def write_nama() -> str:
    """Markdown: each name, what it means, which input it becomes where its value is not known yet."""
    baris = ["### Sekali dalam perjanjian", "", *_write_tabel("", TUNGGAL.items())]
    for kunci, daftar in DAFTAR.items():
        baris += ["", f"### Daftar {daftar.sebutan}", "", *_write_tabel(f"{kunci}.", daftar.bidang.items())]
    baris += ["", "### Isian", "", "| Nama | Artinya |", "|---|---|"]
    baris += [f"| `{nama}` | {arti} |" for nama, arti in ISIAN]
    return "\n".join(baris)


def _write_tabel(awal: str, bidang: Iterable[tuple[str, Bidang]]) -> Iterator[str]:
    yield from ("| Nama | Artinya | Bila belum ada di data |", "|---|---|---|")
    for nama, satu in bidang:
        kurung = f"{{{{{awal}{nama}}}}}"
        yield f"| `{kurung}` | {satu.arti} | {'diketik kecamatan' if satu.isian else 'kosong'} |"


def write_hilang() -> str:
    """Markdown: what openpyxl was found to lose, as `templat periksa` calls it."""
    kata = sorted({harap.apa for _, harap in KASUS.values() if ":" not in harap.apa})
    return "\n".join(f"- {satu}" for satu in kata)


def update_dok(teks: str) -> str:
    """The page with the current tables between its marks."""
    for tanda, isi in (("nama", write_nama()), ("hilang", write_hilang())):
        teks = replace_bagian(teks, tanda, isi)
    return teks


if __name__ == "__main__":
    DOK.write_text(update_dok(DOK.read_text("utf-8")), "utf-8")
