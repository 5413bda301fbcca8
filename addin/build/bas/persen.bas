' Persentase manfaat dan trantibum, serapan dan selisih anggaran.
Option Explicit
Option Private Module

' Rata-rata capaian dua daftar kegiatan: realisasi, target, realisasi, target.
Public Function persen_manfaat_daftar(ByRef a() As Variant) As Double
    Dim nomor As Long, jumlah As String
    jumlah = "0/1"
    For nomor = 1 To 2
        tempat_sel = "Daftar ke-" & nomor
        jumlah = pec_tambah(jumlah, rasio(a(2 * nomor - 2), a(2 * nomor - 1)))
    Next nomor
    tempat_sel = ""
    persen_manfaat_daftar = seratus(pec_bagi(jumlah, "2/1"), "persen.manfaat_desimal")
End Function

Public Function persen_trantibum_laporan(ByVal ditangani As String, ByVal laporan As String) As Variant
    periksa_banyak "Jumlah ditangani", ditangani
    periksa_banyak "Jumlah laporan", laporan
    If des_banding(ditangani, laporan) > 0 Then
        tolak GALAT_NUM, "Yang ditangani (" & des_tulis(ditangani) & ") lebih banyak daripada laporan (" & _
            des_tulis(laporan) & ").", "Periksa kedua angka itu."
    End If
    If des_tanda(laporan) = 0 Then
        persen_trantibum_laporan = isi_hukum("penuh.tanpa")
    Else
        persen_trantibum_laporan = seratus(rasio(ditangani, laporan), "persen.trantibum_desimal")
    End If
End Function

Public Function serapan_pagu(ByVal realisasi As String, ByVal pagu As String) As Double
    If des_tanda(pagu) = 0 Then
        tolak GALAT_DIV0, "Pagu nol; serapan tidak dapat dihitung.", "Isi pagunya."
    End If
    serapan_pagu = seratus(rasio(realisasi, pagu), "serapan.desimal")
End Function

Public Function selisih_dpa(ByVal perjanjian As String, ByVal dpa As String) As Double
    selisih_dpa = des_angka(pec_bulatkan(pec_kurang(pec_dari(perjanjian), pec_dari(dpa)), 2))
End Function

Private Sub periksa_banyak(ByVal nama As String, ByVal s As String)
    If des_tanda(s) < 0 Or Not des_apakah_bulat(s) Then
        tolak GALAT_NUM, nama & " " & des_tulis(s) & " bukan bilangan bulat 0 atau lebih.", "Isi banyaknya laporan."
    End If
End Sub

Private Function rasio(ByVal atas As String, ByVal bawah As String) As String
    If des_tanda(atas) < 0 Or des_tanda(bawah) < 0 Then
        tolak GALAT_NUM, "Angka tidak boleh negatif.", "Periksa kedua angka itu."
    End If
    If des_tanda(bawah) = 0 Then
        tolak GALAT_DIV0, "Pembagi (target) nol; persentase tidak dapat dihitung.", "Isi targetnya."
    End If
    rasio = pec_bagi(pec_dari(atas), pec_dari(bawah))
End Function

Private Function seratus(ByVal pecahan As String, ByVal alamat As String) As Double
    seratus = des_angka(pec_bulatkan(pec_kali(pecahan, "100/1"), bilangan_hukum(alamat)))
End Function
