"""Several files of one kecamatan: which counts, and what they differ in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol, TypeVar

from kinerja.alamat import a1
from kinerja.bilangan import format_angka
from kinerja.hari import write_saat
from kinerja.kumpul.data import Data, Polos
from kinerja.perjanjian.kembali.buku import is_cap
from kinerja.perjanjian.kembali.kelompok import UTUH, write_nilai

HAMPIR = 0.9
"""The newest counts unless it holds less than this share of what another holds: then somebody sent an older form."""


class Beda(NamedTuple):
    """An input that differs: its name and place in the block from 0, what was there, what is there now."""

    nama: str
    r: int
    c: int
    semula: Polos
    menjadi: Polos


class Calon(Protocol):
    """What choosing asks of a file: its name, when it was saved last, how many inputs are filled in."""

    @property
    def berkas(self) -> str: ...  # noqa: D102
    @property
    def disimpan(self) -> str: ...  # noqa: D102
    @property
    def terisi(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Ringkas:
    """These three of a file of which nothing else is known yet."""

    berkas: str
    disimpan: str
    terisi: int


C = TypeVar("C", bound=Calon)


def choose_berlaku(buku: Sequence[C]) -> C:
    """The file that counts: the newest by its own last-modified, unless another is clearly fuller."""
    terbaru = max(buku, key=lambda b: (read_waktu(b.disimpan), b.terisi, b.berkas))
    terpenuh = max(buku, key=lambda b: (b.terisi, read_waktu(b.disimpan), b.berkas))
    return terbaru if terbaru.terisi >= HAMPIR * terpenuh.terisi else terpenuh


def explain_kalah(satu: Calon, lain: Calon) -> str:
    """Why another file counts instead of this one, as the end of a sentence.

    >>> explain_kalah(Ringkas("a", "2024-04-01T09:00:00", 90), Ringkas("b", "2024-07-01T09:00:00", 90))
    'lebih baru (disimpan 1 Juli 2024 pukul 09.00; berkas ini 1 April 2024 pukul 09.00)'
    """
    dulu, kini = read_waktu(satu.disimpan), read_waktu(lain.disimpan)
    if kini > dulu and lain.terisi >= HAMPIR * satu.terisi:
        return f"lebih baru (disimpan {_show_waktu(kini)}; berkas ini {_show_waktu(dulu)})"
    return f"lebih lengkap ({format_angka(lain.terisi, 0)} isian; berkas ini {format_angka(satu.terisi, 0)})"


def _show_waktu(waktu: str) -> str:
    return "saat diterbitkan" if is_cap(waktu) else write_saat(waktu) or "waktunya tidak tercatat"


def read_waktu(teks: str) -> str:
    """A moment that sorts, without its zone; files that do not say when come first.

    >>> read_waktu("2024-04-15T09:30:00Z"), read_waktu("besok")
    ('2024-04-15T09:30:00', '')
    """
    try:
        waktu = datetime.fromisoformat(teks.strip())
    except ValueError:
        return ""
    return waktu.replace(tzinfo=None, microsecond=0).isoformat()


def list_beda(semula: Data, menjadi: Data) -> Iterator[Beda]:
    """Inputs that differ, by name and place.

    >>> list(list_beda({"isian_a": [[1, 2]]}, {"isian_a": [[1, None]], "isian_b": [["x"]]}))
    [Beda(nama='isian_a', r=0, c=1, semula=2, menjadi=None), Beda(nama='isian_b', r=0, c=0, semula=None, menjadi='x')]
    """
    for nama in sorted(semula.keys() | menjadi.keys()):
        lama, baru = semula.get(nama, []), menjadi.get(nama, [])
        for r in range(max(len(lama), len(baru))):
            satu, dua = (isi[r] if r < len(isi) else [] for isi in (lama, baru))
            for c in range(max(len(satu), len(dua))):
                a, b = (isi[c] if c < len(isi) else None for isi in (satu, dua))
                if a != b or isinstance(a, bool) is not isinstance(b, bool):
                    yield Beda(nama, r, c, a, b)


def show_beda(beda: Sequence[Beda], letak: Mapping[str, tuple[str, int, int]]) -> str:
    """Differences in a sentence: cells with both values, all of them; a screen shows its beginning."""
    sebut = []
    for satu in beda:
        lembar, b, k = letak.get(satu.nama, ("", 0, 0))
        sel = f"{lembar}!{a1(b + satu.r, k + satu.c)}" if lembar else satu.nama
        sebut.append(f"{sel}: {write_nilai(satu.semula, UTUH)} → {write_nilai(satu.menjadi, UTUH)}")
    return "; ".join(sebut)
