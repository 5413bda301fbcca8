"""Sheet Indikator: figures of the generic kinds `persen` and `nilai`, position at the end of each quarter."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.perjanjian import Indikator, JenisIndikator
from kinerja.rumus.manfaat import compute_persen
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Aturan, Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    LEBAR_ANGKA,
    TRIWULAN,
    Bagian,
    BarisCek,
    Ditampilkan,
    Konteks,
    Realisasi,
    angka,
    cacah_salah,
    is_angka,
    read_teks,
    rumus_cacah_salah,
    rumus_persen,
    status,
    tampil,
    terisi,
)

JENIS_UMUM = (JenisIndikator.PERSEN, JenisIndikator.NILAI)
TANPA = "tidak terukur"
"""Shown where the denominator is zero: there is nothing to measure."""
AWAL = 6
_NILAI = Aturan("desimal", "Realisasi", "Ketik realisasi sampai dengan triwulan itu, angka saja.", -1e15, 1e15)
_BILANGAN = Aturan("desimal", "Angka kumulatif", "Ketik angka sampai dengan triwulan itu; 0 bila tidak ada.", 0, 1e15)


def build_indikator(k: Konteks) -> Bagian:
    """The generic sheet: `isian_indikator_<n>_pembilang/_penyebut/_nilai` (4 quarters), `hasil_indikator_<n>`."""
    p = k.susun("Indikator", "Indikator – Realisasi Indikator Lain", (5, 62, 16, *[LEBAR_ANGKA] * 5))
    p.teks(3, 0, read_teks()["indikator"]["catatan"], "catatan")
    tw = [f"s.d. triwulan {t}" for t in TRIWULAN]
    p.kepala(AWAL - 1, 0, ("No", "Indikator dan datanya", "Satuan", *tw, "Tahun ini"))
    baris = AWAL
    cek: list[BarisCek] = []
    realisasi: dict[int, Realisasi] = {}
    for nomor, i in enumerate(k.pk.indikator):
        if i.jenis in JENIS_UMUM:
            susun = _susun_persen if i.jenis is JenisIndikator.PERSEN else _susun_nilai
            realisasi[nomor], baris_cek = susun(p, k, baris, nomor, i)
            cek.append(baris_cek)
            baris += 4 if i.jenis is JenisIndikator.PERSEN else 2
    return Bagian(p.selesai(beku=(AWAL, 0), warna_tab="#BF8F00"), tuple(p.nama), tuple(cek), realisasi)


def _susun_persen(p: Penyusun, k: Konteks, r: int, nomor: int, i: Indikator) -> tuple[Realisasi, BarisCek]:
    atas_nama, bawah_nama = (f"isian_indikator_{nomor + 1}_{x}" for x in ("pembilang", "penyebut"))
    atas, bawah = (k.matriks(n, 1, 4)[0] for n in (atas_nama, bawah_nama))
    p.baris(r, 0, (nomor + 1, i.nama), "sel_lipat")
    p.teks(r, 2, i.satuan, "sel_tengah_lipat")
    for geser, (judul, nama, isi) in enumerate(((i.pembilang, atas_nama, atas), (i.penyebut, bawah_nama, bawah)), 1):
        p.teks(r + geser, 0, None, "sel")
        p.teks(r + geser, 1, judul or ("Pembilang" if geser == 1 else "Penyebut"), "sel_lipat")
        p.teks(r + geser, 2, "diisi", "sel_tengah")
        p.isian(nama, r + geser, 3, (isi,), _BILANGAN, "isian_desimal")
        p.teks(r + geser, 7, None, "sel")
    semua = f"{a1(r + 1, 3)}:{a1(r + 2, 6)}"
    salah = cacah_salah([*atas, *bawah])
    tampilan: list[Ditampilkan] = []
    for c in range(4):
        x, y = a1(r + 1, 3 + c), a1(r + 2, 3 + c)
        nilai: Nilai = ""
        if not salah and is_angka(atas[c]) and is_angka(bawah[c]):
            (m,), (n,) = angka((atas[c],)), angka((bawah[c],))
            nilai = tampil(compute_persen(m, n, pada=k.pada)) if n > 0 else TANPA
        bagi = f'IF({y}>0,{rumus_persen(x, y, k.pada)},"{TANPA}")'
        rumus = f'IF(AND(ISNUMBER({x}),ISNUMBER({y}),{rumus_cacah_salah(semua)}=0),{bagi},"")'
        tampilan.append((f"Indikator!{p.rumus(r, 3 + c, rumus, nilai, 'hasil_desimal')}", nilai))
    tahun = _susun_tahun(p, r, nomor, [n for _, n in tampilan], '{}<>""')
    sel = [(f"Indikator!{a1(r + 1, 3 + c)}", f"Indikator!{a1(r + 2, 3 + c)}") for c in range(4)]
    genap = ",".join(f"ISNUMBER({x})=ISNUMBER({y})" for x, y in sel)
    ganjil = any(is_angka(x) != is_angka(y) for x, y in zip(atas, bawah, strict=True))
    return Realisasi(tuple(tampilan), tahun), BarisCek(
        f"Indikator {nomor + 1}: pembilang dan penyebut terisi berpasangan",
        f"Indikator!{a1(r + 1, 3)}",
        f'IF({rumus_cacah_salah(f"Indikator!{semua}")}>0,"PERIKSA",IF(AND({genap}),'
        f'IF(COUNT(Indikator!{semua})>0,"OK","BELUM"),"PERIKSA"))',
        status(salah or ganjil, bool(angka([*atas, *bawah]))),
        "Isi kedua baris pada triwulan yang sama dengan angka 0 atau lebih.",
    )


def _susun_nilai(p: Penyusun, k: Konteks, r: int, nomor: int, i: Indikator) -> tuple[Realisasi, BarisCek]:
    nama = f"isian_indikator_{nomor + 1}_nilai"
    isi = k.matriks(nama, 1, 4)[0]
    p.baris(r, 0, (nomor + 1, i.nama), "sel_lipat")
    p.teks(r, 2, i.satuan, "sel_tengah_lipat")
    p.isian(nama, r, 3, (isi,), _NILAI, "isian_desimal")
    w = f"Indikator!{a1(r, 3)}:{a1(r, 6)}"
    bersih = [n if is_angka(n) else "" for n in isi]
    tahun = _susun_tahun(p, r, nomor, bersih, "ISNUMBER({})")
    sel = [f"Indikator!{a1(r, 3 + c)}" for c in range(4)]
    tampilan = tuple((f'IF(ISNUMBER({s}),{s},"")', n) for s, n in zip(sel, bersih, strict=True))
    salah = terisi(isi) - len(angka(isi))
    return Realisasi(tampilan, tahun), BarisCek(
        f"Indikator {nomor + 1}: realisasi berupa angka",
        sel[0],
        f'IF(COUNTA({w})>COUNT({w}),"PERIKSA",IF(COUNT({w})>0,"OK","BELUM"))',
        status(salah, bool(angka(isi))),
        "Ketik angka saja, tanpa satuan.",
    )


def _susun_tahun(p: Penyusun, r: int, nomor: int, nilai: Sequence[Nilai], uji: str) -> Ditampilkan:
    """The year's figure: the last quarter that has one."""
    rumus = '""'
    for c in range(4):
        sel = a1(r, 3 + c)
        rumus = f"IF({uji.format(sel)},{sel},{rumus})"
    terakhir: Nilai = next((n for n in reversed(nilai) if n != ""), "")
    nama = f"hasil_indikator_{nomor + 1}"
    p.rumus(r, 7, rumus, terakhir, "hasil_desimal", nama=nama)
    return nama, terakhir
