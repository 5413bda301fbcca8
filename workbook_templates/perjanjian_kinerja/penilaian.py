"""Formulas by which a realisation is judged against a target: the year's on Capaian, a quarter's on Triwulan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from kinerja.peraturan import TabelJenjang, get_parameter, get_tabel
from kinerja.perjanjian.cara import Cara
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import TRIWULAN, Metode
from kinerja.rumus.target import Target
from kinerja.rumus_sel import persen_capaian, pick_jenjang
from kinerja.workbook.ekspresi import X, add_up, to_x
from kinerja.workbook.fungsi import AND, IF, ISNUMBER, OR, ROUND
from kinerja.workbook.ukuran import fit_column
from workbook_templates.gaya import MAKS_DESIMAL_GAYA
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, Realisasi
from workbook_templates.rumus import is_angka, pick_akhir

LEBIH, KURANG, PECAHAN = "capaian di atas 200%", "capaian di bawah 0", "tampak seperti pecahan, bukan persen"
TANPA_TARGET = "realisasi tanpa target"
JANGGAL = (LEBIH, KURANG, PECAHAN, TANPA_TARGET)
"""Words beside a capaian that somebody must look at."""
TERLAMPAUI = "target 0 terlampaui"
MAKS_WAJAR = 200


@dataclass(frozen=True, slots=True)
class Penilai:
    """How one indikator is judged."""

    indikator: Indikator
    cara: Cara
    pada: date

    def pick_target(self, target: Target | None, sel: X) -> X | Target:
        """What stands in the target's cell, or what is agreed where that is a text there."""
        return sel if target is None or is_sel(target) else target

    def capaian(self, x: X, t: X | Target) -> X:
        """Capaian in per cent; nothing where it cannot be measured."""
        arah = self.indikator.arah
        if self.indikator.jenis.berurutan and not isinstance(t, Target):
            ada, harap = self._place_predikat(x, t)
            return IF(ada * harap == 0, "", IF(ada > harap, "", 100))
        if self.indikator.berrasio and not isinstance(t, Target):  # both stand behind `1 :`, so they change places
            return IF(AND(is_angka(t), ISNUMBER(x)), IF(AND(t > 0, x > 0), self._persen(t, x), ""), "")
        if isinstance(t, Target):
            if any(b < 0 for b in t.batas):
                return to_x("")
            boleh = x > 0 if t.rasio else x >= 0 if arah == "turun_rasio" or t.bawah == 0 else None
            return IF(ISNUMBER(x), self._persen(x, t) if boleh is None else IF(boleh, self._persen(x, t), ""), "")
        sah = t > 0 if arah == "naik" else OR(t > 0, AND(t == 0, x >= 0))
        if arah == "turun_rasio":
            sah = AND(t >= 0, x >= 0)
        return IF(AND(is_angka(t), ISNUMBER(x)), IF(sah, self._persen(x, t), ""), "")

    def _persen(self, x: X, t: X | Target) -> X:
        return persen_capaian(x, t, self.indikator.arah, self.cara.batas, self.cara.lantai, self.pada)

    def lift_batas(self, x: X, t: X | Target, c: X) -> X:
        """The same without cap and floor, which would hide what is odd; `c` is where the capaian stands."""
        if (self.cara.batas, self.cara.lantai) == (None, None):
            return c
        return replace(self, cara=replace(self.cara, batas=None, lantai=None)).capaian(x, t)

    def kategori(self, c: X) -> X:
        """The word of a capaian; the caller knows that it is a number."""
        return pick_jenjang(c, get_tabel(self.cara.kategori, pada=self.pada), "sebutan")

    def list_kategori(self) -> tuple[str, ...]:
        """The words of the scale."""
        return tuple(j.sebutan for j in get_tabel(self.cara.kategori, pada=self.pada).jenjang)

    def jenjang(self, x: X, kolom: Literal["kode", "sebutan"] = "kode") -> X | None:
        """The grade of a realisation; None for kinds that have none."""
        tabel = self.indikator.jenis.get_tabel(pada=self.pada)
        if tabel is None:
            return None
        bawah, atas = tabel.rentang
        return IF(ISNUMBER(x), IF(AND(x >= bawah, x <= atas), pick_jenjang(x, tabel, kolom), ""), "")

    def keterangan(self, x: X, t: X | Target, c: X) -> X:
        """What a reader must know beside the capaian."""
        biasa = self._note(x, t)
        utuh = self.lift_batas(x, t, c)
        janggal = IF(ISNUMBER(c), IF(utuh > MAKS_WAJAR, LEBIH, IF(utuh < 0, KURANG, biasa)), biasa)
        if self.indikator.berpersen and self.indikator.jenis.bebas:  # typed, not divided by us
            pecahan = AND(ISNUMBER(x), x > 0, x <= 1)
            if not isinstance(t, Target):
                janggal = IF(AND(ISNUMBER(t), t > 1, pecahan), PECAHAN, janggal)
            elif min(t.batas) > 1:
                janggal = IF(pecahan, PECAHAN, janggal)
        return IF(x == "", "", janggal if isinstance(t, Target) else IF(t == "", TANPA_TARGET, janggal))

    def keterangan_triwulan(self, x: X, t: X | Target, c: X) -> X:
        """The same of a quarter, which may have no target."""
        isi = self.keterangan(x, t, c)
        return isi if isinstance(t, Target) else IF(t == "", "", isi)

    def _note(self, x: X, t: X | Target) -> X:
        if self.indikator.jenis.berurutan and not isinstance(t, Target):
            ada, harap = self._place_predikat(x, t)
            atas = IF(ada < harap, (harap - ada) & " tingkat di atas target", "")
            return IF(ada * harap == 0, "", IF(ada > harap, "kurang " & (ada - harap) & " tingkat", atas))
        if self.indikator.arah == "naik" or self.indikator.berrasio or isinstance(t, Target):
            return to_x("")
        return IF(AND(ISNUMBER(x), ISNUMBER(t), t == 0, x > 0), TERLAMPAUI, "")

    def _place_predikat(self, x: X, t: X) -> tuple[X, X]:
        """Where the predicates of a realisation and of a target stand in the list, from 1; 0 for what is not there."""
        return _place(x, self.indikator.urutan), _place(t, self.indikator.urutan)


