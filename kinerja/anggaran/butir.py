"""Rows as the proof takes them: whole codes, accounts under what they belong to, every row with its kecamatan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.label import SEKSI, Label, read_label
from kinerja.bilangan import write_sen
from kinerja.errors import DataError
from kinerja.judul import is_kosong
from kinerja.kode import POHON, JenisKode, Kode
from kinerja.nomenklatur import find_program

SEBAB = {
    Kedudukan.LUAR: "pendapatan, pembiayaan, atau selisihnya",
    Kedudukan.RINCIAN: "rincian tanpa kode",
    Kedudukan.ULANGAN: "jumlah yang sudah termuat di baris lain",
    Kedudukan.NOMOR: "nomor kolom",
}
"""Why rows are not compared."""


@dataclass(frozen=True, slots=True)
class BlokJudul:
    """The title block: budget year (0 = not said), kecamatan as written, code that the whole table belongs to, and the
    kelurahan or other part of the kecamatan that it is of."""

    tahun: int = 0
    kecamatan: str | None = None
    kode: str | None = None
    unit: str = ""


@dataclass(slots=True)
class BarisTabel:
    """One row: its number from 1 and what its cells say.

    Attributes:
        kode: as it was read, of kind ASING with an empty text where there is none.
        akun: an account in a column of its own.
        uang: its cells in the columns of amounts.
        label: the text that stands first in the row, for a row without code and name.
        pembeda: what tells it apart from other rows of its code.
        blok_judul: the title block that it stands under.
        blok: number of that block.
        penomor: it numbers the columns.
        diturunkan: its code and name are those of the row above, which merged cells leave blank.
    """

    nomor: int
    kode: Kode
    nama: str
    kecamatan: str
    uang: tuple[object, ...]
    blok_judul: BlokJudul
    blok: int
    akun: str = ""
    label: str = ""
    pembeda: str = ""
    penomor: bool = False
    diturunkan: bool = False

    @property
    def beruang(self) -> bool:
        """Whether any of its amount cells is filled."""
        return not all(map(is_kosong, self.uang))


@dataclass(slots=True)
class _Jalan:
    """What the rows above say: the code that accounts hang under, the kecamatan, the sub-unit."""

    blok_judul: BlokJudul | None = None
    induk: str = ""
    kecamatan: str = ""
    unit: str = ""

    def enter(self, blok: BlokJudul) -> None:
        if blok is not self.blok_judul:
            self.blok_judul, self.unit = blok, blok.unit
            self.induk, self.kecamatan = blok.kode or "", blok.kecamatan or ""

    def see_unit(self, s: BarisTabel, nama: str) -> None:
        """A row of an SKPD or of a sub-unit: a kelurahan belongs to the kecamatan above it."""
        self.induk = ""
        if s.kode.jenis is JenisKode.SKPD:
            self.kecamatan, self.unit = nama or s.kode.baku, ""
            return
        if read_label(nama) is Label.UNIT and nama.casefold().startswith("kec"):
            self.kecamatan = nama
        self.kecamatan, self.unit = self.kecamatan or s.kode.induk_skpd, nama or s.kode.baku


def make_butir(baris: Sequence[BarisTabel], sen: Sequence[int | None], tempat: str) -> list[Butir]:
    """The rows for the proof, one for each; what is found out of a row is written into it as well.

    Raises:
        DataError: a budget under a code that fits nothing.
    """
    hasil: list[Butir] = []
    jalan = _Jalan()
    berkode = any(s.kode.baku and s.kode.jenis is not JenisKode.ASING for s in baris)
    urusan = {s.kode.baku[0] for s in baris if s.kode.jenis in POHON}
    for s, n in zip(baris, sen, strict=True):
        jalan.enter(s.blok_judul)
        s.nama = s.nama or ("" if s.kode.baku else s.label)
        kode, jenis = ("", None) if s.penomor else _read_kode(s, n, jalan, urusan, tempat)
        diduga = not kode and berkode and n is not None and not s.penomor and (baku := find_program(s.nama)) is not None
        if diduga and baku is not None:
            kode, jenis = baku.kode, JenisKode.PROGRAM
        s.kecamatan = s.kecamatan or s.kode.skpd or jalan.kecamatan
        s.pembeda = " | ".join(filter(None, (jalan.unit, s.pembeda)))
        nama = "" if s.penomor else s.nama
        hasil.append(Butir(kode, jenis, nama, n, s.kecamatan, s.blok, not (kode or nama), diduga or s.diturunkan))
    return hasil


def _read_kode(
    s: BarisTabel, sen: int | None, jalan: _Jalan, urusan: set[str], tempat: str
) -> tuple[str, JenisKode | None]:
    """The code of a row in its place, and its kind."""
    kode, jenis = s.kode.baku, s.kode.jenis if s.kode.baku else None
    if jenis is JenisKode.ASING:
        if sen is not None and not re.match(r"X\.XX\.", kode, re.IGNORECASE):  # as in a form that is not filled in
            raise refuse_asing(s, tempat)
    elif jenis in (JenisKode.SKPD, JenisKode.SUB_UNIT):
        jalan.see_unit(s, s.nama)
    elif jenis is JenisKode.URUSAN and read_label(s.nama) is Label.PROGRAM:
        kode, jenis = f"{int(kode):02}", JenisKode.NOMOR
    elif jenis is JenisKode.URUSAN and s.kode.akun and _is_akun(s, jalan, urusan):
        jenis = JenisKode.AKUN
    if jenis in POHON or jenis is JenisKode.NOMOR:
        jalan.induk = kode
    akun = s.akun if jenis is not JenisKode.AKUN else kode if " " not in kode else ""
    if not akun:
        return kode, jenis
    # Spending belongs to a programme; revenue and financing do not.
    induk = kode if s.akun and kode else jalan.induk
    return (f"{induk} {akun}".strip() if akun[0] == "5" else akun), JenisKode.AKUN


def _is_akun(s: BarisTabel, jalan: _Jalan, urusan: set[str]) -> bool:
    """`5` alone is an account where its name says so, or where no programme of urusan 5 stands in the table."""
    if read_label(s.nama) in SEKSI:
        return True
    if re.match(r"(?:unsur|urusan|bidang)\b", s.nama.casefold()):
        return False
    return bool(jalan.induk) or s.kode.baku not in urusan


def refuse_asing(s: BarisTabel, tempat: str) -> DataError:
    """The error for a code that fits nothing: it must not be rewritten, and a budget must not hang on it."""
    return DataError(
        f"Kode {s.kode.baku!r} bukan kode program, kegiatan, sub-kegiatan, atau rekening.",
        tempat=f"{tempat}, baris {s.nomor}",
        saran="Betulkan kodenya; bila berubah oleh Excel, ubah format kolom kode menjadi Teks.",
    )


def refuse_rekening(butir: Sequence[Butir], baris: Sequence[BarisTabel], tempat: str) -> None:
    """Accounts need a programme that they belong to.

    Raises:
        DataError: a table of accounts only.
    """
    akun = [b for b in butir if b.jenis is JenisKode.AKUN]
    if not akun or any(b.jenis in POHON or b.jenis is JenisKode.NOMOR or " " in b.kode for b in butir):
        return
    if any(not b.kode and b.label is Label.PROGRAM for b in butir) or any(s.blok_judul.kode for s in baris):
        return
    raise DataError(
        "Tabel hanya berisi kode rekening, tanpa kode program.",
        tempat=tempat,
        saran="Pakai tabel yang memuat kode program, kegiatan, atau sub-kegiatan.",
    )


def refuse_dua(butir: Sequence[Butir], baris: Sequence[BarisTabel], tempat: str) -> None:
    """Refuse a row that is a programme as well as a total: both readings explain the figures.

    Raises:
        DataError: with both, and their totals.
    """
    for b, s in zip(butir, baris, strict=True):
        if b.dua:
            sen = b.sen or 0
            total = sum(x.sen or 0 for x in butir if x.kedudukan is Kedudukan.ISI and x.blok == b.blok)
            raise DataError(
                f"{b.nama!r} {write_sen(sen)} sama dengan jumlah baris-baris lain: program, atau baris jumlah?"
                f" Sebagai program semuanya {write_sen(total)}, sebagai baris jumlah {write_sen(total - sen)}.",
                tempat=f"{tempat}, baris {s.nomor}",
                saran="Isi kodenya dan nama programnya bila ini program; hapus kodenya dan tulis Jumlah bila bukan.",
            )
