"""Rows, indikator and sheets of an old workbook beside those of a new one: the same are pairs, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kinerja.dekat import suggest
from kinerja.judul import normalize_judul
from kinerja.perjanjian.kembali.baris_isian import Baris, Kunci, list_indikator, list_pengukur, split_lembar
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.tanda_formulir import is_formulir

_KODE = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_INDIKATOR = re.compile(r"(?i:\bindikator) ([0-9]+)\b")
_BERINDIKATOR = re.compile(r"isian_indikator_([0-9]+)_(.+)")
_BERSATUAN = frozenset(["nilai", "realisasi", "target", "target_triwulan", "lalu", "renstra"])
"""Inputs of an indikator that are figures in its unit."""
_KE = re.compile(r"_[1-4]$")
"""The quarter at the end of a name in a form."""
HILANG = "?"
"""Stands for a number that the new workbook has not."""


def pair_kunci(lama: Mapping[int, Kunci], baru: Mapping[int, Kunci]) -> dict[int, int]:
    """Which of the new is which of the old: alike to the letter, else by its code, else but for case and signs.

    Equal ones are told apart by their order. One whose code leads elsewhere than its name is in no pair.

    >>> lama = {0: ("7.01.01", "A"), 1: ("7.01.02", "Surat  masuk"), 2: ("7.01.03", "C")}
    >>> pair_kunci(lama, {5: ("7.01.02", "SURAT MASUK"), 6: ("7.01.03", "D"), 7: ("7.01.01", "A")})
    {0: 7, 1: 5, 2: 6}
    """
    hasil: dict[int, int] = {}
    bernama = {_read_nama(k): j for j, k in baru.items() if _read_kode(k)}

    def by_kode(kunci: Kunci) -> Hashable:
        return _read_kode(kunci)

    for ringkas in (_keep, by_kode, _loosen):
        sisa_lama = {i: k for i, k in lama.items() if i not in hasil}
        sisa_baru = {j: k for j, k in baru.items() if j not in hasil.values()}
        calon = _zip_sama(sisa_lama, sisa_baru, ringkas)
        if ringkas is by_kode:
            calon = {i: j for i, j in calon.items() if bernama.get(_read_nama(lama[i]), j) == j}
        hasil |= calon
    return hasil


def _zip_sama(
    lama: Mapping[int, Kunci], baru: Mapping[int, Kunci], ringkas: Callable[[Kunci], Hashable]
) -> dict[int, int]:
    antre: dict[Hashable, list[int]] = {}
    for j, k in baru.items():
        antre.setdefault(ringkas(k), []).append(j)
    hasil = {}
    for i, k in lama.items():
        kini = ringkas(k)
        if kini and antre.get(kini):
            hasil[i] = antre[kini].pop(0)
    return hasil


def _keep(kunci: Kunci) -> Hashable:
    return kunci


def _loosen(kunci: Kunci) -> Hashable:
    return tuple(map(normalize_judul, kunci))


def _read_kode(kunci: Kunci) -> str:
    return next((teks for teks in kunci if _KODE.fullmatch(teks)), "")


def _read_nama(kunci: Kunci) -> Kunci:
    return tuple(normalize_judul(teks) for teks in kunci if not _KODE.fullmatch(teks))


def pair_baris(lama: Sequence[Baris], baru: Sequence[Baris], dipakai: Iterable[int]) -> dict[int, int]:
    """Rows of a table: those that are something by what they are, those that are free in their order.

    A free row keeps its number among the free ones as long as there are as many; else they move up, and what is left
    over has no partner. One that its writer named as the issuer does now, is the issuer's.

    Args:
        dipakai: rows of the old table in which anything was typed; the others need no place.

    >>> pair_baris([Baris((), True)] * 4, [Baris((), True)] * 2, [0, 3]), pair_baris([Baris((), True)] * 4, [], [1])
    ({0: 0, 3: 1}, {})
    """
    isi = sorted(dipakai)
    hasil = pair_kunci(
        {i: lama[i].kunci for i in isi if lama[i].kunci}, {j: b.kunci for j, b in enumerate(baru) if not b.bebas}
    )
    bebas_lama = {i: urut for urut, i in enumerate(i for i, b in enumerate(lama) if b.bebas)}
    bebas_baru = [j for j, b in enumerate(baru) if b.bebas]
    cari = [i for i in isi if i in bebas_lama and i not in hasil]
    muat = all(bebas_lama[i] < len(bebas_baru) for i in cari)
    for urut, i in enumerate(cari):
        letak = bebas_lama[i] if muat else urut
        if letak < len(bebas_baru):
            hasil[i] = bebas_baru[letak]
    return hasil


@dataclass(frozen=True, slots=True)
class Padanan:
    """What of two workbooks is the same.

    Attributes:
        nama: names of the old indikator.
        nama_baru: names of the new ones.
        satuan: for old ones that are measured in another unit now, by number from 0, a sentence that says so.
        indikator: numbers of the new ones by those of the old, from 0.
        lembar: names of the new sheets that measure one indikator each, by those of the old.
        pengukur: all such sheets of the old workbook.
    """

    nama: tuple[str, ...]
    nama_baru: tuple[str, ...]
    satuan: Mapping[int, str]
    indikator: Mapping[int, int]
    lembar: Mapping[str, str]
    pengukur: frozenset[str]

    def find_nama(self, nama: str, lembar: str) -> tuple[str, str]:
        """What a block of an old sheet is called in the new workbook, and where it has none, why."""
        if cocok := _BERINDIKATOR.fullmatch(nama):
            lama = int(cocok[1]) - 1
            baru = self.indikator.get(lama)
            if baru is None:
                return "", self.explain(lama)
            sebab = self.satuan.get(lama, "") if _KE.sub("", cocok[2]) in _BERSATUAN else ""
            return name_indikator(baru, cocok[2]), sebab
        if lembar not in self.pengukur:
            return nama, ""
        if lembar not in self.lembar:
            return "", f"Lembar {lembar} tidak punya padanan di buku baru."
        awal, kedua, *sisa = nama.split("_")
        urut, urut_baru = split_lembar(lembar)[1], split_lembar(self.lembar[lembar])[1]
        if urut > 1 and sisa[:1] == [str(urut)]:
            del sisa[0]
        return "_".join((awal, kedua, *([str(urut_baru)] if urut_baru > 1 else []), *sisa)), ""

    def explain(self, nomor: int) -> str:
        """Why an old indikator, by its number from 0, has no place in the new workbook."""
        if nomor >= len(self.nama):
            return f"Indikator {nomor + 1} tidak dikenal di berkas asalnya."
        nama = self.nama[nomor]
        mungkin = suggest(nama, (n for j, n in enumerate(self.nama_baru) if j not in self.indikator.values()))
        return f"Indikator {nama!r} tidak ada di buku baru. {mungkin}".strip()

    def translate(self, teks: str) -> str:
        """The text of a check, with the numbers of indikator and sheets that it has in the new workbook."""

        def change(cocok: re.Match[str]) -> str:
            baru = self.indikator.get(int(cocok[1]) - 1)
            return f"{cocok[0].split()[0]} {HILANG if baru is None else baru + 1}"

        teks = _INDIKATOR.sub(change, teks)
        for lama in sorted(self.pengukur, key=len, reverse=True):
            if teks.startswith((f"{lama}:", f"{lama},")):
                return f"{self.lembar.get(lama, HILANG)}{teks[len(lama) :]}"
        return teks


def name_indikator(nomor: int, apa: str) -> str:
    """Name of an input of an indikator, whose number counts from 0."""
    return f"isian_indikator_{nomor + 1}_{apa}"


def pair_buku(lama: BukuUtuh, baru: BukuUtuh) -> Padanan:
    """Indikator by their names; sheets that measure one by that, or by their kind where there is one of it only."""
    dulu, kini = list_indikator(lama), list_indikator(baru)
    nama, nama_baru = (tuple(n for n, _ in semua) for semua in (dulu, kini))
    kunci, kunci_baru = ({n: (satu,) for n, satu in enumerate(semua)} for semua in (nama, nama_baru))
    indikator = pair_kunci(kunci, kunci_baru)
    satuan = {
        i: f"Satuan indikator ini berubah dari {dulu[i][1]} menjadi {kini[j][1]}."
        for i, j in indikator.items()
        if dulu[i][1].casefold() != kini[j][1].casefold()
    }
    dari, ke = list_pengukur(lama), list_pengukur(baru)
    if is_formulir(baru.identitas):  # there a name is all that tells what is measured
        dari = {}
    lembar = {}
    for satu, (nomor, urut) in dari.items():
        jenis = split_lembar(satu)[0]
        sejenis, sejenis_baru = ([x for x in semua if split_lembar(x)[0] == jenis] for semua in (dari, ke))
        if len(sejenis) == len(sejenis_baru) == 1:
            lembar[satu] = sejenis_baru[0]
            continue
        milik = [x for x in sejenis if dari[x][0] == nomor]
        milik_baru = [x for x in sejenis_baru if ke[x][0] == indikator.get(nomor)]
        if len(milik) == len(milik_baru):
            lembar[satu] = milik_baru[urut]
    return Padanan(nama, nama_baru, satuan, indikator, lembar, frozenset(dari))
