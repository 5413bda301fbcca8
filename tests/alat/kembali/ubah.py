"""The tamper corpus: every kind, fixed before any detector was written, as `DAFTAR`.

From the list of what cheaters do: 1 results typed (`ubah_isi.HASIL`) · 2 targets or realisation on one sheet only
(`TARGET`) · 3 invented answers (`SURVEI`, a note) · 4 denominators (`PENYEBUT`, `ubah_rumus`) · 5 checks (`CEK`) ·
6 bands and names (`JENJANG`, `ubah_rumus`, `ubah_nama`) · 7, 8 looks, hidden rows and sheets, a dropped programme
(`ubah_rupa`, `ubah_susunan`) · 9 stale values · 10 another kecamatan's book (`ubah_identitas`). 11, a printed and
signed copy, leaves no file of its own: the altered copy is one of these.
"""

from __future__ import annotations

from tests.alat.kembali import ubah_identitas, ubah_isi, ubah_nama, ubah_rumus, ubah_rupa, ubah_susunan
from tests.alat.kembali.ubahan import Ubahan

DAFTAR: tuple[Ubahan, ...] = (
    *ubah_isi.DAFTAR,
    *ubah_rumus.DAFTAR,
    *ubah_nama.DAFTAR,
    *ubah_rupa.DAFTAR,
    *ubah_susunan.DAFTAR,
    *ubah_identitas.DAFTAR,
)
