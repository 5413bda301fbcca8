"""A filled form in memory, with its hidden sheet: what it comes to, by expression and by the text of its formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kinerja.alamat import Kotak
from kinerja.formulir.hasil import LembarHasil, plan_hasil
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja, Program
from kinerja.workbook.eksak import to_eksak
from kinerja.workbook.ekspresi import X
from kinerja.workbook.isi_buku import IsiBuku
from kinerja.workbook.urai import parse_rumus
from tests.contoh import make_perjanjian

ISIAN = "Form I.A'b"
PROGRAM = (Program("7.01.01", "Satu", Decimal("1000000.50")), Program("7.01.02", "Dua"))
Nilai = Mapping[str, Any]


class Buku:
    """A filled form in memory: a column of inputs, and the hidden sheet over them."""

    def __init__(self, pk: PerjanjianKinerja, isi: Nilai, bentuk: Mapping[str, str] | None = None) -> None:
        nama: dict[str, tuple[str, Kotak]] = {}
        sel: dict[tuple[int, int], Any] = {}
        for n, (satu, nilai) in enumerate(isi.items()):
            isian = nilai if isinstance(nilai, list) else [nilai]
            nama[satu] = (ISIAN, (10 * n, 1, 10 * n + len(isian) - 1, 1))
            sel |= {(10 * n + r, 1): to_eksak(x) for r, x in enumerate(isian) if x is not None}
        self.hasil = plan_hasil(pk, nama, ("a", "b"), "Identitas 2", bentuk or {})
        letak = {(r, c): x if isinstance(x, X) else to_eksak(x) for r, c, x in self.hasil.sel}
        self.isi = IsiBuku({ISIAN: sel, "Identitas 2": letak}, {})
        self.teks = IsiBuku({ISIAN: dict(sel), "Identitas 2": dict(self._parse(self.hasil))}, {})

    @staticmethod
    def _parse(hasil: LembarHasil) -> Iterator[tuple[tuple[int, int], Any]]:
        for r, c, x in hasil.sel:
            yield (r, c), parse_rumus(x.rumus, "Identitas 2") if isinstance(x, X) else to_eksak(x)

    def get(self, nama: str, baris: int, kolom: int) -> Any:
        """A cell of a table; as the expression comes to it and as its text does."""
        awal = next(r for satu, r, _, _ in self.hasil.nama if satu == nama)
        nilai, dari_teks = (isi.get_sel("Identitas 2", awal + baris, kolom) for isi in (self.isi, self.teks))
        assert nilai == dari_teks
        return nilai


def make_pk(*indikator: Indikator, program: tuple[Program, ...] = PROGRAM) -> PerjanjianKinerja:
    return make_perjanjian(indikator, program)
