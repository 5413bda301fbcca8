' Target seperti ditulis orang: angka, 80-90, >= 90, <= 3, 1:32. Sebuah target adalah Array(bawah, atas, rasio):
' bawah dan atas desimal, "" bila terbuka; rasio True berarti 1 : angka.
Option Explicit
Option Private Module

Private Const TERPANJANG As Long = 100

Public Function target_angka(ByVal angka As String) As Variant
    target_angka = Array(angka, angka, False)
End Function

Public Function target_teks(ByVal teks As String) As Variant
    Dim rapi As String, hasil As Variant, terbaca As Boolean
    rapi = teks_pangkas(teks)
    If Len(rapi) <= TERPANJANG Then terbaca = baca_bentuk(rapi, hasil)
    If Not terbaca Then
        If Not ada_angka(rapi) And Not teks_strip(rapi) Then
            tolak GALAT_VALUE, "“" & Left$(rapi, 40) & "” bukan angka; predikat tidak dapat dinilai di sini karena " & _
                "urutannya tidak disebut.", _
                "Tulis angkanya. Predikat tercapai atau belum; capaiannya ada di buku kerja."
        End If
        hasil = target_angka(teks_angka(rapi, "nilai"))
    End If
    target_teks = hasil
End Function

' Pecahan yang dinyatakan sebuah angka atau rasio; "" untuk rentang dan satu sisi.
Public Function target_nilai(ByRef t As Variant) As String
    If t(0) = "" Or t(1) = "" Then Exit Function
    If des_banding(t(0), t(1)) <> 0 Then Exit Function
    target_nilai = pec_dari(t(0))
    If t(2) Then target_nilai = pec_bagi("1/1", target_nilai)
End Function

Public Function target_tulis(ByRef t As Variant) As String
    If t(2) Then
        target_tulis = "1 : " & tulis(t(0))
    ElseIf t(0) = "" Then
        target_tulis = huruf_unikode(8804) & " " & tulis(t(1))
    ElseIf t(1) = "" Then
        target_tulis = huruf_unikode(8805) & " " & tulis(t(0))
    ElseIf des_banding(t(0), t(1)) = 0 Then
        target_tulis = tulis(t(0))
    Else
        target_tulis = tulis(t(0)) & "–" & tulis(t(1))
    End If
End Function

Private Function tulis(ByVal s As String) As String
    tulis = des_cetak(s, des_skala(s))
End Function

Private Function ada_angka(ByVal s As String) As Boolean
    Dim i As Long
    For i = 1 To Len(s)
        If apakah_angka(Mid$(s, i, 1)) Then ada_angka = True
    Next i
End Function

' Rentang, satu sisi, atau perbandingan; False bila bukan salah satunya.
Private Function baca_bentuk(ByVal s As String, ByRef hasil As Variant) As Boolean
    Dim sisi As String, dari As String, sampai As String, persen As Boolean, akhir As Boolean, hubung As String
    sisi = ambil_sisi(s)
    dari = ambil_angka(s)
    If dari = "" Then Exit Function
    hubung = ambil_hubung(s, persen)
    If hubung <> "" Then
        sampai = ambil_angka(s)
        If sampai = "" Then Exit Function
    ElseIf sisi = "" Or persen Then
        Exit Function
    End If
    akhir = (teks_pangkas(s) = "%")
    If s <> "" And Not akhir Then Exit Function
    If persen And Not akhir Then Exit Function
    If akhir And hubung = ":" Then Exit Function
    hasil = buat(sisi, dari, hubung, sampai)
    baca_bentuk = True
End Function

