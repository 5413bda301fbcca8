"""What of a form stands outside its cells: every part is sound XML, no name hides where none is read, and nothing is
so large that openpyxl would make a cell of every place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.alamat import parse_range
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xml import Penangan, parse_xml

_KEPALA = re.compile(r"(?:odd|even|first)(?:Header|Footer)")
_INGATAN = frozenset(("numCache", "strCache", "multiLvlStrCache"))
"""What a chart remembers of its cells."""
_DI_SEL = frozenset(("v", "t", "f"))
MAKS_TAUTAN = 10_000
"""Cells that the links of a sheet may cover."""
MAKS_GAYA = 70_000
"""Styles of cells; Excel has 65.490 at most."""
_BAGIAN = (
    ("comment", "komentar"),
    ("drawing", "kotak teks atau bentuk"),
    ("chart", "grafik"),
    ("table", "tabel"),
    ("workbook.xml", "nama lembar atau nama rentang"),
)


def check_bagian(arsip: Arsip, berkas: str, halaman: dict[str, dict[str, str]] | None = None) -> Iterator[DataError]:
    """Names in braces outside of cells and of the heads and feet of pages.

    Args:
        halaman: is given the texts of heads and feet, by sheet and element (`oddHeader`).

    Raises:
        DataError: a part that is no XML as the door takes it.
    """
    lembar = {bagian.casefold(): nama for nama, bagian in BukuXlsx(arsip).bagian.items()}
    for bagian in arsip.nama:
        kecil = bagian.casefold()
        if not kecil.endswith((".xml", ".rels")):
            continue
        nama = lembar.get(kecil, "")
        penjaga = _Penjaga(bebas=kecil.startswith("docprops/") or kecil == "xl/sharedstrings.xml", di_lembar=bool(nama))
        parse_xml(arsip.stream(bagian), f"{berkas}, {f'lembar {nama}' if nama else bagian}", penjaga)
        tempat = f"{berkas}, lembar {nama}" if nama else berkas
        if penjaga.tautan > MAKS_TAUTAN:
            saran = "Hapus tautannya, lalu pasang di sel yang perlu saja."
            raise DataError("Tautan di lembar ini meliputi terlalu banyak sel.", tempat=tempat, saran=saran)
        if halaman is not None and penjaga.halaman:
            halaman[nama] = penjaga.halaman
        if penjaga.salah:
            di_mana = "aturan atau keterangan sel" if nama else _describe(kecil)
            yield DataError(
                f"Ada nama dalam kurung kurawal di {di_mana}: {penjaga.salah[:60]!r}.",
                tempat=tempat,
                saran="Nama hanya dapat diisi di sel, dan di kepala atau kaki halaman; pindahkan ke sana.",
            )


def check_gaya(arsip: Arsip, berkas: str) -> None:
    """Refuse a workbook of more styles than Excel can have.

    Raises:
        DataError: it has them.
    """
    bagian = "xl/styles.xml"
    if bagian in arsip and arsip.read(bagian).count(b"<xf") > MAKS_GAYA:
        saran = "Salin isinya ke buku kerja baru."
        raise DataError("Gaya sel di berkas ini terlalu banyak.", tempat=berkas, saran=saran)


def _measure(rentang: str) -> int:
    """Cells of a range.

    >>> _measure("B2:C4"), _measure("A1"), _measure("A:A")
    (6, 1, 0)
    """
    try:
        b, k, b_akhir, k_akhir = parse_range(rentang)
    except DataError:
        return 0
    return (b_akhir - b + 1) * (k_akhir - k + 1)


def _describe(bagian: str) -> str:
    return next((kata for tanda, kata in _BAGIAN if tanda in bagian), f"bagian {bagian}")


class _Penjaga(Penangan):
    """Looks for braces where no name is filled in.

    Args:
        bebas: they may stand anywhere in this part.

    Attributes:
        salah: the first text with braces.
        tautan: cells of all links.
        halaman: heads and feet of pages, by element.
    """

    def __init__(self, *, bebas: bool, di_lembar: bool) -> None:
        self.salah, self.tautan = "", 0
        self.halaman: dict[str, str] = {}
        self._bebas, self._di_lembar = bebas, di_lembar
        self._buka: list[str] = []

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        self._buka.append(nama)
        if nama == "hyperlink" and self._di_lembar:
            self.tautan += _measure(atribut.get("ref", ""))
        for nilai in atribut.values():
            self._look(nilai)

    def end(self, nama: str, dalam: int) -> None:
        self._buka.pop()

    def text(self, teks: str) -> None:
        kini = self._buka[-1] if self._buka else ""
        di_sel = kini in _DI_SEL and "c" in self._buka
        if self._di_lembar and _KEPALA.fullmatch(kini):
            self.halaman[kini] = self.halaman.get(kini, "") + teks
        elif not (self._di_lembar and di_sel) and not _INGATAN.intersection(self._buka):
            self._look(teks)

    def _look(self, teks: str) -> None:
        if "{{" in teks and not self._bebas:
            self.salah = self.salah or teks
