"""Filled workbooks to carry over from: out of a register, a folder, a zip, a file; of each kecamatan and kind one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from kinerja.errors import DataError, KinerjaError, MasukanError
from kinerja.kumpul.berkas import Kiriman, list_kiriman
from kinerja.kumpul.kembar import Ringkas, choose_berlaku
from kinerja.kumpul.milik import Pustaka, find_milik, is_asal, open_datang
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.isian import Isian, read_isian
from kinerja.perjanjian.kembali.peta import align, stay
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import list_terakhir, read_isi_kembalian
from kinerja.terbit.pangkalan import NAMA_REGISTER, is_register
from kinerja.terbit.register import Register, open_lama


@dataclass(frozen=True, slots=True)
class Terisi:
    """A filled workbook, to be read again when it is its turn.

    Attributes:
        lain: names of others of the same agreement that were not taken, since this one is newer or fuller.
    """

    identitas: Identitas
    kiriman: Kiriman
    lain: tuple[str, ...] = ()


class Sumber:
    """Where to carry over from; a context, since registers stay open while it is read.

    Args:
        register: that of the new issues, where there is one: it may know what was issued before.
    """

    def __init__(self, path: Path, register: Path | None, folder: Path) -> None:
        if not path.exists():
            raise MasukanError("Tidak ada berkas atau folder itu.", tempat=str(path), saran="Periksa --isi-dari.")
        self._path, self._tujuan = path, (register, folder)
        self._tutup = ExitStack()
        self._pustaka: list[Pustaka] = []
        self._asal: Register | None = None
        self.pesan: list[str] = []
        """Files that cannot be used, a sentence each."""

    def __enter__(self) -> Sumber:
        register, folder = self._tujuan
        if register is not None and register.exists():
            self._open(register, folder)
        asal = self._path / NAMA_REGISTER if self._path.is_dir() else self._path
        if asal.is_file() and is_register(asal):
            self._asal = self._open(asal, asal.parent)
        return self

    def __exit__(self, *galat: object) -> None:
        self._tutup.close()

    def _open(self, path: Path, folder: Path) -> Register:
        register = self._tutup.enter_context(open_lama(path, folder=folder))
        self._pustaka.append(Pustaka(register))
        return register

    def list_terisi(self) -> list[Terisi]:
        """Of each agreement the last return that was collected; where none was, of its files the one that counts."""
        hasil = {t.identitas: t for t in self._choose(self._list_kembalian())}
        if self._path.is_dir() or self._asal is None:
            berkas = self._choose(list_kiriman([self._path]))
            hasil = {t.identitas: t for t in berkas} | hasil
        return [hasil[i] for i in sorted(hasil)]

    def read(self, kiriman: Kiriman) -> tuple[Identitas, BukuUtuh, Isian, str]:
        """Whose a workbook is, its issue, what was typed, and when it was saved.

        Raises:
            DataError: it cannot be read, does not say whose it is, or has lost what may be typed in.
        """
        if kiriman.galat is not None:
            raise kiriman.galat
        datang = open_datang(kiriman.isi, kiriman.nama)
        milik = (find_milik(datang, kiriman.isi, p).terbit for p in self._pustaka)
        terbit = next((t for t in milik if t is not None and is_asal(t, datang)), None)
        tanda = datang.identitas
        if not tanda.get("kode") or not tanda.get("tahun", "").isdecimal():
            raise DataError(
                "Identitas berkas ini hilang atau rusak.", tempat=kiriman.nama, saran="Salin isiannya dengan tangan."
            )
        identitas = Identitas(tanda["kode"], int(tanda["tahun"]), tanda.get("jenis", ""))
        saat = datang.disimpan or kiriman.waktu_ubah
        if terbit is not None:
            return identitas, terbit, read_isian(terbit, datang, align(terbit, datang)), saat
        _check_kunci(datang)
        return identitas, datang, read_isian(datang, datang, stay(datang)), saat

    def _list_kembalian(self) -> Iterator[Kiriman]:
        for satu in list_terakhir(self._asal) if self._asal else ():
            assert self._asal is not None
            isi = read_isi_kembalian(self._asal, satu.sidik)
            yield Kiriman(satu.berkas, isi, satu.sidik, satu.disimpan)

    def _choose(self, kiriman: Iterable[Kiriman]) -> Iterator[Terisi]:
        semua: dict[Identitas, list[tuple[Kiriman, Ringkas]]] = {}
        for satu in kiriman:
            if satu.lewat:
                continue
            try:
                identitas, _, isian, saat = self.read(satu)
            except KinerjaError as galat:
                self.pesan.append(str(galat))
                continue
            if terisi := isian.count_terisi():
                semua.setdefault(identitas, []).append((satu, Ringkas(satu.nama, saat, terisi)))
        for identitas, milik in semua.items():
            yield _pick(identitas, milik)


def _pick(identitas: Identitas, milik: Sequence[tuple[Kiriman, Ringkas]]) -> Terisi:
    pilih = choose_berlaku([ringkas for _, ringkas in milik])
    (kiriman,) = (k for k, ringkas in milik if ringkas is pilih)
    lain = tuple(dict.fromkeys(k.nama for k, _ in milik if k.sidik != kiriman.sidik))
    return Terisi(identitas, kiriman, lain)


def _check_kunci(datang: BukuUtuh) -> None:
    """Refuse a workbook whose inputs a program locked all: nothing says any more what was typed.

    Raises:
        DataError: it is one.
    """
    if all(rupa.terkunci for rupa in datang.rupa):
        raise DataError(
            "Tanda sel yang boleh diisi sudah hilang dari berkas ini, dan terbitannya tidak ada di register.",
            tempat=datang.tempat,
            saran="Kumpulkan dahulu dengan kinerja kumpul, lalu sebutkan folder terbitannya: --isi-dari FOLDER.",
        )
