"""A sheet of the agreement workbook under construction, and what it gives when it is finished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from msgspec import structs

from kinerja.alamat import a1, quote_sheet
from kinerja.rumus.tahun import TRIWULAN
from kinerja.workbook.ekspresi import X, nama, sel
from kinerja.workbook.fungsi import AND, IF, ISNUMBER, OR
from kinerja.workbook.layout import Aturan, Blok, Cetak, Lembar, Matriks, Sel, digest
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Bahan, Rumpang, Tampak
from workbook_templates.rumus import status

KATA_TRIWULAN = (
    "Isi angka triwulan itu saja (bukan kumulatif); kosongkan yang belum ada, ketik 0 bila memang tidak ada."
)
"""The one convention of all sheets on which quarters are typed."""
TEKS = "perjanjian_kinerja/text.toml"
"""The file of long texts."""
TERLEWAT, BERURUTAN = "Ada yang terlewat", "Berurutan"
"""Shown under a table: a later quarter or month is filled in while an earlier one is blank, or none is."""
_JELASKAN = {
    (True, False): " Bila memang begitu adanya, tulis sebabnya di kolom Penjelasan.",
    (False, True): " Bila tahun ini memang tidak diukur, tulis sebabnya di kolom Penjelasan.",
    (True, True): " Bila memang begitu adanya, atau tidak diukur, tulis sebabnya di kolom Penjelasan.",
}


class Realisasi(NamedTuple):
    """How the Capaian sheet gets a realisation: one formula a quarter (None: not measured), and the year's."""

    triwulan: tuple[X | None, ...]
    tahun: X
    lengkap: X | None = None
    """Whether all surveys of the year count, where there are several; else the last quarter tells."""


BERSYARAT = {"isian_persis": "persis", "isian_rasio": "rasio"}
"""How numbers are shown in inputs of the format General."""
TANPA_TRIWULAN: tuple[None, ...] = (None,) * len(TRIWULAN)


@dataclass(frozen=True, slots=True)
class Kata:
    """The words of a sheet: its name, the title in its first row, the note under it, what Petunjuk says it holds.

    Attributes:
        catatan: may have places in braces, which the sheet fills in.
    """

    nama: str
    isi: str = ""
    judul: str = ""
    catatan: str = ""

    def fill(self, **isi: str) -> Kata:
        """The same with what its note has places for."""
        return replace(self, catatan=self.catatan.format(**isi))


def name_lembar(nama: str, urut: int) -> str:
    """Name of the first, second … sheet of its kind."""
    return nama if urut == 1 else f"{nama} {urut}"


@dataclass(frozen=True, slots=True)
class Isian:
    """What may be typed into a block, how it looks, and how cells of it look that the issuer has filled in."""

    nama: str
    aturan: Aturan
    gaya: str
    gaya_terkunci: str = "sel"


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """What a live check asks, and what to do where the answer is not OK; both may have places in braces.

    Attributes:
        boleh_dijelaskan: it may stay PERIKSA for a good reason, which is then typed beside it.
        boleh_kosong: likewise BELUM, where nothing is measured in a year.
    """

    teks: str
    saran: str
    boleh_dijelaskan: bool = False
    boleh_kosong: bool = False


