"""The way back: filled workbooks collected, proved against what was issued, summed up, carried over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from kinerja.errors import BerkasError, MasukanError
from kinerja.kumpul.berkas import Kiriman, list_kiriman
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.pengumpulan import collect_kiriman
from kinerja.kumpul.proses import CaraKumpul
from kinerja.terbit.pangkalan import NAMA_REGISTER
from kinerja.terbit.register import Register, open_lama, open_register


def collect(
    *sumber: Path | str,
    terbit: Path | str = "hasil",
    register: Path | str | None = None,
    waktu: datetime | None = None,
    proses: int | None = None,
) -> Kumpulan:
    """Collect filled workbooks: checked against what was issued, recomputed, kept in the register.

    Args:
        sumber: folders, zips, single files.
        terbit: the folder that they were issued into.
        register: where that is not in the folder.
        waktu: when it is collected, with its zone; None is now.
        proses: how many processes; None is one for each core, where there are enough files.

    Raises:
        BerkasError: no register there, or it cannot be written.
        MasukanError: a source is not there.
    """
    waktu = waktu or datetime.now().astimezone()
    kiriman = find_kiriman([Path(satu) for satu in sumber])
    with open_kumpul(Path(terbit), None if register is None else Path(register), waktu, lambda _: None) as buku:
        return collect_kiriman(kiriman, buku, Path(terbit), waktu=waktu, cara=CaraKumpul(proses))


def find_kiriman(sumber: Sequence[Path]) -> Iterator[Kiriman]:
    """The files in these sources.

    Raises:
        MasukanError: one of them is not there.
    """
    for satu in sumber:
        if not satu.exists():
            raise MasukanError("Tidak ada berkas atau folder itu.", tempat=str(satu), saran="Periksa namanya.")
    return list_kiriman(sumber)


@contextmanager
def open_kumpul(
    terbit: Path, register: Path | None, waktu: datetime, say: Callable[[str], object]
) -> Iterator[Register]:
    """The register of a folder of issues, which must be there already.

    Raises:
        BerkasError: there is none, it is damaged, or cannot be written.
    """
    path = register or terbit / NAMA_REGISTER
    if register is None and not path.exists():
        raise BerkasError(
            "Tidak ada register terbitan di folder ini.",
            tempat=str(terbit),
            saran="Sebutkan folder tujuan kinerja buat dengan --terbit FOLDER.",
        )
    with open_lama(path, say, terbit):
        pass  # a register that is not there, or damaged, is said, never made anew
    with open_register(path, waktu.date(), say, terbit) as buku:
        yield buku
