"""What is left when rows are compared: words that stand elsewhere, and in two files of one issue every other cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from rapidfuzz import fuzz

from kinerja.alamat import a1
from kinerja.perjanjian.kembali.beda_buku_butir import (
    HASIL,
    KATA,
    Butir,
    is_seterbitan,
    list_sel_isian,
    read_konstan,
    to_layak,
    to_polos,
)
from kinerja.perjanjian.kembali.geser import move_rumus
from kinerja.perjanjian.kembali.peta import Peta, align
from kinerja.perjanjian.kembali.terhitung import Terhitung
from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.workbook.eksak import to_eksak, to_teks
from kinerja.workbook.urai import normalize_rumus

_PERJANJIAN = ("Pernyataan", "Lampiran", "Rumusan")
"""Sheets whose words are the agreement's in every version."""
_MAKS_MIRIP = 200
"""Texts of a sheet whose pairs are looked for by likeness; more than these are another sheet."""
_MIRIP = 60
"""Per cent of likeness from which on two texts are one that changed, not one that went and one that came."""
_SEKATA = 90
"""Per cent of words in common from which on two texts of one cell are one that changed."""
_MAKS_TEKS = 1_000
"""Letters by which likeness is judged."""
MAKS_SEL = 300
"""Cells of a sheet that are told one by one; more are a sheet whose rows have moved."""
Pasang = tuple[Butir | None, Butir | None]
Sel = Mapping[tuple[int, int], SelPenuh]


def list_sisa(
    a: Terhitung, b: Terhitung, letak: Set[tuple[str, str]], lama: Set[tuple[str, str]], kata: Set[str]
) -> Iterator[Pasang]:
    """Differences besides those of rows. In two files of one issue a row or column that was put in moves nothing else.

    Args:
        letak: sheets and cells that are told already; `lama` those of the first workbook that the second lacks.
        kata: texts that are told already: they stand on several sheets.
    """
    lembar = [nama for nama in a.buku.lembar if nama in b.buku.lembar]
    isian = list_sel_isian(a), list_sel_isian(b)
    if is_seterbitan(a, b):
        peta = align(a.buku, b.buku)
        kini = {tempat for satu in isian[0] if (tempat := peta.find(*satu))} | isian[1]
        for nama in lembar:
            if nama != a.buku.nama.get("identitas_kode", ("", None))[0]:
                ada, hilang = _move_sel(a, nama, peta)
                semua = [*_list_sel(hilang, {}, nama, isian[0], lama)]
                yield from _cut(nama, [*semua, *_list_sel(ada, b.buku.lembar[nama].sel, nama, kini, letak)])
        return
    sama_versi, sudah = a.identitas.versi == b.identitas.versi, set(kata)
    for nama in lembar if sama_versi else _PERJANJIAN:
        if nama in lembar and nama not in (a.buku.nama.get("identitas_kode", ("Identitas",))[0], "Cek"):
            x, y = (_list_teks(t, nama, satu) for t, satu in zip((a, b), isian, strict=True))
            yield from _pair_kata(x, y, sudah)


def _move_sel(t: Terhitung, lembar: str, peta: Peta) -> tuple[Sel, Sel]:
    """Cells of a sheet where they stand in the second workbook, formulas as they should read there; those that are
    gone with their row or column, where they stood."""
    semula = t.buku.lembar[lembar].sel
    if peta.is_diam():
        return semula, {}
    ada, hilang = {}, {}
    for (r, c), s in semula.items():
        tempat = peta.find(lembar, r, c)
        if tempat is None:
            hilang[r, c] = s
        else:
            ada[tempat[1:]] = s if s.rumus is None else s._replace(rumus=move_rumus(s.rumus, lembar, peta))
    return ada, hilang


