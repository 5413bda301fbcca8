"""`kinerja addin`: the spreadsheet functions, built, installed, diagnosed, and frozen out of a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from kinerja.berkas import explain_oserror
from kinerja.cli import layar
from kinerja.cli.argumen import add_pada, bulat, hari_ini, read_path, read_teks, refuse_jika
from kinerja.errors import BerkasError
from kinerja.peraturan import list_berlaku
from kinerja.perintah import write_perintah

PEMBANGUN = {
    "excel": ("addin.build.xlam_murni", "build_xlam_murni"),
    "excel-python": ("addin.build.xlam", "build_xlam"),
    "calc": ("addin.build.oxt", "build_oxt"),
    "excel-web": ("addin.build.web", "build_web"),
    "excel-rumus": ("addin.build.rumus", "build_rumus"),
}
"""For each program the builder: folder (and for the web its address and Pyodide) -> what was built in it."""
BERPENDAMPING = ("excel", "excel-python")
"""Add-ins whose texts are written as a file beside them too."""

ALAMAT = "https://localhost:8443"
"""Of a web folder for which none is named: where `kinerja addin sajikan` serves."""

KEADAAN = {True: "baik ", False: "SALAH", None: "ragu "}
"""What was looked at on a machine: well, wrong, cannot be known."""
TAMPIL = 20
"""Cells that are told one by one of which the value stays."""


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and what it can do."""
    p = sub.add_parser(
        "addin",
        help="fungsi lembar kerja seperti =SAKIP_PREDIKAT(66,5): bangun, pasang, periksa, bekukan",
        description="Fungsi kinerja untuk Excel dan LibreOffice.",
    )
    aksi = p.add_subparsers(title="aksi", metavar="AKSI", required=True)
    bangun = aksi.add_parser(
        "bangun",
        help="buat berkas add-in untuk satu program lembar kerja",
        description="Membuat berkas add-in untuk satu program lembar kerja; cara memasangnya ditampilkan sesudahnya.",
    )
    bangun.add_argument("--untuk", choices=PEMBANGUN, required=True, help="program yang dituju")
    bangun.add_argument(
        "--keluar", metavar="FOLDER", type=read_path, default=Path(), help="folder tujuan (bawaan: di sini)"
    )
    bangun.add_argument(
        "--alamat",
        metavar="URL",
        type=read_teks,
        help=f"excel-web: alamat https tempat folder itu akan ditaruh (bawaan: {ALAMAT}, yaitu komputer ini saja)",
    )
    _add_pyodide(bangun)
    bangun.set_defaults(run=run_bangun)
    pasang = aksi.add_parser(
        "pasang",
        help="pasang add-in Excel untuk pengguna ini (Windows)",
        description="Memasang add-in Excel untuk pengguna ini, di Windows; sesudahnya mulai ulang Excel.",
    )
    pasang.set_defaults(run=run_pasang)
    lepas = aksi.add_parser("lepas", help="hapus add-in Excel pengguna ini (Windows)")
    lepas.set_defaults(run=run_lepas)
    periksa = aksi.add_parser(
        "periksa",
        help="cari sebab add-in Excel tidak bekerja (Windows)",
        epilog="Kode keluar: 0 semua baik; 1 ada yang salah; 2 tidak dapat dijalankan.",
    )
    periksa.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    periksa.set_defaults(run=run_periksa)
    bekukan = aksi.add_parser(
        "bekukan",
        help="ganti fungsi kinerja dalam sebuah .xlsx dengan rumus biasa, agar terbaca tanpa add-in",
        description="Mengganti fungsi kinerja dengan rumus Excel biasa yang setara; yang tidak punya rumus setara\n"
        "menjadi nilainya, kecuali bila --pada meminta aturan lain daripada yang berlaku hari ini. Begitu juga fungsi\n"
        "atas sel yang tampak persen (rumus biasa melihat 0,665, bukan 66,5), atas tanggal, dan atas TRUE atau FALSE.\n"
        "Isi berkas yang lain tidak berubah. Teks yang hanya tampak seperti angka tidak terbaca oleh rumus biasa dan\n"
        "menjadi #VALUE!. Berkas tanpa fungsi kinerja ditolak, dan tidak ada yang ditulis.",
        epilog="Kode keluar: 0 semua dibekukan; 1 ada yang tersisa; 2 tidak dapat dijalankan.",
    )
    bekukan.add_argument("file", metavar="BERKAS", type=read_path, help="buku kerja .xlsx")
    bekukan.add_argument("--nilai", action="store_true", help="jadikan nilai, bukan rumus")
    add_pada(bekukan)
    bekukan.add_argument("--keluar", metavar="BERKAS", type=read_path, help="berkas tujuan (bawaan: BERKAS-beku.xlsx)")
    bekukan.set_defaults(run=run_bekukan)
    sajikan = aksi.add_parser("sajikan", help="coba add-in web di komputer ini lewat https (alamat lokal saja)")
    sajikan.add_argument("--port", metavar="N", type=bulat(1024, 65535), default=8443, help="bawaan: 8443")
    _add_pyodide(sajikan)
    sajikan.set_defaults(run=run_sajikan)


def run_bangun(args: argparse.Namespace) -> int:
    """Build for one program; the path goes to stdout."""
    opsi = {nama: nilai for nama, nilai in (("alamat", args.alamat), ("pyodide", args.pyodide)) if nilai is not None}
    salah = opsi and args.untuk != "excel-web"
    refuse_jika(salah, "--alamat dan --pyodide hanya untuk excel-web.", "Hapus, atau pakai --untuk excel-web.")
    build = _import(*PEMBANGUN[args.untuk])
    with _make_folder(args.keluar):
        hasil = build(args.keluar, **opsi)
        if args.untuk in BERPENDAMPING:
            _import("addin.build.keterangan", "write_pendamping")(hasil)
    layar.print_data(str(hasil))
    ulangi = "" if args.alamat or args.untuk != "excel-web" else _write_perintah(args)
    alamat = _import("addin.build.web", "clean_alamat")(args.alamat) if args.alamat else ALAMAT
    for baris in _import("addin.build.petunjuk", "list_petunjuk")(args.untuk, alamat, ulangi):
        layar.say(baris)
    return 0


