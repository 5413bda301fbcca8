"""The result of a calculation: lines for a reader, an object for a program."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kinerja.cli import layar


@dataclass(frozen=True, slots=True)
class Hasil:
    """Lines of caption and value, and the same as data; notes go to stderr, `kode` is the exit code."""

    baris: tuple[tuple[str, str], ...]
    data: Mapping[str, object]
    catatan: tuple[str, ...] = ()
    kode: int = 0


def set_run(parser: argparse.ArgumentParser, hitung: Callable[[argparse.Namespace], Hasil]) -> None:
    """Let a command show what `hitung` gives, as text or with `--json`."""

    def run(args: argparse.Namespace) -> int:
        hasil = hitung(args)
        for catatan in hasil.catatan:
            layar.say(catatan)
        if args.json:
            layar.print_json(hasil.data)
        else:
            lebar = max(len(judul) for judul, _ in hasil.baris)
            layar.print_data("\n".join(f"{judul:<{lebar}}  {nilai}" for judul, nilai in hasil.baris))
        return hasil.kode

    parser.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    parser.set_defaults(run=run)
