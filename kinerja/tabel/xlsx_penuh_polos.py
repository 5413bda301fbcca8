"""Cells with formulas and styles in the spellings that programs write: read by a pattern, under expat's eyes.

As `xlsx_polos` for plain values: whatever is covered here goes to expat as well, unless expat has let pass the same
bytes before, and what is spelled otherwise is read from expat's events only. Most cells of a form are letter by letter
those of the one before, so cells are kept by their bytes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kinerja.tabel.xml import decode_polos, is_ya

SEL = b'<c r="'
"""How a cell begins; its address follows."""
_SELA = rb"[ \t\n]{0,40}+"
_ATRIBUT = rb' [A-Za-z0-9:]{1,40}+="[^"<&\x00-\x1f]{0,200}+"'
_TEKS = rb"([^<\r]{0,9000}+)"
_KEPALA = re.compile(_SELA + rb'<row r="([1-9][0-9]{0,6})"((?:' + _ATRIBUT + rb")*+) ?(/?)>" + _SELA)
_SEMBUNYI, _TINGGI = re.compile(rb' hidden="([^"]*)"'), re.compile(rb' ht="([^"]*)"')
_RUMUS = rb"<f((?:" + _ATRIBUT + rb")*+)(?: ?/>|>" + _TEKS + rb"</f>)" + _SELA
_ISI = rb'<v(?: xml:space="preserve")?(?: ?/>|>' + _TEKS + rb"</v>)"
_LANGSUNG = rb"<is>" + _SELA + rb'<t(?: xml:space="preserve")?>' + _TEKS + rb"</t>" + _SELA + rb"</is>"
_SEL = re.compile(
    rb'(?: s="([0-9]{1,8})")?(?: t="(s|n|str|b|e|inlineStr)")?(?: ?/>|>'
    + _SELA + rb"(?:" + _RUMUS + rb")?+(?:(?:" + _ISI + rb"|" + _LANGSUNG + rb")" + _SELA + rb")?+</c>)" + _SELA
)  # fmt: skip


class KepalaPolos(NamedTuple):
    """How a row begins: its number from 1, and whether nobody can see it."""

    nomor: int
    sembunyi: bool


class SelPolos(NamedTuple):
    """A cell: style, kind; its formula and the text of its value, None where there is none."""

    gaya: int
    jenis: str
    rumus: str | None
    teks: str | None


@lru_cache(maxsize=4_096)
def parse_kepala(isi: bytes) -> tuple[KepalaPolos, ...]:
    """The tag of a row, behind those of rows without cells; nothing where they are not of the plainest spelling.

    >>> parse_kepala(b'<row r="6"/><row r="7" ht="0.5" customHeight="1">'), parse_kepala(b"<row r='7'>")
    ((KepalaPolos(nomor=6, sembunyi=False), KepalaPolos(nomor=7, sembunyi=True)), ())
    >>> parse_kepala(b'<row r="7"/>'), parse_kepala(b'<row r="7"><row r="8">'), parse_kepala(b'<row r="8"/><row r="8">')
    ((), (), ())
    """
    hasil: list[KepalaPolos] = []
    letak, terbuka = 0, False
    while letak < len(isi):
        cocok = None if terbuka else _KEPALA.match(isi, letak)
        if cocok is None or (hasil and int(cocok[1]) <= hasil[-1].nomor):
            return ()
        sembunyi, tinggi = _SEMBUNYI.search(cocok[2]), _TINGGI.search(cocok[2])
        tertutup = sembunyi is not None and is_ya(sembunyi[1].decode("latin-1"))
        rendah = tinggi is not None and is_nol(tinggi[1].decode("latin-1"))
        hasil.append(KepalaPolos(int(cocok[1]), tertutup or rendah))
        letak, terbuka = cocok.end(), not cocok[3]
    return tuple(hasil) if terbuka else ()


def parse_sel(isi: bytes) -> SelPolos | None:
    """A cell from behind its address to its end; None where it is not of such a spelling.

    >>> parse_sel(b' s="12" t="str"><f>A1&lt;2</f><v>ya</v></c>')
    SelPolos(gaya=12, jenis='str', rumus='A1<2', teks='ya')
    >>> parse_sel(b'><f t="shared" si="0"/><v>1</v></c>'), parse_sel(b'><v>&#49;</v></c>')
    (None, None)
    """
    cocok = _SEL.fullmatch(isi)
    if cocok is None:
        return None
    gaya, jenis, ciri, rumus, nilai, langsung = cocok.groups()
    if ciri is not None and b' t="' in ciri:  # shared formulas, those of several cells
        return None
    try:
        isi_rumus = None if ciri is None else decode_polos((rumus or b"").decode()).strip()
        if langsung is not None:
            teks: str | None = decode_polos(langsung.decode())
        else:
            teks = decode_polos(nilai.decode()) if nilai is not None else "" if b"<v" in isi else None
    except ValueError:
        return None
    return SelPolos(int(gaya or 0), (jenis or b"n").decode(), isi_rumus, teks)


def is_nol(teks: str | None) -> bool:
    """Whether a height or width is so small that nobody sees what stands there.

    >>> is_nol("0.5"), is_nol("15"), is_nol(None)
    (True, False, False)
    """
    try:
        return teks is not None and float(teks) < 1
    except ValueError:
        return False
