' Jumlah dan judul sebuah tabel terhadap baris-baris yang dapat dijumlahkannya: satu kali jalan dengan jumlah berjalan.
Option Explicit
Option Private Module

Private Const M_TABEL As Long = 1
Private Const M_WADAH As Long = 2
Private Const M_JUMLAH As Long = 3
Private Const M_INDUK As Long = 4

Private berkode As Boolean
Private daun As String
Private atas As String
Private banyak As Long
Private awal As Collection
Private terakhir(1 To 4) As Long
Private a_daun() As String
Private a_puncak() As String
Private a_banyak() As Long
Private a_jenis() As Long
Private a_tingkat() As Long
Private a_aktif() As Boolean
Private a_n As Long
Private terbuka() As Long
Private n_terbuka As Long
Private oleh_induk As Long
Private depan() As Boolean
Private bawah() As String

' Setiap jumlah harus sama dengan salah satu deret baris di depan atau di belakangnya.
Public Sub nilai_jumlahan(ByVal ada_kode As Boolean)
    Dim i As Long, m As Long, k As Long, tercatat As Collection
    berkode = ada_kode
    siapkan_jumlahan
    lihat_ke_depan
    Set tercatat = New Collection
    For i = 1 To b_n
        If b_kode(i) <> "" And b_duduk(i) = D_ISI Then k = peta_nomor(tercatat, b_kunci(i) & ";" & b_sen(i), m)
    Next i
    mulai_deret M_TABEL, 0
    For i = 1 To b_n
        If i > 1 And b_duduk(i) = D_ISI Then
            If b_milik(i) <> b_milik(i - 1) Then mulai_deret M_WADAH, 0
        End If
        nilai_butir i, tercatat
    Next i
    ragukan_induk
End Sub

Private Sub siapkan_jumlahan()
    Dim i As Long
    ReDim a_daun(0 To 2 * b_n + 2)
    ReDim a_puncak(0 To 2 * b_n + 2)
    ReDim a_banyak(0 To 2 * b_n + 2)
    ReDim a_jenis(0 To 2 * b_n + 2)
    ReDim a_tingkat(0 To 2 * b_n + 2)
    ReDim a_aktif(0 To 2 * b_n + 2)
    ReDim terbuka(0 To b_n)
    ReDim depan(0 To b_n)
    ReDim bawah(0 To b_n)
    Set awal = New Collection
    For i = 1 To 4
        terakhir(i) = 0
    Next i
    daun = "0"
    atas = "0"
    banyak = 0
    a_n = 0
    n_terbuka = 0
    oleh_induk = 0
End Sub

Private Sub nilai_butir(ByVal i As Long, ByVal tercatat As Collection)
    Dim berjumlah As Boolean
    berjumlah = b_sen(i) <> "" And b_sen(i) <> "0"
    If b_duduk(i) = D_ISI And berjumlah Then nilai_isi i
    Select Case b_duduk(i)
    Case D_ISI
        tambahkan i
    Case D_JUMLAH
        If b_sen(i) <> "" Then nilai_jumlah i, tercatat
        mulai_deret M_JUMLAH, 0
    Case D_WADAH
        If berjumlah And Not depan(i) Then
            If cari_deret(b_sen(i), 1) = 0 Then b_harus(i) = bawah(i)
        End If
        mulai_deret M_WADAH, 0
    Case D_LUAR
        If b_label(i) = LABEL_JUMLAH And berjumlah Then
            If cari_deret(b_sen(i), 2) = M_TABEL Then b_duduk(i) = D_JUMLAH
        End If
    End Select
End Sub

' Tempat sebuah jumlah dapat dimulai. Deret sebuah induk berakhir di baris setingkat dengannya atau di atasnya.
Private Sub mulai_deret(ByVal jenis As Long, ByVal tingkat As Long)
    Dim kunci As Variant, k As Long
    a_n = a_n + 1
    a_daun(a_n) = daun
    a_puncak(a_n) = atas
    a_banyak(a_n) = banyak
    a_jenis(a_n) = jenis
    a_tingkat(a_n) = tingkat
    a_aktif(a_n) = True
    For Each kunci In Array("d" & daun, "p" & atas)
        k = peta_isi(awal, kunci)
        If Not a_aktif(k) Then peta_catat awal, kunci, a_n
    Next kunci
    terakhir(jenis) = a_n
    If tingkat > 0 Then
        n_terbuka = n_terbuka + 1
        terbuka(n_terbuka) = a_n
    End If
