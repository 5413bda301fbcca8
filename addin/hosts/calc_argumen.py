"""Host: LibreOffice Calc, formulas as text: references among the arguments of our calls, and KINERJA_SEL around them.

A formula stands here as Calc's API writes it: English names, `;` between arguments, `.` behind a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from addin.ejaan import KURUNG_TABEL, LAYANAN_CALC, METODE_NOL, NAMA_NOL, NAMA_SEL, find_calls

Rujuk = Callable[[str], bool]
"""Whether a name that somebody defined is that of cells."""

_LEMBAR = r"(?:\$?(?:'(?:[^']|'')*'|[^\W\d]\w*)\.)?"
_SEL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_KOTAK = rf"{_LEMBAR}(?:{_SEL}(?::{_LEMBAR}{_SEL})?|\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}|\$?\d{{1,7}}:\$?\d{{1,7}})"
_ACUAN = re.compile(rf"{_KOTAK}(?:\s*!\s*{_KOTAK})*|[^\W\d]\w*{KURUNG_TABEL}", re.IGNORECASE)
_RENTANG = re.compile(rf"(?=[^:]*:){_ACUAN.pattern}", re.IGNORECASE)
_NAMA = re.compile(rf"{_LEMBAR}[^\W\d][\w.]*", re.IGNORECASE)
_PANGGIL = re.compile(r"([^\W\d][\w.]*)\s*(?=\()")
_TOKEN = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|[(){}\[\];:!~]')
_NOL = re.compile(rf"(?<![\w.])(?:{NAMA_NOL}|{re.escape(LAYANAN_CALC)}\.{METODE_NOL})\(", re.IGNORECASE)
_PENANDA = {NAMA_NOL, f"{LAYANAN_CALC}.{METODE_NOL}".upper()}
_TETAP = {"TRUE", "FALSE"}

_CABANG: dict[str, Callable[[int], list[int]]] = {
    "IF": lambda n: [*range(1, n)],
    "IFERROR": lambda n: [*range(n)],
    "IFNA": lambda n: [*range(n)],
    "IFS": lambda n: [*range(1, n, 2)],
    "SWITCH": lambda n: [*range(2, n, 2), *([n - 1] if n % 2 == 0 else [])],
    "CHOOSE": lambda n: [*range(1, n)],
}
"""Functions that hand over one of their arguments as it is: which of n."""
_PEMBERI = {"INDEX", "OFFSET", "INDIRECT"}
"""Functions that give cells."""
_MUNGKIN_KOSONG = {
    *("VLOOKUP", "HLOOKUP", "LOOKUP", "XLOOKUP", "LET", "INDEX", "AGGREGATE", "GETPIVOTDATA", "DGET", "SINGLE"),
    *("CELL", "HYPERLINK"),
    *("FILTER", "SORT", "SORTBY", "UNIQUE", "TAKE", "DROP", "CHOOSECOLS", "CHOOSEROWS", "TOROW", "TOCOL"),
    *("WRAPROWS", "WRAPCOLS", "EXPAND", "HSTACK", "VSTACK"),
}
"""Functions whose result may be a blank that arrives as 0."""


def wrap_acuan(rumus: str, is_rujuk: Rujuk) -> str:
    """A formula with every reference among the arguments of our calls in KINERJA_SEL, what may be one in KINERJA_NOL.

    >>> wrap_acuan("=SKM_MUTU($A$1)&IF(A1>0;SKM_MUTU(IF(B1;Nik;5));A1)", "Nik".__eq__)
    '=SKM_MUTU(KINERJA_SEL($A$1))&IF(A1>0;SKM_MUTU(IF(B1;KINERJA_SEL(Nik);5));A1)'
    """
    rumus = _promote(rumus, is_rujuk)
    for _, _, buka in reversed([*find_calls(rumus)]):
        sisip = []
        for awal, akhir in _list_hasil_argumen(rumus, buka):
            teks = rumus[awal:akhir]
            if _is_mungkin_kosong(teks, is_rujuk):
                sisip += [(awal, f"{NAMA_SEL if is_acuan(teks, is_rujuk) else NAMA_NOL}("), (akhir, ")")]
        for tempat, teks in sorted(sisip, reverse=True):
            rumus = rumus[:tempat] + teks + rumus[tempat:]
    return rumus


def _promote(rumus: str, is_rujuk: Rujuk) -> str:
    """A formula in which KINERJA_NOL stands around no reference: a name may have become one, and old files have it."""
    for cocok in reversed([*_NOL.finditer(rumus)]):
        isi = rumus[cocok.end() : _find_tutup(rumus, cocok.end() - 1)]
        if rumus.count('"', 0, cocok.start()) % 2 == 0 and is_acuan(isi, is_rujuk):
            rumus = f"{rumus[: cocok.start()]}{NAMA_SEL}({rumus[cocok.end() :]}"
    return rumus


def is_acuan(teks: str, is_rujuk: Rujuk) -> bool:
    """Whether an expression is a reference, so that Calc can hand the cells themselves over.

    >>> [is_acuan(satu, "Nik".__eq__) for satu in ("A2:INDEX(A:A;2)", "(Nik)", "INDEX((A1~B2);1;1;2)", "A1+1", "A1:5")]
    [True, True, True, False, False]
    """
    teks = teks.strip()
    if _ACUAN.fullmatch(teks):
        return True
    for tanda in "!:":
        if len(bagian := _split(teks, tanda)) > 1:
            return all(is_acuan(satu, is_rujuk) for satu in bagian)
    if teks.startswith("("):
        return _find_tutup(teks, 0) == len(teks) - 1 and is_acuan(teks[1:-1], is_rujuk)
    if panggil := _get_panggilan(teks):
        nama = panggil[1].upper()
        return nama in _PEMBERI and (nama != "INDEX" or _is_asal(teks, panggil.end(), is_rujuk))
    return bool(_NAMA.fullmatch(teks)) and teks.upper() not in _TETAP and is_rujuk(teks)


def _is_asal(rumus: str, buka: int, is_rujuk: Rujuk) -> bool:
    """Whether INDEX is given areas, to choose a cell of them: one, several in brackets, or those that IF chooses."""
    semua = [rumus[slice(*satu)] for satu in _list_hasil(rumus, *list_argumen(rumus, buka)[0])]
    pilihan = [satu for satu in semua if not ((p := _get_panggilan(satu)) and p[1].upper() in _CABANG)]
    return bool(pilihan) and all(is_acuan(area, is_rujuk) for satu in pilihan for area in _split(satu, "~"))


def _split(teks: str, tanda: str) -> list[str]:
    """The parts of an expression between these signs, where no bracket is open."""
    dalam, awal, bagian = 0, 0, []
    for cocok in _TOKEN.finditer(teks):
        dalam += (cocok[0] in ("(", "{", "[")) - (cocok[0] in (")", "}", "]"))
        if dalam == 0 and cocok[0] == tanda:
            bagian.append(teks[awal : cocok.start()])
            awal = cocok.end()
    return [*bagian, teks[awal:]]


def _is_mungkin_kosong(teks: str, is_rujuk: Rujuk) -> bool:
    if is_acuan(teks, is_rujuk):
        return True
    if panggil := _get_panggilan(teks):
        nama = panggil[1].upper()
        return nama in _MUNGKIN_KOSONG or nama in _CABANG
    return bool(_NAMA.fullmatch(teks) and teks.upper() not in _TETAP) or ("#" in teks and teks[0] == "'")


def _list_hasil_argumen(rumus: str, buka: int) -> Iterator[tuple[int, int]]:
    """Where in the arguments of a call stand the expressions of which one becomes the argument."""
    for awal, akhir in list_argumen(rumus, buka):
        yield from _list_hasil(rumus, awal, akhir)


def _list_hasil(rumus: str, awal: int, akhir: int) -> Iterator[tuple[int, int]]:
    while awal < akhir and rumus[awal] in " +\n\t":
        awal += 1
    akhir = awal + len(rumus[awal:akhir].rstrip())
    teks = rumus[awal:akhir]
    if not teks:
        return
    if teks[0] == "(" and _find_tutup(rumus, awal) == akhir - 1:
        yield from _list_hasil(rumus, awal + 1, akhir - 1)
    elif (panggil := _get_panggilan(teks)) and (pilih := _CABANG.get(panggil[1].upper())):
        bagian = list_argumen(rumus, awal + panggil.end())
        dipilih = pilih(len(bagian))
        if (len(bagian) == 2 and panggil[1].upper() == "IF") or not all(
            rumus[slice(*bagian[k])].strip() for k in dipilih
        ):
            yield awal, akhir  # where nothing is written, 0 comes out
        for k in dipilih:
            # IFERROR looks at the cells of a range one by one; there blanks stay blank by themselves.
            if k or not _RENTANG.fullmatch(rumus[slice(*bagian[0])].strip()):
                yield from _list_hasil(rumus, *bagian[k])
    elif panggil and panggil[1].upper() in _PENANDA:
        isi = list_argumen(rumus, awal + panggil.end())[0]
        semua = _list_hasil(rumus, *isi)
        yield from (satu for satu in semua if rumus[slice(*satu)] != rumus[slice(*isi)].strip())
    else:
        yield awal, akhir


def _get_panggilan(teks: str) -> re.Match[str] | None:
    """The name of the one function call that an expression is."""
    panggil = _PANGGIL.match(teks)
    return panggil if panggil and _find_tutup(teks, panggil.end()) == len(teks) - 1 else None


def list_argumen(rumus: str, buka: int) -> list[tuple[int, int]]:
    """Where the arguments of a call stand whose bracket opens there.

    >>> teks = 'F(A1;"(;";{1;2})'
    >>> [teks[slice(*satu)] for satu in list_argumen(teks, 1)]
    ['A1', '"(;"', '{1;2}']
    """
    batas = [buka, *(i for i, tanda, dalam in _list_tanda(rumus, buka) if dalam == 1 and tanda == ";")]
    return list(zip((i + 1 for i in batas), [*batas[1:], _find_tutup(rumus, buka)], strict=True))


def _find_tutup(rumus: str, buka: int) -> int:
    """Where the bracket closes that opens there; the end of an unfinished formula."""
    return next((i for i, _, dalam in _list_tanda(rumus, buka) if dalam == 0), len(rumus))


def _list_tanda(rumus: str, buka: int) -> Iterator[tuple[int, str, int]]:
    """Brackets and separators from there on, each with how many brackets are open behind it."""
    dalam = 0
    for cocok in _TOKEN.finditer(rumus, buka):
        if cocok[0] in ("(", "{", "["):
            dalam += 1
        elif cocok[0] in (")", "}", "]"):
            dalam -= 1
        if len(cocok[0]) == 1:
            yield cocok.start(), cocok[0], dalam
        if dalam == 0 and cocok[0] in ")}]":
            return
