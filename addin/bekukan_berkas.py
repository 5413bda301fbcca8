"""Freeze a whole .xlsx: our calls become ordinary formulas or values, every other byte of every part stays.

The XML is edited in place, because a library that reads and writes the file would lose what it does not know.
"""

from __future__ import annotations

import posixpath
import re
from datetime import date
from pathlib import Path

from addin.bekukan_acuan import RupaBagian, RupaBuku
from addin.bekukan_arsip import write_arsip
from addin.bekukan_bagian import Cara, Laporan, Pembeku, Sekitar, Sisa
from addin.bekukan_nama import DaftarNama, NamaLembar, read_nama
from addin.bekukan_sisa import is_periksa, list_panggilan, mentions
from addin.bekukan_sunting import Suntingan, read_tag
from addin.bekukan_xml import Dicari, Elemen, walk
from kinerja.berkas import write_baru
from kinerja.errors import BerkasError, DataError
from kinerja.tabel.arsip import Arsip, refuse_sandi
from kinerja.tabel.batas import MAKS_BITA
from kinerja.tabel.pintu import SIMPAN, JenisBerkas, find_jenis, read_bita
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xml import is_ya

BUKU = "xl/workbook.xml"
_BAGIAN_RUMUS = re.compile(r"xl/(workbook|worksheets/[^/]+|tables/[^/]+)\.xml", re.IGNORECASE)
_RANTAI = "calcchain.xml"
_SEBELUM_HITUNG = frozenset(("sheets", "functionGroups", "externalReferences", "definedNames"))
"""What stands before calcPr in a workbook part; another order makes Excel repair the file."""


def freeze_file(path: Path, keluar: Path, *, nilai: bool = False, pada: date, hari_lain: bool = False) -> Laporan:
    """Write `keluar`, the file without our functions; `nilai` keeps values instead of ordinary formulas.

    Args:
        keluar: a file that does not exist.
        pada: the day whose law the formulas follow.
        hari_lain: `pada` is not the day of the stored values; what no formula can replace is left and reported.

    Raises:
        DataError: no .xlsx, locked with a password, damaged, too large, or without any of our functions.
        BerkasError: `nilai` for another day, or `keluar` exists or cannot be written.
    """
    if nilai and hari_lain:
        raise BerkasError(
            "Hasil yang tersimpan menurut aturan hari lain, jadi tidak dapat dijadikan nilai.",
            saran="Hapus --nilai, atau hapus --pada.",
        )
    isi = read_bita(path)
    hasil, laporan = freeze_isi(isi, str(path), Cara(pada, nilai_saja=nilai, hari_lain=hari_lain))
    if hasil is isi and not laporan.sisa:  # nothing to do is most likely the wrong file
        saran = "Tidak ada yang perlu dibekukan; periksa apakah ini berkas yang dimaksud."
        raise DataError("Tidak ada fungsi kinerja di berkas ini.", tempat=str(path), saran=saran)
    write_baru(keluar, hasil)
    return laporan


def freeze_isi(isi: bytes, tempat: str, cara: Cara) -> tuple[bytes, Laporan]:
    """The bytes of a workbook without our functions, the same object where it has none; what was done.

    Raises:
        DataError: no .xlsx, locked with a password, damaged, too large.
    """
    buku = _Buku(_open_buku(isi, tempat), cara)
    buku.freeze()
    return (write_arsip(isi, buku.arsip, buku.ganti) if buku.ganti else isi), buku.laporan


def _open_buku(isi: bytes, tempat: str) -> Arsip:
    jenis = find_jenis(isi)
    if jenis is JenisBerkas.SANDI:
        raise refuse_sandi(tempat)
    if jenis is not JenisBerkas.ZIP:
        raise DataError(f"Berkas ini bukan buku kerja .xlsx, melainkan {jenis}.", tempat=tempat, saran=SIMPAN)
    arsip = Arsip(isi, tempat, bebas=True)
    if BUKU not in arsip:
        raise DataError("Berkas ini bukan buku kerja .xlsx.", tempat=tempat, saran=SIMPAN)
    return arsip


def _read_buku(arsip: Arsip) -> BukuXlsx | None:
    """The list of sheets; None where it is broken, and only the names of the parts can be told."""
    try:
        return BukuXlsx(arsip)
    except DataError:
        return None


