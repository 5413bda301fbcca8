"""`kinerja hitung`: one rule at a time, without a workbook."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from kinerja.bentuk_target import read_bentuk, read_realisasi
from kinerja.bilangan import format_angka, write_angka
from kinerja.cli import hitung_skm
from kinerja.cli.argumen import BantuanHukum, add_pada, hari_ini, read_deret, read_nilai
from kinerja.cli.hasil import Hasil, set_run
from kinerja.errors import MasukanError
from kinerja.peraturan import Komponen, get_parameter
from kinerja.perintah import write_perintah
from kinerja.rumus.anggaran import compute_serapan
from kinerja.rumus.capaian import compute_capaian, find_kategori, list_arah
from kinerja.rumus.manfaat import TANPA_LAPORAN, compute_manfaat, compute_trantibum
from kinerja.rumus.sakip import compute_sakip, compute_sakip_subkomponen, find_predikat, get_bobot
from kinerja.rumus.skm import compute_sampel
from kinerja.rumus.target import Target
from kinerja.rumus.terbilang import terbilang

ANGKA = "Angka ditulis cara Indonesia: 66,50 atau 15.435.519.078.\n"
EPILOG = f"{ANGKA}Kode keluar: 0 terhitung; 2 tidak dapat dihitung."
EPILOG_SKM = f"{ANGKA}Kode keluar: 0 terhitung; 1 ada jawaban survei yang salah; 2 tidak dapat dihitung."


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its rules."""
    p = sub.add_parser(
        "hitung",
        help="hitung SKM, SAKIP, persentase, capaian, dan lainnya",
        description="Menghitung satu nilai, atau sebuah survei, menurut peraturannya.",
        epilog=EPILOG_SKM,
    )
    aturan = p.add_subparsers(title="yang dihitung", metavar="ATURAN", required=True)
    hitung_skm.register(aturan, EPILOG_SKM)

    def add(
        nama: str, uraian: str, hitung: Callable[[argparse.Namespace], Hasil], *argumen: str, bantuan: str | None = None
    ) -> argparse.ArgumentParser:
        satu = aturan.add_parser(nama, help=uraian, description=uraian, epilog=EPILOG)
        set_run(satu, hitung)
        for arg in argumen:
            satu.add_argument(arg, metavar=arg.upper(), help=bantuan)
        return satu

    sakip = add("sakip", "nilai SAKIP dari nilai komponen atau subkomponen", _sakip)
    sakip.add_argument("nilai", metavar="NILAI", nargs="+", help=BantuanHukum(_list_nilai))
    manfaat = add("manfaat", "persentase masyarakat yang mendapatkan manfaat", _manfaat)
    manfaat.add_argument("angka", metavar="ANGKA", nargs="+", help="realisasi dan target, sepasang untuk setiap daftar")
    trantibum = add(
        "trantibum",
        "persentase gangguan ketenteraman dan ketertiban yang ditangani",
        _trantibum,
        "ditangani",
        "laporan",
    )
    capaian = add("capaian", "capaian kinerja dan kategorinya", _capaian)
    capaian.add_argument("realisasi", metavar="REALISASI", help="angka; dari perbandingan 1:30, atau nilainya")
    capaian.add_argument("target", metavar="TARGET", help='angka, 80-90, ">= 90", "<= 3", atau 1:32')
    capaian.add_argument("--arah", metavar="ARAH", help=BantuanHukum(_list_arah))
    for pilihan, arti in (("batas", "tinggi"), ("lantai", "rendah")):
        capaian.add_argument(f"--{pilihan}", metavar="PERSEN", help=BantuanHukum(partial(_list_batas, pilihan, arti)))
    serapan = add("serapan", "serapan anggaran", _serapan, "realisasi", "pagu", bantuan="rupiah")
    sampel = add("sampel", "jumlah responden survei yang diperlukan", _sampel, "populasi")
    for satu in (sakip, manfaat, trantibum, capaian, serapan, sampel):
        add_pada(satu)
    add("terbilang", "angka dengan kata", _terbilang, "angka")


def _list_nilai() -> str:
    komponen = get_bobot(pada=hari_ini())
    banyak = sum(len(k.subkomponen) for k in komponen)
    return f"{len(komponen)} nilai komponen atau {banyak} subkomponen, berurutan"


def _list_arah() -> str:
    return f"{'; '.join(f'{a.kode}: {a.sebutan}' for a in list_arah(pada=hari_ini()))} (bawaan: yang pertama)"


def _list_batas(pilihan: str, arti: str) -> str:
    batas = get_parameter("capaian", pada=hari_ini()).daftar(pilihan, Decimal)
    return f"capaian paling {arti}: {' atau '.join(map(write_angka, batas))} (bawaan: tanpa {pilihan})"


