"""A form's workbook with its repeated rows in place: all that lies on a sheet moves along, and references follow.

openpyxl inserts rows, but moves cells only; merges, heights, rules, breaks, names and the rest are moved here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.merge import MergedCellRange

from kinerja.alamat import Kotak, a1, name_kotak
from kinerja.formulir.geser import DIAM, AcuanBerulangError, Letak, PetaBaris, move_acuan, move_rumus
from kinerja.formulir.grafik import move_grafik
from kinerja.formulir.sel import Workbook, Worksheet, get_isi, is_sel, take_syarat

LARIK = "Rumus larik di baris yang berulang hanya boleh mengisi satu sel."
TABEL_DATA = "Tabel Data (Data, Analisis Bagaimana-Jika; What-If Analysis) tidak dapat ikut bergeser."


@dataclass(frozen=True, slots=True)
class AcuanSalah:
    """A formula that cannot be moved: where it stands, and a reference without single meaning, or a sentence."""

    lembar: str
    tempat: str
    acuan: str


class PenyusunBaris:
    """Moves what a workbook holds to where its repeated rows leave it.

    Args:
        peta: of each sheet in which rows are repeated.

    Attributes:
        salah: formulas that were left alone, since nothing says which copy they mean.
    """

    def __init__(self, wb: Workbook, peta: Mapping[str, PetaBaris]) -> None:
        self._wb, self._peta = wb, peta
        self.salah: list[AcuanSalah] = []

    def expand(self) -> None:
        """All sheets and names."""
        for ws in self._wb.worksheets:
            asal = self._move_sel(ws)
            self._move_aturan(ws)
            peta = self._peta.get(ws.title)
            if peta is not None:
                _insert_baris(ws, peta)
                self._copy_baris(ws, peta, asal)
                _move_gabung(ws, peta)
                _move_tinggi(ws, peta)
                _move_cetak(ws, peta)
                _move_lain(ws, peta)
            for nama in ws.defined_names.values():
                nama.value = move_acuan(nama.value, self._peta)
            for grafik in ws._charts if self._peta else ():
                move_grafik(grafik, self._peta)
            self._move_tautan(ws)
        for nama in self._wb.defined_names.values():
            nama.value = move_acuan(nama.value, self._peta)
        for grafik in (g for lembar in self._wb.chartsheets for g in lembar._charts) if self._peta else ():
            move_grafik(grafik, self._peta)

    def _move_tautan(self, ws: Worksheet) -> None:
        """Links, and where in this workbook they lead."""
        for sel in ws._cells.values():
            tautan = getattr(sel, "hyperlink", None)
            if tautan is not None:
                tautan.ref = sel.coordinate
                if tautan.location:
                    tautan.location = move_acuan(tautan.location, self._peta)

    def _move_sel(self, ws: Worksheet) -> dict[tuple[int, int], str | ArrayFormula]:
        """Formulas for the first copy of their row; those of repeated rows as they stood, for the other copies."""
        asal: dict[tuple[int, int], str | ArrayFormula] = {}
        peta = self._peta.get(ws.title, DIAM)
        for (baris, kolom), sel in ws._cells.items():
            if sel.data_type != "f":
                continue
            rumus = get_isi(sel)
            if not isinstance(rumus, str):
                if peta.list_ulangan():
                    self.salah.append(AcuanSalah(ws.title, sel.coordinate, TABEL_DATA))
                continue
            if peta.get(baris - 1):
                asal[baris, kolom] = sel.value
            baru = self._move(rumus, Letak(ws.title, baris - 1), sel.coordinate)
            if isinstance(sel.value, ArrayFormula):
                if ":" in sel.value.ref and _touches(sel.value.ref, peta):
                    self.salah.append(AcuanSalah(ws.title, sel.coordinate, LARIK))
                sel.value = ArrayFormula(_move_wilayah(sel.value.ref, peta), baru)
            else:
                sel.value = baru
        return asal

    def _move(self, rumus: str, di: Letak, tempat: str) -> str:
        try:
            return f"={move_rumus(rumus.removeprefix('='), self._peta, di)}"
        except AcuanBerulangError as galat:
            self.salah.append(AcuanSalah(di.lembar, tempat, str(galat)))
            return rumus

    def _move_aturan(self, ws: Worksheet) -> None:
        """Validations and conditional formats; their formulas are relative to the first cell of their range."""
        peta = self._peta.get(ws.title, DIAM)
        for aturan in ws.data_validations.dataValidation:
            di = _find_awal(ws, aturan.sqref)
            for bagian in ("formula1", "formula2"):
                if isinstance(rumus := getattr(aturan, bagian), str) and not rumus.startswith('"'):
                    setattr(aturan, bagian, self._move(rumus, di, f"validasi {aturan.sqref}").removeprefix("="))
            aturan.sqref = MultiCellRange(_move_wilayah(str(aturan.sqref), peta))
        for wilayah, aturan in take_syarat(ws):
            di = _find_awal(ws, wilayah)
            rumus = [self._move(r, di, f"format bersyarat {wilayah}") for r in aturan.formula]
            aturan.formula = [r.removeprefix("=") for r in rumus]
            self._move_ambang(aturan, di)
            ws.conditional_formatting.add(_move_wilayah(str(wilayah), peta), aturan)

    def _move_ambang(self, aturan: Any, di: Letak) -> None:
        """Formulas from which colours, bars and signs begin."""
        for skala in (aturan.colorScale, aturan.dataBar, aturan.iconSet):
            for ambang in getattr(skala, "cfvo", None) or ():
                if ambang.type == "formula" and isinstance(ambang.val, str):
                    ambang.val = self._move(ambang.val, di, "format bersyarat").removeprefix("=")

    def _copy_baris(self, ws: Worksheet, peta: PetaBaris, asal: Mapping[tuple[int, int], str | ArrayFormula]) -> None:
        """The cells of the other copies, as those of the first."""
        for ulangan in peta.list_ulangan():
            awal = peta.awal(ulangan.baris) + 1
            contoh = [(kolom, sel) for (baris, kolom), sel in ws._cells.items() if baris == awal and sel.has_style]
            contoh += [
                (k, s) for (b, k), s in ws._cells.items() if b == awal and not s.has_style and s.value is not None
            ]
            for salinan in range(1, ulangan.banyak):
                di = Letak(ws.title, ulangan.baris, salinan)
                for kolom, sel in contoh:
                    baru = ws.cell(awal + salinan, kolom)
                    baru._style = copy(sel._style)
                    rumus = asal.get((ulangan.baris + 1, kolom))
                    if isinstance(rumus, ArrayFormula):
                        baru.value = ArrayFormula(baru.coordinate, self._move(rumus.text or "", di, sel.coordinate))
                    elif rumus is not None:
                        baru.value = self._move(rumus, di, sel.coordinate)
                    elif is_sel(sel) and sel.value is not None:
                        baru.value = sel.value
                        baru.data_type = sel.data_type


def _touches(wilayah: str, peta: PetaBaris) -> bool:
    """Whether a range has a repeated row in it."""
    r = CellRange(wilayah)
    return any(r.min_row - 1 <= u.baris <= r.max_row - 1 for u in peta.list_ulangan())


def _find_awal(ws: Worksheet, wilayah: MultiCellRange) -> Letak:
    return Letak(ws.title, min((r.min_row for r in wilayah.ranges), default=1) - 1)


def _insert_baris(ws: Worksheet, peta: PetaBaris) -> None:
    """Room for the copies; openpyxl's own way makes a cell of every place up to the last one."""
    lama, ws._cells = ws._cells, {}
    for (baris, kolom), sel in lama.items():
        sel.row = peta.awal(baris - 1) + 1
        ws._cells[sel.row, kolom] = sel


