' Nama dan judul: apa yang sama pada dua ejaannya, dan apa yang disebut sebuah nama (jumlah, belanja, SKPD, program).
Option Explicit
Option Private Module

Private ingat As Collection

' Teks sel dengan spasi tunggal. Yang hurufnya tidak dikenal di sini ditolak, agar tidak dibaca lain daripada oleh inti.
Public Function teks_baca(ByVal s As String, ByVal tempat As String) As String
    Dim i As Long, spasi As Boolean
    For i = 1 To Len(s)
        Select Case AscW(Mid$(s, i, 1))
        Case 33 To 126, 161 To 172, 174 To 180, 182 To 222, 224 To 255, 8208 To 8231, 8240 To 8286, 8352 To 8383, _
            8592 To 9254, 9472 To 10101
        Case 32
            spasi = True
        Case Else
            If Not apakah_spasi(Mid$(s, i, 1)) Then
                tolak_di tempat, "Huruf " & teks_kutip(Mid$(s, i, 1)) & " dalam " & teks_kutip(Left$(s, 40)) & _
                    " tidak dikenal add-in tanpa Python.", "Tulis dengan huruf Latin biasa."
            End If
            Mid(s, i, 1) = " "
            spasi = True
        End Select
    Next i
    If spasi Then
        s = Trim$(s)
        Do While InStr(s, "  ") > 0
            s = Replace(s, "  ", " ")
        Loop
    End If
    teks_baca = s
End Function

Public Sub tolak_di(ByVal tempat As String, ByVal pesan As String, ByVal saran As String)
    lupakan_tempat
    tempat_sel = tempat
    tolak GALAT_VALUE, pesan, saran
End Sub

' Teks berpetik seperti dalam kalimat inti.
Public Function teks_petik(ByVal s As String) As String
    s = Replace(s, "\", "\\")
    If InStr(s, "'") > 0 And InStr(s, """") = 0 Then
        teks_petik = """" & s & """"
    Else
        teks_petik = "'" & Replace(s, "'", "\'") & "'"
    End If
End Function

' 1 huruf, 2 angka, 3 angka yang tidak dapat dihitung, 0 selain itu; garis bawah 4.
Public Function ragam_huruf(ByVal c As String) As Long
    If c = "" Then Exit Function
    Select Case AscW(c)
    Case 65 To 90, 97 To 122, 170, 186, 192 To 214, 216 To 246, 248 To 255
        ragam_huruf = 1
    Case 48 To 57, 178, 179, 185
        ragam_huruf = 2
    Case 188 To 190
        ragam_huruf = 3
    Case 95
        ragam_huruf = 4
    End Select
End Function

Public Function apakah_kata(ByVal c As String) As Boolean
    apakah_kata = ragam_huruf(c) > 0
End Function

' Kata-katanya saja, berhuruf kecil.
Public Function lipat_judul(ByVal s As String) As String
    Dim i As Long
    s = LCase$(s)
    For i = 1 To Len(s)
        Select Case AscW(Mid$(s, i, 1))
        Case 97 To 122, 48 To 57, 32
        Case Else
            If ragam_huruf(Mid$(s, i, 1)) Mod 4 = 0 Then Mid(s, i, 1) = " "
        End Select
    Next i
    s = Trim$(s)
    Do While InStr(s, "  ") > 0
        s = Replace(s, "  ", " ")
    Loop
    lipat_judul = s
End Function

' Nama program untuk dibandingkan: tanpa kode di depannya, tanpa kata program, dalam satu ejaan.
Public Function lipat_nama(ByVal s As String) As String
    Dim ejaan As Variant
    s = Trim$(s)
    Do While Left$(s, 1) Like "[0-9. -]"
        s = Mid$(s, 2)
    Loop
    s = lipat_judul(s)
    If Left$(s, 8) = "program " Then s = Mid$(s, 9)
    For Each ejaan In Array("ketenteraman=ketentraman", "pemerintahan=pemerintah")
        s = Replace(s, Split(ejaan, "=")(0), Split(ejaan, "=")(1))
    Next ejaan
    lipat_nama = s
End Function

' Kode program baku menurut kode atau namanya; "" bila tidak ada.
Public Function cari_program(ByVal teks As String) As String
    Dim satu As Variant, kode As String, lipat As String
    kode = kode_baku(teks)
    lipat = lipat_nama(teks)
    For Each satu In Split(kata_rekon("program"), vbLf)
        If Left$(satu, 7) = kode Or Mid$(satu, 9) = lipat Then
            cari_program = Left$(satu, 7)
            Exit Function
        End If
    Next satu
End Function

' Nama dengan huruf kecil; huruf yang direnggangkan di depannya dirapatkan.
Private Function lipat_label(ByVal s As String) As String
    Dim n As Long
    s = LCase$(Trim$(s))
    n = 1
    Do While apakah_kata(Mid$(s, n, 1)) And Mid$(s, n + 1, 1) = " "
        n = n + 2
    Loop
    If Not apakah_kata(Mid$(s, n, 1)) Or apakah_kata(Mid$(s, n + 1, 1)) Then n = n - 2
    If n >= 5 Then s = Replace(Left$(s, n), " ", "") & Mid$(s, n + 1)
    lipat_label = s
End Function

' Label sebuah nama, seperti LABEL_JUMLAH; 0 bila nama biasa.
Public Function baca_label(ByVal nama As String) As Long
    Dim kunci As String
    If ingat Is Nothing Then Set ingat = New Collection
    If ingat.Count > 2000 Then Set ingat = New Collection
    kunci = kunci_huruf("x" & nama)
    baca_label = peta_isi(ingat, kunci) - 1
    If baca_label >= 0 Then Exit Function
    baca_label = cari_label(nama)
    ingat.Add baca_label + 1, kunci
End Function

Private Function cari_label(ByVal nama As String) As Long
    Dim teks As String, i As Long
    teks = lipat_label(nama)
    i = InStr(teks, " ")
    If i > 2 And i < 7 Then
        If pola_penuh(Left$(teks, i), "(?:[0-9]?[0-9]|[a-z]|[ivx]?[ivx]?[ivx]?[ivx])[.)] ") Then teks = Mid$(teks, i + 1)
    End If
    For i = 1 To LABEL_PROGRAM - 1
        If pola_awal(teks, "@label " & i) Then
            cari_label = i
            Exit Function
        End If
    Next i
    If Left$(teks, 8) = "program " Then
        cari_label = LABEL_PROGRAM
    ElseIf teks <> "" Then
        If cari_program(nama) <> "" Then cari_label = LABEL_PROGRAM
    End If
End Function

' Judul di atas program dan rekening.
Public Function apakah_seksi(ByVal label As Long) As Boolean
    apakah_seksi = (label = LABEL_PENDAPATAN Or label = LABEL_BELANJA Or label = LABEL_PEMBIAYAAN)
End Function

Public Function menyebut_seluruh(ByVal nama As String) As Boolean
    menyebut_seluruh = kata_ada(lipat_label(nama), "grand|(?:ke)?seluruh(?:an|nya)?")
End Function

Public Function menyebut_tingkat(ByVal nama As String) As Boolean
    menyebut_tingkat = pola_ada(lipat_label(nama), "@tingkat")
End Function
