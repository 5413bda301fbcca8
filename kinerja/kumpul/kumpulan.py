"""What a collection gave, as frozen data, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.kumpul.data import to_dict, to_polos
from kinerja.kumpul.periksa import BukuKumpul
from kinerja.terbit.register import Terbitan

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """What a collection gave.

    Attributes:
        buku: every file that may be a workbook, in the order in which they were found, without their inputs.
        lewat: names of files that were left out, and what they are.
        belum: the last issue of each kecamatan of whose last agreement nothing was ever collected that counts.
    """

    buku: tuple[BukuKumpul, ...]
    lewat: tuple[tuple[str, str], ...]
    belum: tuple[Terbitan, ...]

    def to_dict(self) -> dict[str, object]:
        """As data for JSON."""
        return {
            "berkas": [_to_dict(b) for b in self.buku],
            "dilewati": [{"berkas": nama, "isi": apa} for nama, apa in self.lewat],
            "belum": [{"kode": t.identitas.kode, "kecamatan": t.nama} for t in self.belum],
        }

    def to_frame(self) -> pandas.DataFrame:
        """A row for each file and indikator, as pandas has it; figures are floats."""
        import pandas

        return pandas.DataFrame([baris for b in self.buku for baris in _list_baris(b)])


def _to_dict(b: BukuKumpul) -> dict[str, object]:
    """One file, in the order of the JSON contract."""
    return {
        "berkas": b.berkas,
        "kode": b.kode,
        "kecamatan": b.kecamatan,
        "tahun": b.tahun or None,
        "jenis": b.jenis,
        "versi": b.versi,
        "revisi": b.revisi or None,
        "status": str(b.status),
        "dihitung": b.berlaku,
        "triwulan": b.triwulan,
        "disimpan": b.disimpan,
        "sha256": b.sidik,
        "hasil": None if b.hasil is None else to_dict(b.hasil),
        "temuan": [t.to_dict() for t in b.temuan],
    }


def _list_baris(b: BukuKumpul) -> Iterator[dict[str, object]]:
    """One file for a table: a row for each indikator; one of which nothing could be computed has one row."""
    awal: dict[str, object] = {
        "kode": b.kode,
        "kecamatan": b.kecamatan,
        "tahun": b.tahun or None,
        "jenis": b.jenis,
        "berkas": b.berkas,
        "status": str(b.status),
        "dihitung": b.berlaku,
        "triwulan": b.triwulan,
    }
    indikator = b.hasil.indikator if b.hasil else ()
    for i in indikator:
        angka = {n: to_polos(getattr(i, n)) for n in ("target", "realisasi", "capaian")}
        yield {**awal, "nomor": i.nomor, "indikator": i.nama, "satuan": i.satuan, **angka, "kategori": i.kategori}
    if not indikator:
        yield awal
