' Rentang dari Excel menjadi blok nilai yang mulai pada (1, 1). Rentang yang sampai ke tepi lembar, seperti kolom utuh,
' dipotong pada daerah yang terpakai; sel yang tampak 66,5% menjadi teks itu.
Option Explicit
Option Private Module

' Satu argumen yang tertulis; n menjadi banyaknya argumen sampai dengan itu.
Public Sub isi_argumen(ByRef a() As Variant, ByRef n As Long, ByVal i As Long, ByRef v As Variant)
    If IsObject(v) Then
        Set a(i) = v
    Else
        a(i) = v
    End If
    n = i + 1
End Sub

' Argumen a menjadi b: semua yang berupa rentang dibaca sama tinggi dan sama lebar paling banyak sebanyak yang terpakai.
' persen: argumen yang selnya boleh tampak persen ditandai "1", yang terakhir berlaku juga untuk ulangannya; biar: sejak
' nomor itu argumen dibiarkan.
Public Sub siapkan(ByRef a() As Variant, ByRef b() As Variant, ByVal n As Long, ByVal persen As String, ByVal biar As Long)
    Dim i As Long, baris As Long, kolom As Long
    For i = 0 To n - 1
        If IsObject(a(i)) And i < biar Then
            If a(i).Areas.Count > 1 Then
                tolak_saja GALAT_VALUE, "Rentang harus satu blok sel, bukan gabungan. Pilih satu blok sel."
            End If
            baris = terbesar(baris, tinggi_terpakai(a(i)))
            kolom = terbesar(kolom, lebar_terpakai(a(i)))
        End If
    Next i
    ReDim b(0 To n)
    persen = persen & String$(n, Right$("0" & persen, 1))
    For i = 0 To n - 1
        If IsObject(a(i)) Then
            If i < biar Then
                b(i) = baca_rentang(a(i), baris, kolom, Mid$(persen, i + 1, 1) = "1")
            Else
                Set b(i) = a(i)
            End If
        ElseIf IsArray(a(i)) And i < biar Then
            b(i) = rapikan(a(i))
        Else
            b(i) = a(i)
        End If
    Next i
End Sub

Private Function terbesar(ByVal x As Long, ByVal y As Long) As Long
    terbesar = x
    If y > x Then terbesar = y
End Function

Private Function tinggi_terpakai(ByVal r As Object) As Long
    Dim lembar As Object
    tinggi_terpakai = r.Rows.Count
    Set lembar = r.Worksheet
    If r.Row + tinggi_terpakai <= lembar.Rows.Count Then Exit Function
    tinggi_terpakai = lembar.UsedRange.Row + lembar.UsedRange.Rows.Count - r.Row
    If tinggi_terpakai < 1 Then tinggi_terpakai = 1
End Function

Private Function lebar_terpakai(ByVal r As Object) As Long
    Dim lembar As Object
    lebar_terpakai = r.Columns.Count
    Set lembar = r.Worksheet
    If r.Column + lebar_terpakai <= lembar.Columns.Count Then Exit Function
    lebar_terpakai = lembar.UsedRange.Column + lembar.UsedRange.Columns.Count - r.Column
    If lebar_terpakai < 1 Then lebar_terpakai = 1
End Function

Private Function baca_rentang(ByVal r As Object, ByVal baris As Long, ByVal kolom As Long, ByVal persen As Boolean) As Variant
    Dim v As Variant
    If r.Rows.Count < baris Then baris = r.Rows.Count
    If r.Columns.Count < kolom Then kolom = r.Columns.Count
    If baris < r.Rows.Count Or kolom < r.Columns.Count Then Set r = r.Resize(baris, kolom)
    v = r.Value
    If IsArray(v) Then
        v = rapikan(v)
        luruskan_uang r, v
        If persen Then tulis_persen r, v
    Else
        If VarType(v) = vbCurrency Then v = r.Value2
        If persen And apakah_bilangan(v) Then
            If tampak_persen(r) Then v = teks_persen(v)
        End If
    End If
    baca_rentang = v
End Function

' Sel berformat mata uang diserahkan Excel dengan empat desimal saja; Value2 memberi semuanya.
Private Sub luruskan_uang(ByVal r As Object, ByRef v As Variant)
    Dim i As Long, j As Long, asli As Variant
    For i = 1 To UBound(v, 1)
        For j = 1 To UBound(v, 2)
            If VarType(v(i, j)) = vbCurrency Then
                If IsEmpty(asli) Then asli = r.Value2
                v(i, j) = asli(i, j)
            End If
        Next j
    Next i