def _list_gabung(rentang: CellRange, peta: PetaBaris) -> Iterator[Kotak]:
    """Where a merged range comes to lie; one in a repeated row for each copy."""
    awal, akhir, kiri, kanan = rentang.min_row - 1, rentang.max_row - 1, rentang.min_col - 1, rentang.max_col - 1
    if awal != akhir:
        yield peta.move_kotak((awal, kiri, akhir, kanan))
        return
    for baris in range(peta.awal(awal), peta.akhir(awal) + 1):
        yield baris, kiri, baris, kanan


def _move_gabung(ws: Worksheet, peta: PetaBaris) -> None:
    baru = set()
    for rentang in ws.merged_cells.ranges:
        baru |= {MergedCellRange(ws, name_kotak(kotak)) for kotak in _list_gabung(rentang, peta)}
    ws.merged_cells.ranges = baru


def _move_tinggi(ws: Worksheet, peta: PetaBaris) -> None:
    lama = dict(ws.row_dimensions.items())
    ws.row_dimensions.clear()
    for baris, ukuran in lama.items():
        for kini in range(peta.awal(baris - 1) + 1, peta.akhir(baris - 1) + 2):
            baru = copy(ukuran)
            baru.index = kini
            ws.row_dimensions[kini] = baru


def _move_lain(ws: Worksheet, peta: PetaBaris) -> None:
    """Panes, filter, tables, pictures and charts."""
    _move_beku(ws, peta)
    for tabel in (ws, *ws.tables.values()):
        if tabel is not ws:
            tabel.ref = _move_wilayah(tabel.ref, peta)
        saring = ws.auto_filter if tabel is ws else tabel.autoFilter
        if saring is not None and saring.ref:
            saring.ref = _move_wilayah(saring.ref, peta)
    for gambar in (*ws._images, *ws._charts):
        _move_gambar(gambar.anchor, peta)


