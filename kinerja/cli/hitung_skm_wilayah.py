"""`kinerja hitung skm BERKAS --per kecamatan`: the survey index of every kecamatan in one file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kinerja.cli.hasil import Hasil
from kinerja.errors import KosongError, RentangError
from kinerja.rumus.angka import format_angka, write_angka
from kinerja.rumus.skm import compute_skm_totals, write_skala
from kinerja.wilayah import list_kecamatan

if TYPE_CHECKING:
    from kinerja.sumber.survei_wilayah import JawabanSalah, TotalSurvei

MAKS_SEBUT = 20
"""Wrong answers that are named on the screen; `--json` has them all."""


def hitung_wilayah(args: argparse.Namespace) -> Hasil:
    """One line a group. A group with a wrong answer has no index: a survey is corrected, not guessed at.

    Raises:
        DataError: the file cannot be used.
    """
    from kinerja.sumber.survei_wilayah import read_survei_wilayah

    survei = read_survei_wilayah(args.berkas, args.per, pada=args.pada)
    nama = {k.kode: k.nama for k in list_kecamatan()}
    baris, data = [], []
    for total in survei.total:
        hasil, kata = _compute(total, args)
        judul = " ".join(x for x in (total.kunci or f"(tanpa {args.per})", nama.get(total.kunci, "")) if x)
        baris.append((judul, f"{format_angka(total.responden, 0)} responden, {kata}"))
        data.append({"kunci": total.kunci, "nama": nama.get(total.kunci), "responden": total.responden, **hasil})
    return Hasil(
        tuple(baris),
        {
            "unsur": survei.unsur,
            "penimbang": args.penimbang,
            "kelompok": data,
            "salah": [
                {"kunci": s.kunci, "unsur": s.unsur, "jawaban": s.jawaban, "banyak": s.banyak} for s in survei.salah
            ],
        },
        (*survei.catatan, *_explain(survei.salah, write_skala(pada=args.pada))),
        kode=1 if survei.salah else 0,
    )


def _compute(total: TotalSurvei, args: argparse.Namespace) -> tuple[dict[str, object], str]:
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


def _explain(salah: tuple[JawabanSalah, ...], sah: str) -> tuple[str, ...]:
    if not salah:
        return ()
    banyak = sum(s.banyak for s in salah)
    kalimat = [f"{format_angka(banyak, 0)} jawaban bukan {sah}. Perbaiki atau kosongkan:"]
    kalimat += [f"  {s.kunci or '(kosong)'}, {s.unsur}: {s.jawaban!r} ({s.banyak} kali)" for s in salah[:MAKS_SEBUT]]
    if len(salah) > MAKS_SEBUT:
        kalimat.append(f"  dan {len(salah) - MAKS_SEBUT} macam lagi; semuanya dalam --json.")
    return tuple(kalimat)
