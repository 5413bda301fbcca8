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
_BARIS = re.compile(rb"([0-9a-f]{64})  ([^\n]+)\n")
_TERPOTONG = re.compile(rb"[0-9a-f]{1,64} {0,2}")


def list_sidik(folder: Path) -> set[tuple[str, str]]:
    """Names and digests that stand in a folder's `SHA256SUMS`; a line that was cut off means nothing.

    Raises:
        BerkasError: it cannot be read, or is no regular file.
    """
    return {satu for baris in _read(folder / SHA256SUMS) if (satu := _parse(baris))}


def write_sha256sums(folder: Path, terbit: Mapping[str, str], dikenal: Collection[str]) -> None:
    """Put the digests of what was issued into a folder's `SHA256SUMS`, after all lines that are not ours.

    Args:
        terbit: digest by name, of the files that stand there.
        dikenal: all names that the register knows; every other line stays byte for byte.

    Raises:
        BerkasError: it cannot be written, or is no regular file.
    """
    lama = _read(folder / SHA256SUMS)
    orang = b"".join(baris for baris in lama if (_parse(baris) or ("", ""))[0] not in dikenal)
    if orang and not orang.endswith(b"\n"):
        # Cut off by a power cut in the middle of a digest, or a last line of the user's.
        awal, akhir = orang[: orang.rfind(b"\n") + 1], orang[orang.rfind(b"\n") + 1 :]
        orang = awal if _TERPOTONG.fullmatch(akhir) else orang + b"\n"
    kini = orang + "".join(f"{sidik}  {nama}\n" for nama, sidik in sorted(terbit.items())).encode()
    if kini != b"".join(lama):
        write_atomic(folder / SHA256SUMS, kini)


def _read(path: Path) -> list[bytes]:
    """The lines, with their ends."""
    with explain_oserror(path):
        if not (path.exists() or path.is_symlink()):
            return []
        if not path.is_file() or path.stat().st_size > MAKS_BESAR:
            raise BerkasError(
                f"{SHA256SUMS} di folder ini bukan daftar sidik.", tempat=str(path), saran="Pindahkan dahulu."
            )
        return re.findall(rb"[^\n]*\n|[^\n]+", path.read_bytes())


def _parse(baris: bytes) -> tuple[str, str] | None:
    """Name and digest, in the form that we write."""
    cocok = _BARIS.fullmatch(baris)
    return cocok and (cocok[2].decode("utf-8", "replace"), cocok[1].decode())
