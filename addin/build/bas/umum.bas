' Angka dalam teks, dan fungsi yang menjelaskan fungsi lain.
Option Explicit
Option Private Module

Public Function angka_sel(ByRef v As Variant, ByVal jenis As String) As Double
    angka_sel = des_angka(baca_angka(v, jenis))
End Function

Public Function teks_rupiah(ByVal s As String) As String
    Dim desimal As Long
    s = pec_bulatkan(pec_dari(s), 2)
    If Right$(s, 3) <> ".00" Then desimal = 2
    teks_rupiah = "Rp" & des_cetak(Replace(s, "-", ""), desimal)
    If des_tanda(s) < 0 Then teks_rupiah = "-" & teks_rupiah
End Function

Public Function sebut_angka(ByVal s As String) As String
    Dim bulat As String, desimal As String, hasil As String, i As Long
    If Len(bil_mutlak(des_bulat(s, des_skala(s)))) > 18 + des_skala(s) Then
        tolak GALAT_NUM, "Angka terlalu besar untuk disebut dengan kata.", "Pakai angka di bawah 10^18."
    End If
    bulat = Replace(s, "-", "")
    If des_skala(s) > 0 Then
        desimal = Right$(s, des_skala(s))
        bulat = Left$(bulat, Len(bulat) - Len(desimal) - 1)
    End If
    If des_tanda(s) < 0 Then hasil = "minus "
    hasil = hasil & sebut_bulat(bulat)
    If desimal <> "" Then hasil = hasil & " koma"
    For i = 1 To Len(desimal)
        hasil = hasil & " " & satuan(CLng(Mid$(desimal, i, 1)))
    Next i
    sebut_angka = hasil
End Function

Public Function dasar_fungsi(ByVal nama As String) As String
    Dim d As String
    d = deklarasi_fungsi(UCase$(nama))
    If d = "" Then tolak GALAT_NA, tidak_ada(nama), ""
    dasar_fungsi = bagian(Split(d, vbLf)(0), 1)
End Function

' Alasan galat sebuah panggilan; a(0) nama fungsi, sisanya argumennya.
Public Function alasan_fungsi(ByRef a() As Variant, ByVal n As Long) As String
    Dim nama As String, b() As Variant, i As Long, m As Long, hasil As Variant
    nama = UCase$(a(0))
    If deklarasi_fungsi(nama) = "" Then
        alasan_fungsi = nama_galat(GALAT_NA) & " " & tidak_ada(a(0))
        Exit Function
    End If
    ReDim b(0 To n)
    For i = 1 To n - 1
        isi_argumen b, m, i - 1, a(i)
    Next i
    hasil = panggil(nama, b, m)
    alasan_fungsi = alasan_galat
    If alasan_fungsi = "" Then alasan_fungsi = "tidak ada galat"
    alasan_galat = ""
End Function

' Deklarasi sebuah fungsi hari ini; "" bila tidak ada fungsi dengan nama itu.
Private Function deklarasi_fungsi(ByVal nama As String) As String
    Dim satu As Variant
    For Each satu In Split(daftar_fungsi(), ", ")
        If satu = nama Then
            deklarasi_fungsi = deklarasi(satu)
            If Left$(deklarasi_fungsi, 1) = "!" Then tolak_saja GALAT_VALUE, Mid$(deklarasi_fungsi, 2)
            Exit Function
        End If
    Next satu
End Function

Private Function tidak_ada(ByVal nama As String) As String
    tidak_ada = "Tidak ada fungsi " & nama & ". Yang ada: " & daftar_fungsi() & "."
End Function

Private Function sebut_bulat(ByVal s As String) As String
    Dim i As Long, ratusan As Long, letak As Long, hasil As String, kelompok As Variant
    kelompok = Array("", " ribu", " juta", " miliar", " triliun", " kuadriliun")
    Do While Len(s) Mod 3 <> 0
        s = "0" & s
    Loop
    For i = 1 To Len(s) Step 3
        ratusan = CLng(Mid$(s, i, 3))
        letak = (Len(s) - i) \ 3
        If ratusan = 1 And letak = 1 Then
            hasil = hasil & " seribu"
        ElseIf ratusan > 0 Then
            hasil = hasil & sebut_ratusan(ratusan) & kelompok(letak)
        End If
    Next i
    If hasil = "" Then hasil = " nol"
    sebut_bulat = Mid$(hasil, 2)
End Function

' 1 sampai 999, dengan spasi di depan.
Private Function sebut_ratusan(ByVal n As Long) As String
    Dim hasil As String
    If n \ 100 = 1 Then
        hasil = " seratus"
    ElseIf n \ 100 > 1 Then
        hasil = " " & satuan(n \ 100) & " ratus"
    End If
    n = n Mod 100
    If n = 10 Then
        hasil = hasil & " sepuluh"
    ElseIf n = 11 Then
        hasil = hasil & " sebelas"
    ElseIf n > 11 And n < 20 Then
        hasil = hasil & " " & satuan(n - 10) & " belas"
    Else
        If n \ 10 > 0 Then hasil = hasil & " " & satuan(n \ 10) & " puluh"
        If n Mod 10 > 0 Then hasil = hasil & " " & satuan(n Mod 10)
    End If
    sebut_ratusan = hasil
End Function

Private Function satuan(ByVal n As Long) As String
    satuan = Split("nol satu dua tiga empat lima enam tujuh delapan sembilan", " ")(n)
End Function
