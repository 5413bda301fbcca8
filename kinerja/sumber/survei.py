"""Survey answers from a CSV file or a workbook: one row a respondent, one column an unsur."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kinerja.berkas import explain_read
from kinerja.errors import DataError, KosongError, MasukanError
from kinerja.rumus.angka import read_angka, to_decimal, write_angka
from kinerja.rumus.skm import get_skala
from kinerja.sumber.petak import TEKS, Petak, is_kosong, parse_csv
from kinerja.sumber.unsur import find_kepala, find_kolom

MAKS_BARIS = 1_048_576
"""Rows of a sheet; a survey may fill it."""


@dataclass(frozen=True, slots=True)
class Survei:
    """Answers, respondents × unsur.

    Attributes:
        unsur: names of the columns, in the order of the regulation.
        jawaban: whole numbers on the regulation's scale, None is no answer; no row is without any.
        catatan: what the reader should be told of how columns were taken, sentences.
    """

    unsur: tuple[str, ...]
    jawaban: tuple[tuple[int | None, ...], ...]
    catatan: tuple[str, ...]


def read_survei(path: Path, *, pada: date) -> Survei:
    """The answers in a `.csv` or `.xlsx` file, by the regulation in force on `pada`.

    Raises:
        DataError: whatever cannot be used, with file, sheet, row and column.
    """
    with explain_read(path):
        isi = path.read_bytes()
    if path.suffix.casefold() in TEKS:
        return parse_survei(parse_csv(isi, path.name), path.name, pada=pada)
    from kinerja.sumber.petak_xlsx import read_lembar  # the spreadsheet reader is loaded for a spreadsheet only

    petak, tempat = _choose_lembar(read_lembar(isi, path.name, maks_baris=MAKS_BARIS), path.name, pada)
    return parse_survei(petak, tempat, pada=pada)


def parse_survei(petak: Petak, tempat: str, *, pada: date) -> Survei:
    """The answers in a grid of cells.

    Raises:
        DataError: as `read_survei`.

    >>> parse_survei([["No", "U1", "U2"], [1, 4, "3"], [2, None, 2.0]], "contoh", pada=date(2024, 1, 2)).jawaban
    ((4, 3), (None, 2))
    """
    kolom = find_kolom(petak, tempat, pada=pada)
    skala = get_skala(pada=pada)
    langsung: dict[object, int] = {x: n for n in skala for x in (n, str(n))}  # nearly all cells, and quick
    pasangan = list(zip(kolom.letak, kolom.nama, strict=bool(kolom.letak)))
    jawaban: list[tuple[int | None, ...]] = []
    for nomor, baris in enumerate(petak[kolom.baris :], start=kolom.baris + 1):
        terbaca: list[int | None] = []
        for k, nama in pasangan:
            sel = baris[k] if k < len(baris) else None
            nilai = langsung.get(sel) if isinstance(sel, (str, float)) else None
            if nilai is None and not is_kosong(sel):
                nilai = _read_jawaban(sel, skala, f"{tempat}, baris {nomor}, kolom {nama}")
            terbaca.append(nilai)
        if terbaca.count(None) < len(terbaca):
            jawaban.append(tuple(terbaca))
    if not jawaban:
        raise DataError("Tidak ada jawaban.", tempat=tempat, saran="Isi jawaban sedikitnya satu responden.")
    return Survei(kolom.nama, tuple(jawaban), kolom.catatan)


def _choose_lembar(lembar: Mapping[str, Petak], berkas: str, pada: date) -> tuple[Petak, str]:
    """The one sheet with unsur titles, or else the only one with anything on it."""
    berjudul = {n: p for n, p in lembar.items() if find_kepala(p, pada=pada)[1]}
    isi = berjudul or {n: p for n, p in lembar.items() if any(not is_kosong(s) for baris in p for s in baris)}
    if len(isi) != 1:
        pesan = f"Jawaban bisa di lembar {' atau '.join(isi)}." if isi else "Berkas tidak berisi apa-apa."
        raise DataError(pesan, tempat=berkas, saran="Simpan lembar jawaban sebagai berkas sendiri.")
    ((nama, petak),) = isi.items()
    return petak, f"{berkas}, lembar {nama}"


def _read_jawaban(sel: object, skala: range, tempat: str) -> int | None:
    """A cell that is not blank; a dash is no answer."""
    try:
        nilai = read_angka(sel, "bilangan") if isinstance(sel, str) else to_decimal(sel)  # type: ignore[arg-type]
    except KosongError:
        return None
    except MasukanError:
        nilai = None
    if nilai is None or nilai not in skala:
        tertulis = write_angka(nilai) if isinstance(sel, float) and nilai is not None else str(sel)
        raise DataError(
            f"Jawaban {tertulis!r} bukan bilangan bulat {skala[0]} sampai {skala[-1]}.",
            tempat=tempat,
            saran="Perbaiki jawaban itu atau kosongkan.",
        )
    return int(nilai)
