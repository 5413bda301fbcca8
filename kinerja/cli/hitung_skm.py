"""`kinerja hitung skm`: the survey index from answers in a file, or from averages."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from kinerja.cli.argumen import BantuanHukum, add_pada, hari_ini, read_deret
from kinerja.cli.hasil import Hasil, set_run
from kinerja.cli.hitung_skm_wilayah import hitung_wilayah
from kinerja.errors import RentangError
from kinerja.rumus.angka import format_angka, round_half_up, to_fraction, write_angka
from kinerja.rumus.skm import (
    PERSIS,
    HasilSkm,
    compute_nik,
    compute_skm,
    compute_skm_totals,
    list_penimbang,
    list_unsur,
    name_unsur,
)


def register(aturan: argparse._SubParsersAction[argparse.ArgumentParser], epilog: str) -> None:
    """Declare the command."""
    uraian = "indeks kepuasan masyarakat (SKM) dari jawaban atau dari nilai rata-rata"
    p = aturan.add_parser("skm", help=uraian, description=uraian, epilog=epilog)
    sumber = p.add_mutually_exclusive_group(required=True)
    sumber.add_argument(
        "berkas", metavar="BERKAS", type=Path, nargs="?", help=".csv atau .xlsx: satu baris satu responden"
    )
    p.add_argument(
        "--per", metavar="KOLOM", help="hitung per kelompok menurut kolom itu, contoh kecamatan (.csv atau .parquet)"
    )
    sumber.add_argument("--nrr", metavar="NRR", nargs="+", help="nilai rata-rata setiap unsur, berurutan")
    p.add_argument(
        "--penimbang",
        metavar="BOBOT",
        type=lambda teks: teks.replace(".", ","),
        help=BantuanHukum(_list_penimbang),
    )
    add_pada(p)
    set_run(p, _hitung)


def _list_penimbang() -> str:
    return f"bobot setiap unsur: {'; '.join(list_penimbang(pada=hari_ini()))} (bawaan: yang pertama)"


def _hitung(args: argparse.Namespace) -> Hasil:
    args.penimbang = args.penimbang or list_penimbang(pada=args.pada)[0]
    if args.nrr is not None:
        nrr = [to_fraction(x) for x in read_deret(args.nrr, "NRR", "nilai")]
        compute_nik(nrr, args.penimbang, pada=args.pada)  # refuses what is out of range, in the words of averages
        jumlah, terisi = [x.numerator for x in nrr], [x.denominator for x in nrr]
        hasil = compute_skm_totals(jumlah, terisi, args.penimbang, pada=args.pada)
        nama = tuple(name_unsur(u, len(nrr), pada=args.pada) for u in range(len(nrr)))
        return _show(args, hasil, nama, (), berkas=False)
    if args.per is not None:
        return hitung_wilayah(args)
    from kinerja.sumber.survei import read_survei

    survei = read_survei(args.berkas, pada=args.pada)
    hasil = compute_skm(survei.jawaban, args.penimbang, pada=args.pada)
    return _show(args, hasil, survei.unsur, survei.catatan, berkas=True)


def _show(
    args: argparse.Namespace, hasil: HasilSkm, unsur: tuple[str, ...], catatan: tuple[str, ...], *, berkas: bool
) -> Hasil:
    baris = []
    rincian = []
    for nama, nrr, jumlah, terisi in zip(unsur, hasil.nrr, hasil.jumlah, hasil.terisi, strict=True):
        asal = {"jumlah": jumlah, "terisi": terisi} if berkas else {}
        rincian.append({"unsur": nama, "nrr": float(round_half_up(nrr, 4)), **asal})
        baris.append((nama, f"NRR {format_angka(nrr, 3)}" + (f" ({jumlah} dari {terisi} jawaban)" if berkas else "")))
    baris += [
        ("NI", format_angka(hasil.ni, 4)),
        ("NIK", write_angka(hasil.nik)),
        ("Mutu", f"{hasil.mutu.kode} ({hasil.mutu.teks})"),
        ("Kinerja", hasil.mutu.sebutan),
    ]
    banding = _compare(hasil, args.pada)
    if len({mutu for _, mutu in banding.values()}) > 1:
        baris += [(f"Penimbang {nama}", f"NIK {nik}, mutu {mutu}") for nama, (nik, mutu) in banding.items()]
        catatan = (*catatan, "Mutu berbeda menurut penimbangnya; sebutkan penimbang yang dipakai.")
    data = {
        "unsur": rincian,
        "penimbang": args.penimbang,
        "ni": float(round_half_up(hasil.ni, 4)),
        "nik": float(hasil.nik),
        "mutu": hasil.mutu.kode,
        "kinerja": hasil.mutu.sebutan,
        "mutu_menurut_penimbang": {nama: mutu for nama, (_, mutu) in banding.items()},
    }
    return Hasil(tuple(baris), data, catatan)


def _compare(hasil: HasilSkm, pada: date) -> dict[str, tuple[str, str]]:
    """NIK and mutu by each penimbang that fits this number of unsur."""
    baku = len(hasil.nrr) == len(list_unsur(pada=pada))
    banding = {}
    for penimbang in list_penimbang(pada=pada):
        if penimbang != PERSIS and not baku:
            continue
        try:
            lain = compute_skm_totals(hasil.jumlah, hasil.terisi, penimbang, pada=pada)
            banding[penimbang] = (write_angka(lain.nik), lain.mutu.kode)
        except RentangError:  # all answers 1: a rounded penimbang falls below the scale
            banding[penimbang] = ("di luar skala", "-")
    return banding
