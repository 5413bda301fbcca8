"""Place, date and both signatures under a page, from what stands on sheet Pernyataan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kinerja.workbook.eksak import to_eksak, to_tampak
from kinerja.workbook.ekspresi import Isi, X
from kinerja.workbook.layout import Nilai
from kinerja.workbook.sama import Ingatan
from workbook_templates.perjanjian_kinerja.bahan import Bahan, to_kolom
from workbook_templates.perjanjian_kinerja.lembar.pernyataan import (
    NIP_TERTULIS,
    TITIK,
    choose_gaya_nama,
    list_isian,
    write_tempat_tanggal,
)
from workbook_templates.perjanjian_kinerja.lembar_kerja import LembarKerja, Rumpang
from workbook_templates.rumus import copy

_TANGGAL = write_tempat_tanggal(", ")
_ISIAN: Ingatan[Bahan, Isi] = Ingatan()


def put_tanda_tangan(p: LembarKerja, r: int, kiri: tuple[int, int], kanan: tuple[int, int]) -> tuple[int, int]:
    """Pihak kedua at the left, pihak pertama at the right; each in a first column and so many.

    Gives the first and the last row, which no end of a page may part from each other or from what is signed.
    """
    c, lebar = kanan
    _put_rumus(p, r, c, _TANGGAL, lebar)
    for (kolom, lebar), sebutan, jabatan in (
        (kiri, "Pihak Kedua", Rumpang(lambda k: k.pk.pihak_kedua.jabatan)),
        (kanan, "Pihak Pertama", Rumpang(lambda k: k.pk.pihak_pertama.jabatan)),
    ):
        p.put_teks(r + 1, kolom, sebutan, "tengah_tebal", lebar=lebar)
        p.put_rumpang(r + 2, kolom, jabatan, "tengah_tebal_atas", lebar=lebar)
    # The rows do not know whose texts they hold: room for the longest title, and for a name of two lines.
    for baris, tinggi in ((r + 2, 57), (r + 3, 24), (r + 4, 30)):
        p.set_tinggi(baris, tinggi)
    for (kolom, lebar), isian in ((kiri, "isian_atasan_nama"), (kanan, "isian_camat_nama")):
        ruang = p.lebar[kolom : kolom + lebar]
        _put_rumus(p, r + 4, kolom, copy(isian, TITIK), lebar, partial(choose_gaya_nama, lebar=ruang))
    c, lebar = kanan
    _put_rumus(p, r + 5, c, copy("isian_camat_pangkat"), lebar)
    _put_rumus(p, r + 6, c, NIP_TERTULIS, lebar)
    return r, r + 6


def _put_rumus(
    p: LembarKerja, r: int, c: int, rumus: X, lebar: int, style: Callable[[Nilai], str] | None = None
) -> None:
    rumpang = Rumpang(lambda k: to_tampak(rumus.compute(_ISIAN.recall(k, lambda: _read_isian(k)))), style)
    p.put_rumpang(r, c, rumpang, "tengah", lebar=lebar, rumus=rumus)


def _read_isian(k: Bahan) -> Isi:
    """What stands in the inputs of sheet Pernyataan."""
    isi, tampak = Isi(), k.show()
    for isian, _, terbit in list_isian(k.pk):
        isi.nama[isian.nama] = to_eksak(tampak.get_matriks(isian.nama, 1, terbit=to_kolom([terbit]))[0][0])
    return isi