@contextmanager
def _make_folder(folder: Path) -> Iterator[None]:
    """The folder for what is built; where nothing is built, those that were made for it go again."""
    baru = [satu for satu in (folder, *folder.parents) if not satu.exists()]
    try:
        with explain_oserror(folder):
            folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for satu in baru:
            with suppress(OSError):
                satu.rmdir()
        raise


def _write_perintah(args: argparse.Namespace) -> str:
    """The command that builds the same web folder for a server."""

    lain = [("--keluar", args.keluar if args.keluar != Path() else None), ("--pyodide", args.pyodide)]
    tambahan = [str(satu) for pasangan in lain if pasangan[1] is not None for satu in pasangan]
    perintah = ["kinerja", "addin", "bangun", "--untuk", "excel-web", "--alamat", "https://ALAMAT-FOLDER", *tambahan]
    return write_perintah(perintah)


def run_pasang(args: argparse.Namespace) -> int:
    """Install for this user of Windows."""
    from addin.komputer import get_komputer
    from addin.pasang import install

    layar.print_data(str(install(get_komputer())))
    layar.say("Add-in terpasang. Mulai ulang Excel, lalu ketik =KINERJA_VERSI() di sebuah sel.")
    return 0


def run_lepas(args: argparse.Namespace) -> int:
    """Remove it."""
    from addin.komputer import get_komputer
    from addin.pasang import uninstall

    layar.say("Add-in dihapus." if uninstall(get_komputer()) else "Add-in memang tidak terpasang.")
    return 0


def run_periksa(args: argparse.Namespace) -> int:
    """Show each check; 1 when something is wrong."""
    from addin.komputer import get_komputer
    from addin.periksa_pasang import diagnose

    hasil = diagnose(get_komputer())
    if args.json:
        isi = [{"baik": x.baik, "pesan": x.pesan, "saran": "" if x.baik else x.saran} for x in hasil]
        layar.print_json({"periksa": isi})
    else:
        for satu in hasil:
            layar.print_data(f"{KEADAAN[satu.baik]}  {satu.pesan}")
            if satu.saran and not satu.baik:
                layar.print_data(f"       {satu.saran}")
    return int(any(satu.baik is False for satu in hasil))


def run_bekukan(args: argparse.Namespace) -> int:
    """Freeze a file; what could not be frozen is listed."""
    from addin.bekukan_bagian import TANPA_HASIL
    from addin.bekukan_berkas import freeze_file

    akhiran = args.file.suffix or ".xlsx"
    keluar: Path = args.keluar or args.file.with_name(f"{args.file.stem}-beku{args.file.suffix}")
    # Of another kind of file the door says what it is.
    excel = akhiran.casefold().startswith((".xls", ".xlt"))
    if args.keluar and excel and keluar.suffix.casefold() != akhiran.casefold():
        pesan = f"Hasilnya sejenis dengan berkas asalnya, jadi nama untuk --keluar harus berakhiran {akhiran}."
        saran = "Untuk jenis lain, buka hasilnya lalu simpan sebagai jenis itu."
        raise BerkasError(pesan, tempat=str(args.file), saran=saran)
    if keluar.exists():
        raise BerkasError("Berkas tujuan sudah ada.", tempat=str(keluar), saran="Pilih nama lain dengan --keluar.")
    lain = list_berlaku(pada=args.pada) != list_berlaku(pada=hari_ini())
    laporan = freeze_file(args.file, keluar, nilai=args.nilai, pada=args.pada, hari_lain=lain)
    layar.print_data(str(keluar))
    layar.say(f"{laporan.rumus} rumus dibekukan, {laporan.nilai} menjadi nilai, {len(laporan.sisa)} tersisa.")
    for satu in laporan.rupa[:TAMPIL]:
        layar.say(f"{satu.tempat}: {satu.rumus}: nilainya yang tinggal, sebab {satu.sebab}.")
    if (lebih := len(laporan.rupa) - TAMPIL) > 0:
        layar.say(f"Begitu juga {lebih} sel lain.")
    for sisa in laporan.sisa:
        layar.say(f"{sisa.tempat}: {sisa.rumus}: {sisa.sebab}.")
    if any(TANPA_HASIL in sisa.sebab for sisa in laporan.sisa):
        layar.say("Buka berkas asalnya di Excel atau LibreOffice yang berisi add-in kinerja, simpan, lalu ulangi.")
    return int(bool(laporan.sisa))


def run_sajikan(args: argparse.Namespace) -> int:
    """Serve the web add-in on this machine until Ctrl-C."""
    _import("addin.build.sajikan", "serve")(args.port, layar.say, args.pyodide)
    return 0


def _add_pyodide(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--pyodide", metavar="FOLDER", type=read_path, help="paket npm pyodide (bawaan: node_modules/pyodide)"
    )


def _import(modul: str, nama: str) -> Any:
    """A function of a part that needs packages of an extra: `addin`, or `addin-web`."""
    try:
        return getattr(import_module(modul), nama)
    except ModuleNotFoundError as galat:
        from kinerja.ekstra import advise_ekstra

        saran = advise_ekstra("addin-web")
        raise BerkasError(f"Paket {galat.name} belum terpasang.", saran=saran) from None
