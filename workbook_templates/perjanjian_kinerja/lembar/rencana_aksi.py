"""Sheet Rencana Aksi: per indikator the targets of the quarters and what is done, with what, by whom; to be signed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from kinerja.alamat import a1, quote_sheet
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import TRIWULAN, Metode
from kinerja.workbook.ekspresi import Rentang, X, di_kolom, nama, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, COUNTA, COUNTIF, IF, ISNUMBER, MAX, MIN, OR, ROUND, SUM, TRIM
from kinerja.workbook.halaman import goes_beside
from kinerja.workbook.layout import Aturan, Nilai
from kinerja.workbook.ukuran import MAKS_TINGGI, TINGGI_BAKU, text_height
from workbook_templates.penyusun import STATUS
from workbook_templates.perjanjian_kinerja.bahan import Tampak, to_kolom
from workbook_templates.perjanjian_kinerja.lembar import capaian, indikator
from workbook_templates.perjanjian_kinerja.lembar.indikator_cek import choose_cara
from workbook_templates.perjanjian_kinerja.lembar.tanda_tangan import put_tanda_tangan
from workbook_templates.perjanjian_kinerja.lembar.target import format_target
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    KATA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.perjanjian_kinerja.penilaian import is_sel, to_sel, widen
from workbook_templates.rumus import BELUM, OK, PERIKSA, count_kata, count_logis, is_angka, pick_akhir, write_target_sel

KATA = Kata(
    "Rencana Aksi",
    "Target setiap triwulan, langkah, program, anggaran, dan penanggung jawab setiap indikator; siap cetak.",
    "Rencana Aksi",
    f"{KATA_TRIWULAN} Target triwulan juga untuk triwulan itu saja.",
)
CEK_TRIWULAN = Pertanyaan(
    "Rencana Aksi, indikator {nomor}: target triwulan, bila diisi, sejalan dengan target setahun",
    "{cara}",
    boleh_dijelaskan=True,
)
CEK_AKSI = Pertanyaan(
    "Rencana Aksi: setiap langkah punya penanggung jawab",
    "Ketik langkah dan penanggung jawabnya di baris yang sama, anggaran sebagai angka; kolom Cek menunjuk barisnya.",
)
_HARUS = {
    None: "Target setahun harus berada di antara target triwulannya.",
    Metode.JUMLAH: "Jumlah target triwulan harus sama dengan target setahun.",
    Metode.AKHIR: "Target triwulan terakhir yang diisi harus sama dengan target setahun.",
    Metode.RATA_RATA: "Rata-rata target triwulan harus sama dengan target setahun.",
}
_DIPILIH = "Menurut kolom Setahun di lembar Indikator, target triwulan harus menghasilkan target setahun."
AWAL = 6
SASARAN, INDIKATOR, SATUAN, TARGET, TW, AKSI, PROGRAM, ANGGARAN, PELAKSANA = 1, 2, 3, 4, 5, 9, 10, 11, 12
"""Columns of the sheet; the four quarters begin at TW."""
LEBAR = (4, 17, 19, 9, 10, 8, 8, 8, 8, 22, 17, 14.5, 14)
CEK = len(LEBAR) + 1
"""Column of the words, beside what is printed."""
LEBAR_PANJANG = 26
MAKS_PENGISI = 300
"""Points of a row that makes room for what stands beside the steps."""
CADANGAN, CADANGAN_KOSONG = 1, 3
"""Spare rows behind the steps that the issuer knows, and rows where he knows none."""
_RUPIAH = Aturan("rupiah", "Anggaran", "Ketik angka saja, tanpa Rp dan tanpa titik ribuan.", 0, 1e15)
_TEKS = (
    (AKSI, "aksi", Aturan("teks", "Rencana aksi", "Ketik satu langkah.", 1, 255)),
    (PROGRAM, "aksi_program", Aturan("teks", "Program atau kegiatan", "Ketik program atau kegiatannya.", 1, 200)),
    (PELAKSANA, "aksi_pelaksana", Aturan("teks", "Penanggung jawab", "Ketik jabatannya.", 1, 100)),
)


def build_rencana_aksi(b: Tampak) -> Bagian:
    """The action plan: `isian_indikator_<n>_target_triwulan` (4 quarters), `_aksi`, `_aksi_program` and so on."""
    lebar = (*widen(_fit_lebar(b), range(TARGET, TW + 4), b.indikator), 3, 12)
    p = start_lembar(
        b,
        KATA,
        lebar,
        area=(0, 0, AWAL, len(LEBAR) - 1),
        baris_berulang=(AWAL - 2, AWAL - 1),
        kolom_berulang=(0, INDIKATOR),
        lanjut_kolom=(AKSI,),
    )
    p.put_bentang(AWAL - 2, 0, ((None, TW), ("Target triwulan", 4), (None, len(LEBAR) - TW - 4)), "kepala")
    tw = (f"{t}" for t in TRIWULAN)
    kanan = ("Rencana aksi", "Program atau kegiatan", "Anggaran (Rp)", "Penanggung jawab")
    p.put_kepala(AWAL - 1, 0, ("No", "Sasaran", "Indikator", "Satuan", "Target", *tw, *kanan))
    for nomor, (i, sasaran) in enumerate(_pair_sasaran(b)):
        _put_indikator(p, nomor, i, sasaran)
    akhir = find_baris(b, len(b.indikator))
    _check_aksi(p, akhir - 1)
    # Where the columns go on beside the page, both sign on the one that has the steps.
    sebelah = goes_beside(p.cetak, lebar)
    letak_kiri, letak_kanan = ((AKSI, 2), (ANGGARAN, 2)) if sebelah else ((SASARAN, 3), (AKSI + 1, 3))
    _, r = put_tanda_tangan(p, akhir + 1, letak_kiri, letak_kanan)
    p.keep(find_baris(b, len(b.indikator) - 1), r)  # never the signatures alone
    p.cetak = replace(p.cetak, area=(0, 0, r, len(LEBAR) - 1))
    return p.finish_bagian(beku=(AWAL, 3), warna_tab="#1F3864")


def _fit_lebar(b: Tampak) -> tuple[float, ...]:
    """The widths of the columns, wider where a step would not fit in one row."""
    aksi = [x for i in b.indikator for x in i.aksi]
    teks = {AKSI: [x.uraian for x in aksi], PROGRAM: [x.program or "" for x in aksi]}
    return tuple(
        LEBAR_PANJANG if any(text_height(t, (x,), indentasi=1) > MAKS_TINGGI for t in teks.get(c, ())) else x
        for c, x in enumerate(LEBAR)
    )


def find_baris(b: Tampak, nomor: int) -> int:
    """First row of an indikator, whose number counts from 0."""
    return AWAL + sum(_count_baris(i, s) for i, s in list(_pair_sasaran(b))[:nomor])


def find_triwulan(b: Tampak, nomor: int, triwulan: int) -> str:
    """Where the target of a quarter 0..3 stands, for formulas of other sheets."""
    return f"{quote_sheet(KATA.nama)}!{a1(find_baris(b, nomor), TW + triwulan, mutlak=True)}"


def read_triwulan(b: Tampak, nomor: int) -> tuple[Nilai, ...]:
    """What stands in the cells of an indikator's quarters."""
    i = b.indikator[nomor]
    terbit = tuple(satu[0] for satu in to_kolom(map(to_sel, i.triwulan)))
    return b.get_matriks(capaian.name_isian(nomor, "target_triwulan"), 1, 4, (terbit,))[0]


