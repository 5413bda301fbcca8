"""What stands in one output folder, and whose it is: issued by us and untouched, or somebody's."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja.berkas import explain_oserror, read_sidik
from kinerja.terbit.asal import TAK_DIKETAHUI
from kinerja.terbit.identitas import Identitas, find_identitas, is_utuh, make_identitas, read_identitas
from kinerja.terbit.register import Register, Terbitan
from kinerja.terbit.sha256sums import list_sidik, write_sha256sums

TANPA_REGISTER = frozenset(["0.1.0", "0.2.0"])
"""Versions that kept no register; of what they issued, `SHA256SUMS` may tell, if the file itself does too."""

BUKU = frozenset([".xlsx", ".xlsm"])
"""Endings of files that may be a workbook of ours, under another name; what others hold cannot be told."""

DIUBAH = "sudah diisi atau diubah"
BUKAN_KAMI = "bukan terbitan kinerja"
TAK_DIKENAL = "tidak dikenal register"
NAMA_LAIN = "buku kecamatan itu juga, dengan nama lain"
TERTINGGAL = "isian yang dibawa terbitan terakhirnya tidak ikut"
BUKAN_BERKAS = "bukan berkas biasa"
TAK_DIGANTI = "sedang dibuka atau tidak dapat diganti"
TAK_PINDAH = "sedang dibuka atau tidak dapat dipindahkan ke folder lama"


@dataclass(frozen=True, slots=True)
class Sumbatan:
    """A file that is in the way of a workbook, and why it stays."""

    path: Path
    alasan: str


@dataclass(frozen=True, slots=True)
class Ambilan:
    """An issued file of a version without register, to be remembered now."""

    terbitan: Terbitan
    isi: bytes


class FolderTerbit:
    """One folder of a run, listed once. Files of other names are opened only for the question whose they are.

    Args:
        letak: the folder within that of the run, with `/`; the attribute, within that of the register.
    """

    def __init__(self, path: Path, letak: str, register: Register) -> None:
        self.path, self.letak = path, "/".join(filter(None, (register.letak, letak)))
        self._register = register
        with explain_oserror(path):
            semua = [p.name for p in path.iterdir() if p.suffix.casefold() in BUKU and not p.name.startswith("~$")]
        self._belum = {os.path.normcase(nama): nama for nama in semua}
        self._milik: dict[Identitas, list[str]] = {}
        self._terbit = register.list_folder(self.letak)
        self._sidik_lama = list_sidik(path)

    def scan(self, kecuali: Collection[str]) -> None:
        """Find out whose the files are, but for those of these names."""
        lewat = {os.path.normcase(nama) for nama in kecuali}
        for kunci in self._belum.keys() - lewat:
            nama = self._belum.pop(kunci)
            if identitas := find_identitas(self.path / nama):
                self._milik.setdefault(identitas, []).append(nama)

    def list_lain(self, identitas: Identitas, nama: str) -> list[str]:
        """Files for an agreement that have another name than this; after `scan`."""
        lain = (n for n in self._milik.get(identitas, ()) if os.path.normcase(n) != os.path.normcase(nama))
        # Seen a while ago: another workbook may have got its place since.
        return sorted(n for n in lain if find_identitas(self.path / n) == identitas)

    def owns(self, nama: str, identitas: Identitas, sidik: str) -> bool:
        """Whether a file of that digest is an issued one for that agreement, untouched."""
        return bool(sidik) and (
            self._register.knows(identitas, sidik) or self.find_ambilan(nama, identitas, sidik) is not None
        )

    def is_bekas(self, nama: str, identitas: Identitas, sidik: str) -> bool:
        """Whether it also stands under a name that we gave it: a copy under a name of somebody's own is his."""
        tercatat = nama in self._terbit or (nama, sidik) in self._sidik_lama
        return tercatat and self.owns(nama, identitas, sidik)

    def find_terakhir(self, nama: str) -> str | None:
        """Digest of what was issued last under a name; None where nothing was."""
        return self._terbit.get(nama)

    def is_asing(self, nama: str) -> bool:
        """Whether something stands now under that name that we have not put there: another run may just have."""
        kini = read_sidik(self.path / nama)
        return kini is not None and not self._register.knows_berkas(self.letak, nama, kini)

    def find_ambilan(self, nama: str, identitas: Identitas, sidik: str) -> Ambilan | None:
        """The file, if a version without register issued it and nobody has saved it again since.

        `SHA256SUMS` alone proves nothing: anybody can write it anew after filling in.
        """
        if (nama, sidik) not in self._sidik_lama or self._register.knows(identitas, sidik):
            return None
        path = self.path / nama
        with explain_oserror(path):
            isi, waktu = path.read_bytes(), path.stat().st_mtime
        tanda = read_identitas(isi)
        if tanda.get("versi") not in TANPA_REGISTER or make_identitas(tanda) != identitas:
            return None
        if hashlib.sha256(isi).hexdigest() != sidik or not is_utuh(isi):
            return None
        kapan = datetime.fromtimestamp(waktu).astimezone().isoformat(timespec="seconds")
        asal = (kapan, tanda["versi"], TAK_DIKETAHUI, "")
        return Ambilan(Terbitan(identitas, tanda.get("kecamatan", ""), self.letak, nama, sidik, *asal), isi)

    def explain(self, nama: str) -> str:
        """Why the file of that name stays."""
        path = self.path / nama
        try:
            biasa = stat.S_ISREG(path.stat().st_mode)
        except OSError:
            biasa = not path.is_symlink()  # gone: another run has just moved it
        if not biasa:
            return BUKAN_BERKAS
        with explain_oserror(path), suppress(FileNotFoundError):
            if find_identitas(path) is not None:
                return TAK_DIKENAL if is_utuh(path.read_bytes()) else DIUBAH
        return DIUBAH if nama in self._terbit else BUKAN_KAMI

    def settle(self, ditolak: Iterable[str]) -> None:
        """Write `SHA256SUMS`: what was issued last under each name that stands here.

        Args:
            ditolak: names of workbooks that were refused; an earlier one of ours may stand there still.
        """
        self._terbit = self._register.list_folder(self.letak)
        ada = {nama: sidik for nama, sidik in self._terbit.items() if (self.path / nama).exists()}
        for nama in ada.keys() & set(ditolak):
            kini = read_sidik(self.path / nama)
            if kini and self._register.knows_berkas(self.letak, nama, kini):
                ada[nama] = kini
        write_sha256sums(self.path, ada, self._terbit)
