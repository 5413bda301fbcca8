"""A computed workbook as frozen results: its tables are found by their names, their columns by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kinerja.alamat import a1
from kinerja.judul import normalize_judul
from kinerja.perjanjian.hasil import (
    TRIWULAN,
    Angka,
    BarisPeriksa,
    HasilBuku,
    HasilIndikator,
    HasilProgram,
    HasilSakip,
    HasilSkm,
    HasilTriwulan,
)
from kinerja.perjanjian.kembali.buku import AWALAN_HASIL, BukuUtuh
from kinerja.perjanjian.kembali.cek import KATA, LEMBAR, find_tujuan
from kinerja.perjanjian.kembali.hitung import get_nilai, read_nama, settle_formulir
from kinerja.perjanjian.kembali.tanda_formulir import TABEL_INDIKATOR, TABEL_PROGRAM, TABEL_TRIWULAN, is_formulir
from kinerja.tabel.sel import SelGalat
from kinerja.workbook.eksak import BILANGAN
from kinerja.workbook.isi_buku import IsiBuku

_MAKS_CEK = 2_000
_DALAM, _LEBAR = 12, 64
"""Rows above a table in which its titles are looked for, and columns."""
_TANPA = "–"
"""Stands where a cell has nothing to say."""
INDIKATOR = (TABEL_INDIKATOR, "hasil_capaian_persen")
"""Names by which a table is found: of a form's hidden sheet, of a sheet of ours."""
TRIWULAN_ = (TABEL_TRIWULAN, "isian_triwulan_kendala")
PROGRAM = (TABEL_PROGRAM, "isian_anggaran_perjanjian")
_NAMA_UKUR = re.compile(r"hasil_(skm|sakip)(?:_([0-9]+))?_(?:nik|nilai)")


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows of a sheet under their titles."""

    isi: IsiBuku
    lembar: str
    kolom: Mapping[str, int]
    baris: range

    def get(self, baris: int, *judul: str) -> Any:
        """What a cell under the first of these titles comes to; nothing where there is none."""
        for satu in map(_normalize, judul):
            if satu in self.kolom:
                return get_nilai(self.isi, self.lembar, baris, self.kolom[satu])
        return None

    def get_teks(self, baris: int, *judul: str) -> str:
        """The same as text, on one line."""
        return to_teks(self.get(baris, *judul))

    def get_angka(self, baris: int, *judul: str) -> Angka | None:
        """The same if it is a number."""
        return to_angka(self.get(baris, *judul))


_normalize = lru_cache(maxsize=256)(normalize_judul)


def read_hasil(terbit: BukuUtuh, isi: IsiBuku) -> HasilBuku:
    """All results of a workbook; a table that its version does not have is empty."""
    settle_formulir(terbit, isi)
    nama = {satu: read_nama(isi, letak) for satu, letak in terbit.list_nama(AWALAN_HASIL).items()}
    rerata = nama.get("hasil_capaian_rerata", ((None,),))[0][0]
    skm, sakip = _read_ukur(nama, terbit)
    return HasilBuku(
        tuple(_list_indikator(terbit, isi)),
        tuple(_list_program(terbit, isi)),
        skm,
        sakip,
        to_angka(rerata),
        tuple(_list_cek(terbit, isi)),
        {satu: tuple(tuple(_to_polos(n) for n in baris) for baris in semua) for satu, semua in nama.items()},
    )


def find_tabel(terbit: BukuUtuh, isi: IsiBuku, *calon: str) -> Tabel | None:
    """The table in which the first of these names stands: its titles are in the nearest row above that has a `No`."""
    nama = next((satu for satu in calon if satu in terbit.nama), None)
    if nama is None:
        return None
    lembar, (awal, _, akhir, _) = terbit.nama[nama]
    for r in range(awal - 1, max(-1, awal - _DALAM), -1):
        judul = _list_judul(terbit, lembar, r)
        if "no" in judul.values():
            kolom = {teks: c for c, teks in sorted(judul.items(), reverse=True)}
            return Tabel(isi, lembar, kolom, range(awal, akhir + 1))
    return None


def _list_judul(terbit: BukuUtuh, lembar: str, baris: int) -> dict[int, str]:
    """What stands in a row as titles, by column."""
    sel = terbit.lembar[lembar].sel
    semua = ((c, sel.get((baris, c))) for c in range(_LEBAR))
    return {c: normalize_judul(s.nilai) for c, s in semua if s is not None and isinstance(s.nilai, str)}


def _list_indikator(terbit: BukuUtuh, isi: IsiBuku) -> Iterator[HasilIndikator]:
    t = find_tabel(terbit, isi, *INDIKATOR)
    if t is None:
        return
    triwulan = _list_triwulan(terbit, isi)
    sasaran = ""
    for urut, r in enumerate(t.baris):
        sasaran = t.get_teks(r, "sasaran") or sasaran
        yield HasilIndikator(
            int(t.get_angka(r, "no") or urut + 1),
            sasaran,
            t.get_teks(r, "indikator"),
            t.get_teks(r, "satuan"),
            t.get_teks(r, "arah"),
            _to_ukur(t.get(r, "target")),
            _to_ukur(t.get(r, "realisasi")),
            t.get_teks(r, "predikat"),
            t.get_angka(r, "capaian (%)"),
            t.get_teks(r, "kategori"),
            t.get_teks(r, "keterangan"),
            triwulan[urut] if urut < len(triwulan) else (HasilTriwulan(),) * len(TRIWULAN),
            *(t.get_teks(r, judul) for judul in ("kendala", "tindak lanjut", "bukti dukung")),
        )


def _list_triwulan(terbit: BukuUtuh, isi: IsiBuku) -> list[tuple[HasilTriwulan, ...]]:
    """The quarters of each indikator, in the order of the sheet."""
    t = find_tabel(terbit, isi, *TRIWULAN_)
    if t is None:
        return []
    semua = [
        HasilTriwulan(
            _to_ukur(t.get(r, "target")),
            _to_ukur(t.get(r, "realisasi")),
            t.get_angka(r, "capaian (%)"),
            t.get_teks(r, "kategori"),
            t.get_teks(r, "kendala"),
            t.get_teks(r, "tindak lanjut"),
            t.get_teks(r, "bukti dukung"),
        )
        for r in t.baris
    ]
    n = len(TRIWULAN)
    return [tuple(semua[awal : awal + n]) for awal in range(0, len(semua) - n + 1, n)]


def _list_program(terbit: BukuUtuh, isi: IsiBuku) -> Iterator[HasilProgram]:
    t = find_tabel(terbit, isi, *PROGRAM)
    if t is None:
        return
    for r in t.baris:
        yield HasilProgram(
            t.get_teks(r, "kode"),
            t.get_teks(r, "program"),
            t.get_angka(r, "perjanjian (rp)"),
            t.get_angka(r, "dpa (rp)"),
            t.get_angka(r, "pagu acuan (rp)"),
            tuple(t.get_angka(r, f"realisasi triwulan {n.casefold()} (rp)") for n in TRIWULAN),
            t.get_angka(r, "jumlah realisasi (rp)"),
            t.get_angka(r, "serapan (%)"),
        )


def _read_ukur(
    nama: Mapping[str, Sequence[Sequence[Any]]], terbit: BukuUtuh
) -> tuple[tuple[HasilSkm, ...], tuple[HasilSakip, ...]]:
    """Surveys and SAKIP evaluations, in the order of their sheets."""
    skm: list[tuple[int, HasilSkm]] = []
    sakip: list[tuple[int, HasilSakip]] = []
    for satu, isi in nama.items():
        cocok = _NAMA_UKUR.fullmatch(satu)
        if not cocok:
            continue
        awal, nilai = satu.rpartition("_")[0], to_angka(isi[0][0])
        lembar = terbit.nama[satu][0]
        if is_formulir(terbit.identitas):  # its sheet may be the hidden one
            lembar = f"{cocok[1].upper()} {cocok[2] or ''}".strip()
        lain = {n: nama.get(f"{awal}_{n}", ((None,),))[0][0] for n in ("mutu", "kinerja", "responden", "predikat")}
        urut = int(cocok[2] or 1)
        if cocok[1] == "skm":
            mutu, kinerja = to_teks(lain["mutu"]), to_teks(lain["kinerja"])
            skm.append((urut, HasilSkm(lembar, nilai, mutu, kinerja, to_angka(lain["responden"]))))
        else:
            sakip.append((urut, HasilSakip(lembar, nilai, to_teks(lain["predikat"]))))
    return tuple(x for _, x in sorted(skm, key=lambda x: x[0])), tuple(x for _, x in sorted(sakip, key=lambda x: x[0]))


def _list_cek(terbit: BukuUtuh, isi: IsiBuku) -> Iterator[BarisPeriksa]:
    """The live checks of sheet Cek."""
    if LEMBAR not in terbit.lembar or is_formulir(terbit.identitas):
        return
    t = find_cek(terbit, isi)
    if t is None:
        return
    tautan = terbit.lembar[LEMBAR].tautan
    penjelasan = next((j for j in t.kolom if j.startswith("penjelasan")), "")
    for r in t.baris:
        if to_angka(t.get(r, "no")) is None:
            return
        hasil, lembar = t.get_teks(r, "hasil"), t.get_teks(r, "lembar")
        yield BarisPeriksa(
            t.get_teks(r, "yang diperiksa"),
            hasil if hasil in KATA else "",
            lembar,
            find_tujuan(tautan.get(a1(r, t.kolom["lembar"]), ""), lembar),
            t.get_teks(r, "apa yang dilakukan"),
            t.get_teks(r, penjelasan),
        )


def find_cek(terbit: BukuUtuh, isi: IsiBuku) -> Tabel | None:
    """The table of live checks, and the rows below it."""
    for r in range(_DALAM):
        judul = _list_judul(terbit, LEMBAR, r)
        if {"no", "yang diperiksa", "lembar", "hasil"} <= set(judul.values()):
            return Tabel(isi, LEMBAR, {teks: c for c, teks in judul.items()}, range(r + 1, r + _MAKS_CEK))
    return None


def to_angka(nilai: Any) -> Angka | None:
    """A number; None for anything else."""
    return nilai if type(nilai) in BILANGAN else None


def to_teks(nilai: Any) -> str:
    r"""A text on one line; empty for a number, an error, and for the sign that nothing is to be said.

    >>> to_teks("satu\n dua"), to_teks("–"), to_teks(5)
    ('satu dua', '', '')
    """
    return " ".join(nilai.split()) if isinstance(nilai, str) and nilai != _TANPA else ""


def _to_ukur(nilai: Any) -> Angka | str | None:
    """A target or realisation: a number, a letter or words, or nothing."""
    return nilai if type(nilai) in BILANGAN else to_teks(nilai) or None


def _to_polos(nilai: Any) -> Any:
    return None if isinstance(nilai, SelGalat) or nilai == "" else nilai
