"""XlsxWriter, narrowed: SHA-512 locks, empty text results marked as text, and rows written in one fast loop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.url import Url
from xlsxwriter.utility import _preserve_whitespace
from xlsxwriter.worksheet import Worksheet
from xlsxwriter.xmlwriter import XMLwriter

from kinerja.alamat import a1, column_letters
from kinerja.errors import DataError
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.teks import check_text

FON = "Arial"
CALC_ID = 191029
"""The engine of Excel 2019 to 365, as they write it: they trust what one of that number has computed."""
_OPSI = {
    "in_memory": True,
    "default_format_properties": {"font_name": FON, "font_size": 11, "font_scheme": False, "font_family": 2},
    "default_column_width": 72,  # pixels; tells XlsxWriter that a digit of Arial 11 is 8 pixels wide, not 7
}


class TabelTeks(SharedStringTable):  # type: ignore[misc]
    """Shared strings that never pass for markup: XlsxWriter writes a text `<r>…</r>` raw, as rich text."""

    def add(self, teks: str) -> int:
        """The number of a text, which is checked when it comes for the first time.

        Raises:
            DataError: no cell can hold it.
        """
        nomor = self.string_table.get(teks)
        if nomor is None or teks[0] == "<":  # what is guarded stands there as another text
            return self._get_shared_string_index(check_text(teks))
        self.count += 1
        return nomor  # type: ignore[no-any-return]

    def _get_shared_string_index(self, string: str) -> int:
        return super()._get_shared_string_index(guard_teks(string))  # type: ignore[no-any-return]


class _NomorGaya(dict[Format, int]):
    """Numbers of styles; XlsxWriter gives them in the order of writing, so each is asked for when it is first met."""

    def __missing__(self, gaya: Format) -> int:
        nomor: int = gaya._get_xf_index()
        self[gaya] = nomor
        return nomor


class LembarXlsx(Worksheet):  # type: ignore[misc]
    """A worksheet that is always protected.

    A cell is kept as its style and what follows the attributes of its element, written once and for all. Whoever
    writes it has made sure that it is on the sheet; `measure` tells XlsxWriter how far the cells reach.
    """

    kunci: Kunci | None = None
    luwes: frozenset[int] = frozenset()
    """Rows that grow with what is typed in them: their height is a first one, not the user's own."""
    bebas = False
    """Not protected after all."""

    def write_teks(self, baris: int, kolom: int, teks: str, gaya: Format) -> None:
        """A text, which stays one whatever it begins with."""
        self.table[baris][kolom] = (gaya, render_string(self.str_table.add(teks)))

    def write_angka(self, baris: int, kolom: int, angka: float, gaya: Format) -> None:
        """A number."""
        self.table[baris][kolom] = (gaya, render_number(angka))

    def write_kosong(self, baris: int, kolom: int, gaya: Format) -> None:
        """A blank cell, which has a style only."""
        self.table[baris][kolom] = (gaya, render_blank())

    def write_blanks(self, baris: int, kolom: Iterable[int], gaya: Format) -> None:
        """Blank cells of one style in a row, without the cost of a call for each."""
        sel = dict.fromkeys(kolom, (gaya, render_blank()))
        if self._check_dimensions(baris, min(sel)) or self._check_dimensions(baris, max(sel)):
            raise DataError("Sel di luar lembar.")
        self.table[baris].update(sel)

    def write_rumus(self, baris: int, kolom: int, rumus: str, nilai: str | float, gaya: Format) -> None:
        """A formula exactly as given: XlsxWriter would turn some into array formulas and rename functions."""
        self.table[baris][kolom] = (gaya, render_formula(rumus, nilai))

    def write_larik(
        self, baris: int, kolom: int, rumus: str, nilai: Sequence[Sequence[str | float]], gaya: Format
    ) -> None:
        """A dynamic array formula, with what stands in each of its cells."""
        self.has_dynamic_arrays = True  # for which XlsxWriter adds xl/metadata.xml
        for b, isi in enumerate(nilai, start=baris):
            for k, satu in enumerate(isi, start=kolom):
                self.table[b][k] = (gaya, render_nilai(satu))
        awal, akhir = a1(baris, kolom), a1(baris + len(nilai) - 1, kolom + len(nilai[0]) - 1)
        wilayah = awal if awal == akhir else f"{awal}:{akhir}"
        self.table[baris][kolom] = (gaya, render_larik(rumus, wilayah, nilai[0][0]))

    def measure(self) -> None:
        """Let XlsxWriter know how far the cells reach."""
        semua = {baris: sel for baris, sel in self.table.items() if sel}
        if semua:
            self._check_dimensions(min(semua), min(map(min, semua.values())))
            self._check_dimensions(max(semua), max(map(max, semua.values())))

    def link(self, baris: int, kolom: int, alamat: str) -> None:
        """Let a click on the cell lead to an address in this workbook; the cell keeps its own content and style."""
        self.hyperlinks[baris][kolom] = Url(f"internal:{alamat}")

    def _write_blank(self, row: int, col: int, _: object, cell_format: Format) -> int:
        """What XlsxWriter puts under merged cells."""
        self.table[row][col] = (cell_format, render_blank())
        return 0

    def _write_rows(self) -> None:
        """Write all rows; replaces a method call and a list of attributes for each cell."""
        tulis, info = self.fh.write, self.row_info
        huruf = [column_letters(kolom) for kolom in range(self.dim_colmax + 1)]
        gaya = _NomorGaya()
        for baris in sorted(self.table.keys() | info.keys()):
            sel = self.table.get(baris)
            nomor = baris + 1
            if sel and baris in self.luwes and baris in info:
                tulis(render_row(baris, info[baris].height * 0.75, kosong=False, luwes=True))
            elif not sel or baris in info:
                self._write_row(baris, None, info.get(baris), empty_row=not sel)
            else:
                tulis(f'<row r="{nomor}">')
            if sel:
                isi = [f'<c r="{huruf[k]}{nomor}" s="{gaya[sel[k][0]]}"{sel[k][1]}' for k in sorted(sel)]
                tulis("".join(isi) + "</row>")

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        """The text of a condition or list, as given: fifty searches for functions that the plan does not use, saved."""
        return formula.removeprefix("=")

    def _write_sheet_protection(self) -> None:
        if self.bebas:
            return
        atribut: list[tuple[str, object]] = []
        if self.kunci:
            atribut += [("algorithmName", "SHA-512"), ("hashValue", self.kunci.hash)]
            atribut += [("saltValue", self.kunci.salt), ("spinCount", self.kunci.putaran)]
        # Zero means "allowed": columns and rows may be resized when a figure shows as ####.
        atribut += [("sheet", 1), ("objects", 1), ("scenarios", 1), ("formatColumns", 0), ("formatRows", 0)]
        if self.autofilter_ref:
            atribut.append(("autoFilter", 0))
        self._xml_empty_tag("sheetProtection", atribut)


