Option Explicit
Option Private Module

' Jalan ke Python lewat DLL xlwings, yang namanya memuat versinya; lihat addin/hosts/excel_mulai.py.
Public Const XLWINGS_VERSI As String = "{versi}"
#If Win64 Then
    Private Const KUNCI_DLL As String = "DLL_64"
    Private Declare PtrSafe Function hubungi Lib "xlwings64-{versi}.dll" Alias "XLPyDLLActivateAuto" _
        (ByRef hasil As Variant, ByVal perintah As String, ByVal cara As Long) As Long
#Else
    Private Const KUNCI_DLL As String = "DLL_32"
    Private Declare PtrSafe Function hubungi Lib "xlwings32-{versi}.dll" Alias "XLPyDLLActivateAuto" _
        (ByRef hasil As Variant, ByVal perintah As String, ByVal cara As Long) As Long
#End If
Private Declare PtrSafe Function muat_dll Lib "kernel32" Alias "LoadLibraryW" (ByVal nama As LongPtr) As LongPtr

Private perintah_python As String, berkas_dll As String, dll_termuat As Boolean

' Python, dimulai pada panggilan pertama; sesudah itu perintah yang sama memberi Python yang sama.
Public Function kinerja_server() As Object
    Dim hasil As Variant
    If perintah_python = "" Then baca_setelan ThisWorkbook.Worksheets("kinerja.conf").Range("A1:B4").Value
    If Not dll_termuat Then
        If muat_dll(StrPtr(berkas_dll)) = 0 Then Err.Raise 1001, , "Tidak dapat memuat " & berkas_dll
        dll_termuat = True
    End If
    If hubungi(hasil, perintah_python, 1) <> 0 Then Err.Raise 1001, , CStr(hasil)
    Set kinerja_server = hasil
End Function

' Setelan dibaca sekali untuk selama Excel terbuka. Folder kerja Excel tidak ikut dicari (-P).
Private Sub baca_setelan(ByVal tabel As Variant)
    Dim q As String
    q = """"
    berkas_dll = ambil_setelan(tabel, KUNCI_DLL)
    perintah_python = q & ambil_setelan(tabel, "INTERPRETER_WIN") & q & " -P -c " & q & "{mulai}" & q & " " & _
        q & tutup_folder(ambil_setelan(tabel, "PYTHONPATH")) & q & " $(CLSID)"
End Sub

' Garis miring di depan tanda petik menjadikannya bagian dari folder: "D:\" ditulis "D:\.".
Private Function tutup_folder(ByVal folder As String) As String
    tutup_folder = folder
    If Right$(folder, 1) = "\" Then tutup_folder = folder & "."
End Function

Private Function ambil_setelan(ByVal tabel As Variant, ByVal kunci As String) As String
    Dim i As Long
    For i = LBound(tabel, 1) To UBound(tabel, 1)
        If tabel(i, 1) = kunci Then ambil_setelan = urai_lingkungan(CStr(tabel(i, 2)))
    Next i
End Function

' %LOCALAPPDATA% dan sejenisnya; yang tidak dikenal Windows tetap tertulis.
Private Function urai_lingkungan(ByVal teks As String) As String
    Dim bagian As Variant, i As Long
    bagian = Split(teks, "%")
    For i = 1 To UBound(bagian) - 1 Step 2
        If Len(bagian(i)) > 0 Then
            If Len(Environ$(bagian(i))) > 0 Then teks = Replace(teks, "%" & bagian(i) & "%", Environ$(bagian(i)))
        End If
    Next i
    urai_lingkungan = teks
End Function
