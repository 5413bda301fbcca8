"""A small builder that collects the cells of one sheet and works out its row heights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from kinerja.workbook.alamat import a1, quote_sheet
from kinerja.workbook.layout import Aturan, Blok, Cetak, FormatBersyarat, Gambar, Grafik, Lembar, Nilai, Sel
from kinerja.workbook.ukuran import TINGGI_BAKU, row_height
from workbook_templates.gaya import GAYA

_TINGGI = {nama: gaya for nama, gaya in GAYA.items() if gaya.lipat or gaya.ukuran > 11}
"""Styles whose text may need a higher row."""


@lru_cache(maxsize=256)
def _list_sel(baris: int, kolom: int, teks: tuple[str | None, ...], gaya: str) -> tuple[Sel, ...]:
    """The same cells for the same head, not only equal ones: a press passes them over."""
    return tuple(Sel(baris, kolom + geser, isi, gaya) for geser, isi in enumerate(teks))


class Penyusun:
    """Collects one sheet: locked cells, input blocks, names; `selesai` gives the frozen sheet."""

    def __init__(self, nama: str, lebar: Sequence[float], cetak: Cetak) -> None:
        self.nama_lembar = nama
        self.lebar = tuple(lebar)
        self.cetak = cetak
        self.nama: list[tuple[str, str]] = []
        self._sel: list[Sel] = []
        self._blok: list[Blok] = []
        self._tinggi: dict[int, float] = {}
        self._bersyarat: list[FormatBersyarat] = []
        self._grafik: list[Grafik] = []
        self._gambar: list[Gambar] = []

    def teks(
        self,
        baris: int,
        kolom: int,
        nilai: Nilai,
        gaya: str = "teks",
        *,
        lebar: int = 1,
        tinggi: int = 1,
        tautan: str | None = None,
    ) -> None:
        """Place a locked text, number or blank."""
        self._sel.append(Sel(baris, kolom, nilai, gaya, None, tautan, lebar, tinggi))

    def baris(self, baris: int, kolom: int, nilai: Iterable[Nilai], gaya: str) -> None:
        """Place locked cells side by side in one style."""
        for geser, isi in enumerate(nilai):
            self.teks(baris, kolom + geser, isi, gaya)

    def kepala(self, baris: int, kolom: int, teks: Iterable[str | None], gaya: str = "kepala") -> None:
        """Place the head of a table or of the sheet: texts that many workbooks share."""
        self._sel += _list_sel(baris, kolom, tuple(teks), gaya)

    def rumus(
        self,
        baris: int,
        kolom: int,
        rumus: str,
        nilai: Nilai,
        gaya: str,
        *,
        nama: str | None = None,
        lebar: int = 1,
    ) -> str:
        """Place a locked formula with the value that the core computed; returns its address on this sheet."""
        self._sel.append(Sel(baris, kolom, nilai, gaya, rumus, None, lebar))
        if nama:
            self.beri_nama(nama, baris, kolom)
        return a1(baris, kolom)

    def isian(
        self,
        nama: str,
        baris: int,
        kolom: int,
        nilai: Sequence[Sequence[Nilai]],
        aturan: Aturan,
        gaya: str,
        *,
        terkunci: Iterable[tuple[int, int]] = (),
        gaya_terkunci: str = "sel",
    ) -> None:
        """Place an input block shaped like `nilai` (blank is None)."""
        blok = Blok(
            nama,
            baris,
            kolom,
            len(nilai),
            len(nilai[0]),
            gaya,
            aturan,
            tuple(tuple(b) for b in nilai),
            frozenset(terkunci),
            gaya_terkunci,
        )
        self._blok.append(blok)

    def beri_nama(self, nama: str, baris: int, kolom: int, tinggi: int = 1) -> None:
        """Define a workbook name for a range of this sheet."""
        alamat = a1(baris, kolom, mutlak=True)
        if tinggi > 1:
            alamat += ":" + a1(baris + tinggi - 1, kolom, mutlak=True)
        self.nama.append((nama, f"{quote_sheet(self.nama_lembar)}!{alamat}"))

    def tinggi(self, baris: int, poin: float) -> None:
        """Set a row's height, unless its texts need more."""
        self._tinggi[baris] = max(poin, self._tinggi.get(baris, 0))

    def bersyarat(self, wilayah: str, rumus: str, gaya: str) -> None:
        """Give cells a style while a formula is true."""
        self._bersyarat.append(FormatBersyarat(wilayah, rumus, gaya))

    def warnai_status(self, wilayah: str) -> None:
        """Colour the words OK and PERIKSA in a range; the words themselves stay."""
        sel = wilayah.split(":", maxsplit=1)[0]
        self.bersyarat(wilayah, f'{sel}="OK"', "baik")
        self.bersyarat(wilayah, f'{sel}="PERIKSA"', "periksa")

    def grafik(self, grafik: Grafik) -> None:
        """Place a chart."""
        self._grafik.append(grafik)

    def gambar(self, gambar: Gambar) -> None:
        """Place a picture."""
        self._gambar.append(gambar)

    def _measure(self) -> tuple[tuple[int, float], ...]:
        tinggi = dict(self._tinggi)
        for sel in self._sel:
            gaya = _TINGGI.get(sel.gaya)
            if gaya and isinstance(sel.nilai, str) and sel.tinggi == 1:
                lebar = self.lebar[sel.kolom : sel.kolom + sel.lebar] if gaya.lipat else (255.0,)
                perlu = row_height(sel.nilai, lebar, gaya.ukuran, gaya.tebal)
                if perlu > TINGGI_BAKU and perlu > tinggi.get(sel.baris, 0):
                    tinggi[sel.baris] = perlu
        for blok in self._blok:
            if GAYA[blok.gaya].lipat:
                for nomor, isi in enumerate(blok.nilai):
                    for kolom, nilai in enumerate(isi):
                        if isinstance(nilai, str):
                            perlu = row_height(nilai, (self.lebar[blok.kolom + kolom],))
                            if perlu > max(TINGGI_BAKU, tinggi.get(blok.baris + nomor, 0)):
                                tinggi[blok.baris + nomor] = perlu
        return tuple(sorted(tinggi.items()))

    def selesai(
        self,
        *,
        beku: tuple[int, int] | None = None,
        filter_: str = "",
        tersembunyi: bool = False,
        warna_tab: str = "",
    ) -> Lembar:
        """The sheet as frozen data."""
        return Lembar(
            nama=self.nama_lembar,
            lebar=self.lebar,
            sel=tuple(self._sel),
            blok=tuple(self._blok),
            tinggi=self._measure(),
            beku=beku,
            cetak=self.cetak,
            bersyarat=tuple(self._bersyarat),
            grafik=tuple(self._grafik),
            gambar=tuple(self._gambar),
            filter=filter_,
            tersembunyi=tersembunyi,
            warna_tab=warna_tab,
        )
