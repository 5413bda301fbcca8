"""What would stay behind: values that the last issue carries and the new one in its place does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from kinerja.kumpul.bawa import carry_isian
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.isian import read_isian
from kinerja.perjanjian.kembali.peta import stay
from kinerja.terbit.identitas import Identitas


def make_penghitung(sumber: Iterable[tuple[Identitas, str]]) -> Callable[[Identitas, bytes, bytes], int]:
    """What counts for a batch: from an agreement, its last issue and the new one to the values that would stay behind.

    Args:
        sumber: the agreements that something is carried over for, each with the digest that its source says to come
            from.
    """
    return partial(_count_milik, dict(sumber))


def _count_milik(sumber: dict[Identitas, str], identitas: Identitas, lama: bytes, baru: bytes) -> int:
    return count_tertinggal(lama, baru, sumber.get(identitas))


def count_tertinggal(lama: bytes, baru: bytes, asal: str | None) -> int:
    """Values that an issue carries and the new one lacks.

    A source that comes from this issue has the last word: what is not in it any more, its kecamatan took out, and what
    has no place in the new issue was told. Any other source, an older return say, must fill what was filled.

    Args:
        asal: the digest that the source says to come from; None where nothing was carried over, so that nobody was
            told either what has no place.

    Raises:
        DataError: one of them cannot be read.
    """
    terbit = read_buku(lama, "")
    isian = read_isian(terbit, terbit, stay(terbit))
    if not isian.count_terisi() or asal == terbit.identitas.get("sidik", ""):
        return 0
    kini = read_buku(baru, "")
    bawaan = carry_isian(terbit, isian, kini)
    banyak = 0 if asal is not None else len(bawaan.sisa)
    for nama, isi in bawaan.isi.items():
        lembar, (b, k, *_) = kini.nama[nama]
        for r, baris in enumerate(isi):
            for c, nilai in enumerate(baris):
                sel = kini.get_sel(lembar, b + r, k + c) if nilai is not None else None
                banyak += nilai is not None and (sel is None or (sel.nilai is None and sel.rumus is None))
    return banyak
