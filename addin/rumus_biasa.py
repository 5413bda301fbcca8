"""Our functions as ordinary Excel formulas, from the same tables; for files that leave the office.

Numbers, blanks and errors behave as in the functions. Text that only looks like a number gives #VALUE!: no formula
can read it the same way under every language setting. So does, inside a range, a cell of spaces or a grade with spaces
around it: the programs have no common formula that trims every cell of a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from addin.baca import SEL_TUNGGAL
from addin.fungsi import DAFTAR
from addin.fungsi_persen import TANPA_LAPORAN
from addin.hari_ini import hari_ini
from addin.spec import Arg
from kinerja.errors import KinerjaError
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.rumus.anggaran import DESIMAL_SEN
from kinerja.rumus.sakip import get_bobot
from kinerja.rumus.skm import get_skala, list_unsur

TEKS_SALAH = '("x"+0)'  # #VALUE!
LUAR = "ACOS(2)"  # #NUM! in Excel, LibreOffice and IronCalc alike
NOL = "(1/0)"  # #DIV/0!
TIDAK_ADA = "NA()"
UNSUR_TERBANYAK = 40

TEKS = re.compile(r'"((?:[^"]|"")*)"')
ANGKA = re.compile(r"-?\d+(\.\d+)?")
RENTANG = re.compile(r"((?:'(?:[^']|'')+'|[\w.]+)!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?", re.I)


class TanpaRumusError(Exception):
    """There is no ordinary formula for this call; the reason, an Indonesian clause."""


def write_rumus(nama: str, argumen: Sequence[str]) -> str:
    """The ordinary formula for a call, its arguments already free of our functions.

    Raises:
        TanpaRumusError: only the value can take the place of this call.

    >>> write_rumus("SKM_MUTU", ["A1"])[:46]
    'IF(TRIM(A1)="","",IF(ISNUMBER(A1),IF(OR(A1<25,'
    """
    tulis, fungsi = RUMUS.get(nama), DAFTAR[nama]
    if tulis is None:
        raise TanpaRumusError(f"{nama} tidak punya rumus biasa yang setara")
    if len(argumen) > len(fungsi.args) or any(arg.wajib for arg in fungsi.args[len(argumen) :]):
        raise TanpaRumusError(f"jumlah argumen {nama} tidak tepat")
    lengkap = [*argumen, *[""] * (len(fungsi.args) - len(argumen))]
    return tulis([_prepare(arg, teks.strip()) for arg, teks in zip(fungsi.args, lengkap, strict=True)])


def _prepare(arg: Arg, teks: str) -> str:
    """An argument as a formula: a literal becomes the number it means, an expression gets brackets."""
    if arg.jenis not in SEL_TUNGGAL:
        if not RENTANG.fullmatch(teks):
            raise TanpaRumusError(f"argumen {arg.nama} bukan rentang sel")
        return teks
    literal = TEKS.fullmatch(teks)
    if not teks or (literal and not literal[1].strip()):
        if arg.wajib or (teks and arg.kosong_tetap):
            raise TanpaRumusError(f"argumen {arg.nama} tidak diisi")
        return "" if arg.bawaan is None else str(arg.bawaan)  # a Decimal or a choice
    if literal or ANGKA.fullmatch(teks):
        try:
            nilai = arg.read(literal[1].replace('""', '"') if literal else float(teks))
        except KinerjaError:
            raise TanpaRumusError(f"argumen {arg.nama} tidak terbaca") from None
        return _number(nilai) if isinstance(nilai, Decimal) else str(nilai)
    if not arg.wajib and not arg.kosong_tetap:
        raise TanpaRumusError(f"argumen {arg.nama} bukan angka atau teks yang tetap")
    return teks if RENTANG.fullmatch(teks) else f"({teks})"


def _guard(args: Sequence[str], isi: str) -> str:
    """Blank in, blank out; #VALUE! for what is not a number, also beside a blank."""
    sel = [x for x in args if not ANGKA.fullmatch(x)]
    if not sel:
        return isi
    if len(sel) == 1:
        return f'IF(TRIM({sel[0]})="","",IF(ISNUMBER({sel[0]}),{isi},{TEKS_SALAH}))'
    terbaca = ",".join(f'OR(TRIM({x})="",ISNUMBER({x}))' for x in sel)
    kosong = ",".join(f'TRIM({x})=""' for x in sel)
    return f'IF(AND({terbaca}),IF(OR({kosong}),"",{isi}),{TEKS_SALAH})'


def _band(tabel: str, kolom: str) -> Callable[[list[str]], str]:
    def tulis(args: list[str]) -> str:
        x, isi = args[0], get_tabel(tabel, pada=hari_ini())
        if not x:
            raise TanpaRumusError("tabel tidak punya rumus biasa yang setara")
        jenjang = isi.to_formula(x, "kode" if kolom == "kode" else "sebutan")
        bawah, atas = isi.rentang
        if bawah.is_finite():
            jenjang = f"IF(OR({x}<{_number(bawah)},{x}>{_number(atas)}),{LUAR},{jenjang})"
        return _guard([x], jenjang)

    return tulis


