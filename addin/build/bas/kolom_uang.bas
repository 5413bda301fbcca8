' Kolom jumlah: gaya angkanya diputuskan oleh seluruh kolom, beberapa kolom dijumlahkan, dan semuanya menjadi sen bulat.
Option Explicit
Option Private Module

Private Const TERBESAR As Long = 20

' Teks yang berupa jumlah, kosong, atau dimaksud sebagai jumlah: bukan judul.
Public Function seperti_uang(ByVal teks As String) As Boolean
    Dim s As String
    On Error GoTo gagal
    s = teks_angka(teks, "u")
    seperti_uang = True
    Exit Function
gagal:
    seperti_uang = teks_strip(teks_pangkas(teks)) Or mirip_jumlah(LCase$(teks))
End Function

' Angka di depan, atau di belakang Rp dan tanda-tanda.
Private Function mirip_jumlah(ByVal teks As String) As Boolean
    teks = lewati_tanda(teks)
    mirip_jumlah = teks Like "[0-9]*"
    If teks Like "rp*" Then
        mirip_jumlah = lewati_tanda(Mid$(teks, 3)) Like "[0-9]*"
    ElseIf teks Like "idr*" Then
        mirip_jumlah = lewati_tanda(Mid$(teks, 4)) Like "[0-9]*"
    End If
End Function

Private Function lewati_tanda(ByVal s As String) As String
    Dim i As Long
    i = 1
    Do While i <= Len(s) And Not apakah_kata(Mid$(s, i, 1))
        i = i + 1
    Loop
    lewati_tanda = Mid$(s, i)
End Function

' Apakah di kolom ke-k ada yang mungkin jumlah.
Public Function ada_jumlah(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal k As Long) As Boolean
    Dim i As Long
    For i = 1 To n
        Select Case VarType(v(b(i), k))
        Case vbString
            If teks_pangkas(v(b(i), k)) <> "" Then
                If seperti_uang(v(b(i), k)) Then ada_jumlah = True
            End If
        Case vbInteger, vbLong, vbSingle, vbDouble, vbCurrency, vbDecimal
            ada_jumlah = True
        End Select
    Next i
End Function

' Jumlah di kolom k pada baris-baris b(awal) sampai b(n), sebagai desimal; "" bila kosong.
Private Sub baca_kolom(ByRef v As Variant, ByRef b() As Long, ByVal awal As Long, ByVal n As Long, ByVal k As Long, _
        ByVal peran As String, ByRef hasil() As String)
    Dim i As Long, rapi() As String, satu() As String, dua() As String, sel As Variant
    ReDim hasil(0 To n)
    ReDim rapi(0 To n)
    ReDim satu(0 To n)
    ReDim dua(0 To n)
    lupakan_tempat
    For i = awal To n
        tempat_sel = peran & ", baris " & b(i)
        sel = v(b(i), k)
        Select Case VarType(sel)
        Case vbString
            If Not baca_dua_gaya(sel, "u", rapi(i), satu(i), dua(i)) Then rapi(i) = ""
        Case vbBoolean
            tolak GALAT_VALUE, tulis_lain(sel) & " bukan angka.", "Isi dengan angka."
        Case vbDate
            tolak_teks tulis_lain(sel), ""
        Case Else
            If Not sel_kosong(sel) Then hasil(i) = des_ringkas(des_dari(sel))
        End Select
    Next i
    pilih_gaya b, awal, n, peran, rapi, satu, dua
    For i = awal To n
        If rapi(i) <> "" Then
            tempat_sel = peran & ", baris " & b(i)
            periksa_sen satu(i), rapi(i)
            hasil(i) = des_ringkas(satu(i))
        End If
    Next i
    lupakan_tempat
End Sub

' Gaya seluruh kolom; bacaan menurut gaya itu ada di satu().
Private Sub pilih_gaya(ByRef b() As Long, ByVal awal As Long, ByVal n As Long, ByVal peran As String, _
        ByRef rapi() As String, ByRef satu() As String, ByRef dua() As String)
    Dim i As Long, bukan_satu As Long, bukan_dua As Long
    For i = n To awal Step -1
        If rapi(i) <> "" And satu(i) = "" Then bukan_satu = i
        If rapi(i) <> "" And dua(i) = "" Then bukan_dua = i
    Next i
    For i = awal To n
        tempat_sel = peran & ", baris " & b(i)
        If rapi(i) <> "" And satu(i) = "" And dua(i) = "" Then tolak_teks rapi(i), ""
    Next i
    If bukan_satu > 0 And bukan_dua > 0 Then
        tempat_sel = peran & ", kolom uang"
        tolak GALAT_VALUE, "baris " & b(bukan_dua) & " (" & teks_kutip(rapi(bukan_dua)) & ") bergaya Indonesia, baris " & _
            b(bukan_satu) & " (" & teks_kutip(rapi(bukan_satu)) & ") bergaya Inggris.", "Samakan penulisan angka di kolom itu."
    End If
    For i = awal To n
        If rapi(i) <> "" And bukan_satu > 0 Then satu(i) = dua(i)
        If rapi(i) <> "" And bukan_satu = 0 And bukan_dua = 0 Then
            If des_banding(satu(i), dua(i)) <> 0 Then
                tempat_sel = peran & ", baris " & b(i)
                tolak_rancu rapi(i), satu(i), dua(i), "u"
            End If
        End If
    Next i
