"""What pip must bring for a part of kinerja that needs more than the rest, package by package, from our metadata.

kinerja stands on no index, so `pip install "kinerja[addin]"` would find nothing, or another's package of that name.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires


def advise_ekstra(ekstra: str) -> str:
    """The advice to install what an extra needs.

    >>> advise_ekstra("addin")
    'Jalankan: pip install "xlwings>=0.33"'
    >>> advise_ekstra("dask")
    'Jalankan: pip install "dask[distributed]>=2024.8" "joblib>=1.4"'
    """
    try:
        semua = requires("kinerja") or []
    except PackageNotFoundError:  # run from a folder that pip does not know
        semua = []
    pola = re.compile(rf"([\w.\[\]-]+.*?)\s*;\s*extra == ['\"]{re.escape(ekstra)}['\"]")
    perlu = [cocok[1] for satu in semua if (cocok := pola.fullmatch(satu))]
    if not perlu:
        return f'Jalankan di folder kinerja: pip install ".[{ekstra}]"'
    daftar = " ".join(f'"{satu}"' for satu in perlu)
    return f"Jalankan: pip install {daftar}"
