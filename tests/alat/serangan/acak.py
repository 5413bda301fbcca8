"""Mutants of honest files, each by its number alone: the same number gives the same bytes on every machine.

`python -m tests.alat.serangan.acak ods 4711 > mutan.ods` writes one again.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from tests.alat.serangan import dasar
from tests.alat.serangan.arsip import Anggota, compress, pack, unpack
from tests.alat.serangan.logo import make_png
from tests.alat.serangan.ods import DATAR, write_ods
from tests.alat.serangan.parquet import write_anggaran
from tests.alat.serangan.teks import SURVEI
from tests.alat.serangan.xls import write_xls

TANDA = [
    *"<>\"'[]{}%,;\n\t=",
    "-1", "0", "1e400", "nan", "", "A" * 300, "\u202e", "&#0;", "&#x41;", "&amp;", "<!--", "]]>", "<![CDATA[",
    "2024", "99999999999", "#REF!", "7.01.01", "Rp 1.000,-", "1.000", "(5)", "=1+1", "true", "12.71.17", "É", "٣", "\0",
    's="-1"', 't="e"', 't="s"', 't="b"', 't="d"', 't="inlineStr"', 't="str"', "<f/>", "<v/>", "<v>9</v>", "<is/>",
    'xml:space="preserve"', 'r="A0"', 'r="ZZZ9"', 'r="A1048577"', 'hidden="1"', 'table:number-rows-repeated="99999999"',
]  # fmt: skip
"""What is put in: what the formats and the readers give a meaning to."""
NILAI = re.compile(rb'"[^"]{0,60}"|>[^<]{1,60}<|\b[0-9.]{1,20}\b')
ELEMEN = re.compile(rb"<[^>]{1,200}>")
ATRIBUT = re.compile(rb'\s[\w:]+="[^"]{0,200}"')
PENTING = re.compile(r"sheet\d|workbook|shared|content\.|rels|styles|Types")


@dataclass(frozen=True, slots=True)
class Pabrik:
    """An honest file, how it is spoiled, and the command that reads it."""

    nama: str
    akhiran: str
    asal: Callable[[], bytes]
    perintah: str
    arsip: bool = False

    def make(self, nomor: int) -> bytes:
        """The mutant of this number."""
        acak = random.Random(f"{self.nama}-{nomor}")
        if not self.arsip or acak.random() < 0.05:
            return mutate(self.asal(), acak)
        return pack(mutate_arsip(list(_list_anggota(self.asal)), acak))


PABRIK = {
    p.nama: p
    for p in (
        Pabrik("anggaran", ".xlsx", dasar.anggaran, "dpa", arsip=True),
        Pabrik("buku", ".xlsx", dasar.buku, "perjanjian", arsip=True),
        Pabrik("induk", ".xlsx", dasar.induk, "periksa", arsip=True),
        Pabrik("survei", ".xlsx", dasar.survei, "skm", arsip=True),
        Pabrik("bekukan", ".xlsx", dasar.beku, "bekukan", arsip=True),
        Pabrik("xls", ".xls", write_xls, "dpa"),
        Pabrik("ods", ".ods", lambda: write_ods(DATAR), "dpa", arsip=True),
        Pabrik("csv", ".csv", lambda: _join(dasar.ANGGARAN), "dpa"),
        Pabrik("survei-csv", ".csv", SURVEI.encode, "skm"),
        Pabrik("survei-per", ".csv", SURVEI.encode, "skm-per"),
        Pabrik("parquet", ".parquet", write_anggaran, "dpa"),
        Pabrik("toml", ".toml", dasar.TOML.encode, "periksa"),
        Pabrik("png", ".png", make_png, "logo"),
    )
}


def _join(petak: list[list[object]]) -> bytes:
    return "".join(",".join(map(str, baris)) + "\n" for baris in petak).encode()


@cache
def _list_anggota(asal: Callable[[], bytes]) -> tuple[Anggota, ...]:
    return tuple(compress(nama, isi) for nama, isi in unpack(asal()).items())


@cache
def _unpack(asal: Anggota) -> bytes:
    return unpack(pack([asal]))[asal.nama]


def mutate(asal: bytes, acak: random.Random) -> bytes:
    """One to four changes of bytes, tokens, values, tags or attributes."""
    isi = bytearray(asal)
    for _ in range(acak.choice((1, 1, 2, 4))):
        acak.choice((_flip, _cut, _insert, _repeat, _swap_nilai, _swap_elemen, _drop_atribut))(isi, acak)
    while isi == asal and asal:  # a text has no tags to change
        _flip(isi, acak)
    return bytes(isi)


def _span(isi: bytearray, acak: random.Random) -> slice:
    awal = acak.randrange(len(isi) + 1)
    return slice(awal, awal + acak.choice((1, 2, 5, 20, 200)))


def _flip(isi: bytearray, acak: random.Random) -> None:
    if isi:
        isi[acak.randrange(len(isi))] = acak.randrange(256)


def _cut(isi: bytearray, acak: random.Random) -> None:
    del isi[_span(isi, acak)]


def _insert(isi: bytearray, acak: random.Random) -> None:
    letak = acak.randrange(len(isi) + 1)
    isi[letak:letak] = acak.choice(TANDA).encode()


def _repeat(isi: bytearray, acak: random.Random) -> None:
    bagian = _span(isi, acak)
    isi[bagian] = isi[bagian] * acak.choice((2, 3, 50))


def _swap_nilai(isi: bytearray, acak: random.Random) -> None:
    if ada := [m.span() for m in NILAI.finditer(isi)]:
        awal, akhir = acak.choice(ada)
        tepi = isi[awal : awal + 1] in b'">'
        isi[awal + tepi : akhir - tepi] = acak.choice(TANDA).replace('"', "").encode()


def _swap_elemen(isi: bytearray, acak: random.Random) -> None:
    """A tag goes, or another takes its place."""
    if ada := [m.span() for m in ELEMEN.finditer(isi)]:
        (awal, akhir), (awal_lain, akhir_lain) = acak.choice(ada), acak.choice(ada)
        isi[awal:akhir] = isi[awal_lain:akhir_lain] if acak.random() < 0.5 else b""


def _drop_atribut(isi: bytearray, acak: random.Random) -> None:
    if ada := [m.span() for m in ATRIBUT.finditer(isi)]:
        del isi[slice(*acak.choice(ada))]


def mutate_arsip(anggota: list[Anggota], acak: random.Random) -> list[Anggota]:
    """Mostly a member that matters gets another content; else the archive lies about it."""
    jujur = set(anggota)
    penting = [n for n, satu in enumerate(anggota) if PENTING.search(satu.nama)] or range(len(anggota))
    for _ in range(acak.choice((1, 1, 2))):
        letak = acak.choice(penting)
        satu = anggota[letak]
        if acak.random() < 0.75 and satu in jujur:
            anggota[letak] = compress(satu.nama, mutate(_unpack(satu), acak))
        else:
            anggota[letak : letak + 1] = acak.choice(_DUSTA)(satu, acak)
            penting = range(len(anggota))
    return anggota


_DUSTA: tuple[Callable[[Anggota, random.Random], list[Anggota]], ...] = (
    lambda satu, acak: [],
    lambda satu, acak: [satu, satu],
    lambda satu, acak: [replace(satu, nama=acak.choice((satu.nama.upper(), "/" + satu.nama, "../x", "")))],
    lambda satu, acak: [replace(satu, data=satu.data[: acak.randrange(len(satu.data) + 1)])],
    lambda satu, acak: [replace(satu, data=mutate(satu.data, acak))],
    lambda satu, acak: [replace(satu, crc=acak.getrandbits(32))],
    lambda satu, acak: [replace(satu, ukuran=acak.choice((0, 1, satu.ukuran + 1, 2**31, 2**32 - 1)))],
    lambda satu, acak: [replace(satu, metode=acak.choice((0, 9, 12, 14, 93, 99)))],
    lambda satu, acak: [replace(satu, bendera=acak.choice((1, 8, 0x20, 0x40, 0x800, 0xFFFF)))],
)
"""Dropped, doubled, renamed, truncated, damaged; false checksum, size, method, flags."""


if __name__ == "__main__":
    sys.stdout.buffer.write(PABRIK[sys.argv[1]].make(int(sys.argv[2])))
