"""Advices about rows of a data set: what brings each up, the row after it was followed, what it says then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja.perjanjian.model import PerjanjianKinerja
from tests.alat.saran import expect_saran
from tests.berkas_induk import Data, added, changed, read_xlsx, small

Baca = Callable[[PerjanjianKinerja], object]


@dataclass(frozen=True, slots=True)
class Kasus:
    """An advice, the data that bring it up, the same after it was followed, and what the agreement says then."""

    saran: str
    salah: Data
    betul: Data
    baca: Baca
    harap: object


def with_baris(tabel: str, *baris: Mapping[str, object], **lain: object) -> Data:
    """The least data with these rows behind those of a table, and these values in its first row."""
    data = small()
    if lain:
        data[tabel][0].update(lain)
    data.setdefault(tabel, []).extend(dict(b) for b in baris)
    return data


def with_jenis(**isi: object) -> Data:
    """The least data with one more indikator."""
    return added("indikator", sasaran="Dua", indikator="Lain", satuan="nilai", **isi)


def change(tempat: str, saran: str, lama: object, baru: object, baca: Baca, harap: object) -> Kasus:
    """One cell typed otherwise; its place is table, row from 0, column: `program.0.anggaran`."""
    tabel, baris, kunci = tempat.split(".")
    salah, betul = (changed(tabel, int(baris), **{kunci: isi}) for isi in (lama, baru))
    return Kasus(saran, salah, betul, baca, harap)


def check_saran(kasus: Kasus, folder: Path) -> None:
    """The advice is given, and followed it leads to what was meant."""
    with expect_saran(kasus.saran):
        read_xlsx(folder, kasus.salah)

    assert kasus.harap == kasus.baca(read_xlsx(folder, kasus.betul)[0])
