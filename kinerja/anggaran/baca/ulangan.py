"""Amounts of a sub-kegiatan that an export repeats beside each of its accounts: found by the figures, counted once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from kinerja.anggaran.arti import fold_judul
from kinerja.anggaran.baca.isi_uang import IsiKolom, read_isi_kolom
from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.butir import BarisTabel
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.ulangan import BERULANG, Sekode, find_ulangan, refuse_ulangan
from kinerja.errors import DataError
from kinerja.kode import read_kode
from kinerja.tabel.sel import Petak

_MASA = frozenset(["masa", "bukti"])
_SEBUTAN = BERULANG | {"nama", "lain"}
"""Also names of a lower level, and other words: a programme's budget stands beside each of its kegiatan."""
_PERINCI = (*_SEBUTAN, "nama akun", "bukti", "masa", "jenis")


def drop_ulangan(
    butir: Sequence[Butir], baris: Sequence[BarisTabel], petak: Petak, kepala: Kepala, tempat: str
) -> None:
    """Set aside amounts that are stated again and again.

    Raises:
        DataError: equal amounts beside every account, which may be one amount repeated or amounts of their own.
    """
    beda = kepala.pembeda
    if not beda.keys() & set(_PERINCI):
        return
    _refuse_kumulatif(butir, baris, kepala, tempat)
    kelompok = find_ulangan(butir, baris)
    banyak = [k for k in kelompok.values() if len(k) > 1]
    if not banyak:
        return
    if any(_is_rincian(petak, kepala, k, butir, baris, kelompok) for k in _list_lain(petak, kepala)):
        for nomor in banyak:
            satu = butir[nomor[0]]
            satu.kode = satu.kode.partition(" ")[0]
            satu.jenis = read_kode(satu.kode).jenis
            for n in nomor[1:]:
                butir[n].kedudukan = Kedudukan.ULANGAN
    elif beda.keys() & _SEBUTAN or (beda.keys() & _MASA and _is_pagu_beside(kepala)):
        raise refuse_ulangan(butir, baris, kelompok, tempat)


def _is_pagu_beside(kepala: Kepala) -> bool:
    """A budget is read beside a realisation, which alone is of the month or the SP2D."""
    dipakai = {kepala.ciri[k].peran for k in kepala.uang if k in kepala.ciri}
    return "realisasi" not in dipakai and any(c.peran == "realisasi" for c in kepala.ciri.values())


def _refuse_kumulatif(butir: Sequence[Butir], baris: Sequence[BarisTabel], kepala: Kepala, tempat: str) -> None:
    """Amounts up to each month must not be added over the months.

    Raises:
        DataError: a column up to a month, with several months of one code.
    """
    judul = next(
        (j for k in kepala.uang if re.search(r"\b(?:s d|sd|sampai)\b", fold_judul(j := kepala.judul[k]))), None
    )
    if judul is None or "masa" not in kepala.pembeda:
        return
    milik = Counter((b.pemilik, b.kode) for b in butir if b.kode and b.sen is not None)
    masa: dict[tuple[str, str], set[str]] = defaultdict(set)
    for b, s in zip(butir, baris, strict=True):
        masa[b.pemilik, b.kode] |= {s.pembeda} - {""}
    ganda = next((k for k, n in milik.items() if n > 1 and n == len(masa[k])), None)
    if ganda is not None:
        raise DataError(
            f"Kolom {judul!r} berisi jumlah sampai dengan suatu bulan; baris {ganda[1]} dari beberapa bulan tidak"
            " dijumlahkan.",
            tempat=tempat,
            saran="Sisakan baris bulan terakhir.",
        )


def _list_lain(petak: Petak, kepala: Kepala) -> list[int]:
    """Columns that may hold the parts of what is repeated."""
    dipakai = kepala.dipakai
    return [k for k in range(max((len(b) for b in petak), default=0)) if k not in dipakai]


def _is_rincian(
    petak: Petak, kepala: Kepala, kolom: int, butir: Sequence[Butir], baris: Sequence[BarisTabel], kelompok: Sekode
) -> bool:
    """The cells of a column add up to the repeated amount, in every group."""
    isi: IsiKolom | None = read_isi_kolom(petak, kepala, kolom)
    if isi is None:
        return False
    awal = kepala.baris + 1
    return all(sum(isi[baris[n].nomor - awal] or 0 for n in k) == butir[k[0]].sen for k in kelompok.values())
