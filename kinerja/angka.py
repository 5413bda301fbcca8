"""Numbers as people write them; nothing is guessed.

A text is read in both ways, Indonesian (1.234,50) and English (1,234.50). Where only one makes sense, that is the
number; where both do and differ, a single text is refused, and a column is decided by its other rows or refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import KosongError, MasukanError

JenisAngka = Literal["nilai", "uang", "bilangan"]

# [0-9] and ASCII, because \d also takes full-width and Arabic digits.
_TEKS = re.compile(
    r"(?P<minus>-)?\s*(?P<rp>(?:Rp|IDR)\.?)?\s*(?P<minus2>-)?\s*(?P<inti>[0-9][0-9.,]*?)"
    r"(?P<akhir>,--?|\.-)?(?P<persen>\s*%)?",
    re.ASCII | re.IGNORECASE,
)
_KOSONG = re.compile(r"(?:(?:Rp|IDR)\.?\s*-|-?)-?", re.ASCII | re.IGNORECASE)
_KURUNG = re.compile(r"\(([^()]*)\)$")
_INDONESIA = re.compile(r"(?P<bulat>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<desimal>[0-9]+))?")
_INGGRIS = re.compile(r"(?P<bulat>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<desimal>[0-9]+))?")
_SERAGAM = str.maketrans("\u00a0\u202f\u2009\u2212\u2013\u2014", "   ---")
_TERPANJANG = 40  # no sum of money needs more; tested before anything else looks at a hostile text


@dataclass(frozen=True, slots=True)
class _Bacaan:
    """One text and what it means in each style; None where it means nothing in it."""

    teks: str
    indonesia: Decimal | None
    inggris: Decimal | None


def read_angka(teks: str, jenis: JenisAngka) -> Decimal:
    """One number from text.

    Args:
        jenis: `nilai` a score or per cent (66,50 and 88.30), `uang` rupiah with at most two decimals,
            `bilangan` any other number.

    Raises:
        KosongError: blank, or a dash for none.
        MasukanError: not a number, or one that can be read in two ways; both are given.

    >>> read_angka("Rp 15.435.519.078,00", "uang"), read_angka("350,000,000.00", "uang"), read_angka("88.30", "nilai")
    (Decimal('15435519078.00'), Decimal('350000000.00'), Decimal('88.30'))
    """
    bacaan = _read(teks, jenis)
    if bacaan is None:
        raise KosongError("Angka belum diisi.")
    indonesia, inggris = bacaan.indonesia, bacaan.inggris
    if indonesia is not None and inggris is not None and indonesia != inggris:
        # No score runs into thousands, so its comma is a decimal comma; a dot may still be either.
        if jenis != "nilai" or "." in bacaan.teks:
            raise _refuse_rancu(bacaan, jenis)
        inggris = None
    nilai = indonesia if indonesia is not None else inggris
    if nilai is None:
        raise _refuse(bacaan.teks)
    if jenis == "uang":
        if indonesia is None and re.fullmatch(r"[^0-9]*[0-9]{1,3}\.[0-9]{1,2}[^0-9]*", bacaan.teks):
            raise _refuse(bacaan.teks, "bisa ribuan yang terpotong, bisa sen")
        _check_sen(nilai, bacaan.teks)
    return nilai


def read_kolom_uang(values: Sequence[object], baris_pertama: int = 1) -> tuple[Decimal | None, ...]:
    """A column of rupiah, its number style decided by the column as a whole; blank, None and "-" are None.

    Args:
        values: texts and numbers as they stand in the file.
        baris_pertama: the row number of the first value, for the messages.

    Raises:
        MasukanError: a value that is not an amount, rows of different styles, or a column that can be read in two
            ways; the row is named and both readings are given.

    >>> read_kolom_uang(["1.500", "3.326.918.203", "-", "(1.234)", 500])
    (Decimal('1500'), Decimal('3326918203'), None, Decimal('-1234'), Decimal('500'))
    """
    bacaan: dict[int, _Bacaan] = {}
    hasil: dict[int, Decimal | None] = {}
    for nomor, nilai in enumerate(values, start=baris_pertama):
        hasil[nomor] = None
        try:
            if isinstance(nilai, str):
                if (terbaca := _read(nilai, "uang")) is not None:
                    bacaan[nomor] = terbaca
            elif nilai is not None:
                if not isinstance(nilai, (int, float, Decimal, Fraction)):
                    raise _refuse(str(nilai))
                hasil[nomor] = to_decimal(nilai)
        except MasukanError as galat:
            raise galat.at(f"baris {nomor}") from None
    gaya = _choose_gaya(bacaan)
    for nomor, terbaca in bacaan.items():
        jumlah = terbaca.indonesia if gaya == "indonesia" else terbaca.inggris
        assert jumlah is not None
        try:
            _check_sen(jumlah, terbaca.teks)
        except MasukanError as galat:
            raise galat.at(f"baris {nomor}") from None
        hasil[nomor] = jumlah
    return tuple(hasil.values())


def _choose_gaya(bacaan: dict[int, _Bacaan]) -> Literal["indonesia", "inggris"]:
    for nomor, b in bacaan.items():
        if b.indonesia is None and b.inggris is None:
            raise _refuse(b.teks).at(f"baris {nomor}")
    bukan_indonesia = next((n for n, b in bacaan.items() if b.indonesia is None), None)
    bukan_inggris = next((n for n, b in bacaan.items() if b.inggris is None), None)
    if bukan_indonesia is not None and bukan_inggris is not None:
        raise MasukanError(
            f"baris {bukan_inggris} ({_quote(bacaan[bukan_inggris].teks)}) bergaya Indonesia, baris {bukan_indonesia}"
            f" ({_quote(bacaan[bukan_indonesia].teks)}) bergaya Inggris.",
            tempat="kolom uang",
            saran="Samakan penulisan angka di kolom itu.",
        )
    if bukan_indonesia is None and bukan_inggris is None:
        for nomor, b in bacaan.items():
            if b.indonesia != b.inggris:
                raise _refuse_rancu(b, "uang").at(f"baris {nomor}")
    return "indonesia" if bukan_indonesia is None else "inggris"


def is_strip(teks: str) -> bool:
    """A text that says that there is no amount: blank, or a dash of any kind, with or without Rp.

    >>> is_strip(" Rp-  "), is_strip("\u2014"), is_strip("-5")
    (True, True, False)
    """
    return _KOSONG.fullmatch(teks.strip().translate(_SERAGAM)) is not None


def _read(teks: str, jenis: JenisAngka) -> _Bacaan | None:
    """Both readings of a text; None when it is blank or a dash."""
    rapi = teks.strip()
    if len(rapi) > _TERPANJANG:
        raise _refuse(rapi)
    rapi = rapi.translate(_SERAGAM)
    if _KOSONG.fullmatch(rapi):
        return None
    # A currency sign, ",-" or accounting brackets say "rupiah", whose dots are thousands.
    tanpa_kurung = _KURUNG.sub(r"-\1", rapi)
    cocok = _TEKS.fullmatch(tanpa_kurung)
    if cocok is None or (cocok["minus"] and cocok["minus2"]):
        raise _refuse(teks)
    bertanda = tanpa_kurung != rapi or cocok["rp"] is not None or cocok["akhir"] is not None
    if (bertanda and jenis == "nilai") or (cocok["persen"] and (jenis == "uang" or bertanda)):
        raise _refuse(teks)
    negatif = bool(cocok["minus"] or cocok["minus2"])
    indonesia = _to_decimal(_INDONESIA.fullmatch(cocok["inti"]), negatif)
    inggris = _to_decimal(_INGGRIS.fullmatch(cocok["inti"]), negatif)
    if bertanda and indonesia is not None and "," not in cocok["inti"]:
        inggris = None
    return _Bacaan(rapi, indonesia, inggris)


def _to_decimal(cocok: re.Match[str] | None, negatif: bool) -> Decimal | None:
    if cocok is None:
        return None
    bulat = re.sub(r"[.,]", "", cocok["bulat"])
    nilai = Decimal(f"{bulat}.{cocok['desimal']}" if cocok["desimal"] else bulat)
    return nilai.copy_negate() if negatif and nilai else nilai


def _check_sen(nilai: Decimal, teks: str) -> None:
    # Three decimals are never sen, even 500: they are thousands that lost their style.
    if nilai.as_tuple().exponent == -3 or (Fraction(nilai) * 100).denominator != 1:
        raise _refuse(teks, "rupiah paling banyak dua angka desimal")


def _refuse(teks: str, sebab: str = "") -> MasukanError:
    potong = teks if len(teks) <= _TERPANJANG else teks[:_TERPANJANG] + "…"
    alasan = f" ({sebab})" if sebab else ""
    return MasukanError(
        f"{_quote(potong)} tidak terbaca sebagai angka{alasan}.", saran='Tulis seperti "1.250.000" atau "66,50".'
    )


def _refuse_rancu(b: _Bacaan, jenis: JenisAngka) -> MasukanError:
    semua = [write_angka(x.normalize()) for x in (b.indonesia, b.inggris) if x is not None]
    satu, dua = semua
    # Three decimals would be taken for thousands once more; of rupiah they are none.
    ekor = {teks: "0" if teks[-4:-3] == "," else "" for teks in semua}
    pasti = [f'"{teks}{ekor[teks]}"' for teks in semua if not (jenis == "uang" and ekor[teks])]
    return MasukanError(
        f"{_quote(b.teks)} bisa berarti {satu} (gaya Indonesia) atau {dua} (gaya Inggris).",
        saran=f"Tulis {' atau '.join(pasti)}.",
    )


def _quote(teks: str) -> str:
    """A text for a message, without Python's escapes: what cannot be seen is a space.

    >>> print(_quote("5\u00a0juta"))
    '5 juta'
    """
    return f"'{''.join(huruf if huruf.isprintable() else ' ' for huruf in teks)}'"
