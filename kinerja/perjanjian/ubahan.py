"""What a perubahan changes of its murni, row by row: in all that is printed, however it is spelled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kinerja.kode import read_kode
from kinerja.nomenklatur import normalize_nama
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja, Program
from kinerja.rumus.target import Target

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ubahan(Generic[T]):
    """A row that changes: what it was (None: it is new), what it becomes (None: it is no more), and in what."""

    semula: T | None
    menjadi: T | None
    beda: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """What becomes of it, in one word."""
        return "baru" if self.semula is None else "dicabut" if self.menjadi is None else "berubah"


def list_indikator(pk: PerjanjianKinerja) -> list[Ubahan[Indikator]]:
    """The indikator that change, then those that are no more; empty where the murni is not known."""
    s = pk.semula
    if s is None:
        return []
    sasaran = [x.uraian for x in pk.sasaran for _ in x.indikator]
    hasil = []
    for i, lama, kini, dulu in zip(pk.indikator, s.indikator, sasaran, s.sasaran, strict=True):
        beda = () if lama is None else tuple(_compare(_list_ciri(i, kini, pk), _list_ciri(lama, dulu or "", pk)))
        if lama is None or beda:
            hasil.append(Ubahan(lama, i, beda))
    return hasil + [Ubahan(i, None) for x in s.dicabut for i in x.indikator]


def list_program(pk: PerjanjianKinerja) -> list[Ubahan[Program]]:
    """The same of programmes."""
    s = pk.semula
    if s is None:
        return []
    hasil = []
    for p, lama in zip(pk.program, s.program, strict=True):
        beda = () if lama is None else tuple(_compare_program(p, lama))
        if lama is None or beda:
            hasil.append(Ubahan(lama, p, beda))
    return hasil + [Ubahan(p, None) for p in s.program_dicabut]


def _compare(kini: Mapping[str, object], dulu: Mapping[str, object]) -> Iterator[str]:
    yield from (nama for nama, isi in kini.items() if isi != dulu[nama])


def _compare_program(kini: Program, dulu: Program) -> Iterator[str]:
    """In what a programme differs; a code that one of both lacks is no difference."""
    if kini.kode and dulu.kode and read_kode(kini.kode).baku != read_kode(dulu.kode).baku:
        yield "kode"
    yield from _compare(_list_ciri_program(kini), _list_ciri_program(dulu))


def _list_ciri(i: Indikator, sasaran: str, pk: PerjanjianKinerja) -> dict[str, object]:
    """All that is printed of an indikator but its name, by which it is known, in the order of its table."""
    return {
        "sasaran": _level(sasaran),
        "satuan": _level(i.satuan),
        "jenis": i.jenis.kode,
        "target": _read_target(i.target),
        "huruf target": _find_huruf(i, pk),
        "arah": i.arah,
        "target triwulan": tuple(map(_read_target, i.triwulan)),
        "cara setahun": i.metode,
        "realisasi tahun lalu": _read_target(i.lalu),
        "target akhir Renstra": _read_target(i.renstra),
        "urutan predikat": tuple(map(_level, i.urutan)),
        "survei setahun": i.kali,
        "kode program": read_kode(i.program or "").baku,
        "penjelasan": _level(i.penjelasan),
        "pembilang": _level(i.pembilang),
        "penyebut": _level(i.penyebut),
        "daftar kegiatan": i.daftar,
        "rencana aksi": i.aksi,
    }


def _list_ciri_program(p: Program) -> dict[str, object]:
    """The same of a programme."""
    return {"nama": normalize_nama(p.nama), "anggaran": p.anggaran, "keterangan": _level(p.keterangan)}


def _read_target(t: Target | None) -> tuple[object, ...] | None:
    """What is promised, however many zeros are written behind it."""
    return None if t is None else (t.bawah, t.atas, t.rasio, _level(t.predikat))


def _find_huruf(i: Indikator, pk: PerjanjianKinerja) -> str:
    """The letter as printed: of a graded number that has none of its own, that of its band."""
    if i.target_huruf or not i.jenis.penilaian or i.target is None or i.target.angka is None:
        return _level(i.target_huruf or "")
    jenjang = i.jenis.find_jenjang(i.target.angka, pada=pk.pada)
    return _level(jenjang.kode if jenjang else "")


def _level(teks: str) -> str:
    """A text without what nobody reads: blanks and capitals."""
    return " ".join(teks.casefold().split())
