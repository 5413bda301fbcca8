"""Which columns of amounts count: proved by the figures where titles leave a choice, asked where they do too."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kinerja.anggaran.arti import Ciri, fold_judul
from kinerja.anggaran.arti_kata import BULAN, KELOMPOK, TRIWULAN
from kinerja.anggaran.baca.isi_uang import TAK_TERBACA, IsiKolom, holds_kata, read_isi_kolom
from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.judul_ragu import is_hitungan
from kinerja.anggaran.sen import from_sen
from kinerja.anggaran.sumber import Peran
from kinerja.tabel.sel import Petak

BUKAN_ANGKA = "isinya bukan angka"
SETELAH = "setelah perubahan, sedangkan sumber lain memuat pagu murni"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Columns that count, and what was set aside.

    Attributes:
        kolom: to be added up.
        lain: other columns of amounts that the role could mean, with the reason why they do not count.
        tanya: readings that explain the figures equally well; empty where there is one.
    """

    kolom: tuple[int, ...]
    lain: tuple[tuple[int, str], ...] = ()
    tanya: tuple[tuple[int, ...], ...] = ()


@dataclass
class _Calon:
    """The columns that are still possible, with their amounts."""

    petak: Petak
    kepala: Kepala
    sisa: list[int]
    tak_bernilai: Collection[int] = ()
    lain: list[tuple[int, str]] = field(default_factory=list)

    @cached_property
    def isi(self) -> dict[int, IsiKolom | None]:
        """Amounts in sen by column; None for a column that holds none."""
        semua = {k: read_isi_kolom(self.petak, self.kepala, k) for k in self.sisa}
        tanpa = (TAK_TERBACA,) * len(self.petak[self.kepala.baris :])
        return {k: tanpa if isi is None and k in self.tak_bernilai else isi for k, isi in semua.items()}

    def ciri(self, k: int) -> Ciri:
        return self.kepala.ciri[k]

    def keep(self, syarat: Callable[[int], bool], sebab: str) -> None:
        """Keep what fulfils a condition, unless nothing would be left."""
        baik = [k for k in self.sisa if syarat(k)]
        if baik:
            self.lain += [(k, sebab) for k in self.sisa if k not in baik]
            self.sisa = baik


def choose_kolom(
    petak: Petak, kepala: Kepala, peran: Peran, tahun: int, *, murni: bool = False, tak_bernilai: Collection[int] = ()
) -> Pilihan:
    """The columns of amounts that count.

    Args:
        tahun: budget year of the table; 0 where it says none.
        tak_bernilai: columns with cells that have no value: errors, formulas that nobody computed.
        murni: the other side is a budget before its change, and so this must be.
    """
    if kepala.diberi or len(kepala.uang) == 1:
        return Pilihan(kepala.uang)
    c = _Calon(petak, kepala, list(kepala.uang), tak_bernilai)
    berkata = [k for k in c.sisa if c.isi[k] is None and _is_anggaran(c, k) and holds_kata(petak, kepala, k)]
    c.keep(lambda k: c.isi[k] is not None or k in berkata, "tidak berisi jumlah")
    c.keep(lambda k: c.isi[k] is not None, BUKAN_ANGKA)
    _drop_hitungan(c)
    _choose_tahun(c, tahun)
    _choose_masa(c, murni=murni)
    _choose_kumulatif(c)
    _drop_sama(c)
    bagian = _choose_penggal(c, peran)
    if bagian:
        return Pilihan(bagian, tuple((k, s) for k, s in c.lain if k not in bagian))
    if len(c.sisa) > 2 and (total := _find_total(c, c.sisa)) is not None and not c.ciri(total).penggal:
        c.keep(lambda k: k == total, "bagian dari kolom itu")
    if len(c.sisa) == 1:
        return Pilihan((c.sisa[0],), tuple(c.lain))
    potong = [k for k in c.sisa if c.ciri(k).penggal]
    if any(fold_judul(c.kepala.judul[k]) == "perubahan" for k in c.sisa) and len(c.sisa) == 2:
        return Pilihan((c.sisa[0],), tuple(c.lain), (*((k,) for k in c.sisa), tuple(c.sisa)))
    pilihan: list[tuple[int, ...]] = [(k,) for k in c.sisa if not c.ciri(k).penggal]
    if len(pilihan) > 1 and not any(c.ciri(k).yakin for (k,) in pilihan):
        pilihan.append(tuple(k for (k,) in pilihan))  # Pagu DAU, Pagu DBH: parts that no table of ours knows
    if len(potong) > 1:
        pilihan += [tuple(potong), (potong[-1],)]
    elif potong:
        pilihan.append((potong[0],))
    return Pilihan(pilihan[0], tuple(c.lain), tuple(pilihan))


