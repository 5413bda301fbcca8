"""What every sheet of the agreement workbook shares: the agreement, what was typed, and the parts of the plan."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, Literal

from kinerja.peraturan import Komponen, get_parameter
from kinerja.perjanjian import JenisPerjanjian, PerjanjianKinerja
from kinerja.rumus.sakip import get_bobot
from kinerja.rumus_sel import rasio_persen
from kinerja.temuan import Temuan
from kinerja.workbook.alamat import a1
from kinerja.workbook.ekspresi import X, nama
from kinerja.workbook.fungsi import COUNT, COUNTA, COUNTIF, IF, SUM
from kinerja.workbook.layout import Cetak, Lembar, Nilai, digest
from workbook_templates.penyusun import Penyusun

Matriks = tuple[tuple[Nilai, ...], ...]
LEBAR_ANGKA = 23
"""Width of a column in which 15 digits, their separators and two decimals show in bold."""
TRIWULAN = ("I", "II", "III", "IV")
OK, PERIKSA, BELUM = "OK", "PERIKSA", "BELUM"


@dataclass(frozen=True, slots=True)
class Konteks:
    """The input of the template.

    Attributes:
        isi: what was typed into the workbook, by block name, shaped like the block; missing means blank.
        responden: rows of the survey sheet.
        temuan: findings on the agreement's data, printed on the Cek sheet.
        logo: PNG or JPEG bytes for the letterhead.
    """

    pk: PerjanjianKinerja
    isi: Mapping[str, Matriks] = field(default_factory=dict)
    kertas: Literal["f4", "a4"] = "f4"
    responden: int = 400
    temuan: tuple[Temuan, ...] = ()
    logo: bytes | None = None

    @property
    def pada(self) -> date:
        """The day whose regulations count: the end of the agreement's year."""
        return date(self.pk.tahun, 12, 31)

    @property
    def bobot_sakip(self) -> tuple[Komponen, ...]:
        """Components of SAKIP: those that the data set names, else the regulation's."""
        return self.pk.lke.komponen if self.pk.lke else get_bobot(pada=self.pada)

    @property
    def nama_perjanjian(self) -> str:
        """Title of the agreement as the statement prints it."""
        perubahan = "PERUBAHAN " if self.pk.jenis is JenisPerjanjian.PERUBAHAN else ""
        return f"PERJANJIAN KINERJA {perubahan}TAHUN {self.pk.tahun}"

    @property
    def milik(self) -> str:
        """Whose workbook it is, under the title of every working sheet."""
        jenis = "" if self.pk.jenis is JenisPerjanjian.MURNI else " – perubahan"
        return f"Kecamatan {self.pk.kecamatan.nama} – {self.pk.kecamatan.kabkota} – tahun {self.pk.tahun}{jenis}"

    @property
    def judul_petunjuk(self) -> str:
        """Title of the first sheet."""
        return f"Perjanjian Kinerja Kecamatan {self.pk.kecamatan.nama}"

    @property
    def kop_kecamatan(self) -> str:
        """The kecamatan as a heading."""
        return f"KECAMATAN {self.pk.kecamatan.nama.upper()}"

    @property
    def kop_kabkota(self) -> str:
        """The kabupaten or kota as a heading."""
        return self.pk.kecamatan.kabkota.upper()

    @property
    def kaki(self) -> str:
        """The footer of every sheet."""
        return f"Perjanjian Kinerja {self.pk.tahun} – Kecamatan {self.pk.kecamatan.nama}"

    def cetak(
        self,
        *,
        mendatar: bool = False,
        area: tuple[int, int, int, int] | None = None,
        berulang: tuple[int, int] | None = None,
        satu_halaman: bool = False,
    ) -> Cetak:
        """Print set-up on the chosen paper."""
        return Cetak(self.kertas, mendatar, area, berulang, satu_halaman)

    def susun(
        self,
        nama: str,
        judul: str | None,
        lebar: Sequence[float],
        *,
        mendatar: bool = True,
        berulang: int | None = None,
    ) -> Penyusun:
        """Start a working sheet: title band in A1 (None leaves room), under it room for whose it is, link back."""
        berulangan = None if berulang is None else (berulang, berulang)
        p = Penyusun(nama, lebar, self.cetak(mendatar=mendatar, berulang=berulangan))
        p.kepala(1, 0, [None] * len(lebar), "subjudul")
        p.kepala(0, 0, (judul, *[None] * (len(lebar) - 1)), "judul")
        p.tinggi(0, 24)
        if nama != "Petunjuk":
            p.teks(2, 0, "← Kembali ke Petunjuk", "tautan", tautan="Petunjuk!A1")
        return p

    def matriks(self, nama: str, tinggi: int, lebar: int, terbit: Sequence[Sequence[Nilai]] = ()) -> Matriks:
        """Values of a block: what the issuer set wins, else what was typed, else blank."""
        ketik = self.isi.get(nama, ())
        if not ketik:
            kosong = _list_kosong(tinggi, lebar)
            return tuple(map(tuple, terbit)) + kosong[len(terbit) :] if terbit else kosong

        def pick(baris: int, kolom: int) -> Nilai:
            for sumber in (terbit, ketik):
                if baris < len(sumber) and kolom < len(sumber[baris]) and sumber[baris][kolom] is not None:
                    return sumber[baris][kolom]
            return None

        return tuple(tuple(pick(b, k) for k in range(lebar)) for b in range(tinggi))

    def anggaran_perjanjian(self) -> Matriks:
        """Budgets of the programmes as agreed, rows × 1."""
        terbit = [(None if x.anggaran is None else tampil(x.anggaran),) for x in self.pk.program]
        return self.matriks("isian_anggaran_perjanjian", len(terbit), 1, terbit)

    def target(self) -> Matriks:
        """Targets of all indikator, rows × 1."""
        terbit = [(None if i.target is None else tampil(i.target),) for i in self.pk.indikator]
        return self.matriks("isian_target", len(terbit), 1, terbit)


