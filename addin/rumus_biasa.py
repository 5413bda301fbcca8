"""Our functions as ordinary Excel formulas, from the same tables; for files that leave the office.

Numbers, blanks and errors behave as in the functions. Text that only looks like a number gives #VALUE!: no formula
can read it the same way under every language setting. So does, inside a range, a cell of spaces or a grade with spaces
around it: the programs have no common formula that trims every cell of a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal, NoReturn

from addin.baca import SEL_TUNGGAL
from addin.fungsi import DAFTAR
from addin.spec import Arg
from kinerja.alamat import column_letters, parse_range
from kinerja.errors import DataError, KinerjaError, RentangError
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.peraturan.parameter import BOBOT_PENUH
from kinerja.rumus.capaian import compute_capaian
from kinerja.rumus.manfaat import TANPA_LAPORAN
from kinerja.rumus.sakip import get_bobot
from kinerja.rumus.skm import PERSIS, get_skala, list_unsur, read_penimbang
from kinerja.rumus.target import Target
from kinerja.rumus_sel import (
    konversi_nik,
    nilai_sakip,
    persen,
    persen_capaian,
    pick_jenjang,
    rasio_persen,
    sampel,
    selisih,
    serapan,
)
from kinerja.workbook.ekspresi import Isi, Rentang, X, add_up, kurung, sel, to_x
from kinerja.workbook.fungsi import (
    ACOS,
    AND,
    AVERAGE,
    COLUMNS,
    COUNT,
    COUNTBLANK,
    COUNTIF,
    IF,
    INT,
    ISNUMBER,
    MAX,
    MIN,
    NA,
    OR,
    ROUND,
    ROWS,
    SUM,
    TRIM,
)

TEKS_SALAH = kurung(to_x("x") + 0)  # #VALUE!
LUAR = ACOS(to_x(2))  # #NUM! in Excel, LibreOffice and IronCalc alike
NOL = kurung(to_x(1) / 0)  # #DIV/0!
UNSUR_TERBANYAK = 40

TEKS = re.compile(r'"((?:[^"]|"")*)"')
ANGKA = re.compile(r"-?\d+(\.\d+)?")
LEMBAR = re.compile(r"(?:'(?:[^']|'')+'|[\w.]+)!")


class TanpaRumusError(Exception):
    """There is no ordinary formula for this call; the reason, an Indonesian clause."""


def write_rumus(nama: str, argumen: Sequence[str], *, pada: date) -> str:
    """The ordinary formula for a call by the law of a day, its arguments already free of our functions.

    Raises:
        TanpaRumusError: only the value can take the place of this call.

    >>> write_rumus("SKM_MUTU", ["A1"], pada=date(2024, 12, 31))[:46]
    'IF(TRIM(A1)="","",IF(ISNUMBER(A1),IF(OR(A1<25,'
    """
    return make_ekspresi(nama, argumen, pada=pada).rumus


def make_ekspresi(nama: str, argumen: Sequence[str], *, pada: date) -> X:
    """The formula of `write_rumus` as an expression; a cell of another sheet is read from the sheet it computes on."""
    susun = RUMUS.get(nama)
    if susun is None:
        raise TanpaRumusError(f"{nama} tidak punya rumus biasa yang setara")
    args = DAFTAR[nama].at(pada).args
    if len(argumen) > len(args) or any(arg.wajib for arg in args[len(argumen) :]):
        raise TanpaRumusError(f"jumlah argumen {nama} tidak tepat")
    lengkap = [*argumen, *[""] * (len(args) - len(argumen))]
    return susun(*(_prepare(arg, teks.strip()) for arg, teks in zip(args, lengkap, strict=True)), pada=pada)


def _prepare(arg: Arg, teks: str) -> Any:
    """An argument: an expression, a choice as text, a target, or None; a literal becomes the number it means."""
    acuan = _read_acuan(teks)
    if arg.jenis not in SEL_TUNGGAL:
        if acuan is None:
            raise TanpaRumusError(f"argumen {arg.nama} bukan rentang sel")
        return acuan
    literal = TEKS.fullmatch(teks)
    if not teks or (literal and not literal[1].strip()):
        if arg.wajib or (teks and arg.kosong_tetap):
            raise TanpaRumusError(f"argumen {arg.nama} tidak diisi")
        return to_x(arg.bawaan) if isinstance(arg.bawaan, Decimal) else arg.bawaan
    if literal or ANGKA.fullmatch(teks):
        try:
            nilai = arg.read(literal[1].replace('""', '"') if literal else float(teks))
        except KinerjaError:
            raise TanpaRumusError(f"argumen {arg.nama} tidak terbaca") from None
        if isinstance(nilai, Target) and nilai.angka is not None:
            nilai = nilai.angka
        return to_x(nilai) if isinstance(nilai, Decimal) else nilai
    if not arg.wajib and not arg.kosong_tetap:
        raise TanpaRumusError(f"argumen {arg.nama} bukan angka atau teks yang tetap")
    return X(f"({teks})", _refuse) if acuan is None else X(teks, sel(*acuan.kotak[:2]).compute)


def _read_acuan(teks: str) -> Rentang | None:
    """A cell or a range as it was typed, with its sheet and its $; None for anything else."""
    lembar = LEMBAR.match(teks)
    try:
        return Rentang(teks, parse_range(teks[lembar.end() if lembar else 0 :].upper()))
    except DataError:
        return None


def _refuse(_: Isi) -> NoReturn:
    raise NotImplementedError("an expression of the user's own")


def _guard(args: Sequence[X], isi: X) -> X:
    """Blank in, blank out; #VALUE! for what is not a number, also beside a blank."""
    cek = [x for x in args if x.tetap is None]
    if not cek:
        return isi
    if len(cek) == 1:
        return IF(TRIM(cek[0]) == "", "", IF(ISNUMBER(cek[0]), isi, TEKS_SALAH))
    terbaca = AND(*(OR(TRIM(x) == "", ISNUMBER(x)) for x in cek))
    return IF(terbaca, IF(OR(*(TRIM(x) == "" for x in cek)), "", isi), TEKS_SALAH)


