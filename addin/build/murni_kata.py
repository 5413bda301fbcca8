"""What titles, names and units of budget tables are recognised by, as VBA: the very patterns of the core.

VBA runs them in its own matcher (`bas/pola.bas`), which knows only what stands in them; `check_pola` sees to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from addin.build.vba import KEPALA, quote
from addin.fungsi_persen import KEPALA as JUDUL_HASIL
from kinerja.anggaran import arti_kata, judul_ragu, kumpulan, label, satuan, sel_uang, ulangan
from kinerja.anggaran.butir import SEBAB
from kinerja.anggaran.kedudukan import Kedudukan
from kinerja.anggaran.sumber import SEBUTAN
from kinerja.nomenklatur import list_program, normalize_nama

PANJANG = 96
"""Letters of a pattern in one line of VBA."""
MENCURIGAKAN = "output"
"""A word of the core that scanners take for the writing of a file."""
_POLA = re.compile(
    r"(?:[^\\\[\](){}|?*+^$]|\\[bsSw()/.+\-*]|\[(?:[^\\\]^]|\\[s.\-])+\]|\(\?(?:[:=!])|\)|\||[?*+^$]|\{[0-9]\})*"
)
_KATA = tuple(
    (nama, getattr(arti_kata, asal))
    for nama, asal in (
        ("akhir", "AKHIR"), ("awalan", "AWAL"), ("plafon", "PAGU"), ("jumlah", "JUMLAH"), ("realisasi", "REALISASI"),
        ("bukan", "BUKAN"), ("bukan kecuali", "BUKAN_KECUALI_RUPIAH"), ("pengisi", "PENGISI"),
    )
)  # fmt: skip
GESER = {-1: "lalu", 1: "depan"}
DIKENAL = ("plafon", "jumlah", "realisasi", "akhir", "awalan", "pengisi")
"""Words that may stand in the title of an amount."""


def write_kata() -> str:
    """The module with all word lists and patterns, by name, and a number for each label."""
    label_ = [satu.name for satu, _ in label._POLA] + [label.Label.PROGRAM.name]
    angka = {f"LABEL_{nama}": n for n, nama in enumerate(label_, start=1)} | {
        f"RAGU_{nama}": getattr(judul_ragu, nama) for nama in ("CONTOH", "SERATUS", "KALI", "HITUNGAN")
    }
    tetap = "".join(f"Public Const {nama} As Long = {n}\n" for nama, n in angka.items())
    cabang = "".join(_write_satu(nama, isi) for nama, isi in list_kata().items())
    return f"{KEPALA}Option Private Module\n\n{tetap}\n{FUNGSI.format(cabang=cabang)}"


def list_kata() -> dict[str, str]:
    """Patterns and word lists of the core by the name that VBA has for them.

    Raises:
        ValueError: a pattern that the matcher in VBA does not know.
    """
    pola = {
        **dict(_KATA),
        "dikenal": "|".join([*(dict(_KATA)[nama] for nama in DIKENAL), *(isi for _, isi in arti_kata.PENGGAL)]),
        **{f"pembeda {nama}": isi for nama, isi in arti_kata.PEMBEDA},
        **{f"penggal {nama}": isi for nama, isi in arti_kata.PENGGAL},
        **{f"geser {GESER[tahun]}": rf"\b(?:{isi})(?!\w)" for tahun, isi in arti_kata.GESER},
        **{f"label {n}": isi for n, (_, isi) in enumerate(label._POLA, start=1)},
        "tingkat": label._KATA_TINGKAT.pattern,
        "satuan": satuan._SATUAN.pattern,
        "angka kata": satuan._BILANGAN.pattern.removeprefix(r"\b").removesuffix(r"\b"),
        "semua": kumpulan._SEMUA.pattern,
        "daerah": kumpulan._DAERAH.pattern,
        "besar perubahan": arti_kata.BESAR_PERUBAHAN.pattern,
        "tulisan uang": sel_uang._BERTANDA.pattern.replace("−", ""),  # VBA writes it as a hyphen first (besar_teks)
    }
    daftar = {
        "pembeda": _join(nama for nama, _ in arti_kata.PEMBEDA),
        "penggal": _join(nama for nama, _ in arti_kata.PENGGAL),
        "kelompok belanja": _join(sorted(arti_kata.KELOMPOK)),
        "pemilik": _join(m if m.startswith("nama") else f"milik_{m}" for m in arti_kata.PEMILIK),
        "ulangan": _join(sorted(ulangan.BERULANG)),
        "jenjang": " ".join(sorted(arti_kata.JENJANG)),
        "kata skpd": " ".join(sorted(arti_kata.SKPD)),
        "inti skpd": " ".join(sorted(arti_kata.INTI_SKPD)),
        "penanda": " ".join(sorted(judul_ragu.PENANDA)),
        "selisih": " ".join(sorted(judul_ragu.SELISIH)),
        "rincian": " ".join(sorted(judul_ragu.RINCIAN)),
        "sasaran": " ".join(sorted(judul_ragu.SASARAN)),
        "pajak": " ".join(sorted(judul_ragu.BERSAMA_PAJAK)),
        "program": "\n".join(f"{p.kode}={normalize_nama(p.nama)}" for p in list_program()),
        "sumber": _join(SEBUTAN.values()),
        "kepala": _join(JUDUL_HASIL),
        "sebab luar": SEBAB[Kedudukan.LUAR],
        "sebab rincian": SEBAB[Kedudukan.RINCIAN],
    }
    for nama, isi in pola.items():
        check_pola(nama, isi)
    return pola | daftar


def check_pola(nama: str, pola: str) -> None:
    """Refuse what the matcher in VBA would read otherwise than `re`.

    Raises:
        ValueError: naming the pattern.

    >>> check_pola("angka", r"(?P<n>[0-9]+)")
    Traceback (most recent call last):
    ValueError: VBA cannot run the pattern angka
    """
    if not _POLA.fullmatch(pola):
        raise ValueError(f"VBA cannot run the pattern {nama}")


def _join(semua: Iterable[str]) -> str:
    return "|".join(semua)


def _write_satu(nama: str, isi: str) -> str:
    """One branch: a text in pieces that fit a line."""
    if nama == "dikenal":
        semua = ' & "|" & '.join(f'kata_rekon("{satu}")' for satu in DIKENAL)
        return CABANG.format(nama=nama, isi=f"        t = {semua}\n{PENGGAL}")
    baris = []
    for n, satu in enumerate(isi.split("\n")):
        for m, bagian in enumerate(_split(satu)):
            sambung = "t & vbLf & " if n and not m else "t & " if n or m else ""
            baris.append(f"        t = {sambung}{quote(bagian)}\n")
    return CABANG.format(nama=nama, isi="".join(baris))


def _split(teks: str) -> list[str]:
    """Pieces of a line, none of which a scanner of macros takes for a command or for a hidden text.

    >>> _split("kinerja|output"), _split("transfer")
    (['kinerja|outp', 'ut'], ['trans', 'fer'])
    """
    if MENCURIGAKAN in teks:
        depan, _, sisa = teks.partition(MENCURIGAKAN)
        return [*_split(depan + MENCURIGAKAN[:4]), *_split(MENCURIGAKAN[4:] + sisa)]
    hasil = [teks[i : i + PANJANG] for i in range(0, len(teks), PANJANG)]
    akhir = hasil[-1]
    if len(akhir) % 4 == 0 and akhir.isalnum():
        tengah = len(akhir) // 2 + 1
        hasil[-1:] = [akhir[:tengah], akhir[tengah:]]
    return hasil


CABANG = '    Case "{nama}"\n{isi}'
PENGGAL = """        For Each satu In Split(kata_rekon("penggal"), "|")
            t = t & "|" & kata_rekon("penggal " & satu)
        Next satu
"""
FUNGSI = """' Pola dan daftar kata dari tabel inti, menurut namanya.
Public Function kata_rekon(ByVal nama As String) As String
    Dim t As String, satu As Variant
    Select Case nama
{cabang}    End Select
    kata_rekon = t
End Function
"""
