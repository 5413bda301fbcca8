"""The function table of docs/fungsi.md, from the declarations, under the law that their examples follow.

`python -m addin.build.dok` writes it between the marks of that page in the folder where it runs; a test fails when the
two have drifted apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from addin.fungsi import list_fungsi
from addin.nilai import Galat, Nilai, is_rentang
from addin.spec import HARI_CONTOH, Contoh, Fungsi
from kinerja.alamat import a1

AWAL, AKHIR = "<!-- fungsi -->", "<!-- /fungsi -->"


def write_table() -> str:
    """Markdown: call, what it gives, an example, citation."""
    baris = ["| Fungsi | Guna | Contoh | Dasar |", "|---|---|---|---|"]
    for fungsi in list_fungsi(pada=HARI_CONTOH):
        baris.append(f"| `{fungsi.tanda}` | {fungsi.uraian} | {write_contoh(fungsi)} | {fungsi.dasar} |")
    return "\n".join(baris)


def write_contoh(fungsi: Fungsi) -> str:
    """The first example as typed in Indonesia: decimal comma, semicolons; a range stands for a block of cells."""
    rumus, hasil = write_rumus(fungsi, fungsi.contoh[0])
    return f"`{rumus}` → {hasil}"


def write_rumus(fungsi: Fungsi, contoh: Contoh) -> tuple[str, str]:
    """An example as typed, and what it gives under the law of the function."""
    pasangan = zip(contoh.masukan, list_letak(contoh.masukan), strict=True)
    argumen = "; ".join(letak or write_nilai(nilai) for nilai, letak in pasangan)
    return f"={fungsi.nama}({argumen})", write_hasil(fungsi.evaluate(*contoh.masukan))


def list_letak(masukan: Sequence[Nilai]) -> list[str]:
    """Where each range of an example stands: side by side, a column between them; "" for what is no range.

    >>> list_letak([[[1, 2]], 5, [[1], [2]]])
    ['A1:B1', '', 'D1:D2']
    """
    kolom, hasil = 0, []
    for nilai in masukan:
        lebar = len(nilai[0]) if is_rentang(nilai) else 0
        hasil.append(f"{a1(0, kolom)}:{a1(len(nilai) - 1, kolom + lebar - 1)}" if is_rentang(nilai) else "")
        kolom += lebar + 1 if lebar else 0
    return hasil


def update_table(teks: str) -> str:
    """The page with the current table between its marks.

    >>> update_table(f"a{AWAL}lama{AKHIR}b").startswith(f"a{AWAL}\\n| Fungsi | Guna |")
    True
    """
    return replace_bagian(teks, "fungsi", write_table())


def replace_bagian(teks: str, tanda: str, isi: str) -> str:
    """A page with this between the marks `<!-- tanda -->` and `<!-- /tanda -->`, of which it has one pair.

    >>> replace_bagian("a<!-- x -->lama<!-- /x -->b", "x", "baru")
    'a<!-- x -->\\nbaru\\n<!-- /x -->b'
    """
    awal, akhir = f"<!-- {tanda} -->", f"<!-- /{tanda} -->"
    kepala, _, sisa = teks.partition(awal)
    return f"{kepala}{awal}\n{isi}\n{akhir}{sisa.partition(akhir)[2]}"


def write_nilai(nilai: Any) -> str:
    """A single argument as typed."""
    return f'"{nilai}"' if isinstance(nilai, str) else write_sel(nilai)


def write_sel(nilai: Any) -> str:
    """What a cell shows."""
    if isinstance(nilai, Galat):
        return nilai.kode
    return "" if nilai is None else f"{nilai:.15g}".replace(".", ",") if isinstance(nilai, float) else str(nilai)


def write_hasil(hasil: Any) -> str:
    """What comes out: of a table its size."""
    return f"tabel {len(hasil)} × {len(hasil[0])}" if is_rentang(hasil) else write_sel(hasil)


if __name__ == "__main__":
    dok = Path("docs/fungsi.md")
    dok.write_text(update_table(dok.read_text("utf-8")), "utf-8")
