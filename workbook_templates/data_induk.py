"""The input workbook: a pleasant form for the data of all kecamatan of one kabupaten/kota.

Its sheets are the tables of `kinerja.perjanjian.induk.skema`; `read_induk` of `kinerja.perjanjian.induk.berkas` reads
them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kinerja.alamat import range_of
from kinerja.peraturan import BOBOT_PENUH, KATEGORI
from kinerja.perjanjian.induk.skema import (
    AKSI,
    DAFTAR,
    DAFTAR_KECAMATAN,
    INDIKATOR,
    JUDUL_INDUK,
    KEGIATAN,
    PROGRAM,
    RUMUS_TURUN,
    TABEL,
    UMUM,
    YA_TIDAK,
    IsiInduk,
    Kolom,
    Tabel,
)
from kinerja.perjanjian.jenis import JENIS
from kinerja.perjanjian.model import TAHUN, JenisPerjanjian, akhir_tahun
from kinerja.rumus.capaian import list_pilihan_arah
from kinerja.rumus.tahun import Metode
from kinerja.wilayah.desa import list_kata
from kinerja.workbook.ekspresi import rentang
from kinerja.workbook.layout import MAKS_TEKS, Aturan, Blok, Buku, Cetak, Lembar, Matriks
from workbook_templates.gaya import GAYA
from workbook_templates.penyusun import Penyusun, read_teks

Isi = Sequence[Mapping[str, str | int | None]]
"""Rows of a table, by column key."""
Pilihan = Mapping[tuple[str, str], str]
"""The range with the choices of a column, by table and column key."""

AWAL = 4
"""First row of data on a sheet; its header stands in the row above, the hints above that."""

MAKS_KEGIATAN = 2000
TEKS = "data_induk.toml"


def build_data_induk(isi: IsiInduk) -> Buku:
    """The plan of the input workbook of one kabupaten/kota, with its kecamatan and the standard rows filled in."""
    kabkota, tahun = isi.kabkota, isi.tahun
    label = [f"{k.kode} {k.nama}" for k in isi.kecamatan]
    milik = f"{kabkota.nama}, {kabkota.provinsi}, tahun {tahun}"
    cadangan = {
        "kecamatan": 0,
        "indikator": 16 + 4 * len(label),
        "daftar": 8 + 2 * len(label),
        "program": 10 + len(label),
        "kegiatan": min(40 * len(label), MAKS_KEGIATAN),
        "aksi": 16 + 8 * len(label),
        "lke": 24,
    }
    arah = list_pilihan_arah(pada=akhir_tahun(tahun))
    pilihan = _list_pilihan(len(label), len(arah), len(isi.tabel["daftar"]) + cadangan["daftar"])
    tabel = [
        _build_tabel(t.fill(isi.desa), isi.tabel.get(t.kunci, ()), cadangan[t.kunci], milik, pilihan)
        for t in TABEL
        if t is not UMUM
    ]
    umum = _build_umum(isi.tabel["umum"][0], milik, pilihan)
    return Buku(
        judul=f"{JUDUL_INDUK} {kabkota.nama} {tahun}",
        lembar=(_build_petunjuk(milik), umum, *tabel, _build_pilihan(label, arah, milik)),
        gaya=GAYA,
        nama=(),
        tanggal=(tahun, 1, 1),
        kaki=f"{JUDUL_INDUK} {milik}",
    )


def _list_pilihan(kecamatan: int, arah: int, daftar: int) -> Pilihan:
    kolom_kecamatan = _range("Pilihan", 0, kecamatan)
    return {
        ("umum", "jenis"): _range("Pilihan", 5, len(JenisPerjanjian)),
        ("indikator", "jenis"): _range("Pilihan", 1, len(JENIS)),
        ("indikator", "arah"): _range("Pilihan", 3, arah),
        ("indikator", "metode"): _range("Pilihan", 6, len(Metode)),
        ("umum", "kategori"): _range("Pilihan", 7, len(KATEGORI)),
        ("umum", "rumus_turun"): _range("Pilihan", 8, len(RUMUS_TURUN)),
        ("umum", "tanda_tangan_lampiran"): _range("Pilihan", 10, len(YA_TIDAK)),
        ("kegiatan", "daftar"): _range("Daftar", 1, daftar),
        ("kecamatan", "sebutan"): _range("Pilihan", 9, len(list_kata())),
        **{(t.kunci, "kecamatan"): kolom_kecamatan for t in (INDIKATOR, DAFTAR, PROGRAM, KEGIATAN, AKSI)},
    }


def _range(lembar: str, kolom: int, tinggi: int) -> str:
    return range_of(lembar, kolom, AWAL, AWAL + tinggi - 1)


def _start(nama: str, judul: str, milik: str, lebar: Sequence[float]) -> Penyusun:
    """A sheet with its title band, whose it is, and the link back."""
    p = Penyusun(nama, lebar, Cetak(mendatar=True, baris_berulang=(AWAL - 1, AWAL - 1), selebar=True))
    p.put_pita(0, judul, "judul")
    if nama == "Petunjuk":
        p.put_pita(1, milik, "subjudul")
    else:
        p.put_baris(1, 0, (milik, *[None] * (len(lebar) - 2)), "subjudul")
        p.put_tautan(1, len(lebar) - 1, "Kembali ke Petunjuk", "Petunjuk!A1")
    p.set_tinggi(0, 24)
    return p


def _build_petunjuk(milik: str) -> Lembar:
    p = _start("Petunjuk", f"{JUDUL_INDUK} perjanjian kinerja", milik, (5, 20, 92))
    teks = read_teks(TEKS)
    p.put_teks(3, 0, "Untuk apa", "bagian")
    p.put_teks(4, 1, teks["untuk_apa"], "teks_lipat", lebar=2)
    p.put_teks(6, 0, "Tiga langkah", "bagian")
    for nomor, langkah in enumerate(teks["langkah"], start=1):
        p.put_teks(6 + nomor, 0, nomor, "tengah_tebal")
        p.put_teks(6 + nomor, 1, langkah, "teks_lipat", lebar=2)
    p.put_teks(11, 0, "Cara mengisi", "bagian")
    p.put_teks(12, 1, teks["cara_kecamatan"], "teks_lipat", lebar=2)
    p.put_teks(13, 1, teks["cara_angka"], "teks_lipat", lebar=2)
    p.put_baris(14, 1, ("Diisi", teks["sel_kuning"]), ("isian_tengah", "teks"))
    p.put_teks(16, 0, "Isi berkas", "bagian")
    lembar = [(t.lembar, t.uraian) for t in TABEL]
    for nomor, (nama, uraian) in enumerate((*lembar, ("Pilihan", teks["pilihan"])), start=1):
        p.put_teks(16 + nomor, 0, nomor, "sel_tengah")
        p.put_tautan(16 + nomor, 1, nama, f"{nama}!A1", "sel_tautan")
        p.put_teks(16 + nomor, 2, uraian, "sel_lipat")
    return p.finish(warna_tab="#1F3864")


def _build_umum(isi: Mapping[str, str | int | None], milik: str, pilihan: Pilihan) -> Lembar:
    """The upright table: caption, input, hint."""
    p = _start("Umum", "Umum", milik, (30, 52, 60))
    p.put_kepala(AWAL - 1, 0, ("Keterangan", "Isi", "Petunjuk"))
    for r, kolom in enumerate(UMUM.kolom, start=AWAL):
        p.put_teks(r, 0, kolom.judul + (" *" if kolom.wajib else ""), "sel")
        nilai = ((isi.get(kolom.kunci),),)
        p.put_isian(_make_blok(UMUM, kolom, (r, 1), nilai, pilihan, tetap=kolom.kunci == "kabkota"))
        p.put_teks(r, 2, kolom.petunjuk, "catatan_lipat")
    return p.finish(beku=(AWAL, 0))


def _build_tabel(tabel: Tabel, isi: Isi, cadangan: int, milik: str, pilihan: Pilihan) -> Lembar:
    """A table with its rows filled in and spare rows below; a column is an input block."""
    p = _start(tabel.lembar, f"{tabel.lembar}: {tabel.uraian}", milik, [k.lebar for k in tabel.kolom])
    tinggi = len(isi) + cadangan
    for nomor, kolom in enumerate(tabel.kolom):
        p.put_teks(AWAL - 2, nomor, kolom.petunjuk, "catatan_lipat")
        p.put_teks(AWAL - 1, nomor, kolom.judul + (" *" if kolom.wajib else ""), "kepala")
        nilai = (*((baris.get(kolom.kunci),) for baris in isi), *[(None,)] * cadangan)
        tetap = tabel.kunci == DAFTAR_KECAMATAN.kunci and kolom.kunci in {"kode", "nama"}
        p.put_isian(_make_blok(tabel, kolom, (AWAL, nomor), nilai, pilihan, tetap=tetap))
    saring = rentang(AWAL - 1, 0, AWAL + tinggi - 1, len(tabel.kolom) - 1).rumus
    return p.finish(beku=(AWAL, 2 if tabel.kunci == DAFTAR_KECAMATAN.kunci else 1), filter_=saring)


def _make_blok(
    tabel: Tabel, kolom: Kolom, tempat: tuple[int, int], nilai: Matriks, pilihan: Pilihan, *, tetap: bool
) -> Blok:
    """The cells of a column as an input block, locked when what they hold is fixed."""
    nama, tinggi = f"isian_{tabel.kunci}_{kolom.kunci}", len(nilai)
    terkunci = frozenset((r, 0) for r in range(tinggi)) if tetap else frozenset()
    aturan = _rule(tabel, kolom, pilihan)
    return Blok(nama, *tempat, tinggi, 1, _style(kolom), aturan, nilai, terkunci, "sel")


def _build_pilihan(label: Sequence[str], arah: Mapping[str, str], milik: str) -> Lembar:
    p = _start("Pilihan", "Pilihan", milik, (36, 14, 76, 16, 60, 18, 14, 14, 14, 26, 14))
    judul = ("Kecamatan", "Jenis", "Arti jenis", "Arah", "Arti arah", "Jenis perjanjian")
    p.put_kepala(
        AWAL - 1, 0, (*judul, "Cara setahun", "Skala kategori", "Rumus turun", "Sebutan desa/kelurahan", "Ya/tidak")
    )
    for r, teks in enumerate(label, start=AWAL):
        p.put_teks(r, 0, teks, "sel")
    for r, jenis in enumerate(JENIS.values(), start=AWAL):
        p.put_baris(r, 1, (jenis.kode, jenis.arti), "sel")
    for r, satu in enumerate(arah.items(), start=AWAL):
        p.put_baris(r, 3, satu, "sel")
    kolom: tuple[Iterable[str], ...] = (JenisPerjanjian, Metode, KATEGORI, RUMUS_TURUN, list_kata(), YA_TIDAK)
    for c, semua in enumerate(kolom, start=5):
        for r, kata in enumerate(semua, start=AWAL):
            p.put_teks(r, c, str(kata), "sel")
    return p.finish(beku=(AWAL, 0))


def _style(kolom: Kolom) -> str:
    """Short texts keep what is typed; long ones cannot, because a text cell shows no more than 255 characters."""
    if kolom.jenis == "rupiah":
        return "isian_rupiah"
    if kolom.jenis == "angka":
        return "isian_desimal"
    if kolom.jenis == "bulat":
        return "isian_umum" if kolom.kunci == "tahun" else "isian_angka"
    return "isian_teks" if kolom.lebar >= 36 else "isian_kode"


def _rule(tabel: Tabel, kolom: Kolom, pilihan: Pilihan) -> Aturan:
    if sumber := pilihan.get((tabel.kunci, kolom.kunci)):
        tegas = kolom.kunci != "sebutan"  # other words are as good
        return Aturan("pilihan", kolom.judul, kolom.petunjuk, pilihan_dari=sumber, tegas=tegas)
    if kolom.kunci == "tahun":
        return Aturan("bulat", kolom.judul, kolom.petunjuk, TAHUN[0], TAHUN[-1])
    if kolom.jenis == "bulat":
        return Aturan("bulat", kolom.judul, kolom.petunjuk, 0, 999_999_999)
    if kolom.jenis == "angka":
        return Aturan("desimal", kolom.judul, kolom.petunjuk, 0, BOBOT_PENUH)
    if kolom.jenis == "rupiah":
        return Aturan("rupiah", kolom.judul, kolom.petunjuk, 0, 999_999_999_999_999)
    if kolom.kunci == "nip":
        return Aturan("teks", kolom.judul, kolom.petunjuk, 18, 21, tegas=False)
    return Aturan("teks", kolom.judul, kolom.petunjuk, 0, kolom.maks or MAKS_TEKS)
