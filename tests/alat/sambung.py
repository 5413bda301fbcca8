"""VBA that LibreOffice runs in place of what only Excel has: links of a workbook, the DLL, the sheet of settings."""

PENGGANTI = {
    "kinerja_tautan": {
        "buku.LinkSources(1)": "uji_sumber()",
        "buku.ChangeLink tautan, ThisWorkbook.FullName, 1": "uji_ganti tautan",
        "buku.Saved": "uji_tersimpan",
        "Application.DisplayAlerts": "uji_tanya",
        "ThisWorkbook.FullName": "uji_milik",
    },
    "kinerja_sambung": {
        'ThisWorkbook.Worksheets("kinerja.conf").Range("A1:B4").Value': "uji_setelan()",
        "muat_dll(StrPtr(berkas_dll))": "uji_muat(berkas_dll)",
        "hubungi(hasil, perintah_python, 1)": "uji_hubungi(hasil, perintah_python)",
    },
}
"""By module, what is replaced; all of it has to be there."""
UJI = """Option Explicit
Public uji_tersimpan As Boolean, uji_tanya As Boolean, uji_milik As String
Private sumber As Variant, catatan As String, dibaca As Long, dimuat As String, rusak As Boolean, perintah As String

Public Function uji_sumber() As Variant
    uji_sumber = sumber
End Function

Public Sub uji_ganti(ByVal tautan As String)
    catatan = catatan & tautan & ";" & uji_tanya & ";"
    uji_tersimpan = False
    If InStr(tautan, "terproteksi") > 0 Then Err.Raise 1004
End Sub

Public Function uji_asing(ByVal tautan As String, ByVal milik As String) As Boolean
    uji_asing = tautan_asing(tautan, milik)
End Function

Public Function uji_betulkan(ByVal tautan As String, ByVal tersimpan As Boolean) As String
    uji_milik = "C:\\Users\\sari\\XLSTART\\kinerja.xlam"
    If tautan = "" Then
        sumber = Empty
    Else
        sumber = Split(tautan, "|")
    End If
    catatan = ""
    uji_tersimpan = tersimpan
    uji_tanya = True
    betulkan_tautan Nothing
    uji_betulkan = catatan & "selesai;" & uji_tersimpan & ";" & uji_tanya
End Function

Public Function uji_setelan() As Variant
    Dim t(1 To 4, 1 To 2) As Variant
    dibaca = dibaca + 1
    t(1, 1) = "INTERPRETER_WIN"
    t(1, 2) = "%UJI_RUMAH%\\Py 3\\pythonw.exe"
    t(2, 1) = "PYTHONPATH"
    t(2, 2) = "C:\\100% milik\\%TIDAK_ADA%\\"
    t(3, 1) = "DLL_32"
    t(3, 2) = "C:\\d32.dll"
    t(4, 1) = "DLL_64"
    t(4, 2) = "C:\\d64.dll"
    uji_setelan = t
End Function

Public Function uji_muat(ByVal berkas As String) As Long
    dimuat = dimuat & berkas & ";"
    uji_muat = IIf(rusak, 0, 1)
End Function

Public Function uji_hubungi(ByRef hasil As Variant, ByVal baris As String) As Long
    perintah = baris
    If rusak Then
        hasil = "Python berhenti"
        uji_hubungi = 1
    Else
        Set hasil = ThisWorkbook
    End If
End Function

Public Function uji_panggil_tiga() As String
    Dim i As Long
    For i = 1 To 3
        If kinerja_server() Is Nothing Then Exit Function
    Next i
    uji_panggil_tiga = dibaca & "|" & dimuat & "|" & perintah
End Function

Public Function uji_gagal() As String
    rusak = True
    On Error GoTo gagal
    If kinerja_server() Is Nothing Then Exit Function
    Exit Function
gagal:
    uji_gagal = Err.Description & "|" & dibaca
End Function
"""
