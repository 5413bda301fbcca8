"""Sheets Cocok, Berbeda, Hanya di perjanjian, Hanya di DPA: the pairs, one row each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kinerja.anggaran.atas import find_induk
from kinerja.anggaran.pasangan import NAMA_KELOMPOK, IsiKelompok, Kelompok, Pasangan
from kinerja.anggaran.rekon import TANPA_KODE
from kinerja.anggaran.sumber import Peran
from kinerja.bilangan import format_angka
from kinerja.kode import KEGIATAN, PROGRAM
from kinerja.rumus_sel import to_sen
from kinerja.workbook.ekspresi import X, di_kolom, rentang, sel
from kinerja.workbook.fungsi import IF, ISNUMBER, SUM
from kinerja.workbook.layout import Cetak, Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekonsiliasi.bersama import (
    AWAL,
    JUDUL_BEDA,
    JUDUL_UANG,
    KERTAS,
    MAKS_HANYA,
    MAKS_KELOMPOK,
    Bahan,
    jadi,
    place_tautan,
    show_sen,
    uang,
)
from workbook_templates.rumus import beda, serapan_bila_ada

_WARNA = {Kelompok.COCOK: "#548235", Kelompok.BERBEDA: "#C00000"}
_TANPA: dict[Kelompok, Peran] = {Kelompok.HANYA_PERJANJIAN: "dpa", Kelompok.HANYA_DPA: "perjanjian"}
"""The side that a group does not have."""
LEBAR = {
    "no": 6, "kecamatan": 26, "kode": 20, "nama": 40, "serapan": 10, "keadaan": 22, "letak_perjanjian": 12,
    "letak_dpa": 10, "letak_realisasi": 10, "program": 10, "kegiatan": 10,
}  # fmt: skip
_JUDUL: dict[str, str] = {
    "no": "No", "kecamatan": "Kecamatan", "kode": "Kode", "nama": "Program / kegiatan",
    **{str(peran): judul for peran, judul in JUDUL_UANG.items()},
    "selisih": JUDUL_BEDA, "serapan": "Serapan (%)", "keadaan": "Keadaan",
    "letak_perjanjian": "Sel di perjanjian", "letak_dpa": "Sel di DPA", "letak_realisasi": "Sel di realisasi",
    "program": "No. program", "kegiatan": "No. kegiatan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Daftar:
    """One sheet of pairs and where things stand on it.

    Attributes:
        kolom: column numbers by key.
        akhir: last row of the table, from 0.
        kecamatan: first and last row by number of the kecamatan; rows of one stand together.
        sisa: sums in sen, by role, of the rows that are beyond the sheet.
    """

    kelompok: Kelompok
    lembar: Lembar
    kolom: Mapping[str, int]
    baris: int
    akhir: int
    kecamatan: Mapping[int, tuple[int, int]]
    tulis: Sequence[Pasangan]
    sen: Mapping[str, int]
    sisa: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kelompokan:
    """Programmes and kegiatan numbered in the order of their codes, for roll-ups by number.

    What is beyond `MAKS_KELOMPOK` shares the last number.
    """

    program: dict[str, int]
    kegiatan: dict[str, int]

    @classmethod
    def from_isi(cls, k: Bahan, isi: Iterable[IsiKelompok]) -> Kelompokan:
        """All of the rows that are written; kegiatan only where the result goes below the programme."""
        kode = [k.hasil.kunci_kode[n] for n in {p.kode for satu in isi for p in satu.baris}]
        kegiatan = {find_atas(s, KEGIATAN) for s in kode if k.hasil.tingkat > PROGRAM}
        program = {find_atas(s, PROGRAM) for s in kode}
        return cls(*({s: min(n, MAKS_KELOMPOK) for n, s in enumerate(sorted(x), 1)} for x in (program, kegiatan)))


@lru_cache(maxsize=65_536)
def find_atas(kode: str, tingkat: int) -> str:
    """The programme (3) or kegiatan (5) that a code belongs to; a name belongs to itself.

    >>> find_atas("7.01.04.2.01.0001", 3), find_atas("7.01.04", 5), find_atas("~lain", 3)
    ('7.01.04', '7.01.04', '~lain')
    """
    while kode.count(".") >= tingkat and (atas := find_induk(kode)) is not None:
        kode = atas
    return kode


def cut_kelompok(k: Bahan, kelompok: Kelompok) -> IsiKelompok:
    """The rows of a group that are written, and what is beyond."""
    return k.hasil.list_pasangan(kelompok, min(k.maks_baris, MAKS_HANYA) if kelompok in _TANPA else k.maks_baris)


def build_daftar(k: Bahan, kelompok: Kelompok, isi: IsiKelompok, nomor: Kelompokan) -> Daftar:
    """The sheet of one group."""
    kolom = {kunci: n for n, kunci in enumerate(_choose_kolom(k, kelompok))}
    # The numbers at the right serve the roll-up and are not printed.
    tampak = max(c for kunci, c in kolom.items() if kunci not in {"program", "kegiatan"})
    akhir = AWAL + max(len(isi.baris) + (isi.lebih > 0), 1) - 1
    cetak = Cetak(KERTAS, True, (0, 0, akhir, tampak), (AWAL - 1, AWAL - 1), selebar=True)
    p = k.start(NAMA_KELOMPOK[kelompok], [_width(k, kunci) for kunci in kolom], cetak)
    p.put_kepala(AWAL - 1, 0, [_JUDUL[kunci] for kunci in kolom])
    kecamatan: dict[int, tuple[int, int]] = {}
    for r, satu in enumerate(isi.baris, start=AWAL):
        _put_baris(p, k, r, satu, kolom, nomor)
        kecamatan[satu.kec] = (kecamatan.get(satu.kec, (r, r))[0], r)
    sisa: dict[str, int] = {s: isi.sisa[s] for s in k.peran} if isi.lebih else {}
    if isi.lebih:
        _put_sisa(p, akhir, f"{format_angka(isi.lebih, 0)} baris lain, tidak ditulis di sini", kolom, sisa)
    if not isi.baris:
        p.put_baris(AWAL, 0, ["Tidak ada." if kunci == "nama" else None for kunci in kolom], "sel")
    sen: dict[str, int] = {s: sum(p.get_sen(s) or 0 for p in isi.baris) + sisa.get(s, 0) for s in k.peran}
    _put_jumlah(p, kolom, akhir, sen)
    _put_gaya(p, kolom, akhir)
    saring = rentang(AWAL - 1, 0, akhir, len(kolom) - 1).rumus
    lembar = p.finish(beku=(AWAL, kolom["nama"] + 1), filter_=saring, warna_tab=_WARNA.get(kelompok, "#BF8F00"))
    return Daftar(kelompok, lembar, kolom, len(isi.baris) + isi.lebih, akhir, kecamatan, isi.baris, sen, sisa)


def _width(k: Bahan, kunci: str) -> float:
    if kunci in JUDUL_UANG or kunci == "selisih":
        return k.lebar_uang
    if kunci == "kode" and k.hasil.tingkat == PROGRAM:
        return 11
    return LEBAR[kunci]


def _choose_kolom(k: Bahan, kelompok: Kelompok) -> list[str]:
    peran = [s for s in JUDUL_UANG if s in k.peran and s != _TANPA.get(kelompok)]
    berdua = {"perjanjian", "dpa"} <= set(peran)
    kunci = ["no", *(["kecamatan"] if k.banyak_kecamatan else []), "kode", "nama"]
    kunci += [s for s in peran if s != "realisasi"]
    kunci += ["selisih"] if berdua else []
    kunci += ["realisasi", "serapan"] if "realisasi" in peran else []
    kunci += ["keadaan", *(f"letak_{s}" for s in peran), "program"]
    return [*kunci, "kegiatan"] if k.hasil.tingkat > PROGRAM else kunci


@lru_cache(maxsize=32)
def _beda(perjanjian: int, dpa: int) -> X:
    return beda(di_kolom(perjanjian), di_kolom(dpa))


@lru_cache(maxsize=32)
def _serapan(realisasi: int, pagu: int, pada: date) -> X:
    return serapan_bila_ada(di_kolom(realisasi), di_kolom(pagu), pada)


def _put_baris(p: Penyusun, k: Bahan, r: int, b: Pasangan, kolom: Mapping[str, int], nomor: Kelompokan) -> None:
    kode = k.hasil.kunci_kode[b.kode]
    p.put_teks(r, 0, r - AWAL + 1, "sel_tengah")
    if "kecamatan" in kolom:
        p.put_teks(r, kolom["kecamatan"], k.name_kecamatan(k.hasil.kunci_kecamatan[b.kec]), "sel")
    p.put_teks(r, kolom["kode"], "" if kode.startswith(TANPA_KODE) else kode, "sel")
    p.put_teks(r, kolom["nama"], b.nama, "sel_lipat")
    for s in k.peran:
        if s in kolom:
            p.put_teks(r, kolom[s], uang(b.get_sen(s)), "sel_rupiah")
            place_tautan(p, k, r, kolom[f"letak_{s}"], b.find_letak(s))
    if "selisih" in kolom:
        p.put_rumus(r, kolom["selisih"], _beda(kolom["perjanjian"], kolom["dpa"]), "hasil_rupiah")
    if "serapan" in kolom:
        pagu = "perjanjian" if (b.dpa is None and "perjanjian" in kolom) or "dpa" not in kolom else "dpa"
        p.put_rumus(r, kolom["serapan"], _serapan(kolom["realisasi"], kolom[pagu], k.pada), "hasil_desimal")
    p.put_teks(r, kolom["keadaan"], b.describe(), "sel_lipat")
    p.put_teks(r, kolom["program"], nomor.program[find_atas(kode, PROGRAM)], "sel_tengah")
    if "kegiatan" in kolom:
        p.put_teks(r, kolom["kegiatan"], nomor.kegiatan[find_atas(kode, KEGIATAN)], "sel_tengah")


def _put_sisa(p: Penyusun, r: int, teks: str, kolom: Mapping[str, int], sisa: Mapping[str, int]) -> None:
    for kunci, c in kolom.items():
        if kunci in sisa:
            p.put_teks(r, c, uang(sisa[kunci]), "sel_rupiah")
        else:
            p.put_teks(r, c, teks if kunci == "nama" else None, "sel_lipat")


def _put_jumlah(p: Penyusun, kolom: Mapping[str, int], akhir: int, sen: Mapping[str, int]) -> None:
    """Totals above the header, where a filter does not hide them."""
    r = AWAL - 2
    for kunci, c in kolom.items():
        if kunci == "nama":
            p.put_teks(r, c, "JUMLAH", "hasil_teks")
        elif kunci in sen:
            p.put_rumus(r, c, jadi(to_sen(SUM(rentang(AWAL, c, akhir, c))), sen[kunci]), "hasil_rupiah")
        elif kunci == "selisih":
            p.put_rumus(r, c, beda(sel(r, kolom["perjanjian"]), sel(r, kolom["dpa"])), "hasil_rupiah")
        else:
            p.put_teks(r, c, None, "hasil_teks")


def _put_gaya(p: Penyusun, kolom: Mapping[str, int], akhir: int) -> None:
    """Sen only where there are any; a difference in red."""
    for kunci in (*JUDUL_UANG, "selisih"):
        if kunci in kolom:
            show_sen(p, AWAL - 2, kolom[kunci], akhir, kolom[kunci])
    if "selisih" in kolom:
        c = kolom["selisih"]
        satu = sel(AWAL, c)
        p.set_bersyarat(rentang(AWAL, c, akhir, c).rumus, IF(ISNUMBER(satu), satu != 0, False), "periksa")
