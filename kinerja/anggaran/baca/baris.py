"""From a grid of cells to the rows of a budget: which rows carry a budget, which state a total, which are details."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.baca.konteks import (
    is_kode,
    is_program,
    is_rekening,
    is_skpd,
    is_uang,
    need_satu_tahun,
    read_konteks,
    split_skpd,
)
from kinerja.anggaran.baca.sel import Sel, check_lebar, join_pecahan, list_sel
from kinerja.anggaran.baca.tabel import UANG, Bagian, Peran, TabelAnggaran, make_isi
from kinerja.anggaran.baca.uang import read_sen
from kinerja.errors import DataError
from kinerja.nomenklatur import find_program
from kinerja.sumber.petak import get_sel, is_kosong
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat


def read_isi(
    petak: Petak, galat: Mapping[tuple[int, int], SelGalat], kepala: Kepala, peran: Peran, bagian: Bagian
) -> TabelAnggaran:
    """The rows below a header.

    Args:
        galat: cells of the grid without a value, by row and column from 0; blank in `petak`.

    Raises:
        DataError: a cell that cannot be what its column says; a table without any amount.
    """
    tempat = bagian.nama
    _refuse_galat(galat, kepala, bagian)
    petak, kepala = join_pecahan(petak, kepala, tempat)
    kolom = kepala.letak[UANG[peran]]
    tahun = read_konteks(petak[: kepala.baris]).tahun
    semua = list_sel(petak, kepala, peran, kolom, tempat)
    if bagian.lembar:  # a blank under a kecamatan is what a merged cell leaves; in a text file it is a fault
        for atas, bawah in pairwise(semua):
            bawah.kecamatan = bawah.kecamatan or atas.kecamatan
    sel, catatan = _choose_baris(semua, kepala, tempat)
    if not bagian.lembar:
        check_lebar(sel, petak, kepala, kolom, tempat)
    sen = _read_uang(sel, f"{tempat}, kolom {kepala.judul[kolom]}")
    if not any(n is not None and not s.jumlah for s, n in zip(sel, sen, strict=True)):
        raise DataError("Tabel tidak berisi satu pun jumlah.", tempat=tempat, saran="Periksa kolom dan lembarnya.")
    if "tahun" in kepala.letak:
        tahun = _read_tahun(petak, kepala, tempat) or tahun
    isi, total = (
        make_isi(
            {
                "bagian": [0] * len(pilih),
                "baris": [s.baris for s, _ in pilih],
                "kecamatan": [s.kecamatan or None for s, _ in pilih],
                "kode": [s.kode or None for s, _ in pilih],
                "nama": [s.nama or None for s, _ in pilih],
                "sen": [n for _, n in pilih],
            }
        )
        for pilih in ([(s, n) for s, n in zip(sel, sen, strict=True) if s.jumlah is jumlah] for jumlah in (False, True))
    )
    satu = replace(bagian, kolom=kolom if bagian.lembar else None, tahun=tahun, pemetaan=kepala.pemetaan)
    return TabelAnggaran(peran, (satu,), isi, total, catatan, _list_nama(petak, kepala))


def _refuse_galat(galat: Mapping[tuple[int, int], SelGalat], kepala: Kepala, bagian: Bagian) -> None:
    """An error is no blank: where code, name or amount would be read, it is refused."""
    for (baris, kolom), sel in sorted(galat.items(), key=lambda satu: satu[0]):
        if baris >= kepala.baris and kolom in kepala.letak.values():
            raise refuse_galat(sel, baris, kolom, bagian.nama)


def _choose_baris(sel: list[Sel], kepala: Kepala, tempat: str) -> tuple[list[Sel], tuple[str, ...]]:
    """Drop what lies below the codes, hang accounts under their sub-kegiatan, give every row its kecamatan."""
    ada_rekening = any(is_rekening(s.kode) for s in sel if "." in s.kode)
    _refuse_rekening(sel if ada_rekening else [], tempat)
    berkode = any(s.kode for s in sel)
    catatan = []
    if berkode and (kepala.rincian or ada_rekening):
        lepas = sum(not (s.kode or s.jumlah or is_kosong(s.uang)) for s in sel)
        catatan = [f"{tempat}: {lepas} baris rincian tanpa kode tidak dibandingkan."] if lepas else []
        sel = [s for s in sel if s.kode or s.jumlah]
    catatan += _mark_yatim([s for s in sel if s.yatim], tempat)
    hasil: list[Sel] = []
    konteks, induk, kecamatan = None, "", ""
    for s in _drop_penutup(sel):
        if s.konteks is not konteks:
            konteks, induk, kecamatan = s.konteks, s.konteks.kode or "", s.konteks.kecamatan or ""
        skpd, kode = split_skpd(s.kode)
        if kode and is_skpd(kode):
            kecamatan = s.nama or kode
            continue
        if kode and ada_rekening and is_rekening(kode):
            kode = f"{induk} {kode}"
        elif kode:
            induk = kode
        elif not s.jumlah and berkode:
            baku = find_program(s.nama)
            kode = baku.kode if baku else ""
        if not kode and is_kosong(s.uang):
            continue  # a heading
        s.kode, s.kecamatan = kode, s.kecamatan or skpd or kecamatan
        hasil.append(s)
    return hasil, tuple(catatan)


def _mark_yatim(sel: list[Sel], tempat: str) -> list[str]:
    """Amounts without a code and a name count as totals: compared with the rows above them, and so never lost."""
    for s in sel:
        s.jumlah = True
    return [f"{tempat}, baris {s.baris}: jumlah tanpa kode dan nama dianggap baris jumlah." for s in sel]


def _refuse_rekening(sel: list[Sel], tempat: str) -> None:
    """Accounts need a programme that they belong to."""
    if sel and not any(is_program(split_skpd(s.kode)[1]) or s.konteks.kode for s in sel):
        raise DataError(
            "Tabel hanya berisi kode rekening, tanpa kode program.",
            tempat=tempat,
            saran="Pakai tabel yang memuat kode program, kegiatan, atau sub-kegiatan.",
        )


def _drop_penutup(sel: list[Sel]) -> Iterator[Sel]:
    """All rows but those of a signature block: after a total, or after the last code, without an amount."""
    akhir = max((i for i, s in enumerate(sel) if s.jumlah or is_kode(s.kode)), default=len(sel))
    sesudah = False
    konteks = None
    for i, s in enumerate(sel):
        sesudah = sesudah and s.konteks is konteks and not is_kode(s.kode)
        konteks = s.konteks
        if not (s.jumlah or is_kode(s.kode)) and (
            (sesudah and not is_uang(s.uang)) or (i > akhir and not _is_mungkin_uang(s.uang))
        ):
            continue
        sesudah = sesudah or s.jumlah
        yield s


def _is_mungkin_uang(sel: object) -> bool:
    """Figures, though perhaps not readable ones; not a sentence such as `Medan, 2 Januari 2024`."""
    teks = "" if sel is None else str(sel).strip()
    return any(h.isdigit() for h in teks) and (not teks[0].isalpha() or teks.casefold().startswith("rp"))


def _read_uang(sel: Sequence[Sel], tempat: str) -> list[int | None]:
    """Amounts by row; the rows between, which carry none, are blank so that messages count right."""
    if not sel:
        return []
    awal = sel[0].baris
    nilai: list[object] = [None] * (sel[-1].baris - awal + 1)
    for s in sel:
        if isinstance(s.uang, (date, time, timedelta, bool)):
            raise DataError(
                f"Jumlah berubah menjadi {'tanggal' if isinstance(s.uang, date) else 'nilai lain'}: {s.uang}.",
                tempat=f"{tempat}, baris {s.baris}",
                saran="Ubah format sel menjadi Angka, lalu ketik lagi.",
            )
        nilai[s.baris - awal] = s.uang
    sen = read_sen(nilai, awal, tempat)
    return [sen[s.baris - awal] for s in sel]


def _read_tahun(petak: Petak, kepala: Kepala, tempat: str) -> int:
    """The one year of the year column; 0 when it is blank.

    Raises:
        DataError: rows of several years.
    """
    k = kepala.letak["tahun"]
    semua = {str(get_sel(baris, k)).strip().removesuffix(".0") for baris in petak[kepala.baris :]}
    return need_satu_tahun({int(t) for t in semua if re.fullmatch("20[0-9]{2}", t)}, tempat)


def _list_nama(petak: Petak, kepala: Kepala) -> dict[str, str]:
    """Names of kecamatan by code as written, where the table has both columns."""
    kode = kepala.letak.get("kecamatan", kepala.letak.get("skpd"))
    nama = kepala.letak.get("nama_kecamatan")
    if kode is None or nama is None:
        return {}
    semua = ((get_sel(baris, kode), get_sel(baris, nama)) for baris in petak[kepala.baris :])
    return {str(k).strip(): str(n).strip() for k, n in semua if k is not None and n is not None}
