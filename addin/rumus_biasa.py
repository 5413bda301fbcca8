"""Our functions as ordinary Excel formulas, from the same tables; for files that leave the office.

Numbers, blanks and errors behave as in the functions. Text that only looks like a number gives #VALUE!: no formula
can read it the same way under every language setting. So does, inside a range, a cell of spaces or a grade with spaces
around it: the programs have no common formula that trims every cell of a range.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal

from addin.fungsi import DAFTAR
from addin.rumus_argumen import Blok, prepare
from addin.rumus_argumen import TanpaRumusError as TanpaRumusError
from addin.spec import Arg
from kinerja.errors import RentangError
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.peraturan.parameter import BOBOT_PENUH
from kinerja.rumus.capaian import compute_capaian
from kinerja.rumus.manfaat import TANPA_LAPORAN
from kinerja.rumus.sakip import get_bobot
from kinerja.rumus.skm import PERSIS, get_skala, list_unsur, read_penimbang
from kinerja.rumus.target import Target
from kinerja.rumus_sel import (
    DESIMAL_SISA,
    konversi_nik,
    nilai_sakip,
    persen,
    persen_capaian,
    pick_jenjang,
    rasio_persen,
    sampel,
    serapan,
    to_sen,
)
from kinerja.workbook.ekspresi import X, add_up, kurung, to_x
from kinerja.workbook.fungsi import ACOS, AND, AVERAGE, IF, INT, ISNUMBER, NA, OR, ROUND, TRIM

TEKS_SALAH = kurung(to_x("x") + 0)  # #VALUE!
LUAR = ACOS(to_x(2))  # #NUM! in Excel, LibreOffice and IronCalc alike
NOL = kurung(to_x(1) / 0)  # #DIV/0!


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
    siap = [prepare(arg, teks.strip()) for arg, teks in zip(args, lengkap, strict=True)]
    return guard_arti(args, siap, susun(*siap, pada=pada))


def guard_arti(args: Sequence[Arg], siap: Sequence[Any], isi: X) -> X:
    """What the declaration says of the meaning of a cell: a share of 1 is #NUM!, a text that passes through does."""
    for arg, x in zip(args, siap, strict=True):
        if isinstance(x, X) and x.tetap is None:
            if arg.bukan_pecahan:
                isi = IF(AND(ISNUMBER(x), x > 0, x <= 1), LUAR, isi)
            if arg.diteruskan:
                isi = IF(TRIM(x) == arg.diteruskan, arg.diteruskan, isi)
    return isi


def guard(args: Sequence[X], isi: X) -> X:
    """Blank in, blank out; #VALUE! for what is not a number, also beside a blank."""
    cek = [x for x in args if x.tetap is None]
    if not cek:
        return isi
    if len(cek) == 1:
        return IF(TRIM(cek[0]) == "", "", IF(ISNUMBER(cek[0]), isi, TEKS_SALAH))
    terbaca = AND(*(OR(TRIM(x) == "", ISNUMBER(x)) for x in cek))
    return IF(terbaca, IF(OR(*(TRIM(x) == "" for x in cek)), "", isi), TEKS_SALAH)


def guard_blok(b: Blok, isi: X) -> X:
    """Blank when all is blank; the error of an error cell, #VALUE! for text."""
    isi = IF(b.angka + b.kosong < b.sel, b.jumlah + "x", isi)
    return IF(b.kosong == b.sel, "", isi)


def _band(nama: str, kolom: Literal["kode", "sebutan"], x: X | None, pada: date) -> X:
    if x is None:
        raise TanpaRumusError("tabel tidak punya rumus biasa yang setara")
    tabel = get_tabel(nama, pada=pada)
    jenjang = pick_jenjang(x, tabel, kolom)
    bawah, atas = tabel.rentang
    return guard([x], IF(OR(x < bawah, x > atas), LUAR, jenjang) if bawah.is_finite() else jenjang)


def _skm_indeks(b: Blok, penimbang: str, pada: date) -> X:
    kolom = b.split()
    nik = _weigh(kolom.rata, penimbang, kolom.banyak, pada)
    if penimbang != PERSIS:  # a rounded one can lead below the lowest mutu, which the function refuses
        nik = IF(nik < get_tabel("skm_mutu", pada=pada).rentang[0], LUAR, nik)
        nik = _need_baku(kolom.banyak, nik, pada)
    return guard_jawaban(b, IF(kolom.lowong, NA(), nik), pada)


def guard_jawaban(b: Blok, isi: X, pada: date) -> X:
    """As `guard_blok`; #NUM! for a number that is no answer."""
    jawaban = add_up(b.cocok(nilai) for nilai in get_skala(pada=pada))
    return guard_blok(b, IF(jawaban < b.angka, LUAR, isi))


def _need_baku(banyak: X | int, isi: X, pada: date) -> X:
    """A rounded penimbang is for the regulation's unsur only; where the columns are known, that is known too."""
    baku = len(list_unsur(pada=pada))
    if isinstance(banyak, X):
        return IF(banyak == baku, isi, TEKS_SALAH)
    if banyak != baku:
        raise TanpaRumusError(f"penimbang itu hanya untuk {baku} unsur")
    return isi


