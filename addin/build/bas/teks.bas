' Angka dari teks seperti ditulis orang; tidak ada yang ditebak. Teks dibaca menurut gaya Indonesia (1.234,50) dan
' Inggris (1,234.50); bila keduanya masuk akal dan berbeda, teks itu ditolak.
Option Explicit
Option Private Module

Private Const TERPANJANG As Long = 40

' Desimal dari sebuah teks; jenis: nilai, uang, atau bilangan, dikenal dari huruf pertamanya.
Public Function teks_angka(ByVal teks As String, ByVal jenis As String) As String
    Dim rapi As String, indonesia As String, inggris As String
    If Not baca_dua_gaya(teks, jenis, rapi, indonesia, inggris) Then tolak GALAT_NA, "Angka belum diisi.", ""
    If indonesia <> "" And inggris <> "" Then
        If des_banding(indonesia, inggris) <> 0 Then
            If Left$(jenis, 1) <> "n" Or InStr(rapi, ".") > 0 Then tolak_rancu rapi, indonesia, inggris, jenis
            inggris = ""
        End If
    End If
    teks_angka = indonesia
    If teks_angka = "" Then teks_angka = inggris
    If teks_angka = "" Then tolak_teks rapi, ""
    If Left$(jenis, 1) = "u" Then
        If indonesia = "" And mirip_ribuan(rapi) Then tolak_teks rapi, "bisa ribuan yang terpotong, bisa sen"
        periksa_sen teks_angka, rapi
    End If
End Function

' Arti sebuah teks dalam kedua gaya, "" bila tidak ada artinya; False bila teksnya kosong atau strip.
Public Function baca_dua_gaya(ByVal teks As String, ByVal jenis As String, ByRef rapi As String, _
        ByRef indonesia As String, ByRef inggris As String) As Boolean
    Dim inti As String, minus As Boolean, bertanda As Boolean
    rapi = teks_pangkas(teks)
    If Len(rapi) > TERPANJANG Then tolak_teks rapi, ""
    rapi = seragam(rapi)
    If teks_strip(rapi) Then Exit Function
    inti = ambil_inti(rapi, teks, jenis, minus, bertanda)
    indonesia = baca_gaya(inti, ".", ",", minus)
    inggris = baca_gaya(inti, ",", ".", minus)
    If bertanda And indonesia <> "" And InStr(inti, ",") = 0 Then inggris = ""
    baca_dua_gaya = True
End Function

' Rupiah paling banyak berdesimal dua; tiga desimal selalu ribuan.
Public Sub periksa_sen(ByVal angka As String, ByVal teks As String)
    If des_skala(angka) = 3 Or des_skala(des_ringkas(angka)) > 2 Then
        tolak_teks teks, "rupiah paling banyak dua angka desimal"
    End If
End Sub

' Tanpa spasi dan yang serupa di tepinya.
Public Function teks_pangkas(ByVal s As String) As String
    Do While Len(s) > 0
        If Left$(s, 1) Like "[0-9A-Za-z]" Then Exit Do
        If Not apakah_spasi(Left$(s, 1)) Then Exit Do
        s = Mid$(s, 2)
    Loop
    Do While Len(s) > 0
        If Right$(s, 1) Like "[0-9A-Za-z]" Then Exit Do
        If Not apakah_spasi(Right$(s, 1)) Then Exit Do
        s = Left$(s, Len(s) - 1)
    Loop
    teks_pangkas = s
End Function

Public Function apakah_spasi(ByVal huruf As String) As Boolean
    Select Case AscW(huruf)
    Case 9 To 13, 28 To 32, 133, 160, 5760, 8192 To 8202, 8232, 8233, 8239, 8287, 12288
        apakah_spasi = True
    End Select
End Function

' Satu huruf menurut kode Unicode.
Public Function huruf_unikode(ByVal kode As Long) As String
    Dim b() As Byte
    ReDim b(0 To 1)
    b(0) = kode Mod 256
    b(1) = kode \ 256
    huruf_unikode = b
End Function

' Kode Unicode; AscW memberi bilangan negatif di atas 32767.
Public Function kode_huruf(ByVal huruf As String) As Long
    kode_huruf = AscW(huruf)
    If kode_huruf < 0 Then kode_huruf = kode_huruf + 65536
End Function