def _list_sel(
    x: Sel, y: Sel, lembar: str, isian: Set[tuple[str, int, int]], letak: Set[tuple[str, str]]
) -> Iterator[Pasang]:
    """Cells of a sheet that differ, place by place."""
    for r, c in sorted(x.keys() | y.keys()):
        if x.get((r, c)) == y.get((r, c)) or (lembar, r, c) in isian or (lembar, a1(r, c)) in letak:
            continue
        lama, baru = (_read_isi(satu.get((r, c)), lembar) for satu in (x, y))
        if lama != baru and to_teks(lama) != to_teks(baru):  # a program may write a figure as a text
            rumus = any(satu is not None and satu.rumus is not None for satu in (x.get((r, c)), y.get((r, c))))
            bagian, apa = (HASIL, "Rumus") if rumus else (KATA, "Isi sel terkunci")
            yield tuple(  # type: ignore[misc]  # two, as many as sides
                None if n is None else Butir(bagian, f"{to_layak(lembar)}: {apa}", lembar, a1(r, c), n)
                for n in (lama, baru)
            )


def _read_isi(sel: SelPenuh | None, lembar: str) -> Any:
    """What a cell holds: a formula in our spelling, not what it shows."""
    if sel is None:
        return None
    if sel.rumus is not None:
        return "=" + to_layak(normalize_rumus(sel.rumus, lembar))
    return to_polos(to_eksak(sel.nilai) if isinstance(sel.nilai, float) else sel.nilai)


def _cut(lembar: str, semua: Sequence[Pasang]) -> Iterator[Pasang]:
    """The first of very many, and one that says how many more there are."""
    yield from semua[:MAKS_SEL]
    if lebih := semua[MAKS_SEL:]:
        tempat = next(satu for satu in lebih[0] if satu is not None)
        apa = f"{to_layak(lembar)}: {len(lebih)} sel lagi mulai sel ini"
        yield tempat._replace(apa=apa, nilai="…"), tempat._replace(apa=apa, nilai="lain")


def _pair_kata(x: Sequence[Butir], y: Sequence[Butir], sudah: set[str]) -> Iterator[Pasang]:
    """Texts of a sheet that the other does not have, each with the one that is most like it.

    Args:
        sudah: texts that are told; grows.
    """
    banyak_x, banyak_y = (Counter(s.nilai for s in satu) for satu in (x, y))
    hilang, datang = (
        [s for s in _drop(satu, lain) if s.nilai not in sudah] for satu, lain in ((x, banyak_y), (y, banyak_x))
    )
    sudah.update(s.nilai for s in (*hilang, *datang))
    for lama in hilang:
        n = _find_mirip(lama, datang) if len(hilang) + len(datang) <= _MAKS_MIRIP else None
        yield lama, None if n is None else datang.pop(n)
    for baru in datang:
        yield None, baru


def _list_teks(t: Terhitung, lembar: str, isian: Set[tuple[str, int, int]]) -> list[Butir]:
    """Locked texts of a sheet that no formula gives, in reading order."""
    apa = f"{to_layak(lembar)}: tulisan"
    return [
        Butir(KATA, apa, lembar, a1(r, c), teks)
        for r, c in sorted(t.buku.lembar[lembar].sel)
        if (lembar, r, c) not in isian and any(map(str.isalnum, teks := read_konstan(t, lembar, r, c)))
    ]


def _drop(semua: Sequence[Butir], lain: Counter[Any]) -> Iterator[Butir]:
    """The texts that the other side does not have, or not so often."""
    sisa = Counter(lain)
    for satu in semua:
        sisa[satu.nilai] -= 1
        if sisa[satu.nilai] < 0:
            yield satu


def _find_mirip(satu: Butir, lain: Sequence[Butir]) -> int | None:
    """The number of the text that is most like this one."""
    teks = satu.nilai[:_MAKS_TEKS]
    setempat = [n for n, x in enumerate(lain) if x.sel == satu.sel]
    if setempat and fuzz.token_set_ratio(teks, lain[setempat[0]].nilai[:_MAKS_TEKS]) >= _SEKATA:
        return setempat[0]
    nilai = [fuzz.ratio(teks, x.nilai[:_MAKS_TEKS]) for x in lain]
    terbaik = max(range(len(nilai)), key=nilai.__getitem__, default=None)
    return terbaik if terbaik is not None and nilai[terbaik] >= _MIRIP else None
