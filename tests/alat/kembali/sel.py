"""Cells in the XML of a sheet: found by expat, replaced by splicing, so that all other bytes stay as they are.

Any spelling is read: prefixes, attributes in any order, shared and inline texts, cells that are closed at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from tests.alat.alamat import cell_position
from tests.alat.kembali.paket import UbahError

_TUTUP = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula, without `=`, and what it is said to have come to; `atribut` stand on the element f."""

    teks: str
    nilai: float | str | None = None
    atribut: Mapping[str, str] = field(default_factory=dict)


Isi = float | str | bool | Rumus | None
"""What a cell may hold; None is nothing."""


@dataclass(slots=True)
class Petak:
    """A cell as it stands in a sheet's bytes.

    Attributes:
        awal, akhir: its span.
        rumus: text of its formula; None where it has none.
        nilai: text of v, or of an inline text; None where there is neither.
    """

    alamat: str
    awal: int
    akhir: int
    awalan: str
    atribut: dict[str, str]
    rumus: str | None = None
    atribut_rumus: dict[str, str] = field(default_factory=dict)
    nilai: str | None = None


@dataclass(slots=True)
class Baris:
    """A row's span; `tutup` is where its end tag begins, or `akhir` where it has none."""

    nomor: int
    awal: int
    tutup: int
    akhir: int
    awalan: str


class _Pembaca:
    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.sel: dict[str, Petak] = {}
        self.baris: dict[int, Baris] = {}
        self.data: Baris | None = None
        self.jalur: list[str] = []
        self.petak: Petak | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.read_teks
        self.parser.Parse(xml, True)

    def close(self, awal: int) -> int:
        """Where an element ends; after one that is closed at once expat already stands behind it."""
        kini = self.parser.CurrentByteIndex
        buka = _TUTUP.match(self.xml, awal)
        assert buka
        if buka.end() == kini and buka[0].endswith(b"/>"):
            return kini
        return self.xml.index(b">", kini) + 1

    def start(self, tag: str, atribut: dict[str, str]) -> None:
        awalan, _, nama = tag.rpartition(":")
        awal = self.parser.CurrentByteIndex
        if nama == "c" and self.jalur[-1:] == ["row"]:
            self.petak = Petak(atribut["r"], awal, 0, awalan, atribut)
        elif nama == "row":
            self.baris[int(atribut["r"])] = Baris(int(atribut["r"]), awal, 0, 0, awalan)
        elif nama == "sheetData":
            self.data = Baris(0, awal, 0, 0, awalan)
        elif nama == "f" and self.petak:
            self.petak.rumus, self.petak.atribut_rumus = "", atribut
        elif nama in {"v", "is"} and self.petak:
            self.petak.nilai = ""
        self.jalur.append(nama)

    def read_teks(self, teks: str) -> None:
        if self.petak is None:
            return
        match self.jalur[-2:]:
            case [_, "f"]:
                self.petak.rumus = (self.petak.rumus or "") + teks
            case [_, "v"] | ["is" | "r", "t"]:
                self.petak.nilai = (self.petak.nilai or "") + teks

    def end(self, tag: str) -> None:
        nama = self.jalur.pop()
        if nama == "c" and self.petak:
            self.petak.akhir = self.close(self.petak.awal)
            self.sel[self.petak.alamat], self.petak = self.petak, None
        elif nama == "row" or nama == "sheetData":
            satu = self.data if nama == "sheetData" else list(self.baris.values())[-1]
            assert satu
            satu.tutup, satu.akhir = self.parser.CurrentByteIndex, self.close(satu.awal)


@lru_cache(256)
def _read(xml: bytes) -> _Pembaca:
    return _Pembaca(xml)


def list_sel(xml: bytes) -> dict[str, Petak]:
    """The cells of a sheet by address, in the order of the file."""
    return _read(xml).sel


def find_sel(xml: bytes, alamat: str) -> Petak:
    """The cell at an address.

    Raises:
        UbahError: the sheet has no such cell.
    """
    petak = list_sel(xml).get(alamat)
    if petak is None:
        raise UbahError(f"Sel {alamat} tidak ada.")
    return petak


