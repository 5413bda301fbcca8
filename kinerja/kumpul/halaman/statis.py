"""What the page shows without JavaScript: tiles, the table and the messages, as HTML; all of it escaped."""

from __future__ import annotations

from html import escape

from kinerja.kumpul.halaman.ringkasan import Kolom, Petak, list_kolom, list_sel
from kinerja.kumpul.halaman.teks import write_nilai
from kinerja.perjanjian.rekap import Rekap, StatusKembali
from kinerja.perjanjian.rekap_teks import list_belum, write_pengingat

MAKS_STATIS = 400
"""Kecamatan up to which the table stands in the page itself; with more of them it would open slowly on a phone."""
_BANYAK = "<p>{n} kecamatan terlalu banyak untuk ditampilkan tanpa JavaScript. Nyalakan JavaScript di peramban ini.</p>"


def write_petak(petak: tuple[Petak, ...]) -> str:
    """The tiles."""
    return "".join(
        f'<div class="petak"><dt>{escape(p.judul)}</dt><dd class="nilai">{escape(p.nilai)}</dd>'
        f'<dd class="keterangan">{escape(p.keterangan)}</dd></div>'
        for p in petak
    )


def write_judul(rekap: Rekap) -> str:
    """The row of titles."""
    return "".join(f'<th scope="col" class="{k.jenis}">{escape(k.judul)}</th>' for k in list_kolom(rekap))


def write_baris(rekap: Rekap) -> str:
    """The rows of the table; none where there are too many."""
    if len(rekap.baris) > MAKS_STATIS:
        return ""
    kolom = list_kolom(rekap)
    return "".join(
        f"<tr>{''.join(_write_sel(k, isi) for k, isi in zip(kolom, baris, strict=True))}</tr>"
        for baris in list_sel(rekap)
    )


def write_belum(rekap: Rekap) -> str:
    """The messages, one for each kabupaten or kota."""
    if len(rekap.baris) > MAKS_STATIS:
        return f"<noscript>{write_tanpa_skrip(rekap)}</noscript>"
    return "".join(
        f"<h3>{escape(nama)}: {write_nilai(len(baris))} kecamatan</h3>"
        f'<pre class="pesan">{escape(write_pengingat(rekap, baris))}</pre>'
        for nama, baris in list_belum(rekap)
    )


def write_tanpa_skrip(rekap: Rekap) -> str:
    """What a reader without JavaScript has to know."""
    if len(rekap.baris) > MAKS_STATIS:
        return _BANYAK.format(n=write_nilai(len(rekap.baris)))
    return "<p>Tanpa JavaScript tabel ini tidak dapat diurutkan atau disaring, dan rincian tidak tampil.</p>"


def name_status(status: str) -> str:
    """How the style sheet calls a status.

    >>> name_status("belum kembali")
    'belum'
    """
    return StatusKembali(status).name.lower()


def _write_sel(k: Kolom, isi: str) -> str:
    teks = escape(isi)
    if k.jenis == "nama":
        return f'<th scope="row">{teks}</th>'
    if k.jenis == "status":
        return f'<td><span class="lencana {name_status(isi)}">{teks}</span></td>'
    return f'<td class="{k.jenis}">{teks}</td>'
