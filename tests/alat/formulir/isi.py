"""Forms filled as the command fills them: functions of ours frozen by the law of the year, then one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from addin.bekukan_bagian import Cara
from addin.bekukan_berkas import freeze_isi
from kinerja.formulir.baca import Formulir, read_formulir
from kinerja.formulir.isi import BukuFormulir, fill_formulir
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Matriks
from tests.alat.formulir.aksi import make_aksi
from tests.alat.formulir.lima import make_lima
from tests.alat.formulir.pk import make_pk

FORM: Mapping[str, Callable[[], bytes]] = {"pk": make_pk, "aksi": make_aksi, "lima": make_lima}
"""The three forms by name."""


@lru_cache(maxsize=8)
def get_formulir(nama: str, pada: date) -> Formulir:
    """A form ready for agreements whose law is that of a day."""
    asli = FORM[nama]()
    return read_formulir(freeze(asli, pada) if nama == "lima" else asli, f"{nama}.xlsx", asli)


def freeze(isi: bytes, pada: date) -> bytes:
    """The same file without functions of ours."""
    hasil, laporan = freeze_isi(isi, "asal.xlsx", Cara(pada, nilai_saja=False, hari_lain=False))
    assert hasil is not isi
    assert not laporan.sisa
    return hasil


def fill(nama: str, pk: PerjanjianKinerja, isi: Mapping[str, Matriks] | None = None) -> BukuFormulir:
    """One of the three forms, filled."""
    return fill_formulir(get_formulir(nama, pk.pada), pk, isi)
