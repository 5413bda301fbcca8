"""Sheet SKM: answers of the respondents at the left, results per unsur and overall at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from kinerja.errors import RentangError
from kinerja.peraturan import TabelJenjang, get_parameter, get_tabel
from kinerja.perjanjian import JenisIndikator
from kinerja.rumus.angka import to_fraction
from kinerja.rumus.skm import compute_nik, compute_sampel, find_mutu, get_skala, list_penimbang
from kinerja.workbook.alamat import a1, column_letters
from kinerja.workbook.layout import Aturan, Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    BELUM,
    OK,
    PERIKSA,
    Bagian,
    BarisCek,
    Konteks,
    Matriks,
    Realisasi,
    angka,
    is_angka,
    kolom,
    read_teks,
    tampil,
    terisi,
)

KEPALA = 5
"""Row of the table heads; answers and results begin under it."""
LENGKAP = "Lengkap"
BEDA = "Ya, sebutkan penimbangnya"
_ATURAN_POPULASI = Aturan(
    "bulat", "Jumlah penerima layanan", "Ketik jumlah penerima layanan setahun, angka saja.", 1, 1e9
)


@dataclass(frozen=True, slots=True)
class Unsur:
    """Counts of one unsur's column: numbers, their sum, and answers that are not 1, 2, 3 or 4."""

    terisi: int
    jumlah: Decimal
    salah: int


def count_unsur(jawaban: Sequence[Nilai], skala: range) -> Unsur:
    """Counts of one column of answers, as the sheet's formulas count them."""
    angka_ = angka(jawaban)
    return Unsur(
        len(angka_),
        sum(angka_, Decimal(0)),
        terisi(jawaban) - sum(n in skala for n in angka_),
    )


def find_status(unsur: Sequence[Unsur]) -> str:
    """In one word or sentence, whether the survey can be computed."""
    if not any(u.terisi or u.salah for u in unsur):
        return "Belum ada jawaban"
    if any(u.salah for u in unsur):
        return "Ada jawaban yang salah"
    if any(not u.terisi for u in unsur):
        return "Ada unsur tanpa jawaban"
    return LENGKAP


@dataclass(frozen=True, slots=True)
class _Nilai:
    """What the sheet shows for one penimbang; empty texts until the survey is complete."""

    ni: Nilai = ""
    nik: Nilai = ""
    mutu: str = ""
    kinerja: str = ""


def _compute(k: Konteks, unsur: Sequence[Unsur], penimbang: str) -> _Nilai:
    nrr = [to_fraction(u.jumlah) / u.terisi for u in unsur]
    nik = compute_nik(nrr, penimbang, pada=k.pada)
    ni = sum(nrr) * (Fraction(1, len(nrr)) if penimbang == "persis" else Fraction(penimbang.replace(",", ".")))
    try:
        mutu = find_mutu(nik, pada=k.pada)
    except RentangError:  # all answers 1 with a rounded penimbang: 24,98
        return _Nilai(float(ni), tampil(nik))
    return _Nilai(float(ni), tampil(nik), mutu.kode, mutu.sebutan)


def build_skm(k: Konteks) -> Bagian:
    """The survey sheet: `isian_skm_jawaban` (respondents × unsur) and the `hasil_skm_…` names."""
    nama_unsur = [x.nama for x in get_parameter("skm", pada=k.pada).daftar_unsur("unsur")]
    jawaban = k.matriks("isian_skm_jawaban", k.responden, len(nama_unsur))
    skala = get_skala(pada=k.pada)
    unsur = [count_unsur(kolom(jawaban, u), skala) for u in range(len(nama_unsur))]
    status = find_status(unsur)
    hasil = [_compute(k, unsur, x) if status == LENGKAP else _Nilai() for x in list_penimbang(pada=k.pada)]
    p = k.susun(
        "SKM",
        "SKM – Survei Kepuasan Masyarakat",
        (12, *[13] * len(nama_unsur), 3, 5, 44, 12, 13, 10, 11),
        berulang=KEPALA,
    )
    p.teks(3, 0, read_teks()["skm"]["catatan"], "catatan")
    _susun_jawaban(p, nama_unsur, jawaban, skala)
    kanan = len(nama_unsur) + 2
    _susun_unsur(p, kanan, nama_unsur, unsur, k.responden, skala)
    baris = KEPALA + 2 + len(nama_unsur)
    _susun_hasil(p, k, kanan, baris, status, hasil)
    _susun_sampel(p, k, kanan, baris + 9)
    indikator = k.pk.index_indikator(JenisIndikator.SKM)
    return Bagian(
        lembar=p.selesai(beku=(KEPALA + 1, 1), warna_tab="#BF8F00"),
        nama=tuple(p.nama),
        cek=_list_cek(status),
        realisasi={indikator: Realisasi((None,) * 4, ("hasil_skm_nik", hasil[0].nik))},
    )


