"""The recap for other programs: as JSON with all its parts, and as CSV with a line an indikator and quarter.

Numbers are exact as far as decimals can write them; of thirds there are 15 digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import MasukanError
from kinerja.kumpul.data import to_dict
from kinerja.kumpul.tabel_csv import write_tabel_csv
from kinerja.perjanjian.hasil import TRIWULAN, Angka, HasilBuku, HasilIndikator
from kinerja.perjanjian.rekap import BarisRekap, Rekap

SETAHUN = "setahun"
"""What stands under `triwulan` in the line of the year."""
KOLOM = (
    "kode", "kecamatan", "kabkota", "status", "nomor", "sasaran", "indikator", "satuan", "arah", "triwulan", "target",
    "realisasi", "predikat", "capaian", "kategori", "keterangan", "kendala", "tindak_lanjut", "bukti_dukung",
)  # fmt: skip


def to_json(rekap: Rekap) -> dict[str, Any]:
    """The recap as plain data: numbers, texts, None, lists and dicts, in the words of its fields.

    A figure that is not there is None; `hasil` is None where nothing came or nothing could be computed.
    """
    return {
        "tahun": rekap.tahun,
        "jenis": rekap.jenis,
        "hari": rekap.hari.isoformat(),
        "sampai": rekap.sampai,
        "kecamatan": [_to_dict(b) for b in rekap.baris],
    }


def write_csv(rekap: Rekap) -> bytes:
    """The lines of the recap: the year of each indikator, then its quarters; one line for a kecamatan without any."""
    return write_tabel_csv(KOLOM, _list_kecamatan(rekap))


def _list_kecamatan(rekap: Rekap) -> Iterator[list[str]]:
    for b in rekap.baris:
        depan = [b.kode, b.kecamatan, b.kabkota, str(b.status)]
        ada = False
        for baris in _list_baris(b.hasil):
            yield [*depan, *baris]
            ada = True
        if not ada:
            yield [*depan, *[""] * (len(KOLOM) - len(depan))]


def _list_baris(hasil: HasilBuku | None) -> Iterator[list[str]]:
    """The lines of one workbook, from the column `nomor` on."""
    for i in hasil.indikator if hasil else ():
        milik = [str(i.nomor), i.sasaran, i.nama, i.satuan, i.arah]
        tahun = (i.target, i.realisasi, i.predikat, i.capaian, i.kategori, i.keterangan)
        catatan = (i.kendala, i.tindak_lanjut, i.bukti_dukung)
        yield [*milik, SETAHUN, *map(_write, (*tahun, *catatan))]
        yield from ([*milik, *baris] for baris in _list_triwulan(i))


def _list_triwulan(i: HasilIndikator) -> Iterator[list[str]]:
    for tw, t in zip(TRIWULAN, i.triwulan, strict=True):
        isi = (t.target, t.realisasi, "", t.capaian, t.kategori, "", t.kendala, t.tindak_lanjut, t.bukti_dukung)
        yield [tw, *map(_write, isi)]


def _write(nilai: Angka | str | None) -> str:
    """A figure or a text for a cell of the file.

    >>> from fractions import Fraction
    >>> _write(Fraction(-1, 4)), _write(Fraction(1, 3)), _write("WTP"), _write(None)
    ('-0,25', '0,333333333333333', 'WTP', '')
    """
    if nilai is None:
        return ""
    return nilai if isinstance(nilai, str) else write_angka(_shorten(nilai))


def _shorten(nilai: Angka) -> Angka | float:
    """A number that decimals can write."""
    try:
        to_decimal(nilai)
    except MasukanError:
        return float(nilai)
    return nilai


def _to_dict(b: BarisRekap) -> dict[str, Any]:
    return {
        "kode": b.kode,
        "kecamatan": b.kecamatan,
        "kabkota": b.kabkota,
        "status": str(b.status),
        "berkas": b.berkas,
        "waktu": b.waktu,
        "hasil": None if b.hasil is None else _describe(b.hasil),
        "temuan": [t.to_dict() for t in b.temuan],
    }


def _describe(h: HasilBuku) -> dict[str, Any]:
    """What a workbook comes to, as collecting tells it; its names hold the same once more, and are left out."""
    return {f.name: to_dict(getattr(h, f.name)) for f in fields(h) if f.name != "nama"}