CEK_URUT = Pertanyaan(
    "{apa}: tidak ada {waktu} yang terlewat",
    "Isi {waktu} yang masih kosong di antara yang sudah terisi; ketik 0 bila memang tidak ada.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)


class BarisCek(NamedTuple):
    """One live check: what is asked, where, the formula for OK, PERIKSA or BELUM, and what to do."""

    teks: str
    alamat: str
    rumus: str
    nilai: str
    saran: str
    boleh: tuple[bool, bool]
    """Whether it may be explained: that it is PERIKSA, that it is BELUM."""


SEBUTAN = Rumpang(lambda k: k.sebutan)
JUDUL_PETUNJUK = Rumpang(lambda k: f"{k.nama_perjanjian} Kecamatan {k.pk.kecamatan.nama}")
KOP_KECAMATAN = Rumpang(lambda k: k.kop_kecamatan)
KOP_KABKOTA = Rumpang(lambda k: k.kop_kabkota)


@dataclass(frozen=True, eq=False)
class Bagian:
    """What a sheet's module gives: sheet, defined names, checks, realisations by indikator number from 0.

    Attributes:
        rumpang: cells of the sheet, counted from 0, that wait for their text.
        hasil: exact values of names that other sheets show.
    """

    lembar: Lembar
    nama: tuple[tuple[str, str], ...]
    cek: tuple[BarisCek, ...]
    realisasi: Mapping[int, Realisasi]
    rumpang: tuple[tuple[int, Rumpang], ...]
    hasil: Mapping[str, Any]

    @cached_property
    def sidik(self) -> str:
        """Digest of the sheet and its names."""
        return digest([self.lembar, self.nama])

    def fill(self, k: Bahan) -> Lembar:
        """The sheet with the texts of an agreement in the places that were left for them."""
        if not self.rumpang:
            return self.lembar
        sel = list(self.lembar.sel)
        for nomor, rumpang in self.rumpang:
            nilai = rumpang.write(k)
            gaya = rumpang.style(nilai, self.lembar.cetak) if rumpang.style else sel[nomor].gaya
            sel[nomor] = structs.replace(sel[nomor], nilai=nilai, gaya=gaya)
        return structs.replace(self.lembar, sel=tuple(sel))


@lru_cache(maxsize=256)
def _write_pertanyaan(p: Pertanyaan, **kata: object) -> tuple[str, str]:
    """What a check asks, and what to do."""
    jelaskan = _JELASKAN.get((p.boleh_dijelaskan, p.boleh_kosong), "")
    return p.teks.format(**kata), p.saran.format(**kata) + jelaskan


class LembarKerja(Penyusun):
    """A sheet of the agreement workbook: its inputs know what was typed, and it collects checks and realisations.

    Where a workbook has several of a sheet, the second calls its names `isian_skm_2_jawaban`, `hasil_skm_2_nik`.
    """

    def __init__(
        self, b: Tampak, kata: Kata, lebar: Sequence[float], cetak: Cetak | None = None, urut: int = 1
    ) -> None:
        super().__init__(name_lembar(kata.nama, urut), lebar, cetak or Cetak(b.kertas))
        self._urut = urut
        self.b = b
        self._cek: list[BarisCek] = []
        self._rumpang: list[tuple[int, Rumpang]] = []
        self.realisasi: dict[int, Realisasi] = {}

    def put_rumpang(
        self, baris: int, kolom: int, rumpang: Rumpang, gaya: str, *, lebar: int = 1, rumus: X | None = None
    ) -> None:
        """Leave room for a text that only the whole agreement knows; of a formula for what it shows."""
        self._rumpang.append((self.count_sel(), rumpang))
        teks = None if rumus is None else rumus.rumus
        self._put_sel(Sel(baris, kolom, None, gaya, teks, None, lebar))

    def put_pita_rumpang(self, baris: int, rumpang: Rumpang, gaya: str, kembar: int = 0) -> None:
        """The same in a band over all columns; it stands in the first and in column `kembar`."""
        self._rumpang += ((self.count_sel() + c, rumpang) for c in sorted({0, kembar}))
        self.put_pita(baris, None, gaya)

    def put_blok(
        self,
        isian: Isian,
        tempat: tuple[int, int],
        ukuran: tuple[int, int],
        terbit: Matriks = (),
        batas: Sequence[float] = (),
    ) -> None:
        """Place an input block with what was typed, and what the issuer filled in (`terbit`), which is locked.

        Args:
            batas: the upper limit of each row, where they are not alike.
        """
        terkunci = frozenset((r, c) for r, isi in enumerate(terbit) for c, satu in enumerate(isi) if satu is not None)
        nama = self._own(isian.nama)
        isi = self.b.get_matriks(nama, *ukuran, terbit)
        if isian.gaya in BERSYARAT:
            (r, c), (tinggi, lebar) = tempat, ukuran
            wilayah = f"{a1(r, c)}:{a1(r + tinggi - 1, c + lebar - 1)}"
            self.set_bersyarat(wilayah, ISNUMBER(sel(r, c)), BERSYARAT[isian.gaya])
        gaya = isian.gaya_terkunci
        self.put_isian(Blok(nama, *tempat, *ukuran, isian.gaya, isian.aturan, isi, terkunci, gaya, tuple(batas)))

    def _own(self, nama_: str) -> str:
        awal, kedua, *lain = nama_.split("_")
        return nama_ if self._urut == 1 else "_".join((awal, kedua, str(self._urut), *lain))

    def name_sel(self, nama: str, baris: int, kolom: int, tinggi: int = 1) -> None:
        """Define a workbook name, this sheet's own."""
        super().name_sel(self._own(nama), baris, kolom, tinggi)

    def acu(self, nama_: str) -> X:
        """A name of this sheet in its formulas."""
        return nama(self._own(nama_))

    def refer(self, nama: str) -> X:
        """A named cell of this sheet, for formulas of another."""
        return super().refer(self._own(nama))

    def check(self, p: Pertanyaan, baris: int, kolom: int, rumus: X, **kata: object) -> None:
        """Add a check over this sheet; a click leads to the cell (baris, kolom)."""
        teks, saran = _write_pertanyaan(p, **kata)
        if self._urut > 1:
            teks = f"{self.nama_lembar}{teks.removeprefix(self.nama_lembar.rpartition(' ')[0])}"
        alamat = f"{quote_sheet(self.nama_lembar)}!{a1(baris, kolom)}"
        boleh = p.boleh_dijelaskan, p.boleh_kosong
        self._cek.append(BarisCek(teks, alamat, rumus.rumus, rumus.compute(self.isi), saran, boleh))

    def check_urut(self, baris: int, kolom: int, semua: Sequence[X], **kata: object) -> None:
        """Say in a cell, and check, whether one of these is filled in though the one before it is blank."""
        lompat = OR(*(AND(a == "", b != "") for a, b in pairwise(semua)))
        rumus = IF(AND(*(x == "" for x in semua)), "", IF(lompat, TERLEWAT, BERURUTAN))
        self.put_rumus(baris, kolom, rumus, "hasil_teks")
        self.color(baris, kolom, baris, {TERLEWAT: "periksa"})
        hasil = sel(baris, kolom, lembar=self.nama_lembar)
        self.check(CEK_URUT, baris, kolom, status(hasil == TERLEWAT, hasil == BERURUTAN), **kata)

    def finish_bagian(self, *, hasil: Iterable[str] = (), **rupa: Any) -> Bagian:
        """All that this sheet gives.

        Args:
            hasil: names whose values other sheets show.
            rupa: as for `finish`.
        """
        nilai = {nama: self.get_nilai(nama) for nama in hasil}
        lembar = self.finish(**rupa)
        return Bagian(lembar, tuple(self.nama), tuple(self._cek), self.realisasi, tuple(self._rumpang), nilai)
