"""Sheet Rumusan: what each indikator means and how it is computed, with the band tables of the regulations."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.peraturan import TabelJenjang
from kinerja.perjanjian.jenis import JenisIndikator
from kinerja.perjanjian.model import DaftarManfaat, Indikator
from kinerja.workbook.layout import Cetak
from kinerja.workbook.ukuran import TINGGI_BAKU, row_height, split_paragraf
from workbook_templates.gaya import GAYA
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar.target import name_indikator, put_target
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, Kata, LembarKerja
from workbook_templates.perjanjian_kinerja.rumusan_baku import write_rumusan

KATA = Kata("Rumusan", "Penjelasan cara menghitung setiap indikator; siap cetak.")
LEBAR = (5, 26, 6, 7, 9, 14.5, 14.5, 8, 12)
ISI = 4
"""First of the columns that explain."""
LEBAR_ISI = len(LEBAR) - ISI
LANJUTAN = "(lanjutan)"
INDENTASI = GAYA["alinea_utuh"].indentasi


def build_rumusan(b: Tampak) -> Bagian:
    """The explanation pages: No, Indikator, Target, Penjelasan."""
    p = LembarKerja(b, KATA, (*LEBAR, 3, 24))
    p.put_teks(0, 0, b.judul_rumusan, "judul_cetak", lebar=len(LEBAR))
    p.put_kembali(0, len(LEBAR) + 1)
    kepala = (("NO", 1), ("INDIKATOR KINERJA", 1), ("TARGET", 2), ("PENJELASAN (RUMUSAN PERHITUNGAN)", LEBAR_ISI))
    p.put_bentang(2, 0, kepala, "kepala_cetak")
    p.set_tinggi(2, 32)
    r = 3
    for nomor, indikator in enumerate(b.indikator):
        akhir = _put_penjelasan(p, b, r, indikator)
        p.put_gabung(range(r, akhir), 0, nomor + 1, "cetak_tengah", lanjut=nomor + 1)
        p.put_gabung(range(r, akhir), 1, name_indikator(indikator), "cetak", lanjut=LANJUTAN)
        put_target(p, b, (r, 2), nomor, tinggi=akhir - r)
        r = akhir
    p.cetak = Cetak(b.kertas, area=(0, 0, r - 1, len(LEBAR) - 1), baris_berulang=(2, 2))
    return p.finish_bagian(warna_tab="#1F3864")


def _put_penjelasan(p: Penyusun, b: Tampak, r: int, i: Indikator) -> int:
    """Paragraphs with the kind's table after the one that announces it, then the lists; returns the next row."""
    alinea = [x.strip() for x in i.penjelasan.split("\n") if x.strip()] or write_rumusan(i, b)
    daftar = [teks for d in i.daftar for teks in _list_daftar(d)]
    nama = row_height(name_indikator(i), LEBAR[1:2], indentasi=INDENTASI)
    if not i.jenis.berbobot and i.jenis.get_tabel(pada=b.pada) is None:
        return _put_alinea(p, r, alinea + daftar, nama)
    sela = next((n for n, x in enumerate(alinea, start=1) if x.endswith(":")), len(alinea))
    awal = _put_alinea(p, r, alinea[:sela])
    akhir = _put_tabel(p, b, awal, i.jenis)
    p.keep(awal - 1, akhir - 1)
    return _put_alinea(p, akhir, alinea[sela:] + daftar, nama - (akhir - r) * TINGGI_BAKU)


def _put_alinea(p: Penyusun, r: int, alinea: Sequence[str], tinggi: float = 0) -> int:
    """Paragraphs under each other, and a blank one below if they are not so high: lines are not to be spread."""
    potong: list[str | None] = [x for teks in alinea for x in split_paragraf(teks, LEBAR[ISI:], indentasi=INDENTASI)]
    kurang = tinggi - sum(row_height(str(x), LEBAR[ISI:], indentasi=INDENTASI) for x in potong)
    if kurang > 0:
        p.set_tinggi(r + len(potong), kurang)
        potong.append(None)
    return p.put_sambung(r, ISI, potong, lebar=LEBAR_ISI)


def _put_tabel(p: Penyusun, b: Tampak, r: int, jenis: JenisIndikator) -> int:
    """The components with their weights and the bands, of kinds that have them."""
    if jenis.berbobot:
        r = _put_bobot(p, b, r)
    tabel = jenis.get_tabel(pada=b.pada)
    if tabel is None:
        return r
    if any(j.teks_ni for j in tabel.jenjang):
        return _put_interval(p, r, tabel)
    p.put_bentang(r, ISI, (("Predikat", 1), ("Nilai absolut", 1), ("Interpretasi", LEBAR_ISI - 2)), "kepala_cetak")
    # The grade for a bare zero is not in the printed table; it stands on Rujukan with its own citation.
    jenjang = [j for j in tabel.jenjang if not j.rujukan]
    for nomor, j in enumerate(jenjang, start=1):
        p.put_baris(r + nomor, ISI, (j.kode, j.teks), "cetak_tengah")
        p.put_teks(r + nomor, ISI + 2, j.sebutan, "cetak", lebar=LEBAR_ISI - 2)
    return r + len(jenjang) + 1


def _put_interval(p: Penyusun, r: int, tabel: TabelJenjang) -> int:
    """Bands of an index that has an interval before and after conversion, the lowest first."""
    p.put_baris(r, ISI, ("Nilai persepsi", "NI", "NIK", "Mutu", "Kinerja unit pelayanan"), "kepala_cetak")
    for nomor, j in enumerate(reversed(tabel.jenjang), start=1):
        p.put_baris(r + nomor, ISI, (nomor, j.teks_ni, j.teks, j.kode, j.sebutan), "cetak_tengah")
    return r + len(tabel.jenjang) + 1


def _put_bobot(p: Penyusun, b: Tampak, r: int) -> int:
    p.put_bentang(r, ISI, (("Komponen", LEBAR_ISI - 1), ("Bobot", 1)), "kepala_cetak")
    for nomor, x in enumerate(b.bobot_sakip, start=1):
        p.put_teks(r + nomor, ISI, f"{nomor}. {x.nama}", "cetak", lebar=LEBAR_ISI - 1)
        p.put_teks(r + nomor, ISI + LEBAR_ISI - 1, float(x.bobot), "cetak_tengah")
    return r + len(b.bobot_sakip) + 1


def _list_daftar(d: DaftarManfaat) -> list[str]:
    """The activities in running text, as the source document prints them, and the total that it states."""
    if not d.kegiatan:
        return [f"{d.nama}: daftar kegiatan diisi pada lembar Manfaat."]
    butir = [x.uraian if x.target is None else f"{x.uraian} ({x.target} {d.satuan})" for x in d.kegiatan]
    teks = [f"{d.nama} = {', '.join(butir)}."]
    if d.total_tercantum is not None:
        teks.append(f"Total target {d.nama.lower()} yang tercantum: {d.total_tercantum} {d.satuan}.")
    return teks
