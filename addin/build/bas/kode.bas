' Kode program, kegiatan, rekening, dan SKPD menurut satu tata tulis, dan apa yang berdiri di atasnya.
Option Explicit
Option Private Module

Public Const J_URUSAN As Long = 1
Public Const J_BIDANG As Long = 2
Public Const J_PROGRAM As Long = 3
Public Const J_KELOMPOK As Long = 4
Public Const J_KEGIATAN As Long = 5
Public Const J_SUB As Long = 6
Public Const J_AKUN As Long = 7
Public Const J_SKPD As Long = 8
Public Const J_SUBUNIT As Long = 9
Public Const J_NOMOR As Long = 10
Public Const J_ASING As Long = 11
Public Const MAKS_KODE As Long = 80

' Kode dalam ejaan baku dengan jenisnya, dan SKPD yang tertulis di depannya; yang bukan kode kembali seperti tertulis.
Public Function baca_kode(ByVal teks As String, ByRef jenis As Long, ByRef skpd As String) As String
    Dim p() As String, baku As String, lain As String, sisa As String, i As Long
    skpd = ""
    teks = pangkas_titik(teks)
    baca_kode = teks
    jenis = jenis_baku(teks)
    If jenis > 0 Then Exit Function
    jenis = J_ASING
    If Len(teks) > MAKS_KODE Or teks = "" Then Exit Function
    If Not (teks Like "#*") Then Exit Function
    p = Split(seragam_titik(teks), ".")
    For i = 0 To UBound(p)
        If Not apakah_angka(p(i)) Then Exit Function
    Next i
    If UBound(p) >= 7 Then
        lain = ambil_skpd(p, sisa)
        If lain <> "" Then
            If sisa <> "" Then
                baku = baca_kode(sisa, i, skpd)
                If skpd <> "" Then
                    skpd = ""
                    Exit Function
                End If
                skpd = lain
                jenis = i
                baca_kode = baku
            Else
                jenis = J_SUBUNIT
                If bil_rapi(Mid$(lain, InStrRev(lain, ".") + 1)) = "0" Then jenis = J_SKPD
                baca_kode = lain
            End If
            Exit Function
        End If
    End If
    baku = tulis_akun(p, 0)
    If baku <> "" Then
        jenis = J_AKUN
    ElseIf apakah_nomor(p) Then
        jenis = J_NOMOR
        baku = Join(p, ".")
    Else
        baku = tulis_jenjang(p, jenis)
    End If
    If baku <> "" Then baca_kode = baku
End Function

Public Function jenis_kode(ByVal teks As String) As Long
    Dim skpd As String, baku As String, jenis As Long
    baku = baca_kode(teks, jenis, skpd)
    jenis_kode = jenis
End Function

Public Function kode_baku(ByVal teks As String) As String
    Dim jenis As Long, skpd As String
    kode_baku = baca_kode(teks, jenis, skpd)
End Function

' Program sampai dengan sub-kegiatan.
Public Function di_pohon(ByVal jenis As Long) As Boolean
    di_pohon = (jenis >= J_PROGRAM And jenis <= J_SUB)
End Function

' Rekening atau urusan.
Public Function kode_mendua(ByVal baku As String) As Boolean
    kode_mendua = (baku = "4" Or baku = "5" Or baku = "6")
End Function

' Tingkat sebuah kode dalam ejaan baku; 0 bila bukan.
Private Function jenis_baku(ByVal s As String) As Long
    Select Case Len(s)
    Case 1
        If s Like "#" Then jenis_baku = J_URUSAN
    Case 4
        If s Like "#.##" Then jenis_baku = J_BIDANG
    Case 7
        If s Like "#.##.##" Then jenis_baku = J_PROGRAM
    Case 9
        If s Like "#.##.##.#" Then jenis_baku = J_KELOMPOK
    Case 12
        If s Like "#.##.##.#.##" Then jenis_baku = J_KEGIATAN
    Case 17
        If s Like "#.##.##.#.##.####" Then jenis_baku = J_SUB
    Case 18, 19
        If s Like "#.##.##.#.##.[1-9]####*" And Mid$(s, 18) Like String$(Len(s) - 17, "#") Then jenis_baku = J_SUB
    End Select
End Function

Public Function hitung_titik(ByVal s As String) As Long
    hitung_titik = Len(s) - Len(Replace(s, ".", ""))
End Function

' Yang di depan titik terakhir.
Public Function depan_titik(ByVal s As String) As String
    Dim i As Long
    i = InStrRev(s, ".")
    If i > 0 Then depan_titik = Left$(s, i - 1)
End Function

' Kode di depan spasi, dan rekening di belakangnya.
Public Function kode_induk(ByVal baku As String) As String
    kode_induk = baku
    If InStr(baku, " ") > 0 Then kode_induk = Left$(baku, InStr(baku, " ") - 1)
End Function

Public Function kode_akun(ByVal baku As String) As String
    If InStr(baku, " ") > 0 Then kode_akun = Mid$(baku, InStr(baku, " ") + 1)
End Function

' Banyaknya tingkat sebuah kode baku; sebuah nama atau kode lain berdiri setingkat program.
Public Function tingkat_kode(ByVal baku As String) As Long
    If InStr(baku, " ") = 0 Then
        tingkat_kode = jenis_baku(baku)
    Else
        tingkat_kode = jenis_baku(kode_induk(baku))
        If tingkat_kode > 0 And berakun(baku) Then tingkat_kode = J_SUB + 1 + hitung_titik(kode_akun(baku))
    End If
    If tingkat_kode = 0 Then tingkat_kode = J_PROGRAM
