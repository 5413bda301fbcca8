"""The VBA of kinerja.xlam, generated from the declarations: wrappers, wizard texts, ribbon.

xlwings generates wrappers too, but writes an error's text into the cell; ours return real error values.
"""

from __future__ import annotations

from collections.abc import Iterable

from addin.build.ovba import KODE_HALAMAN
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.nilai import KODE
from addin.spec import KATEGORI, Arg, Fungsi
from kinerja import __version__

MODUL_UDF = "addin.hosts.excel_com"
PANJANG_BARIS = 1023
"""VBA refuses longer lines."""


def write_fungsi(panggil: str = "XLPy.CallUDF") -> str:
    """Module with one public function for each declaration; `panggil` is what carries a call to Python."""
    isi = "\n".join(_write_satu(fungsi, panggil) for fungsi in list_fungsi(pada=hari_ini()))
    kode = "\n".join(f'        Case "{kode}": kinerja_sel = CVErr({nomor})' for kode, nomor in KODE.items())
    return check_panjang(f"{KEPALA}Public kinerja_galat As String\n\n{isi}{PEMBANTU.replace('{kode}', kode)}")


def write_wizard() -> str:
    """Module that gives Excel's function wizard its texts; run when the add-in opens, never fatal."""
    baris = [KEPALA, "Public Sub kinerja_daftar()", "    On Error Resume Next"]
    for fungsi in list_fungsi(pada=hari_ini()):
        isi = [f'Macro:="\'" & ThisWorkbook.Name & "\'!{fungsi.nama}"', f"Description:={quote(fungsi.uraian)}"]
        isi.append(f"Category:={quote(KATEGORI)}")
        if fungsi.args:
            bantuan = ", _\n            ".join(quote(arg.bantuan) for arg in fungsi.args)
            isi.append(f"ArgumentDescriptions:=Array( _\n            {bantuan})")
        baris.append("    Application.MacroOptions " + ", _\n        ".join(isi))
    return check_panjang("\n".join([*baris, "End Sub", ""]))


def write_ribbon() -> str:
    """Module behind the ribbon: Tentang, Bantuan, Bekukan rumus."""
    bantuan = write_bantuan(list_fungsi(pada=hari_ini()))
    return check_panjang(KEPALA + RIBBON.replace("{versi}", __version__).replace("{bantuan}", bantuan))


def write_bantuan(daftar: Iterable[Fungsi]) -> str:
    """What the button Bantuan runs, in both add-ins: a new sheet with one row for each of the functions `daftar`."""
    baris = "\n".join(
        f"    kinerja_baris lembar, {nomor}, {quote(fungsi.tanda)}, {quote(fungsi.uraian)}, {quote(fungsi.dasar)}"
        for nomor, fungsi in enumerate(daftar, start=2)
    )
    return BANTUAN.replace("{daftar}", baris)


def quote(teks: str) -> str:
    """A VBA string literal.

    Raises:
        UnicodeEncodeError: a character that VBA source cannot hold.

    >>> print(quote('teks "asli"'))
    "teks ""asli\"""
    """
    teks.encode(KODE_HALAMAN)
    return '"' + teks.replace('"', '""') + '"'


def _write_satu(fungsi: Fungsi, panggil: str) -> str:
    nama = fungsi.nama
    return f"""Public Function {nama}({", ".join(map(_write_parameter, fungsi.args))}) As Variant
Attribute {nama}.VB_Description = {quote(fungsi.uraian)}
Attribute {nama}.VB_ProcData.VB_Invoke_Func = " \\n14"
    On Error GoTo gagal
{_write_isi(fungsi.args)}
    {nama} = kinerja_hasil({panggil}("{MODUL_UDF}", "{nama}", kinerja_potong(k_arg, k_n)))
    Exit Function
gagal:
    kinerja_galat = Err.Description
    {nama} = CVErr(2015)
End Function
"""


def _write_isi(args: tuple[Arg, ...]) -> str:
    """Lines that put the arguments into k_arg; k_n is the index of the last one that was written."""
    ulang = args[-1].nama if args and args[-1].ulang else ""
    tetap = args[:-1] if ulang else args
    akhir = f"{len(tetap) - 1} + UBound({ulang}) - LBound({ulang}) + 1" if ulang else str(max(len(tetap) - 1, 0))
    baris = ["    Dim k_arg() As Variant, k_i As Long, k_n As Long", f"    ReDim k_arg(0 To {akhir})"]
    baris.append(f"    k_n = {akhir if ulang else sum(arg.wajib for arg in tetap) - 1}")
    for i, arg in enumerate(tetap):
        isi = f"    kinerja_isi k_arg, {i}, {arg.nama}"
        lepas = [f"    If Not IsMissing({arg.nama}) Then", f"    {isi}", f"        k_n = {i}", "    End If"]
        baris += [isi] if arg.wajib else lepas
    if ulang:
        baris += [
            f"    For k_i = LBound({ulang}) To UBound({ulang})",
            f"        kinerja_isi k_arg, {len(tetap)} + k_i - LBound({ulang}), {ulang}(k_i)",
            "    Next k_i",
        ]
    return "\n".join(baris)


