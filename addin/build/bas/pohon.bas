' Pohon kode tiap sumber: induk yang tidak tertulis adalah jumlah anaknya; lalu dipotong pada satu tingkat dan dicocokkan.
Option Explicit
Option Private Module

Private peta As Collection
Private p_n As Long
Private p_sumber() As Long
Private p_kode() As String
Private p_nama() As String
Private p_tulis() As String
Private p_banyak() As Long
Private p_kosong() As Boolean
Private p_beranak() As Boolean
Private p_anak() As String
Private p_bawah() As String
Private p_jumlah() As String
Private p_total() As String
Private p_salah() As Boolean
Private p_salah_bawah() As Boolean
Private p_ikut() As Boolean
Private p_lanjut() As Long
Private kepala() As Long
Private ekor() As Long

' Simpul dari baris-baris ketiga sumber, dan semua yang berdiri di atasnya.
Public Sub susun_pohon(ByRef sumber() As Long, ByRef kode() As String, ByRef nama() As String, ByRef sen() As String, _
        ByRef beda() As String, ByVal n As Long)
    Dim i As Long, k As Long, m As Long, banyak As Long, sama As Collection, hitung() As Long, tempat As Long, tertinggi As Long
    Set peta = New Collection
    Set sama = New Collection
    For i = 1 To n
        k = tingkat_kode(kode(i))
        tempat = tempat + k
        If k > tertinggi Then tertinggi = k
    Next i
    siapkan_simpul tempat + n
    ReDim hitung(0 To n)
    For i = 1 To n
        k = cari_simpul(sumber(i), kode(i))
        If p_nama(k) = "" Or (nama(i) <> "" And StrComp(nama(i), p_nama(k), 0) < 0) Then p_nama(k) = nama(i)
        p_tulis(k) = tambah_sen(p_tulis(k), sen(i))
        If sen(i) = "" Then p_kosong(k) = True
        m = peta_nomor(sama, k & ";" & kunci_huruf(beda(i)), banyak)
        hitung(m) = hitung(m) + 1
        If hitung(m) > p_banyak(k) Then p_banyak(k) = hitung(m)
    Next i
    n = p_n
    For i = 0 To 2
        ReDim kepala(0 To tertinggi)
        ReDim ekor(0 To tertinggi)
        For k = 1 To n
            If p_sumber(k) = i Then antrekan k
        Next k
        For m = tertinggi To 1 Step -1
            k = kepala(m)
            Do While k > 0
                jumlahkan_simpul k
                k = p_lanjut(k)
            Loop
        Next m
    Next i
End Sub

Private Sub siapkan_simpul(ByVal n As Long)
    p_n = 0
    ReDim p_sumber(0 To n)
    ReDim p_kode(0 To n)
    ReDim p_nama(0 To n)
    ReDim p_tulis(0 To n)
    ReDim p_banyak(0 To n)
    ReDim p_kosong(0 To n)
    ReDim p_beranak(0 To n)
    ReDim p_anak(0 To n)
    ReDim p_bawah(0 To n)
    ReDim p_jumlah(0 To n)
    ReDim p_total(0 To n)
    ReDim p_salah(0 To n)
    ReDim p_salah_bawah(0 To n)
    ReDim p_ikut(0 To n)
    ReDim p_lanjut(0 To n)
End Sub

Private Function cari_simpul(ByVal sumber As Long, ByVal kode As String) As Long
    cari_simpul = peta_nomor(peta, sumber & ";" & kunci_huruf(kode), p_n)
    p_sumber(cari_simpul) = sumber
    p_kode(cari_simpul) = kode
End Function

Private Sub antrekan(ByVal k As Long)
    Dim m As Long
    m = tingkat_kode(p_kode(k))
    If kepala(m) = 0 Then
        kepala(m) = k
    Else
        p_lanjut(ekor(m)) = k
    End If
    ekor(m) = k
End Sub

' Simpul yang semua anaknya sudah dijumlahkan: jumlahnya sendiri, lalu ke induknya. p_anak dan p_bawah: jumlah anak, dan
' jumlah ujung di bawahnya. Induk yang cocok setelah anaknya yang salah dibetulkan, sendirinya tidak salah.
Private Sub jumlahkan_simpul(ByVal k As Long)
    Dim atas As Long, ujung As String, lama As Long, kode As String
    p_jumlah(k) = p_tulis(k)
    ujung = p_tulis(k)
    If p_beranak(k) Then
        ujung = p_bawah(k)
        p_total(k) = p_anak(k)
        p_kosong(k) = False
        If p_tulis(k) = "" Then
            p_jumlah(k) = p_anak(k)
        ElseIf p_tulis(k) <> p_anak(k) Then
            p_salah(k) = Not (p_salah_bawah(k) And p_tulis(k) = ujung)
        End If
    End If
    kode = kode_atas(p_kode(k))
    If kode = "" Then Exit Sub
    lama = p_n
    atas = cari_simpul(p_sumber(k), kode)
    If p_n > lama Then
        p_banyak(atas) = 1
        antrekan atas
    End If
    p_beranak(atas) = True
    p_anak(atas) = tambah_sen(sen_pasti(p_anak(atas)), p_jumlah(k))
    p_bawah(atas) = tambah_sen(sen_pasti(p_bawah(atas)), ujung)
    If p_salah(k) Or p_salah_bawah(k) Then p_salah_bawah(atas) = True
