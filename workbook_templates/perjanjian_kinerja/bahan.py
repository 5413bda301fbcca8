"""What the agreement workbook is made from, and what of it a sheet may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from kinerja.peraturan import Komponen
from kinerja.perjanjian.cara import CARA, Cara, Lke
from kinerja.perjanjian.model import (
    TANPA_TARGET,
    Indikator,
    JenisPerjanjian,
    PerjanjianKinerja,
    Program,
    Sasaran,
    Semula,
    akhir_tahun,
)
from kinerja.rumus.sakip import get_bobot
from kinerja.rumus.tahun import Metode
from kinerja.temuan import Temuan
from kinerja.workbook.layout import Cetak, Matriks, Nilai
from kinerja.workbook.sama import list_kosong


@dataclass(frozen=True, slots=True)
class Bahan:
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
    def nama_perjanjian(self) -> str:
        """What it is, in running text."""
        return "Perjanjian Kinerja" + (" Perubahan" if self.pk.jenis is JenisPerjanjian.PERUBAHAN else "")

    @property
    def judul(self) -> str:
        """Title of the file."""
        return f"{self.nama_perjanjian} {self.pk.kecamatan.nama} {self.pk.tahun}"

    @property
    def sebutan(self) -> str:
        """Whose workbook it is, under the title of every working sheet."""
        jenis = "" if self.pk.jenis is JenisPerjanjian.MURNI else " – perubahan"
        return f"Kecamatan {self.pk.kecamatan.nama} – {self.pk.kecamatan.kabkota} – tahun {self.pk.tahun}{jenis}"

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
        return f"{self.nama_perjanjian} {self.pk.tahun} – Kecamatan {self.pk.kecamatan.nama}"

    def list_temuan(self) -> tuple[Temuan, ...]:
        """The findings with their places in this agreement, without the kecamatan."""
        kecamatan = self.pk.kecamatan.sebutan
        semua = ((t, t.tempat.removeprefix(kecamatan).removeprefix(", ")) for t in self.temuan)
        return tuple(replace(t, tempat=tempat or kecamatan) for t, tempat in semua)

    def show(self, *bidang: str) -> Tampak:
        """What a sheet sees that shows these fields of the agreement."""
        pk = self.pk
        terlihat = {nama: getattr(pk, nama) for nama in bidang}
        return Tampak(pk.tahun, pk.jenis, self.kertas, self.responden, self.isi, **terlihat)


@dataclass(frozen=True, slots=True)
class Rumpang:
    """A text that only the whole agreement knows: sheets that agreements share leave room for it.

    Attributes:
        style: its style, where that hangs on the text and on how the sheet prints.
    """

    write: Callable[[Bahan], Nilai]
    style: Callable[[Nilai, Cetak], str] | None = None


class Terukur(NamedTuple):
    """An indikator that a sheet measures: its number from 0, and what measuring shows of it."""

    nomor: int
    indikator: Indikator
    urut: int = 1
    """Which of the sheets of its kind, from 1."""
    sebutan: str = ""
    """What tells it from the others, where there are several."""

    @classmethod
    def from_indikator(cls, nomor: int, i: Indikator) -> Terukur:
        """Without targets, plans and explanations, which no measuring sheet shows; of ratios the last counts."""
        polos = replace(i, triwulan=TANPA_TARGET, lalu=None, renstra=None, aksi=(), penjelasan="", program=None)
        if i.berrasio:
            return cls(nomor, replace(polos, target_huruf=None, metode=i.metode or Metode.AKHIR))
        return cls(nomor, replace(polos, target=None, target_huruf=None))


@dataclass(frozen=True, slots=True)
class Tampak:
    """What a sheet may see: of the agreement its year and kind, and the fields that its row in `daftar` names.

    Agreements that agree in all this, and in what the row takes besides (`petik`), have the sheet in common.
    """

    tahun: int
    jenis: JenisPerjanjian
    kertas: Literal["f4", "a4"]
    responden: int
    isi: Mapping[str, Matriks]
    sasaran: tuple[Sasaran, ...] = ()
    program: tuple[Program, ...] = ()
    anggaran_tercantum: Decimal | None = None
    lke: Lke | None = None
    cara: Cara = CARA
    tanda_tangan_lampiran: bool = True
    semula: Semula | None = None

    @property
    def pada(self) -> date:
        """The day whose regulations count: the end of the agreement's year."""
        return akhir_tahun(self.tahun)

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """All indikator in printed order."""
        return tuple(i for s in self.sasaran for i in s.indikator)

    @property
    def bobot_sakip(self) -> tuple[Komponen, ...]:
        """Components of SAKIP: those that the data set names, else the regulation's."""
        return self.lke.komponen if self.lke else get_bobot(pada=self.pada)

    @property
    def nama_perjanjian(self) -> str:
        """Title of the agreement as the statement prints it."""
        perubahan = "PERUBAHAN " if self.jenis is JenisPerjanjian.PERUBAHAN else ""
        return f"PERJANJIAN KINERJA {perubahan}TAHUN {self.tahun}"

    @property
    def judul_rumusan(self) -> str:
        """Title of its explanation; of a perubahan with whose it is, lest pages be mixed up."""
        judul = "PENJELASAN RUMUSAN"
        return f"{judul} {self.nama_perjanjian}" if self.jenis is JenisPerjanjian.PERUBAHAN else judul

    def get_matriks(self, nama: str, tinggi: int, lebar: int = 1, terbit: Matriks = ()) -> Matriks:
        """Values of a block: what the issuer set (`terbit`) wins, else what was typed, else blank."""
        ketik = self.isi.get(nama, ())
        if not ketik:
            kosong = list_kosong(tinggi, lebar)
            penuh = tuple(baris + (None,) * (lebar - len(baris)) for baris in terbit)
            return penuh + kosong[len(penuh) :] if penuh else kosong

        def pick(baris: int, kolom: int) -> Nilai:
            for sumber in (terbit, ketik):
                if baris < len(sumber) and kolom < len(sumber[baris]) and sumber[baris][kolom] is not None:
                    return sumber[baris][kolom]
            return None

        return tuple(tuple(pick(b, k) for k in range(lebar)) for b in range(tinggi))


def to_kolom(nilai: Iterable[Decimal | Nilai]) -> Matriks:
    """Figures and texts of the agreement as a column of cells.

    >>> to_kolom([Decimal("88.30"), Decimal(100), "Darat", None])
    ((88.3,), (100,), ('Darat',), (None,))
    """
    return tuple((_to_sel(satu),) for satu in nilai)


def _to_sel(nilai: Decimal | Nilai) -> Nilai:
    if isinstance(nilai, Decimal):
        return int(nilai) if nilai == int(nilai) else float(nilai)
    return nilai