def _move_beku(ws: Worksheet, peta: PetaBaris) -> None:
    """Rows that stay in sight; openpyxl's own setter would add a selection each time, which the schema forbids."""
    for tampak in ws.views.sheetView:
        if (panel := tampak.pane) is None or panel.state not in ("frozen", "frozenSplit"):
            continue
        if panel.ySplit:
            panel.ySplit = peta.awal(int(panel.ySplit))
        if panel.topLeftCell:  # the form may have been left scrolled down
            panel.topLeftCell = _move_sel(panel.topLeftCell, peta)


def _move_cetak(ws: Worksheet, peta: PetaBaris) -> None:
    """Print area, titles and page breaks."""
    if ws.print_area:
        ws.print_area = [_move_wilayah(str(satu), peta) for satu in ws._print_area.ranges]
    if ws.print_title_rows:
        awal, akhir = (int(x.replace("$", "")) - 1 for x in ws.print_title_rows.split(":"))
        ws.print_title_rows = f"{peta.awal(awal) + 1}:{peta.akhir(akhir) + 1}"
    for patah in ws.row_breaks.brk:
        patah.id = peta.akhir(patah.id - 1) + 1


def _move_gambar(jangkar: Any, peta: PetaBaris) -> None:
    """A picture goes with the row in which it begins, and keeps its size in rows."""
    awal = getattr(jangkar, "_from", None)
    if awal is None:  # of a fixed place on the sheet
        return
    geser = peta.awal(awal.row) - awal.row
    awal.row += geser
    if (akhir := getattr(jangkar, "to", None)) is not None:
        akhir.row += geser


def _move_wilayah(wilayah: str, peta: PetaBaris) -> str:
    """Ranges with blanks between."""
    semua = (CellRange(satu.replace("$", "")) for satu in wilayah.split())
    kotak = ((r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1) for r in semua)
    return " ".join(name_kotak(peta.move_kotak(satu)) for satu in kotak)


def _move_sel(sel: str, peta: PetaBaris) -> str:
    r = CellRange(sel)
    return a1(peta.awal(r.min_row - 1), r.min_col - 1)
