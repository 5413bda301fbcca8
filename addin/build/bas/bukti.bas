' Bukti sebuah tabel: setiap jumlah adalah daun atau induk pohon kode, jumlah yang sama dengan yang dijumlahkannya, atau
' disebut. Label memberi dugaan, angka yang memutuskan.
Option Explicit
Option Private Module

Private Const MAKS_LAPIS As Long = 4

Public t_induk() As Boolean
Public t_puncak() As Boolean

' Kedudukan setiap butir; rincian: tabel memuat rincian dengan koefisien dan harga.
Public Sub buktikan(ByVal rincian As Boolean)
    Dim i As Long, berkode As Boolean
    tandai_luar
    tandai_ringkasan
    tandai_kelompok
    tandai_akun_kedua
    For i = 1 To b_n
        If b_kode(i) <> "" Then berkode = True
    Next i
    tandai_rincian rincian And berkode
    tandai_wadah berkode
    cari_pohon
    nilai_jumlahan berkode
    buktikan_akun
End Sub

' Pendapatan dan pembiayaan, dari judulnya sampai judul berikutnya, dan angka di bawah jumlah yang mengulanginya.
Private Sub tandai_luar()
    Dim i As Long, luar As Boolean, sesudah As Boolean, akhir As Long, l As Long, seksi As Boolean
    For i = 1 To b_n
        If b_kode(i) <> "" Or b_label(i) = LABEL_PROGRAM Then akhir = i
    Next i
    For i = 1 To b_n
        l = b_label(i)
        If b_duduk(i) = D_ISI Then
            seksi = apakah_seksi(l) And (b_jenis(i) = 0 Or b_jenis(i) = J_URUSAN)
            If seksi Or (b_jenis(i) = J_AKUN And Not akun_bawahan(i)) Then
                luar = (l <> LABEL_BELANJA)
                If b_kode(i) <> "" Then luar = b_kode(i) Like "[46]*"
                If luar Then b_duduk(i) = D_LUAR
                If luar Then luar = berbagian(i)
            ElseIf b_kode(i) <> "" And b_jenis(i) <> J_NOMOR Then
                luar = False
                sesudah = False
            ElseIf l = LABEL_SELISIH Or l = LABEL_PERSEN Or (sesudah And i > akhir And l = LABEL_RINGKASAN) Then
                b_duduk(i) = D_LUAR
            ElseIf luar And l = LABEL_PROGRAM Then
                luar = False
            ElseIf luar And Not (l = LABEL_JUMLAH And InStr(LCase$(b_nama(i)), "belanja") > 0) Then
                b_duduk(i) = D_LUAR
            End If
            If l = LABEL_JUMLAH Then sesudah = True
        End If
    Next i
End Sub

' Yang di bawah judul pendapatan miliknya bila jumlahnya sama, atau bila judul itu tanpa jumlah.
Private Function berbagian(ByVal n As Long) As Boolean
    Dim i As Long, jumlah As String, banyak As Long
    jumlah = "0"
    For i = n + 1 To b_n
        If b_kode(i) <> "" Or apakah_seksi(b_label(i)) Or b_label(i) = LABEL_PROGRAM Then Exit For
        If b_label(i) <> LABEL_JUMLAH And b_sen(i) <> "" Then
            jumlah = bil_tambah(jumlah, b_sen(i))
            banyak = banyak + 1
        End If
    Next i
    berbagian = banyak = 0 Or b_sen(n) = ""
    If Not berbagian Then berbagian = cocok_lapis(b_sen(n), jumlah, banyak)
End Function

' Bagian-bagiannya berjumlah sama dengan yang di atasnya, sekali, atau sekali tiap lapis judul.
Public Function cocok_lapis(ByVal atas As String, ByVal jumlah As String, ByVal banyak As Long) As Boolean
    Dim kali As Long
    If atas = "" Or atas = "0" Then Exit Function
    For kali = 1 To MAKS_LAPIS
        If bil_kali(atas, CStr(kali)) = jumlah And (kali = 1 Or banyak > kali) Then cocok_lapis = True
    Next kali
End Function

' Ringkasan menurut rekening di bawah program-program milik semuanya, bukan yang terakhir.
Private Sub tandai_ringkasan()
    Dim i As Long, ada As Boolean, peta As Collection, hingga As String, awal As Long, akhir As Long, sambung_lagi As Boolean
    Set peta = New Collection
    For i = 1 To b_n
        If akun_bawahan(i) Then ada = True
        If di_pohon(b_jenis(i)) And b_sen(i) <> "" Then peta_catat peta, b_kunci(i), i
    Next i
    If Not ada Then Exit Sub
    hingga = "0"
    For i = 1 To b_n + 1
        sambung_lagi = False
        If i <= b_n Then
            If akun_bawahan(i) Then
                sambung_lagi = (awal = 0)
                If awal > 0 Then sambung_lagi = kode_induk(b_kode(awal)) = kode_induk(b_kode(i))
            End If
        End If
        If sambung_lagi Then
            If awal = 0 Then awal = i
            akhir = i
        ElseIf i > b_n Then
            If awal > 0 Then lepaskan awal, akhir, peta, hingga
        ElseIf b_kode(i) <> "" Or b_label(i) <> LABEL_JUMLAH Then
            If awal > 0 Then lepaskan awal, akhir, peta, hingga
            awal = 0
            If akun_bawahan(i) Then
                awal = i
                akhir = i
            End If
            If di_pohon(b_jenis(i)) Then
                If Not ada_di_atas(i, peta) Then hingga = tambah_sen(hingga, b_sen(i))
            End If
        End If
    Next i
