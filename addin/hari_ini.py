"""Today: a spreadsheet function names no day, so the law in force when it is computed counts."""

from __future__ import annotations

from datetime import date


def hari_ini() -> date:
    """The day on which a function is computed."""
    return date.today()
