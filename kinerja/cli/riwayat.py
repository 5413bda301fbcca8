"""`kinerja riwayat`: what was issued into a folder, and an issued file again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.cli import layar
from kinerja.cli.argumen import bulat, read_path, read_tahun
from kinerja.errors import BerkasError, DataError, MasukanError
from kinerja.hari import write_waktu
from kinerja.perintah import write_perintah

if TYPE_CHECKING:
    from kinerja.terbit.register import Register, Terbitan

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
    p.add_argument(
        "--formulir", action="store_true", help="untuk --ambil: formulir kantor yang dipakai, seperti saat diberikan"
    )
    p.add_argument("--register", metavar="BERKAS", type=read_path, help="register terbitan (bawaan: di folder itu)")
    p.add_argument("--json", action="store_true", help="daftar sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, or write a file back."""
    from kinerja.berkas import write_baru
    from kinerja.terbit.register import NAMA_REGISTER, open_lama

    _check(args)
    with open_lama(args.register or args.folder / NAMA_REGISTER, layar.say, args.folder) as buku:
        semua = buku.list_terbitan()
        if args.ambil is None:
            _show(semua, args)
            return 0
        satu = _find(semua, args)
        isi = _read(buku, satu)
        if args.formulir:
            nama, isi = _read_formulir(buku, satu, isi)
    write_baru(args.keluar, isi)
    if args.formulir:
        layar.say(f"{args.keluar} ditulis: formulir {nama} dari {satu.nama} {satu.identitas.tahun}.")
        return 0
    kapan = write_waktu(satu.waktu)
    layar.say(f"{args.keluar} ditulis: {satu.nama} {satu.identitas.tahun}, revisi {satu.revisi}, {kapan}.")
    return 0


def _check(args: argparse.Namespace) -> None:
    """Options that go together."""
    if args.ambil is None:
        sendiri = [n for n in ("tahun", "jenis", "revisi", "keluar") if getattr(args, n) is not None]
        sendiri += ["formulir"] if args.formulir else []
        if sendiri:
            raise MasukanError(f"--{sendiri[0]} hanya berarti bersama --ambil.", saran="Tambahkan --ambil KODE.")
    elif args.keluar is None:
        raise MasukanError("Berkas tujuan belum disebut.", saran="Tambahkan, contoh: --keluar terbitan.xlsx.")
    elif args.keluar.suffix.casefold() != ".xlsx":
        raise MasukanError(f"{args.keluar} tidak berakhiran .xlsx.", saran="Contoh: --keluar terbitan.xlsx.")
    elif args.json:
        raise MasukanError("--json tidak dapat bersama --ambil.", saran="Pakai salah satu.")


def _find(semua: Sequence[Terbitan], args: argparse.Namespace) -> Terbitan:
    """The one issue that is meant."""
    from kinerja.wilayah import normalize_kode

    kode = normalize_kode(args.ambil)
    cocok = [
        t
        for t in semua
        if t.identitas.kode == kode
        and args.tahun in (None, t.identitas.tahun)
        and args.jenis in (None, t.identitas.jenis)
        and args.revisi in (None, t.revisi)
    ]
    if not cocok:
        tahun, revisi = f" {args.tahun}" if args.tahun else "", f" revisi {args.revisi}" if args.revisi else ""
        jenis = f" {args.jenis}" if args.jenis else ""
        raise DataError(
            f"Tidak ada terbitan{jenis}{tahun}{revisi} untuk {kode}.",
            tempat=str(args.folder),
            saran=f"Lihat yang ada: {_write_perintah(args)}",
        )
    perjanjian = sorted({t.identitas for t in cocok})
    if len(perjanjian) > 1:
        sebutan = ", ".join(f"{i.jenis} {i.tahun}" for i in perjanjian)
        beda: dict[str, set[object]] = {
            "--tahun": {i.tahun for i in perjanjian},
            "--jenis": {i.jenis for i in perjanjian},
        }
        pilihan = " atau ".join(nama for nama, nilai in beda.items() if len(nilai) > 1)
        raise MasukanError(f"Ada beberapa yang bisa dimaksud: {sebutan}.", saran=f"Tambahkan {pilihan}.")
    return cocok[-1]


