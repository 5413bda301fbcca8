"""Sheet Pernyataan: the statement page as signed, and beside it (not printed) the inputs it still needs."""

from __future__ import annotations

from functools import cache

from kinerja.workbook.ekspresi import X, nama, rentang
from kinerja.workbook.fungsi import COUNT, COUNTA, IF, ISNUMBER, LEN, TRIM
from kinerja.workbook.layout import Aturan, Gambar, Nilai
from kinerja.workbook.ukuran import text_width
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    BELUM,
    OK,
    PERIKSA,
    Bagian,
    BarisCek,
    Konteks,
    make_cek,
    read_teks,
    salin,
    status,
)

LEBAR = (14, 3, 25, 14, 14, 14)
PANEL = 7
"""Column of the inputs, outside the print area."""
DIGIT_NIP = 18
TITIK = "……………………………………"
SISI = 42 * 6.0
"""Points of one signature block: 42 characters of the default font, 6 points each."""


BANYAK_ISIAN = 7
_SEMUA, _NIP = (
    rentang(2, PANEL + 1, 1 + BANYAK_ISIAN, PANEL + 1, mutlak=True, lembar="Pernyataan"),
    nama("isian_camat_nip"),
)
_CEK = (
    (
        "Pernyataan: nama, pangkat, NIP, alamat, tempat, dan tanggal terisi",
        2,
        PANEL + 1,
        status(COUNT(_SEMUA) > 0, COUNTA(_SEMUA) == BANYAK_ISIAN),
        "Isi kolom kuning di sebelah kanan halaman pernyataan, sebagai teks.",
    ),
    (
        f"Pernyataan: NIP camat berisi {DIGIT_NIP} angka",
        5,
        PANEL + 1,
        IF(_NIP == "", BELUM, IF(ISNUMBER(_NIP), PERIKSA, IF(LEN(TRIM(_NIP)) >= DIGIT_NIP, OK, PERIKSA))),
        "Ketik NIP sebagai teks, dengan atau tanpa spasi; angka sepanjang itu rusak bila disimpan sebagai angka.",
    ),
)
_ALAMAT = "Alamat Kantor : " & salin("isian_alamat", TITIK)
_NIP_TERTULIS = "NIP. " & salin("isian_camat_nip", TITIK)


def build_pernyataan(k: Konteks) -> Bagian:
    """The statement: letterhead, parties, promises, date, signatures (pihak kedua left, pihak pertama right)."""
    pk = k.pk
    p = Penyusun("Pernyataan", (*LEBAR, 3, 30, 52), k.cetak(satu_halaman=True))
    isi, cek = _susun_panel(p, k)
    _susun_kop(p, k)
    teks = read_teks()["pernyataan"]
    p.teks(4, 0, k.nama_perjanjian, "judul_cetak", lebar=6)
    p.tinggi(4, 30)
    p.teks(6, 0, teks["pembuka"], "alinea", lebar=6)
    r = _susun_pihak(p, 8, "isian_camat_nama", pk.pihak_pertama.jabatan, teks["pertama"])
    r = _susun_pihak(p, r, "isian_atasan_nama", pk.pihak_kedua.jabatan, teks["kedua"])
    p.teks(r, 0, teks["janji_pertama"], "alinea", lebar=6)
    p.teks(r + 2, 0, teks["janji_kedua"], "alinea", lebar=6)
    r = _susun_tanda_tangan(p, k, r + 5, isi)
    p.cetak = k.cetak(area=(0, 0, r, 5), satu_halaman=True)
    return Bagian(p.selesai(warna_tab="#1F3864"), tuple(p.nama), cek)


@cache
def _list_isian(tahun: int) -> tuple[tuple[str, str, Aturan], ...]:
    """Name, label and rule of each text that the page needs."""
    daftar = (
        ("isian_alamat", "Alamat kantor", 160),
        ("isian_camat_nama", "Nama camat", 60),
        ("isian_camat_pangkat", "Pangkat/golongan camat", 60),
        ("isian_camat_nip", "NIP camat (18 angka)", 25),
        ("isian_atasan_nama", "Nama pihak kedua (atasan)", 60),
        ("isian_tempat", "Tempat", 40),
        ("isian_tanggal", f"Tanggal (misalnya 2 Januari {tahun})", 40),
    )
    return tuple(
        (nama, label, Aturan("teks", label[:32], f"Ketik seperti akan dicetak: {label}.", 1, panjang))
        for nama, label, panjang in daftar
    )


