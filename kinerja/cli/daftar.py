"""`kinerja daftar`: codes and names of regions, for those who know only one of the two."""

from __future__ import annotations

import argparse

from kinerja.cli import layar
from kinerja.cli.argumen import read_teks
from kinerja.errors import DataError


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "daftar",
        help="cari kode kabupaten/kota atau kecamatan",
        description="Mencari kode dan nama wilayah menurut kode Kemendagri.\n"
        "Contoh: kinerja daftar kabkota situbondo · kinerja daftar kecamatan medan baru",
        epilog="Kode keluar: 0 ada yang cocok; 2 tidak ada.",
    )
    p.add_argument("apa", metavar="APA", choices=("kabkota", "kecamatan"), help="kabkota atau kecamatan")
    p.add_argument("kata", metavar="KATA", nargs="+", type=read_teks, help="nama, bagian nama, atau awal kode")
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show what answers to the words, a line each."""
    from kinerja.dekat import propose
    from kinerja.wilayah import list_kabkota, list_kecamatan
    from kinerja.wilayah.cari import find_mirip, search_kabkota, search_kecamatan

    kata = " ".join(args.kata)
    semua = search_kabkota(kata) if args.apa == "kabkota" else search_kecamatan(kata)
    if not semua:
        jenis = "kabupaten/kota" if args.apa == "kabkota" else "kecamatan"
        mirip = find_mirip(kata, list_kabkota()) if args.apa == "kabkota" else find_mirip(kata, list_kecamatan())
        saran = propose(mirip, "Coba sebagian namanya saja.")
        raise DataError(f"Tidak ada {jenis} yang cocok dengan {kata!r}.", saran=saran)
    if args.json:
        layar.print_json({args.apa: [satu._asdict() for satu in semua]})
        return 0
    layar.print_data("\n".join(f"{kode}  {', '.join(nama)}" for kode, *nama in semua))
    return 0
