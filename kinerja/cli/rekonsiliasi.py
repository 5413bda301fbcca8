"""`kinerja rekonsiliasi`: where the agreement, the DPA and the realisation differ."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.cli.argumen import hari_ini, kolom_berjudul, read_nilai, read_path, read_teks, refuse_jika
from kinerja.cli.keluar import check_keluar
from kinerja.errors import DataError

if TYPE_CHECKING:
    from kinerja.anggaran.banding import Rekonsiliasi
    from kinerja.anggaran.sumber import Bukti, Sumber
    from kinerja.anggaran.temuan import Lanjutan, TemuanAnggaran, TemuanLama

TERBANYAK = 200
"""Findings shown; all of them stand in the workbook and in the JSON."""


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "rekonsiliasi",
        help="bandingkan anggaran perjanjian, DPA, dan realisasi",
        description="Membandingkan anggaran perjanjian kinerja dengan DPA, dan bila ada realisasi, sampai ke sen.\n"
        "Sumber: buku kerja buatan kinerja, ekspor SIPD, tabel RKA/DPA/LRA, atau folder berisi berkas itu:\n"
        ".xlsx, .xls, .ods, .csv, .parquet. Judul kolom dikenali menurut artinya.",
        epilog='Contoh: kinerja rekonsiliasi --perjanjian hasil/ --dpa dpa.csv --kolom dpa.pagu="Jumlah (Rp)"\n'
        "Kode keluar: 0 tidak ada galat atau peringatan; 1 ada, sudah dijelaskan atau belum; 2 tidak dapat dijalankan.",
    )
    p.add_argument(
        "--perjanjian", metavar="SUMBER", type=read_path, required=True, help="berkas atau folder perjanjian"
    )
    p.add_argument("--dpa", metavar="SUMBER", type=read_path, required=True, help="berkas atau folder DPA")
    p.add_argument("--realisasi", metavar="SUMBER", type=read_path, help="berkas atau folder realisasi (LRA)")
    p.add_argument("--toleransi", metavar="RUPIAH", default="0", help="selisih yang masih dianggap sama (bawaan: 0)")
    p.add_argument(
        "--kolom",
        metavar="ARTI=JUDUL",
        type=kolom_berjudul('pagu="Jumlah (Rp)"'),
        action="append",
        default=[],
        help="judul kolom menurut artinya: kode, nama, pagu, realisasi, kecamatan, nama_kecamatan, tahun;"
        " boleh untuk satu sumber saja: dpa.pagu=…; kolom pagu atau realisasi yang disebut beberapa kali dijumlahkan;"
        ' judul yang kembar disebut dengan hurufnya: dpa.pagu="kolom F"',
    )
    p.add_argument(
        "--lembar",
        metavar="NAMA",
        type=read_teks,
        action="append",
        default=[],
        help="lembar yang dibaca bila ada beberapa, juga yang tersembunyi; boleh untuk satu sumber saja: dpa=NAMA;"
        " boleh diulang",
    )
    p.add_argument(
        "--keluar",
        metavar="BERKAS",
        type=read_path,
        default=Path("rekonsiliasi.xlsx"),
        help="bawaan: rekonsiliasi.xlsx",
    )
    p.add_argument(
        "--lanjutkan",
        metavar="BERKAS",
        type=read_path,
        help="hasil sebelumnya, yang kolom Penjelasannya dibawa ke hasil ini; boleh sama dengan --keluar:"
        " bila sudah diisi, yang lama dipindahkan ke lama/",
    )
    p.add_argument("--timpa", action="store_true", help="ganti juga berkas lain atau yang diubah; yang lama ke lama/")
    p.add_argument("--json", action="store_true", help="baris dan temuan sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare, write the workbook, show the summary and the findings.

    Among the million cells of one result there is nothing to collect: looking for it would take a tenth of the time.
    """
    gc.disable()
    try:
        return _run(args)
    finally:
        gc.enable()


