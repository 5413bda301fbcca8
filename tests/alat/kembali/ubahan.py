"""What a kind of tampering is, where a reader must name it, and how its steps are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.alamat import box, overlap
from tests.alat.kembali.paket import Paket, UbahError, open_paket, pack
from tests.alat.kembali.sel import Isi, Rumus, find_sel, put_sel

Langkah = Callable[[Paket], Paket]


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a change must be named: a cell or range of a sheet, a sheet as such (`sel` is empty), or a defined name."""

    lembar: str = ""
    sel: str = ""
    nama: str = ""

    def is_named(self, lembar: str, sel: str, *teks: str) -> bool:
        """Whether a finding speaks of this place; `teks` is all that it says in words.

        >>> Tempat("SKM", "9:9").is_named("SKM", "B9"), Tempat("SKM", "Q18").is_named("SKM", "")
        (True, False)
        >>> Tempat(nama="hasil_skm_nik").is_named("", "", "Nama hasil_skm_nik menunjuk sel lain.")
        True
        """
        if self.nama and any(re.search(rf"\b{re.escape(self.nama)}\b", satu) for satu in (sel, *teks)):
            return True
        if not self.lembar:
            return not self.nama
        if lembar != self.lembar:
            return False
        return not self.sel or any(overlap(box(self.sel), box(satu)) for satu in re.split(r"[,\s]+", sel) if satu)


@dataclass(frozen=True, slots=True)
class Ubahan:
    """A kind of tampering.

    Attributes:
        apa: what is done, a sentence.
        tempat: places, each of which must be named.
        tingkat: the least that a finding on it may be worth; CATATAN means that it must not be called evidence.
        ubah: the change itself.
        tanpa: programs whose re-saved files it cannot be done to, and why.
    """

    nama: str
    apa: str
    tempat: tuple[Tempat, ...]
    tingkat: Bobot
    ubah: Langkah
    tanpa: Mapping[str, str] = field(default_factory=dict)

    def apply(self, isi: bytes) -> bytes:
        """The workbook with the change.

        Raises:
            UbahError: what is to be changed is not there.
        """
        asal = open_paket(isi)
        baru = self.ubah(asal)
        if baru == asal:
            raise UbahError(f"{self.nama}: tidak ada yang berubah.")
        return pack(baru)


def at(lembar: str, *sel: str) -> tuple[Tempat, ...]:
    return tuple(Tempat(lembar, satu) for satu in sel) or (Tempat(lembar),)


def type_sel(lembar: str, isi: Mapping[str, Isi]) -> Langkah:
    """Values or formulas typed into cells, which keep their look."""

    def ubah(paket: Paket) -> Paket:
        bagian = paket.get_lembar(lembar)
        return paket.put(bagian, put_sel(paket.bagian[bagian], isi))

    return ubah


def edit_rumus(lembar: str, alamat: str, pola: str, ganti: str) -> Langkah:
    """Part of a formula put otherwise, wherever the pattern fits; its value in the file stays as it was."""

    def ubah(paket: Paket) -> Paket:
        bagian = paket.get_lembar(lembar)
        petak = find_sel(paket.bagian[bagian], alamat)
        baru, kali = re.subn(pola, ganti, petak.rumus or "")
        if not kali or baru == petak.rumus:
            raise UbahError(f"Rumus {lembar}!{alamat} tidak memuat {pola}: {petak.rumus}")
        return paket.put(
            bagian, put_sel(paket.bagian[bagian], {alamat: Rumus(baru, read_nilai(paket, bagian, alamat))})
        )

    return ubah


def read_nilai(paket: Paket, bagian: str, alamat: str) -> float | str | None:
    """The value that stands in a cell: a number, a text, or nothing."""
    petak = find_sel(paket.bagian[bagian], alamat)
    match petak.atribut.get("t", "n"), petak.nilai:
        case _, None:
            return None
        case "s", nilai:
            return paket.list_teks()[int(nilai)]
        case "n", nilai:
            return float(nilai) if nilai else None
        case "b", nilai:
            return bool(int(nilai))
        case _, nilai:
            return nilai


def chain(*langkah: Langkah) -> Langkah:
    """Steps one after another."""

    def ubah(paket: Paket) -> Paket:
        for satu in langkah:
            paket = satu(paket)
        return paket

    return ubah