End Sub

' Baris-baris hasil: kode pada tingkat itu dan ujung di atasnya, urut kode, lalu induk yang salah tiap sumber.
Public Sub bandingkan_pohon(ByVal tingkat As Long, ByVal hasil As Collection)
    Dim k As Long, m As Long, n As Long, ujung As Collection, semua As Collection, teks() As String, urut As Variant, i As Long
    Set ujung = New Collection
    Set semua = New Collection
    ReDim teks(0 To p_n)
    For k = 1 To p_n
        If Not p_beranak(k) And tingkat_kode(p_kode(k)) < tingkat Then m = peta_nomor(ujung, kunci_huruf(p_kode(k)), n)
    Next k
    n = 0
    For k = 1 To p_n
        p_ikut(k) = dipakai(k, tingkat, ujung)
        If p_ikut(k) Then
            m = peta_nomor(semua, kunci_huruf(p_kode(k)), n)
            teks(m) = p_kode(k)
        End If
    Next k
    urut = urutkan(teks, n)
    For i = 1 To n
        hasil.Add bandingkan(teks(urut(i)))
    Next i
    sebut_induk hasil
End Sub

Private Function dipakai(ByVal k As Long, ByVal tingkat As Long, ByVal ujung As Collection) As Boolean
    Dim m As Long, atas As String
    m = tingkat_kode(p_kode(k))
    dipakai = (m = tingkat)
    If m < tingkat Then dipakai = Not p_beranak(k) Or peta_isi(ujung, kunci_huruf(p_kode(k))) > 0
    atas = kode_atas(p_kode(k))
    Do While dipakai And atas <> ""
        If peta_isi(ujung, kunci_huruf(atas)) > 0 Then dipakai = False
        atas = kode_atas(atas)
    Loop
End Function

' Satu kode di semua sumber.
Private Function bandingkan(ByVal kode As String) As Variant
    Dim i As Long, k(0 To 2) As Long, uang(0 To 2) As String, nama As String, pagu As String, selisih As String, status As String
    For i = 0 To 2
        k(i) = peta_isi(peta, i & ";" & kunci_huruf(kode))
        If k(i) > 0 Then
            If Not p_ikut(k(i)) Then k(i) = 0
        End If
        uang(i) = p_jumlah(k(i))
        If nama = "" Then nama = p_nama(k(i))
    Next i
    If k(0) = 0 Or k(1) = 0 Then
        status = "; hanya di " & sebut_sumber(2)
        If k(1) > 0 Then status = "; hanya di " & sebut_sumber(1)
        If k(0) > 0 Then status = "; hanya di " & sebut_sumber(0)
    End If
    If uang(0) <> "" And uang(1) <> "" Then
        selisih = bil_kurang(uang(0), uang(1))
        If selisih <> "0" Then status = status & "; berbeda"
    End If
    For i = 0 To 2
        If p_kosong(k(i)) Then status = status & "; jumlah kosong di " & sebut_sumber(i)
    Next i
    For i = 0 To 2
        If p_banyak(k(i)) > 1 Then status = status & "; kode ganda di " & sebut_sumber(i) & " (" & p_banyak(k(i)) & " baris)"
    Next i
    pagu = uang(1)
    If pagu = "" Then pagu = uang(0)
    If uang(2) <> "" And pagu <> "" Then
        If bil_banding(uang(2), pagu) > 0 Then status = status & "; realisasi melebihi pagu"
    End If
    If status = "" Then status = "; sama"
    If Left$(kode, 1) = "~" And nama <> "" Then kode = nama
    bandingkan = Array(kode, nama, uang(0), uang(1), uang(2), selisih, Mid$(status, 3))
End Function

Private Sub sebut_induk(ByVal hasil As Collection)
    Dim sumber As Long, k As Long, n As Long, teks() As String, simpul() As Long, urut As Variant, uang() As String
    ReDim teks(0 To p_n)
    ReDim simpul(0 To p_n)
    For sumber = 0 To 2
        n = 0
        For k = 1 To p_n
            If p_salah(k) And p_sumber(k) = sumber Then
                n = n + 1
                teks(n) = p_kode(k)
                simpul(n) = k
            End If
        Next k
        urut = urutkan(teks, n)
        For k = 1 To n
            ReDim uang(0 To 2)
            uang(sumber) = p_tulis(simpul(urut(k)))
            hasil.Add Array(teks(urut(k)), p_nama(simpul(urut(k))), uang(0), uang(1), uang(2), "", _
                sebut_salah("induk", p_total(simpul(urut(k)))))
        Next k
    Next sumber
End Sub
