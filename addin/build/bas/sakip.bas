' Evaluasi SAKIP: nilai dari komponen, subkomponen dari huruf kriteria, tabel predikat.
Option Explicit
Option Private Module

' Jumlah nilai komponen, masing-masing paling banyak bobotnya.
Public Function sakip_jumlah(ByRef nilai() As Variant) As Double
    Dim komponen() As String, i As Long, nama As String, bobot As String, jumlah As String
    komponen = Split(isi_hukum("sakip_bobot.komponen"), "|")
    jumlah = "0/1"
    For i = 0 To UBound(komponen)
        nama = Split(komponen(i), ";")(0)
        bobot = Split(komponen(i), ";")(1)
        If des_tanda(nilai(i)) < 0 Or des_banding(nilai(i), bobot) > 0 Then
            tolak GALAT_NUM, "Nilai " & nama & " " & des_tulis(nilai(i)) & " di luar 0 sampai bobotnya " & _
                des_tulis(bobot) & ".", "Isi nilai menurut bobotnya, bukan persennya."
        End If
        jumlah = pec_tambah(jumlah, pec_dari(nilai(i)))
    Next i
    sakip_jumlah = des_angka(pec_bulatkan(jumlah, bilangan_hukum("sakip_bobot.desimal")))
End Function

' Rata-rata nilai huruf kriteria kali bobot.
Public Function sakip_rata(ByRef kriteria As Variant, ByVal bobot As String) As Double
    Dim baris() As String, i As Long, j As Long, nomor As Long, jumlah As String, tertinggi As String
    If des_tanda(bobot) < 0 Or des_banding(bobot, isi_hukum("penuh.bobot")) > 0 Then
        tolak GALAT_NUM, "Bobot " & des_tulis(bobot) & " di luar 0 sampai " & isi_hukum("penuh.bobot") & ".", _
            "Periksa bobot itu."
    End If
    baris = Split(hukum("sakip_kriteria"), vbLf)
    tertinggi = pec_dari(bagian(baris(0), 2))
    jumlah = "0/1"
    For i = 1 To UBound(kriteria, 1)
        For j = 1 To UBound(kriteria, 2)
            nomor = nomor + 1
            If IsEmpty(kriteria(i, j)) Then
                tolak GALAT_NA, "Kriteria ke-" & nomor & " belum dinilai.", _
                    "Isi " & bagian(baris(1), 0) & " sampai " & bagian(baris(UBound(baris)), 0) & "."
            End If
            jumlah = pec_tambah(jumlah, pec_dari(nilai_huruf(baris, kriteria(i, j))))
        Next j
    Next i
    jumlah = pec_kali(pec_bagi(pec_bagi(jumlah, nomor & "/1"), tertinggi), pec_dari(bobot))
    sakip_rata = des_angka(pec_bulatkan(jumlah, bilangan_hukum("sakip_bobot.desimal")))
End Function

' Predikat sebuah nilai; tanpa nilai tabel predikat.
Public Function sakip_predikat_nilai(ByRef nilai As Variant) As Variant
    Dim baris() As String, t() As Variant, i As Long
    If Not IsEmpty(nilai) Then
        sakip_predikat_nilai = kode_jenjang("sakip_predikat", nilai)
        Exit Function
    End If
    baris = Split(hukum("sakip_predikat"), vbLf)
    ReDim t(1 To UBound(baris) + 1, 1 To 3)
    baris(0) = "Predikat|Interpretasi||Nilai"
    For i = 0 To UBound(baris)
        t(i + 1, 1) = bagian(baris(i), 0)
        t(i + 1, 2) = bagian(baris(i), 1)
        t(i + 1, 3) = bagian(baris(i), 3)
    Next i
    sakip_predikat_nilai = t
End Function

Private Function nilai_huruf(ByRef baris() As String, ByVal huruf As String) As String
    Dim i As Long, daftar As String
    For i = 1 To UBound(baris)
        If bagian(baris(i), 0) = UCase$(huruf) Then
            nilai_huruf = bagian(baris(i), 2)
            Exit Function
        End If
        If i > 1 Then daftar = daftar & ", "
        daftar = daftar & bagian(baris(i), 0)
    Next i
    tolak GALAT_VALUE, teks_kutip(huruf) & " tidak ada dalam " & bagian(baris(0), 0) & ".", "Pilih salah satu: " & daftar & "."
End Function
