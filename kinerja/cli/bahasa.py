"""argparse in Indonesian: its messages, and errors as one sentence."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

TERJEMAHAN = {
    "%(heading)s:": "%(heading)s:",
    " (default: %(default)s)": " (bawaan: %(default)s)",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: peringatan: %(message)s\n",
    "%r is not callable": "%r tidak dapat dipanggil",
    "'required' is an invalid argument for positionals": "'required' tidak berlaku untuk argumen tanpa nama",
    ".__call__() not defined": ".__call__() belum ditulis",
    "ambiguous option: %(option)s could match %(matches)s": "pilihan %(option)s rancu: bisa berarti %(matches)s",
    'argument "-" with mode %r': 'argumen "-" dengan modus %r',
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "argument '%(argument_name)s' is deprecated": "argumen '%(argument_name)s' akan dihapus",
    "can't open '%(filename)s': %(error)s": "'%(filename)s' tidak dapat dibuka: %(error)s",
    "cannot have multiple subparser arguments": "perintah turunan hanya boleh satu kelompok",
    "cannot merge actions - two groups are named %r": "dua kelompok bernama sama: %r",
    "command '%(parser_name)s' is deprecated": "perintah '%(parser_name)s' akan dihapus",
    "conflicting option string: %s": "pilihan bentrok: %s",
    "conflicting option strings: %s": "pilihan bentrok: %s",
    "conflicting subparser alias: %s": "nama lain perintah bentrok: %s",
    "conflicting subparser: %s": "nama perintah bentrok: %s",
    "dest= is required for options like %r": "pilihan seperti %r memerlukan dest=",
    "expected %s argument": "harus diikuti %s nilai",
    "expected %s arguments": "harus diikuti %s nilai",
    "expected at least one argument": "harus diikuti satu nilai atau lebih",
    "expected at most one argument": "paling banyak diikuti satu nilai",
    "expected one argument": "harus diikuti satu nilai",
    "ignored explicit argument %r": "tidak menerima nilai, tetapi diberi %r",
    "invalid %(type)s value: %(value)r": "%(value)r bukan %(type)s yang sah",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak dikenal (pilih: %(choices)s)",
    "invalid conflict_resolution value: %r": "nilai conflict_resolution tidak sah: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r": (
        "pilihan %(option)r tidak sah: harus diawali %(prefix_chars)r"
    ),
    "mutually exclusive arguments must be optional": "argumen yang saling meniadakan harus boleh kosong",
    "not allowed with argument %s": "tidak boleh bersama %s",
    "one of the arguments %s is required": "salah satu dari ini wajib ada: %s",
    "option '%(option)s' is deprecated": "pilihan '%(option)s' akan dihapus",
    "options": "pilihan",
    "positional arguments": "argumen",
    "show program's version number and exit": "tampilkan versi, lalu selesai",
    "show this help message and exit": "tampilkan bantuan ini, lalu selesai",
    "subcommands": "perintah",
    "the following arguments are required: %s": "yang ini wajib ada: %s",
    "unexpected option string: %s": "pilihan tak terduga: %s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "perintah %(parser_name)r tidak ada (ada: %(choices)s)",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "usage: ": "pemakaian: ",
}
"""Every message of argparse in Python 3.11 to 3.13; a test compares this with argparse's own source."""


def install() -> None:
    """Let argparse speak Indonesian, through the two names by which it calls gettext."""
    vars(argparse).update(
        _=lambda pesan: TERJEMAHAN.get(pesan, pesan),
        ngettext=lambda satu, banyak, n: TERJEMAHAN.get(satu if n == 1 else banyak, banyak),
    )


class SatuKali(argparse._StoreAction):
    """An option that is given twice is refused: argparse would take the last one without a word."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option_string: Any = None
    ) -> None:
        """Keep the value."""
        sudah: frozenset[str] = getattr(namespace, "_sudah", frozenset())
        if self.option_strings and self.dest in sudah:
            raise argparse.ArgumentError(self, "hanya boleh ditulis satu kali")
        namespace._sudah = sudah | {self.dest}
        super().__call__(parser, namespace, values, option_string)


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations, reads -66,5 as a number, and says what is wrong in one sentence."""

    def __init__(self, **opsi: Any) -> None:
        super().__init__(**opsi, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter)
        for nama in (None, "store"):
            self.register("action", nama, SatuKali)
        self._negative_number_matcher = re.compile(r"-[0-9][0-9.,]*")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What a command does not know is told by the command, with its own help; argparse leaves that to the top."""
        hasil, sisa = super().parse_known_args(args, namespace)
        if sisa:
            self.error(TERJEMAHAN["unrecognized arguments: %s"] % " ".join(sisa))
        return hasil, sisa

    def error(self, message: str) -> NoReturn:
        """Exit with 2."""
        self.exit(2, f"{self.prog}: {message}. Lihat {self.prog} --help.\n")