End Sub

Private Sub tambahkan(ByVal i As Long)
    Dim tingkat As Long
    If b_kode(i) <> "" Then
        tingkat = tingkat_kode(b_kode(i))
        Do While n_terbuka > 0
            If a_tingkat(terbuka(n_terbuka)) < tingkat Then Exit Do
            a_aktif(terbuka(n_terbuka)) = False
            n_terbuka = n_terbuka - 1
        Loop
    End If
    If t_induk(i) Then
        mulai_deret M_INDUK, tingkat
    ElseIf b_sen(i) <> "" Then
        daun = bil_tambah(daun, b_sen(i))
        banyak = banyak + 1
    End If
    If t_puncak(i) Then atas = tambah_sen(atas, b_sen(i))
End Sub

' Apa yang memulai deret sebelum baris ini yang berjumlah sekian; 0 bila tidak ada.
Private Function cari_deret(ByVal sen As String, ByVal sedikitnya As Long) As Long
    Dim k As Long
    k = peta_isi(awal, "d" & bil_kurang(daun, sen))
    If Not (a_aktif(k) And banyak - a_banyak(k) >= sedikitnya) Then
        k = peta_isi(awal, "p" & bil_kurang(atas, sen))
        If Not (a_aktif(k) And banyak - a_banyak(k) >= sedikitnya) Then k = 0
    End If
    cari_deret = a_jenis(k)
End Function

' Baris tanpa tempat dalam pohon yang sama dengan dua baris atau lebih adalah jumlah, atau pertanyaan.
Private Sub nilai_isi(ByVal i As Long)
    Dim sama As Boolean
    sama = depan(i)
    If Not sama Then sama = cari_deret(b_sen(i), 2) > 0
    If Not sama Then Exit Sub
    If b_kode(i) <> "" Then
        b_dua(i) = (b_label(i) = LABEL_JUMLAH Or b_diduga(i)) And Not t_induk(i)
    ElseIf b_label(i) = LABEL_PROGRAM Or Not berkode Then
        b_dua(i) = True
    Else
        b_duduk(i) = D_JUMLAH
    End If
End Sub

Private Sub nilai_jumlah(ByVal i As Long, ByVal tercatat As Collection)
    Dim jenis As Long, seluruh As Boolean
    jenis = cari_deret(b_sen(i), 1)
    seluruh = menyebut_seluruh(b_nama(i))
    If seluruh And jenis <> M_TABEL Then jenis = 0
    If jenis = M_INDUK Or jenis = M_JUMLAH Then
        If Not menyebut_tingkat(b_nama(i)) Then oleh_induk = i
    End If
    If jenis > 0 Or depan(i) Then Exit Sub
    If peta_isi(tercatat, b_kunci(i) & ";" & b_sen(i)) > 0 Then Exit Sub
    If seluruh Then
        b_harus(i) = bil_kurang(atas, a_puncak(terakhir(M_TABEL)))
    ElseIf banyak > 0 Then
        b_harus(i) = terdekat(b_sen(i))
    Else
        b_harus(i) = bawah(i)
    End If
End Sub

' Jumlah yang terdekat: semua baris, atau yang sejak sebuah judul, jumlah, atau induk.
Private Function terdekat(ByVal sen As String) As String
    Dim jenis As Long, k As Long
    For jenis = 1 To 4
        k = terakhir(jenis)
        If k > 0 Then
            If banyak > a_banyak(k) Then
                If jenis <> M_INDUK Then terdekat = lebih_dekat(terdekat, bil_kurang(atas, a_puncak(k)), sen)
                terdekat = lebih_dekat(terdekat, bil_kurang(daun, a_daun(k)), sen)
            End If
        End If
    Next jenis
    terdekat = sen_pasti(terdekat)
End Function

Private Function lebih_dekat(ByVal a As String, ByVal b As String, ByVal sen As String) As String
    Dim beda As Long
    lebih_dekat = b
    If a = "" Then Exit Function
    beda = bil_banding(bil_mutlak(bil_kurang(a, sen)), bil_mutlak(bil_kurang(b, sen)))
    If beda < 0 Or (beda = 0 And bil_banding(a, b) <= 0) Then lebih_dekat = a
