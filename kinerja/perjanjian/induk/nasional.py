"""Agreements of every kecamatan in the register: structure, nomenclature and names; targets and officials unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kinerja.nomenklatur import list_program
from kinerja.perjanjian.induk.bagian import write_jabatan_kepala_daerah
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.bawaan import load_baku
from kinerja.perjanjian.induk.susun import build_perjanjian
from kinerja.perjanjian.model import Kecamatan, Pejabat, PerjanjianKinerja, akhir_tahun
from kinerja.wilayah import list_kecamatan, list_kelurahan


def list_nasional(tahun: int) -> Iterator[PerjanjianKinerja]:
    """The agreements of all 7.285 kecamatan, by code, one at a time.

    >>> pk = next(list_nasional(2025))
    >>> pk.kecamatan.nama, pk.pihak_pertama.jabatan, pk.pihak_kedua.jabatan, len(pk.indikator), len(pk.program)
    ('Bakongan', 'CAMAT BAKONGAN', 'BUPATI ACEH SELATAN', 4, 6)
    """
    semua = list_kecamatan()
    # What the standard rows give for some kecamatan is the pattern of all.
    program = [Baris(p.kode, {"kode": p.kode, "nama": p.nama}, {}) for p in list_program()]
    umum = Baris("umum", {"kabkota": semua[0].kode[:5], "tahun": tahun, "jenis": "murni"}, {})
    kecamatan = Baris("kecamatan", {"kode": semua[0].kode}, {})
    tabel = {"umum": [umum], "kecamatan": [kecamatan], "program": program, **load_baku(pada=akhir_tahun(tahun))}
    pola = build_perjanjian(tabel, "baku.toml")[0]
    for terdaftar in semua:
        yield replace(
            pola,
            kecamatan=Kecamatan(*terdaftar, list_kelurahan(terdaftar.kode)),
            pihak_pertama=Pejabat(None, f"CAMAT {terdaftar.nama.upper()}"),
            pihak_kedua=Pejabat(None, write_jabatan_kepala_daerah(terdaftar.kabkota)),
        )
