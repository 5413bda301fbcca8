' Anggaran berdampingan: perjanjian, DPA, dan realisasi, satu baris tiap kode pada tingkat yang ada di semuanya.
Option Explicit
Option Private Module

Private Const TANPA_KODE As String = "~"

Private sumber As Long
Private r_sumber() As Long
Private r_kode() As String
Private r_nama() As String
Private r_sen() As String
Private r_beda() As String
Private r_n As Long
Private hasil As Collection
Private disebut As Collection
Private program As Collection
Private kode_program() As String
Private n_program As Long

' Tabel pencocokan tiga rentang; yang ketiga boleh tidak ada.
Public Function rekon_anggaran(ByRef perjanjian As Variant, ByRef dpa As Variant, ByRef realisasi As Variant) As Variant
    Dim pemilik(0 To 2) As String
    ReDim r_sumber(0 To 0)
    r_n = 0
    Set hasil = New Collection
    Set disebut = New Collection
    sumber = 0
    pemilik(0) = baca_tabel_anggaran(perjanjian, "perjanjian")
    sumber = 1
    pemilik(1) = baca_tabel_anggaran(dpa, "dpa")
    sumber = 2
    If IsArray(realisasi) Then pemilik(2) = baca_tabel_anggaran(realisasi, "realisasi")
    perlu_satu_pemilik pemilik
    cocokkan
    rekon_anggaran = tulis_hasil()
End Function

Public Function sebut_sumber(ByVal nomor As Long) As String
    sebut_sumber = Split(kata_rekon("sumber"), "|")(nomor)
End Function

' Satu butir yang dibandingkan.
Public Sub catat_anggaran(ByVal i As Long)
    r_n = r_n + 1
    If r_n > UBound(r_sumber) Then
        ReDim Preserve r_sumber(0 To 2 * r_n)
        ReDim Preserve r_kode(0 To 2 * r_n)
        ReDim Preserve r_nama(0 To 2 * r_n)
        ReDim Preserve r_sen(0 To 2 * r_n)
        ReDim Preserve r_beda(0 To 2 * r_n)
    End If
    r_sumber(r_n) = sumber
    r_kode(r_n) = b_kode(i)
    If b_kode(i) = "" Then r_kode(r_n) = TANPA_KODE & lipat_nama(b_nama(i))
    r_nama(r_n) = b_nama(i)
    r_sen(r_n) = b_sen(i)
    r_beda(r_n) = s_beda(i)
End Sub

' Satu baris yang disebut, tidak dibandingkan.
Public Sub sebut_baris(ByVal kode As String, ByVal nama As String, ByVal sen As String, ByVal status As String)
    Dim uang(0 To 2) As String
    uang(sumber) = sen
    disebut.Add Array(kode, nama, uang(0), uang(1), uang(2), "", status)
End Sub

Public Function sebut_salah(ByVal sebutan As String, ByVal seharusnya As String) As String
    sebut_salah = sebutan & " tidak sama dengan baris-barisnya (" & rupiah_sen(seharusnya) & ")"
End Function

' Rentang dari kecamatan yang berbeda ditolak, sejauh dapat dibandingkan: nama dengan nama, kode dengan kode.
Private Sub perlu_satu_pemilik(ByRef pemilik() As String)
    Dim i As Long, j As Long
    For i = 1 To 2
        For j = 0 To i - 1
            If pemilik(i) <> "" And pemilik(j) <> "" Then
                If ragam_pemilik(pemilik(i)) = ragam_pemilik(pemilik(j)) Then
                    If lipat_pemilik(pemilik(i)) <> lipat_pemilik(pemilik(j)) Then
                        tolak_di "", "Rentang memuat kecamatan yang berbeda: " & sebut_sumber(j) & " '" & pemilik(j) & "', " & _
                            sebut_sumber(i) & " '" & pemilik(i) & "'.", "Pilih rentang dari satu kecamatan."
                    End If
                    Exit For
                End If
            End If
        Next j
    Next i
End Sub

' 1 SKPD, 2 nama, 3 kode wilayah.
Private Function ragam_pemilik(ByVal pemilik As String) As Long
    Dim i As Long
    ragam_pemilik = 1
    If jenis_kode(pemilik) = J_SKPD Then Exit Function
    ragam_pemilik = 3
    For i = 1 To Len(pemilik)
        If ragam_huruf(Mid$(pemilik, i, 1)) = 1 Then ragam_pemilik = 2
    Next i
End Function

