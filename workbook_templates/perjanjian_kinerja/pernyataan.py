"""Sheet Pernyataan: the statement page as signed, and beside it (not printed) the inputs it still needs."""

from __future__ import annotations

from functools import cache

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
    angka,
    read_teks,
    status,
    terisi,
)

LEBAR = (14, 3, 25, 14, 14, 14)
PANEL = 7
"""Column of the inputs, outside the print area."""
DIGIT_NIP = 18
TITIK = "……………………………………"
SISI = 42 * 6.0
"""Points of one signature block: 42 characters of the default font, 6 points each."""


def build_pernyataan(k: Konteks) -> Bagian:
    """The statement: letterhead, parties, promises, date, signatures (pihak kedua left, pihak pertama right)."""
    pk = k.pk
    p = Penyusun("Pernyataan", (*LEBAR, 3, 30, 52), k.cetak(satu_halaman=True))
    isi, cek = _susun_panel(p, k)
    _susun_kop(p, k, isi["isian_alamat"])
    teks = read_teks()["pernyataan"]
    p.teks(4, 0, k.nama_perjanjian, "judul_cetak", lebar=6)
    p.tinggi(4, 30)
    p.teks(6, 0, teks["pembuka"], "alinea", lebar=6)
    r = _susun_pihak(p, 8, "isian_camat_nama", isi["isian_camat_nama"], pk.pihak_pertama.jabatan, teks["pertama"])
    r = _susun_pihak(p, r, "isian_atasan_nama", isi["isian_atasan_nama"], pk.pihak_kedua.jabatan, teks["kedua"])
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
    for r, ((nama, label, aturan), teks) in enumerate(zip(daftar, terbit, strict=True), start=2):
        nilai = k.matriks(nama, 1, 1, ((teks,),))
        p.teks(r, PANEL, label, "sel")
        p.isian(
            nama,
            r,
            PANEL + 1,
            nilai,
            aturan,
            "isian_tulisan",
            terkunci=() if teks is None else ((0, 0),),
            gaya_terkunci="sel_lipat",
        )
        hasil[nama] = nilai[0][0]
    wilayah = f"Pernyataan!$I$3:$I${2 + len(daftar)}"
    return hasil, (
        BarisCek(
            "Pernyataan: nama, pangkat, NIP, alamat, tempat, dan tanggal terisi",
            "Pernyataan!I3",
            f'IF(COUNT({wilayah})>0,"PERIKSA",IF(COUNTA({wilayah})={len(daftar)},"OK","BELUM"))',
            status(len(angka(hasil.values())), terisi(hasil.values()) == len(daftar)),
            "Isi kolom kuning di sebelah kanan halaman pernyataan, sebagai teks.",
        ),
        BarisCek(
            f"Pernyataan: NIP camat berisi {DIGIT_NIP} angka",
            "Pernyataan!I6",
            f'IF(isian_camat_nip="","BELUM",IF(ISNUMBER(isian_camat_nip),"PERIKSA",'
            f'IF(LEN(TRIM(isian_camat_nip))>={DIGIT_NIP},"OK","PERIKSA")))',
            _check_nip(hasil["isian_camat_nip"]),
            "Ketik NIP sebagai teks, dengan atau tanpa spasi; angka sepanjang itu rusak bila disimpan sebagai angka.",
        ),
    )


def _check_nip(nip: Nilai) -> str:
    if nip is None or nip == "":
        return BELUM
    return OK if isinstance(nip, str) and len(" ".join(x for x in nip.split(" ") if x)) >= DIGIT_NIP else PERIKSA


def _salin(p: Penyusun, r: int, c: int, nama: str, nilai: Nilai, gaya: str, lebar: int) -> None:
    """Show an input's text on the page, or dots for the pen."""
    p.rumus(r, c, f'IF({nama}="","{TITIK}",{nama})', TITIK if nilai is None else nilai, gaya, lebar=lebar)


