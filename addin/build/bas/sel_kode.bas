' Kode sebagaimana berdiri di sel: utuh atau terpotong, angka yang kehilangan nol, atau di depan nama.
Option Explicit
Option Private Module

Private Const MAKS_TINGKAT As Long = 24

' Kode atau nama sebagai teks; angka yang kehilangan nol mendapatkannya kembali. bagian: bagian kode di depannya.
Public Function tulis_sel(ByRef v As Variant, ByVal tempat As String, ByVal bagian As Long) As String
    Dim s As String
    Select Case VarType(v)
    Case vbString
        tulis_sel = teks_baca(v, tempat)
    Case vbBoolean, vbDate
        tolak_di tempat, "Kode berubah menjadi tanggal atau nilai lain (" & tulis_lain(v) & ").", _
            "Ubah format kolom kode menjadi Teks, lalu ketik lagi kodenya."
    Case Else
        s = des_ringkas(des_dari(v))
        If s Like "#.[1-9]" And (bagian >= 3 Or InStr("456", Left$(s, 1)) = 0) Then s = s & "0"
        tulis_sel = s
    End Select
End Function

' TRUE/FALSE dan tanggal, sebagaimana disebut dalam kalimat.
Public Function tulis_lain(ByRef v As Variant) As String
    If VarType(v) = vbDate Then
        tulis_lain = Format$(v, "yyyy\-mm\-dd")
        If CDbl(v) <> Int(CDbl(v)) Then tulis_lain = tulis_lain & Format$(v, " hh\:nn\:ss")
    Else
        tulis_lain = Split("False|True", "|")(Abs(CLng(v)))
    End If
End Function

' Teks sebuah sel; "" bila kosong.
Public Function teks_sel(ByRef v As Variant) As String
    If Not sel_kosong(v) Then teks_sel = tulis_sel(v, "", 0)
End Function

Private Function mirip_kode(ByVal teks As String) As Boolean
    Dim i As Long, angka As Long, huruf As Long
    For i = 1 To Len(teks)
        Select Case ragam_huruf(Mid$(teks, i, 1))
        Case 1
            huruf = huruf + 1
        Case 2
            angka = angka + 1
        End Select
    Next i
    mirip_kode = angka >= huruf And angka > 0 And InStr(teks, " ") = 0 And Len(teks) <= MAKS_KODE
End Function

' Kode di depan sebuah nama; nama menjadi sisanya. "" bila tidak ada, dan nama tetap.
Public Function ambil_kode(ByRef nama As String, ByRef jenis As Long, ByRef skpd As String) As String
    Dim n As Long, depan As String, sisa As String
    jenis = J_ASING
    skpd = ""
    If Not (nama Like "#*") Then Exit Function
    n = 1
    Do While Mid$(nama, n + 1, 1) Like "[0-9. -]"
        n = n + 1
    Loop
    Do While n > 1
        If Mid$(nama, n, 1) Like "#" Then
            If n = Len(nama) Or Mid$(nama, n + 1, 1) Like "[ -]" Then Exit Do
        End If
        n = n - 1
    Loop
    depan = Left$(nama, n)
    If n < 2 Or InStr(depan, ".") = 0 Then Exit Function
    sisa = Trim$(Mid$(nama, n + 1))
    If Left$(sisa, 1) = "-" Then sisa = Trim$(Mid$(sisa, 2))
    depan = baca_kode(depan, jenis, skpd)
    If jenis = J_ASING Then Exit Function
    ambil_kode = depan
    nama = sisa
End Function

' Rekening di selnya sendiri; "" bila bukan.
Public Function baca_akun(ByRef v As Variant, ByVal tempat As String) As String
    Dim jenis As Long, skpd As String, baku As String
    baku = baca_kode(tulis_sel(v, tempat, 0), jenis, skpd)
    If jenis = J_AKUN Or kode_mendua(baku) Then baca_akun = baku
End Function

