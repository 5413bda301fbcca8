"""`SHA256SUMS`: for `sha256sum -c` only. Whose a file is, the register knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from kinerja.berkas import explain_oserror, write_atomic
from kinerja.errors import BerkasError

SHA256SUMS = "SHA256SUMS"
MAKS_BESAR = 16_000_000
"""Bytes; a list of all kecamatan has some 900.000."""
_BARIS = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def list_sidik(folder: Path) -> set[tuple[str, str]]:
    """Names and digests that stand in a folder's `SHA256SUMS`; a line that was cut off means nothing.

    Raises:
        BerkasError: it cannot be read.
    """
    return _parse(_read(folder / SHA256SUMS))


def write_sha256sums(folder: Path, terbit: Mapping[str, str], dikenal: Collection[str]) -> None:
    """Put the digests of what was issued into a folder's `SHA256SUMS`.

    Args:
        terbit: digest by name, of the files that stand there.
        dikenal: all names that the register knows; the lines of other names stay.

    Raises:
        BerkasError: it cannot be written.
    """
    lama = _read(folder / SHA256SUMS)
    semua = {*terbit.items(), *(satu for satu in _parse(lama) if satu[0] not in dikenal)}
    kini = "".join(f"{sidik}  {nama}\n" for nama, sidik in sorted(semua))
    if kini != lama:
        write_atomic(folder / SHA256SUMS, kini.encode())


def _read(path: Path) -> str:
    with explain_oserror(path):
        if not path.exists():
            return ""
        if not path.is_file() or path.stat().st_size > MAKS_BESAR:
            raise BerkasError(
                f"{SHA256SUMS} di folder ini bukan daftar sidik.", tempat=str(path), saran="Pindahkan dahulu."
            )
        return path.read_text(encoding="utf-8", errors="replace")


def _parse(teks: str) -> set[tuple[str, str]]:
    return {(cocok[2], cocok[1]) for cocok in map(_BARIS.fullmatch, teks.splitlines()) if cocok}
