"""Days and times as people write them; data keep ISO 8601."""

from __future__ import annotations

from datetime import date, datetime

from kinerja.rumus.terbilang import BULAN


def write_hari(hari: date) -> str:
    """A day in words.

    >>> write_hari(date(2025, 1, 9))
    '9 Januari 2025'
    """
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def write_tanggal(iso: str) -> str:
    """The day of a time of the register, ISO 8601, in words; what is none stays as it is.

    >>> write_tanggal("2025-01-09T08:05:59+07:00"), write_tanggal("kemarin"), write_tanggal("")
    ('9 Januari 2025', 'kemarin', '')
    """
    waktu = _read(iso)
    return iso if waktu is None else write_hari(waktu.date())


def write_waktu(iso: str) -> str:
    """A time of the register, ISO 8601, in words; what is none stays as it is.

    >>> write_waktu("2025-01-09T08:05:59"), write_waktu("2025-01-09"), write_waktu("kemarin"), write_waktu("")
    ('9 Januari 2025, 08.05', '9 Januari 2025', 'kemarin', '')
    """
    waktu = _read(iso)
    return write_tanggal(iso) + (f", {waktu:%H.%M}" if waktu and len(iso) > len("2025-01-09") else "")


def write_saat(iso: str) -> str:
    """A time as files say it, with its zone where they tell; empty where it is none.

    >>> write_saat("2026-11-30T09:22:17Z"), write_saat("2026-11-30T09:22:17"), write_saat("kemarin")
    ('30 November 2026 pukul 09.22 (UTC)', '30 November 2026 pukul 09.22', '')
    """
    waktu = _read(iso)
    if waktu is None:
        return ""
    zona = f" ({waktu.tzname()})" if waktu.tzinfo else ""
    return f"{write_hari(waktu.date())} pukul {waktu:%H.%M}{zona}"


def _read(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso.strip())
    except ValueError:
        return None
