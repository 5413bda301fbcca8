"""Validation of input blocks: what may be typed, the prompt, and the sentence when it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.alamat import Kotak
from kinerja.bilangan import DESIMAL_SEN
from kinerja.errors import DataError
from kinerja.workbook.ekspresi import sel
from kinerja.workbook.fungsi import AND, ISNUMBER, ROUND
from kinerja.workbook.layout import Aturan, Blok
from kinerja.workbook.teks import check_text
from kinerja.workbook.xlsx import LembarXlsx

_JENIS = {"bulat": "integer", "desimal": "decimal", "rupiah": "custom", "teks": "length", "pilihan": "list"}
_MAKS_JUDUL = 32
_MAKS_PETUNJUK = 255


def set_validation(xlsx: LembarXlsx, blok: Blok) -> None:
    """Validate the unlocked cells of a block; a prompt on a locked cell would invite to what is refused.

    Raises:
        DataError: a prompt or title too long, limits swapped, or a bad character.
    """
    kotak = [
        (blok.baris + b, blok.kolom + k, blok.baris + b_akhir, blok.kolom + k_akhir)
        for b, k, b_akhir, k_akhir in _open_areas(blok)
    ]
    if kotak and xlsx.data_validation(*kotak[0], _options(blok.aturan, kotak[0]) | {"other_cells": kotak[1:]}):
        raise DataError("Aturan isian di luar lembar.")
    if kotak and blok.aturan.di_kepala:
        kepala = {"validate": "any", **_prompt(blok.aturan)}
        xlsx.data_validation(blok.baris - 1, blok.kolom, blok.baris - 1, blok.kolom + blok.lebar - 1, kepala)


def _prompt(aturan: Aturan) -> dict[str, object]:
    return {
        "input_title": check_text(aturan.judul, maks=_MAKS_JUDUL),
        "input_message": check_text(aturan.petunjuk, maks=_MAKS_PETUNJUK),
    }


def _options(aturan: Aturan, kotak: Kotak) -> dict[str, object]:
    opsi: dict[str, object] = {
        "validate": _JENIS[aturan.jenis],
        **({} if aturan.di_kepala else _prompt(aturan)),
        "error_title": "Isian tidak sesuai",
        "error_message": _explain(aturan),
        "error_type": "stop" if aturan.tegas else "warning",
    }
    if aturan.jenis == "pilihan":
        return opsi | {"source": f"={aturan.pilihan_dari}"}
    if aturan.atas_sel:
        return opsi | {"criteria": "between", "minimum": _plain(aturan.bawah), "maximum": f"={aturan.atas_sel}"}
    if aturan.bawah > aturan.atas:
        raise DataError(f"Batas bawah {aturan.bawah} melebihi batas atas {aturan.atas}.")
    if aturan.jenis == "rupiah":
        x = sel(*kotak[:2])
        sah = AND(ISNUMBER(x), x >= aturan.bawah, x <= aturan.atas, ROUND(x, DESIMAL_SEN) == x)
        return opsi | {"value": f"={sah.rumus}"}
    return opsi | {"criteria": "between", "minimum": _plain(aturan.bawah), "maximum": _plain(aturan.atas)}


def _explain(aturan: Aturan) -> str:
    bawah, atas = (_indonesian(_plain(batas)) for batas in (aturan.bawah, aturan.atas))
    if aturan.atas_sel:
        atas = "batas di sebelahnya"
    match aturan.jenis:
        case "bulat":
            aturan_kata = f"Ketik bilangan bulat dari {bawah} sampai {atas}."
        case "desimal":
            aturan_kata = f"Ketik angka dari {bawah} sampai {atas}."
        case "rupiah":
            aturan_kata = f"Ketik angka dari {bawah} sampai {atas}, paling banyak dua desimal."
        case "teks":
            aturan_kata = f"Ketik teks sepanjang {bawah} sampai {atas} karakter."
        case "pilihan":
            aturan_kata = "Pilih salah satu isi daftar."
    return aturan_kata if aturan.tegas else f"{aturan_kata} Yakin tetap memakai isian ini?"


def _plain(batas: float) -> int | float:
    """Whole limits without `.0` and without an exponent, so that the file holds 1000000000000, not 1e+12."""
    return int(batas) if batas == int(batas) else batas


def _indonesian(batas: int | float) -> str:
    """A limit with dots between thousands and a decimal comma.

    >>> _indonesian(1000000), _indonesian(0.5)
    ('1.000.000', '0,5')
    """
    return f"{batas:,}".translate(str.maketrans(",.", ".,"))


def _open_areas(blok: Blok) -> Iterator[Kotak]:
    """Rectangles of unlocked cells inside the block: runs in a row, joined downwards while they stay the same."""
    awal, pola = 0, _open_runs(blok, 0)
    for b in range(1, blok.tinggi + 1):
        baru = _open_runs(blok, b) if b < blok.tinggi else None
        if baru != pola:
            yield from ((awal, k, b - 1, k_akhir) for k, k_akhir in pola)
            awal, pola = b, baru or []


def _open_runs(blok: Blok, b: int) -> list[tuple[int, int]]:
    runtun: list[tuple[int, int]] = []
    for k in range(blok.lebar):
        if (b, k) in blok.terkunci:
            continue
        if runtun and runtun[-1][1] == k - 1:
            runtun[-1] = (runtun[-1][0], k)
        else:
            runtun.append((k, k))
    return runtun
