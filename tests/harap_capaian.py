"""What a workbook of the matrix must show, by the rules in Python alone: `kinerja.rumus`, and nothing of the sheets.

A cell that shows nothing stands for an exception of the rule; `HAMPA` says which, and why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeGuard

from kinerja.alamat import a1
from kinerja.bilangan import round_half_up, to_fraction
from kinerja.errors import KinerjaError, MasukanError, PembagiNolError, RentangError
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.perjanjian.cara import Cara
from kinerja.rumus.capaian import compute_capaian, compute_capaian_predikat
from kinerja.rumus.manfaat import compute_persen, compute_rasio
from kinerja.rumus.tahun import Metode, compute_tahun, compute_tahun_rasio
from kinerja.rumus.target import Target, find_urutan
from kinerja.workbook.layout import Nilai
from tests.alat.berkas import Sel
from tests.matriks_capaian import Buku, Kasus

HAMPA: dict[type[KinerjaError], str] = {
    PembagiNolError: "target 0 yang makin tinggi; realisasi di bawah rentang yang mulai dari 0; perbandingan 1 : 0",
    RentangError: "target negatif; realisasi negatif dengan rasio, perbandingan, atau target 0",
    MasukanError: "teks di tempat angka; kata yang tidak ada dalam daftar predikat",
}
"""The exceptions of a rule for which a sheet shows nothing, each with what leads there."""
KUMULATIF, JAUH = "tampak kumulatif", "jauh dari target"
TIDAK_TERUKUR, BELUM_SETAHUN, BELUM_DINILAI = "tidak terukur", "belum setahun", "belum dinilai"
Satu = Nilai | Fraction | Decimal


@dataclass
class Penghitung:
    """Computes the cases of one cara by the rules, and counts which exceptions and words came of it."""

    cara: Cara
    pada: date
    temu: Counter[str] = field(default_factory=Counter)

    def capaian(self, k: Kasus, x: Satu, t: Target | Nilai) -> Decimal | None:
        """Capaian of a figure that is there against a target that is there; None for the exceptions of `HAMPA`."""
        try:
            if k.indikator.urutan:
                return compute_capaian_predikat(_need_teks(x), _need_teks(t), k.indikator.urutan)[0]
            target = t if isinstance(t, Target) else _make_target(_need_angka(t), rasio=k.indikator.berrasio)
            nilai = compute_rasio(1, _need_angka(x)) if target.rasio else _need_angka(x)
            return compute_capaian(nilai, target, k.indikator.arah, self.cara.batas, self.cara.lantai, pada=self.pada)
        except KinerjaError as galat:
            assert type(galat) in HAMPA, galat
            self.temu[type(galat).__name__] += 1
            return None

    def kategori(self, c: Decimal | None) -> str:
        """Its word; nothing where there is no capaian."""
        return "" if c is None else get_tabel(self.cara.kategori, pada=self.pada).find(c).sebutan

    def keterangan(self, k: Kasus, x: Satu, t: Target | Nilai, c: Decimal | None) -> str:
        """What stands beside a figure that is there."""
        kata = self._find_kata(k, x, t, c)
        self.temu[kata] += 1
        return kata

    def _find_kata(self, k: Kasus, x: Satu, t: Target | Nilai, c: Decimal | None) -> str:
        if k.indikator.urutan:
            return _count_tingkat(k, x, t)
        if x is None or isinstance(x, str):
            return ""
        batas = [to_fraction(b) for b in (t.batas if isinstance(t, Target) else (t,)) if not isinstance(b, str)]
        if k.indikator.satuan == "%" and k.indikator.jenis.bebas and 0 < x <= 1 and batas and min(batas) > 1:
            return "tampak seperti pecahan, bukan persen"
        c = c if c is None else Penghitung(Cara(), self.pada).capaian(k, x, t)  # without cap and floor
        if c is not None and not 0 <= c <= 200:
            return "capaian di atas 200%" if c > 200 else "capaian di bawah 0"
        lewat = t == 0 and x > 0 and k.indikator.arah != "naik" and not k.indikator.berrasio
        return "target 0 terlampaui" if lewat else ""

    def keterangan_tahun(self, k: Kasus, triwulan: Sequence[Satu], x: Satu, t: Target | Nilai) -> str:
        """What is odd in a whole year though no figure of it is: it is cumulative, or in another unit."""
        x, naik, sel = to_fraction(_need_angka(x)), not k.indikator.arah.startswith("turun"), _to_sel(t)
        angka = [to_fraction(q) for q in triwulan if q is not None and not isinstance(q, str)]
        c = Penghitung(Cara(), self.pada).capaian(k, x, sel) or 0
        if naik and len(angka) == 4 and angka == sorted(angka) and angka[0] < angka[3] < x and c > 150:
            return KUMULATIF
        if k.indikator.arah != "turun_selisih":
            return JAUH if 0 < c <= 10 else ""
        sendiri = not isinstance(sel, Target) and k.indikator.jenis.bebas
        return JAUH if sendiri and 0 < x * 10 <= to_fraction(_need_angka(sel)) else ""

    def list_triwulan(self, k: Kasus) -> list[Satu]:
        """The figures of the quarters; None is not measured, a text what stands there instead of a number."""
        if not k.indikator.jenis.berpenyebut:
            isi = k.get_baris("predikat" if k.indikator.urutan else "nilai")
            return [None] * 4 if any(self._is_salah(k, x) for x in isi if x is not None) else list(isi)
        hasil: list[Satu] = []
        for pasangan in _list_pasangan(k):
            try:
                hasil.append(pasangan and compute_persen(*pasangan, pada=self.pada))
            except PembagiNolError:
                hasil.append(TIDAK_TERUKUR)
        return hasil

    def _is_salah(self, k: Kasus, x: Nilai) -> bool:
        """Whether the rules refuse what was typed; then the whole row counts for nothing."""
        try:
            if k.indikator.urutan:
                find_urutan(_need_teks(x), k.indikator.urutan)
            elif k.indikator.berrasio:
                compute_rasio(1, _need_angka(x))
            else:
                _need_angka(x)
        except KinerjaError as galat:
            self.temu[type(galat).__name__] += 1
            return True
        return False

    def tahun(self, k: Kasus, triwulan: list[Satu]) -> Satu:
        """The figure of the year."""
        if k.indikator.urutan:
            return next((x for x in reversed(triwulan) if x is not None), None)
        if k.indikator.jenis.berpenyebut:
            pasangan = _list_pasangan(k)
            rasio = compute_tahun_rasio(pasangan, k.metode or Metode.AKHIR)
            if rasio is None:
                return TIDAK_TERUKUR if TIDAK_TERUKUR in triwulan else None
            desimal = get_parameter("persen", pada=self.pada).bilangan("desimal")
            return round_half_up(rasio * 100, desimal) if k.metode else None
        angka = [x for x in triwulan if not isinstance(x, str)]
        return compute_tahun(angka, k.metode) if k.metode else None


def compute_buku(b: Buku, temu: Counter[str], baris: Mapping[str, Sequence[int]]) -> dict[Sel, Satu]:
    """What the cells of all its cases must hold, by sheet and address; None is nothing.

    Args:
        temu: counts what came of it.
        baris: by sheet the first row (from 0) of each indikator.
    """
    p = Penghitung(b.pk.cara, b.pk.pada, temu)
    hasil: dict[Sel, Satu] = {}
    for n, k in enumerate(b.kasus):
        triwulan = p.list_triwulan(k)
        tahun = p.tahun(k, triwulan)
        r = baris["Indikator"][n]
        hasil["Indikator", a1(r, 8)] = tahun
        if k.indikator.jenis.berpenyebut:
            hasil |= {("Indikator", a1(r, 4 + q)): x for q, x in enumerate(triwulan)}
        if k.indikator.target is None:
            letak = "Rencana Aksi", a1(baris["Rencana Aksi"][n], 4)
            hasil[letak] = write_tercetak(k.get_baris("target")[0], "%" if k.indikator.berpersen else "")
        hasil |= _compute_tahun(p, k, baris["Capaian"][n], tahun, triwulan)
        for q, x in enumerate(triwulan):
            hasil |= _compute_triwulan(p, k, baris["Triwulan"][n] + q, x, q)
    return hasil


def write_tercetak(x: Satu, akhiran: str) -> Satu:
    """A typed target as it is printed: 1.234,5; what is no number from 0 up as it is."""
    if x is None or isinstance(x, str) or x < 0:
        return x
    angka = Decimal(x.numerator) / Decimal(x.denominator) if isinstance(x, Fraction) else Decimal(str(x))
    return f"{angka:,f}".translate(str.maketrans(",.", ".,")) + akhiran


def _compute_tahun(p: Penghitung, k: Kasus, r: int, x: Satu, triwulan: Sequence[Satu]) -> dict[Sel, Satu]:
    """The row of sheet Capaian: realisation, capaian, kategori, keterangan, against the Renstra."""
    t = k.indikator.target or k.get_baris("target")[0]
    renstra = k.indikator.renstra or k.get_baris("renstra")[0]
    isi: tuple[Satu, ...] = (None, None, None, None)
    if x is not None:
        c = None if t is None else p.capaian(k, x, _to_sel(t))
        kata = "realisasi tanpa target" if t is None else p.keterangan(k, x, _to_sel(t), c)
        belum = triwulan[-1] is None
        if not kata and not belum and c is not None and not k.indikator.urutan:
            kata = p.keterangan_tahun(k, triwulan, x, t)
            p.temu[kata] += 1
        isi = (x, c, BELUM_SETAHUN if belum else p.kategori(c), kata)
        isi += (None if renstra is None else p.capaian(k, x, _to_sel(renstra)),)
    kolom = (7, 9, 10, 11, 13)
    return {("Capaian", a1(r, c)): nilai for c, nilai in zip(kolom, (*isi, None), strict=False)}


def _compute_triwulan(p: Penghitung, k: Kasus, r: int, x: Satu, q: int) -> dict[Sel, Satu]:
    """The row of a quarter on sheet Triwulan: target, realisation, capaian, kategori, keterangan."""
    t = k.indikator.triwulan[q] or k.get_baris("target_triwulan")[q]
    isi: tuple[Satu, ...] = (None, None, None, None)
    if x is not None and t is None:
        isi = (x, None, BELUM_DINILAI, None)
    elif x is not None and t is not None:
        c = p.capaian(k, x, _to_sel(t))
        kategori = p.kategori(c) if c is not None or k.indikator.jenis.berurutan else BELUM_DINILAI
        isi = (x, c, kategori, p.keterangan(k, x, _to_sel(t), c))
    tampak = _to_sel(t)
    tulis = str(tampak) if isinstance(tampak, Target) else tampak
    return {("Triwulan", a1(r, c)): nilai for c, nilai in enumerate((tulis, *isi), start=4)}


def _to_sel(t: Target | Nilai) -> Target | Nilai:
    """A target as the rules take it: a predicate as a text, a single number as a number."""
    if not isinstance(t, Target):
        return t
    return t.predikat or (t if t.angka is None else float(t.angka))


def _make_target(t: int | float | Fraction | Decimal, *, rasio: bool) -> Target:
    """A number that stands in the cell of a target; of a ratio what stands behind `1 :`."""
    if rasio:
        compute_rasio(1, t)
    satu = Target.from_angka(t)
    return Target(satu.bawah, satu.atas, rasio)


def _count_tingkat(k: Kasus, x: Satu, t: Target | Nilai) -> str:
    """How far a predicate is from its target."""
    try:
        kurang = compute_capaian_predikat(_need_teks(x), _need_teks(t), k.indikator.urutan)[1]
    except MasukanError:
        return ""
    return f"kurang {kurang} tingkat" if kurang > 0 else f"{-kurang} tingkat di atas target" if kurang < 0 else ""


def _list_pasangan(k: Kasus) -> list[tuple[int | float, int | float] | None]:
    """Numerators over denominators; nothing at all where one of them is no number from 0 up, half a pair is none."""
    atas, bawah = k.get_baris("pembilang"), k.get_baris("penyebut")
    if any(x is not None and not (_is_angka(x) and x >= 0) for x in (*atas, *bawah)):
        return [None] * 4
    return [(x, y) if _is_angka(x) and _is_angka(y) else None for x, y in zip(atas, bawah, strict=True)]


def _is_angka(x: object) -> TypeGuard[int | float]:
    return isinstance(x, (int, float))


def _need_angka(x: object) -> int | float | Fraction | Decimal:
    if isinstance(x, (int, float, Fraction, Decimal)):
        return x
    raise MasukanError(f"{x!r} bukan angka.")


def _need_teks(x: object) -> str:
    if isinstance(x, str):
        return x
    raise MasukanError(f"{x!r} bukan predikat.")
