' Kolom yang judulnya menyebut jumlah dan hal lain, seperti Pagu Setelah Efisiensi 50%: angka di bawahnya yang menentukan.
Option Explicit
Option Private Module

Private Const CONTOH As Long = 200
Private Const SERATUS As Long = 100
Private Const KALI As Long = 1000

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
        If calon(k) <> "" And besar(k) * KALI > terbesar Then ciri(k) = calon(k)
    Next k
End Sub

' Angka terbesar sebuah kolom, 0 bila kebanyakan selnya kata; beruang bila lebih dari separuh angkanya melampaui persen.
Private Function angka_terbesar(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal k As Long, _
        ByRef beruang As Boolean) As Double
    Dim i As Long, isi As Long, angka As Long, berisi As Long, lewat As Long, x As Double
    If n > CONTOH + 1 Then n = CONTOH + 1
    For i = 2 To n
        If Not (sel_kosong(v(b(i), k)) Or sel_strip(v(b(i), k))) Then
            isi = isi + 1
            x = besar_sel(v(b(i), k))
            If x >= 0 Then angka = angka + 1
            If x > 0 Then berisi = berisi + 1
            If x > SERATUS Then lewat = lewat + 1
            If x > angka_terbesar Then angka_terbesar = x
        End If
    Next i
    beruang = (lewat * 2 > berisi) And (angka * 2 >= isi)
    If angka * 2 < isi Then angka_terbesar = 0
End Function

Private Function sel_strip(ByRef sel As Variant) As Boolean
    If VarType(sel) = vbString Then sel_strip = (sel = "-" Or sel = huruf_unikode(8211))
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
