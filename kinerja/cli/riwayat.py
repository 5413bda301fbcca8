"""`kinerja riwayat`: what was issued into a folder, and an issued file again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.cli import layar
from kinerja.cli.argumen import bulat, read_path, read_tahun
from kinerja.errors import BerkasError, DataError, MasukanError

if TYPE_CHECKING:
    from kinerja.terbit.register import Catatan

UTUH, BERUBAH, TIDAK_ADA, DIGANTI = "utuh", "berubah", "tidak ada", "diganti"
_KEPALA = ("Kode", "Kecamatan", "Tahun", "Jenis", "Revisi", "Kapan", "Versi", "Berkas", "Keadaan")


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "riwayat",
        help="daftar buku kerja yang pernah diterbitkan ke sebuah folder; ambil kembali salah satunya",
        description="Menampilkan yang pernah diterbitkan kinerja buat ke sebuah folder, menurut register di dalamnya.\n"
        "Keadaan berkas sekarang: utuh (persis seperti diterbitkan), berubah, tidak ada, atau diganti revisi baru.",
        epilog="Contoh: kinerja riwayat hasil --ambil 12.71.17 --keluar medan-baru-terbitan.xlsx\n"
        "Kode keluar: 0 ada; 2 tidak dapat dijalankan.",
    )
    p.add_argument("folder", metavar="FOLDER", type=read_path, help="folder tujuan kinerja buat")
    p.add_argument("--ambil", metavar="KODE", help="tulis kembali buku yang diterbitkan untuk kecamatan ini")
    p.add_argument("--tahun", metavar="TAHUN", type=read_tahun, help="untuk --ambil, bila ada beberapa")
    p.add_argument("--jenis", choices=("murni", "perubahan"), help="untuk --ambil, bila ada beberapa")
    p.add_argument("--revisi", metavar="N", type=bulat(1, 999_999), help="untuk --ambil (bawaan: yang terakhir)")
    p.add_argument("--keluar", metavar="BERKAS", type=read_path, help="untuk --ambil: berkas baru yang ditulis")
    p.add_argument("--register", metavar="BERKAS", type=read_path, help="register terbitan (bawaan: di folder itu)")
    p.add_argument("--json", action="store_true", help="daftar sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, or write a file back."""
    from kinerja.terbit.register import NAMA_REGISTER, open_lama

    _check(args)
    with open_lama(args.register or args.folder / NAMA_REGISTER) as buku:
        semua = buku.list_catatan()
        if args.ambil is None:
            _show(semua, args)
            return 0
        satu = _find(semua, args)
        isi = buku.read_isi(satu.sidik)
    _write(args.keluar, isi)
    layar.say(f"{args.keluar} ditulis: {satu.nama} {satu.identitas.tahun}, revisi {satu.revisi}, {satu.waktu}.")
    return 0


def _check(args: argparse.Namespace) -> None:
    """Options that go together."""
    if args.ambil is None:
        sendiri = [n for n in ("tahun", "jenis", "revisi", "keluar") if getattr(args, n) is not None]
        if sendiri:
            raise MasukanError(f"--{sendiri[0]} hanya berarti bersama --ambil.", saran="Tambahkan --ambil KODE.")
    elif args.keluar is None:
        raise MasukanError("Berkas tujuan belum disebut.", saran="Tambahkan, contoh: --keluar terbitan.xlsx.")
    elif args.json:
        raise MasukanError("--json tidak dapat bersama --ambil.", saran="Pakai salah satu.")


def _find(semua: Sequence[Catatan], args: argparse.Namespace) -> Catatan:
    """The one issue that is meant."""
    from kinerja.wilayah import normalize_kode

    kode = normalize_kode(args.ambil)
    cocok = [
        c
        for c in semua
        if c.identitas.kode == kode
        and args.tahun in (None, c.identitas.tahun)
        and args.jenis in (None, c.identitas.jenis)
        and args.revisi in (None, c.revisi)
    ]
    if not cocok:
        raise DataError(
            f"Tidak ada terbitan seperti itu untuk {kode}.",
            tempat=str(args.folder),
            saran=f"Lihat yang ada: kinerja riwayat {args.folder}",
        )
    perjanjian = sorted({c.identitas for c in cocok})
    if len(perjanjian) > 1:
        sebutan = ", ".join(f"{i.jenis} {i.tahun}" for i in perjanjian)
        raise MasukanError(f"Ada beberapa yang bisa dimaksud: {sebutan}.", saran="Tambahkan --tahun atau --jenis.")
    return cocok[-1]


def _write(path: Path, isi: bytes) -> None:
    from kinerja.berkas import write_atomic

    if path.exists() or path.is_symlink():
        raise BerkasError("Berkas sudah ada.", tempat=str(path), saran="Pilih nama lain dengan --keluar.")
    write_atomic(path, isi)


def _show(semua: Sequence[Catatan], args: argparse.Namespace) -> None:
    terakhir = {c.identitas: c.revisi for c in semua}
    keadaan = [_see(c, args.folder) if c.revisi == terakhir[c.identitas] else DIGANTI for c in semua]
    if args.json:
        layar.print_json({"terbitan": [_to_dict(c, k) for c, k in zip(semua, keadaan, strict=True)]})
        return
    isi = [tuple(map(str, _to_baris(c, k))) for c, k in zip(semua, keadaan, strict=True)]
    lebar = [max(map(len, kolom)) for kolom in zip(_KEPALA, *isi, strict=True)]
    for baris in (_KEPALA, *isi):
        layar.print_data("  ".join(sel.ljust(n) for sel, n in zip(baris, lebar, strict=True)).rstrip())


def _see(catatan: Catatan, folder: Path) -> str:
    """What the file is like now."""
    from kinerja.berkas import read_sidik

    kini = read_sidik(folder / catatan.folder / catatan.berkas)
    return TIDAK_ADA if kini is None else UTUH if kini == catatan.sidik else BERUBAH


def _to_baris(c: Catatan, keadaan: str) -> tuple[object, ...]:
    letak = f"{c.folder}/{c.berkas}" if c.folder else c.berkas
    i = c.identitas
    return i.kode, c.nama, i.tahun, i.jenis, c.revisi, c.waktu, c.versi, letak, keadaan


def _to_dict(c: Catatan, keadaan: str) -> dict[str, object]:
    kolom = (judul.lower() for judul in _KEPALA)
    return dict(zip(kolom, _to_baris(c, keadaan), strict=True)) | {
        "sha256": c.sidik,
        "sumber": c.sumber,
        "sha256_sumber": c.sidik_sumber,
    }
