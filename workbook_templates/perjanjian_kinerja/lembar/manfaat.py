"""Sheet Manfaat: the activity lists (any number, each with its unit), receivers per quarter, percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kinerja.alamat import column_letters
from kinerja.peraturan import get_parameter
from kinerja.perjanjian.model import DaftarManfaat
from kinerja.rumus.tahun import TRIWULAN
from kinerja.rumus_sel import persen
from kinerja.workbook.ekspresi import X, add_up, di_kolom, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, COUNTA, COUNTIF, IF, ISNUMBER, ROUND, SUM, TRIM
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur, to_kolom
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    KATA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import ISIAN_SALAH, OK, PERIKSA, count_salah, jumlah_bila_ada, status

KATA = Kata(
    "Manfaat",
    "Daftar kegiatan, target, dan jumlah penerima manfaat per triwulan.",
    "Manfaat – Penerima Manfaat Kegiatan",
    f"{KATA_TRIWULAN} Persentase muncul setelah setiap daftar mempunyai target dan sedikitnya satu angka realisasi.",
)
CEK_DAFTAR = Pertanyaan(
    "Manfaat, {daftar}: setiap baris bernama dan bertarget, target dan realisasi berupa angka",
    "Lihat kolom Keadaan; ketik nama kegiatan, dan jumlah {satuan} sebagai angka.",
    boleh_kosong=True,
)
CEK_LEBIH = Pertanyaan(
    "Manfaat, {daftar}: penerima tidak lebih dari {batas}% target kegiatannya",
    "Lihat kolom Keadaan; periksa apakah angkanya kumulatif, salah ketik, atau berbeda satuan.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
CEK_TOTAL = Pertanyaan(
    "Manfaat, {daftar}: total yang tercantum sama dengan jumlah butirnya",
    "Cocokkan target setiap butir dengan dokumen yang ditandatangani; laporkan kepada penerbit berkas.",
    boleh_dijelaskan=True,
)
CADANGAN = 5
"""Spare rows under a list that the issuer knows."""
CADANGAN_KOSONG = 20
"""Rows of a list that the issuer does not know yet."""
_KEGIATAN = Aturan("teks", "Kegiatan", "Ketik nama kegiatan seperti di dokumen anggaran.", 1, 255)


KEPALA = 4
"""Row of the head that all lists share."""
LEBAR = (5, 40, 16, 10, 10, 10, 10, 10, 10.5, 11, 22)
KEGIATAN, TARGET, TW, JUMLAH, CAPAIAN, KEADAAN = 1, 3, 4, 8, 9, 10
"""Columns of a list; the four quarters begin at TW."""
BATAS_WAJAR = 200
"""Per cent of an activity's target; more receivers are mostly a slip."""
TANPA_NAMA, TANPA_TARGET = "Kegiatan belum ditulis", "Realisasi tanpa target"
LEBIH, BELUM_TARGET = f"Lebih dari {BATAS_WAJAR}% target", "Target belum diisi"
BELUM_REALISASI, SESUAI = "Belum ada realisasi", "Sesuai"
SALAH = (ISIAN_SALAH, TANPA_NAMA, TANPA_TARGET)


@dataclass(frozen=True, slots=True)
class _Daftar:
    """One list and where it stands: first and last row; under it the sums, the percentages, and the wrong rows."""

    data: DaftarManfaat
    awal: int
    akhir: int

    def kolom(self, awal: int, akhir: int, *, lembar: str = "") -> X:
        """The rows of these columns."""
        return rentang(self.awal, awal, self.akhir, akhir, lembar=lembar)

    def persen(self, waktu: int) -> X:
        """The percentage of a quarter 0..3, or (4) of the year."""
        return sel(self.akhir + 2, TW + waktu)


