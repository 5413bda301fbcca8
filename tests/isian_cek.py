"""For each check of sheet Cek: a filling where it must speak, and near misses where it must not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Lembar, Matriks, Nilai
from tests.contoh import Isian
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar.cek import AWAL

RESPONDEN = 20
OK, PERIKSA, BELUM, DIJELASKAN = "OK", "PERIKSA", "BELUM", "DIJELASKAN"
NIP = "19800101 200501 1 001"


class Kasus(NamedTuple):
    """A filling of `contoh.make_medan`, how the check begins that it is about, and the word that is right."""

    cek: str
    kata: str
    isi: Isian


def column(*nilai: Nilai) -> Matriks:
    return tuple((n,) for n in nilai)


# --- Pernyataan ---------------------------------------------------------------------------------------------------

CEK_NIP, CEK_ISIAN = "Pernyataan: NIP", "Pernyataan: nama"
TULISAN: Isian = {
    "isian_alamat": (("Jl. Contoh No. 1",),),
    "isian_camat_nama": (("NAMA CAMAT",),),
    "isian_camat_pangkat": (("Pembina",),),
    "isian_atasan_nama": (("NAMA ATASAN",),),
    "isian_tempat": (("Contoh",),),
    "isian_tanggal": (("2 Januari 2024",),),
}


def nip(kata: str, nilai: Nilai) -> Kasus:
    return Kasus(CEK_NIP, kata, {"isian_camat_nip": ((nilai,),)})


def tulisan(kata: str, **lain: Nilai) -> Kasus:
    return Kasus(CEK_ISIAN, kata, TULISAN | {f"isian_{nama}": ((n,),) for nama, n in lain.items()})


PERNYATAAN = {
    "NIP bertitik": nip(PERIKSA, "19800101.200501.1.001"),
    "NIP berspasi": nip(OK, NIP),
    "NIP 17 angka": nip(PERIKSA, "19800101 200501 1 00"),
    "NIP 19 angka": nip(PERIKSA, "19800101 200501 1 0011"),
    "NIP berhuruf": nip(PERIKSA, "19800101 200501 1 00I"),
    "NIP rapat": nip(OK, "198001012005011001"),
    "NIP berupa angka": nip(PERIKSA, 198001012005011),
    "NIP hanya spasi": nip(BELUM, "   "),
    "NIP kosong": nip(BELUM, None),
    "tempat hanya spasi": tulisan(BELUM, tempat="   "),
    "semua tulisan ada": tulisan(OK),
    "semua ada, NIP salah": tulisan(OK, camat_nip="1980"),
    "alamat kosong": tulisan(BELUM, alamat=None),
    "tanggal berupa angka": tulisan(PERIKSA, tanggal=45293),
}

# --- SKM ----------------------------------------------------------------------------------------------------------

CEK_JAWABAN, CEK_POPULASI = "SKM: semua unsur", "SKM: jumlah penerima"
CEK_SAMPEL, CEK_SERAGAM = "SKM: responden sebanyak", "SKM: jawaban para"
BERAGAM = ((3, 4, 3, 4, 3, 4, 3, 4, 3), (4, 3, 4, 3, 4, 3, 4, 3, 4))


def survei(cek: str, kata: str, jawaban: Matriks, populasi: Nilai = None) -> Kasus:
    return Kasus(cek, kata, {"isian_skm_jawaban": jawaban, "isian_skm_populasi": ((populasi,),)})


SKM = {  # Krejcie and Morgan: 19 of 20, 10 of 10
    "18 responden dari 19 yang perlu": survei(CEK_SAMPEL, PERIKSA, BERAGAM * 9, 20),
    "19 responden dari 19 yang perlu": survei(CEK_SAMPEL, OK, (*BERAGAM * 9, BERAGAM[0]), 20),
    "yang menjawab satu unsur pun dihitung": survei(CEK_SAMPEL, OK, (*BERAGAM * 9, (None, None, 3)), 20),
    "baris kosong tidak dihitung": survei(CEK_SAMPEL, PERIKSA, (*BERAGAM * 9, (), ()), 20),
    "populasi tidak diketik": survei(CEK_SAMPEL, OK, BERAGAM * 2),
    "populasi diketik, survei belum": survei(CEK_SAMPEL, BELUM, (), 20),
    "populasi berupa teks": survei(CEK_POPULASI, PERIKSA, BERAGAM, "seribu"),
    "populasi hanya spasi": survei(CEK_POPULASI, PERIKSA, BERAGAM, " "),
    "populasi pecahan": survei(CEK_POPULASI, PERIKSA, BERAGAM, 20.5),
    "populasi nol": survei(CEK_POPULASI, PERIKSA, BERAGAM, 0),
    "populasi satu": survei(CEK_POPULASI, OK, BERAGAM, 1),
    "sepuluh jawaban seragam": survei(CEK_SERAGAM, PERIKSA, ((3,) * 9,) * 10),
    "seragam per unsur": survei(CEK_SERAGAM, PERIKSA, (BERAGAM[0],) * 10),
    "sembilan jawaban seragam": survei(CEK_SERAGAM, OK, ((3,) * 9,) * 9),
    "satu jawaban berbeda": survei(CEK_SERAGAM, OK, (*((3,) * 9,) * 10, (3,) * 8 + (4,))),
    "seragam tetapi ada yang salah": survei(CEK_SERAGAM, BELUM, (*((3,) * 9,) * 10, (5,) + (3,) * 8)),
    "jawaban pecahan": survei(CEK_JAWABAN, PERIKSA, ((3,) * 9, (3.5,) + (3,) * 8)),
    "jawaban teks": survei(CEK_JAWABAN, PERIKSA, ((3,) * 9, ("3",) + (3,) * 8)),
    "jawaban tanggal": survei(CEK_JAWABAN, PERIKSA, ((3,) * 9, (45293,) + (3,) * 8)),
    "jawaban kosong": survei(CEK_JAWABAN, OK, ((3,) * 9, (None,) + (3,) * 8)),
}

# --- Manfaat ------------------------------------------------------------------------------------------------------

BANSOS = "Manfaat, Bantuan Sosial: "
CEK_BARIS, CEK_URUT, CEK_LEBIH = f"{BANSOS}setiap baris", f"{BANSOS}tidak ada triwulan", f"{BANSOS}penerima"


def bansos(
    cek: str, kata: str, realisasi: Matriks, kegiatan: Matriks = (("Beras",),), target: Matriks = ((7,),)
) -> Kasus:
    nilai = {"kegiatan": kegiatan, "target": target, "realisasi": realisasi}
    return Kasus(cek, kata, {f"isian_manfaat_bansos_{nama}": isi for nama, isi in nilai.items()})


MANFAAT = {
    "realisasi tanpa nama": bansos(CEK_BARIS, PERIKSA, ((7,),), kegiatan=()),
    "nama hanya spasi": bansos(CEK_BARIS, PERIKSA, ((7,),), kegiatan=(("  ",),)),
    "nama hanya spasi di baris lain": bansos(CEK_BARIS, PERIKSA, ((7,),), kegiatan=(("Beras",), (" ",))),
    "lengkap": bansos(CEK_BARIS, OK, ((7,),)),
    "realisasi tanpa target": bansos(CEK_BARIS, PERIKSA, ((7,), (1,)), kegiatan=column("Beras", "Minyak")),
    "target belum ada": bansos(CEK_BARIS, BELUM, ((7,),), kegiatan=column("Beras", "Minyak")),
    "realisasi belum ada": bansos(CEK_BARIS, OK, ((7,),), column("Beras", "Minyak"), column(7, 3)),
    "realisasi berupa teks": bansos(CEK_BARIS, PERIKSA, (("7 KK",),)),
    "realisasi negatif": bansos(CEK_BARIS, PERIKSA, ((-1,),)),
    "triwulan I kosong": bansos(CEK_URUT, PERIKSA, ((None, 1),)),
    "triwulan I nol": bansos(CEK_URUT, OK, ((0, 1),)),
    "triwulan III kosong": bansos(CEK_URUT, PERIKSA, ((1, 1, None, 1),)),
    "triwulan terisi di kegiatan lain": bansos(
        CEK_URUT, OK, ((1,), (None, 1)), column("Beras", "Minyak"), column(7, 3)
    ),
    "triwulan belum mulai": bansos(CEK_URUT, BELUM, ()),
    "lebih dari 200 %": bansos(CEK_LEBIH, PERIKSA, ((7, 8),)),
    "tepat 200 %": bansos(CEK_LEBIH, OK, ((7, 7),)),
    "target nol tetapi ada penerima": bansos(CEK_LEBIH, PERIKSA, ((1,),), target=((0,),)),
    "target nol, penerima nol": bansos(CEK_LEBIH, OK, ((0,), (3,)), column("Beras", "Minyak"), column(0, 3)),
}

# --- Trantibum ----------------------------------------------------------------------------------------------------

CEK_BULAN, CEK_PASANGAN = "Trantibum: tidak ada bulan", "Trantibum: laporan"


def trantibum(cek: str, kata: str, *bulan: Nilai, ditangani: tuple[Nilai, ...] | None = None) -> Kasus:
    tangani = bulan if ditangani is None else ditangani
    return Kasus(cek, kata, {"isian_trantibum_laporan": column(*bulan), "isian_trantibum_ditangani": column(*tangani)})


TRANTIBUM = {
    "Februari kosong": trantibum(CEK_BULAN, PERIKSA, 3, None, 2),
    "Februari nol": trantibum(CEK_BULAN, OK, 3, 0, 2),
    "Januari kosong": trantibum(CEK_BULAN, PERIKSA, None, 2),
    "Desember saja": trantibum(CEK_BULAN, PERIKSA, *(None,) * 11, 1),
    "setahun penuh": trantibum(CEK_PASANGAN, OK, *range(12)),
    "belum ada bulan": trantibum(CEK_BULAN, BELUM),
    "ditangani lebih dari laporan": trantibum(CEK_PASANGAN, PERIKSA, *(2,) * 12, ditangani=(*(2,) * 11, 3)),
}

# --- Anggaran -----------------------------------------------------------------------------------------------------

CEK_SAMA, CEK_PAGU, CEK_TRIWULAN = "Anggaran: DPA sama", "Anggaran: realisasi tidak", "Anggaran: tidak ada triwulan"
CEK_ANGKA = "Anggaran: realisasi mulai"
PAGU = (1000.5,) * 6


def anggaran(cek: str, kata: str, realisasi: Matriks, dpa: tuple[Nilai, ...] = PAGU) -> Kasus:
    nilai = {"perjanjian": column(*PAGU), "dpa": column(*dpa), "realisasi": realisasi}
    return Kasus(cek, kata, {f"isian_anggaran_{nama}": isi for nama, isi in nilai.items()})


ANGGARAN = {
    "DPA berbeda satu sen": anggaran(CEK_SAMA, PERIKSA, (), (1000.51, *PAGU[1:])),
    "DPA berbeda kurang dari setengah sen": anggaran(CEK_SAMA, OK, (), (1000.504, *PAGU[1:])),
    "DPA kurang": anggaran(CEK_SAMA, PERIKSA, (), (*PAGU[1:], 0)),
    "satu DPA belum ada": anggaran(CEK_SAMA, BELUM, (), PAGU[1:]),
    "realisasi lebih satu sen": anggaran(CEK_PAGU, PERIKSA, ((1000, 0.51),)),
    "realisasi sebesar pagu": anggaran(CEK_PAGU, OK, ((1000, 0.5),)),
    "realisasi belum ada": anggaran(CEK_PAGU, BELUM, ()),
    "anggaran triwulan I kosong": anggaran(CEK_TRIWULAN, PERIKSA, ((None, 1),)),
    "anggaran triwulan I nol": anggaran(CEK_TRIWULAN, OK, ((0, 1),)),
    "anggaran triwulan terisi di program lain": anggaran(CEK_TRIWULAN, OK, ((None, 1), (1,))),
    "realisasi negatif": anggaran(CEK_ANGKA, PERIKSA, ((-1,),)),
    "realisasi berupa teks": anggaran(CEK_ANGKA, PERIKSA, ((1, "Rp 5"),)),
    "realisasi berupa angka": anggaran(CEK_ANGKA, OK, ((1, 5),)),
}

SEMUA: tuple[Mapping[str, Kasus], ...] = (PERNYATAAN, SKM, MANFAAT, TRANTIBUM, ANGGARAN)
KASUS = {f"{kasus.cek.split(':')[0]}: {nama}": kasus for satu in SEMUA for nama, kasus in satu.items()}


def list_gabungan() -> Iterator[Isian]:
    """All fillings in few workbooks: no two sheets share an input."""
    for satu in zip_longest(*(x.values() for x in SEMUA)):
        yield {nama: isi for kasus in satu if kasus for nama, isi in kasus.isi.items()}


# --- sheet Cek, and what is explained on it -----------------------------------------------------------------------


def list_cek(lembar: Lembar) -> dict[str, tuple[int, str]]:
    """Row of each check from 0, and its word, by what it asks."""
    hasil = {s.baris: str(s.nilai) for s in lembar.sel if s.kolom == 3}
    (blok,) = lembar.blok
    baris = range(AWAL, AWAL + blok.tinggi)
    return {str(s.nilai): (s.baris - AWAL, hasil[s.baris]) for s in lembar.sel if s.kolom == 1 and s.baris in baris}


def explain(pk: PerjanjianKinerja, penjelasan: Mapping[str, str]) -> Isian:
    """What is typed on sheet Cek to explain the checks that begin like this."""
    semua = list_cek(build_perjanjian(Bahan(pk, responden=1)).get_lembar("Cek"))
    isi: list[Nilai] = [None] * len(semua)
    for awal, teks in penjelasan.items():
        (nomor,) = (n for cek, (n, _) in semua.items() if cek.startswith(awal))
        isi[nomor] = teks
    return {"isian_cek_penjelasan": column(*isi)}