End Function

' Baris yang sama dengan daun-daun di bawahnya, sampai judul, jumlah, atau akhir tabel; dan apa yang ada di bawahnya.
Private Sub lihat_ke_depan()
    Dim i As Long, e As Long, akhir As Long, naik As Long, d() As String, p() As String, n() As Long, batas As Collection
    Dim perlu As Long
    hitung_berjalan d, p, n
    Set batas = New Collection
    akhir = b_n
    naik = b_n
    For i = b_n To 1 Step -1
        If i < b_n Then
            If p(i) <> p(i + 1) Then naik = akhir
        End If
        If apakah_batas(i + 1) Then
            akhir = i
            peta_catat batas, "d" & d(i), i
            peta_catat batas, "p" & p(i), i
        End If
        e = akhir
        If p(akhir) = p(i) Then e = naik
        bawah(i) = bil_kurang(p(e), p(i))
        If b_sen(i) <> "" And b_sen(i) <> "0" And calon_jumlah(i) Then
            perlu = 1
            If b_duduk(i) = D_ISI Then perlu = 2
            e = peta_isi(batas, "d" & bil_tambah(d(i), b_sen(i)))
            If e > 0 Then depan(i) = (n(e) - n(i) >= perlu)
            e = peta_isi(batas, "p" & bil_tambah(p(i), b_sen(i)))
            If e > 0 And n(e) - n(i) >= perlu Then depan(i) = True
        End If
    Next i
End Sub

' Jumlah daun, jumlah puncak, dan banyaknya daun sampai dengan setiap baris.
Private Sub hitung_berjalan(ByRef d() As String, ByRef p() As String, ByRef n() As Long)
    Dim i As Long
    ReDim d(0 To b_n)
    ReDim p(0 To b_n)
    ReDim n(0 To b_n)
    d(0) = "0"
    p(0) = "0"
    For i = 1 To b_n
        d(i) = d(i - 1)
        p(i) = p(i - 1)
        n(i) = n(i - 1)
        If b_duduk(i) = D_ISI And b_sen(i) <> "" And (b_kode(i) <> "" Or Not berkode) Then
            If Not t_induk(i) Then
                d(i) = bil_tambah(d(i), b_sen(i))
                n(i) = n(i) + 1
            End If
            If t_puncak(i) Then p(i) = bil_tambah(p(i), b_sen(i))
        End If
    Next i
End Sub

Private Function calon_jumlah(ByVal i As Long) As Boolean
    Select Case b_duduk(i)
    Case D_WADAH, D_JUMLAH
        calon_jumlah = True
    Case D_ISI
        calon_jumlah = b_kode(i) = "" Or b_diduga(i)
    End Select
End Function

' Deret baris dapat berakhir di depan judul, jumlah, kecamatan lain, baris tanpa kode, atau di akhir tabel.
Private Function apakah_batas(ByVal i As Long) As Boolean
    apakah_batas = True
    If i > b_n Then Exit Function
    If b_duduk(i) = D_WADAH Or b_duduk(i) = D_JUMLAH Or b_duduk(i) = D_LUAR Then Exit Function
    If b_milik(i) <> b_milik(i - 1) Then Exit Function
    apakah_batas = berkode And b_kode(i) = "" And b_duduk(i) = D_ISI
End Function

' Jumlah terakhir yang hanya sama dengan baris-baris terakhir, dan tidak menyebut tingkatnya, mestinya menjumlah semua.
Private Sub ragukan_induk()
    Dim i As Long, n As Long, semua As String
    n = oleh_induk
    If n = 0 Or Not berkode Then Exit Sub
    semua = "0"
    For i = 1 To b_n
        If i > n And (b_duduk(i) = D_JUMLAH Or (b_kode(i) <> "" And b_sen(i) <> "")) Then Exit Sub
        If i < n And b_duduk(i) = D_JUMLAH And LCase$(b_nama(i)) = LCase$(b_nama(n)) Then Exit Sub
        If t_puncak(i) Then semua = tambah_sen(semua, b_sen(i))
    Next i
    b_harus(n) = ""
    If semua <> b_sen(n) Then b_harus(n) = semua
End Sub
