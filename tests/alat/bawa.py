"""Fillings carried over to revised agreements, and where each value must be then, told from the agreements alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from kinerja.kumpul.bawa import Bawaan, carry_isian
from kinerja.perjanjian import jenis
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.isian import Isian, read_isian
from kinerja.perjanjian.kembali.peta import stay
from kinerja.perjanjian.model import Indikator, JenisPerjanjian, PerjanjianKinerja, Program, Sasaran
from kinerja.workbook.eksak import to_eksak
from kinerja.workbook.layout import Matriks
from kinerja.workbook.press.mesin import Mesin
from tests.alat.jujur import draw_jujur
from tests.contoh import angka
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

Letak = tuple[str, int, int]
"""Name of a block, row and column in it."""
Letakan = dict[Letak, Any]


@cache
def _get_mesin() -> Mesin:
    return Mesin(None)


def render(bahan: Bahan) -> bytes:
    """The workbook, as it is issued."""
    return _get_mesin().render(build_perjanjian(bahan))


def read(isi: bytes) -> tuple[BukuUtuh, Isian]:
    """A workbook that serves as its own issue, and what was typed into it."""
    buku = read_buku(isi, "buku.xlsx")
    return buku, read_isian(buku, buku, stay(buku))


def carry(lama: Bahan, baru: Bahan) -> Bawaan:
    """From a filled workbook to a blank one."""
    return carry_isian(*read(render(lama)), read_buku(render(replace(baru, isi={})), "baru.xlsx"))


def list_letak(isi: Mapping[str, Matriks]) -> Letakan:
    """The values of blocks by their places, exact."""
    return {
        (nama, r, c): to_eksak(nilai)
        for nama, matriks in isi.items()
        for r, baris in enumerate(matriks)
        for c, nilai in enumerate(baris)
        if nilai is not None
    }


@dataclass(frozen=True)
class Revisi:
    """An agreement and what became of it: rows and indikator by their new numbers, from 0, without those dropped.

    Attributes:
        kegiatan: rows of the lists of activities, by key of the list.
    """

    lama: Bahan
    baru: Bahan
    program: Mapping[int, int]
    indikator: Mapping[int, int]
    kegiatan: Mapping[str, Mapping[int, int]]

    def find(self, letak: Letak) -> Letak | None:
        """Where a value must be in the new workbook; None where its row or indikator was dropped."""
        nama, r, c = letak
        if nama.startswith("isian_anggaran_"):
            return (nama, self.program[r], c) if r in self.program else None
        if cocok := re.fullmatch(r"isian_indikator_([0-9]+)_(.*)", nama):
            n = self.indikator.get(int(cocok[1]) - 1)
            return None if n is None else (f"isian_indikator_{n + 1}_{cocok[2]}", r, c)
        if nama.startswith("isian_triwulan_"):
            n = self.indikator.get(r // 4)
            return None if n is None else (nama, 4 * n + r % 4, c)
        if cocok := re.fullmatch(r"isian_(skm|sakip|manfaat|trantibum)_(?:([0-9]+)_)?(.*)", nama):
            return self._find_ukur(cocok[1], int(cocok[2] or 1), cocok[3], (r, c))
        return letak

    def _find_ukur(self, lembar: str, urut: int, apa: str, tempat: tuple[int, int]) -> Letak | None:
        """Of a sheet that measures one indikator."""
        nomor, ke = _list_ukur(self.lama.pk, lembar)[urut - 1]
        baru = self.indikator.get(nomor)
        r: int | None = tempat[0]
        if lembar == "manfaat":
            baris = self.kegiatan.get(apa.rpartition("_")[0], {})
            r = baris.get(tempat[0]) if baris else tempat[0]
        if baru is None or r is None:
            return None
        kini = _list_ukur(self.baru.pk, lembar).index((baru, ke)) + 1
        return f"isian_{lembar}_{f'{kini}_' if kini > 1 else ''}{apa}", r, tempat[1]


def _list_ukur(pk: PerjanjianKinerja, lembar: str) -> list[tuple[int, int]]:
    """The sheets of a kind: number of the indikator, which of its surveys."""
    semua = [(n, i) for n, i in enumerate(pk.indikator) if i.jenis.lembar.lower() == lembar]
    return [(n, ke) for n, i in semua for ke in range(i.kali)]


def draw_lama(benih: int) -> Bahan:
    """A filling of an agreement whose indikator have names of their own."""
    bahan = draw_jujur(benih, 1 + benih % 4).bahan
    nomor = iter(range(len(bahan.pk.indikator)))
    sasaran = tuple(
        replace(s, indikator=tuple(replace(i, nama=f"{i.nama} ke-{next(nomor) + 1}") for i in s.indikator))
        for s in bahan.pk.sasaran
    )
    return replace(bahan, pk=replace(bahan.pk, sasaran=sasaran))


def draw_revisi(benih: int) -> Revisi:
    """A perubahan: programmes and indikator in another order, some dropped, renamed or new; activities likewise."""
    acak, lama = Random(benih), draw_lama(benih)
    urut_program = _shuffle(acak, len(lama.pk.program), buang=len(lama.pk.program) > 1)
    program = [lama.pk.program[n] for n in urut_program]
    program[0] = replace(program[0], nama=f"{program[0].nama} DAN LAINNYA")
    program.insert(acak.randint(0, len(program)), Program("7.01.99", "PROGRAM BARU", Decimal(1)))
    urut = _shuffle(acak, len(lama.pk.indikator), buang=len(lama.pk.indikator) > 2)
    kegiatan: dict[str, dict[int, int]] = {}
    indikator = [_revise_daftar(acak, lama.pk.indikator[n], kegiatan) for n in urut]
    indikator[0] = replace(indikator[0], nama=f"  {indikator[0].nama.upper()}.".replace(" ke", "  KE").strip())
    indikator.append(Indikator("Hal yang baru", jenis.NILAI, "dokumen", angka(3)))
    kode = {p.kode: n for n, p in enumerate(program)}
    pk = replace(
        lama.pk,
        jenis=JenisPerjanjian.PERUBAHAN,
        program=tuple(program),
        anggaran_tercantum=None,
        sasaran=tuple(Sasaran(f"Hal {n}", tuple(indikator[n : n + 2])) for n in range(0, len(indikator), 2)),
    )
    tetap = {n: kode[p.kode] for n, p in enumerate(lama.pk.program) if p.kode in kode}
    return Revisi(lama, replace(lama, pk=pk, isi={}), tetap, {dulu: kini for kini, dulu in enumerate(urut)}, kegiatan)


def _shuffle(acak: Random, banyak: int, *, buang: bool) -> list[int]:
    urut = list(range(banyak))
    acak.shuffle(urut)
    return urut[1:] if buang and acak.random() < 0.6 else urut


def _revise_daftar(acak: Random, i: Indikator, kegiatan: dict[str, dict[int, int]]) -> Indikator:
    """Activities that the issuer names, in another order and perhaps without one; spare rows stay free."""
    daftar = []
    for d in i.daftar:
        urut: Sequence[int] = _shuffle(acak, len(d.kegiatan), buang=len(d.kegiatan) > 2)
        if d.kegiatan:
            kegiatan[d.kunci] = {dulu: kini for kini, dulu in enumerate(urut)}
        daftar.append(replace(d, kegiatan=tuple(d.kegiatan[n] for n in urut), total_tercantum=None))
    return replace(i, daftar=tuple(daftar))
