"""The VBA of kinerja.xlam, generated from the declarations: wrappers, wizard texts, ribbon.

xlwings generates wrappers too, but writes an error's text into the cell; ours return real error values.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from addin.build.ovba import KODE_HALAMAN
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.nilai import KODE
from addin.spec import KATEGORI, Arg, Fungsi
from kinerja import __version__

MODUL_UDF = "addin.hosts.excel_com"
BACA = ("rentang", "desimal", "bilangan", "galat")
"""Modules of the add-in without Python that read ranges here too: one reading for both."""
PANJANG_BARIS = 1023
"""VBA refuses longer lines."""


def write_baca() -> dict[str, str]:
    """The modules that read ranges, by name."""
    bas = files("addin.build.bas")
    return {f"kinerja_{nama}": check_panjang(bas.joinpath(f"{nama}.bas").read_text("utf-8")) for nama in BACA}


def write_fungsi(panggil: str = "XLPy.CallUDF") -> str:
    """Module with one public function for each declaration; `panggil` is what carries a call to Python."""
    daftar = list_fungsi(pada=hari_ini())
    ganti = {
        "{panggil}": f'{panggil}("{MODUL_UDF}"',
        "{persen}": "\n".join(
            f'    Case "{fungsi.nama}"\n        kinerja_persen = "{_write_persen(fungsi)}"'
            for fungsi in daftar
            if fungsi.args
        ),
        "{kode}": "\n".join(f'        Case "{kode}": kinerja_sel = CVErr({nomor})' for kode, nomor in KODE.items()),
    }
    pembantu = PEMBANTU
    for lama, baru in ganti.items():
        pembantu = pembantu.replace(lama, baru)
    isi = "\n".join(map(_write_satu, daftar))
    return check_panjang(f"{KEPALA}Public python_galat As String\n\n{isi}{pembantu}")


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


def _write_satu(fungsi: Fungsi) -> str:
    nama, ulang = fungsi.nama, fungsi.args[-1].nama if fungsi.ulang else ""
    tetap = fungsi.args[:-1] if ulang else fungsi.args
    akhir = f"{len(tetap)} + UBound({ulang}) - LBound({ulang})" if ulang else str(max(len(tetap) - 1, 0))
    isi = [
        f"    {'' if arg.wajib else f'If Not IsMissing({arg.nama}) Then '}kinerja_isi k_arg, k_n, {i}, {arg.nama}"
        for i, arg in enumerate(tetap)
    ]
    if ulang:
        isi += [
            f"    For k_i = LBound({ulang}) To UBound({ulang})",
            f"        kinerja_isi k_arg, k_n, {len(tetap)} + k_i - LBound({ulang}), {ulang}(k_i)",
            "    Next k_i",
        ]
    return "\n".join(
        [
            f"Public Function {nama}({', '.join(map(_write_parameter, fungsi.args))}) As Variant",
            f"Attribute {nama}.VB_Description = {quote(fungsi.uraian)}",
            f'Attribute {nama}.VB_ProcData.VB_Invoke_Func = " \\n14"',
            f"    Dim k_arg() As Variant, k_n As Long{', k_i As Long' if ulang else ''}",
            f"    ReDim k_arg(0 To {akhir})",
            *isi,
            f'    {nama} = kinerja_panggil("{nama}", k_arg, k_n, {_find_terusan(fungsi)})',
            "End Function",
            "",
        ]
    )


def _write_persen(fungsi: Fungsi) -> str:
    """One digit an argument: whether a cell that shows per cent is handed over as it looks."""
    return "".join(str(int(arg.persen)) for arg in fungsi.args)


def _find_terusan(fungsi: Fungsi) -> int:
    """From which argument on they are those of another function, which the first argument names."""
    return next((i for i, arg in enumerate(fungsi.args) if arg.jenis == "apa_saja"), len(fungsi.args))


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
Private Sub kinerja_isi(ByRef a() As Variant, ByRef n As Long, ByVal i As Long, ByRef v As Variant)
    If IsObject(v) Then
        Set a(i) = v
    Else
        a(i) = v
    End If
    n = i + 1
End Sub

' A range is handed over as its values: one call between the processes instead of many.
Private Function kinerja_panggil(ByVal nama As String, ByRef a() As Variant, ByVal n As Long, _
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

WISAYA = """Option Private Module

' Excel menolak mengatur makro di buku kerja yang tersembunyi, dan add-in selalu tersembunyi. Jadi untuk sesaat berkas
' ini bukan add-in; yang dilihat pemakai tetap seperti semula.
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

BUKA = """Private Sub Workbook_Open()
    On Error Resume Next
    kinerja_daftar
End Sub
"""

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
"""It sets the texts of the wizard again: the add-in without Python runs nothing when it opens.

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
