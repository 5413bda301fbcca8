"""Issue the workbooks of a batch of agreements into a folder: whole files, remembered, never over somebody's work.

A group of workbooks goes in four steps, and whoever stops in between (a power cut too) loses nothing: the files under
temporary names, on the disk; the register, in one transaction; the files under their names; `SHA256SUMS`. So a file
that stands under its name is always known as ours, and what is known may at worst be missing, which the next run mends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import groupby, islice
from pathlib import Path

from kinerja import __version__
from kinerja.berkas import (
    explain_oserror,
    move_to_lama,
    put_sementara,
    read_sidik,
    remove_leftovers,
    write_sementara,
)
from kinerja.errors import BerkasError
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.temuan import Temuan
from kinerja.terbit.folder import (
    BUKAN_BERKAS,
    NAMA_LAIN,
    TAK_DIGANTI,
    TAK_PINDAH,
    TERTINGGAL,
    Ambilan,
    FolderTerbit,
    Sumbatan,
)
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.pembuatan import BukuJadi, OpsiTerbit, Pembuat, identify, make_serial
from kinerja.terbit.register import NAMA_REGISTER, Register, SimpananError, Terbitan, open_register
from kinerja.terbit.simpanan_formulir import add_formulir
from kinerja.terbit.tujuan import Tujuan as Tujuan
from kinerja.terbit.tujuan import name_workbook as name_workbook
from kinerja.terbit.tujuan import place_by_wilayah as place_by_wilayah

SEKELOMPOK = 50
"""Workbooks of one folder that become files together: a kabupaten has some 14, and at most 51."""


class StatusTerbit(StrEnum):
    """What became of one workbook."""

    DIBUAT = "dibuat"
    SUDAH_ADA = "sudah ada"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True)
class Asal:
    """From which data a batch is, and when it is issued.

    Attributes:
        sidik: SHA-256 of the data's bytes, hexadecimal; empty when they ship with the program.
    """

    sumber: str
    sidik: str
    waktu: datetime


@dataclass(frozen=True, slots=True)
class Terbit:
    """One workbook of the batch.

    Attributes:
        kode: code of the kecamatan.
        nama: its name.
        sha256: digest of the workbook in `path`, hexadecimal; empty when it was refused.
        temuan: findings on the agreement.
        sumbatan: files that were left alone, and for which this one was refused.
        pindah: files that had to make room: where they stood, and where they are now.
        tak_terhitung: formulas of the office's form that programs compute when they open the file.
        tertinggal: values that the last issue carries and this one does not.
    """

    kode: str
    nama: str
    path: Path
    sha256: str
    status: StatusTerbit
    temuan: tuple[Temuan, ...]
    sumbatan: tuple[Sumbatan, ...] = ()
    pindah: tuple[tuple[Path, Path], ...] = ()
    tak_terhitung: int = 0
    tertinggal: int = 0


def issue_workbooks(
    perjanjian: Iterable[PerjanjianKinerja],
    tujuan: Tujuan,
    *,
    asal: Asal,
    opsi: OpsiTerbit | None = None,
    make: Pembuat = make_serial,
    say: Callable[[str], object] = lambda _: None,
) -> Iterator[Terbit]:
    """Make the workbooks in order; one kecamatan has at most one agreement of a kind and year.

    Stopped at any point it leaves only whole files, and the next run finishes: what is there and right is kept.

    Args:
        make: how they are made: `kinerja.terbit.pembuatan.choose_pembuat`.
        say: is told, in a sentence, when a damaged register was set aside.

    Raises:
        BerkasError: the folder, a temporary file or the register cannot be written. (A workbook that cannot be put in
            place is refused, and stops no other.)
        DataError: an agreement holds something that no workbook can hold.
    """
    opsi, folder = opsi or OpsiTerbit(), tujuan.folder
    _prepare_folder(folder)
    with open_register(tujuan.register or folder / NAMA_REGISTER, asal.waktu.date(), say, folder) as buku:
        if buku.pesan:
            say(buku.pesan)
        for letak, semua in groupby(make(perjanjian, opsi), lambda satu: tujuan.place(satu.pk)):
            if letak.parts:
                _prepare_folder(folder / letak)
            tempat = FolderTerbit(folder / letak, letak.as_posix() if letak.parts else "", buku)
            while kelompok := list(islice(semua, SEKELOMPOK)):
                yield from _Kelompok(tempat, tujuan, asal, opsi, buku).issue(kelompok)


def _prepare_folder(folder: Path) -> None:
    """Make a folder for workbooks, without what killed runs left in it.

    Raises:
        BerkasError: it cannot be made or written.
    """
    with explain_oserror(folder):
        folder.mkdir(parents=True, exist_ok=True)
        remove_leftovers(folder)


@dataclass(frozen=True, slots=True)
class _Rencana:
    """What is to become of one workbook.

    Attributes:
        bekas: what we issued under another name of the kecamatan, untouched.
        ambilan: what a version without register issued and is to be remembered first.
    """

    jadi: BukuJadi
    identitas: Identitas
    terbit: Terbit
    bekas: tuple[Path, ...]
    ambilan: tuple[Ambilan, ...]

    @property
    def ditulis(self) -> bool:
        return self.terbit.status is StatusTerbit.DIBUAT


class _Kelompok:
    """The workbooks of one transaction."""

    def __init__(self, folder: FolderTerbit, tujuan: Tujuan, asal: Asal, opsi: OpsiTerbit, buku: Register) -> None:
        self._folder, self._tujuan, self._asal, self._opsi, self._register = folder, tujuan, asal, opsi, buku

    def issue(self, jadi: list[BukuJadi]) -> list[Terbit]:
        """All four steps."""
        rencana = self._plan(jadi)
        sementara: dict[Path, Path] = {}
        try:
            for satu in rencana:
                if satu.ditulis:
                    sementara[satu.terbit.path] = write_sementara(satu.terbit.path, satu.jadi.isi)
            with self._register.transaction():
                diingat = [satu for satu in rencana if satu.terbit.status is not StatusTerbit.DITOLAK]
                if diingat and (templat := self._opsi.templat):
                    add_formulir(self._register, templat.sidik, templat.berkas, templat.asli)
                for satu in diingat:
                    self._remember(satu)
            terbit = [self._finish(satu, sementara) for satu in rencana]
        finally:
            with suppress(OSError):
                for path in sementara.values():
                    path.unlink(missing_ok=True)
        self._folder.settle([t.path.name for t in terbit if t.status is StatusTerbit.DITOLAK])
        return terbit

    def _plan(self, jadi: list[BukuJadi]) -> list[_Rencana]:
        semua = [(satu, self._folder.path / name_workbook(satu.pk), identify(satu.pk)) for satu in jadi]
        ada = {path: read_sidik(path) for _, path, _ in semua}
        kami = {path for _, path, identitas in semua if self._is_ours(path, identitas, ada[path])}
        self._folder.scan([path.name for path in kami])
        return [self._plan_satu(satu, path, i, ada[path], path in kami) for satu, path, i in semua]

    def _plan_satu(self, satu: BukuJadi, path: Path, i: Identitas, ada: str | None, kami: bool) -> _Rencana:
        """Of one workbook; `ada` is the digest of what stands there, and whether that is ours."""
        sidik = hashlib.sha256(satu.isi).hexdigest()
        sumbatan = [] if kami or ada == sidik else [Sumbatan(path, self._folder.explain(path.name))]
        bekas: dict[Path, str] = {}
        for lain in (path.with_name(nama) for nama in self._folder.list_lain(i, path.name)):
            sidik_lain = read_sidik(lain) or ""
            if self._folder.is_bekas(lain.name, i, sidik_lain):
                bekas[lain] = sidik_lain
            elif ada != sidik:
                sumbatan.append(Sumbatan(lain, NAMA_LAIN))
        tertinggal = 0 if ada == sidik or sumbatan else self._count_tertinggal(i, sidik, satu.isi, {path: ada, **bekas})
        if tertinggal:
            sumbatan += [Sumbatan(p, TERTINGGAL) for p in ((path,) if ada or not bekas else bekas)]
        status = StatusTerbit.SUDAH_ADA if ada == sidik else StatusTerbit.DIBUAT
        terbit = Terbit(
            i.kode,
            satu.pk.kecamatan.nama,
            path,
            sidik,
            status,
            satu.temuan,
            tuple(sumbatan),
            tak_terhitung=satu.tak_terhitung,
            tertinggal=tertinggal,
        )
        if sumbatan and not (self._opsi.timpa and all(s.alasan != BUKAN_BERKAS for s in sumbatan)):
            terbit = _refuse(terbit, *sumbatan)
        dahulu = [(p, s) for p, s in ((path, ada), *bekas.items()) if s and s != sidik]
        ambilan = [a for p, s in dahulu if (a := self._folder.find_ambilan(p.name, i, s))]
        return _Rencana(satu, i, terbit, tuple(bekas), tuple(ambilan))

    def _is_ours(self, path: Path, identitas: Identitas, sidik: str | None) -> bool:
        """Nothing stands there, or what we issued."""
        return sidik is None or self._folder.owns(path.name, identitas, sidik)

    def _count_tertinggal(self, i: Identitas, sidik: str, isi: bytes, ada: Mapping[Path, str | None]) -> int:
        """Values that the last issue, under one of these names, carries and a workbook in its place would not."""
        milik = ((path, terakhir) for path in ada if (terakhir := self._folder.find_terakhir(path.name)))
        path, terakhir = next(milik, (None, sidik))
        with suppress(SimpananError):  # what is damaged, and stands there no more, tells nothing
            if path and terakhir != sidik:
                lama = path.read_bytes() if ada[path] == terakhir else self._register.read_isi(terakhir)
                return self._tujuan.count_tertinggal(i, lama, isi)
        return 0

    def _remember(self, satu: _Rencana) -> None:
        """Into the register."""
        for lama in satu.ambilan:
            self._register.add(lama.terbitan, lama.isi)
        i, t, asal = satu.identitas, satu.terbit, self._asal
        waktu = asal.waktu.isoformat(timespec="seconds")
        terbitan = Terbitan(
            i, t.nama, self._folder.letak, t.path.name, t.sha256, waktu, __version__, asal.sumber, asal.sidik
        )
        self._register.add(terbitan, satu.jadi.isi)

    def _finish(self, satu: _Rencana, sementara: dict[Path, Path]) -> Terbit:
        """Put it in place, if what stands there is still nothing or ours; one that is held fast stops no other."""
        terbit = satu.terbit
        if terbit.status is StatusTerbit.DITOLAK:
            return terbit
        terbit = self._make_room(terbit)
        if terbit.status is StatusTerbit.DITOLAK:
            return terbit
        if satu.ditulis:
            kini = read_sidik(terbit.path)
            if kini != terbit.sha256 and not self._is_ours(terbit.path, satu.identitas, kini):
                return _refuse(terbit, Sumbatan(terbit.path, self._folder.explain(terbit.path.name)))
        try:
            for path in satu.bekas:
                if self._folder.is_bekas(path.name, satu.identitas, read_sidik(path) or ""):
                    with explain_oserror(path):
                        path.unlink(missing_ok=True)
            path = terbit.path
            if satu.ditulis:
                put_sementara(sementara[path], path, satu.jadi.isi)
        except BerkasError:
            return _refuse(terbit, Sumbatan(path, TAK_DIGANTI))
        return terbit

    def _make_room(self, terbit: Terbit) -> Terbit:
        """With `timpa`: move what is still in its way, and not ours or with what was typed, to `lama/`."""
        pindah: list[tuple[Path, Path]] = []
        for satu in terbit.sumbatan:
            if satu.alasan != TERTINGGAL and not self._folder.is_asing(satu.path.name):
                continue
            try:
                lama = move_to_lama(satu.path, self._asal.waktu.date())
            except BerkasError:
                return _refuse(replace(terbit, pindah=tuple(pindah)), Sumbatan(satu.path, TAK_PINDAH))
            if lama:
                pindah.append((satu.path, lama))
        return replace(terbit, sumbatan=(), pindah=tuple(pindah))


def _refuse(terbit: Terbit, *sumbatan: Sumbatan) -> Terbit:
    return replace(terbit, sha256="", status=StatusTerbit.DITOLAK, sumbatan=sumbatan)
