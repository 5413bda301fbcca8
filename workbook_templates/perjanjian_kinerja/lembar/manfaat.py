"""Sheet Manfaat: the activity lists (any number, each with its unit), receivers per quarter, percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kinerja.alamat import column_letters
from kinerja.peraturan import get_parameter
from kinerja.perjanjian.model import DaftarManfaat
from kinerja.rumus_sel import persen
from kinerja.workbook.ekspresi import X, di_kolom, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, IF, ISNUMBER, ROUND, SUM
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur, to_kolom
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
    Realisasi,
    start_lembar,
)
from workbook_templates.rumus import OK, PERIKSA, count_salah, jumlah_bila_ada, status

KATA = Kata(
    "Manfaat",
    "Daftar kegiatan, target, dan jumlah penerima manfaat per triwulan.",
    "Manfaat – Penerima Manfaat Kegiatan",
    "Realisasi diisi sebanyak penerima dalam triwulan itu saja (bukan kumulatif). Ketik 0 bila memang tidak ada. "
    "Persentase muncul setelah setiap daftar mempunyai target dan sedikitnya satu angka realisasi.",
)
CEK_DAFTAR = Pertanyaan(
    "Manfaat, {daftar}: target dan realisasi berupa angka",
    "Ketik jumlah {satuan} sebagai angka; ketik 0 bila tidak ada.",
)
CEK_TOTAL = Pertanyaan(
    "Manfaat, {daftar}: total yang tercantum sama dengan jumlah butirnya",
    "Cocokkan target setiap butir dengan dokumen yang ditandatangani; laporkan kepada penerbit berkas.",
)
CADANGAN = 5
"""Spare rows under a list that the issuer knows."""
CADANGAN_KOSONG = 20
"""Rows of a list that the issuer does not know yet."""
_KEGIATAN = Aturan("teks", "Kegiatan", "Ketik nama kegiatan seperti di dokumen anggaran.", 1, 255)


TARGET, TW, JUMLAH, CAPAIAN = 3, 4, 8, 9
"""Columns of a list; the four quarters begin at TW."""


@dataclass(frozen=True, slots=True)
class _Daftar:
    """One list and where it stands: first and last row; under it the sums, the percentages, and the wrong inputs."""

    data: DaftarManfaat
    awal: int
    akhir: int

    def kolom(self, awal: int, akhir: int, *, lembar: str = "") -> X:
        """The rows of these columns."""
        return rentang(self.awal, awal, self.akhir, akhir, lembar=lembar)

    def kumulatif(self, triwulan: int) -> X:
        """The cumulative percentage of a quarter 0..3."""
        return sel(self.akhir + 2, TW + triwulan)


def build_manfaat(b: Tampak, milik: Sequence[Terukur], desa: str) -> Bagian:
    """The benefit sheet: `isian_manfaat_<kunci>_…` per list and `hasil_manfaat_persen`; `desa` is a village's word."""
    p = start_lembar(b, KATA, (5, 58, 20, 12, 11, 11, 11, 11, 12, 12))
    daftar: list[_Daftar] = []
    baris = 5
    tempat = Aturan("teks", desa, f"Ketik nama {desa.lower()} tempat kegiatan itu.", 1, 100)
    for nomor, data in enumerate(d for _, i in milik for d in i.daftar):
        daftar.append(_put_daftar(p, b, baris, nomor, data, tempat))
        baris = daftar[-1].akhir + 6
    triwulan = _put_persen(p, b, baris, daftar)
    for d in daftar:
        _put_cek(p, d)
    p.realisasi[milik[0].nomor] = Realisasi(triwulan, p.refer("hasil_manfaat_persen"))
    return p.finish_bagian(warna_tab="#BF8F00")


