"""The register of Indonesia's kecamatan by Kemendagri code; see NOTICE for the source of the data."""

from kinerja.wilayah.register import (
    Kabkota,
    KecamatanTerdaftar,
    find_kabkota,
    find_kecamatan,
    find_nearest,
    list_kabkota,
    list_kecamatan,
    list_kelurahan,
    normalize_kode,
)

__all__ = [
    "Kabkota",
    "KecamatanTerdaftar",
    "find_kabkota",
    "find_kecamatan",
    "find_nearest",
    "list_kabkota",
    "list_kecamatan",
    "list_kelurahan",
    "normalize_kode",
]
