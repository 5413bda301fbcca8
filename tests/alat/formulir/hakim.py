"""The three forms judged, workbook by workbook: what stands in each, what is locked, where names lead."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Matriks
from tests.alat.formulir.buku import Sel, Terbaca, is_sama, read_buku
from tests.alat.formulir.data import list_medan, list_surabaya
from tests.alat.formulir.harap import Harap, Isi, list_harap_pk
from tests.alat.formulir.harap_aksi import draw_isi_aksi, list_harap_aksi
from tests.alat.formulir.harap_lima import draw_isi_lima, list_harap_lima
from tests.alat.formulir.isi import fill
from tests.alat.sampel import choose_sela

HIMPUNAN: Mapping[str, Callable[[], list[PerjanjianKinerja]]] = {
    "medan": list_medan,
    "surabaya": lambda: list(list_surabaya()),
}
"""The two sets of agreements: 21 and 31."""
LENGKAP = "12.71.17"
"""The one of Medan's of which all is known."""
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
        kosong: formula cells without a cached value that should show one, where they are more than was told.
        bocor: what only another agreement of the set says.
        hilang: what only this agreement says and its workbook does not.
    """

    kode: str
    nilai: tuple[object, ...]
    rumus: tuple[Sel, ...]
    kunci: tuple[Sel, ...]
    nama: tuple[object, ...]
    kosong: tuple[Sel, ...]
    bocor: tuple[str, ...]
    hilang: tuple[str, ...]

    def list_salah(self) -> dict[str, tuple[object, ...]]:
        """What is wrong, by kind."""
        return {f.name: isi for f in fields(self)[1:] if (isi := getattr(self, f.name))}


def choose_nomor(himpunan: str) -> list[int]:
    """Whom of a set a run judges: an odd step, so that every second one is filled in and every second a perubahan."""
    semua = HIMPUNAN[himpunan]()
    lengkap = {n for n, pk in enumerate(semua) if pk.kecamatan.kode == LENGKAP}
    return sorted({*choose_sela(range(len(semua)), 9), *lengkap})


def judge_himpunan(nama: str, himpunan: str) -> list[Putusan]:
    """A form filled for agreements of a set in turn, every second one with what a kecamatan types.

    None may hold what only another of the whole set says, whatever the process remembers of the one before.
    """
    semua = HIMPUNAN[himpunan]()
    khas = [list_khas(pk) for pk in semua]
    hasil = []
    for nomor in choose_nomor(himpunan):
        asing = {x for n, milik in enumerate(khas) if n != nomor for x in milik} - khas[nomor]
        hasil.append(judge(nama, semua[nomor], nomor, asing))
    return hasil


def list_khas(pk: PerjanjianKinerja) -> set[str]:
    """What no other kecamatan has: of the camat number and name, of the office its address."""
    return {x for x in (pk.pihak_pertama.nip, pk.pihak_pertama.nama, pk.alamat) if x}


def make_isi(nama: str, pk: PerjanjianKinerja, nomor: int) -> dict[str, Matriks]:
    """Inputs for a form, by chance; nothing where the number is even."""
    return _ISI[nama](pk, random.Random(nomor)) if nomor % 2 else {}


def list_harap(nama: str, pk: PerjanjianKinerja, isi: Isi) -> Harap:
    """What is expected of a form."""
    return _HARAP[nama](pk, isi)


def judge(nama: str, pk: PerjanjianKinerja, nomor: int, asing: Collection[str] = ()) -> Putusan:
    """One form for one agreement; `asing`: texts that must not be in it."""
    isi = make_isi(nama, pk, nomor)
    harap = list_harap(nama, pk, isi)
    buku = fill(nama, pk, isi)
    ada, bita, milik = read_buku(buku.isi), read_semua(buku.isi), sorted(list_khas(pk))
    kosong = tuple(s for s, x in harap.nilai.items() if ada.get(s) is None and ada.get_rumus(s) and x not in (None, ""))
    bernama = {kunci: acuan.replace("'", "") for kunci, acuan in ada.list_nama().items()}
    return Putusan(
        pk.kecamatan.kode,
        tuple((s, ada.get(s), x) for s, x in harap.nilai.items() if s not in kosong and not is_sama(ada.get(s), x)),
        tuple(s for s, x in harap.nilai.items() if isinstance(x, str) and x.startswith("=") and ada.get_rumus(s)),
        tuple(sorted(list_terbuka(ada) ^ harap.terbuka)),
        tuple((kunci, bernama.get(kunci), x) for kunci, x in harap.nama.items() if bernama.get(kunci) != x),
        kosong if len(kosong) > buku.tak_terhitung else (),
        tuple(x for x in sorted(asing) if x.encode() + b"<" in bita),
        () if not milik or any(x.encode() in bita for x in milik) else tuple(milik),
    )


def read_semua(isi: bytes) -> bytes:
    """All parts of a file behind each other."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return b"\n".join(arsip.read(n) for n in arsip.namelist())


def list_terbuka(ada: Terbaca) -> set[Sel]:
    """Unlocked cells on sheets of the form."""
    tampak = ada.lembar
    return {sel for sel in ada.list_terbuka() if sel[0] in tampak}
