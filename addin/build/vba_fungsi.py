"""The functions of the kinerja.xlam with Python, in VBA: wrappers that read ranges and hand the call over.

xlwings generates wrappers too, but writes an error's text into the cell; ours return real error values.
"""

from __future__ import annotations

from importlib.resources import files

from addin.build.vba import KEPALA, check_panjang, write_fungsi
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.nilai import KODE
from addin.spec import Fungsi

MODUL_UDF = "addin.hosts.excel_com"
BACA = ("rentang", "desimal", "bilangan", "galat", "tautan")
"""Modules of the add-in without Python that read ranges and repair links here too: one way for both."""


def write_modul(panggil: str = "kinerja_server().CallUDF") -> dict[str, str]:
    """The modules by name: the functions, the way to Python, and what reads ranges.

    Args:
        panggil: what carries a call to Python.
    """
    fungsi = "\n".join(map(_write_satu, list_fungsi(pada=hari_ini())))
    bas = files("addin.build.bas")
    baca = {f"kinerja_{nama}": bas.joinpath(f"{nama}.bas").read_text("utf-8") for nama in BACA}
    semua = {"kinerja_fungsi": f"{KEPALA}{fungsi}", "kinerja_python": _write_python(panggil), **baca}
    return {nama: check_panjang(kode) for nama, kode in semua.items()}


def _write_python(panggil: str) -> str:
    persen = "\n".join(
        f'    Case "{fungsi.nama}"\n        kinerja_persen = "{_write_persen(fungsi)}"'
        for fungsi in list_fungsi(pada=hari_ini())
        if fungsi.args
    )
    kode = "\n".join(f'        Case "{kode}": kinerja_sel = CVErr({nomor})' for kode, nomor in KODE.items())
    isi = PYTHON.replace("{panggil}", f'{panggil}("{MODUL_UDF}"').replace("{persen}", persen).replace("{kode}", kode)
    return f"{KEPALA}{isi}"


def _write_satu(fungsi: Fungsi) -> str:
    tetap = [(arg.nama, arg.wajib) for arg in fungsi.args if not arg.ulang]
    return write_fungsi(fungsi, tetap, f'kinerja_panggil("{fungsi.nama}", k_arg, k_n, {fungsi.terusan})')


def _write_persen(fungsi: Fungsi) -> str:
    """One digit an argument: whether a cell that shows per cent is handed over as it looks."""
    return "".join(str(int(arg.persen)) for arg in fungsi.args)


PYTHON = """Option Private Module

Public python_galat As String

' A range is handed over as its values: one call between the processes instead of many.
Public Function kinerja_panggil(ByVal nama As String, ByRef a() As Variant, ByVal n As Long, _
        ByVal terusan As Long) As Variant
    Dim b() As Variant, c() As Variant, dalam As Boolean
    On Error GoTo ditolak
    lupakan_tempat
    alasan_galat = ""
    If n > terusan Then
        siapkan a, b, n, "", terusan
        dalam = True
        siapkan b, c, n, "0" & kinerja_persen(b(0)), n
    Else
        siapkan a, c, n, kinerja_persen(nama), n
    End If
    On Error GoTo gagal
    kinerja_panggil = kinerja_hasil({panggil}, nama, kinerja_potong(c, n)))
    Exit Function
ditolak:
    kinerja_panggil = tangkap(Err.Number, nama, "")
    If dalam Then kinerja_panggil = alasan_galat
    Exit Function
gagal:
    python_galat = Err.Description
    kinerja_panggil = CVErr(2015)
End Function

' Argumen yang selnya boleh tampak persen, satu angka tiap argumen.
Private Function kinerja_persen(ByVal nama As Variant) As String
    If VarType(nama) <> vbString Then Exit Function
    Select Case UCase$(nama)
{persen}
    End Select
End Function

Private Function kinerja_potong(ByRef a() As Variant, ByVal n As Long) As Variant
    If n = 0 Then
        kinerja_potong = Array()
    Else
        ReDim Preserve a(0 To n - 1)
        kinerja_potong = a
    End If
End Function

Private Function kinerja_sel(ByVal v As Variant) As Variant
    kinerja_sel = v
    If VarType(v) <> vbString Then Exit Function
    If Left$(v, 1) <> "#" Then Exit Function
    Select Case v
{kode}
    End Select
End Function

' The answer of Python: a value, a row (one dimension) or a table, with errors as text.
Private Function kinerja_hasil(ByVal v As Variant) As Variant
    Dim i As Long, j As Long
    If Not IsArray(v) Then
        kinerja_hasil = kinerja_sel(v)
        Exit Function
    End If
    If dimensi(v) = 1 Then
        For i = LBound(v) To UBound(v)
            v(i) = kinerja_sel(v(i))
        Next i
    Else
        For i = LBound(v, 1) To UBound(v, 1)
            For j = LBound(v, 2) To UBound(v, 2)
                v(i, j) = kinerja_sel(v(i, j))
            Next j
        Next i
    End If
    kinerja_hasil = v
End Function
"""
