"""A TOML table that is taken apart key by key; what is missing, mistyped or left over is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from kinerja.errors import PeraturanError

_ANGKA = re.compile(r"-?([0-9]+(\.[0-9]+)?|Infinity)")


def _is_teks(x: object) -> bool:
    return isinstance(x, str) and bool(x.strip())


# Decimals are written as text, so that no float comes between; a date has no time.
_SAH: dict[object, tuple[Callable[[Any], bool], str]] = {
    str: (_is_teks, "teks yang berisi"),
    int: (lambda x: type(x) is int and x >= 0, "bilangan bulat 0 atau lebih"),
    Decimal: (lambda x: _is_teks(x) and bool(_ANGKA.fullmatch(x)), 'angka dalam tanda kutip seperti "76.61"'),
    date: (lambda x: type(x) is date, "tanggal seperti 2021-12-31"),
}


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
        raise PeraturanError(pesan, tempat=self.tempat, saran="Betulkan berkas peraturan itu.")

    def has(self, kunci: str) -> bool:
        """Whether an optional key is there."""
        return kunci in self._sisa

    def take(self, kunci: str, jenis: Any, bawaan: Any = MISSING) -> Any:
        """The value of a key: a str, int, Decimal, date or Literal, or a tuple of one of them or of dataclasses.

        Args:
            bawaan: what it is where the key is absent; a key without it must be there.
        """
        if kunci not in self._sisa and bawaan is not MISSING:
            return bawaan
        if get_origin(jenis) is not tuple:
            return self._convert(kunci, self._take(kunci), jenis)
        butir = get_args(jenis)[0]
        if is_dataclass(butir):
            return tuple(tabel.build(butir) for tabel in self.take_tabel(kunci))
        daftar = self._take_daftar(kunci)
        if butir is str and not all(map(_is_teks, daftar)):
            self.refuse(f"`{kunci}` harus daftar teks yang berisi.")
        if butir is str and len(set(daftar)) != len(daftar):
            self.refuse(f"`{kunci}` memuat teks ganda.")
        return tuple(self._convert(kunci, x, butir) for x in daftar)

    def take_tabel(self, kunci: str) -> list[TomlTable]:
        """A list of tables, at least one."""
        daftar = enumerate(self._take_daftar(kunci), start=1)
        return [TomlTable(x, f"{self.tempat}, {kunci} ke-{nomor}") for nomor, x in daftar]

    def build(self, kelas: Any) -> Any:
        """The whole table as a dataclass: its fields are the keys, those with a default may be absent."""
        jenis = get_type_hints(kelas)
        isi = {f.name: self.take(f.name, jenis[f.name], f.default) for f in fields(kelas)}
        self.finish()
        return kelas(**isi)

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

    def _convert(self, kunci: str, nilai: Any, jenis: Any) -> Any:
        pilihan = get_args(jenis)  # of a Literal
        is_sah, sebutan = _SAH[str if pilihan else jenis]
        if not is_sah(nilai):
            self.refuse(f"`{kunci}` harus {sebutan}, bukan {nilai!r}.")
        if pilihan and nilai not in pilihan:
            self.refuse(f"`{kunci}` harus salah satu dari {', '.join(pilihan)}, bukan {nilai!r}.")
        return Decimal(nilai) if jenis is Decimal else nilai
