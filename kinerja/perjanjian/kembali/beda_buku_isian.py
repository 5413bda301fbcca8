"""What is typed into a workbook, or was filled in by its issuer, cell by cell: known by its row and its title.

Rows are known by the words at their left; those of an indikator or a programme by which one it is; a kegiatan by its
name. Only where nothing says what a row is (the answers of a survey) its place counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kinerja.alamat import Kotak
from kinerja.judul import normalize_judul
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.beda_buku_butir import (
    ANGGARAN,
    ISIAN,
    KATA,
    TARGET,
    Baris,
    Butir,
    Kunci,
    read_butir,
    read_konstan,
    to_layak,
)
from kinerja.perjanjian.kembali.beda_buku_hasil import SelIsian
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN
from kinerja.perjanjian.kembali.tanda_formulir import is_formulir
from kinerja.perjanjian.kembali.terhitung import Terhitung

_INDIKATOR = re.compile("isian_indikator_([0-9]{1,4})_(.+)")
_TARGET = re.compile("isian_(?:indikator_[0-9]{1,4}_)?target(?:_triwulan(?:_[1-4])?)?")
_ANGGARAN = frozenset([f"isian_{n}_{apa}" for n in ("anggaran", "program") for apa in ("perjanjian", "dpa")])
_DI_FORMULIR = re.compile("isian_(?:program|indikator_[0-9]{1,4})_(.+)")
"""Inputs of a form whose name says what they are, wherever the form has them."""
_BERBARIS = re.compile("isian_(?:indikator|anggaran|triwulan|target)")
_TRIWULAN = re.compile("isian_triwulan_.+")
_KEGIATAN = re.compile("(isian_manfaat_[a-z0-9]+)_.+")
_SATUAN = re.compile(r"\([^)]*\)")
"""A unit or a hint in a title: it says nothing of what the column is."""
_MAKS_NO = 9
"""Letters of a title `No`, with what stands about it."""
_DALAM = 60
"""Rows above a block in which the title of a column is looked for."""
_KATA_BARIS = 2
"""Words at the left that say what a row is: those farthest from the input."""


class _Blok(NamedTuple):
    """A block of inputs: its name, sheet and place."""

    nama: str
    lembar: str
    kotak: Kotak


class _Milik(NamedTuple):
    """What a row is: its key, and what it is called."""

    kunci: Kunci
    sebutan: str


def list_isian(t: Terhitung, baris: Baris, isian: SelIsian) -> Iterator[tuple[Kunci, Butir]]:
    """All that is typed."""
    pembaca = _Pembaca(t, baris, isian)
    for nama, (lembar, kotak) in t.buku.list_nama(AWALAN_ISIAN).items():
        yield from pembaca.read(_Blok(nama, lembar, kotak))


class _Pembaca:
    """Reads block after block."""

    def __init__(self, t: Terhitung, baris: Baris, isian: SelIsian) -> None:
        self._t, self._baris, self._isian = t, baris, isian
        self._formulir = is_formulir(t.buku.identitas)
        self._kepala: dict[str, list[int]] = {}

    def read(self, blok: _Blok) -> Iterator[tuple[Kunci, Butir]]:
        """The cells of a block that hold something."""
        b, k, b_akhir, k_akhir = blok.kotak
        judul = [self._find_judul(blok, c) for c in range(k, k_akhir + 1)]
        cocok = _DI_FORMULIR.fullmatch(blok.nama) if self._formulir else None
        if cocok:
            judul = [_say_nama(cocok[1])] * len(judul)
        bagian = _choose_bagian(blok)
        kembar: Counter[Kunci] = Counter()
        for r in range(b, b_akhir + 1):
            milik = self._find_milik(blok, r)
            kembar[milik.kunci] += 1
            ulang = (str(kembar[milik.kunci]),) if kembar[milik.kunci] > 1 else ()
            for c in range(k, k_akhir + 1):
                satu = read_butir(self._t, bagian, "", (blok.lembar, r, c))
                if satu.nilai is not None:
                    kolom = judul[c - k] or (str(c - k + 1) if k_akhir > k else "")
                    apa = ": ".join(filter(None, (milik.sebutan, kolom)))
                    yield (*milik.kunci, *ulang, normalize_judul(_SATUAN.sub("", kolom))), satu._replace(apa=apa)

    def _find_milik(self, blok: _Blok, r: int) -> _Milik:
        """What a row of a block is."""
        urut = r - blok.kotak[0]
        if cocok := _INDIKATOR.fullmatch(blok.nama):
            return self._call_indikator(blok, int(cocok[1]) - 1, cocok[2], urut)
        if blok.nama == "isian_target" and urut < len(self._baris.indikator):
            return self._call_indikator(blok, urut, "target", 0)
        if _TRIWULAN.fullmatch(blok.nama) and urut // len(TRIWULAN) < len(self._baris.indikator):
            kunci, sebutan = self._baris.indikator[urut // len(TRIWULAN)]
            triwulan = TRIWULAN[urut % len(TRIWULAN)]
            return _Milik(("indikator", kunci, triwulan, "isian"), f"{sebutan}, triwulan {triwulan}")
        if blok.nama.startswith(("isian_anggaran_", "isian_program_")) and urut < len(self._baris.program):
            kunci, sebutan = self._baris.program[urut]
            return _Milik(("program", kunci, "isian"), sebutan)
        kata = self._list_kata(blok, r)
        sebutan = " – ".join(kata) or f"{to_layak(blok.lembar)}, baris isian ke-{urut + 1}"
        tempat = tuple(map(normalize_judul, kata)) or (str(urut),)
        return _Milik(("isian", normalize_judul(blok.lembar), *tempat), sebutan)

    def _call_indikator(self, blok: _Blok, nomor: int, akhir: str, urut: int) -> _Milik:
        """A row of the inputs of one indikator; of several alike its place counts."""
        if not 0 <= nomor < len(self._baris.indikator):
            return _Milik(("isian", blok.nama, str(urut)), f"indikator {nomor + 1}")
        kunci, sebutan = self._baris.indikator[nomor]
        banyak = blok.kotak[2] > blok.kotak[0] and blok.nama != "isian_target"
        rinci = akhir if akhir in ("pembilang", "penyebut") else ""
        tambah = [rinci] if rinci else [f"baris {urut + 1}"] if banyak else []
        lembar = "" if self._formulir else normalize_judul(blok.lembar)
        return _Milik(("indikator", kunci, "isian", lembar, *tambah), ", ".join([sebutan, *tambah]))

    def _list_kata(self, blok: _Blok, r: int) -> list[str]:
        """The words that say what a row is."""
        if cocok := _KEGIATAN.fullmatch(blok.nama):
            letak = self._t.buku.nama.get(f"{cocok[1]}_kegiatan")
            if letak is not None:
                lembar, (b, k, *_) = letak
                kegiatan = self._t.buku.get_sel(lembar, b + r - blok.kotak[0], k)
                return [to_layak(str(kegiatan.nilai))] if kegiatan is not None and kegiatan.nilai is not None else []
        kata = []
        for c in range(blok.kotak[1] - 1, -1, -1):
            if (blok.lembar, r, c) in self._isian:
                continue
            if self._t.buku.get_sel(blok.lembar, r, c) is None:
                break
            kata.append(read_konstan(self._t, blok.lembar, r, c))
        return [teks for teks in reversed(kata) if teks][:_KATA_BARIS]

    def _find_judul(self, blok: _Blok, c: int) -> str:
        """The title of a column: the nearest words above it; none where a label stands at the left of a single cell."""
        b, k, b_akhir, k_akhir = blok.kotak
        if blok.nama.endswith("_target_triwulan") and k_akhir - k < len(TRIWULAN):
            return f"target triwulan {TRIWULAN[c - k]}"
        if (b, k) == (b_akhir, k_akhir) and not _BERBARIS.match(blok.nama) and self._list_kata(blok, b):
            return ""
        kepala = max((r for r in self._find_kepala(blok.lembar) if r < b), default=b - 1)
        for r in (kepala, *range(b - 1, max(-1, b - _DALAM), -1)):
            if (blok.lembar, r, c) not in self._isian and (teks := read_konstan(self._t, blok.lembar, r, c)):
                return teks
        return ""

    def _find_kepala(self, lembar: str) -> list[int]:
        """Rows of a sheet that hold titles: one of them is `No`."""
        if lembar not in self._kepala:
            isi = self._t.buku.lembar[lembar].sel.items()
            teks = ((r, s.nilai) for (r, _), s in isi if isinstance(s.nilai, str) and len(s.nilai) < _MAKS_NO)
            self._kepala[lembar] = [r for r, satu in teks if normalize_judul(satu) == "no"]
        return self._kepala[lembar]


def _say_nama(apa: str) -> str:
    """What an input of a form is, as its name says.

    >>> _say_nama("realisasi_2"), _say_nama("target_triwulan_1"), _say_nama("tindak_lanjut")
    ('Realisasi triwulan II', 'Target triwulan I', 'Tindak lanjut')
    """
    awal, _, ke = apa.rpartition("_")
    if ke in ("1", "2", "3", "4"):
        apa = f"{awal.removesuffix('_triwulan')}_triwulan_{TRIWULAN[int(ke) - 1]}"
    return "DPA" if apa == "dpa" else apa[:1].upper() + apa[1:].replace("_", " ")


def _choose_bagian(blok: _Blok) -> str:
    """The group that an input belongs to."""
    if _TARGET.fullmatch(blok.nama):
        return TARGET
    if blok.nama in _ANGGARAN:
        return ANGGARAN
    return KATA if blok.lembar == "Pernyataan" else ISIAN
