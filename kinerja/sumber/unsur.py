"""Which column of a survey is which unsur.

Columns are known by their titles, for many survey apps swap U8 and U9; only a table without titles goes by position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kinerja.errors import DataError
from kinerja.rumus.skm import list_unsur, name_unsur
from kinerja.sumber.petak import TERDALAM, Petak, is_kosong, normalize_judul

# Words of a title that need not belong to the name of an unsur.
_PENGISI = {"unsur", "nilai", "dan", "pelayanan", "layanan"}
_NOMOR = re.compile(r"(?:unsur |u ?)?0?([1-9][0-9]?)(?: (.*))?")
_NOMOR_SAJA = re.compile(r"(?:unsur |u ?)[0-9]+")


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
    if not kepala:
        return _map_letak(petak, tempat, pada)
    return _map_judul(petak[nomor - 1], nomor, kepala, f"{tempat}, baris {nomor}", pada)


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


def _map_judul(baris: Sequence[object], nomor: int, kepala: Mapping[int, int], tempat: str, pada: date) -> KolomUnsur:
    baku = len(list_unsur(pada=pada))
    letak: dict[int, int] = {}
    for k, u in kepala.items():
        if u in letak:
            raise DataError(
                f"Kolom {baris[letak[u]]!r} dan {baris[k]!r} sama-sama unsur U{u + 1}.",
                tempat=tempat,
                saran="Ganti judul salah satu.",
            )
        letak[u] = k
    # Titles that are mere numbers may be of a survey with more or fewer unsur; a name means the regulation's own.
    bernama = any(not _NOMOR_SAJA.fullmatch(normalize_judul(baris[k])) for k in kepala)
    banyak = max(baku if bernama else 0, max(letak) + 1)
    asing = [str(sel) for k, sel in enumerate(baris) if k not in kepala and not is_kosong(sel)]
    if hilang := [name_unsur(u, baku, pada=pada) for u in range(banyak) if u not in letak]:
        raise DataError(
            f"Kolom {', '.join(hilang)} tidak ada.",
            tempat=tempat,
            saran=f"Pakai judul U1 sampai U{banyak}. Judul yang tidak dikenal: {', '.join(asing)}."
            if asing
            else "Tambahkan kolom itu.",
        )
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
