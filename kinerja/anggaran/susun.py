"""From the cells of rows to rows that can be proved: whole codes, accounts under what they belong to, owners.

What the figures must not be read into is refused: codes that fit nothing, accounts without a programme, a row that is
a programme as well as a total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.anggaran.bukti import Butir, Kedudukan
from kinerja.anggaran.label import Label, read_label
from kinerja.anggaran.sen import write_sen
from kinerja.errors import DataError
from kinerja.kode import POHON, Jenis, Kode
from kinerja.nomenklatur import find_program

SEBAB = {
    Kedudukan.LUAR: "pendapatan, pembiayaan, atau selisihnya",
    Kedudukan.RINCIAN: "rincian tanpa kode",
    Kedudukan.ULANGAN: "jumlah baris di atasnya yang diulang",
    Kedudukan.NOMOR: "nomor kolom",
}
"""Why rows are not compared."""


@dataclass(frozen=True, slots=True)
class Konteks:
    """The title block: budget year (0 = not said), kecamatan as written, code that the whole table belongs to."""

    tahun: int = 0
    kecamatan: str | None = None
    kode: str | None = None


@dataclass(slots=True)
class Sel:
    """One row: its number from 1 and what its cells say.

    Attributes:
        kode: as it was read, of kind ASING with an empty text where there is none.
        akun: an account in a column of its own.
        uang: its cells in the columns of amounts.
        label: the text that stands first in the row, for a row without code and name.
        pembeda: what tells it apart from other rows of its code.
        konteks: the title block that it stands under.
        blok: number of that block.
        nomor: it numbers the columns.
    """

    baris: int
    kode: Kode
    nama: str
    kecamatan: str
    uang: tuple[object, ...]
    konteks: Konteks
    blok: int
    akun: str = ""
    label: str = ""
    pembeda: str = ""
    nomor: bool = False

    @property
    def beruang(self) -> bool:
        """Whether any of its amount cells is filled."""
        return any(u is not None and str(u).strip() for u in self.uang)


def make_butir(sel: Sequence[Sel], sen: Sequence[int | None], tempat: str) -> list[Butir]:
    """Rows for the proof: whole codes, accounts under what they belong to, every row with its kecamatan."""
    hasil: list[Butir] = []
    berkode = any(s.kode.baku and s.kode.jenis is not Jenis.ASING for s in sel)
    konteks, induk, kecamatan, unit = None, "", "", ""
    for s, n in zip(sel, sen, strict=True):
        if s.konteks is not konteks:
            konteks, induk, kecamatan, unit = s.konteks, s.konteks.kode or "", s.konteks.kecamatan or "", ""
        kode, jenis = s.kode.baku, s.kode.jenis if s.kode.baku else None
        if jenis is Jenis.ASING and n is not None and not s.nomor and "X" not in kode.upper():
            raise refuse_asing(s, tempat)  # X stands in a form that is not filled in
        nama = s.nama or ("" if kode else s.label)
        if jenis is Jenis.SKPD:
            kecamatan, induk, unit = nama or kode, "", ""
        elif jenis is Jenis.SUB_UNIT:
            if read_label(nama) is Label.UNIT and nama.casefold().startswith("kec"):
                kecamatan = nama
            kecamatan, unit, induk = kecamatan or s.kode.induk_skpd, nama or kode, ""
        elif jenis is Jenis.URUSAN and read_label(nama) is Label.PROGRAM:
            kode, jenis = f"{int(kode):02}", Jenis.NOMOR
        elif jenis is Jenis.URUSAN and s.kode.akun and _is_akun(nama, induk, sel, s):
            jenis = Jenis.AKUN
        if jenis in POHON or jenis is Jenis.NOMOR:
            induk = kode
        if s.akun and jenis is not Jenis.AKUN:
            kode, jenis = (f"{kode or induk} {s.akun}".strip() if s.akun[0] == "5" else s.akun), Jenis.AKUN
        elif jenis is Jenis.AKUN and " " not in kode and induk and kode[0] == "5":
            kode = f"{induk} {kode}"
        elif not kode and berkode and n is not None and (baku := find_program(nama)):
            kode, jenis = baku.kode, Jenis.PROGRAM
        s.kecamatan = s.kecamatan or s.kode.skpd or kecamatan
        s.pembeda = " | ".join(filter(None, (unit, s.pembeda)))
        s.nama = nama
        if s.nomor:
            kode, jenis, nama = "", None, ""
        hasil.append(Butir(kode, jenis, nama, n, s.kecamatan, s.blok, yatim=not (kode or nama)))
    return hasil


def _is_akun(nama: str, induk: str, sel: Sequence[Sel], satu: Sel) -> bool:
    """`5` alone is an account where its name says so, or where no programme of urusan 5 stands in the table."""
    if read_label(nama) in (Label.PENDAPATAN, Label.BELANJA, Label.PEMBIAYAAN):
        return True
    if re.match(r"(?:unsur|urusan|bidang)\b", nama.casefold()):
        return False
    awal = f"{satu.kode.baku}."
    return bool(induk) or not any(s.kode.jenis in POHON and s.kode.baku.startswith(awal) for s in sel)


def refuse_asing(s: Sel, tempat: str) -> DataError:
    """The error for a code that fits nothing: it must not be rewritten, and a budget must not hang on it."""
    return DataError(
        f"Kode {s.kode.baku!r} bukan kode program, kegiatan, sub-kegiatan, atau rekening.",
        tempat=f"{tempat}, baris {s.baris}",
        saran="Betulkan kodenya; bila berubah oleh Excel, ubah format kolom kode menjadi Teks.",
    )


def refuse_rekening(butir: Sequence[Butir], sel: Sequence[Sel], tempat: str) -> None:
    """Accounts need a programme that they belong to."""
    akun = [b for b in butir if b.jenis is Jenis.AKUN]
    if akun and not any(b.jenis in POHON or b.jenis is Jenis.NOMOR or " " in b.kode for b in butir):
        if any(not b.kode and b.label is Label.PROGRAM for b in butir) or any(s.konteks.kode for s in sel):
            return
        raise DataError(
            "Tabel hanya berisi kode rekening, tanpa kode program.",
            tempat=tempat,
            saran="Pakai tabel yang memuat kode program, kegiatan, atau sub-kegiatan.",
        )


def refuse_dua(butir: Sequence[Butir], sel: Sequence[Sel], tempat: str) -> None:
    """A row that is a programme as well as a total: both readings explain the figures."""
    for b, s in zip(butir, sel, strict=True):
        if b.dua:
            total = sum(x.sen or 0 for x in butir if x.kedudukan is Kedudukan.ISI and x.blok == b.blok)
            tanpa = total - (b.sen or 0)
            raise DataError(
                f"{b.nama!r} {write_sen(b.sen or 0)} sama dengan jumlah baris-baris lain: program, atau baris jumlah?"
                f" Sebagai program semuanya {write_sen(total)}, sebagai baris jumlah {write_sen(tanpa)}.",
                tempat=f"{tempat}, baris {s.baris}",
                saran="Isi kodenya dan nama programnya bila ini program; hapus kodenya dan tulis Jumlah bila bukan.",
            )
