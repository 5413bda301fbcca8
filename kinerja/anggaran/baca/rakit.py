"""Rows that have been proved, as the table of a source."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from kinerja.anggaran.baca.tabel import SKEMA_LUAR, SKEMA_TOTAL, Bagian, Peran, TabelAnggaran, make_isi
from kinerja.anggaran.butir import SEBAB, Sel
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.kode import find_induk
from kinerja.sumber.petak import is_kosong


def make_tabel(
    peran: Peran,
    bagian: Bagian,
    sel: Sequence[Sel],
    butir: Sequence[Butir],
    catatan: Sequence[str],
    nama_kecamatan: dict[str, str],
) -> TabelAnggaran:
    """The table: what is compared, what states a sum, and what is named only."""
    semua = [(s, b) for s, b in zip(sel, butir, strict=True) if b.kode or b.sen is not None or not _is_judul(s)]
    isi = [(s, b) for s, b in semua if b.kedudukan is Kedudukan.ISI and not (not b.kode and b.sen is None)]
    total = [(s, b) for s, b in semua if b.kedudukan in (Kedudukan.JUMLAH, Kedudukan.WADAH) and b.sen is not None]
    luar = [(s, b) for s, b in semua if b.kedudukan in SEBAB and b.sen is not None]
    ket = [*catatan]
    if rincian := sum(b.kedudukan is Kedudukan.RINCIAN for _, b in luar):
        ket.append(f"{bagian.nama}: {rincian} baris rincian tanpa kode tidak dibandingkan.")
    if beda := {(b.pemilik, b.kode, s.pembeda) for s, b in isi if s.pembeda}:
        ket += [
            f"{bagian.nama}: {len(beda)} baris dibedakan oleh sub-unit, sumber dana, atau kolom lain, dan dijumlahkan."
        ]
    ket += [
        f"{bagian.nama}, baris {s.baris}: jumlah tanpa kode dan nama dianggap baris jumlah."
        for s, b in total
        if b.yatim
    ]
    return TabelAnggaran(
        peran,
        (bagian,),
        make_isi(_columns(isi)),
        make_isi(
            _columns(total)
            | {
                "jenis": ["induk" if b.kedudukan is Kedudukan.WADAH else "jumlah" for _, b in total],
                "seharusnya": [b.seharusnya for _, b in total],
            },
            SKEMA_TOTAL,
        ),
        make_isi(
            _columns(luar)
            | {
                "sebab": [SEBAB[b.kedudukan] for _, b in luar],
                "berjumlah": [b.berjumlah for _, b in luar],
                "seharusnya": [b.seharusnya if b.berjumlah is not None else None for _, b in luar],
            },
            SKEMA_LUAR,
        ),
        tuple(ket),
        nama_kecamatan,
    )


def list_daun(isi: pl.DataFrame) -> list[tuple[int, int]]:
    """Row and amount of the leaves of a table of one part."""
    kunci = list(isi.select("kecamatan", "kode", "baris", "sen").iter_rows())
    beranak: set[tuple[str | None, str]] = set()
    ada = {(kec, kode) for kec, kode, *_ in kunci}
    for kec, kode in ada:
        atas = find_induk(kode) if kode else None
        while atas is not None and (kec, atas) not in beranak:
            beranak.add((kec, atas))
            atas = find_induk(atas)
    return [(baris, sen) for kec, kode, baris, sen in kunci if sen is not None and (kec, kode) not in beranak]


def _columns(pilih: Sequence[tuple[Sel, Butir]]) -> dict[str, object]:
    return {
        "bagian": [0] * len(pilih),
        "baris": [s.baris for s, _ in pilih],
        "kecamatan": [s.kecamatan or None for s, _ in pilih],
        "kode": [b.kode or None for _, b in pilih],
        "nama": [s.nama or None for s, _ in pilih],
        "sen": [b.sen for _, b in pilih],
        "pembeda": [s.pembeda or None for s, _ in pilih],
    }


def _is_judul(s: Sel) -> bool:
    """A heading: words without an amount."""
    return all(is_kosong(u) for u in s.uang)
