"""Cases of published agreements in tests/kasus/perjanjian: the data set, what was realised, and what must come of it.

Each folder holds `data.toml`, a data set as `kinerja buat --data` reads it, and `harap.toml`:

sumber, bukti    the document with its place and year; how strong the evidence is: T printed in a document or quotation
                 that could be read, S copied by others from an official document, D a dashboard
soal             what is easily got wrong
dilengkapi       everything in the case that the document does not say
sebutan, banyak_desa
                 what villages are called there; how many the data set names
jumlah           sum of the programmes as printed; empty while one has no budget
rerata, serapan, serapan_tercetak
                 mean capaian, total absorption in our decimals and as published; only where they are published
temuan           findings of the checks, in their order: code, gravity, words of the message
[[indikator]]    in their order; missing means blank. `dokumen` the target as the document prints it, `cetak` as our
                 pages do, `triwulan` those of the quarters, `realisasi` the year's, `tercetak` the published result
                 (per cent, or Tercapai / Belum Tercapai), `capaian` and `capaian_triwulan` ours, `kategori`,
                 `keterangan`; `sebab` says why published result and capaian differ, and is only there when they do
[[anggaran]]     in their order: `cetak`, `tercetak` (absorption as published), `serapan`, `sisa`, `keadaan`
[isi]            what is typed into the workbook, by block; "" is blank, and answers of a survey are given by their sum
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Matriks
from tests.alat.program import AKAR

FOLDER = AKAR / "tests" / "kasus" / "perjanjian"
UNSUR = 9
WAJIB = {"sumber", "bukti", "soal", "dilengkapi", "sebutan", "banyak_desa", "jumlah", "temuan", "indikator"}
BOLEH = WAJIB | {"rerata", "serapan", "serapan_tercetak", "anggaran", "isi"}
TERBIT = {"dokumen", "tercetak", "sebab"}
KUNCI = {
    "indikator": TERBIT | {"cetak", "triwulan", "realisasi", "capaian", "capaian_triwulan", "kategori", "keterangan"},
    "anggaran": {"cetak", "tercetak", "serapan", "sisa", "keadaan"},
}
STATUS = ("Tercapai", "Belum Tercapai")


@dataclass(frozen=True, slots=True)
class Kasus:
    """One case.

    Attributes:
        data: rows of each table as the data set has them; `umum` has one.
        pk: its agreement.
    """

    folder: Path
    harap: Mapping[str, Any]
    data: Mapping[str, list[dict[str, Any]]]
    pk: PerjanjianKinerja

    @property
    def indikator(self) -> list[dict[str, Any]]:
        """What is expected of each indikator."""
        hasil: list[dict[str, Any]] = self.harap["indikator"]
        return hasil

    @property
    def anggaran(self) -> list[dict[str, Any]]:
        """What is expected of each programme; nothing where no budget is known."""
        hasil: list[dict[str, Any]] = self.harap.get("anggaran", [])
        return hasil

    @property
    def isi(self) -> dict[str, Matriks]:
        """What is typed, by block."""
        return {nama: _make_matriks(isi) for nama, isi in self.harap.get("isi", {}).items()}


def list_nama() -> list[str]:
    """The cases by the names of their folders."""
    return sorted(path.name for path in FOLDER.iterdir())


@cache
def read_kasus(nama: str) -> Kasus:
    """A case; unknown and missing keys are errors, so that a slip of the pen is not a pass."""
    folder = FOLDER / nama
    harap = tomllib.loads((folder / "harap.toml").read_text("utf-8"))
    salah = (harap.keys() - BOLEH) | (WAJIB - harap.keys())
    for tabel, kunci in KUNCI.items():
        salah |= {k for satu in harap.get(tabel, []) for k in satu.keys() - kunci}
    assert not salah, f"{nama}/harap.toml: kunci tidak dikenal atau tidak ada: {', '.join(sorted(salah))}"
    data = tomllib.loads((folder / "data.toml").read_text("utf-8"))
    (pk,) = read_induk(folder / "data.toml")
    return Kasus(folder, harap, {**data, "umum": [data["umum"]]}, pk)


def _make_matriks(isi: Any) -> Matriks:
    if isinstance(isi, dict):
        return _spread(**isi)
    return tuple(tuple(None if x == "" else x for x in baris) for baris in isi)


def _spread(responden: int, jumlah: int) -> Matriks:
    """Answers of so many respondents that sum to `jumlah`, in two neighbouring figures."""
    dasar, lebih = divmod(jumlah, responden * UNSUR)
    semua = [dasar + (n < lebih) for n in range(responden * UNSUR)]
    return tuple(tuple(semua[n : n + UNSUR]) for n in range(0, len(semua), UNSUR))


def read_tertulis(teks: str) -> Decimal:
    """A number as documents write it: `24.738,28`, `84.00`, `1091,43`.

    >>> [str(read_tertulis(x)) for x in ("24.738,28", "84.00", "-24,65", "2.006.320.505")]
    ['24738.28', '84.00', '-24.65', '2006320505']
    """
    if "," in teks or re.search(r"\.[0-9]{3}(\.|$)", teks):
        teks = teks.replace(".", "").replace(",", ".")
    return Decimal(teks)


def list_tertulis(teks: str) -> list[Decimal]:
    """The numbers in a target."""
    return [read_tertulis(x) for x in re.findall(r"[0-9](?:[0-9.,]*[0-9])?", teks)]


def agree(terbit: str, hitungan: str) -> bool:
    """Whether a published result says the same as a capaian, in the decimals that it was published with.

    >>> agree("107", "107,14"), agree("113", "102,22"), agree("Tercapai", "99,00")
    (True, False, False)
    """
    capaian = read_tertulis(hitungan)
    if terbit in STATUS:
        return (capaian >= 100) == (terbit == STATUS[0])
    tercetak = read_tertulis(terbit)
    return tercetak == capaian.quantize(tercetak, ROUND_HALF_UP)


def split_kata(teks: str) -> Iterator[str]:
    """The words of a text, cut where a program may break a line as well: after a hyphen and after a slash.

    >>> list(split_kata("PBPB-Batam desa / kelurahan"))
    ['PBPB-', 'Batam', 'desa', '/', 'kelurahan']
    """
    yield from re.findall(r"[^\s/-]+[/-]?|[/-]", teks)