@cache
def _list_kosong(tinggi: int, lebar: int) -> Matriks:
    """A blank block: always the same one, so that it can be passed over."""
    return ((None,) * lebar,) * tinggi


@dataclass(frozen=True, slots=True)
class BarisCek:
    """One live check: what is asked, where, the formula for OK, PERIKSA or BELUM, and what to do."""

    teks: str
    alamat: str
    rumus: str
    nilai: str
    saran: str


@dataclass(frozen=True, slots=True)
class Realisasi:
    """How the Capaian sheet gets a realisation: one formula a quarter (None = not measured) and the year's."""

    triwulan: tuple[X | None, ...]
    tahun: X


@dataclass(frozen=True)
class Bagian:
    """What a sheet's module gives: sheet, defined names, checks, realisations by indikator number from 0.

    Attributes:
        label: cells of the sheet, counted from 0, that say whose it is, and the attribute of Konteks that they show.
        hasil: exact values of names that other sheets show.
    """

    lembar: Lembar
    nama: tuple[tuple[str, str], ...] = ()
    cek: tuple[BarisCek, ...] = ()
    realisasi: Mapping[int, Realisasi] = field(default_factory=dict)
    label: tuple[tuple[int, str], ...] = ()
    hasil: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def sidik(self) -> str:
        """Digest of the sheet and its names."""
        return digest([self.lembar, self.nama])


@cache
def read_teks() -> dict[str, Any]:
    """The wording of all sheets, from text.toml."""
    sumber = files("workbook_templates.perjanjian_kinerja").joinpath("text.toml")
    return tomllib.loads(sumber.read_text(encoding="utf-8"))


def persen(pembilang: X, penyebut: X, pada: date, kunci: str = "desimal") -> X:
    """A percentage, rounded as the parameter `kunci` of `persen` says."""
    return rasio_persen(pembilang / penyebut, get_parameter("persen", pada=pada).bilangan(kunci))


def cacah_salah(wilayah: X) -> X:
    """Cells of a range that hold something else than a number from 0 up."""
    return COUNTA(wilayah) - COUNTIF(wilayah, ">=0")


def jumlah_bila_ada(wilayah: X) -> X:
    """Sum of a range; nothing where it has no number."""
    return IF(COUNT(wilayah) == 0, "", SUM(wilayah))


def status(salah: X, lengkap: X) -> X:
    """The word of a check."""
    return IF(salah, PERIKSA, IF(lengkap, OK, BELUM))


@lru_cache(maxsize=1024)
def salin(acuan: str, kosong: str = "") -> X:
    """What stands at a name or in a cell of another sheet; `kosong` while that is blank.

    >>> salin("Anggaran!$D$7").rumus
    'IF(Anggaran!$D$7="","",Anggaran!$D$7)'
    """
    return IF(nama(acuan) == "", kosong, nama(acuan))


def make_cek(p: Penyusun, teks: str, baris: int, kolom: int, rumus: X, saran: str) -> BarisCek:
    """A check over the sheet of `p`; a click leads to the cell (baris, kolom)."""
    return BarisCek(teks, f"{p.nama_lembar}!{a1(baris, kolom)}", rumus.rumus, rumus.hitung(p.isi), saran)


def tampil(nilai: Decimal | int | None) -> Nilai:
    """A figure of the agreement as a cell value; None is blank."""
    if nilai is None:
        return None
    return int(nilai) if nilai == int(nilai) else float(nilai)