End Sub

' Sel yang tampak persen berarti seperti tampaknya: 0,665 yang tampak 66,5% diserahkan sebagai teks "66,5%".
Private Sub tulis_persen(ByVal r As Object, ByRef v As Variant)
    Dim i As Long, j As Long, format_sel As Variant, satu As Boolean
    format_sel = r.NumberFormat
    If Not IsNull(format_sel) Then
        If Not ada_persen(format_sel) Then Exit Sub
        satu = selalu_persen(format_sel)
    End If
    For i = 1 To UBound(v, 1)
        For j = 1 To UBound(v, 2)
            If apakah_bilangan(v(i, j)) Then
                If satu Then
                    v(i, j) = teks_persen(v(i, j))
                ElseIf tampak_persen(r.Cells(i, j)) Then
                    v(i, j) = teks_persen(v(i, j))
                End If
            End If
        Next j
    Next i
End Sub

' Persis: titik desimalnya digeser dua angka, tidak ada yang dikalikan.
Private Function teks_persen(ByVal v As Variant) As String
    Dim s As String, skala As Long
    s = des_dari(v)
    skala = des_skala(s)
    If skala < 2 Then skala = 2
    teks_persen = des_tulis(des_ringkas(des_dari_bulat(des_bulat(s, skala), skala - 2))) & "%"
End Function

Private Function apakah_bilangan(ByRef v As Variant) As Boolean
    Select Case VarType(v)
    Case vbInteger, vbLong, vbSingle, vbDouble, vbCurrency, vbDecimal
        apakah_bilangan = True
    End Select
End Function

' Format yang tidak menampakkan persen pada setiap bagiannya bergantung pada isi sel: di situ teks selnya menentukan.
Private Function tampak_persen(ByVal sel As Object) As Boolean
    Dim t As String
    If Not ada_persen(sel.NumberFormat) Then Exit Function
    tampak_persen = selalu_persen(sel.NumberFormat)
    If tampak_persen Then Exit Function
    t = sel.Text
    If InStr(t, "##") > 0 Then
        tolak_saja GALAT_VALUE, "Kolomnya terlalu sempit untuk melihat apakah angkanya persen. Lebarkan kolom itu."
    End If
    tampak_persen = InStr(t, "%") > 0
End Function

Private Function selalu_persen(ByVal format_sel As String) As Boolean
    Dim satu As Variant
    For Each satu In Split(format_sel, ";")
        If Not ada_persen(satu) And InStr(satu, "@") = 0 Then Exit Function
    Next satu
    selalu_persen = True
End Function

' Tanda persen di luar teks dalam tanda petik, dan bukan sekadar huruf atau jarak.
Private Function ada_persen(ByVal format_sel As String) As Boolean
    Dim potong() As String, i As Long
    potong = Split(Replace(Replace(Replace(format_sel, "\%", ""), "_%", ""), "*%", ""), """")
    For i = 0 To UBound(potong) Step 2
        If InStr(potong(i), "%") > 0 Then ada_persen = True
    Next i
End Function

' Larik apa pun menjadi blok yang mulai pada (1, 1); satu sel menjadi sel itu.
Private Function rapikan(ByRef v As Variant) As Variant
    Dim h() As Variant, i As Long, j As Long, b As Long, k As Long
    If dimensi(v) = 1 Then
        k = LBound(v)
        ReDim h(1 To 1, 1 To UBound(v) - k + 1)
        For j = 1 To UBound(h, 2)
            h(1, j) = v(k + j - 1)
        Next j
    Else
        b = LBound(v, 1)
        k = LBound(v, 2)
        ReDim h(1 To UBound(v, 1) - b + 1, 1 To UBound(v, 2) - k + 1)
        For i = 1 To UBound(h, 1)
            For j = 1 To UBound(h, 2)
                h(i, j) = v(b + i - 1, k + j - 1)
            Next j
        Next i
    End If
    If UBound(h, 1) = 1 And UBound(h, 2) = 1 Then
        rapikan = h(1, 1)
    Else
        rapikan = h
    End If
End Function

Public Function dimensi(ByRef v As Variant) As Long
    Dim n As Long
    On Error GoTo selesai
    Do
        n = UBound(v, dimensi + 1)
        dimensi = dimensi + 1
    Loop
selesai:
End Function
