"""Every cell of a data set read once by what its column holds, so that all that cannot be read is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from kinerja.bilangan import format_angka
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.induk.skema import TABEL, Kolom, Tabel
from kinerja.perjanjian.induk.target import read_target
from kinerja.perjanjian.jenis import JENIS

_BERURUTAN = [j.kode for j in JENIS.values() if j.berurutan]
MAKS_BARIS = 20_000
"""Rows of a table that are read beforehand; those beyond are read when their kecamatan has its turn."""
_BACA: dict[str, Callable[[Baris, str], object]] = {
    "teks": Baris.read_teks,
    "paragraf": Baris.read_paragraf,
    "kode": Baris.read_kode,
    "bulat": Baris.read_bulat,
    "angka": Baris.read_angka,
    "rupiah": Baris.read_rupiah,
    "ya": Baris.read_ya,
}
"""How the cells of a column are read, by its kind; a target is read with the letters of the law."""


def check_sel(tabel: Mapping[str, Sequence[Baris]], galat: Kumpulan, *, pada: date) -> None:
    """Gather what no cell may hold: of another kind than its column, too long, too large."""
    huruf = list_huruf(pada=pada)
    for skema in TABEL:
        for b in islice(tabel.get(skema.kunci, ()), MAKS_BARIS):
            for kolom in skema.kolom:
                if kolom.kunci in b.isi:
                    with galat.catch():
                        _check(skema, kolom, b, huruf)


def _check(skema: Tabel, kolom: Kolom, b: Baris, huruf: Sequence[str]) -> None:
    if kolom.jenis == "target":
        if not _is_predikat(b, kolom.kunci):
            read_target(b, huruf, kolom.kunci)
    elif kolom.kunci.endswith("nip"):
        b.read_nip(kolom.kunci)
    else:
        _BACA[kolom.jenis](b, kolom.kunci)
    nilai = b.isi[kolom.kunci]
    if kolom.maks and isinstance(nilai, str) and len(nilai) > kolom.maks:
        panjang = len(b.read_paragraf(kolom.kunci) or "")
        if panjang > kolom.maks:
            b.refuse(
                kolom.kunci,
                f"Teks terlalu panjang: {format_angka(panjang, 0)} karakter.",
                f"Persingkat menjadi paling banyak {format_angka(kolom.maks, 0)} karakter.",
            )


def _is_predikat(b: Baris, kunci: str) -> bool:
    """Whether a target may be a word of the row's own list, which the building of the row judges."""
    teks, jenis = b.isi.get(kunci), str(b.isi.get("jenis", "")).strip().casefold()
    return isinstance(teks, str) and (jenis in _BERURUTAN or (not jenis and not any(map(str.isdigit, teks))))


@lru_cache(maxsize=8)
def list_huruf(*, pada: date) -> tuple[str, ...]:
    """The letters that a target may have."""
    semua = [tabel for jenis in JENIS.values() if (tabel := jenis.get_tabel(pada=pada))]
    return tuple({j.kode: None for tabel in semua for j in tabel.jenjang})