def _pair_sasaran(b: Tampak) -> Iterator[tuple[Indikator, str]]:
    """Each indikator with its sasaran."""
    return ((i, s.uraian) for s in b.sasaran for i in s.indikator)


def _count_langkah(i: Indikator) -> int:
    return len(i.aksi) + CADANGAN if i.aksi else CADANGAN_KOSONG


def _count_baris(i: Indikator, sasaran: str) -> int:
    return _count_langkah(i) + math.ceil(max(0, _count_kurang(i, sasaran)) / MAKS_PENGISI)


def _count_kurang(i: Indikator, sasaran: str) -> float:
    """Points by which the rows of the steps are lower than what stands beside them.

    They stand in a row of their own: rows in which texts are typed keep the height that programs fit to these.
    """

    def fit(teks: str | None, kolom: int) -> float:
        return max(TINGGI_BAKU, text_height(teks or "", (LEBAR[kolom],), indentasi=1))

    langkah = sum(max(fit(x.uraian, AKSI), fit(x.program, PROGRAM), fit(x.pelaksana, PELAKSANA)) for x in i.aksi)
    langkah += (_count_langkah(i) - len(i.aksi)) * TINGGI_BAKU
    return max(fit(sasaran, SASARAN), fit(i.nama, INDIKATOR)) - langkah


