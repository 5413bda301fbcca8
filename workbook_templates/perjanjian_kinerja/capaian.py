"""Sheet Capaian: target, realisation per quarter, capaian, category, and a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja.peraturan import get_parameter, get_tabel
from kinerja.perjanjian import Indikator, JenisIndikator
from kinerja.rumus.angka import round_half_up, to_fraction
from kinerja.rumus.capaian import compute_capaian, find_kategori, list_arah
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Aturan, Grafik, Nilai, Seri
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    LEBAR_ANGKA,
    TRIWULAN,
    Bagian,
    BarisCek,
    Konteks,
    Realisasi,
    angka,
    cacah_salah,
    read_teks,
    rumus_cacah_salah,
    status,
    tampil,
)

AWAL = 6
TARGET, TW, REALISASI, CAPAIAN, KATEGORI = 4, 5, 9, 10, 11
_RUMUS_ARAH = {
    "naik": "ROUND({r}/{t}*100,{d})",
    "turun_selisih": "ROUND((2*{t}-{r})/{t}*100,{d})",
    "turun_rasio": 'IF({r}>0,ROUND({t}/{r}*100,{d}),"")',
}


def build_capaian(k: Konteks, realisasi: Mapping[int, Realisasi]) -> Bagian:
    """The result sheet: `isian_target` (one row an indikator), `hasil_capaian_persen`, `hasil_capaian_kategori`."""
    semua = k.pk.indikator
    target = k.target()
    lebar = LEBAR_ANGKA if any(i.jenis is JenisIndikator.NILAI for i in semua) else 13
    p = k.susun("Capaian", "Capaian Kinerja", (5, 56, 14, 26, *[lebar] * 6, 12, 18))
    p.teks(3, 0, read_teks()["capaian"]["catatan"], "catatan")
    tw = [f"s.d. triwulan {t}" for t in TRIWULAN]
    p.kepala(
        AWAL - 1,
        0,
        ("No", "Indikator", "Satuan", "Arah", "Target", *tw, "Realisasi", "Capaian (%)", "Kategori"),
    )
    persen = [_susun_baris(p, k, AWAL + n, n, i, target[n][0], realisasi[n]) for n, i in enumerate(semua)]
    _susun_target(p, semua, target)
    akhir = AWAL + len(semua) - 1
    p.beri_nama("hasil_capaian_persen", AWAL, CAPAIAN, len(semua))
    p.beri_nama("hasil_capaian_kategori", AWAL, KATEGORI, len(semua))
    ada = [x for x in persen if x is not None]
    w = f"{a1(AWAL, CAPAIAN)}:{a1(akhir, CAPAIAN)}"
    p.baris(akhir + 1, 0, (None, "Rata-rata capaian indikator yang terukur", *[None] * 8), "hasil_teks")
    rerata = round_half_up(to_fraction(sum(ada, Decimal(0))) / len(ada), _desimal(k)) if ada else None
    p.rumus(
        akhir + 1,
        CAPAIAN,
        f'IF(COUNT({w})=0,"",ROUND(SUM({w})/COUNT({w}),{_desimal(k)}))',
        tampil(rerata),
        "hasil_desimal",
        nama="hasil_capaian_rerata",
    )
    p.teks(akhir + 1, KATEGORI, None, "hasil_teks")
    label, nilai = (f"Capaian!${c}${AWAL + 1}:${c}${akhir + 1}" for c in "BK")
    p.grafik(
        Grafik(akhir + 3, 1, "Capaian per indikator (%)", (Seri("Capaian (%)", label, nilai, "#2F5597"),), "bar",
               860, 110 + 46 * len(semua))
    )  # fmt: skip
    return Bagian(p.selesai(beku=(AWAL, 2), warna_tab="#548235"), tuple(p.nama), _list_cek(target))


def _desimal(k: Konteks) -> int:
    return get_parameter("capaian", pada=k.pada).bilangan("desimal")


def _susun_target(p: Penyusun, semua: Sequence[Indikator], target: Sequence[Sequence[Nilai]]) -> None:
    """The target column: one name over all rows, each row locked where the issuer set it."""
    terkunci = [(n, 0) for n, i in enumerate(semua) if i.target is not None]
    aturan = Aturan("desimal", "Target", "Ketik target menurut perjanjian yang ditandatangani, angka saja.", 0, 1e15)
    p.isian(
        "isian_target", AWAL, TARGET, target, aturan, "isian_desimal", terkunci=terkunci, gaya_terkunci="sel_desimal"
    )


def _susun_baris(
    p: Penyusun, k: Konteks, r: int, nomor: int, i: Indikator, target: Nilai, realisasi: Realisasi
) -> Decimal | None:
    p.teks(r, 0, nomor + 1, "sel_tengah")
    p.teks(r, 1, i.nama, "sel_lipat")
    p.teks(r, 2, i.satuan, "sel_tengah_lipat")
    p.teks(r, 3, {a.kode: a.sebutan for a in list_arah(pada=k.pada)}[i.arah], "sel_lipat")
    for c, tw in enumerate(realisasi.triwulan):
        if tw is None:
            p.teks(r, TW + c, "–", "sel_tengah")
        else:
            p.rumus(r, TW + c, tw[0], tw[1], "hasil_desimal")
    p.rumus(r, REALISASI, realisasi.tahun[0], realisasi.tahun[1], "hasil_desimal")
    persen = _compute(k, realisasi.tahun[1], target, i.arah)
    t, x, c_ = (a1(r, c) for c in (TARGET, REALISASI, CAPAIAN))
    hitung = _RUMUS_ARAH[i.arah].format(r=x, t=t, d=_desimal(k))
    p.rumus(
        r, CAPAIAN, f'IF(AND(ISNUMBER({t}),ISNUMBER({x})),IF({t}>0,{hitung},""),"")', tampil(persen), "hasil_desimal"
    )
    tabel = get_tabel("capaian_kategori", pada=k.pada)
    kategori = "" if persen is None else find_kategori(persen, pada=k.pada).sebutan
    p.rumus(r, KATEGORI, f'IF(ISNUMBER({c_}),{tabel.to_formula(c_, "sebutan")},"")', kategori, "hasil_teks")
    return persen


def _compute(k: Konteks, realisasi: Nilai, target: Nilai, arah: str) -> Decimal | None:
    """Capaian, or None where it cannot be measured (the sheet shows an empty cell)."""
    x, t = angka((realisasi,)), angka((target,))
    if not x or not t or t[0] <= 0 or (arah == "turun_rasio" and x[0] <= 0):
        return None
    return compute_capaian(x[0], t[0], arah, pada=k.pada)


def _list_cek(target: Sequence[Sequence[Nilai]]) -> tuple[BarisCek, ...]:
    n = len(target)
    w = f"Capaian!{a1(AWAL, TARGET)}:{a1(AWAL + n - 1, TARGET)}"
    isi = [b[0] for b in target]
    nol = sum(x <= 0 for x in angka(isi))
    return (
        BarisCek(
            "Capaian: target setiap indikator terisi dan lebih dari nol",
            f"Capaian!{a1(AWAL, TARGET)}",
            f'IF({rumus_cacah_salah(w)}+COUNTIF({w},0)>0,"PERIKSA",IF(COUNT({w})={n},"OK","BELUM"))',
            status(cacah_salah(isi) + nol, len(angka(isi)) == n),
            "Ketik target menurut perjanjian yang ditandatangani.",
        ),
    )