def _susun_jawaban(p: Penyusun, nama: Sequence[str], jawaban: Matriks, skala: range) -> None:
    p.teks(4, 0, "Diisi", "bagian")
    p.teks(KEPALA, 0, "Responden", "kepala")
    for u, teks in enumerate(nama):
        p.teks(KEPALA, 1 + u, f"U{u + 1} {teks}", "kepala")
    for nomor in range(len(jawaban)):
        p.teks(KEPALA + 1 + nomor, 0, nomor + 1, "sel_tengah")
    pilihan = f"{', '.join(map(str, skala[:-1]))}, atau {skala[-1]}"
    petunjuk = f"Ketik {pilihan}. Kosongkan bila tidak dijawab."
    aturan = Aturan("bulat", "Jawaban responden", petunjuk, skala[0], skala[-1])
    p.isian("isian_skm_jawaban", KEPALA + 1, 1, jawaban, aturan, "isian_tengah")


def _susun_unsur(
    p: Penyusun, kanan: int, nama: Sequence[str], unsur: Sequence[Unsur], responden: int, skala: range
) -> None:
    p.teks(4, kanan, "Otomatis", "bagian")
    p.kepala(KEPALA, kanan, ("No", "Unsur pelayanan", "Terisi", "Jumlah nilai", "Salah", "NRR"))
    for u, (teks, n) in enumerate(zip(nama, unsur, strict=True)):
        baris = KEPALA + 1 + u
        x = column_letters(1 + u)
        w = f"${x}${KEPALA + 2}:${x}${KEPALA + 1 + responden}"
        sela = "".join(f'+COUNTIFS({w},">{i}",{w},"<{i + 1}")' for i in skala[:-1])
        isi, jumlah, salah = (a1(baris, kanan + i) for i in (2, 3, 4))
        p.teks(baris, kanan, u + 1, "sel_tengah")
        p.teks(baris, kanan + 1, teks, "sel")
        p.rumus(baris, kanan + 2, f"COUNT({w})", n.terisi, "hasil_angka")
        p.rumus(baris, kanan + 3, f"SUM({w})", tampil(n.jumlah), "hasil_angka")
        luar = f'COUNTA({w})-COUNT({w})+COUNTIF({w},"<{skala[0]}")+COUNTIF({w},">{skala[-1]}"){sela}'
        p.rumus(baris, kanan + 4, luar, n.salah, "hasil_angka")
        nrr: Nilai = "" if not n.terisi or n.salah else float(to_fraction(n.jumlah) / n.terisi)
        p.rumus(baris, kanan + 5, f'IF(OR({isi}=0,{salah}>0),"",{jumlah}/{isi})', nrr, "hasil_nrr")


def _susun_hasil(p: Penyusun, k: Konteks, kanan: int, awal: int, status: str, hasil: Sequence[_Nilai]) -> None:
    """NI, NIK and mutu by each penimbang; the exact one is the result, the others show whether they would differ."""
    parameter, tabel = get_parameter("skm", pada=k.pada), get_tabel("skm_mutu", pada=k.pada)
    banyak = len(parameter.daftar_unsur("unsur"))
    nrr = f"{a1(KEPALA + 1, kanan + 5)}:{a1(KEPALA + banyak, kanan + 5)}"
    kali = f"*{parameter.bilangan('faktor_konversi')},{parameter.bilangan('desimal')})"
    syarat = f'IF(hasil_skm_status="{LENGKAP}",'
    p.kepala(awal, kanan + 1, ("Nilai menurut penimbang", "Penimbang", "NI", "NIK", "Mutu"))
    for nomor, (penimbang, h) in enumerate(zip(list_penimbang(pada=k.pada), hasil, strict=True)):
        r = awal + 1 + nomor
        bobot, nik = a1(r, kanan + 2), a1(r, kanan + 4)
        if nomor == 0:
            p.teks(r, kanan + 1, f"1/{banyak} persis (dipakai)", "sel")
            p.rumus(r, kanan + 2, f"1/{banyak}", 1 / banyak, "hasil_nrr")
        else:
            p.teks(r, kanan + 1, f"{penimbang} (dibulatkan)", "sel")
            p.teks(r, kanan + 2, float(penimbang.replace(",", ".")), "sel_umum")
        p.rumus(r, kanan + 3, f'{syarat}SUM({nrr})*{bobot},"")', h.ni, "hasil_nrr")
        p.rumus(r, kanan + 4, f'{syarat}ROUND(SUM({nrr})*{bobot}{kali},"")', h.nik, "hasil_desimal")
        p.rumus(r, kanan + 5, _mutu(nik, tabel, "kode"), h.mutu, "hasil_tengah")
    p.beri_nama("hasil_skm_nik", awal + 1, kanan + 4)
    p.beri_nama("hasil_skm_mutu", awal + 1, kanan + 5)
    _susun_ringkasan(p, kanan, awal + len(hasil) + 2, banyak, status, hasil, tabel)