def _put_indikator(p: LembarKerja, nomor: int, i: Indikator, sasaran: str) -> None:
    r, n = find_baris(p.b, nomor), _count_baris(i, sasaran)
    p.keep(r, r + n - 1)
    pengisi = range(r + _count_langkah(i), r + n)
    for baris in pengisi:
        p.set_tinggi(baris, _count_kurang(i, sasaran) / len(pengisi))
        p.put_baris(baris, AKSI, (None,) * (len(LEBAR) - AKSI), "cetak")
    p.put_gabung(range(r, r + n), 0, nomor + 1, "cetak_tengah")
    p.put_gabung(range(r, r + n), SASARAN, sasaran, "cetak")
    p.put_gabung(range(r, r + n), INDIKATOR, i.nama, "cetak")
    p.put_gabung(range(r, r + n), SATUAN, i.satuan, "cetak_tengah")
    _put_target(p, r, nomor, i, n)
    isian = capaian.make_isian(p.b, nomor, i, ("target_triwulan", "target triwulan"), i.triwulan)
    terbit = tuple(satu[0] for satu in to_kolom(map(to_sel, i.triwulan)))
    p.put_blok(isian, (r, TW), (1, 4), (terbit,))
    for c in range(TW, TW + 4) if n > 1 else ():
        p.put_gabung(range(r + 1, r + n), c, None, "cetak")
    _put_aksi(p, r, nomor, i, _count_langkah(i))
    _check_triwulan(p, r, nomor, i)


def _put_aksi(p: LembarKerja, r: int, nomor: int, i: Indikator, n: int) -> None:
    """The steps: known ones locked, and rows to be filled in."""
    isi: dict[int, list[Nilai]] = {AKSI: [], PROGRAM: [], PELAKSANA: []}
    for x in i.aksi:
        for c, teks in zip(isi, (x.uraian, x.program, x.pelaksana), strict=True):
            isi[c].append(teks)
    for c, apa, aturan in _TEKS:
        isian = Isian(capaian.name_isian(nomor, apa), aturan, "isian_teks", "sel_lipat")
        p.put_blok(isian, (r, c), (n, 1), to_kolom(isi[c]))
    rupiah = Isian(capaian.name_isian(nomor, "aksi_anggaran"), _RUPIAH, "isian_rupiah", "sel_rupiah")
    p.put_blok(rupiah, (r, ANGGARAN), (n, 1), to_kolom(x.anggaran for x in i.aksi))


def _put_target(p: LembarKerja, r: int, nomor: int, i: Indikator, n: int) -> None:
    """The year's target, which follows sheet Capaian while it is not known."""
    tercetak = format_target(i, p.b)
    if tercetak is not None:
        p.put_gabung(range(r, r + n), TARGET, tercetak, "cetak_tengah")
    else:
        letak = capaian.tell_target(p, p.b, nomor)
        p.put_gabung(
            range(r, r + n), TARGET, write_target_sel(letak, belakang="%" if i.berpersen else ""), "cetak_umum"
        )


