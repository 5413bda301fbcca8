"""Titles that name an amount and something else too, as `Pagu Setelah Efisiensi 50%`: their figures say which it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise, takewhile
from math import isfinite

from kinerja.anggaran.arti import Ciri, fold_judul, read_ciri, unite_ciri
from kinerja.anggaran.sel_uang import is_bertanda, is_tiada
from kinerja.errors import DataError

Baris = Sequence[Sequence[object]]
Angka = int | float | Decimal
SELISIH = frozenset(["sisa", "selisih", "bertambah", "berkurang", "lebih", "kurang"])
"""Words of titles of differences: no budget whatever it comes to, so that such a column is named where it is none."""
PENANDA = frozenset(["kode", "kd", "no", "nomor", "id", "harga", "sumber"])
"""First words of a title that say what stands below it; behind an amount they belong to its description."""
HITUNGAN = 1_000
"""Rupiah from which on a total is no count of things."""
BERSAMA_PAJAK = frozenset(["setelah", "sesudah", "termasuk", "dengan", "tanpa", "sebelum"])
"""Beside the name of a tax: the amount with or without it, not the tax itself."""
RINCIAN = frozenset(["harga", "volume", "vol", "koefisien", "satuan"])
"""Columns of items, before a change or after it: what they hold comes to an amount only together."""
SASARAN = frozenset(["target", "kinerja", "capaian", "fisik", "output", "indikator"])
"""What a budget is spent for; with `Rp` beside it the budget itself."""
_SETELAH = frozenset(["setelah", "sesudah"])
_PERSEN = frozenset(["persen", "persentase", "prosentase"])
CONTOH = 200
"""Figures of a column that are looked at."""
SERATUS = 100
"""Money is beyond any per cent."""
KALI = 1_000
"""A count beside money is smaller by at least this factor."""


def read_semua_ciri(petak: Baris, awal: int, bagian: Mapping[int, tuple[str, ...]]) -> dict[int, Ciri]:
    """The columns of amounts of a table: those that their titles say, and those that their figures say besides.

    Args:
        awal: row from 0 where the data begins.
        bagian: cells of the header by column.
    """
    pasti = {k: c for k, b in bagian.items() if (c := read_ciri(b)) is not None}
    return unite_ciri(dict(sorted({**pasti, **read_ragu(petak, awal, bagian, pasti)}.items())))


def read_ragu(
    petak: Baris, awal: int, bagian: Mapping[int, tuple[str, ...]], ciri: Mapping[int, Ciri]
) -> dict[int, Ciri]:
    """Columns whose titles alone leave a doubt, and which hold money.

    Args:
        awal, bagian: as above.
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
    return {k: c for k, c in calon.items() if _is_beruang(isi[k]) and max(isi[k]) * KALI > terbesar}


def is_hitungan(judul: Mapping[int, str], kolom: int, ciri: Ciri, terbesar: Angka, lain: Angka) -> bool:
    """A `Jumlah` that counts things: it stands beside its unit, or is smaller than money by far.

    Args:
        terbesar: its largest figure in rupiah; `lain`: that of the other columns of amounts.
    """
    if ciri.peran != "jumlah" or {"rp", "rupiah"} & set(fold_judul(judul[kolom]).split()):
        return False
    bersatuan = fold_judul(judul.get(kolom + 1, "")) in {"satuan", "sat"}
    return bersatuan or (terbesar < HITUNGAN and terbesar * KALI <= lain)


def refuse_persen(petak: Baris, awal: int, judul: Mapping[int, str], kolom: Sequence[int]) -> None:
    """A column that somebody names as money, and that holds per cent.

    Raises:
        DataError: with the title of the first.
    """
    for k in kolom:
        isi = _list_besar(petak, awal, k)
        if set(fold_judul(judul[k]).split()) & _PERSEN and isi and not _is_beruang(isi):
            raise DataError(
                f"Kolom {judul[k]!r} berisi persen, bukan rupiah.", saran="Sebutkan kolom yang berisi rupiah."
            )


def _read_calon(bagian: tuple[str, ...]) -> Ciri | None:
    """What the title says where money stands below it; None where it names no amount, or a difference, price or tax."""
    lipat = [fold_judul(b) for b in bagian]
    kata = " ".join(lipat).split()
    sebelum = set(takewhile(lambda k: k not in _SETELAH, kata))  # `Pagu Setelah Berkurang` is no difference
    if not kata or kata[0] in PENANDA or sebelum & SELISIH or (len(lipat) > 1 and lipat[-1] == "k"):
        return None
    c = read_ciri(bagian, beruang=True)
    if c is None:
        return None
    bermasa = c.masa and not c.penggal and not _is_lain(kata)  # `Setelah Efisiensi 50%`, `Rp Setelah PPN`
    if (c.tersirat and not bermasa) or ((c.tersirat or c.peran == "jumlah") and _is_pajak(kata)):
        return None
    if c.peran == "jumlah" and not bermasa and not set(kata) & {"jumlah", "total", "nilai"}:
        return None
    return replace(c, peran="realisasi") if "serapan" in kata else c


def _is_pajak(kata: Sequence[str]) -> bool:
    """The tax itself, not the amount after it."""
    return any(b == "ppn" and a not in BERSAMA_PAJAK for a, b in pairwise(["", *kata]))


def _is_lain(kata: Sequence[str]) -> bool:
    """Of items, or of what is to be reached: `Target Akhir Renstra` is a time, and no budget."""
    return bool(RINCIAN & set(kata)) or bool(SASARAN & set(kata) and not {"rp", "rupiah"} & set(kata))


def _is_beruang(isi: Sequence[Angka]) -> bool:
    """More than half of the figures are beyond any per cent."""
    return sum(n > SERATUS for n in isi) * 2 > len(isi)


def _list_besar(petak: Baris, awal: int, kolom: int) -> list[Angka]:
    """How large the figures of a column are, zeros left out; nothing where down to the last most cells are words."""
    semua = (b[kolom] for b in islice(petak, awal, None) if kolom < len(b) and not is_tiada(b[kolom]))
    besar = [_read_besar(s) for s in islice(semua, CONTOH)]
    while besar and besar[-1] is None:
        besar.pop()  # a signature below the last figure
    angka = [n for n in besar if n is not None]
    return [n for n in angka if n] if len(angka) * 2 >= len(besar) else []


def _read_besar(sel: object) -> Angka | None:
    """The size of a figure however it is written; a single point or comma before three digits divides thousands."""
    if isinstance(sel, bool):
        return None
    if isinstance(sel, int):
        return abs(sel)
    if isinstance(sel, float):
        return abs(sel) if isfinite(sel) else None
    if isinstance(sel, Decimal):
        return abs(sel) if sel.is_finite() else None
    teks = str(sel).strip()
    if teks.endswith("%"):
        return 1
    if not is_bertanda(teks):
        return None
    angka = re.sub(r"[^0-9.,]", "", teks).strip(".,")
    utuh = re.sub(r"[.,](?:[0-9]{1,2}|[0-9]{4,})$", "", angka)
    return int(re.sub("[.,]", "", utuh) or 0)
