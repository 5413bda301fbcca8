"""Survey answers from a CSV file or a workbook: one row a respondent, one column an unsur.

Columns are known by their titles, for many survey apps swap U8 and U9; only a table without titles goes by position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kinerja.angka import read_angka
from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import DataError, KosongError, MasukanError
from kinerja.judul import is_kosong, normalize_judul
from kinerja.rumus.skm import get_skala, list_unsur, name_unsur
from kinerja.tabel.petak import TERDALAM, parse_csv
from kinerja.tabel.pintu import JenisBerkas, find_jenis, read_bita
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat

# Words of a title that need not belong to the name of an unsur.
_PENGISI = {"unsur", "nilai", "dan", "pelayanan", "layanan"}
_NOMOR = re.compile(r"(?:unsur |u ?)?0?([1-9][0-9]?)(?: (.*))?")
_NOMOR_SAJA = re.compile(r"(?:unsur |u ?)[0-9]+")


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
    isi = read_bita(path)
    jenis = find_jenis(isi)
    if jenis is JenisBerkas.TEKS:
        return parse_survei(parse_csv(isi, path.name), path.name, pada=pada)
    from kinerja.tabel.buku import open_buku  # the spreadsheet reader is loaded for a spreadsheet only

    buku = open_buku(isi, path.name)
    petak, tempat = _choose_lembar({nama: buku.read(nama).petak for nama in buku.lembar}, path.name, pada)
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
            if isinstance(sel, SelGalat):
                raise refuse_galat(sel, nomor - 1, k, tempat)
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


@dataclass(frozen=True, slots=True)
class KolomUnsur:
    """Where the answers stand.

    Attributes:
        baris: number of the title row from 1; 0 without titles.
        letak: column numbers from 0, in the order of the unsur.
        nama: names of the unsur, `U4 Biaya/Tarif`, or `U4` in a survey of other than the regulation's unsur.
        catatan: what the reader should be told, sentences.
    """

    baris: int
    letak: tuple[int, ...]
    nama: tuple[str, ...]
    catatan: tuple[str, ...]


def find_kolom(petak: Petak, tempat: str, *, pada: date) -> KolomUnsur:
    """The columns of a grid, by the regulation in force on `pada`.

    Raises:
        DataError: an unsur that is missing or there twice, titles that mean nothing, or no titles and other columns
            than the regulation has unsur.
    """
    nomor, kepala = find_kepala(petak, pada=pada)
    return _map_judul(petak, nomor, kepala, tempat, pada) if kepala else _map_letak(petak, tempat, pada)


def find_kepala(petak: Petak, *, pada: date) -> tuple[int, Mapping[int, int]]:
    """Number (from 1) of the row with most unsur titles, and its columns with their unsur; (0, {}) without any."""
    terbaik: tuple[int, dict[int, int]] = (0, {})
    for nomor, baris in enumerate(petak[:TERDALAM], start=1):
        unsur = {k: u for k, sel in enumerate(baris) if (u := find_unsur(sel, pada=pada)) is not None}
        if len(unsur) > len(terbaik[1]):
            terbaik = (nomor, unsur)
    return terbaik


def find_unsur(judul: object, *, pada: date) -> int | None:
    """Which unsur a column title means, from 0; a name counts, not the number before it. None is another column.

    >>> judul = ("Sarana dan Prasarana", "U8. Sarana dan Prasarana", "u8", "Saran", "Cap waktu")
    >>> [find_unsur(x, pada=date(2024, 1, 2)) for x in judul]
    [8, 8, 7, None, None]
    """
    teks = normalize_judul(judul) if isinstance(judul, str) else ""
    bernomor = _NOMOR.fullmatch(teks)
    kata = set((bernomor[2] or "" if bernomor else teks).split())
    for u, (kunci, boleh) in enumerate(_list_kata(pada)):
        if kata & kunci and kata <= boleh:
            return u
    return int(bernomor[1]) - 1 if bernomor and _NOMOR_SAJA.fullmatch(teks) else None


@lru_cache(maxsize=16)
def _list_kata(pada: date) -> tuple[tuple[set[str], set[str]], ...]:
    """For each unsur the words of which a title must hold one, and the words that it may hold."""
    return tuple((set(x.kata), {*normalize_judul(x.nama).split(), *_PENGISI}) for x in list_unsur(pada=pada))


def _map_judul(petak: Petak, nomor: int, kepala: Mapping[int, int], tempat: str, pada: date) -> KolomUnsur:
    baris, tempat = petak[nomor - 1], f"{tempat}, baris {nomor}"
    baku = len(list_unsur(pada=pada))
    letak: dict[int, int] = {}
    for k, u in kepala.items():
        if u in letak:
            pesan = f"Kolom {baris[letak[u]]!r} dan {baris[k]!r} sama-sama unsur U{u + 1}."
            raise DataError(pesan, tempat=tempat, saran="Ganti judul salah satu.")
        letak[u] = k
    # Titles that are mere numbers may be of a survey with more or fewer unsur; a name means the regulation's own.
    bernama = any(not _NOMOR_SAJA.fullmatch(normalize_judul(baris[k])) for k in kepala)
    banyak = max(baku if bernama else 0, max(letak) + 1)
    asing = [str(sel) for k, sel in enumerate(baris) if k not in kepala and not is_kosong(sel)]
    if hilang := [name_unsur(u, baku if u < baku else banyak, pada=pada) for u in range(banyak) if u not in letak]:
        pakai = f"Pakai judul U1 sampai U{banyak}. Judul yang tidak dikenal: {', '.join(asing)}."
        saran = pakai if asing else "Tambahkan kolom itu."
        raise DataError(f"Kolom {', '.join(hilang)} tidak ada.", tempat=tempat, saran=saran)
    nama = tuple(name_unsur(u, banyak, pada=pada) for u in range(banyak))
    catatan = [
        f"Kolom {baris[letak[u]]!r} dibaca sebagai {nama[u]}; nomornya lain daripada dalam peraturan."
        for u in range(banyak)
        if (n := _NOMOR.fullmatch(normalize_judul(baris[letak[u]]))) and int(n[1]) != u + 1
    ]
    if banyak != baku:
        catatan.append(f"Survei ini punya {banyak} unsur; peraturan menetapkan {baku}.")
    if asing:
        catatan.append(f"Kolom yang tidak dipakai: {', '.join(asing)}.")
    return KolomUnsur(nomor, tuple(letak[u] for u in range(banyak)), nama, tuple(catatan))


def _map_letak(petak: Petak, tempat: str, pada: date) -> KolomUnsur:
    """Without titles: exactly the regulation's unsur, in its order."""
    banyak = len(list_unsur(pada=pada))
    saran = f"Beri baris judul U1 sampai U{banyak}, atau nama unsurnya."
    terpakai = sorted({k for baris in petak for k, sel in enumerate(baris) if not is_kosong(sel)})
    for nomor, baris in enumerate(petak, start=1):
        teks = [sel for sel in baris if isinstance(sel, str) and re.search(r"[^\W\d_]", sel)]
        if teks:
            raise DataError(
                f"Judul kolom tidak dikenal: {', '.join(teks)}.", tempat=f"{tempat}, baris {nomor}", saran=saran
            )
        if any(not is_kosong(sel) for sel in baris):
            break
    if terpakai and len(terpakai) != banyak:
        raise DataError(
            f"Tanpa judul harus ada tepat {banyak} kolom jawaban; di sini {len(terpakai)}.", tempat=tempat, saran=saran
        )
    nama = tuple(name_unsur(u, banyak, pada=pada) for u in range(banyak))
    return KolomUnsur(0, tuple(terpakai), nama, ("Tanpa judul: kolom dibaca menurut urutan unsur.",))
