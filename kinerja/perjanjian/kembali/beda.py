"""All cells of a return beside those of its issue, in one pass: what differs, by what was issued there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from kinerja.alamat import Kotak
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.geser import list_acuan, move_rumus
from kinerja.perjanjian.kembali.peta import Peta
from kinerja.perjanjian.model import AWALAN_NAMA
from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.tabel.xlsx_rupa import BIASA, Rupa, lay
from kinerja.workbook.urai import normalize_rumus

Letak = tuple[int, int]
Sel = Mapping[Letak, SelPenuh]
_SATU_SEL = re.compile(r"(?<![\w$.])(\$?[A-Z]{1,3}\$?[0-9]{1,7}):\1(?![\w.])")
KOSONG = SelPenuh(None, None, 0)
"""Where nothing stands."""


@dataclass(frozen=True, slots=True)
class SelBeda:
    """A cell that came back otherwise: its sheet in the return, row and column from 0, what was issued, what came."""

    lembar: str
    baris: int
    kolom: int
    terbit: SelPenuh
    datang: SelPenuh


@dataclass(slots=True)
class Beda:
    """What differs.

    Attributes:
        tetap: texts and numbers that nobody may change.
        rumus: formulas that compute something else; `larik` the same formula over several cells.
        ganti: formulas that are gone, or a value instead.
        baru: what stands where nothing was issued, and nothing is to be typed.
        sisipan: what stands in rows and columns that were put in, were it in the middle of an input block.
        isian: formulas where something is to be typed.
        samar: what nobody can read; `menyamar` what shows another value than it has.
    """

    tetap: list[SelBeda] = field(default_factory=list)
    rumus: list[SelBeda] = field(default_factory=list)
    larik: list[SelBeda] = field(default_factory=list)
    ganti: list[SelBeda] = field(default_factory=list)
    baru: list[SelBeda] = field(default_factory=list)
    sisipan: list[SelBeda] = field(default_factory=list)
    isian: list[SelBeda] = field(default_factory=list)
    samar: list[SelBeda] = field(default_factory=list)
    menyamar: list[SelBeda] = field(default_factory=list)


class Pembanding:
    """An issue and its return side by side, cell by cell."""

    def __init__(self, terbit: BukuUtuh, datang: BukuUtuh, peta: Peta) -> None:
        self.terbit, self.datang, self.peta = terbit, datang, peta
        self.beda = Beda()
        self.diam = peta.is_diam() and len(peta.lembar) == len(terbit.lembar)
        self._format = {r.format.casefold() for r in (*terbit.rupa, *terbit.rupa_syarat)}
        self._isian: dict[str, list[Kotak]] = {}
        for milik, kotak in terbit.list_isian().values():
            self._isian.setdefault(milik, []).append(kotak)
        self._aneh = {n for n, rupa in enumerate(datang.rupa) if is_aneh(rupa)}
        self._syarat = find_syarat(datang.rupa, datang.rupa_syarat)

    def find_beda(self) -> Beda:
        """All that differs."""
        for asal, kini in self.peta.lembar.items():
            semula, sel = self.list_sel(asal), self.datang.lembar[kini].sel
            isian = self._find_isian(asal, semula, sel)
            self._compare(kini, semula, sel, isian)
            self._compare_baru(kini, semula, sel, isian, self.peta.find_sisipan(asal))
            if self._aneh:
                self._compare_rupa(kini, semula, sel)
            for wilayah, n in self.datang.lembar[kini].syarat:
                if n in self._syarat:
                    self._compare_syarat(kini, semula, wilayah, n)
        return self.beda

    def list_sel(self, asal: str) -> Sel:
        """The cells of an issued sheet as they should stand in the return."""
        semula = self.terbit.lembar[asal].sel
        if self.diam:
            return semula
        hasil = {}
        for (b, k), s in semula.items():
            if letak := self.peta.find(asal, b, k):
                rumus = s.rumus if s.rumus is None else move_rumus(s.rumus, asal, self.peta)
                hasil[letak[1:]] = s if rumus == s.rumus else s._replace(rumus=rumus)
        return hasil

    def list_isian(self, asal: str) -> list[Kotak]:
        """Where something may be typed, in the return."""
        semua = self._isian.get(asal, [])
        if self.peta.is_diam(asal):
            return semua
        return [pindah[1] for kotak in semua if (pindah := self.peta.find_kotak(asal, kotak))]

    def _find_isian(self, asal: str, semula: Sel, kini: Sel) -> Set[Letak]:
        """Of these cells those in which something may be typed, or more."""
        kotak = tuple(self.list_isian(asal))
        if self.peta.is_diam(asal):
            return _spread(kotak)
        return {letak for letak in semula.keys() | kini.keys() if is_di_dalam(letak, kotak)}

    @cached_property
    def identitas(self) -> Mapping[tuple[str, int, int], str]:
        """Names of the identity by sheet, row and column of the return."""
        semua = self.terbit.list_nama(AWALAN_NAMA).items()
        letak = {nama: self.peta.find(lembar, *kotak[:2]) for nama, (lembar, kotak) in semua}
        return {tempat: nama for nama, tempat in letak.items() if tempat}

    @cached_property
    def acuan(self) -> Mapping[str, tuple[Kotak, ...]]:
        """What issued formulas read, by sheet of the return; cells that were issued with something left out."""
        hasil: dict[str, set[Kotak]] = {}
        for asal in self.peta.lembar:
            semua = {s.rumus for s in self.terbit.lembar[asal].sel.values() if s.rumus}
            for milik, kotak in {acuan for rumus in semua for acuan in list_acuan(rumus, asal)}:
                berisi = kotak[:2] == kotak[2:] and self.terbit.get_sel(milik, *kotak[:2])
                if not berisi and (pindah := self.peta.find_kotak(milik, kotak)):
                    hasil.setdefault(pindah[0], set()).add(pindah[1])
        return {lembar: tuple(kotak) for lembar, kotak in hasil.items()}

    def _compare(self, lembar: str, semula: Sel, kini: Sel, isian: Set[Letak]) -> None:
        find = kini.get
        for letak, a in [x for x in semula.items() if find(x[0]) is not x[1]]:  # not one and the same, as most are
            b = find(letak)
            if b is None:
                b = KOSONG
            elif a[1] is None:
                if b[1] is None and a[0] == b[0] and type(a[0]) is type(b[0]):
                    continue
            elif a[1] == b[1]:
                continue
            self._put(SelBeda(lembar, *letak, a, b), isian)

    def _compare_baru(
        self, lembar: str, semula: Sel, kini: Sel, isian: Set[Letak], sisipan: tuple[Set[int], Set[int]]
    ) -> None:
        baru = kini.keys() - semula.keys()
        if not any(sisipan):
            rumus = [letak for letak in baru & isian if kini[letak][1] is not None]
            baru = (baru - isian).union(rumus)
        for letak in baru:
            b = kini[letak]
            tersisip = letak[0] in sisipan[0] or letak[1] in sisipan[1]
            if letak in isian and not tersisip:
                if b[1] is not None:
                    self.beda.isian.append(SelBeda(lembar, *letak, KOSONG, b))
            elif b.rumus is not None or not isinstance(b.nilai, str) or b.nilai.strip():
                (self.beda.sisipan if tersisip else self.beda.baru).append(SelBeda(lembar, *letak, KOSONG, b))

    def _put(self, s: SelBeda, isian: Set[Letak]) -> None:
        """A cell that was issued with something."""
        a, b = s.terbit, s.datang
        if a.rumus is None and not self.terbit.get_rupa(a).terkunci and (s.baris, s.kolom) in isian:
            if b.rumus is not None:
                self.beda.isian.append(s)
        elif a.rumus is None:
            if b.rumus is not None or not is_sama(a.nilai, b.nilai):
                self.beda.tetap.append(s)
        elif b.rumus is None:
            self.beda.ganti.append(s)
        elif not is_sama_rumus(a.rumus, b.rumus, s.lembar):
            satu = is_sama_rumus(a.rumus.strip("{}"), b.rumus.strip("{}"), s.lembar)
            (self.beda.larik if satu else self.beda.rumus).append(s)

    def _compare_rupa(self, lembar: str, semula: Sel, kini: Sel) -> None:
        for letak, b in kini.items():
            if b.gaya in self._aneh:
                a = semula.get(letak, KOSONG)
                lama = BIASA if a is KOSONG else self.terbit.get_rupa(a)
                self._judge_rupa(SelBeda(lembar, *letak, a, b), lama, self.datang.get_rupa(b))

    def _compare_syarat(self, lembar: str, semula: Sel, wilayah: tuple[Kotak, ...], nomor: int) -> None:
        """Cells that a rule may hide or disguise."""
        for letak, b in self.datang.lembar[lembar].sel.items():
            if is_di_dalam(letak, wilayah):
                lama = self.datang.get_rupa(b)
                rupa = lama._replace(format=";;;") if nomor < 0 else lay(lama, self.datang.rupa_syarat[nomor])
                self._judge_rupa(SelBeda(lembar, *letak, semula.get(letak, KOSONG), b), lama, rupa)

    def _judge_rupa(self, s: SelBeda, lama: Rupa, rupa: Rupa) -> None:
        b = s.datang
        nilai = 0.0 if b.rumus is not None and b.nilai in (None, "") else b.nilai  # what will come of it
        if is_samar(rupa, nilai) and not is_samar(lama, nilai):
            self.beda.samar.append(s)
        elif rupa.format.casefold() in self._format:  # `"1 : "General`, as ratios are shown
            return
        elif is_menyamar(rupa, nilai) and not is_menyamar(lama, nilai):
            self.beda.menyamar.append(s)


def find_syarat(rupa: Iterable[Rupa], syarat: Sequence[Rupa]) -> set[int]:
    """Which looks of rules may hide or disguise something that looks as one of these does."""
    warna, latar = {r.warna for r in rupa}, {r.latar for r in rupa}
    hasil = {-1}
    for n, s in enumerate(syarat):
        pasangan = ((w, g) for w in ([s.warna] if s.warna else warna) for g in ([s.latar] if s.latar else latar))
        samar = (s.warna or s.latar) and any(Rupa("", w, g, 11.0).tersembunyi for w, g in pasangan)
        if samar or is_aneh(BIASA._replace(format=s.format)):
            hasil.add(n)
    return hasil


@lru_cache(maxsize=256)
def _spread(semua: tuple[Kotak, ...]) -> frozenset[Letak]:
    """The cells of issued ranges, which many issues have in common."""
    return frozenset(
        (b, k) for atas, kiri, bawah, kanan in semua for b in range(atas, bawah + 1) for k in range(kiri, kanan + 1)
    )


def is_di_dalam(letak: Letak, semua: Iterable[Kotak]) -> bool:
    """Whether a cell lies in one of these ranges."""
    b, k = letak
    return any(atas <= b <= bawah and kiri <= k <= kanan for atas, kiri, bawah, kanan in semua)


def is_sama(terbit: object, datang: object) -> bool:
    r"""Whether two values are one to a reader: line ends, blanks at the ends, more than 15 digits apart.

    A text of digits may come back as the number; of a number that is a text now no sum knows any more.

    >>> is_sama("a\r\nb ", "a\nb"), is_sama(0.1 + 0.2, 0.3), is_sama("24", 24.0), is_sama("01", 1.0)
    (True, True, True, False)
    >>> is_sama(24.0, "24"), is_sama(1.0, True)
    (False, False)
    """
    return _to_teks(terbit) == _to_teks(datang) and not (isinstance(terbit, float) and isinstance(datang, str))


def _to_teks(nilai: object) -> str:
    if isinstance(nilai, float):
        return f"{nilai:.15g}"
    if isinstance(nilai, str):
        return unicodedata.normalize("NFC", "\n".join(nilai.split("\r\n"))).strip()
    return "" if nilai is None else f"{type(nilai).__name__} {nilai}"


def is_sama_rumus(terbit: str, datang: str, lembar: str) -> bool:
    """Whether two formulas of that sheet compute the same; Gnumeric writes a range of one cell as that cell.

    >>> is_sama_rumus("SUM(D7:D7)", "sum( D7 )", "SKM"), is_sama_rumus("SUM(D7:D70)", "SUM(D7)", "SKM")
    (True, False)
    """
    if terbit == datang:
        return True
    satu, lain = (_SATU_SEL.sub(r"\1", normalize_rumus(rumus, lembar)) for rumus in (terbit, datang))
    return satu == lain


def is_aneh(rupa: Rupa) -> bool:
    """Whether a look may hide or disguise anything."""
    return rupa.tersembunyi or rupa.menyamar or _has_teks_kosong(rupa)


def is_samar(rupa: Rupa, nilai: object) -> bool:
    """Whether nobody can read that value."""
    if nilai is None or nilai == "":
        return False
    bukan_angka = isinstance(nilai, str) and ";" in rupa.format  # a format for numbers does not hide a text
    return (rupa._replace(format="").tersembunyi if bukan_angka else rupa.tersembunyi) or (
        isinstance(nilai, str) and _has_teks_kosong(rupa)
    )


def is_menyamar(rupa: Rupa, nilai: object) -> bool:
    """Whether a number shows as another one, or as words."""
    return rupa.menyamar and nilai is not None and (not isinstance(nilai, str) or rupa.format.count(";") == 3)


def _has_teks_kosong(rupa: Rupa) -> bool:
    """The format shows nothing for a text."""
    return rupa.format.count(";") == 3 and rupa.format.endswith(";")
