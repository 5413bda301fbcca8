' Butir: baris tabel anggaran dengan kode yang utuh, pemilik, dan labelnya. Apa kedudukannya, diputuskan oleh bukti.
' Sen ditulis sebagai bilangan; "" berarti tidak ada.
Option Explicit
Option Private Module

Public Const D_ISI As Long = 0
Public Const D_JUMLAH As Long = 1
Public Const D_WADAH As Long = 2
Public Const D_LUAR As Long = 3
Public Const D_RINCIAN As Long = 4
Public Const D_ULANGAN As Long = 5

Public b_n As Long
Public b_kode() As String
Public b_jenis() As Long
Public b_nama() As String
Public b_kunci() As String
Public b_sen() As String
Public b_milik() As Long
Public b_yatim() As Boolean
Public b_diduga() As Boolean
Public b_label() As Long
Public b_duduk() As Long
Public b_harus() As String
Public b_dua() As Boolean
Private pemilik As Collection
Private banyak_pemilik As Long
Private induk As String
Private kecamatan As String
Private unit As String

' Butir dari baris-baris yang sudah dibaca.
Private Sub susun_butir(ByVal n As Long, ByRef sen() As String, ByVal peran As String)
    Dim i As Long, berkode As Boolean, urusan As String
    siapkan_butir n
    For i = 1 To n
        If s_kode(i) <> "" And s_jenis(i) <> J_ASING Then berkode = True
        If di_pohon(s_jenis(i)) Then urusan = urusan & Left$(s_kode(i), 1)
    Next i
    For i = 1 To n
        b_sen(i) = sen(i)
        susun_kode i, urusan, peran
        If b_kode(i) = "" And berkode And sen(i) <> "" Then
            b_kode(i) = cari_program(s_nama(i))
            If b_kode(i) <> "" Then
                b_diduga(i) = True
                b_jenis(i) = J_PROGRAM
            End If
        End If
        If s_kec(i) = "" Then s_kec(i) = s_skpd(i)
        If s_kec(i) = "" Then s_kec(i) = kecamatan
        b_milik(i) = peta_nomor(pemilik, kunci_huruf("x" & s_kec(i)), banyak_pemilik)
        b_kunci(i) = kunci_butir(i)
        s_beda(i) = sambung(unit, s_beda(i))
        b_nama(i) = s_nama(i)
        b_yatim(i) = (b_kode(i) = "" And b_nama(i) = "")
        b_label(i) = label_butir(b_nama(i), b_jenis(i))
    Next i
End Sub

Private Sub siapkan_butir(ByVal n As Long)
    b_n = n
    ReDim b_kode(0 To n)
    ReDim b_jenis(0 To n)
    ReDim b_nama(0 To n)
    ReDim b_kunci(0 To n)
    ReDim b_sen(0 To n)
    ReDim b_milik(0 To n)
    ReDim b_yatim(0 To n)
    ReDim b_diduga(0 To n)
    ReDim b_label(0 To n)
    ReDim b_duduk(0 To n)
    ReDim b_harus(0 To n)
    ReDim b_dua(0 To n)
    Set pemilik = New Collection
    banyak_pemilik = 0
    induk = ""
    kecamatan = ""
    unit = ""
End Sub

' Dari kebanyakan baris berkode, namanya tidak perlu ditanya.
Private Function label_butir(ByVal nama As String, ByVal jenis As Long) As Long
    If jenis = 0 Or jenis = J_URUSAN Then
        label_butir = baca_label(nama)
    ElseIf nama Like "[jJtTsSgG]*" Then
        If baca_label(nama) = LABEL_JUMLAH Then label_butir = LABEL_JUMLAH
    End If
End Function

