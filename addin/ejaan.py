"""How our calls are spelled in files: every spreadsheet program stores an add-in function under its own name.

typed                      =SAKIP_PREDIKAT(66,5)
Excel, Office.js           _xldudf_SAKIP_PREDIKAT(66.5)
Excel, kinerja.xlam        [1]!SAKIP_PREDIKAT(66.5)
Excel, .xlam not found     'C:\\...\\kinerja.xlam'!SAKIP_PREDIKAT(66.5)
Calc, .ods and .xlsx       ID.KINERJA.FUNGSI.SAKIPPREDIKAT(66.5)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from addin.fungsi import DAFTAR

LAYANAN_CALC = "id.kinerja.Fungsi"
"""The UNO service; its name in capitals is the prefix of a formula that Calc stored."""
NAMA_SEL, METODE_SEL = "KINERJA_SEL", "kinerjaSel"
NAMA_NOL, METODE_NOL = "KINERJA_NOL", "kinerjaNol"
"""What Calc's add-in puts around a reference, and around what may be a blank: in no other program."""
# Repetitions have an end, so that a formula made to be slow is not.
KOLOM_TABEL = r"(?:'.|[^\[\]']){1,300}+"
"""The name of a table column inside its brackets; an apostrophe stands before a bracket of its own."""
KURUNG_TABEL = rf"\[(?:'.|[^\[\]']|\[{KOLOM_TABEL}\]){{0,600}}+\]"
"""The bracket of a table reference: [x], [@x], [[#This Row],[x]]."""


def get_metode(nama: str) -> str:
    """Name of a function inside the UNO interface.

    >>> get_metode("SAKIP_PREDIKAT")
    'sakipPredikat'
    """
    awal, *lain = nama.lower().split("_")
    return awal + "".join(kata.capitalize() for kata in lain)


def _any(nama: Iterable[str]) -> str:
    """One of these names, the longest that fits; where none can begin that is seen by one letter."""
    semua = sorted(nama, key=len, reverse=True)
    return rf"(?=[{''.join(sorted({satu[0] for satu in semua}))}])(?:{'|'.join(semua)})"


DARI_METODE = {get_metode(nama).lower(): nama for nama in DAFTAR}
_NAMA, _METODE = _any(DAFTAR), _any(DARI_METODE)
_SELA = r"[ \t\r\n]*+"
"""Between a name and its bracket spreadsheet programs take spaces and new lines."""
_BUKU = r"(?:\[\d+\]!|'\[\d+\]'!|'(?:[^']|'')*\.xlam'[#$!.]*|[\w.]{1,255}\.xlam!)"
_AWALAN = r"(?:_xldudf_|_xll\.|_xludf\.|_xlfn\.)"
_METODE_CALC = rf"{re.escape(LAYANAN_CALC)}\.(?:{_METODE})"
_PANGGILAN = (
    rf"(?:(?:{_BUKU}|{_AWALAN})?(?P<nama>{_NAMA})|{re.escape(LAYANAN_CALC)}\.(?P<metode>{_METODE})){_SELA}(?=\()"
)
_TEMPAT = r"(?:'(?:[^']|'')*+'|[\w.\\?]++)"
"""A sheet or a workbook, as it stands before `!`; also any other name."""
_MILIK_LAIN = rf"!{_SELA}\$?(?P<asing>{_AWALAN}?(?:{_NAMA})|{_METODE_CALC}){_SELA}(?=\()"
_ASING = rf"(?:{_TEMPAT}{_SELA})?{_MILIK_LAIN}"
# Text, a table column, and every other name, also behind a sheet or a workbook: not ours.
_BELAKANG = r"!\$?[\w.?]+"
_LAIN = rf"{KURUNG_TABEL}|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'(?:{_BELAKANG})?|[\w.\\?]+(?:{KURUNG_TABEL}|{_BELAKANG})?"
POLA = re.compile(rf"{_PANGGILAN}|{_ASING}|{_LAIN}", re.IGNORECASE)
_TOKEN_SEL = re.compile(
    rf"(?P<sel>(?<![\w.])(?:{re.escape(LAYANAN_CALC)}\.(?:{METODE_SEL}|{METODE_NOL})|{NAMA_SEL}|{NAMA_NOL}){_SELA}\()"
    r"|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|.",
    re.IGNORECASE | re.DOTALL,
)
_SEBUT = re.compile(_NAMA, re.IGNORECASE)
_TANDA_ASING = re.compile(_MILIK_LAIN, re.IGNORECASE)
_NAMA_LET = re.compile(rf"(?:_xl[po][mp]\.)?({_NAMA})", re.IGNORECASE)
"""Our name without a bracket: LET or LAMBDA may give it a meaning of the user's own."""


