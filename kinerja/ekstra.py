"""What pip must bring for a part of kinerja that needs more than the rest, package by package, from our metadata.

kinerja stands on no index, so `pip install "kinerja[addin]"` would find nothing, or another's package of that name.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires


def advise_ekstra(*ekstra: str) -> str:
    """The advice to install what these extras need.

    >>> advise_ekstra("addin")
    'Jalankan: pip install "xlwings>=0.33"'
    >>> advise_ekstra("dask")
    'Jalankan: pip install "dask[distributed]>=2024.8" "joblib>=1.4"'
    """
    perlu = {nama: syarat for satu in ekstra for nama, syarat in _list_perlu(satu)}
    if not perlu:
        semua = ",".join(ekstra)
        return f'Jalankan di folder kinerja: pip install ".[{semua}]"'
    daftar = " ".join(f'"{nama}{syarat}"' for nama, syarat in perlu.items())
    return f"Jalankan: pip install {daftar}"


def _list_perlu(ekstra: str) -> list[tuple[str, str]]:
    """Packages of an extra with their bounds; a later extra's bound replaces an earlier one's."""
    try:
        semua = requires("kinerja") or []
    except PackageNotFoundError:  # run from a folder that pip does not know
        semua = []
    pola = re.compile(rf"([\w.\[\]-]+)(.*?)\s*;\s*extra == ['\"]{re.escape(ekstra)}['\"]")
    return [(cocok[1], cocok[2]) for satu in semua if (cocok := pola.fullmatch(satu))]
