"""The law of evidence: another role for a row takes the all-clear away, in every row of every case that has one.

A leaf is called a total, a total is given the code of a programme, a coded row moves to another programme. Only rows
that state nothing (zero) may change their role without a word.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.anggaran.atas import find_induk
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.rakit import list_daun
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.banding import Rekonsiliasi, reconcile
from kinerja.errors import DataError
from kinerja.temuan import Tingkat
from tests.alat.sampel import choose_banyak
from tests.berkas_anggaran import write_csv, write_xlsx
from tests.test_kasus_rekonsiliasi import FOLDER, read_harap

MAKS_BARIS = choose_banyak(2, 4)
"""Rows of each role that are tried in a case."""
KELOMPOK = 4
"""The cases run in this many parts, more than sixty in all."""
LAIN = "7.01.97"
"""A programme that no case has."""


def is_aman(hasil: Rekonsiliasi) -> bool:
    return all(t.tingkat is Tingkat.INFO for t in hasil.temuan)


@dataclass(frozen=True)
class Kasus:
    """A case of two tables without options that is rightly all clear."""

    folder: Path
    pk: Path
    dpa: Path
    tabel: TabelAnggaran


def list_calon() -> list[tuple[Path, Path, Path]]:
    """Cases of two tables without options: folder, agreement, DPA. Which are all clear is seen when they are read."""
    hasil = []
    for harap in sorted(p for f in FOLDER for p in f.glob("*/harap.toml")):
        perintah = read_harap(harap.parent)["perintah"]
        pk, dpa = (harap.parent / perintah[perintah.index(o) + 1] for o in ("--perjanjian", "--dpa"))
        if len(perintah) == 4 and pk != dpa and dpa.is_file():
            hasil.append((harap.parent, pk, dpa))
    return hasil


def list_kasus(bagian: int) -> Iterator[Kasus]:
    for folder, pk, dpa in list_calon()[bagian::KELOMPOK]:
        try:
            if is_aman(reconcile(pk, dpa)):
                yield Kasus(folder, pk, dpa, read_anggaran(dpa, "dpa"))
        except DataError:
            continue


def read_petak(path: Path, lembar: str) -> list[list[Any]]:
    if path.suffix == ".csv":
        teks = path.read_text(encoding="utf-8-sig").splitlines()
        return [list(b) for b in csv.reader(teks, csv.Sniffer().sniff(teks[0], ",;\t|"))]
    return [list(b) for b in openpyxl.load_workbook(path)[lembar].iter_rows(values_only=True)]


def change(kasus: Kasus, baris: int, kode: str | None, nama: str | None, tmp: Path) -> bool | None:
    """Whether the case is still all clear with another code and name in a row; None where the row cannot be changed."""
    bagian = kasus.tabel.bagian[0]
    petak = read_petak(kasus.dpa, bagian.lembar)
    judul = dict(bagian.pemetaan)
    kepala = next((b for b in petak if judul.get("kode") in [str(s or "").strip() for s in b]), None)
    if kepala is None or "kode" not in judul or "nama" not in judul:
        return None
    k, n = (next(i for i, s in enumerate(kepala) if str(s or "").strip() == judul[m]) for m in ("kode", "nama"))
    satu = petak[baris - 1] = [*petak[baris - 1], *[None] * len(kepala)][: max(len(kepala), len(petak[baris - 1]))]
    if (k + 1 < len(kepala) and kepala[k + 1] is None) or len([s for s in kepala if s == judul["kode"]]) > 1:
        return None  # a code in several cells
    satu[k] = kode if kode is not None else satu[k]
    satu[n] = nama if nama is not None else satu[n]
    if kode == "":
        satu[k] = None if kasus.dpa.suffix != ".csv" else ""
    path = tmp / f"dpa{kasus.dpa.suffix}"
    (write_csv if kasus.dpa.suffix == ".csv" else write_xlsx)(path, petak)
    try:
        return is_aman(reconcile(kasus.pk, path))
    except DataError:
        return False


def list_atas(kode: str | None, tercatat: dict[str, int]) -> list[int | None]:
    """What the rows above a code state."""
    hasil: list[int | None] = []
    atas = find_induk(kode) if kode else None
    while atas is not None:
        hasil.append(tercatat.get(atas))
        atas = find_induk(atas)
    return hasil


def list_ubah(kasus: Kasus) -> list[tuple[int, str, str | None]]:
    """Rows with the code and the name that give them another role."""
    isi = kasus.tabel.isi.filter(kasus.tabel.isi["sen"].fill_null(0) != 0)["baris"].to_list()
    tercatat = dict(kasus.tabel.isi.select("kode", "sen").iter_rows())
    kode = dict(kasus.tabel.isi.select("baris", "kode").iter_rows())
    daun = [b for b, sen in list_daun(kasus.tabel.isi) if sen and sen not in list_atas(kode[b], tercatat)]
    total = kasus.tabel.total.filter(kasus.tabel.total["sen"].fill_null(0) != 0)["baris"].to_list()
    # A parent called a total still equals what is below it, and an only child what is above: the figures allow both.
    ubah: list[tuple[int, str, str | None]] = [(b, "", "Jumlah") for b in daun[:MAKS_BARIS]]
    ubah += [(b, LAIN, None) for b in isi[-MAKS_BARIS:]]
    return ubah + [(b, LAIN, "PROGRAM LAIN SAMA SEKALI") for b in total[:MAKS_BARIS]]


@pytest.mark.parametrize("bagian", range(KELOMPOK))
def test_peran_lain_bagi_sebuah_baris_menghapus_pernyataan_aman(bagian: int, tmp_path: Path) -> None:
    semua = list(list_kasus(bagian))
    aman = [(k.folder.name, *satu) for k in semua for satu in list_ubah(k) if change(k, *satu, tmp_path)]

    assert aman == []
    assert len(semua) > 60 // KELOMPOK
    assert sum(Decimal(int(k.tabel.isi["sen"].sum())) for k in semua) > 0
