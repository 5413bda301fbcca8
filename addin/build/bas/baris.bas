' Tabel anggaran di sebuah rentang, dibaca seperti berkas: barisnya menjadi butir (lihat butir), yang diperiksa, lalu
' dibandingkan atau disebut.
Option Explicit
Option Private Module

Public s_nomor() As Long
Public s_kode() As String
Public s_jenis() As Long
Public s_skpd() As String
Public s_akun() As String
Public s_nama() As String
Public s_kec() As String
Public s_beda() As String

' Sebuah rentang; hasilnya pemilik yang disebutnya. Yang dibandingkan dan yang disebut dicatat oleh rekon.
Public Function baca_tabel_anggaran(ByRef v As Variant, ByVal peran As String) As String
    Dim b() As Long, n As Long, i As Long, sen() As String, tahun() As String
    n = baris_berisi(v, b)
    If n = 0 Then Exit Function
    If UBound(v, 2) < 2 Then tolak_di peran, "Tabel perlu sedikitnya dua kolom: kode dan jumlah.", ""
    cari_kolom v, b, n, peran
    If k_berjudul Then
        buang_pertama b, n
        If n > 0 Then
            If bernomor_kolom(v, b(1)) Then buang_pertama b, n
        End If
    End If
    If n = 0 Then Exit Function
    baca_sen v, b, n, k_uang, peran, sen
    If k_tahun > 0 Then
        ReDim tahun(1 To n)
        For i = 1 To n
            tahun(i) = teks_sel(v(b(i), k_tahun))
        Next i
        tahun(1) = perlu_satu(tahun, n, "tahun", peran)
    End If
    siapkan_baris n
    For i = 1 To n
        s_nomor(i) = b(i)
        baca_satu v, i, peran & ", baris " & b(i)
    Next i
    For i = 2 To n
        If s_kec(i) = "" Then s_kec(i) = s_kec(i - 1)
    Next i
    baca_tabel_anggaran = buktikan_tabel(n, sen, peran)
End Function

Private Function baris_berisi(ByRef v As Variant, ByRef b() As Long) As Long
    Dim i As Long, j As Long
    ReDim b(0 To UBound(v, 1))
    For i = 1 To UBound(v, 1)
        For j = 1 To UBound(v, 2)
            If Not sel_kosong(v(i, j)) Then
                baris_berisi = baris_berisi + 1
                b(baris_berisi) = i
                Exit For
            End If
        Next j
    Next i
End Function

Private Sub buang_pertama(ByRef b() As Long, ByRef n As Long)
    Dim i As Long
    For i = 1 To n - 1
        b(i) = b(i + 1)
    Next i
    n = n - 1
End Sub

' Baris di bawah judul yang menomori kolom: 1 2 3 4 5 = 3 - 4, atau a b c.
Private Function bernomor_kolom(ByRef v As Variant, ByVal baris As Long) As Boolean
    Dim k As Variant, j As Long, berangka As Boolean, t As String, banyak As Long, urut As Boolean, angka As Boolean, huruf As Boolean
    For Each k In Split(Left$(k_uang, Len(k_uang) - 1), ",")
        If teks_polos(v(baris, CLng(k))) Like "*[0-9]*" Then berangka = True
    Next k
    urut = True
    angka = True
    huruf = True
    For j = 1 To UBound(v, 2)
        If Not sel_kosong(v(baris, j)) Then
            t = teks_polos(v(baris, j))
            If banyak = 0 And Len(t) > 5 Then Exit Function
            If Right$(t, 2) = ".0" Then t = Left$(t, Len(t) - 2)
            banyak = banyak + 1
            urut = urut And t = CStr(banyak)
            If angka Then angka = pola_penuh(t, "\(?[0-9][0-9]?\)?(?:\s*[=:].*|[a-z])?")
            If huruf Then huruf = pola_penuh(t, "\(?(?:[A-Za-z]|[IVXivx]+)\)?\.?(?:\s*[=:].*)?")
        End If
    Next j
    If berangka Then
        bernomor_kolom = urut And banyak > 2
    Else
        bernomor_kolom = (angka Or huruf) And banyak > 1
    End If
End Function

Private Function teks_polos(ByRef v As Variant) As String
    Select Case VarType(v)
    Case vbString
        teks_polos = teks_pangkas(v)
    Case vbBoolean, vbDate
        teks_polos = tulis_lain(v)
    Case Else
        If Not sel_kosong(v) Then teks_polos = des_ringkas(des_dari(v))
    End Select
End Function

' Satu-satunya teks di antara semuanya; "" bila tidak ada, ditolak bila beberapa.
Public Function perlu_satu(ByRef teks() As String, ByVal n As Long, ByVal sebutan As String, ByVal peran As String) As String
    Dim i As Long, peta As Collection, m As Long, daftar As String
    Set peta = New Collection
    For i = 1 To n
        If teks(i) <> "" Then
            If m = 0 Then perlu_satu = teks(i)
            If peta_nomor(peta, kunci_huruf(teks(i)), peta.Count) > m Then
                m = m + 1
                If m > 1 And m < 4 Then daftar = daftar & ", "
                If m < 4 Then daftar = daftar & teks(i)
            End If
        End If
    Next i
    If m > 1 Then
        tolak_di peran, "Tabel memuat beberapa " & sebutan & ": " & daftar & ".", "Pilih baris satu " & sebutan & " saja."
    End If
