"""Seeded faults and changed roles: each makes a table that the other side, or its own figures, contradict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from tests.alat.anggaran.baris import Baris
from tests.alat.anggaran.pohon import Simpul, Uang
from tests.alat.anggaran.tabel import Tabel

Letak = tuple[int, list[Baris]]
"""A row from 0, and what stands in its place."""


def spoil(tabel: Tabel, jenis: str, acak: Random) -> Tabel | None:
    """The table with one fault of this kind; None where it has no row for it."""
    calon = list(SALAH[jenis](tabel, acak))
    if not calon:
        return None
    n, ganti = acak.choice(calon)
    return replace(tabel, baris=(*tabel.baris[:n], *ganti, *tabel.baris[n + 1 :]))


def _shift(uang: Uang, acak: Random) -> Uang:
    """By a sen, a rupiah, a thousand, or a digit too many."""
    tambah = acak.choice((1, -1, 100, 100_000, 9 * uang[1], 9 * uang[1])) or 1
    return (uang[0], uang[1] + tambah if uang[1] + tambah >= 0 else uang[1] + 1, *uang[2:])


def _change(*peran: str) -> Callable[[Tabel, Random], Iterator[Letak]]:
    def change(tabel: Tabel, acak: Random) -> Iterator[Letak]:
        for n, b in _list(tabel, *peran):
            yield n, [replace(b, uang=_shift(b.uang, acak))]

    return change


def _drop(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    """A leaf is lost, not the only one of its parent: that one would be the leaf then."""
    for n, b in _list(tabel, "daun"):
        if not _is_tunggal(tabel, b):
            yield n, []


def _double(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    for n, b in _list(tabel, "daun", "induk"):
        yield n, [b, b]


def _leaf_to_total(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    """A leaf becomes `Jumlah` without a code, unless its amount is that of a sum that stands there."""
    for n, b in _list(tabel, "daun"):
        if not _is_tunggal(tabel, b) and b.kode:
            yield n, [replace(b, peran="total", kode=(), nama="Jumlah", jalur=b.jalur[:1], pecahan="")]


def _total_to_program(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    for n, b in _list(tabel, "total"):
        baru = Simpul("program", (*tabel.pohon.bidang, "09"), "PROGRAM PENGELOLAAN TAMAN", b.uang)
        jalur = (tabel.pohon.kecamatan[-1], baru)
        yield n, [replace(b, kode=baru.kode, nama=baru.nama, jalur=jalur, jenjang="program")]


def _move_parent(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    """A parent takes the number of another programme."""
    for n, b in _list(tabel, "induk"):
        if b.jenjang != "akun":
            lain = acak.choice([f"{i:02}" for i in range(1, 10) if f"{i:02}" != b.kode[2]])
            yield n, [replace(b, kode=(*b.kode[:2], lain, *b.kode[3:]))]


def _leaf_to_parent(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    """A leaf takes the code of its parent, which has other leaves."""
    for n, b in _list(tabel, "daun"):
        atas = b.jalur[-2]
        if len(atas.anak) > 1 and atas.jenjang != "skpd" and not b.pecahan:
            yield n, [replace(b, kode=atas.kode, nama=atas.nama, jalur=b.jalur[:-1], jenjang=atas.jenjang)]


def _parent_to_leaf(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    """A parent takes a code one level below, so that its amount counts beside its children's."""
    bawah = {"program": ("2.99", "kegiatan"), "kegiatan": ("0099", "sub")}
    for n, b in _list(tabel, "induk"):
        if b.jenjang in bawah:
            ekor, jenjang = bawah[b.jenjang]
            yield n, [replace(b, kode=(*b.kode, ekor), jenjang=jenjang)]


def _program_to_akun(tabel: Tabel, acak: Random) -> Iterator[Letak]:
    """A programme becomes an account; not where it could be a total of what follows or what is before."""
    program = [n for n, b in enumerate(tabel.baris) if b.jenjang == "program" and b.peran in {"induk", "daun"}]
    for n in program[1:]:
        b = tabel.baris[n]
        atas = tabel.baris[n - 1]
        if atas.peran not in {"daun", "induk"} or sum(b.uang[1:]) == sum(atas.uang[1:]):
            continue
        yield n, [replace(b, kode=("5", "1", "02", "01", "01", "0024"), jenjang="akun", jalur=b.jalur[:1])]


def _list(tabel: Tabel, *peran: str) -> Iterator[tuple[int, Baris]]:
    return ((n, b) for n, b in enumerate(tabel.baris) if b.peran in peran)


def _is_tunggal(tabel: Tabel, daun: Baris) -> bool:
    """It is the only leaf of the nearest parent that has a row or a total."""
    atas = _find_atas(tabel, daun)
    if atas is None:
        return False
    sama = [b for b in tabel.baris if b.peran == "daun" and any(s is atas for s in b.jalur)]
    if tabel.bentuk.akun_induk and daun.jenjang == "akun":
        sama = [b for b in sama if b.kode[:3] == daun.kode[:3]]
    return len(sama) == 1


def _find_atas(tabel: Tabel, daun: Baris) -> Simpul | None:
    ada = {id(b.jalur[-1]) for b in tabel.baris if b.jalur and b.peran != "daun"}
    return next((s for s in reversed(daun.jalur[:-1]) if id(s) in ada), None)


SALAH: dict[str, Callable[[Tabel, Random], Iterator[Letak]]] = {
    "jumlah daun diubah": _change("daun"),
    "induk salah": _change("induk", "atas"),
    "total salah": _change("total", "pindahan"),
    "baris hilang": _drop,
    "baris ganda": _double,
    "daun menjadi Jumlah": _leaf_to_total,
    "total menjadi program": _total_to_program,
    "daun menjadi induk": _leaf_to_parent,
    "induk menjadi daun": _parent_to_leaf,
    "induk pindah program": _move_parent,
    "program menjadi akun": _program_to_akun,
}
"""Faults first, then changed roles."""
