"""Where the workbooks of a batch go, and what they are called there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinerja.berkas import slug
from kinerja.perjanjian.model import JenisPerjanjian, PerjanjianKinerja
from kinerja.terbit.identitas import Identitas


def name_workbook(pk: PerjanjianKinerja) -> str:
    """File name of an agreement's workbook: `12.71.17-medan-baru-perjanjian-kinerja-2024.xlsx`."""
    perubahan = "-perubahan" if pk.jenis is JenisPerjanjian.PERUBAHAN else ""
    return f"{pk.kecamatan.kode}-{slug(pk.kecamatan.nama)}-perjanjian-kinerja{perubahan}-{pk.tahun}.xlsx"


def place_by_wilayah(pk: PerjanjianKinerja) -> Path:
    """Folder of an agreement among those of the whole country: `sumatera-utara/kota-medan`."""
    return Path(slug(pk.kecamatan.provinsi), slug(pk.kecamatan.kabkota))


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Where the workbooks of a batch go.

    Attributes:
        folder: made when it is not there.
        place: the folder inside it for an agreement. It has its own `SHA256SUMS`; agreements of one follow each other.
        register: the file that remembers what is issued, made when it is not there; without it one in the folder.
        count_tertinggal: of an agreement, how many values the last issue carries that the new workbook does not, both
            as bytes; a new one that loses some is refused like one over a file that was filled in.
    """

    folder: Path
    place: Callable[[PerjanjianKinerja], Path] = lambda _: Path()
    register: Path | None = None
    count_tertinggal: Callable[[Identitas, bytes, bytes], int] = lambda *_: 0
