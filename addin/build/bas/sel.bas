' Sel dan rentang: apa isinya, kapan kosong, dan bagaimana setiap jenis argumen dibaca.
Option Explicit
Option Private Module

Public Function sel_kosong(ByRef v As Variant) As Boolean
    If IsError(v) Then Exit Function
    If IsEmpty(v) Or IsNull(v) Then
        sel_kosong = True
    ElseIf VarType(v) = vbString Then
        sel_kosong = (teks_pangkas(v) = "")
    End If
End Function

Public Function semua_kosong(ByRef v As Variant) As Boolean
    Dim i As Long, j As Long
    If Not IsArray(v) Then
        semua_kosong = sel_kosong(v)
        Exit Function
    End If
    For i = 1 To UBound(v, 1)
        For j = 1 To UBound(v, 2)
            If Not sel_kosong(v(i, j)) Then Exit Function
        Next j
    Next i
    semua_kosong = True
End Function

Public Function nama_sel(ByVal i As Long, ByVal j As Long) As String
    nama_sel = "baris " & i & " kolom " & j
End Function

' Sebuah argumen yang tidak kosong menurut jenisnya.
Public Function baca_argumen(ByRef v As Variant, ByVal jenis As String, ByVal pilihan As String) As Variant
    Select Case jenis
    Case "daftar_nilai"
        baca_argumen = baca_blok(v, "nilai")
    Case "daftar_teks"
        baca_argumen = baca_blok(v, "tulisan")
    Case "matriks"
        baca_argumen = baca_blok(v, "nilai")
    Case "tabel"
        baca_argumen = baca_tabel(v)
    Case Else
        baca_argumen = baca_sel(v, jenis, pilihan)
    End Select
End Function

' Angka sebagai desimal, teks sebagai teks, target sebagai target.
Public Function baca_sel(ByRef v As Variant, ByVal jenis As String, ByVal pilihan As String) As Variant
    Dim s As String, satu As Variant
    tolak_galat v
    If IsArray(v) Then tolak GALAT_VALUE, "Di sini harus satu sel, bukan rentang.", ""
    If InStr("nilai uang bilangan", jenis) > 0 Then
        baca_sel = baca_angka(v, jenis)
        Exit Function
    End If
    Select Case jenis
    Case "target"
        baca_sel = baca_target(v)
    Case "sel"
        baca_sel = v
    Case "tulisan"
        baca_sel = baca_teks(v)
    Case Else
        s = baca_teks(v)
        For Each satu In Split(pilihan, "; ")
            If LCase$(satu) = LCase$(s) Then
                baca_sel = satu
                Exit Function
            End If
        Next satu
        tolak GALAT_VALUE, "“" & Left$(s, 40) & "” bukan pilihan yang dikenal.", "Pilih: " & pilihan & "."
    End Select
End Function

Public Function baca_angka(ByRef v As Variant, ByVal jenis As String) As String
    Select Case VarType(v)
    Case vbString
        baca_angka = teks_angka(v, jenis)
    Case vbBoolean
        tolak GALAT_VALUE, "Di sini harus angka, bukan TRUE/FALSE.", ""
    Case vbDate
        tolak GALAT_VALUE, "Di sini harus angka, bukan tanggal " & tulis_tanggal(v) & ".", ""
    Case Else
        baca_angka = des_dari(v)
    End Select
End Function

Private Function baca_target(ByRef v As Variant) As Variant
    Select Case VarType(v)
    Case vbString
        baca_target = target_teks(v)
    Case vbDate
        tolak GALAT_VALUE, "Isinya sudah menjadi tanggal atau waktu (" & tulis_tanggal(v) & ").", _
            "Ubah format sel menjadi Teks, lalu ketik lagi, misalnya 7-8 atau 1:32."
    Case Else
        baca_target = target_angka(baca_angka(v, "nilai"))
    End Select
End Function

Private Function baca_teks(ByRef v As Variant) As String
    Select Case VarType(v)
    Case vbString
        baca_teks = teks_pangkas(v)
    Case vbBoolean
        If v Then tolak GALAT_VALUE, "True bukan angka.", "Isi dengan angka."
        tolak GALAT_VALUE, "False bukan angka.", "Isi dengan angka."
    Case vbDate
        baca_teks = Format$(v, "yyyy\-mm\-dd")
        If CDbl(v) <> Int(CDbl(v)) Then baca_teks = baca_teks & Format$(v, " hh\:nn\:ss")
    Case Else
        baca_teks = des_tulis(des_dari(v))
    End Select
End Function

Private Function tulis_tanggal(ByVal v As Date) As String
    tulis_tanggal = Format$(v, "dd\-mm\-yyyy")
End Function

Private Sub tolak_galat(ByRef v As Variant)
    Dim kode As Long
    If Not IsError(v) Then Exit Sub
    kode = kode_sel(v)
    tolak kode, "Sel masukan berisi " & nama_galat(kode) & ".", "Betulkan sel itu dahulu."
End Sub

' Blok sel; yang kosong tetap Empty, dan galat menyebut selnya.
Private Function baca_blok(ByRef v As Variant, ByVal jenis As String) As Variant
    Dim h() As Variant, i As Long, j As Long
    If Not IsArray(v) Then
        ReDim h(1 To 1, 1 To 1)
        tempat_sel = nama_sel(1, 1)
        h(1, 1) = baca_sel(v, jenis, "")
        tempat_sel = ""
        baca_blok = h
        Exit Function
    End If
    ReDim h(1 To UBound(v, 1), 1 To UBound(v, 2))
    For i = 1 To UBound(v, 1)
        For j = 1 To UBound(v, 2)
            If Not sel_kosong(v(i, j)) Then
                tempat_sel = nama_sel(i, j)
                h(i, j) = baca_sel(v(i, j), jenis, "")
            End If
        Next j
    Next i
    tempat_sel = ""
    baca_blok = h
End Function