End Sub

' Rekening yang berjumlah semua program sampai di sini, bukan baris di atasnya, dilepaskan dari baris itu.
Private Sub lepaskan(ByVal awal As Long, ByVal akhir As Long, ByVal peta As Collection, ByVal hingga As String)
    Dim i As Long, induk As Long, jumlah As String, akun As String
    induk = peta_isi(peta, b_milik(awal) & ";" & kunci_huruf(kode_induk(b_kode(awal))))
    If induk = 0 Then Exit Sub
    For i = awal To akhir
        If akun_bawahan(i) Then akun = akun & "," & i
    Next i
    jumlah = jumlah_puncak(akun)
    If jumlah = b_sen(induk) Or jumlah <> hingga Then Exit Sub
    For i = awal To akhir
        If akun_bawahan(i) Then
            b_kode(i) = kode_akun(b_kode(i))
            b_kunci(i) = kunci_butir(i)
        End If
    Next i
End Sub

' Jumlah rekening yang tidak di bawah rekening lain di antara butir-butir itu.
Private Function jumlah_puncak(ByVal akun As String) As String
    Dim n As Variant, ada As Collection, m As Long, k As Long, atas As String, di_bawah As Boolean
    Set ada = New Collection
    For Each n In Split(Mid$(akun, 2), ",")
        k = peta_nomor(ada, kunci_huruf(b_kode(CLng(n))), m)
    Next n
    jumlah_puncak = "0"
    For Each n In Split(Mid$(akun, 2), ",")
        di_bawah = False
        atas = depan_titik(b_kode(CLng(n)))
        Do While atas <> "" And Not di_bawah
            di_bawah = peta_isi(ada, kunci_huruf(atas)) > 0
            atas = depan_titik(atas)
        Loop
        If Not di_bawah Then jumlah_puncak = tambah_sen(jumlah_puncak, b_sen(CLng(n)))
    Next n
End Function

Private Function ada_di_atas(ByVal i As Long, ByVal peta As Collection) As Boolean
    Dim atas As String
    atas = kode_atas(b_kode(i))
    Do While atas <> ""
        If peta_isi(peta, b_milik(i) & ";" & atas) > 0 Then
            ada_di_atas = True
            Exit Function
        End If
        atas = kode_atas(atas)
    Loop
End Function

' Kelompok kegiatan (7.01.02.2) adalah satu jumlah lagi di antara program dan kegiatannya.
Private Sub tandai_kelompok()
    Dim i As Long, k As Long, ada As Boolean, peta As Collection, m As Long, jumlah() As String
    For i = 1 To b_n
        If b_jenis(i) = J_KELOMPOK Then ada = True
    Next i
    If Not ada Then Exit Sub
    Set peta = New Collection
    ReDim jumlah(0 To b_n)
    For i = 1 To b_n
        If b_jenis(i) = J_KEGIATAN Then
            k = peta_nomor(peta, b_milik(i) & ";" & depan_titik(b_kode(i)), m)
            jumlah(k) = tambah_sen(sen_pasti(jumlah(k)), b_sen(i))
        End If
    Next i
    For i = 1 To b_n
        If b_jenis(i) = J_KELOMPOK Then
            k = peta_isi(peta, b_kunci(i))
            If k > 0 Then
                b_duduk(i) = D_WADAH
                If b_sen(i) = "" Or b_sen(i) = jumlah(k) Then b_duduk(i) = D_ULANGAN
            End If
        End If
    Next i
End Sub

' Rekening di bawah program yang juga punya kegiatan membaginya untuk kedua kali.
Private Sub tandai_akun_kedua()
    Dim i As Long, k As Long, catat As Collection, beranak As Collection, peta As Collection, m As Long, atas As String
    Dim anggota() As String, kunci As String, asal() As Long, n As Variant
    Set catat = New Collection
    Set beranak = New Collection
    Set peta = New Collection
    ReDim anggota(0 To b_n)
    ReDim asal(0 To b_n)
    For i = 1 To b_n
        If di_pohon(b_jenis(i)) And b_duduk(i) = D_ISI Then
            peta_catat catat, b_kunci(i), i
            atas = kode_atas(b_kode(i))
            Do While atas <> ""
                If peta_isi(beranak, b_milik(i) & ";" & atas) > 0 Then Exit Do
                beranak.Add 1, b_milik(i) & ";" & atas
                atas = kode_atas(atas)
            Loop
        End If
    Next i
    For i = 1 To b_n
        If akun_bawahan(i) And b_duduk(i) = D_ISI Then
            kunci = b_milik(i) & ";" & kunci_huruf(kode_induk(b_kode(i)))
            If peta_isi(beranak, kunci) > 0 Then
                k = peta_nomor(peta, kunci, m)
                anggota(k) = anggota(k) & "," & i
                asal(k) = peta_isi(catat, kunci)
            End If
        End If
    Next i
    For k = 1 To m
        If asal(k) > 0 Then
            If b_sen(asal(k)) <> "" And jumlah_puncak(anggota(k)) = b_sen(asal(k)) Then
                For Each n In Split(Mid$(anggota(k), 2), ",")
                    b_duduk(CLng(n)) = D_ULANGAN
                Next n
            End If
        End If
    Next k
End Sub