Private Function lipat_pemilik(ByVal pemilik As String) As String
    Dim i As Long, t As String, kata As Variant
    Select Case ragam_pemilik(pemilik)
    Case 1
        lipat_pemilik = kode_baku(pemilik)
    Case 2
        t = lipat_judul(pemilik)
        If t Like "kantor kec *" Or t Like "kantor kecamatan *" Then t = Mid$(t, 8)
        For Each kata In Array("kecamatan ", "kec ")
            If Left$(t, Len(kata)) = kata Then
                t = Mid$(t, Len(kata) + 1)
                Exit For
            End If
        Next kata
        lipat_pemilik = t
    Case Else
        For i = 1 To Len(pemilik)
            If Mid$(pemilik, i, 1) Like "[0-9]" Then lipat_pemilik = lipat_pemilik & Mid$(pemilik, i, 1)
        Next i
    End Select
End Function

' Kode dalam ejaan baku; nomor program dilengkapi menurut namanya.
Private Sub bakukan()
    Dim i As Long, jenis As Long, skpd As String, baku As String, k As Long
    Set program = New Collection
    n_program = 0
    ReDim kode_program(0 To r_n)
    For i = 1 To r_n
        If r_nama(i) <> "" Then
            baku = baca_kode(r_kode(i), jenis, skpd)
            If jenis = J_PROGRAM Then
                k = peta_nomor(program, Right$(baku, 2) & ";" & kunci_huruf(lipat_nama(r_nama(i))), n_program)
                kode_program(k) = baku
            End If
        End If
    Next i
    For i = 1 To r_n
        r_kode(i) = kunci_baku(r_kode(i), r_nama(i))
    Next i
End Sub

Private Function kunci_baku(ByVal kode As String, ByVal nama As String) As String
    Dim jenis As Long, skpd As String, akun As String, nomor As String, k As Long
    kunci_baku = kode
    If Left$(kode, 1) = TANPA_KODE Then
        akun = cari_program(Mid$(kode, 2))
        If akun <> "" Then kunci_baku = akun
        Exit Function
    End If
    akun = kode_akun(kode)
    If akun <> "" Then
        If di_pohon(jenis_kode(kode_induk(kode))) And (jenis_kode(akun) = J_AKUN Or kode_mendua(kode_baku(akun))) Then
            kunci_baku = kode_baku(kode_induk(kode)) & " " & kode_baku(akun)
            Exit Function
        End If
    End If
    kunci_baku = baca_kode(kode, jenis, skpd)
    If jenis <> J_NOMOR Then Exit Function
    nomor = Right$(kunci_baku, 2)
    k = peta_isi(program, nomor & ";" & kunci_huruf(lipat_nama(nama)))
    If k > 0 Then
        kunci_baku = kode_program(k)
    Else
        akun = cari_program(nama)
        If akun <> "" And Right$(akun, 2) = nomor Then kunci_baku = akun
    End If
End Function

Private Sub cocokkan()
    Dim i As Long, tingkat As Long, terdalam(0 To 2) As Long
    bakukan
    For i = 1 To r_n
        If tingkat_kode(r_kode(i)) > terdalam(r_sumber(i)) Then terdalam(r_sumber(i)) = tingkat_kode(r_kode(i))
    Next i
    tingkat = J_SUB
    For i = 0 To 2
        If terdalam(i) > 0 And terdalam(i) < tingkat Then tingkat = terdalam(i)
    Next i
    susun_pohon r_sumber, r_kode, r_nama, r_sen, r_beda, r_n
    bandingkan_pohon tingkat, hasil
End Sub

' Baris-baris hasil sebagai tabel; rupiah menjadi angka.
Private Function tulis_hasil() As Variant
    Dim t() As Variant, i As Long, j As Long, satu As Variant, judul() As String
    ReDim t(1 To 1 + hasil.Count + disebut.Count, 1 To 7)
    judul = Split(kata_rekon("kepala"), "|")
    For j = 1 To 7
        t(1, j) = judul(j - 1)
    Next j
    i = 1
    For Each satu In hasil
        i = i + 1
        tulis_baris t, i, satu
    Next satu
    For Each satu In disebut
        i = i + 1
        tulis_baris t, i, satu
    Next satu
    tulis_hasil = t
End Function

Private Sub tulis_baris(ByRef t() As Variant, ByVal i As Long, ByRef satu As Variant)
    Dim j As Long
    For j = 0 To 6
        t(i, j + 1) = satu(j)
        If j >= 2 And j <= 5 And satu(j) <> "" Then t(i, j + 1) = des_angka(des_dari_bulat(satu(j), 2))
    Next j
End Sub
