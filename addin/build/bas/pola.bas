' Pola kata dari tabel inti: a|b, [..], (?:..), ? * + {n}, \b \s \S \w, ^ $, (?=..) (?!..). Pola disusun sekali menjadi
' langkah-langkah, lalu dijalankan dengan mundur bila buntu. Teksnya berspasi tunggal; "@nama" adalah pola dari kata_rekon.
Option Explicit
Option Private Module

Private Const LEWAT As Long = 0
Private Const HURUF As Long = 1
Private Const CABANG As Long = 2
Private Const LOMPAT As Long = 3
Private Const KUMPULAN As Long = 4
Private Const SELAIN As Long = 5
Private Const TEPI As Long = 6
Private Const PANGKAL As Long = 7
Private Const AKHIR As Long = 8
Private Const LIHAT As Long = 9
Private Const TEPAT As Long = 10
Private Const KHUSUS As String = "\[](){}|?*+^$."

Private jenis() As Long
Private tujuan() As Long
Private lain() As Long
Private isi() As String
Private banyak As Long
Private daftar As Collection
Private pola_kini As String
Private letak As Long
Private bacaan As String
Private ujung As Long

' Pada awal teks.
Public Function pola_awal(ByVal teks As String, ByVal pola As String) As Boolean
    bacaan = teks
    pola_awal = jalan(cari_susunan("", pola, ""), 1)
End Function

' Seluruh teks.
Public Function pola_penuh(ByVal teks As String, ByVal pola As String) As Boolean
    bacaan = teks
    pola_penuh = jalan(cari_susunan("(?:", pola, ")$"), 1)
End Function

' Di mana saja.
Public Function pola_ada(ByVal teks As String, ByVal pola As String) As Boolean
    pola_ada = (cari(cari_susunan("", pola, ""), teks) > 0)
End Function

' Sebagai kata utuh di mana saja.
Public Function kata_ada(ByVal teks As String, ByVal pola As String) As Boolean
    kata_ada = (cari(cari_susunan("\b(?:", pola, ")\b"), teks) > 0)
End Function

' Teks tanpa kata-kata itu.
Public Function kata_hapus(ByVal teks As String, ByVal pola As String) As String
    Dim k As Long, i As Long, t As String, hasil As String
    k = cari_susunan("\b(?:", pola, ")\b")
    t = teks
    i = cari(k, t)
    Do While i > 0
        hasil = hasil & Left$(t, i - 1) & " "
        t = Mid$(t, ujung)
        If t = "" Then Exit Do
        i = cari(k, t)
    Loop
    kata_hapus = hasil & t
End Function

' Tempat pertama yang cocok; 0 bila tidak ada. Pola yang mulai di tepi kata, di teks yang hanya berisi kata, dicoba di
' awal kata saja.
Private Function cari(ByVal k As Long, ByVal teks As String) As Long
    Dim i As Long, awal As Boolean
    bacaan = teks
    awal = jenis(k) = LEWAT And jenis(k + 2) = TEPI And Not (teks Like "*[!a-z0-9 ]*")
    For i = 1 To Len(teks) + 1
        If awal And i > 1 Then i = InStr(i - 1, teks & " ", " ") + 1
        If jalan(k, i) Then
            cari = i
            Exit Function
        End If
    Next i
End Function

Private Function cari_susunan(ByVal depan As String, ByVal pola As String, ByVal belakang As String) As Long
    Dim kunci As String
    kunci = depan & pola & belakang
    If daftar Is Nothing Then Set daftar = New Collection
    cari_susunan = peta_isi(daftar, kunci) - 1
    If cari_susunan >= 0 Then Exit Function
    If Left$(pola, 1) = "@" Then pola = kata_rekon(Mid$(pola, 2))
    pola_kini = depan & pola & belakang
    letak = 1
    cari_susunan = banyak
    susun_pilihan
    letak = tambah(TEPAT)
    daftar.Add cari_susunan + 1, kunci
End Function

Private Function tambah(ByVal satu As Long) As Long
    If banyak Mod 500 = 0 Then
        ReDim Preserve jenis(0 To banyak + 502)
        ReDim Preserve tujuan(0 To banyak + 502)
        ReDim Preserve lain(0 To banyak + 502)
        ReDim Preserve isi(0 To banyak + 502)
    End If
    jenis(banyak) = satu
    tambah = banyak
    banyak = banyak + 1
End Function

Private Sub bercabang(ByVal k As Long, ByVal satu As Long, ByVal dua As Long)
    jenis(k) = CABANG
    tujuan(k) = satu
    lain(k) = dua
End Sub

' Pilihan a|b|c, sampai kurung tutup atau akhir pola.
Private Sub susun_pilihan()
    Dim simpang As Long, keluar As Long, sebelum As Long
    keluar = -1
    simpang = tambah(LEWAT)
    Do
        Do While letak <= Len(pola_kini) And InStr("|)", Mid$(pola_kini, letak, 1)) = 0
            susun_satu
        Loop
        If Mid$(pola_kini, letak, 1) <> "|" Then Exit Do
        letak = letak + 1
        sebelum = keluar
        keluar = tambah(LOMPAT)
        tujuan(keluar) = sebelum
        bercabang simpang, simpang + 1, banyak
        simpang = tambah(LEWAT)
    Loop
    Do While keluar >= 0
        sebelum = tujuan(keluar)
        tujuan(keluar) = banyak
        keluar = sebelum
    Loop
