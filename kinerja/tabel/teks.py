"""What people typed, cleaned where it is read: what cannot be seen goes, what no spreadsheet can hold is refused."""

from __future__ import annotations

import re
import unicodedata

from kinerja.bilangan import format_angka
from kinerja.errors import MasukanError
from kinerja.tabel.batas import MAKS_NAMA
from kinerja.tabel.sel import Petak, SelGalat

_LOLOS = re.compile(r"_x([0-9A-Fa-f]{4})_")
_GALAT = re.compile(r"#(?:DIV/0!|N/A|REF!|NAME\?|VALUE!|NUM!|NULL!)|Err:[0-9]{3}")
"""How error cells arrive in a text file."""
_AWAL_GALAT = frozenset("#E ")
_TERLARANG = frozenset(["Cc", "Cs", "Cn", "Co"])


def is_bersih(teks: str) -> bool:
    """Whether cleaning would change nothing but spaces; quick for nearly all texts.

    >>> [is_bersih(x) for x in ("Medan Baru", "a\\nb", "Kec.\\u00a0Medan", "7.01\\u200b.04")]
    [True, True, False, False]
    """
    return (teks.isascii() and teks.isprintable()) or all(
        h in "\n\r\t" or (h.isprintable() and h != "\u00ad") for h in teks
    )


def clean_teks(teks: str, maks: int = MAKS_NAMA) -> str:
    """Unicode NFC, single spaces, newlines as LF, without letters that cannot be seen (zero width, direction marks).

    Raises:
        MasukanError: a control character or one that Unicode does not have; more than `maks` letters.

    >>> clean_teks("7.01.04\\u200b "), clean_teks("Kec.\\u00a0Médan  Baru\\u202e")
    ('7.01.04', 'Kec. Médan Baru')
    """
    if len(teks) > 2 * maks + 1_000:  # so many spaces are no slip; and what follows must not work for nothing
        raise _refuse_panjang(teks, maks)
    if not is_bersih(teks):
        teks = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
        teks = "".join(h for h in teks if unicodedata.category(h) != "Cf")
        for huruf in teks:
            if huruf not in "\n\t" and unicodedata.category(huruf) in _TERLARANG:
                raise MasukanError(
                    f"Ada karakter terlarang U+{ord(huruf):04X}.", saran="Hapus karakter itu atau ketik ulang selnya."
                )
    teks = "\n".join(" ".join(baris.split()) for baris in teks.split("\n")).strip()
    if len(teks) > maks:
        raise _refuse_panjang(teks, maks)
    return teks


def clean_petak(petak: Petak, maks: int = MAKS_NAMA) -> tuple[Petak, list[int]]:
    """The grid with its texts cleaned, and the numbers from 1 of the rows where letters that cannot be seen went.

    A text that must not be read as it stands is an error cell: whoever needs it will refuse it, nobody else need care.

    >>> clean_petak([["kode"], ["7.01\u200b"], ["a\x07"]])
    ([['kode'], ['7.01'], [SelGalat(teks='karakter terlarang U+0007', saran='Hapus karakter itu atau ketik ulang selnya.')]], [2])
    """  # noqa: E501
    hasil: dict[int, list[object]] = {}
    baris_bersih = []
    for nomor, baris in enumerate(petak):
        for kolom, sel in enumerate(baris):
            if not isinstance(sel, str) or (len(sel) <= maks and is_bersih(sel) and sel[:1] not in _AWAL_GALAT):
                continue
            if _GALAT.fullmatch(sel.strip()[:10]):
                hasil.setdefault(nomor, list(baris))[kolom] = SelGalat(sel.strip())
                continue
            try:
                baru: object = clean_teks(sel, maks)
            except MasukanError as galat:
                sebab = galat.pesan.removeprefix("Ada ").rstrip(".")
                baru = SelGalat(sebab[0].lower() + sebab[1:], galat.saran)
            else:
                if not is_bersih(sel):
                    baris_bersih.append(nomor + 1)
            hasil.setdefault(nomor, list(baris))[kolom] = baru
    if not hasil:
        return petak, []
    return [hasil.get(n, b) for n, b in enumerate(petak)], list(dict.fromkeys(baris_bersih))


def _refuse_panjang(teks: str, maks: int) -> MasukanError:
    return MasukanError(
        f"Teks terlalu panjang: {format_angka(len(teks), 0)} karakter.",
        saran=f"Persingkat menjadi paling banyak {format_angka(maks, 0)} karakter.",
    )


def unescape_teks(teks: str) -> str:
    """Characters that XML cannot hold stand in a workbook as `_x000D_` (ECMA-376 part 1, 22.9.2.19).

    >>> unescape_teks("satu_x000A_dua"), unescape_teks("_x005F_x000A_")
    ('satu\\ndua', '_x000A_')
    """
    return _LOLOS.sub(lambda cocok: chr(int(cocok[1], 16)), teks) if "_x" in teks else teks
