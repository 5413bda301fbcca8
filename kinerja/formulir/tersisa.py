"""Checks of what of an agreement has no place in a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kinerja.formulir.baca import Formulir
from kinerja.formulir.nama import DAFTAR
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.temuan import TANPA_JENIS, JenisTemuan, Temuan, Tingkat, declare

SEBUT = 10
"""Items that a finding names."""


@dataclass(frozen=True, slots=True)
class NaskahForm:
    """An agreement beside the form that it is filled into; it reports under the code that it was called with."""

    pk: PerjanjianKinerja
    formulir: Formulir
    jenis: JenisTemuan = TANPA_JENIS

    def with_jenis(self, jenis: JenisTemuan) -> NaskahForm:
        """The same, reporting under that code."""
        return replace(self, jenis=jenis)


@declare(
    "PK30",
    Tingkat.PERINGATAN,
    "Sebagian data tidak punya tempat di formulir",
    "Tambahkan tempatnya di formulir, atau pakai baris yang berulang, misalnya {{program.nama}}.",
)
def check_tempat(n: NaskahForm) -> Iterator[Temuan]:
    """Items of a list that have neither a row nor a number, though others of their list have."""
    semua = [nama for lembar in n.formulir.lembar for tempat in lembar.tempat for nama in tempat.nama]
    for kunci, daftar in DAFTAR.items():
        milik = [nama for nama in semua if nama.daftar == kunci]
        bernomor = {nama.nomor for nama in milik}
        sisa = [butir.nomor for butir in daftar.list_butir(n.pk) if butir.nomor not in bernomor]
        if milik and not any(nama.berulang for nama in milik) and sisa:
            lebih = f", dan {len(sisa) - SEBUT} lagi" if len(sisa) > SEBUT else ""
            pesan = f"Formulir tidak punya tempat untuk {daftar.sebutan} ke-{', '.join(map(str, sisa[:SEBUT]))}{lebih}."
            yield Temuan(n.jenis.kode, n.jenis.tingkat, n.pk.kecamatan.sebutan, pesan, n.jenis.saran)
