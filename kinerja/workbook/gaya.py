"""Styles of the plan as XlsxWriter formats, each built once."""

from __future__ import annotations

from xlsxwriter.format import Format

from kinerja.errors import DataError
from kinerja.workbook.layout import Buku, Gaya
from kinerja.workbook.xlsx import BukuXlsx

GARIS = "#A6A6A6"


def _lines(*sisi: str) -> dict[str, object]:
    return dict.fromkeys(sisi, 1) | {f"{sisi_}_color": GARIS for sisi_ in sisi}


_BINGKAI: dict[str, dict[str, object]] = {
    "": {},
    "tipis": {"border": 1, "border_color": GARIS},
    "ganda_bawah": {"bottom": 6},
    "kiri": _lines("left", "top", "bottom"),
    "kanan": _lines("right", "top", "bottom"),
    "sambung": _lines("left", "right"),
    "sambung_awal": _lines("left", "right", "top"),
    "sambung_akhir": _lines("left", "right", "bottom"),
}


class KumpulanGaya:
    """Formats of one workbook by the name of the style and whether the cell is locked."""

    def __init__(self, xlsx: BukuXlsx, buku: Buku) -> None:
        self._xlsx = xlsx
        self.rencana = buku.gaya
        self._format: dict[tuple[str, bool], Format] = {}

    def get(self, nama: str, *, terkunci: bool = True) -> Format:
        """The format of a style.

        Raises:
            DataError: the plan has no such style.
        """
        kunci = (nama, terkunci)
        satu = self._format.get(kunci)
        if satu is None:
            if nama not in self.rencana:
                raise DataError(f"Gaya {nama!r} tidak ada dalam rencana.")
            satu = self._format[kunci] = self._xlsx.add_format(_properties(self.rencana[nama], terkunci))
        return satu


def _properties(gaya: Gaya, terkunci: bool) -> dict[str, object]:
    properti: dict[str, object] = {
        "bold": gaya.tebal,
        "italic": gaya.miring,
        "underline": int(gaya.garis_bawah),
        "font_size": gaya.ukuran,
        "font_color": gaya.warna,
        "align": gaya.datar,
        "valign": gaya.tegak,
        "text_wrap": gaya.lipat,
        "shrink": gaya.susut,
        "num_format": gaya.format,
        "indent": gaya.indentasi,
        "locked": terkunci,
    }
    if gaya.latar:
        properti["bg_color"] = gaya.latar
    return properti | _BINGKAI[gaya.bingkai]