Public Function apakah_angka(ByVal s As String) As Boolean
    Dim i As Long
    apakah_angka = Len(s) > 0
    For i = 1 To Len(s)
        Select Case AscW(Mid$(s, i, 1))
        Case 48 To 57
        Case Else
            apakah_angka = False
        End Select
    Next i
End Function

' Teks untuk kalimat; yang tidak tampak menjadi spasi.
Public Function teks_kutip(ByVal teks As String) As String
    Dim i As Long, hasil As String
    For i = 1 To Len(teks)
        Select Case kode_huruf(Mid$(teks, i, 1))
        Case 0 To 31, 127 To 160, 173, 5760, 8192 To 8207, 8232 To 8239, 8287 To 8303, 12288, 57344 To 63743, 65279
            hasil = hasil & " "
        Case Else
            hasil = hasil & Mid$(teks, i, 1)
        End Select
    Next i
    teks_kutip = "'" & hasil & "'"
End Function

Public Sub tolak_teks(ByVal teks As String, ByVal sebab As String)
    If Len(teks) > TERPANJANG Then teks = Left$(teks, TERPANJANG) & "…"
    If sebab <> "" Then sebab = " (" & sebab & ")"
    tolak GALAT_VALUE, teks_kutip(teks) & " tidak terbaca sebagai angka" & sebab & ".", _
        "Tulis seperti ""1.250.000"" atau ""66,50""."
End Sub

Public Sub tolak_rancu(ByVal teks As String, ByVal indonesia As String, ByVal inggris As String, ByVal jenis As String)
    Dim satu As String, dua As String
    satu = des_tulis(des_ringkas(indonesia))
    dua = des_tulis(des_ringkas(inggris))
    tolak GALAT_VALUE, teks_kutip(teks) & " bisa berarti " & satu & " (gaya Indonesia) atau " & dua & _
        " (gaya Inggris).", "Tulis " & pilih_pasti(satu, dua, jenis) & "."
End Sub

' Tiga desimal akan terbaca sebagai ribuan lagi; sebagai rupiah itu bukan jumlah.
Private Function pilih_pasti(ByVal satu As String, ByVal dua As String, ByVal jenis As String) As String
    Dim teks As Variant, hasil As String
    For Each teks In Array(satu, dua)
        If Left$(Right$(teks, 4), 1) <> "," Then
            hasil = hasil & " atau """ & teks & """"
        ElseIf Left$(jenis, 1) <> "u" Then
            hasil = hasil & " atau """ & teks & "0"""
        End If
    Next teks
    pilih_pasti = Mid$(hasil, 7)
End Function

' Spasi dan tanda minus dalam satu ejaan.
Private Function seragam(ByVal s As String) As String
    Dim i As Long
    For i = 1 To Len(s)
        Select Case AscW(Mid$(s, i, 1))
        Case 160, 8201, 8239
            Mid(s, i, 1) = " "
        Case 8211, 8212, 8722
            Mid(s, i, 1) = "-"
        End Select
    Next i
    seragam = s
End Function

' Kosong, atau strip yang berarti tidak ada.
Public Function teks_strip(ByVal s As String) As Boolean
    Dim sisa As String
    s = seragam(s)
    sisa = s
    lewati_rupiah sisa
    teks_strip = (sisa = "-" Or sisa = "--" Or s = "")
End Function

' Bagian yang berisi angka, tanpa minus, kurung, Rp, akhiran ",-" dan persen.
Private Function ambil_inti(ByVal rapi As String, ByVal teks As String, ByVal jenis As String, _
        ByRef minus As Boolean, ByRef bertanda As Boolean) As String
    Dim s As String, lain As Boolean, persen As Boolean
    s = buka_kurung(rapi)
    bertanda = (s <> rapi)
    minus = ambil_minus(s)
    If lewati_rupiah(s) Then bertanda = True
    lain = ambil_minus(s)
    If minus And lain Then tolak_teks teks, ""
    minus = minus Or lain
    If Right$(s, 1) = "%" Then
        persen = True
        s = pangkas_ascii(Left$(s, Len(s) - 1), False)
    End If
    If Right$(s, 3) = ",--" Then
        s = Left$(s, Len(s) - 3)
        bertanda = True
    ElseIf Right$(s, 2) = ",-" Or Right$(s, 2) = ".-" Then
        s = Left$(s, Len(s) - 2)
        bertanda = True
    End If
    If Not apakah_angka(Replace(Replace(s, ".", ""), ",", "")) Then tolak_teks teks, ""
    If Not apakah_angka(Left$(s, 1)) Then tolak_teks teks, ""
    If bertanda And Left$(jenis, 1) = "n" Then tolak_teks teks, ""
    If persen And (Left$(jenis, 1) = "u" Or bertanda) Then tolak_teks teks, ""
    ambil_inti = s
