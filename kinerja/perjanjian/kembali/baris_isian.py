"""What the rows and columns of input blocks are, by what the issuer locked beside them; never where they stand.

A programme is its code and name, an activity its name (also one that the kecamatan wrote itself), a month its month, a
check its text. Respondents are nothing but their order. Blocks that stand in the same rows belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kinerja.alamat import Kotak, column_letters
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN, BukuUtuh
from kinerja.perjanjian.kembali.isian import Isian
from kinerja.perjanjian.kembali.tabel_formulir import list_teks
from kinerja.perjanjian.kembali.tanda_formulir import TABEL_INDIKATOR, TABEL_PROGRAM, is_formulir

Kunci = tuple[str, ...]
"""Texts that say what a row is; empty where nothing does."""
CAPAIAN = "Capaian"
"""The sheet that has a row for each indikator."""
_SENDIRI = re.compile(
    r"isian_(?:alamat|tempat|tanggal|camat_.*|atasan_.*|indikator_[0-9]+_(?!aksi).*|skm_(?:[0-9]+_)?populasi)"
)
"""Blocks of one row, which their name tells."""
_DINAMAI = ((re.compile(r"(isian_manfaat_.+)_[a-z]+"), r"\1_kegiatan"), (re.compile(r"(.*_aksi)(?:_[a-z]+)?"), r"\1"))
"""Blocks whose rows have their name in a block of their own."""
_JUDUL = (
    ("isian_triwulan_", ("Indikator", "Triwulan")),
    ("isian_target", ("Indikator",)),
    ("isian_cek_", ("Yang diperiksa",)),
)
"""Blocks beside which there is more than what their rows are: the titles of the columns that say it."""
_OTOMATIS = re.compile(r"isian_.*_([a-z]{1,3})[0-9]{1,7}")
_TRIWULAN = re.compile(r"\b(IV|I{1,3})\b")
_SELA_PERSEN = re.compile(r"\s+%")
"""A blank before a per cent sign, which was written until 0.9.0."""
_SAMPAI = re.compile(r"s\.d\.\s", re.IGNORECASE)
SAMPAI = "s.d. "
"""Before a quarter whose figures are those of the year up to it: so until 0.4.0."""


class Baris(NamedTuple):
    """One row of a table of inputs; `bebas` is one that whoever fills in may use as he likes, and names himself."""

    kunci: Kunci
    bebas: bool


@dataclass(frozen=True, slots=True)
class Tabel:
    """Input blocks, by name, that stand in the same rows of a sheet."""

    lembar: str
    nama: tuple[str, ...]
    baris: tuple[Baris, ...]


def get_terbit(buku: BukuUtuh, lembar: str, baris: int, kolom: int) -> object:
    """What the issuer filled into a cell and locked; None where one may type."""
    sel = buku.get_sel(lembar, baris, kolom)
    return None if sel is None or not buku.get_rupa(sel).terkunci else sel.nilai


def list_tabel(buku: BukuUtuh, isian: Isian | None = None) -> dict[str, Tabel]:
    """The table of each input block, by the name of the block.

    Args:
        buku: the issue.
        isian: what was typed into it; without that nothing was.
    """
    kelompok: dict[tuple[str, int, int], list[str]] = {}
    for nama, (lembar, (b, _, b_akhir, _)) in buku.list_nama(AWALAN_ISIAN).items():
        kelompok.setdefault((lembar, b, b_akhir), []).append(nama)
    hasil: dict[str, Tabel] = {}
    for (lembar, b, b_akhir), semua in kelompok.items():
        baris = tuple(_list_baris(buku, isian, lembar, (b, b_akhir), semua))
        hasil |= dict.fromkeys(semua, Tabel(lembar, tuple(semua), baris))
    return hasil


def _list_baris(
    buku: BukuUtuh, isian: Isian | None, lembar: str, tepi: tuple[int, int], nama: Sequence[str]
) -> Iterator[Baris]:
    b, b_akhir = tepi
    if b == b_akhir and _SENDIRI.fullmatch(nama[0]):
        yield Baris((), bebas=True)
        return
    if is_formulir(buku.identitas):
        baris = _list_formulir(buku, nama[0], b_akhir - b + 1)
        if baris:
            yield from baris
            return
    for pola, bernama in _DINAMAI:
        if (cocok := pola.fullmatch(nama[0])) and cocok.expand(bernama) in buku.nama:
            yield from _list_bernama(buku, isian, cocok.expand(bernama))
            return
    label = _Label(buku, lembar)
    judul = next((j for awalan, j in _JUDUL if nama[0].startswith(awalan)), ())
    kiri = min(buku.nama[satu][1][1] for satu in nama)
    kolom = label.find_kolom(judul, b) if judul else range(kiri)
    for r in range(b, b_akhir + 1):
        kunci = tuple(teks for c in kolom if (teks := label.read(r, c)))
        yield Baris(kunci, bebas=not kunci)


def _list_formulir(buku: BukuUtuh, nama: str, tinggi: int) -> Sequence[Baris]:
    """Rows that a form's hidden sheet or the name itself tells: programmes, an input of one row; else none."""
    if nama.startswith("isian_program_"):
        program = list_teks(buku, TABEL_PROGRAM, "Kode", "Program")
        if len(program) == tinggi:
            return [Baris(tuple(filter(None, satu)), bebas=False) for satu in program]
    return [Baris((), bebas=True)] if tinggi == 1 and not is_otomatis(buku, nama) else ()


