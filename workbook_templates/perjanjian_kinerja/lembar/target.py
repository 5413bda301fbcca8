"""How a target is printed: `B (88,30)`, `100%`, `12 dokumen`; where it is unknown, formulas that follow its input."""

from __future__ import annotations

from functools import lru_cache

from kinerja.bilangan import format_rupiah
from kinerja.peraturan import TabelJenjang
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.target import Target
from kinerja.rumus_sel import pick_jenjang
from kinerja.workbook.ekspresi import X, nama
from kinerja.workbook.fungsi import AND, IF
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import capaian
from workbook_templates.rumus import is_angka, write_target_sel


def format_target(i: Indikator, b: Tampak) -> str | None:
    """The printed target; None where it is not known. The issuer's letter stands, even against the number."""
    return i.target_huruf if i.target is None else write_target(i, i.target, i.target_huruf, b)


def write_target(i: Indikator, target: Target, huruf: str | None, b: Tampak) -> str:
    """A target of an indikator with its letter or its unit, with the decimals with which it was agreed.

    A graded number has at least two: `B (88,30)`; rupiah stand behind Rp.
    """
    if target.predikat or target.rasio:
        return target.write()
    if i.jenis.penilaian:
        teks = target.write(0 if target.angka is None else 2)
        jenjang = None if target.angka is None else i.jenis.find_jenjang(target.angka, pada=b.pada)
        huruf = huruf or (jenjang.kode if jenjang else "")
        return f"{huruf} ({teks})" if huruf else teks
    awal = f"{huruf} " if huruf else ""
    if i.berrupiah and target.angka is not None:
        return f"{awal}{format_rupiah(target.angka)}"
    return f"{awal}{target}%" if i.berpersen else f"{awal}{target} {i.satuan}".strip()


def name_indikator(i: Indikator) -> str:
    """The indikator's name as printed; with its unit where the target is a bare number still to be typed."""
    return f"{i.nama} ({i.satuan})" if i.jenis.bebas and i.target is None else i.nama


def put_target(p: Penyusun, b: Tampak, tempat: tuple[int, int], nomor: int, *, tinggi: int = 1) -> None:
    """Print the target of an indikator over two columns and so many rows.

    Args:
        nomor: of the indikator, from 0.
    """
    r, c = tempat
    i = b.indikator[nomor]
    tercetak = format_target(i, b)
    if tercetak is not None:
        p.put_gabung(range(r, r + tinggi), c, tercetak, "cetak_tengah", lebar=2)
        return
    letak = capaian.tell_target(p, b, nomor)
    tabel = i.jenis.get_tabel(pada=b.pada)
    if tabel is None:
        tulisan = write_target_sel(letak, belakang="%" if i.berpersen else "")
        p.put_gabung(range(r, r + tinggi), c, tulisan, "cetak_umum", lebar=2)
        return
    p.put_gabung(range(r, r + tinggi), c, _huruf(letak, tabel), "cetak_huruf")
    p.put_gabung(range(r, r + tinggi), c + 1, write_target_sel(letak, "(", ")", 2), "cetak_kurung")


@lru_cache(maxsize=256)
def _huruf(letak: str, tabel: TabelJenjang) -> X:
    """The letter of a target; empty while there is no number, and outside the table's range."""
    sel = nama(letak)
    bawah, atas = tabel.rentang
    return IF(is_angka(sel), IF(AND(sel >= bawah, sel <= atas), pick_jenjang(sel, tabel), ""), "")
