' Satu panggilan: argumen diperiksa, rentang dipetakan sel demi sel, dan yang ditolak menjadi galat dengan alasannya.
Option Explicit
Option Private Module

' Hasil sebuah fungsi dari argumen sebagaimana tertulis: nilai, blok nilai, atau galat.
Public Function panggil(ByVal nama As String, ByRef a() As Variant, ByVal n As Long) As Variant
    Dim d() As String, b() As Variant, i As Long, dipetakan As Boolean
    On Error GoTo gagal
    lupakan_tempat
    alasan_galat = ""
    d = Split(deklarasi(nama), vbLf)
    If Left$(d(0), 1) = "!" Then tolak_saja GALAT_VALUE, Mid$(d(0), 2)
    periksa_banyak nama, d, n
    siapkan a, b, n, bagian(d(0), 4), CLng(bagian(d(0), 6))
    If bagian(d(0), 2) = "1" Then
        For i = 0 To n - 1
            If IsArray(b(i)) Then dipetakan = True
        Next i
    End If
    If dipetakan Then
        panggil = petakan(nama, d, b, n)
    Else
        panggil = hitung(nama, d, b, n)
    End If
    Exit Function
gagal:
    panggil = tangkap(Err.Number, nama, "")
End Function

' Bagian ke-i, dari 0, sebuah baris deklarasi.
Public Function bagian(ByVal baris As String, ByVal i As Long) As String
    bagian = Split(baris, "|")(i)
End Function

Private Sub periksa_banyak(ByVal nama As String, ByRef d() As String, ByVal n As Long)
    Dim i As Long
    If n > UBound(d) And InStr(bagian(d(0), 3), "u") = 0 Then
        tolak_saja GALAT_VALUE, nama & " menerima paling banyak " & UBound(d) & " argumen, bukan " & n & ". Tulis " & bagian(d(0), 0) & "."
    End If
    For i = n + 1 To UBound(d)
        If Mid$(bagian(d(0), 3), i, 1) = "w" Then
            tolak_saja GALAT_NA, "Argumen " & bagian(d(i), 0) & " belum diisi. Tulis " & bagian(d(0), 0) & "."
        End If
    Next i
End Sub

' Rentang di dalam memberi rentang di luar; satu baris atau satu kolom berulang, seperti di Excel.
Private Function petakan(ByVal nama As String, ByRef d() As String, ByRef a() As Variant, ByVal n As Long) As Variant
    Dim h() As Variant, b() As Variant, i As Long, j As Long, k As Long, baris As Long, kolom As Long
    For k = 0 To n - 1
        If IsArray(a(k)) Then
            If UBound(a(k), 1) > baris Then baris = UBound(a(k), 1)
            If UBound(a(k), 2) > kolom Then kolom = UBound(a(k), 2)
        End If
    Next k
    ReDim h(1 To baris, 1 To kolom)
    ReDim b(0 To n - 1)
    For i = 1 To baris
        For j = 1 To kolom
            For k = 0 To n - 1
                b(k) = pilih_sel(a(k), i, j)
            Next k
            h(i, j) = hitung_aman(nama, d, b, n, nama_sel(i, j))
        Next j
    Next i
    petakan = h
End Function

' Null di luar ukuran rentangnya.
Private Function pilih_sel(ByRef v As Variant, ByVal i As Long, ByVal j As Long) As Variant
    If Not IsArray(v) Then
        pilih_sel = v
        Exit Function
    End If
    If UBound(v, 1) = 1 Then i = 1
    If UBound(v, 2) = 1 Then j = 1
    If i > UBound(v, 1) Or j > UBound(v, 2) Then
        pilih_sel = Null
    Else
        pilih_sel = v(i, j)
    End If
End Function

Private Function hitung_aman(ByVal nama As String, ByRef d() As String, ByRef b() As Variant, ByVal n As Long, _
        ByVal tempat As String) As Variant
    On Error GoTo gagal
    hitung_aman = hitung(nama, d, b, n)
    Exit Function
gagal:
    hitung_aman = tangkap(Err.Number, nama, tempat)
End Function

