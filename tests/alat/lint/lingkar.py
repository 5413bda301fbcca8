"""Circular references, through ranges, names and sheets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tests.alat.alamat import Kotak, cell_position
from tests.alat.berkas import UTAMA
from tests.alat.lint.cacat import Cacat
from tests.alat.lint.model import Buku
from tests.alat.lint.token import Token, read_reference, split_sheet, tokenize

Simpul = tuple[str, int, int]
"""Sheet in lower case, row, column."""


def check_cycles(buku: Buku) -> list[Cacat]:
    """One finding per circle of formulas that need each other."""
    rumus = _formulas(buku)
    baris: dict[str, list[tuple[int, int]]] = {}
    for lembar, b, k in sorted(rumus):
        baris.setdefault(lembar, []).append((b, k))
    perlu = {
        simpul: [n for acuan in _references(teks, simpul[0], buku) for n in _within(*acuan, baris)]
        for simpul, teks in rumus.items()
    }
    nama = {lembar.nama.lower(): lembar.nama for lembar in buku.lembar}
    return [
        Cacat("RUMUS_MELINGKAR", f"{nama[s[0]]}!R{s[1]}C{s[2]}", "rumus ini membutuhkan hasilnya sendiri")
        for s in _circles(perlu)
    ]


def _formulas(buku: Buku) -> dict[Simpul, str]:
    return {
        (lembar.nama.lower(), *cell_position(alamat)): rumus
        for lembar in buku.lembar
        for alamat, sel in lembar.sel.items()
        if (rumus := sel.findtext(f"{UTAMA}f"))
    }


def _tokens(rumus: str) -> tuple[Token, ...]:
    try:
        return tokenize(rumus)
    except ValueError:
        return ()  # told by check_formula


def _references(rumus: str, lembar: str, buku: Buku) -> Iterator[tuple[str, Kotak]]:
    for t in _tokens(rumus):
        if t.jenis == "rujuk":
            acuan = read_reference(t.isi)
            yield acuan.lembar.lower() or lembar, acuan.kotak
        elif t.jenis == "nama":
            for u in _tokens(buku.nama.get(split_sheet(t.isi)[1].lower(), "")):
                if u.jenis == "rujuk":
                    acuan = read_reference(u.isi)
                    yield acuan.lembar.lower() or lembar, acuan.kotak


def _within(lembar: str, kotak: Kotak, baris: dict[str, list[tuple[int, int]]]) -> list[Simpul]:
    """Formula cells of a sheet inside a box."""
    semua = baris.get(lembar, [])
    awal, akhir = bisect_left(semua, (kotak[0], 0)), bisect_right(semua, (kotak[2], kotak[3]))
    return [(lembar, b, k) for b, k in semua[awal:akhir] if kotak[1] <= k <= kotak[3]]


def _circles(perlu: dict[Simpul, list[Simpul]]) -> Iterator[Simpul]:
    """Depth first without recursion: a chain of totals may be longer than Python's stack."""
    selesai: set[Simpul] = set()
    for awal in perlu:
        jalan: dict[Simpul, Iterator[Simpul]] = {} if awal in selesai else {awal: iter(perlu[awal])}
        while jalan:
            simpul, sisa = next(reversed(jalan.items()))
            for lanjut in sisa:
                if lanjut in jalan:
                    yield lanjut
                elif lanjut not in selesai:
                    jalan[lanjut] = iter(perlu[lanjut])
                    break
            else:
                selesai.add(simpul)
                del jalan[simpul]
