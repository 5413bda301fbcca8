"""Reconciliation of budgets: the agreement, the DPA and the realisation, to the rupiah and sen.

What reads and compares is loaded when it is needed, since for large tables that is in a child process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from kinerja.anggaran.banding.masukan import list_berat, read_permintaan
from kinerja.anggaran.sumber import Peran
from kinerja.tabel.anak import call

if TYPE_CHECKING:
    from kinerja.anggaran.banding.hasil import Rekonsiliasi
    from kinerja.anggaran.banding.perbandingan import compare

__all__ = ["Rekonsiliasi", "compare", "reconcile"]

_HASIL = f"{__name__}.hasil"


def reconcile(
    perjanjian: Path | str,
    dpa: Path | str,
    realisasi: Path | str | None = None,
    *,
    toleransi: Decimal | int = 0,
    kolom: Mapping[str, str | Sequence[str]] | None = None,
    lembar: Sequence[str] = (),
) -> Rekonsiliasi:
    """Compare two or three sources; each is a file or a folder of files.

    Files that only parsers in native code read (.xls, .parquet) are read and compared in a child process.

    Args:
        toleransi: rupiah (0 and up, to the sen) up to which two amounts count as equal.
        kolom: column titles by meaning, `{"pagu": "Jumlah (Rp)"}`; for one source only: `{"dpa.pagu": …}`; several
            columns of amounts are added up: `{"dpa.pagu": ["Operasi", "Modal"]}`.
        lembar: sheets to read where a file has them; for one source only: `dpa=NAMA`.

    Raises:
        DataError: a source that cannot be read without guessing.
        MasukanError: an argument of another kind.
        RentangError: a tolerance below zero.
    """
    path: dict[Peran, Path | str] = {"perjanjian": perjanjian, "dpa": dpa}
    if realisasi is not None:
        path["realisasi"] = realisasi
    minta = read_permintaan(path, toleransi, kolom, lembar)
    berat = list_berat(minta.path)
    if not berat:
        from kinerja.anggaran.banding.perbandingan import reconcile_permintaan

        return reconcile_permintaan(minta)
    # What the result is made of is loaded here while the child loads and works.
    Thread(target=import_module, args=(_HASIL,), daemon=True).start()
    nama = [satu.name for satu in berat]
    tempat = ", ".join(nama[:3]) + (f", dan {len(nama) - 3} lagi" if len(nama) > 3 else "")
    fungsi = f"{__name__}.perbandingan:reconcile_permintaan"
    hasil: Rekonsiliasi = call(fungsi, minta, tempat=tempat, bita=sum(berat.values()))
    return hasil


def __getattr__(nama: str) -> Any:
    """The other names of `__all__`, loaded when they are first asked for."""
    if nama in __all__:
        return getattr(import_module(f"{__name__}.perbandingan" if nama == "compare" else _HASIL), nama)
    raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")
