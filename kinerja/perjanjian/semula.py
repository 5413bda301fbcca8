"""A perubahan beside the murni that it changes: which of its rows are the murni's, by what they are.

A programme is known by its code, then by its name, an indikator by its sasaran and name, then by its name; where they
stand in the list says nothing, unless several are alike in all that they are known by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from kinerja.errors import DataError, MasukanError
from kinerja.judul import normalize_judul
from kinerja.kode import POHON, read_kode
from kinerja.nomenklatur import normalize_nama
from kinerja.perjanjian.model import Indikator, JenisPerjanjian, PerjanjianKinerja, Program, Sasaran, Semula

T = TypeVar("T")
Kunci = Callable[[T], Hashable]
"""By what a row is known; None where it cannot be known by that."""


def change_jenis(pk: PerjanjianKinerja, jenis: JenisPerjanjian) -> PerjanjianKinerja:
    """The agreement as one of the other kind, whose date nobody knows yet: it was signed on another day."""
    return pk if pk.jenis is jenis else replace(pk, jenis=jenis, tanggal=None)


def check_perubahan(semua: Sequence[PerjanjianKinerja]) -> None:
    """Refuse agreements that change no other.

    Raises:
        MasukanError: one of them is no perubahan.
    """
    if any(pk.jenis is not JenisPerjanjian.PERUBAHAN for pk in semua):
        saran = "Tulis jenis perubahan di data induk, atau tambahkan --jenis perubahan pada kinerja buat."
        raise MasukanError("--semula hanya untuk perjanjian perubahan.", saran=saran)


def attach_semula(
    perubahan: Sequence[PerjanjianKinerja], murni: Sequence[PerjanjianKinerja], sumber: str
) -> list[PerjanjianKinerja]:
    """Each perubahan with the murni of its kecamatan.

    Args:
        sumber: where the murni are from, for messages.

    Raises:
        DataError: its murni is not there, is of another year, or is a perubahan itself.
    """
    if any(pk.jenis is not JenisPerjanjian.MURNI for pk in murni):
        raise DataError("Data untuk --semula bukan perjanjian murni.", tempat=sumber, saran="Pakai data murninya.")
    menurut_kode = {pk.kecamatan.kode: pk for pk in murni}
    if hilang := [pk.kecamatan.sebutan for pk in perubahan if pk.kecamatan.kode not in menurut_kode]:
        lebih = f", dan {len(hilang) - 1} lagi," if len(hilang) > 1 else ""
        pesan = f"Kecamatan {hilang[0]}{lebih} tidak ada dalam data murni."
        raise DataError(pesan, tempat=sumber, saran="Pakai data murni kecamatan itu, atau pilih dengan --kecamatan.")
    return [_attach(pk, menurut_kode[pk.kecamatan.kode], sumber) for pk in perubahan]


def _attach(pk: PerjanjianKinerja, murni: PerjanjianKinerja, sumber: str) -> PerjanjianKinerja:
    if pk.tahun != murni.tahun:
        pesan = f"Data murni bertahun {murni.tahun}, sedangkan perubahannya {pk.tahun}."
        raise DataError(pesan, tempat=sumber, saran="Pakai data murni tahun yang sama.")
    lama = murni.indikator
    indikator = match_baris(_pair(pk), _pair(murni), (_name_sama, _name_bersasaran, _name_utuh, _name_indikator))
    program = match_baris(pk.program, murni.program, (_know_sama, _know_skpd, _know_utuh, _know_kode, _know_nama))
    dicabut = set(range(len(lama))) - set(indikator)
    sasaran = [s.uraian for s in murni.sasaran for _ in s.indikator]
    return replace(
        pk,
        semula=Semula(
            tuple(None if n is None else lama[n] for n in indikator),
            tuple(None if n is None else murni.program[n] for n in program),
            tuple(None if n is None else sasaran[n] for n in indikator),
            _list_dicabut(pk, murni, dicabut),
            tuple(p for n, p in enumerate(murni.program) if n not in program),
            murni.tanggal,
        ),
    )


def match_baris(baru: Sequence[T], lama: Sequence[T], kunci: Sequence[Kunci[T]]) -> list[int | None]:
    """For each new row the number of the old one that it is, by each key in turn; no old row is two.

    >>> match_baris("baC", "abc", [str, str.lower]), match_baris("aa", "a", [str])
    ([1, 0, 2], [0, None])
    """
    hasil: list[int | None] = [None] * len(baru)
    sisa = dict(enumerate(lama))
    for know in kunci:
        ada: defaultdict[Hashable, list[int]] = defaultdict(list)
        for n, satu in sisa.items():
            ada[know(satu)].append(n)
        for n, satu in enumerate(baru):
            if hasil[n] is None and (k := know(satu)) is not None and ada[k]:
                hasil[n] = ada[k].pop(0)
                del sisa[hasil[n]]  # type: ignore[arg-type]
    return hasil


def _list_dicabut(pk: PerjanjianKinerja, murni: PerjanjianKinerja, nomor: set[int]) -> tuple[Sasaran, ...]:
    """The murni's indikator of these numbers under their sasaran, spelled as in the perubahan where it has them."""
    ejaan = {normalize_judul(s.uraian): s.uraian for s in pk.sasaran}
    hasil: dict[str, tuple[Indikator, ...]] = {}
    mulai = 0
    for s in murni.sasaran:
        uraian = ejaan.get(normalize_judul(s.uraian), s.uraian)
        milik = tuple(i for n, i in enumerate(s.indikator, mulai) if n in nomor)
        mulai += len(s.indikator)
        if milik:
            hasil[uraian] = hasil.get(uraian, ()) + milik
    return tuple(Sasaran(uraian, milik) for uraian, milik in hasil.items())


def _pair(pk: PerjanjianKinerja) -> list[tuple[str, Indikator]]:
    """Each indikator with its sasaran."""
    return [(s.uraian, i) for s in pk.sasaran for i in s.indikator]


def _name_indikator(x: tuple[str, Indikator]) -> Hashable:
    return normalize_judul(x[1].nama)


def _name_utuh(x: tuple[str, Indikator]) -> Hashable:
    return x[1].jenis.kode, normalize_judul(x[1].satuan), _name_indikator(x)


def _name_bersasaran(x: tuple[str, Indikator]) -> Hashable:
    return normalize_judul(x[0]), _name_utuh(x)


def _name_sama(x: tuple[str, Indikator]) -> Hashable:
    """Of several alike, the one whose target did not change."""
    return x[1].target, _name_bersasaran(x)


def _know_kode(p: Program) -> Hashable:
    """A whole code; a programme's bare number alone says too little."""
    kode = read_kode(p.kode or "")
    return kode.baku if kode.jenis in POHON else None


def _know_skpd(p: Program) -> Hashable:
    """The code with that of whose budget it is in."""
    kode = read_kode(p.kode or "")
    return (kode.skpd, kode.baku) if kode.skpd and kode.jenis in POHON else None


def _know_sama(p: Program) -> Hashable:
    """Of several alike, the one whose budget did not change."""
    return p.anggaran, p.kode, normalize_nama(p.nama)


def _know_nama(p: Program) -> Hashable:
    return normalize_nama(p.nama) or None


def _know_utuh(p: Program) -> Hashable:
    return (read_kode(p.kode).baku, normalize_nama(p.nama)) if p.kode else None
