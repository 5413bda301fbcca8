' Angka desimal persis, sebagai teks bertitik: "66.50", "-0.25". Dari sel diambil 15 angka penting yang disimpan Excel.
' Pecahan ditulis "pembilang/penyebut", dengan penyebut di atas 0, dan dibulatkan sekali saja: setengah ke atas.
Option Explicit
Option Private Module

' Isi sel yang berupa angka.
Public Function des_dari(ByVal v As Variant) As String
    Dim s As String, letak As Long, pangkat As Long, minus As Boolean
    s = Replace(CStr(v), ",", ".")
    If Left$(s, 1) = "-" Then
        minus = True
        s = Mid$(s, 2)
    End If
    letak = InStr(s, "E")
    If letak > 0 Then
        pangkat = CLng(Mid$(s, letak + 1))
        s = geser(Left$(s, letak - 1), pangkat)
    ElseIf Len(s) >= 16 And Left$(s, 4) = "0.00" Then
        s = geser(Replace(CStr(Abs(CDbl(v)) * 1E+15), ",", "."), -15)  ' LibreOffice menulis paling banyak 17 desimal
    End If
    If Left$(s, 1) = "." Then s = "0" & s
    If Len(s) >= 15 Then s = luruskan(Abs(CDbl(v)), s)
    If minus Then s = "-" & s
    des_dari = s
End Function

' CStr dapat keliru bila angkanya di dekat tengah dua teks 15 angka. Di sana angka itu dihitung persis, m / 2^k, jadi
' m x 5^k / 10^k, dan dibulatkan ke yang terdekat, yang tepat di tengah ke yang genap.
Private Function luruskan(ByVal x As Double, ByVal s As String) As String
    Dim n As Long, k As Long, y As Double
    luruskan = s
    If x < 1E+15 Then n = des_skala(s) + 1
    If x >= 1E+16 Or n > 22 Then Exit Function
    If n > 0 And Len(bil_rapi(Replace(s, ".", ""))) <> 15 Then Exit Function
    y = x * 10 ^ n
    y = y - Int(y / 10) * 10
    If y < 3 Or y > 7 Then Exit Function
    Do While x <> Int(x)
        x = x * 2
        k = k + 1
    Loop
    luruskan = lima_belas(kali_lima(angka_bulat(x), k), k)
End Function

