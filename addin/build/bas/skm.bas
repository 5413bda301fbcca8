' Survei kepuasan masyarakat: dari jawaban atau nilai rata-rata ke indeks, dan banyaknya responden.
Option Explicit
Option Private Module

Public Function skm_indeks_jawaban(ByRef jawaban As Variant, ByVal penimbang As String) As Double
    Dim jumlah() As String, terisi() As Long, nik As String
    jumlahkan jawaban, jumlah, terisi
    nik = indeks_jumlah(jumlah, terisi, penimbang)
    skm_indeks_jawaban = des_angka(nik)
End Function

' Nilai rata-rata setiap unsur, sebaris.
Public Function skm_rata(ByRef jawaban As Variant) As Variant
    Dim jumlah() As String, terisi() As Long, h() As Variant, u As Long, nik As String
    jumlahkan jawaban, jumlah, terisi
    nik = indeks_jumlah(jumlah, terisi, "")
    ReDim h(1 To 1, 1 To UBound(jumlah))
    For u = 1 To UBound(jumlah)
        h(1, u) = Val(jumlah(u)) / terisi(u)
    Next u
    skm_rata = h
End Function

Public Function skm_indeks_nrr(ByRef nrr As Variant, ByVal penimbang As String) As Double
    Dim i As Long, j As Long, u As Long, banyak As Long, jumlah As String
    Dim rendah As Long, tinggi As Long
    rendah = bilangan_hukum("skm.skala_terendah")
    tinggi = bilangan_hukum("skm.skala_tertinggi")
    banyak = UBound(nrr, 1) * UBound(nrr, 2)
    jumlah = "0/1"
    For i = 1 To UBound(nrr, 1)
        For j = 1 To UBound(nrr, 2)
            u = u + 1
            If IsEmpty(nrr(i, j)) Then tolak GALAT_NA, "NRR " & nama_unsur(u, banyak) & " belum diisi.", "Isi nilai itu."
            If des_banding(nrr(i, j), CStr(rendah)) < 0 Or des_banding(nrr(i, j), CStr(tinggi)) > 0 Then
                tolak GALAT_NUM, "NRR " & nama_unsur(u, banyak) & " di luar " & rendah & " sampai " & tinggi & ".", _
                    "Periksa nilai itu."
            End If
            jumlah = pec_tambah(jumlah, pec_dari(nrr(i, j)))
        Next j
    Next i
    skm_indeks_nrr = des_angka(indeks(jumlah, banyak, penimbang))
End Function

' Banyaknya responden menurut Krejcie dan Morgan.
Public Function skm_responden(ByVal populasi As String, ByVal galat As String) As Double
    Dim n As String, d As String, p As String, ragam As String, bawah As String
    If des_banding(populasi, "1") < 0 Or Not des_apakah_bulat(populasi) Then
        tolak GALAT_NUM, "Populasi " & des_tulis(populasi) & " bukan bilangan bulat 1 atau lebih.", _
            "Isi banyaknya orang yang dilayani."
    End If
    If des_tanda(galat) <= 0 Or des_banding(galat, "1") >= 0 Then
        tolak GALAT_NUM, "Galat harus di antara 0 dan 1.", "Tulis 5 persen sebagai 0,05."
    End If
    n = pec_dari(populasi)
    d = pec_dari(galat)
    p = pec_dari(isi_hukum("skm_sampel.p"))
    ragam = pec_kali(pec_dari(isi_hukum("skm_sampel.lambda_kuadrat")), pec_kali(p, pec_kurang("1/1", p)))
    bawah = pec_tambah(pec_kali(pec_kali(d, d), pec_kurang(n, "1/1")), ragam)
    skm_responden = des_angka(pec_bulatkan(pec_bagi(pec_kali(n, ragam), bawah), 0))
End Function

Private Function nama_unsur(ByVal u As Long, ByVal banyak As Long) As String
    Dim unsur() As String
    unsur = Split(isi_hukum("skm.unsur"), "|")
    nama_unsur = "U" & u
    If banyak = UBound(unsur) + 1 Then nama_unsur = nama_unsur & " " & unsur(u - 1)
