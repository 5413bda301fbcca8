"""Which cells a reference means, and whether a function reads one of them otherwise than an ordinary formula does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from addin.bekukan_geser import TETAP, read_kotak
from addin.bekukan_rupa import LOGIS, PERSEN, TANGGAL, RupaSel, judge_rupa, read_rupa
from addin.ejaan import KOLOM_TABEL
from addin.spec import Arg
from kinerja.alamat import Kotak, parse_range, unquote_lembar
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xlsx_gaya import PembacaGaya
from kinerja.tabel.xml import Penangan, parse_xml

BUKAN_ANGKA = {TANGGAL: "berisi tanggal", LOGIS: "berisi TRUE atau FALSE"}
KATA = {PERSEN: "tampak persen", **BUKAN_ANGKA}
_ANGKA = frozenset(("nilai", "uang", "bilangan", "target", "daftar_nilai", "matriks"))
"""Kinds of arguments for which a day, TRUE or FALSE is refused."""
_SUDUT = r"(?:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}|\$?\d{1,7})"
_ACUAN = re.compile(
    rf"(?:(?P<lembar>'(?:[^']|'')+'|[\w.]+)!)?(?P<awal>{_SUDUT})(?:\s*:\s*(?P<akhir>{_SUDUT}))?", re.IGNORECASE
)
_TABEL = re.compile(r"(?P<nama>[\w.\\]+)\[(?P<isi>.*)\]", re.DOTALL)
_KOLOM = re.compile(rf"\[({KOLOM_TABEL})\]")


def is_acuan(teks: str) -> bool:
    """Whether this is how cells are named.

    >>> [is_acuan(x) for x in ("A1", "'a b'!$A:$B", "T[@[x]]", "5", '"A1"', "TRUE")]
    [True, True, True, False, False, False]
    """
    cocok = _ACUAN.fullmatch(teks)
    return _TABEL.fullmatch(teks) is not None or (cocok is not None and bool(_read_acuan(cocok, [TETAP])))


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: the part of its sheet, its cells without the head, its columns."""

    lembar: str
    kotak: Kotak
    kolom: tuple[str, ...]