class _Buku:
    """A workbook while it is worked on. `ganti`: parts that change; None for one that goes."""

    def __init__(self, arsip: Arsip, cara: Cara) -> None:
        self.arsip = arsip
        self.laporan = Laporan()
        self.ganti: dict[str, bytes | None] = {}
        self._cara = cara
        buku = _read_buku(arsip)
        self._lembar = {bagian: nama for nama, bagian in buku.bagian.items()} if buku else {}
        self._rupa = RupaBuku(arsip, buku)
        self._nama = DaftarNama()

    def freeze(self) -> None:
        """Go through all parts, one at a time."""
        perlu_hitung = False
        self._nama = read_nama(self.arsip.read(BUKU), self._name(BUKU))
        for bagian in self.arsip.nama:
            data = self.arsip.read(bagian)  # also what is not looked at: a damaged file is told, not passed on
            if not is_periksa(bagian):
                continue
            sebelum = len(self.laporan.sisa)
            berumus = bagian in self._lembar or _BAGIAN_RUMUS.fullmatch(bagian)
            if berumus and (mentions(data) or list_panggilan(data, self._name(bagian))):
                lembar = self._lembar.get(bagian, "")
                sekitar = Sekitar(NamaLembar(self._nama, lembar), RupaBagian(self._rupa, bagian))
                pembeku = Pembeku(data, self._show(bagian), self._name(bagian), self._cara, self.laporan, sekitar)
                data = self._put(bagian, data, pembeku.freeze())
                perlu_hitung = perlu_hitung or pembeku.perlu_hitung
            self._report_rest(bagian, data, sebelum)
        if perlu_hitung:
            self._ask_recalculation()
        if self.laporan.nilai:  # a cell lost its formula
            self._drop_calc_chain()

    def _report_rest(self, bagian: str, data: bytes, sebelum: int) -> None:
        """Whatever place was not thought of: a call that still stands in a part is reported, never passed over."""
        try:
            panggilan = list_panggilan(data, self._name(bagian))
        except DataError:
            if not bagian.casefold().endswith(".vml"):  # Excel itself writes some that are no XML
                raise
            if mentions(data):
                self.laporan.sisa.append(
                    Sisa(self._show(bagian), "isi bagian ini", "tidak dapat dibaca; periksa dengan tangan")
                )
            return
        sudah = {satu.rumus for satu in self.laporan.sisa[sebelum:]}
        for teks in panggilan:
            if teks not in sudah:
                self.laporan.sisa.append(
                    Sisa(self._show(bagian), teks, "tempatnya tidak dikenal; ganti rumusnya dengan tangan")
                )

    def _drop_calc_chain(self) -> None:
        """Excel repairs a file whose calculation chain names cells without formula; without one it makes a new one."""
        rantai = [nama for nama in self.arsip.nama if posixpath.basename(nama).casefold() == _RANTAI]
        for nama in rantai:
            self.ganti[nama] = None
        if not rantai:
            return
        for bagian, elemen, kunci in (
            ("[Content_Types].xml", "Override", "PartName"),
            ("xl/_rels/workbook.xml.rels", "Relationship", "Target"),
        ):
            if bagian not in self.arsip:
                continue
            sunting = Suntingan(self._get(bagian), self._name(bagian))
            for satu in self._list_elemen(sunting, frozenset((elemen,))):
                if posixpath.basename(satu.atribut.get(kunci, "")).casefold() == _RANTAI:
                    sunting.remove(satu.awal, satu.tutup)
            self._put(bagian, sunting.data, sunting.splice())

    def _ask_recalculation(self) -> None:
        """Let the programs compute all cells when they open the file."""
        sunting = Suntingan(self._get(BUKU), self._name(BUKU))
        semua = [satu for satu in self._list_elemen(sunting, _SEBELUM_HITUNG | {"calcPr"}) if satu.dalam == 2]
        for satu in semua:
            if satu.nama == "calcPr":
                if not is_ya(satu.atribut.get("fullCalcOnLoad", "")):
                    sunting.set_atribut(satu.awal, "fullCalcOnLoad", b"1")
                break
        else:
            if semua:
                awalan = read_tag(sunting.data, semua[-1].awal).nama.removesuffix(semua[-1].nama.encode())
                sunting.insert_after(semua[-1], b'<%scalcPr fullCalcOnLoad="1"/>' % awalan)
        self._put(BUKU, sunting.data, sunting.splice())

    def _list_elemen(self, sunting: Suntingan, nama: frozenset[str]) -> list[Elemen]:
        semua: list[Elemen] = []
        walk(sunting.data, sunting.tempat, Dicari(nama), semua.append)
        return semua

    def _get(self, bagian: str) -> bytes:
        return self.ganti.get(bagian) or self.arsip.read(bagian)

    def _put(self, bagian: str, lama: bytes, data: bytes) -> bytes:
        if data != lama:
            self.ganti[bagian] = data
            if sum(len(satu) for satu in self.ganti.values() if satu) > MAKS_BITA:
                raise DataError("Hasilnya terlalu besar.", tempat=self.arsip.tempat, saran="Bagi buku kerjanya.")
        return data

    def _show(self, bagian: str) -> str:
        """A part as the user knows it, where that is a sheet."""
        return f"lembar {self._lembar[bagian]}" if bagian in self._lembar else bagian

    def _name(self, bagian: str) -> str:
        return f"{self.arsip.tempat}, {bagian}"