def _write_perintah(args: argparse.Namespace) -> str:
    """The command that lists what is in this register."""
    register = ["--register", str(args.register)] if args.register else []
    return write_perintah(["kinerja", "riwayat", str(args.folder), *register])


def _read(buku: Register, satu: Terbitan) -> bytes:
    """The file of an issue.

    Raises:
        BerkasError: what is kept of it is damaged.
    """
    from kinerja.terbit.register import SimpananError

    try:
        return buku.read_isi(satu.sidik)
    except SimpananError:
        i = satu.identitas
        raise BerkasError(
            f"Simpanan {i.kode} {i.jenis} {i.tahun} revisi {satu.revisi} rusak.",
            tempat=str(buku.path),
            saran="Jalankan kinerja buat dengan data, pilihan, dan versi yang sama: simpanannya dipulihkan; atau ambil"
            " revisi lain dengan --revisi.",
        ) from None


def _read_formulir(buku: Register, satu: Terbitan, isi: bytes) -> tuple[str, bytes]:
    """The form that an issue was made from: the name of its file, its bytes.

    Raises:
        DataError: it was made from none.
        BerkasError: what is kept of it is damaged, or is not there.
    """
    from kinerja.perjanjian.kembali.tanda_formulir import FORMULIR
    from kinerja.perjanjian.model import AWALAN_NAMA
    from kinerja.tabel.buku import open_buku, read_bernama
    from kinerja.terbit.simpanan_formulir import read_formulir_lama

    sidik = read_bernama(open_buku(isi, satu.berkas), AWALAN_NAMA).get(FORMULIR)
    if not sidik:
        raise DataError(
            f"Revisi {satu.revisi} untuk {satu.identitas.kode} tidak dibuat dari formulir.",
            saran="Ambil tanpa --formulir.",
        )
    return read_formulir_lama(buku, sidik)


def _show(semua: Sequence[Terbitan], args: argparse.Namespace) -> None:
    if not semua:
        layar.say("Register kosong: belum ada yang tercatat.")
    terakhir = {t.identitas: t.revisi for t in semua}
    keadaan = [_see(t, args.folder) if t.revisi == terakhir[t.identitas] else DIGANTI for t in semua]
    if args.json:
        layar.print_json({"terbitan": [_to_dict(t, k) for t, k in zip(semua, keadaan, strict=True)]})
        return
    isi = [tuple(map(str, _to_baris(t, k, write_waktu(t.waktu)))) for t, k in zip(semua, keadaan, strict=True)]
    lebar = [max(map(len, kolom)) for kolom in zip(_KEPALA, *isi, strict=True)]
    for baris in (_KEPALA, *isi):
        layar.print_data("  ".join(sel.ljust(n) for sel, n in zip(baris, lebar, strict=True)).rstrip())


def _see(terbitan: Terbitan, folder: Path) -> str:
    """What the file is like now."""
    from kinerja.berkas import read_sidik

    kini = read_sidik(folder / terbitan.folder / terbitan.berkas)
    return TIDAK_ADA if kini is None else UTUH if kini == terbitan.sidik else BERUBAH


def _to_baris(t: Terbitan, keadaan: str, kapan: str) -> tuple[object, ...]:
    letak = f"{t.folder}/{t.berkas}" if t.folder else t.berkas
    i = t.identitas
    return i.kode, t.nama, i.tahun, i.jenis, t.revisi, kapan, t.versi, letak, keadaan


def _to_dict(t: Terbitan, keadaan: str) -> dict[str, object]:
    kolom = (judul.lower() for judul in _KEPALA)
    return dict(zip(kolom, _to_baris(t, keadaan, t.waktu), strict=True)) | {
        "sha256": t.sidik,
        "sumber": t.sumber,
        "sha256_sumber": t.sidik_sumber,
    }
