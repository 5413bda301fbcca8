' Baris yang memuat jumlah baris lain dari kode yang sama (SP2D, kelurahan, semua kecamatan), dan satu jumlah yang diulang
' di samping tiap rekening. Kelompok: nomor butir menurut kunci, dalam urutan barisnya.
Option Explicit
Option Private Module

Private kelompok() As String
Private banyak As Long

' Butir berkode dengan jumlah, menurut pemilik dan kode; tanpa_akun: rekeningnya tidak membedakan, sub-unitnya ya.
Private Sub kelompokkan(ByVal tanpa_akun As Boolean)
    Dim i As Long, peta As Collection, k As Long, kunci As String
    Set peta = New Collection
    banyak = 0
    ReDim kelompok(0 To b_n)
    For i = 1 To b_n
        If b_kode(i) <> "" And b_duduk(i) = D_ISI And b_sen(i) <> "" Then
            kunci = b_kunci(i)
            If tanpa_akun Then
                kunci = b_milik(i) & ";" & kunci_huruf(kode_induk(b_kode(i))) & ";"
                If InStr(b_kode(i), " ") > 0 Then kunci = kunci & kunci_huruf(s_beda(i))
            End If
            k = peta_nomor(peta, kunci, banyak)
            kelompok(k) = kelompok(k) & "," & i
        End If
    Next i
    For k = 1 To banyak
        kelompok(k) = Mid$(kelompok(k), 2)
    Next k
End Sub

' Satu jumlah di samping semua baris sebuah kode: diulang, atau kebetulan sama; angkanya saja tidak dapat berkata.
Public Sub tolak_ulangan(ByVal peran As String)
    Dim k As Long, n As Variant, pertama As Long, sekali As String, semua As String, letak As String, p() As String
    kelompokkan True
    For k = 1 To banyak
        p = Split(kelompok(k), ",")
        If UBound(p) > 0 Then
            If b_sen(CLng(p(0))) = "0" Then Exit Sub
            For Each n In p
                If b_sen(CLng(n)) <> b_sen(CLng(p(0))) Then Exit Sub
            Next n
            If pertama = 0 Then pertama = k
        End If
    Next k
    If pertama = 0 Then Exit Sub
    sekali = "0"
    semua = "0"
    For k = 1 To banyak
        p = Split(kelompok(k), ",")
        sekali = tambah_sen(sekali, b_sen(CLng(p(0))))
        For Each n In p
            semua = tambah_sen(semua, b_sen(CLng(n)))
        Next n
    Next k
    p = Split(kelompok(pertama), ",")
    For k = 0 To UBound(p)
        If k < 5 Then letak = letak & ", " & s_nomor(CLng(p(k)))
    Next k
    k = CLng(p(0))
    tolak_di peran, "Jumlah " & rupiah_sen(b_sen(k)) & " sama di semua baris " & kode_induk(b_kode(k)) & " (baris " & _
        Mid$(letak, 3) & "): satu jumlah yang diulang (semuanya " & rupiah_sen(sekali) & _
        "), atau rincian yang sama besar (semuanya " & rupiah_sen(semua) & ")?", _
        "Pakai ekspor dengan satu baris per sub-kegiatan, atau yang memuat kolom nilai rinciannya."
End Sub

' Menyisihkan baris yang memuat jumlah baris lain dari kodenya, bila semua baris seperti itu demikian.
Public Sub buang_kumpulan(ByVal peran As String)
    Dim i As Long, ada As Boolean
    kelompokkan False
    For i = 1 To b_n
        If s_beda(i) <> "" Then ada = True
    Next i
    If ada Then
        buang_tanpa_pembeda
        buang_unit_sendiri
        buang_menurut_pembeda
    End If
    buang_semua peran
End Sub

' Baris tanpa SP2D atau tanpa bulan, di antara yang punya dan selain itu sama.
Private Sub buang_tanpa_pembeda()
    Dim k As Long, p() As String, i As Long, calon As Collection, ukuran() As Long, terbesar As Long
    Set calon = New Collection
    For k = 1 To banyak
        p = Split(kelompok(k), ",")
        If UBound(p) > 0 Then
            ReDim ukuran(0 To UBound(p))
            terbesar = 0
            For i = 0 To UBound(p)
                ukuran(i) = hitung_bagian(s_beda(CLng(p(i))))
                If ukuran(i) > terbesar Then terbesar = ukuran(i)
            Next i
            For i = 0 To UBound(p)
                If ukuran(i) < terbesar Then tambah_calon calon, p, i, ukuran
            Next i
        End If
    Next k
    buang calon
End Sub

Private Sub tambah_calon(ByVal calon As Collection, ByRef p() As String, ByVal i As Long, ByRef ukuran() As Long)
    Dim j As Long, lain As String
    For j = 0 To UBound(p)
        If ukuran(j) > ukuran(i) Then
            If termuat(s_beda(CLng(p(i))), s_beda(CLng(p(j)))) Then lain = lain & "," & p(j)
        End If
    Next j
    If lain <> "" Then calon.Add p(i) & lain
End Sub

' Banyaknya bagian pembeda yang berbeda.
Private Function hitung_bagian(ByVal beda As String) As Long
    Dim satu As Variant, sudah As String
    For Each satu In Split(beda, " | ")
        If satu <> "" And InStr(sudah, " | " & satu & " | ") = 0 Then
            hitung_bagian = hitung_bagian + 1
            sudah = sudah & " | " & satu & " | "
        End If
    Next satu
End Function

Private Function termuat(ByVal bagian As String, ByVal keseluruhan As String) As Boolean
    Dim satu As Variant
    keseluruhan = " | " & keseluruhan & " | "
    For Each satu In Split(bagian, " | ")
        If satu <> "" And InStr(keseluruhan, " | " & satu & " | ") = 0 Then Exit Function
    Next satu
    termuat = True
