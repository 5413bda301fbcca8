"""Sheets of an `.xls` workbook: its records are walked, then calamine reads it, both in the child process."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.errors import DataError
from kinerja.tabel.anak import call
from kinerja.tabel.arsip import refuse_sandi
from kinerja.tabel.batas import MAKS_LUAS
from kinerja.tabel.biff import Jejak, refuse_luas, walk_buku
from kinerja.tabel.ole import read_aliran
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.sel import IsiLembar, Petak


@dataclass(frozen=True, slots=True)
class LembarXls:
    """One sheet.

    Attributes:
        petak: cells from A1; text, numbers, truth values, dates and times, `SelGalat`; a blank is an empty text.
        rumus_kosong: formulas whose stored result is an empty text: it cannot be told whether they were computed.
    """

    nama: str
    tampak: bool
    petak: Petak
    rumus_kosong: int


class BukuXls:
    """A workbook, read whole.

    Attributes:
        lembar: whether each sheet can be seen, by its name, in order.
        nama, judul: empty; none of our workbooks is an .xls.

    Raises:
        DataError: as `read_xls`.
    """

    judul = ""

    def __init__(self, isi: bytes, tempat: str) -> None:
        semua = read_xls(isi, tempat)
        self.lembar: Mapping[str, bool] = {satu.nama: satu.tampak for satu in semua}
        self.nama: Mapping[str, str] = {}
        self._isi = {satu.nama: IsiLembar(satu.petak, rumus_kosong=satu.rumus_kosong) for satu in semua}

    def read(self, lembar: str) -> IsiLembar:
        """The cells of a sheet; whether rows are hidden is not looked at."""
        return self._isi[lembar]


def read_xls(isi: bytes, tempat: str) -> tuple[LembarXls, ...]:
    """All worksheets, hidden ones too.

    Raises:
        DataError: no workbook, broken, encrypted, too large, or a file that stops its reader.
    """
    hasil: tuple[LembarXls, ...] = call(f"{__name__}:parse_xls", isi, tempat, tempat=tempat, bita=len(isi))
    return hasil


def parse_xls(isi: bytes, tempat: str) -> tuple[LembarXls, ...]:
    """The same in this process; only the child may do so."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    jejak = walk_buku(read_aliran(isi, ("Workbook", "Book"), tempat), tempat)
    rusak = DataError("Berkas rusak dan tidak dapat dibaca.", tempat=tempat, saran=SIMPAN)
    hasil = []
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        lembar = buku.sheets_metadata
        if len(lembar) != len(jejak):
            raise rusak
        for nomor, (satu, terlihat) in enumerate(zip(lembar, jejak, strict=True)):
            if satu.typ != SheetTypeEnum.WorkSheet:
                continue
            sel = buku.get_sheet_by_index(nomor)
            if sel.total_height * sel.total_width > MAKS_LUAS:
                raise refuse_luas(sel.total_height, sel.total_width, tempat)
            petak: list[list[object]] = [list(baris) for baris in sel.to_python(skip_empty_area=False)]
            _mark_galat(petak, terlihat)
            hasil.append(LembarXls(satu.name, satu.visible == SheetVisibleEnum.Visible, petak, terlihat.rumus_kosong))
    except PasswordError:
        raise refuse_sandi(tempat) from None
    except (CalamineError, OSError, KeyError, ValueError, OverflowError):
        raise rusak from None
    return tuple(hasil)


def _mark_galat(petak: list[list[object]], terlihat: Jejak) -> None:
    """Put the errors, which the reader made blank, into the grid."""
    for (baris, kolom), galat in terlihat.galat.items():
        petak += [[] for _ in range(baris + 1 - len(petak))]
        petak[baris] += [""] * (kolom + 1 - len(petak[baris]))
        petak[baris][kolom] = galat
