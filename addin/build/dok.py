"""The function table of the README, from the declarations, under the law that their examples follow.

`python -m addin.build.dok` writes it between the marks of README.md in the folder where it runs; a test fails when the
two have drifted apart.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from addin.fungsi import list_fungsi
from addin.nilai import Galat, is_rentang
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
    argumen = "; ".join(_write_nilai(nilai) for nilai in contoh.masukan)
    return f"={fungsi.nama}({argumen})", _write_hasil(fungsi.evaluate(*contoh.masukan))


def update_readme(teks: str) -> str:
    """The README with the current table between its marks.

    >>> update_readme(f"a{AWAL}lama{AKHIR}b").startswith(f"a{AWAL}\\n| Fungsi | Guna |")
    True
    """
    kepala, _, sisa = teks.partition(AWAL)
    _, _, ekor = sisa.partition(AKHIR)
    return f"{kepala}{AWAL}\n{write_table()}\n{AKHIR}{ekor}"


def _write_nilai(nilai: Any) -> str:
    if is_rentang(nilai):
        return f"A1:{a1(len(nilai) - 1, len(nilai[0]) - 1)}"
    if isinstance(nilai, str):
        return f'"{nilai}"'
    return f"{nilai:.15g}".replace(".", ",") if isinstance(nilai, float) else str(nilai)


def _write_hasil(hasil: Any) -> str:
    if is_rentang(hasil):
        return f"tabel {len(hasil)} × {len(hasil[0])}"
    if isinstance(hasil, Galat):
        return hasil.kode
    return f"{hasil:.15g}".replace(".", ",") if isinstance(hasil, float) else str(hasil)


if __name__ == "__main__":
    readme = Path("README.md")
    readme.write_text(update_readme(readme.read_text("utf-8")), "utf-8")
