"""Input data in TOML: one table of settings `[umum]`, and one array of tables for each of the other tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal

from kinerja.errors import DataError
from kinerja.sumber.baris import Baris
from kinerja.sumber.kepala import need_tabel, refuse_asing
from kinerja.sumber.petak import is_kosong
from kinerja.sumber.skema import UMUM, Tabel


def parse_toml(teks: str, berkas: str) -> dict[str, list[Baris]]:
    """The rows of each table, by its key.

    Raises:
        DataError: broken TOML, unknown keys.
    """
    try:
        isi = tomllib.loads(teks, parse_float=Decimal)
    except tomllib.TOMLDecodeError as galat:
        letak = re.search(r"line ([0-9]+), column ([0-9]+)", str(galat))
        raise DataError(
            "Berkas TOML rusak.",
            tempat=f"{berkas}, baris {letak[1]}, huruf ke-{letak[2]}" if letak else f"{berkas}, akhir berkas",
            saran="Periksa tanda kutip, kurung, dan tanda sama dengan di sekitar tempat itu.",
        ) from galat
    hasil = {}
    for nama, nilai in isi.items():
        tabel = need_tabel(nama, berkas, "Tabel")
        if not isinstance(nilai, dict if tabel is UMUM else list):
            bentuk = "[umum]" if tabel is UMUM else f"[[{tabel.kunci}]]"
            raise DataError(f"Tabel {tabel.kunci} salah bentuk.", tempat=berkas, saran=f"Tulis sebagai {bentuk}.")
        daftar = {"umum": nilai} if tabel is UMUM else {f"{tabel.kunci} ke-{n}": b for n, b in enumerate(nilai, 1)}
        hasil[tabel.kunci] = [_read_baris(tabel, baris, f"{berkas}, {letak}") for letak, baris in daftar.items()]
    return hasil


def _read_baris(tabel: Tabel, nilai: object, tempat: str) -> Baris:
    if not isinstance(nilai, Mapping):
        raise DataError("Isinya bukan tabel.", tempat=tempat, saran=f"Tulis sebagai [[{tabel.kunci}]].")
    dikenal = {k.kunci: k.judul for k in tabel.kolom}
    for kunci in nilai:
        if kunci not in dikenal:
            raise refuse_asing("Kunci", kunci, dikenal, tempat)
    return Baris(tempat, {k: v for k, v in nilai.items() if not is_kosong(v)}, {k: k for k in dikenal})