def _number(x: Decimal) -> str:
    return f"{x.normalize():f}"


def _skm_indeks(args: list[str]) -> str:
    rentang, penimbang = args
    kolom = _split_columns(rentang)
    bobot = _weight(penimbang, len(kolom))
    jawaban = "+".join(f"COUNTIF({rentang},{i})" for i in get_skala(pada=hari_ini()))
    kurang = f"OR({','.join(f'COUNT({satu})=0' for satu in kolom)})"
    jumlah = "+".join(f"AVERAGE({satu})" for satu in kolom)
    hasil = f"IF({jawaban}<COUNT({rentang}),{LUAR},IF({kurang},{TIDAK_ADA},ROUND(({jumlah})*{bobot},{_skm_desimal()})))"
    return _guard_block(rentang, hasil)


def _skm_nilai(args: list[str]) -> str:
    rentang, penimbang = args
    skala = get_skala(pada=hari_ini())
    terendah, tertinggi = skala[0], skala[-1]
    if penimbang == "persis":
        bobot = f"{get_parameter('skm', pada=hari_ini()).bilangan('faktor_konversi')}/COUNT({rentang})"
    else:
        baku = _skm_unsur()
        bobot = f"IF(COUNT({rentang})={baku},{_weight(penimbang, baku)},{TEKS_SALAH})"
    hasil = f"ROUND(SUM({rentang})*{bobot},{_skm_desimal()})"
    luar = f"OR(MIN({rentang})<{terendah},MAX({rentang})>{tertinggi})"
    return _guard_block(rentang, f"IF(COUNTBLANK({rentang})>0,{TIDAK_ADA},IF({luar},{LUAR},{hasil}))")


def _skm_desimal() -> int:
    return get_parameter("skm", pada=hari_ini()).bilangan("desimal")


def _skm_unsur() -> int:
    return len(list_unsur(pada=hari_ini()))


def _guard_block(rentang: str, isi: str) -> str:
    """Blank when all is blank; the error of an error cell, #VALUE! for text."""
    semua = f"(ROWS({rentang})*COLUMNS({rentang}))"
    salah = f'SUM({rentang})+"x"'
    return f'IF(COUNTBLANK({rentang})={semua},"",IF(COUNT({rentang})+COUNTBLANK({rentang})<{semua},{salah},{isi}))'


def _weight(penimbang: str, unsur: int) -> str:
    faktor = get_parameter("skm", pada=hari_ini()).bilangan("faktor_konversi")
    if penimbang == "persis":
        return f"{faktor}/{unsur}"
    if unsur != _skm_unsur():
        raise TanpaRumusError(f"penimbang itu hanya untuk {_skm_unsur()} unsur")
    return f"{penimbang.replace(',', '.')}*{faktor}"


def _split_columns(rentang: str) -> list[str]:
    cocok = RENTANG.fullmatch(rentang)
    assert cocok
    lembar, k1, awal, b1, baris1, k2, akhir, b2, baris2 = (bagian or "" for bagian in cocok.groups())
    if not akhir:
        return [rentang]
    nomor = range(_column(awal), _column(akhir) + 1)
    if len(nomor) > UNSUR_TERBANYAK:
        raise TanpaRumusError("terlalu banyak kolom")
    return [f"{lembar}{k1}{_letters(n)}{b1}{baris1}:{k2 or k1}{_letters(n)}{b2}{baris2}" for n in nomor]


def _column(huruf: str) -> int:
    nomor = 0
    for satu in huruf.upper():
        nomor = nomor * 26 + ord(satu) - 64
    return nomor


def _letters(nomor: int) -> str:
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def _skm_sampel(args: list[str]) -> str:
    n, d = args
    parameter = get_parameter("skm_sampel", pada=hari_ini())
    p = _number(parameter.angka("p"))
    ragam = f"{_number(parameter.angka('lambda_kuadrat'))}*{p}*(1-{p})"
    if not 0 < Decimal(d) < 1:
        raise TanpaRumusError("galat di luar 0 sampai 1")
    return _guard([n], f"IF(OR({n}<1,{n}<>INT({n})),{LUAR},ROUND({n}*{ragam}/({d}^2*({n}-1)+{ragam}),0))")


def _sakip_nilai(args: list[str]) -> str:
    luar = [f"{x}<0,{x}>{_number(k.bobot)}" for x, k in zip(args, get_bobot(pada=hari_ini()), strict=True)]
    desimal = get_parameter("sakip_bobot", pada=hari_ini()).bilangan("desimal")
    return _guard(args, f"IF(OR({','.join(luar)}),{LUAR},ROUND({'+'.join(args)},{desimal}))")


