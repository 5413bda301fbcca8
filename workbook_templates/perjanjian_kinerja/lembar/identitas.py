"""The hidden sheet that says which template, version and agreement a file was made from."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja import __version__
from kinerja.perjanjian.model import AWALAN_NAMA, TEMPLAT, PerjanjianKinerja
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, Kata, LembarKerja

KATA = Kata("Identitas")


def list_identitas(pk: PerjanjianKinerja, sidik: str) -> tuple[tuple[str, str], ...]:
    """The keys and values, all text; `sidik` is the digest of the plan without this sheet."""
    return (
        ("templat", TEMPLAT),
        ("versi", __version__),
        ("kode", pk.kecamatan.kode),
        ("kecamatan", pk.kecamatan.nama),
        ("tahun", str(pk.tahun)),
        ("jenis", str(pk.jenis)),
        ("sidik", sidik),
    )


def build_identitas(b: Tampak, identitas: Sequence[tuple[str, str]]) -> Bagian:
    """Names `identitas_<kunci>` lead to the values, so that a renamed or moved file still tells what it is."""
    p = LembarKerja(b, KATA, (16, 72))
    p.put_pita(0, "Identitas berkas (jangan diubah)", "judul")
    for nomor, (kunci, nilai) in enumerate(identitas, start=1):
        p.put_baris(nomor, 0, (kunci, nilai), "sel")
        p.name_sel(f"{AWALAN_NAMA}{kunci}", nomor, 1)
    return p.finish_bagian(tersembunyi=True)
