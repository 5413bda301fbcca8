' Bukti sebuah tabel, lanjutan: rincian tanpa kode, judul di atas program, pohon kode, dan rekening di atasnya.
Option Explicit
Option Private Module

' Baris tanpa kode di bawah baris berkode: rinciannya, yang sudah dihitung, bila jumlahnya sama. Di tabel yang memuat
' rincian jumlahnya boleh kurang, dan itu disebut.
Public Sub tandai_rincian(ByVal berbutir As Boolean)
    Dim i As Long, atas As Long, m As Long, awal() As String, isi() As String, terbukti As Boolean, k As Long
    ReDim awal(0 To b_n)
    ReDim isi(0 To b_n)
    For i = 1 To b_n
        If atas > 0 And b_kode(i) = "" And b_duduk(i) = D_ISI And (b_label(i) = 0 Or b_label(i) = LABEL_UNIT) And Not b_yatim(i) Then
            If b_sen(i) <> "" Then isi(m) = isi(m) & "," & i
        Else
            atas = 0
            If (b_kode(i) <> "" Or b_label(i) = LABEL_PROGRAM) And b_sen(i) <> "" And b_duduk(i) = D_ISI Then
                atas = i
                m = m + 1
                awal(m) = CStr(i)
            End If
        End If
    Next i
    For k = 1 To m
        If InStr(2, isi(k), ",") > 0 Then
            If cocok_rincian(CLng(awal(k)), isi(k)) Then terbukti = True
        End If
    Next k
    For k = 1 To m
        If isi(k) <> "" Then putuskan_rincian CLng(awal(k)), isi(k), terbukti, berbutir
    Next k
End Sub

Private Function jumlah_daftar(ByVal daftar As String) As String
    Dim n As Variant
    jumlah_daftar = "0"
    For Each n In Split(Mid$(daftar, 2), ",")
        jumlah_daftar = tambah_sen(jumlah_daftar, b_sen(CLng(n)))
    Next n
End Function

Private Function cocok_rincian(ByVal atas As Long, ByVal daftar As String) As Boolean
    cocok_rincian = cocok_lapis(b_sen(atas), jumlah_daftar(daftar), UBound(Split(daftar, ",")))
End Function

Private Sub putuskan_rincian(ByVal atas As Long, ByVal daftar As String, ByVal terbukti As Boolean, ByVal berbutir As Boolean)
    Dim n As Variant, cocok As Boolean
    cocok = cocok_rincian(atas, daftar)
    If Not (cocok And (terbukti Or berbutir)) Then
        If Not berbutir Then Exit Sub
        If bil_banding(jumlah_daftar(daftar), b_sen(atas)) > 0 Then Exit Sub
    End If
    For Each n In Split(Mid$(daftar, 2), ",")
        b_duduk(CLng(n)) = D_RINCIAN
    Next n
    If Not cocok Then b_harus(CLng(Split(daftar, ",")(1))) = b_sen(atas)
End Sub

' Baris di atas program, dan jumlah menurut labelnya.
Public Sub tandai_wadah(ByVal berkode As Boolean)
    Dim i As Long, berprogram As Boolean, ada As Collection, berlabel As Boolean, m As Long, k As Long, wadah As Boolean
    Set ada = New Collection
    For i = 1 To b_n
        If di_pohon(b_jenis(i)) Or b_jenis(i) = J_NOMOR Then berprogram = True
        If b_kode(i) <> "" And b_label(i) <> LABEL_JUMLAH Then k = peta_nomor(ada, b_kunci(i), m)
    Next i
    For i = 1 To b_n
        If b_duduk(i) = D_ISI Then
            berlabel = False
            If b_label(i) = LABEL_JUMLAH Or b_label(i) = LABEL_PINDAHAN Then
                berlabel = (b_kode(i) = "")
                If Not berlabel Then berlabel = peta_isi(ada, b_kunci(i)) > 0
            End If
            Select Case b_jenis(i)
            Case J_URUSAN, J_BIDANG, J_SKPD, J_SUBUNIT
                wadah = berprogram
            Case Else
                wadah = b_jenis(i) = J_AKUN And Not akun_bawahan(i)
            End Select
            If b_kode(i) = "" And b_label(i) = LABEL_BELANJA Then wadah = True
            If b_kode(i) = "" And b_label(i) = LABEL_UNIT Then wadah = di_atas_lain(i, berkode)
            If berlabel Or b_yatim(i) Then
                b_duduk(i) = D_JUMLAH
            ElseIf wadah Then
                b_duduk(i) = D_WADAH
            End If
        End If
    Next i
End Sub

