"""How a target is printed: `B (88,30)`, `100%`, `12 dokumen`; where it is unknown, formulas that follow its input."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from kinerja.peraturan import TabelJenjang, get_tabel
from kinerja.perjanjian.model import Indikator, JenisIndikator
from kinerja.rumus.angka import format_angka
from kinerja.rumus_sel import pick_jenjang
from kinerja.workbook.ekspresi import X, nama
from kinerja.workbook.fungsi import AND, IF, ISNUMBER
from kinerja.workbook.layout import Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja import capaian
from workbook_templates.perjanjian_kinerja.konteks import Konteks
from workbook_templates.rumus import copy

TABEL_HURUF = {JenisIndikator.SKM: "skm_mutu", JenisIndikator.SAKIP: "sakip_predikat"}
"""Kinds whose target is printed with a letter, and the table that gives it."""


def format_target(i: Indikator, k: Konteks) -> str | None:
    """The printed target; None where it is not known. The issuer's letter stands, even against the number."""
    if i.target is None:
        return i.target_huruf
    if i.jenis in TABEL_HURUF:
        tabel = get_tabel(TABEL_HURUF[i.jenis], pada=k.pada)
        huruf = i.target_huruf or _find_huruf(i.target, tabel)
        angka_ = format_angka(i.target, 2)
        return f"{huruf} ({angka_})" if huruf else angka_
    angka_ = format_angka(i.target, 0 if i.target == i.target.to_integral_value() else 2)
    huruf = f"{i.target_huruf} " if i.target_huruf else ""
    return f"{huruf}{angka_}%" if i.satuan in ("%", "persen") else f"{huruf}{angka_} {i.satuan}".strip()


def name_indikator(i: Indikator) -> str:
    """The indikator's name as printed; with its unit where the target is a bare number still to be typed."""
    return f"{i.nama} ({i.satuan})" if i.jenis is JenisIndikator.NILAI and i.target is None else i.nama


def put_target(
    p: Penyusun, k: Konteks, r: int, c: int, nomor: int, i: Indikator, isi: Nilai, *, akhiran: str = ""
) -> None:
    """Print the target of indikator `nomor` (from 0) over two columns.

    Args:
        isi: what stands in the target's cell on Capaian.
        akhiran: picks the variant of the styles.
    """
    tercetak = format_target(i, k)
    if tercetak is not None:
        p.put_teks(r, c, tercetak, f"cetak_tengah{akhiran}", lebar=2)
        return
    acuan = f"Capaian!$E${capaian.AWAL + nomor + 1}"
    p.tell(acuan, isi)
    if i.jenis not in TABEL_HURUF:
        gaya = "cetak_persen" if i.satuan in ("%", "persen") else "cetak_umum"
        p.put_rumus(r, c, copy(acuan), gaya + akhiran, lebar=2)
        return
    p.put_rumus(r, c, _huruf(acuan, TABEL_HURUF[i.jenis], k.pada), f"cetak_huruf{akhiran}")
    p.put_rumus(r, c + 1, copy(acuan), f"cetak_kurung{akhiran}")


@lru_cache(maxsize=256)
def _huruf(acuan: str, nama_tabel: str, pada: date) -> X:
    """The letter of a target; empty while there is no number, and outside the table's range, which checks report."""
    sel, tabel = nama(acuan), get_tabel(nama_tabel, pada=pada)
    bawah, atas = tabel.rentang
    return IF(ISNUMBER(sel), IF(AND(sel >= bawah, sel <= atas), pick_jenjang(sel, tabel), ""), "")


def _find_huruf(nilai: Decimal, tabel: TabelJenjang) -> str:
    """The letter of a value; empty outside the table's range, which the checks report."""
    return tabel.find(nilai).kode if tabel.rentang[0] <= nilai <= tabel.rentang[1] else ""