class RupaBuku:
    """How the cells of a workbook look; each sheet is read when it is asked for, once, and the styles once.

    Args:
        buku: its list of sheets; None where that is broken.
    """

    def __init__(self, arsip: Arsip, buku: BukuXlsx | None) -> None:
        self._arsip, self._buku = arsip, buku
        self._lembar = {nama.casefold(): bagian for nama, bagian in buku.bagian.items()} if buku else {}
        self._rupa: dict[str, RupaSel] = {}

    def find(self, acuan: str, di: str, geser: Sequence[Kotak], dicari: frozenset[str]) -> str:
        """What the first cell with one of these looks shows, as a clause; empty without one, and for no reference.

        Args:
            di: the part in which the formula stands.
            geser: by how many rows and columns, at least and at most, its relative addresses are shifted.
        """
        if (cocok := _TABEL.fullmatch(acuan)) is not None:
            bagian, kotak = self._find_tabel(cocok)
            semua = [kotak]
        elif (cocok := _ACUAN.fullmatch(acuan)) is not None:
            lembar = unquote_lembar(cocok["lembar"] or "")
            bagian = self._lembar.get(lembar.casefold(), "") if lembar else self._lembar_tabel.get(di, di)
            semua = list(dict.fromkeys(_read_acuan(cocok, geser)))
        else:
            return ""
        for kotak in semua if bagian in self._arsip else ():
            alamat, rupa = self._read(bagian).find(kotak, dicari)
            if rupa:
                return f"sel {alamat if bagian == di else self._show(bagian, alamat)} {KATA[rupa]}"
        return ""

    def _read(self, bagian: str) -> RupaSel:
        if bagian not in self._rupa:
            tempat = f"{self._arsip.tempat}, {bagian}"
            self._rupa[bagian] = read_rupa(self._arsip.stream(bagian), tempat, self._gaya)
        return self._rupa[bagian]

    @cached_property
    def _gaya(self) -> list[str]:
        isi = PembacaGaya(judge_rupa)
        for bagian in self._buku.list_relasi("styles") if self._buku else ["xl/styles.xml"]:
            if bagian in self._arsip:
                parse_xml(self._arsip.stream(bagian), f"{self._arsip.tempat}, {bagian}", isi)
        return [TANGGAL if rupa == "durasi" else rupa for rupa in isi.finish()]

    @cached_property
    def _tabel(self) -> dict[str, Tabel]:
        """Every table by name."""
        return {nama: tabel for bagian in self._lembar_tabel for nama, tabel in self._read_tabel(bagian)}

    @cached_property
    def _lembar_tabel(self) -> dict[str, str]:
        """The part of the sheet of each part that is a table."""
        semua = self._lembar.values() if self._buku else ()
        return {x: bagian for bagian in semua if self._buku for x in self._buku.list_relasi("table", bagian)}

    def _read_tabel(self, bagian: str) -> list[tuple[str, Tabel]]:
        isi = _PembacaTabel()
        if bagian not in self._arsip:
            return []
        parse_xml(self._arsip.stream(bagian), f"{self._arsip.tempat}, {bagian}", isi)
        try:
            baris, *sisa = parse_range(isi.acuan.upper())
        except DataError:
            return []
        kotak = (baris + isi.kepala, sisa[0], sisa[1], sisa[2])
        return [(isi.nama.casefold(), Tabel(self._lembar_tabel[bagian], kotak, tuple(isi.kolom)))]

    def _find_tabel(self, cocok: re.Match[str]) -> tuple[str, Kotak]:
        """The part and the cells of columns of a table; of a table that is not known, no part."""
        tabel = self._tabel.get(cocok["nama"].casefold())
        if tabel is None:
            return "", TETAP
        isi = cocok["isi"]
        nama = _KOLOM.findall(isi) if "[" in isi else [isi.removeprefix("@")]
        disebut = {re.sub("'(.)", r"\1", satu).strip().casefold() for satu in nama if not satu.startswith("#")}
        ke = [k for k, satu in enumerate(tabel.kolom) if satu.strip().casefold() in disebut] or range(len(tabel.kolom))
        baris, kolom, baris_akhir, _ = tabel.kotak
        return tabel.lembar, (baris, kolom + min(ke, default=0), baris_akhir, kolom + max(ke, default=0))

    def _show(self, bagian: str, alamat: str) -> str:
        nama = next((n for n, x in self._buku.bagian.items() if x == bagian), bagian) if self._buku else bagian
        return f"{alamat} di lembar {nama}"


@dataclass(frozen=True, slots=True)
class RupaBagian:
    """The looks of cells as the formulas of one part see them."""

    buku: RupaBuku
    bagian: str

    def refuse(self, geser: Sequence[Kotak], arg: Arg, acuan: str) -> str:
        """Why no formula may read these cells for that argument; empty when one may."""
        dicari = {PERSEN} if arg.persen else set()
        if arg.jenis in _ANGKA:
            dicari |= BUKAN_ANGKA.keys()
        return self.buku.find(acuan, self.bagian, geser, frozenset(dicari)) if dicari else ""


class _PembacaTabel(Penangan):
    """A part that is a table."""

    satu_ruang = True

    def __init__(self) -> None:
        self.nama = self.acuan = ""
        self.kepala = 1
        self.kolom: list[str] = []

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "table" and dalam == 1:
            self.nama, self.acuan = atribut.get("displayName", atribut.get("name", "")), atribut.get("ref", "")
            self.kepala = int(atribut.get("headerRowCount", "1") != "0")
        elif nama == "tableColumn" and dalam == 3:
            self.kolom.append(atribut.get("name", ""))


def _read_acuan(cocok: re.Match[str], geser: Sequence[Kotak]) -> list[Kotak]:
    return read_kotak(cocok["awal"].upper(), (cocok["akhir"] or "").upper(), geser)
