"""The register of declared functions, and the decorator that enters one."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from addin.aturan import check_fungsi
from addin.hari_ini import hari_ini
from addin.hukum import fill
from addin.nilai import Nilai
from addin.panggil import bind, get_bawaan, make_signature
from addin.spec import Arg, Contoh, Fungsi


@dataclass(frozen=True, slots=True, eq=False)
class Deklarasi:
    """A function as it was declared, with the law still in braces; `at` gives what a user sees and calls on a day."""

    nama: str
    uraian: str
    args: Sequence[Arg] | Callable[[date], Sequence[Arg]]
    dasar: str
    contoh: tuple[Contoh, ...]
    badan: Callable[..., Any]

    def at(self, pada: date) -> Fungsi:
        """The function under the law of that day.

        Raises:
            PeraturanError: no law in force on that day.
            ValueError: a rule of `aturan` is broken.
        """
        return _resolve(self, pada)


DAFTAR: dict[str, Deklarasi] = {}
"""Every declared function by name, in the order of declaration. Filled by importing `addin.fungsi`."""


def list_fungsi(*, pada: date) -> list[Fungsi]:
    """All functions under the law of that day."""
    return [satu.at(pada) for satu in DAFTAR.values()]


def fungsi(
    uraian: str,
    args: Sequence[Arg] | Callable[[date], Sequence[Arg]],
    *,
    dasar: str,
    contoh: Sequence[tuple[tuple[Nilai, ...], Nilai]],
) -> Callable[[Callable[..., Any]], Callable[..., Nilai]]:
    """Declare a function under the name of its body; the result is a plain callable that reads like a cell does.

    Texts may name the law of the day in braces (`addin.hukum`); arguments that a law can add or take away are a
    function of the day. A body that needs the law takes `pada` as a keyword.

    Raises:
        ValueError: at import, when a rule of `aturan` is broken.
    """

    def register(badan: Callable[..., Any]) -> Callable[..., Nilai]:
        baru = Deklarasi(badan.__name__, uraian, args, dasar, tuple(Contoh(*c) for c in contoh), badan)
        kini = baru.at(hari_ini())
        if baru.nama in DAFTAR:
            raise ValueError(f"{baru.nama}: declared twice")
        DAFTAR[baru.nama] = baru

        @functools.wraps(badan)
        def call(*mentah: Nilai, pada: date | None = None, **bernama: Nilai) -> Nilai:
            satu = baru.at(pada or hari_ini())
            return satu.call(*(bind(satu, mentah, bernama) if bernama else mentah))

        call.__doc__ = kini.uraian
        tanda = make_signature(kini, get_bawaan)
        hari = inspect.Parameter("pada", inspect.Parameter.KEYWORD_ONLY, default=None)
        call.__signature__ = tanda.replace(parameters=[*tanda.parameters.values(), hari])  # type: ignore[attr-defined]
        return call

    return register


@functools.lru_cache(maxsize=1024)
def _resolve(deklarasi: Deklarasi, pada: date) -> Fungsi:
    badan, args = deklarasi.badan, deklarasi.args
    hasil = Fungsi(
        deklarasi.nama,
        fill(deklarasi.uraian, pada),
        tuple(arg.at(pada) for arg in (args(pada) if callable(args) else args)),
        fill(deklarasi.dasar, pada),
        deklarasi.contoh,
        functools.partial(badan, pada=pada) if "pada" in inspect.signature(badan).parameters else badan,
    )
    check_fungsi(hasil)
    return hasil