def build_manfaat(b: Tampak, milik: Sequence[Terukur], desa: str) -> Bagian:
    """The benefit sheet: `isian_manfaat_<kunci>_…` per list and `hasil_manfaat_persen`; `desa` is a village's word."""
    p = start_lembar(b, KATA, LEBAR, baris_berulang=(KEPALA, KEPALA), milik=milik[0])
    tw = [f"Triwulan {t}" for t in TRIWULAN]
    p.put_kepala(KEPALA, 0, ("No", "Kegiatan", desa, "Target", *tw, "Jumlah", "Capaian (%)", "Keadaan"))
    daftar: list[_Daftar] = []
    baris = KEPALA + 1
    tempat = Aturan("teks", desa, f"Ketik nama {desa.lower()} tempat kegiatan itu.", 1, 100)
    for nomor, data in enumerate(d for _, i, *_ in milik for d in i.daftar):
        daftar.append(_put_daftar(p, b, baris, nomor, data, tempat))
        baris = daftar[-1].akhir + 5
    triwulan = _put_persen(p, b, baris, daftar)
    for d in daftar:
        _put_cek(p, d)
    p.realisasi[milik[0].nomor] = Realisasi(triwulan, p.refer("hasil_manfaat_persen"))
    return p.finish_bagian(beku=(KEPALA + 1, 2), warna_tab="#BF8F00")


def _put_daftar(p: LembarKerja, b: Tampak, baris: int, nomor: int, data: DaftarManfaat, tempat: Aturan) -> _Daftar:
    n = len(data.kegiatan) + (CADANGAN if data.kegiatan else CADANGAN_KOSONG)
    d = _Daftar(data, baris + 1, baris + n)
    p.put_teks(baris, 0, f"{column_letters(nomor).lower()}. {data.nama} ({data.satuan})", "bagian")
    p.keep(baris, baris + 1)
    p.keep(d.akhir, d.akhir + 4)
    angka = Aturan("bulat", f"Jumlah {data.satuan}", f"Ketik jumlah {data.satuan}; 0 bila tidak ada.", 0, 1e9)
    awalan = f"isian_manfaat_{data.kunci}"
    uraian = Isian(f"{awalan}_kegiatan", _KEGIATAN, "isian_teks", "sel_lipat")
    for c, isian, terbit in (
        (KEGIATAN, uraian, (x.uraian for x in data.kegiatan)),
        (2, Isian(f"{awalan}_kelurahan", tempat, "isian_teks", "sel_lipat"), (x.kelurahan for x in data.kegiatan)),
        (TARGET, Isian(f"{awalan}_target", angka, "isian_angka", "sel_angka"), (x.target for x in data.kegiatan)),
    ):
        p.put_blok(isian, (d.awal, c), (n, 1), to_kolom(terbit))
    p.put_blok(Isian(f"{awalan}_realisasi", angka, "isian_angka"), (d.awal, TW), (n, 4))
    jumlah, capaian = _make_rumus(b.pada)
    for r in range(d.awal, d.akhir + 1):
        p.put_teks(r, 0, r - d.awal + 1, "sel_tengah")
        p.put_rumus(r, JUMLAH, jumlah, "hasil_angka")
        p.put_rumus(r, CAPAIAN, capaian, "hasil_desimal")
        p.put_rumus(r, KEADAAN, _KEADAAN, "hasil_lipat")
    p.color(d.awal, KEADAAN, d.akhir, {SESUAI: "baik", **dict.fromkeys((*SALAH, LEBIH), "periksa")})
    _put_jumlah(p, d)
    return d


@lru_cache(maxsize=8)
def _make_rumus(pada: date) -> tuple[X, X]:
    """Receivers of one activity, and that in per cent of its target."""
    t, j = di_kolom(TARGET), di_kolom(JUMLAH)
    capaian = IF(AND(ISNUMBER(t), ISNUMBER(j)), IF(AND(t > 0, j >= 0), persen(j, t, pada), ""), "")
    return jumlah_bila_ada(di_kolom(TW, TW + 3)), capaian


def _check_baris() -> X:
    """In words, what is to be done about an activity first; nothing on a blank row."""
    t, j = di_kolom(TARGET), di_kolom(JUMLAH)
    bertarget = IF(j == "", BELUM_REALISASI, IF(ROUND(j - t * BATAS_WAJAR / 100, 2) > 0, LEBIH, SESUAI))
    bernama = IF(t == "", IF(j == "", BELUM_TARGET, TANPA_TARGET), bertarget)
    berangka = IF(TRIM(di_kolom(KEGIATAN)) == "", TANPA_NAMA, bernama)
    salah = count_salah(di_kolom(TARGET, TW + 3))
    return IF(COUNTA(di_kolom(KEGIATAN, TW + 3)) == 0, "", IF(salah > 0, ISIAN_SALAH, berangka))


