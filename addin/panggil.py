"""Declared functions called from Python: the signature that `help()` shows, and arguments by name."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from addin.spec import Arg, Fungsi
from kinerja.errors import KosongError, MasukanError


class _TidakDitulis:
    """Default, for `help()` only, of an argument where leaving it out and a blank cell differ."""

    def __repr__(self) -> str:
        return "<tidak ditulis>"


TIDAK_DITULIS = _TidakDitulis()


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


def bind(fungsi: Fungsi, mentah: Sequence[Any], bernama: Mapping[str, Any]) -> list[Any]:
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


def get_bawaan(arg: Arg) -> Any:
    """The default that `help()` shows for an argument that may be left out."""
    return TIDAK_DITULIS if arg.kosong_tetap else arg.bawaan
