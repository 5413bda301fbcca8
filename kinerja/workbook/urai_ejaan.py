"""One spelling for formulas that are not in the language of ours: programs write the same one otherwise."""

from __future__ import annotations

from decimal import Decimal

from kinerja.alamat import unquote_lembar
from kinerja.workbook.token import TOKEN

_AWALAN = ("_XLFN.", "_XLWS.", "_XLUDF.")
"""How files mark functions that came later than the format."""


def spell_rumus(rumus: str, lembar: str) -> str:
    """A formula that stands on a sheet: no blanks, capitals, numbers and sheets in one way, TRUE without brackets.

    >>> spell_rumus("iferror( vlookup(C7,'Monev'!$A:$B,2, False()) / 0.50,\\"a b\\")", "Monev")
    'IFERROR(VLOOKUP(C7,$A:$B,2,FALSE)/0.5,"a b")'
    """
    token = [(m.lastgroup or "", m[0]) for m in TOKEN.finditer(rumus) if m.lastgroup != "jeda"]
    hasil: list[str] = []
    letak = 0
    while letak < len(token):
        jenis, teks = token[letak]
        tertulis = _spell(jenis, teks, lembar)
        hasil.append(tertulis)
        tutup = [x for _, x in token[letak + 1 : letak + 3]]
        letak += 3 if tertulis in ("TRUE", "FALSE") and tutup == ["(", ")"] else 1
    return "".join(hasil)


def _spell(jenis: str, teks: str, lembar: str) -> str:
    match jenis:
        case "teks":
            return teks
        case "angka":
            return str(Decimal(teks).normalize())
        case "lembar":
            nama = unquote_lembar(teks[:-1])
            return "" if nama.casefold() == lembar.casefold() else f"{nama.upper()!r}!"
        case "fungsi":
            teks = teks.upper()
            while awal := next((x for x in _AWALAN if teks.startswith(x)), ""):
                teks = teks.removeprefix(awal)
            return teks
    return teks.upper()