def _guard_block(r: Rentang, isi: X) -> X:
    """Blank when all is blank; the error of an error cell, #VALUE! for text."""
    semua = ROWS(r) * COLUMNS(r)
    isi = IF(COUNT(r) + COUNTBLANK(r) < semua, SUM(r) + "x", isi)
    return IF(COUNTBLANK(r) == semua, "", isi)


def _band(nama: str, kolom: Literal["kode", "sebutan"], x: X | None, pada: date) -> X:
    if x is None:
        raise TanpaRumusError("tabel tidak punya rumus biasa yang setara")
    tabel = get_tabel(nama, pada=pada)
    jenjang = pick_jenjang(x, tabel, kolom)
    bawah, atas = tabel.rentang
    return _guard([x], IF(OR(x < bawah, x > atas), LUAR, jenjang) if bawah.is_finite() else jenjang)


def _skm_indeks(r: Rentang, penimbang: str, pada: date) -> X:
    kolom = _split_columns(r)
    baku = len(list_unsur(pada=pada))
    if penimbang != PERSIS and len(kolom) != baku:
        raise TanpaRumusError(f"penimbang itu hanya untuk {baku} unsur")
    nik = _weigh(add_up(map(AVERAGE, kolom)), penimbang, len(kolom), pada)
    if penimbang != PERSIS:  # a rounded one can lead below the lowest mutu, which the function refuses
        nik = IF(nik < get_tabel("skm_mutu", pada=pada).rentang[0], LUAR, nik)
    hasil = IF(OR(*(COUNT(satu) == 0 for satu in kolom)), NA(), nik)
    jawaban = add_up(COUNTIF(r, nilai) for nilai in get_skala(pada=pada))
    return _guard_block(r, IF(jawaban < COUNT(r), LUAR, hasil))


def _skm_nilai(r: Rentang, penimbang: str, pada: date) -> X:
    skala = get_skala(pada=pada)
    hasil = _weigh(SUM(r), penimbang, COUNT(r), pada)
    if penimbang != PERSIS:
        hasil = IF(COUNT(r) == len(list_unsur(pada=pada)), hasil, TEKS_SALAH)
    hasil = IF(OR(MIN(r) < skala[0], MAX(r) > skala[-1]), LUAR, hasil)
    return _guard_block(r, IF(COUNTBLANK(r) > 0, NA(), hasil))


def _weigh(jumlah: X, penimbang: str, banyak: Any, pada: date) -> X:
    """NIK from the sum of the averages of that many unsur."""
    ni = jumlah / banyak if penimbang == PERSIS else jumlah * read_penimbang(penimbang)
    return konversi_nik(ni, pada)


def _split_columns(r: Rentang) -> list[Rentang]:
    """The columns of a range, each written as the range was."""
    baris, awal, baris_akhir, akhir = r.kotak
    if akhir - awal >= UNSUR_TERBANYAK:
        raise TanpaRumusError("terlalu banyak kolom")
    lembar, tanda, alamat = r.rumus.rpartition("!")
    if len({sudut.startswith("$") for sudut in alamat.split(":")}) > 1:
        raise TanpaRumusError("rentangnya melebar bila rumus disalin")
    return [
        Rentang(f"{lembar}{tanda}{re.sub('[A-Za-z]+', column_letters(k), alamat)}", (baris, k, baris_akhir, k))
        for k in range(awal, akhir + 1)
    ]


def _skm_sampel(n: X, d: Any, pada: date) -> X:
    if not 0 < d.tetap < 1:
        raise TanpaRumusError("galat di luar 0 sampai 1")
    return _guard([n], IF(OR(n < 1, n != INT(n)), LUAR, sampel(n, d, pada)))


def _sakip_nilai(*args: X, pada: date) -> X:
    luar = [uji for x, k in zip(args, get_bobot(pada=pada), strict=True) for uji in (x < 0, x > k.bobot)]
    return _guard(args, IF(OR(*luar), LUAR, nilai_sakip(add_up(args), pada)))


