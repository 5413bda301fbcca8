"""Validation of input blocks: what may be typed, the prompt, and the sentence when it is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import structs

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

    Limits by row are numbers, one validation for each that there is: a limit that is read from the cell beside it is
    lost on phones, and on all that goes through ExcelJS.

    Raises:
        DataError: a prompt or title too long, limits swapped, or a bad character.
    """
    menurut_batas: dict[float | None, list[Kotak]] = {}
    for batas, b, k, b_akhir, k_akhir in _open_areas(blok):
        kotak = (blok.baris + b, blok.kolom + k, blok.baris + b_akhir, blok.kolom + k_akhir)
        menurut_batas.setdefault(batas, []).append(kotak)
    for batas, (awal, *lain) in menurut_batas.items():
        aturan = blok.aturan if batas is None else _limit(blok.aturan, batas)
        if xlsx.data_validation(*awal, _options(aturan, awal) | {"other_cells": lain}):
            raise DataError("Aturan isian di luar lembar.")
    if menurut_batas and blok.aturan.di_kepala:
        kepala = {"validate": "any", **_prompt(blok.aturan)}
        xlsx.data_validation(blok.baris - 1, blok.kolom, blok.baris - 1, blok.kolom + blok.lebar - 1, kepala)


def _prompt(aturan: Aturan) -> dict[str, object]:
    return {
        "input_title": check_text(aturan.judul, maks=_MAKS_JUDUL),
        "input_message": check_text(aturan.petunjuk, maks=_MAKS_PETUNJUK),
    }


def _limit(aturan: Aturan, batas: float) -> Aturan:
    """The rule of the rows that have this upper limit."""
    petunjuk = aturan.petunjuk.replace("{atas}", _indonesian(_plain(batas)))
    return structs.replace(aturan, atas=batas, petunjuk=petunjuk)


def _options(aturan: Aturan, kotak: Kotak) -> dict[str, object]:
    opsi: dict[str, object] = {
        "validate": _JENIS[aturan.jenis],
        **({} if aturan.di_kepala else _prompt(aturan)),
        "error_title": "Isian tidak sesuai",
        "error_message": explain(aturan),
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


def explain(aturan: Aturan) -> str:
    """The sentence that refuses what a rule does not allow."""
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


def _open_areas(blok: Blok) -> Iterator[tuple[float | None, int, int, int, int]]:
    """Limit and rectangle of unlocked cells inside the block: runs in a row, joined downwards while they stay alike."""
    pola = [(blok.batas[b] if blok.batas else None, _open_runs(blok, b)) for b in range(blok.tinggi)]
    awal = 0
    for (batas, runtun), sama in groupby(pola):
        akhir = awal + len(list(sama)) - 1
        yield from ((batas, awal, k, akhir, k_akhir) for k, k_akhir in runtun)
        awal = akhir + 1


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
