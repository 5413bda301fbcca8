"""The generated VBA in a workbook: a stand-in for Python with real answers, and the calls in cells."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZipFile

import xlsxwriter
import xlwings
from xlsxwriter.utility import xl_range

from addin.baca import read_argumen
from addin.build import vba, vba_fungsi
from addin.build.ovba import Proyek
from addin.nilai import Galat

TEMPLAT = Path(xlwings.__file__).parent
"""Where xlwings keeps its own workbooks with VBA."""


Panggilan: TypeAlias = tuple[str, tuple[Any, ...], Any]
"""Name of a function, arguments, and what Python answers."""

# Python's side for the examples: what xlwings' COM server answered in this run, found by function and arguments.
# An argument is written as its type and value, a range with its rows, so that a wrapper that drops, adds, swaps or
# changes an argument finds no answer.
TULIS = """Option Explicit
Public Function uji_galat() As Variant
    uji_galat = SKM_MUTU(CVErr(2023))
End Function

Public Function uji_campuran() As Variant
    Dim t(1 To 7, 1 To 1) As Variant
    t(1, 1) = 66.5
    t(3, 1) = "90,01"
    t(4, 1) = 101
    t(5, 1) = CVErr(2023)
    t(6, 1) = "abc"
    t(7, 1) = True
    uji_campuran = SAKIP_PREDIKAT(t)
End Function

Public Function uji_contoh(modul As String, nama As String, a As Variant) As Variant
    Dim kunci As String, i As Long
    kunci = modul & "." & nama
    For i = LBound(a) To UBound(a)
        kunci = kunci & ";" & uji_tulis(a(i))
    Next i
    Select Case nama
{cabang}
    Case Else
        uji_contoh = "tidak dikenal: " & nama
    End Select
End Function

Private Function uji_tulis(v As Variant) As String
    Dim i As Long, j As Long
    If Not IsArray(v) Then
        uji_tulis = uji_sel(v)
        Exit Function
    End If
    For i = LBound(v, 1) To UBound(v, 1)
        uji_tulis = uji_tulis & "|"
        For j = LBound(v, 2) To UBound(v, 2)
            uji_tulis = uji_tulis & "," & uji_sel(v(i, j))
        Next j
    Next i
End Function

Private Function uji_sel(v As Variant) As String
    If IsError(v) Then
        uji_sel = "galat"
    ElseIf IsEmpty(v) Then
        uji_sel = "kosong"
    ElseIf VarType(v) = vbString Then
        uji_sel = "teks " & v
    ElseIf VarType(v) = vbBoolean Then
        uji_sel = "logika " & CStr(CLng(v))
    Else
        uji_sel = "angka " & CStr(v)
    End If
