"""What stands in a cell of an .xlsx workbook: its column, and its value by its kind (ECMA-376, 18.18.11)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from kinerja.tabel.sel import BELUM_DIHITUNG, Persen, SelGalat
from kinerja.tabel.teks import unescape_teks


def read_nilai(teks: str, jenis: str, bentuk: str, nol: datetime, *, ada_rumus: bool) -> object:
    """The value of a cell that holds no shared string.

    Args:
        jenis: its kind, `t`.
        bentuk: what its style makes of a number: `tanggal`, `durasi`, `persen`, or nothing.
        nol: the day 0 of the workbook.

    >>> read_nilai(" 7 ", "n", "", datetime(1899, 12, 30), ada_rumus=False)
    7.0
    """
    if jenis in ("str", "inlineStr"):
        return unescape_teks(teks) or None
    polos = teks.strip()
    if not polos:
        return BELUM_DIHITUNG if ada_rumus else None
    if jenis == "e":
        return SelGalat(polos[:20])
    if jenis == "b" and polos in ("0", "1", "true", "false"):
        return polos in ("1", "true")
    try:
        if jenis == "d":
            return datetime.fromisoformat(polos[:40])
        if jenis == "n":
            angka = float(polos) if polos.isascii() and "_" not in polos else float("nan")
            if angka - angka == 0:  # neither infinite nor no number
                return to_bentuk(angka, bentuk, nol) if bentuk else angka
    except (ValueError, OverflowError):
        pass
    return SelGalat(f"nilai yang rusak: {polos[:20]!r}", "Ketik ulang isinya.")


def to_bentuk(angka: float, jenis: str, nol: datetime) -> date | time | timedelta | Persen:
    """What a number is that a style shows as a date, a duration, per cent; `nol` is the day 0 of the workbook.

    >>> to_bentuk(45292.0, "tanggal", datetime(1899, 12, 30)), to_bentuk(0.5, "tanggal", datetime(1899, 12, 30))
    (datetime.date(2024, 1, 1), datetime.time(12, 0))
    """
    if jenis == "persen":
        return Persen(angka)
    lama = timedelta(milliseconds=int(angka * 86_400_000 + 0.5))
    if jenis == "durasi":
        return lama
    kapan = nol + lama
    if 0 <= angka < 1:
        return kapan.time()
    return kapan.date() if kapan.time() == time() else kapan
