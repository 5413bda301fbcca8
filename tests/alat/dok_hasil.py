"""The tables of docs/hasil-fungsi.md, from what the tests run: `python -m tests.alat.dok_hasil` writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range

from addin.build.dok import replace_bagian
from addin.nilai import Galat
from tests.alat.murni import Persen
from tests.alat.program import AKAR
from tests.alat.sama import batas
from tests.alat.sama.tabel import (
    TABEL,
    TUAN,
    Beda,
    Gabungan,
    Hilang,
    Keadaan,
    Kolom,
    Panggil,
    Tulis,
)

AWAL, AKHIR = "<!-- hasil -->", "<!-- /hasil -->"
DOK = AKAR / "docs" / "hasil-fungsi.md"
BULAN = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
LEBAR = 2
"""Columns of a result of which every cell is shown."""
ATURAN = {
    "Excel tanpa Python": (),
    "Excel dengan Python": (),
    "Office.js": batas.WEB,
    "LibreOffice": (),
    "LAMBDA": batas.LAMBDA,
    "rumus beku": batas.BEKU,
    "rumus beku di LibreOffice": (batas.BENAR, batas.HAMPIR),
}
"""In what each host differs from the core, in all cases at and around every edge."""


def write_tabel() -> str:
    """Markdown: one line a kind of input, one column a host."""
    baris = [f"| masukan | isi sel | ditulis | {' | '.join(TUAN.values())} |", f"|---|---|---|{'---|' * len(TUAN)}"]
    for satu in TABEL:
        rumus, isi, _ = _write_rumus(satu.panggilan, 0)
        sel = f"`{'; '.join(isi)}`" if isi else "tidak ada"
        hasil = " | ".join(write_hasil(satu.expect(tuan)) for tuan in TUAN)
        baris.append(f"| {satu.isi} | {sel} | `={rumus}` | {hasil} |")
    return "\n".join(baris)


def write_aturan() -> str:
    """Markdown: the rules by which each host may differ."""
    baris = ["| program | yang hasilnya lain daripada di Python |", "|---|---|"]
    for nama, aturan in ATURAN.items():
        baris.append(f"| {nama} | {'; '.join(satu.nama for satu in aturan) or 'tidak ada'} |")
    return "\n".join(baris)


def update_dok(teks: str) -> str:
    """The page with the current tables between its marks."""
    return replace_bagian(teks, "hasil", f"{write_tabel()}\n\n{write_aturan()}")


def write_hasil(hasil: Any) -> str:
    """An outcome in words.

    >>> write_hasil([["B"], [None]]), write_hasil(97.49), write_hasil(Beda("#VALUE!", "#NUM!"))
    ('B · kosong', '97,49', '#VALUE!; di LibreOffice #NUM!')
    """
    match hasil:
        case None:
            return "kosong"
        case float():
            return f"{hasil:.15g}".replace(".", ",")
        case list() if len(hasil[0]) > LEBAR:
            return f"tabel {len(hasil)} × {len(hasil[0])}"
        case list():
            return " · ".join(write_hasil(sel) for satu in hasil for sel in satu)
        case Beda(umum=umum, calc=calc):
            return f"{write_hasil(umum)}; di LibreOffice {write_hasil(calc)}"
        case Keadaan(kalimat=kalimat):
            return kalimat
    return str(hasil)


def _write_rumus(panggilan: Panggil, kolom: int) -> tuple[str, list[str], int]:
    """The call as typed in Indonesia, what its cells hold, and the first column that they leave free."""
    argumen, sel = [], []
    for nilai in panggilan.argumen:
        match nilai:
            case Panggil():
                teks, isi_dalam, kolom = _write_rumus(nilai, kolom)
                sel += isi_dalam
            case Hilang():
                teks = ""
            case Tulis(nilai=isi):
                teks = f'"{isi}"' if isinstance(isi, str) else str(isi)
            case Kolom(isi=isi):
                sel.append(_write_isi([[x] for x in isi], kolom))
                huruf = xl_col_to_name(kolom)
                teks, kolom = f"{huruf}:{huruf}", kolom + 1
            case Gabungan(bagian=bagian):
                alamat = [str(xl_range(0, kolom + k, len(satu) - 1, kolom + k)) for k, satu in enumerate(bagian)]
                sel += [_write_isi(satu, kolom + k) for k, satu in enumerate(bagian)]
                teks, kolom = f"({';'.join(alamat)})", kolom + len(bagian)
            case _:
                blok = nilai if isinstance(nilai, list) else [[nilai]]
                teks = str(xl_range(0, kolom, len(blok) - 1, kolom + len(blok[0]) - 1))
                sel.append(_write_isi(blok, kolom))
                kolom += len(blok[0])
        argumen.append(teks)
    return f"{panggilan.nama}({';'.join(argumen)})", sel, kolom


def _write_isi(blok: list[list[Any]], kolom: int) -> str:
    """What a block of cells from row 1 on holds; texts stand in quotes.

    >>> _write_isi([[4, None], [Persen(0.665), "80-90"]], 1)
    'B1:C2 4 kosong / 66,5% "80-90"'
    """
    alamat = xl_range(0, kolom, len(blok) - 1, kolom + len(blok[0]) - 1)
    return f"{alamat} {' / '.join(' '.join(map(_write_sel, satu)) for satu in blok)}"


def _write_sel(nilai: Any) -> str:
    match nilai:
        case None:
            return "kosong"
        case "":
            return '=""'
        case str():
            return f'"{nilai}"'
        case bool():
            return str(nilai).upper()
        case Persen():
            return f"{nilai.nilai * 100:.15g}%".replace(".", ",")
        case date():
            return f"{(nilai - batas.HARI_NOL.date()).days} tampak {nilai.day}-{BULAN[nilai.month - 1]}"
        case Galat():
            return "=1/0"
    return f"{nilai:.15g}".replace(".", ",")


if __name__ == "__main__":
    DOK.write_text(update_dok(DOK.read_text("utf-8")), "utf-8")
