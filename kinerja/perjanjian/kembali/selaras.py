"""Rows and columns of one sheet before and after: which became which, by what stands locked in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.workbook.token import TOKEN

Sel = Mapping[tuple[int, int], SelPenuh]
_MIN_ANGKA = 3
"""So many numbers at other places are no chance."""
_MAKS_BARIS = 3_000
"""Rows beyond the longest sheet of ours are not looked at, whoever wrote them."""


def is_bergeser(semula: Sel, kini: Sel) -> bool:
    """Whether a text or a formula is not at its place, or several numbers are not, but stand elsewhere on the sheet."""
    hilang: list[SelPenuh] = []
    for letak, s in semula.items():
        k = kini.get(letak)
        if k is s:  # as most of them are
            continue
        if k is None or (k.nilai != s.nilai if s.rumus is None else k.rumus is None):
            hilang.append(s)
    angka = [s for s in hilang if s.rumus is None and not isinstance(s.nilai, str)]
    dicari = {_sign(s) for s in hilang if len(angka) >= _MIN_ANGKA or s not in angka}
    return bool(dicari) and any(
        _sign(k) in dicari and (letak not in semula or _sign(semula[letak]) != _sign(k)) for letak, k in kini.items()
    )


def align_lembar(semula: Sel, kini: Sel, isian: Set[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Rows and columns (from 0) by where they are now; each empty when all of them stand where they stood.

    Args:
        isian: columns of the issue in which something is typed: numbers there are nobody's mark.
    """
    kolom = _align_kolom(semula, kini)
    balik = {sesudah: sebelum for sebelum, sesudah in kolom.items()}
    tepi = max((b for b, _ in semula), default=0) + 1
    akhir = min(max((b for b, _ in kini), default=0) + 1, tepi + _MAKS_BARIS)
    bebas = _Bebas(isian, {s.nilai for s in semula.values() if s.rumus is None})
    tanda_semula = _sign_baris(semula, tepi, bebas, {k: k for k in kolom})
    tanda_kini = _sign_baris(kini, akhir, bebas, balik)
    padan = SequenceMatcher(None, tanda_semula, tanda_kini, autojunk=False)
    jangkar = {a + n: b + n for a, b, panjang in padan.get_matching_blocks() for n in range(panjang)}
    baris = fill_jangkar(jangkar, tepi)
    diam_baris, diam_kolom = {n: n for n in range(tepi)}, {n: n for n in kolom}
    pilihan = [(diam_baris, diam_kolom), (baris, diam_kolom), (diam_baris, kolom), (baris, kolom)]
    baris, kolom = max(pilihan, key=lambda p: _count_cocok(semula, kini, *p))  # the first of equals
    return ({} if baris == diam_baris else baris), ({} if kolom == diam_kolom else kolom)


def fill_jangkar(jangkar: Mapping[int, int], banyak: int) -> dict[int, int]:
    """All lines by where they are now, from those that are sure; what finds no room between these is gone.

    >>> fill_jangkar({0: 0, 3: 4}, 5), fill_jangkar({0: 0, 3: 2}, 4)
    ({0: 0, 1: 1, 2: 2, 3: 4, 4: 5}, {0: 0, 1: 1, 3: 2})
    """
    hasil: dict[int, int] = {}
    lanjut = 0
    berikut = sorted(jangkar)
    for n in range(banyak):
        while berikut and berikut[0] < n:
            berikut.pop(0)
        if n in jangkar:
            lanjut = jangkar[n]
        elif berikut and lanjut >= jangkar[berikut[0]]:
            continue
        hasil[n] = lanjut
        lanjut += 1
    return hasil


def _align_kolom(semula: Sel, kini: Sel) -> dict[int, int]:
    """Columns by the texts that stand in the sheet once."""
    dulu, sekarang = _list_sekali(semula), _list_sekali(kini)
    suara: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for teks, (_, k) in dulu.items():
        if teks in sekarang:
            suara[k][sekarang[teks][1]] += 1
    jangkar: dict[int, int] = {}
    for k in sorted(suara):
        tujuan = suara[k].most_common(1)[0][0]
        if tujuan > max(jangkar.values(), default=-1):
            jangkar[k] = tujuan
    return fill_jangkar(jangkar, max((k for _, k in semula), default=0) + 1)


def _list_sekali(sel: Sel) -> dict[str, tuple[int, int]]:
    teks = [(s.nilai, letak) for letak, s in sel.items() if s.rumus is None and isinstance(s.nilai, str)]
    banyak = Counter(isi for isi, _ in teks)
    return {isi: letak for isi, letak in teks if banyak[isi] == 1}


class _Bebas(NamedTuple):
    """What of a row is nobody's mark: numbers in columns where something is typed, texts that were not issued."""

    kolom: Set[int]
    isi: Set[object]

    def is_isian(self, kolom: int, s: SelPenuh) -> bool:
        return s.rumus is None and (s.nilai not in self.isi or (kolom in self.kolom and not isinstance(s.nilai, str)))


def _sign_baris(sel: Sel, banyak: int, bebas: _Bebas, balik: Mapping[int, int]) -> Sequence[object]:
    """What each row is known by, columns as in the issue; rows that nothing is known of are like no other."""
    tanda: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for (b, k), s in sel.items():
        kolom = balik.get(k, -1)
        if b < banyak and kolom >= 0 and not bebas.is_isian(kolom, s):
            tanda[b].append((kolom, _sign(s)))
    return [tuple(sorted(tanda[b])) if b in tanda else object() for b in range(banyak)]


def _sign(s: SelPenuh) -> str:
    """What a locked cell is known by wherever it stands: its value, or its formula without its references."""
    return str(s.nilai) if s.rumus is None else _sign_rumus(s.rumus)


@lru_cache(maxsize=16_384)
def _sign_rumus(rumus: str) -> str:
    return "=" + TOKEN.sub(lambda m: "" if m.lastgroup in ("sel", "lembar", "angka") else m[0], rumus)


def _count_cocok(semula: Sel, kini: Sel, baris: Mapping[int, int], kolom: Mapping[int, int]) -> int:
    """Locked cells that stand where this says."""
    banyak = 0
    for (b, k), s in semula.items():
        if b in baris and k in kolom and (ada := kini.get((baris[b], kolom[k]))) is not None:
            banyak += _sign(ada) == _sign(s)
    return banyak
