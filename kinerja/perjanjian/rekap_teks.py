"""Words that the page and the workbook of the recap share: what is asked of who has not returned."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from kinerja.bilangan import format_angka
from kinerja.hari import write_hari
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.rekap import BarisRekap, Rekap

TANPA_KABKOTA = "Kabupaten/kota tidak diketahui"
MAKS_SEBUT = 200
"""Kecamatan that one text names; more would not be read."""


def list_belum(rekap: Rekap) -> tuple[tuple[str, tuple[BarisRekap, ...]], ...]:
    """Who has not returned, by kabupaten or kota, in the order of the recap."""
    semua: dict[str, list[BarisRekap]] = {}
    for b in rekap.belum:
        semua.setdefault(b.kabkota or TANPA_KABKOTA, []).append(b)
    return tuple((nama, tuple(baris)) for nama, baris in semua.items())


def write_pengingat(rekap: Rekap, baris: Sequence[BarisRekap], *, sebaris: bool = False) -> str:
    """The message to one kecamatan or to several, plain text as it is pasted into a chat.

    Args:
        baris: one at least.
        sebaris: on one line, as it is copied out of a cell: of more lines a spreadsheet makes a text in quotes.
    """
    nama = [_shorten(b.kecamatan) for b in baris[:MAKS_SEBUT]]
    if len(baris) == 1:
        kepada, dari = f" {nama[0]}", f"Kecamatan {nama[0]}."
    else:
        kabkota = {b.kabkota for b in baris}
        wilayah = _shorten(kabkota.pop()) if len(kabkota) == 1 else ""
        kepada = f" se-{wilayah}" if wilayah else ""
        dari = f"{format_angka(len(baris), 0)} kecamatan:{_list_nama(nama, len(baris), sebaris=sebaris)}"
    jenis = " perubahan" if rekap.jenis == "perubahan" else ""
    sampai = f" sampai triwulan {TRIWULAN[rekap.sampai - 1]}" if rekap.sampai else ""
    bagian = (
        f"Yth. Bapak/Ibu Camat{kepada}.",
        f"Sampai {write_hari(rekap.hari)} kami belum menerima kembali buku kerja Perjanjian Kinerja{jenis} tahun "
        f"{rekap.tahun} dari {dari}",
        f"Mohon berkas Excel yang telah kami kirim diisi{sampai}, tanpa disalin ke berkas lain, lalu dikirim kembali "
        "kepada kami. Bila sudah dikirim, mohon dikirim ulang karena belum kami terima. Terima kasih.",
    )
    return (" " if sebaris else "\n\n").join(bagian)


def _list_nama(nama: Sequence[str], banyak: int, *, sebaris: bool) -> str:
    lebih = [f"dan {format_angka(banyak - len(nama), 0)} kecamatan lain"] if banyak > len(nama) else []
    if sebaris:
        return f" {', '.join([*nama, *lebih])}."
    return "".join(f"\n{teks}" for teks in (*(f"{i}. {satu}" for i, satu in enumerate(nama, 1)), *lebih))


def _shorten(teks: str) -> str:
    """A name on one line."""
    return shorten(teks, 100, placeholder=" …")
