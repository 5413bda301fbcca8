"""A workbook of any kind that offices have, by its content: .xlsx, .ods and the old .xls."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol

from kinerja.alamat import Kotak, split_acuan
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip, refuse_sandi
from kinerja.tabel.ods import JENIS as JENIS_ODS
from kinerja.tabel.ods import BukuOds
from kinerja.tabel.pintu import SIMPAN, JenisBerkas, find_jenis
from kinerja.tabel.sel import IsiLembar
from kinerja.tabel.xlsx import BukuXlsx

BUKU = frozenset([JenisBerkas.ZIP, JenisBerkas.OLE, JenisBerkas.SANDI])
"""Kinds of files that may be a workbook."""


class Buku(Protocol):
    """What readers ask of a workbook.

    Attributes:
        lembar: whether each sheet can be seen, by its name, in order.
        nama: references by defined name.
    """

    lembar: Mapping[str, bool]
    nama: Mapping[str, str]

    @property
    def judul(self) -> str:
        """The title among its properties; empty where there is none."""

    def read(self, lembar: str) -> IsiLembar:
        """The cells of a sheet."""


_MINTA = "Minta lembar kerjanya (.xlsx) dari yang membuatnya; dari SIPD, unduh sebagai .xlsx atau .csv."


def open_buku(isi: bytes, tempat: str, *, boleh_xls: bool = True) -> Buku:
    """The workbook in the bytes of a file.

    Args:
        tempat: name of the file, for messages.
        boleh_xls: the old .xls is taken as well.

    Raises:
        DataError: something else, encrypted, broken, too large, with macros or links to other files.
    """
    jenis = find_jenis(isi)
    if jenis is JenisBerkas.SANDI:
        raise refuse_sandi(tempat)
    if jenis is JenisBerkas.ZIP:
        arsip = Arsip(isi, tempat)
        if arsip.read_awal("mimetype", len(JENIS_ODS)) == JENIS_ODS:
            return BukuOds(arsip)
        return BukuXlsx(arsip)
    if jenis is JenisBerkas.OLE and boleh_xls:
        from kinerja.tabel.xls import BukuXls  # who has no such file does not wait for the child's door

        return BukuXls(isi, tempat)
    if jenis is JenisBerkas.OLE:
        raise DataError("Ini berkas Excel lama (.xls).", tempat=tempat, saran=SIMPAN)
    raise refuse_jenis(jenis, tempat)


def read_bernama(buku: Buku, awalan: str) -> dict[str, str]:
    """What stands in the cells that defined names beginning so lead to, as text, by the rest of the name.

    A name that leads nowhere is left out; whole numbers are written as such.

    Raises:
        DataError: a sheet that cannot be read.
    """
    letak: dict[str, tuple[str, Kotak]] = {}
    for nama, acuan in buku.nama.items():
        if nama.startswith(awalan):
            with suppress(DataError):
                letak[nama.removeprefix(awalan)] = split_acuan(acuan)
    petak = {lembar: buku.read(lembar).petak for lembar in {s for s, _ in letak.values()} & buku.lembar.keys()}
    hasil = {}
    for nama, (lembar, (baris, kolom, *_)) in letak.items():
        isi = petak.get(lembar, ())
        sel = isi[baris][kolom] if baris < len(isi) and kolom < len(isi[baris]) else None
        if sel is not None:
            hasil[nama] = f"{sel:g}" if isinstance(sel, float) and sel == int(sel) else str(sel).strip()
    return hasil


def refuse_jenis(jenis: JenisBerkas, tempat: str) -> DataError:
    """The error for a file that is no workbook."""
    if jenis is JenisBerkas.KOSONG:
        return DataError("Berkas kosong.", tempat=tempat, saran="Periksa pengiriman atau penyalinannya.")
    tampilan = jenis in (JenisBerkas.PDF, JenisBerkas.GAMBAR)  # no program makes a table of it that can be trusted
    return DataError(f"Ini {jenis}, bukan lembar kerja.", tempat=tempat, saran=_MINTA if tampilan else SIMPAN)
