"""What of a form stands outside its cells: every part is sound XML, and no name hides where none is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xml import Penangan, parse_xml

_KEPALA = re.compile(r"(?:odd|even|first)(?:Header|Footer)")
_DI_SEL = frozenset(("v", "t", "f"))
_BAGIAN = (
    ("comment", "komentar"),
    ("drawing", "kotak teks atau bentuk"),
    ("chart", "grafik"),
    ("table", "tabel"),
    ("workbook.xml", "nama lembar atau nama rentang"),
)


def check_bagian(arsip: Arsip, berkas: str) -> Iterator[DataError]:
    """Names in braces outside of cells and of the heads and feet of pages.

    Raises:
        DataError: a part that is no XML as the door takes it.
    """
    lembar = {bagian.casefold(): nama for nama, bagian in BukuXlsx(arsip).bagian.items()}
    for bagian in arsip.nama:
        kecil = bagian.casefold()
        if not kecil.endswith((".xml", ".rels")):
            continue
        nama = lembar.get(kecil, "")
        penjaga = _Penjaga(bebas=kecil.startswith("docprops/") or kecil == "xl/sharedstrings.xml", di_lembar=bool(nama))
        parse_xml(arsip.stream(bagian), f"{berkas}, {f'lembar {nama}' if nama else bagian}", penjaga)
        if penjaga.salah:
            di_mana = "aturan atau keterangan sel" if nama else _describe(kecil)
            yield DataError(
                f"Ada nama dalam kurung kurawal di {di_mana}: {penjaga.salah[:60]!r}.",
                tempat=f"{berkas}, lembar {nama}" if nama else berkas,
                saran="Nama hanya dapat diisi di sel, dan di kepala atau kaki halaman; pindahkan ke sana.",
            )


def _describe(bagian: str) -> str:
    return next((kata for tanda, kata in _BAGIAN if tanda in bagian), f"bagian {bagian}")


class _Penjaga(Penangan):
    """Looks for braces where no name is filled in.

    Args:
        bebas: they may stand anywhere in this part.
    """

    def __init__(self, *, bebas: bool, di_lembar: bool) -> None:
        self.salah = ""
        self._bebas, self._di_lembar = bebas, di_lembar
        self._buka: list[str] = []

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        self._buka.append(nama)
        for nilai in atribut.values():
            self._look(nilai)

    def end(self, nama: str, dalam: int) -> None:
        self._buka.pop()

    def text(self, teks: str) -> None:
        kini = self._buka[-1] if self._buka else ""
        di_sel = kini in _DI_SEL and "c" in self._buka
        if not (self._di_lembar and (di_sel or _KEPALA.fullmatch(kini))):
            self._look(teks)

    def _look(self, teks: str) -> None:
        if "{{" in teks and not self._bebas:
            self.salah = self.salah or teks
