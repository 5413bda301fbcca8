"""Codes that a table splits over a column a level, put together before they are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kinerja.anggaran.arti import is_nomor_kolom
from kinerja.anggaran.baca.kepala import JENJANG, Kepala
from kinerja.errors import DataError
from kinerja.kode import JenisKode, read_kode
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak

_BAGIAN = {f"kode_{t}": n for t, n in JENJANG.items()}
"""Parts that a code has down to the level of its column."""
_PROGRAM, _KEGIATAN = JENJANG["program"], JENJANG["kegiatan"]
_ANGKA = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,6})*")


def join_pecahan(petak: Petak, kepala: Kepala, tempat: str) -> tuple[Petak, Kepala]:
    """The same grid with whole codes in the columns programme, kegiatan and sub; whole codes stay as they are.

    Raises:
        DataError: a part of a code under nothing that it belongs to.
    """
    kolom = {_BAGIAN[m]: k for m, k in kepala.letak.items() if m in _BAGIAN}
    letak = {m: k for m, k in kepala.letak.items() if _BAGIAN.get(m, _PROGRAM) >= _PROGRAM}
    sasaran = {t: k for t, k in kolom.items() if t >= _PROGRAM}
    if kolom and not sasaran and "kode" not in letak:
        letak["kode"] = kolom[max(kolom)]
    kepala = replace(kepala, letak=letak)
    if "kode" in letak or len(kolom) < 2:
        return petak, kepala
    urut = dict(sorted(kolom.items()))
    hasil: list[Sequence[object]] = list(petak[: kepala.baris])
    atas: dict[int, str] = {}
    for nomor, baris in enumerate(petak[kepala.baris :], start=kepala.baris + 1):
        isi = {t: _text_pecahan(s, t) for t, k in urut.items() if (s := get_sel(baris, k)) is not None}
        kode = all(_is_angka(s) for s in isi.values())
        if not kode:
            atas = {}  # a title: perhaps another table begins
        if not kode or not isi or (nomor == kepala.baris + 1 and is_nomor_kolom(baris, True)):
            hasil.append(baris)
            continue
        for tingkat, teks in isi.items():
            penuh = _complete(teks, tingkat, atas)
            if penuh is None:
                raise DataError(
                    f"Potongan kode {teks!r} tidak jelas induknya.",
                    tempat=f"{tempat}, baris {nomor}",
                    saran="Isi kode program di baris itu atau di atasnya.",
                )
            atas = {t: s for t, s in atas.items() if t < tingkat} | {tingkat: penuh}
        terdalam = max(isi)
        baru = list(baris)
        baru[kolom[terdalam] if terdalam in sasaran else sasaran[min(sasaran)]] = atas[terdalam]
        hasil.append(baru)
    return hasil, kepala


def _is_angka(teks: str) -> bool:
    return _ANGKA.fullmatch(teks) is not None or read_kode(teks).jenis is not JenisKode.ASING


def _complete(teks: str, tingkat: int, atas: dict[int, str]) -> str | None:
    """The whole code; None for a part that stands under nothing.

    >>> _complete("2.2", 5, {3: "7.01.03"}), _complete("7.01.03.2.02", 5, {}), _complete("1", 2, {1: "7"})
    ('7.01.03.2.02', '7.01.03.2.02', '7.01')
    """
    induk = max((t for t in atas if t < tingkat), default=0)
    kode = read_kode(teks)
    banyak = (kode.baku if kode.skpd else teks).count(".") + 1
    # More parts than the level adds to its parent: the code is whole.
    if banyak >= tingkat or kode.skpd or (induk and (teks.startswith(f"{atas[induk]}.") or banyak > tingkat - induk)):
        return teks
    if not induk:
        return None
    bagian = teks.split(".")
    return ".".join([atas[induk], *bagian[:-1], bagian[-1].zfill(2)])


def _text_pecahan(sel: object, tingkat: int) -> str:
    """A part as text; the number 2.1 of a kegiatan was 2.10, for 2.01 would still be 2.01."""
    if isinstance(sel, float):
        return f"{sel:.2f}" if tingkat == _KEGIATAN and sel != int(sel) else f"{sel:g}"
    return str(sel).strip().rstrip(".")
