"""What a reconciliation made of a table: right, a question, or wrong, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja.anggaran.banding import Rekonsiliasi, reconcile
from kinerja.errors import DataError
from kinerja.temuan import Tingkat
from tests.alat.anggaran.tabel import Tabel

PALSU = {"RK01", "RK02", "RK03", "RK04", "RK06", "RK07", "RK08"}
"""Findings that a table without a fault must not have."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One answer; `tanya` is the message of a refusal, and then there is no result."""

    hasil: Rekonsiliasi | None
    tanya: str = ""

    @property
    def kode(self) -> tuple[str, ...]:
        """Codes of the findings, in order."""
        return tuple(sorted(t.kode for t in self.hasil.temuan)) if self.hasil else ()

    @property
    def is_aman(self) -> bool:
        """An all-clear: neither a question nor a finding that a person must look at."""
        return self.hasil is not None and all(t.tingkat == Tingkat.INFO for t in self.hasil.temuan)

    def total(self, peran: str) -> Decimal:
        """The sum of the amounts of one source over all rows."""
        baris = self.hasil.baris if self.hasil else ()
        return sum((n for b in baris if (n := getattr(b, peran)) is not None), Decimal(0))


def ask(tabel: Tabel, *, berkas: str = "", balik: bool = False) -> Jawaban:
    """The table against its truth; a realisation has the truth as agreement and as DPA.

    Args:
        berkas: another kind of file than the shape says.
        balik: the two sides change places.
    """
    with TemporaryDirectory() as sementara:
        folder = Path(sementara)
        sumber = [tabel.write_pihak(folder), tabel.write(folder, berkas=berkas)]
        if tabel.bentuk.peran == "realisasi":
            sumber.insert(1, tabel.write_pihak(folder, "dpa_pihak"))
        return _ask(sumber[::-1] if balik else sumber)


def ask_dua(kiri: Tabel, kanan: Tabel) -> Jawaban:
    """Two tables against each other, as they are."""
    with TemporaryDirectory() as sementara:
        return _ask([kiri.write(Path(sementara), "pk"), kanan.write(Path(sementara), "dpa")])


def _ask(sumber: Sequence[Path]) -> Jawaban:
    try:
        return Jawaban(reconcile(*sumber))
    except DataError as galat:
        return Jawaban(None, f"{galat}")


def find_cacat(tabel: Tabel, jawaban: Jawaban) -> str:
    """What is wrong with the answer to a table without a fault; empty when it is right or a question."""
    if jawaban.hasil is None:
        return ""
    total = {peran: jawaban.total(peran) for peran in ("perjanjian", "dpa", tabel.bentuk.peran)}
    cacat = [f"{peran} {ada:f} instead of {tabel.total:f}" for peran, ada in total.items() if ada != tabel.total]
    palsu = sorted({*jawaban.kode} & PALSU)
    return "; ".join([*cacat, *([f"false {', '.join(palsu)}"] if palsu else [])])
