"""Sheet SKM: answers of the respondents at the left, results per unsur and overall at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kinerja.peraturan import TabelJenjang, get_parameter, get_tabel
from kinerja.rumus.skm import PERSIS, get_skala, list_penimbang, list_unsur, read_penimbang, write_skala
from kinerja.rumus_sel import konversi_nik, pick_jenjang, sampel
from kinerja.workbook.ekspresi import X, add_up, nama, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, COUNTA, COUNTIF, COUNTIFS, IF, INT, ISNUMBER, OR, SUM
from kinerja.workbook.layout import Aturan
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    TANPA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
    Realisasi,
    start_lembar,
)
from workbook_templates.rumus import BELUM, OK, PERIKSA

KATA = Kata(
    "SKM",
    "Jawaban survei dan hasilnya: NRR, NIK, mutu.",
    "SKM – Survei Kepuasan Masyarakat",
    "Satu baris satu responden. Ketik {skala}; kosongkan bila unsur itu tidak dijawab. Urutan kolom menurut "
    "{dasar}; cocokkan nama unsurnya, karena banyak formulir menukar dua unsur terakhir.",
)
CEK_JAWABAN = Pertanyaan(
    "SKM: semua unsur terjawab dan setiap jawaban {bawah} sampai {atas}",
    "Betulkan jawaban yang bukan {pilihan}; isi unsur yang belum dijawab seorang pun.",
)
KEPALA = 5
"""Row of the table heads; answers and results begin under it."""
BELUM_ADA, LENGKAP = "Belum ada jawaban", "Lengkap"
BEDA = "Ya, sebutkan penimbangnya"
TERISI, JUMLAH, SALAH, NRR = 2, 3, 4, 5
"""Columns of the table of unsur, from its first."""
_ATURAN_POPULASI = Aturan(
    "bulat", "Jumlah penerima layanan", "Ketik jumlah penerima layanan setahun, angka saja.", 1, 1e9
)
ISIAN_POPULASI = Isian("isian_skm_populasi", _ATURAN_POPULASI, "isian_angka")


def build_skm(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    """The survey sheet: `isian_skm_jawaban` (respondents × unsur) and the `hasil_skm_…` names."""
    nama_unsur = [u.nama for u in list_unsur(pada=b.pada)]
    skala, pilihan = get_skala(pada=b.pada), write_skala(pada=b.pada)
    lebar = (12, *[13] * len(nama_unsur), 3, 5, 44, 12, 13, 10, 11)
    dasar = get_parameter("skm", pada=b.pada).dasar
    p = start_lembar(b, KATA, lebar, berulang=(KEPALA, KEPALA), skala=pilihan, dasar=dasar)
    _put_jawaban(p, nama_unsur, b.responden, skala, pilihan)
    kanan = len(nama_unsur) + 2
    _put_unsur(p, kanan, nama_unsur, b.responden, skala)
    baris = KEPALA + 2 + len(nama_unsur)
    _put_hasil(p, b, kanan, baris)
    _put_sampel(p, b, kanan, baris + len(list_penimbang(pada=b.pada)) + 6)
    keadaan = nama("hasil_skm_status")
    hasil = IF(keadaan == LENGKAP, OK, IF(keadaan == BELUM_ADA, BELUM, PERIKSA))
    p.check(CEK_JAWABAN, KEPALA + 1, 1, hasil, bawah=skala[0], atas=skala[-1], pilihan=pilihan)
    p.realisasi[milik[0].nomor] = Realisasi(TANPA_TRIWULAN, p.refer("hasil_skm_nik"))
    return p.finish_bagian(beku=(KEPALA + 1, 1), warna_tab="#BF8F00")


def _put_jawaban(p: LembarKerja, nama: Sequence[str], responden: int, skala: range, pilihan: str) -> None:
    p.put_teks(4, 0, "Diisi", "bagian")
    p.put_kepala(KEPALA, 0, ("Responden", *(f"U{u} {teks}" for u, teks in enumerate(nama, start=1))))
    for nomor in range(responden):
        p.put_teks(KEPALA + 1 + nomor, 0, nomor + 1, "sel_tengah")
    petunjuk = f"Ketik {pilihan}. Kosongkan bila tidak dijawab."
    aturan = Aturan("bulat", "Jawaban responden", petunjuk, skala[0], skala[-1])
    p.put_blok(Isian("isian_skm_jawaban", aturan, "isian_tengah"), (KEPALA + 1, 1), (responden, len(nama)))


def _put_unsur(p: LembarKerja, kanan: int, nama: Sequence[str], responden: int, skala: range) -> None:
    p.put_teks(4, kanan, "Otomatis", "bagian")
    p.put_kepala(KEPALA, kanan, ("No", "Unsur pelayanan", "Terisi", "Jumlah nilai", "Salah", "NRR"))
    for u, teks in enumerate(nama):
        r = KEPALA + 1 + u
        w = rentang(KEPALA + 1, 1 + u, KEPALA + responden, 1 + u, mutlak=True)
        luar_skala = [COUNTIF(w, f"<{skala[0]}"), COUNTIF(w, f">{skala[-1]}")]
        sela = [COUNTIFS(w, f">{i}", f"<{i + 1}") for i in skala[:-1]]
        isi, jumlah, salah = (sel(r, kanan + i) for i in (TERISI, JUMLAH, SALAH))
        p.put_baris(r, kanan, (u + 1, teks), ("sel_tengah", "sel"))
        p.put_rumus(r, kanan + TERISI, COUNT(w), "hasil_angka")
        p.put_rumus(r, kanan + JUMLAH, SUM(w), "hasil_angka")
        p.put_rumus(r, kanan + SALAH, add_up([COUNTA(w) - COUNT(w), *luar_skala, *sela]), "hasil_angka")
        p.put_rumus(r, kanan + NRR, IF(OR(isi == 0, salah > 0), "", jumlah / isi), "hasil_nrr")


def _put_hasil(p: LembarKerja, b: Tampak, kanan: int, awal: int) -> None:
    """NI, NIK and mutu by each penimbang; the law's first is the result, the others show whether they would differ."""
    tabel = get_tabel("skm_mutu", pada=b.pada)
    banyak, semua = len(list_unsur(pada=b.pada)), list_penimbang(pada=b.pada)
    nrr = SUM(rentang(KEPALA + 1, kanan + NRR, KEPALA + banyak, kanan + NRR))
    lengkap = nama("hasil_skm_status") == LENGKAP
    p.put_kepala(awal, kanan + 1, ("Nilai menurut penimbang", "Penimbang", "NI", "NIK", "Mutu"))
    for nomor, penimbang in enumerate(semua):
        r = awal + 1 + nomor
        bobot, nik = sel(r, kanan + 2), sel(r, kanan + 4)
        if penimbang == PERSIS:
            p.put_teks(r, kanan + 1, f"1/{banyak} persis{' (dipakai)' if nomor == 0 else ''}", "sel")
            p.put_rumus(r, kanan + 2, to_x(1) / banyak, "hasil_nrr")
        else:
            p.put_teks(r, kanan + 1, f"{penimbang} ({'dibulatkan' if nomor else 'dipakai'})", "sel")
            p.put_teks(r, kanan + 2, float(read_penimbang(penimbang)), "sel_umum")
        konversi = konversi_nik(nrr * bobot, b.pada)
        p.put_rumus(r, kanan + 3, IF(lengkap, nrr * bobot, ""), "hasil_nrr")
        p.put_rumus(r, kanan + 4, IF(lengkap, konversi, ""), "hasil_desimal")
        p.put_rumus(r, kanan + 5, _mutu(nik, tabel, "kode"), "hasil_tengah")
    p.name_sel("hasil_skm_nik", awal + 1, kanan + 4)
    p.name_sel("hasil_skm_mutu", awal + 1, kanan + 5)
    _put_ringkasan(p, kanan, awal + len(semua) + 2, banyak, len(semua), tabel)


