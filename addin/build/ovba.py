"""VBA projects ([MS-OVBA]): read vbaProject.bin, change its modules, write it again. Source text only.

The compiled part is left out: `_VBA_PROJECT` has only its header with version 0xFFFF, which tells Excel to compile the
source when it opens the file.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from addin.build.cfb import read_cfb, write_cfb

KODE_HALAMAN = "cp1252"
HANYA_SUMBER = bytes.fromhex("cc61ffff000000")
BAGIAN = 4096
VERSI, NAMA_PROYEK, BANYAK_MODUL, AKHIR_DIR = 0x09, 0x04, 0x0F, 0x10
Catatan = tuple[int, bytes]
"""A record of the stream dir: its kind and content."""
NAMA, NAMA_UNIKODE, ALUR, ALUR_UNIKODE, LETAK = 0x19, 0x47, 0x1A, 0x32, 0x31


def compress(data: bytes) -> bytes:
    """[MS-OVBA] 2.4.1, as chunks of 4096 bytes.

    >>> decompress(compress(b"Sub A()\\r\\nEnd Sub\\r\\n" * 300)) == b"Sub A()\\r\\nEnd Sub\\r\\n" * 300
    True
    """
    hasil = bytearray(b"\x01")
    for awal in range(0, len(data), BAGIAN):
        potong = data[awal : awal + BAGIAN]
        isi = _compress_chunk(potong)
        if len(isi) > BAGIAN:  # does not compress: stored as it is
            hasil += struct.pack("<H", 0x3000 | (BAGIAN - 1)) + potong.ljust(BAGIAN, b"\0")
        else:
            hasil += struct.pack("<H", 0xB000 | (len(isi) - 1)) + isi
    return bytes(hasil)


def decompress(data: bytes) -> bytes:
    """The inverse of `compress`.

    Raises:
        ValueError: no compressed container.
    """
    if data[:1] != b"\x01":
        raise ValueError("not a compressed container")
    hasil, letak = bytearray(), 1
    while letak + 2 <= len(data):
        kepala = struct.unpack_from("<H", data, letak)[0]
        akhir = min(letak + (kepala & 0x0FFF) + 3, len(data))
        letak += 2
        if kepala & 0x8000:
            _decompress_chunk(data[letak:akhir], hasil)
        else:
            hasil += data[letak : letak + BAGIAN]
        letak = akhir
    return bytes(hasil)


def _bits(letak: int) -> int:
    """Bits of a copy token that hold the offset, at this position of a chunk."""
    return max(4, (letak - 1).bit_length()) if letak else 4


def _compress_chunk(potong: bytes) -> bytes:
    isi, letak = bytearray(), 0
    while letak < len(potong):
        tanda, token = 0, bytearray()
        for bit in range(8):
            if letak >= len(potong):
                break
            panjang, jarak = _find_match(potong, letak)
            if panjang:
                tanda |= 1 << bit
                token += struct.pack("<H", ((jarak - 1) << (16 - _bits(letak))) | (panjang - 3))
                letak += panjang
            else:
                token.append(potong[letak])
                letak += 1
        isi.append(tanda)
        isi += token
    return bytes(isi)


def _find_match(potong: bytes, letak: int) -> tuple[int, int]:
    """Length and distance of the longest earlier match of three bytes or more; (0, 0) without one."""
    terpanjang = min((0xFFFF >> _bits(letak)) + 3, len(potong) - letak)
    panjang, jarak = 0, 0
    for coba in range(3, terpanjang + 1):
        tempat = potong.rfind(potong[letak : letak + coba], 0, letak + coba - 1)
        if tempat < 0:
            break
        panjang, jarak = coba, letak - tempat
    return panjang, jarak


def _decompress_chunk(potong: bytes, hasil: bytearray) -> None:
    awal, letak = len(hasil), 0
    while letak < len(potong):
        tanda = potong[letak]
        letak += 1
        for bit in range(8):
            if letak >= len(potong):
                return
            if not tanda >> bit & 1:
                hasil.append(potong[letak])
                letak += 1
                continue
            token = struct.unpack_from("<H", potong, letak)[0]
            letak += 2
            bits = _bits(len(hasil) - awal)
            jarak = (token >> (16 - bits)) + 1
            for _ in range((token & (0xFFFF >> bits)) + 3):
                hasil.append(hasil[-jarak])


class Proyek:
    """A VBA project: `modul` maps names to source text, in the order of the file."""

    def __init__(self, data: bytes) -> None:
        self._alur = read_cfb(data)
        self._catatan = _parse_dir(decompress(self._alur["VBA", "dir"]))
        self.modul: dict[str, str] = {}
        nama = ""
        for jenis, isi in self._catatan:
            if jenis == ALUR:
                nama = isi.decode(KODE_HALAMAN)
            elif jenis == LETAK:
                sumber = self._alur["VBA", nama][struct.unpack("<I", isi)[0] :]
                self.modul[nama] = decompress(sumber).decode(KODE_HALAMAN)

    @property
    def teks(self) -> str:
        """The PROJECT stream: names of modules, protection, window positions."""
        return self._alur["PROJECT",].decode(KODE_HALAMAN)

    def rename(self, nama: str) -> None:
        """Rename the project itself."""
        self._catatan = [(j, nama.encode(KODE_HALAMAN)) if j == NAMA_PROYEK else (j, isi) for j, isi in self._catatan]
        awal = self.teks.index('Name="') + 6
        self._set_teks(self.teks[:awal] + nama + self.teks[self.teks.index('"', awal) :])

    def add(self, nama: str, kode: str) -> None:
        """Add a standard module."""
        ansi, unikode = nama.encode(KODE_HALAMAN), nama.encode("utf-16-le")
        baru = [(NAMA, ansi), (NAMA_UNIKODE, unikode), (ALUR, ansi), (ALUR_UNIKODE, unikode), (0x1C, b""), (0x48, b"")]
        baru += [(LETAK, bytes(4)), (0x1E, bytes(4)), (0x2C, b"\xff\xff"), (0x21, b""), (0x2B, b"")]
        akhir = max(i for i, (jenis, _) in enumerate(self._catatan) if jenis == AKHIR_DIR)
        self._catatan[akhir:akhir] = baru
        self._count(+1)
        letak = self.teks.index('Name="')
        self._set_teks(f"{self.teks[:letak]}Module={nama}\r\n{self.teks[letak:]}")
        self._alur["PROJECTwm",] = self._alur["PROJECTwm",][:-2] + ansi + b"\0" + unikode + b"\0\0" + b"\0\0"
        self.modul[nama] = f'Attribute VB_Name = "{nama}"\r\n' + "\r\n".join(kode.splitlines()) + "\r\n"

    def remove(self, nama: str) -> None:
        """Remove a standard module or a class."""
        ansi, unikode = nama.encode(KODE_HALAMAN), nama.encode("utf-16-le")
        awal = self._catatan.index((NAMA, ansi))
        akhir = next(i for i in range(awal, len(self._catatan)) if self._catatan[i][0] == 0x2B)
        del self._catatan[awal : akhir + 1]
        self._count(-1)
        hapus = (f"Module={nama}", f"Class={nama}")
        baris = [b for b in self.teks.split("\r\n") if b not in hapus and not b.startswith(f"{nama}=")]
        self._set_teks("\r\n".join(baris))
        self._alur["PROJECTwm",] = self._alur["PROJECTwm",].replace(ansi + b"\0" + unikode + b"\0\0", b"", 1)
        del self._alur["VBA", nama], self.modul[nama]

    def to_bytes(self) -> bytes:
        """The new vbaProject.bin."""
        catatan = [(jenis, bytes(4)) if jenis == LETAK else (jenis, isi) for jenis, isi in self._catatan]
        alur = {p: isi for p, isi in self._alur.items() if not p[-1].startswith("__SRP")}  # compiled caches
        alur["VBA", "dir"] = compress(write_dir(catatan))
        alur["VBA", "_VBA_PROJECT"] = HANYA_SUMBER
        alur |= {("VBA", nama): compress(kode.encode(KODE_HALAMAN)) for nama, kode in self.modul.items()}
        return write_cfb(alur)

    def _set_teks(self, teks: str) -> None:
        self._alur["PROJECT",] = teks.encode(KODE_HALAMAN)

    def _count(self, tambah: int) -> None:
        i = next(i for i, (jenis, _) in enumerate(self._catatan) if jenis == BANYAK_MODUL)
        banyak = struct.unpack("<H", self._catatan[i][1])[0]
        self._catatan[i] = (BANYAK_MODUL, struct.pack("<H", banyak + tambah))


def write_dir(catatan: Sequence[Catatan]) -> bytes:
    """The content of the stream dir, before it is compressed."""
    return b"".join(struct.pack("<HI", j, 4 if j == VERSI else len(isi)) + isi for j, isi in catatan)


def _parse_dir(data: bytes) -> list[Catatan]:
    catatan, letak = [], 0
    while letak + 6 <= len(data):
        jenis, panjang = struct.unpack_from("<HI", data, letak)
        panjang = 6 if jenis == VERSI else panjang  # its size field says 4
        catatan.append((jenis, data[letak + 6 : letak + 6 + panjang]))
        letak += 6 + panjang
    return catatan
