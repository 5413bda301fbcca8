' Tabel jenjang peraturan yang berlaku hari ini: dari angka ke predikat, mutu, atau kategori.
Option Explicit
Option Private Module

' Isi sebuah parameter; alamatnya nama dan kunci, dengan titik di antaranya.
Public Function isi_hukum(ByVal alamat As String) As String
    Dim baris As Variant, kunci As String
    kunci = Split(alamat, ".")(1)
    For Each baris In Split(hukum(Split(alamat, ".")(0)), vbLf)
        If Left$(baris, Len(kunci) + 1) = kunci & "=" Then
            isi_hukum = Mid$(baris, Len(kunci) + 2)
            Exit Function
        End If
    Next baris
    Err.Raise 5, , alamat
End Function

Public Function bilangan_hukum(ByVal alamat As String) As Long
    bilangan_hukum = CLng(isi_hukum(alamat))
End Function

' Jenjang sebuah angka: kode|sebutan|batas bawah|rentang tercetak.
Public Function cari_jenjang(ByVal nama As String, ByVal angka As String) As String
    Dim baris() As String, tabel() As String, i As Long, beda As Long
    baris = Split(hukum(nama), vbLf)
    tabel = Split(baris(0), "|")
    If tabel(1) <> "" Then
        If des_banding(angka, tabel(1)) < 0 Or des_banding(angka, tabel(2)) > 0 Then
            tolak GALAT_NUM, "Nilai " & des_tulis(angka) & " di luar rentang " & des_tulis(tabel(1)) & " sampai " & _
                des_tulis(tabel(2)) & " (" & tabel(0) & ").", "Periksa nilai itu."
        End If
    End If
    If tabel(4) <> "" Then angka = pec_bulatkan(pec_dari(angka), CLng(tabel(4)))
    For i = 1 To UBound(baris) - 1
        beda = des_banding(angka, bagian(baris(i), 2))
        If beda > 0 Or (beda = 0 And tabel(3) = "1") Then Exit For
    Next i
    cari_jenjang = baris(i)
End Function

Public Function kode_jenjang(ByVal nama As String, ByVal angka As String) As String
    kode_jenjang = bagian(cari_jenjang(nama, angka), 0)
End Function

Public Function sebutan_jenjang(ByVal nama As String, ByVal angka As String) As String
    sebutan_jenjang = bagian(cari_jenjang(nama, angka), 1)
End Function
