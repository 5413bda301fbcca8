"""Batches to issue in tests: few kecamatan, made quickly, from a fixed day and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.terbit.pembuatan import BukuJadi, OpsiTerbit
from kinerja.terbit.penerbitan import Asal, StatusTerbit, Terbit, Tujuan, issue_workbooks
from tests.contoh import make_medan

ASAL = Asal("contoh.toml", "ab" * 32, datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC))
LAIN = OpsiTerbit(responden=7)
"""Options that give other workbooks."""


def buat_perjanjian(banyak: int, nama: str = "Uji Satu") -> list[PerjanjianKinerja]:
    """Agreements of kecamatan 91.71.01 Uji Satu, 91.71.02 Uji Satu, ..."""
    pk = make_medan()
    return [replace(pk, kecamatan=replace(pk.kecamatan, kode=f"91.71.{n:02}", nama=nama)) for n in range(1, banyak + 1)]


def cetak(perjanjian: Iterable[PerjanjianKinerja], opsi: OpsiTerbit) -> Iterator[BukuJadi]:
    """A stand-in for the press: what was asked for, as text."""
    for pk in perjanjian:
        yield BukuJadi(pk, (), f"{pk.kecamatan.kode} {opsi.kertas} {opsi.responden} {opsi.kunci}".encode())


def nama(n: int) -> str:
    """Name of the workbook of the n-th kecamatan."""
    return f"91.71.{n:02}-uji-satu-perjanjian-kinerja-2024.xlsx"


def terbitkan(folder: Path, banyak: int = 3, opsi: OpsiTerbit | None = None) -> list[tuple[str, StatusTerbit]]:
    """Issue, and tell what became of each."""
    semua = buat_perjanjian(banyak)
    return [(t.path.name, t.status) for t in issue_workbooks(semua, Tujuan(folder), asal=ASAL, opsi=opsi, make=cetak)]


def terbit(folder: Path, opsi: OpsiTerbit | None = None, kecamatan: str = "Uji Satu") -> Terbit:
    """Issue a real workbook of one kecamatan."""
    opsi = opsi or OpsiTerbit(responden=3)
    (satu,) = issue_workbooks(buat_perjanjian(1, kecamatan), Tujuan(folder), asal=ASAL, opsi=opsi)
    return satu


def alasan(satu: Terbit) -> list[tuple[str, str]]:
    """For which files a workbook was refused, and why."""
    return [(s.path.name, s.alasan) for s in satu.sumbatan]