End Sub

' Jumlah dalam sen tiap baris; beberapa kolom dijumlahkan.
Public Sub baca_sen(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal kolom As String, ByVal peran As String, _
        ByRef sen() As String)
    Dim k As Variant, i As Long, hasil() As String
    ReDim sen(0 To n)
    For Each k In Split(Left$(kolom, Len(kolom) - 1), ",")
        baca_kolom v, b, 1, n, CLng(k), peran, hasil
        For i = 1 To n
            If hasil(i) <> "" Then sen(i) = tambah_sen(sen(i), jadi_sen(hasil(i), peran & ", baris " & b(i)))
        Next i
    Next k
End Sub

Private Function jadi_sen(ByVal rupiah As String, ByVal tempat As String) As String
    Dim bulat As String
    If Len(rupiah) - des_skala(rupiah) > TERBESAR Then
        tolak_di tempat, des_tulis(rupiah) & " terlalu besar untuk add-in tanpa Python.", "Periksa angkanya."
    End If
    If des_skala(rupiah) <= 2 Then
        jadi_sen = des_bulat(rupiah, 2)
        Exit Function
    End If
    bulat = pec_bulatkan(pec_dari(rupiah), 2)
    If des_banding(Replace(pec_selisih(bulat, rupiah), "-", ""), "0.001") >= 0 Then
        tolak_di tempat, des_tulis(rupiah) & " bukan jumlah uang: ada pecahan sen.", "Bulatkan ke rupiah."
    End If
    jadi_sen = des_bulat(bulat, 2)
End Function

Private Function pec_selisih(ByVal a As String, ByVal b As String) As String
    pec_selisih = des_dari_bulat(bil_kurang(des_bulat(a, des_skala(b)), des_bulat(b, des_skala(b))), des_skala(b))
End Function

' Jumlah dua sen; yang kosong tidak dihitung, dan dua yang kosong tetap kosong.
Public Function tambah_sen(ByVal a As String, ByVal b As String) As String
    tambah_sen = a
    If a = "" Then
        tambah_sen = b
    ElseIf b <> "" Then
        tambah_sen = bil_tambah(a, b)
    End If
End Function

Public Function sen_pasti(ByVal sen As String) As String
    sen_pasti = sen
    If sen = "" Then sen_pasti = "0"
End Function

Public Function rupiah_sen(ByVal sen As String) As String
    rupiah_sen = teks_rupiah(des_dari_bulat(sen, 2))
End Function

' Kolom jumlah yang berlaku: yang belakangan dari sepasang, keseluruhan di samping bagiannya, kelompok belanja bersama.
Public Function pilih_uang(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal calon As String, _
        ByVal peran As String) As String
    Dim k As Variant, masa As String, terisi As String, nilai As Collection, sudah As Collection, m As Long, kolom As String
    Dim berubah As Boolean
    pilih_uang = calon
    If InStr(calon, ",") = Len(calon) Then Exit Function
    Set nilai = New Collection
    For Each k In Split(Left$(calon, Len(calon) - 1), ",")
        nilai.Add isi_kolom(v, b, n, CLng(k)), "k" & k
    Next k
    For Each k In Split(buang_hitungan(Left$(calon, Len(calon) - 1), nilai), ",")
        If nilai.Item("k" & k) <> "" Then
            terisi = terisi & "," & k
            masa = masa & "|" & ciri_kolom(CLng(k), 1) & "|"
            If nama_kolom(CLng(k)) = "perubahan" Then berubah = True
        End If
    Next k
    If berubah And beda_isi(nilai, Mid$(terisi, 2)) Then tolak_beberapa peran, Mid$(terisi, 2) & ","
    Set sudah = New Collection
    For Each k In Split(Mid$(terisi, 2), ",")
        If berlaku_akhir(CLng(k), masa) Then
            If peta_nomor(sudah, ciri_kolom(CLng(k), 3) & "x" & nilai.Item("k" & k), m) > CLng(Len(kolom) - Len(Replace(kolom, ",", ""))) Then
                kolom = kolom & k & ","
            End If
        End If
    Next k
    If InStr(kolom, ",") = Len(kolom) Then
        pilih_uang = kolom
        If kolom = "" Then pilih_uang = Left$(calon, InStr(calon, ","))
    Else
        pilih_uang = pilih_bagian(kolom, nilai, n)
        If pilih_uang = "" Then tolak_beberapa peran, kolom
    End If
