"""What a filled form asks the kecamatan for: each input once, under its name; asked for again, it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kinerja.alamat import Kotak, a1, quote_sheet
from kinerja.formulir.baca import Tempat
from kinerja.formulir.geser import DIAM, PetaBaris
from kinerja.formulir.kunci import (
    DaftarIsian,
    find_aturan,
    list_sel,
    lock,
    lower_nama,
    put_isian,
    unlock,
)
from kinerja.formulir.nama import Butir, NamaForm
from kinerja.formulir.rangka import RangkaLembar, name_isian
from kinerja.formulir.sel import Workbook, Worksheet, find_bernama, is_sel
from kinerja.formulir.tulis import put_nilai
from kinerja.perjanjian.kembali.buku import AWALAN_HASIL, AWALAN_ISIAN
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Matriks


class Minta(NamedTuple):
    """What is to be typed: how its name ends, of which list and item, and whether a number said which."""

    kata: str
    daftar: str
    butir: Butir | None
    bernomor: bool = False

    @classmethod
    def from_nama(cls, nama: NamaForm, butir: Butir | None) -> Minta:
        """Where a value is not known yet; `butir` is the item that the name speaks of."""
        bidang = nama.get_bidang()
        assert bidang is not None
        return cls(bidang.isian, nama.daftar, butir, nama.nomor is not None)

    @property
    def nama(self) -> str:
        """Name of the input: of an indikator its own, of another list that of all its items.

        >>> Minta("isian_program_dpa", "program", Butir(2, None)).nama, Minta("lalu", "indikator", Butir(2, None)).nama
        ('isian_program_dpa', 'isian_indikator_2_lalu')
        """
        kata = self.kata.removeprefix(AWALAN_ISIAN)
        if not self.daftar or self.butir is None:
            return AWALAN_ISIAN + kata
        nomor = f"_{self.butir.nomor}" if self.bernomor or self.daftar == "indikator" else ""
        return f"{AWALAN_ISIAN}{self.daftar}{nomor}_{kata.removeprefix(f'{self.daftar}_')}"

    @property
    def kunci(self) -> tuple[str, str, int]:
        """What is asked for, however it is called: the list, the end of its name, the number of the item."""
        return self.daftar, self.kata, self.butir.nomor if self.butir else 0


class Peminta:
    """The inputs of a workbook while it is filled in."""

    def __init__(self, wb: Workbook, pk: PerjanjianKinerja, peta: Mapping[str, PetaBaris]) -> None:
        self._wb, self._pk, self._peta = wb, pk, peta
        self._isian = DaftarIsian()
        self._acuan: dict[tuple[str, str, int], str] = {}

    def find(self, minta: Minta) -> str:
        """Where something is asked for already, as formulas refer to it; empty where it is not."""
        return self._acuan.get(minta.kunci, "")

    def ask(self, tempat: Tempat, sel: Any, minta: Minta) -> None:
        """A cell in which the kecamatan types, or, where that is asked for already, one that shows it."""
        if acuan := self.find(minta):
            sel.value = f'=IF({acuan}="","",{acuan})'
            return
        b, k, nama = sel.row - 1, sel.column - 1, minta.nama
        kotak: Kotak = (b, k, b, k)
        if tempat.daftar and minta.daftar != "indikator" and not minta.bernomor:  # the block of all copies
            kotak = self._peta[tempat.lembar].move_kotak((tempat.baris, k, tempat.baris, k))
        if self._isian.letak.get(nama) != (tempat.lembar, kotak):
            self._isian.add(nama, tempat.lembar, kotak, find_aturan(nama, self._pk))
        self._acuan[minta.kunci] = f"{quote_sheet(tempat.lembar)}!{a1(b, k, mutlak=True)}"
        sel.value = None
        unlock(sel)

    def ask_teks(self, tempat: Tempat, sel: Any, butir: Butir | None) -> None:
        """A text of which something is not known and asked for nowhere: all of it is typed; its name is its place."""
        nama = name_isian(tempat.lembar, (tempat.baris, tempat.kolom, tempat.baris, tempat.kolom))
        b, k = sel.row - 1, sel.column - 1
        self._isian.add(f"{nama}_{butir.nomor}" if tempat.daftar and butir else nama, tempat.lembar, (b, k, b, k))
        unlock(sel)

    def open_lembar(self, ws: Worksheet, rangka: RangkaLembar) -> None:
        """Blocks that the office left open are inputs; what else is open, is closed."""
        peta = self._peta.get(ws.title, DIAM)
        for nama, kotak in rangka.isian:
            self._isian.add(nama, ws.title, peta.move_kotak(kotak))
        for baris, kolom in rangka.kunci:
            for sel in list_sel(ws, peta.move_kotak((baris, kolom, baris, kolom))):
                lock(sel)

    def _open(self, lembar: str, kotak: Kotak, terisi: set[tuple[int, int]]) -> None:
        """Unlock the blank cells of a range; to ask each style whether it is open would take the longest of all."""
        terbuka: set[int] = set()
        for sel in list_sel(self._wb[lembar], kotak):
            gaya = sel._style.protectionId if sel.has_style else -1
            if (
                gaya not in terbuka
                and is_sel(sel)
                and sel.value is None
                and (sel.row - 1, sel.column - 1) not in terisi
            ):
                unlock(sel)
                terbuka.add(sel._style.protectionId)

    def finish(self, terisi: Mapping[str, set[tuple[int, int]]], isi: Mapping[str, Matriks]) -> None:
        """Ranges that the office named are open, but for its formulas and what is filled in; inputs have their names.

        Args:
            terisi: cells that were filled in, by sheet.
            isi: what was typed before, by name; it goes into inputs that are blank.
        """
        lower_nama(self._wb, (AWALAN_ISIAN, AWALAN_HASIL))
        for nama, (lembar, kotak) in find_bernama(self._wb).items():
            if nama.startswith(AWALAN_ISIAN):
                self._isian.add(nama, lembar, kotak, find_aturan(nama, self._pk))
                self._open(lembar, kotak, terisi[lembar])
        put_isian(self._wb, self._isian)
        for nama, matriks in isi.items():
            lembar, kotak = self._isian.letak[nama]
            nilai = [satu for baris in matriks for satu in baris]
            for sel, satu in zip(list_sel(self._wb[lembar], kotak), nilai, strict=True):
                if satu is not None and not sel.protection.locked:
                    put_nilai(sel, satu, f"lembar {lembar}, sel {sel.coordinate}")
