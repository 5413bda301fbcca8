"""The agreement as frozen data: what it finds by itself, and what cannot be built."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kinerja.errors import DataError
from kinerja.perjanjian.model import (
    Sasaran,
)
from tests.perjanjian_bersih import (
    BERSIH,
    DAFTAR,
    MANFAAT,
)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"sasaran": ()}, "Tidak ada satu pun indikator."),
        ({"program": ()}, "Tidak ada satu pun program."),
        ({"sasaran": (Sasaran("S", (replace(MANFAAT, daftar=()),)),)}, "Ada indikator berjenis manfaat, tetapi"),
        ({"sasaran": (Sasaran("S", (replace(MANFAAT, daftar=(DAFTAR, DAFTAR)),)),)}, "Kunci daftar kegiatan dipakai"),
    ],
)
def test_perjanjian_yang_tidak_dapat_menjadi_buku_tidak_dapat_dibuat(ganti: dict[str, Any], kata: str) -> None:
    with pytest.raises(DataError, match=f"^kecamatan 12.71.17 Medan Baru: {kata}"):
        replace(BERSIH, **ganti)
