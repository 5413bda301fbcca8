"""What the input workbook of a kabupaten/kota holds when it is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja.nomenklatur import list_program
from kinerja.perjanjian.induk.bagian import write_jabatan_kepala_daerah
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.bawaan import load_baku
from kinerja.perjanjian.induk.skema import IsiInduk
from kinerja.perjanjian.model import JenisPerjanjian, akhir_tahun
from kinerja.wilayah import find_kabkota, list_kecamatan
from kinerja.wilayah.desa import find_sebutan, list_kelurahan

Baku = Mapping[str, str | int | None]
"""Cells of a row by column key."""


def make_isi(kode_kabkota: str, tahun: int) -> IsiInduk:
    """Its kecamatan and the standard rows, by the law of that year.

    Raises:
        DataError: no such kabupaten/kota.

    >>> isi = make_isi("12.71", 2025)
    >>> isi.kabkota.nama, len(isi.tabel["kecamatan"]), len(isi.tabel["program"])
    ('Kota Medan', 21, 126)
    """
    kabkota = find_kabkota(kode_kabkota)
    kecamatan = list_kecamatan(kabkota.kode)
    pada = akhir_tahun(tahun)
    desa = find_sebutan(kabkota.kode, pada=pada)
    umum: Baku = {
        "kabkota": kabkota.kode,
        "tahun": tahun,
        "jenis": JenisPerjanjian.MURNI.value,
        "pihak_kedua_jabatan": write_jabatan_kepala_daerah(kabkota.nama),
    }
    tabel: dict[str, Sequence[Baku]] = {
        "umum": [umum],
        "kecamatan": [
            {"kode": k.kode, "nama": k.nama, "kelurahan": "; ".join(list_kelurahan(k.kode)) or None} for k in kecamatan
        ],
        "program": [
            {"kecamatan": f"{k.kode} {k.nama}", "kode": p.kode, "nama": p.nama}
            for k in kecamatan
            for p in list_program()
        ],
        **{kunci: [_plain(b) for b in baris] for kunci, baris in load_baku(pada=pada, desa=desa).items()},
    }
    return IsiInduk(kabkota, tahun, kecamatan, desa, tabel)


def _plain(baris: Baris) -> Baku:
    """The cells of a standard row, which are texts."""
    return {kunci: baris.read_paragraf(kunci) for kunci in baris.isi}
