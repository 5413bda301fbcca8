"""One output file: what it may be called, and what it must not be written over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kinerja.errors import BerkasError


def check_keluar(path: Path, sumber: Sequence[Path], judul: str, *, timpa: bool) -> None:
    """Refuse to write over a source, and, unless `timpa`, over what is no earlier result or was changed since.

    Args:
        judul: how the title of our own file begins.

    Raises:
        BerkasError: the file must not be written.
    """
    from kinerja.terbit.keluaran import check_keluaran, is_sumber

    if path.suffix.casefold() != ".xlsx":
        raise BerkasError("Nama berkas keluaran harus berakhiran .xlsx.", tempat=str(path))
    if is_sumber(path, sumber):
        raise BerkasError(
            "Keluaran akan menimpa sumber, atau ikut terbaca sebagai sumber.",
            tempat=str(path),
            saran="Pilih nama lain dengan --keluar.",
        )
    check_keluaran(path, judul, timpa=timpa)
