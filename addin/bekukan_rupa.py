"""How the cells of a sheet look, by their formats: as per cent, as a day, as TRUE or FALSE."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from addin.bekukan_sel import DALAM_SEL, Letak
from kinerja.alamat import MAKS_KOLOM, Kotak, a1, parse_range
from kinerja.errors import DataError
from kinerja.tabel.xlsx_gaya import BUKAN_HURUF, judge_format
from kinerja.tabel.xml import Penangan, is_ya, parse_xml

PERSEN, TANGGAL, LOGIS = "persen", "tanggal", "logis"
_UJUNG = ("min", "max")


def judge_rupa(kode: str) -> str:
    """What a number format shows in any of its sections, since the number in the cell may change.

    >>> [judge_rupa(x) for x in ('0.0%', '0;-0%', '0.0"%"', r'0\\%', "[Red]0_%", "0;dd/mm/yy", "[h]:mm", "#,##0")]
    ['persen', 'persen', '', '', '', 'tanggal', 'tanggal', '']
    """
    polos = BUKAN_HURUF.sub("", kode[:1_000])
    if "%" in polos:
        return PERSEN
    return TANGGAL if any(map(judge_format, polos.split(";"))) else ""


class RupaSel:
    """The marked cells of a sheet, and what a cell looks like that is not stored: as its row, else its column.

    Args:
        gaya: what each cell style looks like.
    """

    def __init__(self, gaya: Sequence[str]) -> None:
        self._gaya = gaya
        self._dasar = self.read_gaya("0")
        self._kolom: dict[int, str] = {}
        self._baris: dict[int, str] = {}
        self._sel: dict[str, dict[int, list[int]]] = {}  # rows by look and column
        self._ada: set[tuple[int, int]] = set()  # stored cells where one that is not stored would be marked

    def read_gaya(self, nomor: str) -> str:
        """What a style looks like; one that does not exist looks like nothing."""
        ke = int(nomor) if nomor.isdecimal() and len(nomor) < 8 else 0
        return self._gaya[ke] if ke < len(self._gaya) else ""

    def set_kolom(self, awal: int, akhir: int, rupa: str) -> None:
        """The look of columns, counted from 0."""
        self._kolom |= dict.fromkeys(range(awal, akhir + 1), rupa)

    def set_baris(self, baris: int, rupa: str) -> None:
        """The look of a row."""
        self._baris[baris] = rupa

    def add(self, baris: int, kolom: int, rupa: str) -> None:
        """A stored cell."""
        if rupa:
            self._sel.setdefault(rupa, {}).setdefault(kolom, []).append(baris)
        if self._bawaan(baris, kolom):
            self._ada.add((baris, kolom))

    def finish(self) -> None:
        """All cells are in."""
        for satu in self._sel.values():
            for semua in satu.values():
                semua.sort()

    def find(self, kotak: Kotak, dicari: frozenset[str]) -> tuple[str, str]:
        """The first cell of a block with one of these looks, and its look; ("", "") without one."""
        baris, kolom, baris_akhir, kolom_akhir = kotak
        for rupa in sorted(dicari & self._sel.keys()):
            for ke, semua in self._sel[rupa].items():
                letak = bisect_left(semua, baris)
                if kolom <= ke <= kolom_akhir and letak < len(semua) and semua[letak] <= baris_akhir:
                    return a1(semua[letak], ke), rupa
        for i, k in self._list_bawaan(kotak, dicari):
            if (i, k) not in self._ada:
                return a1(i, k), self._bawaan(i, k)
        return "", ""

    def _bawaan(self, baris: int, kolom: int) -> str:
        return self._baris.get(baris, self._kolom.get(kolom, self._dasar))

    def _list_bawaan(self, kotak: Kotak, dicari: frozenset[str]) -> Iterable[tuple[int, int]]:
        """Places of a block where a cell that is not stored has one of these looks."""
        baris, kolom, baris_akhir, kolom_akhir = kotak
        semua_kolom = range(kolom, kolom_akhir + 1)
        if self._dasar not in dicari:
            bertanda = [k for k, rupa in self._kolom.items() if rupa in dicari and k in semua_kolom]
        else:
            bertanda = [k for k in semua_kolom if self._kolom.get(k, self._dasar) in dicari]
        for k in bertanda:
            yield from ((i, k) for i in range(baris, baris_akhir + 1) if i not in self._baris)
        for i, rupa in self._baris.items():
            if rupa in dicari and baris <= i <= baris_akhir:
                yield from ((i, k) for k in semua_kolom)


class _PembacaRupa(Penangan):
    satu_ruang = True

    def __init__(self, rupa: RupaSel) -> None:
        self._rupa = rupa
        self._letak = Letak()
        self._sisa_kolom = MAKS_KOLOM
        self._kolom_bertanda = self._bertanda = bool(rupa.read_gaya("0"))

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "c" and dalam == DALAM_SEL:
            self._letak.start_sel(atribut)
            rupa = LOGIS if atribut.get("t") == "b" else self._rupa.read_gaya(atribut.get("s", "0"))
            if rupa or self._bertanda:
                self._add(rupa)
        elif nama == "row" and dalam == DALAM_SEL - 1:
            self._letak.start_baris(atribut)
            self._bertanda = self._kolom_bertanda
            if is_ya(atribut.get("customFormat", "")):
                rupa = self._rupa.read_gaya(atribut.get("s", "0"))
                self._rupa.set_baris(self._letak.baris - 1, rupa)
                self._bertanda = bool(rupa)
        elif nama == "col" and dalam == DALAM_SEL - 1:
            awal, akhir = (int(x) if x.isdecimal() and len(x) < 6 else 0 for x in map(atribut.get, _UJUNG, "00"))
            rupa = self._rupa.read_gaya(atribut.get("style", "0"))
            self._sisa_kolom -= max(akhir - awal + 1, 0)
            if self._sisa_kolom >= 0:  # no column twice, so that a file made to be slow is not
                self._rupa.set_kolom(awal - 1, akhir - 1, rupa)
                self._kolom_bertanda = self._kolom_bertanda or bool(rupa)

    def _add(self, rupa: str) -> None:
        try:
            baris, kolom, *_ = parse_range(self._letak.get_alamat())
        except DataError:  # an address that is none names no cell
            return
        self._rupa.add(baris, kolom, rupa)


def read_rupa(potongan: Iterable[bytes], tempat: str, gaya: Sequence[str]) -> RupaSel:
    """How the cells of a sheet look, in one pass.

    Raises:
        DataError: the part cannot be read.
    """
    rupa = RupaSel(gaya)
    parse_xml(potongan, tempat, _PembacaRupa(rupa))
    rupa.finish()
    return rupa
