' Judul kolom tabel anggaran: kode, nama, siapa, kapan, pembeda, atau jumlah. Semua katanya dari tabel inti (kata_rekon).
Option Explicit
Option Private Module

Private ingat As Collection

' Arti sebuah judul dan cirinya sebagai kolom jumlah: arti#ciri.
Public Function baca_judul(ByVal judul As String) As String
    If ingat Is Nothing Then Set ingat = New Collection
    If ingat.Count > 500 Then Set ingat = New Collection
    On Error GoTo gagal
    baca_judul = ingat.Item(kunci_huruf("x" & judul))
    Exit Function
gagal:
    baca_judul = arti_judul(judul) & "#" & baca_ciri(judul)
    ingat.Add baca_judul, kunci_huruf("x" & judul)
End Function

Public Function lipat_kolom(ByVal judul As String) As String
    lipat_kolom = lipat_judul(Replace(judul, "%", " persen "))
End Function

' Arti sebuah judul yang bukan jumlah; "" bila tidak ada artinya di sini.
Private Function arti_judul(ByVal judul As String) As String
    Dim lipat As String, satu As Variant, kata() As String
    lipat = lipat_kolom(judul)
    kata = Split(lipat, " ")
    If lipat = "" Or UBound(kata) > 11 Then Exit Function
    If semua_kata(lipat, "tahun anggaran ta t a") And (ada_satu(lipat, "tahun ta") Or lipat = "t a") Then
        arti_judul = "tahun"
        Exit Function
    End If
    For Each satu In Split(kata_rekon("pembeda"), "|")
        If pola_penuh(lipat, "@pembeda " & satu) Then
            arti_judul = "pembeda " & satu
            Exit Function
        End If
    Next satu
    If ada_satu(kata(0), "kode kd") Or (semua_kata(lipat, "no nomor rek rekening") And ada_satu(lipat, "rek rekening")) Then
        arti_judul = arti_kode(tanpa_kata(lipat, "kode kd nomor no"))
    Else
        arti_judul = arti_nama(lipat)
    End If
End Function

Private Function arti_kode(ByVal sisa As String) As String
    If ada_satu(sisa, "kecamatan kec wilayah") Then
        arti_kode = "milik_kecamatan"
    ElseIf ada_satu(sisa, "skpd opd unit organisasi") Then
        arti_kode = "milik_skpd"
    ElseIf sisa <> "" And semua_kata(sisa, "urusan bidang pemerintahan") Then
        arti_kode = "kode_urusan"
        If ada_satu(sisa, "bidang") Then arti_kode = "kode_bidang"
    ElseIf semua_kata(sisa, kata_rekon("jenjang") & " rek rekening belanja akun anggaran") Then
        arti_kode = "kode_" & tingkat_judul(sisa)
    End If
End Function

Private Function arti_nama(ByVal lipat As String) As String
    Dim sisa As String
    sisa = tanpa_kata(lipat, "nama uraian nomenklatur")
    If sisa = "" Then
        If ada_satu(lipat, "nama uraian") Then arti_nama = "nama_"
    ElseIf semua_kata(sisa, kata_rekon("kata skpd")) And ada_satu(sisa, kata_rekon("inti skpd")) Then
        arti_nama = "nama_kecamatan"
    ElseIf Not semua_kata(sisa, "urusan bidang pemerintahan") And semua_kata(sisa, kata_rekon("jenjang")) Then
        arti_nama = "nama_" & tingkat_judul(sisa)
    End If
End Function

' Tingkat yang disebut sebuah judul; "" bila beberapa.
Private Function tingkat_judul(ByVal kata As String) As String
    If ada_satu(kata, "program urusan bidang") Then
        If semua_kata(kata, "program") Then tingkat_judul = "program"
    ElseIf ada_satu(kata, "sub subkegiatan subgiat") Then
        tingkat_judul = "sub"
    ElseIf ada_satu(kata, "kegiatan giat") Then
        tingkat_judul = "keg"
    End If
End Function

Private Function semua_kata(ByVal kata As String, ByVal himpun As String) As Boolean
    semua_kata = (tanpa_kata(kata, himpun) = "")
End Function

Private Function ada_satu(ByVal kata As String, ByVal himpun As String) As Boolean
    ada_satu = (tanpa_kata(kata, himpun) <> kata)
End Function

Private Function tanpa_kata(ByVal kata As String, ByVal himpun As String) As String
    Dim satu As Variant
    For Each satu In Split(kata, " ")
        If InStr(" " & himpun & " ", " " & satu & " ") = 0 Then tanpa_kata = tanpa_kata & " " & satu
    Next satu
    tanpa_kata = Mid$(tanpa_kata, 2)
End Function

