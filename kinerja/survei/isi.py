"""The cells of a survey table: numbers strictly, words by their worth; what cannot be read is counted and named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.angka import read_angka
from kinerja.bilangan import format_angka, to_decimal, write_angka
from kinerja.errors import DataError, KosongError, MasukanError
from kinerja.judul import is_kosong
from kinerja.rumus.skm import get_skala, list_unsur
from kinerja.survei.kalimat import join, list_baris, list_nomor, quote
from kinerja.survei.kata import MENURUT_ANGKA, Arti, Ejaan, advise_skala, read_kata
from kinerja.survei.kepala import is_subjudul
from kinerja.survei.kolom import KolomUnsur
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat

Mentah = list[int | str | None]
"""The answers of a row; words as they stand."""
MAKS_TAK_TERBACA = 10
"""One answer in so many, of one unsur, may be unreadable. More is no slip of single respondents but a choice of the
form that is not known, and without one of its choices an average is another."""
MIN_LEBIH, PERSEN_LEBIH = 3, 1
"""So many numbers just beyond the scale, and so many of a hundred answers, are no slips of the pen: another scale."""
TERTINGGI = 10
"""The longest scale that people use."""
_HURUF = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class TakTerbaca:
    """Answers of one unsur that are not counted: what they say, how often, why, and what they seem to be worth."""

    unsur: str
    jawaban: str
    banyak: int
    sebab: str
    tampak: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiJawaban:
    """What the rows hold.

    Attributes:
        jawaban: respondents × unsur; no row is without any answer.
        baris: the numbers of their rows, from 1.
        tak_terbaca: words that could not be read.
        lewat: numbers of rows below the head, not blank, that are no respondent's or hold no answer.
        catatan: what the reader should be told, sentences.
    """

    jawaban: tuple[tuple[int | None, ...], ...]
    baris: tuple[int, ...]
    tak_terbaca: tuple[TakTerbaca, ...]
    lewat: tuple[int, ...]
    catatan: tuple[str, ...]


def read_isi(petak: Petak, kolom: KolomUnsur, tempat: str, *, pada: date) -> IsiJawaban:
    """The answers below the head of a table.

    Raises:
        DataError: a cell that is no answer, too many words that are none, a scale other than the law's.
    """
    return _Isi(kolom, tempat, get_skala(pada=pada)).read(petak, pada=pada)


def is_skala_lain(lebih: int, semua: int) -> bool:
    """Whether numbers just beyond the scale are too many for slips of the pen.

    >>> is_skala_lain(2, 18), is_skala_lain(12, 450), is_skala_lain(3, 9000)
    (False, True, False)
    """
    return lebih >= MIN_LEBIH and 100 * lebih >= PERSEN_LEBIH * semua


def get_bulat(sel: object) -> int | None:
    """A whole number in a cell, if it is a small one.

    >>> get_bulat("5"), get_bulat(5.0), get_bulat("2,5")
    (5, 5, None)
    """
    teks = str(sel).strip() if isinstance(sel, (str, int, float)) else ""
    return int(teks.removesuffix(".0")) if re.fullmatch(r"[0-9]{1,3}(?:\.0)?", teks, re.ASCII) else None


class _Isi:
    """The cells below the head of a table."""

    def __init__(self, kolom: KolomUnsur, tempat: str, skala: range) -> None:
        self.kolom, self.tempat, self.skala = kolom, tempat, skala
        self.pasangan = list(zip(kolom.letak, kolom.nama, strict=bool(kolom.letak)))
        self.ejaan: list[Counter[str]] = [Counter() for _ in self.pasangan]
        """Answers in words of each column, and how often they are there."""
        self.letak: dict[tuple[int, str], int] = {}
        """The first row of each of them."""
        self.judul_lagi: list[int] = []
        self.kosong: list[int] = []
        """Rows that repeat the head, and rows without any answer."""

    def read(self, petak: Petak, *, pada: date) -> IsiJawaban:
        try:
            mentah = self._list_mentah(petak)
        except DataError as galat:
            raise self._refuse_skala(petak) or galat from None
        arti: list[dict[str, Arti]] = [{} for _ in self.pasangan]
        if any(self.ejaan):
            baku = len(self.pasangan) == len(list_unsur(pada=pada))
            kolom = (
                Ejaan(banyak, f"{self.tempat}, kolom {nama}", u if baku else None)
                for u, (banyak, (_, nama)) in enumerate(zip(self.ejaan, self.pasangan, strict=True))
            )
            arti = read_kata(list(kolom), pada=pada)
        tak_terbaca = self._list_tak_terbaca(arti, mentah)
        jawaban, dipakai, tanpa = [], [], []
        for nomor, baris in mentah:
            nilai = tuple(arti[u][x].nilai if isinstance(x, str) else x for u, x in enumerate(baris))
            if nilai.count(None) < len(nilai):
                jawaban.append(nilai)
                dipakai.append(nomor)
            else:
                tanpa.append(nomor)
        lewat = {"mengulang judul": self.judul_lagi, "tanpa satu jawaban pun": self.kosong, "tidak terbaca": tanpa}
        catatan = [f"Baris {list_nomor(x)} {sebab} dan tidak dihitung." for sebab, x in lewat.items() if x]
        nomor_lewat = tuple(sorted(n for x in lewat.values() for n in x))
        catatan += self._explain_angka(arti)
        return IsiJawaban(tuple(jawaban), tuple(dipakai), tak_terbaca, nomor_lewat, tuple(catatan))

    def _list_mentah(self, petak: Petak) -> list[tuple[int, Mentah]]:
        """The rows with any answer: numbers, None, and words as they stand."""
        langsung: dict[object, int] = {x: n for n in self.skala for x in (n, str(n))}  # nearly all cells, and quick
        mentah: list[tuple[int, Mentah]] = []
        for nomor, baris in enumerate(petak[self.kolom.baris :], start=self.kolom.baris + 1):
            terbaca = self._read_baris(baris, nomor, langsung)
            if any(isinstance(x, str) for x in terbaca):
                if is_subjudul(baris, self.kolom.teks_judul, self.kolom.letak):
                    self.judul_lagi.append(nomor)
                    continue
                for u, x in enumerate(terbaca):
                    if isinstance(x, str):
                        self.ejaan[u][x] += 1
                        self.letak.setdefault((u, x), nomor)
            if any(x is not None for x in terbaca):
                mentah.append((nomor, terbaca))
            elif any(not is_kosong(sel) for sel in baris):
                self.kosong.append(nomor)
        return mentah

    def _read_baris(self, baris: Sequence[object], nomor: int, langsung: Mapping[object, int]) -> Mentah:
        terbaca: Mentah = []
        for k, nama in self.pasangan:
            sel = baris[k] if k < len(baris) else None
            nilai: int | str | None = langsung.get(sel) if isinstance(sel, (str, float)) else None
            if isinstance(sel, SelGalat):
                raise refuse_galat(sel, nomor - 1, k, self.tempat)
            if nilai is None and not is_kosong(sel):
                nilai = self._read_sel(sel, nomor, nama)
            terbaca.append(nilai)
        return terbaca

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

    def _refuse_skala(self, petak: Petak) -> DataError | None:
        """The refusal of a longer scale, where numbers beyond the law's are too many for slips; None where not."""
        lebih: dict[str, Counter[int]] = {}
        semua = 0
        for k, nama in self.pasangan:
            nilai = [get_bulat(get_sel(baris, k)) for baris in petak[self.kolom.baris :]]
            semua += sum(n is not None for n in nilai)
            if banyak := Counter(n for n in nilai if n is not None and self.skala[-1] < n <= TERTINGGI):
                lebih[nama] = banyak
        jumlah = sum(sum(banyak.values()) for banyak in lebih.values())
        if not is_skala_lain(jumlah, semua):
            return None
        panjang = len(self.skala) + 1 if max(map(max, lebih.values())) == self.skala[-1] + 1 else TERTINGGI
        sebut = [
            f"{nama}: {', '.join(f'{n} ({x} kali)' for n, x in sorted(banyak.items()))}"
            for nama, banyak in lebih.items()
        ]
        return DataError(
            f"Jawaban di atas {self.skala[-1]} ada {format_angka(jumlah, 0)} dari {format_angka(semua, 0)}:"
            f" ini bukan skala {len(self.skala)} tingkat"
            f" melainkan {panjang}.",
            tempat=self.tempat,
            saran=f"{advise_skala(self.skala)} Jangan dikosongkan: yang hilang justru jawaban tertinggi.",
            rincian=list_baris(sebut),
        )

    def _refuse_sel(self, tertulis: str, nomor: int, nama: str) -> DataError:
        return DataError(
            f"Jawaban {tertulis!r} bukan bilangan bulat {self.skala[0]} sampai {self.skala[-1]}.",
            tempat=f"{self.tempat}, baris {nomor}, kolom {nama}",
            saran="Betulkan jawaban itu atau kosongkan.",
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
                kata = join([f"{quote(teks)} ({n} kali, {arti[u][teks].sebab})" for teks, n in salah.items()], "macam")
                raise DataError(
                    f"{format_angka(sum(salah.values()), 0)} dari {format_angka(semua, 0)} jawaban tidak"
                    f" terbaca: {kata}.",
                    tempat=f"{self.tempat}, kolom {nama}",
                    saran=f"Di berkasnya, ganti dengan {self.skala[0]} sampai {self.skala[-1]} menurut pilihan"
                    " formulirnya; bila dikosongkan, NIK-nya lain.",
                )
            hasil += [TakTerbaca(nama, teks, n, arti[u][teks].sebab, arti[u][teks].tampak) for teks, n in salah.items()]
        return tuple(hasil)

    def _explain_angka(self, arti: Sequence[Mapping[str, Arti]]) -> list[str]:
        hasil = []
        for satu, (_, nama) in zip(arti, self.pasangan, strict=True):
            if menurut := sorted(teks for teks, x in satu.items() if x.sebab == MENURUT_ANGKA):
                daftar = join([quote(teks) for teks in menurut], "macam")
                hasil.append(f"{nama}: kata dalam {daftar} tidak dikenal, jadi {MENURUT_ANGKA}.")
        return hasil
