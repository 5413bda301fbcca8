"""Surveys and SAKIP evaluations of a form that only asks for their figures, under the names that recaps rank by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.formulir.hasil_indikator import REALISASI, SAKIP, Ukuran
from kinerja.workbook.ekspresi import X
from kinerja.workbook.fungsi import IF


@dataclass(frozen=True, slots=True)
class BarisEvaluasi:
    """A row: the name of its result, what it is called, the formula."""

    nama: str
    sebutan: str
    rumus: X


def list_evaluasi(ukuran: list[Ukuran], kolom: int, awal: int) -> Iterator[BarisEvaluasi]:
    """Those of indikator whose figure is typed, row by row from `awal`; names that the form has are left out."""
    r = awal
    for u in ukuran:
        for satu in _list_ukuran(u, u.acuan.sel(r, kolom)):
            if satu.nama not in u.acuan.nama:
                yield satu
                r += 1


def _list_ukuran(u: Ukuran, x: X) -> Iterator[BarisEvaluasi]:
    """All rows of an indikator; `x` is where its figure will stand, if the form itself has none."""
    jenis, ke = u.penilai.indikator.jenis, "" if u.urut == 1 else f"_{u.urut}"
    nilai = u.acuan.find_angka(SAKIP[0]) if u.sakip else None
    apa, angka = ("sakip", "nilai") if jenis.berbobot else ("skm", "nik")
    nama = f"hasil_{apa}{ke}"
    milik = u.acuan.find_angka(f"{nama}_{angka}")
    if not jenis.penilaian or (nilai is None and milik is None and not u.ditanyakan):
        return
    tahun = u.acuan.sel(u.baris, REALISASI)
    nilai = tahun if nilai is None else IF(nilai == "", tahun, nilai)
    x = x if milik is None else milik
    huruf = u.penilai.jenjang(x)
    assert huruf is not None
    sebutan = f"{jenis.lembar} {u.urut}" if ke else jenis.lembar
    yield BarisEvaluasi(f"{nama}_{angka}", f"Nilai {sebutan}", nilai)
    if jenis.berbobot:
        ketik = u.acuan.find_isi(SAKIP[1]) if u.sakip else None
        huruf = huruf if ketik is None else IF(x == "", ketik, huruf)
        yield BarisEvaluasi(f"{nama}_predikat", f"Predikat {sebutan}", huruf)
        return
    kata = u.penilai.jenjang(x, "sebutan")
    assert kata is not None
    yield BarisEvaluasi(f"{nama}_mutu", f"Mutu {sebutan}", huruf)
    yield BarisEvaluasi(f"{nama}_kinerja", f"Kinerja {sebutan}", kata)
