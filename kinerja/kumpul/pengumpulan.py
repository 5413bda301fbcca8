"""Collecting: every file checked and kept in the register, then of each kecamatan the one that counts.

First each file is kept as it came, counting for nothing; then, when all are there, one of each kecamatan counts. A run
that was stopped leaves what it had kept, and the same command goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from kinerja.errors import DataError
from kinerja.kumpul.berkas import Kiriman
from kinerja.kumpul.kode import KU07
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.milik import Pustaka
from kinerja.kumpul.penetapan import Simpanan, settle_kiriman
from kinerja.kumpul.periksa import BukuKumpul, StatusBerkas, refuse_kiriman
from kinerja.kumpul.proses import BIASA, CaraKumpul, Periksaan, check_semua, collect_jarang
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import add_kembalian, list_identitas
from kinerja.terbit.register import Register, Terbitan

KELOMPOK = 50
"""Files that are kept in the register at once."""


def collect_kiriman(
    kiriman: Iterable[Kiriman],
    register: Register,
    folder: Path,
    *,
    waktu: datetime,
    cara: CaraKumpul = BIASA,
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
    semua = check_semua(_note_lewat(kiriman, lewat), register, folder, waktu=waktu, cara=cara)
    with collect_jarang():
        while kelompok := list(islice(semua, KELOMPOK)):
            with register.transaction():
                for periksaan in kelompok:
                    satu, disimpan = _keep(periksaan, register, lihat)
                    if disimpan and satu.revisi:
                        milik.setdefault(satu.identitas, []).append(len(buku))
                    buku.append(satu)
    simpanan = Simpanan(register, Pustaka(register))
    sisa = iter(milik.items())
    while sebagian := list(islice(sisa, KELOMPOK)):
        with register.transaction():
            for identitas, semua_nomor in sebagian:
                hasil = settle_kiriman(identitas, [buku[n] for n in semua_nomor], simpanan, ganti=cara.ganti)
                for ke, jadi in zip(semua_nomor, hasil, strict=True):
                    buku[ke] = jadi
    return Kumpulan(tuple(buku), tuple(lewat), tuple(list_belum(register)))


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


def _keep(periksaan: Periksaan, register: Register, lihat: dict[str, str]) -> tuple[BukuKumpul, bool]:
    """Keep a file as it came, and give it, and whether it was kept; a copy of one that was here is only named."""
    kiriman, buku, kembalian = periksaan
    if kiriman.sidik in lihat and kiriman.sidik:
        temuan = KU07.report(("", ""), f"Isinya sama persis dengan {lihat[kiriman.sidik]}.")
        return replace(buku, temuan=(temuan,), status=StatusBerkas.DITERIMA, hasil=None), False
    lihat[kiriman.sidik] = buku.berkas
    if kembalian is not None:
        try:
            add_kembalian(register, kembalian, kiriman.isi)
        except DataError as galat:  # half a letter, typed by somebody
            return refuse_kiriman(kiriman, galat), False
    return buku, kembalian is not None