def put_sel(xml: bytes, isi: Mapping[str, Isi], gaya: str | None = None) -> bytes:
    """Cells replaced or added in their place; each keeps its style, or gets the style of number `gaya`."""
    baca = _read(xml)
    potong: list[tuple[int, int, bytes]] = []
    baru: dict[int, list[tuple[int, str]]] = {}
    for alamat, satu in isi.items():
        petak = baca.sel.get(alamat)
        if petak is None:
            r, k = cell_position(alamat)
            baru.setdefault(r, []).append((k, alamat))
            continue
        s = gaya if gaya is not None else petak.atribut.get("s")
        potong.append((petak.awal, petak.akhir, _write(petak.awalan, alamat, s, satu)))
    for r, sel in baru.items():
        potong += _insert(baca, r, {a: _write(_prefix(baca), a, gaya, isi[a]) for _, a in sorted(sel)})
    return splice(xml, potong)


def splice(xml: bytes, potong: list[tuple[int, int, bytes]]) -> bytes:
    """Spans replaced; they may not overlap.

    >>> splice(b"abcd", [(1, 2, b"X"), (3, 3, b"Y")])
    b'aXcYd'
    """
    urut = sorted(potong, key=lambda p: p[:2])
    tepi = [0, *(n for awal, akhir, _ in urut for n in (awal, akhir)), len(xml)]
    assert all(a <= b for a, b in pairwise(tepi)), "bertindih"
    utuh = [xml[a:b] for a, b in zip(tepi[::2], tepi[1::2], strict=True)]
    return b"".join(x for n, satu in enumerate(utuh) for x in (satu, urut[n][2] if n < len(urut) else b""))


def _insert(baca: _Pembaca, r: int, sel: dict[str, bytes]) -> list[tuple[int, int, bytes]]:
    """Where new cells of a row stand: beside its cells, in an empty row, or in a row of their own."""
    baris, p = baca.baris.get(r), _prefix(baca).encode()
    titik = p + b":" if p else b""
    if baris and baris.tutup == baris.akhir:  # <row .../>
        buka = baca.xml[baris.awal : baris.akhir].removesuffix(b"/>") + b">"
        return [(baris.awal, baris.akhir, buka + b"".join(sel.values()) + b"</" + titik + b"row>")]
    if baris:
        ada = [(cell_position(a)[1], p.awal) for a, p in baca.sel.items() if cell_position(a)[0] == r]
        hasil: dict[int, bytes] = {}
        for alamat, isi in sel.items():
            di = min((awal for k, awal in ada if k > cell_position(alamat)[1]), default=baris.tutup)
            hasil[di] = hasil.get(di, b"") + isi
        return [(di, di, isi) for di, isi in hasil.items()]
    assert baca.data
    utuh = b'<%srow r="%d">%s</%srow>' % (titik, r, b"".join(sel.values()), titik)
    di = min((b.awal for n, b in baca.baris.items() if n > r), default=baca.data.tutup)
    return [(di, di, utuh)]


def _prefix(baca: _Pembaca) -> str:
    assert baca.data
    return baca.data.awalan


def _write(awalan: str, alamat: str, gaya: str | None, isi: Isi) -> bytes:
    p = f"{awalan}:" if awalan else ""
    kepala = f'<{p}c r="{alamat}"' + (f" s={quoteattr(gaya)}" if gaya is not None else "")
    match isi:
        case None:
            teks = f"{kepala}/>"
        case bool():
            teks = f'{kepala} t="b"><{p}v>{int(isi)}</{p}v></{p}c>'
        case str():
            ruang = ' xml:space="preserve"' if isi != isi.strip() else ""
            teks = f'{kepala} t="inlineStr"><{p}is><{p}t{ruang}>{escape(isi)}</{p}t></{p}is></{p}c>'
        case Rumus():
            atribut: Any = "".join(f" {n}={quoteattr(v)}" for n, v in isi.atribut.items())
            jenis = ' t="str"' if isinstance(isi.nilai, str) else ""
            nilai = "" if isi.nilai is None else f"<{p}v>{escape(format_nilai(isi.nilai))}</{p}v>"
            teks = f"{kepala}{jenis}><{p}f{atribut}>{escape(isi.teks)}</{p}f>{nilai}</{p}c>"
        case _:
            teks = f"{kepala}><{p}v>{format_nilai(isi)}</{p}v></{p}c>"
    return teks.encode()


def format_nilai(nilai: float | str) -> str:
    """As a cell's v holds it.

    >>> format_nilai(2.0), format_nilai(0.1), format_nilai("OK")
    ('2', '0.1', 'OK')
    """
    return nilai if isinstance(nilai, str) else f"{nilai:.15g}" if isinstance(nilai, float) else str(nilai)
