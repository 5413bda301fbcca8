"""The results of a returned workbook, computed by us: the formulas that were issued over the inputs that came.

What the return itself says in a formula cell is never taken; it serves only to tell that it was not recalculated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from kinerja.alamat import Kotak, a1
from kinerja.bilangan import format_angka
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.isian import KU44, KU46, BlokIsian, Isian, list_baris
from kinerja.perjanjian.kembali.lapor import JenisKumpul
from kinerja.perjanjian.kembali.laporan import limit_temuan
from kinerja.perjanjian.kembali.peta import Peta
from kinerja.perjanjian.kembali.rumus_formulir import (
    ASING,
    TAK_TERHITUNG,
    NamaFormulir,
    is_tak_terhitung,
    to_nilai_formulir,
)
from kinerja.perjanjian.kembali.tanda_formulir import TABEL_INDIKATOR, is_formulir
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.tabel.sel import SelGalat
from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.workbook.eksak import GalatSelError, to_eksak, to_tampak
from kinerja.workbook.ekspresi import X
from kinerja.workbook.isi_buku import IsiBuku, SelLembar
from kinerja.workbook.urai import parse_rumus
from kinerja.workbook.urai_fungsi import UraiError

KU50 = JenisKumpul(
    "KU50",
    Bobot.CATATAN,
    "Hasil di dalam berkas belum dihitung ulang",
    "Tidak perlu apa-apa; hasil dihitung ulang dari isiannya.",
)
KU51 = JenisKumpul(
    "KU51",
    Bobot.PERIKSA,
    "Rumus yang tidak dikenal",
    "Bandingkan dengan buku terbitannya; hasilnya tidak dipakai.",
)
KU52 = JenisKumpul(
    "KU52",
    Bobot.CATATAN,
    "Rumus formulir yang tidak dihitung di sini",
    "Tidak perlu apa-apa; lihat hasilnya di berkas itu sendiri.",
)
_SEDERHANA = (str, int)
SEBUT = 3
"""Cells that a note names."""


def compute_isi(terbit: BukuUtuh, isian: Isian) -> IsiBuku:
    """The cells of an issue with what was typed in their place; values are computed as they are asked for."""
    lembar: dict[str, SelLembar] = {nama: dict(isi.sel) for nama, isi in terbit.lembar.items()}
    for blok in isian.blok.values():
        _put_blok(lembar[blok.lembar], blok, terbit)
    acuan = {nama.casefold(): letak for nama, letak in terbit.nama.items()}
    if is_formulir(terbit.identitas):
        for _, nama in terbit.nama_lokal:  # on its sheet it hides the one of the workbook
            acuan.pop(nama.casefold(), None)
        milik = terbit.nama[TABEL_INDIKATOR][0] if TABEL_INDIKATOR in terbit.nama else ""
        return IsiBuku(lembar, NamaFormulir(acuan), partial(to_nilai_formulir, milik=milik))
    return IsiBuku(lembar, acuan, _to_nilai)


def _to_nilai(sel: SelPenuh, lembar: str) -> Any:
    """What an issued cell holds: a value, an expression, or an error."""
    if sel.rumus is not None:
        try:
            return parse_rumus(sel.rumus, lembar)
        except (UraiError, ValueError):
            return GalatSelError("#NAME?")
    return GalatSelError(sel.nilai.teks) if isinstance(sel.nilai, SelGalat) else to_eksak(sel.nilai)


def _put_blok(lembar: SelLembar, blok: BlokIsian, terbit: BukuUtuh) -> None:
    """What was typed instead of what was issued there, if that could be typed over."""
    for letak, nilai in zip(list_baris(blok.kotak), chain.from_iterable(blok.isi), strict=True):
        if nilai is not None:
            lembar[letak] = nilai
        elif letak in lembar and not _is_terbit(terbit, blok.lembar, *letak):
            del lembar[letak]


def _is_terbit(terbit: BukuUtuh, lembar: str, baris: int, kolom: int) -> bool:
    """Whether the issuer filled that cell in and locked it."""
    sel = terbit.get_sel(lembar, baris, kolom)
    return sel is not None and terbit.get_rupa(sel).terkunci


def get_nilai(isi: IsiBuku, lembar: str, baris: int, kolom: int) -> Any:
    """What a cell comes to; SelGalat where that is an error."""
    try:
        return isi.get_sel(lembar, baris, kolom)
    except GalatSelError as galat:
        return SelGalat(str(galat))
    except RecursionError:
        return TAK_TERHITUNG if isinstance(isi.acuan, NamaFormulir) else SelGalat("#REF!")


def check_rumus(isian: Isian, isi: IsiBuku) -> Iterator[TemuanKumpul]:
    """Formulas that were typed where a value belongs, and that come to an error."""
    for blok in isian.blok.values():
        for letak, nilai in zip(list_baris(blok.kotak), chain.from_iterable(blok.isi), strict=True):
            if isinstance(nilai, X) and isinstance(hasil := get_nilai(isi, blok.lembar, *letak), SelGalat):
                asing = is_tak_terhitung(hasil)
                sebab = f"bergantung pada {ASING}" if asing else f"menghasilkan {hasil}"
                pesan = f"Rumus di sel ini {sebab}, sehingga tidak dipakai."
                yield (KU46 if asing else KU44).report((blok.lembar, a1(*letak)), pesan, datang=f"={nilai.rumus}"[:80])


def drop_galat(isian: Isian, temuan: Sequence[TemuanKumpul]) -> Isian:
    """The inputs without the formulas that `check_rumus` named: they are as good as blank."""
    salah = {(t.lembar, t.sel) for t in temuan}
    blok = {}
    for nama, satu in isian.blok.items():
        b, k = satu.kotak[:2]
        bersih = [
            [None if isinstance(n, X) and (satu.lembar, a1(r, c)) in salah else n for c, n in enumerate(baris, start=k)]
            for r, baris in enumerate(satu.isi, start=b)
        ]
        blok[nama] = replace(satu, isi=tuple(map(tuple, bersih)))
    return replace(isian, blok=blok)


def read_nama(isi: IsiBuku, letak: tuple[str, Kotak]) -> tuple[tuple[Any, ...], ...]:
    """What the cells of a name come to, row by row."""
    lembar, (b, k, b_akhir, k_akhir) = letak
    return tuple(tuple(get_nilai(isi, lembar, r, c) for c in range(k, k_akhir + 1)) for r in range(b, b_akhir + 1))


def check_simpanan(terbit: BukuUtuh, datang: BukuUtuh, peta: Peta, isi: IsiBuku) -> Iterator[TemuanKumpul]:
    """Whether the values that came in formula cells are what these come to.

    Yields:
        one note, for all of the workbook: a phone, or openpyxl, keeps old values or none.
    """
    beda: list[tuple[str, tuple[int, int]]] = []
    kosong = banyak = 0
    for nama, lembar in terbit.lembar.items():
        kini = datang.lembar[nama].sel if peta.is_diam(nama) else None
        hitung = isi.lembar[nama]
        for letak in lembar.berumus:
            lama = kini.get(letak) if kini is not None else _find_sel(datang, peta.find(nama, *letak))
            if lama is None or lama[1] is None:
                continue
            banyak += 1
            hasil, simpanan = hitung.get(letak), lama[0]
            if type(hasil) not in _SEDERHANA:
                hasil = get_nilai(isi, nama, *letak)
            if type(hasil) in _SEDERHANA and hasil == simpanan and type(simpanan) is not bool:
                continue  # as `is_sama` would say, of most
            if is_tak_terhitung(hasil):
                continue
            if not is_sama(hasil, simpanan):
                kosong += simpanan is None
                beda.append((nama, letak))
    if beda:
        yield _report(beda, kosong, banyak)
    yield from limit_temuan((check_formulir if is_formulir(terbit.identitas) else _check_kenal)(terbit, isi))


def settle_formulir(terbit: BukuUtuh, isi: IsiBuku) -> None:
    """Compute the formulas of a form from above, then from below: running sums, however long, lead nowhere deep.

    They are read first: deep down, reading one fails, too.
    """
    if is_formulir(terbit.identitas):
        for nama, sel in isi.lembar.items():
            sel.update({x: isi.baca(s, nama) for x, s in sel.items() if type(s) is SelPenuh and s.rumus is not None})
        semua = [(nama, letak) for nama, x in terbit.lembar.items() for letak in x.berumus]
        for _ in range(3):
            semua = [x for x in semua if is_tak_terhitung(get_nilai(isi, x[0], *x[1]))][::-1]


def _find_sel(datang: BukuUtuh, tujuan: tuple[str, int, int] | None) -> SelPenuh | None:
    return datang.get_sel(*tujuan) if tujuan else None


def _report(beda: list[tuple[str, tuple[int, int]]], kosong: int, banyak: int) -> TemuanKumpul:
    sebab = "tidak tersimpan" if kosong == len(beda) else "belum dihitung ulang"
    sebut = [(lembar, a1(*letak)) for lembar, letak in beda[:SEBUT]]
    contoh = ", ".join(f"{lembar}!{sel}" for lembar, sel in sebut)
    return KU50.report(
        sebut[0],
        f"Hasil {format_angka(len(beda), 0)} dari {format_angka(banyak, 0)} rumus {sebab}, antara lain {contoh}.",
    )


def _check_kenal(terbit: BukuUtuh, isi: IsiBuku) -> Iterator[TemuanKumpul]:
    """Formulas that cannot be computed here."""
    for nama, lembar in terbit.lembar.items():
        hitung = isi.lembar[nama]
        for letak in lembar.berumus:
            nilai = hitung.get(letak)
            nilai = _to_nilai(nilai, nama) if type(nilai) is SelPenuh else nilai
            if type(nilai) is GalatSelError and str(nilai) == "#NAME?":
                sel = lembar.sel[letak]
                yield KU51.report((nama, a1(*letak)), "Rumus di sel ini tidak dapat dihitung.", datang=f"={sel.rumus}")


def check_formulir(terbit: BukuUtuh, isi: IsiBuku) -> Iterator[TemuanKumpul]:
    """Formulas of the office that are not computed here: one note for all of them, and what depends on them."""
    semua = [
        (nama, letak)
        for nama, lembar in terbit.lembar.items()
        for letak in lembar.berumus
        if is_tak_terhitung(get_nilai(isi, nama, *letak))
    ]
    if semua:
        lembar, letak = semua[0]
        rumus = terbit.lembar[lembar].sel[letak].rumus
        pesan = f"{len(semua)} rumus formulir ini tidak dihitung di sini; yang pertama {lembar}!{a1(*letak)}."
        yield KU52.report((lembar, a1(*letak)), pesan, datang=f"={rumus}"[:80])


def is_sama(hasil: Any, simpanan: object) -> bool:
    """Whether a stored value is what a formula comes to; an empty text and nothing are one.

    >>> from fractions import Fraction
    >>> is_sama(Fraction(1, 3), 0.333333333333333), is_sama("", None), is_sama(0, None)
    (True, True, False)
    """
    if isinstance(hasil, SelGalat):
        return isinstance(simpanan, SelGalat)
    if isinstance(hasil, (bool, str)) or hasil is None:
        return (hasil if hasil != "" else None) == (simpanan if simpanan != "" else None)
    if isinstance(simpanan, bool) or not isinstance(simpanan, float):
        return False
    tampak = to_tampak(hasil)
    assert not isinstance(tampak, str)
    return tampak == simpanan or abs(tampak - simpanan) <= 1e-9 * max(1.0, abs(simpanan))
