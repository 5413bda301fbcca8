"""Answers with a number and a word (`2. Kurang`): where a column's numbers and words go together, the number decides.

Words alone would make `2. Kurang` a 1, for another form's series says so. A column is read by its numbers where each
number stands with one word, within the scale, and no word of known direction says that they run the other way, or that
there is a longer scale.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kinerja.survei.deret import Bacaan, Skala

Hitungan = Counter[tuple[int, str]]
"""How often a number stands with a word."""


def read_nomor(
    milik: Hitungan, tanpa: int, lain: Sequence[Hitungan], deret: Sequence[Skala], skala: range
) -> dict[str, int] | None:
    """The value of each word of a column by the number beside it; None where numbers do not decide.

    Args:
        milik: numbers and words of the column.
        tanpa: its answers without a number.
        lain: numbers and words of the other columns; what they share with this one may complete it.
        deret: the series that this column may have.
    """
    if not milik or sum(milik.values()) < tanpa:
        return None
    for hitungan in lain:
        gabung = milik + hitungan
        if milik.keys() & hitungan.keys() and len(_match(gabung) or ()) == len({kata for _, kata in gabung}):
            milik = gabung
    pasang = _match(milik)
    if pasang is None or not all(nomor in skala for nomor in pasang.values()):
        return None
    return pasang if _is_searah(pasang, deret, skala) and not _is_panjang(pasang, lain, deret, skala) else None


def count_nomor(banyak: Mapping[str, int], baca: Mapping[str, Bacaan]) -> Hitungan:
    """The numbered answers of a column."""
    hasil: Hitungan = Counter()
    for teks, n in banyak.items():
        if (angka := baca[teks].angka) is not None:
            hasil[angka, baca[teks].kata] += n
    return hasil


def _match(milik: Hitungan) -> dict[str, int] | None:
    """Words with the number that they mostly have, slips left out; None where two are as frequent."""
    kata: dict[str, int] = {}
    for (nomor, satu), n in milik.items():
        saingan = [m for (x, y), m in milik.items() if (x == nomor) != (y == satu)]
        if any(m == n for m in saingan):
            return None
        if not any(m > n for m in saingan):
            kata[satu] = nomor
    return kata or None


def _is_searah(pasang: Mapping[str, int], deret: Sequence[Skala], skala: range) -> bool:
    """Whether no series puts these words in another order, and none of them on the other side of the scale."""
    for satu in deret:
        kenal = sorted((satu.arti[kata], nomor) for kata, nomor in pasang.items() if kata in satu.arti)
        urut = [nomor for _, nomor in kenal]
        if urut != sorted(urut):
            return False
    for kata, nomor in pasang.items():
        arah = {_find_arah(s.arti[kata], skala[0], len(s.deret.jawaban)) for s in deret if kata in s.arti}
        if arah in ({-1}, {1}) and _find_arah(nomor, skala[0], len(skala)) not in arah:
            return False
    return True


def _find_arah(nilai: int, awal: int, banyak: int) -> int:
    """On which side of its scale a value is: -1 low, 1 high, 0 in the middle, as `cukup` may be."""
    dua_kali = 2 * (nilai - awal) - (banyak - 1)
    return (dua_kali > 0) - (dua_kali < 0)


def _is_panjang(pasang: Mapping[str, int], lain: Sequence[Hitungan], deret: Sequence[Skala], skala: range) -> bool:
    """Whether most words are those of a longer scale with its numbers, more than those of any of the law's length.

    Another column in which a word of that scale has another number (`4. Sangat mudah`) speaks against it.
    """
    semua = [pasang_lain for hitungan in lain if (pasang_lain := _match(hitungan))]
    bantah = {s.deret.nama for s in deret if any(s.arti.get(k, n) != n for x in semua for k, n in x.items())}

    def count(satu: Skala) -> int:
        if len(satu.deret.jawaban) > len(skala) and satu.deret.nama in bantah:
            return 0
        sama = [satu.arti[kata] == nomor for kata, nomor in pasang.items() if kata in satu.arti]
        return len(sama) if all(sama) else 0

    panjang = max((count(s) for s in deret if len(s.deret.jawaban) > len(skala)), default=0)
    pas = max((count(s) for s in deret if len(s.deret.jawaban) == len(skala)), default=0)
    return panjang > pas and 2 * panjang > len(pasang)