def _check_triwulan(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    """Whether quarters give the year's target by its method; those that the issuer wrote as ranges are not judged."""
    if not all(map(is_sel, i.triwulan)):
        return
    w, t = rentang(r, TW, r, TW + 3, lembar=KATA.nama), nama(capaian.tell_target(p, p.b, nomor))
    tw = [sel(r, c, lembar=KATA.nama) for c in range(TW, TW + 4)]
    akhir = pick_akhir(tw, lambda x: x != "")
    if i.jenis.berurutan:
        benar = AND(COUNTA(w) == count_kata(tw, i.urutan), OR(t == "", akhir == t))
        cara = _HARUS[Metode.AKHIR]
    else:
        sejalan, cara = _meet_target(p, nomor, i, (w, akhir, t))
        sejalan = IF(is_angka(t), sejalan, True) if is_sel(i.target) else sejalan
        benar = IF(AND(COUNTA(w) == COUNT(w), count_logis(tw) == 0), sejalan, False)
    p.check(CEK_TRIWULAN, r, TW, IF(COUNTA(w) == 0, OK, IF(benar, OK, PERIKSA)), nomor=nomor + 1, cara=cara)


def _meet_target(p: LembarKerja, nomor: int, i: Indikator, sel_: tuple[Rentang, X, X]) -> tuple[X, str]:
    """Whether numbers of quarters come to the year's target, and in words by what method they must.

    Args:
        sel_: the quarters, the last of them that is filled, the year's target.
    """
    w, akhir, t = sel_
    bawah, atas = (t, t) if is_sel(i.target) or not i.target else (i.target.bawah, i.target.atas)

    def meet(x: X, desimal: int) -> X:
        sisi = [] if bawah is None else [ROUND(x - bawah, desimal) >= 0]
        return AND(*sisi, *([] if atas is None else [ROUND(x - atas, desimal) <= 0]))

    utuh = []  # no 0,9 beside 90
    if i.berpersen:
        utuh = [OR(to_x(atas if bawah is None else bawah) <= 1, COUNTIF(w, ">0") == COUNTIF(w, ">1"))]
    sisi = [] if bawah is None else [MAX(w) >= bawah]
    antara = AND(*sisi, *([] if atas is None else [MIN(w) <= atas]), *utuh)
    lebih = to_x(True) if atas is None else ROUND(SUM(w) - atas, 6) <= 0
    hasil = {
        # The sum of shares is no share; of fewer than all quarters it may only not exceed.
        Metode.JUMLAH: antara if i.jenis.berpenyebut else IF(COUNT(w) < 4, lebih, meet(SUM(w), 6)),
        Metode.AKHIR: AND(meet(akhir, 6), *utuh),
        Metode.RATA_RATA: meet(SUM(w) / COUNT(w), 2),
    }
    metode = i.metode_target
    if i.metode is None and metode is None and i.jenis.lembar == indikator.KATA.nama:
        dipilih = f"isian_indikator_{nomor + 1}_metode"
        p.tell(dipilih, p.b.get_matriks(dipilih, 1)[0][0])
        sejalan, cara = choose_cara(nama(dipilih), i, hasil, to_x(True)), _DIPILIH
    else:
        sejalan = antara if metode is None else hasil[metode]
        cara = _HARUS[metode]
    return sejalan, cara


def _write_keadaan() -> X:
    """The word of a step: it is written, somebody answers for it, its money is a number."""
    aksi, program, anggaran, pelaksana = map(di_kolom, (AKSI, PROGRAM, ANGGARAN, PELAKSANA))
    salah = OR(TRIM(aksi) == "", AND(anggaran != "", OR(ISNUMBER(anggaran) == to_x(False), anggaran < 0)))
    kosong = AND(TRIM(aksi) == "", TRIM(program) == "", anggaran == "", TRIM(pelaksana) == "")
    return IF(kosong, "", IF(salah, PERIKSA, IF(TRIM(pelaksana) == "", BELUM, OK)))


_KEADAAN = _write_keadaan()


def _check_aksi(p: LembarKerja, akhir: int) -> None:
    """A word beside each step, which is not printed, and what they come to."""
    p.put_teks(AWAL - 1, CEK, "Cek (tidak dicetak)", "kepala")
    for r in range(AWAL, akhir + 1):
        p.put_rumus(r, CEK, _KEADAAN, "hasil_tengah")
    p.color(AWAL, CEK, akhir, STATUS)
    w = rentang(AWAL, CEK, akhir, CEK, lembar=KATA.nama)
    p.check(CEK_AKSI, AWAL, AKSI, IF(COUNTIF(w, PERIKSA) > 0, PERIKSA, IF(COUNTIF(w, BELUM) > 0, BELUM, OK)))
