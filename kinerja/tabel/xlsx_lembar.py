"""The cells of one sheet of an .xlsx workbook; the pass that reads them is the pass that checks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from kinerja.alamat import MAKS_BARIS, MAKS_KOLOM, column_letters, find_kolom
from kinerja.errors import DataError
from kinerja.tabel.batas import MAKS_DALAM, MAKS_ELEMEN, MAKS_LUAS, MAKS_TEKS
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.sel import IsiLembar
from kinerja.tabel.xlsx_nilai import read_nilai
from kinerja.tabel.xlsx_polos import BarisPolos, Pembaca, find_kolom_bita, split_baris, split_lembar
from kinerja.tabel.xml import NamaLokal, Penangan, count_elemen, feed, is_ya, make_parser, refuse_panjang, refuse_rumit

_BARIS, _SEL, _NILAI = 3, 4, 5
"""Depths: worksheet 1, sheetData 2, row 3, c 4, and v, f, is 5."""
_KOSONG: tuple[object, ...] = ()
_MAKS_TAUTAN = 65_530
"""Links of a sheet (Excel specifications and limits)."""
_PENDENGAR = ("StartElementHandler", "EndElementHandler", "CharacterDataHandler")


class PembacaLembar(Pembaca):
    """Takes the events of a sheet and gives its cells.

    It answers expat itself, since a sheet has a million elements: what `make_parser` counts is counted here too.

    Args:
        tempat: file and sheet, for messages.
        teks: the shared strings.
        gaya: by style, whether it shows a date.
    """

    def __init__(self, tempat: str, teks: Sequence[str], gaya: Sequence[str], *, sejak_1904: bool) -> None:
        self._tempat, self._teks_bersama, self._gaya = tempat, teks, gaya
        self._nol = datetime(1904, 1, 1) if sejak_1904 else datetime(1899, 12, 30)
        self._lokal = NamaLokal(satu_ruang=True)
        self._dalam = self._elemen = self._panjang = 0
        self._petak: list[Sequence[object]] = []
        self._tautan: dict[str, str] = {}
        self._huruf: dict[str, int] = {}
        self._bentuk: dict[str, str] = {}
        self._di_data = self._ada_data = False
        self._baris = self._kolom = self._lebar = self._tersembunyi = 0
        self._sembunyi = self._ada_rumus = self._di_teks = False
        self._nomor = ""
        self._isi: list[object] = []
        self._sel: dict[str, str] = {}
        self._nilai: list[str] | None = None
        self._baca: list[str] | None = None
        self._lewat = self.banyak_akhir = 0
        self.dikenal = False
        self._bentuk_polos: dict[bytes, str] = {}
        self._pembaca = make_parser(tempat, Penangan())
        self.resume()

    def read(self, potongan: Iterator[bytes]) -> IsiLembar:
        """The cells in the bytes of the sheet, without blank rows at the end.

        Raises:
            DataError: broken, too large, cells that stand twice.
        """
        feed(self._pembaca, split_lembar(self, potongan), self._tempat)
        return IsiLembar(self._petak, self._tersembunyi, tautan=self._tautan)

    @property
    def di_data(self) -> bool:
        """Directly inside the sheet's rows, between two of them."""
        return self._di_data and self._dalam == _BARIS - 1

    def pause(self, isi: bytes) -> None:
        """Rows that are read already are about to go to expat, which need tell nothing of them."""
        self._count_elemen(count_elemen(isi))
        for nama in _PENDENGAR:
            setattr(self._pembaca, nama, None)

    def _count_elemen(self, banyak: int) -> None:
        self._elemen += banyak
        if self._elemen > MAKS_ELEMEN:
            raise refuse_rumit(self._tempat)

    def resume(self) -> None:
        """They are through."""
        for nama, fungsi in zip(_PENDENGAR, (self._start, self._end, self._text), strict=True):
            setattr(self._pembaca, nama, fungsi)

    def take_baris(self, isi: bytes) -> bool:
        """Read a row of the plainest spelling; False where it is another, and then nothing of it is read."""
        baris = split_baris(isi)
        return baris is not None and self._take_polos(baris)

    def _take_polos(self, baris: BarisPolos) -> bool:
        nomor = int(baris.nomor)
        if not self._baris < nomor <= MAKS_BARIS or baris.nomor[:1] == b"0":
            return False
        isi: list[object] = []
        kolom = 0
        try:
            for _, huruf, angka, gaya, jenis, teks in baris.sel:
                lama, kolom = kolom, find_kolom_bita(huruf)
                if kolom <= lama or angka != baris.nomor:
                    return False
                if teks and (nilai := self._read_polos(teks, gaya, jenis)) is not None:
                    if (jarak := kolom - 1 - len(isi)) > 0:
                        isi += [None] * jarak
                    isi.append(nilai)
        except (ValueError, IndexError):  # no shared string has that number
            return False
        if isi and nomor * max(self._lebar, len(isi)) > MAKS_LUAS:
            return False
        self._baris = nomor
        if isi:
            self._lebar = max(self._lebar, len(isi))
            self._isi, self._sembunyi = isi, baris.sembunyi
            self._end_baris()
        return True

    def _read_polos(self, teks: bytes, gaya: bytes, jenis: bytes) -> object:
        if jenis == b"s":
            if not teks.isdigit():
                raise ValueError
            return self._teks_bersama[int(teks)] or None
        bentuk = self._bentuk_polos.get(gaya)
        if bentuk is None:
            bentuk = self._bentuk_polos[gaya] = self._find_bentuk(gaya.decode() or "0")
        if not bentuk and teks.isdigit():
            return float(teks)
        return read_nilai(teks.decode(), "n", bentuk, self._nol, ada_rumus=False)

    def _start(self, nama: str, atribut: dict[str, str]) -> None:
        """An element begins; those that a sheet has most of come first."""
        self._dalam = dalam = self._dalam + 1
        self._elemen += 1
        self._panjang = 0
        if dalam > MAKS_DALAM or self._elemen > MAKS_ELEMEN:
            raise refuse_rumit(self._tempat)
        lokal = self._lokal[nama]
        if not self._di_data:
            self._start_sisi(lokal, dalam, atribut)
        elif dalam == _SEL and lokal == "c":
            self._start_sel(atribut)
        elif dalam == _NILAI:
            self._start_isi(lokal)
        elif dalam > _NILAI:
            self._start_potong(lokal, dalam)
        elif dalam == _BARIS and lokal == "row":
            self._start_baris(atribut)
        elif lokal != "extLst":  # alternatives, or cells of a language of somebody's own
            pesan = f"Ada {lokal[:40]!r} di antara sel, yang tidak dibaca."
            raise DataError(pesan, tempat=f"{self._tempat}, baris {self._baris}", saran=SIMPAN)

    def _start_sisi(self, nama: str, dalam: int, atribut: dict[str, str]) -> None:
        """Before or behind the cells, or where they begin."""
        if nama == "sheetData" and dalam == 2:
            if self._ada_data:
                raise DataError("Ada dua daftar sel di dalam lembar.", tempat=self._tempat, saran=SIMPAN)
            self._di_data = self._ada_data = True
        elif nama == "hyperlink" and dalam == 3 and len(self._tautan) < _MAKS_TAUTAN:
            self._tautan[atribut.get("ref", "")] = atribut.get("location", "")

    def _start_isi(self, nama: str) -> None:
        """Directly inside a cell: its value, its formula, or the text of its own."""
        if nama == "f":
            self._ada_rumus = True
        elif nama in ("v", "is"):
            if self._nilai is not None:
                raise self._refuse("berisi dua nilai")
            self._nilai = []
            self._baca = self._nilai if nama == "v" else None
            self._di_teks = nama == "is"
        elif nama != "extLst":
            raise self._refuse(f"berisi {nama[:40]!r}, yang tidak dibaca")

    def _start_potong(self, nama: str, dalam: int) -> None:
        """Deeper inside: the pieces of a text, is/t or is/r/t, but not how they sound."""
        if self._baca is not None:
            raise self._refuse("berisi nilai yang rusak")
        if nama == "rPh":
            self._lewat += 1
        elif nama == "t" and self._di_teks and not self._lewat and dalam <= _NILAI + 2:
            self._baca = self._nilai

    def _end(self, nama: str) -> None:
        """An element ends."""
        dalam = self._dalam
        self._dalam = dalam - 1
        if not self._di_data:
            return
        self._baca = None
        if dalam == _NILAI:
            self._di_teks = False
        elif dalam == _SEL:
            if (self._nilai is not None or self._ada_rumus) and self._lokal[nama] == "c":
                self._end_sel()
        elif dalam == _BARIS:
            self.banyak_akhir += 1
            if self._isi:
                self._end_baris()
        elif dalam == 2:
            self._di_data = False
        elif self._lokal[nama] == "rPh":
            self._lewat -= 1

    def _text(self, teks: str) -> None:
        """Text, perhaps one of several pieces."""
        self._panjang += len(teks)
        if self._panjang > MAKS_TEKS:
            raise refuse_panjang(self._tempat)
        if self._baca is not None:
            self._baca.append(teks)

    def _start_baris(self, atribut: dict[str, str]) -> None:
        nomor = atribut.get("r")
        if nomor is None:
            self._baris += 1
        elif nomor.isascii() and nomor.isdecimal() and len(nomor) < 8 and int(nomor) > self._baris:
            self._baris = int(nomor)
        else:
            raise DataError(f"Urutan baris rusak di baris {nomor[:20]}.", tempat=self._tempat, saran=SIMPAN)
        if self._baris > MAKS_BARIS:
            raise DataError("Ada baris di luar lembar.", tempat=self._tempat, saran=SIMPAN)
        self._nomor = str(self._baris)
        self._kolom = 0
        self._isi = []
        self._sembunyi = is_ya(atribut.get("hidden", ""))

    def _start_sel(self, atribut: dict[str, str]) -> None:
        alamat = atribut.get("r")
        if alamat is None:
            self._kolom += 1
            if self._kolom > MAKS_KOLOM:
                raise DataError("Ada sel di luar lembar.", tempat=f"{self._tempat}, baris {self._baris}", saran=SIMPAN)
        else:
            huruf = alamat[: -len(self._nomor)] if alamat.endswith(self._nomor) else ""
            kolom = self._huruf.get(huruf)
            if kolom is None:
                kolom = self._huruf[huruf] = find_kolom(huruf)
            if kolom <= self._kolom:
                pesan = f"Urutan sel rusak di {alamat[:20]!r}."
                raise DataError(pesan, tempat=f"{self._tempat}, baris {self._baris}", saran=SIMPAN)
            self._kolom = kolom
        self._sel = atribut
        self._nilai = None
        self._ada_rumus = False

    def _end_sel(self) -> None:
        teks = "".join(self._nilai) if self._nilai else ""
        jenis = self._sel.get("t", "n")
        if jenis == "s":
            nilai: object = self._get_bersama(teks)
        else:
            gaya = self._sel.get("s", "0")
            bentuk = self._bentuk.get(gaya)
            if bentuk is None:
                bentuk = self._bentuk[gaya] = self._find_bentuk(gaya)
            nilai = read_nilai(teks, jenis, bentuk, self._nol, ada_rumus=self._ada_rumus)
        self._nilai, self._ada_rumus = None, False
        if nilai is None:
            return
        isi, kolom = self._isi, self._kolom
        if kolom > self._lebar or not isi:
            self._lebar = max(self._lebar, kolom)
            if self._baris * self._lebar > MAKS_LUAS:
                raise DataError(
                    f"Sel {self._alamat} terisi jauh di luar tabel, atau tabelnya terlalu besar.",
                    tempat=f"{self._tempat}, baris {self._baris}",
                    saran="Hapus isi di luar tabel; tabel besar dibaca sebagai .csv.",
                )
        if (jarak := kolom - 1 - len(isi)) > 0:
            isi += [None] * jarak
        isi.append(nilai)

    def _end_baris(self) -> None:
        if (jarak := self._baris - 1 - len(self._petak)) > 0:
            self._petak.extend([_KOSONG] * jarak)
        self._petak.append(self._isi)
        self._tersembunyi += self._sembunyi
        self._isi = []

    def _find_bentuk(self, gaya: str) -> str:
        """What a style makes of a number; one that is not there makes nothing of it."""
        nomor = int(gaya) if gaya.isdecimal() and len(gaya) < 9 else 0
        return self._gaya[nomor] if nomor < len(self._gaya) else ""

    def _get_bersama(self, teks: str) -> str | None:
        polos = teks.strip()
        if polos.isascii() and polos.isdecimal() and len(polos) < 10:
            nomor = int(polos)
            if nomor < len(self._teks_bersama):
                return self._teks_bersama[nomor] or None
        raise self._refuse(f"menunjuk teks yang tidak ada: {polos[:20]!r}")

    @property
    def _alamat(self) -> str:
        return f"{column_letters(self._kolom - 1)}{self._baris}"

    def _refuse(self, sebab: str) -> DataError:
        return DataError(f"Sel {self._alamat} {sebab}.", tempat=f"{self._tempat}, baris {self._baris}", saran=SIMPAN)
