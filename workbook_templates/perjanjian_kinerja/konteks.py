"""What every sheet of the agreement workbook shares: the agreement, what was typed, and the parts of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple

from kinerja.alamat import a1
from kinerja.peraturan import Komponen
from kinerja.perjanjian.model import JenisPerjanjian, PerjanjianKinerja
from kinerja.rumus.sakip import get_bobot
from kinerja.temuan import Temuan
from kinerja.workbook.ekspresi import X
from kinerja.workbook.layout import Aturan, Cetak, Lembar, Nilai, digest
from workbook_templates.penyusun import Penyusun, read_teks

Matriks = tuple[tuple[Nilai, ...], ...]
LEBAR_ANGKA = 23
"""Width of a column in which 15 digits, their separators and two decimals show in bold."""
TEKS = "perjanjian_kinerja/text.toml"
TRIWULAN = ("I", "II", "III", "IV")
Realisasi = tuple[X | None, ...]
"""How the Capaian sheet gets a realisation: one formula a quarter (None = not measured) and the year's."""


ASAL: dict[str, Callable[[PerjanjianKinerja], Sequence[Nilai | Decimal]]] = {
    "isian_alamat": lambda pk: (pk.alamat,),
    "isian_camat_nama": lambda pk: (pk.pihak_pertama.nama,),
    "isian_camat_pangkat": lambda pk: (pk.pihak_pertama.pangkat,),
    "isian_camat_nip": lambda pk: (pk.pihak_pertama.nip,),
    "isian_atasan_nama": lambda pk: (pk.pihak_kedua.nama,),
    "isian_tempat": lambda pk: (pk.tempat,),
    "isian_tanggal": lambda pk: (pk.tanggal,),
    "isian_target": lambda pk: [i.target for i in pk.indikator],
    "isian_anggaran_perjanjian": lambda pk: [x.anggaran for x in pk.program],
}
"""What the agreement knows of the blocks that every workbook has."""


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
        return self.pk.pada

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

    def terbit(self, nama: str) -> Matriks:
        """What the issuer has filled into a block, from its top; None is left to be typed."""
        ambil = ASAL.get(nama)
        return tuple([(_tampil(nilai),) for nilai in ambil(self.pk)]) if ambil else ()

    def matriks(self, nama: str, tinggi: int, lebar: int = 1, terbit: Matriks | None = None) -> Matriks:
        """Values of a block: what the issuer set wins, else what was typed, else blank."""
        terbit, ketik = self.terbit(nama) if terbit is None else terbit, self.isi.get(nama, ())
        if not ketik:
            kosong = _list_kosong(tinggi, lebar)
            return terbit + kosong[len(terbit) :] if terbit else kosong

        def pick(baris: int, kolom: int) -> Nilai:
            for sumber in (terbit, ketik):
                if baris < len(sumber) and kolom < len(sumber[baris]) and sumber[baris][kolom] is not None:
                    return sumber[baris][kolom]
            return None

        return tuple(tuple(pick(b, k) for k in range(lebar)) for b in range(tinggi))

    def start(
        self,
        nama: str,
        lebar: Sequence[float],
        *,
        mendatar: bool = True,
        berulang: tuple[int, int] | None = None,
        **kata: str,
    ) -> LembarKerja:
        """Start a working sheet: title band in A1, under it room for whose it is, link back, note.

        Args:
            berulang: rows that are printed on each page.
            kata: what the note has places for.
        """
        teks = read_teks(TEKS).get(nama.lower(), {})
        p = LembarKerja(self, nama, lebar, Cetak(self.kertas, mendatar, baris_berulang=berulang))
        p.put_pita(1, None, "subjudul")
        p.put_pita(0, teks.get("judul"), "judul")
        p.set_tinggi(0, 24)
        if nama != "Petunjuk":
            p.put_kembali(2, 0)
        if "catatan" in teks:
            p.put_teks(3, 0, teks["catatan"].format(**kata), "catatan")
        return p