def _susun_panel(p: Penyusun, k: Konteks) -> tuple[dict[str, Nilai], tuple[BarisCek, ...]]:
    """The texts that the page needs: known ones locked, unknown ones to be typed."""
    pk = k.pk
    daftar = _list_isian(pk.tahun)
    terbit = (
        pk.alamat, pk.pihak_pertama.nama, pk.pihak_pertama.pangkat, pk.pihak_pertama.nip, pk.pihak_kedua.nama,
        pk.tempat, pk.tanggal,
    )  # fmt: skip
    p.teks(0, PANEL, "Isian pernyataan (tidak dicetak)", "bagian", lebar=1)
    p.teks(1, PANEL, "← Kembali ke Petunjuk", "tautan", tautan="Petunjuk!A1")
    hasil: dict[str, Nilai] = {}
    for r, ((isian, label, aturan), teks) in enumerate(zip(daftar, terbit, strict=True), start=2):
        nilai = k.matriks(isian, 1, 1, ((teks,),))
        p.teks(r, PANEL, label, "sel")
        p.isian(
            isian,
            r,
            PANEL + 1,
            nilai,
            aturan,
            "isian_tulisan",
            terkunci=() if teks is None else ((0, 0),),
            gaya_terkunci="sel_lipat",
        )
        hasil[isian] = nilai[0][0]
    return hasil, tuple(make_cek(p, *cek) for cek in _CEK)


def _susun_kop(p: Penyusun, k: Konteks) -> None:
    awal = 1 if k.logo else 0
    p.teks(0, awal, f"PEMERINTAH {k.kop_kabkota}", "kop_1", lebar=6 - awal)
    p.teks(1, awal, k.kop_kecamatan, "kop_2", lebar=6 - awal)
    p.rumus(2, awal, _ALAMAT, "kop_3", lebar=6 - awal)
    if k.logo:
        p.teks(2, 0, None, "kop_garis")
        p.gambar(Gambar(0, 0, k.logo, 84, 84))
    for r, tinggi in enumerate((24, 28, 22)):
        p.tinggi(r, tinggi)


def _susun_pihak(p: Penyusun, r: int, isian: str, jabatan: str, sebutan: str) -> int:
    for geser, label in enumerate(("Nama", "Jabatan")):
        p.teks(r + geser, 0, label, "alinea_kiri")
        p.teks(r + geser, 1, ":", "alinea_kiri")
    p.rumus(r, 2, salin(isian, TITIK), "alinea_tebal", lebar=4)
    p.teks(r + 1, 2, jabatan, "alinea_kiri", lebar=4)
    p.teks(r + 2, 0, sebutan, "alinea_kiri", lebar=6)
    return r + 4


def _susun_tanda_tangan(p: Penyusun, k: Konteks, r: int, isi: dict[str, Nilai]) -> int:
    pk = k.pk
    # A date without its day leaves room for the pen, as the source document does.
    sela = ",  " if pk.tanggal is None or pk.tanggal[:1].isdigit() else f",{' ' * 12}"
    p.rumus(r, 3, _tempat_tanggal(sela), "tengah", lebar=3)
    for kolom, sebutan, pihak in ((0, "Pihak Kedua", pk.pihak_kedua), (3, "Pihak Pertama", pk.pihak_pertama)):
        p.teks(r + 1, kolom, sebutan, "tengah_tebal", lebar=3)
        p.teks(r + 2, kolom, pihak.jabatan, "tengah_tebal", lebar=3)
    p.tinggi(r + 3, 66)
    for kolom, isian in ((0, "isian_atasan_nama"), (3, "isian_camat_nama")):
        p.rumus(r + 4, kolom, salin(isian, TITIK), _gaya_nama(isi[isian]), lebar=3)
    p.rumus(r + 5, 3, salin("isian_camat_pangkat"), "tengah", lebar=3)
    p.rumus(r + 6, 3, _NIP_TERTULIS, "tengah", lebar=3)
    return r + 6


@cache
def _tempat_tanggal(sela: str) -> X:
    return salin("isian_tempat", "………………") & sela & salin("isian_tanggal", "………………………")


def _gaya_nama(nama: Nilai) -> str:
    """The largest name style that keeps the name on one line."""
    if not isinstance(nama, str):
        return "nama_11"
    for ukuran in (11.0, 10.5, 10.0, 9.5, 9.0, 8.5):
        if text_width(nama, ukuran, tebal=True) <= SISI * 0.97:
            return f"nama_{ukuran:g}"
    return "nama_8"