' Baris sebuah unit dengan baris jenis lain di dekatnya; dalam daftar unit ia salah satunya.
Private Function di_atas_lain(ByVal n As Long, ByVal berkode As Boolean) As Boolean
    Dim i As Long
    For i = n - 1 To n + 1 Step 2
        If i >= 1 And i <= b_n Then
            If b_label(i) <> LABEL_UNIT And (b_kode(i) <> "" Or Not berkode) And b_label(i) <> LABEL_JUMLAH Then
                di_atas_lain = True
            End If
        End If
    Next i
End Function

' Baris yang punya baris di bawahnya dalam pohon, dan yang tidak punya jumlah di atasnya.
Public Sub cari_pohon()
    Dim i As Long, berisi As Collection, ada As Collection, beranak As Collection, berinduk As Collection, kunci As String
    Dim atas As String, m As Long, k As Long
    Set berisi = New Collection
    Set ada = New Collection
    Set beranak = New Collection
    Set berinduk = New Collection
    ReDim t_induk(0 To b_n)
    ReDim t_puncak(0 To b_n)
    For i = 1 To b_n
        If b_duduk(i) = D_ISI And b_kode(i) <> "" Then
            k = peta_nomor(ada, b_kunci(i), m)
            If b_sen(i) <> "" Then k = peta_nomor(berisi, b_kunci(i), m)
        End If
    Next i
    For i = 1 To b_n
        If b_duduk(i) = D_ISI And b_kode(i) <> "" Then
            atas = kode_atas(b_kode(i))
            Do While atas <> ""
                kunci = b_milik(i) & ";" & kunci_huruf(atas)
                If peta_isi(ada, kunci) > 0 Then k = peta_nomor(beranak, kunci, m)
                If peta_isi(berisi, kunci) > 0 Then
                    k = peta_nomor(berinduk, b_kunci(i), m)
                    Exit Do
                End If
                atas = kode_atas(atas)
            Loop
        End If
    Next i
    For i = 1 To b_n
        If b_duduk(i) = D_ISI Then
            t_puncak(i) = True
            If b_kode(i) <> "" Then
                t_induk(i) = peta_isi(beranak, b_kunci(i)) > 0
                t_puncak(i) = peta_isi(berinduk, b_kunci(i)) = 0
            End If
        End If
    Next i
End Sub

' Rekening di atas program benar bila bersama-sama menjadi rekening di atasnya, atau menjadi semuanya.
Public Sub buktikan_akun()
    Dim i As Long, k As Long, akun As Collection, kelompok As Collection, m As Long, anak() As String, induk() As Long, urut As Long
    Dim atas As String, n As Variant, semua As String, terbukti As Boolean, tertinggi As Long, sudah As Collection
    Set sudah = New Collection
    Set akun = New Collection
    semua = "0"
    For i = 1 To b_n
        If b_duduk(i) = D_WADAH And b_jenis(i) = J_AKUN Then peta_catat akun, kunci_huruf(b_kode(i)), i
        If t_puncak(i) Then semua = tambah_sen(semua, b_sen(i))
    Next i
    If akun.Count = 0 Then Exit Sub
    Set kelompok = New Collection
    ReDim anak(0 To akun.Count)
    ReDim induk(0 To akun.Count)
    For i = 1 To b_n
        If b_duduk(i) = D_WADAH And b_jenis(i) = J_AKUN Then
            If peta_isi(sudah, kunci_huruf(b_kode(i))) = 0 Then
                sudah.Add 1, kunci_huruf(b_kode(i))
                atas = depan_titik(b_kode(i))
                Do While atas <> ""
                    If peta_isi(akun, kunci_huruf(atas)) > 0 Then Exit Do
                    atas = depan_titik(atas)
                Loop
                k = peta_nomor(kelompok, "x" & kunci_huruf(atas), m)
                If atas <> "" Then induk(k) = peta_isi(akun, kunci_huruf(atas))
                anak(k) = anak(k) & "," & peta_isi(akun, kunci_huruf(b_kode(i)))
                If hitung_titik(b_kode(i)) > tertinggi Then tertinggi = hitung_titik(b_kode(i))
            End If
        End If
    Next i
    For urut = 0 To tertinggi
        For k = 1 To m
            If hitung_titik(b_kode(induk(k))) = urut Then
                terbukti = True
                If induk(k) > 0 Then terbukti = (b_harus(induk(k)) = "")
                If induk(k) = 0 Then
                    terbukti = (jumlah_daftar(anak(k)) = semua)
                ElseIf terbukti Then
                    terbukti = (jumlah_daftar(anak(k)) = b_sen(induk(k)))
                End If
                If terbukti Then
                    For Each n In Split(Mid$(anak(k), 2), ",")
                        b_harus(CLng(n)) = ""
                    Next n
                End If
            End If
        Next k
    Next urut
End Sub