def collect_realisasi(ukur: Iterable[Bagian], indikator: Sequence[Indikator], *, pada: date) -> tuple[Realisasi, ...]:
    """How each indikator is measured; of several surveys by its method, in the quarters at whose end they are held."""
    semua: list[list[Realisasi]] = [[] for _ in indikator]
    for bagian in ukur:
        for nomor, satu in bagian.realisasi.items():
            semua[nomor].append(satu)
    return tuple(_merge(milik, i, pada) for milik, i in zip(semua, indikator, strict=True))


def _merge(milik: Sequence[Realisasi], i: Indikator, pada: date) -> Realisasi:
    if len(milik) == 1:
        return milik[0]
    assert i.jenis.penilaian  # only what is graded is held more than once a year
    desimal = get_parameter(i.jenis.penilaian.parameter, pada=pada).bilangan("desimal")
    jarak = len(TRIWULAN) // len(milik)
    triwulan = tuple(milik[n // jarak].tahun if (n + 1) % jarak == 0 else None for n in range(len(TRIWULAN)))
    tahun = [r.tahun for r in milik]
    ada, jumlah = add_up(ISNUMBER(x) for x in tahun), add_up(IF(ISNUMBER(x), x, 0) for x in tahun)
    rerata = IF(ada > 0, ROUND(jumlah / ada, desimal), "")  # of names, IronCalc cannot SUM what shows nothing
    hasil = pick_akhir(tahun) if i.metode is Metode.AKHIR else rerata
    return Realisasi(triwulan, hasil, ada == len(tahun))


def _place(x: X, urutan: Sequence[str]) -> X:
    """Place of a predicate in its list, from 1; 0 for what is not there."""
    hasil = to_x(0)
    for nomor in range(len(urutan), 0, -1):
        hasil = IF(x == urutan[nomor - 1], nomor, hasil)
    return hasil


def list_warna(tabel: TabelJenjang) -> dict[str, str]:
    """Style of each word of a scale, from its best band to its worst; the word itself stays."""
    akhir = len(tabel.jenjang) - 1
    gaya = ("baik", "baik", "cukup", "periksa", "periksa")
    return {j.sebutan: gaya[(4 * n + akhir // 2) // akhir] for n, j in enumerate(tabel.jenjang)}


def list_warna_batang(tabel: TabelJenjang) -> dict[str, str]:
    """Colour of each word's bars, from the best band to the worst: as different as the bands, and dark enough."""
    akhir = len(tabel.jenjang) - 1
    warna = ("#1B6B33", "#70B35A", "#F2C232", "#E07B1F", "#A61C2A")
    return {j.sebutan: warna[(4 * n + akhir // 2) // akhir] for n, j in enumerate(tabel.jenjang)}


def gaya_angka(i: Indikator, target: Target | None) -> str:
    """How a target of an indikator is shown in a cell: with the decimals that were agreed, graded ones with two."""
    if i.berrasio:
        return "rasio"
    if i.jenis.penilaian:
        return "persis"
    if i.berrupiah:
        return "rupiah"
    if target is None or target.angka is None:
        return "bebas"
    desimal = -int(target.angka.as_tuple().exponent)
    return f"desimal_{max(desimal, 0)}" if desimal <= MAKS_DESIMAL_GAYA else "persis"


def gaya_terkunci(i: Indikator, terbit: Sequence[Target | None]) -> str:
    """The style of cells that the issuer has filled in: texts in the middle, numbers with as many decimals as any."""
    ada = [t for t in terbit if t is not None]
    if any(t.angka is None for t in ada):
        return "sel_tengah_lipat"
    semua = [gaya_angka(i, t) for t in ada] or [gaya_angka(i, None)]
    return f"sel_{max(semua)}"


def gaya_realisasi(i: Indikator) -> str:
    """The style of a realisation: of a ratio what stands behind `1 :`."""
    if i.jenis.berurutan:
        return "hasil_tengah"
    if i.berrasio:
        return "hasil_rasio"
    bulat = i.jenis.bebas and i.metode in (Metode.JUMLAH, Metode.AKHIR)  # what was typed, or its sum
    return f"hasil_{'rupiah' if i.berrupiah else 'bebas'}" if bulat else "hasil_empat"


def is_sel(target: Target | None) -> bool:
    """Whether its cell holds a number or a predicate, or will; else how it is written."""
    return target is None or target.angka is not None or target.predikat != ""


def to_sel(target: Target | None) -> Decimal | str | None:
    """What stands in the cell of a target: a number, or how it is written."""
    if target is None:
        return None
    return target.write() if target.angka is None else target.angka


def widen(lebar: tuple[float, ...], kolom: Iterable[int], indikator: Iterable[Indikator]) -> tuple[float, ...]:
    """The widths of a sheet, with columns for figures that show ten times the largest target."""
    bebas = (i.target for i in indikator if i.jenis.bebas and not i.berpersen)
    besar = max((max(t.batas) for t in bebas if t is not None), default=Decimal(0))
    perlu = fit_column(f"{int(besar) * 10:,}", tebal=True, indentasi=1)
    return tuple(max(x, perlu) if c in kolom else x for c, x in enumerate(lebar))
