"""The cells of a survey table: numbers strictly, words by their worth; what cannot be read is counted and named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.angka import read_angka
from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import DataError, KosongError, MasukanError
from kinerja.judul import is_kosong
from kinerja.rumus.skm import get_skala, list_unsur
from kinerja.survei.kata import MENURUT_ANGKA, Arti, Ejaan, read_kata
from kinerja.survei.kepala import is_subjudul
from kinerja.survei.kolom import KolomUnsur
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat

Mentah = list[int | str | None]
"""The answers of a row; words as they stand."""
MAKS_TAK_TERBACA = 10
"""One answer in so many, of one unsur, may be unreadable. More is no slip of single respondents but a choice of the
form that is not known, and without one of its choices an average is another."""
MAKS_SEBUT = 20
"""Wordings, or rows, in one sentence."""
_HURUF = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class TakTerbaca:
    """Answers of one unsur that are not counted: what they say, how often, why."""

    unsur: str
    jawaban: str
    banyak: int
    sebab: str


@dataclass(frozen=True, slots=True)
class IsiJawaban:
    """What the rows hold.

    Attributes:
        jawaban: respondents × unsur; no row is without any answer.
        baris: the numbers of their rows, from 1.
        tak_terbaca: words that could not be read.
        catatan: what the reader should be told, sentences.
    """

    jawaban: tuple[tuple[int | None, ...], ...]
    baris: tuple[int, ...]
    tak_terbaca: tuple[TakTerbaca, ...]
    catatan: tuple[str, ...]


def read_isi(petak: Petak, kolom: KolomUnsur, tempat: str, *, pada: date) -> IsiJawaban:
    """The answers below the head of a table.

    Raises:
        DataError: a cell that is no answer, too many words that are none, a scale other than the law's.
    """
    return _Isi(kolom, tempat, get_skala(pada=pada)).read(petak, pada=pada)


def write_ejaan(semua: Sequence[tuple[str, int, str]]) -> str:
    """Wordings for a sentence: how often, and why not.

    >>> write_ejaan([("ya", 2, "kata yang tidak dikenal"), ("4. Tidak", 1, "angka dan katanya bertentangan")])
    "'ya' (2 kali, kata yang tidak dikenal), '4. Tidak' (1 kali, angka dan katanya bertentangan)"
    """
    kata = ", ".join(f"{teks[:60]!r} ({n} kali, {sebab})" for teks, n, sebab in semua[:MAKS_SEBUT])
    return kata + (f", dan {len(semua) - MAKS_SEBUT} macam lagi" if len(semua) > MAKS_SEBUT else "")


def write_nomor(nomor: Sequence[int]) -> str:
    """Numbers of rows for a sentence."""
    sebut = ", ".join(map(str, nomor[:MAKS_SEBUT]))
    return sebut + (f", dan {len(nomor) - MAKS_SEBUT} lagi" if len(nomor) > MAKS_SEBUT else "")


class _Isi:
    """The cells below the head of a table."""

    def __init__(self, kolom: KolomUnsur, tempat: str, skala: range) -> None:
        self.kolom, self.tempat, self.skala = kolom, tempat, skala
        self.pasangan = list(zip(kolom.letak, kolom.nama, strict=bool(kolom.letak)))
        self.ejaan: list[Counter[str]] = [Counter() for _ in self.pasangan]
        """Answers in words of each column, and how often they are there."""
        self.letak: dict[tuple[int, str], int] = {}
        """The first row of each of them."""

    def read(self, petak: Petak, *, pada: date) -> IsiJawaban:
        mentah, judul_lagi = self._list_mentah(petak)
        arti: list[dict[str, Arti]] = [{} for _ in self.pasangan]
        if any(self.ejaan):
            baku = len(self.pasangan) == len(list_unsur(pada=pada))
            kolom = (
                Ejaan(banyak, f"{self.tempat}, kolom {nama}", u if baku else None)
                for u, (banyak, (_, nama)) in enumerate(zip(self.ejaan, self.pasangan, strict=True))
            )
            arti = read_kata(list(kolom), pada=pada)
        tak_terbaca = self._list_tak_terbaca(arti, mentah)
        jawaban, dipakai = [], []
        for nomor, baris in mentah:
            nilai = tuple(arti[u][x].nilai if isinstance(x, str) else x for u, x in enumerate(baris))
            if nilai.count(None) < len(nilai):
                jawaban.append(nilai)
                dipakai.append(nomor)
        return IsiJawaban(tuple(jawaban), tuple(dipakai), tak_terbaca, (*judul_lagi, *self._explain_angka(arti)))

    def _list_mentah(self, petak: Petak) -> tuple[list[tuple[int, Mentah]], tuple[str, ...]]:
        """The rows with any answer: numbers, None, and words as they stand; and a note of rows that repeat the head."""
        langsung: dict[object, int] = {x: n for n in self.skala for x in (n, str(n))}  # nearly all cells, and quick
        mentah: list[tuple[int, Mentah]] = []
        judul_lagi: list[int] = []
        for nomor, baris in enumerate(petak[self.kolom.baris :], start=self.kolom.baris + 1):
            terbaca: Mentah = []
            for k, nama in self.pasangan:
                sel = baris[k] if k < len(baris) else None
                nilai: int | str | None = langsung.get(sel) if isinstance(sel, (str, float)) else None
                if isinstance(sel, SelGalat):
                    raise refuse_galat(sel, nomor - 1, k, self.tempat)
                if nilai is None and not is_kosong(sel):
                    nilai = self._read_sel(sel, nomor, nama)
                terbaca.append(nilai)
            if any(isinstance(x, str) for x in terbaca):
                if is_subjudul(baris, self.kolom.teks_judul, self.kolom.letak):
                    judul_lagi.append(nomor)
                    continue
                for u, x in enumerate(terbaca):
                    if isinstance(x, str):
                        self.ejaan[u][x] += 1
                        self.letak.setdefault((u, x), nomor)
            if any(x is not None for x in terbaca):
                mentah.append((nomor, terbaca))
        kata = f"Baris {write_nomor(judul_lagi)} mengulang judul dan tidak dihitung." if judul_lagi else ""
        return mentah, (kata,) if kata else ()

    def _read_sel(self, sel: object, nomor: int, nama: str) -> int | str | None:
        """A cell that is not blank; words are kept, a dash is no answer."""
        if isinstance(sel, str) and _HURUF.search(sel):
            return sel
        try:
            nilai = read_angka(sel, "bilangan") if isinstance(sel, str) else to_decimal(sel)  # type: ignore[arg-type]
        except KosongError:
            return None
        except MasukanError:
            nilai = None
        if nilai is None or nilai not in self.skala:
            tertulis = write_angka(nilai) if isinstance(sel, float) and nilai is not None else str(sel)
            raise self._refuse_sel(tertulis, nomor, nama)
        return int(nilai)

    def _refuse_sel(self, tertulis: str, nomor: int, nama: str) -> DataError:
        return DataError(
            f"Jawaban {tertulis!r} bukan bilangan bulat {self.skala[0]} sampai {self.skala[-1]}.",
            tempat=f"{self.tempat}, baris {nomor}, kolom {nama}",
            saran="Perbaiki jawaban itu atau kosongkan.",
        )

    def _list_tak_terbaca(
        self, arti: Sequence[Mapping[str, Arti]], mentah: Sequence[tuple[int, Mentah]]
    ) -> tuple[TakTerbaca, ...]:
        """What could not be read, by unsur and wording.

        Raises:
            DataError: too much of one unsur.
        """
        hasil: list[TakTerbaca] = []
        for u, (banyak, (_, nama)) in enumerate(zip(self.ejaan, self.pasangan, strict=True)):
            salah = {teks: n for teks, n in sorted(banyak.items()) if arti[u][teks].nilai is None}
            semua = sum(baris[u] is not None for _, baris in mentah) if salah else 0
            if sum(salah.values()) * MAKS_TAK_TERBACA > semua:
                if sum(salah.values()) == 1:
                    (teks,) = salah
                    raise self._refuse_sel(teks, self.letak[u, teks], nama)
                kata = write_ejaan([(teks, n, arti[u][teks].sebab) for teks, n in salah.items()])
                raise DataError(
                    f"{sum(salah.values())} dari {semua} jawaban tidak terbaca: {kata}.",
                    tempat=f"{self.tempat}, kolom {nama}",
                    saran=f"Di berkasnya, ganti dengan {self.skala[0]} sampai {self.skala[-1]}, atau kosongkan.",
                )
            hasil += [TakTerbaca(nama, teks, n, arti[u][teks].sebab) for teks, n in salah.items()]
        return tuple(hasil)

    def _explain_angka(self, arti: Sequence[Mapping[str, Arti]]) -> list[str]:
        hasil = []
        for satu, (_, nama) in zip(arti, self.pasangan, strict=True):
            if menurut := [teks for teks, x in satu.items() if x.sebab == MENURUT_ANGKA]:
                daftar = ", ".join(repr(teks[:60]) for teks in menurut[:MAKS_SEBUT])
                hasil.append(f"{nama}: kata dalam {daftar} tidak dikenal, jadi {MENURUT_ANGKA}.")
        return hasil
