"""What of a form is the same for all agreements, found once: the workbook that opens, and where one may type."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, groupby

from openpyxl import load_workbook
from openpyxl.utils.indexed_list import IndexedList

from kinerja.alamat import Kotak, a1
from kinerja.errors import DataError
from kinerja.formulir.baca import Formulir, LembarForm
from kinerja.formulir.beku import freeze_buku, thaw_buku
from kinerja.formulir.geser import PetaBaris, Ulangan
from kinerja.formulir.luar import drop_luar
from kinerja.formulir.sel import Workbook, find_bernama, is_sel
from kinerja.formulir.susun import PenyusunBaris
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN
from kinerja.perjanjian.kembali.isian import list_baris
from kinerja.perjanjian.kembali.kelompok import group_sel
from kinerja.tabel.pintu import SIMPAN

Sel = tuple[int, int]
_GAGAL = (ValueError, TypeError, KeyError, AttributeError, IndexError, OSError, SyntaxError, zipfile.BadZipFile)
"""What openpyxl raises for a workbook that it cannot take."""


@dataclass(frozen=True, slots=True)
class RangkaLembar:
    """Cells of a sheet in the form, rows and columns from 0.

    Attributes:
        isian: blocks in which the office lets type, by the name that they get.
        kunci: unlocked cells that are not typed in, since they hold a formula or a name that is filled in.
    """

    isian: tuple[tuple[str, Kotak], ...]
    kunci: tuple[Sel, ...]


@contextmanager
def explain_openpyxl(berkas: str) -> Iterator[None]:
    """Say in a sentence that openpyxl cannot take a form.

    Raises:
        DataError: in place of whatever it raises.
    """
    try:
        yield
    except _GAGAL:
        raise DataError("Formulir ini tidak dapat dibuka.", tempat=berkas, saran=SIMPAN) from None


def open_buku(isi: bytes, berkas: str) -> Workbook:
    """The form as openpyxl has it; what is done to it does nothing to the next one.

    Raises:
        DataError: it cannot be opened.
    """
    with explain_openpyxl(berkas):
        beku = _open_sekali(isi)
        return load_buku(isi) if beku is None else thaw_buku(beku)


@lru_cache(maxsize=1)
def _open_sekali(isi: bytes) -> bytes | None:
    """The form opened once for a batch; None where it must be opened for each workbook."""
    return freeze_buku(load_buku(isi))


def load_buku(isi: bytes) -> Workbook:
    """The form as openpyxl has it, read anew; `explain_openpyxl` says what it raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is lost is told by `hilang`
        wb: Workbook = load_workbook(io.BytesIO(isi), rich_text=True, keep_links=False)
    wb._cell_styles = IndexedList(wb._cell_styles)  # openpyxl changes styles after it has listed them
    wb.template = False  # of an .xltx a workbook is made
    drop_luar(wb, isi)
    for ws in wb.worksheets:
        ws.column_dimensions.to_tree()  # else openpyxl knows one save too late how deep columns are grouped
        for gambar in ws._images:
            if (pic := getattr(gambar.anchor, "pic", None)) is not None:
                pic.nvPicPr.cNvPr.hlinkClick = None  # it would lead to a relationship that openpyxl does not write
    return wb


def check_rumus(formulir: Formulir) -> list[DataError]:
    """Formulas that refer to one cell of a repeated row, which has no single meaning once it is repeated."""
    peta = {
        satu.nama: PetaBaris([Ulangan(baris, daftar, 2) for baris, daftar in satu.ulangan])
        for satu in formulir.lembar
        if satu.ulangan
    }
    penyusun = PenyusunBaris(open_buku(formulir.isi, formulir.berkas), peta)
    penyusun.expand()
    pesan = "Rumus ini menunjuk satu sel di baris yang berulang"
    return [
        DataError(
            x.acuan if x.acuan.endswith(".") else f"{pesan} ({x.acuan}), sehingga tidak jelas baris yang mana.",
            tempat=f"{formulir.berkas}, lembar {x.lembar}, {'' if ' ' in x.tempat else 'sel '}{x.tempat}",
            saran="Tunjuk sebagai rentang, misalnya SUM(D5:D5), atau taruh rumusnya di baris yang berulang itu.",
        )
        for x in dict.fromkeys(penyusun.salah)
    ]


@lru_cache(maxsize=1)
def get_rangka(formulir: Formulir) -> dict[str, RangkaLembar]:
    """Where one may type, by sheet."""
    wb = open_buku(formulir.isi, formulir.berkas)
    dipakai = {nama.casefold() for nama in wb.defined_names}
    dipakai |= {t.isian for satu in formulir.lembar for t in satu.tempat if t.isian}
    return {satu.nama: _read_rangka(wb, satu, dipakai) for satu in formulir.lembar}


def _read_rangka(wb: Workbook, milik: LembarForm, dipakai: set[str]) -> RangkaLembar:
    """Of one sheet; names that are given join those in use."""
    nama, ws = milik.nama, wb[milik.nama]
    berisi = {(t.baris, t.kolom) for t in milik.tempat}
    bernama = set(_list_bernama(wb, nama))
    terbuka: set[Sel] = set()
    kunci: list[Sel] = []
    gaya: dict[int, bool] = {}
    for (baris, kolom), sel in ws._cells.items():
        if not is_sel(sel):
            continue
        nomor = sel.style_id
        if nomor not in gaya:
            gaya[nomor] = not sel.protection.locked
        if not gaya[nomor]:
            continue
        letak = (baris - 1, kolom - 1)
        if sel.data_type == "f" or letak in berisi:
            kunci.append(letak)
        elif letak not in bernama:
            terbuka.add(letak)
    pisah = {baris for baris, _ in milik.ulangan}
    isian = tuple((_choose_nama(name_isian(nama, kotak), dipakai), kotak) for kotak in _group(terbuka, pisah))
    return RangkaLembar(isian, tuple(kunci))


def _list_bernama(wb: Workbook, lembar: str) -> Iterator[Sel]:
    """Cells to which names `isian_…` of the office lead."""
    for nama, (milik, kotak) in find_bernama(wb).items():
        if milik == lembar and nama.casefold().startswith(AWALAN_ISIAN):
            yield from list_baris(kotak)


def _group(sel: Iterable[Sel], pisah: Iterable[int]) -> Iterator[Kotak]:
    """Ranges that cover these cells, from above; repeated rows by themselves."""
    batas = sorted({n for baris in pisah for n in (baris, baris + 1)})
    for _, milik in groupby(sorted(sel), lambda letak: bisect_right(batas, letak[0])):
        yield from group_sel(milik)


def _choose_nama(nama: str, dipakai: set[str]) -> str:
    """A name that no other input has: sheets may differ in signs only."""
    calon = nama
    for n in count(2):
        if calon not in dipakai:
            break
        calon = f"{nama}_{n}x"
    dipakai.add(calon)
    return calon


def name_isian(lembar: str, kotak: Kotak) -> str:
    """Name of a block that the office left unlocked: its sheet, and where it stands in the form.

    >>> name_isian("Rencana Aksi (2)", (4, 5, 9, 5))
    'isian_rencana_aksi_2_f5'
    """
    kata = "_".join(re.findall(r"[a-z0-9]+", lembar.casefold())) or "lembar"
    return f"{AWALAN_ISIAN}{kata[:60]}_{a1(*kotak[:2]).lower()}"
