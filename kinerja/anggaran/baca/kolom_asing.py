"""Columns of amounts that no role could mean by their titles: they could be money, and are named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from kinerja.anggaran.arti import fold_judul
from kinerja.anggaran.baca.isi_uang import TAK_TERBACA, IsiKolom, holds_uang, read_isi_kolom
from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.judul_ragu import SELISIH
from kinerja.tabel.sel import Petak

MIN_UANG = 100_000_000
"""Sen, a million rupiah: amounts of a column without a known title from which on it may be money."""
_CONTOH = 200


def list_asing(petak: Petak, kepala: Kepala) -> list[int]:
    """Columns of amounts whose title says nothing, or that have none: they could be money, and are not read."""
    dikenal = kepala.dipakai | kepala.ciri.keys()
    contoh = _choose_contoh(petak, kepala.baris)
    lebar = max(map(len, contoh[kepala.baris :]), default=0)
    read = cache(lambda k: _read(contoh, kepala, k))
    calon = (k for k in range(lebar) if k not in dikenal and not _is_bukan(kepala.judul, k))
    hasil = [k for k in calon if max((abs(n or 0) for n in read(k) or ()), default=0) >= MIN_UANG]
    beda = [k for k in hasil if set(fold_judul(kepala.judul.get(k, "")).split()) & (SELISIH | {"perubahan"})]
    if not beda:
        return hasil
    lain = [satu for k in range(lebar) if k not in beda and (satu := read(k)) is not None and any(satu)]
    return [k for k in hasil if k not in beda or not _is_beda_dua(read(k) or (), lain)]


def _choose_contoh(petak: Petak, baris: int) -> Petak:
    """The first rows, and about as many of the others: a column may begin further down."""
    akhir = baris + _CONTOH
    return [*petak[:akhir], *petak[akhir :: max(1, len(petak) // _CONTOH)]]


def _read(petak: Petak, kepala: Kepala, kolom: int) -> IsiKolom | None:
    """The amounts of a column; what cannot be read may be a code."""
    isi = read_isi_kolom(petak, kepala, kolom) if holds_uang(petak, kepala, kolom) else None
    return None if isi is None else tuple(None if n == TAK_TERBACA else n for n in isi)


def _is_beda_dua(beda: IsiKolom, lain: Sequence[IsiKolom]) -> bool:
    """Nearly every figure is by how much one of the other columns differs from another; a row may be wrong."""
    berisi = [n for n, d in enumerate(beda) if d]
    return any(
        sum(abs((a[n] or 0) - (b[n] or 0)) == abs(beda[n] or 0) for n in berisi) * 5 >= len(berisi) * 4
        for a, b in combinations(lain, 2)
    )


def _is_bukan(judul: Mapping[int, str], kolom: int) -> bool:
    """A title that says what the column holds, and that it is no budget."""
    lipat = fold_judul(judul.get(kolom, ""))
    return bool(set(lipat.split()) & _BUKAN) or re.fullmatch("[tn] ?[0-9]", lipat) is not None  # T-1, N+1


_BUKAN = {
    "harga", "volume", "satuan", "koefisien", "ppn", "pajak", "potongan", "no", "nomor", "npwp", "nip", "rekening",
    "telepon", "prakiraan", "maju", "kode", "id",
}  # fmt: skip
