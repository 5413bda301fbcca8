"""Build fungsi-kinerja.xlsx: the functions as LAMBDA names, with examples; no macro, no add-in.

`python -m addin.build.rumus` writes the table of docs/excel-rumus.md in the folder where it runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from addin.baca import read_rentang
from addin.build.dok import replace_bagian
from addin.fungsi import DAFTAR
from addin.hari_ini import hari_ini
from addin.nilai import Galat, is_rentang
from addin.rumus_lambda import BATAS, BATAS_SEMUA, TANPA, URAIAN, list_bernama, write_batas
from addin.spec import Arg, Fungsi
from kinerja.berkas import move_to_lama, read_sidik, write_atomic
from kinerja.peraturan import get_tabel
from kinerja.workbook.larik import RumusBernama
from kinerja.workbook.writer import render_workbook
from workbook_templates.fungsi_excel import BarisFungsi, ContohFungsi, IsiFungsi, build_fungsi_excel

NAMA_BERKAS = "fungsi-kinerja.xlsx"
BERTEKS = frozenset(("teks", "pilihan", "daftar_teks"))
"""Kinds of arguments for which an example may hold a text."""
RENTANG: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("SAKIP_PREDIKAT", ()),
    ("SAKIP_PREDIKAT", ([[66.5], [None], [90.005], [30]],)),
    ("PERSEN_CAPAIAN", ([[3], [2]], [[4, 5]])),
)
"""Further examples, from which one sees what comes out: a table, a blank for a blank, a column against a row."""
DOK = Path("docs/excel-rumus.md")
AWAL, AKHIR = "<!-- lambda -->", "<!-- /lambda -->"


def build_rumus(folder: Path) -> Path:
    """The workbook, under the law of today; another of that name, in which somebody may have worked, goes to `lama`."""
    path = folder / NAMA_BERKAS
    isi = render_workbook(build_fungsi_excel(make_isi(hari_ini())))
    if path.is_file() and read_sidik(path) != sha256(isi).hexdigest():
        move_to_lama(path, hari_ini())
    write_atomic(path, isi)
    return path


def make_isi(pada: date) -> IsiFungsi:
    """What stands in the workbook by the law of a day."""
    semua = list_bernama(pada=pada)
    return IsiFungsi(
        tuple(_describe(satu.fungsi, pada) for satu in semua),
        tuple(_make_contoh(DAFTAR[nama].at(pada), masukan) for nama, masukan in RENTANG),
        tuple(RumusBernama(satu.fungsi.nama, satu.rumus, satu.bantuan) for satu in semua),
        tuple((nama, write_batas(nama)) for nama in TANPA),
        (*((nama, write_batas(nama)) for nama in BATAS), ("Semua fungsi", BATAS_SEMUA)),
        f"{pada:%d-%m-%Y}",
        (pada.year, pada.month, pada.day),
    )


def choose_contoh(fungsi: Fungsi, pada: date) -> ContohFungsi:
    """The first example that a formula computes: without figures in texts, and not of an error.

    Where the law of the day has other arguments or letters than the examples, each is the most that it may be.
    """
    for contoh in fungsi.contoh:
        if not any(map(_is_teks_angka, fungsi.args, contoh.masukan)) and not _has_galat(fungsi, contoh.masukan):
            return _make_contoh(fungsi, contoh.masukan)
    huruf = [[jenjang.kode] for jenjang in get_tabel("sakip_kriteria", pada=pada).jenjang[:2]]
    return _make_contoh(fungsi, [read_rentang(arg.rentang).atas if arg.rentang else huruf for arg in fungsi.args])


def write_table() -> str:
    """Markdown: which functions are names, what they do not take; which are not, and why."""
    baris = ["| Fungsi | Nama LAMBDA | Batas, atau sebab tidak ada |", "|---|---|---|"]
    for nama in DAFTAR:
        batas = write_batas(nama) or URAIAN.get(nama, "")
        baris.append(f"| `{nama}` | {'tidak' if nama in TANPA else 'ya'} | {batas} |")
    return "\n".join([*baris, "", BATAS_SEMUA])


def update_dok(teks: str) -> str:
    """The page with the current table between its marks."""
    return replace_bagian(teks, "lambda", write_table())


def _describe(fungsi: Fungsi, pada: date) -> BarisFungsi:
    argumen = "\n".join(f"{arg.nama}: {arg.bantuan}" for arg in fungsi.args)
    guna = f"{fungsi.uraian} {write_batas(fungsi.nama)}".rstrip()
    return BarisFungsi(fungsi.tanda, guna, argumen or "tanpa argumen", fungsi.dasar, choose_contoh(fungsi, pada))


def _make_contoh(fungsi: Fungsi, masukan: Sequence[Any]) -> ContohFungsi:
    hasil: Any = fungsi.evaluate(*masukan)
    baris = hasil if is_rentang(hasil) else [[hasil]]
    isi = tuple(tuple(map(tuple, satu)) if is_rentang(satu) else satu for satu in masukan)
    return ContohFungsi(fungsi.nama, isi, tuple(tuple("" if x is None else x for x in satu) for satu in baris))


def _is_teks_angka(arg: Arg, nilai: Any) -> bool:
    sel = [x for baris in nilai for x in baris] if is_rentang(nilai) else [nilai]
    return arg.jenis not in BERTEKS and any(isinstance(x, str) for x in sel)


def _has_galat(fungsi: Fungsi, masukan: Sequence[Any]) -> bool:
    hasil = fungsi.evaluate(*masukan)
    return any(isinstance(x, Galat) for baris in (hasil if is_rentang(hasil) else [[hasil]]) for x in baris)


if __name__ == "__main__":
    DOK.write_text(update_dok(DOK.read_text("utf-8")), "utf-8")