def _susun_kop(p: Penyusun, k: Konteks, alamat: Nilai) -> None:
    awal = 1 if k.logo else 0
    p.teks(0, awal, f"PEMERINTAH {k.kop_kabkota}", "kop_1", lebar=6 - awal)
    p.teks(1, awal, k.kop_kecamatan, "kop_2", lebar=6 - awal)
    rumus = f'"Alamat Kantor : "&IF(isian_alamat="","{TITIK}",isian_alamat)'
    tampak = f"Alamat Kantor : {TITIK if alamat is None else alamat}"
    p.rumus(2, awal, rumus, tampak, "kop_3", lebar=6 - awal)
    if k.logo:
        p.teks(2, 0, None, "kop_garis")
        p.gambar(Gambar(0, 0, k.logo, 84, 84))
    for r, tinggi in enumerate((24, 28, 22)):
        p.tinggi(r, tinggi)


def _susun_pihak(p: Penyusun, r: int, nama: str, nilai: Nilai, jabatan: str, sebutan: str) -> int:
    for geser, label in enumerate(("Nama", "Jabatan")):
        p.teks(r + geser, 0, label, "alinea_kiri")
        p.teks(r + geser, 1, ":", "alinea_kiri")
    _salin(p, r, 2, nama, nilai, "alinea_tebal", 4)
    p.teks(r + 1, 2, jabatan, "alinea_kiri", lebar=4)
    p.teks(r + 2, 0, sebutan, "alinea_kiri", lebar=6)
    return r + 4


def _susun_tanda_tangan(p: Penyusun, k: Konteks, r: int, isi: dict[str, Nilai]) -> int:
    pk = k.pk
    tempat, tanggal = isi["isian_tempat"], isi["isian_tanggal"]
    # A date without its day leaves room for the pen, as the source document does.
    sela = ",  " if pk.tanggal is None or pk.tanggal[:1].isdigit() else f",{' ' * 12}"
    rumus = f'IF(isian_tempat="","………………",isian_tempat)&"{sela}"&IF(isian_tanggal="","………………………",isian_tanggal)'
    tampak = f"{'………………' if tempat is None else tempat}{sela}{'………………………' if tanggal is None else tanggal}"
    p.rumus(r, 3, rumus, tampak, "tengah", lebar=3)
    for kolom, sebutan, pihak in ((0, "Pihak Kedua", pk.pihak_kedua), (3, "Pihak Pertama", pk.pihak_pertama)):
        p.teks(r + 1, kolom, sebutan, "tengah_tebal", lebar=3)
        p.teks(r + 2, kolom, pihak.jabatan, "tengah_tebal", lebar=3)
    p.tinggi(r + 3, 66)
    for kolom, nama in ((0, "isian_atasan_nama"), (3, "isian_camat_nama")):
        _salin(p, r + 4, kolom, nama, isi[nama], _gaya_nama(isi[nama]), 3)
    pangkat, nip = isi["isian_camat_pangkat"], isi["isian_camat_nip"]
    salin = 'IF(isian_camat_pangkat="","",isian_camat_pangkat)'
    p.rumus(r + 5, 3, salin, "" if pangkat is None else pangkat, "tengah", lebar=3)
    rumus = f'"NIP. "&IF(isian_camat_nip="","{TITIK}",isian_camat_nip)'
    p.rumus(r + 6, 3, rumus, f"NIP. {TITIK if nip is None else nip}", "tengah", lebar=3)
    return r + 6


def _gaya_nama(nama: Nilai) -> str:
    """The largest name style that keeps the name on one line."""
    if not isinstance(nama, str):
        return "nama_11"
    for ukuran in (11.0, 10.5, 10.0, 9.5, 9.0, 8.5):
        if text_width(nama, ukuran, tebal=True) <= SISI * 0.97:
            return f"nama_{ukuran:g}"
    return "nama_8"
