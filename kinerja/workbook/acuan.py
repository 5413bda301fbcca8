"""Ranges as the plan writes them, and the values that the plan puts there."""

from __future__ import annotations

from kinerja.alamat import Kotak, split_acuan
from kinerja.errors import DataError
from kinerja.workbook.layout import Buku, Lembar, Nilai


def split_reference(acuan: str, lembar_ada: frozenset[str]) -> tuple[str, Kotak]:
    """Sheet and range of a reference.

    Raises:
        DataError: no such sheet, or no range.

    >>> split_reference("'Data Induk'!$A$1:$A$3", frozenset(["Data Induk"]))
    ('Data Induk', (0, 0, 2, 0))
    """
    nama, kotak = split_acuan(acuan)
    if nama not in lembar_ada:
        raise DataError(f"Acuan {acuan} menunjuk lembar yang tidak ada.")
    return nama, kotak


class NilaiRencana:
    """Values of the plan by place, for the caches of charts; a sheet is indexed when it is first asked for."""

    def __init__(self, buku: Buku) -> None:
        self._buku = buku
        self.lembar_ada = frozenset(lembar.nama for lembar in buku.lembar)
        self._sel: dict[str, dict[tuple[int, int], Nilai]] = {}

    def get(self, acuan: str) -> list[Nilai]:
        """Values of a range, row by row; blank and empty text are None."""
        nama, (baris, kolom, baris_akhir, kolom_akhir) = split_reference(acuan, self.lembar_ada)
        if nama not in self._sel:
            self._sel[nama] = _index(self._buku.get_lembar(nama))
        sel = self._sel[nama]
        tempat = [(b, k) for b in range(baris, baris_akhir + 1) for k in range(kolom, kolom_akhir + 1)]
        return [None if (nilai := sel.get(satu)) == "" else nilai for satu in tempat]


def _index(lembar: Lembar) -> dict[tuple[int, int], Nilai]:
    sel = {(satu.baris, satu.kolom): satu.nilai for satu in lembar.sel}
    for blok in lembar.blok:
        for b, baris in enumerate(blok.nilai):
            sel |= {(blok.baris + b, blok.kolom + k): nilai for k, nilai in enumerate(baris)}
    return sel
