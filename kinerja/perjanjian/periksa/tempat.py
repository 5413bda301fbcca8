"""How findings name places and lists, in the user's words."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.perjanjian.model import PerjanjianKinerja


def name_tempat(pk: PerjanjianKinerja, *bagian: str) -> str:
    """`12.71.17 Medan Baru, program 6`."""
    return ", ".join((pk.kecamatan.sebutan, *bagian))


def join_kata(bagian: Sequence[str | int]) -> str:
    """Words or numbers as a list in running text.

    >>> join_kata(["nama"]), join_kata(["nama", "pangkat"]), join_kata(["nama", "pangkat", "NIP"])
    ('nama', 'nama dan pangkat', 'nama, pangkat, dan NIP')
    """
    kata = [str(b) for b in bagian]
    if len(kata) < 3:
        return " dan ".join(kata)
    return f"{', '.join(kata[:-1])}, dan {kata[-1]}"
