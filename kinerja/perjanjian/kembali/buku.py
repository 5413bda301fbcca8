"""A workbook of ours, issued or returned, as cells and names: what comparing and computing need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from kinerja.alamat import Kotak, split_acuan
from kinerja.errors import DataError
from kinerja.perjanjian.model import AWALAN_NAMA
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.batas import MAKS_LUAS
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xlsx_gambar import is_gambar_kosong
from kinerja.tabel.xlsx_penuh import LembarPenuh, SelPenuh
from kinerja.tabel.xlsx_penuh_baca import read_penuh
from kinerja.tabel.xlsx_rupa import BIASA, PembacaRupa, Rupa
from kinerja.tabel.xml import Penangan, parse_xml

AWALAN_ISIAN, AWALAN_HASIL = "isian_", "hasil_"
_MAKS_SIFAT = 80
"""Letters of the name of a program."""
_MAKS_KENAL = 64_000
"""Bytes of a part that is remembered."""
_ASING = {
    "vbaproject.bin": "makro",
    "xl/macrosheets/": "makro",
    "xl/externallinks/": "tautan ke berkas lain",
    "xl/connections.xml": "sambungan ke data luar",
}


@dataclass(frozen=True, slots=True)
class BukuUtuh:
    """All of a workbook that says something.

    Attributes:
        lembar: sheets with their cells, in order.
        keadaan: of each sheet, chart sheets too: `visible`, `hidden`, `veryHidden`.
        nama: where names of the whole workbook lead, those that lead to cells.
        nama_mentah: the same as written, all of them; `nama_lokal` those that one sheet knows, by (sheet, name).
        identitas: what `identitas_…` cells hold, as text, by the rest of the name.
        rupa: looks by number of style; `rupa_syarat` those that rules put over them.
        asing: what does not belong into a workbook of ours: macros, links to other files.
        disimpan: when a program saved it last, as the file says; empty where it does not.
        program: which one, as the file says; empty where it does not.
        hitung: how it is computed, as `calcPr` says.
        sejak_1904: its days count from 1904.
    """

    tempat: str
    lembar: Mapping[str, LembarPenuh]
    keadaan: Mapping[str, str]
    nama: Mapping[str, tuple[str, Kotak]]
    nama_mentah: Mapping[str, str]
    nama_lokal: Mapping[tuple[str, str], str]
    identitas: Mapping[str, str]
    rupa: tuple[Rupa, ...]
    rupa_syarat: tuple[Rupa, ...]
    asing: tuple[str, ...]
    disimpan: str
    program: str
    hitung: Mapping[str, str]
    sejak_1904: bool

    def get_sel(self, lembar: str, baris: int, kolom: int) -> SelPenuh | None:
        """A cell, if anything stands there."""
        isi = self.lembar.get(lembar)
        return isi.sel.get((baris, kolom)) if isi else None

    def get_rupa(self, sel: SelPenuh) -> Rupa:
        """How a cell looks."""
        return self.rupa[sel.gaya] if sel.gaya < len(self.rupa) else BIASA

    def list_nama(self, awalan: str) -> dict[str, tuple[str, Kotak]]:
        """Names beginning so, with where they lead."""
        return {nama: letak for nama, letak in self.nama.items() if nama.startswith(awalan)}

    def list_isian(self) -> dict[str, tuple[str, Kotak]]:
        """Where things are typed, by name."""
        return self.list_nama(AWALAN_ISIAN)


def read_buku(isi: bytes, tempat: str) -> BukuUtuh:
    """The workbook in the bytes of an .xlsx file.

    Raises:
        DataError: no .xlsx, encrypted, broken, too large.
    """
    arsip = Arsip(isi, tempat, bebas=True)
    buku = BukuXlsx(arsip)
    lembar = {
        nama: read_penuh(arsip, bagian, f"{tempat}, lembar {nama}", buku.teks) for nama, bagian in buku.bagian.items()
    }
    for nama_lembar, isi_lembar in lembar.items():
        if isi_lembar.gambar and is_gambar_kosong(buku, arsip, buku.bagian[nama_lembar]):
            lembar[nama_lembar] = replace(isi_lembar, gambar=False)
    nama = _list_nama(buku)
    asing = {kata for bagian in arsip.nama for tanda, kata in _ASING.items() if tanda in bagian.casefold()}
    return BukuUtuh(
        tempat,
        lembar,
        buku.keadaan,
        nama,
        buku.nama,
        buku.nama_lokal,
        _read_identitas(nama, lembar),
        *_read_rupa(buku, arsip),
        tuple(sorted(asing)),
        _read_sifat(arsip, "docProps/core.xml", "modified"),
        _read_sifat(arsip, "docProps/app.xml", "Application"),
        buku.hitung,
        buku.sejak_1904,
    )


def _list_nama(buku: BukuXlsx) -> dict[str, tuple[str, Kotak]]:
    """Names that lead to cells; whoever asks for them reads each cell, so those that lead to too many lead nowhere."""
    nama: dict[str, tuple[str, Kotak]] = {}
    sisa = MAKS_LUAS
    for satu, acuan in buku.nama.items():
        with suppress(DataError):
            lembar, (b, k, b_akhir, k_akhir) = letak = _split_acuan(acuan)
            luas = (b_akhir - b + 1) * (k_akhir - k + 1)
            if lembar in buku.lembar and luas <= sisa:
                sisa -= luas
                nama[satu] = letak
    return nama


@lru_cache(maxsize=4096)
def _split_acuan(acuan: str) -> tuple[str, Kotak]:
    return split_acuan(acuan)


def _read_identitas(nama: Mapping[str, tuple[str, Kotak]], lembar: Mapping[str, LembarPenuh]) -> dict[str, str]:
    hasil = {}
    for satu, (milik, (baris, kolom, *_)) in nama.items():
        sel = lembar[milik].sel.get((baris, kolom)) if satu.startswith(AWALAN_NAMA) else None
        if sel is not None and sel.nilai is not None:
            nilai = sel.nilai
            teks = f"{nilai:g}" if isinstance(nilai, float) and nilai == int(nilai) else str(nilai).strip()
            hasil[satu.removeprefix(AWALAN_NAMA)] = teks
    return hasil


def _read_rupa(buku: BukuXlsx, arsip: Arsip) -> tuple[tuple[Rupa, ...], tuple[Rupa, ...]]:
    for bagian in buku.list_relasi("styles"):
        isi = arsip.read(bagian)
        try:
            return _parse_rupa(isi)
        except DataError as galat:
            raise DataError(galat.pesan, tempat=buku.tempat, saran=galat.saran) from None
    return (), ()


@lru_cache(maxsize=8)
def _parse_rupa(isi: bytes) -> tuple[tuple[Rupa, ...], tuple[Rupa, ...]]:
    """Styles of one form are the same bytes."""
    penangan = PembacaRupa()
    parse_xml((isi,), "", penangan)
    return penangan.finish(), tuple(penangan.syarat)


class _PembacaSifat(Penangan):
    """Properties of the document: one of them."""

    def __init__(self, nama: str) -> None:
        self.isi = ""
        self._nama = nama
        self._baca = False

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """An element begins."""
        self._baca = nama == self._nama

    def end(self, nama: str, dalam: int) -> None:
        """An element ends."""
        self._baca = False

    def text(self, teks: str) -> None:
        """Text."""
        if self._baca:
            self.isi = (self.isi + teks)[:_MAKS_SIFAT]


def _read_sifat(arsip: Arsip, bagian: str, nama: str) -> str:
    if bagian not in arsip:
        return ""
    if arsip.measure(bagian) > _MAKS_KENAL:
        return _parse_sifat(arsip.stream(bagian), nama, arsip.tempat)
    try:
        return _parse_sifat_kenal(arsip.read(bagian), nama)
    except DataError as galat:
        raise DataError(galat.pesan, tempat=arsip.tempat, saran=galat.saran) from None


def _parse_sifat(potongan: Iterable[bytes], nama: str, tempat: str) -> str:
    penangan = _PembacaSifat(nama)
    parse_xml(potongan, tempat, penangan)
    return penangan.isi


@lru_cache(maxsize=8)
def _parse_sifat_kenal(isi: bytes, nama: str) -> str:
    """An issue and its returns have these parts in common."""
    return _parse_sifat((isi,), nama, "")


def is_cap(disimpan: str) -> bool:
    """Whether a time of saving is the one that our own writer puts in, so that no program saved the file since.

    >>> is_cap("2024-01-01T00:00:00Z"), is_cap("2024-01-01T00:00:01Z"), is_cap("")
    (True, False, False)
    """
    return re.fullmatch(r"[0-9]{4}-01-01T00:00:00(?:Z|[+]00:00)?", disimpan.strip()) is not None