' Ciri sebuah kolom jumlah menurut judulnya: peran|masa|geser|penggal|?; "" bila bukan jumlah. Tanda tanya: menyebut
' bagian atau masa saja. Beruang: di bawahnya uang, apa pun katanya, asal menyebut jumlah atau masanya.
Private Function baca_ciri(ByVal judul As String, Optional ByVal beruang As Boolean) As String
    Dim teks As String, isi As String, masa As String, potong As String, peran As String, satu As Variant, tersirat As String
    teks = lipat_kolom(judul)
    If teks = "" Or UBound(Split(teks, " ")) > 23 Then Exit Function
    If arti_judul(teks) <> "" Then Exit Function
    If Not beruang And (kata_ada(teks, "@bukan") Or kata_ada(teks, "@bukan kecuali")) Then Exit Function
    If pola_awal(teks, "@besar perubahan") And InStr(teks, " ") > 0 Then
        If Not kata_ada(teks, "setelah|sesudah|sebelum") Then Exit Function
    End If
    isi = kata_hapus(teks, "20[0-9]{2}")
    If Not kata_ada(isi, "s d|sd|sampai") And (kata_ada(isi, "belanja") Or Not kata_ada(isi, "jumlah|total")) Then
        potong = sebut_penggal(isi)
    End If
    If kata_ada(isi, "@akhir") And Not kata_ada(isi, "sebelum|semula") Then
        masa = "perubahan"
    ElseIf kata_ada(isi, "@awalan") Then
        masa = "murni"
    End If
    For Each satu In Split("realisasi plafon jumlah", " ")
        If peran = "" And kata_ada(isi, "@" & satu) Then peran = satu
    Next satu
    If peran = "" Then tersirat = "?"
    If peran = "" And (Not beruang Or (masa <> "" And potong = "")) And (masa <> "" Or potong <> "" Or isi <> teks) Then peran = "plafon"
    If peran = "" Then Exit Function
    If potong <> "" And peran = "plafon" And UBound(Split(Trim$(lipat_judul(kata_hapus(isi, "@dikenal"))), " ")) > 1 Then Exit Function
    baca_ciri = peran & "|" & masa & "|" & geser_tahun(LCase$(judul)) & "|" & potong & "|" & tersirat
End Function

' Pajaknya sendiri, bukan jumlah sesudahnya.
Private Function judul_pajak(ByVal kata As String) As Boolean
    Dim i As Long, semua() As String
    semua = Split("x " & kata, " ")
    For i = 1 To UBound(semua)
        If semua(i) = "ppn" And Not ada_satu(semua(i - 1), kata_rekon("pajak")) Then judul_pajak = True
    Next i
End Function

' Judul yang mengatakan bahwa kolomnya bukan anggaran: persen, beda, banyaknya, harga.
Public Function judul_lain(ByVal judul As String) As Boolean
    Dim teks As String
    teks = lipat_kolom(judul)
    If teks = "" Then Exit Function
    judul_lain = kata_ada(teks, "@bukan") Or kata_ada(teks, "@bukan kecuali") Or pola_awal(teks, "@besar perubahan")
End Function

' Ciri sebuah judul yang menyebut jumlah dan hal lain, bila di bawahnya uang; "" bagi beda, harga, dan pajak.
Public Function ciri_ragu(ByVal judul As String) As String
    Dim kata As String, hasil As String, sebelum As String, bermasa As Boolean
    kata = lipat_kolom(judul)
    If kata = "" Then Exit Function
    sebelum = Split(Replace(" " & kata & " ", " sesudah ", " setelah "), " setelah ")(0)
    If ada_satu(Split(kata, " ")(0), kata_rekon("penanda")) Then Exit Function
    If ada_satu(Trim$(sebelum), kata_rekon("selisih")) Then Exit Function
    hasil = baca_ciri(judul, True)
    If hasil = "" Then Exit Function
    bermasa = Split(hasil, "|")(1) <> "" And Split(hasil, "|")(3) = "" And Not ada_satu(kata, kata_rekon("rincian"))
    If ada_satu(kata, kata_rekon("sasaran")) And Not ada_satu(kata, "rp rupiah") Then bermasa = False
    If Right$(hasil, 1) = "?" And Not bermasa Then Exit Function
    If (Right$(hasil, 1) = "?" Or Left$(hasil, 6) = "jumlah") And judul_pajak(kata) Then Exit Function
    If Left$(hasil, 6) = "jumlah" And Not bermasa And Not ada_satu(kata, "jumlah total nilai") Then Exit Function
    If ada_satu(kata, "serapan") Then hasil = "realisasi" & Mid$(hasil, InStr(hasil, "|"))
    ciri_ragu = hasil
End Function

' Bagian dari keseluruhan yang disebut sebuah judul.
Private Function sebut_penggal(ByVal isi As String) As String
    Dim satu As Variant
    For Each satu In Split(kata_rekon("penggal"), "|")
        If kata_ada(isi, "@penggal " & satu) Then
            sebut_penggal = satu
            Exit Function
        End If
    Next satu
End Function

' Tahun terhadap tahun tabelnya: -1 tahun lalu, 1 tahun depan.
Private Function geser_tahun(ByVal judul As String) As Long
    If pola_ada(judul, "@geser lalu") Then
        geser_tahun = -1
    ElseIf pola_ada(judul, "@geser depan") Then
        geser_tahun = 1
    End If
End Function

' Sel judul yang berupa tahun; "" bila bukan.
Public Function judul_tahun(ByRef sel As Variant) As String
    Dim teks As String
    Select Case VarType(sel)
    Case vbString
        teks = teks_pangkas(sel)
        If Right$(teks, 2) = ".0" Then teks = Left$(teks, Len(teks) - 2)
    Case vbInteger, vbLong, vbSingle, vbDouble, vbCurrency, vbDecimal
        If Abs(sel) < 10000 Then
            If sel = CLng(sel) Then teks = CStr(CLng(sel))
        End If
    End Select
    If teks Like "20[0-9][0-9]" Then judul_tahun = teks
End Function
