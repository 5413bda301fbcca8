' Penolakan: kode galat Excel dengan satu kalimat. `tempat_argumen` dan `tempat_sel` menyebut yang sedang dibaca.
Option Explicit
Option Private Module

Public Const GALAT_DIV0 As Long = 2007
Public Const GALAT_VALUE As Long = 2015
Public Const GALAT_NUM As Long = 2036
Public Const GALAT_NA As Long = 2042
Private Const TANDA As Long = 21042

Public tempat_argumen As String
Public tempat_sel As String
Public alasan_galat As String
Private kode_galat As Long
Private kalimat As String

Public Sub tolak(ByVal kode As Long, ByVal pesan As String, ByVal saran As String)
    Dim tempat As String
    tempat = tempat_argumen
    If tempat <> "" And tempat_sel <> "" Then tempat = tempat & ", "
    tempat = tempat & tempat_sel
    If tempat <> "" Then tempat = tempat & ": "
    If saran <> "" Then saran = " " & saran
    kode_galat = kode
    kalimat = tempat & pesan & saran
    Err.Raise TANDA, , kalimat
End Sub

' Tanpa menyebut tempat.
Public Sub tolak_saja(ByVal kode As Long, ByVal pesan As String)
    lupakan_tempat
    tolak kode, pesan, ""
End Sub

Public Sub lupakan_tempat()
    tempat_argumen = ""
    tempat_sel = ""
End Sub

' Galat untuk sel dari kesalahan yang baru terjadi; alasannya yang pertama dicatat.
Public Function tangkap(ByVal nomor As Long, ByVal nama As String, ByVal tempat As String) As Variant
    If nomor <> TANDA Then
        kode_galat = GALAT_VALUE
        kalimat = nama & ": kesalahan tidak terduga di dalam program (" & CStr(nomor) & "); laporkan kepada pengelola add-in."
    End If
    If tempat <> "" Then tempat = " " & tempat & ":"
    If alasan_galat = "" Then alasan_galat = nama_galat(kode_galat) & tempat & " " & kalimat
    lupakan_tempat
    tangkap = CVErr(kode_galat)
End Function

Public Function nama_galat(ByVal kode As Long) As String
    Select Case kode
    Case 2000
        nama_galat = "#NULL!"
    Case 2007
        nama_galat = "#DIV/0!"
    Case 2023
        nama_galat = "#REF!"
    Case 2029
        nama_galat = "#NAME?"
    Case 2036
        nama_galat = "#NUM!"
    Case 2042
        nama_galat = "#N/A"
    Case Else
        nama_galat = "#VALUE!"
    End Select
End Function

' Kode sebuah sel galat; yang tidak dikenal menjadi #VALUE!.
Public Function kode_sel(ByVal v As Variant) As Long
    Dim k As Variant
    kode_sel = GALAT_VALUE
    For Each k In Array(2000, 2007, 2015, 2023, 2029, 2036, 2042)
        If v = CVErr(k) Then kode_sel = k
    Next k
End Function
