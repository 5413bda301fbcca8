"""Rows that have been proved, as the table of a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import polars as pl

from kinerja.anggaran.atas import iter_induk, list_atas
from kinerja.anggaran.baca.tabel import SKEMA_LUAR, SKEMA_TOTAL, TabelAnggaran, make_isi
from kinerja.anggaran.butir import SEBAB, BarisTabel
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.sumber import Bagian, Peran
from kinerja.bilangan import format_angka
from kinerja.judul import is_kosong


def make_tabel(
    peran: Peran,
    bagian: Bagian,
    baris: Sequence[BarisTabel],
    butir: Sequence[Butir],
    catatan: Sequence[str],
    nama_kecamatan: dict[str, str],
) -> TabelAnggaran:
    """The table: what is compared, what states a sum, and what is named only."""
    semua = [(s, b) for s, b in zip(baris, butir, strict=True) if b.kode or b.sen is not None or not _is_judul(s)]
    judul = _list_judul([b for _, b in semua])
    isi = [
        (s, b)
        for s, b in semua
        if b.kedudukan is Kedudukan.ISI and (b.sen is not None or (b.kode and (b.pemilik, b.kode) not in judul))
    ]
    total = [(s, b) for s, b in semua if b.kedudukan in (Kedudukan.JUMLAH, Kedudukan.WADAH) and b.sen is not None]
    luar = [(s, b) for s, b in semua if b.kedudukan in SEBAB and b.sen is not None]
    ket = [*catatan]
    if rincian := sum(b.kedudukan is Kedudukan.RINCIAN for _, b in luar):
        ket.append(f"{bagian.nama}: {format_angka(rincian, 0)} baris rincian tanpa kode tidak dibandingkan.")
    banyak = Counter((b.pemilik, b.kode) for s, b in isi if s.pembeda)
    if sekode := sum(n for n in banyak.values() if n > 1):
        ket.append(
            f"{bagian.nama}: {format_angka(sekode, 0)} baris sekode dibedakan oleh sub-unit, dana, dan"
            " semacamnya; dijumlahkan."
        )
    ket += [
        f"{bagian.nama}, baris {s.nomor}: jumlah tanpa kode dan nama dianggap baris jumlah."
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


def _list_judul(butir: Sequence[Butir]) -> set[tuple[str, str]]:
    """Coded rows without an amount below a row that has one, where nothing below that has: names only, no budgets."""
    isi = [b for b in butir if b.kode and b.kedudukan is Kedudukan.ISI]
    tercatat = {(b.pemilik, b.kode) for b in isi if b.sen is not None}
    terurai = list_atas(tercatat)
    hasil = set()
    for b in (b for b in isi if b.sen is None):
        atas = next((a for a in iter_induk(b.kode) if (b.pemilik, a) in tercatat), None)
        if atas is not None and (b.pemilik, atas) not in terurai:
            hasil.add((b.pemilik, b.kode))
    return hasil - tercatat


def list_daun(isi: pl.DataFrame) -> list[tuple[int, int]]:
    """Row and amount of the leaves of a table of one part."""
    kunci = list(isi.select("kecamatan", "kode", "baris", "sen").iter_rows())
    beranak = list_atas({(kec, kode) for kec, kode, *_ in kunci if kode})
    return [(baris, sen) for kec, kode, baris, sen in kunci if sen is not None and (kec, kode) not in beranak]


def _columns(pilih: Sequence[tuple[BarisTabel, Butir]]) -> dict[str, object]:
    return {
        "bagian": [0] * len(pilih),
        "baris": [s.nomor for s, _ in pilih],
        "kecamatan": [s.kecamatan or None for s, _ in pilih],
        "kode": [b.kode or None for _, b in pilih],
        "nama": [s.nama or None for s, _ in pilih],
        "sen": [b.sen for _, b in pilih],
        "pembeda": [s.pembeda or None for s, _ in pilih],
    }


def _is_judul(s: BarisTabel) -> bool:
    """A heading: words without an amount."""
    return all(is_kosong(u) for u in s.uang)