def _put_daftar(p: LembarKerja, b: Tampak, baris: int, nomor: int, data: DaftarManfaat, tempat: Aturan) -> _Daftar:
    n = len(data.kegiatan) + (CADANGAN if data.kegiatan else CADANGAN_KOSONG)
    d = _Daftar(data, baris + 2, baris + 1 + n)
    p.put_teks(baris, 0, f"{column_letters(nomor).lower()}. {data.nama}", "bagian")
    tw = [f"Triwulan {t} ({data.satuan})" for t in TRIWULAN]
    satuan = (f"Target ({data.satuan})", *tw, f"Jumlah ({data.satuan})")
    p.put_kepala(baris + 1, 0, ("No", "Kegiatan", tempat.judul, *satuan, "Capaian (%)"))
    angka = Aturan("bulat", f"Jumlah {data.satuan}", f"Ketik jumlah {data.satuan}; 0 bila tidak ada.", 0, 1e9)
    awalan = f"isian_manfaat_{data.kunci}"
    for c, isian, terbit in (
        (1, Isian(f"{awalan}_kegiatan", _KEGIATAN, "isian_teks", "sel_lipat"), (x.uraian for x in data.kegiatan)),
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
    _put_jumlah(p, d)
    return d


@lru_cache(maxsize=8)
def _make_rumus(pada: date) -> tuple[X, X]:
    """Receivers of one activity, and that in per cent of its target."""
    t, j = di_kolom(TARGET), di_kolom(JUMLAH)
    capaian = IF(AND(ISNUMBER(t), ISNUMBER(j)), IF(AND(t > 0, j >= 0), persen(j, t, pada), ""), "")
    return jumlah_bila_ada(di_kolom(TW, TW + 3)), capaian


def _put_jumlah(p: Penyusun, d: _Daftar) -> None:
    r = d.akhir + 1
    p.put_baris(r, 0, (None, "JUMLAH", None), "hasil_teks")
    for c in range(TARGET, CAPAIAN):
        p.put_rumus(r, c, jumlah_bila_ada(d.kolom(c, c)), "hasil_angka")
    p.put_teks(r, CAPAIAN, None, "hasil_teks")
    p.put_baris(r + 1, 0, (None, "Persentase kumulatif sampai triwulan itu (%)", None, None), "sel")
    target, salah = d.kolom(TARGET, TARGET), sel(r + 2, TARGET)
    for c in range(4):
        w = d.kolom(TW, TW + c)
        rasio = IF(AND(salah == 0, SUM(target) > 0, COUNT(w) > 0), SUM(w) / SUM(target) * 100, "")
        p.put_rumus(r + 1, TW + c, rasio, "hasil_desimal")
    p.put_baris(r + 2, 0, (None, "Isian yang salah (bukan angka, atau negatif)", None), "sel")
    p.put_rumus(r + 2, TARGET, count_salah(target) + count_salah(d.kolom(TW, TW + 3)), "hasil_angka")
    if d.data.total_tercantum is not None:
        p.put_baris(r + 3, 0, (None, "Total target yang tercantum di perjanjian", None), "sel")
        p.put_teks(r + 3, TARGET, d.data.total_tercantum, "sel_angka")


def _put_cek(p: LembarKerja, d: _Daftar) -> None:
    target = SUM(d.kolom(TARGET, TARGET, lembar=KATA.nama))
    salah, tercantum = (sel(d.akhir + n, TARGET, lembar=KATA.nama) for n in (3, 4))
    lengkap = AND(target > 0, COUNT(d.kolom(TW, TW + 3, lembar=KATA.nama)) > 0)
    p.check(CEK_DAFTAR, d.awal, TW, status(salah > 0, lengkap), daftar=d.data.nama, satuan=d.data.satuan)
    if d.data.total_tercantum is not None:
        sama = IF(ROUND(target, 2) == tercantum, OK, PERIKSA)
        p.check(CEK_TOTAL, d.akhir + 4, TARGET, sama, daftar=d.data.nama)


def _put_persen(p: Penyusun, b: Tampak, r: int, daftar: Sequence[_Daftar]) -> tuple[X, ...]:
    """The indikator itself: the mean of the lists' percentages, per quarter and for the year; gives the quarters'."""
    p.put_teks(r, 0, "Persentase masyarakat yang mendapatkan manfaat", "bagian")
    p.put_kepala(r + 1, TARGET, ("Sampai", *(f"Triwulan {t}" for t in TRIWULAN), "Setahun"))
    p.put_teks(r + 2, TARGET, "Persen", "sel_tengah")
    n = len(daftar)
    desimal = get_parameter("persen", pada=b.pada).bilangan("manfaat_desimal")
    for c in range(5):
        kumulatif = [d.kumulatif(min(c, 3)) for d in daftar]
        syarat = COUNT(*kumulatif) == n
        if c < 4:
            syarat = AND(syarat, COUNT(*(d.kolom(TW + c, TW + c) for d in daftar)) > 0)
        rerata = IF(syarat, ROUND(SUM(*kumulatif) / n, desimal), "")
        p.put_rumus(r + 2, TW + c, rerata, "hasil_desimal", nama="hasil_manfaat_persen" if c == 4 else None)
    return tuple(p.export(sel(r + 2, TW + c, lembar=KATA.nama)) for c in range(4))
