"""What the builders share: our library as an extension or a browser carries it, others' packages, zip files.

The library is rules, tables and functions, and needs the standard library only.
"""

from __future__ import annotations

import ast
import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from kinerja.berkas import explain_oserror
from kinerja.ekstra import advise_ekstra
from kinerja.errors import BerkasError

KAMI = ("kinerja", "addin")
AKAR = Path(str(files("kinerja"))).parent
AWAL = ("addin.ejaan", "addin.fungsi")
"""What every host needs; what these import comes along."""
DATA = {"kinerja.data": ("nomenklatur.csv",)}
HUKUM = "kinerja.peraturan"


def read_pustaka(*hosts: str) -> dict[str, bytes]:
    """Path inside the library -> content, for the host modules named ("calc.py"); sorted, so that builds repeat."""
    modul = list_modul(*AWAL, *(f"addin.hosts.{satu.removesuffix('.py')}" for satu in hosts))
    isi = {str(_find_sumber(nama).relative_to(AKAR).as_posix()): _find_sumber(nama).read_bytes() for nama in modul}
    hukum = [satu.name for satu in files(HUKUM).iterdir() if satu.name.endswith(".toml")]
    for paket, nama in (*DATA.items(), (HUKUM, hukum)):
        isi |= {f"{paket.replace('.', '/')}/{satu}": files(paket).joinpath(satu).read_bytes() for satu in nama}
    return dict(sorted(isi.items()))


def list_modul(*awal: str) -> list[str]:
    """The modules of ours that these import, wherever in them, with the packages that they stand in.

    >>> list_modul("kinerja.alamat")
    ['kinerja', 'kinerja.alamat', 'kinerja.errors']
    """
    ada: set[str] = set()
    antrean = [*awal]
    while antrean:
        nama = antrean.pop()
        if nama in ada or not _is_modul(nama):
            continue
        ada.add(nama)
        antrean.append(nama.rpartition(".")[0])
        for simpul in ast.walk(ast.parse(_find_sumber(nama).read_bytes())):
            if isinstance(simpul, ast.ImportFrom) and simpul.module:
                antrean += [simpul.module, *(f"{simpul.module}.{x.name}" for x in simpul.names)]
            elif isinstance(simpul, ast.Import):
                antrean += [x.name for x in simpul.names]
    return sorted(ada)


def _is_modul(nama: str) -> bool:
    return nama.partition(".")[0] in KAMI and _find_sumber(nama).is_file()


def _find_sumber(nama: str) -> Path:
    """The source file of a module of ours."""
    path = AKAR.joinpath(*nama.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def find_paket(nama: str, ekstra: str) -> Path:
    """Folder of an installed package, which is not imported: xlwings takes pandas along.

    Raises:
        BerkasError: it is not installed; `ekstra` is our extra that brings it.
    """
    spec = find_spec(nama.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise BerkasError(f"Paket {nama} belum terpasang.", saran=advise_ekstra(ekstra))
    return Path(spec.origin).parent


@contextmanager
def replace_folder(tujuan: Path, awalan: str) -> Iterator[Path]:
    """An empty folder to fill: whole, it takes the place of `tujuan`, and what stood there goes; else nothing changes.

    Args:
        awalan: how the name of the temporary folder beside it begins.

    Raises:
        BerkasError: nothing can be written there.
    """
    with explain_oserror(tujuan), tempfile.TemporaryDirectory(prefix=awalan, dir=tujuan.parent) as sementara:
        baru = Path(sementara, "baru")
        baru.mkdir()
        yield baru
        lama = Path(sementara, "lama")
        if tujuan.exists():
            tujuan.rename(lama)
        try:
            baru.rename(tujuan)
        except OSError:
            if lama.exists():
                lama.rename(tujuan)
            raise


def pack(isi: Mapping[str, bytes]) -> bytes:
    """A zip of these files, in their order; the same to the byte whenever and wherever it is built."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in isi.items():
            info = zipfile.ZipInfo(nama, (2025, 1, 1, 0, 0, 0))
            arsip.writestr(info, data, zipfile.ZIP_DEFLATED)
    return wadah.getvalue()
