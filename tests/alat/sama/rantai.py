"""Excel with Python as a chain: cells through the generated VBA in LibreOffice, then xlwings' COM server.

Between the two, VBA writes down what it hands over, so that Python gets exactly that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from addin.nilai import KODE, Galat
from tests.alat.calc import run_calc
from tests.alat.murni import _write_calls
from tests.alat.sama.aturan import Panggilan
from tests.alat.sama.tuan import run_com
from tests.alat.vba import make_proyek

ARGUMEN, BARIS, SEL = "§", "¦", "¬"
"""Begin an argument, a row, a cell; no case has them in a text."""
NOMOR = {nomor: kode for kode, nomor in KODE.items()}
GEMA = f"""Option Explicit
Public Function uji_gema(modul As String, nama As String, a As Variant) As Variant
    Dim k As Long, i As Long, j As Long, t As String
    For k = LBound(a) To UBound(a)
        t = t & "{ARGUMEN}"
        If IsArray(a(k)) Then
            For i = LBound(a(k), 1) To UBound(a(k), 1)
                t = t & "{BARIS}"
                For j = LBound(a(k), 2) To UBound(a(k), 2)
                    t = t & "{SEL}" & uji_sel(a(k)(i, j))
                Next j
            Next i
        Else
            t = t & uji_sel(a(k))
        End If
    Next k
    uji_gema = nama & t
End Function

Private Function uji_sel(ByVal v As Variant) As String
    If IsError(v) Then
        uji_sel = "galat " & CLng(v)
    ElseIf IsEmpty(v) Then
        uji_sel = "kosong"
    ElseIf VarType(v) = vbString Then
        uji_sel = "teks " & v
    ElseIf VarType(v) = vbBoolean Then
        uji_sel = "logika " & CLng(v)
    ElseIf VarType(v) = vbDate Then
        uji_sel = "tanggal " & CLng(v)
    Else
        uji_sel = "angka " & Str$(CDbl(v))
    End If
End Function
"""


def run_rantai(semua: Sequence[Panggilan], folder: Path) -> list[Any]:
    """What Excel with Python makes of calls from cells; an error of VBA itself is its code."""
    proyek = make_proyek("uji_gema")
    proyek.add("uji", GEMA)
    (folder / "rantai.bin").write_bytes(proyek.to_bytes())
    with xlsxwriter.Workbook(folder / "rantai.xlsm") as buku:
        buku.add_vba_project(str(folder / "rantai.bin"))
        alamat = _write_calls(buku, semua, [None] * len(semua))
    gema = run_calc([{"buka": str(folder / "rantai.xlsm"), "baca": alamat}])[0]["nilai"]
    teks = [str(gema[satu]) for satu in alamat]
    diserahkan = [(nama, _read_gema(isi)) for (nama, _), isi in zip(semua, teks, strict=True)]
    return run_com(diserahkan)


def _read_gema(teks: str) -> tuple[Any, ...]:
    _, *argumen = teks.split(ARGUMEN)
    return tuple(
        [list(map(_read_sel, baris.split(SEL)[1:])) for baris in satu.split(BARIS)[1:]]
        if satu.startswith(BARIS)
        else _read_sel(satu)
        for satu in argumen
    )


def _read_sel(teks: str) -> Any:
    jenis, _, isi = teks.partition(" ")
    match jenis:
        case "kosong":
            return None
        case "teks":
            return isi
        case "logika":
            return isi != "0"
        case "tanggal":
            return (datetime(1899, 12, 30) + timedelta(days=int(isi))).date()
        case "galat":
            return Galat(NOMOR[int(isi)])
    assert jenis == "angka", teks
    return float(isi)
