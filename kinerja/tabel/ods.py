"""An .ods workbook (OpenDocument 1.3 part 3, 9): all its sheets, by one checking pass over `content.xml`.

A blank cell or row that is repeated a million times costs nothing; one with a value counts as often as it is repeated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from kinerja.alamat import show_nama
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip, refuse_sandi
from kinerja.tabel.batas import MAKS_LUAS, MAKS_TEKS
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.sel import BELUM_DIHITUNG, IsiLembar, Persen, SelGalat
from kinerja.tabel.xml import Penangan, get_atribut, parse_xml

JENIS = b"application/vnd.oasis.opendocument.spreadsheet"
_GALAT = re.compile(r"#(?:DIV/0!|N/A|REF!|NAME\?|VALUE!|NUM!|NULL!)|(?:Err|Error|Galat):[0-9]{3}")
"""What an error cell shows; LibreOffice stores it as a text or as 0, and says `error` in an attribute of its own."""
_LAMA = re.compile(r"(-?)PT([0-9]{1,9})H([0-9]{1,9})M([0-9]{1,9})(?:[.,][0-9]{1,9})?S")
_ANGKA = frozenset(["float", "percentage", "currency"])
_SEL = frozenset(["table-cell", "covered-table-cell"])
_BUKAN_ISI = frozenset(["annotation", "note", "ruby-text", "frame", "custom-shape", "rect", "line", "g", "control"])
"""What may stand inside a paragraph without being its text."""


class BukuOds:
    """A workbook whose archive has been found sound, read whole.

    Attributes:
        lembar: whether each sheet can be seen, by its name, in order.
        nama, judul: always empty; none of our workbooks is an .ods.

    Raises:
        DataError: encrypted, broken, too large.
    """

    judul = ""

    def __init__(self, arsip: Arsip) -> None:
        self.tempat = arsip.tempat
        self.nama: Mapping[str, str] = {}
        manifes = "META-INF/manifest.xml"
        if manifes in arsip and _is_tersandi(arsip, manifes):
            raise refuse_sandi(self.tempat)
        isi = _PembacaIsi(self.tempat)
        parse_xml(arsip.stream("content.xml"), self.tempat, isi)
        self.lembar: Mapping[str, bool] = {nama: gaya not in isi.gaya_sembunyi for nama, gaya, _ in isi.lembar}
        self._isi = {nama: lembar for nama, _, lembar in isi.lembar}
        if len(self._isi) < len(isi.lembar):
            raise DataError("Ada dua lembar bernama sama.", tempat=self.tempat, saran=SIMPAN)

    def read(self, lembar: str) -> IsiLembar:
        """The cells of a sheet."""
        return self._isi[lembar]


def _is_tersandi(arsip: Arsip, bagian: str) -> bool:
    isi = _PembacaManifes()
    parse_xml(arsip.stream(bagian), arsip.tempat, isi)
    return isi.tersandi


class _PembacaManifes(Penangan):
    tersandi = False

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        self.tersandi = self.tersandi or nama == "encryption-data"


class _PembacaIsi(Penangan):
    """`content.xml`: sheets with the names of their styles, and the styles that hide a sheet."""

    def __init__(self, tempat: str) -> None:
        self._tempat = tempat
        self.lembar: list[tuple[str, str, IsiLembar]] = []
        self.gaya_sembunyi: set[str] = set()
        self._jalan: list[str] = []
        self._gaya = self._nama = self._gaya_lembar = ""
        self._di_lembar = self._tampak = False
        self._petak: list[list[object]] = []
        self._luas = self._lebar = 0  # cells of the sheets before; columns of this one
        self._kosong = self._tersembunyi = self._ulang_baris = 0
        self._baris: list[object] = []
        self._sela = self._ulang = self._panjang = 0
        self._sel: dict[str, str] = {}
        self._dalam_sel = self._lewat = 0
        self._di_alinea = False
        self._teks: list[str] | None = None

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        induk = self._jalan[-1] if self._jalan else ""
        self._jalan.append(nama)
        if self._teks is not None:
            self._start_teks(nama, atribut, dalam)
        elif nama == "style":
            self._gaya = get_atribut(atribut, "name")
        elif nama == "table-properties" and get_atribut(atribut, "display") == "false":
            self.gaya_sembunyi.add(self._gaya)
        elif nama == "table" and induk == "spreadsheet":
            self._start_lembar(atribut)
        elif self._di_lembar and nama == "table-row":
            self._baris, self._sela = [], 0
            self._ulang_baris = self._read_ulang(atribut, "number-rows-repeated")
            self._tampak = get_atribut(atribut, "visibility") in ("", "visible")
        elif self._di_lembar and nama in _SEL and induk == "table-row":
            self._sel, self._teks, self._panjang, self._dalam_sel = atribut, [], 0, dalam
            self._lewat, self._di_alinea = 0, False
            self._ulang = self._read_ulang(atribut, "number-columns-repeated")

    def end(self, nama: str, dalam: int) -> None:
        self._jalan.pop()
        if self._teks is not None:
            if dalam == self._dalam_sel:
                self._end_sel()
            elif dalam == self._lewat:
                self._lewat = 0
        elif self._di_lembar and nama == "table-row":
            self._end_baris()
        elif self._di_lembar and nama == "table":
            self._di_lembar = False
            self._luas += len(self._petak) * self._lebar
            self.lembar.append((self._nama, self._gaya_lembar, IsiLembar(self._petak, self._tersembunyi)))

    def _start_lembar(self, atribut: dict[str, str]) -> None:
        self._di_lembar = True
        self._nama, self._gaya_lembar = show_nama(get_atribut(atribut, "name")), get_atribut(atribut, "style-name")
        self._petak, self._kosong, self._tersembunyi, self._lebar = [], 0, 0, 0

    def text(self, teks: str) -> None:
        if self._teks is not None and self._di_alinea and not self._lewat:
            self._teks.append(teks)

    def _start_teks(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """Of a cell only its own paragraphs: no note, shape or footnote that hangs on it."""
        assert self._teks is not None
        if self._lewat:
            return
        if dalam == self._dalam_sel + 1:
            self._di_alinea = nama == "p"
            if not self._di_alinea:
                self._lewat = dalam
            elif self._teks:
                self._teks.append("\n")
        elif nama in _BUKAN_ISI:
            self._lewat = dalam
        elif nama in ("line-break", "tab"):
            self._teks.append("\n" if nama == "line-break" else "\t")
        elif nama == "s":
            banyak = self._read_ulang(atribut, "c")
            self._panjang += banyak
            if self._panjang > MAKS_TEKS:
                raise DataError("Ada teks yang terlalu panjang di dalam berkas.", tempat=self._tempat, saran=SIMPAN)
            self._teks.append(" " * banyak)

    def _read_ulang(self, atribut: dict[str, str], nama: str) -> int:
        teks = get_atribut(atribut, nama) or "1"
        if not (teks.isascii() and teks.isdecimal() and len(teks) < 12 and int(teks)):
            raise DataError(f"Banyak ulangan rusak: {teks[:20]!r}.", tempat=self._place(), saran=SIMPAN)
        return int(teks)

    def _end_sel(self) -> None:
        nilai = self._read_nilai("".join(self._teks or ()))
        self._teks = None
        if nilai is None:
            self._sela += self._ulang
            return
        self._check_luas(0, len(self._baris) + self._sela + self._ulang)
        self._baris += [None] * self._sela + [nilai] * self._ulang
        self._sela = 0

    def _end_baris(self) -> None:
        if not self._baris:
            self._kosong += self._ulang_baris
            return
        self._check_luas(self._kosong + self._ulang_baris, len(self._baris))
        self._lebar = max(self._lebar, len(self._baris))
        self._petak += [[]] * self._kosong + [self._baris] * self._ulang_baris
        self._tersembunyi += 0 if self._tampak else self._ulang_baris
        self._kosong = 0

    def _check_luas(self, tinggi: int, lebar: int) -> None:
        """Refuse so many more rows, or a row so wide."""
        if self._luas + (len(self._petak) + max(tinggi, 1)) * max(self._lebar, lebar) > MAKS_LUAS:
            raise DataError(
                "Ada sel terisi jauh di luar tabel, atau tabelnya terlalu besar.",
                tempat=self._place(),
                saran="Hapus isi di luar tabel; tabel besar dibaca sebagai .csv.",
            )

    def _place(self) -> str:
        return f"{self._tempat}, lembar {self._nama}, baris {len(self._petak) + self._kosong + 1}"

    def _read_nilai(self, teks: str) -> object:
        jenis = get_atribut(self._sel, "value-type")
        rumus = get_atribut(self._sel, "formula")
        if self._sel.get("calcext:value-type") == "error" or (rumus and _GALAT.fullmatch(teks.strip())):
            return SelGalat(teks.strip() or "galat")
        if not jenis:
            return BELUM_DIHITUNG if rumus else None
        if jenis == "string":
            return get_atribut(self._sel, "string-value") or teks or None
        isi = get_atribut(self._sel, f"{jenis}-value" if jenis not in _ANGKA else "value").strip()
        if not isi and rumus:
            return BELUM_DIHITUNG
        nilai = _convert(jenis, isi)
        return SelGalat(f"nilai yang rusak: {isi[:20]!r}", "Ketik ulang isinya.") if nilai is None else nilai


def _convert(jenis: str, isi: str) -> float | bool | date | timedelta | None:
    """The value of an attribute; None for what is none.

    >>> [_convert(*x) for x in (("currency", "5000"), ("date", "2024-01-02"), ("time", "PT1H30M00S"), ("float", "INF"))]
    [5000.0, datetime.date(2024, 1, 2), datetime.timedelta(seconds=5400), None]
    """
    try:
        if jenis in _ANGKA and isi.isascii() and "_" not in isi:
            angka = float(isi)
            if angka - angka != 0:
                return None
            return Persen(angka) if jenis == "percentage" else angka
        if jenis == "boolean":
            return {"true": True, "false": False}.get(isi)
        if jenis == "date":
            return date.fromisoformat(isi) if len(isi) == 10 else datetime.fromisoformat(isi[:40])
        if jenis == "time" and (cocok := _LAMA.fullmatch(isi)):
            lama = timedelta(hours=int(cocok[2]), minutes=int(cocok[3]), seconds=int(cocok[4]))
            return -lama if cocok[1] else lama
    except (ValueError, OverflowError):
        pass
    return None
