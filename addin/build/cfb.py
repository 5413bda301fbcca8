"""Compound files ([MS-CFB]), the container of vbaProject.bin: read all streams, write a new file. Version 3 only."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

TANDA = bytes.fromhex("d0cf11e0a1b11ae1")
AKHIR, BEBAS, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SEKTOR, MINI, BATAS_MINI = 512, 64, 4096
ENTRI = struct.Struct("<64sHBBIII36xIQ")
"""Name, its bytes, kind, colour, left, right, child; first sector, size."""
WARNA = 1
FAT_KEPALA = 109
"""FAT sectors that the header itself can list: enough for 7 MB."""

Alur = dict[tuple[str, ...], bytes]
"""Stream content by path inside the file."""


@dataclass(slots=True)
class _Entri:
    nama: str
    jenis: int  # 1 storage, 2 stream, 5 root
    kiri: int = BEBAS
    kanan: int = BEBAS
    anak: int = BEBAS
    awal: int = AKHIR
    ukuran: int = 0

    def pack(self) -> bytes:
        nama, awal = self.nama.encode("utf-16-le"), 0 if self.jenis == 1 else self.awal
        pohon = (self.kiri, self.kanan, self.anak)
        return ENTRI.pack(nama, len(nama) + 2, self.jenis, WARNA, *pohon, awal, self.ukuran)


def read_cfb(data: bytes) -> Alur:
    """All streams of a compound file.

    Raises:
        ValueError, IndexError, RecursionError, struct.error: not a compound file, or a broken one.
    """
    if data[:8] != TANDA:
        raise ValueError("not a compound file")
    ukuran = 1 << struct.unpack_from("<H", data, 30)[0]
    banyak_fat, awal_folder = struct.unpack_from("<II", data, 44)
    awal_mini, banyak_mini = struct.unpack_from("<II", data, 60)

    def sektor(nomor: int) -> bytes:
        return data[(nomor + 1) * ukuran : (nomor + 2) * ukuran]

    daftar = struct.unpack_from(f"<{FAT_KEPALA}I", data, 76)[:banyak_fat]
    fat = [satu for nomor in daftar for satu in struct.unpack(f"<{ukuran // 4}I", sektor(nomor))]
    folder = _chain(awal_folder, fat, sektor)
    entri = [_unpack(folder, i) for i in range(0, len(folder), 128)]
    wadah_mini = _chain(entri[0].awal, fat, sektor)
    isi_mini = _chain(awal_mini, fat, sektor) if banyak_mini else b""
    fat_mini = struct.unpack(f"<{len(isi_mini) // 4}I", isi_mini)

    def read(satu: _Entri) -> bytes:
        if satu.ukuran >= BATAS_MINI:
            return _chain(satu.awal, fat, sektor)[: satu.ukuran]
        return _chain(satu.awal, fat_mini, lambda n: wadah_mini[n * MINI : (n + 1) * MINI])[: satu.ukuran]

    hasil: Alur = {}

    def walk(nomor: int, induk: tuple[str, ...]) -> None:
        if nomor == BEBAS:
            return
        satu = entri[nomor]
        walk(satu.kiri, induk)
        if satu.jenis == 2:
            hasil[(*induk, satu.nama)] = read(satu) if satu.ukuran else b""
        else:
            walk(satu.anak, (*induk, satu.nama))
        walk(satu.kanan, induk)

    walk(entri[0].anak, ())
    return hasil


def write_cfb(alur: Alur) -> bytes:
    """A compound file with these streams; equal streams give equal bytes."""
    penulis = _Penulis()
    penulis.add_folder(alur)
    return penulis.finish()


def _unpack(folder: bytes, letak: int) -> _Entri:
    nama, panjang, jenis, _, kiri, kanan, anak, awal, ukuran = ENTRI.unpack_from(folder, letak)
    nama = nama[: max(0, panjang - 2)].decode("utf-16-le")
    return _Entri(nama, jenis, kiri, kanan, anak, awal, ukuran & 0xFFFFFFFF)


def _chain(nomor: int, tabel: Sequence[int], read: Callable[[int], bytes]) -> bytes:
    bagian: list[bytes] = []
    while nomor < 0xFFFFFFFA:
        if len(bagian) > len(tabel):
            raise ValueError("a chain of sectors that runs in a circle")
        bagian.append(read(nomor))
        nomor = tabel[nomor]
    return b"".join(bagian)


@dataclass(slots=True)
class _Penulis:
    entri: list[_Entri] = field(default_factory=lambda: [_Entri("Root Entry", 5)])
    isi: bytearray = field(default_factory=bytearray)
    fat: list[int] = field(default_factory=list)
    mini: bytearray = field(default_factory=bytearray)
    fat_mini: list[int] = field(default_factory=list)

    def add_folder(self, alur: Alur, induk: int = 0) -> None:
        """Entries of a folder, as the balanced tree ordered by length, then by capitals, that the format asks for."""
        nomor = []
        for nama in sorted({jalan[0] for jalan in alur}, key=lambda n: (len(n), n.upper())):
            nomor.append(len(self.entri))
            if (nama,) in alur:
                isi = alur[nama,]
                self.entri.append(_Entri(nama, 2, awal=self._put(isi), ukuran=len(isi)))
            else:
                self.entri.append(_Entri(nama, 1))
                self.add_folder({jalan[1:]: isi for jalan, isi in alur.items() if jalan[0] == nama}, nomor[-1])
        self.entri[induk].anak = self._balance(nomor)

    def _balance(self, nomor: list[int]) -> int:
        if not nomor:
            return BEBAS
        tengah = len(nomor) // 2
        akar = nomor[tengah]
        self.entri[akar].kiri = self._balance(nomor[:tengah])
        self.entri[akar].kanan = self._balance(nomor[tengah + 1 :])
        return akar

    def _put(self, isi: bytes) -> int:
        """Store a stream, small ones among the mini sectors; returns its first sector."""
        if 0 < len(isi) < BATAS_MINI:
            return _append(isi, self.mini, self.fat_mini, MINI)
        return _append(isi, self.isi, self.fat, SEKTOR)

    def finish(self) -> bytes:
        self.entri[0].ukuran = len(self.mini)
        self.entri[0].awal = _append(bytes(self.mini), self.isi, self.fat, SEKTOR)
        awal_mini, banyak_mini = self._put_table(self.fat_mini)
        folder = b"".join(satu.pack() for satu in self.entri)
        kosong = ENTRI.pack(b"", 0, 0, 0, BEBAS, BEBAS, BEBAS, 0, 0)
        folder += kosong * (-len(folder) % SEKTOR // 128)
        awal_folder = _append(folder, self.isi, self.fat, SEKTOR)
        banyak = 1
        while -(-(len(self.fat) + banyak) // (SEKTOR // 4)) > banyak:
            banyak += 1
        awal_fat = len(self.fat)
        assert banyak <= FAT_KEPALA
        self.fat += [FAT] * banyak
        self.fat += [BEBAS] * (banyak * SEKTOR // 4 - len(self.fat))
        self.isi += struct.pack(f"<{len(self.fat)}I", *self.fat)
        kepala = TANDA + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        kepala += struct.pack("<IIIIIIIII", 0, banyak, awal_folder, 0, BATAS_MINI, awal_mini, banyak_mini, AKHIR, 0)
        daftar = [*range(awal_fat, awal_fat + banyak), *[BEBAS] * (FAT_KEPALA - banyak)]
        return kepala + struct.pack(f"<{FAT_KEPALA}I", *daftar) + bytes(self.isi)

    def _put_table(self, tabel: list[int]) -> tuple[int, int]:
        banyak = -(-len(tabel) * 4 // SEKTOR)
        penuh = tabel + [BEBAS] * (banyak * SEKTOR // 4 - len(tabel))
        return _append(struct.pack(f"<{len(penuh)}I", *penuh), self.isi, self.fat, SEKTOR), banyak


def _append(isi: bytes, wadah: bytearray, tabel: list[int], ukuran: int) -> int:
    if not isi:
        return AKHIR
    awal, banyak = len(tabel), -(-len(isi) // ukuran)
    tabel += [*range(awal + 1, awal + banyak), AKHIR]
    wadah += isi.ljust(banyak * ukuran, b"\0")
    return awal
