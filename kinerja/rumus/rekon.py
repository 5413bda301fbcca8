"""Budgets side by side: the agreement, the DPA and the realisation, one row a code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kinerja.nomenklatur import normalize_kode
from kinerja.rumus.anggaran import compute_selisih

Anggaran: TypeAlias = tuple[str, str, Decimal | None]
"""One row of a source: kode as written, nama, amount in rupiah (None where none is given)."""


@dataclass(frozen=True, slots=True)
class BarisRekon:
    """One code in the sources; an amount is None where the source does not have it.

    Attributes:
        selisih: perjanjian - dpa; None unless both have an amount.
        status: `sama`, or what is wrong, several things separated by "; ".
    """

    kode: str
    nama: str
    perjanjian: Decimal | None
    dpa: Decimal | None
    realisasi: Decimal | None
    selisih: Decimal | None
    status: str


def compare_anggaran(
    perjanjian: Sequence[Anggaran], dpa: Sequence[Anggaran], realisasi: Sequence[Anggaran] = ()
) -> tuple[BarisRekon, ...]:
    """Match the sources by normalised code; rows in the order of the codes.

    A code that a source has twice keeps the sum of its rows, so that no amount gets lost, and its status says so.

    >>> baris = compare_anggaran([("07.01.06", "Desa", Decimal(21_540_000))], [("7.01.06", "", Decimal(0))])
    >>> [(b.kode, b.selisih, b.status) for b in baris]
    [('7.01.06', Decimal('21540000.00'), 'berbeda')]
    """
    sumber = {"perjanjian": _group(perjanjian), "DPA": _group(dpa), "realisasi": _group(realisasi)}
    semua = sorted(set().union(*sumber.values()))
    return tuple(_compare(kode, {nama: isi[kode] for nama, isi in sumber.items() if kode in isi}) for kode in semua)


def _group(baris: Sequence[Anggaran]) -> dict[str, list[Anggaran]]:
    hasil: dict[str, list[Anggaran]] = defaultdict(list)
    for satu in baris:
        hasil[normalize_kode(satu[0])].append(satu)
    return hasil


def _compare(kode: str, sumber: dict[str, list[Anggaran]]) -> BarisRekon:
    jumlah = {nama: _sum(baris) for nama, baris in sumber.items()}
    kiri, kanan, realisasi = jumlah.get("perjanjian"), jumlah.get("DPA"), jumlah.get("realisasi")
    pagu = kiri if kanan is None else kanan
    status = write_status(
        {nama: len(baris) for nama, baris in sumber.items()},
        [nama for nama, baris in sumber.items() if any(x[2] is None for x in baris)],
        beda=kiri is not None and kanan is not None and kiri != kanan,
        lebih=realisasi is not None and pagu is not None and realisasi > pagu,
    )
    return BarisRekon(
        kode=kode,
        nama=next((nama for baris in sumber.values() for _, nama, _ in baris if nama), ""),
        perjanjian=kiri,
        dpa=kanan,
        realisasi=realisasi,
        selisih=None if kiri is None or kanan is None else compute_selisih(kiri, kanan),
        status=status,
    )


def _sum(baris: list[Anggaran]) -> Decimal | None:
    """Exact total; None when no row has an amount."""
    isi = [jumlah for _, _, jumlah in baris if jumlah is not None]
    return sum(isi[1:], isi[0]) if isi else None


def write_status(banyak: Mapping[str, int], kosong: Iterable[str], *, beda: bool, lebih: bool) -> str:
    """What is wrong with one code, in words, or `sama`.

    Args:
        banyak: number of its rows by source: perjanjian, DPA, realisasi.
        kosong: sources in which an amount is blank.
        beda: perjanjian and DPA have different amounts.
        lebih: the realisation is above the ceiling.

    >>> write_status({"perjanjian": 1, "DPA": 2}, [], beda=True, lebih=False)
    'berbeda; kode ganda di DPA (2 baris)'
    """
    ada = [nama for nama in ("perjanjian", "DPA") if banyak.get(nama)]
    status = [f"hanya di {ada[0] if ada else 'realisasi'}"] if len(ada) < 2 else ["berbeda"] if beda else []
    status += [f"jumlah kosong di {nama}" for nama in kosong]
    status += [f"kode ganda di {nama} ({n} baris)" for nama, n in banyak.items() if n > 1]
    if lebih:
        status.append("realisasi melebihi pagu")
    return "; ".join(status) or "sama"
