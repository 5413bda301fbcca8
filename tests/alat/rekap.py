"""Random but plausible recaps of any number of kecamatan, for all that shows or writes one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from random import Random

from kinerja.bilangan import round_half_up
from kinerja.perjanjian.hasil import (
    Angka,
    BarisPeriksa,
    HasilBuku,
    HasilIndikator,
    HasilProgram,
    HasilSakip,
    HasilSkm,
    HasilTriwulan,
)
from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali, compute_rerata
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.rumus.capaian import find_kategori
from kinerja.rumus.sakip import find_predikat
from kinerja.rumus.skm import find_mutu
from kinerja.wilayah import list_kecamatan

HARI = date(2025, 1, 10)
PADA = date(2024, 12, 31)
NAKAL = (
    "<script>alert(1)</script>",
    "</script><script>document.title='kena'</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://contoh.invalid","klik")',
    "Tanjung <b>Tebal</b> & \u2028Rekan'\"",
    "<!--<script>",
)
"""Names that a careless page or sheet would run."""
INDIKATOR: tuple[tuple[str, str, str, Angka | str], ...] = (
    ("Meningkatnya kinerja pelayanan kecamatan", "Indeks Kepuasan Masyarakat", "nilai", Fraction(883, 10)),
    ("Meningkatnya akuntabilitas perangkat daerah", "Nilai SAKIP Perangkat Daerah", "nilai", Fraction(133, 2)),
    ("Meningkatnya kesejahteraan masyarakat", "Persentase Masyarakat yang Mendapatkan Manfaat", "%", 100),
    (
        "Meningkatnya ketenteraman dan ketertiban",
        "Persentase Penanganan Gangguan Ketenteraman dan Ketertiban Umum",
        "%",
        100,
    ),
)
TAMBAHAN = ("Meningkatnya tata kelola", "Predikat Zona Integritas", "predikat", "WBK")
"""An indikator that only some have; its target is a word."""
PROGRAM = (
    ("7.01.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"),
    ("7.01.02", "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK"),
    ("7.01.03", "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN"),
    ("7.01.04", "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM"),
    ("7.01.05", "PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM"),
    ("7.01.06", "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA"),
)
KENDALA = ("Hujan deras di akhir triwulan", "Anggaran baru cair bulan kedua", "Warga belum semua terdata")
TINDAK_LANJUT = ("Dijadwalkan ulang", "Berkoordinasi dengan BPKAD", "Pendataan bersama kelurahan")
TEMUAN = (
    ("KU01", Bobot.BERUBAH, "Capaian", "G7", "88,3", "80", "Target diubah.", "Minta berkas asli diisi ulang."),
    ("KU07", Bobot.BERUBAH, "Anggaran", "N7", "=IF(F7=0,…)", "97,5", "Rumus diganti angka.", "Kembalikan rumusnya."),
    ("KU12", Bobot.PERIKSA, "SKM", "B7:J7", "", "1.250.000", "Angka tersimpan sebagai teks.", "Tanyakan angkanya."),
    ("KU30", Bobot.CATATAN, "", "", "", "", "Berkas disimpan ulang dengan program lain.", "Tidak perlu apa-apa."),
)
IsiTemuan = tuple[str, Bobot, str, str, str, str, str, str]
CEK = ("OK", "OK", "OK", "BELUM", "PERIKSA", "DIJELASKAN")


def make_rekap(banyak: int, benih: int = 0, *, sampai: int = 4, nakal: bool = True) -> Rekap:
    """A recap of that many kecamatan, from Medan on; the same arguments give the same recap.

    Of ten kecamatan about two have not returned, one has to be looked at, two are filled in partly. What came can be
    there without figures (`hasil` is None). With `nakal`, every ninth has a name of NAKAL.
    """
    semua = list_kecamatan()
    awal = next(i for i, k in enumerate(semua) if k.kode.startswith("12.71"))
    acak = Random(benih)
    baris = []
    for i in range(banyak):
        k = semua[(awal + i) % len(semua)]
        nama = NAKAL[i // 9 % len(NAKAL)] if nakal and i % 9 == 4 else k.nama
        baris.append(_make_baris(acak, BarisRekap(k.kode, nama, k.kabkota, StatusKembali.BELUM), sampai))
    return Rekap(2024, "murni", HARI, sampai, tuple(sorted(baris, key=lambda b: b.kode)))


def make_hasil(acak: Random, terisi: int) -> HasilBuku:
    """What one workbook comes to that is filled in up to that quarter, 0 to 4."""
    baku = [_make_indikator(acak, i + 1, satu, terisi) for i, satu in enumerate(INDIKATOR)]
    lain = [_make_kata(acak, len(baku) + 1, terisi)] if acak.random() < 0.2 else []
    indikator = (*baku, *lain)
    nik, nilai = (indikator[0].realisasi, indikator[1].realisasi)
    mutu = find_mutu(nik, pada=PADA) if isinstance(nik, Fraction) else None
    predikat = find_predikat(nilai, pada=PADA).kode if isinstance(nilai, Fraction) else ""
    return HasilBuku(
        indikator=indikator,
        program=tuple(_make_program(acak, *p, terisi) for p in PROGRAM[: acak.choice((6, 6, 6, 5))]),
        skm=(
            HasilSkm("SKM", _to_angka(nik), mutu.kode if mutu else "", mutu.sebutan if mutu else "", 97 if mutu else 0),
        ),
        sakip=(HasilSakip("SAKIP", _to_angka(nilai), predikat),),
        rerata=compute_rerata(i.capaian for i in indikator),
        cek=tuple(_make_cek(acak, n) for n in range(8)),
        nama={"hasil_skm_nik": ((_to_angka(nik),),)},
    )


def _make_baris(acak: Random, b: BarisRekap, sampai: int) -> BarisRekap:
    undi = acak.random()
    if undi < 0.2 or not sampai:
        return b
    berkas = f"{b.kode}-perjanjian-kinerja-2024{acak.choice(('', ' (1)', '-WA0012'))}.xlsx"
    datang = replace(b, berkas=berkas, waktu=f"2025-01-{acak.randint(2, 9):02}T08:{acak.randint(0, 59):02}:00")
    if undi < 0.22:
        return replace(datang, status=StatusKembali.DIPERIKSA, temuan=_list_temuan(acak, TEMUAN[2:3]))
    if undi < 0.3:
        temuan = _list_temuan(acak, acak.sample(TEMUAN, acak.randint(2, 4)))
        berat = any(t.tingkat is not Bobot.CATATAN for t in temuan)
        status = StatusKembali.DIPERIKSA if berat else StatusKembali.LENGKAP
        return replace(datang, status=status, temuan=temuan, hasil=make_hasil(acak, sampai))
    catatan = _list_temuan(acak, TEMUAN[3:]) if acak.random() < 0.3 else ()
    terisi = acak.randint(0, sampai - 1) if undi < 0.5 else sampai
    status = StatusKembali.SEBAGIAN if terisi < sampai else StatusKembali.LENGKAP
    return replace(datang, status=status, temuan=catatan, hasil=make_hasil(acak, terisi))


def _list_temuan(
    acak: Random, semua: Iterable[tuple[str, Bobot, str, str, str, str, str, str]]
) -> tuple[TemuanKumpul, ...]:
    temuan = (TemuanKumpul(*satu) for satu in semua)
    return tuple(replace(t, datang=acak.choice((t.datang, NAKAL[2]))) if t.datang else t for t in temuan)


def _make_indikator(acak: Random, nomor: int, isi: tuple[str, str, str, Angka | str], terisi: int) -> HasilIndikator:
    sasaran, nama, satuan, target = isi
    assert not isinstance(target, str)
    triwulan = tuple(_make_triwulan(acak, target, i < terisi) for i in range(4))
    ada = [t.realisasi for t in triwulan if isinstance(t.realisasi, Fraction)]
    if not ada or acak.random() < 0.05:
        ket = "Belum diukur" if acak.random() < 0.5 else ""
        return HasilIndikator(
            nomor, sasaran, nama, satuan, "makin tinggi makin baik", target, None, "", None, "", ket, triwulan
        )
    realisasi = sum(ada, Fraction(0)) / len(ada)
    capaian, kategori = _judge(realisasi, target)
    predikat = {1: lambda: find_mutu(realisasi, pada=PADA).kode, 2: lambda: find_predikat(realisasi, pada=PADA).kode}
    return HasilIndikator(
        nomor, sasaran, nama, satuan, "makin tinggi makin baik", target, realisasi,
        predikat.get(nomor, lambda: "–")(), capaian, kategori, "", triwulan,
    )  # fmt: skip


def _make_triwulan(acak: Random, target: Angka, terisi: bool) -> HasilTriwulan:
    sendiri = target if acak.random() < 0.9 else None
    if not terisi or acak.random() < 0.03:
        return HasilTriwulan(target=sendiri)
    pembagi = acak.choice((1, 2, 3, 4))
    realisasi = min(Fraction(acak.randint(40, 108) * target) / 100, Fraction(100)) - Fraction(
        acak.randint(0, 3), pembagi
    )
    capaian, kategori = _judge(realisasi, sendiri) if sendiri is not None else (None, "")
    if acak.random() < 0.8:
        return HasilTriwulan(sendiri, realisasi, capaian, kategori)
    kendala = acak.choice((*KENDALA, NAKAL[0]))
    return HasilTriwulan(
        sendiri, realisasi, capaian, kategori, kendala, acak.choice(TINDAK_LANJUT), "foto dan daftar hadir"
    )


def _make_kata(acak: Random, nomor: int, terisi: int) -> HasilIndikator:
    sasaran, nama, satuan, target = TAMBAHAN
    ada = terisi == 4 and acak.random() < 0.7
    akhir = HasilTriwulan(target, "WBK", 100, "Sangat Tinggi") if ada else HasilTriwulan(target)
    triwulan = (HasilTriwulan(),) * 3 + (akhir,)
    return HasilIndikator(
        nomor, sasaran, nama, satuan, "makin tinggi makin baik", target, akhir.realisasi,
        "WBK" if ada else "–", akhir.capaian, akhir.kategori, "", triwulan,
    )  # fmt: skip


def _make_program(acak: Random, kode: str, nama: str, terisi: int) -> HasilProgram:
    perjanjian = acak.randint(20_000, 15_000_000) * 1_000
    dpa = acak.choice((perjanjian, perjanjian, perjanjian + 1_500_000, None))
    pagu = perjanjian if dpa is None else dpa
    realisasi = tuple(pagu * acak.randint(10, 25) // 100 if i < terisi else None for i in range(4))
    ada = [r for r in realisasi if r is not None]
    jumlah = sum(ada) if ada else None
    serapan = None if jumlah is None else Fraction(round_half_up(Fraction(jumlah * 100, pagu), 2))
    return HasilProgram(kode, nama, perjanjian, dpa, pagu, realisasi, jumlah, serapan)


def _make_cek(acak: Random, n: int) -> BarisPeriksa:
    hasil = acak.choice(CEK)
    penjelasan = "Memang begitu adanya" if hasil == "DIJELASKAN" else ""
    return BarisPeriksa(f"Pemeriksaan ke-{n + 1}", hasil, "Anggaran", "D7", "Betulkan angkanya.", penjelasan)


@lru_cache(maxsize=10_000)
def _judge(realisasi: Fraction, target: Angka) -> tuple[Fraction, str]:
    """Capaian in per cent and its word."""
    capaian = Fraction(round_half_up(realisasi / target * 100, 2))
    return capaian, find_kategori(capaian, pada=PADA).sebutan


def _to_angka(x: Angka | str | None) -> Angka | None:
    return None if isinstance(x, str) else x
