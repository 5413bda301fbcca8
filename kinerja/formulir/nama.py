"""Names that a form may hold in braces, `{{kecamatan.nama}}`: what each means, and what it is for an agreement.

Names only: no expressions, no code. Of a list (`program`, `sasaran`, `indikator`, `kegiatan`, `rencana_aksi`) a name
stands in the row that is repeated for its items; with a number, `{{indikator.2.target}}`, it may stand anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from kinerja.bilangan import format_rupiah, write_angka
from kinerja.dekat import suggest
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.tahun import TRIWULAN
from kinerja.rumus.target import Target
from kinerja.rumus.terbilang import terbilang

NAMA = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""A name in braces."""
_ISIAN = re.compile(r"isian_[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_BERNOMOR = re.compile(r"([a-z_]+)\.([1-9][0-9]{0,2})\.([a-z0-9_]+)")
MAKS_NAMA = 60
"""Letters of a name."""

Nilai = Decimal | Target | str | int | float | None
"""What a name is worth; None is not known yet."""


class Butir(NamedTuple):
    """One item of a list: its number from 1, itself, whose it is, and whether it is the first of those."""

    nomor: int
    isi: Any
    induk: Any = None
    awal: bool = True


@dataclass(frozen=True, slots=True)
class Bidang:
    """What may be asked of an agreement, or of an item of a list.

    Attributes:
        arti: a few words for whoever makes the form.
        read: gives the value of a `PerjanjianKinerja`, or of a `Butir`.
        isian: the end of the input's name where the value is not known yet and the kecamatan may type it; empty where
            it stays blank.
        uang: rupiah, which a text shows as such.
    """

    arti: str
    read: Callable[[Any], Nilai]
    isian: str = ""
    uang: bool = False


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list: what its items are called, the items of an agreement, and what may be asked of each."""

    sebutan: str
    list_butir: Callable[[PerjanjianKinerja], Sequence[Butir]]
    bidang: Mapping[str, Bidang]


def _list_indikator(pk: PerjanjianKinerja) -> list[Butir]:
    semua = [(s, i, n == 0) for s in pk.sasaran for n, i in enumerate(s.indikator)]
    return [Butir(nomor, i, s, awal) for nomor, (s, i, awal) in enumerate(semua, start=1)]


def _list_kegiatan(pk: PerjanjianKinerja) -> list[Butir]:
    semua = [(d, k, n == 0) for d in pk.daftar for n, k in enumerate(d.kegiatan)]
    return [Butir(nomor, k, d, awal) for nomor, (d, k, awal) in enumerate(semua, start=1)]


def _list_aksi(pk: PerjanjianKinerja) -> list[Butir]:
    semua = [(i, a, n == 0) for i in pk.indikator for n, a in enumerate(i.aksi)]
    return [Butir(nomor, a, i, awal) for nomor, (i, a, awal) in enumerate(semua, start=1)]


def _number(semua: Sequence[Any]) -> list[Butir]:
    return [Butir(nomor, satu) for nomor, satu in enumerate(semua, start=1)]


def _ask_triwulan(n: int) -> Bidang:
    """The target of a quarter, from 1."""
    return Bidang(f"target triwulan {TRIWULAN[n - 1]}", lambda b: b.isi.triwulan[n - 1], f"target_triwulan_{n}")


_NOMOR = Bidang("nomor urut", lambda b: b.nomor)
DAFTAR: Mapping[str, Daftar] = {
    "sasaran": Daftar(
        "sasaran",
        lambda pk: _number(pk.sasaran),
        {"nomor": _NOMOR, "uraian": Bidang("uraian sasaran", lambda b: b.isi.uraian)},
    ),
    "indikator": Daftar(
        "indikator",
        _list_indikator,
        {
            "nomor": _NOMOR,
            "nama": Bidang("nama indikator", lambda b: b.isi.nama),
            "satuan": Bidang("satuan", lambda b: b.isi.satuan),
            "target": Bidang("target tahun ini", lambda b: b.isi.target, "target"),
            **{f"target_{n}": _ask_triwulan(n) for n in range(1, len(TRIWULAN) + 1)},
            "huruf": Bidang("huruf di depan target, misalnya B", lambda b: b.isi.target_huruf),
            "lalu": Bidang("realisasi tahun lalu", lambda b: b.isi.lalu, "lalu"),
            "renstra": Bidang("target akhir Renstra", lambda b: b.isi.renstra, "renstra"),
            "program": Bidang("kode program pendukung", lambda b: b.isi.program),
            "penjelasan": Bidang("penjelasan rumusan", lambda b: b.isi.penjelasan or None),
            "sasaran": Bidang("uraian sasarannya, di setiap baris", lambda b: b.induk.uraian),
            "sasaran_sekali": Bidang(
                "uraian sasarannya, hanya di baris pertama sasaran itu", lambda b: b.induk.uraian if b.awal else ""
            ),
        },
    ),
    "program": Daftar(
        "program",
        lambda pk: _number(pk.program),
        {
            "nomor": _NOMOR,
            "kode": Bidang("kode program", lambda b: b.isi.kode),
            "nama": Bidang("nama program", lambda b: b.isi.nama),
            "anggaran": Bidang("anggaran (Rp)", lambda b: b.isi.anggaran, "perjanjian", uang=True),
            "keterangan": Bidang("keterangan", lambda b: b.isi.keterangan or None),
        },
    ),
    "kegiatan": Daftar(
        "kegiatan",
        _list_kegiatan,
        {
            "nomor": _NOMOR,
            "uraian": Bidang("uraian kegiatan", lambda b: b.isi.uraian),
            "target": Bidang("target", lambda b: b.isi.target, "target"),
            "satuan": Bidang("satuan target, misalnya KK", lambda b: b.induk.satuan),
            "kelurahan": Bidang("kelurahan", lambda b: b.isi.kelurahan),
            "daftar": Bidang("nama daftar kegiatannya", lambda b: b.induk.nama),
        },
    ),
    "rencana_aksi": Daftar(
        "rencana aksi",
        _list_aksi,
        {
            "nomor": _NOMOR,
            "uraian": Bidang("langkah rencana aksi", lambda b: b.isi.uraian),
            "program": Bidang("program atau kegiatan", lambda b: b.isi.program),
            "anggaran": Bidang("anggaran (Rp)", lambda b: b.isi.anggaran, uang=True),
            "pelaksana": Bidang("pelaksana", lambda b: b.isi.pelaksana),
            "indikator": Bidang("nama indikatornya", lambda b: b.induk.nama),
        },
    ),
}
"""The lists of an agreement."""


def _sum_anggaran(pk: PerjanjianKinerja) -> Decimal | None:
    semua = [p.anggaran for p in pk.program]
    return sum((a for a in semua if a is not None), Decimal(0)) if None not in semua else None


def _spell_anggaran(pk: PerjanjianKinerja) -> str | None:
    jumlah = _sum_anggaran(pk)
    return None if jumlah is None else f"{terbilang(jumlah.normalize())} rupiah"


TUNGGAL: Mapping[str, Bidang] = {
    "tahun": Bidang("tahun perjanjian", lambda pk: pk.tahun),
    "jenis": Bidang("murni atau perubahan", lambda pk: str(pk.jenis)),
    "kecamatan.nama": Bidang("nama kecamatan", lambda pk: pk.kecamatan.nama),
    "kecamatan.nama_kapital": Bidang("nama kecamatan dengan huruf kapital", lambda pk: pk.kecamatan.nama.upper()),
    "kecamatan.kode": Bidang("kode kecamatan", lambda pk: pk.kecamatan.kode),
    "kecamatan.kabkota": Bidang("kabupaten atau kota", lambda pk: pk.kecamatan.kabkota),
    "kecamatan.kabkota_kapital": Bidang(
        "kabupaten atau kota dengan huruf kapital", lambda pk: pk.kecamatan.kabkota.upper()
    ),
    "kecamatan.provinsi": Bidang("provinsi", lambda pk: pk.kecamatan.provinsi),
    "kecamatan.alamat": Bidang("alamat kantor", lambda pk: pk.alamat, "isian_alamat"),
    "pihak_pertama.nama": Bidang("nama camat", lambda pk: pk.pihak_pertama.nama, "isian_camat_nama"),
    "pihak_pertama.jabatan": Bidang("jabatan pihak pertama", lambda pk: pk.pihak_pertama.jabatan),
    "pihak_pertama.pangkat": Bidang("pangkat camat", lambda pk: pk.pihak_pertama.pangkat, "isian_camat_pangkat"),
    "pihak_pertama.nip": Bidang("NIP camat", lambda pk: pk.pihak_pertama.nip, "isian_camat_nip"),
    "pihak_kedua.nama": Bidang("nama atasan", lambda pk: pk.pihak_kedua.nama, "isian_atasan_nama"),
    "pihak_kedua.jabatan": Bidang("jabatan atasan", lambda pk: pk.pihak_kedua.jabatan),
    "pihak_kedua.pangkat": Bidang("pangkat atasan", lambda pk: pk.pihak_kedua.pangkat),
    "pihak_kedua.nip": Bidang("NIP atasan", lambda pk: pk.pihak_kedua.nip),
    "tempat": Bidang("tempat penandatanganan", lambda pk: pk.tempat, "isian_tempat"),
    "tanggal": Bidang("tanggal seperti tercetak, misalnya Januari 2024", lambda pk: pk.tanggal, "isian_tanggal"),
    "anggaran.jumlah": Bidang("jumlah anggaran semua program (Rp)", _sum_anggaran, uang=True),
    "anggaran.terbilang": Bidang("jumlah itu dengan huruf, dengan kata rupiah", _spell_anggaran),
}
"""What an agreement has once."""


@dataclass(frozen=True, slots=True)
class NamaForm:
    """A name as it stands in a form.

    Attributes:
        teks: the name itself, in small letters.
        daftar: key of its list in `DAFTAR`; empty for what an agreement has once, and for inputs.
        bidang: key in the list's `bidang` or in `TUNGGAL`; of an input its name, `isian_…`.
        nomor: which item, from 1; None for that of the row.
    """

    teks: str
    daftar: str
    bidang: str
    nomor: int | None = None

    @property
    def berulang(self) -> bool:
        """Whether its row is repeated."""
        return bool(self.daftar) and self.nomor is None

    @property
    def isian(self) -> bool:
        """Whether it marks a cell in which the kecamatan types."""
        return self.bidang.startswith(AWALAN_ISIAN)

    def find_butir(self, semua: Mapping[str, Sequence[Butir]], butir: Butir | None = None) -> Butir | None:
        """The item that it speaks of: that of its row, or of its number among all of its list, if there are as many."""
        if self.nomor is None:
            return butir
        return next(iter(semua[self.daftar][self.nomor - 1 : self.nomor]), None)

    def get_bidang(self) -> Bidang | None:
        """What it asks for; None for an input."""
        return (DAFTAR[self.daftar].bidang if self.daftar else TUNGGAL).get(self.bidang)


def parse_nama(teks: str) -> NamaForm | None:
    """A name without its braces; None where nobody knows it.

    >>> parse_nama("Indikator.2.target")
    NamaForm(teks='indikator.2.target', daftar='indikator', bidang='target', nomor=2)
    >>> parse_nama("indikator.0.target"), parse_nama("program.namaa")
    (None, None)
    """
    teks = teks.strip().casefold()
    if len(teks) > MAKS_NAMA:
        return None
    if teks in TUNGGAL or _ISIAN.fullmatch(teks):
        return NamaForm(teks, "", teks)
    if cocok := _BERNOMOR.fullmatch(teks):
        daftar, nomor, bidang = cocok[1], int(cocok[2]), cocok[3]
    else:
        (daftar, _, bidang), nomor = teks.partition("."), None
    if daftar in DAFTAR and bidang in DAFTAR[daftar].bidang:
        return NamaForm(teks, daftar, bidang, nomor)
    return None


def list_nama() -> Iterator[tuple[str, str]]:
    """All names but those of inputs, each with what it means."""
    yield from ((nama, b.arti) for nama, b in TUNGGAL.items())
    for nama, daftar in DAFTAR.items():
        yield from ((f"{nama}.{kunci}", b.arti) for kunci, b in daftar.bidang.items())


def suggest_nama(teks: str) -> str:
    """The advice about a name that nobody knows.

    >>> suggest_nama("kecamatan.nam")
    'Mungkin maksudnya {{kecamatan.nama}}.'
    """
    lain = "Semua nama: kinerja templat contoh."
    return suggest(teks, (nama for nama, _ in list_nama()), lain, write=lambda nama: f"{{{{{nama}}}}}")


def read_nilai(
    nama: NamaForm, pk: PerjanjianKinerja, semua: Mapping[str, Sequence[Butir]], butir: Butir | None = None
) -> Nilai:
    """What a name that is no input is worth; an empty text where its list has no such item.

    Args:
        semua: the items of all lists; `butir` is that of the row.
    """
    bidang = nama.get_bidang()
    assert bidang is not None
    if not nama.daftar:
        return bidang.read(pk)
    satu = nama.find_butir(semua, butir)
    return "" if satu is None else bidang.read(satu)


def write_nilai(nilai: Nilai, bidang: Bidang) -> str:
    """A value inside a text.

    >>> write_nilai(Decimal("15435519078.00"), TUNGGAL["anggaran.jumlah"]), write_nilai(None, TUNGGAL["tempat"])
    ('Rp15.435.519.078', '')
    """
    if nilai is None:
        return ""
    if bidang.uang and isinstance(nilai, Decimal):
        return format_rupiah(nilai)
    return write_angka(nilai) if isinstance(nilai, Decimal) else str(nilai)
