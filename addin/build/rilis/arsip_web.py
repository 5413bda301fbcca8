"""The folder of the web add-in as one file, with BACA-DULU.txt: how it gets the address of the server it will stand on.

Who hands it out seldom knows that address, and who receives it may have no Python.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from addin.build.pustaka import pack
from addin.build.rilis.panduan import write_teks
from addin.build.web import BACA_DULU, CONTOH, NAMA_FOLDER, build_web, clean_alamat

PENGGANTI = "https://nama-server.invalid/nama-folder"
"""Stands for the address where none is known; `.invalid` leads nowhere, by RFC 2606."""


def pack_web(pyodide: Path, alamat: str = PENGGANTI) -> bytes:
    """The zip; equal sources under one law give equal bytes.

    Args:
        pyodide: as for `build_web`.
        alamat: https address that the folder will have.

    Raises:
        BerkasError: as `build_web`.
    """
    alamat = clean_alamat(alamat)
    with tempfile.TemporaryDirectory(prefix="kinerja-web-") as sementara:
        folder = build_web(Path(sementara), alamat, pyodide)
        semua = sorted(path for path in folder.rglob("*") if path.is_file())
        isi = {path.relative_to(folder).as_posix(): path.read_bytes() for path in semua}
    isi |= {BACA_DULU: _write_baca_dulu(isi, alamat)}
    return pack({f"{NAMA_FOLDER}/{nama}": data for nama, data in sorted(isi.items())})


def _write_baca_dulu(isi: dict[str, bytes], alamat: str) -> bytes:
    """For Notepad: lines end as on Windows."""
    beralamat = [nama.replace("/", "\\") for nama, data in isi.items() if _get_server(alamat).encode() in data]
    teks = write_teks(
        BACA_DULU,
        alamat=alamat,
        server=_get_server(alamat),
        contoh=CONTOH,
        server_contoh=_get_server(CONTOH),
        pengganti=alamat == PENGGANTI,
        berkas=beralamat,
    )
    return teks.replace("\n", "\r\n").encode()


def _get_server(alamat: str) -> str:
    """Scheme and host, as the manifest's AppDomain has it.

    >>> _get_server("https://kinerja.contoh.go.id/fungsi")
    'https://kinerja.contoh.go.id'
    """
    return "/".join(alamat.split("/")[:3])
