"""What perubahan change of their murni, for `kinerja periksa --semula`: as tables, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.bilangan import write_bertanda
from kinerja.cli import layar
from kinerja.perjanjian.ubahan import Ubahan, list_indikator, list_program

if TYPE_CHECKING:
    from kinerja.perjanjian.model import Indikator, PerjanjianKinerja, Program

Baris = dict[str, object]
MAKS_TABEL = 200
"""Kecamatan whose changes are shown; of more, nobody reads the tables."""
TIADA = "–"
_PROGRAM = ("Program", "Status", "Semula (Rp)", "Menjadi (Rp)", "Bertambah / (berkurang)", "Yang berubah")
_INDIKATOR = ("Indikator", "Status", "Target semula", "Target menjadi", "Yang berubah")


def to_dict(pk: PerjanjianKinerja) -> Baris:
    """The changes of one kecamatan; amounts in rupiah as text, null where there is none."""
    return {
        "kode": pk.kecamatan.kode,
        "nama": pk.kecamatan.nama,
        "program": [_describe_program(u) for u in list_program(pk)],
        "indikator": [_describe_indikator(u, pk) for u in list_indikator(pk)],
    }


def show_ubahan(perjanjian: Sequence[PerjanjianKinerja]) -> None:
    """Two tables a kecamatan to stderr, of programmes and of indikator."""
    if len(perjanjian) > MAKS_TABEL:
        layar.say(f"Yang berubah di {len(perjanjian)} kecamatan tidak ditampilkan; semuanya ada dengan --json.")
        return
    for pk in perjanjian:
        program, indikator = list_program(pk), list_indikator(pk)
        if not program and not indikator:
            layar.say(f"{pk.kecamatan.sebutan}: tidak ada yang berubah.")
            continue
        layar.say(f"{pk.kecamatan.sebutan}, yang berubah:")
        if program:
            layar.show_table(_PROGRAM, map(_write_program, program), kanan=_PROGRAM[2:5])
        if indikator:
            layar.show_table(_INDIKATOR, (_write(_describe_indikator(u, pk)) for u in indikator))


def _describe_program(u: Ubahan[Program]) -> Baris:
    lama, kini = (None if p is None else p.anggaran for p in (u.semula, u.menjadi))
    nama = [p.nama for p in (u.menjadi, u.semula) if p]
    uang = {"semula": lama, "menjadi": kini, "selisih": _subtract(u)}
    teks = {kunci: None if x is None else f"{x:f}" for kunci, x in uang.items()}
    return {"nama": nama[0], "status": u.status, **teks, "berubah": list(u.beda)}


def _subtract(u: Ubahan[Program]) -> Decimal | None:
    """By how much it grew: what is new by all of it; None where an amount is not known."""
    lama, kini = (Decimal(0) if p is None else p.anggaran for p in (u.semula, u.menjadi))
    return None if lama is None or kini is None else kini - lama


def _write_program(u: Ubahan[Program]) -> list[str]:
    isi = _describe_program(u)
    for kunci in ("semula", "menjadi", "selisih"):
        if isinstance(teks := isi[kunci], str):
            isi[kunci] = write_bertanda(Decimal(teks))
    return _write(isi)


def _describe_indikator(u: Ubahan[Indikator], pk: PerjanjianKinerja) -> Baris:
    """With targets as the annex prints them."""
    from workbook_templates.perjanjian_kinerja.bahan import Bahan
    from workbook_templates.perjanjian_kinerja.lembar.target import format_target

    tampak = Bahan(pk).show()
    lama, kini = (None if i is None else format_target(i, tampak) for i in (u.semula, u.menjadi))
    nama = [i.nama for i in (u.menjadi, u.semula) if i]
    return {"nama": nama[0], "status": u.status, "semula": lama, "menjadi": kini, "berubah": list(u.beda)}


def _write(isi: Baris) -> list[str]:
    """A row of a table."""
    return [_write_sel(x) for x in isi.values()]


def _write_sel(x: object) -> str:
    return ", ".join(map(str, x)) if isinstance(x, Iterable) and not isinstance(x, str) else str(x or TIADA)
