"""Rows that hold the sum of other rows of the same code: of its SP2D, its kelurahan, or of all kecamatan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kinerja.anggaran.butir import BarisTabel
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.label import Label, read_label
from kinerja.errors import DataError

_SEMUA = re.compile(r"(?:semua|seluruh|gabungan|total|jumlah)\b", re.IGNORECASE)
_DAERAH = re.compile(r"(?:kota|kabupaten|kab\.)\s", re.IGNORECASE)
_ATAS = frozenset([Label.JUMLAH, Label.BELANJA])


def is_semua(pemilik: str) -> bool:
    """An owner that is called all of them.

    >>> is_semua("Semua Kecamatan"), is_semua("Kota Medan"), is_semua("Medan Kota")
    (True, False, False)
    """
    return _SEMUA.match(pemilik) is not None


def drop_kumpulan(butir: Sequence[Butir], baris: Sequence[BarisTabel], tempat: str = "") -> None:
    """Set aside rows that are the sum of the others of their code, where every such row is.

    Raises:
        DataError: a kecamatan called after its city that may be the sum of all the others.

    >>> from kinerja.anggaran.butir import BlokJudul
    >>> from kinerja.kode import JenisKode, read_kode
    >>> isi = [("", 40), ("SP2D 1", 30), ("SP2D 2", 10)]
    >>> kode, atas = read_kode("7.01.01"), BlokJudul()
    >>> baris = [BarisTabel(n, kode, "", "", (), atas, 0, pembeda=p) for n, (p, _) in enumerate(isi)]
    >>> semua = [Butir("7.01.01", JenisKode.PROGRAM, "", sen) for _, sen in isi]
    >>> drop_kumpulan(semua, baris)
    >>> [b.kedudukan.value for b in semua]
    ['ulangan', 'isi', 'isi']
    """
    kunci: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, b in enumerate(butir):
        if b.kode and b.kedudukan is Kedudukan.ISI and b.sen is not None:
            kunci[b.pemilik, b.kode].append(n)
    banyak = [k for k in kunci.values() if len(k) > 1]
    if any(s.pembeda for s in baris):
        _drop_tanpa_pembeda(butir, baris, banyak)
        _drop_unit_sendiri(butir, baris, banyak)
        _drop_menurut_pembeda(butir, baris)
    _drop_semua(butir, kunci, tempat)


def _drop_tanpa_pembeda(butir: Sequence[Butir], baris: Sequence[BarisTabel], banyak: Iterable[Sequence[int]]) -> None:
    """The row without a SP2D, or without a month, above those that have one and are otherwise alike."""
    calon = []
    for nomor in banyak:
        bagian = {n: frozenset(filter(None, baris[n].pembeda.split(" | "))) for n in nomor}
        for n in nomor:
            lain = [m for m in nomor if bagian[m] > bagian[n]]
            calon += [(n, lain)] if lain else []
    _drop(butir, calon)


def _drop_menurut_pembeda(butir: Sequence[Butir], baris: Sequence[BarisTabel]) -> None:
    """Below a total, the sums of each funding source or unit, without a code."""
    jumlah: dict[str, int] = defaultdict(int)
    sesudah = False
    for b, s in zip(butir, baris, strict=True):
        if b.kode and s.pembeda:
            jumlah[s.pembeda] += b.sen or 0
        sesudah = (sesudah or b.label is Label.JUMLAH) and not b.kode
        if sesudah and s.pembeda and b.sen is not None and jumlah.get(s.pembeda) == b.sen:
            b.kedudukan = Kedudukan.ULANGAN


def _drop_unit_sendiri(butir: Sequence[Butir], baris: Sequence[BarisTabel], banyak: Iterable[Sequence[int]]) -> None:
    """The row of the kecamatan itself, or one called a total, among those of its kelurahan."""
    calon = []
    for nomor in banyak:
        sendiri = [n for n in nomor if _is_sendiri(baris[n])]
        lain = [n for n in nomor if n not in sendiri]
        if len(sendiri) == 1 and lain and all(baris[n].pembeda for n in lain):
            calon.append((sendiri[0], lain))
    _drop(butir, calon)


def _is_sendiri(s: BarisTabel) -> bool:
    bagian = s.pembeda.split(" | ")
    return any(b.casefold() == s.kecamatan.casefold() or read_label(b) in _ATAS for b in bagian if b)


def _drop(butir: Sequence[Butir], calon: Sequence[tuple[int, Sequence[int]]]) -> None:
    """All of them, where each is the sum of its parts and one at least of two or more."""
    cocok = [butir[n].sen == sum(butir[m].sen or 0 for m in lain) for n, lain in calon]
    if calon and all(cocok) and any(len(lain) > 1 for _, lain in calon):
        for n, _ in calon:
            butir[n].kedudukan = Kedudukan.ULANGAN


def _drop_semua(butir: Sequence[Butir], kunci: Mapping[tuple[str, str], Sequence[int]], tempat: str) -> None:
    """An owner called all of them, whose every code is the sum of that code over the others."""
    milik: dict[str, dict[str, int]] = defaultdict(dict)
    for (pemilik, kode), nomor in kunci.items():
        milik[pemilik][kode] = sum(butir[n].sen or 0 for n in nomor)
    semua = [p for p in milik if is_semua(p) or _DAERAH.match(p)]
    if len(milik) < 3 or len(semua) != 1:
        return
    lain: dict[str, int] = defaultdict(int)
    for pemilik, isi in milik.items():
        for kode, sen in isi.items():
            lain[kode] += sen if pemilik != semua[0] else 0
    if any(lain[kode] != sen for kode, sen in milik[semua[0]].items()):
        return
    if not is_semua(semua[0]):
        raise DataError(
            f"{semua[0]!r} sama dengan jumlah {len(milik) - 1} kecamatan lain: kecamatan, atau jumlah semuanya?",
            tempat=tempat,
            saran="Hapus baris jumlahnya, atau tulis 'Kecamatan' di depan namanya bila memang kecamatan.",
        )
    for b in butir:
        if b.pemilik == semua[0] and b.kedudukan is Kedudukan.ISI:
            b.kedudukan = Kedudukan.ULANGAN
