"""Titles that name an amount and something else too, as `Pagu Setelah Efisiensi 50%`: their figures say which it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja.anggaran.arti import Ciri, fold_judul, read_ciri
from kinerja.anggaran.sel_uang import is_uang
from kinerja.errors import DataError
from kinerja.judul import is_kosong

Baris = Sequence[Sequence[object]]
SELISIH = frozenset(["sisa", "selisih", "bertambah", "berkurang", "lebih", "kurang"])
"""Words of titles of differences: no budget whatever it comes to, so that such a column is named where it is none."""
PENANDA = frozenset(["kode", "kd", "no", "nomor", "id", "harga", "sumber"])
"""First words of a title that say what stands below it; behind an amount they belong to its description."""
BERSAMA_PAJAK = frozenset(["setelah", "sesudah", "termasuk", "dengan", "tanpa", "sebelum"])
"""Beside the name of a tax: the amount with or without it, not the tax itself."""
_PERSEN = frozenset(["persen", "persentase", "prosentase"])
_CONTOH = 200
_SERATUS = 100
_KALI = 1_000
"""A count beside money is smaller by at least this factor."""


def read_ragu(
    petak: Baris, awal: int, bagian: Mapping[int, tuple[str, ...]], ciri: Mapping[int, Ciri]
) -> dict[int, Ciri]:
    """Columns whose titles alone leave a doubt, and which hold money.

    Args:
        awal: row from 0 where the data begins.
        bagian: cells of the header by column.
        ciri: the columns of amounts that are beyond doubt.

    >>> judul = {1: ("Pagu",), 2: ("Pagu (20%)",), 3: ("Pagu (%)",)}
    >>> petak = [["Kode", "Pagu", "Pagu (20%)", "Pagu (%)"], ["7.01.01", 5_000_000, 1_000_000, 20]]
    >>> list(read_ragu(petak, 1, judul, {1: read_ciri(("Pagu",))}))
    [2]
    """
    calon = {k: c for k, b in bagian.items() if k not in ciri and (c := _read_calon(b)) is not None}
    if not calon:
        return {}
    isi = {k: _list_besar(petak, awal, k) for k in (*calon, *ciri)}
    terbesar = max((max(satu, default=0) for satu in isi.values()), default=0)
    return {k: c for k, c in calon.items() if _is_beruang(isi[k]) and max(isi[k]) * _KALI > terbesar}


def refuse_persen(petak: Baris, awal: int, judul: Mapping[int, str], kolom: Sequence[int]) -> None:
    """A column that somebody names as money, and that holds per cent.

    Raises:
        DataError: with the title of the first.
    """
    for k in kolom:
        if set(fold_judul(judul[k]).split()) & _PERSEN and not _is_beruang(_list_besar(petak, awal, k)):
            raise DataError(
                f"Kolom {judul[k]!r} berisi persen, bukan rupiah.", saran="Sebutkan kolom yang berisi rupiah."
            )


def _read_calon(bagian: tuple[str, ...]) -> Ciri | None:
    """What the title says where money stands below it; None where it names no amount, or a difference, price or tax."""
    lipat = [fold_judul(b) for b in bagian]
    kata = " ".join(lipat).split()
    if not kata or kata[0] in PENANDA or set(kata) & SELISIH or (len(lipat) > 1 and lipat[-1] == "k"):
        return None
    c = read_ciri(bagian, beruang=True)
    if c is None or c.tersirat:
        return None
    if c.peran == "jumlah" and (not set(kata) & {"jumlah", "total", "nilai"} or _is_pajak(kata)):
        return None
    return replace(c, peran="realisasi") if "serapan" in kata else c


def _is_pajak(kata: Sequence[str]) -> bool:
    """The tax itself, not the amount after it."""
    return "ppn" in kata and not BERSAMA_PAJAK & set(kata)


def _is_beruang(isi: Sequence[float]) -> bool:
    """More than half of the figures are beyond any per cent."""
    return sum(n > _SERATUS for n in isi) * 2 > len(isi)


def _list_besar(petak: Baris, awal: int, kolom: int) -> list[float]:
    """How large the figures of a column are, zeros left out; nothing where most of its cells are words."""
    semua = (b[kolom] for b in petak[awal : awal + _CONTOH] if kolom < len(b))
    sel = [s for s in semua if not is_kosong(s) and s not in ("-", "–")]
    besar = [n for s in sel if (n := _read_besar(s)) is not None]
    return [n for n in besar if n] if len(besar) * 2 >= len(sel) else []


def _read_besar(sel: object) -> float | None:
    """The size of a figure however it is written; a single point or comma before three digits divides thousands."""
    if isinstance(sel, int | float | Decimal):
        return None if isinstance(sel, bool) else abs(float(sel))
    teks = str(sel).strip()
    if teks.endswith("%"):
        return 1.0
    if not is_uang(teks):
        return None
    angka = re.sub(r"[^0-9.,]", "", teks).strip(".,")
    utuh = re.sub(r"[.,](?:[0-9]{1,2}|[0-9]{4,})$", "", angka)
    return float(re.sub("[.,]", "", utuh) or 0)
