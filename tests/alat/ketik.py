"""Workbooks into which somebody typed TRUE or FALSE, which our own writer refuses."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from msgspec import structs

from kinerja.alamat import a1
from kinerja.workbook.layout import Blok, Buku, Lembar
from kinerja.workbook.writer import render_workbook
from tests.alat.berkas import sheet_parts
from tests.alat.mesin import Beda


def write_ketikan(buku: Buku, path: Path) -> Path:
    """Write a plan; TRUE and FALSE in its blocks become cells as programs save them."""
    isi = BytesIO(render_workbook(replace(buku, lembar=tuple(map(_to_angka, buku.lembar)))))
    with zipfile.ZipFile(isi) as asal, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as baru:
        bagian = {bagian: lembar for lembar, bagian in sheet_parts(asal).items()}
        for nama in asal.namelist():
            xml = asal.read(nama)
            if nama in bagian:
                for alamat in _list_benar(buku.get_lembar(bagian[nama])):
                    xml, diganti = re.subn(rb'(<c r="%b" s="\d+")>' % alamat.encode(), rb'\1 t="b">', xml)
                    assert diganti == 1, alamat
            baru.writestr(nama, xml)
    return path


def is_benar_lo(b: Beda) -> bool:
    """Whether a difference is but TRUE where it was typed: LibreOffice makes the formula =TRUE() of it."""
    return b.harap is None and isinstance(b.nilai, bool)


def _list_benar(lembar: Lembar) -> Iterator[str]:
    for blok in lembar.blok:
        for r, baris in enumerate(blok.nilai, start=blok.baris):
            yield from (a1(r, k) for k, nilai in enumerate(baris, start=blok.kolom) if isinstance(nilai, bool))


def _to_angka(lembar: Lembar) -> Lembar:
    if not any(True for _ in _list_benar(lembar)):
        return lembar
    return structs.replace(lembar, blok=tuple(map(_to_angka_blok, lembar.blok)))


def _to_angka_blok(blok: Blok) -> Blok:
    nilai = tuple(tuple(int(n) if isinstance(n, bool) else n for n in baris) for baris in blok.nilai)
    return structs.replace(blok, nilai=nilai)
