"""Many files checked in their order: in this process, or in several, a few at a time so that memory stays flat."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from kinerja.kumpul.berkas import Kiriman
from kinerja.kumpul.data import to_dict, write_json
from kinerja.kumpul.milik import Pustaka
from kinerja.kumpul.periksa import BukuKumpul, check_kiriman
from kinerja.terbit.kiriman import Kembalian
from kinerja.terbit.register import Register, open_lama
from kinerja.terbit.terbagi import count_cores, run_terbagi

KELOMPOK = 8
"""Files that travel to another process together."""
SEDIKIT = 60
"""Fewer are done before other processes have started."""
_SAMPAH = 70_000
"""New objects after which Python looks for such that keep each other alive; 700 as it comes."""


@dataclass(frozen=True, slots=True)
class CaraKumpul:
    """How to collect.

    Attributes:
        proses: how many processes; None is one for each core, where there are enough files.
        ganti: these files replace those that were collected before, also where they are older or emptier.
        dengan_hasil: give the results of each file, too, which takes memory for all of them.
    """

    proses: int | None = None
    ganti: bool = False
    dengan_hasil: bool = True


BIASA = CaraKumpul()


class Periksaan(NamedTuple):
    """A file, what there is to say about it, and what is to be kept of it; nothing where it could not be computed.

    Attributes:
        buku: without its inputs, which are in `kembalian`; with its results where these were asked for.
    """

    kiriman: Kiriman
    buku: BukuKumpul
    kembalian: Kembalian | None


def check_semua(
    kiriman: Iterable[Kiriman], register: Register, folder: Path, *, waktu: datetime, cara: CaraKumpul
) -> Iterator[Periksaan]:
    """Check files in their order; `waktu` is now.

    Raises:
        BerkasError: one of the processes died.
    """
    semua = iter(kiriman)
    awal = list(islice(semua, SEDIKIT))
    banyak = cara.proses or (count_cores() if len(awal) == SEDIKIT else 1)
    sisa = chain(awal, semua)
    if banyak == 1:
        pemeriksa = _Pemeriksa(Pustaka(register), waktu, cara)
        yield from (Periksaan(satu, *pemeriksa.check(satu)) for satu in sisa)
        return
    kelompok = iter(lambda: list(islice(sisa, KELOMPOK)), [])
    mulai = _start, (register.path, folder, waktu, cara)
    for satu, hasil in run_terbagi(_check_kelompok, kelompok, proses=banyak, muat=__name__, mulai=mulai):
        yield from (Periksaan(x, *y) for x, y in zip(satu, hasil, strict=True))


@dataclass(frozen=True, slots=True)
class _Pemeriksa:
    """Checks one file after the other."""

    pustaka: Pustaka
    waktu: datetime
    cara: CaraKumpul

    def check(self, kiriman: Kiriman) -> tuple[BukuKumpul, Kembalian | None]:
        """All there is to say about a file, and what is to be kept of it: as text, which travels fast."""
        buku = check_kiriman(kiriman, self.pustaka)
        kembalian = None if buku.hasil is None else to_kembalian(buku, self.waktu)
        hasil = buku.hasil if self.cara.dengan_hasil else None
        return replace(buku, isian=None, letak=None, masa=None, hasil=hasil), kembalian


@contextmanager
def collect_jarang() -> Iterator[None]:
    """Look for objects that keep each other alive a hundred times less often: a file makes a few thousand tuples.

    Hardly anything of a file is such an object; what the program consists of is not looked at again and again. For all
    of a run, since going back to the usual begins with looking.
    """
    lama = gc.get_threshold()
    gc.set_threshold(_SAMPAH, *lama[1:])
    try:
        yield
    finally:
        gc.set_threshold(*lama)


_TERBUKA = ExitStack()
"""Keeps the register of a worker open."""
_PEMERIKSA: list[_Pemeriksa] = []


def _start(path: Path, folder: Path, waktu: datetime, cara: CaraKumpul) -> None:
    """A worker opens the register for itself, to read."""
    _TERBUKA.enter_context(collect_jarang())
    pustaka = Pustaka(_TERBUKA.enter_context(open_lama(path, folder=folder)))
    _PEMERIKSA.append(_Pemeriksa(pustaka, waktu, cara))


def _check_kelompok(kelompok: list[Kiriman]) -> list[tuple[BukuKumpul, Kembalian | None]]:
    return [_PEMERIKSA[0].check(satu) for satu in kelompok]


def to_kembalian(buku: BukuKumpul, waktu: datetime) -> Kembalian:
    """A file as the register keeps it; it counts for nothing yet."""
    isian = {"nilai": buku.isian, "letak": buku.letak, "masa": buku.masa, "terisi": buku.terisi}
    return Kembalian(
        buku.identitas,
        buku.sidik,
        False,
        waktu.isoformat(timespec="seconds"),
        buku.berkas,
        buku.versi,
        buku.revisi or None,
        buku.triwulan,
        buku.disimpan,
        str(buku.status),
        write_json(isian),
        write_json(to_dict(buku.hasil) | {"lengkap": buku.lengkap}),
        write_json(to_dict(buku.temuan)),
    )
