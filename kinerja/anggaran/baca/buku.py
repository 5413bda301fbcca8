"""Agreement workbooks of ours, known by the names of their blocks; and files of ours that are no source of budgets."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kinerja.alamat import show_nama, split_acuan
from kinerja.anggaran.baca.tabel import TabelAnggaran, make_isi
from kinerja.anggaran.baca.uang import read_sen
from kinerja.anggaran.sumber import Bagian, Peran
from kinerja.anggaran.temuan import JUDUL_HASIL
from kinerja.bilangan import to_decimal
from kinerja.errors import DataError
from kinerja.kode import normalize_kode
from kinerja.tabel.buku import Buku, read_bernama
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat

_LEMBAR = {"Pernyataan", "Lampiran", "Anggaran", "Capaian", "Identitas"}
_KODE, _NAMA = 1, 2
"""Columns B and C of the budget sheet, beside its blocks."""
_MAKS_BARIS, _MAKS_KOLOM = 2_000, 12
"""No block of ours is larger."""


def is_terbitan(buku: Buku) -> bool:
    """One of our agreement workbooks, by its defined names."""
    return any(nama.startswith(("isian_anggaran", "identitas_")) for nama in buku.nama)


def is_hasil(buku: Buku) -> bool:
    """A result of an earlier reconciliation."""
    return buku.judul == JUDUL_HASIL


def has_lembar_terbitan(lembar: Collection[str]) -> bool:
    """The sheets are those of our agreement workbooks."""
    return set(lembar) >= _LEMBAR


def refuse_buatan(buku: Buku, tempat: str) -> None:
    """Files of our own that are no source as they stand.

    Raises:
        DataError: an earlier result; a workbook of ours in a form that keeps no names of blocks.
    """
    if is_hasil(buku):
        raise DataError(
            "Ini hasil rekonsiliasi, bukan sumber anggaran.", tempat=tempat, saran="Sebutkan berkas sumbernya."
        )
    if has_lembar_terbitan(buku.lembar):
        raise DataError(
            "Ini buku kerja perjanjian kinerja yang disimpan dalam bentuk lain, sehingga nama bloknya hilang.",
            tempat=tempat,
            saran="Simpan sebagai .xlsx, atau pakai berkas yang diterbitkan.",
        )


def read_buku(buku: Buku, path: Path, peran: Peran, *, boleh_kosong: bool = False) -> TabelAnggaran:
    """The block of a source in one of our workbooks; realisation is summed over the quarters.

    Args:
        boleh_kosong: a block that nobody has filled in gives rows without amounts.

    Raises:
        DataError: the names point nowhere, text where an amount must be, a block that nobody has filled in.
    """
    blok = _find_blok(buku, path.name, peran)
    petak, baris = blok.petak, range(blok.awal, blok.akhir + 1)
    tempat = f"{show_nama(path.name)}, lembar {blok.lembar}"
    sen = [
        read_sen(
            [_need(petak, b, k, tempat) for b in baris], blok.awal + 1, f"{tempat}, kolom {k - blok.kiri + 1} blok"
        )
        for k in range(blok.kiri, blok.kanan + 1)
    ]
    jumlah = [
        sum(ada) if (ada := [s for s in baris_ini if s is not None]) else None for baris_ini in zip(*sen, strict=True)
    ]
    if not boleh_kosong and all(j is None for j in jumlah):
        raise DataError(f"Kolom {peran} belum diisi.", tempat=tempat, saran="Isi dahulu, atau pakai berkas lain.")
    bagian = Bagian(
        path,
        blok.lembar,
        blok.kiri if blok.kiri == blok.kanan else None,
        blok.tahun,
        ((peran, f"isian_anggaran_{peran}"),),
        masa=blok.jenis,
        terbaca=(sum(j is not None for j in jumlah), sum(j or 0 for j in jumlah)),
    )
    isi_tabel = make_isi(
        {
            "bagian": [0] * len(jumlah),
            "baris": [b + 1 for b in baris],
            "kecamatan": [blok.kode] * len(jumlah),
            "kode": [_kode(_get(petak, b, _KODE)) for b in baris],
            "nama": [_text(_get(petak, b, _NAMA)) for b in baris],
            "sen": jumlah,
        }
    )
    return TabelAnggaran(peran, (bagian,), isi_tabel, nama_kecamatan={blok.kode: blok.kecamatan})


@dataclass(frozen=True, slots=True)
class _Blok:
    """Where a block stands (rows and columns from 0), the cells of its sheet, and whose workbook it is."""

    lembar: str
    petak: Petak
    awal: int
    kiri: int
    akhir: int
    kanan: int
    kode: str
    kecamatan: str
    tahun: int
    jenis: str


def _find_blok(buku: Buku, berkas: str, peran: Peran) -> _Blok:
    """The block by its name.

    Raises:
        DataError: the names point nowhere, or farther than any workbook of ours reaches.
    """
    rusak = DataError(
        "Ini buku kerja perjanjian kinerja, tetapi susunannya sudah berubah.",
        tempat=berkas,
        saran="Pakai berkas yang diterbitkan, tanpa mengubah lembar dan namanya.",
    )
    try:
        lembar, kotak = split_acuan(buku.nama[f"isian_anggaran_{peran}"])
        identitas = read_bernama(buku, "identitas_")
        kode, kecamatan, tahun = (identitas[kunci] for kunci in ("kode", "kecamatan", "tahun"))
    except (KeyError, DataError) as galat:
        if isinstance(galat, DataError) and galat.tempat:  # of a sheet that cannot be read
            raise
        raise rusak from None
    jauh = kotak[2] - kotak[0] > _MAKS_BARIS or kotak[3] - kotak[1] > _MAKS_KOLOM
    if jauh or lembar not in buku.lembar or not (tahun.isascii() and tahun.isdecimal() and len(tahun) == 4):
        raise rusak
    return _Blok(lembar, buku.read(lembar).petak, *kotak, kode, kecamatan, int(tahun), identitas.get("jenis", ""))


def _get(petak: Petak, baris: int, kolom: int) -> object:
    """A cell; None beyond what the reader saw."""
    return get_sel(petak[baris], kolom) if baris < len(petak) else None


def _need(petak: Petak, baris: int, kolom: int, tempat: str) -> object:
    """A cell of the block, in which an error is no blank."""
    sel = _get(petak, baris, kolom)
    if isinstance(sel, SelGalat):
        raise refuse_galat(sel, baris, kolom, tempat)
    return sel


def _kode(nilai: object) -> str | None:
    teks = _text(nilai)
    return None if teks is None else normalize_kode(teks)


def _text(nilai: object) -> str | None:
    if nilai is None:
        return None
    return str(to_decimal(nilai)) if isinstance(nilai, (int, float, Decimal)) else str(nilai).strip()
