' Rentang dari Excel menjadi blok nilai yang mulai pada (1, 1); kolom utuh dipotong pada daerah yang terpakai.
Option Explicit
Option Private Module

' Argumen a menjadi b: semua yang berupa rentang dibaca sama tinggi dan sama lebar paling banyak sebanyak yang terpakai.
' persen: argumen yang angkanya 0 sampai 100 ditandai "1"; biar: sejak nomor itu argumen dibiarkan.
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
    If tinggi_terpakai < lembar.Rows.Count Then Exit Function
    tinggi_terpakai = lembar.UsedRange.Row + lembar.UsedRange.Rows.Count - r.Row
    If tinggi_terpakai < 1 Then tinggi_terpakai = 1
End Function

Private Function lebar_terpakai(ByVal r As Object) As Long
    Dim lembar As Object
    lebar_terpakai = r.Columns.Count
    Set lembar = r.Worksheet
    If lebar_terpakai < lembar.Columns.Count Then Exit Function
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
        If persen Then kali_persen r, v
    Else
        If VarType(v) = vbCurrency Then v = r.Value2
        If persen And apakah_bilangan(v) Then
            If apakah_persen(r.NumberFormat) Then v = v * 100
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

' Sel berformat persen berarti seperti tampaknya: 0,665 yang tampak 66,5% adalah 66,5.
Private Sub kali_persen(ByVal r As Object, ByRef v As Variant)
    Dim i As Long, j As Long, format_sel As Variant, satu As Boolean
    format_sel = r.NumberFormat
    satu = Not IsNull(format_sel)
    If satu Then
        If Not apakah_persen(format_sel) Then Exit Sub
    End If
    For i = 1 To UBound(v, 1)
        For j = 1 To UBound(v, 2)
            If apakah_bilangan(v(i, j)) Then
                If satu Then
                    v(i, j) = v(i, j) * 100
                ElseIf apakah_persen(r.Cells(i, j).NumberFormat) Then
                    v(i, j) = v(i, j) * 100
                End If
            End If
        Next j
    Next i
End Sub

Private Function apakah_bilangan(ByRef v As Variant) As Boolean
    Select Case VarType(v)
    Case vbInteger, vbLong, vbSingle, vbDouble, vbCurrency, vbDecimal
        apakah_bilangan = True
    End Select
End Function

' Tanda persen di luar teks dalam tanda petik.
Private Function apakah_persen(ByVal format_sel As Variant) As Boolean
    Dim bagian() As String, i As Long
    If IsNull(format_sel) Then Exit Function
    bagian = Split(Replace(format_sel, "\%", ""), """")
    For i = 0 To UBound(bagian) Step 2
        If InStr(bagian(i), "%") > 0 Then apakah_persen = True
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

Private Function dimensi(ByRef v As Variant) As Long
    Dim n As Long
    On Error GoTo selesai
    Do
        n = UBound(v, dimensi + 1)
        dimensi = dimensi + 1
    Loop
selesai:
End Function