def _skm_nilai(b: Blok, penimbang: str, pada: date) -> X:
    skala = get_skala(pada=pada)
    hasil = _weigh(b.jumlah, penimbang, b.angka, pada)
    if penimbang != PERSIS:
        hasil = _need_baku(b.angka, hasil, pada)
    hasil = IF(OR(b.terkecil < skala[0], b.terbesar > skala[-1]), LUAR, hasil)
    return guard_blok(b, IF(b.kosong > 0, NA(), hasil))


def _weigh(jumlah: X, penimbang: str, banyak: Any, pada: date) -> X:
    """NIK from the sum of the averages of that many unsur."""
    ni = jumlah / banyak if penimbang == PERSIS else jumlah * read_penimbang(penimbang)
    return konversi_nik(ni, pada)


def _skm_sampel(n: X, d: X, pada: date) -> X:
    luar = [n < 1, n != INT(n)]
    if d.tetap is None:
        luar += [d <= 0, d >= 1]
    elif not 0 < d.tetap < 1:  # type: ignore[operator]  # a constant of this argument is a number
        raise TanpaRumusError("galat di luar 0 sampai 1")
    return guard([n, d], IF(OR(*luar), LUAR, sampel(n, d, pada)))


def _sakip_nilai(*args: X, pada: date) -> X:
    luar = [uji for x, k in zip(args, get_bobot(pada=pada), strict=True) for uji in (x < 0, x > k.bobot)]
    return guard(args, IF(OR(*luar), LUAR, nilai_sakip(add_up(args), pada)))


def _sakip_subkomponen(b: Blok, bobot: X, pada: date) -> X:
    tabel = get_tabel("sakip_kriteria", pada=pada)
    dikenal = add_up(b.cocok(huruf.kode) for huruf in tabel.jenjang)
    jumlah = add_up(b.cocok(huruf.kode) * huruf.bawah for huruf in tabel.jenjang if huruf.bawah)
    desimal = get_parameter("sakip_bobot", pada=pada).bilangan("desimal")
    hasil = IF(b.kosong > 0, NA(), ROUND(jumlah / b.sel / tabel.rentang[1] * bobot, desimal))
    hasil = IF(dikenal + b.kosong < b.sel, b.jumlah + "x", hasil)
    hasil = IF(OR(bobot < 0, bobot > BOBOT_PENUH), LUAR, hasil)
    return guard([bobot], IF(b.kosong == b.sel, "", hasil))


def _persen_manfaat(a: X, b: X, c: X, d: X, pada: date) -> X:
    hasil = rasio_persen(AVERAGE(a / b, c / d), get_parameter("persen", pada=pada).bilangan("manfaat_desimal"))
    kedua = IF(OR(c < 0, d < 0), LUAR, IF(d == 0, NOL, hasil))
    return guard([a, b, c, d], IF(OR(a < 0, b < 0), LUAR, IF(b == 0, NOL, kedua)))


def _persen_trantibum(x: X, y: X, pada: date) -> X:
    hasil = persen(x, y, pada, "trantibum_desimal")
    luar = OR(x < 0, y < 0, x != INT(x), y != INT(y), x > y)
    return guard([x, y], IF(luar, LUAR, IF(y == 0, TANPA_LAPORAN, hasil)))


def _persen_capaian(x: X | Target, y: X | Target, arah: str, batas: X | None, pada: date) -> X:
    pilihan = {to_x(satu).tetap: satu for satu in get_parameter("capaian", pada=pada).daftar("batas", Decimal)}
    if batas is not None and batas.tetap is not None and batas.tetap not in pilihan:
        raise TanpaRumusError("batas tidak dikenal")
    cap = None if batas is None else pilihan.get(batas.tetap, batas)
    if isinstance(x, Target):
        raise TanpaRumusError("realisasi bukan satu angka")
    if isinstance(y, Target):
        return guard([x], _capaian_bentuk(x, y, arah, cap, pada))
    hasil = persen_capaian(x, y, arah, cap, None, pada)
    if arah == "naik":
        return guard([x, y], IF(y == 0, NOL, IF(y < 0, LUAR, hasil)))
    return guard([x, y], IF(OR(y < 0, x < 0 if arah == "turun_rasio" else AND(y == 0, x < 0)), LUAR, hasil))


def _capaian_bentuk(x: X, target: Target, arah: str, batas: Decimal | X | None, pada: date) -> X:
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
    return guard([x, y], IF(y == 0, NOL, IF(OR(x < 0, y < 0), LUAR, serapan(x, y, pada))))


def _anggaran_selisih(x: X, y: X, pada: date) -> X:
    beda = ROUND(x - y, DESIMAL_SISA)  # else half a sen is lost in the noise: 1.005 - 1 is a little less than 0.005
    return guard([x, y], IF(OR(x < 0, y < 0), LUAR, to_sen(beda)))


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
