"""Components and weights of SAKIP as a region's own lembar kerja evaluasi (LKE) sets them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.errors import DataError, MasukanError
from kinerja.peraturan import Komponen, Subkomponen, check_bobot
from kinerja.perjanjian import Lke
from kinerja.sumber.baris import Baris


def build_lke(baris: Sequence[Baris]) -> Lke | None:
    """The components of the rows, one a sub-component or one a component that has none; None without any row.

    Raises:
        DataError: a row without a weight, a part that is there twice, weights that do not add up to 100.
    """
    if not baris:
        return None
    bagian: dict[str, dict[str, Subkomponen]] = {}
    for b in baris:
        milik, nama = bagian.setdefault(b.need_teks("komponen"), {}), b.read_teks("subkomponen") or ""
        if nama in milik or (milik and "" in (nama, *milik)):
            b.refuse("subkomponen", "Bagian komponen ini tertulis dua kali.", "Beri setiap baris nama subkomponennya.")
        bobot = b.read_angka("bobot")
        if bobot is None:
            b.refuse("bobot", "Sel ini wajib diisi.", "Isi sel itu.")
        milik[nama] = Subkomponen(nama, bobot)
    komponen = tuple(
        Komponen(nama, sum((s.bobot for s in milik.values()), Decimal(0)), tuple(s for s in milik.values() if s.nama))
        for nama, milik in bagian.items()
    )
    try:
        check_bobot(komponen)
    except MasukanError as galat:
        raise DataError(galat.pesan, tempat=baris[0].tempat, saran=galat.saran) from None
    return Lke(komponen, "; ".join(dict.fromkeys(d for b in baris if (d := b.read_teks("dasar")))))
