"""Make the workbooks of many agreements: checked, planned, pressed; in one process, in several, or on a cluster.

Whoever asks gets them in the order of the agreements, a few at a time, so that memory stays flat however many they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import islice
from typing import Literal

from kinerja.ekstra import advise_ekstra
from kinerja.errors import DataError, MasukanError
from kinerja.formulir.baca import Formulir
from kinerja.formulir.isi import fill_formulir
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.temuan import Temuan
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.terbagi import count_cores, run_terbagi
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Matriks
from kinerja.workbook.press.mesin import Mesin
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

KELOMPOK = 25
"""Agreements that travel to another process together."""
SEDIKIT = 200
"""Fewer are done before other processes have started."""

Isi = Mapping[str, Matriks]
"""What stands in the inputs of a workbook, by name of block."""
Kelompok = list[tuple[PerjanjianKinerja, Isi]]


@dataclass(frozen=True, slots=True)
class OpsiTerbit:
    """How the workbooks of a batch are made.

    Attributes:
        logo: PNG or JPEG bytes.
        kunci: hashed password; None locks without one.
        timpa: files that are not ours or were filled in make room, in the folder `lama`.
        isi: what is carried over into the inputs of an agreement; missing means blank.
        templat: the office's own form that is filled in; without one the workbooks are ours.
    """

    kertas: Literal["f4", "a4"] = "f4"
    responden: int = 400
    logo: bytes | None = None
    kunci: Kunci | None = None
    timpa: bool = False
    isi: Mapping[Identitas, Isi] = field(default_factory=dict)
    templat: Formulir | None = None


@dataclass(frozen=True, slots=True)
class BukuJadi:
    """A finished workbook: its agreement, the findings on that, and the bytes of the file.

    Attributes:
        tak_terhitung: formulas of the office's form that have no value in the file.
    """

    pk: PerjanjianKinerja
    temuan: tuple[Temuan, ...]
    isi: bytes
    tak_terhitung: int = 0


def make_serial(perjanjian: Iterable[PerjanjianKinerja], opsi: OpsiTerbit) -> Iterator[BukuJadi]:
    """Make them in this process.

    Raises:
        DataError: an agreement holds something that no workbook can hold.
    """
    return (_make(opsi, pk, opsi.isi.get(identify(pk), {})) for pk in perjanjian)


def make_parallel(perjanjian: Iterable[PerjanjianKinerja], opsi: OpsiTerbit, *, proses: int) -> Iterator[BukuJadi]:
    """Make them in several processes of this machine.

    Raises:
        DataError: as `make_serial`.
        BerkasError: one of them died.
    """
    kerja = partial(_make_kelompok, replace(opsi, isi={}))
    for _, jadi in run_terbagi(kerja, _group(perjanjian, opsi.isi), proses=proses, muat=__name__):
        yield from jadi


def make_dask(perjanjian: Iterable[PerjanjianKinerja], opsi: OpsiTerbit, *, alamat: str) -> Iterator[BukuJadi]:
    """Make them on a running Dask cluster; its workers need this package.

    Raises:
        DataError: as `make_serial`.
        MasukanError: Dask is not installed, or nobody answers at the address.
    """
    try:
        from dask.distributed import Client
        from joblib import Parallel, delayed, parallel_config
    except ImportError:
        raise MasukanError("Paket dask belum terpasang.", saran=advise_ekstra("dask")) from None
    try:
        klien = Client(alamat, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as galat:
        raise MasukanError(f"Klaster Dask {alamat} tidak menjawab.", saran="Periksa alamatnya.") from galat
    with klien, klien.as_current(), parallel_config(backend="dask"):
        kerja = delayed(partial(_make_kelompok, replace(opsi, isi={})))
        for hasil in Parallel(return_as="generator")(kerja(kelompok) for kelompok in _group(perjanjian, opsi.isi)):
            yield from hasil


Pembuat = Callable[[Iterable[PerjanjianKinerja], OpsiTerbit], Iterator[BukuJadi]]
"""From agreements to workbooks, in their order; the same input gives the same bytes."""


def choose_pembuat(banyak: int, *, proses: int | None = None, dask: str | None = None) -> Pembuat:
    """How to make that many: a cluster if one is named, else as many processes as it is worth.

    Args:
        proses: how many processes; None is one for each core that this process may use.
    """
    if dask:
        return partial(make_dask, alamat=dask)
    proses = proses or (1 if banyak < SEDIKIT else count_cores())
    return partial(make_parallel, proses=proses) if proses > 1 else make_serial


def identify(pk: PerjanjianKinerja) -> Identitas:
    """How the register knows an agreement."""
    return Identitas(pk.kecamatan.kode, pk.tahun, str(pk.jenis))


def _make(opsi: OpsiTerbit, pk: PerjanjianKinerja, isi: Isi) -> BukuJadi:
    temuan = check_perjanjian(pk)
    try:
        if opsi.templat is not None:
            buku = fill_formulir(opsi.templat, pk, isi, opsi.kunci)
            return BukuJadi(pk, (*temuan, *buku.temuan), buku.isi, buku.tak_terhitung)
        bahan = Bahan(pk, isi, opsi.kertas, opsi.responden, temuan, opsi.logo)
        return BukuJadi(pk, temuan, _get_mesin(opsi.kunci).render(build_perjanjian(bahan)))
    except DataError as galat:  # the sheets do not say whose they are
        siapa = f"kecamatan {pk.kecamatan.sebutan}"
        tempat = f"{siapa}, {galat.tempat}" if galat.tempat else siapa
        raise galat.at(tempat) from galat


def _make_kelompok(opsi: OpsiTerbit, kelompok: Kelompok) -> list[BukuJadi]:
    return [_make(opsi, pk, isi) for pk, isi in kelompok]


@lru_cache(maxsize=1)
def _get_mesin(kunci: Kunci | None) -> Mesin:
    """The press of this process."""
    return Mesin(kunci)


def _group(perjanjian: Iterable[PerjanjianKinerja], isi: Mapping[Identitas, Isi]) -> Iterator[Kelompok]:
    """Agreements that travel together, each with its own inputs."""
    semua = ((pk, isi.get(identify(pk), {})) for pk in perjanjian)
    while kelompok := list(islice(semua, KELOMPOK)):
        yield kelompok
