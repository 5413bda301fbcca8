' Pencarian menurut kunci, dan urutan. Kunci Collection tidak membedakan huruf besar, maka huruf besar dan huruf yang
' tidak biasa ditulis dengan kodenya.
Option Explicit
Option Private Module

' Nilai di bawah sebuah kunci; 0 bila tidak ada.
Public Function peta_isi(ByVal peta As Collection, ByVal kunci As String) As Long
    On Error GoTo gagal
    peta_isi = peta.Item(kunci)
    Exit Function
gagal:
    peta_isi = 0
End Function

Public Sub peta_catat(ByVal peta As Collection, ByVal kunci As String, ByVal nilai As Long)
    If peta_isi(peta, kunci) <> 0 Then peta.Remove kunci
    peta.Add nilai, kunci
End Sub

' Nomor sebuah kunci menurut urutan datangnya, dari 1; yang baru menambah n.
Public Function peta_nomor(ByVal peta As Collection, ByVal kunci As String, ByRef n As Long) As Long
    peta_nomor = peta_isi(peta, kunci)
    If peta_nomor > 0 Then Exit Function
    n = n + 1
    peta_nomor = n
    peta.Add n, kunci
End Function

Public Function kunci_huruf(ByVal s As String) As String
    Dim i As Long, c As String
    kunci_huruf = s
    If Not (s Like "*[!a-z0-9 .]*") Then Exit Function
    kunci_huruf = ""
    For i = 1 To Len(s)
        c = Mid$(s, i, 1)
        If c Like "[!a-z0-9 .]" Then c = "<" & AscW(c) & ">"
        kunci_huruf = kunci_huruf & c
    Next i
End Function

' Nomor 1 sampai n menurut urutan teksnya, huruf demi huruf.
Public Function urutkan(ByRef teks() As String, ByVal n As Long) As Variant
    Dim a() As Long, b() As Long, i As Long, lebar As Long
    ReDim a(0 To n)
    ReDim b(0 To n)
    For i = 1 To n
        a(i) = i
    Next i
    lebar = 1
    Do While lebar < n
        For i = 1 To n Step 2 * lebar
            gabung_urut teks, a, b, i, lebar, n
        Next i
        For i = 1 To n
            a(i) = b(i)  ' bukan a = b: di LibreOffice keduanya lalu larik yang sama
        Next i
        lebar = 2 * lebar
    Loop
    urutkan = a
End Function

Private Sub gabung_urut(ByRef teks() As String, ByRef a() As Long, ByRef b() As Long, ByVal awal As Long, _
        ByVal lebar As Long, ByVal n As Long)
    Dim i As Long, j As Long, k As Long, kiri As Boolean
    i = awal
    j = awal + lebar
    For k = awal To n
        If i < awal + lebar And i <= n Then
            kiri = True
            If j < awal + 2 * lebar And j <= n Then kiri = StrComp(teks(a(i)), teks(a(j)), 0) <= 0
        ElseIf j < awal + 2 * lebar And j <= n Then
            kiri = False
        Else
            Exit For
        End If
        If kiri Then
            b(k) = a(i)
            i = i + 1
        Else
            b(k) = a(j)
            j = j + 1
        End If
    Next k
End Sub
