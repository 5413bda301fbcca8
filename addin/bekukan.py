"""Freeze a formula: our calls become ordinary formulas, so that it needs no add-in any more."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeAlias

from addin.baca import SEL_TUNGGAL
from addin.bekukan_token import BARIS_INI, TOKEN, list_acuan, split_arguments
from addin.ejaan import find_calls, find_ragu, unwrap_sel
from addin.fungsi import DAFTAR
from addin.rumus_biasa import TanpaRumusError, write_rumus
from addin.spec import Arg
from kinerja.alamat import parse_range
from kinerja.errors import DataError, PeraturanError

PANJANG_RUMUS = 8192
"""Excel takes no longer formula."""
PANJANG_MASUK = 2 * PANJANG_RUMUS
"""Letters of a formula that is looked at: in a file the names of functions are longer than typed."""
TINGKAT = 64
"""Excel takes no more functions inside each other."""

# Functions that make one value of a range, and the arguments in which they do; a range as a criterion makes an array.
SEMUA = range(1, 256)
AGREGAT: dict[str, Sequence[int]] = {
    **dict.fromkeys(("SUM", "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "MEDIAN", "PRODUCT", "SUMPRODUCT"), SEMUA),
    **dict.fromkeys(("COUNTBLANK", "COUNTIF", "ROWS", "COLUMNS"), SEMUA[:1]),
    **dict.fromkeys(("SUMIF", "AVERAGEIF"), (1, 3)),
    **dict.fromkeys(("SUMIFS", "AVERAGEIFS"), (1, *SEMUA[1::2])),
    **dict.fromkeys(("VLOOKUP", "HLOOKUP"), (2,)),
    "COUNTIFS": SEMUA[::2],
    "SUBTOTAL": SEMUA[1:],
}
# What gives, or may give, another value each time it is computed, also within one formula. NOW and TODAY do not: they
# have one value for a whole recalculation, or differ by so little that the result is that of one of the two moments.
ACAK = frozenset(("RAND", "RAND.NV", "RANDARRAY", "RANDBETWEEN", "RANDBETWEEN.NV", "CELL", "INFO"))
LARIK = frozenset(("OFFSET", "INDIRECT", "INDEX", "TRANSPOSE", "MMULT", "ROW", "COLUMN", "CHOOSE", "FREQUENCY"))
BacaNama: TypeAlias = Callable[[str, str], str | None]
"""What stands before a name (with its `!`, or nothing) and the name -> the cells that it means, if that is known."""
TEPI = frozenset(("", *' \t\r\n+-*/^&=<>,:(){}%"'))
"""What may stand beside a name; any other letter may be a part of it."""
# Here a name may be one of the formula's own.
BERNAMA = re.compile(r"(?:LET|LAMBDA)\s*\(", re.IGNORECASE)


TolakAcuan: TypeAlias = Callable[[Arg, str], str]
"""An argument of ours and the cells given for it -> why no formula may read them; empty when one may."""


def know_no_nama(_awalan: str, _nama: str) -> None:
    """A formula without its workbook: no name is known."""


def refuse_no_acuan(_arg: Arg, _acuan: str) -> str:
    """A formula without its workbook: how a cell looks is not known."""
    return ""


class RupaError(TanpaRumusError):
    """A cell looks like what the function reads otherwise than a formula: 66,5%, a day, TRUE."""


class RaguError(TanpaRumusError):
    """A call may be of another function with our name, so that the formula must stay as it is."""


def freeze_formula(
    rumus: str, *, pada: date, baca: BacaNama = know_no_nama, tolak: TolakAcuan = refuse_no_acuan
) -> str:
    """The formula (as stored in a file: comma separators, without "=") with our calls replaced, by the law of a day.

    Args:
        baca: what the names of the workbook mean, for the arguments of our calls.
        tolak: which cells no formula may read.

    Raises:
        RaguError: a call may be of another function with our name; nothing may be changed.
        RupaError: `tolak` refused; only the value of the cell can stay.
        TanpaRumusError: a call has no ordinary formula; only the value of the cell can stay.

    >>> freeze_formula('IF(TRUE,"SKM_MUTU(1)",2)', pada=date(2024, 12, 31))
    'IF(TRUE,"SKM_MUTU(1)",2)'
    """
    rumus = unwrap_sel(rumus)
    if ragu := find_ragu(rumus):
        raise RaguError(ragu)
    if len(rumus) > PANJANG_MASUK or _count_levels(rumus) > TINGKAT:
        raise TanpaRumusError(f"rumusnya lebih dari {PANJANG_MASUK} karakter atau {TINGKAT} fungsi bersarang")
    hasil = _freeze(rumus, pada, know_no_nama if BERNAMA.search(rumus) else baca, tolak)
    if _count_levels(hasil) > TINGKAT:
        raise TanpaRumusError(f"rumusnya menjadi lebih dari {TINGKAT} fungsi bersarang")
    return hasil


def _freeze(rumus: str, pada: date, baca: BacaNama, tolak: TolakAcuan) -> str:
    hasil, letak = "", 0
    for nama, mulai, buka in find_calls(rumus):
        if mulai < letak:
            continue  # inside the arguments of a call that was replaced already
        asal, akhir = split_arguments(rumus, buka)
        asal = [_write_nama(teks, baca) for teks in asal]
        argumen = [_freeze(teks, pada, baca, tolak) for teks in asal]
        try:
            _check_rupa(nama, asal, pada, tolak)
            hasil += rumus[letak:mulai] + _write_call(nama, argumen, pada)
        except PeraturanError as galat:  # no law yet on that day, for this function
            raise TanpaRumusError(galat.pesan.rstrip(".")) from None
        letak = akhir
        _check_panjang(hasil)  # at once: the call around it writes its argument many times
    return _check_panjang(hasil + rumus[letak:])


def _check_rupa(nama: str, argumen: Sequence[str], pada: date, tolak: TolakAcuan) -> None:
    if tolak is refuse_no_acuan:
        return
    for arg, teks in zip(DAFTAR[nama].at(pada).args, argumen, strict=False):
        if sebab := next(filter(None, (tolak(arg, acuan) for acuan in list_acuan(teks))), ""):
            raise RupaError(sebab)


def _write_nama(argumen: str, baca: BacaNama) -> str:
    """An argument with the cells themselves where a name means cells."""
    hasil, awalan = "", ""
    for cocok in TOKEN.finditer(argumen):
        if cocok.lastgroup == "lembar":
            hasil, awalan = hasil + awalan, cocok[0]
            continue
        awal = cocok.start() - len(awalan)
        bernama = (
            _is_nama(cocok.lastgroup, cocok[0])
            and {argumen[max(awal - 1, 0) : awal], argumen[cocok.end() : cocok.end() + 1]} <= TEPI
        )
        sel = baca(awalan, cocok[0]) if bernama else None
        hasil += sel or awalan + cocok[0]
        awalan = ""
    return hasil + awalan


def _is_nama(jenis: str | None, tanda: str) -> bool:
    """Whether a token is a name; ZZZ1, beyond the last column, is one too."""
    if jenis != "sel":
        return jenis == "nama" and tanda.upper() not in ("TRUE", "FALSE")
    try:
        parse_range(tanda.upper())
    except DataError:
        return True
    return False


def _check_panjang(rumus: str) -> str:
    if len(rumus) > PANJANG_RUMUS:
        raise TanpaRumusError(f"rumusnya menjadi lebih dari {PANJANG_RUMUS} karakter")
    return rumus


def _count_levels(rumus: str) -> int:
    """How deep functions stand inside each other at the most."""
    terdalam, kurung, fungsi = 0, [0], 0
    for cocok in TOKEN.finditer(rumus):
        if cocok.lastgroup == "fungsi":
            fungsi = 1
        elif cocok[0] == "(":
            kurung.append(kurung[-1] + fungsi)
            terdalam, fungsi = max(terdalam, kurung[-1]), 0
        elif cocok[0] == ")" and len(kurung) > 1:
            kurung.pop()
    return terdalam


def _write_call(nama: str, argumen: Sequence[str], pada: date) -> str:
    for arg, teks in zip(DAFTAR[nama].at(pada).args, argumen, strict=False):
        if arg.jenis in SEL_TUNGGAL and not _is_scalar(teks):
            bernama = (cocok := TOKEN.fullmatch(teks.strip())) and _is_nama(cocok.lastgroup, cocok[0])
            sebab = "nama yang bukan satu sel" if bernama else "rentang"
            raise TanpaRumusError(f"argumen {arg.nama} dari {nama} adalah {sebab}")
    hasil = write_rumus(nama, argumen, pada=pada)
    for teks in map(str.strip, argumen):
        if (acak := _find_acak(teks)) and hasil.count(teks) > 1:
            raise TanpaRumusError(f"{acak} di dalam argumen {nama} dapat memberi nilai lain setiap kali dihitung")
    return hasil


def _find_acak(argumen: str) -> str:
    """The first function of an argument that may give another value each time; empty without one."""
    fungsi = (cocok[0].upper() for cocok in TOKEN.finditer(argumen) if cocok.lastgroup == "fungsi")
    return next((nama for nama in fungsi if nama in ACAK), "")


def _is_scalar(argumen: str) -> bool:
    """Whether an argument is one value for certain: no range, name, array or function that could give one."""
    tumpukan: list[list[Any]] = []  # open brackets: the function (none: plain brackets), the argument we are in
    fungsi = ""
    for cocok in TOKEN.finditer(argumen):
        jenis, tanda = cocok.lastgroup, cocok[0]
        if jenis == "fungsi":
            fungsi = tanda.upper()
            if fungsi in LARIK or fungsi.startswith(("_XLFN", "_XLWS")):
                return False
        elif tanda == "(":
            tumpukan.append([fungsi, 1])
            fungsi = ""
        elif tanda == ")" and tumpukan:
            tumpukan.pop()
        elif tanda == "," and tumpukan and tumpukan[-1][0]:
            tumpukan[-1][1] += 1
        elif _is_many(jenis, tanda) and not any(nomor in AGREGAT.get(luar, ()) for luar, nomor in tumpukan):
            return False
    return True


def _is_many(jenis: str | None, tanda: str) -> bool:
    """Whether a token makes more than one cell possible; a comma does outside a function, it joins ranges."""
    if jenis == "tabel":
        return not BARIS_INI.fullmatch(tanda)
    return tanda in ":{[#@," or _is_nama(jenis, tanda)
