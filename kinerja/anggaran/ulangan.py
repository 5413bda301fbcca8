"""One amount beside each account of a sub-kegiatan: repeated, or equal by chance; the figures alone cannot tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kinerja.anggaran.butir import BarisTabel
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.bilangan import write_sen
from kinerja.errors import DataError

BERULANG = frozenset(["akun", "rincian", "sumber dana"])
"""What an amount is repeated beside, so that equal amounts leave a doubt; units and months may well have equal ones."""
Sekode = Mapping[tuple[str, ...], Sequence[int]]
"""Numbers of the rows of one code, account left aside."""


def find_ulangan(butir: Sequence[Butir], baris: Sequence[BarisTabel]) -> Sekode:
    """All rows by code, where every code of several rows has one amount in all of them; else nothing."""
    kelompok = _group(butir, baris)
    banyak = [k for k in kelompok.values() if len(k) > 1]
    sama = banyak and all(len({butir[n].sen for n in k}) == 1 and butir[k[0]].sen for k in banyak)
    return kelompok if sama else {}


def refuse_ulangan(butir: Sequence[Butir], baris: Sequence[BarisTabel], kelompok: Sekode, tempat: str) -> DataError:
    """The question: one amount repeated, or equal amounts."""
    nomor = next(k for k in kelompok.values() if len(k) > 1)
    sekali = sum(butir[k[0]].sen or 0 for k in kelompok.values())
    semua = sum(butir[n].sen or 0 for k in kelompok.values() for n in k)
    kode = butir[nomor[0]].kode.partition(" ")[0]
    letak = ", ".join(str(baris[n].nomor) for n in nomor[:5])
    return DataError(
        f"Jumlah {write_sen(butir[nomor[0]].sen or 0)} sama di semua baris {kode} (baris {letak}): satu jumlah yang"
        f" diulang (semuanya {write_sen(sekali)}),"
        f" atau rincian yang sama besar (semuanya {write_sen(semua)})?",
        tempat=tempat,
        saran="Pakai ekspor dengan satu baris per sub-kegiatan, atau yang memuat kolom nilai rinciannya.",
    )


def _group(butir: Sequence[Butir], baris: Sequence[BarisTabel]) -> dict[tuple[str, ...], list[int]]:
    """Rows with an amount by kecamatan, code without its account, and sub-unit."""
    hasil: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, (b, s) in enumerate(zip(butir, baris, strict=True)):
        if b.kedudukan is Kedudukan.ISI and b.sen is not None and b.kode:
            hasil[b.pemilik, b.kode.partition(" ")[0], s.pembeda if " " in b.kode else ""].append(n)
    return hasil
