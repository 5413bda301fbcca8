"""Agreements to fill forms with: as shipped (Medan), made up (Surabaya), and of any number of items."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from kinerja.perjanjian import jenis
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.perjanjian.model import (
    Aksi,
    DaftarManfaat,
    Indikator,
    JenisPerjanjian,
    Kegiatan,
    Pejabat,
    PerjanjianKinerja,
    Sasaran,
)
from kinerja.rumus.target import Target
from tests.contoh import angka, make_perjanjian, make_program

SURABAYA = "35.78."
"""How codes of its 31 kecamatan begin."""
TARGET = (angka("82.5"), angka("88.30"), angka(100), Target(Decimal(80), Decimal(90)), Target(Decimal("66.50")))


def list_medan() -> list[PerjanjianKinerja]:
    """The 21 as shipped, of which one is known in full."""
    return list(load_bundled("medan_2024"))


@lru_cache(maxsize=1)
def list_surabaya() -> tuple[PerjanjianKinerja, ...]:
    """31 kecamatan, every figure made up, every second one a perubahan; 0 to 60 activities."""
    acak = random.Random(3578)
    semua = [pk for pk in list_nasional(2025) if pk.kecamatan.kode.startswith(SURABAYA)]
    return tuple(_dress(pk, nomor, acak) for nomor, pk in enumerate(semua, start=1))


def _dress(pk: PerjanjianKinerja, nomor: int, acak: random.Random) -> PerjanjianKinerja:
    kegiatan = [_draw_kegiatan(n, acak) for n in range(2 * nomor - 2)]
    perubahan = nomor % 2 == 0
    return replace(
        pk,
        jenis=JenisPerjanjian.PERUBAHAN if perubahan else JenisPerjanjian.MURNI,
        sasaran=tuple(
            replace(s, indikator=tuple(_fill_indikator(i, kegiatan, acak) for i in s.indikator)) for s in pk.sasaran
        ),
        program=tuple(
            replace(p, anggaran=Decimal(acak.randrange(10**6, 10**12)) / (100 if n == 1 else 1))
            for n, p in enumerate(pk.program[: acak.choice((1, 3, 6))])
        ),
        pihak_pertama=Pejabat(
            f"Camat Ke-{nomor}, S.STP", pk.pihak_pertama.jabatan, "Pembina", f"{198001012000031000 + nomor}"
        ),
        pihak_kedua=Pejabat("Wali Kota Contoh", pk.pihak_kedua.jabatan),
        alamat=f"Jalan Contoh Nomor {nomor}, Surabaya",
        tempat="Surabaya",
        tanggal="1 Oktober 2025" if perubahan else "2 Januari 2025",
    )


def _fill_indikator(satu: Indikator, kegiatan: Sequence[Kegiatan], acak: random.Random) -> Indikator:
    banyak, per = len(satu.daftar), -(-len(kegiatan) // max(len(satu.daftar), 1))
    return replace(
        satu,
        target=acak.choice(TARGET),
        triwulan=tuple(angka(25 * n) for n in range(1, 5)),
        aksi=tuple(
            Aksi(f"Langkah {n} untuk {satu.nama}", "7.01.02", Decimal(1_000_000 * n), "Kasi Pelayanan")
            for n in range(acak.randrange(3))
        ),
        daftar=tuple(
            replace(d, kegiatan=tuple(kegiatan[per * n : per * (n + 1)]))
            for d, n in zip(satu.daftar, range(banyak), strict=True)
        ),
    )


def _draw_kegiatan(n: int, acak: random.Random) -> Kegiatan:
    awal = acak.choice(("Pelatihan", "=1+1 Perbaikan", "+62 Pengadaan", "@Sosialisasi", "'Bantuan"))
    return Kegiatan(f"{awal} nomor {n}", acak.choice((None, 10, 25, 300)), acak.choice((None, "Darmo", "Wonokromo")))


def make_banyak(indikator: int, program: int, kegiatan: int, aksi: int = 0, sasaran: int = 0) -> PerjanjianKinerja:
    """An agreement with so many of each; two indikator to a sasaran unless their number is given.

    Figures tell items apart: target 10, 20, 30 …, budget 1.000.001, 2.000.002 …, activities 7, 14, 21 ….
    """
    daftar = DaftarManfaat(
        "umum",
        "Kegiatan",
        "orang",
        tuple(Kegiatan(f"Kegiatan {n}", 7 * n, f"Desa {n}") for n in range(1, kegiatan + 1)),
    )
    semua = [
        Indikator(
            f"Indikator {n}",
            jenis.NILAI,
            "dokumen",
            angka(10 * n),
            triwulan=tuple(angka(n * tw) for tw in range(1, 5)),
        )
        for n in range(1, indikator + 1)
    ]
    langkah = tuple(Aksi(f"Langkah {n}", None, Decimal(3 * n), f"Pelaksana {n}") for n in range(1, aksi + 1))
    semua[-1] = replace(semua[-1], jenis=jenis.MANFAAT, daftar=(daftar,), aksi=langkah)
    pk = make_perjanjian(
        tuple(semua),
        tuple(replace(p, anggaran=Decimal(1_000_001 * n)) for n, p in enumerate(make_program(program), start=1)),
    )
    if sasaran:
        batas = [min(n, indikator - 1) for n in range(sasaran)]
        potong = [*batas, indikator]
        pk = replace(
            pk,
            sasaran=tuple(
                Sasaran(f"Sasaran {n}", tuple(semua[a:b])) for n, (a, b) in enumerate(pairwise(potong), start=1)
            ),
        )
    return pk
