"""Names of a workbook: those that mean one block of cells, so that a frozen formula can name the cells themselves; and
those that are functions of the user's own, called like one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from addin.ejaan import find_calls
from addin.fungsi import DAFTAR
from kinerja.alamat import a1, parse_range, unquote_lembar
from kinerja.errors import DataError, PeraturanError
from kinerja.tabel.xml import Penangan, is_ya, parse_xml

# Relative addresses mean other cells in each cell; [1] is another workbook.
_ACUAN = re.compile(r"\s*(?P<lembar>'(?:[^']|'')+'|[\w.]+)!(?P<sel>\$[A-Z]{1,3}\$\d+(?::\$[A-Z]{1,3}\$\d+)?)\s*", re.I)
_BUKU_INI = "[0]"
"""Before `!`: a name of the workbook, not of a sheet."""


@dataclass(frozen=True, slots=True)
class Bernama:
    """A defined name: of the sheet at that place in their order, or of the workbook (None); and what it stands for."""

    nama: str
    lembar: int | None
    isi: str


class DaftarNama:
    """The defined names of a workbook.

    Args:
        lembar: names of all sheets, in order.
        bernama: every defined name.
        hitung_ulang: programs compute all cells when they open the file.

    >>> nama = DaftarNama(["DPA", "SKM 1"], [Bernama("nilai", None, "'SKM 1'!$B$2"), Bernama("NILAI", 0, "DPA!$C$3")])
    >>> [nama.find(di, awalan, "Nilai") for di, awalan in (("DPA", ""), ("SKM 1", ""), ("SKM 1", "DPA!"), ("", "[0]!"))]
    ['$C$3', '$B$2', 'DPA!$C$3', "'SKM 1'!$B$2"]
    """

    def __init__(
        self, lembar: Sequence[str] = (), bernama: Sequence[Bernama] = (), *, hitung_ulang: bool = False
    ) -> None:
        self.hitung_ulang = hitung_ulang
        self._lembar = [satu.casefold() for satu in lembar]
        self._isi: dict[tuple[int | None, str], str] = {}
        for satu in bernama:
            kunci = satu.lembar, satu.nama.casefold()
            self._isi[kunci] = "" if kunci in self._isi else satu.isi  # of two with one name neither can be told
        self._lokal = {nama for lembar_ke, nama in self._isi if lembar_ke is not None}

    def find_buatan(self, rumus: str, pada: date) -> str:
        """Why a formula calls a function of the workbook's own, which a name of ours is there; empty when it does not.

        The LAMBDA names that kinerja writes are known by their parameters.
        """
        for nama, _, _ in find_calls(rumus):
            isi = [isi for (_, satu), isi in self._isi.items() if satu == nama.casefold()]
            if any(satu and not satu.startswith("#") and not _is_kami(nama, satu, pada) for satu in isi):
                return f"{nama} adalah nama buatan sendiri di buku kerja ini"
        return ""

    def find(self, di: str, awalan: str, nama: str) -> str | None:
        """The cells that a name means, as a formula on that sheet writes them; None for any other name.

        Args:
            di: the sheet of the formula; empty where that is not known, or where it is on no sheet.
            awalan: what stands before the name, with its `!`.
        """
        kunci = nama.casefold()
        tempat = unquote_lembar(awalan.removesuffix("!")) or di
        if tempat == _BUKU_INI:
            isi = self._isi.get((None, kunci))
        elif tempat:
            ke = self._find_lembar(tempat)
            isi = None if ke is None else self._isi.get((ke, kunci), self._isi.get((None, kunci)))
        else:
            isi = None if kunci in self._lokal else self._isi.get((None, kunci))
        return self._read(isi, di) if isi else None

    def _read(self, isi: str, di: str) -> str | None:
        cocok = _ACUAN.fullmatch(isi)
        if cocok is None or self._find_lembar(unquote_lembar(cocok["lembar"])) is None:
            return None
        try:
            baris, kolom, baris_akhir, kolom_akhir = parse_range(cocok["sel"].upper())
        except DataError:
            return None
        awal, akhir = a1(baris, kolom, mutlak=True), a1(baris_akhir, kolom_akhir, mutlak=True)
        sel = awal if awal == akhir else f"{awal}:{akhir}"
        return sel if unquote_lembar(cocok["lembar"]).casefold() == di.casefold() else f"{cocok['lembar']}!{sel}"

    def _find_lembar(self, nama: str) -> int | None:
        kecil = nama.casefold()
        return self._lembar.index(kecil) if kecil in self._lembar else None


@dataclass(frozen=True, slots=True)
class NamaLembar:
    """The names as a sheet sees them; `lembar` is empty for what is on no sheet."""

    daftar: DaftarNama = field(default_factory=DaftarNama)
    lembar: str = ""

    def find(self, awalan: str, nama: str) -> str | None:
        """The cells that a name means here."""
        return self.daftar.find(self.lembar, awalan, nama)


def _is_kami(nama: str, isi: str, pada: date) -> bool:
    """Whether a formula with the name of one of our functions is the LAMBDA that kinerja writes for it."""
    try:
        args = DAFTAR[nama].at(pada).args
    except PeraturanError:
        return False
    parameter = "".join(rf"_xl[po][mp]\.{arg.nama}," for arg in args)
    return re.match(rf"_xlfn\.LAMBDA\({parameter}", re.sub(r"\s", "", isi), re.IGNORECASE) is not None


def read_nama(data: bytes, tempat: str) -> DaftarNama:
    """The names of a workbook part.

    Raises:
        DataError: the part cannot be read.
    """
    pembaca = _Pembaca()
    parse_xml([data], tempat, pembaca)
    return DaftarNama(pembaca.lembar, pembaca.bernama, hitung_ulang=pembaca.hitung_ulang)


class _Pembaca(Penangan):
    satu_ruang = True

    def __init__(self) -> None:
        self.lembar: list[str] = []
        self.bernama: list[Bernama] = []
        self.hitung_ulang = False
        self._kini: list[str] | None = None
        self._atribut: dict[str, str] = {}

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "sheet" and dalam == 3:
            self.lembar.append(atribut.get("name", ""))
        elif nama == "definedName" and dalam == 3:
            self._kini, self._atribut = [], atribut
        elif nama == "calcPr" and dalam == 2:
            self.hitung_ulang = is_ya(atribut.get("fullCalcOnLoad", ""))

    def text(self, teks: str) -> None:
        if self._kini is not None:
            self._kini.append(teks)

    def end(self, nama: str, dalam: int) -> None:
        if self._kini is None or dalam != 3:
            return
        lembar = self._atribut.get("localSheetId", "").strip()
        if not lembar or lembar.isdecimal():
            ke = int(lembar) if lembar else None
            self.bernama.append(Bernama(self._atribut.get("name", ""), ke, "".join(self._kini)))
        self._kini = None
