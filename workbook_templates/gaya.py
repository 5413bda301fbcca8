"""The style catalogue: one calm hand through all sheets.

Contrast of every text colour on its ground is at least 4.5 : 1, and no meaning is carried by colour alone: a word
stands beside it (`Diisi`, `Otomatis`, `OK`, `PERIKSA`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kinerja.workbook.layout import Gaya

BIRU = "#1F3864"
KUNING = "#FFF2CC"
ABU = "#F2F2F2"
RUPIAH = "#,##0;[Red]-#,##0"

_KEPALA = Gaya(tebal=True, warna="#FFFFFF", latar=BIRU, bingkai="tipis", datar="center", lipat=True)
_SEL = Gaya(bingkai="tipis", tegak="vcenter", indentasi=1)  # text does not touch its border
_ISIAN = replace(_SEL, warna="#0000FF", latar=KUNING)
_HASIL = replace(_SEL, tebal=True, latar=ABU)
_CETAK = Gaya(bingkai="tipis", tegak="top", lipat=True, indentasi=1)


def _center(gaya: Gaya, **lain: Any) -> Gaya:
    """The style in the middle, where nothing is indented."""
    return replace(gaya, datar="center", indentasi=0, **lain)


GAYA: dict[str, Gaya] = {
    # bands and running text
    "judul": Gaya(tebal=True, ukuran=14, warna="#FFFFFF", latar=BIRU, indentasi=1),
    "subjudul": Gaya(warna="#404040", latar="#D9E1F2", indentasi=1),
    "subjudul_lipat": Gaya(warna="#404040", latar="#D9E1F2", indentasi=1, lipat=True),
    "bagian": Gaya(tebal=True, ukuran=12, warna=BIRU),
    "teks": Gaya(),
    "teks_lipat": Gaya(lipat=True, tegak="top"),
    "catatan": Gaya(miring=True, warna="#595959"),
    "catatan_lipat": Gaya(miring=True, warna="#595959", lipat=True, tegak="top"),
    "tautan": Gaya(warna="#0563C1"),
    "status": Gaya(tebal=True),
    "status_lipat": Gaya(tebal=True, lipat=True),
    # tables
    "kepala": _KEPALA,
    "sel": _SEL,
    "sel_lipat": replace(_SEL, lipat=True),
    "sel_sebaris": replace(_SEL, susut=True),
    "sel_tengah": _center(_SEL),
    "sel_tengah_lipat": _center(_SEL, lipat=True),
    "sel_tautan": replace(_SEL, warna="#0563C1"),
    "sel_tautan_lipat": replace(_SEL, warna="#0563C1", lipat=True),
    # inputs, and the same cells once the issuer has filled and locked them
    "isian_teks": replace(_ISIAN, lipat=True),
    "isian_tulisan": replace(_ISIAN, lipat=True, format="@"),  # names, NIP and dates to print: stay as typed
    "isian_sebaris": replace(_ISIAN, susut=True, format="@"),  # the same where the row may not grow
    "isian_kode": replace(_ISIAN, format="@"),  # codes, NIP, dates as printed: stay as typed
    "isian_tengah": _center(_ISIAN),
    # results
    "hasil_teks": _HASIL,
    "hasil_lipat": replace(_HASIL, lipat=True),
    "hasil_tengah": _center(_HASIL),
    "hasil_nrr": replace(_HASIL, datar="right", format="0.0000"),
    # conditional
    "baik": Gaya(tebal=True, warna="#006100", latar="#C6EFCE"),
    "cukup": Gaya(tebal=True, warna="#5F4B00", latar="#FFEB9C"),
    "periksa": Gaya(tebal=True, warna="#9C0006", latar="#FFC7CE"),
    "dijelaskan": Gaya(tebal=True, warna=BIRU, latar="#DDEBF7"),
    "belum": Gaya(tebal=True, warna="#404040", latar="#FFFFFF"),
    "bersen": Gaya(format="#,##0.00;[Red]-#,##0.00"),
    # the printed pages
    "kop_1": Gaya(tebal=True, ukuran=14, datar="center"),
    "kop_2": Gaya(tebal=True, ukuran=16, datar="center"),
    "kop_3": Gaya(ukuran=10, datar="center", bingkai="ganda_bawah", lipat=True),
    "kop_garis": Gaya(bingkai="ganda_bawah"),
    "judul_cetak": Gaya(tebal=True, ukuran=13, datar="center"),
    "alinea": Gaya(datar="justify", tegak="top", lipat=True),
    "alinea_kiri": Gaya(tegak="top", lipat=True),
    "alinea_susut": Gaya(tegak="top", susut=True),
    "alinea_nama": Gaya(tebal=True, tegak="top", susut=True),
    "tengah": Gaya(datar="center"),
    "tengah_tebal": Gaya(tebal=True, datar="center", lipat=True),
    "tengah_tebal_atas": Gaya(tebal=True, datar="center", tegak="top", lipat=True),
    "kepala_cetak": Gaya(tebal=True, latar="#D9E1F2", bingkai="tipis", datar="center", lipat=True),
    "cetak": _CETAK,
    "cetak_tengah": _center(_CETAK),
    "cetak_tebal": _center(_CETAK, tebal=True),
    # Amounts are texts, so that every PC writes them alike; rather small than cut.
    "cetak_rupiah": replace(_CETAK, datar="right", lipat=False, susut=True),
    "cetak_jumlah": replace(_CETAK, datar="right", lipat=False, susut=True, tebal=True),
    "cetak_huruf": replace(_CETAK, bingkai="kiri", datar="right", lipat=False, indentasi=0),
    "cetak_kurung": replace(_CETAK, bingkai="kanan", datar="left", lipat=False, indentasi=0),
    "cetak_umum": _center(_CETAK, lipat=False, susut=True),
}
"""Every style of every workbook, by the name that plans use."""

# Paragraphs: alone, and where text goes on over several rows; `_rata` where their lines spread.
GAYA["alinea_utuh"] = _CETAK
GAYA["alinea_awal"] = replace(_CETAK, bingkai="sambung_awal")
GAYA["alinea_sambung"] = replace(_CETAK, bingkai="sambung")
GAYA["alinea_akhir"] = replace(_CETAK, bingkai="sambung_akhir")
for _nama in ("utuh", "awal", "sambung", "akhir"):
    GAYA[f"alinea_{_nama}_rata"] = replace(GAYA[f"alinea_{_nama}"], tegak="vjustify")
# Figures in cells, inputs and results: `sel_rupiah`, `isian_rupiah`, `hasil_rupiah`.
_ANGKA = {
    "angka": "#,##0",
    "desimal": "#,##0.00",
    "empat": "#,##0.00##",
    "persis": "#,##0.00########",  # as many decimals as were agreed
    "rasio": '"1 : "General',
    "bebas": "General",
    "umum": "General",
    "rupiah": RUPIAH,
}
MAKS_DESIMAL_GAYA = 4
"""Figures with so many decimals at most have a style of their own: `sel_desimal_1`."""
_ANGKA |= {f"desimal_{n}": f"#,##0{'.' if n else ''}{'0' * n}" for n in range(MAKS_DESIMAL_GAYA + 1)}
_SUSUT = [j for j in _ANGKA if j not in ("angka", "desimal")]  # of any size: rather small than ###
for _nama, _dasar in (("sel", _SEL), ("isian", _ISIAN), ("hasil", _HASIL)):
    GAYA |= {
        f"{_nama}_{jenis}": replace(_dasar, datar="right", format=format_, susut=jenis in _SUSUT)
        for jenis, format_ in _ANGKA.items()
    }
# Typed figures keep the format General, in which LibreOffice still tells TRUE from 1; a condition shows the numbers.
GAYA["isian_bebas"] = GAYA["isian_umum"]
for _nama in ("persis", "rasio"):
    GAYA |= {f"isian_{_nama}": GAYA["isian_umum"], _nama: Gaya(format=_ANGKA[_nama])}
# A signer's name keeps to one line in the largest size that fits; where it cannot, or is typed later, it wraps.
UKURAN_NAMA = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_NAMA = Gaya(tebal=True, garis_bawah=True, datar="center", tegak="bottom", lipat=True)
GAYA |= {f"nama_{ukuran:g}": replace(_NAMA, ukuran=ukuran) for ukuran in UKURAN_NAMA}
