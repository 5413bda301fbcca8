"""What is said of a choice of columns: which were read and which not, or the question which should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.alamat import column_letters
from kinerja.anggaran.arti import fold_judul
from kinerja.anggaran.baca.isi_uang import TAK_TERBACA, read_isi_kolom
from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.baca.kolom import BUKAN_ANGKA, SETELAH, Pilihan
from kinerja.anggaran.baca.kolom_asing import list_asing
from kinerja.anggaran.baca.sebutan import write_pilihan
from kinerja.anggaran.judul_ragu import SELISIH
from kinerja.anggaran.sumber import UANG, Peran
from kinerja.bilangan import write_sen
from kinerja.errors import DataError
from kinerja.tabel.sel import Petak

MAKS_PILIHAN = 6
"""Readings that are tried and told; nobody weighs more."""


@dataclass(frozen=True, slots=True)
class Bacaan:
    """Columns that were tried, and what the table comes to by them: total and first amount in sen."""

    kolom: tuple[int, ...]
    total: int | None = None
    pertama: int = 0


def refuse_pilihan(kepala: Kepala, peran: Peran, tempat: str, semua: Sequence[Bacaan]) -> DataError:
    """The question: titles, totals and first amounts, and for each that could be read the option to type."""
    rinci = [
        f"{kepala.name(b.kolom)} {write_sen(b.total)} (baris pertama {write_sen(b.pertama)})"
        if b.total is not None
        else kepala.name(b.kolom)
        for b in semua[:MAKS_PILIHAN]
    ]
    lagi = f"; dan {len(semua) - MAKS_PILIHAN} lagi" if len(semua) > MAKS_PILIHAN else ""
    opsi = [_write_opsi(kepala, peran, b.kolom) for b in semua[:MAKS_PILIHAN] if b.total is not None]
    return DataError(
        f"Beberapa kolom sama artinya: {'; '.join(rinci)}{lagi}.",
        tempat=tempat,
        saran=f"Sebutkan yang dipakai, contoh: {', atau '.join(opsi)}." if opsi else "Periksa kolom jumlahnya.",
    )


def name_sesudah(kepala: Kepala, peran: Peran, pilihan: Pilihan) -> str:
    """The option that reads the column after a change of the budget, where the one before it was read; else empty."""
    return next((_write_opsi(kepala, peran, [k]) for k, sebab in pilihan.lain if sebab == SETELAH), "")


def name_pilihan(petak: Petak, kepala: Kepala, pilihan: Pilihan, daun: Sequence[int]) -> str:
    """`dipakai 'Menjadi', Rp…; tidak dipakai 'Semula' Rp… (sebelum perubahan)`; empty where there was no choice.

    Args:
        daun: numbers from 1 of the rows whose amounts are added up.
    """

    def total(kolom: Sequence[int]) -> str:
        isi = [satu for k in kolom if (satu := read_isi_kolom(petak, kepala, k)) is not None]
        semua = [satu[b - kepala.baris - 1] or 0 for satu in isi for b in daun]
        terbaca = [n for n in semua if n != TAK_TERBACA]
        return write_sen(sum(terbaca)) + (" dan yang tidak terbaca" if len(terbaca) < len(semua) else "")

    asing = [(k, _name_sebab(kepala, k)) for k in list_asing(petak, kepala)]
    lain = [(k, sebab) for k, sebab in (*pilihan.lain, *asing) if sebab not in _DIAM]
    if not lain and len(pilihan.kolom) == 1:
        return ""
    kalimat = f"dipakai {kepala.name(pilihan.kolom)}, {total(pilihan.kolom)}"
    if lain:
        tidak = ", ".join(
            f"{_name(kepala, k)}{'' if sebab == BUKAN_ANGKA else ' ' + total([k])} ({sebab})" for k, sebab in lain
        )
        kalimat += f"; tidak dipakai {tidak}"
    return kalimat


_DIAM = frozenset(["tidak berisi jumlah", "sama isinya"])
"""Reasons that nobody needs to hear."""


def _name_sebab(kepala: Kepala, kolom: int) -> str:
    """Why a column of amounts that no role could mean was not read."""
    beda = set(fold_judul(kepala.judul.get(kolom, "")).split()) & SELISIH
    return "judulnya selisih, tetapi isinya bukan selisih dua kolom lain" if beda else "judulnya tidak dikenal"


def _name(kepala: Kepala, kolom: int) -> str:
    return repr(kepala.judul[kolom]) if kolom in kepala.judul else f"kolom {column_letters(kolom)}"


def _write_opsi(kepala: Kepala, peran: Peran, kolom: Sequence[int]) -> str:
    """`--kolom dpa.pagu="Anggaran Menjadi"`, once for each column."""
    kunci = UANG[peran] if peran == "realisasi" else f"{peran}.{UANG[peran]}"
    return " ".join(f"--kolom {kunci}={write_pilihan(kepala.judul, k)}" for k in kolom)
