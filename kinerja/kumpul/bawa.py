"""Carry over: what was typed into a returned workbook, put where it belongs in a new issue; the rest is listed.

Blocks go by their names, rows by what they are (`baris_isian`), columns by their titles. What the new issue says
itself, wins. The sums are conserved: whatever was typed is either in the new workbook or among `sisa`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from kinerja.alamat import a1
from kinerja.dekat import suggest
from kinerja.judul import normalize_judul
from kinerja.kumpul.aturan_baru import Penjaga
from kinerja.kumpul.bawa_silang import Penyama, Tuju, find_terbit, is_sama, name_kolom, to_baku, to_formulir
from kinerja.kumpul.padan_isian import HILANG, name_indikator, pair_baris, pair_buku, pair_kunci
from kinerja.perjanjian.kembali.baris_isian import (
    SAMPAI,
    Baris,
    Kunci,
    Tabel,
    get_terbit,
    is_otomatis,
    list_tabel,
)
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.hitung import compute_isi, get_nilai
from kinerja.perjanjian.kembali.isian import KU42, KU44, Isian
from kinerja.perjanjian.kembali.kelompok import write_nilai
from kinerja.perjanjian.kembali.rumus_formulir import ASING, is_tak_terhitung
from kinerja.perjanjian.kembali.tanda_formulir import FORMULIR, is_formulir
from kinerja.tabel.sel import SelGalat
from kinerja.workbook.eksak import BILANGAN, to_eksak, to_tampak
from kinerja.workbook.ekspresi import X
from kinerja.workbook.isi_buku import IsiBuku
from kinerja.workbook.layout import Matriks

_TARGET_LAMA = "isian_target"
"""Targets of all indikator in one block, a row each: so until 0.4.0; since then one block an indikator."""
_ORANG = ("isian_camat_pangkat", "isian_camat_nip")
"""What belongs to the person of `isian_camat_nama`."""


@dataclass(frozen=True, slots=True)
class Sisa:
    """A value that was typed and found no place in the new issue.

    Attributes:
        nama: name of its block; empty where only the cell is known.
        lembar, sel: where it was typed.
        baris: what its row is, as texts; empty where a name or an order is all that tells it.
        nilai: the value: int, Fraction, text, bool; of a formula that comes to an error, that.
        sebab: why, one Indonesian sentence.
    """

    nama: str
    lembar: str
    sel: str
    baris: str
    nilai: Any
    sebab: str

    @property
    def tampak(self) -> str:
        """The value as people write it; a text is whole."""
        return self.nilai if isinstance(self.nilai, str) else write_nilai(self.nilai)


@dataclass(frozen=True, slots=True)
class Bawaan:
    """What a new issue takes over.

    Attributes:
        isi: values by name of block, as `Bahan.isi` wants them.
        terbawa: values that arrived, those included that the issuer now says himself.
        sama: how many of these the issuer says himself.
        sisa: all others.
    """

    isi: Mapping[str, Matriks]
    terbawa: int
    sama: int
    sisa: tuple[Sisa, ...]


class _Ketikan(NamedTuple):
    """One value that was typed, with its place in its block."""

    nama: str
    r: int
    c: int
    nilai: Any


def carry_isian(lama: BukuUtuh, isian: Isian, baru: BukuUtuh, *, jaga: bool = True) -> Bawaan:
    """Put what was typed into a new issue.

    Args:
        lama: the issue that was filled in.
        isian: what was typed into it.
        baru: the new issue, blank.
        jaga: leave out what the rules of the new issue do not let in.
    """
    return _Pembawa(lama, isian, baru, jaga=jaga).carry()


class _Pembawa:
    """Takes the values one by one to their new places."""

    def __init__(self, lama: BukuUtuh, isian: Isian, baru: BukuUtuh, *, jaga: bool) -> None:
        self._lama, self._isian, self._baru = lama, isian, baru
        self._padan = pair_buku(lama, baru)
        self._formulir, self._penyama = is_formulir(baru.identitas), Penyama(lama, baru)
        self._silang = is_formulir(lama.identitas) != self._formulir
        self._tabel, self._tabel_baru = list_tabel(lama, isian), list_tabel(baru)
        self._baris: dict[tuple[Kunci, Kunci], dict[int, int]] = {}
        self._kolom: dict[str, tuple[Kunci, Kunci]] = {}
        self._penjaga = Penjaga(baru) if jaga else None
        self._larangan = dict(self._list_larangan())
        self._isi: dict[str, dict[tuple[int, int], Any]] = {}

    def carry(self) -> Bawaan:
        """All of it."""
        sama, sisa = 0, []
        semua = list(self._list_ketikan())
        for k in semua:
            sebab = self._put(k)
            if sebab is None:
                sama += 1
            elif sebab:
                sisa.append(self._report(k, sebab))
        terbawa = len(semua) - len(sisa)
        return Bawaan(dict(self._list_isi()), terbawa, sama, (*sisa, *self._list_rusak()))

    def _list_ketikan(self) -> Iterator[_Ketikan]:
        """What was typed, in the order of the workbook; formulas as what they come to."""
        for blok in self._isian.blok.values():
            for r, baris in enumerate(blok.isi):
                for c, nilai in enumerate(baris):
                    if isinstance(nilai, X):
                        b, k = blok.kotak[:2]
                        nilai = get_nilai(self._hitungan, blok.lembar, b + r, k + c)
                        nilai = to_eksak(to_tampak(nilai)) if type(nilai) in BILANGAN else nilai  # as a cell keeps it
                    if nilai is not None and nilai != "":
                        yield _Ketikan(blok.nama, r, c, nilai)

    @cached_property
    def _hitungan(self) -> IsiBuku:
        return compute_isi(self._lama, self._isian)

    def _put(self, k: _Ketikan) -> str | None:
        """Put a value into its new place; why it cannot be there, empty where it is, None where it is there already."""
        if isinstance(k.nilai, SelGalat):
            sebab = f"bergantung pada {ASING}" if is_tak_terhitung(k.nilai) else f"menghasilkan {k.nilai}"
            return f"Rumus yang diketik di sel ini {sebab}."
        nama, r, c, sebab = self._find(k)
        if sebab:
            tetap = find_terbit(self._baru, nama, r, self._tabel[k.nama].baris[k.r].kunci) if self._formulir else None
            return sebab if tetap is None else self._judge_tetap(tetap, self._penyama.convert(k.nilai, k.nama, nama))
        lembar, (b, kiri, *_) = self._baru.nama[nama]
        terbit, nilai = get_terbit(self._baru, lembar, b + r, kiri + c), self._penyama.convert(k.nilai, k.nama, nama)
        if terbit is not None:
            return None if is_sama(terbit, nilai) else f"Penerbit sudah mengisi sel ini: {write_nilai(terbit)}."
        if k.nama in self._larangan:
            return self._larangan[k.nama]
        sel = self._baru.get_sel(lembar, b + r, kiri + c) if self._formulir else None
        if sel is not None and sel.rumus is not None:
            return "Di buku baru sel ini berisi rumus."
        if self._penjaga and (pesan := self._penjaga.refuse(lembar, b + r, kiri + c, nilai)):
            return f"{pesan}."
        if self._isi.setdefault(nama, {}).setdefault((r, c), nilai) is not nilai:
            return "Tempatnya di buku baru sudah terisi."
        return ""

    @staticmethod
    def _judge_tetap(tetap: object, nilai: Any) -> str | None:
        """Of what the issuer says himself: None where it was typed alike, else what he says."""
        return None if is_sama(tetap, nilai) else f"Penerbit sudah mengisi ini: {write_nilai(tetap)}."

    def _find(self, k: _Ketikan) -> tuple[str, int, int, str]:
        """Name, row and column in the new workbook; and where there is no such place, why."""
        tabel = self._tabel[k.nama]
        if k.nama == _TARGET_LAMA and _TARGET_LAMA not in self._baru.nama:
            return self._find_target(tabel.baris[k.r])
        tuju = to_formulir(k.nama, k.r, k.c) if self._silang and self._formulir else Tuju(k.nama)
        nama, sebab = self._padan.find_nama(tuju.nama, tabel.lembar)
        if self._silang and not self._formulir:
            tuju = to_baku(nama, self._tabel_baru)
            nama = tuju.nama
        if not sebab and nama not in self._tabel_baru:
            sebab = f"Isian {nama} tidak ada di buku baru."
        if not sebab and self._is_lain(k.nama):
            sebab = "Formulirnya lain, dan isian ini tidak bernama."
        if sebab:
            return nama, tuju.baris if tuju.baris is not None else k.r, 0, sebab
        r = tuju.baris if tuju.baris is not None else self._pair_baris(tabel, self._tabel_baru[nama]).get(k.r)
        if r is None:
            return "", 0, 0, self._explain_baris(tabel, self._tabel_baru[nama], k.r)
        c, sebab = self._find_kolom(k, nama) if tuju.kolom is None else (tuju.kolom, "")
        return nama, r, c, sebab

    def _is_lain(self, nama: str) -> bool:
        """Whether an input that is but called as its cell stands in another form."""
        formulir = [buku.identitas.get(FORMULIR) for buku in (self._lama, self._baru)]
        return (
            formulir[0] != formulir[1]
            and is_otomatis(self._lama, nama)
            and not any(b.kunci for b in self._tabel[nama].baris)
        )

    def _find_target(self, baris: Baris) -> tuple[str, int, int, str]:
        """Where the target of a row goes that was one of a block of all targets."""
        cocok = pair_kunci({0: baris.kunci}, {n: (nama,) for n, nama in enumerate(self._padan.nama)})
        nama, sebab = self._padan.find_nama(name_indikator(cocok.get(0, len(self._padan.nama)), "target"), "")
        return nama, 0, 0, sebab

    def _pair_baris(self, lama: Tabel, baru: Tabel) -> dict[int, int]:
        kunci = (lama.nama, baru.nama)
        if kunci not in self._baris:
            semua = [self._isian.blok[nama].isi for nama in lama.nama]
            dipakai = [r for r in range(len(lama.baris)) if any(n is not None for isi in semua for n in isi[r])]
            alih = [Baris(self._translate(b.kunci), b.bebas) for b in lama.baris]
            self._baris[kunci] = pair_baris(alih, baru.baris, dipakai)
        return self._baris[kunci]

    def _translate(self, kunci: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self._padan.translate, kunci))

    def _explain_baris(self, lama: Tabel, baru: Tabel, r: int) -> str:
        baris = lama.baris[r]
        if baris.bebas:
            bebas = sum(b.bebas for b in baru.baris)
            return f"Baris kosong di buku baru habis: hanya ada {bebas}."
        kunci = self._translate(baris.kunci)
        if any(f" {HILANG}" in teks for teks in kunci):
            return "Indikatornya tidak ada di buku baru."
        dipakai = self._pair_baris(lama, baru).values()
        calon = {" ".join(b.kunci) for n, b in enumerate(baru.baris) if n not in dipakai and not b.bebas}
        return f"{' – '.join(baris.kunci)!r} tidak ada di buku baru. {suggest(' '.join(kunci), sorted(calon))}".strip()

    def _find_kolom(self, k: _Ketikan, nama: str) -> tuple[int, str]:
        """The column in the new block, and where there is none, why."""
        if k.nama not in self._kolom:
            self._kolom[k.nama] = name_kolom(k.nama, self._lama), name_kolom(nama, self._baru)
        judul, judul_baru = self._kolom[k.nama]
        if judul == judul_baru:
            return k.c, ""
        if judul[k.c] in judul_baru:
            return judul_baru.index(judul[k.c]), ""
        if judul[k.c].startswith(SAMPAI):
            triwulan = judul[k.c].removeprefix(SAMPAI)
            return 0, f"Angka ini sampai dengan triwulan {triwulan}; buku baru meminta angka triwulan {triwulan} saja."
        return 0, f"Kolom {judul[k.c]!r} tidak ada di buku baru."

    def _list_larangan(self) -> Iterator[tuple[str, str]]:
        """Inputs that belong to what is no more: another camat's, and the date of another agreement."""
        orang = "isian_camat_nama"
        if orang in self._baru.nama and orang in self._tabel:
            lembar, (b, k, *_) = self._baru.nama[orang]
            kini, dulu = get_terbit(self._baru, lembar, b, k), self._read_satu(orang)
            if kini is not None and dulu is not None and normalize_judul(kini) != normalize_judul(dulu):
                yield from dict.fromkeys(_ORANG, f"Camat berganti: milik {dulu}, sekarang {kini}.").items()
        jenis, jenis_baru = (buku.identitas.get("jenis") for buku in (self._lama, self._baru))
        if jenis != jenis_baru:
            yield "isian_tanggal", f"Tanggal ini milik perjanjian {jenis}; ketik tanggal perjanjian {jenis_baru}."

    def _read_satu(self, nama: str) -> object:
        """What stands in an input of one cell, whoever wrote it."""
        lembar, (b, k, *_) = self._lama.nama[nama]
        ketik = self._isian.blok[nama].isi[0][0]
        return get_terbit(self._lama, lembar, b, k) if ketik is None else ketik

    def _report(self, k: _Ketikan, sebab: str) -> Sisa:
        lembar, (b, kiri, *_) = self._lama.nama[k.nama]
        baris = " – ".join(self._tabel[k.nama].baris[k.r].kunci)
        return Sisa(k.nama, lembar, a1(b + k.r, kiri + k.c), baris, k.nilai, sebab)

    def _list_rusak(self) -> Iterator[Sisa]:
        """What was no value already when it was read."""
        for t in self._isian.temuan:
            if t.kode in (KU42.kode, KU44.kode):
                yield Sisa("", t.lembar, t.sel, "", t.datang, t.pesan)

    def _list_isi(self) -> Iterator[tuple[str, Matriks]]:
        for nama in self._baru.nama:
            if isi := self._isi.get(nama):
                _, (b, k, b_akhir, k_akhir) = self._baru.nama[nama]
                baris = range(b_akhir - b + 1 if self._formulir else max(r for r, _ in isi) + 1)
                kolom = range(k_akhir - k + 1)
                yield nama, tuple(tuple(to_tampak(isi.get((r, c))) for c in kolom) for r in baris)