End Function

Private Sub siapkan_baris(ByVal n As Long)
    ReDim s_nomor(0 To n)
    ReDim s_kode(0 To n)
    ReDim s_jenis(0 To n)
    ReDim s_skpd(0 To n)
    ReDim s_akun(0 To n)
    ReDim s_nama(0 To n)
    ReDim s_kec(0 To n)
    ReDim s_beda(0 To n)
End Sub

Private Sub baca_satu(ByRef v As Variant, ByVal i As Long, ByVal tempat As String)
    Dim b As Long, k As Variant, nama As String, pemilik As String, beda As String, t As String, skpd As String, jenis As Long
    b = s_nomor(i)
    baca_kode_baris v, i, tempat, t
    nama = teks_pertama(v, b, k_nama)
    If nama = "" Then nama = t
    If s_kode(i) = "" And s_akun(i) = "" And nama <> "" Then
        s_kode(i) = ambil_kode(nama, jenis, skpd)
        s_jenis(i) = jenis
        s_skpd(i) = skpd
    End If
    s_nama(i) = nama
    If k_akun > 0 Then
        If Not sel_kosong(v(b, k_akun)) Then
            t = baca_akun(v(b, k_akun), tempat)
            If t <> "" Then s_akun(i) = t
        End If
    End If
    pemilik = teks_pertama(v, b, k_pemilik)
    For Each k In Split(k_pembeda, ",")
        If k <> "" Then beda = sambung(beda, teks_sel(v(b, CLng(k))))
    Next k
    If pemilik <> "" Then
        t = baca_kode(pemilik, jenis, skpd)
        If jenis = J_SUBUNIT Then
            beda = sambung(pemilik, beda)
            pemilik = induk_skpd(t)
        End If
    End If
    s_kec(i) = pemilik
    s_beda(i) = beda
End Sub

' Dua pembeda, dipisah garis; yang kosong tidak ikut.
Public Function sambung(ByVal a As String, ByVal b As String) As String
    sambung = a & b
    If a <> "" And b <> "" Then sambung = a & " | " & b
End Function

Public Function induk_skpd(ByVal kode As String) As String
    induk_skpd = depan_titik(kode) & ".0000"
End Function

Private Function teks_pertama(ByRef v As Variant, ByVal b As Long, ByVal kolom As String) As String
    Dim k As Variant
    For Each k In Split(kolom, ",")
        If k <> "" And teks_pertama = "" Then teks_pertama = teks_sel(v(b, CLng(k)))
    Next k
End Function

' Kode di kolom terdalam yang terisi, rekening, dan teks lain yang berdiri di sana.
Private Sub baca_kode_baris(ByRef v As Variant, ByVal i As Long, ByVal tempat As String, ByRef sisa As String)
    Dim k As Variant, b As Long, potong As Collection, atas As String, lain As String
    Dim kode As String, jenis As Long, skpd As String, akun As String
    b = s_nomor(i)
    s_jenis(i) = J_ASING
    Set potong = New Collection
    For Each k In Split(k_kode, ",")
        If k <> "" Then
            If Not sel_kosong(v(b, CLng(k))) Then
                If potong.Count = 0 Then
                    potong.Add v(b, CLng(k))
                Else
                    lain = lain & k & ","
                End If
            End If
        End If
    Next k
    For Each k In Split(k_pecahan, ",")
        If k <> "" Then
            If Not sel_kosong(v(b, CLng(k))) Then potong.Add v(b, CLng(k))
        End If
    Next k
    If potong.Count = 0 Then Exit Sub
    kode = gabung_kode(potong, tempat, jenis, skpd, akun, sisa)
    s_kode(i) = kode
    s_jenis(i) = jenis
    s_skpd(i) = skpd
    s_akun(i) = akun
    For Each k In Split(lain, ",")
        If k <> "" Then
            atas = kode_baku(tulis_sel(v(b, CLng(k)), tempat, 0))
            If kode <> "" And atas <> "" And Left$(kode, Len(atas)) <> atas Then
                tolak_di tempat, "Kode '" & kode & "' bukan bagian dari '" & atas & "' di kolom sebelahnya.", _
                    "Tulis kode yang utuh di setiap kolom kode."
            End If
        End If
    Next k
End Sub

' Argumen berupa tabel: blok sel sebagaimana adanya, kecuali ada sel galat di dalamnya.
Public Function baca_tabel(ByRef v As Variant) As Variant
    Dim t() As Variant, i As Long, j As Long, kode As Long
    ReDim t(1 To 1, 1 To 1)
    If IsArray(v) Then
        t = v
    Else
        t(1, 1) = v
    End If
    For i = 1 To UBound(t, 1)
        For j = 1 To UBound(t, 2)
            If IsError(t(i, j)) Then
                kode = kode_sel(t(i, j))
                tolak kode, "Sel " & nama_sel(i, j) & " berisi " & nama_galat(kode) & ".", "Betulkan sel itu dahulu."
            End If
        Next j
    Next i
    baca_tabel = t
End Function
