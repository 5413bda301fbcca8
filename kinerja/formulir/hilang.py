"""What of a form openpyxl would lose: by evidence, the package before and after it has loaded and saved it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.alamat import parse_range
from kinerja.errors import DataError
from kinerja.formulir.kandungan import Kandungan, list_kandungan
from kinerja.formulir.kata_hilang import find_kata
from kinerja.formulir.rangka import explain_openpyxl, load_buku
from kinerja.formulir.selain import check_bagian
from kinerja.formulir.tulis import write_buku
from kinerja.tabel.arsip import Arsip

TAMPIL = 20
"""Kinds of things that the refusal names."""
_SEADANYA = ("styles:", "sharedStrings:")
"""Parts that a program sets out anew: of what is in them counts whether it is there at all, not how often."""
_AKHIR = re.compile(r"[\w.-]+$")


@dataclass(frozen=True, slots=True)
class Hilang:
    """What would be lost.

    Attributes:
        apa: what it is, in words.
        lembar: where; empty for what belongs to the whole workbook.
        sel: the first cell of it; empty where it has none.
        banyak: how many.
    """

    apa: str
    lembar: str
    sel: str
    banyak: int

    @property
    def tempat(self) -> str:
        """Sheet and cell, as far as there are any.

        >>> Hilang("grafik mini (sparkline)", "Isi", "F2", 3).tempat, Hilang("makro", "", "", 1).tempat
        ('Isi!F2', 'seluruh buku')
        """
        return f"{self.lembar}!{self.sel}" if self.sel else self.lembar or "seluruh buku"

    def __str__(self) -> str:
        return f"{self.tempat}: {self.apa}" + (f" ({self.banyak})" if self.banyak > 1 else "")


def list_hilang(isi: bytes, berkas: str) -> tuple[Hilang, ...]:
    """All that would be lost, by sheet; nothing for a form that openpyxl keeps whole.

    Args:
        berkas: name of the file, for messages.

    Raises:
        DataError: the file breaks a limit of the door, or openpyxl cannot read it.
    """
    list(check_bagian(Arsip(isi, berkas, bebas=True), berkas))  # all of it, before openpyxl sees any
    lama = list_kandungan(Arsip(isi, berkas, bebas=True))
    baru = list_kandungan(Arsip(_save(isi, berkas), berkas))
    cacah: dict[tuple[str, str], tuple[int, str]] = {}
    for apa, lembar, sel, banyak in _tell(_subtract(lama, baru)):
        n, tempat = cacah.get((lembar, apa), (0, ""))
        cacah[lembar, apa] = max(n, banyak), tempat or sel  # a control stands in several parts at once
    return tuple(Hilang(apa, lembar, sel, n) for (lembar, apa), (n, sel) in sorted(cacah.items()))


def check_hilang(isi: bytes, berkas: str, *, boleh: bool) -> tuple[Hilang, ...]:
    """The same, refused unless the user has said that it may be lost.

    Raises:
        DataError: something would be lost and may not; as `list_hilang`.
    """
    hilang = list_hilang(isi, berkas)
    if hilang and not boleh:
        lebih = len(hilang) - TAMPIL
        rincian = [*map(str, hilang[:TAMPIL]), *([f"dan {lebih} macam lagi"] if lebih > 0 else [])]
        saran = "Pindahkan ke berkas lain, atau tambahkan --tanpa-yang-hilang."
        raise DataError("Sebagian isi formulir akan hilang.", tempat=berkas, saran=saran, rincian=rincian)
    return hilang


def _save(isi: bytes, berkas: str) -> bytes:
    """What openpyxl makes of a file."""
    with explain_openpyxl(berkas):
        return write_buku(load_buku(isi)).getvalue()


def _subtract(lama: Kandungan, baru: Kandungan) -> dict[tuple[str, str], tuple[int, str]]:
    """Of each kind of which fewer are left: how many are gone, and the first cell of them."""
    hilang = {}
    for kunci, cacah in lama.items():
        sisa = baru.get(kunci, Counter())
        banyak = cacah.total() - sisa.total()
        if banyak > 0 and not (sisa and kunci[1].startswith(_SEADANYA)):
            tempat = [sel for sel in cacah if sel and cacah[sel] > sisa[sel]]
            hilang[kunci] = banyak, min(tempat, key=parse_range, default="")
    return hilang


def _tell(hilang: dict[tuple[str, str], tuple[int, str]]) -> Iterator[tuple[str, str, str, int]]:
    """Words, sheet, cell, number for each kind that says something and is not told by what is around it."""
    kata = {kunci: find_kata(kunci[1]) for kunci in hilang}
    tahu = {kunci for kunci, satu in kata.items() if isinstance(satu, str)}
    rangka = {(lembar, atas) for lembar, jalan in tahu for atas in _list_atas(jalan)}
    for (lembar, jalan), (banyak, sel) in sorted(hilang.items()):
        atas = {(lembar, satu) for satu in _list_atas(jalan)}
        apa = kata[lembar, jalan]
        if atas & tahu or apa is None or apa == "":
            continue
        if isinstance(apa, str):
            yield apa, lembar, sel, banyak
        elif (lembar, jalan) not in rangka and not any(kata.get(satu) is False for satu in atas):
            yield f"bagian lain: {_name(jalan)}", lembar, sel, banyak


def _list_atas(jalan: str) -> Iterator[str]:
    """The kinds around one, from the inside.

    >>> list(_list_atas("worksheet>drawing:a/b@c"))
    ['worksheet>drawing:a/b', 'worksheet>drawing:a', 'worksheet>drawing:', 'worksheet>drawing', 'worksheet']
    """
    for n in range(len(jalan) - 1, 0, -1):
        if jalan[n] in "@/>:":
            if jalan[n] == ":" and n < len(jalan) - 1:
                yield jalan[: n + 1]
            yield jalan[:n]


def _name(jalan: str) -> str:
    cocok = _AKHIR.search(jalan)
    return cocok[0] if cocok else jalan
