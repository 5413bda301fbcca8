"""Checks of a perubahan against the murni that it changes, where that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kinerja.dekat import measure
from kinerja.judul import normalize_judul
from kinerja.kode import POHON, read_kode
from kinerja.nomenklatur import normalize_nama
from kinerja.perjanjian.model import Indikator, JenisPerjanjian, Program
from kinerja.perjanjian.periksa.naskah import Naskah, name_indikator
from kinerja.perjanjian.periksa.tanggal import read_tanggal
from kinerja.perjanjian.ubahan import Ubahan, list_indikator, list_program
from kinerja.temuan import Temuan, Tingkat, declare

T = TypeVar("T", Indikator, Program)
MIRIP = 0.8
"""Least likeness of two names for which one asks whether they are one."""
MAKS_BANDING = 10_000
"""Pairs of names that are compared; where there are more, it is another list altogether."""


@declare(
    "PK21",
    Tingkat.PERINGATAN,
    "Perubahan tidak mengubah apa pun",
    "Isi yang berubah; biarkan bila hanya pejabatnya yang berganti.",
)
def check_tanpa_perubahan(n: Naskah) -> Iterator[Temuan]:
    """All that is printed of its rows is the murni's; silent while a target or budget is still to be filled in."""
    pk = n.pk
    belum = any(i.target is None for i in pk.indikator) or any(p.anggaran is None for p in pk.program)
    if pk.semula and not belum and not list_indikator(pk) and not list_program(pk):
        pesan = "Sasaran, indikator, target, rencana aksi, program, dan anggarannya sama dengan perjanjian murni."
        yield n.report("", pesan)


@declare("PK22", Tingkat.GALAT, "Tanggal perubahan sama dengan tanggal murni", "Tulis tanggal perubahannya.")
def check_tanggal_sama(n: Naskah) -> Iterator[Temuan]:
    """The date is the murni's, on which nothing had changed yet, however it is written."""
    tanggal, lama = n.pk.tanggal, n.pk.semula.tanggal if n.pk.semula else None
    if not tanggal or not lama:
        return
    if _level(tanggal) == _level(lama):
        yield n.report("pernyataan", f"Tanggalnya {tanggal}, sama dengan tanggal perjanjian murni.")
    elif (kini := read_tanggal(tanggal)) and kini == read_tanggal(lama):
        yield n.report("pernyataan", f"Tanggalnya {tanggal}, sama dengan tanggal perjanjian murni, {lama}.")


@declare(
    "PK23",
    Tingkat.PERINGATAN,
    "Yang baru mirip dengan yang dicabut",
    "Bila sama, tulis namanya seperti di data murni; bila memang berganti, biarkan.",
)
def check_mirip(n: Naskah) -> Iterator[Temuan]:
    """A row that is new and one that is no more have nearly one name: perhaps it was only spelled otherwise."""
    for baru, lama in _pair(list_indikator(n.pk), lambda i: normalize_judul(i.nama)):
        yield n.report(name_indikator(baru), f"Tercetak sebagai baru; mungkin maksudnya {lama.nama!r}, yang dicabut.")
    saran = "Bila sama, tulis kode atau namanya seperti di data murni; bila memang berganti, biarkan."
    for baru_, lama_ in _pair(list_program(n.pk), lambda p: normalize_nama(p.nama)):
        if not (_is_berkode(baru_) and _is_berkode(lama_)):
            pesan = f"Tercetak sebagai baru; mungkin maksudnya {lama_.nama!r}, yang dicabut."
            yield n.report(f"program {baru_.nama}", pesan, saran)


@declare(
    "PK24",
    Tingkat.GALAT,
    "Tanggal perubahan mendahului murninya, atau bukan di tahun perjanjian",
    "Betulkan tanggalnya, atau tahun perjanjiannya.",
)
def check_tanggal_wajar(n: Naskah) -> Iterator[Temuan]:
    """It is signed after what it changes, and in its year."""
    pk = n.pk
    tanggal = read_tanggal(pk.tanggal) if pk.jenis is JenisPerjanjian.PERUBAHAN else None
    if tanggal is None:
        return
    lama = read_tanggal(pk.semula.tanggal) if pk.semula else None
    if tanggal.tahun != pk.tahun:
        yield n.report("pernyataan", f"Tanggalnya {pk.tanggal}, sedangkan perjanjian ini bertahun {pk.tahun}.")
    elif pk.semula and lama and tanggal.is_sebelum(lama):
        pesan = f"Tanggalnya {pk.tanggal}, sebelum tanggal perjanjian murni, {pk.semula.tanggal}."
        yield n.report("pernyataan", pesan, saran="Betulkan tanggal perubahan, atau tanggal di data murni.")


def _pair(semua: Sequence[Ubahan[T]], name: Callable[[T], str]) -> Iterator[tuple[T, T]]:
    """What is new with what is no more, where their names are alike: the most alike first, each once."""
    baru = [u.menjadi for u in semua if u.semula is None and u.menjadi is not None]
    lama = [u.semula for u in semua if u.menjadi is None and u.semula is not None]
    if len(baru) * len(lama) > MAKS_BANDING:
        return
    nama = [name(x) for x in lama]
    nilai = [
        (-skor, b, a)
        for b, x in enumerate(map(name, baru))
        for a, y in enumerate(nama)
        if (skor := measure(x, y)) >= MIRIP
    ]
    terpakai: tuple[set[int], set[int]] = set(), set()
    jadi = []
    for _, b, a in sorted(nilai):
        if b not in terpakai[0] and a not in terpakai[1]:
            terpakai[0].add(b)
            terpakai[1].add(a)
            jadi.append((b, a))
    yield from ((baru[b], lama[a]) for b, a in sorted(jadi))


def _is_berkode(p: Program) -> bool:
    return read_kode(p.kode or "").jenis in POHON


def _level(tanggal: str) -> str:
    return " ".join(tanggal.casefold().split())