def _sakip_subkomponen(args: list[str]) -> str:
    r, bobot = args
    semua = f"(ROWS({r})*COLUMNS({r}))"
    tabel = get_tabel("sakip_kriteria", pada=hari_ini())
    huruf, penuh = tabel.jenjang, _number(tabel.rentang[1])
    terberat = _number(sum((k.bobot for k in get_bobot(pada=hari_ini())), Decimal(0)))
    dikenal = "+".join(f'COUNTIF({r},"{satu.kode}")' for satu in huruf)
    jumlah = "+".join(f'COUNTIF({r},"{satu.kode}")*{_number(satu.bawah)}' for satu in huruf if satu.bawah)
    desimal = get_parameter("sakip_bobot", pada=hari_ini()).bilangan("desimal")
    hasil = f"ROUND(({jumlah})/{semua}/{penuh}*{bobot},{desimal})"
    hasil = f'IF({dikenal}+COUNTBLANK({r})<{semua},SUM({r})+"x",IF(COUNTBLANK({r})>0,{TIDAK_ADA},{hasil}))'
    hasil = f"IF(OR({bobot}<0,{bobot}>{terberat}),{LUAR},{hasil})"
    return f'IF(COUNTBLANK({r})={semua},"",{_guard([bobot], hasil)})'


def _persen_manfaat(args: list[str]) -> str:
    a, b, c, d = args
    desimal = get_parameter("persen", pada=hari_ini()).bilangan("manfaat_desimal")
    kedua = f"IF(OR({c}<0,{d}<0),{LUAR},IF({d}=0,{NOL},ROUND(AVERAGE({a}/{b},{c}/{d})*100,{desimal})))"
    return _guard(args, f"IF(OR({a}<0,{b}<0),{LUAR},IF({b}=0,{NOL},{kedua}))")


def _persen_trantibum(args: list[str]) -> str:
    x, y = args
    desimal = get_parameter("persen", pada=hari_ini()).bilangan("trantibum_desimal")
    hasil = f'IF({y}=0,"{TANPA_LAPORAN}",ROUND({x}/{y}*100,{desimal}))'
    return _guard(args, f"IF(OR({x}<0,{y}<0,{x}<>INT({x}),{y}<>INT({y}),{x}>{y}),{LUAR},{hasil})")


def _persen_capaian(args: list[str]) -> str:
    x, y, arah, batas = args
    parameter = get_parameter("capaian", pada=hari_ini())
    if batas and Decimal(batas) not in parameter.daftar("batas", Decimal):
        raise TanpaRumusError("batas tidak dikenal")
    rasio = {"naik": f"{x}/{y}", "turun_selisih": f"(2*{y}-{x})/{y}", "turun_rasio": f"{y}/{x}"}[arah]
    hasil = f"MIN({rasio}*100,{batas})" if batas else f"{rasio}*100"
    hasil = f"ROUND({hasil},{parameter.bilangan('desimal')})"
    if arah == "turun_rasio":
        hasil = f"IF({x}=0,{NOL},IF({x}<0,{LUAR},{hasil}))"
    return _guard([x, y], f"IF({y}=0,{NOL},IF({y}<0,{LUAR},{hasil}))")


def _anggaran_serapan(args: list[str]) -> str:
    x, y = args
    hasil = f"ROUND({x}/{y}*100,{get_parameter('anggaran', pada=hari_ini()).bilangan('desimal')})"
    return _guard(args, f"IF({y}=0,{NOL},IF(OR({x}<0,{y}<0),{LUAR},{hasil}))")


def _anggaran_selisih(args: list[str]) -> str:
    x, y = args
    return _guard(args, f"IF(OR({x}<0,{y}<0),{LUAR},ROUND({x}-{y},{DESIMAL_SEN}))")


RUMUS: dict[str, Callable[[list[str]], str]] = {
    "SKM_INDEKS": _skm_indeks,
    "SKM_NILAI": _skm_nilai,
    "SKM_MUTU": _band("skm_mutu", "kode"),
    "SKM_KINERJA": _band("skm_mutu", "sebutan"),
    "SKM_SAMPEL": _skm_sampel,
    "SAKIP_NILAI": _sakip_nilai,
    "SAKIP_SUBKOMPONEN": _sakip_subkomponen,
    "SAKIP_PREDIKAT": _band("sakip_predikat", "kode"),
    "SAKIP_INTERPRETASI": _band("sakip_predikat", "sebutan"),
    "PERSEN_MANFAAT": _persen_manfaat,
    "PERSEN_TRANTIBUM": _persen_trantibum,
    "PERSEN_CAPAIAN": _persen_capaian,
    "KATEGORI_CAPAIAN": _band("capaian_kategori", "sebutan"),
    "ANGGARAN_SERAPAN": _anggaran_serapan,
    "ANGGARAN_SELISIH": _anggaran_selisih,
}
"""Functions with an equal ordinary formula; of all others only the value can stay."""
