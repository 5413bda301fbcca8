"""Our functions as named LAMBDA functions of Excel, from the expressions of the frozen formulas.

A workbook with such names needs no macro and no add-in. They are the law of the day on which they were written.
Numbers, blanks and errors behave as in frozen formulas, ranges as in the functions: one in, one out. A text that only
looks like a number gives #VALUE!.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from addin.fungsi import DAFTAR
from addin.rumus_argumen import Blok, TanpaRumusError
from addin.rumus_biasa import LUAR, RUMUS, TEKS_SALAH, guard, guard_arti, guard_jawaban
from addin.rumus_kata import ISOMITTED, LAMBDA, LET, SEL, count_kosong, larik, make_blok, make_rata, par, spread
from addin.spec import Arg, Fungsi
from kinerja import __version__
from kinerja.hukum import fill
from kinerja.peraturan import get_parameter
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import IF, NA, OR, TRIM

HURUF = "abdefghij"
"""Parameters of the function of single cells; Excel takes no c and no r, which are a column and a row."""
MAKS_BANTUAN = 255
"""Excel opens no file with a longer comment of a name."""

TANPA = {
    "ANGKA": "rumus membaca angka dari teks menurut bahasa program, jadi 1.500 dapat menjadi 1,5",
    "RUPIAH_TEKS": "rumus menulis titik ribuan menurut bahasa program",
    "TERBILANG": "kata bilangan disusun huruf demi huruf, dan belum punya rumus biasa yang setara",
    "ANGGARAN_REKON": "judul kolom, kode, dan baris jumlah dikenali oleh program, seperti pada kinerja rekonsiliasi",
    "KINERJA_ALASAN": "kalimat alasan disusun oleh program, bukan oleh rumus",
}
"""Functions that no formula can equal, each with the reason."""
BATAS = {"PERSEN_CAPAIAN": "target hanya berupa angka; target teks seperti 80-90, >= 90, atau 1:32 memberi #VALUE!"}
"""What a function that is offered does not take."""
URAIAN = {
    "PERSEN_CAPAIAN": "Capaian kinerja dalam persen terhadap target berupa angka, {capaian.desimal}; "
    "tanpa batas atas kecuali batas diisi.",
    "KINERJA_VERSI": "Versi kinerja yang membuat buku kerja ini.",
}
"""What a function is here, where the declaration says more than the formula does."""
URAIAN_ARG = {
    ("PERSEN_CAPAIAN", "realisasi"): "Realisasi kinerja: angka.",
    ("PERSEN_CAPAIAN", "target"): "Target: angka. Angka 0 tidak untuk arah naik.",
}
"""The same for an argument."""
BATAS_SEMUA = 'Angka yang ditulis sebagai teks, misalnya "66,5", memberi #VALUE!; ketiklah sebagai angka.'


@dataclass(frozen=True, slots=True)
class Bernama:
    """A function as a defined name: the formula as it stands in the file, and the comment that Excel shows as help."""

    fungsi: Fungsi
    rumus: str
    bantuan: str


def list_bernama(*, pada: date) -> list[Bernama]:
    """Every function that can be a name, under the law of that day."""
    semua = [_describe(satu.at(pada), pada) for nama, satu in DAFTAR.items() if nama not in TANPA]
    return [Bernama(f, write_lambda(f.nama, pada=pada), write_bantuan(f)) for f in semua]


def _describe(fungsi: Fungsi, pada: date) -> Fungsi:
    """The function with the texts that hold here."""
    args = (replace(arg, uraian=URAIAN_ARG.get((fungsi.nama, arg.nama), arg.uraian)) for arg in fungsi.args)
    uraian = fill(URAIAN.get(fungsi.nama, fungsi.uraian), pada=pada)
    return replace(fungsi, uraian=uraian, args=tuple(args))


def write_lambda(nama: str, *, pada: date) -> str:
    """The LAMBDA of a function by the law of a day.

    Raises:
        TanpaRumusError: no formula equals this function.

    >>> write_lambda("ANGGARAN_SELISIH", pada=date(2024, 12, 31))[:84]
    '_xlfn.LAMBDA(_xlpm.perjanjian,_xlpm.dpa,_xlfn.LET(_xlpm.hitung,_xlfn.LAMBDA(_xlpm.a,'
    """
    if nama in TANPA:
        raise TanpaRumusError(TANPA[nama])
    fungsi = DAFTAR[nama].at(pada)
    if not fungsi.args:
        return LAMBDA(to_x(__version__), ()).rumus  # KINERJA_VERSI
    isi = _spread(fungsi, pada) if fungsi.dipetakan else _over_blok(fungsi, pada)
    wajib, opsional = ([arg.nama for arg in fungsi.args if arg.wajib is w] for w in (True, False))
    return LAMBDA(isi, wajib, opsional).rumus


def write_bantuan(fungsi: Fungsi) -> str:
    """The help of a name: what it gives and what each argument is, as much of it as a comment can hold."""
    bagian = [fungsi.uraian, *([write_batas(fungsi.nama)] if fungsi.nama in BATAS else [])]
    bagian += [f"{arg.nama}: {arg.uraian}" for arg in fungsi.args]
    while len(bagian) > 1 and len(" ".join(bagian)) > MAKS_BANTUAN:
        bagian.pop()
    return " ".join(bagian)


def write_batas(nama: str) -> str:
    """The sentence on what a function does not take here, or why it is not here; "" where there is nothing to say."""
    klausa = TANPA.get(nama) or BATAS.get(nama, "")
    return f"{klausa[0].upper()}{klausa[1:]}." if klausa else ""


def _spread(fungsi: Fungsi, pada: date) -> X:
    """A function of single cells, which may be ranges."""
    huruf = HURUF[: len(fungsi.args)]
    sel = [par(satu) for satu in huruf]
    isi = ISI.get(fungsi.nama, RUMUS.get(fungsi.nama))(*sel, pada=pada)  # type: ignore[misc]
    hitung = LAMBDA(guard_arti(fungsi.args, sel, isi), huruf)
    if fungsi.nama == "SAKIP_PREDIKAT":
        nilai = par(fungsi.args[0].nama)
        return IF(ISOMITTED(nilai), larik(fungsi.badan(None)), spread(hitung, [nilai]))
    return _fill(fungsi.args, lambda *parameter: spread(hitung, parameter))


def _fill(args: Sequence[Arg], susun: Callable[..., X]) -> X:
    """What `susun` makes of the arguments; one that was left out is blank."""
    opsional = {f"isi_{arg.nama}": par(arg.nama) for arg in args if not arg.wajib}
    isi = susun(*(par(arg.nama if arg.wajib else f"isi_{arg.nama}") for arg in args))
    return LET(isi, **{nama: IF(ISOMITTED(x), "", x) for nama, x in opsional.items()})


def _over_blok(fungsi: Fungsi, pada: date) -> X:
    """A function of a block, and of one more cell at most."""
    blok = fungsi.args[0]
    b = make_blok(par(blok.nama), par("banyak"), par("kosong"))

    def compose(_: X, *sel: X) -> X:
        isi = _compose_blok(fungsi, b, sel, pada)
        for x in sel:  # a range where one cell belongs
            isi = IF(SEL(x) > 1, TEKS_SALAH, isi)
        return LET(isi, banyak=SEL(par(blok.nama)), kosong=count_kosong(par(blok.nama)))

    return _fill(fungsi.args, compose)


def _compose_blok(fungsi: Fungsi, b: Blok, sel: Sequence[X], pada: date) -> X:
    blok, *lain = fungsi.args
    if fungsi.nama == "SKM_NRR":
        return guard_jawaban(b, IF(b.split().lowong, NA(), make_rata(par(blok.nama))), pada)
    susun = RUMUS[fungsi.nama]
    if lain and lain[0].pilihan:
        return _choose(lain[0], sel[0], lambda pilihan: susun(b, pilihan, pada=pada), TEKS_SALAH)
    return susun(b, *sel, pada=pada)


def _choose(arg: Arg, x: X, isi: Callable[[str], X], lain: X) -> X:
    """The formula of the choice that a cell holds; of the first where it is blank, `lain` where it is none."""
    hasil = lain
    for nomor, pilihan in reversed(list(enumerate(arg.daftar_pilihan))):
        syarat = [TRIM(x) == pilihan, *([TRIM(x) == ""] if nomor == 0 else [])]
        if pilihan[:1].isdigit():  # also as a number
            syarat.append(x == Decimal(pilihan.replace(",", ".")))
        hasil = IF(OR(*syarat) if len(syarat) > 1 else syarat[0], isi(pilihan), hasil)
    return hasil


def _skm_sampel(n: X, d: X, pada: date) -> X:
    bawaan = DAFTAR["SKM_SAMPEL"].at(pada).args[1].bawaan
    return LET(RUMUS["SKM_SAMPEL"](n, par("galat_isi"), pada=pada), galat_isi=IF(TRIM(d) == "", bawaan, d))


def _persen_capaian(x: X, y: X, arah: X, batas: X, pada: date) -> X:
    susun = RUMUS["PERSEN_CAPAIAN"]
    dikenal = [batas == satu for satu in get_parameter("capaian", pada=pada).daftar("batas", Decimal)]

    def compose(kode: str) -> X:
        berbatas = guard([x, y, batas], IF(OR(*dikenal), susun(x, y, kode, batas, pada=pada), LUAR))
        return IF(TRIM(batas) == "", susun(x, y, kode, None, pada=pada), berbatas)

    salah = (x & y & "x") + 0  # the error of an error cell, else #VALUE!
    return _choose(DAFTAR["PERSEN_CAPAIAN"].at(pada).args[2], arah, compose, salah)


def _kinerja_dasar(nama: X, pada: date) -> X:
    """The citation of each function, those of one citation together."""
    dasar: dict[str, list[str]] = {}
    for satu in DAFTAR.values():
        dasar.setdefault(satu.at(pada).dasar, []).append(satu.nama)
    hasil: X = NA()
    for kutipan, milik in reversed(dasar.items()):
        sama = [TRIM(nama) == satu for satu in milik]
        hasil = IF(OR(*sama) if len(sama) > 1 else sama[0], kutipan, hasil)
    return IF(TRIM(nama) == "", "", hasil)


ISI: dict[str, Callable[..., X]] = {
    "SKM_SAMPEL": _skm_sampel,
    "PERSEN_CAPAIAN": _persen_capaian,
    "KINERJA_DASAR": _kinerja_dasar,
}
"""Functions of single cells whose options stand in the text of a frozen formula, here in parameters."""
