"""Suggestions for a person: what is left on both sides and has nearly the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

import polars as pl
from rapidfuzz import fuzz, process

from kinerja.anggaran.pasangan import Kelompok
from kinerja.nomenklatur import normalize_nama

BATAS = 85.0
"""Least likeness of two names, 0..100; below it a suggestion is more often wrong than right."""


MAKS_BANDING = 4_000_000
"""Pairs of names that are compared in all; a region has thousands, and a million takes less than half a second."""
Usulan = tuple[dict[str, Any], dict[str, Any], int]
"""A row of the agreement, a row of the DPA, and their likeness in per cent."""


def suggest(pasangan: pl.DataFrame, maks: int) -> tuple[list[Usulan], int]:
    """Rows only in the agreement with the row only in the DPA that is nearest by name; at most `maks`.

    Only within one kecamatan; a row of the DPA is suggested once, to its nearest.

    Returns:
        The suggestions, and the number of rows for which none was sought, since there would be too much to compare.
    """
    dua = [_list_lepas(pasangan, k) for k in (Kelompok.HANYA_PERJANJIAN, Kelompok.HANYA_DPA)]
    banyak = [dict(t.group_by("kec").len().iter_rows()) for t in dua]
    pilih, lewat, sisa = [], 0, MAKS_BANDING
    for kec in sorted(banyak[0].keys() & banyak[1].keys()):
        if (n := banyak[0][kec] * banyak[1][kec]) <= sisa:
            pilih.append(kec)
            sisa -= n
        else:
            lewat += banyak[0][kec]
    kiri, kanan = (_group(t.filter(pl.col("kec").is_in(pilih))) for t in dua)
    return list(islice((u for kec in pilih for u in _pair(kiri[kec], kanan[kec])), maks)), lewat


def _pair(kiri: list[dict[str, Any]], kanan: list[dict[str, Any]]) -> Iterator[Usulan]:
    nama = [normalize_nama(str(b["nama"])) for b in kanan]
    calon = []
    for satu in kiri:
        dekat = process.extractOne(normalize_nama(str(satu["nama"])), nama, scorer=fuzz.ratio, score_cutoff=BATAS)
        if dekat is not None:
            calon.append((-dekat[1], dekat[2], satu))
    terpakai: set[int] = set()
    for minus, nomor, satu in sorted(calon, key=lambda c: (c[0], c[1], c[2]["kode"])):
        if nomor not in terpakai:
            terpakai.add(nomor)
            yield satu, kanan[nomor], int(0.5 - minus)


def _list_lepas(pasangan: pl.DataFrame, kelompok: Kelompok) -> pl.DataFrame:
    return pasangan.filter((pl.col("kelompok") == kelompok) & pl.col("nama").is_not_null())


def _group(lepas: pl.DataFrame) -> dict[int, list[dict[str, Any]]]:
    hasil: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for satu in lepas.sort("kec", "kode").iter_rows(named=True):
        hasil[satu["kec"]].append(satu)
    return hasil
