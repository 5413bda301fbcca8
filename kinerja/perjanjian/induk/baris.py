"""One row of an input table, and the strict reading of its cells. Every refusal names file, sheet, row and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NoReturn, TypeVar

from kinerja.angka import JenisAngka, read_angka
from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import DataError, KosongError, MasukanError
from kinerja.hari import write_hari
from kinerja.perjanjian.induk.skema import YA_TIDAK
from kinerja.tabel.teks import clean_teks
from kinerja.wilayah.cari import split_kode

T = TypeVar("T")

MAKS_TEKS = 32_767
"""Characters that fit into one spreadsheet cell."""

MAKS_ANGKA = Decimal(10) ** 15
"""From here on a spreadsheet no longer keeps every digit."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row: where it stands, and its cells that are not blank, by column key.

    Attributes:
        judul: column titles for messages, by key; the key itself where there is none.
    """

    tempat: str
    isi: Mapping[str, object]
    judul: Mapping[str, str]

    def refuse(self, kunci: str, pesan: str, saran: str = "") -> NoReturn:
        """Raise the DataError that names this row and the column."""
        raise DataError(pesan, tempat=f"{self.tempat}, kolom {self.judul.get(kunci, kunci)}", saran=saran)

    def overlay(self, atas: Baris) -> Baris:
        """This row with the filled cells of `atas` in place of its own; it is then known by the place of `atas`."""
        return Baris(atas.tempat, {**self.isi, **atas.isi}, atas.judul)

    def read_teks(self, kunci: str) -> str | None:
        """Clean text, or None where blank; newlines become spaces."""
        teks = self.read_paragraf(kunci)
        return " ".join(teks.split()) if teks else None

    def need_teks(self, kunci: str) -> str:
        """Clean text that must be there."""
        return self.read_teks(kunci) or self.refuse(kunci, "Sel ini wajib diisi.", "Isi sel itu.")

    def read_paragraf(self, kunci: str) -> str | None:
        """Clean text in which newlines separate paragraphs, or None where blank."""
        nilai = self.isi.get(kunci)
        if nilai is None:
            return None
        if isinstance(nilai, str):
            return self._clean(kunci, nilai) or None
        if isinstance(nilai, date):
            return write_hari(nilai)
        if isinstance(nilai, bool):
            self.refuse(kunci, f"Sel berisi {'TRUE' if nilai else 'FALSE'}, bukan teks.", "Ketik teksnya.")
        angka = self._read_bilangan(kunci, nilai)
        return f"{angka.to_integral_value() if angka == angka.to_integral_value() else angka:f}"

    def read_kode(self, kunci: str) -> str | None:
        """A wilayah code with its dots; a name written behind it is dropped: `12.71.17 Medan Baru`."""
        nilai = self.isi.get(kunci)
        if isinstance(nilai, date):
            self.refuse(
                kunci,
                f"Kode berubah menjadi tanggal {nilai:%d-%m-%Y}.",
                "Ubah format sel menjadi Teks, lalu ketik lagi kodenya.",
            )
        teks = self.read_teks(kunci)
        if teks and not isinstance(nilai, str) and "." in teks:
            teks = f"{Decimal(teks):05.2f}"  # the number 12.1 can only have been the code 12.10
        return split_kode(teks)[0] if teks else None

    def find_kode(self, kunci: str, find: Callable[[str], T]) -> T:
        """What `find` knows by the code of a cell that must be there; a code that it does not know is refused."""
        kode = self.read_kode(kunci) or self.need_teks(kunci)
        try:
            return find(kode)
        except DataError as galat:
            self.refuse(kunci, galat.pesan, galat.saran)

    def read_angka(self, kunci: str, jenis: JenisAngka = "nilai") -> Decimal | None:
        """An exact number; text is read in Indonesian form (`29.432.849.010`, `88,30`), strictly."""
        nilai = self.isi.get(kunci)
        if nilai is None:
            return None
        if isinstance(nilai, date):
            self.refuse(kunci, f"Angka berubah menjadi tanggal {nilai:%d-%m-%Y}.", "Ketik lagi angkanya.")
        if not isinstance(nilai, str):
            return self._read_bilangan(kunci, nilai)
        try:
            angka = read_angka(self._clean(kunci, nilai), jenis)
        except KosongError:
            return None
        except MasukanError as galat:
            self.refuse(kunci, galat.pesan, galat.saran)
        return self._read_bilangan(kunci, angka)

    def read_bulat(self, kunci: str) -> int | None:
        """A whole number, not negative."""
        angka = self.read_angka(kunci, "bilangan")
        if angka is None:
            return None
        if angka != int(angka) or angka < 0:
            self.refuse(kunci, f"{write_angka(angka)} bukan bilangan bulat.", "Ketik bilangan bulat, paling kecil 0.")
        return int(angka)

    def read_rupiah(self, kunci: str) -> Decimal | None:
        """An amount in rupiah, exact to the sen."""
        angka = self.read_angka(kunci, "uang")
        if angka is not None and angka != angka.quantize(Decimal("0.01")):
            self.refuse(
                kunci, f"{write_angka(angka)} lebih teliti daripada sen.", "Ketik paling banyak dua angka desimal."
            )
        return angka

    def read_ya(self, kunci: str) -> bool | None:
        """Yes or no, as a word or as TRUE and FALSE; None where blank."""
        nilai = self.isi.get(kunci)
        teks = nilai if isinstance(nilai, bool) else self.read_teks(kunci)
        if teks is None or isinstance(teks, bool):
            return teks
        if teks.casefold() not in YA_TIDAK:
            self.refuse(kunci, f"{teks!r} tidak dikenal.", f"Pilih: {', '.join(YA_TIDAK)}.")
        return teks.casefold() == YA_TIDAK[0]

    def read_nip(self, kunci: str) -> str | None:
        """A NIP as typed. A number of more than 15 digits has lost its last ones and is refused."""
        nilai = self.isi.get(kunci)
        if isinstance(nilai, (int, float)) and abs(nilai) >= MAKS_ANGKA:
            self.refuse(
                kunci,
                "NIP tersimpan sebagai angka, sehingga angka-angka terakhirnya sudah hilang.",
                "Ubah format sel menjadi Teks, lalu ketik lagi ke-18 angkanya.",
            )
        return self.read_teks(kunci)

    def _read_bilangan(self, kunci: str, nilai: object) -> Decimal:
        """The exact number of a cell that is not text."""
        if not isinstance(nilai, (int, float, Decimal)):
            self.refuse(kunci, "Sel tidak berisi teks atau angka.", "Ketik ulang isinya.")
        try:
            angka = to_decimal(nilai)
        except MasukanError as galat:
            self.refuse(kunci, galat.pesan, galat.saran)
        if abs(angka) >= MAKS_ANGKA:
            self.refuse(kunci, "Angka terlalu besar; paling banyak 15 angka.", "Periksa angkanya.")
        return angka

    def _clean(self, kunci: str, teks: str) -> str:
        """Clean text; what no spreadsheet can hold is refused, nothing is cut."""
        try:
            return clean_teks(teks, MAKS_TEKS)
        except MasukanError as galat:
            self.refuse(kunci, galat.pesan, galat.saran)
