"""`kinerja rekap`: all that came back of one year, as a workbook, a page for the phone, and data."""

from __future__ import annotations

import argparse
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.berkas import HASIL
from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.cli.argumen import hari_ini, read_path, read_tahun, refuse_jika
from kinerja.cli.keluar import check_keluar
from kinerja.errors import BerkasError

if TYPE_CHECKING:
    from kinerja.perjanjian.rekap import Rekap

_AWAL, _TANDA = 4_096, b"<title>Rekap Perjanjian Kinerja"
"""Bytes of a page by which one of ours is known, and what stands among them; a table is known by its titles."""


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "rekap",
        help="rekap semua yang sudah kembali: rekap.xlsx, rekap.html untuk ponsel, CSV, JSON",
        description="Merekap buku kerja yang sudah dikumpulkan dengan kinerja kumpul: siapa sudah kembali dan siapa\n"
        "belum, dengan pesan pengingatnya; capaian setiap indikator dan triwulan; SKM dan SAKIP; anggaran dan\n"
        "serapan; kendala dan tindak lanjut; semua temuan. rekap.html dapat dibuka di ponsel tanpa internet.",
        epilog="Contoh: kinerja rekap hasil --keluar rekap-tw2.xlsx\n"
        "Kode keluar: 0 rekap dibuat; 2 tidak dapat dijalankan.",
    )
    p.add_argument(
        "folder",
        metavar="FOLDER",
        type=read_path,
        nargs="?",
        default=HASIL,
        help="folder terbitan, tujuan kinerja buat (bawaan: hasil)",
    )
    p.add_argument("--tahun", metavar="TAHUN", type=read_tahun, help="bawaan: tahun terakhir yang diterbitkan")
    p.add_argument("--jenis", choices=("murni", "perubahan"), help="bawaan: perubahan bila ada, selain itu murni")
    p.add_argument(
        "--keluar",
        metavar="BERKAS",
        type=read_path,
        default=Path("rekap.xlsx"),
        help="bawaan: rekap.xlsx; halaman ponselnya bernama sama, berakhiran .html",
    )
    p.add_argument("--csv", metavar="BERKAS", type=read_path, help="tulis juga datanya sebagai CSV")
    p.add_argument("--register", metavar="BERKAS", type=read_path, help="register terbitan (bawaan: di folder itu)")
    p.add_argument("--timpa", action="store_true", help="ganti juga berkas lain atau yang diubah; yang lama ke lama/")
    p.add_argument("--json", action="store_true", help="datanya sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the recap in all its forms, and say who is missing."""
    from kinerja.kumpul.halaman.dokumen import render_halaman
    from kinerja.kumpul.rekap_keluar import to_json, write_csv
    from kinerja.kumpul.rekapan import assemble_rekap
    from kinerja.terbit.keluaran import make_room, write_workbook
    from kinerja.terbit.register import NAMA_REGISTER, open_lama
    from workbook_templates.rekap import JUDUL_REKAP, build_rekap

    halaman = args.keluar.with_suffix(".html")
    _check(args, halaman)
    with open_lama(args.register or args.folder / NAMA_REGISTER, layar.say, args.folder) as buku:
        rekap = assemble_rekap(buku, hari=hari_ini(), tahun=args.tahun, jenis=args.jenis)
    rencana, isi_halaman = build_rekap(rekap), render_halaman(rekap)
    lama = [(args.keluar, make_room(args.keluar, JUDUL_REKAP, timpa=args.timpa, hari=hari_ini()))]
    write_workbook(rencana, args.keluar)
    lama.append((halaman, _write_teks(halaman, isi_halaman)))
    if args.csv is not None:
        lama.append((args.csv, _write_teks(args.csv, write_csv(rekap))))
    for path, kini in lama:
        if kini is not None:
            layar.say(f"{path.name} yang lama dipindahkan ke {kini}.")
    if args.json:
        layar.print_json(to_json(rekap))
    _say(rekap, [path for path, _ in lama])
    if not rekap.kembali and rekap.jenis == "perubahan" and args.jenis is None:
        layar.say("Rekap perjanjian murninya: tambahkan --jenis murni.")
    return 0


def _check(args: argparse.Namespace, halaman: Path) -> None:
    """Refuse before anything is written what must not be replaced.

    Raises:
        BerkasError: one of the outputs must not be written.
    """
    from workbook_templates.rekap import JUDUL_REKAP

    sumber = [args.register] if args.register is not None else []
    check_keluar(args.keluar, sumber, JUDUL_REKAP, timpa=args.timpa)
    refuse_jika(
        args.csv is not None and args.csv.suffix.casefold() != ".csv",
        f"{args.csv} tidak berakhiran .csv.",
        "Contoh: --csv rekap.csv.",
    )
    teks = [path for path in (halaman, args.csv) if path is not None]
    for path in (args.keluar, *teks):
        _check_tempat(path)
    for path in teks:
        if not args.timpa and not _is_ours(path):
            raise BerkasError(
                "Berkas sudah ada dan bukan rekap buatan kinerja.",
                tempat=str(path),
                saran="Pilih nama lain, atau pakai --timpa: yang ada dipindahkan ke folder lama.",
            )


def _check_tempat(path: Path) -> None:
    """Refuse a name that no file can have here: before the other outputs are written, not between them.

    Raises:
        BerkasError: its folder is not there, or the name is a folder's.
    """
    from kinerja.berkas import explain_oserror

    with explain_oserror(path):
        os.stat(os.path.join(path.parent, ""))  # noqa: PTH116, PTH118 - with its last slash a file is no folder
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")


def _is_ours(path: Path) -> bool:
    """Nothing stands there, or an earlier page or table of ours."""
    from kinerja.berkas import explain_oserror
    from kinerja.kumpul.rekap_keluar import KOLOM

    with explain_oserror(path):
        if not (path.exists() or path.is_symlink()):
            return True
        if not path.is_file():
            return False
        with path.open("rb") as berkas:
            awal = berkas.read(_AWAL)
    return _TANDA in awal or awal.startswith(";".join(KOLOM).encode("utf-8-sig"))


def _write_teks(path: Path, isi: bytes) -> Path | None:
    """Write a page or table; what is not ours moves to `lama/` first.

    Returns:
        Where it is now; None where nothing had to move.
    """
    from kinerja.berkas import move_to_lama, write_atomic

    lama = None if _is_ours(path) else move_to_lama(path, hari_ini())
    write_atomic(path, isi)
    return lama


def _say(rekap: Rekap, path: list[Path]) -> None:
    """What was written, and who is missing."""
    layar.say(f"{', '.join(map(str, path))} dibuat: perjanjian {rekap.jenis} {rekap.tahun}.")
    layar.say(
        f"{format_angka(len(rekap.kembali), 0)} dari {format_angka(len(rekap.baris), 0)} kecamatan sudah"
        f" kembali, {format_angka(len(rekap.belum), 0)} belum."
    )
