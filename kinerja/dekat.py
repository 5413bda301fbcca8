"""What somebody may have meant who wrote a name that nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher, get_close_matches

MAKS_MIRIP = 200
"""Letters of a name for which a similar one is sought; the search is quadratic in them."""


def find_nearest(nama: str, daftar: Iterable[str]) -> str | None:
    """The entry of `daftar` that looks most like `nama` but for case, or None where nothing comes near.

    >>> find_nearest("Titi Rantai", ["Darat", "Titi Rante"]), find_nearest("Polonia", ["Darat", "Titi Rante"])
    ('Titi Rante', None)
    """
    if len(nama) > MAKS_MIRIP:
        return None
    asli = {calon.casefold(): calon for calon in daftar}
    dekat = get_close_matches(nama.strip().casefold(), list(asli), n=1, cutoff=0.75)
    return asli[dekat[0]] if dekat else None


def measure(a: str, b: str) -> float:
    """How alike two names are, 0..1; one that has all words of the other, two at least, and more is alike.

    >>> measure("nilai sakip", "nilai sakip oleh inspektorat"), round(measure("kecamatan baru", "kecamatan bar"), 2)
    (0.9, 0.96)
    """
    pendek, panjang = sorted((a.split(), b.split()), key=len)
    isi = 0.9 if len(pendek) > 1 and set(pendek) <= set(panjang) else 0.0
    if max(len(a), len(b)) > MAKS_MIRIP:  # by words, which are fewer
        return max(isi, SequenceMatcher(None, pendek, panjang, autojunk=False).ratio())
    return max(isi, SequenceMatcher(None, a, b, autojunk=False).ratio())


def suggest(nama: str, daftar: Iterable[str], lain: str = "", *, write: Callable[[str], str] = repr) -> str:
    """The advice about a name that nobody knows: the nearest of `daftar`, as `write` puts it, else `lain`.

    >>> suggest("Titi Rantai", ["Titi Rante"]), suggest("Polonia", ["Titi Rante"], "Pilih dari daftar.")
    ("Mungkin maksudnya 'Titi Rante'.", 'Pilih dari daftar.')
    """
    dekat = find_nearest(nama, daftar)
    return propose(dekat and write(dekat), lain)


def propose(dekat: str | None, lain: str = "") -> str:
    """The same about what has been found already."""
    return f"Mungkin maksudnya {dekat}." if dekat else lain
