"""Sheet Cek as stored: its live checks, how many it counts itself, and the findings of the day it was issued."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kinerja.alamat import a1, split_acuan
from kinerja.bilangan import to_decimal
from kinerja.errors import DataError
from kinerja.judul import normalize_judul
from kinerja.tabel.buku import Buku
from kinerja.tabel.petak import TERDALAM, get_sel
from kinerja.tabel.sel import Petak, SelGalat
from kinerja.tabel.teks import clean_petak
from kinerja.temuan import Temuan, Tingkat

LEMBAR = "Cek"
OK, PERIKSA, BELUM, DIJELASKAN = "OK", "PERIKSA", "BELUM", "DIJELASKAN"
KATA = (OK, PERIKSA, BELUM, DIJELASKAN)
"""All that may stand under Hasil."""
HITUNGAN = {PERIKSA: "hasil_cek_periksa", BELUM: "hasil_cek_belum", DIJELASKAN: "hasil_cek_dijelaskan"}
"""The names under which the sheet counts its words; until 0.4.0 there was nothing to explain, and no last one."""
DATA = "data saat berkas dibuat"
"""The place of the findings of the day of issue."""
HITUNG = "buka berkas ini di Excel atau LibreOffice, simpan, lalu ulangi."

_CEK = ("no", "yang diperiksa", "lembar", "hasil", "apa yang dilakukan")
_PENJELASAN = "penjelasan"
"""How the title of that column begins."""
_TANPA = "–"
"""Stands there where nothing can be explained."""
_TEMUAN = ("temuan", "kode", "tingkat", "saran")
_TEMUAN_CEK = ("yang diperiksa", "no", "hasil", "apa yang dilakukan")
"""The columns of the checks that hold the same."""
_JUDUL_TEMUAN, _TANPA_TEMUAN = "temuan pada data perjanjian", "tidak ada temuan"
_MAKS_BARIS, _MAKS_KOLOM, _MAKS_HURUF = 2_000, 20, 1_000_000
"""No sheet Cek of ours is longer or wider, or holds more letters."""
_KODE = re.compile("[A-Z]{2}[0-9]{2}")
_MAKS_TEKS = 32_767
"""Letters of a cell."""


@dataclass(frozen=True, slots=True)
class BarisCek:
    """One live check.

    Attributes:
        baris: its row on the sheet, from 1.
        nomor: the number that stands before it; 0 where none does.
        alamat: the cell that holds its word.
        sel: the cell of `lembar` that its link leads to; empty where that is not known.
        hasil: one of `KATA`, or empty; then `isi` says what stands there instead.
    """

    baris: int
    nomor: int
    teks: str
    lembar: str
    sel: str
    alamat: str
    hasil: str
    isi: str
    saran: str
    penjelasan: str


@dataclass(frozen=True, slots=True)
class IsiCek:
    """What the sheet says.

    Attributes:
        hitungan: how many there are of a word, as the sheet counts them; None where no such number stands.
        temuan: findings of the day of issue, at the place `DATA`; None where the sheet has no such part.
        rusak: rows of them, from 1, that say no severity or code.
    """

    baris: tuple[BarisCek, ...]
    hitungan: Mapping[str, int | None]
    temuan: tuple[Temuan, ...] | None
    rusak: tuple[int, ...]

    def count(self, kata: str) -> int:
        """Rows with that word."""
        return sum(b.hasil == kata for b in self.baris)


def read_cek(buku: Buku, berkas: str) -> IsiCek:
    """The sheet of a workbook of ours.

    Raises:
        DataError: no such sheet, other columns, no row, or none with a result.
    """
    if LEMBAR not in buku.lembar:
        raise DataError(
            "Lembar Cek tidak ada di dalam buku kerja perjanjian ini.",
            tempat=berkas,
            saran="Pakai buku yang lembarnya tidak dihapus atau diganti namanya.",
        )
    tempat = f"{berkas}, lembar {LEMBAR}"
    isi = buku.read(LEMBAR)
    petak: Petak = [baris[:_MAKS_KOLOM] for baris in isi.petak]
    huruf = sum(len(sel) for baris in petak for sel in baris if isinstance(sel, str))
    if len(petak) > _MAKS_BARIS or huruf > _MAKS_HURUF:
        raise _refuse_susunan(tempat)
    petak, _ = clean_petak(petak, _MAKS_TEKS)
    r, kolom = _find_kepala(petak, tempat)
    baris = []
    while (r := r + 1) < len(petak) and get_sel(petak[r], kolom["no"]) is not None:
        baris.append(_read_baris(petak, r, kolom, isi.tautan))
    if not baris:
        raise _refuse_susunan(tempat)
    if not any(b.hasil for b in baris):
        raise DataError(f"Hasil Cek belum dihitung: {HITUNG}", tempat=tempat)
    ada = {kata: nama for kata, nama in HITUNGAN.items() if kata != DIJELASKAN or nama in buku.nama}
    hitungan = {kata: _read_hitungan(petak, buku.nama.get(nama, "")) for kata, nama in ada.items()}
    return IsiCek(tuple(baris), hitungan, *_read_temuan(petak, r, kolom))


def _refuse_susunan(tempat: str) -> DataError:
    return DataError(
        "Susunan lembar Cek sudah berubah, sehingga hasilnya tidak dapat dibaca.",
        tempat=tempat,
        saran="Pakai buku yang lembar Cek-nya tidak diubah.",
    )


def _find_judul(baris: Sequence[object]) -> dict[str, int]:
    """Column by its title, of those that stand in a row once."""
    judul = [normalize_judul(sel) if isinstance(sel, str) else "" for sel in baris]
    return {satu: k for k, satu in enumerate(judul) if judul.count(satu) == 1}


def _find_kepala(petak: Petak, tempat: str) -> tuple[int, dict[str, int]]:
    """The row of titles and their columns."""
    for r, baris in enumerate(petak[:TERDALAM]):
        kolom = _find_judul(baris)
        if kolom.keys() >= set(_CEK):
            return r, kolom
    raise _refuse_susunan(tempat)


def _read_baris(petak: Petak, r: int, kolom: Mapping[str, int], tautan: Mapping[str, str]) -> BarisCek:
    sel = {judul: get_sel(petak[r], k) for judul, k in kolom.items()}
    hasil, lembar = show_sel(sel["hasil"]), show_sel(sel["lembar"])
    penjelasan = next((show_sel(isi) for judul, isi in sel.items() if judul.startswith(_PENJELASAN)), "")
    lain = sel["hasil"].teks if isinstance(sel["hasil"], SelGalat) else repr(hasil) if hasil else "kosong"
    return BarisCek(
        baris=r + 1,
        nomor=_read_bulat(sel["no"]) or 0,
        teks=show_sel(sel["yang diperiksa"]),
        lembar=lembar,
        sel=find_tujuan(tautan.get(a1(r, kolom["lembar"]), ""), lembar),
        alamat=a1(r, kolom["hasil"]),
        hasil=hasil if hasil in KATA else "",
        isi="" if hasil in KATA else lain,
        saran=show_sel(sel["apa yang dilakukan"]),
        penjelasan="" if penjelasan == _TANPA else penjelasan,
    )


def find_tujuan(tautan: str, lembar: str) -> str:
    """The cell that a link leads to, if it leads to that sheet.

    >>> [find_tujuan(x, "SKM") for x in ("SKM!C7", "#'SKM'!$C$7", "SAKIP!C7", "SKM!C7:C9", "https://SKM!C7", "")]
    ['C7', 'C7', '', '', '', '']
    """
    try:
        tujuan, (r, k, r_akhir, k_akhir) = split_acuan(tautan.removeprefix("#"))
    except DataError:
        return ""
    return a1(r, k) if tujuan == lembar and (r, k) == (r_akhir, k_akhir) else ""


def _read_hitungan(petak: Petak, acuan: str) -> int | None:
    """The whole number in a cell of this sheet."""
    try:
        lembar, (r, k, *_) = split_acuan(acuan)
    except DataError:
        return None
    return _read_bulat(get_sel(petak[r], k)) if lembar == LEMBAR and r < len(petak) else None


def _read_temuan(
    petak: Petak, awal: int, kolom_cek: Mapping[str, int]
) -> tuple[tuple[Temuan, ...] | None, tuple[int, ...]]:
    """The findings of the day of issue below a row, and the rows of those that cannot be understood.

    Up to 0.5.0 they had a head of their own; from 0.6.0 they stand in the columns of the checks.
    """
    judul = [[normalize_judul(s) for s in baris if isinstance(s, str)] for baris in petak]
    r = next((r for r in range(awal, len(petak) - 1) if any(j.startswith(_JUDUL_TEMUAN) for j in judul[r])), None)
    if r is None:
        return None, ()
    if _TANPA_TEMUAN in judul[r + 1]:
        return (), ()
    sendiri = _find_judul(petak[r + 1])
    if sendiri.keys() >= set(_TEMUAN):
        r, kolom = r + 1, [sendiri[j] for j in _TEMUAN]
    elif any(_KODE.fullmatch(show_sel(get_sel(baris, kolom_cek["no"]))) for baris in petak[r + 1 :]):
        kolom = [kolom_cek[j] for j in _TEMUAN_CEK]
    else:
        return None, ()
    baca = ([show_sel(get_sel(baris, k)) for k in kolom] for baris in petak[r + 1 :])
    temuan, rusak = [], []
    for nomor, (pesan, kode, tingkat, saran) in enumerate(takewhile(any, baca), start=r + 2):
        if pesan and _KODE.fullmatch(kode) and tingkat in set(Tingkat):
            temuan.append(Temuan(kode, Tingkat(tingkat), DATA, pesan, saran))
        else:
            rusak.append(nomor)
    return tuple(temuan), tuple(rusak)


def _read_bulat(sel: object) -> int | None:
    """A whole number from 0 up that a sheet can count to."""
    return int(sel) if isinstance(sel, float) and sel in range(_MAKS_BARIS) else None


def show_sel(sel: object) -> str:
    r"""What stands in a cell, on one line; of one that has no value, why.

    >>> show_sel(" satu\ndua"), show_sel(1500000.0), show_sel(SelGalat("#REF!")), show_sel(None)
    ('satu dua', '1500000', '(sel berisi #REF!)', '')
    """
    if isinstance(sel, SelGalat):
        return f"(sel berisi {sel})"
    if isinstance(sel, float):
        return f"{to_decimal(sel):f}"
    return "" if sel is None else " ".join(str(sel).split())
