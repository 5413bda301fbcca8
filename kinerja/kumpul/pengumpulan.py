"""Collecting: every file checked and kept in the register, then of each kecamatan the one that counts.

First each file is kept as it came, counting for nothing; then, when all are there, one of each kecamatan counts. A run
that was stopped leaves what it had kept, and the same command goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from kinerja.errors import DataError
from kinerja.kumpul.berkas import Kiriman
from kinerja.kumpul.data import to_dict, write_json
from kinerja.kumpul.kode import KU07
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.milik import Pustaka
from kinerja.kumpul.penetapan import Simpanan, settle_kiriman
from kinerja.kumpul.periksa import BukuKumpul, StatusBerkas, refuse_kiriman
from kinerja.kumpul.proses import Periksaan, check_semua, collect_jarang
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, add_kembalian, list_identitas
from kinerja.terbit.register import Register, Terbitan

KELOMPOK = 50
"""Files that are kept in the register at once."""


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


def collect_kiriman(
    kiriman: Iterable[Kiriman],
    register: Register,
    folder: Path,
    *,
    waktu: datetime,
    cara: CaraKumpul = CaraKumpul(),
) -> Kumpulan:
    """Check files and keep them in the register.

    Args:
        folder: of the issues, as the register was opened with.
        waktu: now, with its zone.

    Raises:
        BerkasError: the register cannot be written.
    """
    lewat: list[tuple[str, str]] = []
    buku: list[BukuKumpul] = []
    lihat: dict[str, str] = {}
    milik: dict[Identitas, list[int]] = {}
    semua = check_semua(_note_lewat(kiriman, lewat), register, folder, proses=cara.proses)
    with collect_jarang():
        while kelompok := list(islice(semua, KELOMPOK)):
            with register.transaction():
                for periksaan in kelompok:
                    satu = _keep(periksaan, register, lihat, waktu)
                    if satu.hasil is not None and satu.revisi:
                        milik.setdefault(identify(satu), []).append(len(buku))
                    buku.append(satu if cara.dengan_hasil else replace(satu, hasil=None))
    simpanan = Simpanan(register, Pustaka(register))
    sisa = iter(milik.items())
    while sebagian := list(islice(sisa, KELOMPOK)):
        with register.transaction():
            for identitas, semua_nomor in sebagian:
                hasil = settle_kiriman(identitas, [buku[n] for n in semua_nomor], simpanan, ganti=cara.ganti)
                for ke, jadi in zip(semua_nomor, hasil, strict=True):
                    buku[ke] = jadi
    return Kumpulan(tuple(buku), tuple(lewat), tuple(list_belum(register)))


def identify(buku: BukuKumpul) -> Identitas:
    """How the register knows the agreement of a file."""
    return Identitas(buku.kode, buku.tahun, buku.jenis)


def list_belum(register: Register) -> Iterator[Terbitan]:
    """The last issue of each kecamatan's last agreement, where nothing was collected of that which counts.

    Once a perubahan is issued, nobody is asked for the murni any more.
    """
    ada = list_identitas(register)
    terakhir: dict[str, Terbitan] = {}
    for satu in register.list_terbitan():
        lama = terakhir.get(satu.identitas.kode)
        if lama is None or _rank(satu.identitas) >= _rank(lama.identitas):
            terakhir[satu.identitas.kode] = satu
    return (t for t in terakhir.values() if t.identitas not in ada)


def _rank(identitas: Identitas) -> tuple[int, bool]:
    """A later agreement is more."""
    return identitas.tahun, identitas.jenis == JenisPerjanjian.PERUBAHAN


def _note_lewat(kiriman: Iterable[Kiriman], lewat: list[tuple[str, str]]) -> Iterator[Kiriman]:
    for satu in kiriman:
        if satu.lewat:
            lewat.append((satu.nama, satu.lewat))
        else:
            yield satu


def _keep(periksaan: Periksaan, register: Register, lihat: dict[str, str], waktu: datetime) -> BukuKumpul:
    """Keep a file as it came, and give it without its inputs; a copy of one that was here is only named."""
    kiriman, buku = periksaan
    assert buku is not None
    if kiriman.sidik in lihat and kiriman.sidik:
        temuan = KU07.report(("", ""), f"Isinya sama persis dengan {lihat[kiriman.sidik]}.")
        return replace(
            buku, temuan=(temuan,), status=StatusBerkas.DITERIMA, isian=None, letak=None, masa=None, hasil=None
        )
    lihat[kiriman.sidik] = buku.berkas
    if buku.hasil is not None:
        try:
            add_kembalian(register, to_kembalian(buku, waktu), kiriman.isi)
        except DataError as galat:  # half a letter, typed by somebody
            return refuse_kiriman(kiriman, galat)
    return replace(buku, isian=None, letak=None, masa=None)


def to_kembalian(buku: BukuKumpul, waktu: datetime) -> Kembalian:
    """A file as the register keeps it; it counts for nothing yet."""
    isian = {"nilai": buku.isian, "letak": buku.letak, "masa": buku.masa, "terisi": buku.terisi}
    return Kembalian(
        identify(buku),
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
