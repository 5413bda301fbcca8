"""`kinerja tunjukkan`: what a workbook holds, recomputed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kinerja.cli import layar
from kinerja.cli.argumen import read_path, refuse_jika
from kinerja.cli.nilai import to_data

if TYPE_CHECKING:
    from kinerja.perjanjian.kembali.terhitung import Terhitung


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "tunjukkan",
        help="tampilkan isi sebuah buku kerja: indikator, anggaran, survei, SAKIP, Cek, isian",
        description="Menampilkan isi sebuah buku kerja perjanjian, terbitan atau kiriman, dari versi mana pun.\n"
        "Hasilnya dihitung ulang dari isian; disebut juga apakah nilai yang tersimpan di berkas itu masih sama.",
        epilog="Contoh: kinerja tunjukkan kiriman.xlsx --isian\n"
        "Kode keluar: 0 terbaca; 2 tidak dapat dijalankan. Untuk memeriksa isinya: kinerja periksa.",
    )
    p.add_argument("berkas", metavar="BERKAS", type=read_path, help="buku kerja: .xlsx")
    p.add_argument("--isian", action="store_true", help="tampilkan juga setiap isian dengan letaknya")
    p.add_argument("--lengkap", action="store_true", help="bersama --isian: juga isi blok yang panjang, seperti survei")
    p.add_argument("--json", action="store_true", help="semuanya sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, recompute, show."""
    from kinerja.cli.tunjukkan_teks import list_baris, list_isian
    from kinerja.perjanjian.kembali.terhitung import read_terhitung

    refuse_jika(args.lengkap and not args.isian, "--lengkap hanya berarti bersama --isian.", "Tambahkan --isian.")
    refuse_jika(
        args.json and args.isian, "--isian tidak berarti bersama --json.", "Hapus --isian; JSON memuat semua isian."
    )
    t = read_terhitung(args.berkas)
    if args.json:
        layar.print_json(_to_dict(t))
        return 0
    layar.print_data("\n".join(list_baris(t)))
    if args.isian:
        layar.print_data("\n".join(list_isian(t, lengkap=args.lengkap)))
    return 0


def _to_dict(t: Terhitung) -> dict[str, object]:
    """All of it as data."""
    from kinerja.cli.tunjukkan_teks import check_simpanan, read_penanda
    from kinerja.perjanjian.kembali.blok import list_blok
    from kinerja.perjanjian.kembali.cek import KATA
    from kinerja.perjanjian.kembali.tanpa_rumus import list_tanpa_rumus

    h = t.hasil
    simpanan = [satu.to_dict() for satu in check_simpanan(t)]
    return {
        "berkas": t.buku.tempat,
        **to_data(t.identitas),
        "sidik": t.buku.identitas.get("sidik", ""),
        "disimpan": t.buku.disimpan,
        "simpanan_sama": not simpanan,
        "tanpa_rumus": [satu.to_dict() for satu in list_tanpa_rumus(t.buku)],
        "temuan": [satu.to_dict() for satu in t.isian.temuan] + simpanan,
        "penanda_tangan": read_penanda(t),
        "rerata": to_data(h.rerata),
        "indikator": to_data(h.indikator),
        "program": to_data(h.program),
        "skm": to_data(h.skm),
        "sakip": to_data(h.sakip),
        "cek": {"jumlah": {kata: h.count_cek(kata) for kata in KATA}, "baris": to_data(h.cek)},
        "hasil": to_data(h.nama),
        "isian": {b.nama: {"lembar": b.lembar, "sel": b.wilayah, "isi": to_data(b.isi)} for b in list_blok(t)},
    }
