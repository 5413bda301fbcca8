"""`kinerja hitung skm`: the survey index from answers in a file, of every kecamatan in one file, or from averages."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from kinerja.bilangan import format_angka, round_half_up, to_fraction, write_angka
from kinerja.cli.argumen import (
    BantuanHukum,
    add_pada,
    hari_ini,
    kolom_berjudul,
    read_deret,
    read_path,
    read_teks,
    refuse_jika,
)
from kinerja.cli.hasil import Hasil, set_run
from kinerja.errors import RentangError
from kinerja.rumus.skm import (
    PERSIS,
    HasilSkm,
    compute_nik,
    compute_skm,
    compute_skm_totals,
    get_skala,
    list_penimbang,
    list_unsur,
    name_unsur,
)
from kinerja.survei.kalimat import MAKS_SEBUT, list_baris, quote

if TYPE_CHECKING:
    from kinerja.survei.isi import TakTerbaca
    from kinerja.survei.jawaban import Survei


def register(aturan: argparse._SubParsersAction[argparse.ArgumentParser], epilog: str) -> None:
    """Declare the command."""
    uraian = "indeks kepuasan masyarakat dari jawaban survei (SKM) atau dari nilai rata-rata"
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
    p.add_argument(
        "--kolom",
        metavar="UNSUR=JUDUL",
        type=kolom_berjudul('U1="Bagaimana pendapat Saudara"'),
        action="append",
        default=[],
        help='judul kolom sebuah unsur, boleh awalnya saja: U1="Bagaimana pendapat Saudara tentang kesesuaian";'
        ' judul yang kembar disebut dengan hurufnya: U1="kolom F"; boleh diulang',
    )
    p.add_argument(
        "--keluar",
        metavar="BERKAS",
        type=read_path,
        help="tulis jawaban yang terbaca ke .xlsx ini, menurut urutan unsur, untuk disalin ke lembar SKM",
    )
    p.add_argument("--timpa", action="store_true", help="ganti juga berkas lain atau yang diubah; yang lama ke lama/")
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
    _check_pilihan(args)
    args.penimbang = args.penimbang or list_penimbang(pada=args.pada)[0]
    if args.nrr is not None:
        nrr = [to_fraction(x) for x in read_deret(args.nrr, "NRR", "nilai")]
        compute_nik(nrr, args.penimbang, pada=args.pada)  # refuses what is out of range, in the words of averages
        jumlah, terisi = [x.numerator for x in nrr], [x.denominator for x in nrr]
        hasil = compute_skm_totals(jumlah, terisi, args.penimbang, pada=args.pada)
        nama = tuple(name_unsur(u, len(nrr), pada=args.pada) for u in range(len(nrr)))
        return _show(args, hasil, nama, (), berkas=False)
    if args.per is not None:
        from kinerja.cli.hitung_skm_wilayah import compute_wilayah

        return compute_wilayah(args)
    from kinerja.survei.jawaban import read_survei

    if args.keluar is not None:
        from kinerja.cli.hitung_skm_keluar import check_jawaban, write_jawaban

        check_jawaban(args.keluar, args.berkas, timpa=args.timpa)
    survei = read_survei(args.berkas, args.kolom, pada=args.pada)
    hasil = compute_skm(survei.jawaban, args.penimbang, pada=args.pada)
    if args.keluar is not None:
        write_jawaban(survei, args.keluar, timpa=args.timpa, pada=args.pada)
    return _add_survei(_show(args, hasil, survei.unsur, survei.catatan, berkas=True), survei, args.pada)


def _check_pilihan(args: argparse.Namespace) -> None:
    """Refuse options that would have no effect."""
    tanpa_berkas = args.nrr is not None
    for nama in ("per", "kolom", "keluar"):
        pesan = f"--{nama} tidak dapat bersama --nrr."
        refuse_jika(tanpa_berkas and getattr(args, nama), pesan, "Sebutkan berkas jawabannya, bukan --nrr.")
    refuse_jika(
        args.per and args.keluar, "--keluar tidak dapat bersama --per.", "Sebutkan berkas satu kecamatan, tanpa --per."
    )
    refuse_jika(
        args.timpa and not args.keluar, "--timpa hanya untuk --keluar.", "Sebutkan --keluar, atau tanpa --timpa."
    )


def _add_survei(hasil: Hasil, survei: Survei, pada: date) -> Hasil:
    """The result, and who answered, which columns were read, what could not be."""
    banyak = len(survei.jawaban)
    responden: dict[str, object] = {"banyak": banyak}
    baris = [*hasil.baris, ("Responden", format_angka(banyak, 0))]
    for kelompok in survei.kelompok:
        responden[kelompok.nama] = dict(kelompok.isi)
        isi = ", ".join(f"{nilai} {format_angka(n, 0)}" for nilai, n in kelompok.isi)
        baris.append((f"  {kelompok.nama}", isi))
    salah = survei.tak_terbaca
    catatan = hasil.catatan
    if salah:
        jumlah = sum(s.banyak for s in salah)
        kalimat = [f"{format_angka(jumlah, 0)} jawaban tidak terbaca dan tidak dihitung:"]
        kalimat += [f"  {teks}" for teks in list_baris([_tell_tak_terbaca(s) for s in salah], "macam")]
        kalimat += ["  Semuanya dalam --json."] if len(salah) > MAKS_SEBUT else []
        catatan = (*catatan, *kalimat, _tell_berat_sebelah(salah, pada))
    data = {
        **hasil.data,
        "kolom": dict(zip(survei.unsur, survei.judul, strict=True)),
        "responden": responden,
        "tidak_terbaca": [asdict(s) for s in salah],
        "baris_tidak_dihitung": survei.lewat,
    }
    return Hasil(tuple(baris), data, catatan, kode=1 if salah else 0)


def _tell_tak_terbaca(salah: TakTerbaca) -> str:
    tampak = f"; tampaknya {' atau '.join(map(str, salah.tampak))}" if salah.tampak else ""
    return f"{salah.unsur}: {quote(salah.jawaban)} ({salah.banyak} kali, {salah.sebab}{tampak})"


def _tell_berat_sebelah(salah: Sequence[TakTerbaca], pada: date) -> str:
    """Where the index would be, if what could not be read counted."""
    skala = get_skala(pada=pada)
    tengah = (skala[0] + skala[-1]) / 2
    rendah = all(s.tampak and max(s.tampak) < tengah for s in salah)
    tinggi = all(s.tampak and min(s.tampak) > tengah for s in salah)
    if rendah or tinggi:
        nilai, arah = ("rendah", "tinggi") if rendah else ("tinggi", "rendah")
        return f"Yang tidak terbaca tampaknya bernilai {nilai}, jadi NIK ini mungkin terlalu {arah}."
    return "Tanpa yang tidak terbaca, NIK ini mungkin terlalu tinggi atau terlalu rendah."


def _show(
    args: argparse.Namespace, hasil: HasilSkm, unsur: tuple[str, ...], catatan: tuple[str, ...], *, berkas: bool
) -> Hasil:
    baris = []
    rincian = []
    for nama, nrr, jumlah, terisi in zip(unsur, hasil.nrr, hasil.jumlah, hasil.terisi, strict=True):
        asal = {"jumlah": jumlah, "terisi": terisi} if berkas else {}
        rincian.append({"unsur": nama, "nrr": float(round_half_up(nrr, 4)), **asal})
        dari = f" (jumlah nilai {jumlah} dari {terisi} jawaban)" if berkas else ""
        baris.append((nama, f"NRR {format_angka(nrr, 3)}{dari}"))
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
