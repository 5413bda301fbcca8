"""Sheet Rumusan: what each indikator means and how it is computed, with the band tables of the regulations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kinerja.peraturan import get_tabel
from kinerja.perjanjian.model import DaftarManfaat, Indikator, JenisIndikator
from kinerja.workbook.layout import Cetak
from kinerja.workbook.ukuran import split_paragraf
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import Bagian, Konteks, LembarKerja
from workbook_templates.perjanjian_kinerja.target import name_indikator, put_target

LEBAR = (5, 20, 6.5, 7.5, 9, 15, 15, 8, 14)
ISI = 4
"""First of the columns that explain."""
LEBAR_ISI = len(LEBAR) - ISI


def build_rumusan(k: Konteks) -> Bagian:
    """The explanation pages: No, Indikator, Target, Penjelasan."""
    p = LembarKerja(k, "Rumusan", (*LEBAR, 3, 24), Cetak(k.kertas))
    p.put_teks(0, 0, "PENJELASAN RUMUSAN", "judul_cetak", lebar=len(LEBAR))
    p.put_kembali(0, len(LEBAR) + 1)
    kepala = (("NO", 1), ("INDIKATOR KINERJA", 1), ("TARGET", 2), ("PENJELASAN (RUMUSAN PERHITUNGAN)", LEBAR_ISI))
    p.put_bentang(2, 0, kepala, "kepala_cetak")
    p.set_tinggi(2, 32)
    r, target = 3, k.matriks("isian_target", len(k.pk.indikator))
    for nomor, indikator in enumerate(k.pk.indikator):
        akhir = _put_penjelasan(p, k, r, indikator)
        p.put_teks(r, 0, nomor + 1, "cetak_tengah_atas")
        p.put_teks(r, 1, name_indikator(indikator), "cetak_atas")
        put_target(p, k, r, 2, nomor, indikator, target[nomor][0], akhiran="_atas")
        for sambung in range(r + 1, akhir):
            p.put_bentang(sambung, 0, ((None, 1), (None, 1), (None, 2)), "cetak_samping")
        r = akhir
    p.put_baris(r, 0, [None] * len(LEBAR), "cetak_tutup")
    p.cetak = Cetak(k.kertas, area=(0, 0, r, len(LEBAR) - 1), baris_berulang=(2, 2))
    return p.finish_bagian(warna_tab="#1F3864")


def _put_penjelasan(p: Penyusun, k: Konteks, r: int, i: Indikator) -> int:
    """Paragraphs with the kind's table after the one that announces it, then the lists; returns the next row.

    Nothing is merged over rows: a merged cell is cut where the page ends.
    """
    alinea = [x.strip() for x in i.penjelasan.split("\n") if x.strip()] or ["-"]
    sela = next((n for n, x in enumerate(alinea, start=1) if x.endswith(":")), len(alinea))
    r = _put_alinea(p, r, alinea[:sela], "cetak_atas")
    if put := _TABEL.get(i.jenis):
        r = put(p, k, r)
    daftar = [teks for d in i.daftar for teks in _list_daftar(d)]
    return _put_alinea(p, r, alinea[sela:] + daftar, "cetak_samping")


def _put_alinea(p: Penyusun, r: int, alinea: Sequence[str], gaya: str) -> int:
    """Paragraphs under each other, the first in `gaya`."""
    for teks in alinea:
        for potong in split_paragraf(teks, LEBAR[ISI:]):
            p.put_teks(r, ISI, potong, gaya, lebar=LEBAR_ISI)
            gaya = "cetak_samping"
            r += 1
    return r


def _put_mutu(p: Penyusun, k: Konteks, r: int) -> int:
    p.put_baris(r, ISI, ("Nilai persepsi", "NI", "NIK", "Mutu", "Kinerja unit pelayanan"), "kepala_cetak")
    jenjang = get_tabel("skm_mutu", pada=k.pada).jenjang
    for nomor, j in enumerate(reversed(jenjang), start=1):
        p.put_baris(r + nomor, ISI, (nomor, j.teks_ni, j.teks, j.kode, j.sebutan), "cetak_tengah")
    return r + len(jenjang) + 1


def _put_sakip(p: Penyusun, k: Konteks, r: int) -> int:
    p.put_bentang(r, ISI, (("Komponen", LEBAR_ISI - 1), ("Bobot", 1)), "kepala_cetak")
    komponen = k.bobot_sakip
    for nomor, x in enumerate(komponen, start=1):
        p.put_teks(r + nomor, ISI, f"{nomor}. {x.nama}", "cetak", lebar=LEBAR_ISI - 1)
        p.put_teks(r + nomor, ISI + LEBAR_ISI - 1, float(x.bobot), "cetak_tengah")
    r += len(komponen) + 1
    p.put_bentang(r, ISI, (("Predikat", 1), ("Nilai absolut", 1), ("Interpretasi", LEBAR_ISI - 2)), "kepala_cetak")
    # The grade for a bare zero is not in the printed table; it stands on Rujukan with its own citation.
    jenjang = [j for j in get_tabel("sakip_predikat", pada=k.pada).jenjang if not j.rujukan]
    for nomor, j in enumerate(jenjang, start=1):
        p.put_baris(r + nomor, ISI, (j.kode, j.teks), "cetak_tengah")
        p.put_teks(r + nomor, ISI + 2, j.sebutan, "cetak", lebar=LEBAR_ISI - 2)
    return r + len(jenjang) + 1


_TABEL: dict[JenisIndikator, Callable[[Penyusun, Konteks, int], int]] = {
    JenisIndikator.SKM: _put_mutu,
    JenisIndikator.SAKIP: _put_sakip,
}


def _list_daftar(d: DaftarManfaat) -> list[str]:
    """The activities in running text, as the source document prints them, and the total that it states."""
    if not d.kegiatan:
        return [f"{d.nama}: daftar kegiatan diisi pada lembar Manfaat."]
    butir = [x.uraian if x.target is None else f"{x.uraian} ({x.target} {d.satuan})" for x in d.kegiatan]
    teks = [f"{d.nama} = {', '.join(butir)}."]
    if d.total_tercantum is not None:
        teks.append(f"Total target {d.nama.lower()} yang tercantum: {d.total_tercantum} {d.satuan}.")
    return teks