_KEADAAN = _check_baris()


def _put_jumlah(p: Penyusun, d: _Daftar) -> None:
    r = d.akhir + 1
    p.put_baris(r, 0, (None, "JUMLAH", None), "hasil_teks")
    for c in range(TARGET, CAPAIAN):
        p.put_rumus(r, c, jumlah_bila_ada(d.kolom(c, c)), "hasil_angka")
    p.put_teks(r, CAPAIAN, None, "hasil_teks")
    p.put_baris(r + 1, 0, (None, "Persentase dari target setahun (%)", None, None), "sel")
    target, salah = d.kolom(TARGET, TARGET), sel(r + 2, TARGET)
    for c in range(5):
        w = d.kolom(TW + c, TW + c) if c < 4 else d.kolom(TW, TW + 3)
        rasio = IF(AND(salah == 0, SUM(target) > 0, COUNT(w) > 0), SUM(w) / SUM(target) * 100, "")
        p.put_rumus(r + 1, TW + c, rasio, "hasil_desimal")
    p.put_baris(r + 2, 0, (None, "Baris yang isiannya salah (bukan angka, atau negatif)", None), "sel")
    p.put_rumus(r + 2, TARGET, COUNTIF(d.kolom(KEADAAN, KEADAAN), ISIAN_SALAH), "hasil_angka")
    if d.data.total_tercantum is not None:
        p.put_baris(r + 3, 0, (None, "Total target yang tercantum di perjanjian", None), "sel")
        p.put_teks(r + 3, TARGET, d.data.total_tercantum, "sel_angka")


def _put_cek(p: LembarKerja, d: _Daftar) -> None:
    nama = p.nama_lembar
    target, keadaan = (d.kolom(c, c, lembar=nama) for c in (TARGET, KEADAAN))
    tercantum = sel(d.akhir + 4, TARGET, lembar=nama)
    mulai = COUNT(d.kolom(TW, TW + 3, lembar=nama)) > 0
    salah = add_up(COUNTIF(keadaan, kata) for kata in SALAH) > 0
    lengkap = AND(SUM(target) > 0, mulai, COUNTIF(keadaan, BELUM_TARGET) == 0)
    kata = {"daftar": d.data.nama, "satuan": d.data.satuan, "batas": BATAS_WAJAR}
    p.check(CEK_DAFTAR, d.awal, KEADAAN, status(salah, lengkap), **kata)
    triwulan = [sel(d.akhir + 1, TW + c) for c in range(4)]
    p.check_urut(d.akhir + 1, KEADAAN, triwulan, apa=f"Manfaat, {d.data.nama}", waktu="triwulan")
    p.check(CEK_LEBIH, d.awal, KEADAAN, status(COUNTIF(keadaan, LEBIH) > 0, mulai), **kata)
    if d.data.total_tercantum is not None:
        p.check(CEK_TOTAL, d.akhir + 4, TARGET, IF(ROUND(SUM(target), 2) == tercantum, OK, PERIKSA), **kata)


def _put_persen(p: LembarKerja, b: Tampak, r: int, daftar: Sequence[_Daftar]) -> tuple[X, ...]:
    """The indikator itself: the mean of the lists' percentages, per quarter and for the year; gives the quarters'."""
    p.put_teks(r, 0, "Persentase masyarakat yang mendapatkan manfaat", "bagian")
    p.keep(r, r + 2)
    p.put_kepala(r + 1, TARGET, ("Waktu", *(f"Triwulan {t}" for t in TRIWULAN), "Setahun"))
    p.put_teks(r + 2, TARGET, "Persen", "sel_tengah")
    n = len(daftar)
    desimal = get_parameter("persen", pada=b.pada).bilangan("manfaat_desimal")
    for c in range(5):
        semua = [d.persen(c) for d in daftar]
        rerata = IF(COUNT(*semua) == n, ROUND(SUM(*semua) / n, desimal), "")
        p.put_rumus(r + 2, TW + c, rerata, "hasil_desimal", nama="hasil_manfaat_persen" if c == 4 else None)
    return tuple(p.export(sel(r + 2, TW + c, lembar=p.nama_lembar)) for c in range(4))
