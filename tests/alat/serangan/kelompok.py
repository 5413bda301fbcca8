"""The corpus by groups, and which of it a command is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from tests.alat.program import AKAR
from tests.alat.sampel import choose_banyak
from tests.alat.serangan.buku import list_buku
from tests.alat.serangan.induk_toml import list_toml
from tests.alat.serangan.kasus import Harap, Serangan
from tests.alat.serangan.kembali import list_kembali
from tests.alat.serangan.logo import list_logo
from tests.alat.serangan.ods import list_ods
from tests.alat.serangan.parquet import list_parquet
from tests.alat.serangan.perintah import Perintah
from tests.alat.serangan.sel import list_sel
from tests.alat.serangan.teks import list_teks
from tests.alat.serangan.tempat import list_nama, list_tempat
from tests.alat.serangan.xls import list_xls

TABEL = frozenset([".xlsx", ".xls", ".ods", ".csv", ".txt", ".parquet"])
TEMUAN = AKAR / "tests" / "kasus" / "serangan"
"""Small files that once broke a reader, most of them found by fuzzing."""
MEMBACA = {
    "periksa": frozenset([".xlsx", ".toml"]),
    "buat": frozenset([".xlsx", ".toml"]),
    "dpa": TABEL,
    "perjanjian": TABEL,
    "skm": frozenset([".xlsx", ".csv"]),
    "skm-per": frozenset([".csv", ".parquet"]),
    "bekukan": frozenset([".xlsx"]),
    "templat": frozenset([".xlsx"]),
    "logo": frozenset([".png", ".jpg"]),
}
"""The endings that a command reads; of the others it is given a sample."""
SENDIRI = ("beku", "formulir")
"""Workbooks that are spoiled as all are; their own command is enough."""
JARANG = choose_banyak(72, 12)
"""Of files that are obviously no matter of a command, each so many-th."""
KEMBAR = {"perjanjian": choose_banyak(12, 1), "buat": choose_banyak(12, 1)}
"""These read by the code of `dpa` and `periksa`, which are given more: each so many-th."""
SENDIRI_SELA = choose_banyak(3, 1)
"""Of what a command reads, each so many-th."""
ASING = {"templat": choose_banyak(18, 1)}
"""Of workbooks of other kinds, which are no form and refused as such: each so many-th."""


def list_temuan() -> Iterator[Serangan]:
    """What was found once; those with `galat` in the name hold error cells in the amount column."""
    for path in sorted(TEMUAN.iterdir()):
        jenis = "survei" if path.stem.startswith("survei") else "beku" if path.suffix == ".xlsx" else "anggaran"
        harap = Harap.TOLAK if "galat" in path.stem else Harap.BOLEH
        yield Serangan(path.name, path.read_bytes(), jenis, harap)


KELOMPOK: dict[str, Callable[[], Iterable[Serangan]]] = {
    **{f"buku-{asal}": partial(list_buku, asal) for asal in ("dpa", "induk", "survei", "beku", "kembali", "formulir")},
    "kembali": list_kembali,
    "sel": list_sel,
    "ods": list_ods,
    "xls": list_xls,
    "parquet": list_parquet,
    "teks": list_teks,
    "toml": list_toml,
    "logo": list_logo,
    "nama": list_nama,
    "tempat": list_tempat,
    "temuan": list_temuan,
}


@cache
def load_kelompok(nama: str) -> tuple[Serangan, ...]:
    """The cases of a group.

    Raises:
        ValueError: two of one name.
    """
    isi = tuple(KELOMPOK[nama]())
    if len({x.nama for x in isi}) < len(isi):
        raise ValueError(f"Nama ganda dalam kelompok {nama}.")
    return isi


def choose(nama: str, perintah: Perintah) -> list[Serangan]:
    """The cases of a group that a command is given; workbooks with our functions are attacked as budgets are."""
    semua = load_kelompok(nama)
    return [
        x
        for n, x in enumerate(semua)
        if n % JARANG == 0 or (n % _get_jarak(nama, x, perintah) == 0 and _is_urusan(x, perintah))
    ]


def _get_jarak(nama: str, kasus: Serangan, perintah: Perintah) -> int:
    jarak = KEMBAR.get(perintah.nama, SENDIRI_SELA)
    asing = nama.startswith(("buku", "sel")) and not perintah.owns(kasus)
    return max(jarak, ASING.get(perintah.nama, 1)) if asing else jarak


def _is_urusan(kasus: Serangan, perintah: Perintah) -> bool:
    """Whether a command reads such a file."""
    cocok = Path(kasus.nama).suffix in MEMBACA[perintah.nama]
    return cocok and (kasus.jenis not in SENDIRI or perintah.owns(kasus))
