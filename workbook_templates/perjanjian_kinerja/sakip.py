"""Sheet SAKIP: twelve sub-component scores, component totals, score, predikat."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.peraturan import Komponen, Subkomponen, get_parameter, get_tabel
from kinerja.perjanjian import JenisIndikator
from kinerja.rumus.angka import to_decimal
from kinerja.rumus.sakip import compute_sakip, compute_sakip_subkomponen, find_predikat, get_bobot
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Aturan, Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    OK,
    PERIKSA,
    Bagian,
    BarisCek,
    Konteks,
    Realisasi,
    angka,
    is_angka,
    jumlah,
    read_teks,
    status,
    tampil,
)

AWAL, BOBOT = 6, 3
UTUH = "Seluruh komponen"
"""Stands for the parts of a component where the regulation has none (12/2015)."""
_ATURAN = Aturan("desimal", "Nilai", "Ketik nilai dari 0 sampai bobotnya, misalnya 4,5.", 0, atas_sel=a1(AWAL, BOBOT))


def build_sakip(k: Konteks) -> Bagian:
    """The SAKIP sheet: `isian_sakip_subkomponen` (12 scores) and the `hasil_sakip_…` names."""
    komponen = get_bobot(pada=k.pada)
    baris_ = [(x, s) for x in komponen for s in _list_bagian(x)]
    isi = k.matriks("isian_sakip_subkomponen", len(baris_), 1)
    p = k.susun("SAKIP", "SAKIP – Akuntabilitas Kinerja", (5, 42, 34, 10, 14, 12), mendatar=False)
    p.teks(3, 0, read_teks()["sakip"]["catatan"], "catatan")
    p.kepala(AWAL - 1, 0, ("No", "Komponen", "Subkomponen", "Bobot", "Nilai (diisi)", "Cek"))
    cek: list[str] = []
    for nomor, ((x, s), (n,)) in enumerate(zip(baris_, isi, strict=True)):
        r = AWAL + nomor
        p.teks(r, 0, nomor + 1, "sel_tengah")
        p.teks(r, 1, x.nama, "sel_lipat")
        p.teks(r, 2, s.nama, "sel_lipat")
        p.teks(r, 3, float(s.bobot), "sel_umum")
        nilai, bobot = a1(r, 4), a1(r, 3)
        cek.append(_check(n, s.bobot))
        rumus = f'IF({nilai}="","",IF(ISNUMBER({nilai}),IF(AND({nilai}>=0,{nilai}<={bobot}),"OK","PERIKSA"),"PERIKSA"))'
        p.rumus(r, 5, rumus, cek[-1], "hasil_tengah")
    akhir = AWAL + len(baris_) - 1
    p.isian("isian_sakip_subkomponen", AWAL, 4, isi, _ATURAN, "isian_desimal")
    p.warnai_status(f"F{AWAL + 1}:F{akhir + 1}")
    _susun_komponen(p, k, akhir + 3, [c[0] for c in isi], cek)
    lengkap = cek.count(OK) == len(baris_)
    total = _compute(k, angka(n for (n,) in isi)) if lengkap else None
    _susun_nilai(p, k, akhir + 5 + len(komponen), total, f"F{AWAL + 1}:F{akhir + 1}", len(baris_))
    indikator = k.pk.index_indikator(JenisIndikator.SAKIP)
    wilayah = f"SAKIP!F{AWAL + 1}:F{akhir + 1}"
    return Bagian(
        lembar=p.selesai(beku=(AWAL, 0), warna_tab="#BF8F00"),
        nama=tuple(p.nama),
        cek=(
            BarisCek(
                f"SAKIP: {len(baris_)} nilai terisi, masing-masing 0 sampai bobotnya",
                f"SAKIP!E{AWAL + 1}",
                f'IF(COUNTIF({wilayah},"PERIKSA")>0,"PERIKSA",IF(COUNTIF({wilayah},"OK")={len(baris_)},"OK","BELUM"))',
                status(PERIKSA in cek, lengkap),
                "Ketik angka yang tidak melebihi bobot subkomponennya.",
            ),
        ),
        realisasi={indikator: Realisasi((None,) * 4, ("hasil_sakip_nilai", tampil(total)))},
    )


def _list_bagian(x: Komponen) -> tuple[Subkomponen, ...]:
    return x.subkomponen or (Subkomponen(UTUH, x.bobot),)


def _compute(k: Konteks, nilai: Sequence[Decimal]) -> Decimal:
    if any(x.subkomponen for x in get_bobot(pada=k.pada)):
        return compute_sakip_subkomponen(nilai, pada=k.pada)
    return compute_sakip(nilai, pada=k.pada)


def _check(nilai: Nilai, bobot: Decimal) -> str:
    if nilai is None or nilai == "":
        return ""
    if not is_angka(nilai):
        return PERIKSA
    return OK if 0 <= to_decimal(nilai) <= bobot else PERIKSA


def _susun_komponen(p: Penyusun, k: Konteks, kepala: int, nilai: list[Nilai], cek: list[str]) -> None:
    p.kepala(kepala - 1, 1, ("Nilai per komponen", "", "Bobot", "Nilai"))
    sub = 0
    for nomor, x in enumerate(get_bobot(pada=k.pada)):
        n = len(_list_bagian(x))
        atas, bawah = AWAL + sub, AWAL + sub + n - 1
        rentang = f"{a1(atas, 4)}:{a1(bawah, 4)}"
        sah = all(c == OK for c in cek[sub : sub + n])
        total = jumlah(nilai[sub : sub + n]) if sah else None
        p.teks(kepala + nomor, 1, x.nama, "sel")
        p.teks(kepala + nomor, 2, None, "sel")
        p.teks(kepala + nomor, 3, float(x.bobot), "sel_umum")
        rumus = f'IF(COUNTIF({a1(atas, 5)}:{a1(bawah, 5)},"OK")={n},SUM({rentang}),"")'
        p.rumus(kepala + nomor, 4, rumus, tampil(total), "hasil_desimal")
        sub += n


def _susun_nilai(p: Penyusun, k: Konteks, r: int, total: Decimal | None, cek: str, banyak: int) -> None:
    tabel = get_tabel("sakip_predikat", pada=k.pada)
    predikat = None if total is None else find_predikat(total, pada=k.pada)
    desimal = get_parameter("sakip_bobot", pada=k.pada).bilangan("desimal")
    rumus = f'IF(COUNTIF({cek},"OK")={banyak},ROUND(SUM(isian_sakip_subkomponen),{desimal}),"")'
    guard = 'IF(ISNUMBER(hasil_sakip_nilai),{},"")'
    p.teks(r, 1, "Nilai SAKIP", "sel")
    p.rumus(r, 2, rumus, tampil(total), "hasil_desimal", nama="hasil_sakip_nilai")
    p.teks(r + 1, 1, "Predikat", "sel")
    p.rumus(
        r + 1,
        2,
        guard.format(tabel.to_formula("hasil_sakip_nilai")),
        predikat.kode if predikat else "",
        "hasil_teks",
        nama="hasil_sakip_predikat",
    )
    p.teks(r + 2, 1, "Interpretasi", "sel")
    p.rumus(
        r + 2,
        2,
        guard.format(tabel.to_formula("hasil_sakip_nilai", "sebutan")),
        predikat.sebutan if predikat else "",
        "hasil_teks",
        nama="hasil_sakip_interpretasi",
    )
