"""Sheet Rincian: an indikator of a kecamatan in each row, with all its figures; other sheets count from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kinerja.perjanjian.hasil import TRIWULAN, Angka, HasilIndikator
from kinerja.workbook.ekspresi import Rentang, di_kolom, rentang
from kinerja.workbook.fungsi import IF, ISNUMBER
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    AWAL,
    LEBAR_KODE,
    MAKS_KELOMPOK,
    RINCIAN,
    Bahan,
    Kolom,
    count_baris,
    finish,
    put_kosong,
    put_nilai,
    start,
    to_isi,
)

T = TypeVar("T")
Kunci = tuple[str, int]
"""A name, and the how manieth of that name it is within one kecamatan, from 1."""
_TRIWULAN = ("Target triwulan", "Realisasi triwulan", "Capaian triwulan")
_TAHUN: tuple[Kolom, ...] = (
    ("Satuan", 9.0), ("Target", 11.0), ("Realisasi", 11.0), ("Predikat", 9.0), ("Capaian (%)", 10.0),
    ("Kategori", 12.0), ("Keterangan", 19.0),
)  # fmt: skip
_LEBAR_TRIWULAN = 9.0
NO_SASARAN, NO_INDIKATOR, TERUKUR = "No. sasaran", "No. indikator", "Terukur"


@dataclass(frozen=True, slots=True)
class LembarRincian:
    """The sheet, and where things stand on it.

    Attributes:
        kolom: column numbers by title.
        akhir: last row of the table.
        kecamatan: first and last row of each kecamatan that has any, by its place in the recap.
        baris: the row of an indikator by the place of its kecamatan and its key.
        sasaran: numbers of the sasaran that are summed up.
        indikator: the same of the indikator, each with its sasaran.
    """

    p: Penyusun
    lembar: Lembar
    kolom: Mapping[str, int]
    akhir: int
    kecamatan: Mapping[int, tuple[int, int]]
    baris: Mapping[tuple[int, Kunci], tuple[int, HasilIndikator]]
    sasaran: Mapping[str, int]
    indikator: Mapping[tuple[str, str], int]

    def refer(self, judul: str, awal: int = AWAL, akhir: int | None = None) -> Rentang:
        """Rows of a column, as other sheets write it; all by default."""
        c = self.kolom[judul]
        return rentang(awal, c, self.akhir if akhir is None else akhir, c, mutlak=True, lembar=RINCIAN)


def name_capaian(tw: int | None) -> str:
    """The title of the column with the capaian of a quarter (from 0), or of the year."""
    return "Capaian (%)" if tw is None else f"{_TRIWULAN[2]} {TRIWULAN[tw]} (%)"


def get_capaian(i: HasilIndikator, tw: int | None) -> Angka | None:
    """The figure of that column."""
    return i.capaian if tw is None else i.triwulan[tw].capaian


def build_rincian(k: Bahan) -> LembarRincian:
    """The sheet; its numbers at the right serve sums, and are not printed."""
    kolom = _list_kolom(k)
    letak = {judul: c for c, (judul, _) in enumerate(kolom)}
    p = start(k, RINCIAN, kolom[:-3], kolom_berulang=(0, letak["Indikator"]), lanjut_kolom=(letak[_name(0, 0)],))
    p.lebar += tuple(lebar for _, lebar in kolom[-3:])
    semua = [(n, i) for n, b in enumerate(k.rekap.baris) if b.hasil for i in b.hasil.indikator]
    sasaran = number_kelompok(i.sasaran for _, i in semua)
    indikator = number_kelompok((i.sasaran, i.nama) for _, i in semua)
    kecamatan: dict[int, tuple[int, int]] = {}
    baris: dict[tuple[int, Kunci], tuple[int, HasilIndikator]] = {}
    r = AWAL
    for n, b in enumerate(k.rekap.baris):
        for kunci, i in list_berkunci(b.hasil.indikator if b.hasil else ()):
            p.put_teks(r, 0, to_isi(b.kode), "sel")
            p.put_teks(r, 1, to_isi(b.kecamatan), "sel_lipat")
            if k.berkabkota:
                p.put_teks(r, letak["Kabupaten/kota"], to_isi(b.kabkota), "sel_lipat")
            _put_indikator(p, r, i, letak)
            p.put_teks(r, letak[NO_SASARAN], sasaran[i.sasaran], "sel_angka")
            p.put_teks(r, letak[NO_INDIKATOR], indikator[i.sasaran, i.nama], "sel_angka")
            kecamatan[n] = (kecamatan.get(n, (r, r))[0], r)
            baris[n, kunci] = (r, i)
            r += 1
    if r == AWAL:
        put_kosong(p, kolom, "Belum ada.")
    akhir = count_baris(r)
    lembar = finish(p, kolom, akhir, "#7F7F7F", tampak=len(kolom) - 3)
    return LembarRincian(p, lembar, letak, akhir, kecamatan, baris, sasaran, indikator)


def list_berkunci(semua: Iterable[HasilIndikator]) -> Iterator[tuple[Kunci, HasilIndikator]]:
    """The indikator of a kecamatan, each with a key that no other has."""
    banyak: Counter[str] = Counter()
    for i in semua:
        banyak[i.nama] += 1
        yield (i.nama, banyak[i.nama]), i


def number_kelompok(semua: Iterable[T]) -> dict[T, int]:
    """Numbers from 1 in the order of first appearance; what is beyond MAKS_KELOMPOK shares the last.

    >>> number_kelompok("abac")
    {'a': 1, 'b': 2, 'c': 3}
    """
    return {satu: min(n, MAKS_KELOMPOK) for n, satu in enumerate(dict.fromkeys(semua), 1)}


def _name(apa: int, tw: int) -> str:
    return f"{_TRIWULAN[apa]} {TRIWULAN[tw]}" + (" (%)" if apa == 2 else "")


def _list_kolom(k: Bahan) -> list[Kolom]:
    kabkota = [("Kabupaten/kota", 18.0)] if k.berkabkota else []
    kolom: list[Kolom] = [("Kode", LEBAR_KODE), ("Kecamatan", 18.0), ("No", 5.0), ("Indikator", 27.0)]
    kolom += [*kabkota, ("Sasaran", 24.0 if kabkota else 30.0), *_TAHUN]
    kolom += [(_name(apa, tw), _LEBAR_TRIWULAN) for tw in range(len(TRIWULAN)) for apa in range(3)]
    return [*kolom, (NO_SASARAN, 9.0), (NO_INDIKATOR, 9.0), (TERUKUR, 9.0)]


def _put_indikator(p: Penyusun, r: int, i: HasilIndikator, letak: Mapping[str, int]) -> None:
    """The figures of an indikator, of the year and of each quarter."""
    p.put_teks(r, letak["No"], i.nomor, "sel_tengah")
    for judul, teks in (("Indikator", i.nama), ("Sasaran", i.sasaran), ("Keterangan", i.keterangan)):
        p.put_teks(r, letak[judul], to_isi(teks), "sel_lipat")
    for judul, teks in (("Satuan", i.satuan), ("Predikat", i.predikat), ("Kategori", i.kategori)):
        p.put_teks(r, letak[judul], to_isi(teks), "sel_tengah_lipat")
    put_nilai(p, r, letak["Target"], i.target)
    put_nilai(p, r, letak["Realisasi"], i.realisasi)
    p.put_teks(r, letak["Capaian (%)"], to_isi(i.capaian), "sel_desimal")
    for tw, t in enumerate(i.triwulan):
        put_nilai(p, r, letak[_name(0, tw)], t.target)
        put_nilai(p, r, letak[_name(1, tw)], t.realisasi)
        p.put_teks(r, letak[_name(2, tw)], to_isi(t.capaian), "sel_desimal")
    p.put_rumus(r, letak[TERUKUR], IF(ISNUMBER(di_kolom(letak["Capaian (%)"])), 1, 0), "sel_angka")