def _is_anggaran(c: _Calon, kolom: int) -> bool:
    """The title can mean nothing but money; a `Jumlah` of `1 paket` counts."""
    return c.ciri(kolom).yakin and c.ciri(kolom).peran != "jumlah"


def _drop_hitungan(c: _Calon) -> None:
    """Without columns that count things."""
    besar = {k: from_sen(max((abs(n or 0) for n in c.isi[k] or ()), default=0)) for k in c.sisa}

    def is_baik(k: int) -> bool:
        lain = max((n for m, n in besar.items() if m != k), default=0)
        return not is_hitungan(c.kepala.judul, k, c.ciri(k), besar[k], lain)

    c.keep(is_baik, "banyaknya, bukan rupiah")


def _choose_tahun(c: _Calon, tahun: int) -> None:
    """Of several years the table's own, or the last."""
    semua = {c.ciri(k).tahun for k in c.sisa} - {0}
    if not semua:
        return
    dipakai = tahun or max(semua)
    if len(semua) > 1 or tahun:
        c.keep(lambda k: c.ciri(k).tahun in (0, dipakai), "tahun lain")


def _choose_masa(c: _Calon, *, murni: bool) -> None:
    """Before and after a change of the budget: what counts is after it, unless the other side is before it."""
    masa = {k: c.ciri(k).masa for k in c.sisa}
    if not set(masa.values()) & {"murni", "perubahan"} or len(c.sisa) == 1:
        return
    for k in [k for k in c.sisa if fold_judul(c.kepala.judul[k]).endswith(("perubahan", "pergeseran"))]:
        if _is_selisih(c, k):
            c.keep(lambda m, k=k: m != k, "besarnya perubahan")  # type: ignore[misc]
    ada = {masa[k] for k in c.sisa}
    if len(c.sisa) == 2 and _is_mungkin_besarnya(c):
        return  # the budget after the change, or by how much it changes: only who made the table knows
    if murni and "murni" in ada:
        c.keep(lambda k: masa[k] == "murni", SETELAH)
    elif murni and "perubahan" in ada:
        c.keep(lambda k: masa[k] != "perubahan", SETELAH)
    elif "perubahan" in ada:
        c.keep(lambda k: c.ciri(k).setelah, "sebelum perubahan")
    else:
        c.keep(lambda k: masa[k] != "murni", "sebelum perubahan")


def _is_mungkin_besarnya(c: _Calon) -> bool:
    """A column called Perubahan, and nothing more, beside another: what it holds may be by how much that changes."""
    for k in c.sisa:
        if (
            fold_judul(c.kepala.judul[k]).split()[-1:] != ["perubahan"]
            or len(fold_judul(c.kepala.judul[k]).split()) > 1
        ):
            continue
        (lain,) = (m for m in c.sisa if m != k)
        besar, asal = (sum(abs(n or 0) for n in c.isi[m] or ()) for m in (k, lain))
        return c.ciri(lain).masa != "murni" or any((n or 0) < 0 for n in c.isi[k] or ()) or besar * 2 < asal
    return False