End Function
"""


def make_proyek(panggil: str) -> Proyek:
    """A VBA project with the generated functions, which call `panggil` instead of Python."""
    proyek = Proyek(ZipFile(TEMPLAT / "quickstart.xlsm").read("xl/vbaProject.bin"))
    proyek.remove("Module1")
    for nama, kode in vba_fungsi.write_modul(panggil).items():
        proyek.add(nama, kode)
    return proyek


def _key(nama: str, masukan: tuple[Any, ...]) -> str:
    """As `uji_contoh` in VBA writes a call."""
    return ";".join([f"{vba_fungsi.MODUL_UDF}.{nama}", *map(_write_argument, masukan)])


def _write_argument(nilai: Any) -> str:
    nilai = read_argumen(nilai)
    if isinstance(nilai, list):
        return "".join("|" + "".join(f",{_write_cell(sel)}" for sel in baris) for baris in nilai)
    return _write_cell(nilai)


def _write_cell(sel: Any) -> str:
    if sel is None or sel == "":
        return "kosong"
    if isinstance(sel, Galat):
        return "galat"
    if isinstance(sel, str):
        return f"teks {sel}"
    # LibreOffice writes an exponent with three digits.
    return f"logika {-int(sel)}" if isinstance(sel, bool) else f"angka {sel:.15G}".replace("E+", "E+0")


def write_answers(jawaban: Sequence[Panggilan]) -> str:
    """The module with `uji_contoh`: function, arguments and answer of each call, grouped by function."""
    cabang, isi = [], []
    for nama in dict.fromkeys(nama for nama, _, _ in jawaban):
        cabang += [f'    Case "{nama}"', f"        uji_contoh = uji_{nama}(kunci)"]
        isi += [f"Private Function uji_{nama}(kunci As String) As Variant", "    Dim t() As Variant"]
        isi += ["    Select Case kunci"]
        for satu, masukan, hasil in jawaban:
            if satu == nama:
                isi += [f"    Case {vba.quote(_key(nama, masukan))}", *_write_answer(f"uji_{nama}", hasil)]
        isi += ["    Case Else", f'        uji_{nama} = "tidak dikenal: " & kunci', "    End Select", "End Function"]
    return "\n".join([TULIS.replace("{cabang}", "\n".join(cabang)), *isi, ""])


def _write_answer(nama: str, hasil: Any) -> list[str]:
    if not isinstance(hasil, list):
        return [f"        {nama} = {_literal(hasil)}"]
    if not isinstance(hasil[0], list):  # a row has one dimension
        sel = {str(j): isi for j, isi in enumerate(hasil)}
        ukuran = f"0 To {len(hasil) - 1}"
    else:
        sel = {f"{i}, {j}": isi for i, baris in enumerate(hasil) for j, isi in enumerate(baris)}
        ukuran = f"0 To {len(hasil) - 1}, 0 To {len(hasil[0]) - 1}"
    isi = [f"        t({alamat}) = {_literal(satu)}" for alamat, satu in sel.items()]
    return [f"        ReDim t({ukuran})", *isi, f"        {nama} = t"]


def _literal(sel: Any) -> str:
    return vba.quote(sel) if isinstance(sel, str) else repr(float(sel)).upper()


def write_calls(buku: xlsxwriter.Workbook, panggilan: dict[str, Panggilan], vba_saja: dict[str, int]) -> dict[str, str]:
    """Arguments in cells from column J on, the call in column A; the address of each result.

    Args:
        vba_saja: functions of VBA without arguments, and how many rows they give.
    """
    lembar = buku.add_worksheet()
    alamat, baris = {}, 0
    for nama, (fungsi, masukan, jawaban) in panggilan.items():
        hasil = jawaban if isinstance(jawaban, list) else [[jawaban]]
        hasil = hasil if isinstance(hasil[0], list) else [hasil]
        kolom, tinggi, argumen = 9, len(hasil), []
        for nilai in masukan:
            blok = nilai if isinstance(nilai, list) else [[nilai]]
            for i, satu in enumerate(blok):
                for j, sel in enumerate(satu):
                    lembar.write(baris + i, kolom + j, sel)
            argumen.append(xl_range(baris, kolom, baris + len(blok) - 1, kolom + len(blok[0]) - 1))
            kolom, tinggi = kolom + len(blok[0]), max(tinggi, len(blok))
        alamat[nama] = _write_formula(lembar, baris, len(hasil), len(hasil[0]), f"={fungsi}({','.join(argumen)})")
        baris += tinggi
    for nama, banyak in vba_saja.items():
        alamat[nama] = _write_formula(lembar, baris, banyak, 1, f"={nama}()")
        baris += banyak
    return alamat


def _write_formula(lembar: Any, baris: int, tinggi: int, lebar: int, rumus: str) -> str:
    alamat = str(xl_range(baris, 0, baris + tinggi - 1, lebar - 1))
    if ":" in alamat:
        lembar.write_array_formula(alamat, f"{{{rumus}}}")
    else:
        lembar.write_formula(alamat, rumus)
    return alamat
