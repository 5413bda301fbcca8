"""What a workbook that came back says is open, as findings; and what in its sheet Cek does not agree with itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kinerja.perjanjian.kembali.berkas import Kembali
from kinerja.perjanjian.kembali.cek import BELUM, DIJELASKAN, HITUNG, LEMBAR, PERIKSA, BarisCek
from kinerja.temuan import TANPA_JENIS, JenisTemuan, Temuan, Tingkat, declare, join_kata, list_pemeriksaan

_SARAN_HITUNG = HITUNG[0].upper() + HITUNG[1:]


@dataclass(frozen=True, slots=True)
class Laporan:
    """A workbook under check, and how findings name it; it reports under the code that it was called with."""

    kembali: Kembali
    sebutan: str
    jenis: JenisTemuan = TANPA_JENIS

    def with_jenis(self, jenis: JenisTemuan) -> Laporan:
        """The same, reporting under that code."""
        return replace(self, jenis=jenis)

    def report(self, tempat: str, pesan: str, saran: str = "") -> Temuan:
        """A finding, with other advice where it is not what the code always advises."""
        return Temuan(
            self.jenis.kode, self.jenis.tingkat, f"{self.sebutan}, {tempat}", pesan, saran or self.jenis.saran
        )

    def report_baris(self, b: BarisCek, pesan: str, saran: str = "") -> Temuan:
        """A finding at the cell that a live check leads to."""
        tempat = f"lembar {b.lembar or LEMBAR}" + (f", sel {b.sel}" if b.sel else "")
        return self.report(tempat, f"{b.hasil} – {b.teks.rstrip('.')}{pesan}".rstrip(".") + ".", saran)

    def list_baris(self, kata: str) -> Iterator[BarisCek]:
        """The live checks that answer so."""
        return (b for b in self.kembali.cek.baris if b.hasil == kata)


@declare("CK01", Tingkat.GALAT, "Isian harus dibetulkan (PERIKSA)", "Lihat selnya, lalu betulkan isiannya.")
def check_periksa(n: Laporan) -> Iterator[Temuan]:
    """What is wrong."""
    return (n.report_baris(b, "", b.saran) for b in n.list_baris(PERIKSA))


@declare("CK02", Tingkat.PERINGATAN, "Isian belum lengkap (BELUM)", "Lengkapi isiannya.")
def check_belum(n: Laporan) -> Iterator[Temuan]:
    """What is not filled in yet."""
    return (n.report_baris(b, "", b.saran) for b in n.list_baris(BELUM))


@declare("CK03", Tingkat.INFO, "Isian dijelaskan (DIJELASKAN)", "Nilailah apakah penjelasannya dapat diterima.")
def check_dijelaskan(n: Laporan) -> Iterator[Temuan]:
    """What would be wrong, and is explained."""
    return (n.report_baris(b, f". Penjelasan: {b.penjelasan}") for b in n.list_baris(DIJELASKAN) if b.penjelasan)


@declare("CK04", Tingkat.PERINGATAN, "DIJELASKAN tanpa penjelasan", "Tulis penjelasannya, atau betulkan isiannya.")
def check_tanpa_penjelasan(n: Laporan) -> Iterator[Temuan]:
    """The word without the words."""
    baris = (b for b in n.list_baris(DIJELASKAN) if not b.penjelasan)
    return (n.report_baris(b, ", tetapi penjelasannya tidak ada") for b in baris)


@declare("CK05", Tingkat.PERINGATAN, "Hasil pemeriksaan tidak terbaca", _SARAN_HITUNG)
def check_tanpa_hasil(n: Laporan) -> Iterator[Temuan]:
    """A cell that has no value, an error, or another word."""
    for b in n.list_baris(""):
        pesan = f"Tanpa hasil – {b.teks.rstrip('.')}. Isi selnya: {b.isi[:60]}."
        yield n.report(f"lembar {LEMBAR}, sel {b.alamat}", pesan)


@declare("CK06", Tingkat.GALAT, "Hitungan lembar Cek tidak cocok dengan barisnya", _SARAN_HITUNG)
def check_hitungan(n: Laporan) -> Iterator[Temuan]:
    """The sheet counts its words; rows that are gone, and values of different days, show there."""
    cek = n.kembali.cek
    for kata, tertulis in cek.hitungan.items():
        if tertulis != cek.count(kata):
            menurut = "tidak menyebut banyaknya" if tertulis is None else f"menghitung {tertulis}"
            yield n.report(f"lembar {LEMBAR}", f"Lembar ini {menurut} {kata}, sedangkan barisnya {cek.count(kata)}.")


@declare("CK07", Tingkat.GALAT, "Baris lembar Cek tidak berurutan", "Pakai buku yang lembar Cek-nya tidak diubah.")
def check_nomor(n: Laporan) -> Iterator[Temuan]:
    """The numbers before the live checks are 1, 2, 3 …, unless a row was taken out."""
    nomor = [b.nomor for b in n.kembali.cek.baris]
    if nomor != list(range(1, len(nomor) + 1)):
        hilang = sorted(set(range(1, max(nomor) + 1)) - set(nomor))
        apa = f"Baris nomor {join_kata(hilang[:20])} tidak ada" if hilang else "Nomor barisnya berubah"
        yield n.report(f"lembar {LEMBAR}", f"{apa}.")


@declare(
    "CK08", Tingkat.PERINGATAN, "Temuan pada data tidak terbaca", "Lihat bagian bawah lembar Cek buku yang diterbitkan."
)
def check_temuan(n: Laporan) -> Iterator[Temuan]:
    """The findings of the day of issue are not as we write them."""
    cek = n.kembali.cek
    if cek.temuan is None:
        yield n.report(f"lembar {LEMBAR}", "Bagian 'Temuan pada data perjanjian' tidak ditemukan.")
    for baris in cek.rusak:
        yield n.report(f"lembar {LEMBAR}, baris {baris}", "Kode atau tingkat temuannya tidak dikenal.")


PEMERIKSAAN = list_pemeriksaan(sys.modules[__name__])


def check_kembali(kembali: Kembali, sebutan: str) -> tuple[Temuan, ...]:
    """All that is open in a workbook, then the findings on its data of the day it was issued.

    Args:
        sebutan: how findings name it; their places begin with it.
    """
    laporan = Laporan(kembali, sebutan)
    data = (replace(t, tempat=f"{sebutan}, {t.tempat}") for t in kembali.cek.temuan or ())
    return (*(t for periksa in PEMERIKSAAN for t in periksa(laporan)), *data)
