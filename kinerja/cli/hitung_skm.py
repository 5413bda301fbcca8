"""`kinerja hitung skm`: the survey index from answers in a file, of every kecamatan in one file, or from averages."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from kinerja.bilangan import format_angka, round_half_up, to_fraction, write_angka
from kinerja.cli.argumen import (
    BantuanHukum,
    add_pada,
    hari_ini,
    read_deret,
    read_path,
    read_teks,
    refuse_jika,
)
from kinerja.cli.hasil import Hasil, set_run
from kinerja.errors import KosongError, RentangError
from kinerja.rumus.skm import (
    PERSIS,
    HasilSkm,
    compute_nik,
    compute_skm,
    compute_skm_totals,
    list_penimbang,
    list_unsur,
    name_unsur,
    write_skala,
)
from kinerja.wilayah import list_kecamatan

if TYPE_CHECKING:
    from kinerja.survei.wilayah import SurveiWilayah, TotalSurvei

MAKS_SEBUT = 20
"""Kinds of wrong answers that are named on the screen; `--json` names more."""


def register(aturan: argparse._SubParsersAction[argparse.ArgumentParser], epilog: str) -> None:
    """Declare the command."""
    uraian = "indeks kepuasan masyarakat (SKM) dari jawaban atau dari nilai rata-rata"
    p = aturan.add_parser("skm", help=uraian, description=uraian, epilog=epilog)
    sumber = p.add_mutually_exclusive_group(required=True)
    sumber.add_argument(
        "berkas",
        metavar="BERKAS",
        type=read_path,
        nargs="?",
        help=".csv, .xlsx, .xls, atau .ods: satu baris satu responden",
    )
    p.add_argument(
        "--per",
        metavar="KOLOM",
        type=read_teks,
        help="hitung per kelompok menurut kolom itu, contoh kecamatan (.csv atau .parquet)",
    )
    sumber.add_argument("--nrr", metavar="NRR", nargs="+", help="nilai rata-rata setiap unsur, berurutan")
    p.add_argument(
        "--penimbang",
        metavar="BOBOT",
        type=lambda teks: read_teks(teks).replace(".", ","),
        help=BantuanHukum(_list_penimbang),
    )
    add_pada(p)
    set_run(p, _compute)


def _list_penimbang() -> str:
    return f"bobot setiap unsur: {'; '.join(list_penimbang(pada=hari_ini()))} (bawaan: yang pertama)"


def _compute(args: argparse.Namespace) -> Hasil:
    refuse_jika(args.nrr is not None and args.per, "--per tidak dapat bersama --nrr.", "Sebutkan berkas jawabannya.")
    args.penimbang = args.penimbang or list_penimbang(pada=args.pada)[0]
    if args.nrr is not None:
        nrr = [to_fraction(x) for x in read_deret(args.nrr, "NRR", "nilai")]
        compute_nik(nrr, args.penimbang, pada=args.pada)  # refuses what is out of range, in the words of averages
        jumlah, terisi = [x.numerator for x in nrr], [x.denominator for x in nrr]
        hasil = compute_skm_totals(jumlah, terisi, args.penimbang, pada=args.pada)
        nama = tuple(name_unsur(u, len(nrr), pada=args.pada) for u in range(len(nrr)))
        return _show(args, hasil, nama, (), berkas=False)
    if args.per is not None:
        return _compute_wilayah(args)
    from kinerja.survei.jawaban import read_survei

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


def _compute_wilayah(args: argparse.Namespace) -> Hasil:
    """One line a group. A group with a wrong answer has no index: a survey is corrected, not guessed at.

    Raises:
        DataError: the file cannot be used.
    """
    from kinerja.survei.wilayah import read_survei_wilayah

    survei = read_survei_wilayah(args.berkas, args.per, pada=args.pada)
    nama = {k.kode: k.nama for k in list_kecamatan()}
    baris, data = [], []
    for total in survei.total:
        hasil, kata = _compute_kelompok(total, args)
        judul = " ".join(x for x in (total.kunci or f"(tanpa {args.per})", nama.get(total.kunci, "")) if x)
        baris.append((judul, f"{format_angka(total.responden, 0)} responden, {kata}"))
        data.append({"kunci": total.kunci, "nama": nama.get(total.kunci), "responden": total.responden, **hasil})
    return Hasil(
        tuple(baris),
        {
            "unsur": survei.unsur,
            "penimbang": args.penimbang,
            "kelompok": data,
            "salah": [asdict(s) for s in survei.salah],
            "macam_salah": survei.macam_salah,
            "banyak_salah": survei.banyak_salah,
        },
        (*survei.catatan, *_explain(survei, write_skala(pada=args.pada))),
        kode=1 if survei.salah else 0,
    )


def _compute_kelompok(total: TotalSurvei, args: argparse.Namespace) -> tuple[dict[str, object], str]:
    """What a program reads of a group, and what a person reads."""
    dasar: dict[str, object] = {"jumlah": total.jumlah, "terisi": total.terisi, "salah": total.salah}
    kosong = dasar | {"nik": None, "mutu": None, "kinerja": None}
    if total.salah:
        return kosong, f"{format_angka(total.salah, 0)} di antaranya berisi jawaban yang salah; belum dihitung"
    try:
        hasil = compute_skm_totals(total.jumlah, total.terisi, args.penimbang, pada=args.pada)
    except (KosongError, RentangError) as galat:
        return kosong, galat.pesan.rstrip(".")
    kinerja = {"nik": float(hasil.nik), "mutu": hasil.mutu.kode, "kinerja": hasil.mutu.sebutan}
    return dasar | kinerja, f"NIK {write_angka(hasil.nik)}, mutu {hasil.mutu.kode} ({hasil.mutu.sebutan})"


def _explain(survei: SurveiWilayah, sah: str) -> tuple[str, ...]:
    salah = survei.salah
    if not salah:
        return ()
    kalimat = [f"{format_angka(survei.banyak_salah, 0)} jawaban bukan {sah}. Perbaiki atau kosongkan:"]
    kalimat += [f"  {s.kunci or '(kosong)'}, {s.unsur}: {s.jawaban!r} ({s.banyak} kali)" for s in salah[:MAKS_SEBUT]]
    if lagi := survei.macam_salah - len(salah[:MAKS_SEBUT]):
        utuh = len(salah) == survei.macam_salah
        isi = "semuanya dalam --json" if utuh else f"--json menyebut {format_angka(len(salah), 0)} macam yang pertama"
        kalimat.append(f"  dan {format_angka(lagi, 0)} macam lagi; {isi}.")
    return tuple(kalimat)