def _susun_ringkasan(
    p: Penyusun, kanan: int, r: int, banyak: int, status: str, hasil: Sequence[_Nilai], tabel: TabelJenjang
) -> None:
    isi, salah = (f"{a1(KEPALA + 1, kanan + i)}:{a1(KEPALA + banyak, kanan + i)}" for i in (2, 4))
    keadaan = (
        f'IF(SUM({isi})+SUM({salah})=0,"Belum ada jawaban",IF(SUM({salah})>0,"Ada jawaban yang salah",'
        f'IF(COUNTIF({isi},0)>0,"Ada unsur tanpa jawaban","{LENGKAP}")))'
    )
    p.teks(r, kanan + 1, "Keadaan isian", "sel")
    p.rumus(r, kanan + 2, keadaan, status, "hasil_teks", nama="hasil_skm_status", lebar=4)
    p.teks(r + 1, kanan + 1, "Kinerja unit pelayanan", "sel")
    rumus = _mutu("hasil_skm_nik", tabel, "sebutan")
    p.rumus(r + 1, kanan + 2, rumus, hasil[0].kinerja, "hasil_teks", nama="hasil_skm_kinerja", lebar=4)
    atas = r - len(hasil) - 1
    mutu = f"{a1(atas, kanan + 5)}:{a1(atas + len(hasil) - 1, kanan + 5)}"
    sama = f'IF(COUNTIF({mutu},hasil_skm_mutu)={len(hasil)},"Tidak","{BEDA}")'
    tampak = BEDA if len({h.mutu for h in hasil}) > 1 else "Tidak"
    p.teks(r + 2, kanan + 1, "Apakah mutu bergantung pada penimbang?", "sel")
    rumus = f'IF(hasil_skm_status="{LENGKAP}",{sama},"")'
    p.rumus(r + 2, kanan + 2, rumus, tampak if status == LENGKAP else "", "hasil_teks", lebar=4)


def _mutu(sel: str, tabel: TabelJenjang, kolom_: Literal["kode", "sebutan"]) -> str:
    """The band of an index; nothing below the lowest, where a rounded penimbang can bring it."""
    return f'IF(ISNUMBER({sel}),IF({sel}>={tabel.rentang[0]},{tabel.to_formula(sel, kolom_)},""),"")'


def _susun_sampel(p: Penyusun, k: Konteks, kanan: int, baris: int) -> None:
    """Respondents needed for the number of people served (optional input)."""
    populasi = k.matriks("isian_skm_populasi", 1, 1)
    n = populasi[0][0]
    sampel: Nilai = ""
    if is_angka(n) and n >= 1 and n == int(n):
        sampel = compute_sampel(int(n), pada=k.pada)
    x = get_parameter("skm_sampel", pada=k.pada)
    chi, galat, p_ = (x.angka(kunci).normalize() for kunci in ("lambda_kuadrat", "galat", "p"))
    ragam = f"{chi}*{p_}*{1 - p_}"
    sel = "isian_skm_populasi"
    perlu = f"ROUND({sel}*{ragam}/({galat}*{galat}*({sel}-1)+{ragam}),0)"
    p.teks(baris, kanan + 1, "Jumlah penerima layanan setahun (boleh kosong)", "sel_lipat")
    p.isian(sel, baris, kanan + 2, populasi, _ATURAN_POPULASI, "isian_angka")
    p.teks(baris + 1, kanan + 1, "Responden yang diperlukan (Krejcie dan Morgan)", "sel_lipat")
    rumus = f'IF(ISNUMBER({sel}),IF(AND({sel}>=1,INT({sel})={sel}),{perlu},""),"")'
    p.rumus(baris + 1, kanan + 2, rumus, sampel, "hasil_angka", nama="hasil_skm_sampel")


def _list_cek(status: str) -> tuple[BarisCek, ...]:
    kata = OK if status == LENGKAP else BELUM if status == "Belum ada jawaban" else PERIKSA
    return (
        BarisCek(
            "SKM: semua unsur terjawab dan setiap jawaban 1 sampai 4",
            "SKM!B7",
            f'IF(hasil_skm_status="{LENGKAP}","OK",IF(hasil_skm_status="Belum ada jawaban","BELUM","PERIKSA"))',
            kata,
            "Betulkan jawaban yang bukan 1, 2, 3, atau 4; isi unsur yang belum dijawab seorang pun.",
        ),
    )