End Function

Private Sub tolak_beberapa(ByVal peran As String, ByVal kolom As String)
    tolak_di peran, "Beberapa kolom bisa berarti jumlahnya: " & sebut_judul(kolom) & ".", _
        "Pilih rentang tanpa kolom yang tidak dipakai, atau perjelas judulnya."
End Sub

Private Function beda_isi(ByVal nilai As Collection, ByVal kolom As String) As Boolean
    Dim k As Variant
    For Each k In Split(kolom, ",")
        If nilai.Item("k" & k) <> nilai.Item("k" & Split(kolom, ",")(0)) Then beda_isi = True
    Next k
End Function

' Yang berlaku setelah perubahan anggaran, bila judulnya menyebutnya.
Private Function berlaku_akhir(ByVal k As Long, ByVal masa As String) As Boolean
    Dim satu As String
    satu = ciri_kolom(k, 1)
    If InStr(masa, "|perubahan|") > 0 Then
        berlaku_akhir = (satu = "perubahan") Or (satu = "" And ciri_kolom(k, 0) = "jumlah")
    Else
        berlaku_akhir = satu <> "murni" Or Replace(masa, "|murni|", "") = ""
    End If
End Function

' Keseluruhan bila sama dengan jumlah bagiannya; semua kelompok belanja; "" bila tidak jelas.
Private Function pilih_bagian(ByVal kolom As String, ByVal nilai As Collection, ByVal n As Long) As String
    Dim k As Variant, utuh As String, banyak_utuh As Long, penggal As String, total() As String, satu() As String, i As Long
    Dim sah As Boolean
    sah = True
    ReDim total(0 To n)
    For Each k In Split(Left$(kolom, Len(kolom) - 1), ",")
        If ciri_kolom(CLng(k), 3) = "" Then
            utuh = k
            banyak_utuh = banyak_utuh + 1
        Else
            If InStr(penggal, "|" & ciri_kolom(CLng(k), 3) & "|") > 0 Then sah = False
            If InStr("|" & kata_rekon("kelompok belanja") & "|", "|" & ciri_kolom(CLng(k), 3) & "|") = 0 Then sah = False
            penggal = penggal & "|" & ciri_kolom(CLng(k), 3) & "|"
            satu = Split(nilai.Item("k" & k), ";")
            For i = 0 To UBound(satu)
                If Left$(satu(0), 1) = "?" Or total(0) = "?" Then total(0) = "?" Else total(i) = jumlah_des(total(i), satu(i))
            Next i
        End If
    Next k
    If banyak_utuh = 1 And penggal <> "" Then
        satu = Split(nilai.Item("k" & utuh), ";")
        If total(0) <> "?" And Left$(satu(0), 1) <> "?" Then
            For i = 0 To UBound(satu)
                If des_banding(total(i), satu(i)) <> 0 Then Exit Function
            Next i
            pilih_bagian = utuh & ","
        End If
    ElseIf banyak_utuh = 0 And sah Then
        pilih_bagian = kolom
    End If
End Function

Private Function jumlah_des(ByVal a As String, ByVal b As String) As String
    Dim skala As Long
    skala = des_skala(a)
    If des_skala(b) > skala Then skala = des_skala(b)
    jumlah_des = des_dari_bulat(bil_tambah(des_bulat(sen_pasti(a), skala), des_bulat(b, skala)), skala)
End Function

' Judul yang menyebut ribuan atau jutaan; "" bila tidak.
Public Function cari_satuan(ByVal judul As String) As String
    Dim s As String
    s = LCase$(judul)
    If Len(s) >= 400 Or InStr(s, "terbilang") > 0 Then Exit Function
    If pola_ada(s, "@satuan") Then
        If pola_ada(kata_hapus(s, "@angka kata"), "@satuan") Then cari_satuan = judul
    End If
End Function

' Isi sebuah kolom untuk dibandingkan, dipisah titik koma; "" bila kosong, "?" bila tidak terbaca.
Private Function isi_kolom(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal k As Long) As String
    Dim hasil() As String, i As Long, ada As Boolean
    On Error GoTo gagal
    baca_kolom v, b, 2, n, k, "", hasil
    For i = 2 To n
        If hasil(i) <> "" Then ada = True
        hasil(i - 2) = sen_pasti(hasil(i))
    Next i
    If Not ada Then Exit Function
    ReDim Preserve hasil(0 To n - 2)
    isi_kolom = Join(hasil, ";")
    Exit Function
gagal:
    isi_kolom = "?" & k
    lupakan_tempat
End Function
