"""The command line. Commands, help and messages in Indonesian; data on stdout, talk on stderr.

Nothing heavy is imported here or at the top of a command's module, and no other command's than what is asked:
`kinerja --help` and `kinerja hitung` start at once.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from kinerja import __version__
from kinerja.cli import bahasa
from kinerja.cli.jaring import RINCI, report, take_rinci

DIHENTIKAN = "Dihentikan. Semua berkas yang sudah jadi utuh; jalankan lagi perintah yang sama untuk meneruskan."
PERINTAH = (
    "buat",
    "templat",
    "riwayat",
    "kumpul",
    "rekap",
    "tunjukkan",
    "bandingkan",
    "periksa",
    "data-induk",
    "daftar",
    "rekonsiliasi",
    "hitung",
    "jelaskan",
    "addin",
)
"""Each has a module of its name, with `register`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 for all well, 1 for findings, 2 for cannot run, 130 for Ctrl-C."""
    _speak_utf8()
    argv, rinci = take_rinci(sys.argv[1:] if argv is None else argv)
    try:
        parser = build_parser(argv[0] if argv else None)
        if not argv:
            parser.print_help(sys.stderr)
            return 2
        args = parser.parse_args(argv)
        kode: int = args.run(args)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as keluar:  # argparse, after --help or an error
        return keluar.code if isinstance(keluar.code, int) else 0
    except KeyboardInterrupt:
        print(f"\nkinerja: {DIHENTIKAN}", file=sys.stderr)
        return 130
    except BrokenPipeError:  # `kinerja … | head`: the reader has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except BaseException as galat:  # noqa: BLE001 - a panic of a native library is no Exception
        report(galat, rinci=rinci)
        return 2
    return kode


def build_parser(perintah: str | None = None) -> bahasa.Parser:
    """The parser with one command, which alone is loaded then; with all of them where it is none of ours."""
    bahasa.install()
    parser = bahasa.Parser(
        prog="kinerja",
        description="Perjanjian kinerja kecamatan: buku kerja, pemeriksaan, dan hitungan.",
        epilog="Setiap perintah punya bantuannya sendiri, contoh: kinerja buat --help\n"
        f"{RINCI} boleh ditulis di mana saja, juga setelah perintah, untuk laporan kepada pengelola kinerja.",
    )
    parser.add_argument("--versi", action="version", version=f"kinerja {__version__}", help="tampilkan versi")
    # Taken out before parsing, so that every command has it; declared for the help.
    parser.add_argument(RINCI, action="store_true", help="bila ada kesalahan tidak terduga, tampilkan juga jejaknya")
    sub = parser.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    for nama in (perintah,) if perintah in PERINTAH else PERINTAH:
        import_module(f"{__name__}.{nama.replace('-', '_')}").register(sub)
    return parser


def _speak_utf8() -> None:
    """UTF-8 also where the locale is C or Windows-1252; a message never dies of a letter."""
    for aliran, galat in ((sys.stdout, "surrogateescape"), (sys.stderr, "replace")):
        if isinstance(aliran, io.TextIOWrapper):
            aliran.reconfigure(encoding="utf-8", errors=galat)