def _run(args: argparse.Namespace) -> int:
    from kinerja.anggaran.banding import reconcile
    from kinerja.anggaran.banding.masukan import DIJUMLAHKAN
    from kinerja.anggaran.temuan import JUDUL_HASIL
    from kinerja.terbit.keluaran import is_sama, make_room

    if args.lanjutkan is not None:
        from kinerja.anggaran.banding.penjelasan import Lingkup, carry

    sumber = [p for p in (args.perjanjian, args.dpa, args.realisasi) if p is not None]
    kolom: dict[str, list[str]] = {}
    for arti, judul in args.kolom:
        kolom.setdefault(arti, []).append(judul)
    kembar = [
        arti
        for arti, semua in kolom.items()
        if len(set(semua)) < len(semua) or (len(semua) > 1 and arti.rpartition(".")[2] not in DIJUMLAHKAN)
    ]
    refuse_jika(kembar, f"--kolom menyebut {', '.join(kembar)} lebih dari satu kali.", "Pakai satu judul kolom.")
    timpa = args.timpa or (args.lanjutkan is not None and is_sama(args.lanjutkan, args.keluar))
    check_keluar(args.keluar, sumber, JUDUL_HASIL, timpa=timpa)
    toleransi = read_nilai(args.toleransi, "--toleransi", "uang")
    lama = None if args.lanjutkan is None else _read_lama(args.lanjutkan)
    hasil = reconcile(args.perjanjian, args.dpa, args.realisasi, toleransi=toleransi, kolom=kolom, lembar=args.lembar)
    lanjutan = None
    if lama is not None:
        lingkup = Lingkup(frozenset(hasil.kunci_kecamatan), "realisasi" in hasil.sumber)
        lanjutan = carry(hasil.temuan, lama, hari_ini(), lingkup)
        hasil = replace(hasil, temuan=lanjutan.temuan)
    pindah = make_room(args.keluar, JUDUL_HASIL, timpa=timpa, hari=hari_ini())
    write_hasil(hasil, args.keluar, lanjutan)
    if pindah:
        layar.say(f"{args.keluar.name} yang lama dipindahkan ke {pindah}.")
    for satu in hasil.sumber.values():
        _say_sumber(satu)
    _show_ringkasan(hasil)
    if args.json:
        layar.print_json(hasil.to_dict())
    else:
        _show_temuan(hasil.temuan, args.keluar)
    if lanjutan is not None:
        layar.say(lanjutan.describe())
    layar.say(f"{write_jumlah(hasil.temuan)}. Rinciannya ada di {args.keluar}.")
    return layar.choose_kode(hasil.temuan)


def _read_lama(path: Path) -> tuple[TemuanLama, ...]:
    """The findings of the result that goes on.

    Raises:
        DataError: it is no result of ours; a file that is no workbook at all need not become one first.
    """
    from kinerja.anggaran.banding.hasil_lama import read_hasil
    from kinerja.tabel.pintu import JenisBerkas, find_jenis, look_awal

    jenis = find_jenis(look_awal(path)[0])
    if jenis in (JenisBerkas.TEKS, JenisBerkas.PDF, JenisBerkas.GAMBAR, JenisBerkas.XML, JenisBerkas.PARQUET):
        raise DataError(
            f"Ini {jenis}; --lanjutkan meminta buku kerja yang ditulis kinerja rekonsiliasi --keluar.",
            tempat=path.name,
            saran="Sebutkan rekonsiliasi.xlsx dari perbandingan sebelumnya, atau jalankan tanpa --lanjutkan.",
        )
    return read_hasil(path)


def write_jumlah(temuan: Sequence[TemuanAnggaran]) -> str:
    """`1 galat, 0 peringatan, 0 info`, and how many of each are explained, where any is."""
    if not any(t.penjelasan for t in temuan):
        return layar.write_jumlah(temuan)
    from kinerja.temuan import Tingkat

    bagian = []
    for tingkat in Tingkat:
        milik = [t for t in temuan if t.tingkat is tingkat]
        jelas = sum(t.penjelasan is not None for t in milik)
        bagian.append(
            f"{format_angka(len(milik), 0)} {tingkat}" + (f", {jelas} di antaranya sudah dijelaskan" if jelas else "")
        )
    return "; ".join(bagian)


def _show_temuan(temuan: Sequence[TemuanAnggaran], keluar: Path) -> None:
    """The first findings with their places; those that one sentence tells of several kecamatan once."""
    semua = list(_group_kecamatan(temuan))
    layar.show_temuan(semua[:TERBANYAK], sys.stdout)
    if (lebih := len(semua) - TERBANYAK) > 0:
        layar.say(f"… dan {format_angka(lebih, 0)} temuan lain; semuanya ada di {keluar}.")


def _group_kecamatan(temuan: Sequence[TemuanAnggaran]) -> Iterator[tuple[TemuanAnggaran, str]]:
    """Findings with the place to show; where RK14 says of three or more whole kecamatan the same, only the first."""
    sama: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for t in temuan:
        if t.kode == "RK14" and not t.kode_program and t.tempat:
            sama[t.pesan, t.penjelasan].append(t.tempat)
    for t in temuan:
        nama = sama.get((t.pesan, t.penjelasan), [])
        if len(nama) < 3 or t.tempat not in nama:
            yield t, "  ".join(filter(None, (t.tempat, t.tempat_perjanjian, t.tempat_dpa, t.tempat_realisasi)))
        elif t.tempat == nama[0]:
            yield t, f"{len(nama)} kecamatan ({nama[0]}, {nama[1]}, dan {len(nama) - 2} lagi)"


