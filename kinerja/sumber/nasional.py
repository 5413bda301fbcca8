"""Agreements of every kecamatan in the register: structure, nomenclature and names; targets and officials unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kinerja.nomenklatur import list_program
from kinerja.perjanjian import Kecamatan, Pejabat, PerjanjianKinerja
from kinerja.sumber.baris import Baris
from kinerja.sumber.bawaan import load_baku
from kinerja.sumber.susun import build_perjanjian, write_jabatan_kepala_daerah
from kinerja.wilayah import list_kecamatan, list_kelurahan


def list_nasional(tahun: int) -> Iterator[PerjanjianKinerja]:
    """The agreements of all 7.285 kecamatan, by code, one at a time.

    >>> pk = next(list_nasional(2025))
    >>> pk.kecamatan.nama, pk.pihak_pertama.jabatan, pk.pihak_kedua.jabatan, len(pk.indikator), len(pk.program)
    ('Bakongan', 'CAMAT BAKONGAN', 'BUPATI ACEH SELATAN', 4, 6)
    """
    semua = list_kecamatan()
    pola = _build_pola(semua[0].kode, tahun)
    for terdaftar in semua:
        yield replace(
            pola,
            kecamatan=Kecamatan(*terdaftar, list_kelurahan(terdaftar.kode)),
            pihak_pertama=Pejabat(None, f"CAMAT {terdaftar.nama.upper()}"),
            pihak_kedua=Pejabat(None, write_jabatan_kepala_daerah(terdaftar.kabkota)),
        )


def _build_pola(kode: str, tahun: int) -> PerjanjianKinerja:
    """The agreement that the standard rows give, of some kecamatan."""
    program = [Baris(p.kode, {"kode": p.kode, "nama": p.nama}, {}) for p in list_program()]
    umum = Baris("umum", {"kabkota": kode[:5], "tahun": tahun, "jenis": "murni"}, {})
    kecamatan = Baris("kecamatan", {"kode": kode}, {})
    tabel = {"umum": [umum], "kecamatan": [kecamatan], "program": program, **load_baku()}
    return build_perjanjian(tabel, "baku.toml")[0]
