"""What both kinerja.xlam have in VBA: texts of the function wizard, the sheet behind Bantuan, how VBA is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from addin.build.ovba import KODE_HALAMAN
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.spec import KATEGORI, Fungsi
from kinerja import __version__

PANJANG_BARIS = 1023
"""VBA refuses longer lines."""


def write_wizard(daftar: Iterable[Fungsi]) -> str:
    """Module that gives Excel's function wizard the texts of the functions `daftar`; never fatal."""
    baris = [f"{KEPALA}{WISAYA}Private Sub kinerja_daftarkan()", "    On Error Resume Next"]
    for fungsi in daftar:
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


def write_fungsi(fungsi: Fungsi, tetap: Sequence[tuple[str, bool]], panggil: str) -> str:
    """A public function in VBA that collects its arguments in `k_arg`, `k_n` of them.

    Args:
        tetap: the arguments by name, and whether Excel refuses a formula without; the repeating one stands behind them.
        panggil: the call that computes the result.
    """
    nama, ulang = fungsi.nama, fungsi.args[-1].nama if fungsi.ulang else ""
    parameter = [f"{'' if wajib else 'Optional '}ByVal {arg} As Variant" for arg, wajib in tetap]
    isi = [
        f"    {'' if wajib else f'If Not IsMissing({arg}) Then '}isi_argumen k_arg, k_n, {i}, {arg}"
        for i, (arg, wajib) in enumerate(tetap)
    ]
    if ulang:
        parameter.append(f"ParamArray {ulang}() As Variant")
        isi += [
            f"    For k_i = LBound({ulang}) To UBound({ulang})",
            f"        isi_argumen k_arg, k_n, {len(tetap)} + k_i - LBound({ulang}), {ulang}(k_i)",
            "    Next k_i",
        ]
    lagi = f" + UBound({ulang}) - LBound({ulang}) + 1" if ulang else ""
    return "\n".join(
        [
            f"Public Function {nama}({', '.join(parameter)}) As Variant",
            f"Attribute {nama}.VB_Description = {quote(fungsi.uraian)}",
            f'Attribute {nama}.VB_ProcData.VB_Invoke_Func = " \\n14"',
            f"    Dim k_arg() As Variant, k_n As Long{', k_i As Long' if ulang else ''}",
            f"    ReDim k_arg(0 To {len(tetap)}{lagi})",
            *isi,
            f"    {nama} = {panggil}",
            "End Function",
            "",
        ]
    )


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

WISAYA = """Option Private Module

' Excel menolak mengatur makro di buku kerja yang tersembunyi, dan add-in selalu tersembunyi. Jadi untuk sesaat berkas
' ini bukan add-in; yang dilihat pengguna tetap seperti semula.
Public Sub kinerja_daftar()
    Dim tersimpan As Boolean, layar As Boolean, peristiwa As Boolean, sembunyi As Boolean, jendela As Object
    On Error Resume Next
    Set jendela = ActiveWindow
    tersimpan = ThisWorkbook.Saved
    layar = Application.ScreenUpdating
    peristiwa = Application.EnableEvents
    sembunyi = ThisWorkbook.IsAddin
    Application.ScreenUpdating = False
    Application.EnableEvents = False
    If sembunyi Then ThisWorkbook.IsAddin = False
    kinerja_daftarkan
    If sembunyi Then ThisWorkbook.IsAddin = True
    ThisWorkbook.Saved = tersimpan
    If Not jendela Is Nothing Then jendela.Activate
    Application.EnableEvents = peristiwa
    Application.ScreenUpdating = layar
End Sub

"""

BUKA = """Option Explicit

Private WithEvents pantau As Application

Private Sub Workbook_Open()
    Dim buku As Workbook
    On Error Resume Next
    Set pantau = Application
{awal}    For Each buku In Application.Workbooks
        betulkan_tautan buku
    Next buku
End Sub

Private Sub pantau_WorkbookOpen(ByVal Wb As Workbook)
    betulkan_tautan Wb
End Sub
"""
"""Of the workbook itself, in both add-ins: links of other machines are repaired, also when a workbook opens later."""

BANTUAN = """Public Sub KinerjaBantuan(control As IRibbonControl)
    Dim lembar As Object
    kinerja_daftar
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
"""It sets the texts of the wizard again: the add-in without Python does not do that when it opens.

The head is not "Guna": scanners of macros take four such letters for hidden base64."""

RIBBON = """Public Sub KinerjaTentang(control As IRibbonControl)
    Dim versi As Variant, pesan As String
    versi = KINERJA_VERSI()
    pesan = "Fungsi Kinerja {versi}" & vbCrLf & vbCrLf
    If IsError(versi) Then
        pesan = pesan & "Python belum terhubung: " & python_galat & vbCrLf & _
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
    Dim acuan As String
    On Error GoTo gagal
    If TypeName(Selection) = "Range" Then Set lingkup = Intersect(Selection, ActiveSheet.UsedRange)
    If lingkup Is Nothing Then
        MsgBox "Pilihan tidak memuat sel yang terisi. Pilih dahulu sel yang berumus.", vbExclamation, "Kinerja"
        Exit Sub
    End If
    For Each sel In lingkup.Cells
        If sel.HasFormula Then
            lama = sel.Formula
            baru = kinerja_tanya("freeze_cell", lama)
            If baru <> lama Then
                acuan = kinerja_tanya("list_acuan", lama)
                If kinerja_tampak(sel.Worksheet, acuan) Then baru = ""
            End If
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

Private Function kinerja_tanya(ByVal nama As String, ByVal rumus As String) As String
    Dim server As Object
    Set server = kinerja_server()
    kinerja_tanya = server.Str(server.Call(server.Module("addin.hosts.pita"), nama, server.Tuple(rumus)))
End Function

' Whether one of these cells shows per cent, a date, TRUE or FALSE, which a native formula reads otherwise; also where
' that cannot be seen.
Private Function kinerja_tampak(ByVal lembar As Object, ByVal acuan As String) As Boolean
    Dim satu As Variant, sel As Object
    On Error GoTo ragu
    For Each satu In Split(acuan, vbLf)
        Set sel = lembar.Evaluate(satu)
        If InStr(sel.NumberFormat, "%") > 0 Then kinerja_tampak = True
        If VarType(sel.Value) = vbDate Or VarType(sel.Value) = vbBoolean Then kinerja_tampak = True
    Next satu
    Exit Function
ragu:
    kinerja_tampak = True
End Function
"""
