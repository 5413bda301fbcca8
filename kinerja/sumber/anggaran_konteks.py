"""What stands above a budget table, and what its codes look like before they are put in standard form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kinerja.sumber.petak import Petak, is_kosong

SKPD = re.compile(r"[0-9]\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]{1,2}\.[0-9]{2,4}")
"""Code of an SKPD: up to three bidang, a number, a sub-unit: `7.01.0.00.0.00.17.0000`."""
_BERAWALAN = re.compile(rf"(?:[0-9]\.[0-9]{{2}}\.)?(?P<skpd>{SKPD.pattern})[. ]+(?P<kode>[0-9].*)")
_REKENING = re.compile(r"[4-6](?:\.[1-9](?:\.[0-9]{2,4})*)?")
_PROGRAM = re.compile(r"0?[1-9][.\- ][0-9]{2}[.\- ][0-9]{1,2}(?:[.\- ][0-9.\- ]*)?")
_KODE = re.compile(r"[0-9X][0-9Xx.\- ]*")
_JUMLAH = re.compile(r"(?:(?:sub|grand)[\s.\-]*)?(?:jumlah|jml|total)\b|(?:di)?pindah(?:an|kan)\b", re.IGNORECASE)
_UANG = re.compile(r"[\s(\-−]*(?:Rp\b\.?)?[\s(\-−]*[0-9][0-9.,\s]*[\s)\-]*", re.IGNORECASE)
_TAHUN = re.compile(r"\btahun(?:\s+anggaran)?\s*:?\s*(20[0-9]{2})\b", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?:nama\s+)?(?:sub\s+)?(?:skpd|opd|organisasi|unit(?:\s+(?:organisasi|kerja|skpd))?|perangkat\s+daerah|kecamatan)"
    r"\s*:\s*(.+)$",
    re.IGNORECASE,
)
_KODE_AWAL = re.compile(r"([0-9][0-9. \-]*[0-9])(?:\s*-\s*|\s+|$)(.*)", re.DOTALL)
_TINGKAT = re.compile(r"^(program|kegiatan|sub\s*kegiatan)\s*:\s*([0-9][0-9.\- ]*[0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Konteks:
    """The title block: budget year (0 = not said), kecamatan as written, code that the whole table belongs to."""

    tahun: int = 0
    kecamatan: str | None = None
    kode: str | None = None


def read_konteks(petak: Petak) -> Konteks:
    """Year, kecamatan and code from the rows above the header.

    >>> read_konteks([["DPA TAHUN ANGGARAN 2024"], ["SKPD", ":", "7.01.0.00.0.00.17.0000 Kecamatan Medan Baru"]])
    Konteks(tahun=2024, kecamatan='Kecamatan Medan Baru', kode=None)
    """
    tahun, kecamatan, kode = 0, None, None
    for baris in petak:
        sel = [str(s).strip() for s in baris if not is_kosong(s)]
        teks = re.sub(r"\s*:\s*(?::\s*)?", " : ", " ".join(sel)).strip()
        if len(sel) > 1 and ":" not in teks:
            teks = f"{sel[0]} : {' '.join(sel[1:])}"
        if cocok := _TAHUN.search(teks.replace(" : ", " ")):
            tahun = int(cocok[1])
        if cocok := _UNIT.match(teks):
            kecamatan = split_kode_nama(cocok[1])[1] or cocok[1]
        if cocok := _TINGKAT.match(teks):
            kode = cocok[2].strip()
    return Konteks(tahun, kecamatan, kode)


def split_kode_nama(teks: str) -> tuple[str | None, str]:
    """A code that a name repeats in front, and the name.

    >>> split_kode_nama("7.01.04 - PROGRAM KOORDINASI"), split_kode_nama("Program 2024"), split_kode_nama("7.01.04")
    (('7.01.04', 'PROGRAM KOORDINASI'), (None, 'Program 2024'), ('7.01.04', ''))
    """
    cocok = _KODE_AWAL.match(teks.strip())
    return (cocok[1].strip(), cocok[2].strip()) if cocok and "." in cocok[1] else (None, teks.strip())


def split_skpd(kode: str) -> tuple[str | None, str]:
    """The SKPD in front of a code, and the code itself.

    >>> split_skpd("7.01.7.01.0.00.0.00.17.0000.7.01.04.2.01"), split_skpd("7.01.04")
    (('7.01.0.00.0.00.17.0000', '7.01.04.2.01'), (None, '7.01.04'))
    """
    cocok = _BERAWALAN.fullmatch(kode.replace("-", "."))
    return (cocok["skpd"], cocok["kode"]) if cocok else (None, kode)


def is_skpd(kode: str) -> bool:
    """A code of an SKPD and nothing more."""
    return SKPD.fullmatch(kode.replace("-", ".")) is not None


def is_rekening(kode: str) -> bool:
    """An account code (4 revenue, 5 spending, 6 financing), whose second part has one digit: 5.1.02, not 5.01.02."""
    return _REKENING.fullmatch(kode) is not None


def is_program(kode: str) -> bool:
    """A code from the programme down, in any spelling."""
    return _PROGRAM.fullmatch(kode) is not None and not is_rekening(kode)


def is_kode(teks: str) -> bool:
    """Digits and dots, or the X of a form that is not filled in; no word."""
    return _KODE.fullmatch(teks) is not None


def is_jumlah(teks: str) -> bool:
    """The label of a total row, or of one that carries a total over to the next page.

    >>> [is_jumlah(t) for t in ("SUB TOTAL", "Jml.", "Pindahan", "Dipindahkan ke halaman 2", "Pemindahan")]
    [True, True, True, True, False]
    """
    return _JUMLAH.match(teks.strip()) is not None


def is_uang(sel: object) -> bool:
    """A cell that holds an amount; not a date, nor the 18 figures of a civil servant's number.

    >>> [is_uang(s) for s in (5, "Rp 1.500,00", "(300)", "Medan, 2 Januari 2024", "197001011990031001", "-", None)]
    [True, True, True, False, False, False, False]
    """
    if isinstance(sel, str):
        return _UANG.fullmatch(sel) is not None and sum(h.isdigit() for h in sel) <= 17
    return isinstance(sel, (int, float, Decimal)) and not isinstance(sel, bool) and -(10**17) < sel < 10**17


def is_unit(sel: object) -> bool:
    """The first cell of a line that names an SKPD: `SKPD : Kecamatan Medan Kota`, or only its first word."""
    return isinstance(sel, str) and sel.strip()[:1].isalpha() and _UNIT.match(f"{sel.strip()} : x") is not None
