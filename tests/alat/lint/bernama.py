"""Defined names that are LAMBDA functions: spelled as in files that Excel saved, with nothing from outside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.alat.alamat import looks_like_cell
from tests.alat.lint.cacat import Cacat, words
from tests.alat.lint.fungsi import ARGUMEN, PENGATURAN_DAERAH, VOLATIL, XLFN
from tests.alat.lint.tata import check_grammar
from tests.alat.lint.token import Token, tokenize

AWAL = "_xlfn.LAMBDA("
PANJANG = 8192
LITERAL = URAIAN = 255
LAMA = frozenset(ARGUMEN) | frozenset(words("ACOS AVERAGE COLUMNS ISERROR NA ROWS"))
"""Functions that Excel 2010 knows already; those of `XLFN` need their prefix."""

Aduan = Iterator[tuple[str, str]]


def is_lambda(acuan: str) -> bool:
    """Whether the formula of a name is a function."""
    return acuan.startswith(AWAL)


def count_parameter(acuan: str) -> tuple[int, int]:
    """The fewest and the most arguments of a LAMBDA.

    >>> count_parameter("_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a)")
    (1, 2)
    """
    token = tokenize(acuan)
    wajib = opsional = 0
    for nama, koma in zip(token[1::2], token[2::2], strict=False):
        if koma.jenis != "koma" or nama.jenis != "nama":
            break
        wajib += nama.isi.startswith("_xlpm.")
        opsional += nama.isi.startswith("_xlop.")
    return wajib, wajib + opsional


def check_lambda(nama: str, acuan: str, uraian: str) -> Iterator[Cacat]:
    """Faults of one name."""
    if len(uraian) > URAIAN:
        yield Cacat("NAMA_URAIAN", nama, f"komentar {len(uraian)} aksara; Excel tidak membuka berkas di atas {URAIAN}")
    if len(acuan) >= PANJANG:
        yield Cacat("RUMUS_PANJANG", f"nama {nama}", f"{len(acuan)} aksara, batasnya {PANJANG}")
    try:
        token = tokenize(acuan)
    except ValueError as galat:
        yield Cacat("RUMUS_URAI", f"nama {nama}", str(galat))
        return
    for kode, keterangan in (*check_grammar(token), *_check_scope(token)):
        yield Cacat(kode, f"nama {nama}", keterangan)


@dataclass(slots=True)
class _Kurung:
    """An open bracket: whose it is, which argument is being read, and the names that it has declared."""

    fungsi: str
    ke: int = 0
    nama: set[str] = field(default_factory=set)
    opsional: bool = False


def _check_scope(token: tuple[Token, ...]) -> Aduan:
    """Parameters and names of LET: declared before they are used, in their spelling; functions with their prefix."""
    buka: list[_Kurung] = []
    for nomor, t in enumerate(token):
        match t.jenis:
            case "fungsi":
                yield from _check_function(t.isi[:-1], buka)
                buka.append(_Kurung(t.isi[:-1].upper()))
            case "buka":
                buka.append(_Kurung(""))
            case "tutup" if buka:
                buka.pop()
            case "koma" if buka:
                buka[-1].ke += 1
            case "nama":
                utuh = token[nomor - 1].jenis in ("fungsi", "koma") and token[nomor + 1].jenis == "koma"
                yield from _declare(t.isi, buka[-1]) if utuh and _declares(buka[-1]) else _use(t.isi, buka)
            case "teks" if len(t.isi[1:-1].replace('""', '"')) > LITERAL:
                yield "LITERAL_PANJANG", f"teks lebih dari {LITERAL} aksara"
            case "rujuk" | "luar" | "galat":
                yield "NAMA_TERIKAT", f"{t.isi} menunjuk ke luar; nama itu tidak dapat dibawa ke buku kerja lain"


def _declares(kurung: _Kurung) -> bool:
    return kurung.fungsi == "_XLFN.LAMBDA" or (kurung.fungsi == "_XLFN.LET" and kurung.ke % 2 == 0)


def _declare(isi: str, kurung: _Kurung) -> Aduan:
    awalan, _, nama = isi.partition(".")
    boleh = ("_xlpm", "_xlop") if kurung.fungsi == "_XLFN.LAMBDA" else ("_xlpm",)
    if awalan not in boleh:
        yield "PARAMETER_EJAAN", f"{isi} tanpa awalan parameter"
    if awalan == "_xlpm" and kurung.opsional:
        yield "PARAMETER_URUTAN", f"{isi} wajib, sesudah yang boleh kosong"
    kurung.opsional = awalan == "_xlop"
    if looks_like_cell(nama) or not re.fullmatch(r"[^\W\d]\w*", nama):
        yield "PARAMETER_NAMA", f"{nama} tampak seperti alamat sel"
    if nama.lower() in kurung.nama:
        yield "PARAMETER_GANDA", f"{nama} dinyatakan dua kali"
    kurung.nama.add(nama.lower())


def _use(isi: str, buka: list[_Kurung]) -> Aduan:
    awalan, _, nama = isi.partition(".")
    if isi.upper() in ("TRUE", "FALSE"):
        return
    if awalan != "_xlpm" or not any(nama.lower() in kurung.nama for kurung in buka):
        yield "PARAMETER_TAK_DIKENAL", f"{isi} dipakai tanpa dinyatakan"


def _check_function(nama: str, buka: list[_Kurung]) -> Aduan:
    besar = nama.upper()
    if nama.startswith("_xlpm."):
        yield from _use(nama, buka)
    elif besar.startswith("_XLFN."):
        if besar.removeprefix("_XLFN.") not in XLFN | {"ISOMITTED"}:
            yield "FUNGSI_LUAR", f"{nama} tidak dikenal"
    elif besar in XLFN | {"ISOMITTED"}:
        yield "XLFN_HILANG", f"{nama} tanpa awalan _xlfn menjadi #NAME?"
    elif besar in VOLATIL | PENGATURAN_DAERAH or besar not in LAMA:
        yield "FUNGSI_LUAR", f"{nama} di luar himpunan fungsi yang aman"
