"""A workbook as issued, filled in, and spoiled: what is found in it, and what it comes to, as collecting does it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import openpyxl

from kinerja.perjanjian.hasil import HasilBuku
from kinerja.perjanjian.kembali.banding import check_beda
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.hasil_baca import read_hasil
from kinerja.perjanjian.kembali.hitung import check_rumus, check_simpanan, drop_galat, settle_formulir
from kinerja.perjanjian.kembali.isian import read_isian
from kinerja.perjanjian.kembali.peta import align
from kinerja.perjanjian.kembali.terbatas import compute_terbatas
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from tests.alat.kembali.ketik import Matriks, list_isian, type_isian
from tests.alat.kembali.paket import open_paket, pack
from tests.alat.kembali.sel import list_sel
from tests.alat.kembali.ubahan import Langkah, read_nilai
from tests.alat.terbitan import TERBITAN

VERSI = TERBITAN / "0.7.0"
TERBIT = (VERSI / "medan-baru.xlsx").read_bytes()
TERISI = (VERSI / "medan-baru-terisi.xlsx").read_bytes()
BUKU = read_buku(TERBIT, "terbit.xlsx")


@dataclass(frozen=True, slots=True)
class Dibaca:
    """Findings on a return, and what it comes to."""

    temuan: tuple[TemuanKumpul, ...]
    hasil: HasilBuku

    @property
    def berat(self) -> list[str]:
        """Codes of those that are more than a note."""
        return [t.kode for t in self.temuan if t.tingkat is not Bobot.CATATAN]

    def find(self, kode: str) -> TemuanKumpul:
        """The first finding of a code."""
        return next(t for t in self.temuan if t.kode == kode)

    @property
    def kode(self) -> set[str]:
        return {t.kode for t in self.temuan}


def look(isi: bytes, terbit: BukuUtuh | None = BUKU) -> Dibaca:
    """Read a return beside its issue, or by itself."""
    datang = read_buku(isi, "datang.xlsx")
    terbit = terbit or datang
    peta = align(terbit, datang)
    isian = read_isian(terbit, datang, peta)
    hitung = compute_terbatas(terbit, isian)
    galat = tuple(check_rumus(isian, hitung))
    if galat:
        hitung = compute_terbatas(terbit, drop_galat(isian, galat))
    settle_formulir(terbit, hitung)
    temuan = (*check_beda(terbit, datang, peta), *isian.temuan, *galat)
    hasil = read_hasil(terbit, hitung)
    return Dibaca((*temuan, *check_simpanan(terbit, datang, peta, hitung)), hasil)


def change(isi: bytes, *langkah: Langkah) -> bytes:
    paket = open_paket(isi)
    for satu in langkah:
        paket = satu(paket)
    return pack(paket)


def list_angka(hasil: HasilBuku) -> list[float | None]:
    """NIK, SAKIP, capaian of each indikator, and absorption of each programme."""
    angka = [hasil.skm[0].nik, hasil.sakip[0].nilai, hasil.rerata]
    angka += [i.capaian for i in hasil.indikator] + [p.serapan for p in hasil.program]
    return [None if x is None else round(float(x), 6) for x in angka]


def _read_angka() -> list[float | None]:
    """The same as another engine computed and stored them in the filled workbook."""
    buku: Any = openpyxl.load_workbook(io.BytesIO(TERISI), data_only=True)
    sel = [buku["SKM"]["Q18"], buku["SAKIP"]["C27"], buku["Capaian"]["J11"]]
    sel += [buku["Capaian"][f"J{r}"] for r in range(7, 11)] + [buku["Anggaran"][f"N{r}"] for r in range(7, 13)]
    return [None if s.value in (None, "") else round(float(s.value), 6) for s in sel]


ANGKA = _read_angka()


def _read_ketikan() -> dict[str, Matriks]:
    """What an honest officer typed, by input."""
    paket = open_paket(TERISI)
    hasil: dict[str, Matriks] = {}
    for nama, isian in list_isian(paket).items():
        bagian = paket.get_lembar(isian.lembar)
        ada = list_sel(paket.bagian[bagian])

        def read(r: int, k: int, satu: Any = isian, sel: Any = ada, di: str = bagian) -> Any:
            alamat = satu.address(r, k)
            return read_nilai(paket, di, alamat) if (r, k) in satu.terbuka and alamat in sel else None

        hasil[nama] = [[read(r, k) for k in range(isian.lebar)] for r in range(isian.tinggi)]
    return hasil


def refill() -> bytes:
    """The issued workbook, filled in again by its officer."""
    return type_isian(TERBIT, _read_ketikan())
