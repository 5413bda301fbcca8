"""`kinerja hitung skm --per`: the survey index of every group in one file."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from kinerja.bilangan import format_angka, write_angka
from kinerja.cli.hasil import Hasil
from kinerja.errors import KosongError, RentangError
from kinerja.rumus.skm import compute_skm_totals, get_skala, write_skala
from kinerja.survei.kalimat import MAKS_SEBUT, count_lagi
from kinerja.wilayah import list_kecamatan

if TYPE_CHECKING:
    from kinerja.survei.wilayah import SurveiWilayah, TotalSurvei


def compute_wilayah(args: argparse.Namespace) -> Hasil:
    """One line a group. A group with a wrong answer has no index: a survey is corrected, not guessed at.

    Raises:
        DataError: the file cannot be used.
    """
    from kinerja.survei.wilayah import read_survei_wilayah

    survei = read_survei_wilayah(args.berkas, args.per, args.kolom, pada=args.pada)
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
        (*survei.catatan, *_explain(survei, args.pada)),
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


def _explain(survei: SurveiWilayah, pada: date) -> tuple[str, ...]:
    from kinerja.survei.kata import advise_skala

    salah = survei.salah
    if not salah:
        return ()
    saran = advise_skala(get_skala(pada=pada)) if survei.seems_longer(pada=pada) else "Betulkan atau kosongkan:"
    kalimat = [f"{format_angka(survei.banyak_salah, 0)} jawaban bukan {write_skala(pada=pada)}. {saran}"]
    kalimat += [f"  {s.kunci or '(kosong)'}, {s.unsur}: {s.jawaban!r} ({s.banyak} kali)" for s in salah[:MAKS_SEBUT]]
    if lagi := survei.macam_salah - len(salah[:MAKS_SEBUT]):
        utuh = len(salah) == survei.macam_salah
        isi = "semuanya dalam --json" if utuh else f"--json menyebut {format_angka(len(salah), 0)} macam yang pertama"
        kalimat.append(f"  {count_lagi(lagi, 'macam')}; {isi}.")
    return tuple(kalimat)
