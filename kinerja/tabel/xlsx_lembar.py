"""The cells of one sheet of an .xlsx workbook; the pass that reads them is the pass that checks them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from kinerja.errors import DataError
from kinerja.tabel.batas import MAKS_KOLOM, MAKS_LUAS
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.sel import BELUM_DIHITUNG, IsiLembar, SelGalat
from kinerja.tabel.teks import unescape_teks
from kinerja.tabel.xml import Penangan, is_ya
from kinerja.workbook.alamat import column_letters

MAKS_BARIS = 1_048_576
_BARIS, _SEL, _NILAI = 3, 4, 5
"""Depths: worksheet 1, sheetData 2, row 3, c 4, and v, f, is 5."""
_KOSONG: tuple[object, ...] = ()


class PembacaLembar(Penangan):
    """Takes the events of a sheet and gives its cells.

    Args:
        tempat: file and sheet, for messages.
        teks: the shared strings.
        gaya: by style, whether it shows a date.
    """

    satu_ruang = True

    def __init__(self, tempat: str, teks: Sequence[str], gaya: Sequence[str], *, sejak_1904: bool) -> None:
        self._tempat, self._teks_bersama, self._gaya = tempat, teks, gaya
        self._nol = datetime(1904, 1, 1) if sejak_1904 else datetime(1899, 12, 30)
        self._petak: list[Sequence[object]] = []
        self._huruf: dict[str, int] = {}
        self._di_data = False
        self._baris = self._kolom = self._lebar = self._tersembunyi = 0
        self._sembunyi = self._ada_rumus = self._di_teks = False
        self._nomor = ""
        self._isi: dict[int, object] = {}
        self._sel: dict[str, str] = {}
        self._nilai: list[str] | None = None
        self._baca: list[str] | None = None
        self._lewat = 0

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """An element begins."""
        if not self._di_data:
            self._di_data = nama == "sheetData" and dalam == 2
        elif dalam > _NILAI:
            self._start_potong(nama, dalam)
        elif dalam == _NILAI:
            self._start_isi(nama)
        elif dalam == _SEL and nama == "c":
            self._start_sel(atribut)
        elif dalam == _BARIS and nama == "row":
            self._start_baris(atribut)
        elif nama != "extLst":  # alternatives, or cells of a language of somebody's own
            pesan = f"Ada {nama[:40]!r} di antara sel, yang tidak dibaca."
            raise DataError(pesan, tempat=f"{self._tempat}, baris {self._baris}", saran=SIMPAN)

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

    def end(self, nama: str, dalam: int) -> None:
        """An element ends."""
        if not self._di_data:
            return
        if dalam == _SEL:
            if nama == "c" and (self._nilai is not None or self._ada_rumus):
                self._end_sel()
        elif dalam == _BARIS:
            if self._isi:
                self._end_baris()
        elif dalam == 2:
            self._di_data = False
        elif dalam == _NILAI:
            self._di_teks = False
        elif nama == "rPh":
            self._lewat -= 1
        self._baca = None

    def text(self, teks: str) -> None:
        """Text of a value."""
        if self._baca is not None:
            self._baca.append(teks)

    def finish(self) -> IsiLembar:
        """The cells, without blank rows at the end."""
        return IsiLembar(self._petak, self._tersembunyi)

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
        self._isi = {}
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
        nilai = self._read_nilai("" if self._nilai is None else "".join(self._nilai))
        self._nilai, self._ada_rumus = None, False
        if nilai is None:
            return
        if self._kolom > self._lebar or not self._isi:
            self._lebar = max(self._lebar, self._kolom)
            if self._baris * self._lebar > MAKS_LUAS:
                raise DataError(
                    f"Sel {self._alamat} terisi jauh di luar tabel, atau tabelnya terlalu besar.",
                    tempat=f"{self._tempat}, baris {self._baris}",
                    saran="Hapus isi di luar tabel; tabel besar dibaca sebagai .csv.",
                )
        self._isi[self._kolom] = nilai

    def _end_baris(self) -> None:
        if (jarak := self._baris - 1 - len(self._petak)) > 0:
            self._petak.extend([_KOSONG] * jarak)
        self._petak.append([self._isi.get(k) for k in range(1, max(self._isi) + 1)])
        self._tersembunyi += self._sembunyi
        self._isi = {}

    def _read_nilai(self, teks: str) -> object:
        jenis = self._sel.get("t", "n")
        if jenis == "s":
            return self._get_bersama(teks)
        if jenis in ("str", "inlineStr"):
            return unescape_teks(teks) or None
        polos = teks.strip()
        if not polos:
            return BELUM_DIHITUNG if self._ada_rumus else None
        if jenis == "e":
            return SelGalat(polos[:20])
        if jenis == "b" and polos in ("0", "1", "true", "false"):
            return polos in ("1", "true")
        try:
            if jenis == "d":
                return datetime.fromisoformat(polos[:40])
            if jenis == "n":
                return self._read_angka(float(polos) if polos.isascii() and "_" not in polos else float("nan"))
        except (ValueError, OverflowError):
            pass
        return SelGalat(f"nilai yang rusak: {polos[:20]!r}", "Ketik ulang isinya.")

    def _read_angka(self, angka: float) -> object:
        if angka - angka != 0:  # infinite, or no number
            raise ValueError
        gaya = self._sel.get("s", "0")
        nomor = int(gaya) if gaya.isdecimal() and len(gaya) < 9 else 0
        jenis = self._gaya[nomor] if nomor < len(self._gaya) else ""
        return to_waktu(angka, jenis, self._nol) if jenis else angka

    def _get_bersama(self, teks: str) -> str | None:
        polos = teks.strip()
        if not (polos.isascii() and polos.isdecimal() and len(polos) < 10 and int(polos) < len(self._teks_bersama)):
            raise self._refuse(f"menunjuk teks yang tidak ada: {polos[:20]!r}")
        return self._teks_bersama[int(polos)] or None

    @property
    def _alamat(self) -> str:
        return f"{column_letters(self._kolom - 1)}{self._baris}"

    def _refuse(self, sebab: str) -> DataError:
        return DataError(f"Sel {self._alamat} {sebab}.", tempat=f"{self._tempat}, baris {self._baris}", saran=SIMPAN)


def find_kolom(huruf: str) -> int:
    """Number from 1 of a column by its letters; 0 for what is no column.

    >>> [find_kolom(x) for x in ("A", "XFD", "XFE", "a", "")]
    [1, 16384, 0, 0, 0]
    """
    n = 0
    for h in huruf:
        if not "A" <= h <= "Z" or n > MAKS_KOLOM:
            return 0
        n = n * 26 + ord(h) - 64
    return n if n <= MAKS_KOLOM else 0


def to_waktu(angka: float, jenis: str, nol: datetime) -> date | time | timedelta:
    """What a number is that a style shows as a date or a duration; `nol` is the day 0 of the workbook.

    >>> to_waktu(45292.0, "tanggal", datetime(1899, 12, 30)), to_waktu(0.5, "tanggal", datetime(1899, 12, 30))
    (datetime.date(2024, 1, 1), datetime.time(12, 0))
    """
    lama = timedelta(milliseconds=int(angka * 86_400_000 + 0.5))
    if jenis == "durasi":
        return lama
    kapan = nol + lama
    if 0 <= angka < 1:
        return kapan.time()
    return kapan.date() if kapan.time() == time() else kapan
