"""New looks for a cell: a copy of the style that it has, with another number format, font or fill."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from tests.alat.kembali.paket import GAYA, Paket, U
from tests.alat.kembali.sel import find_sel, splice

PUTIH = "FFFFFFFF"


def restyle(paket: Paket, lembar: str, alamat: str, **ubah: str) -> Paket:
    """A cell in a style of its own.

    Args:
        ubah: `format` (a number format), `warna` (of the letters, ARGB), `ukuran` (points), `latar` (ARGB).
    """
    bagian = paket.get_lembar(lembar)
    xml = paket.bagian[bagian]
    petak = find_sel(xml, alamat)
    akar = paket.tree(GAYA)
    nomor = _add_xf(akar, int(petak.atribut.get("s", 0)), ubah)
    isi = xml[petak.awal : petak.akhir]
    lama = petak.atribut.get("s")
    awal = f'r="{alamat}"'.encode()
    baru = isi.replace(f' s="{lama}"'.encode(), b"", 1) if lama is not None else isi
    baru = baru.replace(awal, awal + f' s="{nomor}"'.encode(), 1)
    assert awal in isi and (lama is None or f' s="{lama}"'.encode() in isi), isi[:80]
    return paket.put_tree(GAYA, akar).put(bagian, splice(xml, [(petak.awal, petak.akhir, baru)]))


def _add_xf(akar: Any, dasar: int, ubah: dict[str, str]) -> int:
    semua = akar.find(f"{U}cellXfs")
    xf = copy.deepcopy(semua[dasar])
    if "format" in ubah:
        xf.set("numFmtId", str(add_format(akar, ubah["format"])))
        xf.set("applyNumberFormat", "1")
    if "warna" in ubah or "ukuran" in ubah:
        huruf = copy.deepcopy(akar.find(f"{U}fonts")[int(xf.get("fontId", 0))])
        if "warna" in ubah:
            _put(huruf, "color", rgb=ubah["warna"])
        if "ukuran" in ubah:
            _put(huruf, "sz", val=ubah["ukuran"])
        xf.set("fontId", str(_append(akar.find(f"{U}fonts"), huruf)))
        xf.set("applyFont", "1")
    if "latar" in ubah:
        isi = etree.Element(f"{U}fill")
        pola = etree.SubElement(isi, f"{U}patternFill", patternType="solid")
        etree.SubElement(pola, f"{U}fgColor", rgb=ubah["latar"])
        xf.set("fillId", str(_append(akar.find(f"{U}fills"), isi)))
        xf.set("applyFill", "1")
    return _append(semua, xf)


def add_format(akar: Any, bentuk: str) -> int:
    """The id of a new number format."""
    semua = akar.find(f"{U}numFmts")
    if semua is None:
        semua = etree.Element(f"{U}numFmts", count="0")
        akar.insert(0, semua)
    nomor = max([200, *(int(satu.get("numFmtId")) for satu in semua)]) + 1
    _append(semua, etree.Element(f"{U}numFmt", numFmtId=str(nomor), formatCode=bentuk))
    return nomor


def add_dxf(paket: Paket, warna: str) -> tuple[Paket, int]:
    """A style of conditional formats that paints letters; also its number."""
    akar = paket.tree(GAYA)
    semua = akar.find(f"{U}dxfs")
    if semua is None:
        semua = etree.Element(f"{U}dxfs", count="0")
        akar.find(f"{U}cellStyles" if akar.find(f"{U}cellStyles") is not None else f"{U}cellXfs").addnext(semua)
    satu = etree.Element(f"{U}dxf")
    etree.SubElement(etree.SubElement(satu, f"{U}font"), f"{U}color", rgb=warna)
    nomor = _append(semua, satu)
    return paket.put_tree(GAYA, akar), nomor


def _append(semua: Any, satu: Any) -> int:
    semua.append(satu)
    semua.set("count", str(len(semua)))
    return len(semua) - 1


def _put(huruf: Any, nama: str, **atribut: str) -> None:
    """A property of a font; the schema of Excel wants b, i, …, sz, color, name in this order."""
    anak = huruf.find(f"{U}{nama}")
    if anak is None:
        anak = etree.Element(f"{U}{nama}")
        sebelum = [n for n, x in enumerate(huruf) if etree.QName(x).localname in {"b", "i", "u", "strike", "sz"}]
        huruf.insert(max(sebelum, default=-1) + 1, anak)
    for lama in list(anak.attrib):
        del anak.attrib[lama]
    anak.attrib.update(atribut)