def _tampil(nilai: Decimal | Nilai) -> Nilai:
    """A figure of the agreement as a cell value; texts and blanks as they are."""
    if isinstance(nilai, Decimal):
        return int(nilai) if nilai == int(nilai) else float(nilai)
    return nilai


@lru_cache(maxsize=64)
def _list_kosong(tinggi: int, lebar: int) -> Matriks:
    """A blank block: always the same one, so that it can be passed over."""
    return ((None,) * lebar,) * tinggi


class BarisCek(NamedTuple):
    """One live check: what is asked, where, the formula for OK, PERIKSA or BELUM, and what to do."""

    teks: str
    alamat: str
    rumus: str
    nilai: str
    saran: str


@dataclass(frozen=True)
class Bagian:
    """What a sheet's module gives: sheet, defined names, checks, realisations by indikator number from 0.

    Attributes:
        label: cells of the sheet, counted from 0, that say whose it is, and the attribute of Konteks that they show.
        hasil: exact values of names that other sheets show.
    """

    lembar: Lembar
    nama: tuple[tuple[str, str], ...]
    cek: tuple[BarisCek, ...]
    realisasi: Mapping[int, Realisasi]
    label: tuple[tuple[int, str], ...]
    hasil: Mapping[str, Any]

    @cached_property
    def sidik(self) -> str:
        """Digest of the sheet and its names."""
        return digest([self.lembar, self.nama])


@lru_cache(maxsize=256)
def _write_periksa(kunci: str, **kata: object) -> tuple[str, str]:
    """What a check asks, and what to do."""
    teks = read_teks(TEKS)["periksa"][kunci]
    return teks["teks"].format(**kata), teks["saran"].format(**kata)


class LembarKerja(Penyusun):
    """A sheet of the agreement workbook: its inputs know what was typed, and it collects checks and realisations."""

    def __init__(self, k: Konteks, nama: str, lebar: Sequence[float], cetak: Cetak) -> None:
        super().__init__(nama, lebar, cetak)
        self._k = k
        self._cek: list[BarisCek] = []
        self.realisasi: dict[int, Realisasi] = {}

    def put_blok(
        self,
        nama: str,
        tempat: tuple[int, int],
        ukuran: tuple[int, int],
        aturan: Aturan,
        gaya: str,
        gaya_terkunci: str = "sel",
        terbit: Matriks | None = None,
    ) -> None:
        """Place an input block with what was typed, and what the issuer filled in (`terbit`), which is locked."""
        terbit = self._k.terbit(nama) if terbit is None else terbit
        terkunci = [(r, 0) for r, (satu,) in enumerate(terbit) if satu is not None]
        isi = self._k.matriks(nama, *ukuran, terbit)
        self.put_isian(nama, *tempat, isi, aturan, gaya, terkunci=terkunci, gaya_terkunci=gaya_terkunci)

    def check(self, kunci: str, baris: int, kolom: int, rumus: X, **kata: object) -> None:
        """Add a check over this sheet, worded as `kunci` of text.toml; a click leads to the cell (baris, kolom)."""
        teks, saran = _write_periksa(kunci, **kata)
        alamat = f"{self.nama_lembar}!{a1(baris, kolom)}"
        self._cek.append(BarisCek(teks, alamat, rumus.rumus, rumus.compute(self.isi), saran))

    def finish_bagian(
        self, *, label: tuple[tuple[int, str], ...] = (), hasil: Iterable[str] = (), **rupa: Any
    ) -> Bagian:
        """All that this sheet gives.

        Args:
            hasil: names whose values other sheets show.
            rupa: as for `finish`.
        """
        nilai = {nama: self.get_nilai(nama) for nama in hasil}
        return Bagian(self.finish(**rupa), tuple(self.nama), tuple(self._cek), self.realisasi, label, nilai)
