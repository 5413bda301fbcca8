"""Sheet Sasaran: means over all kecamatan, of each sasaran and each of its indikator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.perjanjian.hasil import Angka
from kinerja.workbook.ekspresi import X, di_kolom, luar, rentang, sel
from kinerja.workbook.fungsi import COUNTIF, IF, ROUND, SUMIF
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    AWAL,
    DESIMAL,
    DESIMAL_JUMLAH,
    JUMLAH,
    MAKS_KELOMPOK,
    SASARAN,
    Bahan,
    Kolom,
    count_baris,
    finish,
    put_kosong,
    show_kurang,
    start,
    to_isi,
)
from workbook_templates.rekap.rincian import NO_INDIKATOR, NO_SASARAN, TERUKUR, LembarRincian, name_capaian

_KOLOM: tuple[Kolom, ...] = (
    ("Tingkat", 11.0), ("Sasaran", 44.0), ("Indikator", 44.0), ("Ada pada", 11.0), ("Terukur", 11.0),
    ("Jumlah capaian", 14.0), ("Rata-rata capaian (%)", 14.0),
)  # fmt: skip
_ADA, _TERUKUR, _JUMLAH, _RERATA = 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class _Kelompok:
    """A row: what is summed up, in which column of the details its number stands, and what the sums come to."""

    tingkat: str
    sasaran: str
    indikator: str
    kolom: str
    nomor: int
    ada: int
    terukur: int
    jumlah: Fraction


def build_sasaran(k: Bahan, rincian: LembarRincian) -> Lembar:
    """Each sasaran with its indikator below; sums by the numbers at the right of the details."""
    p = start(k, SASARAN, _KOLOM)
    semua = list(_list_kelompok(rincian))
    for r, satu in enumerate(semua, start=AWAL):
        _put_kelompok(p, r, satu, rincian)
    if not semua:
        put_kosong(p, _KOLOM, "Belum ada.")
    akhir = count_baris(AWAL + len(semua))
    p.put_teks(JUMLAH, 0, "Semua indikator", "hasil_teks", lebar=3)
    tingkat = rentang(AWAL, 0, akhir, 0)
    for c, gaya in ((_ADA, "hasil_angka"), (_TERUKUR, "hasil_angka"), (_JUMLAH, "hasil_desimal")):
        jumlah = SUMIF(tingkat, "Sasaran", rentang(AWAL, c, akhir, c))
        p.put_rumus(JUMLAH, c, ROUND(jumlah, DESIMAL_JUMLAH) if c == _JUMLAH else jumlah, gaya)
    p.put_rumus(JUMLAH, _RERATA, _divide(sel(JUMLAH, _JUMLAH), sel(JUMLAH, _TERUKUR)), "hasil_desimal")
    show_kurang(p, (AWAL, _RERATA, akhir, _RERATA))
    return finish(p, _KOLOM, akhir, "#548235")


def _list_kelompok(rincian: LembarRincian) -> Iterator[_Kelompok]:
    """Rows in order; what is beyond the limit stands together in the last one of its kind."""
    isi: defaultdict[tuple[str, int], list[Angka | None]] = defaultdict(list)
    for _, i in rincian.baris.values():
        isi[NO_SASARAN, rincian.sasaran[i.sasaran]].append(i.capaian)
        isi[NO_INDIKATOR, rincian.indikator[i.sasaran, i.nama]].append(i.capaian)
    nama_sasaran = _name_kelompok({(nama, ""): n for nama, n in rincian.sasaran.items()}, "sasaran")
    nama_indikator = _name_kelompok(rincian.indikator, "indikator")
    milik: defaultdict[int, list[int]] = defaultdict(list)
    terpakai: set[int] = set()
    for (sasaran, _), n in rincian.indikator.items():
        if n not in terpakai:
            milik[rincian.sasaran[sasaran]].append(n)
            terpakai.add(n)
    for nomor, (sasaran, _) in nama_sasaran.items():
        yield _sum("Sasaran", (sasaran, ""), (NO_SASARAN, nomor), isi)
        for n in milik[nomor]:
            yield _sum("Indikator", nama_indikator[n], (NO_INDIKATOR, n), isi)


def _name_kelompok(nomor: Mapping[tuple[str, str], int], kata: str) -> dict[int, tuple[str, str]]:
    """Sasaran and indikator that each number stands for; of the last, where it is shared, how many these are."""
    hasil: dict[int, tuple[str, str]] = {}
    for nama, n in nomor.items():
        hasil.setdefault(n, nama)
    lebih = f"{len(nomor) - MAKS_KELOMPOK + 1} {kata} lain"
    if len(nomor) > MAKS_KELOMPOK:
        hasil[MAKS_KELOMPOK] = (lebih, "") if kata == "sasaran" else ("", lebih)
    return hasil


def _sum(
    tingkat: str, nama: tuple[str, str], kunci: tuple[str, int], isi: Mapping[tuple[str, int], list[Angka | None]]
) -> _Kelompok:
    ada = [Fraction(n) for n in isi[kunci] if n is not None]
    return _Kelompok(tingkat, *nama, *kunci, len(isi[kunci]), len(ada), sum(ada, Fraction(0)))


def _put_kelompok(p: Penyusun, r: int, satu: _Kelompok, rincian: LembarRincian) -> None:
    induk = satu.tingkat == "Sasaran"
    p.put_teks(r, 0, satu.tingkat, "hasil_teks" if induk else "sel")
    p.put_teks(r, 1, to_isi(satu.sasaran), "hasil_lipat" if induk else "sel_lipat")
    p.put_teks(r, 2, to_isi(satu.indikator), "hasil_lipat" if induk else "sel_lipat")
    nomor = rincian.refer(satu.kolom)
    isi: tuple[tuple[int, X, int | Fraction, str], ...] = (
        (_ADA, COUNTIF(nomor, satu.nomor), satu.ada, "hasil_angka"),
        (_TERUKUR, SUMIF(nomor, satu.nomor, rincian.refer(TERUKUR)), satu.terukur, "hasil_angka"),
        (
            _JUMLAH,
            ROUND(SUMIF(nomor, satu.nomor, rincian.refer(name_capaian(None))), DESIMAL_JUMLAH),
            satu.jumlah,
            "hasil_desimal",
        ),
    )
    for c, rumus, nilai, gaya in isi:
        p.put_rumus(r, c, luar(rumus.rumus, nilai), gaya)
    p.put_rumus(r, _RERATA, _divide(di_kolom(_JUMLAH), di_kolom(_TERUKUR)), "hasil_desimal")


def _divide(jumlah: X, banyak: X) -> X:
    """A mean; nothing where nothing is measured."""
    return IF(banyak == 0, "", ROUND(jumlah / banyak, DESIMAL))
