Option Explicit
Option Private Module

' Rumus dari PC lain menyebut tempat add-in di PC itu: 'C:\Users\...\kinerja.xlam'!SAKIP_PREDIKAT(A1). Tautan itu saja
' diarahkan ke add-in ini. Lembar terproteksi menolak, dan tetap seperti semula. Buku kerja tidak dianggap diubah, jadi
' Excel tidak bertanya sewaktu buku itu ditutup.
Public Sub betulkan_tautan(ByVal buku As Object)
    Dim semua As Variant, i As Long, tersimpan As Boolean, tanya As Boolean
    On Error GoTo selesai
    semua = buku.LinkSources(1)
    If Not IsArray(semua) Then Exit Sub
    For i = LBound(semua) To UBound(semua)
        If tautan_asing(CStr(semua(i)), ThisWorkbook.FullName) Then
            tersimpan = buku.Saved
            tanya = Application.DisplayAlerts
            Application.DisplayAlerts = False
            ganti_tautan buku, CStr(semua(i))
            Application.DisplayAlerts = tanya
            buku.Saved = tersimpan
        End If
    Next i
selesai:
End Sub

Private Sub ganti_tautan(ByVal buku As Object, ByVal tautan As String)
    On Error Resume Next
    buku.ChangeLink tautan, ThisWorkbook.FullName, 1
End Sub

' Apakah tautan menuju add-in ini di tempat lain.
Public Function tautan_asing(ByVal tautan As String, ByVal milik As String) As Boolean
    Dim nama As String
    nama = Mid$(tautan, InStrRev(Replace(tautan, "/", "\"), "\") + 1)
    If LCase$(nama) <> "kinerja.xlam" Or LCase$(tautan) = LCase$(milik) Then Exit Function
    tautan_asing = Not ada_yang_lain(tautan, milik)
End Function

' Apakah berkas itu ada di PC ini dan bukan salinan add-in ini: kinerja.xlam dari kantor lain dibiarkan.
Private Function ada_yang_lain(ByVal tautan As String, ByVal milik As String) As Boolean
    Dim besar As Long
    On Error GoTo selesai
    besar = FileLen(tautan)
    ada_yang_lain = besar <> FileLen(milik)
selesai:
End Function
