"""A region's own components of SAKIP, from the rows of the table `lke`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.errors import DataError, MasukanError
from kinerja.peraturan import MAKS_DESIMAL, Komponen, Subkomponen, check_bobot
from kinerja.perjanjian.cara import Lke
from kinerja.perjanjian.induk.baris import Baris


def build_lke(baris: Sequence[Baris]) -> Lke | None:
    """A row a sub-component, or a component that has none; None without any row.

    Raises:
        DataError: a part written twice, without its weight, or weights that do not come to 100.
    """
    if not baris:
        return None
    judul: dict[str, str] = {}  # a component as it is written first; capitals make no other
    bagian: dict[str, dict[str, Subkomponen]] = {}
    for b in baris:
        komponen_, nama = b.need_teks("komponen"), b.read_teks("subkomponen") or ""
        milik = bagian.setdefault(judul.setdefault(komponen_.casefold(), komponen_), {})
        if nama.casefold() in milik or (milik and "" in (nama, *milik)):
            b.refuse("subkomponen", "Bagian komponen ini tertulis dua kali.", "Beri setiap baris nama subkomponennya.")
        bobot = b.read_angka("bobot")
        if bobot is None:
            b.refuse("bobot", "Sel ini wajib diisi.", "Isi sel itu.")
        if bobot != round(bobot, MAKS_DESIMAL):
            b.refuse("bobot", f"Bobot paling banyak {MAKS_DESIMAL} angka di belakang koma.", "Bulatkan bobotnya.")
        milik[nama.casefold()] = Subkomponen(nama, bobot)
    komponen = tuple(
        Komponen(nama, sum((s.bobot for s in milik.values()), Decimal(0)), tuple(s for s in milik.values() if s.nama))
        for nama, milik in bagian.items()
    )
    try:
        check_bobot(komponen)
    except MasukanError as galat:
        raise DataError(galat.pesan, tempat=baris[0].tempat, saran=galat.saran) from None
    return Lke(komponen, "; ".join(dict.fromkeys(d for b in baris if (d := b.read_teks("dasar")))))