' Kode sebuah baris di tempatnya.
Private Sub susun_kode(ByVal i As Long, ByVal urusan As String, ByVal peran As String)
    Dim kode As String, jenis As Long, akun As String
    kode = s_kode(i)
    If kode <> "" Then jenis = s_jenis(i)
    If jenis = J_ASING Then
        If b_sen(i) <> "" And Not (LCase$(kode) Like "x.xx.*") Then tolak_asing i, peran
    ElseIf jenis = J_SKPD Or jenis = J_SUBUNIT Then
        lihat_unit i
    ElseIf jenis = J_URUSAN Then
        If baca_label(s_nama(i)) = LABEL_PROGRAM Then
            kode = "0" & kode
            jenis = J_NOMOR
        ElseIf kode_mendua(kode) Then
            If berarti_akun(i, urusan) Then jenis = J_AKUN
        End If
    End If
    If di_pohon(jenis) Or jenis = J_NOMOR Then induk = kode
    akun = s_akun(i)
    If jenis = J_AKUN Then
        akun = ""
        If InStr(kode, " ") = 0 Then akun = kode
    End If
    If akun <> "" Then
        jenis = J_AKUN
        If s_akun(i) = "" Or kode = "" Then kode = induk
        If Left$(akun, 1) = "5" Then
            kode = Trim$(kode & " " & akun)
        Else
            kode = akun
        End If
    End If
    b_kode(i) = kode
    b_jenis(i) = jenis
End Sub

' 5 saja adalah rekening bila namanya berkata begitu, atau bila tidak ada program urusan 5.
Private Function berarti_akun(ByVal i As Long, ByVal urusan As String) As Boolean
    If apakah_seksi(baca_label(s_nama(i))) Then
        berarti_akun = True
    ElseIf Not pola_awal(LCase$(s_nama(i)), "(?:unsur|urusan|bidang)\b") Then
        berarti_akun = induk <> "" Or InStr(urusan, s_kode(i)) = 0
    End If
End Function

' Baris sebuah SKPD atau sub-unit: kelurahan milik kecamatan di atasnya.
Private Sub lihat_unit(ByVal i As Long)
    Dim sebutan As String
    sebutan = s_nama(i)
    If sebutan = "" Then sebutan = s_kode(i)
    induk = ""
    If s_jenis(i) = J_SKPD Then
        kecamatan = sebutan
        unit = ""
        Exit Sub
    End If
    If LCase$(Left$(s_nama(i), 3)) = "kec" Then
        If baca_label(s_nama(i)) = LABEL_UNIT Then kecamatan = s_nama(i)
    End If
    If kecamatan = "" Then kecamatan = induk_skpd(s_kode(i))
    unit = sebutan
End Sub

Private Sub tolak_asing(ByVal i As Long, ByVal peran As String)
    tolak_di peran & ", baris " & s_nomor(i), "Kode " & teks_petik(s_kode(i)) & _
        " bukan kode program, kegiatan, sub-kegiatan, atau rekening.", _
        "Betulkan kodenya; bila berubah oleh Excel, ubah format kolom kode menjadi Teks."
End Sub

' Kunci sebuah butir: pemilik dan kodenya.
Public Function kunci_butir(ByVal i As Long) As String
    kunci_butir = b_milik(i) & ";" & kunci_huruf(b_kode(i))
End Function

' Rekening di bawah sebuah program.
Public Function akun_bawahan(ByVal i As Long) As Boolean
    If b_jenis(i) = J_AKUN Then akun_bawahan = InStr(b_kode(i), " ") > 0
End Function

' Baris-baris yang sudah dibaca menjadi yang dibandingkan dan yang disebut; hasilnya pemilik tabel.
Public Function buktikan_tabel(ByVal n As Long, ByRef sen() As String, ByVal peran As String) As String
    Dim i As Long, milik() As String
    susun_butir n, sen, peran
    tolak_rekening peran
    If k_berulang Then tolak_ulangan peran
    buang_kumpulan peran
    buktikan k_rincian
    tolak_dua peran
    For i = 1 To n
        periksa_butir i, peran
    Next i
    ReDim milik(0 To n)
    For i = 1 To n
        If b_duduk(i) = D_ISI And (b_kode(i) <> "" Or (b_nama(i) <> "" And b_sen(i) <> "")) Then
            milik(i) = s_kec(i)
            catat_anggaran i
        End If
        sebut_butir i
    Next i
    buktikan_tabel = perlu_satu(milik, n, "kecamatan atau SKPD", peran)