def _sakip(args: argparse.Namespace) -> Hasil:
    komponen = get_bobot(pada=args.pada)
    bagian = [s for k in komponen for s in k.subkomponen]
    angka = read_deret(args.nilai, "Nilai", "nilai")
    if len(angka) not in (len(komponen), len(bagian)):
        atau = f" atau {len(bagian)} subkomponen" if bagian else ""
        raise MasukanError(
            f"Ada {len(angka)} nilai, seharusnya {len(komponen)} komponen{atau}.", saran=_advise_sakip(args, komponen)
        )
    hitung = compute_sakip_subkomponen if bagian and len(angka) == len(bagian) else compute_sakip
    nilai = hitung(angka, pada=args.pada)
    predikat = find_predikat(nilai, pada=args.pada)
    baris = []
    if hitung is compute_sakip:
        baris = [
            (k.nama, f"{write_angka(x)} dari {write_angka(k.bobot)}") for k, x in zip(komponen, angka, strict=True)
        ]
    baris += [
        ("Nilai SAKIP", write_angka(nilai)),
        ("Predikat", f"{predikat.kode} ({predikat.teks})"),
        ("Interpretasi", predikat.sebutan),
    ]
    data = {"nilai": float(nilai), "predikat": predikat.kode, "interpretasi": predikat.sebutan}
    return Hasil(tuple(baris), data)


def _advise_sakip(args: argparse.Namespace, komponen: Sequence[Komponen]) -> str:
    """Of one value the grade may be meant; of several, in which order they are written."""
    if len(args.nilai) == 1:
        return f"Predikat sebuah nilai SAKIP: {write_perintah(['kinerja', 'jelaskan', 'sakip', args.nilai[0]])}"
    return f"Tulis berurutan: {', '.join(k.nama for k in komponen)}."


def _manfaat(args: argparse.Namespace) -> Hasil:
    angka = read_deret(args.angka, "Angka")
    if len(angka) % 2:
        raise MasukanError(f"Ada {len(angka)} angka, seharusnya berpasangan.", saran="Tulis realisasi lalu target.")
    persen = compute_manfaat(list(zip(angka[::2], angka[1::2], strict=True)), pada=args.pada)
    return Hasil((("Persentase manfaat", f"{write_angka(persen)}%"),), {"persen": float(persen)})


def _trantibum(args: argparse.Namespace) -> Hasil:
    ditangani, laporan = read_nilai(args.ditangani, "DITANGANI"), read_nilai(args.laporan, "LAPORAN")
    persen = compute_trantibum(ditangani, laporan, pada=args.pada)
    teks = TANPA_LAPORAN if persen is None else f"{write_angka(persen)}%"
    return Hasil((("Persentase penanganan", teks),), {"persen": None if persen is None else float(persen)})


def _capaian(args: argparse.Namespace) -> Hasil:
    batas, lantai = (
        None if (teks := getattr(args, nama)) is None else read_nilai(teks, f"--{nama}") for nama in ("batas", "lantai")
    )
    target = _read_target(args.target, "TARGET")
    realisasi = read_realisasi(_read_target(args.realisasi, "REALISASI"), target)
    persen = compute_capaian(realisasi, target, args.arah, batas, lantai, pada=args.pada)
    kategori = find_kategori(persen, pada=args.pada)
    return Hasil(
        (("Capaian", f"{write_angka(persen)}%"), ("Kategori", f"{kategori.sebutan} ({kategori.teks})")),
        {"persen": float(persen), "kategori": kategori.sebutan},
    )


def _read_target(teks: str, nama: str) -> Target:
    try:
        return read_bentuk(teks, "bilangan")
    except MasukanError as galat:
        raise galat.at(nama) from None


def _serapan(args: argparse.Namespace) -> Hasil:
    realisasi, pagu = read_nilai(args.realisasi, "REALISASI", "uang"), read_nilai(args.pagu, "PAGU", "uang")
    persen = compute_serapan(realisasi, pagu, pada=args.pada)
    return Hasil((("Serapan", f"{write_angka(persen)}%"),), {"persen": float(persen)})


def _sampel(args: argparse.Namespace) -> Hasil:
    populasi = read_nilai(args.populasi, "POPULASI")
    banyak = compute_sampel(populasi, pada=args.pada)  # type: ignore[arg-type]  # it refuses fractions
    return Hasil((("Responden", format_angka(banyak, 0)),), {"responden": banyak})


def _terbilang(args: argparse.Namespace) -> Hasil:
    teks = terbilang(read_nilai(args.angka, "ANGKA"))
    return Hasil((("Terbilang", teks),), {"terbilang": teks})