' Kode dari sel-sel sebaris, utuh atau potongan, dengan rekening di antaranya, dan teks yang bukan kode.
Public Function gabung_kode(ByVal sel As Collection, ByVal tempat As String, ByRef jenis As Long, ByRef skpd As String, _
        ByRef akun As String, ByRef sisa As String) As String
    Dim n As Long, teks As String, kini As String, satuan As String, jenis_satuan As Long, bagian As Long
    For n = 1 To sel.Count
        bagian = 0
        If kini <> "" Then bagian = hitung_titik(kini) + 1
        teks = tulis_sel(sel.Item(n), tempat, bagian)
        If (Len(teks) > MAKS_KODE Or hitung_titik(teks) >= MAKS_TINGKAT) And apakah_kode(teks) Then
            tolak_di tempat, "Kode " & teks_petik(Left$(teks, 20)) & "… terlalu panjang.", _
                "Pakai kode paling banyak " & MAKS_KODE & " karakter dan " & MAKS_TINGKAT & " tingkat."
        End If
        If apakah_kode(teks) Then
            tambah_kode teks, n = 1, sel.Count = 1, kini, akun, satuan, jenis_satuan
        ElseIf n = 1 Then
            gabung_kode = kode_teks(teks, jenis, skpd, sisa)
            Exit Function
        End If
    Next n
    akun = kode_baku(akun)
    jenis = J_ASING
    If kini <> "" Then gabung_kode = baca_kode(kini, jenis, skpd)
    If satuan = "" Then Exit Function
    If kini = "" Or jenis = J_BIDANG Then
        gabung_kode = satuan
        jenis = jenis_satuan
        skpd = ""
    ElseIf skpd = "" Then
        skpd = satuan
    End If
End Function

' Satu sel lagi: kode yang utuh, atau potongan dari yang di depannya.
Private Sub tambah_kode(ByVal teks As String, ByVal pertama As Boolean, ByVal tunggal As Boolean, ByRef kini As String, _
        ByRef akun As String, ByRef satuan As String, ByRef jenis_satuan As Long)
    Dim jenis As Long, skpd As String, baku As String
    baku = baca_kode(teks, jenis, skpd)
    If jenis = J_SKPD Or jenis = J_SUBUNIT Then
        satuan = baku
        jenis_satuan = jenis
    ElseIf jenis = J_AKUN And InStr(baku, " ") = 0 And (tunggal Or Not pertama) Then
        akun = baku
    ElseIf akun <> "" Then
        akun = akun & "." & teks
    ElseIf kini = "" Then
        kini = buang_titik(teks)
    ElseIf jenis_kode(kini) = J_SUB And apakah_potongan(teks) Then
        akun = teks
    ElseIf Left$(teks, Len(kini) + 1) = kini & "." Or Left$(baku, Len(kode_baku(kini)) + 1) = kode_baku(kini) & "." Then
        kini = buang_titik(teks)
    ElseIf apakah_potongan(teks) Then
        kini = kini & "." & buang_titik(teks)
    End If
End Sub

' Yang berdiri di tempat kode: kode dengan namanya, yang dimaksud sebagai kode, atau kata.
Private Function kode_teks(ByVal teks As String, ByRef jenis As Long, ByRef skpd As String, ByRef sisa As String) As String
    sisa = teks
    kode_teks = ambil_kode(sisa, jenis, skpd)
    If kode_teks = "" And mirip_kode(teks) Then
        kode_teks = teks
        sisa = ""
    End If
End Function

Private Function apakah_kode(ByVal teks As String) As Boolean
    If teks Like "[0-9X]*" Then apakah_kode = Not (teks Like "*[!0-9Xx. -]*")
End Function

' Angka 1 sampai 7 digit, lalu bagian-bagian sampai 5 digit.
Private Function apakah_potongan(ByVal teks As String) As Boolean
    Dim p() As String, i As Long
    If Right$(teks, 1) = "." Then teks = Left$(teks, Len(teks) - 1)
    p = Split(teks, ".")
    If UBound(p) < 0 Then Exit Function
    For i = 0 To UBound(p)
        If Not apakah_angka(p(i)) Or Len(p(i)) > 5 - 2 * (i = 0) Then Exit Function
    Next i
    apakah_potongan = True
End Function

Private Function buang_titik(ByVal s As String) As String
    Do While Right$(s, 1) = "."
        s = Left$(s, Len(s) - 1)
    Loop
    buang_titik = s
End Function
