"""Turn a plan into an xlsx file: the same plan and lock give the same bytes."""

from __future__ import annotations

import warnings
from datetime import datetime

from kinerja.errors import DataError
from kinerja.workbook.abai import list_abai
from kinerja.workbook.acuan import NilaiRencana
from kinerja.workbook.cetak import set_print
from kinerja.workbook.gaya import KumpulanGaya
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Buku
from kinerja.workbook.lembar import GALAT, locate, write_lembar
from kinerja.workbook.nama import check_uraian, collect_names
from kinerja.workbook.paket import Anggota, Potong, pack, split_bagian
from kinerja.workbook.sel import check_formula, write_larik
from kinerja.workbook.teks import check_text
from kinerja.workbook.xlsx import BukuXlsx, LembarXlsx


def render_workbook(buku: Buku, kunci: Kunci | None = None) -> bytes:
    """The workbook of a plan as bytes.

    Args:
        kunci: the hashed password of its sheets and structure; without one both are locked, but not by a password.

    Raises:
        DataError: the plan holds something that a workbook cannot hold; sheet and cell are named.
    """
    return pack(
        Anggota.from_potong(nama, [Potong.from_isi(potong) for potong in split_bagian(nama, isi)])
        for nama, isi in build_xlsx(buku, kunci).bagian
    )


def build_xlsx(buku: Buku, kunci: Kunci | None = None) -> BukuXlsx:
    """The parts of the workbook of a plan, not yet deflated.

    Raises:
        DataError: as for `render_workbook`.
    """
    with warnings.catch_warnings():
        # XlsxWriter warns where Excel would repair or cut; no such file may leave here.
        warnings.simplefilter("error", UserWarning)
        try:
            xlsx = fill_xlsx(buku, BukuXlsx(kunci))
            xlsx.close()
        except GALAT as galat:
            if isinstance(galat, DataError):
                raise
            raise locate(galat, buku.judul) from galat
    return xlsx


def fill_xlsx(buku: Buku, xlsx: BukuXlsx) -> BukuXlsx:
    """Put everything that a plan holds onto an empty workbook, and give it back."""
    gaya, nilai = KumpulanGaya(xlsx, buku), NilaiRencana(buku)
    xlsx.bebas = buku.bebas
    pasangan = [(lembar, _add_sheet(xlsx, lembar.nama)) for lembar in buku.lembar]
    for larik in buku.larik:
        write_larik(_get_sheet(xlsx, larik.lembar), larik, gaya)
    for lembar, lembar_xlsx in pasangan:
        write_lembar(xlsx, lembar_xlsx, lembar, gaya, nilai)
        set_print(lembar_xlsx, lembar.cetak, buku.kaki)
        lembar_xlsx.ignore_errors(list_abai(lembar, buku.gaya))
    for nama, acuan in collect_names(buku):
        if xlsx.define_name(nama, f"={acuan}"):
            raise DataError(f"Nama {nama} ditolak.")
    for satu in buku.rumus:
        if xlsx.define_name(satu.nama, f"={check_formula(satu.rumus)}"):
            raise DataError(f"Nama {satu.nama} ditolak.")
        xlsx.uraian_nama[satu.nama] = check_uraian(satu.uraian)
    tampak = [lembar_xlsx for lembar, lembar_xlsx in pasangan if not lembar.tersembunyi]
    if not tampak:
        raise DataError("Buku kerja harus punya lembar yang tampak.", tempat=buku.judul)
    tampak[0].activate()
    tampak[0].set_first_sheet()
    xlsx.set_properties({"title": check_text(buku.judul), "created": datetime(*buku.tanggal)})
    for nama, isi in buku.sifat:
        xlsx.set_custom_property(check_text(nama), check_text(isi), "text")
    return xlsx


def _get_sheet(xlsx: BukuXlsx, nama: str) -> LembarXlsx:
    lembar = xlsx.get_worksheet_by_name(nama)
    if not isinstance(lembar, LembarXlsx):
        raise DataError(f"Tidak ada lembar {nama}.")
    return lembar


def _add_sheet(xlsx: BukuXlsx, nama: str) -> LembarXlsx:
    # Excel keeps History for itself; XlsxWriter, which checks the rest, would name an empty one Sheet1.
    if not nama or nama.casefold() == "history":
        raise DataError(f"Nama lembar {nama!r} tidak sah.")
    lembar = xlsx.add_worksheet(check_text(nama))
    lembar.kunci, lembar.bebas = xlsx.kunci, xlsx.bebas
    assert isinstance(lembar, LembarXlsx)
    return lembar
