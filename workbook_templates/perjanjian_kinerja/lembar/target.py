"""How a target is printed: `B (88,30)`, `100%`, `12 dokumen`; where it is unknown, formulas that follow its input."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kinerja.alamat import a1
from kinerja.bilangan import format_angka
from kinerja.peraturan import TabelJenjang
from kinerja.perjanjian.model import Indikator
from kinerja.rumus_sel import pick_jenjang
from kinerja.workbook.ekspresi import X, nama
from kinerja.workbook.fungsi import AND, IF, ISNUMBER
from kinerja.workbook.layout import Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import capaian
from workbook_templates.rumus import copy


@dataclass(frozen=True, slots=True)
class Target:
    """An indikator whose target is printed: its number from 0, and what stands in the target's cell on Capaian."""

    nomor: int
    indikator: Indikator
    isi: Nilai


def format_target(i: Indikator, b: Tampak) -> str | None:
    """The printed target; None where it is not known. The issuer's letter stands, even against the number."""
    if i.target is None:
        return i.target_huruf
    if i.jenis.penilaian:
        jenjang = i.jenis.find_jenjang(i.target, pada=b.pada)
        huruf = i.target_huruf or (jenjang.kode if jenjang else "")
        angka_ = format_angka(i.target, 2)
        return f"{huruf} ({angka_})" if huruf else angka_
    angka_ = format_angka(i.target, 0 if i.target == i.target.to_integral_value() else 2)
    huruf = f"{i.target_huruf} " if i.target_huruf else ""
    return f"{huruf}{angka_}%" if i.satuan in ("%", "persen") else f"{huruf}{angka_} {i.satuan}".strip()


def name_indikator(i: Indikator) -> str:
    """The indikator's name as printed; with its unit where the target is a bare number still to be typed."""
    return f"{i.nama} ({i.satuan})" if i.jenis.bebas and i.target is None else i.nama


def put_target(p: Penyusun, b: Tampak, tempat: tuple[int, int], target: Target, *, akhiran: str = "") -> None:
    """Print a target over two columns.

    Args:
        akhiran: picks the variant of the styles.
    """
    r, c = tempat
    i = target.indikator
    tercetak = format_target(i, b)
    if tercetak is not None:
        p.put_teks(r, c, tercetak, f"cetak_tengah{akhiran}", lebar=2)
        return
    letak = f"{capaian.KATA.nama}!{a1(capaian.AWAL + target.nomor, capaian.TARGET, mutlak=True)}"
    p.tell(letak, target.isi)
    tabel = i.jenis.get_tabel(pada=b.pada)
    if tabel is None:
        gaya = "cetak_persen" if i.satuan in ("%", "persen") else "cetak_umum"
        p.put_rumus(r, c, copy(letak), gaya + akhiran, lebar=2)
        return
    p.put_rumus(r, c, _huruf(letak, tabel), f"cetak_huruf{akhiran}")
    p.put_rumus(r, c + 1, copy(letak), f"cetak_kurung{akhiran}")


@lru_cache(maxsize=256)
def _huruf(letak: str, tabel: TabelJenjang) -> X:
    """The letter of a target; empty while there is no number, and outside the table's range."""
    sel = nama(letak)
    bawah, atas = tabel.rentang
    return IF(ISNUMBER(sel), IF(AND(sel >= bawah, sel <= atas), pick_jenjang(sel, tabel), ""), "")
