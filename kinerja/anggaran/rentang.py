"""A budget table in a range of cells: its rows to be compared, and those that are named instead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja.anggaran.arti import is_nomor_kolom
from kinerja.anggaran.bukti import prove
from kinerja.anggaran.butir import SEBAB, BarisTabel, BlokJudul, make_butir, refuse_asing, refuse_dua, refuse_rekening
from kinerja.anggaran.judul_rentang import KolomRentang, Rentang, find_kolom
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.kumpulan import drop_kumpulan
from kinerja.anggaran.rekon import TANPA_KODE, Anggaran, BarisRekon, name_baris, write_salah
from kinerja.anggaran.sel_kode import TIADA, join_kode, read_akun, take_kode, write_sel
from kinerja.anggaran.sen import from_sen, to_sen
from kinerja.anggaran.sumber import SEBUTAN, Peran
from kinerja.anggaran.ulangan import find_ulangan, refuse_ulangan
from kinerja.angka import read_kolom_uang
from kinerja.bilangan import DESIMAL_SEN, round_half_up, write_angka
from kinerja.errors import DataError, MasukanError, RentangError
from kinerja.judul import is_kosong, normalize_judul
from kinerja.kode import JenisKode, Kode, read_kode
from kinerja.nomenklatur import normalize_nama

_TANPA_BLOK = BlokJudul()
"""A range has no title block; all of its rows stand under the same."""
_DERAU = Decimal("0.001")
"""Rupiah by which a sum of binary fractions may miss a whole sen."""


@dataclass(frozen=True, slots=True)
class TabelRentang:
    """What a range holds.

    Attributes:
        isi: programmes and what is below them.
        pemilik: the kecamatan or SKPD that it names; empty where it names none.
        disebut: totals and sections that equal nothing, and amounts that are not compared.
    """

    isi: tuple[Anggaran, ...]
    disebut: tuple[BarisRekon, ...]
    pemilik: str = ""


def read_rentang(baris: Rentang, peran: Peran) -> TabelRentang:
    """The budgets of a range, read as a file is: codes by their grammar, totals by their figures.

    Args:
        baris: rows of cells, equally long; blank ones too, so that a message names the row of the sheet.
        peran: `perjanjian`, `dpa` or `realisasi`; messages begin with it.

    Raises:
        MasukanError: columns or amounts that cannot be read, or in two ways; a row without code and name.
        RentangError: an amount below zero.
        DataError: a code that fits nothing, several kecamatan or years, figures that can be read in two ways.
    """
    isi = {nomor: satu for nomor, satu in enumerate(baris, start=1) if not all(map(is_kosong, satu))}
    if not isi:
        return TabelRentang((), ())
    if len(baris[0]) < 2:
        raise MasukanError("Tabel perlu sedikitnya dua kolom: kode dan jumlah.", tempat=peran)
    pertama = min(isi)
    try:
        kolom = find_kolom(list(isi.values()), peran)
    except MasukanError as galat:
        raise galat.at(peran) from None
    if kolom.berjudul:
        del isi[pertama]
        pertama += 1
        if (berikut := min(isi, default=0)) and _is_nomor(isi[berikut], kolom):
            del isi[berikut]
    sen = _read_uang(baris, isi, kolom, pertama, peran)
    _need_satu([_text(satu[kolom.tahun]) for satu in isi.values()] if kolom.tahun >= 0 else [], "tahun", peran)
    dibaca = [_read_baris(nomor, satu, kolom, peran) for nomor, satu in isi.items()]
    for atas, bawah in pairwise(dibaca):
        bawah.kecamatan = bawah.kecamatan or atas.kecamatan  # what a merged cell leaves
    return _prove(dibaca, [sen[s.nomor] for s in dibaca], kolom, peran)


def need_satu_pemilik(semua: Mapping[Peran, TabelRentang]) -> None:
    """Refuse ranges of different kecamatan, as far as they can be compared: names with names, codes with codes.

    Raises:
        DataError: naming two of them.
    """
    dikenal: dict[str, tuple[str, str]] = {}
    for peran, tabel in semua.items():
        if not tabel.pemilik:
            continue
        jenis, kunci = _fold_pemilik(tabel.pemilik)
        lain, sebutan = dikenal.setdefault(jenis, (kunci, f"{SEBUTAN[peran]} '{tabel.pemilik}'"))
        if lain != kunci:
            raise DataError(
                f"Rentang memuat kecamatan yang berbeda: {sebutan}, {SEBUTAN[peran]} '{tabel.pemilik}'.",
                saran="Pilih rentang dari satu kecamatan.",
            )


def _fold_pemilik(pemilik: str) -> tuple[str, str]:
    """What kind of name it is, and what two spellings of it have in common.

    >>> _fold_pemilik("Kec. Medan  Baru"), _fold_pemilik("12.71.02"), _fold_pemilik("7.01.0.00.0.00.17.0000")[0]
    (('nama', 'medan baru'), ('wilayah', '127102'), 'SKPD')
    """
    kode = read_kode(pemilik)
    if kode.jenis is JenisKode.SKPD:
        return "SKPD", kode.baku
    if any(h.isalpha() for h in pemilik):
        return "nama", re.sub(r"^(?:kantor )?(?:kecamatan|kec) ", "", normalize_judul(pemilik))
    return "wilayah", re.sub("[^0-9]", "", pemilik)


def _is_nomor(baris: Sequence[object], kolom: KolomRentang) -> bool:
    """The row below the titles that numbers the columns, 1 2 3 or a b c; a small amount by a small code does not."""
    berangka = any(h.isdigit() for k in kolom.uang for h in str(baris[k]))
    return is_nomor_kolom(baris, not berangka)


def _prove(baris: Sequence[BarisTabel], sen: Sequence[int | None], kolom: KolomRentang, peran: Peran) -> TabelRentang:
    butir = make_butir(baris, sen, peran)
    refuse_rekening(butir, baris, peran)
    if kolom.berulang and (ulangan := find_ulangan(butir, baris)):
        raise refuse_ulangan(butir, baris, ulangan, peran)
    drop_kumpulan(butir, baris, peran)
    prove(butir, rincian=kolom.rincian)
    refuse_dua(butir, baris, peran)
    semua = list(zip(baris, butir, strict=True))
    for s, b in semua:
        if b.sen is not None and b.sen < 0 and b.kedudukan is not Kedudukan.LUAR:  # a deficit is
            pesan = f"Jumlah {write_angka(from_sen(b.sen))} negatif."
            raise RentangError(pesan, tempat=f"{peran}, baris {s.nomor}", saran="Isi 0 ke atas.")
        if b.jenis is JenisKode.ASING and b.sen is not None:
            raise refuse_asing(s, peran)
        if b.yatim and b.sen is not None and b.seharusnya is not None:
            raise MasukanError(f"Baris {s.nomor} tidak punya kode.", tempat=peran, saran="Isi kodenya.")
    isi = [(s, b) for s, b in semua if b.kedudukan is Kedudukan.ISI and (b.kode or (b.nama and b.sen is not None))]
    pemilik = _need_satu([b.pemilik for _, b in isi], "kecamatan atau SKPD", peran)
    return TabelRentang(
        tuple(
            Anggaran(b.kode or f"{TANPA_KODE}{normalize_nama(b.nama)}", b.nama, from_sen(b.sen), s.pembeda)
            for s, b in isi
        ),
        tuple(satu for _, b in semua if (satu := _name(b, peran)) is not None),
        pemilik,
    )


def _name(b: Butir, peran: Peran) -> BarisRekon | None:
    """The row of the result for a row that is not compared; None for a total that is right, and for a heading."""
    if b.sen is None:
        return None
    if b.kedudukan in SEBAB and b.kedudukan is not Kedudukan.ULANGAN:
        status = f"tidak dibandingkan: {SEBAB[b.kedudukan]}"
    elif b.seharusnya is not None:
        sebutan = "induk" if b.kedudukan is Kedudukan.WADAH else "baris jumlah"
        status = write_salah(sebutan, from_sen(b.seharusnya))
    else:
        return None
    return name_baris(SEBUTAN[peran], b.kode, b.nama, from_sen(b.sen), status)


def _read_baris(nomor: int, baris: Sequence[object], kolom: KolomRentang, peran: Peran) -> BarisTabel:
    tempat = f"{peran}, baris {nomor}"
    kode, akun, sisa = _read_kode(baris, kolom, tempat)
    nama = next((t for k in kolom.nama if (t := _text(baris[k]))), "") or sisa
    if not kode.baku and not akun and nama:
        kode, nama = take_kode(nama)
    if kolom.akun >= 0 and not is_kosong(baris[kolom.akun]):
        akun = read_akun(baris[kolom.akun], tempat) or akun
    pemilik = next((t for k in kolom.pemilik if (t := _text(baris[k]))), "")
    beda = [t for k in kolom.pembeda if (t := _text(baris[k]))]
    if pemilik and read_kode(pemilik).jenis is JenisKode.SUB_UNIT:
        beda, pemilik = [pemilik, *beda], read_kode(pemilik).induk_skpd
    uang = tuple(baris[k] for k in kolom.uang)
    return BarisTabel(nomor, kode, nama, pemilik, uang, _TANPA_BLOK, 0, akun, pembeda=" | ".join(beda))


def _read_kode(baris: Sequence[object], kolom: KolomRentang, tempat: str) -> tuple[Kode, str, str]:
    """Code, account and what else stands in the deepest code column that is filled."""
    terisi = [k for k in kolom.kode if not is_kosong(baris[k])]
    potong = [baris[k] for k in (*terisi[:1], *kolom.pecahan) if not is_kosong(baris[k])]
    if not potong:
        return TIADA, "", ""
    kode, akun, sisa = join_kode(potong, tempat)
    for k in terisi[1:]:
        atas = read_kode(write_sel(baris[k], tempat)).baku
        if kode.baku and atas and not kode.baku.startswith(atas):
            raise DataError(
                f"Kode '{kode.baku}' bukan bagian dari '{atas}' di kolom sebelahnya.",
                tempat=tempat,
                saran="Tulis kode yang utuh di setiap kolom kode.",
            )
    return kode, akun, sisa


def _read_uang(
    baris: Rentang, isi: Mapping[int, Sequence[object]], kolom: KolomRentang, pertama: int, peran: Peran
) -> dict[int, int | None]:
    """Amounts in sen by row; several columns are added."""
    hasil: dict[int, int | None] = dict.fromkeys(isi)
    for k in kolom.uang:
        try:
            jumlah = read_kolom_uang([satu[k] if n in isi else None for n, satu in _number(baris, pertama)], pertama)
        except MasukanError as galat:
            galat.tempat = f"{peran}, {galat.tempat}" if galat.tempat else peran
            raise
        for nomor, satu in enumerate(jumlah, start=pertama):
            if satu is not None:
                hasil[nomor] = (hasil[nomor] or 0) + _need_sen(satu, f"{peran}, baris {nomor}")
    return hasil


def _number(baris: Rentang, pertama: int) -> list[tuple[int, Sequence[object]]]:
    return list(enumerate(baris[pertama - 1 :], start=pertama))


def _need_sen(rupiah: Decimal, tempat: str) -> int:
    bulat = round_half_up(rupiah, DESIMAL_SEN)
    sen = to_sen(bulat)
    if sen is None or abs(bulat - rupiah) >= _DERAU:
        raise MasukanError(
            f"{write_angka(rupiah)} bukan jumlah uang: ada pecahan sen.", tempat=tempat, saran="Bulatkan ke rupiah."
        )
    return sen


def _need_satu(semua: Sequence[str], sebutan: str, peran: Peran) -> str:
    beda = list(dict.fromkeys(filter(None, semua)))
    if len(beda) > 1:
        pesan = f"Tabel memuat beberapa {sebutan}: {', '.join(beda[:3])}."
        raise DataError(pesan, tempat=peran, saran=f"Pilih baris satu {sebutan} saja.")
    return next(iter(beda), "")


def _text(sel: object) -> str:
    return "" if is_kosong(sel) else write_sel(sel, "")
