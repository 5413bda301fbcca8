"""A TOML table that is taken apart key by key; what is missing, mistyped or left over is refused."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn

from kinerja.errors import PeraturanError

_ANGKA = re.compile(r"-?([0-9]+(\.[0-9]+)?|Infinity)")


class TomlTable:
    """One TOML table and the place it has in its file, for the messages."""

    def __init__(self, data: object, tempat: str) -> None:
        self.tempat = tempat
        if not isinstance(data, dict):
            self.refuse("harus berupa tabel.")
        self._sisa: dict[str, Any] = dict(data)

    @classmethod
    def from_toml(cls, nama: str, teks: str) -> TomlTable:
        """Read the text of `nama`.toml."""
        try:
            return cls(tomllib.loads(teks), f"{nama}.toml")
        except tomllib.TOMLDecodeError as galat:
            raise PeraturanError(f"bukan TOML yang sah: {galat}.", tempat=f"{nama}.toml") from galat

    def refuse(self, pesan: str) -> NoReturn:
        """Raise with this place."""
        raise PeraturanError(pesan, tempat=self.tempat, saran="Perbaiki berkas peraturan itu.")

    def has(self, kunci: str) -> bool:
        """Whether an optional key is there."""
        return kunci in self._sisa

    def take_teks(self, kunci: str) -> str:
        """A text that is not empty."""
        nilai = self._take(kunci)
        if not isinstance(nilai, str) or not nilai.strip():
            self.refuse(f"`{kunci}` harus teks yang berisi, bukan {nilai!r}.")
        return nilai

    def take_pilihan(self, kunci: str, pilihan: tuple[str, ...]) -> str:
        """One of the words in `pilihan`."""
        nilai = self.take_teks(kunci)
        if nilai not in pilihan:
            self.refuse(f"`{kunci}` harus salah satu dari {', '.join(pilihan)}, bukan {nilai!r}.")
        return nilai

    def take_bilangan(self, kunci: str) -> int:
        """A whole number, 0 or more."""
        nilai = self._take(kunci)
        if isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < 0:
            self.refuse(f"`{kunci}` harus bilangan bulat 0 atau lebih, bukan {nilai!r}.")
        return nilai

    def take_angka(self, kunci: str) -> Decimal:
        """A decimal number, written as text so that no float comes between."""
        return self._to_angka(kunci, self._take(kunci))

    def take_daftar_angka(self, kunci: str) -> tuple[Decimal, ...]:
        """A list of decimal numbers."""
        return tuple(self._to_angka(kunci, x) for x in self._take_daftar(kunci))

    def take_daftar_teks(self, kunci: str) -> tuple[str, ...]:
        """A list of texts, each different from the others."""
        daftar = self._take_daftar(kunci)
        if not all(isinstance(x, str) and x.strip() for x in daftar):
            self.refuse(f"`{kunci}` harus daftar teks yang berisi.")
        if len(set(daftar)) != len(daftar):
            self.refuse(f"`{kunci}` memuat teks ganda.")
        return tuple(daftar)

    def take_tanggal(self, kunci: str) -> date:
        """A date without a time."""
        nilai = self._take(kunci)
        if not isinstance(nilai, date) or isinstance(nilai, datetime):
            self.refuse(f"`{kunci}` harus tanggal seperti 2021-12-31, bukan {nilai!r}.")
        return nilai

    def take_tabel(self, kunci: str) -> list[TomlTable]:
        """A list of tables, at least one."""
        return [
            TomlTable(x, f"{self.tempat}, {kunci} ke-{nomor}")
            for nomor, x in enumerate(self._take_daftar(kunci), start=1)
        ]

    def finish(self) -> None:
        """Refuse what nobody took."""
        if self._sisa:
            self.refuse(f"kunci tidak dikenal: {', '.join(sorted(self._sisa))}.")

    def _take(self, kunci: str) -> Any:
        if kunci not in self._sisa:
            self.refuse(f"kunci `{kunci}` tidak ada.")
        return self._sisa.pop(kunci)

    def _take_daftar(self, kunci: str) -> list[Any]:
        nilai = self._take(kunci)
        if not isinstance(nilai, list) or not nilai:
            self.refuse(f"`{kunci}` harus daftar yang berisi.")
        return nilai

    def _to_angka(self, kunci: str, nilai: object) -> Decimal:
        if not isinstance(nilai, str) or not _ANGKA.fullmatch(nilai):
            self.refuse(f'`{kunci}` harus angka dalam tanda kutip seperti "76.61", bukan {nilai!r}.')
        return Decimal(nilai)