def _sakip_subkomponen(r: Rentang, bobot: X, pada: date) -> X:
    semua = ROWS(r) * COLUMNS(r)
    tabel = get_tabel("sakip_kriteria", pada=pada)
    dikenal = add_up(COUNTIF(r, huruf.kode) for huruf in tabel.jenjang)
    jumlah = add_up(COUNTIF(r, huruf.kode) * huruf.bawah for huruf in tabel.jenjang if huruf.bawah)
    desimal = get_parameter("sakip_bobot", pada=pada).bilangan("desimal")
    hasil = IF(COUNTBLANK(r) > 0, NA(), ROUND(jumlah / semua / tabel.rentang[1] * bobot, desimal))
    hasil = IF(dikenal + COUNTBLANK(r) < semua, SUM(r) + "x", hasil)
    hasil = IF(OR(bobot < 0, bobot > BOBOT_PENUH), LUAR, hasil)
    return _guard([bobot], IF(COUNTBLANK(r) == semua, "", hasil))


def _persen_manfaat(a: X, b: X, c: X, d: X, pada: date) -> X:
    hasil = rasio_persen(AVERAGE(a / b, c / d), get_parameter("persen", pada=pada).bilangan("manfaat_desimal"))
    kedua = IF(OR(c < 0, d < 0), LUAR, IF(d == 0, NOL, hasil))
    return _guard([a, b, c, d], IF(OR(a < 0, b < 0), LUAR, IF(b == 0, NOL, kedua)))


def _persen_trantibum(x: X, y: X, pada: date) -> X:
    hasil = persen(x, y, pada, "trantibum_desimal")
    luar = OR(x < 0, y < 0, x != INT(x), y != INT(y), x > y)
    return _guard([x, y], IF(luar, LUAR, IF(y == 0, TANPA_LAPORAN, hasil)))


def _persen_capaian(x: X | Target, y: X | Target, arah: str, batas: X | None, pada: date) -> X:
    pilihan = {to_x(satu).tetap: satu for satu in get_parameter("capaian", pada=pada).daftar("batas", Decimal)}
    if batas is not None and batas.tetap not in pilihan:
        raise TanpaRumusError("batas tidak dikenal")
    cap = None if batas is None else pilihan[batas.tetap]
    if isinstance(x, Target):
        raise TanpaRumusError("realisasi bukan satu angka")
    if isinstance(y, Target):
        return _guard([x], _capaian_bentuk(x, y, arah, cap, pada))
    hasil = persen_capaian(x, y, arah, cap, None, pada)
    if arah == "naik":
        return _guard([x, y], IF(y == 0, NOL, IF(y < 0, LUAR, hasil)))
    return _guard([x, y], IF(OR(y < 0, x < 0 if arah == "turun_rasio" else AND(y == 0, x < 0)), LUAR, hasil))


def _capaian_bentuk(x: X, target: Target, arah: str, batas: Decimal | None, pada: date) -> X:
    """Capaian of a number in a cell against a range, a side or a ratio that the formula itself names."""
    try:
        compute_capaian(target.batas[0], target, arah, pada=pada)
    except RentangError:
        raise TanpaRumusError("target tidak cocok dengan arah") from None
    luar = [x < 0] if arah == "turun_rasio" else []
    if target.rasio:
        n = target.batas[0]
        luar += [x > 1] if n > 1 else []
        x, target = x * n, Target.from_angka(1)
    hasil = persen_capaian(x, target, arah, batas, None, pada)
    return IF(OR(*luar), LUAR, hasil) if luar else hasil


def _anggaran_serapan(x: X, y: X, pada: date) -> X:
    return _guard([x, y], IF(y == 0, NOL, IF(OR(x < 0, y < 0), LUAR, serapan(x, y, pada))))


def _anggaran_selisih(x: X, y: X, pada: date) -> X:
    return _guard([x, y], IF(OR(x < 0, y < 0), LUAR, selisih(x, y)))


RUMUS: dict[str, Callable[..., X]] = {
    "SKM_INDEKS": _skm_indeks,
    "SKM_NILAI": _skm_nilai,
    "SKM_MUTU": partial(_band, "skm_mutu", "kode"),
    "SKM_KINERJA": partial(_band, "skm_mutu", "sebutan"),
    "SKM_SAMPEL": _skm_sampel,
    "SAKIP_NILAI": _sakip_nilai,
    "SAKIP_SUBKOMPONEN": _sakip_subkomponen,
    "SAKIP_PREDIKAT": partial(_band, "sakip_predikat", "kode"),
    "SAKIP_INTERPRETASI": partial(_band, "sakip_predikat", "sebutan"),
    "PERSEN_MANFAAT": _persen_manfaat,
    "PERSEN_TRANTIBUM": _persen_trantibum,
    "PERSEN_CAPAIAN": _persen_capaian,
    "KATEGORI_CAPAIAN": partial(_band, "capaian_kategori", "sebutan"),
    "ANGGARAN_SERAPAN": _anggaran_serapan,
    "ANGGARAN_SELISIH": _anggaran_selisih,
}
"""Functions with an equal ordinary formula; of all others only the value can stay."""