def _write_parameter(arg: Arg) -> str:
    if arg.ulang:
        return f"ParamArray {arg.nama}() As Variant"
    return f"{'' if arg.wajib else 'Optional '}ByVal {arg.nama} As Variant"


def check_panjang(kode: str) -> str:
    """The same code.

    Raises:
        ValueError: a line that is too long for VBA.
    """
    panjang = max(map(len, kode.splitlines()))
    if panjang > PANJANG_BARIS:
        raise ValueError(f"a VBA line of {panjang} characters")
    return kode


KEPALA = "' Dibuat dari deklarasi fungsi; jangan disunting.\nOption Explicit\n\n"

PEMBANTU = """
' A range is handed over as its values: one call between the processes instead of many.
Private Sub kinerja_isi(ByRef k_arg() As Variant, ByVal i As Long, ByRef v As Variant)
    If IsObject(v) Then
        k_arg(i) = kinerja_rentang(v)
    Else
        k_arg(i) = v
    End If
End Sub

Private Function kinerja_rentang(ByVal v As Object) As Variant
    kinerja_rentang = v.Value
End Function

Private Function kinerja_potong(ByRef k_arg() As Variant, ByVal n As Long) As Variant
    If n < 0 Then
        kinerja_potong = Array()
    Else
        ReDim Preserve k_arg(0 To n)
        kinerja_potong = k_arg
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

Private Function kinerja_dimensi(ByRef v As Variant) As Long
    Dim n As Long
    On Error GoTo selesai
    Do
        n = UBound(v, kinerja_dimensi + 1)
        kinerja_dimensi = kinerja_dimensi + 1
    Loop
selesai:
End Function

' The answer of Python: a value, a row (one dimension) or a table, with errors as text.
Private Function kinerja_hasil(ByVal v As Variant) As Variant
    Dim i As Long, j As Long
    If Not IsArray(v) Then
        kinerja_hasil = kinerja_sel(v)
        Exit Function
    End If
    If kinerja_dimensi(v) = 1 Then
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

BUKA = """Private Sub Workbook_Open()
    On Error Resume Next
    kinerja_daftar
End Sub
"""

BANTUAN = """Public Sub KinerjaBantuan(control As IRibbonControl)
    Dim lembar As Object
    Set lembar = Workbooks.Add.Worksheets(1)
    lembar.Name = "Fungsi Kinerja"
    kinerja_baris lembar, 1, "Fungsi", "Gunanya", "Dasar"
    lembar.Rows(1).Font.Bold = True
{daftar}
    lembar.Columns(1).ColumnWidth = 60
    lembar.Columns(2).ColumnWidth = 90
    lembar.Columns(3).ColumnWidth = 60
End Sub

Private Sub kinerja_baris(ByVal lembar As Object, ByVal nomor As Long, a As String, b As String, c As String)
    lembar.Cells(nomor, 1).Value = a
    lembar.Cells(nomor, 2).Value = b
    lembar.Cells(nomor, 3).Value = c
End Sub
"""
"""The head is not "Guna": scanners of macros take four such letters for hidden base64."""

RIBBON = """Public Sub KinerjaTentang(control As IRibbonControl)
    Dim versi As Variant, pesan As String
    versi = KINERJA_VERSI()
    pesan = "Fungsi Kinerja {versi}" & vbCrLf & vbCrLf
    If IsError(versi) Then
        pesan = pesan & "Python belum terhubung: " & kinerja_galat & vbCrLf & _
            "Jalankan: kinerja addin periksa"
    Else
        pesan = pesan & "Python terhubung, versi pustaka " & versi & "."
    End If
    MsgBox pesan, vbInformation, "Kinerja"
End Sub

{bantuan}
' Replaces our calls in the selected cells by native formulas, and by their values where there is no such formula.
Public Sub KinerjaBekukan(control As IRibbonControl)
    Dim lingkup As Object, sel As Object, lama As String, baru As String, rumus As Long, nilai As Long
    On Error GoTo gagal
    If TypeName(Selection) = "Range" Then Set lingkup = Intersect(Selection, ActiveSheet.UsedRange)
    If lingkup Is Nothing Then
        MsgBox "Pilihan tidak memuat sel yang terisi. Pilih dahulu sel yang berumus.", vbExclamation, "Kinerja"
        Exit Sub
    End If
    For Each sel In lingkup.Cells
        If sel.HasFormula Then
            lama = sel.Formula
            baru = XLPy.Str(XLPy.Call(XLPy.Module("addin.hosts.pita"), "freeze_cell", XLPy.Tuple(lama)))
            If sel.HasArray And baru <> lama Then
                sel.CurrentArray.Value = sel.CurrentArray.Value
                nilai = nilai + 1
            ElseIf baru = "" Then
                sel.Value = sel.Value
                nilai = nilai + 1
            ElseIf baru <> lama Then
                sel.Formula = baru
                rumus = rumus + 1
            End If
        End If
    Next sel
    MsgBox rumus & " rumus dibekukan, " & nilai & " menjadi nilai.", vbInformation, "Kinerja"
    Exit Sub
gagal:
    MsgBox "Rumus tidak dapat dibekukan: " & Err.Description, vbExclamation, "Kinerja"
End Sub
"""
