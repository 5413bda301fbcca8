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
from kinerja.wilayah import list_kecamatan
from kinerja.wilayah.desa import find_sebutan, list_kelurahan


def list_nasional(tahun: int) -> Iterator[PerjanjianKinerja]:
    """The agreements of all 7.285 kecamatan, by code, one at a time.

    >>> pk = next(list_nasional(2025))
    >>> pk.kecamatan.nama, pk.pihak_pertama.jabatan, pk.pihak_kedua.jabatan, len(pk.indikator), len(pk.program)
    ('Bakongan', 'CAMAT BAKONGAN', 'BUPATI ACEH SELATAN', 4, 6)
    """
    pola: dict[str, PerjanjianKinerja] = {}
    for terdaftar in list_kecamatan():
        desa = find_sebutan(terdaftar.kode, pada=akhir_tahun(tahun))
        if desa not in pola:
            pola[desa] = _build_pola(terdaftar.kode, tahun, desa)
        yield replace(
            pola[desa],
            kecamatan=Kecamatan(*terdaftar, list_kelurahan(terdaftar.kode), desa),
            pihak_pertama=Pejabat(None, f"CAMAT {terdaftar.nama.upper()}"),
            pihak_kedua=Pejabat(None, write_jabatan_kepala_daerah(terdaftar.kabkota)),
        )


def _build_pola(kode: str, tahun: int, desa: str) -> PerjanjianKinerja:
    """What the standard rows give for some kecamatan: the pattern of all whose villages are called so."""
    umum = Baris("umum", {"kabkota": kode[:5], "tahun": tahun, "jenis": "murni"}, {})
    tabel = {
        "umum": [umum],
        "kecamatan": [Baris("kecamatan", {"kode": kode}, {})],
        "program": [Baris(p.kode, {"kode": p.kode, "nama": p.nama}, {}) for p in list_program()],
        **load_baku(pada=akhir_tahun(tahun), desa=desa),
    }
    return build_perjanjian(tabel, "baku.toml")[0]