def is_otomatis(buku: BukuUtuh, nama: str) -> bool:
    """Whether an input of a form is but called as its cell, which another form may use for something else."""
    cocok = _OTOMATIS.fullmatch(nama)
    return cocok is not None and cocok[1] == column_letters(buku.nama[nama][1][1]).lower()


def _list_bernama(buku: BukuUtuh, isian: Isian | None, nama: str) -> Iterator[Baris]:
    """Rows by their names, which the issuer wrote or who fills in."""
    lembar, (b, c, b_akhir, _) = buku.nama[nama]
    for r in range(b, b_akhir + 1):
        terbit = get_terbit(buku, lembar, r, c)
        ketik = isian.blok[nama].isi[r - b][0] if isian else None
        teks = terbit if terbit is not None else ketik
        yield Baris((teks.strip(),) if isinstance(teks, str) and teks.strip() else (), bebas=terbit is None)


class _Label:
    """The locked texts of a sheet; what is merged stands in each of its cells."""

    def __init__(self, buku: BukuUtuh, lembar: str) -> None:
        self._buku, self._lembar = buku, lembar
        gabung: Sequence[Kotak] = buku.lembar[lembar].gabung
        self._induk = {
            (r, c): (b, k) for b, k, b2, k2 in gabung for r in range(b, b2 + 1) for c in range(k, min(k2, k + 30) + 1)
        }

    def read(self, baris: int, kolom: int) -> str:
        """The text of a cell; empty where there is none, a formula, or signs only."""
        letak = self._induk.get((baris, kolom), (baris, kolom))
        sel = self._buku.get_sel(self._lembar, *letak)
        if sel is None or sel.rumus is not None or not isinstance(sel.nilai, str):
            return ""
        teks = _SELA_PERSEN.sub("%", sel.nilai.strip())
        return teks if self._buku.get_rupa(sel).terkunci and any(h.isalnum() for h in teks) else ""

    def find_kolom(self, judul: Sequence[str], bawah: int) -> tuple[int, ...]:
        """The columns with these titles, in the nearest row above that has all of them."""
        lebar = range(max((c for _, c in self._buku.lembar[self._lembar].sel), default=0) + 1)
        for r in range(bawah - 1, -1, -1):
            letak = {self.read(r, c): c for c in reversed(lebar)}
            if all(satu in letak for satu in judul):
                return tuple(letak[satu] for satu in judul)
        return ()


