"""`kinerja buat`: the agreement workbooks of a data set."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.berkas import HASIL
from kinerja.cli import layar
from kinerja.cli.argumen import bulat, read_path, read_tahun, read_teks, refuse_jika, saat_ini
from kinerja.cli.buat_hasil import refuse_ditolak, show_terbit, to_json
from kinerja.cli.data import (
    SEBUTAN_BAWAAN,
    add_kecamatan,
    add_semula,
    hint_semula,
    is_bawaan,
    read_perjanjian,
    with_semula,
)
from kinerja.cli.isi_dari import add_isi_dari, finish_isi, read_isi
from kinerja.errors import MasukanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.formulir.baca import Formulir
    from kinerja.perjanjian.model import PerjanjianKinerja
    from kinerja.workbook.kunci import Kunci

SANDI = "KINERJA_SANDI"


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "buat",
        help="buat buku kerja perjanjian kinerja, satu berkas setiap kecamatan",
        description="Membuat buku kerja perjanjian kinerja (.xlsx), satu berkas setiap kecamatan.\n"
        "Tanpa --data dipakai data bawaan: 21 kecamatan Kota Medan 2024.\n"
        "Dengan --semua: 7.285 kecamatan se-Indonesia, target kosong, dalam folder provinsi/kabupaten-kota.",
        epilog="Aman diulang: hanya berkas yang masih persis seperti diterbitkan yang diganti, dan hanya bila isian\n"
        "yang dibawanya ikut (--isi-dari). Yang diterbitkan diingat dalam register-kinerja.sqlite di folder tujuan;\n"
        "daftarnya: kinerja riwayat FOLDER.\n"
        "Isian yang tidak menemukan tempat (--isi-dari) ditulis ke isian-tersisa.csv di folder itu.\n"
        "Kode keluar: 0 semua berkas ada (temuan hanya ditampilkan); 2 tidak dapat dijalankan, atau ada berkas yang\n"
        "tidak ditimpa.",
    )
    p.add_argument("--data", metavar="SUMBER", type=read_path, help="data induk: .xlsx, .toml, atau folder berisi CSV")
    p.add_argument("--semua", action="store_true", help="semua kecamatan se-Indonesia: struktur, nomenklatur, dan nama")
    p.add_argument("--tahun", metavar="TAHUN", type=read_tahun, help="tahun perjanjian, untuk --semua")
    add_kecamatan(p)
    add_semula(p)
    add_isi_dari(p)
    p.add_argument("--keluar", metavar="FOLDER", type=read_path, default=HASIL, help="folder tujuan (bawaan: hasil)")
    p.add_argument(
        "--templat",
        metavar="FORMULIR",
        type=read_path,
        help="isi formulir .xlsx milik kantor, bukan buku kerja kinerja; contohnya: kinerja templat contoh",
    )
    p.add_argument(
        "--tanpa-yang-hilang", action="store_true", help="--templat: terbitkan tanpa isi formulir yang tidak terbawa"
    )
    p.add_argument("--kertas", choices=("f4", "a4"), help="kertas cetak (bawaan: f4)")
    p.add_argument(
        "--responden", metavar="N", type=bulat(1, 20_000), help="baris lembar survei, 1 sampai 20.000 (bawaan: 400)"
    )
    p.add_argument("--jenis", choices=("murni", "perubahan"), help="jenis perjanjian (bawaan: menurut data)")
    p.add_argument("--logo", metavar="GAMBAR", type=read_path, help="logo untuk kop surat: PNG atau JPEG, sampai 2 MB")
    p.add_argument(
        "--sandi", action="store_true", help=f"kunci dengan sandi: ditanyakan, atau dari variabel lingkungan {SANDI}"
    )
    p.add_argument(
        "--timpa",
        action="store_true",
        help="ganti juga yang diisi, diubah, atau tidak ikut isiannya; yang lama ke lama/",
    )
    p.add_argument("--register", metavar="BERKAS", type=read_path, help="register terbitan (bawaan: di folder tujuan)")
    p.add_argument("--proses", metavar="N", type=bulat(1, 64), help="banyaknya proses (bawaan: sebanyak inti komputer)")
    p.add_argument(
        "--dask", metavar="ALAMAT", type=read_teks, help="buat buku di klaster Dask, contoh tcp://10.0.0.5:8786"
    )
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build, show what was built and found."""
    from kinerja.cli.logo import read_logo
    from kinerja.kumpul.ketinggalan import make_penghitung
    from kinerja.perjanjian.model import JenisPerjanjian
    from kinerja.perjanjian.semula import change_jenis
    from kinerja.terbit.pembuatan import OpsiTerbit, choose_pembuat, identify
    from kinerja.terbit.penerbitan import Asal, Tujuan, issue_workbooks, place_by_wilayah

    check_pilihan(args)
    logo = None if args.logo is None else read_logo(args.logo)
    perjanjian = _read_semua(args) if args.semua else read_perjanjian(args.data, args.kecamatan)
    if args.jenis:
        perjanjian = [change_jenis(pk, JenisPerjanjian(args.jenis)) for pk in perjanjian]
    perjanjian = with_semula(perjanjian, args.semula)
    if not args.semua:  # there is no murni of all
        hint_semula(perjanjian, args.semula)
    kunci = _ask_kunci() if args.sandi else None
    templat = _read_templat(args, perjanjian)
    opsi = OpsiTerbit(args.kertas or "f4", args.responden or 400, logo, kunci, args.timpa, templat=templat)
    opsi, pindahan = read_isi(args, perjanjian, opsi)
    make = choose_pembuat(len(perjanjian), proses=args.proses, dask=args.dask)
    place = place_by_wilayah if args.semua else lambda _: Path()
    asal = Asal(*_read_asal(args), saat_ini())
    penghitung = make_penghitung((satu.identitas, satu.sidik_terbit) for satu in pindahan)
    terbitan = issue_workbooks(
        perjanjian,
        Tujuan(args.keluar, place, args.register, penghitung),
        asal=asal,
        opsi=opsi,
        make=make,
        say=layar.say,
    )
    terbit = list(layar.follow(terbitan, len(perjanjian), "Membuat buku kerja"))
    if not (args.semua or args.data):
        layar.say(f"Tanpa --data yang dipakai {SEBUTAN_BAWAAN}, sebagai contoh.")
    show_terbit(terbit, args.keluar)
    ditolak = [t for t in terbit if t.sumbatan]
    tanpa = {t.kode for t in ditolak}
    pindahan = tuple(satu for satu in pindahan if satu.identitas.kode not in tanpa)
    finish_isi(args, pindahan, asal.waktu)
    if args.json:
        layar.print_json(to_json(terbit, pindahan))
    return refuse_ditolak(ditolak, {i.kode: i for i in map(identify, perjanjian)}, args)


