"""Suggestions for a person: what is left on both sides and has nearly the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl
from rapidfuzz import fuzz, process

from kinerja.nomenklatur import normalize_nama
from kinerja.rekonsiliasi.hasil import Kelompok

BATAS = 85.0
"""Least likeness of two names, 0..100; below it a suggestion is more often wrong than right."""


def suggest(pasangan: pl.DataFrame) -> Iterator[tuple[dict[str, Any], dict[str, Any], int]]:
    """Rows only in the agreement with the row only in the DPA that is nearest by name, and the likeness in per cent.

    Only within one kecamatan; a row of the DPA is suggested once, to its nearest.
    """
    kiri, kanan = (_group(pasangan, k) for k in (Kelompok.HANYA_PERJANJIAN, Kelompok.HANYA_DPA))
    for kec in kiri.keys() & kanan.keys():
        nama = [normalize_nama(str(b["nama"])) for b in kanan[kec]]
        calon = []
        for satu in kiri[kec]:
            dekat = process.extractOne(normalize_nama(str(satu["nama"])), nama, scorer=fuzz.ratio, score_cutoff=BATAS)
            if dekat is not None:
                calon.append((-dekat[1], dekat[2], satu))
        terpakai: set[int] = set()
        for minus, nomor, satu in sorted(calon, key=lambda c: (c[0], c[1], c[2]["kode"])):
            if nomor not in terpakai:
                terpakai.add(nomor)
                yield satu, kanan[kec][nomor], int(0.5 - minus)


def _group(pasangan: pl.DataFrame, kelompok: Kelompok) -> dict[int, list[dict[str, Any]]]:
    hasil: dict[int, list[dict[str, Any]]] = defaultdict(list)
    sisa = pasangan.filter((pl.col("kelompok") == kelompok) & pl.col("nama").is_not_null()).sort("kec", "kode")
    for satu in sisa.iter_rows(named=True):
        hasil[satu["kec"]].append(satu)
    return hasil
