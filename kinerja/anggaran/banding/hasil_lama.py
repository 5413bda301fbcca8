"""An earlier result as it came back: its findings, and what was typed beside them, in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kinerja.alamat import show_nama
from kinerja.anggaran.temuan import (
    JUDUL_KODE,
    JUDUL_LAMA,
    JUDUL_PENJELASAN,
    JUDUL_PESAN,
    JUDUL_SARAN,
    JUDUL_SIDIK,
    JUDUL_TEMPAT,
    JUDUL_TINGKAT,
    LEMBAR,
    SELESAI,
    TemuanLama,
)
from kinerja.errors import DataError
from kinerja.tabel.buku import open_buku
from kinerja.tabel.pintu import read_bita
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat

_WAJIB = (JUDUL_KODE, JUDUL_TINGKAT, JUDUL_TEMPAT, JUDUL_PESAN, JUDUL_SARAN, JUDUL_PENJELASAN, JUDUL_SIDIK)
_SIDIK = re.compile(r"(RK[0-9]{2}-[0-9a-f]{12})-([0-9a-f]{12})")
_MAKS_ATAS = 40
"""Rows that may stand above the head of the table."""


def read_hasil(path: Path) -> tuple[TemuanLama, ...]:
    """The findings of an earlier result; rows that a filter hides as well.

    Raises:
        DataError: no result of ours, or one without explanations; damaged; an explanation that belongs to no finding.
    """
    buku = open_buku(read_bita(path), path.name, boleh_xls=False)
    petak = buku.read(LEMBAR).petak if LEMBAR in buku.lembar else ()
    judul = ([_fold(sel) for sel in baris] for baris in petak[:_MAKS_ATAS])
    awal, kepala = next(
        ((n, j) for n, j in enumerate(judul, 1) if {JUDUL_KODE, JUDUL_TEMPAT, JUDUL_PESAN} <= set(j)), (0, [])
    )
    if not awal:
        raise DataError(
            "Ini bukan hasil rekonsiliasi buatan kinerja.",
            tempat=path.name,
            saran="Sebutkan rekonsiliasi.xlsx dari perbandingan sebelumnya, atau jalankan tanpa --lanjutkan.",
        )
    tempat = f"{show_nama(path.name)}, lembar {LEMBAR}"
    if kurang := [satu for satu in _WAJIB if satu not in kepala]:
        raise DataError(
            f"Hasil ini tidak punya kolom {', '.join(kurang)}, sehingga tidak dapat dilanjutkan.",
            tempat=tempat,
            saran="Jalankan tanpa --lanjutkan, lalu isi kolom Penjelasan di hasil yang baru.",
        )
    kolom = {satu: kepala.index(satu) for satu in (*_WAJIB, JUDUL_LAMA) if satu in kepala}
    return tuple(_list_lama(petak, awal, kolom, tempat))


def _list_lama(petak: Petak, awal: int, kolom: Mapping[str, int], tempat: str) -> Iterator[TemuanLama]:
    """Rows that name a finding; what else stands on the sheet must be no explanation."""
    for b in range(awal, len(petak)):
        isi = {judul: _read_teks(petak, b, c, tempat) for judul, c in kolom.items()}
        if sidik := _SIDIK.fullmatch(isi[JUDUL_SIDIK]):
            selesai = isi[JUDUL_SARAN] if isi[JUDUL_TINGKAT] == SELESAI else ""
            yield TemuanLama(
                kunci=sidik[1],
                jumlah=sidik[2],
                tempat=isi[JUDUL_TEMPAT],
                pesan=isi[JUDUL_PESAN],
                penjelasan=isi[JUDUL_PENJELASAN],
                lama=isi.get(JUDUL_LAMA, ""),
                selesai=selesai,
            )
        elif isi[JUDUL_PENJELASAN]:
            raise DataError(
                f"Baris {b + 1} berisi penjelasan, tetapi sidik temuannya hilang.",
                tempat=tempat,
                saran="Pindahkan penjelasan itu ke baris temuannya, atau kosongkan.",
            )


def _fold(sel: object) -> str:
    return " ".join(sel.split()) if isinstance(sel, str) else ""


def _read_teks(petak: Petak, baris: int, kolom: int, tempat: str) -> str:
    """A cell as text; who types a number means what is shown."""
    sel = petak[baris][kolom] if kolom < len(petak[baris]) else None
    if isinstance(sel, SelGalat):
        raise refuse_galat(sel, baris, kolom, tempat)
    if isinstance(sel, float) and sel.is_integer():
        sel = int(sel)
    teks = "" if sel is None else str(sel).replace("\r\n", "\n")
    return "".join(huruf if huruf.isprintable() or huruf == "\n" else " " for huruf in teks).strip()