def find_calls(rumus: str) -> Iterator[tuple[str, int, int]]:
    """Our calls in a formula: name, where its spelling begins, where its bracket opens.

    Text in quotes, quoted sheet names and names of table columns are passed over.

    >>> list(find_calls('IF("TERBILANG(1)"="",_xldudf_terbilang(A1),MY_TERBILANG(2))'))
    [('TERBILANG', 21, 38)]
    """
    for cocok in POLA.finditer(rumus):
        if nama := _get_nama(cocok):
            yield nama, cocok.start(), cocok.end()


def find_ragu(rumus: str) -> str:
    """Why a formula may call another function that has the name of one of ours; empty when none does.

    >>> find_ragu("DPA!TERBILANG(A1)"), find_ragu("Tabel1[TERBILANG]&TERBILANG(A1)")
    ('TERBILANG di situ milik lembar atau buku kerja lain', '')
    """
    if not _can_ragu(rumus):
        return ""
    dipanggil, lain = set(), set()
    for cocok in POLA.finditer(rumus):
        asing, nama = cocok.group("asing", "nama")
        if asing:
            return f"{asing} di situ milik lembar atau buku kerja lain"
        if not nama:
            lain.add(cocok[0])
        elif cocok.start() == cocok.start("nama"):  # not behind a prefix that is ours for certain
            dipanggil.add(nama.upper())
    # LAMBDA puts what may be missing in brackets.
    bernama = {satu[1].upper() for teks in lain if (satu := _NAMA_LET.fullmatch(teks.strip("[]")))}
    sama = sorted(dipanggil & bernama)
    return f"{sama[0]} juga nama lain di dalam rumus itu" if sama else ""


def _can_ragu(rumus: str) -> bool:
    """Whether a name of ours stands behind `!`, or twice; any other formula, however long, need not be taken apart."""
    if _TANDA_ASING.search(rumus):
        return True
    nama = [satu.upper() for satu in _SEBUT.findall(rumus)]
    return len(set(nama)) < len(nama)


def has_call(rumus: str) -> bool:
    """Whether a formula calls one of our functions, in any spelling, or what may be one."""
    return any(cocok["nama"] or cocok["metode"] or cocok["asing"] for cocok in POLA.finditer(rumus))


def respell(rumus: str) -> str:
    """Write our calls as typed.

    >>> respell("_xldudf_sakip_predikat(A1)&ID.KINERJA.FUNGSI.SAKIPPREDIKAT(A2)")
    'SAKIP_PREDIKAT(A1)&SAKIP_PREDIKAT(A2)'
    """
    return POLA.sub(lambda cocok: _get_nama(cocok) or cocok[0], rumus)


def unwrap_sel(rumus: str) -> str:
    """A formula without KINERJA_SEL and KINERJA_NOL: what stands in them, as in every program but Calc.

    >>> unwrap_sel('SKM_MUTU((ID.KINERJA.FUNGSI.KINERJASEL(INDEX(A1:A9,2))))&"KINERJA_SEL("')
    'SKM_MUTU((INDEX(A1:A9,2)))&"KINERJA_SEL("'
    """
    hasil: list[str] = []
    dalam: list[bool] = []
    for cocok in _TOKEN_SEL.finditer(rumus):
        if cocok["sel"] or cocok[0] == "(":
            dalam.append(bool(cocok["sel"]))
            buang = dalam[-1]
        else:
            buang = cocok[0] == ")" and bool(dalam) and dalam.pop()
        hasil += [] if buang else [cocok[0]]
    return "".join(hasil)


def _get_nama(cocok: re.Match[str]) -> str | None:
    """Name of the function that a match of POLA calls; None for what is not ours."""
    return DARI_METODE[cocok["metode"].lower()] if cocok["metode"] else cocok["nama"] and cocok["nama"].upper()