End Function

' Baris kecamatan itu sendiri, atau yang disebut jumlah, di antara kelurahannya.
Private Sub buang_unit_sendiri()
    Dim k As Long, n As Variant, calon As Collection, sendiri As String, lain As String, satu As Long, sah As Boolean
    Set calon = New Collection
    For k = 1 To banyak
        If InStr(kelompok(k), ",") > 0 Then
            sendiri = ""
            lain = ""
            satu = 0
            sah = True
            For Each n In Split(kelompok(k), ",")
                If unit_sendiri(CLng(n)) Then
                    satu = satu + 1
                    sendiri = n
                Else
                    lain = lain & "," & n
                    If s_beda(CLng(n)) = "" Then sah = False
                End If
            Next n
            If satu = 1 And sah Then calon.Add sendiri & lain
        End If
    Next k
    buang calon
End Sub

Private Function unit_sendiri(ByVal n As Long) As Boolean
    Dim satu As Variant, label As Long
    For Each satu In Split(s_beda(n), " | ")
        If satu <> "" Then
            If LCase$(satu) = LCase$(s_kec(n)) Then unit_sendiri = True
            label = baca_label(satu)
            If label = LABEL_JUMLAH Or label = LABEL_BELANJA Then unit_sendiri = True
        End If
    Next satu
End Function

' Semuanya, bila masing-masing adalah jumlah bagiannya, dan satu sedikitnya dari dua bagian atau lebih.
Private Sub buang(ByVal calon As Collection)
    Dim satu As Variant, p() As String, i As Long, jumlah As String, banyak_bagian As Boolean
    For Each satu In calon
        p = Split(satu, ",")
        jumlah = "0"
        For i = 1 To UBound(p)
            jumlah = tambah_sen(jumlah, b_sen(CLng(p(i))))
        Next i
        If jumlah <> b_sen(CLng(p(0))) Then Exit Sub
        If UBound(p) > 1 Then banyak_bagian = True
    Next satu
    If Not banyak_bagian Then Exit Sub
    For Each satu In calon
        b_duduk(CLng(Split(satu, ",")(0))) = D_ULANGAN
    Next satu
End Sub

' Di bawah jumlah: jumlah tiap sumber dana atau unit, tanpa kode.
Private Sub buang_menurut_pembeda()
    Dim i As Long, peta As Collection, k As Long, m As Long, jumlah() As String, sesudah As Boolean
    Set peta = New Collection
    ReDim jumlah(0 To b_n)
    For i = 1 To b_n
        k = 0
        If s_beda(i) <> "" Then k = peta_isi(peta, kunci_huruf(s_beda(i)))
        If b_kode(i) <> "" And s_beda(i) <> "" Then
            If k = 0 Then k = peta_nomor(peta, kunci_huruf(s_beda(i)), m)
            jumlah(k) = tambah_sen(sen_pasti(jumlah(k)), b_sen(i))
        End If
        sesudah = (sesudah Or b_label(i) = LABEL_JUMLAH) And b_kode(i) = ""
        If sesudah And k > 0 And b_sen(i) <> "" Then
            If jumlah(k) = b_sen(i) Then b_duduk(i) = D_ULANGAN
        End If
    Next i
End Sub

' Pemilik yang disebut semuanya, yang tiap kodenya adalah jumlah kode itu pada pemilik lain.
Private Sub buang_semua(ByVal peran As String)
    Dim i As Long, k As Long, n As Long, m As Long, semua As Long, ada As Collection
    Set ada = New Collection
    For k = 1 To banyak
        i = CLng(Split(kelompok(k), ",")(0))
        If peta_nomor(ada, "x" & b_milik(i), n) > m Then
            m = n
            If pola_awal(LCase$(s_kec(i)), "@semua") Or pola_awal(LCase$(s_kec(i)), "@daerah") Then
                If semua > 0 Then Exit Sub
                semua = i
            End If
        End If
    Next k
    If m < 3 Or semua = 0 Then Exit Sub
    If Not sama_dengan_lain(b_milik(semua)) Then Exit Sub
    If Not pola_awal(LCase$(s_kec(semua)), "@semua") Then
        tolak_di peran, teks_petik(s_kec(semua)) & " sama dengan jumlah " & (m - 1) & _
            " kecamatan lain: kecamatan, atau jumlah semuanya?", _
            "Hapus baris jumlahnya, atau tulis 'Kecamatan' di depan namanya bila memang kecamatan."
    End If
    n = b_milik(semua)
    For i = 1 To b_n
        If b_milik(i) = n And b_duduk(i) = D_ISI Then b_duduk(i) = D_ULANGAN
    Next i
End Sub

Private Function sama_dengan_lain(ByVal milik As Long) As Boolean
    Dim k As Long, n As Variant, i As Long, jumlah() As String, sendiri() As String, peta As Collection, m As Long
    Set peta = New Collection
    ReDim jumlah(0 To banyak)
    ReDim sendiri(0 To banyak)
    For k = 1 To banyak
        For Each n In Split(kelompok(k), ",")
            i = peta_nomor(peta, kunci_huruf(b_kode(CLng(n))), m)
            If b_milik(CLng(n)) = milik Then
                sendiri(i) = tambah_sen(sendiri(i), b_sen(CLng(n)))
            Else
                jumlah(i) = tambah_sen(jumlah(i), b_sen(CLng(n)))
            End If
        Next n
    Next k
    For i = 1 To m
        If sendiri(i) <> "" And sendiri(i) <> sen_pasti(jumlah(i)) Then Exit Function
    Next i
    sama_dengan_lain = True
End Function
