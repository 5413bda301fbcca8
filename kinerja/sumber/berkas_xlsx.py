"""Input data in a workbook, one sheet a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kinerja.errors import DataError
from kinerja.sumber.baris import Baris
from kinerja.sumber.kepala import find_tabel, read_petak
from kinerja.sumber.petak_xlsx import read_lembar
from kinerja.sumber.skema import TABEL
from kinerja.wilayah import find_nearest


def parse_xlsx(isi: bytes, berkas: str) -> dict[str, list[Baris]]:
    """The rows of each table, by its key; sheets with other names are left alone.

    Raises:
        DataError: not a workbook, a sheet that is missing, error values, formulas that were never computed.
    """
    hasil: dict[str, list[Baris]] = {}
    for nama, petak in read_lembar(isi, berkas, partial(_choose_lembar, berkas=berkas)).items():
        tabel = find_tabel(nama)
        assert tabel is not None
        hasil[tabel.kunci] = read_petak(tabel, petak, f"{berkas}, lembar {nama}")
    return hasil


def _choose_lembar(semua: Sequence[str], berkas: str) -> list[str]:
    """The sheets of our tables.

    Raises:
        DataError: a table has no sheet, or two.
    """
    lembar = [n for n in semua if find_tabel(n)]
    ada = {tabel.kunci for n in lembar if (tabel := find_tabel(n))}
    for tabel in TABEL:
        if tabel.kunci not in ada:
            dekat = find_nearest(tabel.lembar, [n for n in semua if n not in lembar])
            if tabel.tambahan and not dekat:
                continue
            raise DataError(
                f"Lembar {tabel.lembar} tidak ada.",
                tempat=berkas,
                saran=f"Ganti nama lembar {dekat!r} menjadi {tabel.lembar!r}."
                if dekat
                else f"Lembar yang ada: {', '.join(semua)}.",
            )
    if len(lembar) > len(ada):
        raise DataError(f"Ada lembar kembar: {', '.join(lembar)}.", tempat=berkas, saran="Hapus salah satu.")
    return lembar
