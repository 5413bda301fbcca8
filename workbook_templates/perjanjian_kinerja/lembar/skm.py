"""Sheet SKM: answers of the respondents at the left, results per unsur and overall at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from kinerja.alamat import a1, quote_sheet
from kinerja.bilangan import format_angka
from kinerja.peraturan import TabelJenjang, get_parameter, get_tabel
from kinerja.rumus.skm import PERSIS, get_skala, list_penimbang, list_unsur, read_penimbang, write_skala
from kinerja.rumus_sel import konversi_nik, pick_jenjang, sampel
from kinerja.workbook.ekspresi import Rentang, X, add_up, di_kolom, rentang, sel, to_x
from kinerja.workbook.fungsi import (
    AND,
    COUNT,
    COUNTA,
    COUNTIF,
    COUNTIFS,
    HYPERLINK,
    IF,
    INT,
    ISBLANK,
    ISLOGICAL,
    ISNUMBER,
    MATCH,
    MAX,
    MIN,
    OR,
    SUM,
)
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import STATUS
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    TANPA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import OK, PERIKSA, status

KATA = Kata(
    "SKM",
    "Jawaban survei dan hasilnya: NRR, NIK, mutu.",
    "SKM – Survei Kepuasan Masyarakat",
    "Satu baris satu responden, paling banyak {baris}; bila lebih, mintalah berkas dengan baris lebih banyak (pilihan "
    "--responden). Ketik {skala}; kosongkan bila unsur itu tidak dijawab. Dari berkas lain: salin, lalu Tempel Khusus "
    "– Nilai (Paste Special, Values). Urutan kolom menurut {dasar}; cocokkan nama unsurnya, karena banyak formulir "
    "menukar dua unsur terakhir. "
    "Yang dicetak hanya hasil di sebelah kanan; untuk mencetak jawaban, blok kolomnya lalu pilih Cetak Pilihan "
    "(Print Selection).",
)
CEK_JAWABAN = Pertanyaan(
    "SKM: semua unsur terjawab dan setiap jawaban {bawah} sampai {atas}",
    "Betulkan jawaban yang bukan {pilihan} (kolom Cek menunjuk barisnya); isi unsur yang belum dijawab seorang pun.",
    boleh_kosong=True,
)
CEK_POPULASI = Pertanyaan(
    "SKM: jumlah penerima layanan kosong atau bilangan bulat", "Ketik angka bulat mulai 1, atau kosongkan."
)
CEK_SAMPEL = Pertanyaan(
    "SKM: responden sebanyak yang diperlukan untuk jumlah penerima layanan yang diketik",
    "Lihat Kecukupan responden di lembar SKM; tambah jawaban sampai sebanyak yang diperlukan.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
CEK_SERAGAM = Pertanyaan(
    "SKM: jawaban para responden tidak seragam",
    "Cocokkan dengan lembar jawaban yang asli: {banyak} responden atau lebih menjawab persis sama di setiap unsur.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
BARIS_HASIL = 8
"""Rows of the summary and the sample, from its first."""
KEPALA = 5
"""Row of the table heads; answers and results begin under it."""
BELUM_ADA, LENGKAP, SALAH_JAWAB = "Belum ada jawaban", "Lengkap", "Ada jawaban yang salah"
KURANG, CUKUP, SALAH_POPULASI = "Kurang: ", "Cukup: ", "Jumlah penerima layanan salah ketik"
SERAGAM, BERAGAM = "Seragam: setiap unsur dijawab sama oleh semua", "Beragam"
MIN_SERAGAM = 10
"""So many respondents who all answer alike are a reason to look at their sheets."""
BEDA = "Ya, sebutkan penimbangnya"
TERISI, JUMLAH, SALAH, NRR = 2, 3, 4, 5
"""Columns of the table of unsur, from its first."""
_ATURAN_POPULASI = Aturan(
    "bulat", "Jumlah penerima layanan", "Ketik jumlah penerima layanan setahun, angka saja.", 1, 1e9
)
ISIAN_POPULASI = Isian("isian_skm_populasi", _ATURAN_POPULASI, "isian_angka")


class _Tata(NamedTuple):
    """Where things stand: the unsur from column 1 on, the check of each row beside them, results from `kanan` on."""

    unsur: int
    responden: int

    @property
    def cek(self) -> int:
        return self.unsur + 1

    @property
    def kanan(self) -> int:
        return self.unsur + 3

    def jawaban(self, kolom: int) -> Rentang:
        """All rows of an unsur, or of the checks."""
        return rentang(KEPALA + 1, kolom, KEPALA + self.responden, kolom, mutlak=True)

    def tabel(self, kolom: int) -> Rentang:
        """A column of the table of unsur."""
        return rentang(KEPALA + 1, self.kanan + kolom, KEPALA + self.unsur, self.kanan + kolom)


def build_skm(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    """The survey sheet: `isian_skm_jawaban` (respondents × unsur) and the `hasil_skm_…` names."""
    nama_unsur = [u.nama for u in list_unsur(pada=b.pada)]
    pilihan = write_skala(pada=b.pada)
    t = _Tata(len(nama_unsur), b.responden)
    lebar = (12, *[12] * t.unsur, 10, 3, 5, 44, 12, 13, 10, 11)
    dasar = get_parameter("skm", pada=b.pada).dasar
    kata = KATA.fill(skala=pilihan, dasar=dasar, baris=format_angka(t.responden, 0))
    p = start_lembar(b, kata, lebar, mendatar=False, milik=milik[0], kembar=t.kanan)
    _put_jawaban(p, t, nama_unsur, get_skala(pada=b.pada), pilihan)
    _put_unsur(p, t, nama_unsur, get_skala(pada=b.pada))
    r = _put_hasil(p, b, t)
    _put_ringkasan(p, b, t, r)
    _put_sampel(p, b, t.kanan, r)
    p.cetak = replace(p.cetak, area=(0, t.kanan, r + BARIS_HASIL, len(lebar) - 1))
    p.realisasi[milik[0].nomor] = Realisasi(TANPA_TRIWULAN, p.refer("hasil_skm_nik"))
    return p.finish_bagian(beku=(KEPALA + 1, 1), warna_tab="#BF8F00")


def _put_jawaban(p: LembarKerja, t: _Tata, nama: Sequence[str], skala: range, pilihan: str) -> None:
    p.put_teks(4, 0, "Diisi", "bagian")
    _put_salah(p, t)
    p.put_kepala(KEPALA, 0, ("Responden", *(f"U{u} {teks}" for u, teks in enumerate(nama, start=1)), "Cek"))
    for nomor in range(t.responden):
        p.put_teks(KEPALA + 1 + nomor, 0, nomor + 1, "sel_tengah")
        p.put_rumus(KEPALA + 1 + nomor, t.cek, _check_baris(t.unsur, skala), "hasil_tengah")
    p.color(KEPALA + 1, t.cek, KEPALA + t.responden, STATUS)
    petunjuk = f"Ketik {pilihan}. Kosongkan bila tidak dijawab."
    aturan = Aturan("bulat", "Jawaban responden", petunjuk, skala[0], skala[-1], di_kepala=True)
    p.put_blok(Isian("isian_skm_jawaban", aturan, "isian_tengah"), (KEPALA + 1, 1), (t.responden, t.unsur))
    x = sel(KEPALA + 1, 1)
    luar = IF(ISNUMBER(x), OR(ISLOGICAL(x), x < skala[0], x > skala[-1], INT(x) != x), True)
    wilayah = f"{x.rumus}:{a1(KEPALA + t.responden, t.unsur)}"
    p.set_bersyarat(wilayah, IF(ISBLANK(x), False, luar), "periksa")


def _put_salah(p: LembarKerja, t: _Tata) -> None:
    """How many respondents have a wrong answer, and the way to the first."""
    cek = t.jawaban(t.cek)
    salah = COUNTIF(cek, PERIKSA)
    p.put_rumus(4, 2, IF(salah == 0, "", salah & " responden berjawaban salah"), "status")
    awal = f"#{quote_sheet(p.nama_lembar)}!A"
    tuju = HYPERLINK(awal & (MATCH(PERIKSA, cek) + (KEPALA + 1)), "Ke jawaban salah yang pertama")
    p.put_rumus(4, 6, IF(salah == 0, "", tuju), "tautan")


@lru_cache(maxsize=8)
def _check_baris(unsur: int, skala: range) -> X:
    """The word of a respondent; LibreOffice, which takes TRUE for 1, says what TRUE is of single cells only."""
    w = di_kolom(1, unsur)
    sah = add_up(COUNTIF(w, n) for n in skala)  # of numbers only: where a text is, it is not asked for
    logis = (ISLOGICAL(di_kolom(c)) for c in range(1, unsur + 1))
    salah = OR(COUNTA(w) > COUNT(w), COUNT(w) > sah, *logis)
    return IF(COUNTA(w) == 0, "", IF(salah, PERIKSA, OK))


def _put_unsur(p: LembarKerja, t: _Tata, nama_: Sequence[str], skala: range) -> None:
    p.put_teks(4, t.kanan, "Otomatis", "bagian")
    p.put_kepala(KEPALA, t.kanan, ("No", "Unsur pelayanan", "Terisi", "Jumlah nilai", "Salah", "NRR"))
    ada_salah = p.acu("hasil_skm_status") == SALAH_JAWAB
    for u, teks in enumerate(nama_):
        r, w = KEPALA + 1 + u, t.jawaban(1 + u)
        luar_skala = [COUNTIF(w, f"<{skala[0]}"), COUNTIF(w, f">{skala[-1]}")]
        sela = [COUNTIFS(w, f">{i}", f"<{i + 1}") for i in skala[:-1]]
        isi, jumlah = (sel(r, t.kanan + i) for i in (TERISI, JUMLAH))
        p.put_baris(r, t.kanan, (u + 1, teks), ("sel_tengah", "sel"))
        p.put_rumus(r, t.kanan + TERISI, COUNT(w), "hasil_angka")
        p.put_rumus(r, t.kanan + JUMLAH, SUM(w), "hasil_angka")
        p.put_rumus(r, t.kanan + SALAH, add_up([COUNTA(w) - COUNT(w), *luar_skala, *sela]), "hasil_angka")
        p.put_rumus(r, t.kanan + NRR, IF(OR(isi == 0, ada_salah), "", jumlah / isi), "hasil_nrr")


def _put_hasil(p: LembarKerja, b: Tampak, t: _Tata) -> int:
    """NI, NIK and mutu by each penimbang; the law's first is the result, the others show whether they would differ.

    Gives the row where the summary begins.
    """
    tabel, kanan, awal = get_tabel("skm_mutu", pada=b.pada), t.kanan, KEPALA + 2 + t.unsur
    semua, nrr = list_penimbang(pada=b.pada), SUM(t.tabel(NRR))
    lengkap = p.acu("hasil_skm_status") == LENGKAP
    p.put_kepala(awal, kanan + 1, ("Nilai menurut penimbang", "Penimbang", "NI", "NIK", "Mutu"))
    for nomor, penimbang in enumerate(semua):
        r = awal + 1 + nomor
        bobot, nik = sel(r, kanan + 2), sel(r, kanan + 4)
        if penimbang == PERSIS:
            p.put_teks(r, kanan + 1, f"1/{t.unsur} persis{' (dipakai)' if nomor == 0 else ''}", "sel")
            p.put_rumus(r, kanan + 2, to_x(1) / t.unsur, "hasil_nrr")
        else:
            p.put_teks(r, kanan + 1, f"{penimbang} ({'dibulatkan' if nomor else 'dipakai'})", "sel")
            p.put_teks(r, kanan + 2, float(read_penimbang(penimbang)), "sel_umum")
        p.put_rumus(r, kanan + 3, IF(lengkap, nrr * bobot, ""), "hasil_nrr")
        p.put_rumus(r, kanan + 4, IF(lengkap, konversi_nik(nrr * bobot, b.pada), ""), "hasil_desimal")
        p.put_rumus(r, kanan + 5, _mutu(nik, tabel, "kode"), "hasil_tengah")
    p.name_sel("hasil_skm_nik", awal + 1, kanan + 4)
    p.name_sel("hasil_skm_mutu", awal + 1, kanan + 5)
    return awal + len(semua) + 2


def _put_ringkasan(p: LembarKerja, b: Tampak, t: _Tata, r: int) -> None:
    """How many answered, whether all is there, whether they answer alike, and what the result means."""
    cek, responden, keadaan = t.jawaban(t.cek), sel(r, t.kanan + 2), p.acu("hasil_skm_status")
    lengkap, penimbang = keadaan == LENGKAP, len(list_penimbang(pada=b.pada))
    utuh = IF(COUNTIF(t.tabel(TERISI), 0) > 0, "Ada unsur tanpa jawaban", LENGKAP)
    utuh = IF(responden == 0, BELUM_ADA, IF(COUNTIF(cek, PERIKSA) > 0, SALAH_JAWAB, utuh))
    sama = AND(responden >= MIN_SERAGAM, *(MIN(w) == MAX(w) for w in map(t.jawaban, range(1, t.unsur + 1))))
    mutu = rentang(r - penimbang - 1, t.kanan + 5, r - 2, t.kanan + 5)
    beda = IF(COUNTIF(mutu, p.acu("hasil_skm_mutu")) == penimbang, "Tidak", BEDA)
    kinerja = _mutu(p.acu("hasil_skm_nik"), get_tabel("skm_mutu", pada=b.pada), "sebutan")
    banyak = COUNTIF(cek, OK) + COUNTIF(cek, PERIKSA)
    p.put_berlabel((r, t.kanan + 1), "Responden yang menjawab", banyak, "hasil_angka", nama="hasil_skm_responden")
    for geser, (label, rumus, nama_) in enumerate(
        (
            ("Keadaan isian", utuh, "hasil_skm_status"),
            ("Keragaman jawaban", IF(lengkap, IF(sama, SERAGAM, BERAGAM), ""), None),
            ("Kinerja unit pelayanan", kinerja, "hasil_skm_kinerja"),
            ("Apakah mutu bergantung pada penimbang?", IF(lengkap, beda, ""), None),
        ),
        start=1,
    ):
        p.put_berlabel((r + geser, t.kanan + 1), label, rumus, "hasil_teks", nama=nama_, lebar=4)
    isi, ragam = (sel(r + n, t.kanan + 2, lembar=p.nama_lembar) for n in (1, 2))
    skala, pilihan = get_skala(pada=b.pada), write_skala(pada=b.pada)
    salah = AND(isi != LENGKAP, isi != BELUM_ADA)
    kata = {"bawah": skala[0], "atas": skala[-1], "pilihan": pilihan}
    p.check(CEK_JAWABAN, KEPALA + 1, 1, status(salah, isi == LENGKAP), **kata)
    p.check(CEK_SERAGAM, r + 2, t.kanan + 2, status(ragam == SERAGAM, ragam == BERAGAM), banyak=MIN_SERAGAM)


def _mutu(nik: X, tabel: TabelJenjang, kolom: Literal["kode", "sebutan"]) -> X:
    """The band of an index; nothing below the lowest, where a rounded penimbang can bring it."""
    return IF(ISNUMBER(nik), IF(nik >= tabel.rentang[0], pick_jenjang(nik, tabel, kolom), ""), "")


def _put_sampel(p: LembarKerja, b: Tampak, kanan: int, ringkasan: int) -> None:
    """Respondents needed for the number of people served (optional input), and whether so many answered."""
    baris = ringkasan + 6
    n, perlu, responden = sel(baris, kanan + 2), sel(baris + 1, kanan + 2), sel(ringkasan, kanan + 2)
    p.put_teks(baris, kanan + 1, "Jumlah penerima layanan setahun (boleh kosong)", "sel_lipat")
    p.put_blok(ISIAN_POPULASI, (baris, kanan + 2), (1, 1))
    p.put_teks(baris + 1, kanan + 1, "Responden yang diperlukan (Krejcie dan Morgan)", "sel_lipat")
    banyak = IF(ISNUMBER(n), IF(AND(n >= 1, INT(n) == n), sampel(n, None, b.pada), ""), "")
    p.put_rumus(baris + 1, kanan + 2, banyak, "hasil_angka", nama="hasil_skm_sampel")
    kata = IF(responden < perlu, KURANG, CUKUP) & responden & " responden, diperlukan " & perlu
    kata = IF(n == "", "", IF(perlu == "", SALAH_POPULASI, kata))
    p.put_berlabel((baris + 2, kanan + 1), "Kecukupan responden", kata, "hasil_teks", lebar=4)
    perlu, cukup, responden = (sel(r, kanan + 2, lembar=p.nama_lembar) for r in (baris + 1, baris + 2, ringkasan))
    p.check(CEK_POPULASI, baris, kanan + 2, IF(cukup == SALAH_POPULASI, PERIKSA, OK))
    kurang = AND(ISNUMBER(perlu), responden > 0, responden < perlu)
    p.check(CEK_SAMPEL, baris + 2, kanan + 2, status(kurang, responden > 0))
