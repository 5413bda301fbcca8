' Kolom yang judulnya menyebut jumlah dan hal lain, seperti Pagu Setelah Efisiensi 50%: angka di bawahnya yang menentukan.
Option Explicit
Option Private Module

' Ciri kolom-kolom itu ditambahkan; b(1) baris judul.
Public Sub cari_ragu(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByRef judul() As String, ByRef ciri() As String)
    Dim k As Long, calon() As String, besar() As Double, terbesar As Double, ada As Boolean, beruang As Boolean
    ReDim calon(1 To UBound(judul))
    ReDim besar(1 To UBound(judul))
    For k = 1 To UBound(judul)
        If judul(k) <> "" And ciri(k) = "" Then calon(k) = ciri_ragu(judul(k))
        If calon(k) <> "" Then ada = True
    Next k
    If Not ada Then Exit Sub
    For k = 1 To UBound(judul)
        If calon(k) <> "" Or ciri(k) <> "" Then
            besar(k) = angka_terbesar(v, b, n, k, beruang)
            If besar(k) > terbesar Then terbesar = besar(k)
            If Not beruang Then calon(k) = ""
        End If
    Next k
    For k = 1 To UBound(judul)
        If calon(k) <> "" And besar(k) * RAGU_KALI > terbesar Then ciri(k) = calon(k)
    Next k
End Sub

' Judul yang hanya menyebut triwulan atau bulan mengikuti realisasi di kirinya.
Public Sub satukan_ciri(ByRef ciri() As String)
    Dim k As Long, kiri() As String, kini() As String
    For k = 2 To UBound(ciri)
        If ciri(k) <> "" And ciri(k - 1) <> "" Then
            kiri = Split(ciri(k - 1), "|")
            kini = Split(ciri(k), "|")
            If kini(4) <> "" And kini(3) <> "" And kiri(3) <> "" And kiri(0) = "realisasi" Then
                ciri(k) = "realisasi" & Mid$(ciri(k), InStr(ciri(k), "|"))
            End If
        End If
    Next k
End Sub

' Angka terbesar sebuah kolom, 0 bila kebanyakan selnya kata; beruang bila lebih dari separuh angkanya melampaui persen.
Private Function angka_terbesar(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal k As Long, _
        ByRef beruang As Boolean) As Double
    Dim i As Long, terisi As Long, angka As Long, bukan_nol As Long, lewat As Long, dilihat As Long, x As Double
    For i = 2 To n
        If dilihat < RAGU_CONTOH And Not sel_tiada(v(b(i), k)) Then
            dilihat = dilihat + 1
            x = besar_sel(v(b(i), k))
            If x >= 0 Then
                angka = angka + 1
                terisi = dilihat ' kata di bawah angka terakhir, seperti tanda tangan, tidak dihitung
            End If
            If x > 0 Then bukan_nol = bukan_nol + 1
            If x > RAGU_SERATUS Then lewat = lewat + 1
            If x > angka_terbesar Then angka_terbesar = x
        End If
    Next i
    beruang = (lewat * 2 > bukan_nol) And (angka * 2 >= terisi)
    If angka * 2 < terisi Then angka_terbesar = 0
End Function

' Kosong, atau strip apa pun, dengan atau tanpa Rp.
Private Function sel_tiada(ByRef sel As Variant) As Boolean
    sel_tiada = sel_kosong(sel)
    If VarType(sel) = vbString Then sel_tiada = teks_strip(teks_pangkas(sel))
End Function

' Besar sebuah angka, bagaimanapun ditulisnya; -1 bila bukan angka.
Private Function besar_sel(ByRef sel As Variant) As Double
    besar_sel = -1
    Select Case VarType(sel)
    Case vbString
        besar_sel = besar_teks(teks_pangkas(sel))
    Case vbInteger, vbLong, vbSingle, vbDouble, vbCurrency, vbDecimal
        besar_sel = Abs(CDbl(sel))
    End Select
End Function

' Sebuah titik atau koma di depan tiga angka memisahkan ribuan.
Private Function besar_teks(ByVal teks As String) As Double
    Dim i As Long, letak As Long, angka As String
    besar_teks = 1
    If Right$(teks, 1) = "%" Then Exit Function
    besar_teks = -1
    teks = LCase$(Replace(teks, huruf_unikode(8722), "-"))
    For i = 1 To Len(teks)
        If apakah_spasi(Mid$(teks, i, 1)) Then Mid(teks, i, 1) = " "
        If Mid$(teks, i, 1) Like "[0-9.,]" Then angka = angka & Mid$(teks, i, 1)
    Next i
    If Not pola_penuh(teks, "@tulisan uang") Or Len(Replace(Replace(angka, ".", ""), ",", "")) > 17 Then Exit Function
    Do While Left$(angka, 1) Like "[.,]"
        angka = Mid$(angka, 2)
    Loop
    Do While Right$(angka, 1) Like "[.,]"
        angka = Left$(angka, Len(angka) - 1)
    Loop
    For i = 1 To Len(angka)
        If Mid$(angka, i, 1) Like "[.,]" Then letak = i
    Next i
    If letak > 0 And Len(angka) - letak <> 3 Then angka = Left$(angka, letak - 1)
    besar_teks = Val(Replace(Replace(angka, ".", ""), ",", ""))
End Function

' Tanpa kolom yang menghitung barang, kecuali tidak ada yang tersisa.
Public Function buang_hitungan(ByVal kolom As String, ByVal nilai As Collection) As String
    Dim k As Variant, m As Variant, lain As Double, hasil As String
    For Each k In Split(kolom, ",")
        lain = 0
        For Each m In Split(kolom, ",")
            If m <> k Then
                If angka_besar(nilai.Item("k" & m)) > lain Then lain = angka_besar(nilai.Item("k" & m))
            End If
        Next m
        If Left$(nilai.Item("k" & k), 1) = "?" Then
            hasil = hasil & "," & k
        ElseIf nilai.Item("k" & k) <> "" Then
            If Not kolom_hitungan(CLng(k), angka_besar(nilai.Item("k" & k)), lain) Then hasil = hasil & "," & k
        End If
    Next k
    buang_hitungan = Mid$(hasil, 2)
    If hasil = "" Then buang_hitungan = kolom
End Function

' Angka terbesar di isi sebuah kolom; 0 bila tidak terbaca.
Private Function angka_besar(ByVal isi As String) As Double
    Dim satu As Variant
    If isi = "" Or Left$(isi, 1) = "?" Then Exit Function
    For Each satu In Split(isi, ";")
        If Abs(Val(satu)) > angka_besar Then angka_besar = Abs(Val(satu))
    Next satu
End Function

' Jumlah yang menghitung barang: di samping satuannya, atau jauh lebih kecil daripada uang.
Private Function kolom_hitungan(ByVal k As Long, ByVal besar As Double, ByVal lain As Double) As Boolean
    If ciri_kolom(k, 0) <> "jumlah" Or kata_ada(nama_kolom(k), "rp|rupiah") Then Exit Function
    kolom_hitungan = besar < RAGU_HITUNGAN And besar * RAGU_KALI <= lain
    If nama_kolom(k + 1) = "satuan" Or nama_kolom(k + 1) = "sat" Then kolom_hitungan = True
End Function
