"""Two workbooks of one kecamatan beside each other: what was there, what is there now, and the difference.

Issues and returns alike, murni and perubahan, of any version: rows are matched by what they are. Results are those that
we compute, never those that a file stores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Any

from kinerja.errors import MasukanError
from kinerja.perjanjian.kembali.beda_buku_butir import (
    BAGIAN,
    HASIL,
    KATA,
    Baris,
    Butir,
    Kunci,
    list_identitas,
    list_sel_isian,
    match_buku,
)
from kinerja.perjanjian.kembali.beda_buku_hasil import list_hasil
from kinerja.perjanjian.kembali.beda_buku_isian import list_isian
from kinerja.perjanjian.kembali.beda_buku_sisa import list_sisa
from kinerja.perjanjian.kembali.terhitung import Terhitung
from kinerja.workbook.eksak import BILANGAN, to_eksak

_BERBARIS = ("indikator", "program")


@dataclass(frozen=True, slots=True)
class Selisih:
    """One difference.

    Attributes:
        bagian: one of `BAGIAN`.
        apa: what it is: a row and a title.
        lembar: where it stands: in the second workbook, or in the first where the second has no such thing.
        sel: the cell; empty where it is of a whole sheet.
        semula: exact number, text or None; so `menjadi`.
        beda: `menjadi` less `semula`, where both are numbers.
    """

    bagian: str
    apa: str
    lembar: str
    sel: str
    semula: Any
    menjadi: Any
    beda: int | Fraction | None


def list_selisih(semula: Terhitung, menjadi: Terhitung) -> tuple[Selisih, ...]:
    """All differences, by group.

    Raises:
        MasukanError: the workbooks are of two kecamatan.
    """
    a, b = semula.identitas, menjadi.identitas
    if a.kode != b.kode:
        raise MasukanError(
            f"Kedua buku bukan milik satu kecamatan: {semula.buku.tempat} milik {a.sebutan},"
            f" {menjadi.buku.tempat} milik {b.sebutan}.",
            saran="Bandingkan dua buku dari kecamatan yang sama.",
        )
    baris = match_buku(semula, menjadi)
    lama, baru = (_list_butir(t, satu) for t, satu in zip((semula, menjadi), baris, strict=True))
    bersama = baris[0].kunci & baris[1].kunci
    hasil = [
        _make(lama.get(kunci), baru.get(kunci))
        for kunci in lama | baru
        if _is_beda(lama.get(kunci), baru.get(kunci)) and not _is_luar(kunci, (lama, baru), bersama, a.versi != b.versi)
    ]
    letak = {(s.lembar, s.sel) for s in hasil}
    hilang = {(satu.lembar, satu.sel) for kunci, satu in lama.items() if kunci not in baru}
    kata = {n for s in hasil for n in (s.semula, s.menjadi) if isinstance(n, str)}
    hasil += [_make(x, y) for x, y in list_sisa(semula, menjadi, letak, hilang, kata)]
    return tuple(sorted(hasil, key=lambda s: BAGIAN.index(s.bagian)))


def _list_butir(t: Terhitung, baris: Baris) -> dict[Kunci, Butir]:
    """All things of a workbook; of several that are known alike each keeps its place."""
    isian = list_sel_isian(t)
    hasil: dict[Kunci, Butir] = {}
    for kunci, satu in chain(list_identitas(t), list_isian(t, baris, isian), list_hasil(t, baris, isian)):
        while kunci in hasil:
            kunci = (*kunci, "lagi")
        hasil[kunci] = satu
    return hasil


def _is_luar(
    kunci: Kunci, semua: tuple[Mapping[Kunci, Butir], ...], bersama: frozenset[Kunci], beda_versi: bool
) -> bool:
    """Whether a thing that one side lacks is but a column or check that its version does not have."""
    if all(kunci in satu for satu in semua):
        return False
    bagian = next(satu[kunci].bagian for satu in semua if kunci in satu)
    if not beda_versi or bagian not in (KATA, HASIL) or "isian" in kunci:
        return False
    return kunci[0] not in _BERBARIS or kunci[:2] in bersama


def _is_beda(a: Butir | None, b: Butir | None) -> bool:
    """Whether two values differ; none at all and a blank do not, TRUE and 1 do."""
    x, y = (satu.nilai if satu else None for satu in (a, b))
    return isinstance(x, bool) != isinstance(y, bool) or x != y


def _make(a: Butir | None, b: Butir | None) -> Selisih:
    ada = b or a
    assert ada is not None
    x, y = (satu.nilai if satu else None for satu in (a, b))
    angka = x is not None and y is not None and {type(x), type(y)} <= set(BILANGAN)
    beda = to_eksak(Fraction(y) - Fraction(x)) if angka else None  # type: ignore[arg-type]
    return Selisih(ada.bagian, ada.apa, ada.lembar, ada.sel, x, y, beda)
