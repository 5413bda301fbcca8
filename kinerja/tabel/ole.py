"""A stream of an OLE file (`.xls` and others of Office 97), with every chain bounded by the file's own length."""

from __future__ import annotations

import struct

from kinerja.errors import DataError
from kinerja.tabel.pintu import SIMPAN, TANDA_OLE

_AKHIR = 0xFFFFFFFA
"""Sector numbers from here on are no sectors."""
_PENDEK = 64
"""Bytes of a short sector."""


def read_aliran(isi: bytes, nama: tuple[str, ...], tempat: str) -> bytes:
    """The bytes of the first of these streams that is there, whatever the folder it stands in.

    Raises:
        DataError: no OLE file, broken, or none of them.
    """
    try:
        ada = _Ole(isi).read(nama)
    except (struct.error, ValueError, IndexError):
        raise DataError("Berkas rusak atau terpotong.", tempat=tempat, saran=SIMPAN) from None
    if ada is None:
        raise DataError("Berkas Office lama ini bukan lembar kerja Excel.", tempat=tempat, saran=SIMPAN)
    return ada


class _Ole:
    """Sectors, their chains, and the directory."""

    def __init__(self, isi: bytes) -> None:
        if not isi.startswith(TANDA_OLE):
            raise ValueError
        self._isi = isi
        geser, geser_pendek = struct.unpack_from("<HH", isi, 30)
        if geser not in (9, 12) or geser_pendek != 6:
            raise ValueError
        self._sektor = 1 << geser
        banyak_fat, direktori, _, self._batas, mini, _, difat, _ = struct.unpack_from("<I I I I I I I I", isi, 44)
        self._fat = self._read_fat(banyak_fat, difat)
        self._direktori = self._chain(direktori)
        self._mini_fat = self._numbers(self._chain(mini)) if mini < _AKHIR else ()

    def read(self, nama: tuple[str, ...]) -> bytes | None:
        """The stream of the first name that there is."""
        entri: dict[str, tuple[int, int]] = {}
        akar = (_AKHIR, 0)
        for letak in range(0, len(self._direktori) - 127, 128):
            satu = self._direktori[letak : letak + 128]
            panjang, jenis = struct.unpack_from("<HB", satu, 64)
            awal, ukuran = struct.unpack_from("<II", satu, 116)
            if jenis == 5:
                akar = awal, ukuran
            elif jenis == 2:
                entri.setdefault(satu[: max(0, min(panjang, 64) - 2)].decode("utf-16-le").casefold(), (awal, ukuran))
        for satu_nama in nama:
            if letak_isi := entri.get(satu_nama.casefold()):
                awal, ukuran = letak_isi
                if ukuran >= self._batas:
                    return self._chain(awal)[:ukuran]
                return self._chain_pendek(awal, self._chain(akar[0])[: akar[1]])[:ukuran]
        return None

    def _read_fat(self, banyak: int, difat: int) -> tuple[int, ...]:
        letak = [n for n in struct.unpack_from("<109I", self._isi, 76) if n < _AKHIR]
        per = self._sektor // 4 - 1
        for _ in range(len(self._isi) // self._sektor):
            if difat >= _AKHIR:
                break
            *isi, difat = self._numbers(self._read_sektor(difat))
            letak += [n for n in isi[:per] if n < _AKHIR]
        return self._numbers(b"".join(self._read_sektor(n) for n in letak[:banyak]))

    def _read_sektor(self, nomor: int) -> bytes:
        awal = (nomor + 1) * self._sektor
        satu = self._isi[awal : awal + self._sektor]
        if not satu:
            raise ValueError
        return satu.ljust(self._sektor, b"\0")  # some programs leave the last one short

    def _chain(self, nomor: int) -> bytes:
        hasil = []
        while nomor < _AKHIR:
            hasil.append(self._read_sektor(nomor))
            if len(hasil) > len(self._fat):
                raise ValueError  # a ring
            nomor = self._fat[nomor]
        return b"".join(hasil)

    def _chain_pendek(self, nomor: int, wadah: bytes) -> bytes:
        hasil = []
        while nomor < _AKHIR:
            hasil.append(wadah[nomor * _PENDEK : (nomor + 1) * _PENDEK])
            if len(hasil) > len(self._mini_fat):
                raise ValueError
            nomor = self._mini_fat[nomor]
        return b"".join(hasil)

    @staticmethod
    def _numbers(isi: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(isi) // 4}I", isi[: len(isi) // 4 * 4])