def write_hasil(hasil: Rekonsiliasi, path: Path, lanjutan: Lanjutan | None = None) -> None:
    """The result as a workbook; links lead from its folder to the sources.

    Args:
        lanjutan: what became of the findings of an earlier result.

    Raises:
        BerkasError: it cannot be written.
    """
    from kinerja.terbit.keluaran import write_workbook
    from workbook_templates.rekonsiliasi import Bahan, build_rekonsiliasi

    semua = {b.path for s in hasil.sumber.values() for b in s.bagian}
    hari = hari_ini()
    alamat = {p: _find_alamat(p, path.parent) for p in semua}
    bahan = Bahan(hasil, alamat, (hari.year, hari.month, hari.day), lanjutan=lanjutan)
    write_workbook(build_rekonsiliasi(bahan), path)


def _find_alamat(sumber: Path, folder: Path) -> str:
    """Relative where possible, so that a folder that is moved as a whole keeps its links."""
    asal = os.path.realpath(sumber)
    try:
        alamat = Path(os.path.relpath(asal, os.path.realpath(folder)))
    except ValueError:  # another drive
        alamat = Path(asal)
    return "".join(huruf if huruf.isprintable() else quote(huruf, errors="replace") for huruf in alamat.as_posix())


def _say_sumber(sumber: Sumber) -> None:
    """How the first file was read; further ones are counted."""
    from kinerja.anggaran.sumber import SEBUTAN

    satu = sumber.bagian[0]
    lembar = f", lembar {satu.lembar}" if satu.lembar else ""
    lagi = f" (dan {len(sumber.bagian) - 1} berkas lagi)" if len(sumber.bagian) > 1 else ""
    kolom = ", ".join(f"{makna}={judul!r}" for makna, judul in satu.pemetaan)
    layar.say(
        f"{SEBUTAN[sumber.peran]}: {satu.berkas}{lembar}{lagi}, {format_angka(sumber.baris, 0)} baris; kolom {kolom}"
    )
    for pilihan in dict.fromkeys(b.pilihan for b in sumber.bagian if b.pilihan):
        layar.say(f"  {pilihan}")
    for catatan in sumber.catatan:
        layar.say(f"  {catatan}")
    layar.say(f"  {_describe_bukti(sumber.bukti)}")


def _describe_bukti(bukti: Bukti) -> str:
    """The proof in a line: the rows with amounts in the file, and what they are."""
    bagian = {
        "dibandingkan": bukti.daun[0],
        "induk": bukti.induk[0],
        "baris jumlah": bukti.jumlah[0],
        "hanya disebut": bukti.disebut[0],
    }
    rinci = ", ".join(f"{format_angka(n, 0)} {nama}" for nama, n in bagian.items() if n)
    awal = "terbukti" if bukti.utuh else "belum terbukti"
    return f"{awal}: {format_angka(bukti.terbaca[0], 0)} baris berjumlah di berkas: {rinci}"


def _show_ringkasan(hasil: Rekonsiliasi) -> None:
    from kinerja.anggaran.pasangan import NAMA_KELOMPOK, Kelompok
    from kinerja.bilangan import format_rupiah

    isi = [(NAMA_KELOMPOK[k], *hasil.count(k)) for k in Kelompok]
    if lepas := hasil.pasangan.filter(
        hasil.pasangan["n_perjanjian"].is_null() & hasil.pasangan["n_dpa"].is_null()
    ).height:
        # A realisation without any budget is in the group Berbeda, yet has nothing to differ from.
        beda = isi[Kelompok.BERBEDA]
        isi[Kelompok.BERBEDA] = (beda[0], beda[1] - lepas, *beda[2:])
        isi.append(("Hanya di realisasi", lepas, Decimal(0), Decimal(0)))
    nol = Decimal(0)
    jumlah = ("Jumlah", sum(b[1] for b in isi), sum((b[2] for b in isi), nol), sum((b[3] for b in isi), nol))
    kepala = ("Kelompok", "Baris", "Perjanjian", "DPA", "Selisih")
    layar.show_table(
        kepala,
        [(n, str(b), format_rupiah(p), format_rupiah(d), format_rupiah(p - d)) for n, b, p, d in (*isi, jumlah)],
        kanan=kepala[1:],
    )
