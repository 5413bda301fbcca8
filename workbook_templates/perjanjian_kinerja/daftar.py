"""The sheets of the workbook: one row a sheet, and how they are put together.

A new sheet is a module in `lembar/` with its words (`KATA`) and its `build_…`, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kinerja.perjanjian.jenis import JENIS, JenisIndikator
from kinerja.workbook.sama import Ingatan
from workbook_templates.perjanjian_kinerja.bahan import Bahan, Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar import (
    anggaran,
    capaian,
    cek,
    indikator,
    lampiran,
    manfaat,
    pernyataan,
    petunjuk,
    rencana_aksi,
    rujukan,
    rumusan,
    sakip,
    skm,
    trantibum,
    triwulan,
)
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, BarisCek, Kata

_TERUKUR: Ingatan[tuple[object, ...], tuple[Terukur, ...]] = Ingatan()


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
        """The sheets on which realisation is typed; together they measure every indikator."""
        ukur = tuple(self.get(nama) for nama, x in self.lembar.items() if x.ukur)
        lupa = set(range(len(self.bahan.pk.indikator))) - {n for satu in ukur for n in satu.realisasi}
        if lupa:
            jenis = {self.bahan.pk.indikator[n].jenis.kode for n in lupa}
            raise ValueError(
                f"no sheet measures {jenis}: see `lembar` and `banyak` of their rows in kinerja.perjanjian.jenis"
            )
        return ukur

    def list_cek(self) -> tuple[BarisCek, ...]:
        """The checks of all sheets but those that sum up the others."""
        return tuple(baris for nama, x in self.lembar.items() if not x.tanpa_cek for baris in self.get(nama).cek)

    def list_kata(self) -> tuple[Kata, ...]:
        """The words of the sheets behind the first."""
        return tuple(x.kata for x in self.lembar.values())[1:]

    def list_terukur(self, lembar: str) -> tuple[Terukur, ...]:
        """The indikator that a sheet measures."""
        milik = tuple((n, i) for n, i in enumerate(self.bahan.pk.indikator) if i.jenis.lembar == lembar)
        return _TERUKUR.recall((lembar, milik), lambda: tuple(Terukur.from_indikator(n, i) for n, i in milik))


Petik = Callable[[Susunan], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class JenisLembar:
    """One sheet of the workbook.

    Attributes:
        build: makes it of what it may see and of what `petik` gives.
        tampak: fields of the agreement that it shows.
        petik: what else it shows: of the whole material, of other sheets; given after the indikator that it measures.
        ukur: realisation is typed on it; it is there when an indikator has a kind that names it.
        tanpa_cek: it holds no checks, so that the sheet of the checks can ask all others for theirs.
        bersama: agreements may have it in common; not so what shows who signs.
    """

    kata: Kata
    build: Callable[..., Bagian]
    tampak: tuple[str, ...] = ()
    petik: Petik = lambda _: ()
    ukur: bool = False
    tanpa_cek: bool = False
    bersama: bool = True
    ingatan: Ingatan[tuple[Tampak, tuple[Any, ...]], Bagian] = field(
        default_factory=Ingatan, init=False, repr=False, compare=False
    )

    def make(self, s: Susunan) -> Bagian:
        """The sheet; agreements that agree in all that it shows have one in common.

        What has something typed in is not remembered: no two workbooks have that in common.
        """
        b = s.bahan.show(*self.tampak)
        milik = (s.list_terukur(self.kata.nama),) if self.ukur else ()
        lain: tuple[Any, ...] = (*milik, *self.petik(s))
        if b.isi or not self.bersama:
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
        tanpa_cek=True,
    ),
    JenisLembar(pernyataan.KATA, pernyataan.build_pernyataan, petik=lambda s: (s.bahan,), bersama=False),
    JenisLembar(
        lampiran.KATA,
        lampiran.build_lampiran,
        ("sasaran", "program"),
        lambda s: (s.get(anggaran.KATA.nama).hasil[anggaran.JUMLAH_PERJANJIAN],),
    ),
    JenisLembar(rumusan.KATA, rumusan.build_rumusan, ("sasaran", "lke")),
    JenisLembar(rencana_aksi.KATA, rencana_aksi.build_rencana_aksi, ("sasaran",)),
    JenisLembar(skm.KATA, skm.build_skm, ukur=True),
    JenisLembar(sakip.KATA, sakip.build_sakip, ("lke",), ukur=True),
    JenisLembar(manfaat.KATA, manfaat.build_manfaat, petik=lambda s: (s.bahan.pk.kecamatan.sebutan_desa,), ukur=True),
    JenisLembar(trantibum.KATA, trantibum.build_trantibum, ukur=True),
    JenisLembar(indikator.KATA, indikator.build_indikator, ukur=True),
    JenisLembar(anggaran.KATA, anggaran.build_anggaran, ("program", "anggaran_tercantum")),
    JenisLembar(triwulan.KATA, triwulan.build_triwulan, ("sasaran", "cara"), lambda s: (s.list_ukur(),)),
    JenisLembar(
        capaian.KATA,
        capaian.build_capaian,
        ("sasaran", "cara"),
        lambda s: (s.list_ukur(), s.get(anggaran.KATA.nama).hasil[anggaran.REALISASI_ANGGARAN]),
    ),
    JenisLembar(cek.KATA, cek.build_cek, petik=lambda s: (s.list_cek(), s.bahan.list_temuan()), tanpa_cek=True),
    JenisLembar(rujukan.KATA, rujukan.build_rujukan, ("lke", "cara"), lambda s: (s.jenis,), tanpa_cek=True),
)
"""Every sheet in the order of the workbook, but for the hidden one (`identitas`), which tells of all of them."""
