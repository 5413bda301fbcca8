"""The hidden sheet that says which template, version and agreement a file was made from."""

from __future__ import annotations

from kinerja import __version__
from kinerja.workbook.layout import Cetak
from workbook_templates.perjanjian_kinerja.konteks import Bagian, Konteks, LembarKerja

TEMPLAT = "perjanjian-kinerja"


def list_identitas(k: Konteks, sidik: str) -> tuple[tuple[str, str], ...]:
    """The keys and values, all text; `sidik` is the digest of the plan without this sheet."""
    return (
        ("templat", TEMPLAT),
        ("versi", __version__),
        ("kode", k.pk.kecamatan.kode),
        ("kecamatan", k.pk.kecamatan.nama),
        ("tahun", str(k.pk.tahun)),
        ("jenis", str(k.pk.jenis)),
        ("sidik", sidik),
    )


def build_identitas(k: Konteks, sidik: str) -> Bagian:
    """Names `identitas_<kunci>` lead to the values, so that a renamed or moved file still tells what it is."""
    p = LembarKerja(k, "Identitas", (16, 72), Cetak(k.kertas))
    p.put_pita(0, "Identitas berkas (jangan diubah)", "judul")
    for nomor, (kunci, nilai) in enumerate(list_identitas(k, sidik), start=1):
        p.put_baris(nomor, 0, (kunci, nilai), "sel")
        p.name_sel(f"identitas_{kunci}", nomor, 1)
    return p.finish_bagian(tersembunyi=True)
