"""The recap for other programs: as JSON with all its parts, and as CSV with a line an indikator and quarter.

Numbers are exact as far as decimals can write them; of thirds there are 15 digits.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import MasukanError
from kinerja.perjanjian.hasil import TRIWULAN, Angka, HasilBuku, HasilIndikator
from kinerja.perjanjian.rekap import BarisRekap, Rekap

SETAHUN = "setahun"
"""What stands under `triwulan` in the line of the year."""
KOLOM = (
    "kode", "kecamatan", "kabkota", "status", "nomor", "sasaran", "indikator", "satuan", "arah", "triwulan", "target",
    "realisasi", "predikat", "capaian", "kategori", "keterangan", "kendala", "tindak_lanjut", "bukti_dukung",
)  # fmt: skip
_RUMUS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""


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
    """The lines of the recap: the year of each indikator, then its quarters; one line for a kecamatan without any.

    As spreadsheets here open it: UTF-8 with its mark, semicolons, decimal commas. A text that would be a formula has an
    apostrophe in front.
    """
    teks = io.StringIO(newline="")
    tulis = csv.writer(teks, delimiter=";")
    tulis.writerow(KOLOM)
    for b in rekap.baris:
        depan = [_guard(x) for x in (b.kode, b.kecamatan, b.kabkota, str(b.status))]
        ada = False
        for baris in _list_baris(b.hasil):
            tulis.writerow([*depan, *baris])
            ada = True
        if not ada:
            tulis.writerow([*depan, *[""] * (len(KOLOM) - len(depan))])
    return teks.getvalue().encode("utf-8-sig")


def _list_baris(hasil: HasilBuku | None) -> Iterator[list[str]]:
    """The lines of one workbook, from the column `nomor` on."""
    for i in hasil.indikator if hasil else ():
        milik = [str(i.nomor), *(_guard(x) for x in (i.sasaran, i.nama, i.satuan, i.arah))]
        tahun = (i.target, i.realisasi, i.predikat, i.capaian, i.kategori, i.keterangan, "", "", "")
        yield [*milik, SETAHUN, *map(_write, tahun)]
        yield from ([*milik, *baris] for baris in _list_triwulan(i))


def _list_triwulan(i: HasilIndikator) -> Iterator[list[str]]:
    for tw, t in zip(TRIWULAN, i.triwulan, strict=True):
        isi = (t.target, t.realisasi, "", t.capaian, t.kategori, "", t.kendala, t.tindak_lanjut, t.bukti_dukung)
        yield [tw, *map(_write, isi)]


def _write(nilai: Angka | str | None) -> str:
    """A figure or a text for a cell of the file.

    >>> _write(Fraction(-1, 4)), _write(Fraction(1, 3)), _write("-1"), _write(None)
    ('-0,25', '0,333333333333333', "'-1", '')
    """
    if nilai is None:
        return ""
    return _guard(nilai) if isinstance(nilai, str) else write_angka(_shorten(nilai))


def _guard(teks: str) -> str:
    return f"'{teks}" if teks.startswith(_RUMUS) else teks


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
    """What a workbook comes to; its names `hasil_…` hold the same once more, and are left out."""
    bagian: dict[str, Any] = {
        n: [asdict(x) for x in getattr(h, n)] for n in ("indikator", "program", "skm", "sakip", "cek")
    }
    return {kunci: _plain(satu) for kunci, satu in {**bagian, "rerata": h.rerata}.items()}


def _plain(nilai: Any) -> Any:
    """Fractions as numbers that JSON has, tuples as lists.

    >>> _plain({"a": (Fraction(1, 4), Fraction(4, 2), None)})
    {'a': [0.25, 2, None]}
    """
    if isinstance(nilai, dict):
        return {kunci: _plain(satu) for kunci, satu in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_plain(satu) for satu in nilai]
    if isinstance(nilai, Fraction):
        return nilai.numerator if nilai.denominator == 1 else float(nilai)
    return nilai
