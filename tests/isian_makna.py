"""For each check of Indikator, Capaian and Rencana Aksi: a filling where it must speak, and near misses."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from kinerja.perjanjian import jenis
from kinerja.perjanjian.cara import CARA, Cara
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from kinerja.workbook.layout import Nilai
from tests.contoh import Isian, angka

OK, PERIKSA, BELUM, DIJELASKAN = "OK", "PERIKSA", "BELUM", "DIJELASKAN"
TANGGAL = 45292
"""1 January 2024 as a spreadsheet stores it."""


class Kasus(NamedTuple):
    """How the check begins, the word that is right, the one indikator, what is typed, how capaian is measured."""

    cek: str
    kata: str
    indikator: Indikator
    isi: Isian
    cara: Cara = CARA


def satu(apa: str, *nilai: Nilai) -> Isian:
    """A row of the first indikator."""
    return {f"isian_indikator_1_{apa}": (nilai,)}


def tw(*nilai: Nilai) -> Isian:
    """Figures of the quarters."""
    return satu("nilai", *nilai)


def belanja(*nilai: Nilai) -> Isian:
    return {"isian_anggaran_realisasi": (nilai,)}


SKM = Indikator("IKM", jenis.SKM, "indeks")
SAKIP = Indikator("Nilai SAKIP", jenis.SAKIP, "nilai")
PERSEN = Indikator("Persentase surat", jenis.PERSEN, "%", angka(90), metode=Metode.JUMLAH)
DOKUMEN = Indikator("Dokumen", jenis.NILAI, "dokumen", angka(12), metode=Metode.JUMLAH)
POSISI = replace(DOKUMEN, nama="Posisi", metode=Metode.AKHIR)
RERATA = replace(DOKUMEN, nama="Rerata", metode=Metode.RATA_RATA)
DIPILIH = replace(DOKUMEN, nama="Caranya dipilih", metode=None)
KASUS_TURUN = replace(DOKUMEN, nama="Konflik", satuan="kasus", target=angka(5), arah="turun_selisih")
LAMA = replace(RERATA, nama="Lama layanan", satuan="hari", target=angka(5), arah="turun_rasio")
STUNTING = replace(POSISI, nama="Stunting", satuan="%", target=angka(14), arah="turun_selisih")
RASIO = Indikator("Rasio", jenis.NILAI, "rasio", Target(Decimal(32), Decimal(32), True))
RENTANG = replace(POSISI, target=Target(Decimal(80), Decimal(90)))
OPINI = Indikator("Opini", jenis.PREDIKAT, "predikat", Target(predikat="WDP"), urutan=("WTP", "WDP", "TMP"))


def tanpa_target(i: Indikator) -> Indikator:
    return replace(i, target=None)


# --- Capaian: the target ------------------------------------------------------------------------------------------

CEK_TARGET = "Capaian, indikator 1: target terisi"


def target(i: Indikator, kata: str, nilai: Nilai) -> Kasus:
    return Kasus(CEK_TARGET, kata, tanpa_target(i), satu("target", nilai))


KASUS_TARGET = {
    "IKM 88,3": target(SKM, OK, 88.3),
    "IKM 0,883": target(SKM, PERIKSA, 0.883),
    "IKM 8830": target(SKM, PERIKSA, 8830),
    "IKM terendah": target(SKM, OK, 25),
    "IKM di bawah terendah": target(SKM, PERIKSA, 24.99),
    "IKM 100": target(SKM, OK, 100),
    "IKM lebih dari 100": target(SKM, PERIKSA, 100.01),
    "IKM berupa teks": target(SKM, PERIKSA, "88,30"),
    "IKM berupa tanggal": target(SKM, PERIKSA, TANGGAL),
    "IKM hanya spasi": target(SKM, PERIKSA, " "),
    "IKM belum diisi": target(SKM, BELUM, None),
    "SAKIP 66,5": target(SAKIP, OK, 66.5),
    "SAKIP 6,65": target(SAKIP, PERIKSA, 6.65),
    "SAKIP 10,01": target(SAKIP, OK, 10.01),
    "SAKIP 665": target(SAKIP, PERIKSA, 665),
    "persen 90": target(PERSEN, OK, 90),
    "persen 0,9": target(PERSEN, PERIKSA, 0.9),
    "persen 1": target(PERSEN, PERIKSA, 1),
    "persen 1,5": target(PERSEN, OK, 1.5),
    "persen 100": target(PERSEN, OK, 100),
    "persen 110": target(PERSEN, PERIKSA, 110),
    "persen berupa tanggal": target(PERSEN, PERIKSA, TANGGAL),
    "persen nol": target(PERSEN, PERIKSA, 0),
    "persen yang makin rendah, nol": target(replace(PERSEN, arah="turun_selisih"), OK, 0),
    "persen yang makin rendah, 0,5": target(replace(PERSEN, arah="turun_selisih"), PERIKSA, 0.5),
    "dokumen nol": target(DOKUMEN, PERIKSA, 0),
    "dokumen negatif": target(DOKUMEN, PERIKSA, -1),
    "dokumen setengah": target(DOKUMEN, OK, 0.5),
    "kasus nol": target(KASUS_TURUN, OK, 0),
    "kasus negatif": target(KASUS_TURUN, PERIKSA, -1),
    "opini dari daftar": target(OPINI, OK, "wtp"),
    "opini di luar daftar": target(OPINI, PERIKSA, "WTB"),
    "opini belum diisi": target(OPINI, BELUM, None),
}

# --- Capaian: the realisation against it --------------------------------------------------------------------------

CEK_REALISASI = "Capaian, indikator 1: realisasi masuk"


def realisasi(i: Indikator, kata: str, *isi: Isian, cara: Cara = CARA) -> Kasus:
    gabung: Isian = {}
    for x in isi:
        gabung |= x
    return Kasus(CEK_REALISASI, kata, i, gabung, cara)


PERSEN_ANGKA = replace(POSISI, satuan="%", target=angka(90))
KASUS_REALISASI = {
    "belum ada": realisasi(DOKUMEN, BELUM),
    "200 %": realisasi(DOKUMEN, OK, tw(9, 8, 4, 3)),
    "lebih dari 200 %": realisasi(DOKUMEN, PERIKSA, tw(9, 8, 4, 4)),
    "lebih dari 200 %, tetapi capaiannya dibatasi": realisasi(
        DOKUMEN, PERIKSA, tw(9, 8, 4, 4), cara=replace(CARA, batas=Decimal(120))
    ),
    "180 %, dan capaiannya dibatasi": realisasi(DOKUMEN, OK, tw(9, 8, 3, 2), cara=replace(CARA, batas=Decimal(120))),
    "capaian 0": realisasi(KASUS_TURUN, OK, tw(4, 2, 2, 2)),
    "capaian di bawah 0": realisasi(KASUS_TURUN, PERIKSA, tw(4, 2, 2, 3)),
    "capaian di bawah 0, tetapi diberi lantai": realisasi(
        KASUS_TURUN, PERIKSA, tw(4, 2, 2, 3), cara=replace(CARA, lantai=Decimal(0))
    ),
    "tanpa target": realisasi(tanpa_target(DOKUMEN), PERIKSA, tw(1)),
    "dengan target yang diketik": realisasi(tanpa_target(DOKUMEN), OK, tw(1), satu("target", 12)),
    "pecahan, bukan persen": realisasi(PERSEN_ANGKA, PERIKSA, tw(0.8, 0.9, 0.9, 0.9)),
    "sekian persen dari target yang kecil": realisasi(replace(PERSEN_ANGKA, target=angka("0.9")), OK, tw(0.9, 0.9)),
    "persen dihitung, memang kecil": realisasi(
        replace(PERSEN, target=angka(5), arah="turun_selisih"),
        OK,
        satu("pembilang", 1, 1, 1, 1),
        satu("penyebut", 400, 400, 400, 400),
    ),
    "sepersepuluh target setahun": realisasi(POSISI, PERIKSA, tw(1, 1, 1, 1.2)),
    "lebih dari sepersepuluh target setahun": realisasi(POSISI, OK, tw(1, 1, 1, 1.21)),
    "sepersepuluh target, belum setahun": realisasi(DOKUMEN, OK, tw(1)),
    "nol setahun": realisasi(DOKUMEN, OK, tw(0, 0, 0, 0)),
    "sepersepuluh batas rentang": realisasi(RENTANG, PERIKSA, tw(5, 6, 7, 8)),
    "lebih dari sepersepuluh batas rentang": realisasi(RENTANG, OK, tw(5, 6, 7, 8.1)),
    "perbandingan sepuluh kali": realisasi(RASIO, PERIKSA, tw(30, 30, 30, 320)),
    "perbandingan kurang dari sepuluh kali": realisasi(RASIO, OK, tw(30, 30, 30, 310)),
    "lama sepuluh kali target": realisasi(LAMA, PERIKSA, tw(50, 50, 50, 50)),
    "lama kurang dari sepuluh kali target": realisasi(LAMA, OK, tw(49, 49, 49, 49)),
    "makin rendah, sepersepuluh target": realisasi(STUNTING, PERIKSA, tw(14, 14, 14, 1.4)),
    "makin rendah, lebih dari sepersepuluh target": realisasi(STUNTING, OK, tw(14, 14, 14, 1.41)),
    "sepersepuluh tanggal": realisasi(replace(DOKUMEN, target=angka(TANGGAL)), PERIKSA, tw(3, 3, 3, 3)),
    "berupa tanggal": realisasi(DOKUMEN, PERIKSA, tw(TANGGAL)),
    "tampak kumulatif": realisasi(DOKUMEN, PERIKSA, tw(2, 4, 7, 9)),
    "sebanyak itu, tetapi tidak naik terus": realisasi(DOKUMEN, OK, tw(9, 7, 4, 2)),
    "naik terus sampai 150 %": realisasi(DOKUMEN, OK, tw(2, 4, 5, 7)),
    "naik terus, yang terakhir yang dihitung": realisasi(POSISI, OK, tw(10, 14, 17, 20)),
    "tampak kumulatif menurut cara yang dipilih": realisasi(
        DIPILIH, PERIKSA, tw(2, 4, 7, 9), satu("metode", "dijumlahkan")
    ),
    "triwulan IV kosong, belanjanya ada": realisasi(POSISI, PERIKSA, tw(12, 12), belanja(1, 1, 1, 1)),
    "triwulan IV kosong, belanjanya belum ada": realisasi(POSISI, OK, tw(12, 12), belanja(1, 1)),
    "triwulan IV terisi, belanjanya ada": realisasi(POSISI, OK, tw(None, 12, None, 12), belanja(1, 1, 1, 1)),
    "opini di bawah target": realisasi(OPINI, OK, satu("predikat", None, None, None, "TMP")),
    "target 0 terlampaui": realisasi(replace(KASUS_TURUN, target=angka(0)), OK, tw(0, 1, 0, 0)),
}

# --- Capaian: last year and the Renstra ---------------------------------------------------------------------------

CEK_LALU = "Capaian, indikator 1: realisasi tahun lalu"


def lalu(i: Indikator, kata: str, nilai: Nilai, apa: str = "lalu", *lain: Isian) -> Kasus:
    return Kasus(CEK_LALU, kata, i, satu(apa, nilai) | (lain[0] if lain else {}))


IKM = replace(SKM, target=angka("88.3"))
KASUS_LALU = {
    "kosong": lalu(IKM, OK, None),
    "IKM 8830": lalu(IKM, PERIKSA, 8830),
    "IKM 86,4": lalu(IKM, OK, 86.4),
    "IKM 24": lalu(IKM, PERIKSA, 24),
    "Renstra IKM 0,9": lalu(IKM, PERIKSA, 0.9, "renstra"),
    "berupa teks": lalu(DOKUMEN, PERIKSA, "10 dokumen"),
    "hanya spasi": lalu(DOKUMEN, PERIKSA, " "),
    "berupa tanggal": lalu(DOKUMEN, PERIKSA, TANGGAL),
    "negatif": lalu(DOKUMEN, PERIKSA, -1),
    "nol": lalu(DOKUMEN, OK, 0),
    "sepuluh kali": lalu(DOKUMEN, OK, 120),
    "lebih dari sepuluh kali": lalu(DOKUMEN, PERIKSA, 121),
    "sepersepuluh": lalu(DOKUMEN, OK, 1.2, "renstra"),
    "kurang dari sepersepuluh": lalu(DOKUMEN, PERIKSA, 1.19, "renstra"),
    "target 0": lalu(replace(KASUS_TURUN, target=angka(0)), OK, 40),
    "target belum diisi": lalu(tanpa_target(DOKUMEN), OK, 40),
    "jauh dari target yang diketik": lalu(tanpa_target(DOKUMEN), PERIKSA, 4000, "lalu", satu("target", 12)),
    "dekat batas atas rentang": lalu(RENTANG, OK, 900),
    "di luar batas atas rentang": lalu(RENTANG, PERIKSA, 901),
    "dekat batas bawah rentang": lalu(RENTANG, OK, 8),
    "di luar batas bawah rentang": lalu(RENTANG, PERIKSA, 7.9),
    "perbandingan": lalu(RASIO, OK, 36),
    "perbandingan yang jauh": lalu(RASIO, PERIKSA, 3600),
    "opini dari daftar": lalu(OPINI, OK, "TMP"),
    "opini di luar daftar": lalu(OPINI, PERIKSA, "B", "renstra"),
}

# --- Capaian: figures and money -----------------------------------------------------------------------------------

CEK_SERAPAN = "Capaian: realisasi indikator"


def serapan(kata: str, *isi: Isian, indikator: Indikator = DOKUMEN) -> Kasus:
    return realisasi(indikator, kata, *isi)._replace(cek=CEK_SERAPAN)


SURVEI: Isian = {"isian_skm_jawaban": ((3, 4) * 4 + (3,),)}
KASUS_SERAPAN = {
    "belum ada": serapan(BELUM),
    "indikator saja": serapan(PERIKSA, tw(1)),
    "anggaran saja": serapan(PERIKSA, belanja(1)),
    "keduanya, belum setahun": serapan(BELUM, tw(1), belanja(1)),
    "keduanya setahun": serapan(OK, tw(1, 1, 1, 1), belanja(1, 1, 1, 1)),
    "belanja nol juga terisi": serapan(OK, tw(1, 1, 1, 1), belanja(0, 0, 0, 0)),
    "survei setahun sekali menyusul": serapan(BELUM, belanja(1, 1, 1), indikator=IKM),
    "survei tidak ada sampai akhir tahun": serapan(PERIKSA, belanja(1, 1, 1, 1), indikator=IKM),
    "survei ada": serapan(OK, SURVEI, belanja(1, 1, 1, 1), indikator=IKM),
}
