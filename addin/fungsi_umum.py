"""Functions for numbers in text, and those that explain the others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal, cast

from addin.baca import read_number
from addin.daftar import DAFTAR, contoh, fungsi
from addin.nilai import NA, NUM, VALUE, Galat, is_rentang, list_galat
from addin.spec import Arg, Fungsi
from kinerja import __version__
from kinerja.bilangan import format_rupiah
from kinerja.errors import KosongError
from kinerja.rumus.terbilang import terbilang

EJAAN = "Pedoman Umum Ejaan Bahasa Indonesia, penulisan angka dan bilangan"
KAMI = "Bukan peraturan: bantuan dari add-in kinerja"
ARG_FUNGSI = Arg("fungsi", 'Nama fungsi dalam tanda petik, misalnya "SAKIP_PREDIKAT".', "teks")


@fungsi(
    Arg("teks", "Teks atau sel yang berisi angka.", "sel"),
    Arg(
        "jenis",
        "uang: rupiah; nilai: skor atau persen; bilangan: angka lain.",
        "pilihan",
        pilihan="uang; nilai; bilangan",
    ),
    dasar=EJAAN,
)
@contoh(
    ("Rp 15.435.519.078,00", 15_435_519_078.0),
    ("(4.510.000)", -4_510_000.0),
    ("88.30", "nilai", 88.3),
    (66.5, 66.5),
    ("1.500", VALUE),
    ("-", NA),
)
def ANGKA(teks: Any, jenis: str) -> Decimal:
    """Angka dari teks Indonesia seperti 'Rp 15.435.519.078,00' atau '66,5'; yang bermakna ganda ditolak."""
    return read_number(teks, cast(Literal["nilai", "uang", "bilangan"], jenis))


@fungsi(Arg("angka", "Jumlah uang.", "uang", satuan="rupiah"), dasar=EJAAN)
@contoh((15_435_519_078, "Rp15.435.519.078"), (-1500.5, "-Rp1.500,50"), (None, None))
def RUPIAH_TEKS(angka: Decimal) -> str:
    """Angka sebagai teks rupiah, misalnya 'Rp15.435.519.078'."""
    return format_rupiah(angka)


@fungsi(Arg("angka", "Angka yang disebut dengan kata.", "bilangan", rentang="di bawah 10^18"), dasar=EJAAN)
@contoh(
    (21_540_000, "dua puluh satu juta lima ratus empat puluh ribu"),
    (1_001_000, "satu juta seribu"),
    (66.5, "enam puluh enam koma lima"),
    (0, "nol"),
    (10**18, NUM),
)
def TERBILANG(angka: Decimal) -> str:
    """Angka dengan kata, misalnya 'dua puluh satu juta lima ratus empat puluh ribu'."""
    return terbilang(angka)


@fungsi(ARG_FUNGSI, dasar=KAMI)
@contoh(
    ("SKM_MUTU", "Peraturan Menteri PANRB 14/2017, Lampiran"),
    ("sakip_predikat", "Peraturan Menteri PANRB 88/2021, Lampiran"),
    ("SKM_MUTUS", NA),
)
def KINERJA_DASAR(fungsi: str, *, pada: date) -> str:
    """Dasar hukum sebuah fungsi: peraturan dan letaknya."""
    return _find(fungsi, pada).dasar


@fungsi(ARG_FUNGSI, Arg("argumen", "Argumen yang sama seperti pada fungsi itu.", "apa_saja", ulang=True), dasar=KAMI)
@contoh(
    ("SAKIP_PREDIKAT", 66.5, "tidak ada galat"),
    ("PERSEN_CAPAIAN", 5, 0, "#DIV/0! Target nol; capaian tidak dapat dihitung. Isi target indikator."),
    ("PERSEN_CAPAIAN", 5, "#N/A Argumen target belum diisi. Tulis PERSEN_CAPAIAN(realisasi; target; [arah]; [batas])."),
)
def KINERJA_ALASAN(fungsi: str, *argumen: Any, pada: date) -> str:
    """Alasan sebuah fungsi memberi galat, dengan satu kalimat; teks 'tidak ada galat' bila hasilnya baik."""
    try:
        hasil = _find(fungsi, pada).evaluate(*argumen)
    except KosongError as galat:
        return f"{galat.kode_excel} {galat}"
    if isinstance(hasil, Galat):
        return f"{hasil.kode} {hasil.pesan}"
    semua = list_galat(hasil) if is_rentang(hasil) else ()
    return next((f"{sel.kode} {tempat}: {sel.pesan}" for tempat, sel in semua), "tidak ada galat")


@fungsi(dasar=KAMI)
@contoh((__version__,))
def KINERJA_VERSI() -> str:
    """Versi add-in kinerja yang sedang berjalan."""
    return __version__


def _find(nama: str, pada: date) -> Fungsi:
    ada = DAFTAR.get(nama.upper())
    if ada is None:
        raise KosongError(f"Tidak ada fungsi {nama}.", saran=f"Yang ada: {', '.join(DAFTAR)}.")
    return ada.at(pada)
