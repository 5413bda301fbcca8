"""Sheet Trantibum: monthly register of reports and how many of them were dealt with."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.perjanjian import JenisIndikator
from kinerja.rumus.manfaat import compute_trantibum
from kinerja.rumus.terbilang import BULAN
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Aturan, Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    OK,
    PERIKSA,
    TRIWULAN,
    Bagian,
    BarisCek,
    Ditampilkan,
    Konteks,
    Realisasi,
    angka,
    jumlah,
    kolom,
    read_teks,
    rumus_persen,
    status,
    tampil,
)

AWAL = 6
TANPA = "tidak ada laporan"
_LAPORAN = Aturan("bulat", "Laporan masuk", "Ketik jumlah laporan yang masuk bulan itu; 0 bila tidak ada.", 0, 1e6)
_DITANGANI = Aturan("bulat", "Sudah ditangani", "Ketik berapa dari laporan bulan itu yang sudah ditangani.", 0, 1e6)


def build_trantibum(k: Konteks) -> Bagian:
    """The register: `isian_trantibum_laporan`, `isian_trantibum_ditangani` (12 months), `hasil_trantibum_persen`."""
    laporan = k.matriks("isian_trantibum_laporan", 12, 1)
    ditangani = k.matriks("isian_trantibum_ditangani", 12, 1)
    p = k.susun("Trantibum", "Trantibum – Laporan dan Penanganannya", (5, 24, 18, 18, 20, 14), mendatar=False)
    p.teks(3, 0, read_teks()["trantibum"]["catatan"], "catatan")
    p.kepala(AWAL - 1, 0, ("No", "Bulan", "Laporan masuk (diisi)", "Ditangani (diisi)", "Persen", "Cek"))
    cek: list[str] = []
    for nomor, bulan in enumerate(BULAN):
        cek.append(_susun_bulan(p, k, AWAL + nomor, nomor, bulan, laporan[nomor][0], ditangani[nomor][0]))
    p.isian("isian_trantibum_laporan", AWAL, 2, laporan, _LAPORAN, "isian_angka")
    p.isian("isian_trantibum_ditangani", AWAL, 3, ditangani, _DITANGANI, "isian_angka")
    p.warnai_status(f"F{AWAL + 1}:F{AWAL + 12}")
    r = AWAL + 12
    p.baris(r, 0, (None, "JUMLAH"), "hasil_teks")
    for c, isi in ((2, kolom(laporan, 0)), (3, kolom(ditangani, 0))):
        w = f"{a1(AWAL, c)}:{a1(AWAL + 11, c)}"
        p.rumus(r, c, f'IF(COUNT({w})=0,"",SUM({w}))', tampil(jumlah(isi) if angka(isi) else None), "hasil_angka")
    p.baris(r, 4, (None, None), "hasil_teks")
    hasil = _susun_persen(p, k, r + 2, cek, kolom(laporan, 0), kolom(ditangani, 0))
    indikator = k.pk.index_indikator(JenisIndikator.TRANTIBUM)
    wilayah = f"Trantibum!F{AWAL + 1}:F{AWAL + 12}"
    return Bagian(
        lembar=p.selesai(beku=(AWAL, 0), warna_tab="#BF8F00"),
        nama=tuple(p.nama),
        cek=(
            BarisCek(
                "Trantibum: laporan dan penanganan setiap bulan terisi berpasangan",
                f"Trantibum!C{AWAL + 1}",
                f'IF(COUNTIF({wilayah},"PERIKSA")>0,"PERIKSA",IF(COUNTIF({wilayah},"OK")=12,"OK","BELUM"))',
                status(PERIKSA in cek, cek.count(OK) == 12),
                "Isi kedua kolom dengan bilangan bulat; yang ditangani tidak boleh melebihi laporan bulan itu.",
            ),
        ),
        realisasi={indikator: Realisasi(tuple(hasil[:4]), ("hasil_trantibum_persen", hasil[4][1]))},
    )


def _susun_bulan(p: Penyusun, k: Konteks, r: int, nomor: int, bulan: str, laporan: Nilai, ditangani: Nilai) -> str:
    p.teks(r, 0, nomor + 1, "sel_tengah")
    p.teks(r, 1, bulan, "sel")
    n, d, c = a1(r, 2), a1(r, 3), a1(r, 5)
    kata = _check(laporan, ditangani)
    persen: Nilai = ""
    if kata == OK:
        persen = _persen(k, (laporan,), (ditangani,))
    p.rumus(
        r,
        4,
        f'IF({c}="OK",IF({n}>0,{rumus_persen(d, n, k.pada, "trantibum_desimal")},"{TANPA}"),"")',
        persen,
        "hasil_desimal",
    )
    utuh = f"AND({n}>=0,{d}>=0,{d}<={n},INT({n})={n},INT({d})={d})"
    rumus = (
        f'IF(AND({n}="",{d}=""),"",IF(ISNUMBER({n}),IF(ISNUMBER({d}),IF({utuh},"OK","PERIKSA"),"PERIKSA"),"PERIKSA"))'
    )
    p.rumus(r, 5, rumus, kata, "hasil_tengah")
    return kata


def _check(laporan: Nilai, ditangani: Nilai) -> str:
    if laporan in (None, "") and ditangani in (None, ""):
        return ""
    pasangan = angka((laporan, ditangani))
    if len(pasangan) < 2:
        return PERIKSA
    n, d = pasangan
    return OK if 0 <= d <= n and n == int(n) and d == int(d) else PERIKSA


def _persen(k: Konteks, laporan: Sequence[Nilai], ditangani: Sequence[Nilai]) -> Nilai:
    persen = compute_trantibum(jumlah(ditangani), jumlah(laporan), pada=k.pada)
    return TANPA if persen is None else tampil(persen)


def _susun_persen(
    p: Penyusun, k: Konteks, r: int, cek: Sequence[str], laporan: Sequence[Nilai], ditangani: Sequence[Nilai]
) -> list[Ditampilkan]:
    """Cumulative percentage to each quarter, and of the year."""
    p.teks(r, 0, "Persentase penanganan (kumulatif)", "bagian")
    p.kepala(r + 1, 1, ("Sampai", "Persen"))
    hasil: list[Ditampilkan] = []
    for q in range(5):
        awal, akhir = (AWAL + 3 * q, AWAL + 3 * q + 2) if q < 4 else (AWAL, AWAL + 11)
        n, d = (f"{a1(AWAL, c)}:{a1(akhir, c)}" for c in (2, 3))
        ada = f'COUNTIF({a1(awal, 5)}:{a1(akhir, 5)},"OK")>0'
        sah = f'COUNTIF({a1(AWAL, 5)}:{a1(akhir, 5)},"PERIKSA")=0'
        sampai = akhir - AWAL + 1
        tampak = PERIKSA not in cek[:sampai] and OK in cek[awal - AWAL : sampai]
        nilai = _persen(k, laporan[:sampai], ditangani[:sampai]) if tampak else ""
        p.teks(r + 2 + q, 1, f"Triwulan {TRIWULAN[q]}" if q < 4 else "Setahun", "sel")
        bagi = rumus_persen(f"SUM({d})", f"SUM({n})", k.pada, "trantibum_desimal")
        rumus = f'IF(AND({sah},{ada}),IF(SUM({n})>0,{bagi},"{TANPA}"),"")'
        alamat = p.rumus(r + 2 + q, 2, rumus, nilai, "hasil_desimal", nama="hasil_trantibum_persen" if q == 4 else None)
        hasil.append((f"Trantibum!{alamat}", nilai))
    return hasil
