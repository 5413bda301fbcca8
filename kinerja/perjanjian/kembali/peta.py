"""Where the cells of an issued workbook stand in the one that came back; rows, columns or sheets may have moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja.alamat import Kotak
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.selaras import Sel, align_lembar, is_bergeser

_MIRIP = 0.5
"""A sheet of another name is the issued one when it holds this share of its texts."""


@dataclass(frozen=True, slots=True)
class Peta:
    """From a place in the issue to that in the return.

    Attributes:
        lembar: the return's name of each issued sheet; sheets that are gone are not in it.
        baris: of issued sheets whose rows have moved, row by row (from 0); rows that are gone are not in it.
        kolom: the same of columns.
    """

    lembar: Mapping[str, str]
    baris: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    kolom: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    def find(self, lembar: str, baris: int, kolom: int) -> tuple[str, int, int] | None:
        """Sheet, row and column in the return; None where that is gone.

        >>> Peta({"SKM": "SKM"}, {"SKM": {4: 5}}).find("SKM", 4, 1)
        ('SKM', 5, 1)
        """
        tujuan = self.lembar.get(lembar)
        b = self.baris[lembar].get(baris) if lembar in self.baris else baris
        k = self.kolom[lembar].get(kolom) if lembar in self.kolom else kolom
        return None if tujuan is None or b is None or k is None else (tujuan, b, k)

    def find_kotak(self, lembar: str, kotak: Kotak) -> tuple[str, Kotak] | None:
        """A range likewise; where its edge is gone it is as much smaller, as programs do.

        >>> Peta({"SKM": "SKM"}, {"SKM": {4: 4, 5: 7}}).find_kotak("SKM", (4, 1, 6, 1))
        ('SKM', (4, 1, 7, 1))
        """
        tujuan = self.lembar.get(lembar)
        tegak = _find_rentang(self.baris.get(lembar), kotak[0], kotak[2])
        datar = _find_rentang(self.kolom.get(lembar), kotak[1], kotak[3])
        if tujuan is None or tegak is None or datar is None:
            return None
        return tujuan, (tegak[0], datar[0], tegak[1], datar[1])

    def find_sisipan(self, lembar: str) -> tuple[set[int], set[int]]:
        """Rows and columns of the return that were put in between those of that issued sheet.

        >>> Peta({"SKM": "SKM"}, {"SKM": {4: 4, 5: 7}}).find_sisipan("SKM")
        ({0, 1, 2, 3, 5, 6}, set())
        """
        kini = [set(pindah.get(lembar, {}).values()) for pindah in (self.baris, self.kolom)]
        baris, kolom = (set(range(max(letak, default=0))) - letak for letak in kini)
        return baris, kolom

    def is_diam(self, lembar: str = "") -> bool:
        """Whether all stands where it stood, or all of that issued sheet."""
        if lembar:
            return self.lembar.get(lembar) == lembar and lembar not in self.baris and lembar not in self.kolom
        return not self.baris and not self.kolom and all(asal == kini for asal, kini in self.lembar.items())


def _find_rentang(letak: Mapping[int, int] | None, awal: int, akhir: int) -> tuple[int, int] | None:
    """First and last of a stretch, where they are now."""
    if letak is None:
        return awal, akhir
    akhir = min(akhir, max(letak, default=-1))  # a formula may read whole columns
    pertama = next((letak[n] for n in range(awal, akhir + 1) if n in letak), None)
    terakhir = next((letak[n] for n in range(akhir, awal - 1, -1) if n in letak), None)
    return None if pertama is None or terakhir is None else (pertama, terakhir)


def stay(buku: BukuUtuh) -> Peta:
    """A workbook that serves as its own issue: everything is where it is."""
    return Peta({nama: nama for nama in buku.lembar})


def align(terbit: BukuUtuh, datang: BukuUtuh) -> Peta:
    """Where the cells of an issue stand in a return: sheets by name, else by their texts; so rows and columns."""
    lembar = _match_lembar(terbit, datang)
    baris: dict[str, Mapping[int, int]] = {}
    kolom: dict[str, Mapping[int, int]] = {}
    for asal, kini in lembar.items():
        semula, sel = terbit.lembar[asal].sel, datang.lembar[kini].sel
        if is_bergeser(semula, sel):
            isian = [kotak for milik, kotak in terbit.list_isian().values() if milik == asal]
            tegak, datar = align_lembar(semula, sel, {k for _, awal, _, akhir in isian for k in range(awal, akhir + 1)})
            if tegak:
                baris[asal] = tegak
            if datar:
                kolom[asal] = datar
    return Peta(lembar, baris, kolom)


def _match_lembar(terbit: BukuUtuh, datang: BukuUtuh) -> dict[str, str]:
    """The return's name of each issued sheet."""
    if terbit.lembar.keys() <= datang.lembar.keys():
        return {nama: nama for nama in terbit.lembar}
    ada = {nama.casefold(): nama for nama in datang.lembar}
    lembar = {nama: ada[nama.casefold()] for nama in terbit.lembar if nama.casefold() in ada}
    sisa = {nama: _list_teks(datang.lembar[nama].sel) for nama in datang.lembar if nama not in lembar.values()}
    for nama in terbit.lembar:
        if nama not in lembar and sisa and (teks := _list_teks(terbit.lembar[nama].sel)):
            mirip = max(sisa, key=lambda lain: len(teks & sisa[lain]))
            if len(teks & sisa[mirip]) >= _MIRIP * len(teks):
                lembar[nama] = mirip
                del sisa[mirip]
    return {nama: lembar[nama] for nama in terbit.lembar if nama in lembar}


def _list_teks(sel: Sel) -> set[str]:
    return {s.nilai for s in sel.values() if isinstance(s.nilai, str) and s.rumus is None}
