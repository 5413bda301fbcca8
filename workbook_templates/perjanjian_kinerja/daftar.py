"""The sheets of the workbook: one row a sheet, and how they are put together.

A new sheet is a module with its words (`KATA`) and its `build_…`, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kinerja.perjanjian.jenis import JENIS, JenisIndikator
from kinerja.workbook.press.sama import Ingatan
from workbook_templates.perjanjian_kinerja import (
    anggaran,
    capaian,
    cek,
    indikator,
    lampiran,
    manfaat,
    pernyataan,
    petunjuk,
    rujukan,
    rumusan,
    sakip,
    skm,
    trantibum,
)  # fmt: skip
from workbook_templates.perjanjian_kinerja.bahan import Bahan, Milik, Tampak
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, BarisCek, Kata

Kunci = tuple[Tampak, tuple[object, ...]]
_MILIK: Ingatan[tuple[object, ...], tuple[Milik, ...]] = Ingatan()


class Susunan:
    """The sheets of one workbook; each is built when it is first asked for, so that they may show each other."""

    def __init__(self, bahan: Bahan) -> None:
        self.bahan = bahan
        self.jenis: tuple[JenisIndikator, ...] = _list_jenis(bahan)
        perlu = {j.lembar for j in self.jenis}
        self.lembar = {x.kata.nama: x for x in LEMBAR if not x.ukur or x.kata.nama in perlu}
        self._jadi: dict[str, Bagian] = {}

    def get(self, nama: str) -> Bagian:
        """The sheet of that name."""
        jadi = self._jadi.get(nama)
        if jadi is None:
            jadi = self._jadi[nama] = self.lembar[nama].make(self)
        return jadi

    def list_bagian(self) -> tuple[Bagian, ...]:
        """All sheets, in the order of the workbook."""
        return tuple(self.get(nama) for nama in self.lembar)

    def list_ukur(self) -> tuple[Bagian, ...]:
        """The sheets on which realisation is typed."""
        return tuple(self.get(nama) for nama, x in self.lembar.items() if x.ukur)

    def list_cek(self) -> tuple[BarisCek, ...]:
        """The checks of all sheets but those that sum up the others."""
        return tuple(baris for nama, x in self.lembar.items() if not x.ringkas for baris in self.get(nama).cek)

    def list_kata(self) -> tuple[Kata, ...]:
        """The words of the sheets behind the first."""
        return tuple(x.kata for x in self.lembar.values())[1:]

    def list_milik(self, lembar: str) -> tuple[Milik, ...]:
        """The indikator that a sheet measures."""
        milik = tuple((n, i) for n, i in enumerate(self.bahan.pk.indikator) if i.jenis.lembar == lembar)
        return _MILIK.recall((lembar, milik), lambda: tuple(Milik.from_indikator(n, i) for n, i in milik))


Petik = Callable[[Susunan], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class JenisLembar:
    """One sheet of the workbook.

    Attributes:
        build: makes it of what it may see and of what `petik` gives.
        tampak: fields of the agreement that it shows.
        petik: what else it shows: of the whole material, of other sheets.
        ukur: realisation is typed on it; it is there when an indikator has a kind that names it.
        ringkas: it sums up the others, and has no checks of its own.
    """

    kata: Kata
    build: Callable[..., Bagian]
    tampak: tuple[str, ...] = ()
    petik: Petik = lambda _: ()
    ukur: bool = False
    ringkas: bool = False
    ingatan: Ingatan[Kunci, Bagian] = field(default_factory=Ingatan, compare=False)

    def make(self, s: Susunan) -> Bagian:
        """The sheet; agreements that agree in all that it shows have one in common.

        What has something typed in is not remembered: no two workbooks have that in common.
        """
        b = s.bahan.show(*self.tampak)
        lain: tuple[Any, ...] = (s.list_milik(self.kata.nama),) if self.ukur else self.petik(s)
        if b.isi:
            return self.build(b, *lain)
        return self.ingatan.recall((b, lain), lambda: self.build(b, *lain))


def _list_jenis(bahan: Bahan) -> tuple[JenisIndikator, ...]:
    """The kinds of its indikator, each once, in the order in which users choose."""
    ada = {i.jenis.kode for i in bahan.pk.indikator}
    return tuple(j for j in JENIS.values() if j.kode in ada)


LEMBAR: tuple[JenisLembar, ...] = (
    JenisLembar(
        petunjuk.KATA,
        petunjuk.build_petunjuk,
        petik=lambda s: (s.list_kata(), s.get(cek.KATA.nama).hasil),
        ringkas=True,
    ),
    JenisLembar(pernyataan.KATA, pernyataan.build_pernyataan, petik=lambda s: (s.bahan,)),
    JenisLembar(
        lampiran.KATA,
        lampiran.build_lampiran,
        ("sasaran", "program"),
        lambda s: (s.get(anggaran.KATA.nama).hasil[anggaran.JUMLAH_PERJANJIAN],),
    ),
    JenisLembar(rumusan.KATA, rumusan.build_rumusan, ("sasaran", "lke")),
    JenisLembar(skm.KATA, skm.build_skm, ukur=True),
    JenisLembar(sakip.KATA, sakip.build_sakip, ("lke",), ukur=True),
    JenisLembar(manfaat.KATA, manfaat.build_manfaat, ukur=True),
    JenisLembar(trantibum.KATA, trantibum.build_trantibum, ukur=True),
    JenisLembar(indikator.KATA, indikator.build_indikator, ukur=True),
    JenisLembar(anggaran.KATA, anggaran.build_anggaran, ("program", "anggaran_tercantum")),
    JenisLembar(capaian.KATA, capaian.build_capaian, ("sasaran",), lambda s: (s.list_ukur(),)),
    JenisLembar(cek.KATA, cek.build_cek, petik=lambda s: (s.list_cek(), s.bahan.list_temuan()), ringkas=True),
    JenisLembar(rujukan.KATA, rujukan.build_rujukan, ("lke",), lambda s: (s.jenis,), ringkas=True),
)
"""Every sheet, in the order of the workbook."""
