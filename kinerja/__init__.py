"""Performance agreements of Indonesian kecamatan: rules, workbooks, checks.

The package itself imports nothing heavy: polars, pandas and xlwings are loaded by the parts that need them.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.10.0"


def __getattr__(nama: str) -> Any:
    """`kinerja.reconcile` and `kinerja.collect`, loaded when they are first asked for."""
    if nama == "collect":
        return import_module("kinerja.kumpul").collect
    if nama == "reconcile":
        return import_module("kinerja.anggaran.banding").reconcile
    raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")
