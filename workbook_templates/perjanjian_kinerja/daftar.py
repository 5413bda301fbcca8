"""The sheets of the workbook: one row a sheet, and how they are put together.

A new sheet is a module in `lembar/` with its words (`KATA`) and its `build_…`, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from kinerja.perjanjian.jenis import JENIS, JenisIndikator
from kinerja.rumus.tahun import TRIWULAN
from kinerja.workbook.sama import Ingatan
from workbook_templates.perjanjian_kinerja.bahan import Bahan, Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar import (
    anggaran,
    capaian,
    cek,
    grafik,
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
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, BarisCek, Kata, name_lembar

_TERUKUR: Ingatan[tuple[object, ...], tuple[Terukur, ...]] = Ingatan()


class Susunan:
    """The sheets of one workbook; each is built when it is first asked for, so that they may show each other."""

    def __init__(self, bahan: Bahan) -> None:
        self.bahan = bahan
        self.jenis: tuple[JenisIndikator, ...] = _list_jenis(bahan)
        self.lembar = {
            name_lembar(x.kata.nama, milik[0].urut if x.ukur and milik else 1): (x, milik)
            for x in LEMBAR
            for milik in (self._list_milik(x) if x.ukur else ((),))
        }
        self._jadi: dict[str, Bagian] = {}

    def get(self, nama: str) -> Bagian:
        """The sheet of that name."""
        jadi = self._jadi.get(nama)
        if jadi is None:
            lembar, milik = self.lembar[nama]
            jadi = self._jadi[nama] = lembar.make(self, milik)
        return jadi

    def list_bagian(self) -> tuple[Bagian, ...]:
        """All sheets, in the order of the workbook."""
        return tuple(self.get(nama) for nama in self.lembar)

    def list_ukur(self) -> tuple[Bagian, ...]:
        """The sheets on which realisation is typed; together they measure every indikator."""
        ukur = tuple(self.get(nama) for nama, (x, _) in self.lembar.items() if x.ukur)
        lupa = set(range(len(self.bahan.pk.indikator))) - {n for satu in ukur for n in satu.realisasi}
        if lupa:
            jenis = {self.bahan.pk.indikator[n].jenis.kode for n in lupa}
            raise ValueError(f"no sheet measures {jenis}: see `lembar` of their rows in kinerja.perjanjian.jenis")
        return ukur

    def list_cek(self) -> tuple[BarisCek, ...]:
        """The checks of all sheets but those that sum up the others."""
        return tuple(baris for nama, (x, _) in self.lembar.items() if not x.tanpa_cek for baris in self.get(nama).cek)

    def list_kata(self) -> tuple[Kata, ...]:
        """The words of the sheets behind the first."""
        semua = ((nama, x.kata, milik) for nama, (x, milik) in self.lembar.items())
        return tuple(
            replace(kata, nama=nama, isi=f"{milik[0].sebutan}. {kata.isi}" if milik and milik[0].sebutan else kata.isi)
            for nama, kata, milik in semua
        )[1:]

    def _list_milik(self, x: JenisLembar) -> tuple[tuple[Terukur, ...], ...]:
        """What each sheet of a kind measures: all in one, or a sheet for each indikator and each survey of the year."""
        semua = [(n, i) for n, i in enumerate(self.bahan.pk.indikator) if i.jenis.lembar == x.kata.nama]
        polos = [Terukur.from_indikator(n, i) for n, i in semua]
        if x.bersama_semua:
            return (_share((x.kata.nama, tuple(polos))),) if polos else ()
        sendiri = [(t, ke) for t in polos for ke in range(t.indikator.kali)]
        return tuple(
            _share((x.kata.nama, (t._replace(urut=urut, sebutan=_name(t, ke) if len(sendiri) > 1 else ""),)))
            for urut, (t, ke) in enumerate(sendiri, start=1)
        )


def _share(kunci: tuple[str, tuple[Terukur, ...]]) -> tuple[Terukur, ...]:
    """The same object for equal indikator, so that memories compare them at a glance."""
    return _TERUKUR.recall(kunci, lambda: kunci[1])


def _name(t: Terukur, ke: int) -> str:
    """An indikator, and which of its surveys."""
    waktu = {2: "semester", 4: "triwulan"}.get(t.indikator.kali)
    return f"{t.indikator.nama}, {waktu} {TRIWULAN[ke]}" if waktu else t.indikator.nama


def _to_deret(hasil: Any) -> tuple[Any, ...]:
    """What a name shows; of one cell it is no list."""
    return tuple(hasil) if isinstance(hasil, list) else (hasil,)


def _pick_belanja(s: Susunan) -> tuple[Any, Any]:
    """What was spent in the year so far, and in its last quarter."""
    hasil = s.get(anggaran.KATA.nama).hasil
    sekian, akhir = (hasil[nama] for nama in capaian.BELANJA)
    return sekian, akhir


Petik = Callable[[Susunan], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class JenisLembar:
    """One sheet of the workbook.

    Attributes:
        build: makes it of what it may see and of what `petik` gives.
        tampak: fields of the agreement that it shows.
        petik: what else it shows: of the whole material, of other sheets; given after the indikator that it measures.
        ukur: realisation is typed on it; it is there when an indikator has a kind that names it, once for each.
        bersama_semua: once for all of them.
        tanpa_cek: it holds no checks, so that the sheet of the checks can ask all others for theirs.
        bersama: agreements may have it in common; not so what shows who signs.
    """

    kata: Kata
    build: Callable[..., Bagian]
    tampak: tuple[str, ...] = ()
    petik: Petik = lambda _: ()
    ukur: bool = False
    bersama_semua: bool = False
    tanpa_cek: bool = False
    bersama: bool = True
    ingatan: Ingatan[tuple[Tampak, tuple[Any, ...]], Bagian] = field(
        default_factory=Ingatan, init=False, repr=False, compare=False
    )

    def make(self, s: Susunan, terukur: tuple[Terukur, ...]) -> Bagian:
        """The sheet; agreements that agree in all that it shows have one in common.

        What has something typed in is not remembered: no two workbooks have that in common.
        """
        b = s.bahan.show(*self.tampak)
        lain: tuple[Any, ...] = (*((terukur,) if self.ukur else ()), *self.petik(s))
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
        ("sasaran", "program", "semula", "tanda_tangan_lampiran"),
        lambda s: (s.get(anggaran.KATA.nama).hasil[anggaran.JUMLAH_PERJANJIAN],),
    ),
    JenisLembar(rumusan.KATA, rumusan.build_rumusan, ("sasaran", "lke")),
    JenisLembar(rencana_aksi.KATA, rencana_aksi.build_rencana_aksi, ("sasaran",)),
    JenisLembar(skm.KATA, skm.build_skm, ukur=True),
    JenisLembar(sakip.KATA, sakip.build_sakip, ("lke",), ukur=True),
    JenisLembar(manfaat.KATA, manfaat.build_manfaat, petik=lambda s: (s.bahan.pk.kecamatan.sebutan_desa,), ukur=True),
    JenisLembar(trantibum.KATA, trantibum.build_trantibum, ukur=True),
    JenisLembar(indikator.KATA, indikator.build_indikator, ukur=True, bersama_semua=True),
    JenisLembar(anggaran.KATA, anggaran.build_anggaran, ("program", "anggaran_tercantum")),
    JenisLembar(triwulan.KATA, triwulan.build_triwulan, ("sasaran", "cara"), lambda s: (s.list_ukur(),)),
    JenisLembar(
        capaian.KATA,
        capaian.build_capaian,
        ("sasaran", "cara"),
        lambda s: (s.list_ukur(), _pick_belanja(s)),
    ),
    JenisLembar(
        grafik.KATA,
        grafik.build_grafik,
        ("sasaran", "cara"),
        lambda s: tuple(_to_deret(s.get(capaian.KATA.nama).hasil[nama]) for nama in capaian.PETIK),
    ),
    JenisLembar(cek.KATA, cek.build_cek, petik=lambda s: (s.list_cek(), s.bahan.list_temuan()), tanpa_cek=True),
    JenisLembar(rujukan.KATA, rujukan.build_rujukan, ("lke", "cara"), lambda s: (s.jenis,), tanpa_cek=True),
)
"""Every sheet in the order of the workbook, but for the hidden one (`identitas`), which tells of all of them."""
