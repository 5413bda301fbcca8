"""What a workbook says, each thing by itself: known by what it is (a row, a column), with the cell where it stands.

Two workbooks are compared through these: a programme is the same programme wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kinerja.alamat import a1
from kinerja.judul import normalize_judul
from kinerja.kode import POHON, read_kode
from kinerja.nomenklatur import normalize_nama
from kinerja.perjanjian.hasil import HasilIndikator, HasilProgram
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN
from kinerja.perjanjian.kembali.hitung import get_nilai
from kinerja.perjanjian.kembali.terhitung import Terhitung
from kinerja.perjanjian.semula import match_baris
from kinerja.tabel.sel import SelGalat

IDENTITAS, TARGET, ANGGARAN, KATA, ISIAN, HASIL = "Identitas", "Target", "Anggaran", "Kata-kata", "Isian", "Hasil"
BAGIAN = (IDENTITAS, TARGET, ANGGARAN, KATA, ISIAN, HASIL)
"""What differences are grouped by, in order."""
Kunci = tuple[str, ...]
"""Kind of a thing, what row it is of, what of that row."""
_TANPA = ("", "–")
"""Texts of a cell that has nothing to say."""


class Butir(NamedTuple):
    """One thing: its group, what it is called, where it stands, its value (None: blank)."""

    bagian: str
    apa: str
    lembar: str
    sel: str
    nilai: Any


@dataclass(frozen=True, slots=True)
class Baris:
    """How rows of a workbook are known: of each indikator and programme, in order, a key and what it is called."""

    indikator: Sequence[tuple[str, str]]
    program: Sequence[tuple[str, str]]

    @property
    def kunci(self) -> frozenset[Kunci]:
        """The keys with their kinds."""
        semua = [("indikator", k) for k, _ in self.indikator] + [("program", k) for k, _ in self.program]
        return frozenset(semua)


def match_buku(a: Terhitung, b: Terhitung) -> tuple[Baris, Baris]:
    """The rows of two workbooks: those that are one row have one key.

    An indikator is known by sasaran, name and unit, then by less; a programme by its code, then by its name. In two
    files of one issue what is left is known by its place: somebody typed over its name.
    """
    tempat: list[Callable[[Any], Hashable]] = [lambda x: x[0]] if is_seterbitan(a, b) else []
    i_lama, i_baru = (list(enumerate(x.hasil.indikator)) for x in (a, b))
    p_lama, p_baru = (list(enumerate(x.hasil.program)) for x in (a, b))
    i_sama = match_baris(i_baru, i_lama, [_know_utuh, _know_bersatuan, _know_indikator, *tempat])
    p_sama = match_baris(p_baru, p_lama, [_know_kode, _know_nama, *tempat])
    lama = Baris(_number(i_lama, None, _call_indikator), _number(p_lama, None, _call_program))
    return lama, Baris(_number(i_baru, i_sama, _call_indikator), _number(p_baru, p_sama, _call_program))


def is_seterbitan(a: Terhitung, b: Terhitung) -> bool:
    """Whether two files are of one issue, as they say themselves."""
    return a.identitas == b.identitas and a.buku.identitas.get("sidik") == b.buku.identitas.get("sidik")


def _number(
    baris: Sequence[tuple[int, Any]], sama: Sequence[int | None] | None, call: Callable[[int, Any], str]
) -> list[tuple[str, str]]:
    """The keys: the number of the first workbook's row, or one of its own."""
    hasil = []
    for n, satu in baris:
        lama = n if sama is None else sama[n]
        hasil.append((f"baru {n}" if lama is None else str(lama), call(n, satu)))
    return hasil


def _call_indikator(n: int, i: HasilIndikator) -> str:
    return to_layak(i.nama) or f"indikator {n + 1}"


def _call_program(n: int, p: HasilProgram) -> str:
    return to_layak(f"{p.kode} {p.nama}".strip()) or f"program baris {n + 1}"


def _know_indikator(x: tuple[int, HasilIndikator]) -> str | None:
    return normalize_judul(x[1].nama) or None


def _know_bersatuan(x: tuple[int, HasilIndikator]) -> tuple[str, str]:
    return normalize_judul(x[1].nama), normalize_judul(x[1].satuan)


def _know_utuh(x: tuple[int, HasilIndikator]) -> tuple[str, str, str]:
    return normalize_judul(x[1].sasaran), *_know_bersatuan(x)


def _know_kode(x: tuple[int, HasilProgram]) -> str | None:
    kode = read_kode(x[1].kode)
    return kode.baku if kode.jenis in POHON else None


def _know_nama(x: tuple[int, HasilProgram]) -> str | None:
    return normalize_nama(x[1].nama) or None


def read_butir(t: Terhitung, bagian: str, apa: str, letak: tuple[str, int, int]) -> Butir:
    """What stands in a cell, as it comes to."""
    lembar, r, c = letak
    return Butir(bagian, apa, lembar, a1(r, c), to_polos(get_nilai(t.isi, lembar, r, c)))


def to_polos(nilai: Any) -> Any:
    """A value to compare and to show: numbers as they are, texts on one line, an error by its code.

    >>> to_polos(" a\\n b"), to_polos("–"), to_polos(SelGalat("#N/A")), to_polos(5)
    ('a b', None, '#N/A', 5)
    """
    if isinstance(nilai, SelGalat):
        return nilai.teks or None
    if isinstance(nilai, str):
        teks = to_layak(nilai)
        return None if teks in _TANPA else teks
    return nilai


def to_layak(teks: str) -> str:
    r"""A text on one line, without signs that steer a screen or turn its direction.

    >>> to_layak("a\n b\x1b[2J\u202ec")
    'a b?[2J?c'
    """
    return "".join(h if h.isprintable() else "?" for h in " ".join(teks.split()))


def list_sel_isian(t: Terhitung) -> frozenset[tuple[str, int, int]]:
    """All cells of input blocks: sheet, row, column."""
    return frozenset(
        (lembar, r, c)
        for lembar, (b, k, b_akhir, k_akhir) in t.buku.list_nama(AWALAN_ISIAN).values()
        for r in range(b, b_akhir + 1)
        for c in range(k, k_akhir + 1)
    )


def read_konstan(t: Terhitung, lembar: str, r: int, c: int) -> str:
    """The text of a cell that holds one, and no formula."""
    sel = t.buku.get_sel(lembar, r, c)
    return to_layak(sel.nilai) if sel is not None and sel.rumus is None and isinstance(sel.nilai, str) else ""


def list_identitas(t: Terhitung) -> Iterator[tuple[Kunci, Butir]]:
    """What the hidden sheet says, and which sheets there are."""
    for nama, nilai in t.buku.identitas.items():
        lembar, (r, c, *_) = t.buku.nama[f"identitas_{nama}"]
        yield ("identitas", nama), Butir(IDENTITAS, _SEBUT.get(nama, nama), lembar, a1(r, c), to_polos(nilai))
    for lembar in t.buku.lembar:
        yield ("lembar", lembar), Butir(IDENTITAS, f"Lembar {to_layak(lembar)}", lembar, "", "ada")


_SEBUT: Mapping[str, str] = {
    "formulir": "Sidik formulir",
    "jenis": "Jenis perjanjian",
    "kecamatan": "Nama kecamatan",
    "kode": "Kode kecamatan",
    "sidik": "Sidik data",
    "tahun": "Tahun",
    "templat": "Templat",
    "versi": "Versi kinerja",
}
