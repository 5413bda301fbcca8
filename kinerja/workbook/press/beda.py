"""Where two plans of one form differ: in values, never in shape.

Two sheets are of one form when only these differ: constants and formula results (a text stays a text), formulas, values
inside input blocks, and heights of rows. Everything else (places, styles, merges, locks, rules, looks) is form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import compress, zip_longest
from operator import attrgetter, is_not
from typing import Any, NamedTuple, TypeGuard

from kinerja.workbook.abai import is_angka, is_angka_teks
from kinerja.workbook.layout import Blok, Buku, Lembar, Nilai, Sel


def _form(bidang: Iterable[str], *nilai: str) -> Callable[[Any], tuple[object, ...]]:
    """What gives all that is form in a part of a plan."""
    return attrgetter(*(nama for nama in bidang if nama not in nilai))


_form_sel = _form(Sel.__struct_fields__, "nilai", "rumus")
_form_lembar = _form(Lembar.__struct_fields__, "sel", "blok", "tinggi")
_form_blok = _form(Blok.__struct_fields__, "nilai")
_form_buku = _form((f.name for f in fields(Buku)), "judul", "lembar", "sifat", "kaki")


class LainBentuk(Exception):  # noqa: N818 - an answer, not an error
    """The two plans differ in more than values."""


class Ubah(NamedTuple):
    """One cell that differs: its place, and what it held and holds."""

    baris: int
    kolom: int
    lama: Nilai
    baru: Nilai
    rumus: str | None = None


@dataclass(frozen=True, slots=True)
class BedaLembar:
    """What differs on one sheet.

    Attributes:
        tinggi: None for a row that goes back to the default height.
        lain_abai: what Excel is told not to mark may differ too: a formula does, or which constants read as numbers.
    """

    sel: list[Ubah]
    tinggi: dict[int, float | None]
    lain_abai: bool


def compare_buku(lama: Buku, baru: Buku) -> list[BedaLembar]:
    """The differences, sheet by sheet.

    Raises:
        LainBentuk: the plans are not of one form.
    """
    if (
        len(lama.lembar) != len(baru.lembar)
        or _form_buku(lama) != _form_buku(baru)
        or [nama for nama, _ in lama.sifat] != [nama for nama, _ in baru.sifat]
    ):
        raise LainBentuk
    return [_compare_lembar(a, b) for a, b in zip(lama.lembar, baru.lembar, strict=True)]


def is_teks(nilai: Nilai) -> TypeGuard[str]:
    """Whether a constant stands among the shared strings."""
    return isinstance(nilai, str) and nilai != ""


def _compare_lembar(lama: Lembar, baru: Lembar) -> BedaLembar:
    if len(lama.sel) != len(baru.sel) or len(lama.blok) != len(baru.blok) or _form_lembar(lama) != _form_lembar(baru):
        raise LainBentuk
    # Most cells are not only equal but the same: those are passed over at the speed of C.
    lain = list(compress(zip(lama.sel, baru.sel, strict=True), map(is_not, lama.sel, baru.sel)))
    lain_abai = any(a.rumus != b.rumus for a, b in lain)
    ubah = [_compare_sel(a, b) for a, b in lain if a != b or not _is_same(a.nilai, b.nilai)]
    for a, b in zip(lama.blok, baru.blok, strict=True):
        if a is not b:
            ubah += _compare_blok(a, b)
    tinggi = _compare_tinggi(lama, baru) if lama.tinggi != baru.tinggi else {}
    lain_abai = lain_abai or any(u.rumus is None and _read_jenis(u.lama) != _read_jenis(u.baru) for u in ubah)
    return BedaLembar(ubah, tinggi, lain_abai)


def _read_jenis(nilai: Nilai) -> tuple[bool, bool]:
    return is_angka(nilai), is_angka_teks(nilai)


def _compare_sel(a: Sel, b: Sel) -> Ubah:
    """Places, style, link and size are form; so is whether it is a formula, a text, or neither."""
    if _form_sel(a) != _form_sel(b) or (a.rumus is None) != (b.rumus is None):
        raise LainBentuk
    if b.rumus is None and is_teks(a.nilai) != is_teks(b.nilai):
        raise LainBentuk
    return Ubah(b.baris, b.kolom, a.nilai, b.nilai, b.rumus)


def _compare_blok(a: Blok, b: Blok) -> Iterator[Ubah]:
    if _form_blok(a) != _form_blok(b):
        raise LainBentuk
    if a.nilai is b.nilai:
        return
    for baris, (deret_lama, deret_baru) in enumerate(zip_longest(a.nilai, b.nilai, fillvalue=())):
        for kolom, (lama, baru) in enumerate(zip_longest(deret_lama, deret_baru)):
            if not _is_same(lama, baru):
                if is_teks(lama) != is_teks(baru):
                    raise LainBentuk
                yield Ubah(b.baris + baris, b.kolom + kolom, lama, baru)


def _is_same(a: Nilai, b: Nilai) -> bool:
    """Equal, and written alike: 1 and 1.0 are not, nor are the two zeros."""
    return a is b or (a == b and type(a) is type(b) and (a != 0 or str(a) == str(b)))


def _compare_tinggi(lama: Lembar, baru: Lembar) -> dict[int, float | None]:
    # Charts and pictures are anchored by the heights of the rows above them.
    if lama.grafik or lama.gambar:
        raise LainBentuk
    a, b = dict(lama.tinggi), dict(baru.tinggi)
    return {baris: b.get(baris) for baris in a.keys() | b.keys() if a.get(baris) != b.get(baris)}
