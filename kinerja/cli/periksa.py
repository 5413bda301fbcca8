"""`kinerja periksa`: the checks over agreements, without building anything."""

from __future__ import annotations

import argparse
import sys

from kinerja.cli import layar
from kinerja.cli.argumen import read_path
from kinerja.cli.data import add_kecamatan, read_perjanjian


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "periksa",
        help="periksa data perjanjian tanpa membuat berkas",
        description="Memeriksa data perjanjian kinerja: jumlah, target, program, desa/kelurahan, isian wajib.",
        epilog="Kode keluar: 0 tidak ada galat atau peringatan; 1 ada; 2 tidak dapat dijalankan.",
    )
    p.add_argument(
        "data",
        metavar="DATA",
        type=read_path,
        nargs="?",
        help="data induk: .xlsx, .toml, atau folder berisi CSV (bawaan: Kota Medan 2024)",
    )
    add_kecamatan(p)
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON di stdout")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show all findings."""
    from kinerja.perjanjian.periksa import check_perjanjian

    perjanjian = read_perjanjian(args.data, args.kecamatan)
    milik = [(pk.kecamatan.sebutan, check_perjanjian(pk)) for pk in perjanjian]
    temuan = [t for _, bagian in milik for t in bagian]
    if args.json:
        layar.print_json({"temuan": [t.to_dict() for t in temuan]})
    else:
        layar.show_temuan(layar.group_temuan(milik), sys.stdout)
        layar.say(f"{len(perjanjian)} perjanjian diperiksa: {layar.write_jumlah(temuan)}.")
    return layar.choose_kode(temuan)
