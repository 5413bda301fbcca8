"""Rules of a declaration, checked for a day against the narrowest host of all (VBA, UNO, Office.js)."""

from __future__ import annotations

import inspect
import re

from addin.baca import SEL_TUNGGAL, read_rentang
from addin.spec import Arg, Fungsi

PANJANG_TEKS = 255
"""Application.MacroOptions of Excel takes no longer description or argument help."""
PANJANG_ARGUMEN = 254
"""Length of all argument names plus their count: the argument string of Excel's function wizard."""

NAMA = re.compile(r"(?=.{3,32}$)[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
ALAMAT_SEL = re.compile(r"[A-Z]{1,3}\d+|R\d*C\d*")
NAMA_ARGUMEN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
KATA_VBA = frozenset(
    """abs addressof alias and any array as asc attribute base binary boolean byref byte byval call caller case cbool
    cbyte cdate cdbl chr cint clng close compare const csng cstr currency cvar cverr date debug decimal declare defint
    dim dir do double each else elseif empty end enum eqv erase error event exit explicit false fix for format friend
    function get global gosub goto if imp implements in input instr int integer is lbound left len let lib like line
    loc lock long loop lset me mid mod module name new next not nothing null object of on open option optional or
    output paramarray preserve print private property ptrsafe public put raiseevent random read redim rem reset resume
    return right rset select set sgn shared single spc static step stop str string sub tab then time to trim true type
    typeof ubound unlock until val variant wend while width with withevents write xor""".split()  # noqa: SIM905
)


def check_fungsi(fungsi: Fungsi) -> None:
    """Raise ValueError, which names the function, when a host could not carry this declaration."""
    nama = fungsi.nama
    _require(NAMA.fullmatch(nama), nama, "name must be UPPER_SNAKE of 3 to 32 characters")
    _require(not ALAMAT_SEL.fullmatch(nama), nama, "name looks like a cell reference")
    _require(nama.lower() not in KATA_VBA, nama, "name is a word of VBA")
    _require(0 < len(fungsi.uraian) <= PANJANG_TEKS, nama, f"description must have 1 to {PANJANG_TEKS} characters")
    _require(fungsi.dasar, nama, "citation is missing")
    _require(fungsi.contoh, nama, "at least one example")
    argumen = [arg.nama for arg in fungsi.args]
    panjang = sum(map(len, argumen)) + len(argumen)
    _require(panjang <= PANJANG_ARGUMEN, nama, f"argument names and their count exceed {PANJANG_ARGUMEN}")
    _require(len(set(argumen)) == len(argumen), nama, "two arguments of one name")
    parameter = [p for p in inspect.signature(fungsi.badan).parameters.values() if p.kind is not p.KEYWORD_ONLY]
    ada = [p.name for p in parameter]
    # A body names the arguments, or takes whatever the law of the day declares as *values.
    lepas = [p.kind for p in parameter] == [inspect.Parameter.VAR_POSITIONAL]
    _require(lepas or argumen == ada, nama, f"arguments differ from the body's {ada}")
    for arg in fungsi.args:
        _check_arg(nama, arg)
    _check_order(nama, fungsi.args)


def _check_arg(nama: str, arg: Arg) -> None:
    tempat = f"{nama}, {arg.nama}"
    _require(NAMA_ARGUMEN.fullmatch(arg.nama), tempat, "argument name must be lower_snake")
    _require(arg.nama not in KATA_VBA, tempat, "argument name is a word of VBA")
    _require(arg.uraian and len(arg.bantuan) <= PANJANG_TEKS, tempat, f"help must have 1 to {PANJANG_TEKS} characters")
    _require(bool(arg.pilihan) == (arg.jenis == "pilihan"), tempat, "choices and kind must agree")
    if arg.rentang:
        try:
            read_rentang(arg.rentang)
        except ValueError as galat:
            raise ValueError(f"{tempat}: {galat}") from None
        angka = arg.jenis in ("nilai", "uang", "bilangan") or arg.jenis not in SEL_TUNGGAL
        _require(angka, tempat, "a range belongs to numbers")


def _check_order(nama: str, args: tuple[Arg, ...]) -> None:
    opsional = [not arg.wajib for arg in args]
    _require(opsional == sorted(opsional), nama, "a required argument after an optional one")
    ulang = [arg for arg in args if arg.ulang]
    _require(not ulang or ulang == [args[-1]], nama, "only the last argument may repeat")
    _require(not ulang or sum(opsional) == 1, nama, "no optional argument together with a repeating one")


def _require(benar: object, tempat: str, pesan: str) -> None:
    if not benar:
        raise ValueError(f"{tempat}: {pesan}")
