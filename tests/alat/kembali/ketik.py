"""Values typed into the inputs of a workbook of any version: only those cells change, all else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.alat.alamat import Kotak, box, column_letters
from tests.alat.kembali.paket import BUKU, GAYA, Paket, U, UbahError, open_paket, pack
from tests.alat.kembali.sel import Isi, list_sel, put_sel

Matriks = Sequence[Sequence[float | str | None]]
"""Rows of an input block; None leaves a cell as it is."""


@dataclass(frozen=True, slots=True)
class Isian:
    """An input block: its sheet, its box, and which of its cells, from 0, may be typed into."""

    lembar: str
    kotak: Kotak
    terbuka: frozenset[tuple[int, int]]

    @property
    def tinggi(self) -> int:
        return self.kotak[2] - self.kotak[0] + 1

    @property
    def lebar(self) -> int:
        return self.kotak[3] - self.kotak[1] + 1

    def address(self, r: int, k: int) -> str:
        """Where a cell of the block stands on its sheet."""
        return f"{column_letters(self.kotak[1] + k)}{self.kotak[0] + r}"


def list_nama(paket: Paket, awalan: str) -> Iterator[tuple[str, str, Kotak]]:
    """Names of the workbook that begin so, with sheet and box; those that lead elsewhere are left out."""
    for satu in paket.tree(BUKU).iterfind(f"{U}definedNames/{U}definedName"):
        lembar, _, rentang = (satu.text or "").rpartition("!")
        if satu.get("name").startswith(awalan) and satu.get("localSheetId") is None and "#" not in rentang:
            yield satu.get("name"), lembar.strip("'"), box(rentang)


def list_terbuka(paket: Paket) -> frozenset[str]:
    """Numbers of the styles whose cells are not locked."""
    semua = paket.tree(GAYA).find(f"{U}cellXfs")
    kunci = [xf.find(f"{U}protection") for xf in semua]
    return frozenset(str(n) for n, p in enumerate(kunci) if p is not None and p.get("locked") in {"0", "false"})


def list_isian(paket: Paket) -> dict[str, Isian]:
    """The input blocks of a workbook by name (`isian_…`)."""
    buka, lembar = list_terbuka(paket), paket.list_lembar()
    hasil: dict[str, Isian] = {}
    for nama, satu, kotak in list_nama(paket, "isian_"):
        isian = Isian(satu, kotak, frozenset())
        sel = list_sel(paket.bagian[lembar[satu]])
        ada = ((r, k) for r in range(isian.tinggi) for k in range(isian.lebar))
        terbuka = frozenset(
            (r, k) for r, k in ada if (p := sel.get(isian.address(r, k))) and p.atribut.get("s", "0") in buka
        )
        hasil[nama] = Isian(satu, kotak, terbuka)
    return hasil


def type_isian(isi: bytes, ketikan: Mapping[str, Matriks]) -> bytes:
    """The workbook with values typed into its inputs by name; formulas keep the values that they had.

    Raises:
        UbahError: there is no such input, it has no room, or the cell is locked.
    """
    paket = open_paket(isi)
    isian = list_isian(paket)
    sel: dict[str, dict[str, Isi]] = {}
    for nama, matriks in ketikan.items():
        if nama not in isian:
            raise UbahError(f"Isian {nama} tidak ada.")
        satu = isian[nama]
        for r, baris in enumerate(matriks):
            for k, nilai in enumerate(baris):
                if nilai is None:
                    continue
                if (r, k) not in satu.terbuka:
                    raise UbahError(f"{nama}: {satu.lembar}!{satu.address(r, k)} terkunci atau di luar isian.")
                sel.setdefault(satu.lembar, {})[satu.address(r, k)] = nilai
    for lembar, petak in sel.items():
        bagian = paket.get_lembar(lembar)
        paket = paket.put(bagian, put_sel(paket.bagian[bagian], petak))
    return pack(paket)
