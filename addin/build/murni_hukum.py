"""The law as VBA: every version of every table with its day, and the declaration of every function under each law.

What a version says is one text: lines, with `|` between the parts of a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from addin.baca import SEL_TUNGGAL, read_rentang
from addin.daftar import DAFTAR, Deklarasi
from addin.hari_ini import hari_ini
from addin.spec import Arg
from kinerja.errors import PeraturanError
from kinerja.peraturan import (
    BOBOT_PENUH,
    PARAMETER,
    TABEL,
    Arah,
    Komponen,
    Parameter,
    TabelJenjang,
    Unsur,
    get_parameter,
    get_tabel,
    list_berlaku,
)
from kinerja.rumus.manfaat import TANPA_LAPORAN

AWAL = date(1900, 1, 1)
DIPAKAI = ("skm_mutu", "sakip_predikat", "sakip_kriteria", "capaian_kategori", *PARAMETER)
"""Tables and parameters that the functions need."""
JENIS = {"teks": "tulisan"}
"""Kinds of arguments that are called otherwise in VBA, for the same reason."""
BERTABEL = ("sakip_predikat",)
"""Tables that a function shows whole, with the ranges as printed."""
SEBUTAN = {"anggaran": "serapan"}
"""Tables that are called otherwise in VBA: scanners of macros take a text of 4, 8 or 12 letters for a hidden one."""
HARI = "{hari}"
"""Stands in a sentence for the day of the call."""
Versi = list[tuple[date, str]]


def list_hukum() -> dict[str, Versi]:
    """What each table and parameter file says, by the day from which it does."""
    hasil: dict[str, Versi] = {"penuh": [(AWAL, f"bobot={BOBOT_PENUH}\ntanpa={TANPA_LAPORAN}")]}
    for nama in DIPAKAI:
        kunci = SEBUTAN.get(nama, nama)
        hari = [x for x in _list_hari() if list_berlaku(pada=x)[nama] == x]
        if nama in TABEL:
            hasil[kunci] = [(x, _write_tabel(get_tabel(nama, pada=x))) for x in hari]
        else:
            hasil[kunci] = [(x, _write_parameter(get_parameter(nama, pada=x))) for x in hari]
    return hasil


def list_deklarasi() -> dict[str, Versi]:
    """Each function as it is declared, by the day from which it is so; `!` and a sentence where no law is in force."""
    hasil: dict[str, Versi] = {}
    for nama in DAFTAR:
        semua = [(x, _declare(DAFTAR[nama], x)) for x in (AWAL, *_list_hari())]
        hasil[nama] = [satu for i, satu in enumerate(semua) if i == 0 or satu[1] != semua[i - 1][1]]
    return hasil


def list_argumen(nama: str) -> list[str]:
    """Names of the arguments that a call may have: those of today, and behind them what a later law adds."""
    hari = [hari_ini()]
    hari += [x for x in _list_hari() if x > hari[0]]
    versi = [[arg.nama for arg in DAFTAR[nama].at(x).args] for x in hari]
    hasil = list(versi[0])
    for lain in versi[1:]:
        for nomor in range(len(hasil), len(lain)):
            hasil.append(lain[nomor] if lain[nomor] not in hasil else f"{lain[nomor]}_{nomor + 1}")
    return hasil


def _list_hari() -> list[date]:
    """The days on which some law begins, earliest first."""
    hasil: set[date] = set()
    pada: date | None = date.max
    while pada is not None:
        berlaku = [x for x in list_berlaku(pada=pada).values() if x is not None]
        hasil.update(berlaku)
        pada = max(berlaku) - timedelta(days=1) if berlaku else None
    return sorted(hasil)


def _write_tabel(tabel: TabelJenjang) -> str:
    rentang = [f"{x:f}" if x.is_finite() else "" for x in tabel.rentang]
    tertutup = str(int(tabel.batas == "bawah_tertutup"))
    desimal = "" if tabel.desimal is None else str(tabel.desimal)
    baris = [[tabel.uraian, *rentang, tertutup, desimal]]
    baris += [[j.kode, j.sebutan, f"{j.bawah:f}", j.teks if tabel.nama in BERTABEL else ""] for j in tabel.jenjang]
    return "\n".join(map(_join, baris))


def _write_parameter(parameter: Parameter) -> str:
    return "\n".join(
        f"{kunci}={teks}" for kunci, nilai in parameter.isi.items() if (teks := _write_isi(nilai)) is not None
    )


def _write_isi(nilai: Any) -> str | None:
    """A value of a parameter; None for what the functions do not read."""
    match nilai:
        case int():
            return str(nilai)
        case Decimal():
            return f"{nilai:f}"
        case (Decimal(), *_):
            return _join(f"{x:f}" for x in nilai)
        case (Komponen(), *_):
            return _join(f"{k.nama};{k.bobot:f}" for k in nilai)
        case (Unsur(), *_):
            return _join(u.nama for u in nilai)
        case (Arah(), *_):
            return _join(a.kode for a in nilai)
        case (str(), *_) if len(nilai) < 9:  # the words by which questions are recognised are many
            return _join(nilai)
        case _:
            return None


def _declare(deklarasi: Deklarasi, pada: date) -> str:
    try:
        fungsi = deklarasi.at(pada)
    except PeraturanError as galat:
        return "!" + str(galat).replace(f"{pada:%d-%m-%Y}", HARI, 1)
    args = [_write_arg(arg) for arg in fungsi.args]
    tanda = ["".join(arg[i] for arg in args) for i in (2, 3)]
    berentang = "".join(str(int(arg[6] != "")) for arg in args)
    kepala = [fungsi.tanda, fungsi.dasar, str(int(fungsi.dipetakan)), *tanda, berentang, str(fungsi.terusan)]
    return "\n".join(map(_join, [kepala, *args]))


def _write_arg(arg: Arg) -> list[str]:
    """An argument as `DEKLARASI` in `murni` says: name, kind, whether it must be given, and so on."""
    wajib = "u" if arg.ulang else "w" if arg.wajib else "k" if arg.kosong_tetap else "o"
    bawaan = f"{arg.bawaan:f}" if isinstance(arg.bawaan, Decimal) else arg.bawaan
    tepi = ["", "", ""]
    if arg.rentang and arg.jenis in SEL_TUNGGAL:
        rentang = read_rentang(arg.rentang)
        tepi = [*map(_write_tepi, (rentang.bawah, rentang.atas)), str(int(rentang.terbuka))]
    isi = [arg.nama, JENIS.get(arg.jenis, arg.jenis), wajib, str(int(arg.persen))]
    isi += [bawaan if isinstance(bawaan, str) else "", arg.pilihan, arg.rentang if any(tepi) else "", *tepi]
    return [*isi, str(int(arg.bukan_pecahan)), arg.diteruskan]


def _write_tepi(x: Decimal | None) -> str:
    """A bound; a great power of ten as one, which scanners of macros do not take for a hidden text."""
    teks = "" if x is None else f"{x:f}"
    return f"10^{len(teks) - 1}" if len(teks) > 7 and teks == "1".ljust(len(teks), "0") else teks


def _join(bagian: Iterable[str]) -> str:
    semua = list(bagian)
    if any("|" in satu or "\n" in satu for satu in semua):
        raise ValueError(f"a bar in {semua}")
    return "|".join(semua)
