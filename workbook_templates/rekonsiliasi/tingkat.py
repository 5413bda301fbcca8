"""Sheet Per tingkat: sums by kecamatan, programme and kegiatan, as formulas over the sheets of pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from kinerja.anggaran.pasangan import Pasangan
from kinerja.anggaran.rekon import TANPA_KODE
from kinerja.anggaran.sumber import Peran
from kinerja.kode import KEGIATAN, PROGRAM
from kinerja.nomenklatur import find_nomenklatur
from kinerja.rumus_sel import to_sen
from kinerja.workbook.ekspresi import Rentang, X, add_up, rentang, sel, to_x
from kinerja.workbook.fungsi import SUM, SUMIF
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekonsiliasi.bersama import AWAL, JUDUL_BEDA, JUDUL_UANG, PER_TINGKAT, Bahan, jadi, show_sen
from workbook_templates.rekonsiliasi.pasangan import Daftar, Kelompokan, find_atas
from workbook_templates.rumus import beda, serapan_bila_ada

KOLOM_KODE, KOLOM_NAMA, KOLOM_UANG = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Rekap:
    """The sheet, and first and last row (from 0) of its programmes."""

    lembar: Lembar
    program: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _BarisRekap:
    """One row: level, code, name, the ranges to add by role, and the sums in sen."""

    tingkat: str
    kode: str
    nama: str
    rumus: Mapping[Peran, X]
    sen: Mapping[Peran, int]


def build_tingkat(k: Bahan, daftar: Sequence[Daftar], nomor: Kelompokan) -> Rekap:
    """The roll-up sheet."""
    judul = [JUDUL_UANG["perjanjian"], JUDUL_UANG["dpa"], JUDUL_BEDA]
    judul += [JUDUL_UANG["realisasi"], "Serapan DPA (%)"] if "realisasi" in k.peran else []
    lebar_kode = 16 if nomor.kegiatan or k.banyak_kecamatan else 11
    p = k.start(PER_TINGKAT, (12, lebar_kode, 50, *[k.lebar_uang] * len(judul)))
    p.put_kepala(AWAL - 1, 0, ("Tingkat", "Kode", "Nama", *judul))
    semua = [*_list_program(k, daftar, nomor.program, "Program", PROGRAM)]
    program = (AWAL, AWAL + len(semua) - 1)
    semua += _list_program(k, daftar, nomor.kegiatan, "Kegiatan", KEGIATAN)
    if k.banyak_kecamatan:
        semua += _list_kecamatan(k, daftar)
    for r, b in enumerate(semua, start=AWAL):
        _put_tingkat(p, k, r, b)
    akhir = AWAL + len(semua) - 1
    for c in range(KOLOM_UANG, KOLOM_UANG + len(judul)):
        if "%" not in judul[c - KOLOM_UANG]:
            show_sen(p, AWAL, c, akhir, c)
    p.set_bersyarat(
        rentang(AWAL, KOLOM_UANG + 2, akhir, KOLOM_UANG + 2).rumus, sel(AWAL, KOLOM_UANG + 2) != 0, "periksa"
    )
    saring = rentang(AWAL - 1, 0, akhir, KOLOM_UANG + len(judul) - 1).rumus
    return Rekap(p.finish(beku=(AWAL, KOLOM_NAMA + 1), filter_=saring, warna_tab="#2F5597"), program)


def _put_tingkat(p: Penyusun, k: Bahan, r: int, b: _BarisRekap) -> None:
    p.put_baris(r, 0, (b.tingkat, b.kode, b.nama), ("sel", "sel", "sel_lipat"))
    sisi: tuple[tuple[int, Peran], ...] = ((KOLOM_UANG, "perjanjian"), (KOLOM_UANG + 1, "dpa"))
    for c, peran in sisi:
        p.put_rumus(r, c, jadi(b.rumus[peran], b.sen[peran]), "hasil_rupiah")
    perjanjian, dpa, realisasi = (sel(r, KOLOM_UANG + c) for c in (0, 1, 3))
    p.put_rumus(r, KOLOM_UANG + 2, beda(perjanjian, dpa), "hasil_rupiah")
    if "realisasi" in k.peran:
        p.put_rumus(r, KOLOM_UANG + 3, jadi(b.rumus["realisasi"], b.sen["realisasi"]), "hasil_rupiah")
        p.put_rumus(r, KOLOM_UANG + 4, serapan_bila_ada(realisasi, dpa, k.pada), "hasil_desimal")


def _list_program(
    k: Bahan, daftar: Sequence[Daftar], kelompok: Mapping[str, int], tingkat: str, bagian: int
) -> Iterator[_BarisRekap]:
    """Sums by the number of the programme or kegiatan that stands at the right of each row."""
    if not kelompok:
        return
    kode = k.hasil.kunci_kode
    per_kode = _sum_by(k, daftar, attrgetter("kode"))
    atas = {n: kelompok[find_atas(kode[n], bagian)] for n in per_kode}
    jumlah: dict[int, dict[Peran, int]] = defaultdict(lambda: dict.fromkeys(k.peran, 0))  # a group beyond the sheets
    for n, sen in per_kode.items():
        for peran in k.peran:
            jumlah[atas[n]][peran] += sen[peran]
    nama = _list_nama(k, daftar, bagian)
    kunci = "program" if bagian == PROGRAM else "kegiatan"
    suku = {
        peran: [[_range(d, c, AWAL, d.akhir) for c in (kunci, peran)] for d in daftar if peran in d.kolom]
        for peran in k.peran
    }
    for n, milik in groupby(kelompok, kelompok.__getitem__):
        satu, *lain = milik
        rumus = {}
        for peran, s in suku.items():
            rumus[peran] = to_sen(add_up(SUMIF(nomor, n, sen) for nomor, sen in s))
        tampak = "" if satu.startswith(TANPA_KODE) else satu
        sebutan = (
            f"{len(lain) + 1} {tingkat.casefold()} lain" if lain else nama.get(satu, satu.removeprefix(TANPA_KODE))
        )
        yield _BarisRekap(tingkat, "" if lain else tampak, sebutan, rumus, jumlah[n])
    yield from _list_sisa(k, daftar)


def _list_kecamatan(k: Bahan, daftar: Sequence[Daftar]) -> Iterator[_BarisRekap]:
    """Sums over the rows of each kecamatan, which stand together on every sheet."""
    jumlah = _sum_by(k, daftar, attrgetter("kec"))
    for n, satu in enumerate(k.hasil.kunci_kecamatan):
        rumus = {}
        for peran in k.peran:
            suku = [_range(d, peran, *d.kecamatan[n]) for d in daftar if peran in d.kolom and n in d.kecamatan]
            rumus[peran] = to_sen(SUM(*suku)) if suku else to_x(0)
        yield _BarisRekap("Kecamatan", satu, k.hasil.nama_kecamatan.get(satu, satu), rumus, jumlah[n])
    yield from _list_sisa(k, daftar)


def _list_sisa(k: Bahan, daftar: Sequence[Daftar]) -> Iterator[_BarisRekap]:
    """The row of what is beyond the sheets, if anything is."""
    if not any(d.sisa for d in daftar):
        return
    rumus: dict[Peran, X] = {}
    sen: dict[Peran, int] = {}
    for peran in k.peran:
        suku = [_range(d, peran, d.akhir, d.akhir) for d in daftar if d.sisa and peran in d.kolom]
        rumus[peran] = to_sen(SUM(*suku))
        sen[peran] = sum(d.sisa.get(peran, 0) for d in daftar)
    yield _BarisRekap("Lainnya", "", "Baris yang tidak ditulis", rumus, sen)


def _range(d: Daftar, kolom: str, awal: int, akhir: int) -> Rentang:
    """Rows of a column of a sheet of pairs."""
    c = d.kolom[kolom]
    return rentang(awal, c, akhir, c, mutlak=True, lembar=d.lembar.nama)


def _sum_by(k: Bahan, daftar: Sequence[Daftar], kunci: Callable[[Pasangan], int]) -> defaultdict[int, dict[Peran, int]]:
    """Sums in sen over the rows that are written, by kecamatan or code; nothing for what is beyond the sheets."""
    hasil: defaultdict[int, dict[Peran, int]] = defaultdict(lambda: dict.fromkeys(k.peran, 0))
    for d in daftar:
        for b in d.tulis:
            satu = hasil[kunci(b)]
            for peran in k.peran:
                satu[peran] += b.get_sen(peran) or 0
    return hasil


def _list_nama(k: Bahan, daftar: Sequence[Daftar], tingkat: int) -> dict[str, str]:
    """Names by code: as the sources have them on this level, else from the nomenclature."""
    tertulis: defaultdict[int, set[str | None]] = defaultdict(set)
    for d in daftar:
        for b in d.tulis:
            tertulis[b.kode].add(b.nama)
    hasil: dict[str, str] = {}
    for n, semua in tertulis.items():
        nama = min((satu for satu in semua if satu is not None), default=None)
        kode = k.hasil.kunci_kode[n]
        atas = find_atas(kode, tingkat)
        baku = find_nomenklatur(atas)
        if kode == atas and nama:
            hasil[kode] = nama
        elif baku:
            hasil.setdefault(atas, baku.nama)
    return hasil
