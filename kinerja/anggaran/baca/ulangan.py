"""Amounts of a sub-kegiatan that an export repeats beside each of its accounts: found by the figures, counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.baca.kolom import Isi, read_isi_kolom
from kinerja.anggaran.baca.uang import write_sen
from kinerja.anggaran.bukti import Butir, Kedudukan
from kinerja.anggaran.susun import Sel
from kinerja.errors import DataError
from kinerja.tabel.sel import Petak

_BERULANG = ("akun", "rincian", "sumber dana")
"""What an amount is repeated beside, so that equal amounts leave a doubt; units and months may well have equal ones."""
_PERINCI = (*_BERULANG, "nama akun", "bukti", "masa", "jenis")
Kelompok = Mapping[tuple[str, ...], Sequence[int]]


def drop_ulangan(butir: Sequence[Butir], sel: Sequence[Sel], petak: Petak, kepala: Kepala, tempat: str) -> None:
    """Set aside amounts that are stated again and again.

    Raises:
        DataError: equal amounts beside every account, which may be one amount repeated or amounts of their own.
    """
    beda = kepala.pembeda or {}
    if not beda.keys() & set(_PERINCI):
        return
    kelompok = _group(butir, sel)
    banyak = [k for k in kelompok.values() if len(k) > 1]
    if not banyak or any(len({butir[n].sen for n in k}) > 1 or not butir[k[0]].sen for k in banyak):
        return
    if any(_is_rincian(petak, kepala, k, butir, sel, kelompok) for k in _list_lain(petak, kepala)):
        for nomor in banyak:
            butir[nomor[0]].kode = butir[nomor[0]].kode.partition(" ")[0]
            for n in nomor[1:]:
                butir[n].kedudukan = Kedudukan.ULANGAN
    elif beda.keys() & set(_BERULANG):
        _refuse(butir, sel, kelompok, tempat)


def _group(butir: Sequence[Butir], sel: Sequence[Sel]) -> dict[tuple[str, ...], list[int]]:
    """Rows with an amount by kecamatan, code without its account, and sub-unit."""
    hasil: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, (b, s) in enumerate(zip(butir, sel, strict=True)):
        if b.kedudukan is Kedudukan.ISI and b.sen is not None and b.kode:
            hasil[b.pemilik, b.kode.partition(" ")[0], s.pembeda if " " in b.kode else ""].append(n)
    return hasil


def _list_lain(petak: Petak, kepala: Kepala) -> list[int]:
    """Columns that may hold the parts of what is repeated."""
    dipakai = {*kepala.letak.values(), *kepala.uang, *(kepala.pembeda or {}).values()}
    return [k for k in range(max((len(b) for b in petak), default=0)) if k not in dipakai]


def _is_rincian(
    petak: Petak, kepala: Kepala, kolom: int, butir: Sequence[Butir], sel: Sequence[Sel], kelompok: Kelompok
) -> bool:
    """The cells of a column add up to the repeated amount, in every group."""
    isi: Isi | None = read_isi_kolom(petak, kepala, kolom)
    if isi is None:
        return False
    awal = kepala.baris + 1
    return all(sum(isi[sel[n].baris - awal] or 0 for n in k) == butir[k[0]].sen for k in kelompok.values())


def _refuse(butir: Sequence[Butir], sel: Sequence[Sel], kelompok: Kelompok, tempat: str) -> None:
    nomor = next(k for k in kelompok.values() if len(k) > 1)
    sekali = sum(butir[k[0]].sen or 0 for k in kelompok.values())
    semua = sum(butir[n].sen or 0 for k in kelompok.values() for n in k)
    kode = butir[nomor[0]].kode.partition(" ")[0]
    raise DataError(
        f"Jumlah {write_sen(butir[nomor[0]].sen or 0)} sama di semua baris {kode} (baris"
        f" {', '.join(str(sel[n].baris) for n in nomor[:5])}): satu jumlah yang diulang (semuanya {write_sen(sekali)}),"
        f" atau rincian yang sama besar (semuanya {write_sen(semua)})?",
        tempat=tempat,
        saran="Pakai ekspor dengan satu baris per sub-kegiatan, atau yang memuat kolom nilai rinciannya.",
    )
