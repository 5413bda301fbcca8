"""Survey answers of many kecamatan in one CSV or Parquet file, a million rows and more: whole-number totals by group.

A child process reads and adds (`hitung`); what the law says of scale and unsur is decided here. Nothing is
averaged. What is not on the scale is counted and named, never guessed at.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kinerja.errors import DataError
from kinerja.judul import normalize_judul
from kinerja.rumus.skm import get_skala
from kinerja.survei.isi import TERTINGGI, get_bulat, is_skala_lain
from kinerja.survei.kalimat import list_pilihan
from kinerja.survei.kepala import choose_pemisah_survei, find_kepala
from kinerja.survei.kolom import explain_asing, find_kolom
from kinerja.survei.pilihan import Minta
from kinerja.tabel.anak import call
from kinerja.tabel.panjang import find_jenis_panjang
from kinerja.tabel.petak import TERDALAM, decode_csv
from kinerja.tabel.pintu import JenisBerkas, is_utf_16, look_awal, read_bita

_HITUNG = "kinerja.survei.hitung:"


class TotalSurvei(NamedTuple):
    """The answers of one group: sum and number per unsur of those on the scale, and rows that hold any other.

    Attributes:
        kunci: code of the kecamatan, or what the grouping column holds; empty where it is blank.
    """

    kunci: str
    responden: int
    jumlah: tuple[int, ...]
    terisi: tuple[int, ...]
    salah: int


@dataclass(frozen=True, slots=True)
class JawabanSalah:
    """An answer that is not on the scale: in which group and unsur, what it says, how often."""

    kunci: str
    unsur: str
    jawaban: str
    banyak: int


class HitunganSurvei(NamedTuple):
    """What was added up: all groups by key, the wrong answers, and what the reader should be told.

    Attributes:
        salah: the first kinds of wrong answers; there may be more than can be named.
        macam_salah: all kinds of them.
        banyak_salah: all wrong answers.
    """

    total: tuple[TotalSurvei, ...]
    salah: tuple[JawabanSalah, ...]
    macam_salah: int
    banyak_salah: int
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveiWilayah:
    """The unsur, and by group what was added up; the other attributes as in `HitunganSurvei`."""

    unsur: tuple[str, ...]
    total: tuple[TotalSurvei, ...]
    salah: tuple[JawabanSalah, ...]
    macam_salah: int
    banyak_salah: int
    catatan: tuple[str, ...]

    def seems_longer(self, *, pada: date) -> bool:
        """Whether so many answers lie just beyond the scale that the form must have had another."""
        skala = get_skala(pada=pada)
        lebih = sum(s.banyak for s in self.salah if (n := get_bulat(s.jawaban)) and skala[-1] < n <= TERTINGGI)
        return is_skala_lain(lebih, self.banyak_salah + sum(sum(total.terisi) for total in self.total))


def read_survei_wilayah(path: Path, per: str = "kecamatan", minta: Minta = (), *, pada: date) -> SurveiWilayah:
    """Total the answers in a csv or parquet file by the column `per`, by the regulation in force on `pada`.

    Args:
        minta: unsur and titles of columns that the user names.

    Raises:
        DataError: whatever cannot be used, with the file and the column.
        MasukanError: an unsur in `minta` that is not known or is there twice.
    """
    jenis, bita = find_jenis_panjang(path)
    judul, nama_polars, luas = call(f"{_HITUNG}read_judul", path, jenis, tempat=path.name, bita=bita)
    if jenis is not JenisBerkas.PARQUET:
        _check_kepala(decode_awal(path), path.name, minta, pada)
    letak = _find_kunci(judul, per, path.name)
    kunci = nama_polars[letak]
    kolom = find_kolom([[None if k == letak else x for k, x in enumerate(judul)]], path.name, minta, pada=pada)
    sah = get_skala(pada=pada)
    if not kolom.letak:
        raise DataError(
            "Tidak ada kolom jawaban.", tempat=path.name, saran="Beri judul U1 sampai U9, atau nama unsurnya."
        )
    jawaban = {nama_polars[k]: nama for k, nama in zip(kolom.letak, kolom.nama, strict=True)}
    skala = sah[0], sah[-1]
    argumen = path, jenis, luas, kunci, jawaban, skala
    hasil: HitunganSurvei = call(f"{_HITUNG}count_jawaban", *argumen, tempat=path.name, bita=bita)
    if not hasil.total:
        raise DataError("Tidak ada jawaban.", tempat=path.name, saran="Isi jawaban sedikitnya satu responden.")
    catatan = (*kolom.catatan, *explain_asing(list(kolom.list_asing().values())), *hasil.catatan)
    return SurveiWilayah(kolom.nama, hasil.total, hasil.salah, hasil.macam_salah, hasil.banyak_salah, catatan)


def decode_awal(path: Path) -> str:
    """The first lines of a text file, whole.

    Raises:
        DataError: it is not text.
    """
    awal, _ = look_awal(path)
    if is_utf_16(awal):
        return decode_csv(read_bita(path), path.name)
    return decode_csv(awal.rpartition(b"\n")[0] or awal, path.name)


def _check_kepala(teks: str, tempat: str, minta: Minta, pada: date) -> None:
    """Refuse titles that do not stand in the first row and there only: a million rows are read from there on."""
    pemisah = choose_pemisah_survei(teks, minta, pada=pada)
    awal = list(islice(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah), TERDALAM))
    kepala = find_kepala(awal, minta, pada=pada)
    if kepala and kepala.akhir > 1:
        dua = f"baris {kepala.awal} sampai {kepala.akhir}" if kepala.awal < kepala.akhir else f"baris {kepala.akhir}"
        raise DataError(
            f"Dengan --per judul kolom harus di baris pertama; di sini judulnya di {dua}.",
            tempat=tempat,
            saran="Di berkasnya, hapus baris lain di atas jawaban, sehingga tinggal satu baris judul.",
        )


def _find_kunci(nama: Sequence[str], per: str, tempat: str) -> int:
    """The column with the groups, from 0."""
    cocok = [
        k for k, n in enumerate(nama) if normalize_judul(n) in {normalize_judul(per), f"kode {normalize_judul(per)}"}
    ]
    if not cocok:
        raise DataError(
            f"Kolom {per!r} tidak ada.",
            tempat=tempat,
            saran="Pakai --per dengan salah satu judul di baris pertama:",
            rincian=list_pilihan(nama),
        )
    return cocok[0]
