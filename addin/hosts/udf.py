"""What both xlwings hosts need: a function with the declared name, signature and texts around `Fungsi.evaluate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from addin.daftar import Deklarasi, make_signature
from addin.hari_ini import hari_ini
from addin.nilai import map_sel

HILANG = object()
"""Stands for an argument that was not written; a blank cell is another thing."""


def make_udf(
    deklarasi: Deklarasi, to_neutral: Callable[[Any], Any], to_host: Callable[[Any], Any], arg: Callable[..., Any]
) -> Callable[..., Any]:
    """A function that xlwings can register: its texts are those of today, its law is that of the day of each call.

    Args:
        to_neutral: a cell of the host -> neutral cell.
        to_host: neutral result -> host value.
        arg: the decorator `arg` of xlwings.
    """

    fungsi = deklarasi.at(hari_ini())

    def udf(*mentah: Any) -> Any:
        return to_host(deklarasi.evaluate_today(lambda _: _translate(mentah, to_neutral)))

    udf.__name__ = udf.__qualname__ = fungsi.nama
    udf.__doc__ = fungsi.uraian
    udf.__signature__ = make_signature(fungsi, lambda arg: HILANG)  # type: ignore[attr-defined]
    for satu in fungsi.args:
        # "raw": cells as they come; the default converter drops errors and is many times slower.
        udf = arg(satu.nama, "raw", doc=satu.bantuan)(udf)
    return udf


def _translate(mentah: tuple[Any, ...], to_neutral: Callable[[Any], Any]) -> list[Any]:
    """Arguments as typed: those that were not written are left out at the end, and blank before another."""
    while mentah and mentah[-1] is HILANG:
        mentah = mentah[:-1]
    return [None if satu is HILANG else map_sel(to_neutral, satu) for satu in mentah]
