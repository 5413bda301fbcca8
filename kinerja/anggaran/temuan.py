"""Findings about budgets, those of an earlier result, and what became of them; how a result keeps them on its sheet."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.anggaran.sen import write_polos
from kinerja.temuan import Temuan

JUDUL_HASIL = "Rekonsiliasi anggaran"
"""Title of the workbook that a result is, by which it is known."""
LEMBAR = "Temuan"
JUDUL_KODE, JUDUL_TINGKAT, JUDUL_TEMPAT, JUDUL_PESAN, JUDUL_SARAN = "Kode", "Tingkat", "Di mana", "Temuan", "Saran"
JUDUL_PENJELASAN, JUDUL_LAMA, JUDUL_SIDIK = "Penjelasan", "Penjelasan lama", "Sidik"
"""The sheet, and the titles of its columns that are read back."""
SELESAI, BELUM_PASTI = "selesai", "belum pasti"
"""What stands in place of the severity where a finding is no longer there, or may not be."""


@dataclass(frozen=True, slots=True)
class TemuanAnggaran(Temuan):
    """A finding with both amounts (rupiah, exact), their difference, and the place in each file.

    Attributes:
        kunci: what tells it from others of its code, the same in every comparison of these budgets; not in the JSON.
        kecamatan: what `kunci` begins with where the sources say whose the row is; not in the JSON.
        penjelasan: what a person has said about it; None where nobody has.
    """

    kode_program: str = ""
    perjanjian: Decimal | None = None
    dpa: Decimal | None = None
    realisasi: Decimal | None = None
    selisih: Decimal | None = None
    tempat_perjanjian: str = ""
    tempat_dpa: str = ""
    tempat_realisasi: str = ""
    kunci: str = ""
    penjelasan: str | None = None
    kecamatan: str = ""

    def to_dict(self) -> dict[str, str]:
        """Plain strings; amounts at full precision, only those that there are."""
        tampil = (bidang for bidang in self.__dataclass_fields__ if bidang not in ("kunci", "kecamatan"))
        semua = {bidang: write_polos(getattr(self, bidang)) for bidang in tampil}
        return {bidang: teks for bidang, teks in semua.items() if teks is not None}


@dataclass(frozen=True, slots=True)
class TemuanLama:
    """A finding of an earlier result.

    Attributes:
        kunci: digest of code and key.
        jumlah: digest of the amounts.
        lama: an explanation of other amounts, from a result before that.
        selesai: for one that was no longer there already then, the sentence that says since when.
        sebab: for one of which nobody knows whether it is still there, why.
    """

    kunci: str
    jumlah: str
    tempat: str
    pesan: str
    penjelasan: str
    lama: str = ""
    selesai: str = ""
    sebab: str = ""

    @property
    def kode(self) -> str:
        """`RK03`."""
        return self.kunci.partition("-")[0]

    @property
    def sidik(self) -> str:
        """As `write_sidik`."""
        return f"{self.kunci}-{self.jumlah}"

    @property
    def dijelaskan(self) -> bool:
        """Whether anything was ever said about it."""
        return bool(self.penjelasan or self.lama)


class Keadaan(StrEnum):
    """What became of a finding since the earlier result; `KEMBALI` was settled then."""

    BARU = "baru"
    TETAP = "tetap"
    BERUBAH = "berubah"
    KEMBALI = "kembali"


@dataclass(frozen=True, slots=True)
class Lanjutan:
    """The findings with their explanations, and what became of those of the earlier result.

    Attributes:
        temuan: with `penjelasan` where one holds.
        keadaan: of each of them.
        lama: of each of them the explanation of other amounts; empty where there is none.
        selesai: findings that are not there any more.
        belum_pasti: findings that were not looked for this time, or may be among those that are told as one.
    """

    temuan: tuple[TemuanAnggaran, ...]
    keadaan: tuple[Keadaan, ...]
    lama: tuple[str, ...]
    selesai: tuple[TemuanLama, ...]
    belum_pasti: tuple[TemuanLama, ...]

    def describe(self) -> str:
        """`Sejak hasil sebelumnya: 3 tetap, 1 baru, 2 selesai.`, and what could not be carried."""
        banyak = {str(satu): self.keadaan.count(satu) for satu in Keadaan}
        banyak |= {"selesai": len(self.selesai), "belum pasti": len(self.belum_pasti)}
        rinci = ", ".join(f"{n} {satu}" for satu, n in banyak.items() if n) or "tidak ada temuan"
        teks = f"Sejak hasil sebelumnya: {rinci}."
        for sebab, tinggal in Counter(t.sebab for t in self.belum_pasti if t.dijelaskan).items():
            teks += f" {tinggal} penjelasan tidak dibawa karena {sebab}; isinya tetap ada di lembar Temuan."
        return teks


def write_sidik(t: TemuanAnggaran) -> str:
    """What a finding is known by in another result: its code and key, and its amounts.

    A realisation moves every month; it is among the amounts only where the finding is about it.
    """
    tentang = t.kode == "RK04" or (t.perjanjian is None and t.dpa is None)
    uang = (t.perjanjian, t.dpa, t.realisasi if tentang else None)
    jumlah = " ".join("-" if n is None else f"{n:.2f}" for n in uang)
    return f"{write_kunci(t.kode, t.kunci)}-{_digest(jumlah)}"


def write_kunci(kode: str, kunci: str) -> str:
    """Code and digest of a key, the first two parts of `write_sidik`."""
    return f"{kode}-{_digest(kunci)}"


def _digest(teks: str) -> str:
    return hashlib.sha256(teks.encode(errors="replace")).hexdigest()[:12]
