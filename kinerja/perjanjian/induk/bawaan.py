"""Data that ship with the package; reading them needs no spreadsheet reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.resources import files

from kinerja.errors import DataError
from kinerja.hukum import fill
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.induk.susun import build_perjanjian
from kinerja.perjanjian.induk.tabel import parse_toml
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.wilayah.desa import fill_sebutan


def load_bundled(nama: str = "medan_2024") -> tuple[PerjanjianKinerja, ...]:
    """The agreements of a data set that ships with the package.

    Raises:
        DataError: no such data set.

    >>> len(load_bundled())
    21
    """
    return build_perjanjian(_read(nama), f"{nama}.toml")


def load_baku(*, pada: date, desa: str) -> dict[str, list[Baris]]:
    """The standard rows of the tables `indikator` and `daftar`, which say what the law of that day says.

    Args:
        desa: what a village is called there.

    >>> baku = load_baku(pada=date(2025, 12, 31), desa="Gampong")
    >>> [baris.read_teks("jenis") for baris in baku["indikator"]], baku["daftar"][1].read_teks("nama")
    (['skm', 'sakip', 'manfaat', 'trantibum'], 'Pemberdayaan Masyarakat di Gampong')
    """
    return _read("baku", lambda teks: fill(fill_sebutan(teks, desa), pada=pada))


def _read(nama: str, isi: Callable[[str], str] = str) -> dict[str, list[Baris]]:
    berkas = files("kinerja").joinpath("data", f"{nama}.toml")
    if not berkas.is_file():
        raise DataError(f"Tidak ada data bawaan {nama!r}.", saran="Yang ada: medan_2024.")
    galat = Kumpulan()
    tabel = parse_toml(berkas.read_text(encoding="utf-8"), f"{nama}.toml", galat)
    galat.stop()
    return {kunci: [_fill(b, isi) for b in semua] for kunci, semua in tabel.items()}


def _fill(baris: Baris, isi: Callable[[str], str]) -> Baris:
    return Baris(baris.tempat, {k: isi(v) if isinstance(v, str) else v for k, v in baris.isi.items()}, baris.judul)