End Sub

' Huruf-huruf biasa, atau satu bagian dengan pengulangannya.
Private Sub susun_satu()
    Dim n As Long, awal As Long, tempat As Long, k As Long
    n = letak
    Do While n <= Len(pola_kini) And InStr(KHUSUS, Mid$(pola_kini, n, 1)) = 0
        n = n + 1
    Loop
    If n > letak And InStr("?*+{", Mid$(pola_kini & "|", n, 1)) > 0 Then n = n - 1
    If n > letak Then
        k = tambah(HURUF)
        isi(k) = Mid$(pola_kini, letak, n - letak)
        letak = n
        Exit Sub
    End If
    awal = letak
    tempat = tambah(LEWAT)
    susun_bagian
    Select Case Mid$(pola_kini, letak, 1)
    Case "?"
        bercabang tempat, tempat + 1, banyak
    Case "*"
        k = tambah(LOMPAT)
        tujuan(k) = tempat
        bercabang tempat, tempat + 1, banyak
    Case "+"
        k = tambah(CABANG)
        bercabang k, tempat, banyak
    Case "{"
        n = letak + 2
        For k = 2 To CLng(Mid$(pola_kini, letak + 1, 1))
            letak = awal
            susun_bagian
        Next k
        letak = n
    Case Else
        Exit Sub
    End Select
    letak = letak + 1
End Sub

Private Sub susun_bagian()
    Dim c As String, k As Long
    c = Mid$(pola_kini, letak, 1)
    letak = letak + 1
    Select Case c
    Case "("
        k = -1
        If Mid$(pola_kini, letak, 2) <> "?:" Then k = tambah(LIHAT)
        If Mid$(pola_kini, letak, 2) = "?!" Then lain(k) = 1
        letak = letak + 2
        susun_pilihan
        letak = letak + 1
        If k >= 0 Then
            tujuan(k) = banyak + 1
            k = tambah(TEPAT)
        End If
    Case "["
        k = tambah(KUMPULAN)
        isi(k) = anggota()
    Case "\"
        susun_lolos Mid$(pola_kini, letak, 1)
        letak = letak + 1
    Case "."
        k = tambah(SELAIN)
    Case "^"
        k = tambah(PANGKAL)
    Case "$"
        k = tambah(AKHIR)
    Case Else
        k = tambah(HURUF)
        isi(k) = c
    End Select
End Sub

Private Sub susun_lolos(ByVal c As String)
    Dim k As Long
    Select Case c
    Case "b"
        k = tambah(TEPI)
    Case "S"
        k = tambah(SELAIN)
        isi(k) = " "
    Case "w"
        k = tambah(KUMPULAN)
    Case Else
        k = tambah(HURUF)
        isi(k) = c
        If c = "s" Then isi(k) = " "
    End Select
End Sub

' Huruf-huruf di antara kurung siku.
Private Function anggota() As String
    Dim c As String, i As Long
    Do
        c = Mid$(pola_kini, letak, 1)
        letak = letak + 1
        If c = "]" Then Exit Do
        If c = "\" Then
            c = Replace(Mid$(pola_kini, letak, 1), "s", " ")
            letak = letak + 1
        ElseIf Mid$(pola_kini, letak, 1) = "-" And Mid$(pola_kini, letak + 1, 1) <> "]" Then
            For i = AscW(c) To AscW(Mid$(pola_kini, letak + 1, 1)) - 1
                anggota = anggota & huruf_unikode(i)
            Next i
            c = Mid$(pola_kini, letak + 1, 1)
            letak = letak + 2
        End If
        anggota = anggota & c
    Loop
End Function

Private Function jalan(ByVal k As Long, ByVal i As Long) As Boolean
    Dim c As String
    Do
        Select Case jenis(k)
        Case HURUF
            If Mid$(bacaan, i, Len(isi(k))) <> isi(k) Then Exit Function
            i = i + Len(isi(k))
        Case CABANG
            If jalan(tujuan(k), i) Then
                jalan = True
                Exit Function
            End If
            k = lain(k) - 1
        Case LOMPAT
            k = tujuan(k) - 1
        Case KUMPULAN, SELAIN
            If i > Len(bacaan) Then Exit Function
            c = Mid$(bacaan, i, 1)
            If isi(k) = "" Then
                If jenis(k) = KUMPULAN And Not huruf_kata(c) Then Exit Function
            ElseIf (InStr(isi(k), c) > 0) = (jenis(k) = SELAIN) Then
                Exit Function
            End If
            i = i + 1
        Case TEPI
            If huruf_kata(Mid$(bacaan, i, 1)) = huruf_kata(Mid$(" " & bacaan, i, 1)) Then Exit Function
        Case PANGKAL
            If i > 1 Then Exit Function
        Case AKHIR
            If i <= Len(bacaan) Then Exit Function
        Case LIHAT
            If jalan(k + 1, i) = (lain(k) = 1) Then Exit Function
            k = tujuan(k) - 1
        Case TEPAT
            ujung = i
            jalan = True
            Exit Function
        End Select
        k = k + 1
    Loop
End Function

Private Function huruf_kata(ByVal c As String) As Boolean
    If c Like "[a-z0-9]" Then
        huruf_kata = True
    ElseIf c <> " " And c <> "" Then
        huruf_kata = apakah_kata(c)
    End If
End Function
