"""The register of declared functions, and the decorator that enters one."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from addin.aturan import check_fungsi
from addin.nilai import Nilai
from addin.panggil import bind, get_bawaan, make_signature
from addin.spec import Arg, Contoh, Fungsi

DAFTAR: dict[str, Fungsi] = {}
"""Every declared function by name, in the order of declaration. Filled by importing `addin.fungsi`."""


def fungsi(
    uraian: str,
    args: Sequence[Arg],
    *,
    dasar: str,
    contoh: Sequence[tuple[tuple[Nilai, ...], Nilai]],
) -> Callable[[Callable[..., Any]], Callable[..., Nilai]]:
    """Declare a function under the name of its body; the result is a plain callable that reads like a cell does.

    Raises:
        ValueError: at import, when a rule of `aturan` is broken.
    """

    def register(badan: Callable[..., Any]) -> Callable[..., Nilai]:
        baru = Fungsi(badan.__name__, uraian, tuple(args), dasar, tuple(Contoh(*c) for c in contoh), badan)
        check_fungsi(baru)
        if baru.nama in DAFTAR:
            raise ValueError(f"{baru.nama}: declared twice")
        DAFTAR[baru.nama] = baru

        @functools.wraps(badan)
        def call(*mentah: Nilai, **bernama: Nilai) -> Nilai:
            return baru.call(*(bind(baru, mentah, bernama) if bernama else mentah))

        call.__doc__ = uraian
        call.__signature__ = make_signature(baru, get_bawaan)  # type: ignore[attr-defined]
        return call

    return register
