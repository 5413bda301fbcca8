"""A small builder that collects the cells of one sheet and works out its row heights."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import count, repeat
from typing import Any

from kinerja.alamat import a1, quote_sheet
from kinerja.workbook.eksak import to_eksak, to_tampak
from kinerja.workbook.ekspresi import Isi, X, luar, rentang, sel
from kinerja.workbook.layout import Blok, Cetak, FormatBersyarat, Gambar, Grafik, Lembar, Nilai, Sel
from kinerja.workbook.sama import list_sel
from workbook_templates.tata import Susunan, arrange

_KOSONG = Sel(0, 0, None, "")
"""Keeps the place of a formula until all cells stand."""
STATUS = {"OK": "baik", "PERIKSA": "periksa"}
"""Colours of the words of a check."""


@cache
def read_teks(berkas: str) -> dict[str, Any]:
    """The wording of the sheets, from a TOML file of this package."""
    return tomllib.loads(files("workbook_templates").joinpath(berkas).read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def make_acuan(baris: int, kolom: int, tinggi: int, lebar: int) -> X:
    """What a name of these cells means."""
    if tinggi == lebar == 1:
        return sel(baris, kolom)
    return rentang(baris, kolom, baris + tinggi - 1, kolom + lebar - 1)


class Penyusun:
    """Collects one sheet: locked cells, input blocks, names; `finish` gives the frozen sheet."""

    def __init__(self, nama: str, lebar: Sequence[float], cetak: Cetak) -> None:
        self.nama_lembar = nama
        self.lebar = tuple(lebar)
        self.cetak = cetak
        self.nama: list[tuple[str, str]] = []
        self.isi = Isi()
        self._sel: list[Sel] = []
        self._rumus: list[tuple[int, int, int, X, str, int]] = []
        self._blok: list[Blok] = []
        self._tinggi: dict[int, float] = {}
        self._bersyarat: list[FormatBersyarat] = []
        self.grafik: list[Grafik] = []
        self.gambar: list[Gambar] = []
        self.jaga: list[tuple[int, int]] = []
        """First and last rows of what a page break must not tear apart."""
        self._gabung: list[tuple[int, int]] = []
        self._sambung: list[tuple[int, int]] = []
        self.penuh = True
        """Texts must show fully; else a row is as high as one can be."""

    def put_teks(
        self, baris: int, kolom: int, nilai: Nilai, gaya: str = "teks", *, lebar: int = 1, tinggi: int = 1
    ) -> None:
        """Place a locked text, number or blank."""
        self._put_sel(Sel(baris, kolom, nilai, gaya, None, None, lebar, tinggi))

    def put_tautan(self, baris: int, kolom: int, teks: str, tujuan: str, gaya: str = "tautan") -> None:
        """Place a locked text that leads to an address such as `SKM!A1`."""
        self._put_sel(Sel(baris, kolom, teks, gaya, None, tujuan))

    def _put_sel(self, satu: Sel) -> None:
        nilai = satu.nilai
        self._sel.append(satu)
        if type(nilai) is str:
            self.isi.sel[satu.kolom][satu.baris] = nilai
        elif nilai is not None:
            self.isi.sel[satu.kolom][satu.baris] = to_eksak(nilai)

    def put_gabung(self, baris: int, kolom: int, tinggi: int, isi: Nilai | X, gaya: str, *, lebar: int = 1) -> None:
        """A text, number or formula beside so many rows: merged over them, anew on each page that they reach."""
        if tinggi > 1:
            self._gabung.append((len(self._sel), tinggi))
        if isinstance(isi, X):
            self.put_rumus(baris, kolom, isi, gaya, lebar=lebar)
        else:
            self.put_teks(baris, kolom, isi, gaya, lebar=lebar)

    def put_sambung(self, baris: int, kolom: int, teks: Sequence[str | None], *, lebar: int = 1) -> int:
        """Paragraphs under each other without a line between them, framed on each page; gives the next row."""
        if len(teks) > 1:
            self._sambung.append((len(self._sel), len(teks)))
        for geser, alinea in enumerate(teks):
            self.put_teks(baris + geser, kolom, alinea, "alinea_utuh", lebar=lebar)
        return baris + len(teks)

    def count_sel(self) -> int:
        """Cells placed so far, outside of input blocks."""
        return len(self._sel)

    def put_baris(self, baris: int, kolom: int, nilai: Sequence[Nilai], gaya: str | Sequence[str]) -> None:
        """Place locked cells side by side, in one style or each in its own."""
        semua = repeat(gaya) if isinstance(gaya, str) else gaya
        for c, isi, satu in zip(count(kolom), nilai, semua, strict=False):
            self.put_teks(baris, c, isi, satu)

    def put_bentang(self, baris: int, kolom: int, isi: Iterable[tuple[Nilai, int]], gaya: str) -> None:
        """Place locked cells side by side, each with the number of columns that it covers."""
        for nilai, lebar in isi:
            self.put_teks(baris, kolom, nilai, gaya, lebar=lebar)
            kolom += lebar

    def put_kepala(self, baris: int, kolom: int, teks: Iterable[str | None], gaya: str = "kepala") -> None:
        """Place the head of a table or of the sheet: texts that many workbooks share."""
        self._sel += list_sel(baris, kolom, tuple(teks), gaya)

    def put_rumus(
        self, baris: int, kolom: int, rumus: X, gaya: str, *, nama: str | None = None, lebar: int = 1
    ) -> None:
        """Place a locked formula; what it shows is computed from the cells of this sheet when all stand."""
        self.isi.sel[kolom][baris] = rumus
        self._rumus.append((len(self._sel), baris, kolom, rumus, gaya, lebar))
        self._sel.append(_KOSONG)
        if nama:
            self.name_sel(nama, baris, kolom)

    def put_rumus_jadi(self, baris: int, kolom: int, rumus: str, nilai: str, gaya: str) -> None:
        """Place a locked formula whose text, and the text that it shows, are known; for tables of many rows."""
        self._sel.append(Sel(baris, kolom, nilai, gaya, rumus))
        self.isi.sel[kolom][baris] = nilai

    def put_berlabel(
        self, tempat: tuple[int, int], label: str, rumus: X, gaya: str, *, nama: str | None = None, lebar: int = 1
    ) -> None:
        """Place a label and, right of it, a formula."""
        baris, kolom = tempat
        self.put_teks(baris, kolom, label, "sel")
        self.put_rumus(baris, kolom + 1, rumus, gaya, nama=nama, lebar=lebar)

    def tell(self, acuan: str, nilai: Any) -> None:
        """Tell the value of a name or cell of another sheet that formulas of this one show."""
        self.isi.nama[acuan] = to_eksak(nilai)

    def get_nilai(self, nama: str) -> Any:
        """Exact value of a named cell of this sheet."""
        return self.isi.nama[nama].compute(self.isi)

    def refer(self, nama: str) -> X:
        """A named cell of this sheet, for formulas of another."""
        return luar(nama, self.get_nilai(nama))

    def export(self, rumus: X) -> X:
        """A formula over this sheet (its references name the sheet), for another."""
        return luar(rumus.rumus, rumus.compute(self.isi))

    def put_isian(self, blok: Blok) -> None:
        """Place an input block."""
        self._blok.append(blok)
        self.isi.put_blok(blok.baris, blok.kolom, blok.nilai)
        self.isi.nama[blok.nama] = make_acuan(blok.baris, blok.kolom, blok.tinggi, blok.lebar)

    def name_sel(self, nama: str, baris: int, kolom: int, tinggi: int = 1) -> None:
        """Define a workbook name for a range of this sheet."""
        alamat = a1(baris, kolom, mutlak=True)
        if tinggi > 1:
            alamat += ":" + a1(baris + tinggi - 1, kolom, mutlak=True)
        self.nama.append((nama, f"{quote_sheet(self.nama_lembar)}!{alamat}"))
        self.isi.nama[nama] = make_acuan(baris, kolom, tinggi, 1)

    def put_pita(self, baris: int, teks: str | None, gaya: str, kembar: int = 0) -> None:
        """Place a band over all columns of the sheet; its text stands in the first and in column `kembar`."""
        self.put_kepala(baris, 0, (teks if c in (0, kembar) else None for c in range(len(self.lebar))), gaya)

    def put_kembali(self, baris: int, kolom: int, lembar: str = "Petunjuk") -> None:
        """Place the link back to the first sheet."""
        self.put_tautan(baris, kolom, f"← Kembali ke {lembar}", f"{lembar}!A1")

    def set_tinggi(self, baris: int, poin: float) -> None:
        """Set a row's height, unless its texts need more."""
        self._tinggi[baris] = max(poin, self._tinggi.get(baris, 0))

    def set_bersyarat(self, wilayah: str, rumus: X, gaya: str) -> None:
        """Give cells a style while a formula, written for the first of them, is true."""
        self._bersyarat.append(FormatBersyarat(wilayah, rumus.rumus, gaya))

    def color(self, baris: int, kolom: int, akhir: int, gaya: Mapping[str, str]) -> None:
        """Colour words in a column; the words themselves stay.

        Args:
            gaya: style by word.
        """
        wilayah = f"{a1(baris, kolom)}:{a1(akhir, kolom)}"
        for kata, satu in gaya.items():
            self.set_bersyarat(wilayah, sel(baris, kolom) == kata, satu)

    def _compute(self) -> None:
        """Give every formula the value that it shows."""
        isi = self.isi
        for nomor, baris, kolom, rumus, gaya, lebar in self._rumus:
            nilai = isi.sel[kolom][baris]
            if nilai is rumus:
                nilai = isi.compute(baris, kolom, rumus)
            self._sel[nomor] = Sel(baris, kolom, to_tampak(nilai), gaya, rumus.fill(baris), None, lebar)

    def finish(
        self,
        *,
        beku: tuple[int, int] | None = None,
        filter_: str = "",
        tersembunyi: bool = False,
        warna_tab: str = "",
    ) -> Lembar:
        """The sheet as frozen data."""
        self._compute()
        lembar = Lembar(
            nama=self.nama_lembar,
            lebar=self.lebar,
            sel=tuple(self._sel),
            blok=tuple(self._blok),
            tinggi=tuple(self._tinggi.items()),
            beku=beku,
            cetak=self.cetak,
            bersyarat=tuple(self._bersyarat),
            grafik=tuple(self.grafik),
            gambar=tuple(self.gambar),
            filter=filter_,
            tersembunyi=tersembunyi,
            warna_tab=warna_tab,
        )
        return arrange(lembar, Susunan(self._gabung, self._sambung, self.jaga, self.penuh))
