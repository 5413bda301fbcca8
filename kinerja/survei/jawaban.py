"""Survey answers from a CSV file or a workbook, also as an online form exports it: one row a respondent.

Which column holds which unsur is found in `kolom`, what an answer in words is worth in `kata`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from kinerja.alamat import column_letters
from kinerja.errors import DataError
from kinerja.judul import is_kosong, normalize_judul
from kinerja.survei.isi import TakTerbaca, read_isi
from kinerja.survei.kalimat import join, list_nomor, quote
from kinerja.survei.kelompok import Kelompok, count_responden
from kinerja.survei.kepala import choose_pemisah_survei, find_kepala
from kinerja.survei.kolom import KolomUnsur, explain_asing, find_kolom
from kinerja.survei.pilihan import Minta
from kinerja.tabel.petak import get_sel, parse_csv
from kinerja.tabel.pintu import JenisBerkas, find_jenis, read_bita
from kinerja.tabel.sel import Petak

_PERCOBAAN = {"tes", "test", "testing", "coba", "cobacoba", "percobaan", "uji coba", "asdf", "dummy", "xxx"}


@dataclass(frozen=True, slots=True)
class Survei:
    """Answers, respondents × unsur.

    Attributes:
        unsur: names of the columns, in the order of the regulation.
        jawaban: whole numbers on the regulation's scale, None is no answer; no row is without any.
        catatan: what the reader should be told of how columns were taken, sentences.
        tak_terbaca: answers in words that could not be read.
        kelompok: how many respondents there are by age and the like.
        judul: titles of the columns; what they were called is no part of what was answered.
        lewat: numbers of rows that are not blank and not counted, wherever they stand below a title.
    """

    unsur: tuple[str, ...]
    jawaban: tuple[tuple[int | None, ...], ...]
    catatan: tuple[str, ...]
    tak_terbaca: tuple[TakTerbaca, ...] = ()
    kelompok: tuple[Kelompok, ...] = ()
    judul: tuple[str, ...] = field(default=(), compare=False)
    lewat: tuple[int, ...] = ()


def read_survei(path: Path, minta: Minta = (), *, pada: date) -> Survei:
    """The answers in a `.csv` file or a workbook, by the regulation in force on `pada`.

    Args:
        minta: unsur and titles of columns that the user names.

    Raises:
        DataError: whatever cannot be used, with file, sheet, row and column.
        MasukanError: an unsur in `minta` that is not known or is there twice.
    """
    isi = read_bita(path)
    jenis = find_jenis(isi)
    if jenis is JenisBerkas.TEKS:
        choose = partial(choose_pemisah_survei, minta=minta, pada=pada)
        return parse_survei(parse_csv(isi, path.name, choose), path.name, minta, pada=pada)
    from kinerja.tabel.buku import open_buku  # the spreadsheet reader is loaded for a spreadsheet only

    buku = open_buku(isi, path.name)
    semua = {nama: buku.read(nama).petak for nama in buku.lembar}
    petak, tempat = _choose_lembar(semua, path.name, minta, pada)
    return parse_survei(petak, tempat, minta, pada=pada)


def parse_survei(petak: Petak, tempat: str, minta: Minta = (), *, pada: date) -> Survei:
    """The answers in a grid of cells.

    Raises:
        DataError: as `read_survei`.

    >>> parse_survei([["No", "U1", "U2"], [1, 4, "3"], [2, None, 2.0]], "contoh", pada=date(2024, 1, 2)).jawaban
    ((4, 3), (None, 2))
    """
    kolom = find_kolom(petak, tempat, minta, pada=pada)
    isi = read_isi(petak, kolom, tempat, pada=pada)
    if not isi.jawaban:
        raise DataError("Tidak ada jawaban.", tempat=tempat, saran="Isi jawaban sedikitnya satu responden.")
    _check_judul_kedua(petak, kolom, isi.lewat, tempat)
    asing = kolom.list_asing()
    responden = count_responden(asing, [petak[n - 1] for n in isi.baris])
    sisa = [judul for k, judul in asing.items() if k not in responden.kolom]
    catatan = (*explain_asing(sisa), *responden.catatan, *_explain_percobaan(petak, asing, isi.baris), *isi.catatan)
    judul = tuple(kolom.judul.get(k, "") for k in kolom.letak)
    lewat = (*kolom.atas, *isi.lewat)
    catatan = (*kolom.catatan, *catatan, *_explain_tanpa_judul(petak, kolom))
    return Survei(kolom.nama, isi.jawaban, catatan, isi.tak_terbaca, responden.kelompok, judul, lewat)


def _choose_lembar(lembar: Mapping[str, Petak], berkas: str, minta: Minta, pada: date) -> tuple[Petak, str]:
    """The one sheet with most unsur titles, or else the only one with anything on it."""
    kepala = {n: satu for n, p in lembar.items() if (satu := find_kepala(p, minta, pada=pada))}
    terbanyak = max((k.banyak for k in kepala.values()), default=0)
    # A summary may name an unsur or two; a sheet of answers has them all.
    berjudul = {n: lembar[n] for n, k in kepala.items() if 2 * k.banyak > terbanyak}
    isi = berjudul or {n: p for n, p in lembar.items() if any(not is_kosong(s) for baris in p for s in baris)}
    if len(isi) != 1:
        pesan = f"Jawaban bisa di lembar {' atau '.join(isi)}." if isi else "Berkas tidak berisi apa-apa."
        raise DataError(pesan, tempat=berkas, saran="Simpan lembar jawaban sebagai berkas sendiri.")
    ((nama, petak),) = isi.items()
    return petak, f"{berkas}, lembar {nama}"


def _check_judul_kedua(petak: Petak, kolom: KolomUnsur, lewat: Collection[int], tempat: str) -> None:
    """Refuse words right below the head that no answer is: they may say which column is which.

    Raises:
        DataError: they stand in most columns of unsur.
    """
    nomor = next((n for n, b in enumerate(petak[kolom.baris :], kolom.baris + 1) if any(map(_is_isi, b))), 0)
    if not kolom.baris or nomor not in lewat:
        return
    kata = [s for k in kolom.letak if isinstance(s := get_sel(petak[nomor - 1], k), str) and any(map(str.isalpha, s))]
    if 2 * len(kata) > len(kolom.letak):
        raise DataError(
            f"Kata di bawah judul bukan jawaban, dan mungkin judul kedua: {join([quote(x) for x in kata[:5]])}.",
            tempat=f"{tempat}, baris {nomor}",
            saran="Hapus baris itu bila bukan judul; bila judul, satukan dengan baris judul di atasnya.",
        )


def _is_isi(sel: object) -> bool:
    return not is_kosong(sel)


def _explain_tanpa_judul(petak: Petak, kolom: KolomUnsur) -> tuple[str, ...]:
    """Columns that hold something, but have no title: beside a merged one they may be of the same unsur."""
    if not kolom.baris:
        return ()
    isi = petak[kolom.baris :]
    tanpa = {
        k for b in isi for k, sel in enumerate(b) if k not in kolom.judul and k not in kolom.letak and _is_isi(sel)
    }
    if not tanpa:
        return ()
    return (f"Tidak dipakai karena tanpa judul: kolom {', '.join(column_letters(k) for k in sorted(tanpa))}.",)


def _explain_percobaan(petak: Petak, asing: Mapping[int, str], dipakai: Sequence[int]) -> tuple[str, ...]:
    """Rows in which somebody seems to have tried the form out; they count, for only their owner knows."""
    coba = [
        n
        for n in dipakai
        if any(isinstance(s := get_sel(petak[n - 1], k), str) and normalize_judul(s) in _PERCOBAAN for k in asing)
    ]
    if not coba:
        return ()
    return (f"Baris {list_nomor(coba)} tampaknya percobaan dan ikut dihitung; hapus dari berkasnya bila benar begitu.",)