class _Pengemas(Packager):  # type: ignore[misc]
    """Keeps the parts instead of handing them on to be zipped."""

    def _create_package(self) -> list[object]:
        isi = [(nama, berkas.getvalue()) for berkas, nama, _ in super()._create_package()]
        self.bagian = [(nama, teks.encode() if isinstance(teks, str) else teks) for nama, teks in isi]
        return []


class BukuXlsx(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook in memory whose structure is locked; `close` gives its parts rather than a file."""

    worksheet_class = LembarXlsx

    def __init__(self, kunci: Kunci | None) -> None:
        super().__init__(BytesIO(), _OPSI)
        # Every formula has its value in the file. An older number, or a request to compute on load, would make Excel
        # compute all of it once more, and then ask whether to save a file in which nobody has changed anything.
        self.set_calc_mode("auto", CALC_ID)
        self.calc_on_load = False
        self.str_table = TabelTeks()
        self.kunci = kunci
        self.bebas = False
        self.uraian_nama: dict[str, str] = {}
        self._pengemas = _Pengemas()

    @property
    def bagian(self) -> list[tuple[str, bytes]]:
        """Name and bytes of each part, once it is closed."""
        return self._pengemas.bagian

    def add_bagan(self, bagan: Chart) -> None:
        """Take a chart of a class of our own, as `add_chart` takes those that it makes."""
        bagan.embedded = True
        bagan.date_1904, bagan.remove_timezone = self.date_1904, self.remove_timezone
        self.charts.append(bagan)

    def _get_packager(self) -> _Pengemas:
        return self._pengemas

    def _write_book_views(self) -> None:
        atribut: list[tuple[str, object]] = []
        if self.kunci:
            atribut += [("workbookAlgorithmName", "SHA-512"), ("workbookHashValue", self.kunci.hash)]
            atribut += [("workbookSaltValue", self.kunci.salt), ("workbookSpinCount", self.kunci.putaran)]
        # The schema wants it right before bookViews; elsewhere Excel offers a repair.
        if not self.bebas:
            self._xml_empty_tag("workbookProtection", [*atribut, ("lockStructure", 1)])
        super()._write_book_views()

    def _write_defined_name(self, defined_name: list[Any]) -> None:
        nama, _, rumus, _ = defined_name[:4]
        if nama not in self.uraian_nama:
            super()._write_defined_name(defined_name)
        else:
            self._xml_data_element("definedName", rumus, [("name", nama), ("comment", self.uraian_nama[nama])])


def render_blank() -> str:
    """What stands in a `<c …` element after its attributes, up to its end: nothing."""
    return "/>"


def render_number(angka: float) -> str:
    """A number with all 17 digits, as Excel writes them: XlsxWriter's own 16 would not give every float back."""
    return f"><v>{angka}</v></c>"


def render_string(nomor: int) -> str:
    """A shared string."""
    return f' t="s"><v>{nomor}</v></c>'


def render_formula(rumus: str, nilai: str | float) -> str:
    """A formula and its value.

    XlsxWriter leaves t="str" out when the text is empty, and then the cell reads as a number without a value.
    """
    if isinstance(nilai, str):
        return f' t="str"><f>{_escape(rumus)}</f><v>{_escape(nilai)}</v></c>'
    return f"><f>{_escape(rumus)}</f><v>{nilai}</v></c>"


def render_nilai(nilai: str | float) -> str:
    """What a formula of another cell has put into this one."""
    return f' t="str"><v>{_escape(nilai)}</v></c>' if isinstance(nilai, str) else render_number(nilai)


def render_larik(rumus: str, wilayah: str, nilai: str | float) -> str:
    """A dynamic array formula and the value of its own cell; `cm` names the record of xl/metadata.xml."""
    jenis = ' t="str"' if isinstance(nilai, str) else ""
    isi = _escape(nilai) if isinstance(nilai, str) else nilai
    return f'{jenis} cm="1"><f t="array" ref="{wilayah}">{_escape(rumus)}</f><v>{isi}</v></c>'


def _escape(teks: str) -> str:
    """What most texts need not have done to them."""
    return escape(teks) if "<" in teks or "&" in teks or ">" in teks else teks


def render_si(teks: str) -> str:
    """The element of a shared string, as XlsxWriter writes it."""
    isi = XMLwriter._escape_control_characters(guard_teks(teks))
    if _is_kaya(isi):
        return f"<si>{isi}</si>"
    sela = ' xml:space="preserve"' if _preserve_whitespace(isi) else ""
    return f"<si><t{sela}>{escape(isi)}</t></si>"


def render_element(nama: str, teks: str) -> str:
    """An element that holds text, as XlsxWriter writes it."""
    return f"<{nama}>{XMLwriter._escape_control_characters(escape(teks))}</{nama}>"


@lru_cache(maxsize=4096)
def render_row(baris: int, tinggi: float | None, *, kosong: bool, luwes: bool = False) -> str:
    """The opening tag of a row, or the whole element of one without cells; `luwes` if it grows with what is typed."""
    lembar = LembarXlsx()
    lembar.fh = StringIO()
    if tinggi is not None:
        lembar.set_row(baris, tinggi)
    lembar._write_row(baris, None, lembar.row_info.get(baris), empty_row=kosong)
    tag: str = lembar.fh.getvalue()
    return tag.replace(' customHeight="1"', "") if luwes else tag


def guard_teks(teks: str) -> str:
    """A shared string that would pass for rich text, as rich text that shows it."""
    if _is_kaya(teks):
        return f'<r><t xml:space="preserve">{escape(teks)}</t></r>'
    return teks


def _is_kaya(teks: str) -> bool:
    """What XlsxWriter takes for markup of rich text."""
    return teks.startswith("<r>") and teks.endswith("</r>")
