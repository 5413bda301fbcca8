"""`kinerja data-induk`: the input workbook of a kabupaten or kota, ready to be filled in."""

from __future__ import annotations

import argparse
from pathlib import Path

from kinerja.cli import layar
from kinerja.cli.argumen import hari_ini, read_path, read_tahun, read_teks
from kinerja.errors import BerkasError
from kinerja.perintah import write_perintah


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "data-induk",
        help="buat data induk satu kabupaten/kota: buku kerja untuk dilengkapi",
        description="Membuat data induk (.xlsx) dengan kecamatan, program, dan indikator baku yang sudah terisi.\n"
        "Lengkapi, lalu: kinerja buat --data BERKAS",
        epilog="Kode keluar: 0 berkas dibuat; 2 tidak dapat dijalankan, atau berkas sudah ada dan sudah diisi.",
    )
    p.add_argument(
        "--kabkota",
        metavar="KODE",
        type=read_teks,
        required=True,
        help="kode Kemendagri atau namanya, contoh 12.71 atau Situbondo",
    )
    p.add_argument("--tahun", metavar="TAHUN", type=read_tahun, required=True, help="tahun perjanjian")
    p.add_argument("--keluar", metavar="BERKAS", type=read_path, default=Path("induk.xlsx"), help="bawaan: induk.xlsx")
    p.add_argument("--timpa", action="store_true", help="ganti juga berkas yang diisi; yang lama ke lama/")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the workbook, never over one that may be filled in already."""
    from kinerja.perjanjian.induk.awal import make_isi
    from kinerja.perjanjian.induk.skema import JUDUL_INDUK
    from kinerja.terbit.keluaran import make_room, write_workbook
    from kinerja.wilayah.cari import need_kabkota
    from workbook_templates.data_induk import build_data_induk

    if args.keluar.suffix.casefold() != ".xlsx":
        raise BerkasError("Nama berkas harus berakhiran .xlsx.", tempat=str(args.keluar))
    buku = build_data_induk(make_isi(need_kabkota(args.kabkota).kode, args.tahun))
    pindah = make_room(args.keluar, JUDUL_INDUK, timpa=args.timpa, hari=hari_ini())
    write_workbook(buku, args.keluar)
    if pindah:
        layar.say(f"{args.keluar.name} yang lama dipindahkan ke {pindah}.")
    perintah = write_perintah(["kinerja", "periksa", str(args.keluar)])
    layar.say(f"{args.keluar} dibuat. Isi di Excel, lalu periksa: {perintah}")
    return 0
