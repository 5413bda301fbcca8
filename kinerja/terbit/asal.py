"""From which data a batch was issued: a name and a digest that tell later whether two runs had the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kinerja.berkas import explain_read


def read_asal(path: Path) -> tuple[str, str]:
    """Name of a source and SHA-256 of its bytes; of a folder, of the names and digests of its files in order.

    Raises:
        DataError: it cannot be read.
    """
    with explain_read(path):
        if not path.is_dir():
            return path.name, hashlib.sha256(path.read_bytes()).hexdigest()
        semua = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith((".", "~")))
        baris = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in semua]
    return path.resolve().name, hashlib.sha256("".join(baris).encode()).hexdigest()