def _choose_kumulatif(c: _Calon) -> None:
    """Up to last month, this month, up to this month: the last is the sum of the others, even of nothing."""
    judul = {k: fold_judul(c.kepala.judul[k]) for k in c.sisa}
    sampai = [k for k, j in judul.items() if re.search(r"\b(?:s d|sd|sampai)\b", j)]
    utuh = [k for k in sampai if "lalu" not in judul[k].split()]
    if len(utuh) != 1 or len(c.sisa) != 3 or not any("lalu" in j.split() for j in judul.values()):
        return
    lain = [k for k in c.sisa if k not in utuh]
    if all((n or 0) == (a or 0) + (b or 0) for n, a, b in zip(*(c.isi[k] or () for k in (*utuh, *lain)), strict=True)):
        c.keep(lambda k: k in utuh, "bagian dari kolom itu")


def _is_selisih(c: _Calon, kolom: int) -> bool:
    """The column is by how much one of the others differs from another."""
    isi = {k: c.isi[k] or () for k in c.sisa}
    beda = isi[kolom]
    if not any(beda):
        return False
    return any(
        all((x or 0) + (d or 0) == (y or 0) for x, d, y in zip(isi[a], beda, isi[b], strict=True))
        for a in c.sisa
        for b in c.sisa
        if len({a, b, kolom}) == 3
    )


def _drop_sama(c: _Calon) -> None:
    """Columns that say the same leave no choice."""
    pertama: dict[tuple[object, ...], int] = {}
    for k in c.sisa:  # months that are alike are still two months
        isi = c.isi[k]
        pertama.setdefault((k,) if isi is None else (c.ciri(k).penggal, *(n or 0 for n in isi)), k)
    c.lain += [(k, "sama isinya") for k in c.sisa if k not in pertama.values()]
    c.sisa = list(pertama.values())


def _choose_penggal(c: _Calon, peran: Peran) -> tuple[int, ...]:
    """Groups of spending, months or quarters: their total where it stands beside them, else all of them together."""
    potong = [k for k in c.sisa if c.ciri(k).penggal]
    utuh = [k for k in c.sisa if k not in potong]
    if not potong:
        return ()
    if utuh:
        tepat = [k for k in utuh if len(potong) > 1 and _is_jumlah(c, k, potong)]
        memuat = tepat or [k for k in utuh if all(_is_memuat(c, k, p) for p in potong)]
        if len(memuat) == 1:
            c.keep(lambda k: k in memuat or (k in utuh and not tepat), "bagian dari kolom itu")
        return ()
    nama = [c.ciri(k).penggal for k in potong]
    masa = set(nama) == set(BULAN) or set(nama) == set(TRIWULAN)
    lengkap = set(nama) <= KELOMPOK or (masa and (peran != "realisasi" or _is_turun(c, potong)))
    return tuple(potong) if len(potong) > 1 and len(set(nama)) == len(nama) and lengkap else ()


def _is_jumlah(c: _Calon, kolom: int, bagian: Sequence[int]) -> bool:
    """The column is the sum of others in every row, and in one at least of two of them."""
    baris = list(zip(c.isi[kolom] or (), *(c.isi[k] or () for k in bagian), strict=True))
    return all((b[0] or 0) == sum(n or 0 for n in b[1:]) for b in baris) and any(
        sum(bool(n) for n in b[1:]) > 1 for b in baris
    )


def _is_memuat(c: _Calon, kolom: int, bagian: int) -> bool:
    return all(abs(p or 0) <= abs(n or 0) for n, p in zip(c.isi[kolom] or (), c.isi[bagian] or (), strict=True))


def _is_turun(c: _Calon, kolom: Sequence[int]) -> bool:
    """Somewhere a later column is smaller: they are no running sums."""
    return any(
        (kanan or 0) < (kiri or 0)
        for a, b in pairwise(kolom)
        for kiri, kanan in zip(c.isi[a] or (), c.isi[b] or (), strict=True)
    )


def _find_total(c: _Calon, kolom: Sequence[int]) -> int | None:
    """The one column that is the sum of all others."""
    calon = [k for k in kolom if _is_jumlah(c, k, [m for m in kolom if m != k])]
    return calon[0] if len(calon) == 1 else None