def list_kolom(buku: BukuUtuh, nama: str) -> Kunci:
    """What the columns of a block are, by the nearest titles above; empty where there are none, or it is one column.

    Quarters are I to IV, however they are written; figures up to a quarter are others, but those of the first.
    """
    lembar, (b, k, _, k_akhir) = buku.nama[nama]
    if k == k_akhir:
        return ()
    label = _Label(buku, lembar)
    for r in range(b - 1, -1, -1):
        judul = [label.read(r, c) for c in range(k, k_akhir + 1)]
        if all(judul) and len(set(judul)) == len(judul):
            return tuple(map(_read_kolom, judul))
    return ()


def _read_kolom(judul: str) -> str:
    """What a column is.

    >>> [_read_kolom(j) for j in ("Realisasi triwulan II (Rp)", "s.d. triwulan I", "s.d. triwulan IV", "U3 Biaya")]
    ['II', 'I', 's.d. IV', 'biaya']
    """
    if cocok := _TRIWULAN.search(judul):
        sampai = SAMPAI if _SAMPAI.match(judul) and cocok[1] != "I" else ""
        return f"{sampai}{cocok[1]}"
    return re.sub(r"^u[0-9]+ ", "", judul.casefold())


def list_indikator(buku: BukuUtuh) -> tuple[tuple[str, str], ...]:
    """Name and unit of each indikator, in their order; none where the sheet Capaian has lost its titles.

    A workbook made from a form says it on its hidden sheet.
    """
    if is_formulir(buku.identitas):
        semua = list_teks(buku, TABEL_INDIKATOR, "Indikator", "Satuan")
        return tuple((n, s if any(map(str.isalnum, s)) else "") for n, s in semua)  # as `_Label` reads a per cent
    if CAPAIAN not in buku.lembar:
        return ()
    label = _Label(buku, CAPAIAN)
    nama, satuan = ([label.read(*letak) for letak in _walk_capaian(buku, j)] for j in ("Indikator", "Satuan"))
    return tuple((n, satuan[urut] if urut < len(satuan) else "") for urut, n in enumerate(nama))


def list_pengukur(buku: BukuUtuh) -> Mapping[str, tuple[int, int]]:
    """Sheets that measure one indikator each: its number from 0, and which of its surveys of the year, from 0."""
    semua: dict[str, list[int]] = {}
    for nomor, (r, acuan) in enumerate(_walk_capaian(buku, "Realisasi")):
        sel = buku.get_sel(CAPAIAN, r, acuan)
        nama = re.findall(r"\bhasil_\w+", sel.rumus or "") if sel else []
        for lembar in dict.fromkeys(buku.nama[satu][0] for satu in nama if satu in buku.nama):
            semua.setdefault(lembar, []).append(nomor)
    hasil: dict[str, tuple[int, int]] = {}
    for lembar, milik in sorted(semua.items(), key=lambda satu: split_lembar(satu[0])):
        if len(milik) == 1:
            hasil[lembar] = milik[0], sum(m[0] == milik[0] for m in hasil.values())
    return hasil


def split_lembar(nama: str) -> tuple[str, int]:
    """The kind of a sheet and which of its kind it is.

    >>> split_lembar("SKM 2"), split_lembar("Rencana Aksi")
    (('SKM', 2), ('Rencana Aksi', 1))
    """
    jenis, _, urut = nama.rpartition(" ")
    return (jenis, int(urut)) if jenis and urut.isascii() and urut.isdecimal() else (nama, 1)


def _walk_capaian(buku: BukuUtuh, judul: str) -> Iterator[tuple[int, int]]:
    """The cells under a title of sheet Capaian, as long as the rows are numbered."""
    if CAPAIAN not in buku.lembar:
        return
    label = _Label(buku, CAPAIAN)
    tinggi = max((r for r, _ in buku.lembar[CAPAIAN].sel), default=0)
    kepala = next((r for r in range(tinggi + 1) if label.read(r, 0) == "No"), tinggi)
    kolom = label.find_kolom((judul,), kepala + 1)
    r = kepala + 1
    while kolom and (nomor := buku.get_sel(CAPAIAN, r, 0)) is not None and isinstance(nomor.nilai, float):
        yield r, kolom[0]
        r += 1
