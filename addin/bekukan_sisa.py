"""Which parts of a workbook mention our functions, and the calls that still stand in them, wherever that is."""

from __future__ import annotations

from addin.ejaan import LAYANAN_CALC, has_call
from addin.fungsi import DAFTAR
from kinerja.tabel.xml import Penangan, parse_xml

_BACAAN = frozenset(("t", "v", "text", "prompt", "promptTitle", "error", "errorTitle", "tooltip", "display", "descr"))
"""Elements and attributes that hold text for people: what looks like a call there is none."""
_LUAR = ("docprops/", "customxml/")
_NAMA = [nama.lower().encode() for nama in (*DAFTAR, LAYANAN_CALC)]
_SUAP = 262_144
_LAPIS = 64  # more than the longest name, which may stand across two pieces


def is_periksa(bagian: str) -> bool:
    """Whether a part is one in which a formula may stand.

    >>> [is_periksa(x) for x in ("xl/worksheets/sheet1.xml", "xl/media/image1.png", "docProps/core.xml")]
    [True, False, False]
    """
    kecil = bagian.casefold()
    return kecil.endswith((".xml", ".vml", ".rels")) and not kecil.startswith(_LUAR)


def mentions(data: bytes) -> bool:
    """Whether a part names one of our functions as plain letters; most parts do not, and are not looked at closer."""
    utf16 = b"\0" in data[:4]  # which is refused, not passed over
    for awal in range(0, len(data), _SUAP):
        kecil = data[awal : awal + _SUAP + _LAPIS].lower()
        if utf16:
            kecil = kecil.replace(b"\0", b"")
        if any(nama in kecil for nama in _NAMA):
            return True
    return False


def list_panggilan(data: bytes, tempat: str) -> list[str]:
    """Every text and attribute that calls us, once.

    Raises:
        DataError: the part cannot be read.
    """
    pembaca = _Pembaca()
    parse_xml((data[awal : awal + _SUAP] for awal in range(0, len(data), _SUAP)), tempat, pembaca)
    return list(pembaca.panggilan)


class _Pembaca(Penangan):
    def __init__(self) -> None:
        self.panggilan: dict[str, None] = {}
        self._terbuka: list[str] = []
        self._teks: list[str] = []

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        self._end_teks()
        self._terbuka.append(nama)
        for kunci, nilai in atribut.items():
            if kunci not in _BACAAN:
                self._look(nilai)

    def end(self, nama: str, dalam: int) -> None:
        self._end_teks()
        self._terbuka.pop()

    def text(self, teks: str) -> None:
        self._teks.append(teks)

    def _end_teks(self) -> None:
        if self._teks and self._terbuka[-1] not in _BACAAN:
            self._look("".join(self._teks))
        self._teks.clear()

    def _look(self, teks: str) -> None:
        if "(" in teks and teks not in self.panggilan and has_call(teks):
            self.panggilan[teks] = None
