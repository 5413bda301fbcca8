"""Checks of a perubahan against the murni that it changes, where that is known."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.perjanjian.model import Indikator, PerjanjianKinerja, Semula
from kinerja.perjanjian.periksa.naskah import Naskah
from kinerja.temuan import Temuan, Tingkat, declare


@declare(
    "PK21",
    Tingkat.PERINGATAN,
    "Perubahan tidak mengubah apa pun",
    "Isi yang berubah; biarkan bila hanya pejabatnya yang berganti.",
)
def check_tanpa_perubahan(n: Naskah) -> Iterator[Temuan]:
    """Targets, budgets, programmes and indikator are those of the murni; silent while one is still to be filled in."""
    s = n.pk.semula
    if s is None or s.dicabut or s.program_dicabut or _is_berubah(n.pk, s):
        return
    pesan = "Target, anggaran, program, dan indikatornya sama dengan perjanjian murni."
    yield n.report("", pesan)


@declare("PK22", Tingkat.GALAT, "Tanggal perubahan sama dengan tanggal murni", "Tulis tanggal perubahannya.")
def check_tanggal(n: Naskah) -> Iterator[Temuan]:
    """The date is the murni's, on which nothing had changed yet."""
    s, tanggal = n.pk.semula, n.pk.tanggal
    if s and s.tanggal and tanggal and _normalize(s.tanggal) == _normalize(tanggal):
        yield n.report("pernyataan", f"Tanggalnya {tanggal}, sama dengan tanggal perjanjian murni.")


def _is_berubah(pk: PerjanjianKinerja, s: Semula) -> bool:
    """Whether something differs, or may still: what is blank here is typed into the workbook."""
    for i, lama in zip(pk.indikator, s.indikator, strict=True):
        if lama is None or i.target is None or _know_target(i) != _know_target(lama):
            return True
    return any(
        lama is None or p.anggaran is None or p.anggaran != lama.anggaran
        for p, lama in zip(pk.program, s.program, strict=True)
    )


def _know_target(i: Indikator) -> tuple[object, ...]:
    """What is promised, however many zeros are written behind it."""
    t, satuan = i.target, i.satuan.casefold()
    return (satuan, t.bawah, t.atas, t.rasio, t.predikat.casefold()) if t else (satuan,)


def _normalize(tanggal: str) -> str:
    return " ".join(tanggal.casefold().split())
