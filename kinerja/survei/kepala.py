"""The head of a survey table: one row of titles or several, below whatever stands above the table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from kinerja.judul import is_kosong, normalize_judul
from kinerja.rumus.skm import get_skala, list_unsur
from kinerja.survei.deret import is_jawaban
from kinerja.survei.pilihan import Minta, list_diminta
from kinerja.survei.tanya import is_bukan, list_calon
from kinerja.tabel.panjang import PEMISAH
from kinerja.tabel.petak import TERDALAM, choose_pemisah, count_rata, get_sel
from kinerja.tabel.sel import Petak

_SUBJUDUL = {"response", "open ended response", "jawaban", "respons", "tanggapan"}
"""What some programs write below a question that has no parts."""
_HURUF = re.compile(r"[^\W\d_]")
_BERNOMOR = re.compile(r"\s*([0-9]{1,2})\s*[.):\-–]\s*[^\W\d_]")
_AWAL_TEKS = 65_536
MIN_KEMBAR = 2
"""So many columns with titles of unsur in two rows make both of them head."""
LEBAR_TABEL = 3
"""So many cells make a row of a table; what stands above one has fewer."""


@dataclass(frozen=True, slots=True)
class Kepala:
    """Rows of titles, first and last from 1, and the title of each column that has one, from 0.

    Attributes:
        banyak: columns that mean an unsur.
        teks: all that stands in these rows and the one above, normalised.
        atas: numbers of rows further up that look like rows of a table.
    """

    awal: int
    akhir: int
    judul: Mapping[int, str]
    banyak: int
    teks: frozenset[str]
    atas: tuple[int, ...] = ()


def find_kepala(petak: Petak, minta: Minta = (), *, pada: date) -> Kepala | None:
    """The row that has most titles of unsur, and its neighbours that name the same columns once more; None without any.

    A title that the user names counts as one, but never makes a head of a row of data: answers may begin like it.

    >>> kepala = find_kepala([["Waktu", "U1"], [None, "Syarat pelayanan"], ["1/2", 4]], pada=date(2024, 1, 2))
    >>> kepala.akhir, kepala.judul
    (1, {0: 'Waktu', 1: 'U1'})
    """
    atas = petak[:TERDALAM]
    bukti = [{k for k, sel in enumerate(b) if list_calon(sel, pada=pada)} for b in atas]
    data = [_is_data(b, milik, pada) for b, milik in zip(atas, bukti, strict=True)]
    bukti = [set() if isi else milik for isi, milik in zip(data, bukti, strict=True)]
    milik = [bukti[n] if data[n] else bukti[n] | list_diminta(b, minta) for n, b in enumerate(atas)]
    cukup = len(list_unsur(pada=pada))  # where all are named nothing below is better: what people write names some, too
    banyak = max((min(len(satu), cukup) for satu in milik), default=0)
    if banyak:
        calon = [n for n, satu in enumerate(milik) if len(satu) >= banyak]
        banyak = len(milik[calon[0]])
    else:  # columns named by their letters, below titles that mean nothing
        calon = [n for n, b in enumerate(atas) if minta and not data[n] and any(map(_has_huruf, b))]
        banyak = sum(map(_has_huruf, atas[calon[0]])) if calon else 0
    if not calon:
        return None
    awal = akhir = next((n for n in calon if _count_isi(atas[n]) > 1), calon[0])  # one cell alone is of no table
    while awal > 0 and len(bukti[awal - 1] & bukti[awal]) >= MIN_KEMBAR:
        awal -= 1
    while akhir + 1 < len(bukti) and len(bukti[akhir + 1] & bukti[akhir]) >= MIN_KEMBAR:
        akhir += 1
    gabung = awal - 1 if awal and not data[awal - 1] else awal
    teks = frozenset(normalize_judul(sel) for b in petak[gabung : akhir + 1] for sel in b if not is_kosong(sel))
    lewat = tuple(n + 1 for n in range(awal) if data[n] or (n < gabung and _count_isi(atas[n]) >= LEBAR_TABEL))
    return Kepala(awal + 1, akhir + 1, _read_judul(petak, gabung, awal, akhir, pada), banyak, teks, lewat)


def _is_data(baris: Sequence[object], bukti: Collection[int], pada: date) -> bool:
    """Whether most of a row is answers, numbers and dates; numbers from 1 to more than any answer are titles.

    >>> [_is_data(b, (), date(2025, 7, 1)) for b in (["Ani", "3. Sesuai", 4], ["No", "Nama", "U1"], [1, 2, 3, 4, 5])]
    [True, False, False]
    """
    if _has_pilihan(baris, pada):
        return True
    semua = [sel for k, sel in enumerate(baris) if k not in bukti and not is_kosong(sel)]
    isi = [sel for sel in semua if not _has_huruf(sel) or is_jawaban(str(sel), pada=pada)]
    angka = [str(sel).removesuffix(".0") for sel in isi]
    if len(isi) > get_skala(pada=pada)[-1] and angka == [str(n + 1) for n in range(len(isi))]:
        return False
    return len(isi) > len(bukti) and 2 * len(isi) >= len(semua)


def _has_pilihan(baris: Sequence[object], pada: date) -> bool:
    """Whether half of a row is choices behind numbers of the scale; the numbers of questions rise from one to the next.

    >>> tanya, jawab = ["1. Biaya?", "2. Waktu?", "3. Sarana?"], ["3. Biaya wajar", "3. Tepat waktu", "2. Sarana"]
    >>> [_has_pilihan(b, date(2025, 7, 1)) for b in (tanya, jawab)]
    [False, True]
    """
    nomor = [int(m[1]) for sel in baris if isinstance(sel, str) and (m := _BERNOMOR.match(sel))]
    if len(nomor) < MIN_KEMBAR or 2 * len(nomor) < _count_isi(baris):
        return False
    return set(nomor) <= set(get_skala(pada=pada)) and any(a >= b for a, b in pairwise(nomor))


def _has_huruf(sel: object) -> bool:
    return isinstance(sel, str) and bool(_HURUF.search(sel))


def _count_isi(baris: Sequence[object]) -> int:
    return sum(not is_kosong(sel) for sel in baris)


def choose_pemisah_survei(teks: str, minta: Minta, *, pada: date) -> str:
    """The delimiter under which most titles mean an unsur: questions hold commas, and other words may stand above.

    >>> choose_pemisah_survei("Hasil, tahun 2025\\nNo;U1;U2\\n1;3;4\\n", (), pada=date(2024, 1, 2))
    ';'
    """
    awal = io.StringIO(teks[:_AWAL_TEKS], newline="")

    def count(pemisah: str) -> tuple[int, int]:
        """Titles of unsur, and rows from the head on that are as wide as it."""
        awal.seek(0)
        try:
            petak: list[list[str]] = list(islice(csv.reader(awal, delimiter=pemisah), 2 * TERDALAM))
        except csv.Error:
            return 0, 0
        kepala = find_kepala(petak, minta, pada=pada)
        return (kepala.banyak, count_rata(petak[kepala.akhir - 1 :])) if kepala else (0, 0)

    lazim = choose_pemisah(teks)
    return max(PEMISAH, key=lambda pemisah: (*count(pemisah), pemisah == lazim))


def is_subjudul(baris: Sequence[object], teks_judul: Collection[str], letak: Sequence[int]) -> bool:
    """Whether a row below the head belongs to no respondent: it repeats titles only, or says that answers follow.

    >>> [is_subjudul([1, x], {"u1"}, [1]) for x in ("Response", '{"ImportId":"QID1"}', "U1", "", 4)]
    [True, True, False, False, False]
    >>> is_subjudul([None, "U1"], {"u1"}, [1])
    True
    """
    if all(is_kosong(sel) or normalize_judul(sel) in teks_judul for sel in baris):
        return True
    semua = [s for k in letak if isinstance(s := get_sel(baris, k), str)]
    return bool(semua) and all(_is_subjudul(normalize_judul(s)) for s in semua)  # nearly always the first says no


def _is_subjudul(teks: str) -> bool:
    return teks in _SUBJUDUL or teks.startswith("importid ")


def _read_judul(petak: Petak, gabung: int, awal: int, akhir: int, pada: date) -> dict[int, str]:
    """What stands above each column; where the head leaves it blank, as merged cells do, the row above it counts.

    A word above a block that says that nothing below it is an unsur ("Harapan") stands before each of its titles.
    """
    hasil: dict[int, str] = {}
    baris = petak[gabung : akhir + 1]
    blok = ""
    for k in range(max(map(len, baris))):
        atas = _get_teks(petak[awal - 1], k) if gabung < awal else ""
        semua = [t for b in petak[awal : akhir + 1] if (t := _get_teks(b, k)) and normalize_judul(t) not in _SUBJUDUL]
        blok = atas or blok
        if judul := " ".join(dict.fromkeys(semua)) or atas:
            hasil[k] = f"{blok}: {judul}" if blok != judul and blok and is_bukan(blok, pada=pada) else judul
    return hasil


def _get_teks(baris: Sequence[object], kolom: int) -> str:
    sel = get_sel(baris, kolom)
    return "" if is_kosong(sel) else str(sel)
