"""Zip files that are the same to the byte whenever and wherever they are built."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_WAKTU = (2025, 1, 1, 0, 0, 0)


def pack(isi: Mapping[str, bytes]) -> bytes:
    """A zip of these files, in their order."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in isi.items():
            info = zipfile.ZipInfo(nama, _WAKTU)
            info.compress_type = zipfile.ZIP_DEFLATED
            arsip.writestr(info, data)
    return wadah.getvalue()