Private Function buat(ByVal sisi As String, ByVal dari As String, ByVal hubung As String, ByVal sampai As String) As Variant
    Dim a As String, b As String
    a = teks_angka(dari, "nilai")
    If hubung = "" Then
        If sisi = ">" Then
            buat = Array(a, "", False)
        ElseIf des_tanda(a) = 0 Then
            buat = target_angka(a)
        Else
            buat = Array("", a, False)
        End If
        Exit Function
    End If
    If sisi <> "" Then
        tolak GALAT_VALUE, "Rentang dan tanda tertulis bersama.", "Tulis 80–90, atau " & huruf_unikode(8805) & " 80."
    End If
    b = teks_angka(sampai, "nilai")
    If hubung = ":" Then
        If des_banding(a, "1") <> 0 Or des_tanda(b) <= 0 Then
            tolak GALAT_VALUE, "Perbandingan harus 1 banding angka di atas 0.", "Tulis misalnya 1:32."
        End If
        buat = Array(b, b, True)
    Else
        If des_banding(a, b) >= 0 Then
            tolak GALAT_VALUE, "Rentang harus naik.", "Tulis yang kecil lebih dahulu, misalnya 80–90."
        End If
        buat = Array(a, b, False)
    End If
End Function

' Tanda atau kata di depan: ">" sedikitnya, "<" paling banyak, "" tidak ada.
Private Function ambil_sisi(ByRef s As String) As String
    If awali_salah_satu(s, huruf_unikode(8805) & "|>=|=>|minimal|minimum|min.|min|sekurang-kurangnya|paling sedikit|" & _
            "paling kurang|paling rendah") Then
        ambil_sisi = ">"
    ElseIf awali_salah_satu(s, huruf_unikode(8804) & "|<=|=<|maksimal|maksimum|maks.|maks|sebanyak-banyaknya|" & _
            "paling banyak|paling tinggi|paling lambat|paling lama") Then
        ambil_sisi = "<"
    End If
End Function

Private Function awali_salah_satu(ByRef s As String, ByVal daftar As String) As Boolean
    Dim kata As Variant
    For Each kata In Split(daftar, "|")
        If awali(s, kata) Then
            awali_salah_satu = True
            Exit Function
        End If
    Next kata
End Function

' Melewati kata di depan dan spasi di belakangnya, bila ada.
Private Function awali(ByRef s As String, ByVal kata As String) As Boolean
    If LCase$(Left$(s, Len(kata))) <> kata Then Exit Function
    awali = True
    s = pangkas_kiri(Mid$(s, Len(kata) + 1))
End Function

Private Function pangkas_kiri(ByVal s As String) As String
    Do While Len(s) > 0
        If Not apakah_spasi(Left$(s, 1)) Then Exit Do
        s = Mid$(s, 2)
    Loop
    pangkas_kiri = s
End Function

' Angka di depan, dari angka sampai angka; titik dan koma hanya di tengahnya.
Private Function ambil_angka(ByRef s As String) As String
    Dim i As Long, akhir As Long
    i = 1
    If Left$(s, 1) = "-" Then i = 2
    If Not apakah_angka(Mid$(s, i, 1)) Then Exit Function
    Do While i <= Len(s)
        If apakah_angka(Mid$(s, i, 1)) Then
            akhir = i
        ElseIf Mid$(s, i, 1) <> "." And Mid$(s, i, 1) <> "," Then
            Exit Do
        End If
        i = i + 1
    Loop
    ambil_angka = Left$(s, akhir)
    s = Mid$(s, akhir + 1)
End Function

' "-" di antara dua ujung rentang, ":" di dalam perbandingan, "" tidak ada; persen: di depannya ada tanda persen.
Private Function ambil_hubung(ByRef s As String, ByRef persen As Boolean) As String
    Dim t As String, kata As Variant
    t = pangkas_kiri(s)
    If Left$(t, 1) = "%" Then
        persen = True
        t = pangkas_kiri(Mid$(t, 2))
    End If
    For Each kata In Split("-|–|—|s.d.|s.d|s./d.|s./d|s/d.|s/d|sd.|sd|sampai dengan|sampai|hingga|:|banding", "|")
        If awali(t, kata) Then
            ' Sebuah kata dengan tanda minus di belakangnya dibaca sebagai satuan.
            If Left$(t, 1) = "-" And (kata = "sd" Or kata = "sampai" Or kata = "hingga" Or kata = "banding") Then Exit Function
            s = t
            ambil_hubung = "-"
            If kata = ":" Or kata = "banding" Then ambil_hubung = ":"
            Exit Function
        End If
    Next kata
    If persen Then persen = (teks_pangkas(s) <> "%")
End Function
