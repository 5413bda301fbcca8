"""Sheets Pengembalian and Pengingat: who has returned, and a text to send to those who have not."""

from __future__ import annotations

from kinerja.hari import write_waktu
from kinerja.perjanjian.rekap import BarisRekap, StatusKembali
from kinerja.perjanjian.rekap_teks import write_pengingat
from kinerja.perjanjian.temuan_kumpul import Bobot
from kinerja.workbook.ekspresi import X
from kinerja.workbook.layout import Lembar
from kinerja.workbook.teks import fit_text
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    AWAL,
    JUMLAH,
    PENGEMBALIAN,
    PENGINGAT,
    TEMUAN,
    Bahan,
    Kolom,
    count_baris,
    finish,
    put_kosong,
    start,
    to_isi,
)
from workbook_templates.rekap.temuan import LembarTemuan

WARNA_STATUS = {
    StatusKembali.BELUM: "belum",
    StatusKembali.SEBAGIAN: "cukup",
    StatusKembali.LENGKAP: "baik",
    StatusKembali.DIPERIKSA: "periksa",
}
_KOLOM: tuple[Kolom, ...] = (
    ("Status", 17.0), ("Berkas", 27.0), ("Diterima", 19.0), ("Temuan: berubah", 9.5), ("Temuan: periksa", 9.5),
    ("Temuan: catatan", 9.5), ("Buka", 13.0), ("Cek: PERIKSA", 9.5), ("Cek: BELUM", 9.5),
)  # fmt: skip


def get_kolom_status(k: Bahan) -> int:
    """The column that says where the workbook of a kecamatan stands."""
    return len(k.kolom_kecamatan)


def build_pengembalian(k: Bahan, temuan: LembarTemuan) -> Lembar:
    """A kecamatan in each row: where its workbook stands, its file, its findings by weight."""
    kolom = [*k.kolom_kecamatan, *_KOLOM]
    p = start(k, PENGEMBALIAN, kolom)
    for n, b in enumerate(k.rekap.baris):
        k.put_kecamatan(p, AWAL + n, b)
        _put_berkas(p, k, n, b, temuan)
    if not k.rekap.baris:
        put_kosong(p, kolom, "Belum ada.")
    akhir = count_baris(AWAL + len(k.rekap.baris))
    p.color(AWAL, get_kolom_status(k), akhir, {str(s): gaya for s, gaya in WARNA_STATUS.items()})
    return finish(p, kolom, akhir, "#1F3864")


def _put_berkas(p: Penyusun, k: Bahan, n: int, b: BarisRekap, temuan: LembarTemuan) -> None:
    r, c = AWAL + n, get_kolom_status(k)
    p.put_teks(r, c, str(b.status), "sel_tengah")
    p.put_teks(r, c + 1, to_isi(b.berkas), "sel_lipat")
    p.put_teks(r, c + 2, to_isi(write_waktu(b.waktu)), "sel_tengah_lipat")
    for geser, bobot in enumerate(Bobot, start=3):
        banyak: X | None = temuan.count(b, n, bobot) if b.temuan else None
        if banyak is None:
            p.put_teks(r, c + geser, 0 if b.berkas else None, "sel_angka")
        else:
            p.put_rumus(r, c + geser, banyak, "hasil_angka")
    if n in temuan.kecamatan:
        p.put_tautan(r, c + 6, "Buka temuan", f"{TEMUAN}!A{temuan.kecamatan[n][0] + 1}", "sel_tautan")
    else:
        p.put_teks(r, c + 6, None, "sel")
    for geser, kata in enumerate(("PERIKSA", "BELUM"), start=7):
        p.put_teks(r, c + geser, b.hasil.count_cek(kata) if b.hasil else None, "sel_angka")


def build_pengingat(k: Bahan) -> Lembar:
    """A text for each kecamatan that has not returned, and above them one for all."""
    kolom: list[Kolom] = [*k.kolom_kecamatan, ("Teks untuk dikirim", 92.0 if k.berkabkota else 100.0)]
    p = start(k, PENGINGAT, kolom, kolom_berulang=None)
    c = len(kolom) - 1
    belum = k.rekap.belum
    semua = (
        write_pengingat(k.rekap, belum, sebaris=True) if belum else "Semua kecamatan sudah mengembalikan buku kerjanya."
    )
    p.put_teks(JUMLAH, 0, "Untuk semua" if belum else None, "hasil_teks", lebar=c)
    p.put_teks(JUMLAH, c, fit_text(semua), "sel_lipat")
    for r, b in enumerate(belum, start=AWAL):
        k.put_kecamatan(p, r, b)
        p.put_teks(r, c, fit_text(write_pengingat(k.rekap, [b], sebaris=True)), "sel_lipat")
    if not belum:
        put_kosong(p, kolom, "Tidak ada.")
    return finish(p, kolom, count_baris(AWAL + len(belum)), "#1F3864")