End Function

' Kode setingkat di atasnya; kegiatan di bawah programnya.
Public Function kode_atas(ByVal baku As String) As String
    If InStr(baku, " ") > 0 Then
        If berakun(baku) Then kode_atas = Trim$(kode_induk(baku) & " " & depan_titik(kode_akun(baku)))
        Exit Function
    End If
    Select Case jenis_baku(baku)
    Case 0, J_URUSAN
    Case J_KEGIATAN
        kode_atas = Left$(baku, Len("7.01.04"))
    Case Else
        kode_atas = depan_titik(baku)
    End Select
End Function

Private Function berakun(ByVal baku As String) As Boolean
    Dim akun As String
    akun = kode_akun(baku)
    If akun Like "[4-6]*" Then berakun = Not (akun Like "*[!0-9.]*")
End Function

Private Function pangkas_titik(ByVal s As String) As String
    If s Like "#*[0-9A-Za-z]" Or s = "" Then
        pangkas_titik = s
        Exit Function
    End If
    s = teks_pangkas(s)
    Do While Left$(s, 1) = "."
        s = Mid$(s, 2)
    Loop
    Do While Right$(s, 1) = "."
        s = Left$(s, Len(s) - 1)
    Loop
    pangkas_titik = teks_pangkas(s)
End Function

' Titik, strip, dan spasi di antara bagian kode menjadi satu titik; teksnya berspasi tunggal.
Private Function seragam_titik(ByVal s As String) As String
    seragam_titik = Replace(Replace(Replace(Replace(s, "-", "."), " .", "."), ". ", "."), " ", ".")
End Function

' SKPD di depan, dengan atau tanpa bidang di depannya; sisa: kode di belakangnya.
Private Function ambil_skpd(ByRef p() As String, ByRef sisa As String) As String
    Dim awal As Long, i As Long, panjang As String
    For i = 0 To UBound(p)
        panjang = panjang & Len(p(i)) & ","
    Next i
    If panjang Like "1,2,1,2,1,2,1,2,[12],[234],*" Then
        awal = 2
    ElseIf Not (panjang Like "1,2,1,2,1,2,[12],[234],*") Then
        Exit Function
    End If
    For i = awal To UBound(p)
        If i < awal + 8 Then
            ambil_skpd = ambil_skpd & "." & p(i)
        Else
            sisa = sisa & "." & p(i)
        End If
    Next i
    ambil_skpd = Mid$(ambil_skpd, 2)
    sisa = Mid$(sisa, 2)
End Function

Private Function tulis_bagian(ByVal s As String, ByVal lebar As Long) As String
    s = bil_rapi(s)
    If Len(s) < lebar Then s = String$(lebar - Len(s), "0") & s
    tulis_bagian = "." & s
End Function

' Rekening mulai dari bagian ke-awal; "" bila bukan.
Private Function tulis_akun(ByRef p() As String, ByVal awal As Long) As String
    Dim n As Long, i As Long, lebar As Long
    n = UBound(p) - awal + 1
    If n < 2 Or n > 6 Then Exit Function
    If Not (p(awal) Like "[4-6]") Or Not (p(awal + 1) Like "[1-9]") Then Exit Function
    For i = 0 To n - 1
        lebar = CLng(Mid$("112224", i + 1, 1))
        If Len(p(awal + i)) > lebar + 4 Then
            tulis_akun = ""
            Exit Function
        End If
        tulis_akun = tulis_akun & tulis_bagian(p(awal + i), lebar)
    Next i
    tulis_akun = Mid$(tulis_akun, 2)
End Function

' Nomor program tanpa bidangnya, atau dengan titik yang hilang.
Private Function apakah_nomor(ByRef p() As String) As Boolean
    If UBound(p) = 0 Then
        apakah_nomor = Len(p(0)) = 2 Or p(0) Like "[1-9]####" Or p(0) Like "0[1-9]####"
    ElseIf UBound(p) = 1 Then
        apakah_nomor = Len(p(0)) = 3 And Len(p(1)) = 2
    End If
End Function

' Urusan sampai dengan sub-kegiatan, dengan rekening di belakangnya; "" bila bukan.
Private Function tulis_jenjang(ByRef asal() As String, ByRef jenis As Long) As String
    Dim p() As String, i As Long, akun As String, hasil As String, lebar As Long
    p = asal
    If UBound(p) >= 3 Then
        If p(3) Like "[1-9]##" Then p(3) = Left$(p(3), 1) & "." & Mid$(p(3), 2)
        p = Split(Join(p, "."), ".")
    End If
    If UBound(p) >= 6 Then
        akun = tulis_akun(p, 6)
        If akun = "" Then Exit Function
    End If
    For i = 0 To UBound(p)
        If i > 5 Then Exit For
        lebar = CLng(Mid$("122124", i + 1, 1))
        If Len(p(i)) > 6 Or (i < 5 And Len(p(i)) > 2) Then Exit Function
        If (i = 0 Or i = 3) And Len(bil_rapi(p(i))) > 1 Then Exit Function
        hasil = hasil & tulis_bagian(p(i), lebar)
    Next i
    jenis = i
    If akun <> "" Then
        jenis = J_AKUN
        akun = " " & akun
    End If
    tulis_jenjang = Mid$(hasil, 2) & akun
End Function
