"""Plain bar charts: direct labels, no decoration, and the plan's values in the cache."""

from __future__ import annotations

from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.chart_column import ChartColumn

from kinerja.errors import DataError
from kinerja.workbook.acuan import NilaiRencana
from kinerja.workbook.layout import Grafik, Seri
from kinerja.workbook.teks import check_text
from kinerja.workbook.xlsx import FON, BukuXlsx, LembarXlsx

_GARIS = {"color": "#404040", "width": 0.75}
_GARIS_LINTANG = {"color": "#595959", "width": 1.25, "dash_type": "dash"}
_TANPA_GARIS = {"line": {"none": True}, "major_tick_mark": "none"}
_TANDA = (("LegendKey", 0), ("Val", 1), ("CatName", 0), ("SerName", 0), ("Percent", 0), ("BubbleSize", 0))


class _Berlabel(Chart):  # type: ignore[misc]
    """Says of its labels what they do not show, too: what is left out, some programs take for shown."""

    def _write_d_lbls(self, labels: dict[str, Any] | None) -> None:
        if labels:
            self._xml_start_tag("c:dLbls")
            if labels.get("num_format"):
                self._write_data_label_number_format(labels["num_format"])
            self._write_axis_font(labels["font"])
            self._write_d_lbl_pos("outEnd")
            for nama, nilai in _TANDA:
                self._xml_empty_tag(f"c:show{nama}", [("val", nilai)])
            self._xml_end_tag("c:dLbls")


class _Batang(_Berlabel, ChartBar):  # type: ignore[misc]
    """Bars from left to right."""


class _Kolom(_Berlabel, ChartColumn):  # type: ignore[misc]
    """Bars from below."""


def insert_grafik(buku_xlsx: BukuXlsx, xlsx: LembarXlsx, grafik: Grafik, nilai: NilaiRencana) -> None:
    """Put a chart at its cell; previews that do not recalculate draw it from the plan's values.

    Raises:
        DataError: no series, a title or name that passes for a formula, or a range that is not in the plan.
    """
    if not grafik.seri:
        raise DataError("Grafik tanpa seri.")
    bagan = _Batang() if grafik.jenis == "bar" else _Kolom()
    buku_xlsx.add_bagan(bagan)
    huruf = {"name": FON, "size": grafik.huruf, "color": "#000000"}
    for seri in grafik.seri:
        bagan.add_series(_describe(seri, grafik, nilai, huruf))
    if grafik.judul:
        bagan.set_title(
            {"name": _plain_text(grafik.judul), "name_font": huruf | {"size": grafik.huruf + 1, "bold": True}}
        )
    else:
        bagan.set_title({"none": True})
    if len(grafik.seri) == 1:
        bagan.set_legend({"none": True})
    else:
        bagan.set_legend({"position": "bottom", "font": huruf})
    _set_axes(bagan, grafik, huruf)
    bagan.set_chartarea({"border": {"none": True}})
    bagan.set_size({"width": grafik.lebar, "height": grafik.tinggi})
    uraian = check_text(grafik.uraian or grafik.judul)
    if xlsx.insert_chart(grafik.baris, grafik.kolom, bagan, {"description": uraian}):
        raise DataError("Grafik di luar lembar.")


def _describe(seri: Seri, grafik: Grafik, nilai: NilaiRencana, huruf: dict[str, object]) -> dict[str, object]:
    """A series, as XlsxWriter wants it."""
    label = {"value": True, "font": huruf} | ({"num_format": grafik.format} if grafik.format else {})
    return {
        "name": _plain_text(seri.nama),
        "categories": f"={seri.label}",
        "values": f"={seri.nilai}",
        "categories_data": ["" if satu is None else satu for satu in nilai.get(seri.label)],
        "values_data": nilai.get(seri.nilai),
        "gap": 60,
        "overlap": 100 if grafik.tindih else None,
        "fill": {"color": seri.warna},
        "border": _GARIS,  # what is light, or grey on paper, still has its end
        "data_labels": label,
    }


def _set_axes(bagan: Chart, grafik: Grafik, huruf: dict[str, object]) -> None:
    # XlsxWriter's y axis of a bar chart is the upright one, with the categories; it counts from below, so reverse it.
    batang = grafik.jenis == "bar"
    kategori, besaran = (bagan.set_y_axis, bagan.set_x_axis) if batang else (bagan.set_x_axis, bagan.set_y_axis)
    semua = {"interval_unit": 1}  # each bar has its name, however many there are
    kategori({"num_font": huruf, "reverse": batang, **semua, "major_gridlines": {"visible": False}, **_TANPA_GARIS})
    if grafik.garis:
        lintang = {"visible": True, "line": _GARIS_LINTANG}
        angka = {"num_font": huruf, "num_format": '0"%"', "major_unit": grafik.garis, "label_position": "high"}
        besaran({"min": 0, "major_gridlines": lintang, **angka, **_TANPA_GARIS})
    else:
        besaran({"visible": False, "min": 0, "major_gridlines": {"visible": False}})


def _plain_text(teks: str) -> str:
    if teks.startswith("="):
        raise DataError(f"Judul {teks!r} akan terbaca sebagai rumus.")
    return check_text(teks)