Private Function hitung(ByVal nama As String, ByRef d() As String, ByRef a() As Variant, ByVal n As Long) As Variant
    Dim siap() As Variant, i As Long, nomor As Long, kosong As Boolean, arg() As String
    ReDim siap(0 To n + UBound(d))
    For i = 0 To n - 1
        nomor = i + 1
        If nomor > UBound(d) Then nomor = UBound(d)
        arg = Split(d(nomor), "|")
        If Not IsArray(a(i)) Then
            If IsNull(a(i)) Then tolak_ukuran
        End If
        If arg(1) = "apa_saja" Then
            isi_argumen siap, nomor, i, a(i)
        ElseIf diteruskan(a(i), arg(11)) Then
            hitung = arg(11)
            Exit Function
        ElseIf semua_kosong(a(i)) Then
            If arg(2) = "w" Or arg(2) = "k" Then kosong = True
            If arg(4) <> "" Then siap(i) = arg(4)
        Else
            tempat_argumen = arg(0)
            siap(i) = baca_argumen(a(i), arg(1), arg(5))
            If arg(10) = "1" And VarType(a(i)) <> vbString Then tolak_pecahan siap(i)
            tempat_argumen = ""
        End If
    Next i
    If kosong Then
        hitung = ""
        Exit Function
    End If
    For i = n To UBound(d) - 1
        If bagian(d(i + 1), 4) <> "" Then siap(i) = bagian(d(i + 1), 4)
    Next i
    hitung = aturan(nama, siap, n)
    periksa_rentang d, siap
End Function

' Teks yang keluar sebagaimana masuknya.
Private Function diteruskan(ByRef v As Variant, ByVal teks As String) As Boolean
    Dim s As String
    If teks = "" Or VarType(v) <> vbString Then Exit Function
    s = teks_pangkas(v)
    Do While InStr(s, "  ") > 0
        s = Replace(s, "  ", " ")
    Loop
    diteruskan = (LCase$(s) = teks)
End Function

Private Sub tolak_ukuran()
    tolak_saja GALAT_NA, "Ukuran rentang tidak sama. Pilih rentang yang sama banyak baris dan kolomnya."
End Sub

' Angka sampai 1 pada skala 0 sampai 100: 66,5% yang tersimpan sebagai 0,665.
Private Sub tolak_pecahan(ByVal s As String)
    If des_tanda(s) <= 0 Or des_banding(s, "1") > 0 Then Exit Sub
    tolak GALAT_NUM, des_tulis(s) & " tampaknya bagian dari 1, padahal di sini skala 0 sampai 100.", _
        "Tulis " & des_tulis(des_ringkas(pec_bulatkan(pec_kali(pec_dari(s), "100/1"), des_skala(s)))) & "; bila memang " & _
        des_tulis(s) & ", tulis sebagai teks: """ & des_tulis(s) & """."
End Sub

' Angka di luar rentang yang dinyatakan, bila aturannya sendiri tidak melihatnya.
Private Sub periksa_rentang(ByRef d() As String, ByRef siap() As Variant)
    Dim i As Long, arg() As String, luar As Boolean, berentang As String
    berentang = bagian(d(0), 5)
    For i = 1 To UBound(d)
        If Mid$(berentang, i, 1) = "1" And VarType(siap(i - 1)) = vbString Then
            arg = Split(d(i), "|")
            luar = False
            If Left$(arg(8), 3) = "10^" Then arg(8) = bil_puluh(CLng(Mid$(arg(8), 4)))
            If arg(7) <> "" Then luar = des_banding(siap(i - 1), arg(7)) < 0
            If arg(8) <> "" And Not luar Then luar = des_banding(siap(i - 1), arg(8)) > 0
            If arg(9) = "1" And Not luar Then luar = pada_tepi(siap(i - 1), arg(7)) Or pada_tepi(siap(i - 1), arg(8))
            If luar Then
                tempat_argumen = arg(0)
                tolak GALAT_NUM, des_tulis(siap(i - 1)) & " di luar rentang " & arg(6) & ".", "Periksa angka itu."
            End If
        End If
    Next i
End Sub

Private Function pada_tepi(ByVal s As String, ByVal batas As String) As Boolean
    If batas <> "" Then pada_tepi = (des_banding(s, batas) = 0)
End Function
