' Kolom mana berisi apa di sebuah rentang: menurut judul di baris pertamanya, atau menurut letaknya. Nomor kolom dari 1,
' dipisah koma, dari tingkat terdalam.
Option Explicit
Option Private Module

Public k_kode As String
Public k_nama As String
Public k_uang As String
Public k_pecahan As String
Public k_pemilik As String
Public k_pembeda As String
Public k_akun As Long
Public k_tahun As Long
Public k_berulang As Boolean
Public k_rincian As Boolean
Public k_berjudul As Boolean
Private Const TERDALAM As Long = 15
Private judul() As String
Private arti() As String
Private ciri() As String

' v: tabelnya; b: nomor baris yang berisi, n banyaknya; baris b(1) boleh berisi judul.
Public Sub cari_kolom(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal peran As String)
    Dim k As Long, calon As String, bernama As Boolean, bersatuan As String, berciri As String, lebar As Long
    lebar = UBound(v, 2)
    bernama = baca_kepala(v, b(1), peran, judul, arti, ciri)
    cari_ragu v, b, n, judul, ciri
    satukan_ciri ciri
    For k = 1 To lebar
        If ciri(k) <> "" Then berciri = berciri & k & ","
    Next k
    kosongkan
    If berciri = "" Or Not bernama Then
        tolak_kepala_di_bawah v, b, n, peran
        If berciri <> "" Then
            If calon_uang(berciri, peran) <> lebar & "," Then
                tolak_di peran, "Judul kolom kode tidak dikenal: " & sebut_judul(kolom_berjudul()) & ".", _
                    Replace("Beri judul 'Kode' dan 'Uraian'.", "'", """")
            End If
        End If
        cari_letak v, b, n, bernama, peran
        Exit Sub
    End If
    tolak_dua_baris v, b, n, peran
    calon = calon_uang(berciri, peran)
    If calon = "" Then
        bersatuan = "Tidak ada kolom pagu; judulnya: "
        If peran = "realisasi" Then bersatuan = Replace(bersatuan, "pagu;", "realisasi;")
        tolak_di peran, bersatuan & sebut_judul(berciri) & ".", "Beri judul kolom jumlahnya."
    End If
    k_uang = pilih_uang(v, b, n, calon, peran)
    For k = 1 To lebar
        If InStr("," & k_uang, "," & k & ",") > 0 And bersatuan = "" Then bersatuan = cari_satuan(judul(k))
    Next k
    If bersatuan <> "" Then
        tolak_di peran, "Jumlahnya tidak dalam rupiah penuh: " & teks_petik(bersatuan) & ".", "Pakai tabel dalam rupiah penuh."
    End If
    petakan_kolom peran
End Sub

' Judul, arti, dan ciri kolom-kolom di sebuah baris; benar bila ada judul kode atau nama. Di sampingnya tahun juga judul.
Private Function baca_kepala(ByRef v As Variant, ByVal baris As Long, ByVal peran As String, _
        ByRef teks() As String, ByRef makna() As String, ByRef sifat() As String) As Boolean
    Dim k As Long, satu() As String, bernama As Boolean
    ReDim teks(1 To UBound(v, 2))
    ReDim makna(1 To UBound(v, 2))
    ReDim sifat(1 To UBound(v, 2))
    For k = 1 To UBound(v, 2)
        If VarType(v(baris, k)) = vbString Then
            If Not seperti_uang(v(baris, k)) Then
                teks(k) = teks_baca(v(baris, k), peran)
                satu = Split(baca_judul(teks(k)), "#")
                makna(k) = satu(0)
                sifat(k) = satu(1)
                If arti_nama_kode(makna(k)) Then bernama = True
            End If
        End If
    Next k
    For k = 1 To UBound(v, 2)
        If bernama And teks(k) = "" Then
            teks(k) = judul_tahun(v(baris, k))
            If teks(k) <> "" Then sifat(k) = Split(baca_judul(teks(k)), "#")(1)
        End If
    Next k
    baca_kepala = bernama
End Function

Private Function arti_nama_kode(ByVal makna As String) As Boolean
    arti_nama_kode = makna Like "kode_*" Or (makna Like "nama_*" And makna <> "nama_kecamatan")
End Function

' Judul di bawah baris pertama: kepala surat ikut terpilih.
Private Sub tolak_kepala_di_bawah(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal peran As String)
    Dim i As Long, teks() As String, makna() As String, sifat() As String
    For i = 2 To n
        If i > TERDALAM Then Exit Sub
        If baca_kepala(v, b(i), peran, teks, makna, sifat) And Join(sifat, "") <> "" Then
            judul = teks
            tolak_di peran, "Judul kolomnya tidak di baris pertama: " & sebut_judul(kolom_berjudul()) & " ada di bawahnya.", _
                "Mulai rentang dari baris judul itu."
        End If
    Next i
End Sub

' Baris kedua melanjutkan judul kolom jumlah.
Private Sub tolak_dua_baris(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal peran As String)
    Dim k As Long, semua As String, berciri As Boolean, lain As Boolean
    If n < 2 Then Exit Sub
    For k = 1 To UBound(arti)
        If Not sel_kosong(v(b(2), k)) Then
            If arti_nama_kode(arti(k)) Or VarType(v(b(2), k)) <> vbString Then
                lain = True
            ElseIf seperti_uang(v(b(2), k)) Then
                lain = True
            Else
                semua = semua & k & ","
                If Split(baca_judul(teks_baca(v(b(2), k), peran)), "#")(1) <> "" Then berciri = True
            End If
        End If
    Next k
    If lain Or Not berciri Then Exit Sub
    baca_kepala v, b(2), peran, judul, arti, ciri
    tolak_di peran, "Judul kolomnya dua baris: " & sebut_judul(semua) & " ada di baris kedua.", _
        "Tulis judulnya dalam satu baris, lalu ulangi."
End Sub

Private Sub kosongkan()
    k_kode = ""
    k_nama = ""
    k_uang = ""
    k_pecahan = ""
    k_pemilik = ""
    k_pembeda = ""
    k_akun = 0
    k_tahun = 0
    k_berulang = False
    k_rincian = False
    k_berjudul = False
End Sub

' Kode di depan, jumlah di belakang, nama di antaranya; baris pertama judul bila hanya berisi kata.
Private Sub cari_letak(ByRef v As Variant, ByRef b() As Long, ByVal n As Long, ByVal bernama As Boolean, ByVal peran As String)
    Dim k As Long, berjudul As String, akhir As Long, pertama As String, kode As String, baris As Long
    akhir = UBound(v, 2)
    baris = b(1)
    berjudul = kolom_berjudul()
    kode = kolom_arti("kode_")
    If bernama And (judul_lain(judul(akhir)) Or (kode <> "" And Left$(kode, 2) <> "1,")) Then
        tolak_di peran, "Judul kolom jumlah tidak dikenal: " & sebut_judul(berjudul) & ".", _
            Replace("Beri judul seperti 'Pagu' atau 'Realisasi'.", "'", """")
    End If
    For k = 3 To akhir - 1
        If ada_jumlah(v, b, n, k) Then
            tolak_di peran, "Kolom " & k & " dan kolom " & akhir & " sama-sama berisi angka, dan tidak ada judul yang membedakannya.", _
                "Beri judul Pagu atau Realisasi, atau pilih kode, nama, dan jumlah saja."
        End If
    Next k
    k_kode = "1,"
    If akhir > 2 Then k_nama = "2,"
    k_uang = akhir & ","
    If judul(akhir) = "" Then Exit Sub
    pertama = "2"
    If VarType(v(baris, 1)) = vbString Then
        pertama = Replace(v(baris, 1), vbLf, " ")
    ElseIf VarType(v(baris, 1)) = vbBoolean Or sel_kosong(v(baris, 1)) Then
        pertama = ""
    ElseIf VarType(v(baris, 1)) <> vbDate Then
        If v(baris, 1) = 0 Then pertama = ""
    End If
    k_berjudul = Not (pertama Like "*[0-9]*")
End Sub

' Kolom-kolom yang judulnya berarti itu.
Private Function kolom_arti(ByVal makna As String) As String
    Dim k As Long
    For k = 1 To UBound(arti)
        If arti(k) = makna And judul(k) <> "" Then kolom_arti = kolom_arti & k & ","
    Next k
End Function

Private Sub petakan_kolom(ByVal peran As String)
    Dim satu As Variant, k As Long, makna As String, akun As String, umum As String, sudah As String
    For Each satu In Array("kode_", "nama_")
        For k = 1 To 4
            makna = kolom_arti(satu & Choose(k, "sub", "keg", "program", ""))
            If InStr(makna, ",") < Len(makna) Then
                tolak_di peran, "Beberapa kolom sama artinya: " & sebut_judul(makna) & ".", _
                    "Perjelas judulnya, atau pilih rentang lain."
            End If
            If satu = "nama_" Then
                k_nama = k_nama & makna
            ElseIf k < 4 Then
                k_kode = k_kode & makna
            Else
                umum = makna
            End If
        Next k
    Next satu
    akun = kolom_arti("pembeda akun")
    If akun <> "" Then k_akun = CLng(Left$(akun, InStr(akun, ",") - 1))
    If umum <> "" And k_kode <> "" Then
        k = CLng(Left$(umum, Len(umum) - 1))
        If kata_ada(lipat_kolom(judul(k)), "rekening|rek|akun") Then
            k_akun = k
            umum = ""
        End If
    End If
    k_kode = k_kode & umum
    For k = 1 To UBound(judul)
        makna = arti(k)
        If Left$(makna, 8) = "pembeda " And InStr(sudah, "|" & makna & "|") = 0 Then
            sudah = sudah & "|" & makna & "|"
            If makna <> "pembeda akun" And makna <> "pembeda nama akun" Then k_pembeda = k_pembeda & kolom_arti(makna)
            makna = Mid$(makna, 9)
        End If
        If makna <> "" And InStr("|" & kata_rekon("ulangan") & "|", "|" & makna & "|") > 0 Then k_berulang = True
        If kata_ada(lipat_kolom(judul(k)), "koefisien|harga") Then k_rincian = True
    Next k
    If k_akun > 0 Then k_berulang = True
    For Each satu In Split(kata_rekon("pemilik"), "|")
        k_pemilik = k_pemilik & kolom_arti(satu)
    Next satu
    makna = kolom_arti("tahun")
    If makna <> "" Then k_tahun = CLng(Left$(makna, InStr(makna, ",") - 1))
    k_pecahan = potongan_kode()
    k_berjudul = True
End Sub

' Kolom tanpa judul di kanan satu-satunya kolom kode: bagian-bagian kode di bawah satu judul.
Private Function potongan_kode() As String
    Dim k As Long, hasil As String
    If k_kode = "" Or InStr(k_kode, ",") < Len(k_kode) Then Exit Function
    For k = CLng(Left$(k_kode, Len(k_kode) - 1)) + 1 To UBound(judul)
        If judul(k) <> "" Then
            potongan_kode = hasil
            Exit Function
        End If
        hasil = hasil & k & ","
    Next k
End Function

' Kolom jumlah yang dapat dimaksud sebuah sumber.
Private Function calon_uang(ByVal berciri As String, ByVal peran As String) As String
    Dim satu As Variant, c() As String, sendiri As String, jumlah As String, kini As String, lalu As String, berpagu As Boolean
    For Each satu In Split(Left$(berciri, Len(berciri) - 1), ",")
        c = Split(ciri(CLng(satu)), "|")
        If c(0) = "realisasi" Then sendiri = sendiri & satu & ","
        If c(0) = "jumlah" Then jumlah = jumlah & satu & ","
        If c(0) = "plafon" Then berpagu = True
        If c(0) <> "realisasi" And c(2) = "0" Then kini = kini & satu & ","
        If c(0) <> "realisasi" And c(2) = "-1" Then lalu = lalu & satu & ","
    Next satu
    If peran = "realisasi" Then
        calon_uang = sendiri
        If sendiri = "" And Not berpagu Then calon_uang = jumlah
    Else
        calon_uang = kini
        If kini = "" Then calon_uang = lalu
    End If
End Function

Private Function kolom_berjudul() As String
    Dim k As Long
    For k = 1 To UBound(judul)
        If judul(k) <> "" Then kolom_berjudul = kolom_berjudul & k & ","
    Next k
End Function

' Judul kolom-kolom itu, untuk kalimat.
Public Function sebut_judul(ByVal kolom As String) As String
    Dim satu As Variant
    For Each satu In Split(Left$(kolom, Len(kolom) - 1), ",")
        If sebut_judul <> "" Then sebut_judul = sebut_judul & ", "
        sebut_judul = sebut_judul & "'" & judul(CLng(satu)) & "' (kolom " & satu & ")"
    Next satu
End Function

Public Function nama_kolom(ByVal k As Long) As String
    If k <= UBound(judul) Then nama_kolom = lipat_kolom(judul(k))
End Function

Public Function ciri_kolom(ByVal k As Long, ByVal i As Long) As String
    ciri_kolom = Split(ciri(k), "|")(i)
End Function