def _put_ringkasan(p: LembarKerja, kanan: int, r: int, banyak: int, penimbang: int, tabel: TabelJenjang) -> None:
    isi, salah = (rentang(KEPALA + 1, kanan + c, KEPALA + banyak, kanan + c) for c in (TERISI, SALAH))
    utuh = IF(COUNTIF(isi, 0) > 0, "Ada unsur tanpa jawaban", LENGKAP)
    keadaan = IF(SUM(isi) + SUM(salah) == 0, BELUM_ADA, IF(SUM(salah) > 0, "Ada jawaban yang salah", utuh))
    kinerja = _mutu(nama("hasil_skm_nik"), tabel, "sebutan")
    atas = r - penimbang - 1
    mutu = rentang(atas, kanan + 5, r - 2, kanan + 5)
    beda = IF(COUNTIF(mutu, nama("hasil_skm_mutu")) == penimbang, "Tidak", BEDA)
    beda = IF(nama("hasil_skm_status") == LENGKAP, beda, "")
    p.put_berlabel((r, kanan + 1), "Keadaan isian", keadaan, "hasil_teks", nama="hasil_skm_status", lebar=4)
    p.put_berlabel(
        (r + 1, kanan + 1), "Kinerja unit pelayanan", kinerja, "hasil_teks", nama="hasil_skm_kinerja", lebar=4
    )
    p.put_berlabel((r + 2, kanan + 1), "Apakah mutu bergantung pada penimbang?", beda, "hasil_teks", lebar=4)


def _mutu(nik: X, tabel: TabelJenjang, kolom: Literal["kode", "sebutan"]) -> X:
    """The band of an index; nothing below the lowest, where a rounded penimbang can bring it."""
    return IF(ISNUMBER(nik), IF(nik >= tabel.rentang[0], pick_jenjang(nik, tabel, kolom), ""), "")


def _put_sampel(p: LembarKerja, b: Tampak, kanan: int, baris: int) -> None:
    """Respondents needed for the number of people served (optional input)."""
    n = nama(ISIAN_POPULASI.nama)
    p.put_teks(baris, kanan + 1, "Jumlah penerima layanan setahun (boleh kosong)", "sel_lipat")
    p.put_blok(ISIAN_POPULASI, (baris, kanan + 2), (1, 1))
    p.put_teks(baris + 1, kanan + 1, "Responden yang diperlukan (Krejcie dan Morgan)", "sel_lipat")
    perlu = IF(ISNUMBER(n), IF(AND(n >= 1, INT(n) == n), sampel(n, None, b.pada), ""), "")
    p.put_rumus(baris + 1, kanan + 2, perlu, "hasil_angka", nama="hasil_skm_sampel")
