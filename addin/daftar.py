"""The register of declared functions, and the decorator that enters one and makes it a plain callable.

Called from Python, a function has a signature that `help()` shows, and takes its arguments by name too.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from addin.aturan import check_fungsi
from addin.dari_python import call_python
from addin.hari_ini import hari_ini
from addin.nilai import Nilai
from addin.spec import Arg, Contoh, Fungsi, catch
from kinerja.errors import KosongError, MasukanError
from kinerja.hukum import fill


@dataclass(frozen=True, slots=True, eq=False)
class Deklarasi:
    """A function as it was declared, with the law still in braces; `at` gives what a user sees and calls on a day."""

    nama: str
    uraian: str
    args: tuple[Arg | Callable[[date], Sequence[Arg]], ...]
    dasar: str
    contoh: tuple[Contoh, ...]
    badan: Callable[..., Any]

    @functools.lru_cache(maxsize=1024)  # noqa: B019 - a declaration lives as long as the program
    def at(self, pada: date) -> Fungsi:
        """The function under the law of that day.

        Raises:
            PeraturanError: no law in force on that day.
            ValueError: a rule of `aturan` is broken.
        """
        badan = self.badan
        args = [arg for satu in self.args for arg in (satu(pada) if callable(satu) else (satu,))]
        hasil = Fungsi(
            self.nama,
            fill(self.uraian, pada=pada),
            tuple(arg.at(pada) for arg in args),
            fill(self.dasar, pada=pada),
            self.contoh,
            functools.partial(badan, pada=pada) if "pada" in inspect.signature(badan).parameters else badan,
        )
        check_fungsi(hasil)
        return hasil

    def evaluate_today(self, translate: Callable[[Fungsi], Sequence[Nilai]]) -> Nilai:
        """The function under the law of today, for a host: what goes wrong, wherever, is a `Galat`; never raises.

        Args:
            translate: what the host handed over as neutral values, for that function.
        """

        def compute() -> Nilai:
            fungsi = self.at(hari_ini())
            return fungsi.evaluate(*translate(fungsi))

        hasil: Nilai = catch(self.nama, compute)
        return hasil


class _TidakDitulis:
    """Default, for `help()` only, of an argument where leaving it out and a blank cell differ."""

    def __repr__(self) -> str:
        return "<tidak ditulis>"


TIDAK_DITULIS = _TidakDitulis()

DAFTAR: dict[str, Deklarasi] = {}
"""Every declared function by name, in the order of declaration. Filled by importing `addin.fungsi`."""


def list_fungsi(*, pada: date) -> list[Fungsi]:
    """All functions under the law of that day."""
    return [satu.at(pada) for satu in DAFTAR.values()]


def fungsi(
    *args: Arg | Callable[[date], Sequence[Arg]], dasar: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare a function under the name of its body; the result is a plain callable that reads like a cell does.

    The docstring of the body is the user's: what the function wizard says. Texts may name the law of the day in braces
    (`kinerja.hukum`); arguments that a law can add or take away are a function of the day. A body that needs the
    law takes `pada` as a keyword.

    Raises:
        ValueError: at import, when a rule of `aturan` is broken.
    """

    def register(badan: Callable[..., Any]) -> Callable[..., Any]:
        uraian = " ".join((badan.__doc__ or "").split())
        baru = Deklarasi(badan.__name__, uraian, args, dasar, getattr(badan, "contoh", ()), badan)
        kini = baru.at(hari_ini())
        if baru.nama in DAFTAR:
            raise ValueError(f"{baru.nama}: declared twice")
        DAFTAR[baru.nama] = baru

        @functools.wraps(badan)
        def call(*mentah: Any, pada: date | None = None, **bernama: Any) -> Any:
            satu = baru.at(pada or hari_ini())
            masukan = _bind(satu, mentah, bernama) if bernama else mentah
            return call_python(satu, masukan)

        call.__doc__ = kini.uraian
        tanda = make_signature(kini, lambda arg: TIDAK_DITULIS if arg.kosong_tetap else arg.bawaan)
        hari = inspect.Parameter("pada", inspect.Parameter.KEYWORD_ONLY, default=None)
        call.__signature__ = tanda.replace(parameters=[*tanda.parameters.values(), hari])  # type: ignore[attr-defined]
        return call

    return register


def contoh(*baris: tuple[Nilai, ...]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Examples of a function, for its body below `fungsi`; each a row: the arguments, then the result."""

    def attach(badan: Callable[..., Any]) -> Callable[..., Any]:
        badan.contoh = tuple(Contoh(satu[:-1], satu[-1]) for satu in baris)  # type: ignore[attr-defined]
        return badan

    return attach


def make_signature(fungsi: Fungsi, bawaan: Callable[[Arg], Any]) -> inspect.Signature:
    """The signature of a declared function; the default of an argument is its declared one."""
    jenis = inspect.Parameter
    return inspect.Signature(
        [
            jenis(arg.nama, jenis.VAR_POSITIONAL)
            if arg.ulang
            else jenis(arg.nama, jenis.POSITIONAL_OR_KEYWORD, default=jenis.empty if arg.wajib else bawaan(arg))
            for arg in fungsi.args
        ]
    )


def _bind(fungsi: Fungsi, mentah: Sequence[Any], bernama: Mapping[str, Any]) -> list[Any]:
    """Arguments in their order, from those by position and those by name; one left out between them is None.

    Raises:
        MasukanError: an unknown name, or an argument that is given twice.
        KosongError: a required argument before a given one is missing.
    """
    nama = [arg.nama for arg in fungsi.args if not arg.ulang]
    for satu in bernama:
        if satu not in nama:
            raise MasukanError(f"{fungsi.nama} tidak punya argumen bernama {satu}.", saran=f"Tulis {fungsi.tanda}.")
        if nama.index(satu) < len(mentah):
            raise MasukanError(f"Argumen {satu} diisi dua kali.", saran=f"Tulis {fungsi.tanda}.")
    sisa = fungsi.args[len(mentah) : max(map(nama.index, bernama), default=-1) + 1]
    for arg in sisa:
        if arg.wajib and arg.nama not in bernama:
            raise KosongError(f"Argumen {arg.nama} belum diisi.", saran=f"Tulis {fungsi.tanda}.")
    return [*mentah, *(bernama.get(arg.nama) for arg in sisa)]