def _read_templat(args: argparse.Namespace, perjanjian: Sequence[PerjanjianKinerja]) -> Formulir | None:
    """The office's own form, if one is to be filled in."""
    if args.templat is None:
        return None
    from kinerja.cli.formulir import find_pada, open_formulir
    from kinerja.formulir.hilang import check_hilang
    from kinerja.formulir.isi import check_nilai

    formulir = open_formulir(args.templat, find_pada(perjanjian))
    for satu in check_hilang(formulir.asli, formulir.berkas, boleh=args.tanpa_yang_hilang):
        layar.say(f"Tidak terbawa dari formulir: {satu}")
    for _ in layar.follow(check_nilai(formulir, perjanjian), len(perjanjian), "Memeriksa formulir"):
        pass
    return formulir


def _read_asal(args: argparse.Namespace) -> tuple[str, str]:
    """From which data the workbooks are: a name, and the digest of the bytes where they are the user's."""
    from kinerja.terbit.asal import BAWAAN, NASIONAL, join_asal, read_asal

    bawaan = BAWAAN, ""
    if args.semua:
        return NASIONAL, ""
    asal = bawaan if args.data is None else read_asal(args.data)
    if args.semula is None:
        return asal
    return join_asal(asal, bawaan if is_bawaan(args.semula) else read_asal(args.semula))


def check_pilihan(args: argparse.Namespace) -> None:
    """Refuse options that would have no effect.

    Raises:
        MasukanError: names them.
    """
    lain = args.data is not None or args.kecamatan
    refuse_jika(args.semua and lain, "--semua tidak dapat bersama --data atau --kecamatan.", "Pakai salah satu.")
    refuse_jika(
        args.semua and args.semula is not None, "--semula tidak dapat bersama --semua.", "Pakai --data, bukan --semua."
    )
    refuse_jika(
        args.semua and args.tahun is None, "Tahun perjanjian belum disebut.", "Tambahkan, contoh: --tahun 2025."
    )
    refuse_jika(
        args.tahun is not None and not args.semua, "--tahun hanya untuk --semua.", "Ubah tahunnya di data induk."
    )
    refuse_jika(args.proses is not None and args.dask, "--proses tidak dapat bersama --dask.", "Pakai salah satu.")
    tanpa = args.tanpa_yang_hilang and args.templat is None
    refuse_jika(tanpa, "--tanpa-yang-hilang hanya untuk --templat.", "Hapus pilihan itu.")
    for nama in ("kertas", "responden", "logo", "semula"):
        refuse_jika(
            args.templat is not None and getattr(args, nama) is not None,
            f"--{nama} tidak berlaku untuk --templat.",
            "Atur di formulirnya.",
        )
    if args.register is not None:
        _check_register(args)


def _check_register(args: argparse.Namespace) -> None:
    """Refuse as a register what is a source, or has a name that other outputs have."""
    from kinerja.terbit.keluaran import is_sama
    from kinerja.terbit.sha256sums import SHA256SUMS

    sumber = [satu for satu in (args.data, args.logo, args.semula, args.templat) if satu is not None]
    nama = args.register.name.casefold()
    lain = nama == SHA256SUMS.casefold() or nama.endswith((".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".toml"))
    refuse_jika(
        lain or any(is_sama(args.register, satu) for satu in sumber),
        f"{args.register} bukan register kinerja.",
        "Sebutkan nama lain untuk --register, contoh: register.sqlite.",
    )


def _read_semua(args: argparse.Namespace) -> list[PerjanjianKinerja]:
    from kinerja.perjanjian.induk.nasional import list_nasional

    return list(list_nasional(args.tahun))


def _ask_kunci() -> Kunci:
    from getpass import getpass

    from kinerja.workbook.kunci import Kunci

    sandi = os.environ.get(SANDI)
    if sandi is None:
        if sys.stdin is None or not sys.stdin.isatty():
            raise MasukanError(
                "Sandi tidak dapat ditanyakan di luar jendela perintah.", saran=f"Isi variabel lingkungan {SANDI}."
            )
        sandi = getpass("Sandi: ")
        if getpass("Ulangi sandi: ") != sandi:
            raise MasukanError("Kedua sandi tidak sama.", saran="Jalankan lagi dan ketik ulang.")
    try:
        return Kunci.from_sandi(sandi)
    except ValueError:
        raise MasukanError(
            "Sandi kosong, terlalu panjang, atau berisi karakter yang rusak.", saran="Pakai 1 sampai 255 karakter."
        ) from None
