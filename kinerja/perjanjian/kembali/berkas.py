"""Workbooks of ours among files: known by their names, read by their identity and their sheet Cek."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja.errors import DataError, MasukanError
from kinerja.perjanjian.kembali.cek import IsiCek, read_cek
from kinerja.perjanjian.kembali.tanda_formulir import is_formulir
from kinerja.perjanjian.model import AWALAN_NAMA, TAHUN, TEMPLAT, JenisPerjanjian
from kinerja.tabel.buku import Buku, open_buku, read_bernama
from kinerja.tabel.pintu import JenisBerkas, find_jenis, read_bita
from kinerja.tabel.teks import clean_teks

_LEMBAR = frozenset(["Pernyataan", "Lampiran", "Anggaran", "Capaian", "Identitas"])
"""Sheets that every workbook of ours has."""
_MAKS_NAMA = 100


@dataclass(frozen=True, slots=True)
class Identitas:
    """Whose a workbook says to be, `murni` or `perubahan`, and the version that issued it."""

    kode: str
    kecamatan: str
    tahun: int
    jenis: str
    versi: str

    @property
    def sebutan(self) -> str:
        """How findings name it: `12.71.17 Medan Baru`."""
        return f"{self.kode} {self.kecamatan}"


@dataclass(frozen=True, slots=True)
class Kembali:
    """A workbook that came back: the name of its file, its identity and its sheet Cek."""

    berkas: str
    identitas: Identitas
    cek: IsiCek


def is_terbitan(buku: Buku) -> bool:
    """One of our agreement workbooks, by its defined names, or by its sheets where a form of file lost the names."""
    return any(nama.startswith(AWALAN_NAMA) for nama in buku.nama) or buku.lembar.keys() >= _LEMBAR


def open_terbitan(path: Path) -> Buku | None:
    """The workbook in a file, if it is one of ours; None for a text, and for a sound workbook of another kind.

    Raises:
        DataError: neither a text nor a workbook that can be opened.
    """
    isi = read_bita(path)
    if find_jenis(isi) is JenisBerkas.TEKS:
        return None
    buku = open_buku(isi, path.name, boleh_xls=False)
    return buku if is_terbitan(buku) else None


def read_kembali(buku: Buku, berkas: str) -> Kembali:
    """What a workbook of ours says of itself.

    Raises:
        DataError: it does not say whose it is; its sheet Cek cannot be read, or has no result.
    """
    if not any(nama.startswith(AWALAN_NAMA) for nama in buku.nama):
        raise DataError(
            "Ini buku kerja perjanjian kinerja yang disimpan dalam bentuk lain, sehingga identitasnya hilang.",
            tempat=berkas,
            saran="Pakai berkas .xlsx yang diterbitkan atau diisi.",
        )
    tanda = read_bernama(buku, AWALAN_NAMA)
    identitas = need_identitas(tanda, berkas)
    if is_formulir(tanda):
        raise DataError(
            "Buku ini dibuat dari formulir daerah, yang tidak punya lembar Cek.",
            tempat=berkas,
            saran="Lihat isinya dengan kinerja tunjukkan, atau periksa dengan kinerja kumpul.",
        )
    return Kembali(berkas, identitas, read_cek(buku, berkas))


def need_identitas(tanda: Mapping[str, str], berkas: str) -> Identitas:
    """The identity in texts by key.

    Raises:
        DataError: one of them is not as we write it.
    """
    identitas = parse_identitas(tanda)
    if identitas is None:
        raise DataError(
            "Ini buku kerja perjanjian kinerja, tetapi identitasnya tidak dapat dibaca.",
            tempat=berkas,
            saran="Pakai buku yang lembar Identitas-nya tidak diubah.",
        )
    return identitas


def parse_identitas(tanda: Mapping[str, str]) -> Identitas | None:
    """The identity in texts by key; None where one is not as we write it.

    >>> kosong = dict(templat=TEMPLAT, kode="12.71.17", kecamatan="Medan Baru", tahun="2024", jenis="murni")
    >>> parse_identitas(kosong | {"versi": "0.1.0"}), parse_identitas(kosong)
    (Identitas(kode='12.71.17', kecamatan='Medan Baru', tahun=2024, jenis='murni', versi='0.1.0'), None)
    """
    kode, tahun, jenis, versi = (tanda.get(kunci, "") for kunci in ("kode", "tahun", "jenis", "versi"))
    pola = (("[0-9]{2}[.][0-9]{2}[.][0-9]{2}", kode), ("[0-9]{4}", tahun), ("[0-9]{1,4}([.][0-9]{1,4}){2}", versi))
    if tanda.get("templat") != TEMPLAT or not all(re.fullmatch(p, teks) for p, teks in pola):
        return None
    if int(tahun) not in TAHUN or jenis not in set(JenisPerjanjian):
        return None
    try:
        kecamatan = clean_teks(tanda.get("kecamatan", ""), _MAKS_NAMA).replace("\n", " ")
    except MasukanError:
        return None
    return Identitas(kode, kecamatan, int(tahun), jenis, versi) if kecamatan else None
