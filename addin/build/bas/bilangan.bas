' Bilangan bulat persis sebesar apa pun, sebagai teks angka: "0", "-42". Double hanya dipakai selama hasilnya di bawah
' 10^15, sehingga tidak ada yang dibulatkan di tengah jalan.
Option Explicit
Option Private Module

Private Const KELOMPOK As Long = 7
Private Const POKOK As Double = 10000# * 1000#

' -1, 0, atau 1: kurang, sama, atau lebih.
Public Function bil_banding(ByVal a As String, ByVal b As String) As Long
    Dim ta As Long, tb As Long
    ta = bil_tanda(a)
    tb = bil_tanda(b)
    If ta <> tb Then
        bil_banding = Sgn(ta - tb)
    ElseIf ta >= 0 Then
        bil_banding = banding_mutlak(a, b)
    Else
        bil_banding = banding_mutlak(bil_mutlak(b), bil_mutlak(a))
    End If
End Function

Public Function bil_tanda(ByVal a As String) As Long
    If Left$(a, 1) = "-" Then
        bil_tanda = -1
    ElseIf a <> "0" Then
        bil_tanda = 1
    End If
End Function

Public Function bil_mutlak(ByVal a As String) As String
    bil_mutlak = a
    If Left$(a, 1) = "-" Then bil_mutlak = Mid$(a, 2)
End Function

Public Function bil_lawan(ByVal a As String) As String
    bil_lawan = a
    If Left$(a, 1) = "-" Then
        bil_lawan = Mid$(a, 2)
    ElseIf a <> "0" Then
        bil_lawan = "-" & a
    End If
End Function

' Tanpa nol di depan.
Public Function bil_rapi(ByVal s As String) As String
    Dim i As Long
    i = 1
    Do While i < Len(s)
        If Mid$(s, i, 1) <> "0" Then Exit Do
        i = i + 1
    Loop
    bil_rapi = Mid$(s, i)
End Function

Public Function bil_tambah(ByVal a As String, ByVal b As String) As String
    Dim x As String, y As String
    If Len(a) <= 14 And Len(b) <= 14 Then
        bil_tambah = CStr(Val(a) + Val(b))
        Exit Function
    End If
    x = bil_mutlak(a)
    y = bil_mutlak(b)
    If (Left$(a, 1) = "-") = (Left$(b, 1) = "-") Then
        bil_tambah = tambah_mutlak(x, y)
        If Left$(a, 1) = "-" Then bil_tambah = bil_lawan(bil_tambah)
    ElseIf banding_mutlak(x, y) >= 0 Then
        bil_tambah = kurang_mutlak(x, y)
        If Left$(a, 1) = "-" Then bil_tambah = bil_lawan(bil_tambah)
    Else
        bil_tambah = kurang_mutlak(y, x)
        If Left$(b, 1) = "-" Then bil_tambah = bil_lawan(bil_tambah)
    End If
End Function

Public Function bil_kurang(ByVal a As String, ByVal b As String) As String
    bil_kurang = bil_tambah(a, bil_lawan(b))
End Function

Public Function bil_kali(ByVal a As String, ByVal b As String) As String
    If Len(a) + Len(b) <= 15 Then
        bil_kali = CStr(Val(a) * Val(b) + 0)
        Exit Function
    End If
    bil_kali = kali_panjang(bil_mutlak(a), bil_mutlak(b))
    If (Left$(a, 1) = "-") <> (Left$(b, 1) = "-") Then bil_kali = bil_lawan(bil_kali)
End Function

' 10 pangkat n.
Public Function bil_puluh(ByVal n As Long) As String
    bil_puluh = "1" & String$(n, "0")
End Function

' a / b ke bilangan bulat terdekat, setengah menjauhi nol; b di atas 0.
Public Function bil_bagi(ByVal a As String, ByVal b As String) As String
    Dim x As Double, y As Double, q As Double
    If Len(a) <= 14 And Len(b) <= 14 Then
        x = 2 * Abs(Val(a)) + Val(b)
        y = 2 * Val(b)
        q = Int(x / y)
        If q * y > x Then q = q - 1
        If x - q * y >= y Then q = q + 1
        bil_bagi = CStr(q)
    Else
        bil_bagi = bagi_bawah(bil_tambah(bil_kali("2", bil_mutlak(a)), b), bil_kali("2", b))
    End If
    If Left$(a, 1) = "-" Then bil_bagi = bil_lawan(bil_bagi)
End Function

Private Function banding_mutlak(ByVal a As String, ByVal b As String) As Long
    banding_mutlak = Sgn(Len(a) - Len(b))
    If banding_mutlak = 0 Then banding_mutlak = StrComp(a, b, 0)