End Function

' Kurung akuntansi di belakang menjadi minus.
Private Function buka_kurung(ByVal s As String) As String
    Dim letak As Long
    buka_kurung = s
    If Right$(s, 1) <> ")" Then Exit Function
    letak = InStrRev(s, "(")
    If letak = 0 Then Exit Function
    If InStr(letak, s, ")") < Len(s) Then Exit Function
    buka_kurung = Left$(s, letak - 1) & "-" & Mid$(s, letak + 1, Len(s) - letak - 1)
End Function

Private Function ambil_minus(ByRef s As String) As Boolean
    If Left$(s, 1) = "-" Then
        ambil_minus = True
        s = Mid$(s, 2)
    End If
    s = pangkas_ascii(s, True)
End Function

' Rp, Rp., atau IDR di depan.
Private Function lewati_rupiah(ByRef s As String) As Boolean
    If UCase$(Left$(s, 2)) = "RP" Then
        s = Mid$(s, 3)
    ElseIf UCase$(Left$(s, 3)) = "IDR" Then
        s = Mid$(s, 4)
    Else
        Exit Function
    End If
    lewati_rupiah = True
    If Left$(s, 1) = "." Then s = Mid$(s, 2)
    s = pangkas_ascii(s, True)
End Function

Private Function pangkas_ascii(ByVal s As String, ByVal depan As Boolean) As String
    Dim huruf As String
    Do While Len(s) > 0
        huruf = Right$(s, 1)
        If depan Then huruf = Left$(s, 1)
        Select Case kode_huruf(huruf)
        Case 9 To 13, 32
            If depan Then
                s = Mid$(s, 2)
            Else
                s = Left$(s, Len(s) - 1)
            End If
        Case Else
            Exit Do
        End Select
    Loop
    pangkas_ascii = s
End Function

' Angka menurut satu gaya; "" bila bukan angka dalam gaya itu.
Private Function baca_gaya(ByVal s As String, ByVal ribuan As String, ByVal koma As String, ByVal minus As Boolean) As String
    Dim bagian() As String, kelompok() As String, bulat As String, i As Long
    bagian = Split(s, koma)
    If UBound(bagian) > 1 Then Exit Function
    bulat = bagian(0)
    If InStr(bulat, ribuan) > 0 Then
        kelompok = Split(bulat, ribuan)
        If Len(kelompok(0)) > 3 Or Left$(kelompok(0), 1) = "0" Then Exit Function
        For i = 1 To UBound(kelompok)
            If Len(kelompok(i)) <> 3 Then Exit Function
        Next i
        bulat = Replace(bulat, ribuan, "")
    End If
    If Not apakah_angka(bulat) Then Exit Function
    bulat = bil_rapi(bulat)
    If UBound(bagian) = 1 Then
        If Not apakah_angka(bagian(1)) Then Exit Function
        bulat = bulat & "." & bagian(1)
    End If
    If minus And des_tanda(bulat) <> 0 Then bulat = "-" & bulat
    baca_gaya = bulat
End Function

' Satu sampai tiga angka, titik, satu atau dua angka: ribuan yang terpotong, atau sen.
Private Function mirip_ribuan(ByVal s As String) As Boolean
    Dim i As Long, inti As String, bagian() As String
    For i = 1 To Len(s)
        If apakah_angka(Mid$(s, i, 1)) Then Exit For
    Next i
    inti = Mid$(s, i)
    Do While Len(inti) > 0
        If apakah_angka(Right$(inti, 1)) Then Exit Do
        inti = Left$(inti, Len(inti) - 1)
    Loop
    bagian = Split(inti, ".")
    If UBound(bagian) <> 1 Then Exit Function
    If Not (apakah_angka(bagian(0)) And apakah_angka(bagian(1))) Then Exit Function
    mirip_ribuan = Len(bagian(0)) <= 3 And Len(bagian(1)) <= 2
End Function
