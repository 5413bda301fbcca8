"""Plain bar charts: direct labels, no grid, no decoration, and the plan's values in the cache."""

from __future__ import annotations

from kinerja.errors import DataError
from kinerja.workbook.acuan import NilaiRencana
from kinerja.workbook.layout import Grafik
from kinerja.workbook.teks import check_text
from kinerja.workbook.xlsx import FON, BukuXlsx, LembarXlsx

_HURUF = {"name": FON, "size": 10, "color": "#000000"}
_TANPA_GARIS = {"line": {"none": True}, "major_tick_mark": "none"}


def insert_grafik(buku_xlsx: BukuXlsx, xlsx: LembarXlsx, grafik: Grafik, nilai: NilaiRencana) -> None:
    """Put a chart at its cell; previews that do not recalculate draw it from the plan's values.

    Raises:
        DataError: no series, a title or name that passes for a formula, or a range that is not in the plan.
    """
    if not grafik.seri:
        raise DataError("Grafik tanpa seri.")
    bagan = buku_xlsx.add_chart({"type": grafik.jenis})
    for seri in grafik.seri:
        bagan.add_series(
            {
                "name": _plain_text(seri.nama),
                "categories": f"={seri.label}",
                "values": f"={seri.nilai}",
                "categories_data": ["" if satu is None else satu for satu in nilai.get(seri.label)],
                "values_data": nilai.get(seri.nilai),
                "fill": {"color": seri.warna},
                "gap": 60,
                "data_labels": {"value": True, "font": _HURUF},
            }
        )
    if grafik.judul:
        bagan.set_title({"name": _plain_text(grafik.judul), "name_font": _HURUF | {"size": 11, "bold": True}})
    else:
        bagan.set_title({"none": True})
    if len(grafik.seri) == 1:
        bagan.set_legend({"none": True})
    else:
        bagan.set_legend({"position": "bottom", "font": _HURUF})
    # XlsxWriter's y axis of a bar chart is the upright one, with the categories; it counts from below, so reverse it.
    batang = grafik.jenis == "bar"
    kategori, besaran = (bagan.set_y_axis, bagan.set_x_axis) if batang else (bagan.set_x_axis, bagan.set_y_axis)
    kategori({"num_font": _HURUF, "reverse": batang, "major_gridlines": {"visible": False}, **_TANPA_GARIS})
    besaran({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    bagan.set_chartarea({"border": {"none": True}})
    bagan.set_size({"width": grafik.lebar, "height": grafik.tinggi})
    if xlsx.insert_chart(grafik.baris, grafik.kolom, bagan, {"description": grafik.judul}):
        raise DataError("Grafik di luar lembar.")


def _plain_text(teks: str) -> str:
    if teks.startswith("="):
        raise DataError(f"Judul {teks!r} akan terbaca sebagai rumus.")
    return check_text(teks)