End Function

Private Sub periksa_butir(ByVal i As Long, ByVal peran As String)
    If b_sen(i) = "" Then Exit Sub
    If Left$(b_sen(i), 1) = "-" And b_duduk(i) <> D_LUAR Then
        lupakan_tempat
        tempat_sel = peran & ", baris " & s_nomor(i)
        tolak GALAT_NUM, "Jumlah " & tulis_sen(b_sen(i)) & " negatif.", "Isi 0 ke atas."
    End If
    If b_jenis(i) = J_ASING Then tolak_asing i, peran
    If b_yatim(i) And b_harus(i) <> "" Then tolak_di peran, "Baris " & s_nomor(i) & " tidak punya kode.", "Isi kodenya."
End Sub

' Rupiah untuk kalimat; sen hanya bila ada.
Private Function tulis_sen(ByVal sen As String) As String
    tulis_sen = des_dari_bulat(sen, 2)
    If Right$(tulis_sen, 3) = ".00" Then tulis_sen = Left$(tulis_sen, Len(tulis_sen) - 3)
    tulis_sen = des_tulis(tulis_sen)
End Function

' Baris hasil untuk butir yang tidak dibandingkan; jumlah yang benar dan judul tidak disebut.
Private Sub sebut_butir(ByVal i As Long)
    Dim sebutan As String
    If b_sen(i) = "" Then Exit Sub
    If b_duduk(i) = D_LUAR Then
        sebutan = "tidak dibandingkan: " & kata_rekon("sebab luar")
    ElseIf b_duduk(i) = D_RINCIAN Then
        sebutan = "tidak dibandingkan: " & kata_rekon("sebab rincian")
    ElseIf b_harus(i) = "" Then
        Exit Sub
    ElseIf b_duduk(i) = D_WADAH Then
        sebutan = sebut_salah("induk", b_harus(i))
    Else
        sebutan = sebut_salah("baris jumlah", b_harus(i))
    End If
    sebut_baris b_kode(i), b_nama(i), b_sen(i), sebutan
End Sub

' Rekening perlu program yang memilikinya.
Private Sub tolak_rekening(ByVal peran As String)
    Dim i As Long, ada As Boolean
    For i = 1 To b_n
        If b_jenis(i) = J_AKUN Then ada = True
        If di_pohon(b_jenis(i)) Or b_jenis(i) = J_NOMOR Or InStr(b_kode(i), " ") > 0 Then Exit Sub
        If b_kode(i) = "" And b_label(i) = LABEL_PROGRAM Then Exit Sub
    Next i
    If ada Then
        tolak_di peran, "Tabel hanya berisi kode rekening, tanpa kode program.", _
            "Pakai tabel yang memuat kode program, kegiatan, atau sub-kegiatan."
    End If
End Sub

' Baris yang sama-sama dapat berupa program dan jumlah.
Private Sub tolak_dua(ByVal peran As String)
    Dim i As Long, j As Long, total As String
    For i = 1 To b_n
        If b_dua(i) Then
            total = "0"
            For j = 1 To b_n
                If b_duduk(j) = D_ISI Then total = tambah_sen(total, b_sen(j))
            Next j
            tolak_di peran & ", baris " & s_nomor(i), teks_petik(b_nama(i)) & " " & rupiah_sen(sen_pasti(b_sen(i))) & _
                " sama dengan jumlah baris-baris lain: program, atau baris jumlah? Sebagai program semuanya " & _
                rupiah_sen(total) & ", sebagai baris jumlah " & rupiah_sen(bil_kurang(total, sen_pasti(b_sen(i)))) & ".", _
                "Isi kodenya dan nama programnya bila ini program; hapus kodenya dan tulis Jumlah bila bukan."
        End If
    Next i
End Sub