' Angka sebuah bilangan bulat di bawah 2^53.
Private Function angka_bulat(ByVal x As Double) As String
    Dim atas As Double
    atas = Int(x / 10000# / 1000#)
    angka_bulat = bil_rapi(CStr(atas) & Right$("000000" & CStr(x - atas * 10000# * 1000#), 7))
End Function

Private Function kali_lima(ByVal t As String, ByVal k As Long) As String
    Do While k >= 19
        t = bil_kali(t, CStr(5 ^ 19))
        k = k - 19
    Loop
    kali_lima = bil_kali(t, CStr(5 ^ k))
End Function

' Bilangan bulat / 10^skala, dibulatkan ke 15 angka.
Private Function lima_belas(ByVal t As String, ByVal skala As Long) As String
    Dim lebih As Long, beda As Long, p As String
    lebih = Len(t) - 15
    p = t
    If lebih > 0 Then
        p = Left$(t, 15)
        beda = StrComp(Mid$(t, 16), "5" & String$(lebih - 1, "0"), 0)
        If beda > 0 Or (beda = 0 And InStr("13579", Right$(p, 1)) > 0) Then p = bil_tambah(p, "1")
        skala = skala - lebih
    End If
    If skala > 0 Then
        lima_belas = des_ringkas(des_dari_bulat(p, skala))
    Else
        lima_belas = p & String$(-skala, "0")
    End If
End Function

' Nilainya sebagai angka untuk sel.
Public Function des_angka(ByVal s As String) As Double
    des_angka = Val(s)
End Function

Public Function des_skala(ByVal s As String) As Long
    Dim letak As Long
    letak = InStr(s, ".")
    If letak > 0 Then des_skala = Len(s) - letak
End Function

' s x 10^skala, dengan skala tidak kurang daripada banyak desimalnya.
Public Function des_bulat(ByVal s As String, ByVal skala As Long) As String
    Dim t As String
    t = Replace(s, ".", "") & String$(skala - des_skala(s), "0")
    If Len(t) <= 15 Then
        des_bulat = CStr(Val(t) + 0)
    Else
        des_bulat = bil_rapi(bil_mutlak(t))
        If Left$(s, 1) = "-" Then des_bulat = bil_lawan(des_bulat)
    End If
End Function

Public Function des_banding(ByVal a As String, ByVal b As String) As Long
    Dim sa As Long, sb As Long, p As String, q As String
    sa = InStr(a, ".")
    If sa > 0 Then sa = Len(a) - sa
    sb = InStr(b, ".")
    If sb > 0 Then sb = Len(b) - sb
    p = Replace(a, ".", "")
    q = Replace(b, ".", "")
    If sa < sb Then p = p & String$(sb - sa, "0")
    If sb < sa Then q = q & String$(sa - sb, "0")
    If Len(p) <= 15 And Len(q) <= 15 Then
        des_banding = Sgn(Val(p) - Val(q))
    Else
        If sb > sa Then sa = sb
        des_banding = bil_banding(des_bulat(a, sa), des_bulat(b, sa))
    End If
End Function

Public Function des_tanda(ByVal s As String) As Long
    des_tanda = des_banding(s, "0")
End Function

Public Function des_apakah_bulat(ByVal s As String) As Boolean
    des_apakah_bulat = InStr(des_ringkas(s), ".") = 0
End Function

' Tanpa nol di belakang koma.
Public Function des_ringkas(ByVal s As String) As String
    If InStr(s, ".") > 0 Then
        Do While Right$(s, 1) = "0"
            s = Left$(s, Len(s) - 1)
        Loop
        If Right$(s, 1) = "." Then s = Left$(s, Len(s) - 1)
    End If
    des_ringkas = s
End Function

' Bilangan bulat / 10^skala.
Public Function des_dari_bulat(ByVal bulat As String, ByVal skala As Long) As String
    Dim s As String
    s = bil_mutlak(bulat)
    If skala > 0 Then
        If Len(s) <= skala Then s = String$(skala - Len(s) + 1, "0") & s
        s = Left$(s, Len(s) - skala) & "." & Right$(s, skala)
    End If
    If Left$(bulat, 1) = "-" Then s = "-" & s
    des_dari_bulat = s
End Function

' Untuk kalimat: angkanya sendiri, koma desimal.
Public Function des_tulis(ByVal s As String) As String
    des_tulis = Replace(s, ".", ",")
End Function

' Seperti tercetak: titik ribuan, koma desimal, sebanyak itu desimalnya.
Public Function des_cetak(ByVal s As String, ByVal desimal As Long) As String
    Dim t As String, bulat As String, sisa As String, i As Long
    t = pec_bulatkan(pec_dari(s), desimal)
    bulat = bil_mutlak(t)
    If desimal > 0 Then
        sisa = "," & Right$(bulat, desimal)
        bulat = Left$(bulat, Len(bulat) - desimal - 1)
    End If
    i = Len(bulat) - 3
    Do While i > 0
        bulat = Left$(bulat, i) & "." & Mid$(bulat, i + 1)
        i = i - 3
    Loop
    If Left$(t, 1) = "-" Then bulat = "-" & bulat
    des_cetak = bulat & sisa
End Function

Public Function pec_buat(ByVal atas As String, ByVal bawah As String) As String
    If Left$(bawah, 1) = "-" Then
        pec_buat = bil_lawan(atas) & "/" & Mid$(bawah, 2)
    Else
        pec_buat = atas & "/" & bawah
    End If
End Function

Public Function pec_dari(ByVal s As String) As String
    Dim skala As Long
    skala = InStr(s, ".")
    If skala > 0 Then skala = Len(s) - skala
    pec_dari = des_bulat(s, skala) & "/1" & String$(skala, "0")
End Function

Public Function pec_tanda(ByVal a As String) As Long
    pec_tanda = bil_tanda(pec_atas(a))
End Function

Public Function pec_atas(ByVal a As String) As String
    pec_atas = Left$(a, InStr(a, "/") - 1)
End Function

Public Function pec_bawah(ByVal a As String) As String
    pec_bawah = Mid$(a, InStr(a, "/") + 1)
End Function

Public Function pec_tambah(ByVal a As String, ByVal b As String) As String
    Dim p As String, q As String, r As String, s As String
    Dim x() As String, y() As String
    x = Split(a, "/")
    y = Split(b, "/")
    p = x(0)
    q = x(1)
    r = y(0)
    s = y(1)
    If q = s Then
        pec_tambah = bil_tambah(p, r) & "/" & q
    Else
        pec_tambah = bil_tambah(bil_kali(p, s), bil_kali(r, q)) & "/" & bil_kali(q, s)
    End If
End Function

Public Function pec_kurang(ByVal a As String, ByVal b As String) As String
    pec_kurang = pec_tambah(a, bil_lawan(pec_atas(b)) & "/" & pec_bawah(b))
End Function

Public Function pec_kali(ByVal a As String, ByVal b As String) As String
    Dim x() As String, y() As String
    x = Split(a, "/")
    y = Split(b, "/")
    pec_kali = bil_kali(x(0), y(0)) & "/" & bil_kali(x(1), y(1))
End Function

' a / b; b bukan 0.
Public Function pec_bagi(ByVal a As String, ByVal b As String) As String
    pec_bagi = pec_buat(bil_kali(pec_atas(a), pec_bawah(b)), bil_kali(pec_bawah(a), pec_atas(b)))
End Function

' Dibandingkan dengan kali silang.
Public Function pec_banding(ByVal a As String, ByVal b As String) As Long
    pec_banding = bil_banding(bil_kali(pec_atas(a), pec_bawah(b)), bil_kali(pec_atas(b), pec_bawah(a)))
End Function

' Desimal dengan sebanyak itu angka di belakang koma; setengah menjauhi nol.
Public Function pec_bulatkan(ByVal a As String, ByVal desimal As Long) As String
    pec_bulatkan = des_dari_bulat(bil_bagi(bil_kali(pec_atas(a), bil_puluh(desimal)), pec_bawah(a)), desimal)
End Function

' Teks angka bertitik, dengan titiknya digeser sebanyak pangkat 10.
Private Function geser(ByVal s As String, ByVal pangkat As Long) As String
    Dim skala As Long
    skala = des_skala(s) - pangkat
    s = bil_rapi(Replace(s, ".", ""))
    If skala <= 0 Then
        geser = s & String$(-skala, "0")
    Else
        geser = des_ringkas(des_dari_bulat(s, skala))
    End If
End Function
