' Capaian kinerja dalam persen terhadap target: angka, rentang, satu sisi, atau perbandingan.
Option Explicit
Option Private Module

Public Function capaian_target(ByRef realisasi As Variant, ByRef target As Variant, ByVal arah As String, _
        ByRef batas As Variant) As Double
    Dim x As String, r As String
    x = baca_realisasi(realisasi, target)
    If Not IsEmpty(batas) Then periksa_batas batas
    r = rasio(x, target, arah)
    If r = "" Then
        r = "1/1"
        If Not IsEmpty(batas) Then r = pec_bagi(pec_dari(batas), "100/1")
    End If
    r = pec_kali(r, "100/1")
    If Not IsEmpty(batas) Then
        If pec_banding(r, pec_dari(batas)) > 0 Then r = pec_dari(batas)
    End If
    capaian_target = des_angka(pec_bulatkan(r, bilangan_hukum("capaian.desimal")))
End Function

' Pecahan yang dicapai; dari perbandingan nilainya.
Private Function baca_realisasi(ByRef tertulis As Variant, ByRef target As Variant) As String
    Dim x As String, terlalu_jauh As Boolean
    x = target_nilai(tertulis)
    If x = "" Then
        tolak GALAT_VALUE, "Realisasi " & target_tulis(tertulis) & " bukan satu angka.", "Tulis angka yang dicapai."
    End If
    If tertulis(2) And Not target(2) Then
        tolak GALAT_VALUE, "Realisasi " & target_tulis(tertulis) & " tidak dapat dibandingkan dengan target " & _
            target_tulis(target) & ".", ""
    End If
    If target(2) Then terlalu_jauh = pec_banding(x, "1/1") > 0 And des_banding(target(0), "1") > 0
    If terlalu_jauh Then
        tolak GALAT_NUM, "Realisasi " & target_tulis(tertulis) & " terlalu jauh dari target " & target_tulis(target) & ".", _
            "Tulis realisasi sebagai perbandingan, misalnya ""1:30"", atau nilainya, misalnya 0,0333."
    End If
    baca_realisasi = x
End Function

Private Sub periksa_batas(ByVal batas As String)
    Dim satu As Variant
    For Each satu In Split(isi_hukum("capaian.batas"), "|")
        If des_banding(batas, satu) = 0 Then Exit Sub
    Next satu
    tolak GALAT_NUM, "Batas capaian " & des_tulis(batas) & " tidak dikenal.", "Pilih " & _
        des_tulis(Replace(isi_hukum("capaian.batas"), "|", " atau ")) & ", atau kosongkan."
End Sub

' Realisasi terhadap tepi yang tidak dicapainya: 1 di dalam rentang, "" untuk rasio dari nol.
Private Function rasio(ByVal x As String, ByRef target As Variant, ByVal arah As String) As String
    Dim nilai As String
    periksa_target target, arah
    nilai = target_nilai(target)
    If nilai <> "" And (Left$(arah, 5) = "turun" Or arah = "tetap") Then
        If pec_tanda(nilai) = 0 Then
            If pec_tanda(x) < 0 Then tolak GALAT_NUM, "Realisasi negatif terhadap target 0.", "Periksa realisasinya."
            rasio = "0/1"
            If pec_tanda(x) = 0 Then rasio = "1/1"
            Exit Function
        End If
    End If
    If arah = "turun_rasio" And pec_tanda(x) < 0 Then
        tolak GALAT_NUM, "Realisasi negatif tidak dapat dinilai dengan rasio.", "Pakai turun_selisih."
    End If
    If nilai = "" Then
        nilai = tepi_luar(x, target)
        If nilai = "" Then
            rasio = "1/1"
            Exit Function
        End If
    End If
    rasio = bagi(x, nilai, arah)
End Function

Private Function bagi(ByVal x As String, ByVal nilai As String, ByVal arah As String) As String
    If pec_tanda(nilai) = 0 Then
        tolak GALAT_DIV0, "Target nol; capaian tidak dapat dihitung.", "Isi target indikator."
    End If
    Select Case arah
    Case "turun_selisih"
        bagi = pec_bagi(pec_kurang(pec_kali("2/1", nilai), x), nilai)
    Case "turun_rasio"
        If pec_tanda(x) <> 0 Then bagi = pec_bagi(nilai, x)
    Case Else
        bagi = pec_bagi(x, nilai)
    End Select
End Function

' Tepi rentang yang dilampaui; "" di dalamnya.
Private Function tepi_luar(ByVal x As String, ByRef target As Variant) As String
    If target(0) <> "" Then
        If pec_banding(x, pec_dari(target(0))) < 0 Then
            tepi_luar = pec_dari(target(0))
            Exit Function
        End If
    End If
    If target(1) <> "" Then
        If pec_banding(x, pec_dari(target(1))) > 0 Then tepi_luar = pec_dari(target(1))
    End If
End Function

' Target di bawah nol, atau terbuka ke sisi yang lebih buruk.
Private Sub periksa_target(ByRef target As Variant, ByVal arah As String)
    Dim turun As Boolean, k As Long
    turun = Left$(arah, 5) = "turun"
    For k = 0 To 1
        If target(k) <> "" Then
            If des_tanda(target(k)) < 0 Then
                tolak GALAT_NUM, "Target negatif; capaian tidak dapat dihitung.", "Periksa target indikator."
            End If
        End If
    Next k
    If turun And target(1) = "" Then
        tolak GALAT_NUM, "Target " & target_tulis(target) & " tidak cocok dengan arah turun.", _
            "Pakai " & huruf_unikode(8804) & ", atau arah naik."
    End If
    If Not turun And target(0) = "" Then
        tolak GALAT_NUM, "Target " & target_tulis(target) & " tidak cocok dengan arah " & arah & ".", _
            "Pakai " & huruf_unikode(8805) & ", atau arah turun."
    End If
End Sub
