"""What the builders share: our library as an extension or a browser carries it, others' packages, zip files.

The library is rules, tables and functions, and needs the standard library only.
"""

from __future__ import annotations

import ast
import io
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from kinerja.berkas import explain_oserror, explain_read
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
        BerkasError: nothing can be written there, or what stood there could neither be replaced nor put back: then
            it says where that is now.
        DataError: a file to be copied cannot be read.
    """
    tujuan = tujuan.resolve()  # a link to the folder that is served stays one
    with explain_oserror(tujuan):
        # Not by tempfile: on Windows what is made inside such a folder may be read by its maker alone, no web server.
        sementara = tujuan.parent / f"{awalan}{os.urandom(8).hex()}"
        sementara.mkdir()
    baru = sementara / "baru"
    try:
        with _explain_isi(tujuan, sementara):
            baru.mkdir()
            yield baru
            _swap(tujuan, baru, sementara / "lama")
    except BaseException:
        shutil.rmtree(baru, ignore_errors=True)
        with suppress(OSError):  # not empty: an older folder that could not be put back
            sementara.rmdir()
        raise
    # The new one stands: a file of the older one that is open, and stays on Windows, is no failure.
    shutil.rmtree(sementara, ignore_errors=True)


@contextmanager
def _explain_isi(tujuan: Path, sementara: Path) -> Iterator[None]:
    """What the system says while the folder is filled or takes its place: of the file it names, or of `tujuan`."""
    try:
        yield
    except OSError as galat:
        nama = galat.filename
        sumber = Path(os.fsdecode(nama)) if isinstance(nama, str | bytes | os.PathLike) else sementara
        # With two names (a copy, a rename) it does not say which of them failed.
        if galat.filename2 is not None or sementara in (sumber, *sumber.parents):
            with explain_oserror(tujuan):
                raise
        with explain_read(sumber):
            raise


def _swap(tujuan: Path, baru: Path, lama: Path) -> None:
    """Put the new folder in the place of the older one; where that fails, the older one back."""
    try:
        if tujuan.exists():
            tujuan.rename(lama)
        baru.rename(tujuan)
    except BaseException:
        if os.path.lexists(lama):
            _put_back(lama, tujuan)
        raise


def _put_back(lama: Path, tujuan: Path) -> None:
    try:
        lama.rename(tujuan)
    except OSError as galat:
        raise BerkasError(
            f"{tujuan.name} tidak dapat diganti, dan yang lama tidak dapat dikembalikan; isinya utuh di {lama}.",
            tempat=str(tujuan),
            saran=f"Pindahkan folder itu kembali ke {tujuan}, lalu ulangi.",
        ) from galat


def copy_isi(dari: Path, ke: Path, *, tautan: bool = False) -> None:
    """Copy a file, or a folder with all in it.

    Args:
        tautan: a link stays the link that it is, wherever it leads; else what it leads to is copied.

    Raises:
        OSError: the first of the system's, as it came; shutil.copytree gathers them as texts.
    """
    if dari.is_dir() and not (tautan and dari.is_symlink()):
        ke.mkdir(parents=True)
        for satu in sorted(dari.iterdir()):
            copy_isi(satu, ke / satu.name, tautan=tautan)
        shutil.copystat(dari, ke)
    else:
        shutil.copy2(dari, ke, follow_symlinks=not tautan)


def pack(isi: Mapping[str, bytes]) -> bytes:
    """A zip of these files, in their order; the same to the byte whenever and wherever it is built."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in isi.items():
            info = zipfile.ZipInfo(nama, (2025, 1, 1, 0, 0, 0))
            arsip.writestr(info, data, zipfile.ZIP_DEFLATED)
    return wadah.getvalue()
