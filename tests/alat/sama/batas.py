"""The rules of each host: all in which it may differ from the core, and exactly how."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from addin.baca import SEL_TUNGGAL
from addin.hari_ini import hari_ini
from addin.nilai import KODE
from addin.rumus_lambda import TANPA
from addin.spec import Arg, Fungsi
from kinerja.errors import KinerjaError
from kinerja.peraturan import get_tabel
from tests.alat.murni import Persen
from tests.alat.sama.aturan import Aturan, compute

HANYA_NILAI = "hanya nilai"
"""What becomes of a call without an ordinary formula when it is frozen."""
BERTEKS = ("teks", "pilihan", "daftar_teks", "sel", "apa_saja")
"""Kinds of arguments in which a text is no number that was typed as text."""
BUKAN_ANGKA = "abc"
"""Stands for a text that nobody reads as a number."""
HARI_NOL = datetime(1899, 12, 30)
TANPA_RUMUS = frozenset(TANPA) | {"SKM_NRR", "KINERJA_DASAR", "KINERJA_VERSI"}
"""Functions that freeze to their value."""


def is_tertulis(arg: Arg, nilai: Any) -> bool:
    """Whether a frozen formula has the argument in its text: an option, or a target that is more than a number."""
    if isinstance(nilai, list | Persen | date | bool) or arg.nama == "realisasi":
        return False
    if arg.jenis == "target" and isinstance(nilai, str):
        return any(map(str.isdigit, nilai))
    return not arg.wajib and not arg.kosong_tetap


def to_seri(sel: Any) -> Any:
    """A date as the number that a cell holds; anything else as it is."""
    return float((datetime(sel.year, sel.month, sel.day) - HARI_NOL).days) if isinstance(sel, date) else sel


def _reject_teks(arg: Arg, sel: Any, _: bool) -> Any:
    if isinstance(sel, str) and arg.diteruskan and " ".join(sel.split()).casefold() == arg.diteruskan:
        return sel
    return BUKAN_ANGKA if isinstance(sel, str) and sel.strip(" ") and arg.jenis not in BERTEKS else sel


def _reject_teks_di_sel(arg: Arg, sel: Any, dalam: bool) -> Any:
    return sel if is_tertulis(arg, sel) else _reject_teks(arg, sel, dalam)


def _reject_spasi(_: Arg, sel: Any, dalam: bool) -> Any:
    return BUKAN_ANGKA if dalam and isinstance(sel, str) and sel and not sel.strip() else sel


def _reject_huruf(arg: Arg, sel: Any, _: bool) -> Any:
    return BUKAN_ANGKA if arg.jenis == "daftar_teks" and isinstance(sel, str) and sel != sel.strip() else sel


def _snap(arg: Arg, sel: Any, _: bool) -> Any:
    """The bound of a table that a number is next to."""
    if isinstance(sel, float) and arg.jenis == "nilai":
        return next((batas for batas in list_batas() if 0 < abs(sel - batas) < abs(sel) * 2**-48), sel)
    return sel


@cache
def list_batas() -> list[float]:
    """Where the bands of all tables begin."""
    tabel = [get_tabel(nama, pada=hari_ini()) for nama in ("skm_mutu", "sakip_predikat", "capaian_kategori")]
    return sorted({float(jenjang.bawah) for satu in tabel for jenjang in satu.jenjang if jenjang.bawah.is_finite()})


def _count_wajib(fungsi: Fungsi) -> int:
    return sum(arg.wajib for arg in fungsi.args)


def _refuse(fungsi: Fungsi, masukan: tuple[Any, ...], hasil: Any) -> Any:
    lebih = len(masukan) > len(fungsi.args) and not fungsi.ulang
    return "ditolak" if lebih or len(masukan) < _count_wajib(fungsi) else hasil


def _need_formula(fungsi: Fungsi, masukan: tuple[Any, ...], hasil: Any) -> Any:
    """HANYA_NILAI where there is no formula: no such function, a range, an option that the formula cannot hold."""
    if fungsi.nama in TANPA_RUMUS or len(masukan) < _count_wajib(fungsi):
        return HANYA_NILAI
    args = list(zip(fungsi.args, masukan, strict=False))
    for arg, nilai in args:
        if arg.jenis in SEL_TUNGGAL and isinstance(nilai, list):
            return HANYA_NILAI
        tertulis = is_tertulis(arg, nilai)
        if not (arg.wajib or arg.kosong_tetap or tertulis) or (tertulis and "e-" in repr(nilai)):
            return HANYA_NILAI
    # What the formula holds must be right by itself: else the core refuses it whatever stands in the cells.
    if fungsi.nama == "SKM_NILAI":
        return HANYA_NILAI if not _is_pilihan(fungsi, masukan) else hasil
    coba = [tuple(_try(arg, nilai, x) for arg, nilai in args) for x in (0.03, 1, 3, 85)]
    return HANYA_NILAI if all(compute(fungsi, satu) in KODE for satu in coba) else hasil


def _is_pilihan(fungsi: Fungsi, masukan: tuple[Any, ...]) -> bool:
    try:
        return len(masukan) < 2 or masukan[1] is None or bool(fungsi.args[1].read(masukan[1]))
    except KinerjaError:
        return False


def _is_angka(arg: Arg, nilai: Any) -> bool:
    try:
        return arg.read(nilai).angka is not None
    except KinerjaError:
        return False


def _try(arg: Arg, nilai: Any, x: float) -> Any:
    """A good value in place of what stands in cells, and of a target that is but a number."""
    if is_tertulis(arg, nilai) and not (arg.nama == "target" and _is_angka(arg, nilai)):
        return nilai
    if isinstance(nilai, list):
        baik: Any = "AA" if arg.jenis == "daftar_teks" else 3
        return [[baik] * len(baris) for baris in nilai]
    return 3 if arg.nama == "target" else 9 if arg.nama == "bobot" else max(x, 1) if arg.rentang == "1 ke atas" else x


PERSEN_MENTAH = Aturan(
    "sel berformat persen dibaca angkanya: 66,5% adalah 0,665",
    sel=lambda _, x, __: x.nilai if isinstance(x, Persen) else x,
)
TANGGAL = Aturan("tanggal dibaca sebagai angka, nomor serinya", sel=lambda _, x, __: to_seri(x))
TANGGAL_WEB = Aturan(
    "tanggal dibaca sebagai angka, nomor serinya, kecuali di tempat nilai, persen, atau target",
    sel=lambda arg, x, __: x if arg.persen else to_seri(x),
)
BENAR = Aturan("TRUE dibaca sebagai 1, FALSE sebagai 0", sel=lambda _, x, __: float(x) if isinstance(x, bool) else x)
HAMPIR = Aturan("dua angka yang baru berbeda pada angka kelima belas dianggap sama", sel=_snap)
TEKS = Aturan("angka yang ditulis sebagai teks: #VALUE!", sel=_reject_teks)
TEKS_DI_SEL = Aturan("angka yang ditulis sebagai teks di sel: #VALUE!", sel=_reject_teks_di_sel)
SPASI = Aturan("sel berisi spasi di dalam rentang: #VALUE!", sel=_reject_spasi)
HURUF = Aturan("huruf kriteria diapit spasi: #VALUE!", sel=_reject_huruf)
DITOLAK = Aturan("Excel tidak menerima rumus yang argumennya kurang atau lebih", hasil=_refuse)
KURANG = Aturan(
    "argumen wajib yang tidak ditulis: #VALUE!",
    hasil=lambda f, x, hasil: "#VALUE!" if len(x) < _count_wajib(f) else hasil,
)
TIADA = Aturan("sebagian fungsi tidak ada: #NAME?", hasil=lambda f, _, hasil: "#NAME?" if f.nama in TANPA else hasil)
NAMA_BENAR = Aturan(
    "TRUE sebagai nama fungsi: #N/A",
    hasil=lambda f, x, hasil: "#N/A" if f.nama == "KINERJA_DASAR" and isinstance(x[0], bool) else hasil,
)
NOL = Aturan(
    "IronCalc menganggap angka di bawah 1e-290 nol",
    hasil=lambda f, x, hasil: "#DIV/0!" if f.nama == "ANGGARAN_SERAPAN" and x[1] == 1e-300 and x[0] else hasil,
)
SAMPEL = Aturan(
    "SKM_SAMPEL untuk populasi 10^20 ke atas: 1 lebih banyak",
    hasil=lambda f, x, hasil: 9603.0 if f.nama == "SKM_SAMPEL" and hasil == 9602 and x[0] >= 1e20 else hasil,
)
RUMUS = Aturan("yang tidak mempunyai rumus biasa yang setara menjadi nilainya saja", hasil=_need_formula)

WEB = (TANGGAL_WEB, DITOLAK)
LAMBDA = (PERSEN_MENTAH, TANGGAL, TEKS, NAMA_BENAR, KURANG, TIADA)
LAMBDA_IRONCALC = (*LAMBDA, NOL)
BEKU = (PERSEN_MENTAH, TANGGAL, TEKS_DI_SEL, SPASI, HURUF, SAMPEL, RUMUS)
BEKU_IRONCALC = (*BEKU, NOL)
BEKU_CALC = (PERSEN_MENTAH, TANGGAL, BENAR, *BEKU[2:])
