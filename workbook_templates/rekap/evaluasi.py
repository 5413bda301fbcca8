"""Sheet SKM dan SAKIP: a survey and an evaluation a row, with their places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

from kinerja.peraturan import TabelJenjang, get_tabel
from kinerja.perjanjian.hasil import HasilSakip, HasilSkm
from kinerja.perjanjian.rekap import BarisRekap
from kinerja.rumus_sel import pick_jenjang
from kinerja.workbook.ekspresi import X, rentang, sel
from kinerja.workbook.fungsi import AND, IF, ISNUMBER
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    AWAL,
    EVALUASI,
    JUMLAH,
    Bahan,
    Kolom,
    count_baris,
    finish,
    peringkat,
    put_kosong,
    rerata,
    start,
    to_isi,
)
from workbook_templates.rumus import jumlah_bila_ada

_SKM: tuple[Kolom, ...] = (
    ("Responden", 12.0), ("IKM", 10.0), ("Mutu pelayanan", 11.0), ("Kinerja pelayanan", 16.0), ("Peringkat IKM", 11.0),
)  # fmt: skip
_SAKIP: tuple[Kolom, ...] = (("Nilai SAKIP", 10.0), ("Predikat SAKIP", 10.0), ("Peringkat SAKIP", 11.0))
LEMBAR_SKM, LEMBAR_SAKIP = "Lembar SKM", "Lembar SAKIP"


@dataclass(frozen=True, slots=True)
class LembarEvaluasi:
    """The sheet, its columns by title, its last row."""

    p: Penyusun
    lembar: Lembar
    kolom: dict[str, int]
    akhir: int


def build_evaluasi(k: Bahan) -> LembarEvaluasi:
    """A row a kecamatan, more where it has several surveys or evaluations, which are then named by their sheets."""
    isi = [(b, *pasangan) for b in k.rekap.baris for pasangan in _pair(b)]
    kolom = _list_kolom(k)
    letak = {judul: c for c, (judul, _) in enumerate(kolom)}
    p = start(k, EVALUASI, kolom)
    for r, (b, skm, sakip) in enumerate(isi, start=AWAL):
        k.put_kecamatan(p, r, b)
        _put_baris(p, r, skm, sakip, letak)
    akhir = count_baris(AWAL + len(isi))
    for nilai, tempat in (("IKM", "Peringkat IKM"), ("Nilai SAKIP", "Peringkat SAKIP")):
        rumus = peringkat(letak[nilai], akhir)
        for r in range(AWAL, AWAL + len(isi)):
            p.put_rumus(r, letak[tempat], rumus, "hasil_desimal_0")
    if not isi:
        put_kosong(p, kolom, "Belum ada.")
    _put_rerata(p, k, letak, akhir)
    return LembarEvaluasi(p, finish(p, kolom, akhir, "#2F5597"), letak, akhir)


def _pair(b: BarisRekap) -> list[tuple[HasilSkm | None, HasilSakip | None]]:
    """Surveys and evaluations side by side; one pair at least."""
    if b.hasil is None:
        return [(None, None)]
    return list(zip_longest(b.hasil.skm, b.hasil.sakip)) or [(None, None)]


def _list_kolom(k: Bahan) -> list[Kolom]:
    hasil = [b.hasil for b in k.rekap.kembali if b.hasil]
    kolom: list[Kolom] = list(k.kolom_kecamatan)
    kolom += [(LEMBAR_SKM, 10.0)] if any(len(h.skm) > 1 for h in hasil) else []
    kolom += _SKM
    kolom += [(LEMBAR_SAKIP, 10.0)] if any(len(h.sakip) > 1 for h in hasil) else []
    return [*kolom, *_SAKIP]


def _put_baris(p: Penyusun, r: int, skm: HasilSkm | None, sakip: HasilSakip | None, letak: dict[str, int]) -> None:
    isi: dict[str, tuple[Any, str]] = {
        LEMBAR_SKM: (skm and skm.lembar, "sel_tengah_lipat"),
        "Responden": (skm and skm.responden, "sel_angka"),
        "IKM": (skm and skm.nik, "sel_desimal"),
        "Mutu pelayanan": (skm and skm.mutu, "sel_tengah_lipat"),
        "Kinerja pelayanan": (skm and skm.kinerja, "sel_tengah_lipat"),
        LEMBAR_SAKIP: (sakip and sakip.lembar, "sel_tengah_lipat"),
        "Nilai SAKIP": (sakip and sakip.nilai, "sel_desimal"),
        "Predikat SAKIP": (sakip and sakip.predikat, "sel_tengah_lipat"),
    }
    for judul, (nilai, gaya) in isi.items():
        if judul in letak:
            p.put_teks(r, letak[judul], to_isi(nilai), gaya)


def _put_rerata(p: Penyusun, k: Bahan, letak: dict[str, int], akhir: int) -> None:
    """Means, with the bands that they fall into; other cells of the row stay blank."""
    mutu, predikat = (get_tabel(nama, pada=k.pada) for nama in ("skm_mutu", "sakip_predikat"))
    ikm, sakip = (sel(JUMLAH, letak[judul]) for judul in ("IKM", "Nilai SAKIP"))
    isi: dict[str, tuple[X, str, str]] = {
        "Responden": (jumlah_bila_ada(rentang(AWAL, letak["Responden"], akhir, letak["Responden"])), "angka", ""),
        "IKM": (rerata(rentang(AWAL, letak["IKM"], akhir, letak["IKM"])), "desimal", "ikm"),
        "Mutu pelayanan": (_grade(ikm, mutu, "kode"), "tengah", "mutu"),
        "Kinerja pelayanan": (_grade(ikm, mutu, "sebutan"), "tengah", ""),
        "Nilai SAKIP": (rerata(rentang(AWAL, letak["Nilai SAKIP"], akhir, letak["Nilai SAKIP"])), "desimal", "sakip"),
        "Predikat SAKIP": (_grade(sakip, predikat, "kode"), "tengah", "predikat"),
    }
    awal = k.put_jumlah(p, "Rata-rata (responden: jumlah)")
    for judul, c in letak.items():
        if judul in isi:
            rumus, gaya, nama = isi[judul]
            p.put_rumus(JUMLAH, c, rumus, f"hasil_{gaya}", nama=f"hasil_rekap_{nama}" if nama else None)
        elif c >= awal:
            p.put_teks(JUMLAH, c, None, "hasil_teks")


def _grade(x: X, tabel: TabelJenjang, kolom: Literal["kode", "sebutan"]) -> X:
    """The band of a mean; nothing where there is none, or it is beyond the table."""
    bawah, atas = tabel.rentang
    return IF(ISNUMBER(x), IF(AND(x >= bawah, x <= atas), pick_jenjang(x, tabel, kolom), ""), "")
