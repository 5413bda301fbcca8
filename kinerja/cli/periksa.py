"""`kinerja periksa`: the checks over agreements, without building anything; and what filled workbooks say."""

from __future__ import annotations

import argparse
import sys

from kinerja.cli import layar
from kinerja.cli.argumen import read_path, refuse_jika
from kinerja.cli.data import add_kecamatan, add_semula, read_perjanjian, with_semula
from kinerja.cli.kembali import find_kembali, show_kembali


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "periksa",
        help="periksa data perjanjian, atau baca hasil Cek buku kerja yang sudah diisi",
        description="Memeriksa data perjanjian kinerja: jumlah, target, program, desa/kelurahan, isian wajib.\n"
        "Dari buku kerja perjanjian yang sudah terbit atau diisi, yang dilaporkan ialah hasil lembar Cek di dalamnya\n"
        "dan temuan pada datanya saat buku itu dibuat. PERIKSA adalah galat, BELUM peringatan, DIJELASKAN info.\n"
        "Hasil itu menurut berkas itu sendiri, seperti tersimpan terakhir kali; tidak ada yang dihitung ulang.\n"
        "Dengan --semula ditampilkan juga apa yang berubah: semula, menjadi, baru, dicabut.",
        epilog="Kode keluar: 0 tidak ada galat atau peringatan; 1 ada; 2 tidak dapat dijalankan.",
    )
    p.add_argument(
        "data",
        metavar="DATA",
        type=read_path,
        nargs="?",
        help="data induk: .xlsx, .toml, atau folder berisi CSV (bawaan: Kota Medan 2024);"
        " atau buku kerja yang sudah terbit atau diisi: .xlsx, atau folder berisi buku-bukunya",
    )
    add_kecamatan(p)
    add_semula(p)
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show all findings."""
    from kinerja.cli.ubahan import show_ubahan, to_dict
    from kinerja.perjanjian.periksa import check_perjanjian

    if kembali := find_kembali(args.data):
        refuse_jika(args.semula is not None, "--semula hanya untuk data induk, bukan buku kerja.", "Hapus pilihan itu.")
        return show_kembali(kembali, args.kecamatan, str(args.data), json=args.json)
    perjanjian = with_semula(read_perjanjian(args.data, args.kecamatan), args.semula)
    milik = [(pk.kecamatan.sebutan, check_perjanjian(pk)) for pk in perjanjian]
    temuan = [t for _, bagian in milik for t in bagian]
    if args.json:
        ubahan = {} if args.semula is None else {"ubahan": [to_dict(pk) for pk in perjanjian]}
        layar.print_json({"temuan": [t.to_dict() for t in temuan], **ubahan})
    else:
        if args.semula is not None:
            show_ubahan(perjanjian)
        layar.show_temuan(layar.group_temuan(milik), sys.stdout)
        layar.say(f"{len(perjanjian)} perjanjian diperiksa: {layar.write_jumlah(temuan)}.")
    return layar.choose_kode(temuan)