End Function

' Jumlah dan banyak jawaban tiap unsur; sel kosong tidak dihitung.
Private Sub jumlahkan(ByRef jawaban As Variant, ByRef jumlah() As String, ByRef terisi() As Long)
    Dim i As Long, u As Long, rendah As Long, tinggi As Long, banyak As Long, total() As Double
    rendah = bilangan_hukum("skm.skala_terendah")
    tinggi = bilangan_hukum("skm.skala_tertinggi")
    banyak = UBound(jawaban, 2)
    ReDim jumlah(1 To banyak)
    ReDim terisi(1 To banyak)
    ReDim total(1 To banyak)
    For i = 1 To UBound(jawaban, 1)
        For u = 1 To banyak
            If Not IsEmpty(jawaban(i, u)) Then
                periksa_jawaban jawaban(i, u), i, u, banyak, rendah, tinggi
                total(u) = total(u) + Val(jawaban(i, u))
                terisi(u) = terisi(u) + 1
            End If
        Next u
    Next i
    For u = 1 To banyak
        If terisi(u) = 0 Then
            tolak GALAT_NA, "Tidak ada yang menjawab unsur " & nama_unsur(u, banyak) & ".", _
                "Isi jawabannya; peraturan tidak mengatur unsur kosong."
        End If
        jumlah(u) = CStr(total(u))
    Next u
End Sub

Private Sub periksa_jawaban(ByVal s As String, ByVal i As Long, ByVal u As Long, ByVal banyak As Long, _
        ByVal rendah As Long, ByVal tinggi As Long)
    Dim sah As Boolean
    If des_apakah_bulat(s) Then sah = des_banding(s, CStr(rendah)) >= 0 And des_banding(s, CStr(tinggi)) <= 0
    If sah Then Exit Sub
    tempat_sel = "Responden " & i & ", " & nama_unsur(u, banyak)
    tolak GALAT_NUM, "Jawaban " & des_tulis(s) & " bukan bilangan bulat " & rendah & " sampai " & tinggi & ".", _
        "Betulkan jawaban itu atau kosongkan."
End Sub

' NIK dari jumlah dan banyak jawaban; yang tidak punya mutu ditolak.
Private Function indeks_jumlah(ByRef jumlah() As String, ByRef terisi() As Long, ByVal penimbang As String) As String
    Dim u As Long, nrr As String, mutu As String
    nrr = "0/1"
    For u = 1 To UBound(jumlah)
        nrr = pec_tambah(nrr, jumlah(u) & "/" & terisi(u))
    Next u
    indeks_jumlah = indeks(nrr, UBound(jumlah), penimbang)
    mutu = cari_jenjang("skm_mutu", indeks_jumlah)
End Function

' NIK dari jumlah nilai rata-rata sebanyak itu unsur.
Private Function indeks(ByVal nrr As String, ByVal banyak As Long, ByVal penimbang As String) As String
    Dim pilihan() As String, baku As Long, saran As String
    pilihan = Split(isi_hukum("skm.penimbang"), "|")
    If penimbang = "" Then penimbang = pilihan(0)
    If penimbang = "persis" Then
        nrr = pec_bagi(nrr, banyak & "/1")
    Else
        baku = UBound(Split(isi_hukum("skm.unsur"), "|")) + 1
        If banyak <> baku Then
            If InStr("|" & isi_hukum("skm.penimbang") & "|", "|persis|") > 0 Then saran = "Pakai penimbang persis."
            tolak GALAT_VALUE, "Penimbang " & penimbang & " hanya untuk " & baku & " unsur, di sini " & banyak & ".", saran
        End If
        nrr = pec_kali(nrr, pec_dari(Replace(penimbang, ",", ".")))
    End If
    nrr = pec_kali(nrr, isi_hukum("skm.faktor_konversi") & "/1")
    indeks = pec_bulatkan(nrr, bilangan_hukum("skm.desimal"))
End Function
