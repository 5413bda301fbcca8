"""What a version leaves behind for later readers: `python -m tests.alat.terbitan` writes the folder of this one.

`tests/kasus/terbitan/<version>/` holds the digests of all that the version issues, three workbooks as issued and as
filled in, and in `harap.json` what a reader should get out of each. A folder that stands is never written again.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja import __version__
from kinerja.bilangan import to_decimal
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.acuan import NilaiRencana
from kinerja.workbook.layout import Blok, Buku
from tests.alat.libreoffice import convert
from tests.alat.mesin import KE_XLSX
from tests.alat.program import AKAR
from tests.alat.sampel import choose_sela
from tests.alat.sidik import list_sidik
from tests.isian_wajar import list_wajar
from workbook_templates.perjanjian_kinerja import build_perjanjian

TERBITAN = AKAR / "tests" / "kasus" / "terbitan"
VERSI = sorted((p for p in TERBITAN.iterdir() if p.is_dir()), key=lambda p: tuple(map(int, p.name.split("."))))
"""A folder a version, the oldest first: 0.10.0 after 0.9.0."""
CUPLIKAN = choose_sela(VERSI, 3)
"""Of the versions, for what takes long: the first, every third, the last."""
SIDIK, HARAP = "sidik.sha256", "harap.json"
LIBREOFFICE = "-libreoffice"
"""Ends the name of a workbook that LibreOffice has saved again."""
DISIMPAN_ULANG = "medan-kota-terisi"

Harap = dict[str, dict[str, dict[str, Any]]]
"""By file, by part (`identitas`, `anggaran`, `hasil`, `isian`), by name."""


def list_terbitan() -> dict[str, Buku]:
    """The plans of the workbooks by name; a filled one keeps the identity of the one that was issued."""
    hasil: dict[str, Buku] = {}
    for nama, (bahan, isi) in list_wajar().items():
        terbit, terisi = build_perjanjian(bahan), build_perjanjian(replace(bahan, isi=isi))
        identitas = terbit.get_lembar("Identitas")
        lembar = tuple(identitas if x.nama == identitas.nama else x for x in terisi.lembar)
        hasil |= {nama: terbit, f"{nama}-terisi": replace(terisi, lembar=lembar, sifat=terbit.sifat)}
    return hasil


def describe(buku: Buku) -> dict[str, dict[str, Any]]:
    """What a reader should get out of a workbook, from its plan: by name, and budgets in sen by programme code."""
    nilai = NilaiRencana(buku)
    nama = {n: nilai.get(acuan) for n, acuan in buku.nama}
    blok = {b.nama: b for lembar in buku.lembar for b in lembar.blok}
    return {
        "identitas": {n: isi[0] for n, isi in nama.items() if n.startswith("identitas_")},
        "anggaran": {
            peran: _sum_sen(blok[f"isian_anggaran_{peran}"], nilai) for peran in ("perjanjian", "dpa", "realisasi")
        },
        "hasil": {n: isi for n, isi in nama.items() if n.startswith("hasil_")},
        "isian": {n: _trim(b) for n, b in blok.items()},
    }


def _sum_sen(blok: Blok, nilai: NilaiRencana) -> dict[str, int | None]:
    kode = nilai.get(f"Anggaran!$B${blok.baris + 1}:$B${blok.baris + blok.tinggi}")
    hasil: dict[str, int | None] = {}
    for baris, satu in enumerate(kode):
        isi = [blok.value(baris, k) for k in range(blok.lebar)]
        ada = [to_decimal(n) for n in isi if isinstance(n, int | float)]
        hasil[str(satu)] = int(sum(ada, Decimal(0)) * 100) if ada else None
    return hasil


def _trim(blok: Blok) -> list[list[Any]]:
    """Rows of a block without the blank ones at its end."""
    baris = [[blok.value(b, k) for k in range(blok.lebar)] for b in range(blok.tinggi)]
    while baris and all(n is None for n in baris[-1]):
        baris.pop()
    return baris


def format_sidik(sidik: Mapping[str, str]) -> str:
    """Lines as `sidik.sha256` keeps them."""
    return "".join(f"{satu}  {nama}\n" for nama, satu in sidik.items())


def read_sidik(folder: Path) -> dict[str, str]:
    """Digest by name, as a version left them."""
    baris = (folder / SIDIK).read_text("utf-8").splitlines()
    return {nama: sidik for sidik, _, nama in (satu.partition("  ") for satu in baris)}


def read_harap(folder: Path) -> Harap:
    """What readers should get out of the workbooks of a version."""
    hasil: Harap = json.loads((folder / HARAP).read_text("utf-8"))
    return hasil


def write_terbitan(folder: Path) -> None:
    """Workbooks, digests and, last of all, the expectations.

    Raises:
        FileExistsError: the folder is whole, or holds digests of other workbooks.
    """
    if (folder / HARAP).exists():
        raise FileExistsError(f"{folder.name} sudah lengkap dan tidak ditulis lagi; naikkan versinya.")
    sidik = list_sidik()
    if (folder / SIDIK).exists() and read_sidik(folder) != sidik:
        raise FileExistsError(f"{folder.name} sudah berisi sidik buku lain; naikkan versinya.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SIDIK).write_text(format_sidik(sidik), "utf-8")
    harap = {}
    for nama, buku in list_terbitan().items():
        path = folder / f"{nama}.xlsx"
        write_workbook(buku, path)
        if nama == DISIMPAN_ULANG:
            path = _save_again(path)
        harap[path.name] = describe(buku)
    (folder / HARAP).write_text(_format_harap(harap), "utf-8")


def _save_again(path: Path) -> Path:
    ulang = path.with_stem(path.stem + LIBREOFFICE)
    with convert([path], KE_XLSX, "xlsx", "id-ID") as keluaran:
        shutil.copyfile(keluaran[path], ulang)
    path.unlink()
    return ulang


def _format_harap(harap: Harap) -> str:
    """JSON with one name a line."""
    berkas = []
    for path, bagian in harap.items():
        isi = []
        for nama, satu in bagian.items():
            baris = ",\n".join(f"   {_dump(n)}: {_dump(nilai)}" for n, nilai in satu.items())
            isi.append(f"  {_dump(nama)}: {{\n{baris}\n  }}")
        berkas.append(f" {_dump(path)}: {{\n" + ",\n".join(isi) + "\n }")
    return "{\n" + ",\n".join(berkas) + "\n}\n"


def _dump(nilai: object) -> str:
    return json.dumps(nilai, ensure_ascii=False)


if __name__ == "__main__":
    try:
        write_terbitan(TERBITAN / __version__)
    except FileExistsError as galat:
        sys.exit(str(galat))