End Function

Private Function tambah_mutlak(ByVal a As String, ByVal b As String) As String
    Dim x() As Double, y() As Double, i As Long, n As Long, t As Double
    n = banyak_kelompok(a)
    If banyak_kelompok(b) > n Then n = banyak_kelompok(b)
    isi_kelompok a, n + 1, x
    isi_kelompok b, n + 1, y
    For i = 0 To n - 1
        t = x(i) + y(i)
        If t >= POKOK Then
            t = t - POKOK
            x(i + 1) = x(i + 1) + 1
        End If
        x(i) = t
    Next i
    tambah_mutlak = gabung(x, n + 1)
End Function

' a - b, dengan a >= b.
Private Function kurang_mutlak(ByVal a As String, ByVal b As String) As String
    Dim x() As Double, y() As Double, i As Long, n As Long
    If Len(a) <= 14 Then
        kurang_mutlak = CStr(Val(a) - Val(b))
        Exit Function
    End If
    n = banyak_kelompok(a)
    isi_kelompok a, n + 1, x
    isi_kelompok b, n + 1, y
    For i = 0 To n - 1
        x(i) = x(i) - y(i)
        If x(i) < 0 Then
            x(i) = x(i) + POKOK
            x(i + 1) = x(i + 1) - 1
        End If
    Next i
    kurang_mutlak = gabung(x, n)
End Function

Private Function kali_panjang(ByVal a As String, ByVal b As String) As String
    Dim x() As Double, y() As Double, z() As Double, i As Long, j As Long, m As Long, n As Long
    Dim t As Double, bawa As Double
    m = banyak_kelompok(a)
    n = banyak_kelompok(b)
    isi_kelompok a, m, x
    isi_kelompok b, n, y
    ReDim z(0 To m + n)
    For i = 0 To m - 1
        bawa = 0
        For j = 0 To n - 1
            t = z(i + j) + x(i) * y(j) + bawa
            bawa = Int(t / POKOK)
            z(i + j) = t - bawa * POKOK
        Next j
        z(i + n) = z(i + n) + bawa
    Next i
    kali_panjang = gabung(z, m + n + 1)
End Function

' Hasil bagi dibulatkan ke bawah; keduanya tidak negatif, b di atas 0.
Private Function bagi_bawah(ByVal a As String, ByVal b As String) As String
    Dim i As Long, n As Long, angka As Long, sisa As String, hasil As String
    Dim x As Double, y As Double, q As Double
    If Len(b) > 14 Then
        sisa = "0"
        For i = 1 To Len(a)
            sisa = bil_rapi(sisa & Mid$(a, i, 1))
            angka = 0
            Do While banding_mutlak(sisa, b) >= 0
                sisa = kurang_mutlak(sisa, b)
                angka = angka + 1
            Loop
            hasil = hasil & CStr(angka)
        Next i
        bagi_bawah = bil_rapi(hasil)
        Exit Function
    End If
    y = Val(b)
    i = 1
    Do While i <= Len(a)
        n = 15 - Len(b)
        If n > Len(a) - i + 1 Then n = Len(a) - i + 1
        x = x * Val(bil_puluh(n)) + Val(Mid$(a, i, n))
        q = Int(x / y)
        x = x - q * y
        If x < 0 Then
            q = q - 1
            x = x + y
        ElseIf x >= y Then
            q = q + 1
            x = x - y
        End If
        hasil = hasil & Right$(String$(n, "0") & CStr(q), n)
        i = i + n
    Loop
    bagi_bawah = bil_rapi(hasil)
End Function

Private Function banyak_kelompok(ByVal a As String) As Long
    banyak_kelompok = (Len(a) + KELOMPOK - 1) \ KELOMPOK
End Function

' Kelompok tujuh angka, yang terkecil lebih dahulu.
Private Sub isi_kelompok(ByVal a As String, ByVal n As Long, ByRef x() As Double)
    Dim i As Long, akhir As Long
    ReDim x(0 To n)
    akhir = Len(a)
    Do While akhir > 0
        If akhir >= KELOMPOK Then
            x(i) = Val(Mid$(a, akhir - KELOMPOK + 1, KELOMPOK))
        Else
            x(i) = Val(Left$(a, akhir))
        End If
        akhir = akhir - KELOMPOK
        i = i + 1
    Loop
End Sub

Private Function gabung(ByRef x() As Double, ByVal n As Long) As String
    Dim i As Long, s As String
    For i = n - 1 To 0 Step -1
        s = s & Right$("0000000" & CStr(x(i)), KELOMPOK)
    Next i
    gabung = bil_rapi(s)
End Function
