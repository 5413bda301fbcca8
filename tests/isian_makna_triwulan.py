"""The same for the checks of figures by quarter, of their targets, and of the steps of the action plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.perjanjian.model import Aksi, Indikator
from kinerja.rumus.target import Target
from kinerja.workbook.layout import Nilai
from tests.contoh import MANFAAT, TRANTIBUM, Isian, angka
from tests.isian_makna import (
    BELUM,
    DIPILIH,
    DOKUMEN,
    KASUS_LALU,
    KASUS_REALISASI,
    KASUS_SERAPAN,
    KASUS_TARGET,
    KASUS_TURUN,
    OK,
    OPINI,
    PERIKSA,
    PERSEN,
    PERSEN_ANGKA,
    POSISI,
    RASIO,
    RENTANG,
    RERATA,
    TANGGAL,
    Kasus,
    satu,
    tanpa_target,
    tw,
)

# --- Indikator ----------------------------------------------------------------------------------------------------

CEK_PERSEN, CEK_LEBIH = "Indikator 1: pembilang dan penyebut", "Indikator 1: pembilang tidak"
CEK_NILAI, CEK_PREDIKAT = "Indikator 1: realisasi berupa angka", "Indikator 1: realisasi sesuai daftar"
CEK_URUT, CEK_TURUN = "Indikator 1: triwulan terisi", "Indikator 1: angka tidak turun"
CEK_WAJAR = "Indikator 1: angka triwulan"
DIJUMLAHKAN, TERAKHIR = satu("metode", "dijumlahkan"), satu("metode", "triwulan terakhir")


def persen(cek: str, kata: str, atas: tuple[Nilai, ...], bawah: tuple[Nilai, ...], i: Indikator = PERSEN) -> Kasus:
    return Kasus(cek, kata, i, satu("pembilang", *atas) | satu("penyebut", *bawah))


def nilai(cek: str, kata: str, i: Indikator, *angka_: Nilai, cara: Isian | None = None) -> Kasus:
    return Kasus(cek, kata, i, tw(*angka_) | (cara or {}))


KASUS_PERSEN = {
    "belum ada": persen(CEK_PERSEN, BELUM, (), ()),
    "berpasangan": persen(CEK_PERSEN, OK, (5,), (9,)),
    "tidak berpasangan": persen(CEK_PERSEN, PERIKSA, (5,), (None, 9)),
    "pembilang saja": persen(CEK_PERSEN, PERIKSA, (5,), ()),
    "keduanya nol": persen(CEK_PERSEN, OK, (0,), (0,)),
    "pembilang berupa teks": persen(CEK_PERSEN, PERIKSA, ("5 surat",), (9,)),
    "penyebut hanya spasi": persen(CEK_PERSEN, PERIKSA, (5,), (" ",)),
    "pembilang negatif": persen(CEK_PERSEN, PERIKSA, (-5,), (9,)),
    "cara belum dipilih": persen(CEK_PERSEN, BELUM, (5,), (9,), replace(PERSEN, metode=None)),
    "pembilang lebih": persen(CEK_LEBIH, PERIKSA, (1, 10), (9, 9)),
    "pembilang sama": persen(CEK_LEBIH, OK, (1, 9), (9, 9)),
    "pembilang tanpa penyebut": persen(CEK_LEBIH, OK, (1,), ()),
    "pembilang belum ada": persen(CEK_LEBIH, BELUM, (), ()),
    "pembilang berupa tanggal": persen(CEK_LEBIH, PERIKSA, (TANGGAL,), (9,)),
    "triwulan I kosong": persen(CEK_URUT, PERIKSA, (None, 5), (None, 9)),
    "triwulan I nol": persen(CEK_URUT, OK, (0, 5), (0, 9)),
}
KASUS_NILAI = {
    "belum ada": nilai(CEK_NILAI, BELUM, DOKUMEN),
    "nol": nilai(CEK_NILAI, OK, DOKUMEN, 0),
    "teks": nilai(CEK_NILAI, PERIKSA, DOKUMEN, 1, "2 dokumen"),
    "teks berupa angka": nilai(CEK_NILAI, PERIKSA, DOKUMEN, "3"),
    "hanya spasi": nilai(CEK_NILAI, PERIKSA, DOKUMEN, " "),
    "cara belum dipilih": nilai(CEK_NILAI, BELUM, DIPILIH, 1),
    "cara dipilih": nilai(CEK_NILAI, OK, DIPILIH, 1, cara=DIJUMLAHKAN),
    "cara di luar daftar": nilai(CEK_NILAI, PERIKSA, DIPILIH, 1, cara=satu("metode", "dirata-rata")),
    "perbandingan 1 : 30": nilai(CEK_NILAI, OK, RASIO, 30),
    "perbandingan 1 : 0": nilai(CEK_NILAI, PERIKSA, RASIO, 0),
    "perbandingan negatif": nilai(CEK_NILAI, PERIKSA, RASIO, 30, -30),
    "opini belum ada": Kasus(CEK_PREDIKAT, BELUM, OPINI, {}),
    "opini dari daftar": Kasus(CEK_PREDIKAT, OK, OPINI, satu("predikat", None, "wtp")),
    "opini berspasi": Kasus(CEK_PREDIKAT, PERIKSA, OPINI, satu("predikat", "WTP ")),
    "opini berupa angka": Kasus(CEK_PREDIKAT, PERIKSA, OPINI, satu("predikat", "WTP", 1)),
    "triwulan I kosong, dijumlahkan": nilai(CEK_URUT, PERIKSA, DOKUMEN, None, 5),
    "triwulan I nol, dijumlahkan": nilai(CEK_URUT, OK, DOKUMEN, 0, 5),
    "triwulan III kosong, dirata-rata": nilai(CEK_URUT, PERIKSA, RERATA, 1, 1, None, 1),
    "triwulan IV kosong, dirata-rata": nilai(CEK_URUT, OK, RERATA, 1, 1, 1),
    "triwulan I kosong, yang terakhir dihitung": nilai(CEK_URUT, OK, DIPILIH, None, 5, cara=TERAKHIR),
    "triwulan I kosong, dipilih dijumlahkan": nilai(CEK_URUT, PERIKSA, DIPILIH, None, 5, cara=DIJUMLAHKAN),
    "triwulan belum ada": nilai(CEK_URUT, BELUM, RERATA),
    "turun": nilai(CEK_TURUN, PERIKSA, POSISI, 5, 6, 5.9),
    "tetap": nilai(CEK_TURUN, OK, POSISI, 5, 5, 5, 5),
    "turun sesudah yang kosong": nilai(CEK_TURUN, PERIKSA, POSISI, 5, None, 4),
    "naik sesudah yang kosong": nilai(CEK_TURUN, OK, POSISI, None, 4, None, 5),
    "turun, dipilih yang terakhir": nilai(CEK_TURUN, PERIKSA, DIPILIH, 5, 4, cara=TERAKHIR),
    "turun, dipilih dijumlahkan": nilai(CEK_TURUN, OK, DIPILIH, 5, 4, cara=DIJUMLAHKAN),
    "posisi belum ada": nilai(CEK_TURUN, BELUM, POSISI),
    "negatif": nilai(CEK_WAJAR, PERIKSA, DOKUMEN, 3, -1),
    "yang dijumlahkan boleh jauh": nilai(CEK_WAJAR, OK, DOKUMEN, 1, 100),
    "posisi sepuluh kali": nilai(CEK_WAJAR, OK, POSISI, 1.5, 15),
    "posisi lebih dari sepuluh kali": nilai(CEK_WAJAR, PERIKSA, POSISI, 1.5, 15.01),
    "rerata lebih dari sepuluh kali": nilai(CEK_WAJAR, PERIKSA, RERATA, 12, 1300),
    "dipilih, lebih dari sepuluh kali": nilai(CEK_WAJAR, PERIKSA, DIPILIH, 1, 11, cara=TERAKHIR),
    "dipilih dijumlahkan, lebih dari sepuluh kali": nilai(CEK_WAJAR, OK, DIPILIH, 1, 11, cara=DIJUMLAHKAN),
    "dari nol": nilai(CEK_WAJAR, OK, POSISI, 0, 15),
    "angka belum ada": nilai(CEK_WAJAR, BELUM, POSISI),
}

# --- Rencana Aksi -------------------------------------------------------------------------------------------------

CEK_RENCANA, CEK_AKSI = "Rencana Aksi, indikator 1: target", "Rencana Aksi: setiap langkah"


def rencana(kata: str, i: Indikator, *nilai_: Nilai, lain: Isian | None = None) -> Kasus:
    return Kasus(CEK_RENCANA, kata, i, satu("target_triwulan", *nilai_) | (lain or {}))


def aksi(kata: str, *isi: Isian, tahu: tuple[Aksi, ...] = ()) -> Kasus:
    gabung: Isian = {}
    for x in isi:
        gabung |= x
    return Kasus(CEK_AKSI, kata, replace(DOKUMEN, aksi=tahu), gabung)


def langkah(**kolom: Nilai) -> Isian:
    """One row of the action plan."""
    return {f"isian_indikator_1_{apa}": ((n,),) for apa, n in kolom.items()}


KASUS_RENCANA = {
    "kosong": rencana(OK, DOKUMEN),
    "dijumlahkan, sama": rencana(OK, DOKUMEN, 2, 3, 3, 4),
    "dijumlahkan, kurang": rencana(PERIKSA, DOKUMEN, 2, 3, 3, 3),
    "dijumlahkan, baru tiga": rencana(OK, DOKUMEN, 2, 3, 3),
    "dijumlahkan, tiga saja sudah lebih": rencana(PERIKSA, DOKUMEN, 5, 5, 5),
    "dijumlahkan, kosong berarti tidak ada": rencana(OK, DOKUMEN, None, None, None, 12),
    "dijumlahkan, keempatnya sebesar setahun": rencana(PERIKSA, DOKUMEN, 12, 12, 12, 12),
    "dijumlahkan, pecahan desimal": rencana(OK, replace(DOKUMEN, target=angka("0.3")), 0.1, 0.1, 0.1),
    "terakhir, sama": rencana(OK, POSISI, 3, 6, 9, 12),
    "terakhir, lain": rencana(PERIKSA, POSISI, 3, 6, 9, 11),
    "terakhir, triwulan III": rencana(OK, POSISI, 3, None, 12),
    "rata-rata, sama": rencana(OK, RERATA, 11, 13, 11, 13),
    "rata-rata, lain": rencana(PERIKSA, RERATA, 11, 13, 11, 12),
    "rata-rata, satu 0,9": rencana(PERIKSA, RERATA, 12, 0.9, 12, 12),
    "cara belum dipilih": rencana(OK, DIPILIH, 1, 1, 1, 1),
    "cara dipilih, lain": rencana(PERIKSA, DIPILIH, 1, 1, 1, 1, lain=DIJUMLAHKAN),
    "cara dipilih, sama": rencana(OK, DIPILIH, 1, 1, 1, 12, lain=TERAKHIR),
    "target belum diisi": rencana(OK, tanpa_target(DOKUMEN), 1, 1, 1, 1),
    "target diketik, lain": rencana(PERIKSA, tanpa_target(DOKUMEN), 1, 1, 1, 1, lain=satu("target", 12)),
    "berupa teks": rencana(PERIKSA, DOKUMEN, 2, 3, 3, "4"),
    "hanya spasi": rencana(PERIKSA, DOKUMEN, " "),
    "berupa tanggal": rencana(PERIKSA, POSISI, 3, 6, 9, TANGGAL),
    "persen dijumlahkan, sama setiap triwulan": rencana(OK, PERSEN, 90, 90, 90, 90),
    "persen dijumlahkan, di sekitarnya": rencana(OK, PERSEN, 85, 88, 92, 95),
    "persen dijumlahkan, semuanya di bawah": rencana(PERIKSA, PERSEN, 80, 85, 88, 89),
    "persen dijumlahkan, satu 0,9": rencana(PERIKSA, PERSEN, 90, 0.9, 90, 90),
    "persen terakhir, satu 0,9": rencana(PERIKSA, PERSEN_ANGKA, 0.9, 89, 90, 90),
    "persen terakhir, dari satu setengah": rencana(OK, PERSEN_ANGKA, 1.5, 40, 70, 90),
    "kecil memang": rencana(OK, replace(PERSEN_ANGKA, target=angka("0.9")), 0.6, 0.7, 0.8, 0.9),
    "manfaat, bagian setiap triwulan": rencana(OK, MANFAAT, 1, 34, 40, 25),
    "manfaat, kumulatif": rencana(PERIKSA, MANFAAT, 25, 50, 75, 100),
    "trantibum, sama setiap triwulan": rencana(OK, TRANTIBUM, 100, 100, 100, 100),
    "trantibum, dibagi empat": rencana(PERIKSA, TRANTIBUM, 25, 25, 25, 25),
    "rentang, di dalamnya": rencana(OK, RENTANG, 70, 75, 80, 85),
    "rentang, di bawahnya": rencana(PERIKSA, RENTANG, 70, 75, 78, 79),
    "rentang, di atasnya": rencana(PERIKSA, RENTANG, 70, 75, 80, 91),
    "satu sisi, tercapai": rencana(OK, replace(POSISI, target=Target(Decimal(90))), 80, 90, 90, 95),
    "satu sisi, tidak tercapai": rencana(PERIKSA, replace(POSISI, target=Target(Decimal(90))), 80, 85, 88, 89),
    "satu sisi, dirata-rata": rencana(OK, replace(RERATA, target=Target(None, Decimal(3))), 3, 3, 3, 2),
    "satu sisi, rata-ratanya lebih": rencana(PERIKSA, replace(RERATA, target=Target(None, Decimal(3))), 3, 3, 3, 4),
    "perbandingan": rencana(OK, RASIO, 34, 33, 33, 32),
    "perbandingan, lain": rencana(PERIKSA, RASIO, 34, 33, 33, 33),
    "target 0": rencana(OK, replace(KASUS_TURUN, target=angka(0)), 0, 0, 0, 0),
    "target 0, satu tidak": rencana(PERIKSA, replace(KASUS_TURUN, target=angka(0)), 0, 1, 0, 0),
    "opini, terakhir sama": rencana(OK, OPINI, None, None, None, "wdp"),
    "opini, terakhir lain": rencana(PERIKSA, OPINI, None, None, None, "TMP"),
    "opini di luar daftar": rencana(PERIKSA, OPINI, "B", None, None, "WDP"),
}
KASUS_AKSI = {
    "tidak ada langkah": aksi(OK),
    "lengkap": aksi(OK, langkah(aksi="Menata loket", aksi_pelaksana="Kasi")),
    "lengkap dengan anggaran": aksi(OK, langkah(aksi="Menata", aksi_pelaksana="Kasi", aksi_anggaran=0)),
    "tanpa penanggung jawab": aksi(BELUM, langkah(aksi="Menata loket")),
    "penanggung jawab hanya spasi": aksi(BELUM, langkah(aksi="Menata loket", aksi_pelaksana="  ")),
    "tanpa langkah": aksi(PERIKSA, langkah(aksi_pelaksana="Kasi")),
    "langkah hanya spasi": aksi(PERIKSA, langkah(aksi=" ", aksi_pelaksana="Kasi")),
    "anggaran tanpa langkah": aksi(PERIKSA, langkah(aksi_anggaran=5)),
    "program tanpa langkah": aksi(PERIKSA, langkah(aksi_program="7.01.02")),
    "anggaran berupa teks": aksi(PERIKSA, langkah(aksi="Menata", aksi_pelaksana="Kasi", aksi_anggaran="Rp 5")),
    "anggaran negatif": aksi(PERIKSA, langkah(aksi="Menata", aksi_pelaksana="Kasi", aksi_anggaran=-5)),
    "dari penerbit, lengkap": aksi(OK, tahu=(Aksi("Menata", pelaksana="Kasi"),)),
    "dari penerbit, tanpa penanggung jawab": aksi(BELUM, tahu=(Aksi("Menata"),)),
    "dari penerbit, dilengkapi": aksi(OK, langkah(aksi_pelaksana="Kasi"), tahu=(Aksi("Menata"),)),
}

SEMUA = {
    "target": KASUS_TARGET,
    "realisasi": KASUS_REALISASI,
    "tahun lalu": KASUS_LALU,
    "serapan": KASUS_SERAPAN,
    "persen": KASUS_PERSEN,
    "nilai": KASUS_NILAI,
    "rencana": KASUS_RENCANA,
    "aksi": KASUS_AKSI,
}
KASUS = {f"{apa}: {nama}": kasus for apa, semua in SEMUA.items() for nama, kasus in semua.items()}
