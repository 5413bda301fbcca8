"""The three forms judged, workbook by workbook: what stands in each, what is locked, where names lead."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Matriks
from tests.alat.formulir.buku import Sel, Terbaca, is_sama, read_buku
from tests.alat.formulir.data import list_medan, list_surabaya
from tests.alat.formulir.harap import Harap, Isi, list_harap_pk
from tests.alat.formulir.harap_aksi import draw_isi_aksi, list_harap_aksi
from tests.alat.formulir.harap_lima import draw_isi_lima, list_harap_lima
from tests.alat.formulir.isi import fill

HIMPUNAN: Mapping[str, Callable[[], list[PerjanjianKinerja]]] = {
    "medan": list_medan,
    "surabaya": lambda: list(list_surabaya()),
}
"""The two sets of agreements: 21 and 31."""
_HARAP: Mapping[str, Callable[[PerjanjianKinerja, Isi], Harap]] = {
    "pk": lambda pk, _: list_harap_pk(pk),
    "aksi": list_harap_aksi,
    "lima": list_harap_lima,
}
_ISI: Mapping[str, Callable[[PerjanjianKinerja, random.Random], dict[str, Matriks]]] = {
    "pk": lambda *_: {},
    "aksi": draw_isi_aksi,
    "lima": lambda pk, acak: draw_isi_lima(pk, acak, acak.choice((1, 7, 30))),
}


@dataclass(frozen=True, slots=True)
class Putusan:
    """What is wrong with one workbook, nothing when it is right.

    Attributes:
        nilai: cells that show something else than they should.
        rumus: texts that became formulas.
        kunci: cells that are locked and should not be, or the other way round.
        nama: names that lead elsewhere.
        kosong: formula cells without a cached value that should show one.
    """

    kode: str
    nilai: tuple[object, ...]
    rumus: tuple[Sel, ...]
    kunci: tuple[Sel, ...]
    nama: tuple[object, ...]
    kosong: tuple[Sel, ...]
    tak_terhitung: int


@lru_cache(maxsize=8)
def judge_himpunan(nama: str, himpunan: str) -> tuple[Putusan, ...]:
    """A form filled for all agreements of a set, every second one with what a kecamatan types."""
    return tuple(judge(nama, pk, nomor) for nomor, pk in enumerate(HIMPUNAN[himpunan]()))


def make_isi(nama: str, pk: PerjanjianKinerja, nomor: int) -> dict[str, Matriks]:
    """Inputs for a form, by chance; nothing where the number is even."""
    return _ISI[nama](pk, random.Random(nomor)) if nomor % 2 else {}


def list_harap(nama: str, pk: PerjanjianKinerja, isi: Isi) -> Harap:
    """What is expected of a form."""
    return _HARAP[nama](pk, isi)


def judge(nama: str, pk: PerjanjianKinerja, nomor: int) -> Putusan:
    """One form for one agreement."""
    isi = make_isi(nama, pk, nomor)
    harap = list_harap(nama, pk, isi)
    buku = fill(nama, pk, isi)
    ada = read_buku(buku.isi)
    kosong = tuple(s for s, x in harap.nilai.items() if ada.get(s) is None and ada.get_rumus(s) and x not in (None, ""))
    bernama = {kunci: acuan.replace("'", "") for kunci, acuan in ada.list_nama().items()}
    return Putusan(
        pk.kecamatan.kode,
        tuple((s, ada.get(s), x) for s, x in harap.nilai.items() if s not in kosong and not is_sama(ada.get(s), x)),
        tuple(s for s, x in harap.nilai.items() if isinstance(x, str) and x.startswith("=") and ada.get_rumus(s)),
        tuple(sorted(list_terbuka(ada) ^ harap.terbuka)),
        tuple((kunci, bernama.get(kunci), x) for kunci, x in harap.nama.items() if bernama.get(kunci) != x),
        kosong,
        buku.tak_terhitung,
    )


def list_terbuka(ada: Terbaca) -> set[Sel]:
    """Unlocked cells on sheets of the form."""
    return {sel for sel in ada.list_terbuka() if sel[0] in ada.lembar}
