"""What was typed into a returned workbook, by the names of its issue; each value judged by the rule of its cell.

An input is read where the issue says that it stands (`Peta` knows what has moved since). A figure that can be read in
one way only is read, with a note; what cannot be used is no value, with a finding, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from kinerja.alamat import Kotak, a1
from kinerja.angka import JenisAngka, read_angka
from kinerja.errors import KosongError, MasukanError
from kinerja.perjanjian.kembali.aturan import Batas, find_batas
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN, BukuUtuh
from kinerja.perjanjian.kembali.kelompok import write_nilai
from kinerja.perjanjian.kembali.lapor import JenisKumpul
from kinerja.perjanjian.kembali.peta import Peta
from kinerja.perjanjian.kembali.tabel_formulir import list_bentuk
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.tabel.sel import SelGalat
from kinerja.tabel.xlsx_gaya import judge_format
from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.workbook.eksak import BILANGAN, to_eksak, to_tampak
from kinerja.workbook.ekspresi import X
from kinerja.workbook.urai import parse_rumus
from kinerja.workbook.urai_fungsi import UraiError

Nilai = Any
"""int, Fraction, text, bool, None; or an expression where a formula was typed."""
MAKS_PER_JENIS = 25
"""Cells of a block that are named one by one; of more, how many there are."""

KU40 = JenisKumpul("KU40", Bobot.CATATAN, "Angka diketik sebagai teks", "Tidak perlu apa-apa; angkanya terbaca.")
KU41 = JenisKumpul(
    "KU41", Bobot.PERIKSA, "Isian tidak terbaca sebagai angka", "Minta kecamatan mengetik ulang angkanya."
)
KU42 = JenisKumpul(
    "KU42",
    Bobot.PERIKSA,
    "Angka berubah menjadi tanggal",
    "Minta angkanya diketik ulang; format selnya jangan tanggal.",
)
KU43 = JenisKumpul(
    "KU43",
    Bobot.PERIKSA,
    "Isian berformat persen",
    "Pastikan angka yang dimaksud, lalu minta diketik ulang; format selnya jangan persen.",
)
KU44 = JenisKumpul("KU44", Bobot.PERIKSA, "Isian berisi galat", "Minta kecamatan mengetik ulang isinya.")
KU46 = JenisKumpul(
    "KU46", Bobot.PERIKSA, "Rumus isian tidak dapat dihitung", "Minta kecamatan mengetik angkanya, bukan rumus."
)
KU45 = JenisKumpul("KU45", Bobot.PERIKSA, "Isian di luar batas", "Minta kecamatan memeriksa angkanya.")


class Tempat(NamedTuple):
    """An input cell of the issue: its block, sheet, row and column."""

    nama: str
    lembar: str
    baris: int
    kolom: int


@dataclass(frozen=True, slots=True)
class BlokIsian:
    """One block of inputs.

    Attributes:
        isi: values by row and column of the block; None where nothing was typed, and where the issuer filled in.
        kotak: where it stands in the issue.
    """

    nama: str
    lembar: str
    kotak: Kotak
    isi: tuple[tuple[Nilai, ...], ...]

    @property
    def terisi(self) -> bool:
        """Whether anything was typed."""
        return any(n is not None for baris in self.isi for n in baris)


@dataclass(frozen=True, slots=True)
class Isian:
    """All that was typed, by name; what there is to say about it."""

    blok: Mapping[str, BlokIsian]
    temuan: tuple[TemuanKumpul, ...]

    def count_terisi(self) -> int:
        """How many inputs hold something."""
        return sum(n is not None for blok in self.blok.values() for baris in blok.isi for n in baris)

    @property
    def berumus(self) -> bool:
        """Whether a formula was typed anywhere."""
        jenis = {type(n) for blok in self.blok.values() for baris in blok.isi for n in baris}
        return any(issubclass(satu, X) for satu in jenis)


def read_isian(terbit: BukuUtuh, datang: BukuUtuh, peta: Peta) -> Isian:
    """What was typed.

    Args:
        terbit: the issue; where there is none, the return itself, which then says where its inputs stand.
    """
    pembaca = _Pembaca(terbit, datang)
    blok = {}
    for nama, (lembar, kotak) in terbit.list_nama(AWALAN_ISIAN).items():
        isi = pembaca.read_blok(nama, lembar, kotak, peta)
        blok[nama] = BlokIsian(nama, lembar, kotak, isi)
    return Isian(blok, tuple(pembaca.list_temuan()))


def _find_terkunci(terbit: BukuUtuh, lembar: str, letak: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of some cells that the issuer filled in and locked; a form may have formulas among them."""
    sel = terbit.lembar[lembar].sel
    ada = [satu for satu in letak if satu in sel]
    isi = {s: sel[s] for s in ada if sel[s].nilai is not None or sel[s].rumus is not None}
    return {satu for satu, s in isi.items() if terbit.get_rupa(s).terkunci}


@lru_cache(maxsize=256)
def list_baris(kotak: Kotak) -> tuple[tuple[int, int], ...]:
    """The cells of a block row by row."""
    b, k, b_akhir, k_akhir = kotak
    return tuple((r, c) for r in range(b, b_akhir + 1) for c in range(k, k_akhir + 1))


class _Pembaca:
    """Reads one cell after the other and gathers what there is to say."""

    def __init__(self, terbit: BukuUtuh, datang: BukuUtuh) -> None:
        self._terbit, self._datang = terbit, datang
        self._bentuk = [judge_format(r.format) for r in datang.rupa]
        self._batas: dict[str, tuple[Kotak, Batas]] = {}
        self._kejadian: dict[tuple[str, str], list[TemuanKumpul]] = {}
        self._bentuk_formulir = list_bentuk(terbit)
        self._biasa = frozenset(n for n, bentuk in enumerate(self._bentuk) if not bentuk)

    def read_blok(self, nama: str, lembar: str, kotak: Kotak, peta: Peta) -> tuple[tuple[Nilai, ...], ...]:
        """The values of a block, row by row: of all its cells but what the issuer filled in and locked."""
        letak = list_baris(kotak)
        semua: Sequence[SelPenuh | None]
        if peta.is_diam(lembar):
            semua = [*map(self._datang.lembar[lembar].sel.get, letak)]
        else:
            tujuan = [peta.find(lembar, *satu) for satu in letak]
            semua = [self._datang.get_sel(*satu) if satu else None for satu in tujuan]
        rendah, tinggi = self._find_bulat(lembar, kotak)
        terkunci = _find_terkunci(self._terbit, lembar, letak)
        bulat: dict[int, Nilai] = {}  # by identity: hundreds of answers are a few cells, and need no `read`
        for n, beda in {id(s): s for s in semua if s is not None}.items():
            angka, rumus, gaya = beda
            if type(angka) is not float or rumus is not None or gaya not in self._biasa:
                continue
            if rendah <= angka <= tinggi and angka.is_integer():
                bulat[n] = int(angka)
        isi = [None if s is None else bulat.get(id(s), s) for s in semua]
        for n, (satu, sel) in enumerate(zip(letak, isi, strict=True)):
            if type(sel) is SelPenuh:
                isi[n] = None if satu in terkunci else self.read(Tempat(nama, lembar, *satu), sel)
            elif terkunci and satu in terkunci:
                isi[n] = None
        lebar = kotak[3] - kotak[1] + 1
        return tuple(tuple(isi[n : n + lebar]) for n in range(0, len(isi), lebar))

    def _find_bulat(self, lembar: str, kotak: Kotak) -> tuple[int, int]:
        """Between which bounds a whole number can stand anywhere in a block; none where it has several rules."""
        b, k, b_akhir, k_akhir = kotak
        (atas, kiri, bawah, kanan), batas = find_batas(self._terbit.lembar[lembar].aturan, b, k)
        satu = atas <= b and kiri <= k and b_akhir <= bawah and k_akhir <= kanan
        return batas.find_bulat() if satu else (0, -1)

    def read(self, t: Tempat, sel: SelPenuh) -> Nilai:
        """The value of an input cell; None where it cannot be used."""
        nilai = self._read_rumus(t, sel) if sel.rumus is not None else sel.nilai
        if nilai is None or isinstance(nilai, X):
            return nilai
        if isinstance(nilai, SelGalat):
            self._tell(KU44, t, f"Sel ini berisi {nilai}, sehingga tidak dipakai.", str(nilai))
            return None
        batas = self._find_batas(t)
        if isinstance(nilai, str):
            nilai = self._read_teks(t, nilai, batas.angka) if batas.angka else nilai
        elif isinstance(nilai, bool):
            if batas.angka:
                self._tell(KU41, t, "Isinya TRUE atau FALSE, bukan angka.", str(nilai).upper())
        else:
            nilai = self._read_angka(t, nilai, self._bentuk[sel.gaya] if sel.gaya < len(self._bentuk) else "")
        if type(nilai) in BILANGAN or isinstance(nilai, str):
            self._check_batas(t, nilai, batas)
        return nilai

    def _read_rumus(self, t: Tempat, sel: SelPenuh) -> Any:
        """An input that is a formula: an expression, or what its program stored where it is none of ours."""
        assert sel.rumus is not None
        try:
            x = parse_rumus(sel.rumus, t.lembar)
        except (UraiError, ValueError):
            pesan = "Rumus ini tidak dapat dihitung; yang dipakai nilai yang tersimpan."
            self._tell(KU46, t, pesan, f"={sel.rumus[:60]}")
            return sel.nilai
        return x if x.tetap is None else to_tampak(x.tetap)

    def _find_batas(self, t: Tempat) -> Batas:
        ada = self._batas.get(t.nama)
        if ada is None or not (ada[0][0] <= t.baris <= ada[0][2] and ada[0][1] <= t.kolom <= ada[0][3]):
            ada = self._batas[t.nama] = find_batas(self._terbit.lembar[t.lembar].aturan, t.baris, t.kolom)
        return ada[1]

    def _read_teks(self, t: Tempat, teks: str, jenis: JenisAngka) -> Nilai:
        if not teks.strip():
            return None
        try:
            nilai = to_eksak(read_angka(teks, jenis))
        except KosongError:
            return None
        except MasukanError as galat:
            self._tell(KU41, t, str(galat.pesan), teks)
            return teks
        self._tell(KU40, t, f"Teks {teks.strip()!r} dibaca sebagai angka.", teks.strip())
        return nilai

    def _read_angka(self, t: Tempat, nilai: Any, bentuk: str) -> Nilai:
        if bentuk and self._bentuk_formulir.get(t.nama) == bentuk:  # as the form shows it
            bentuk = ""
        try:
            eksak = to_eksak(nilai)
        except MasukanError as galat:
            self._tell(KU44, t, f"Isinya tidak dapat dipakai: {galat.pesan}", str(nilai)[:40])
            return None
        if bentuk in ("tanggal", "durasi"):
            self._tell(KU42, t, "Sel ini tampil sebagai tanggal atau jam, sehingga tidak dipakai.", write_nilai(eksak))
            return None
        if bentuk == "persen":
            persen = write_nilai(eksak * 100)
            self._tell(KU43, t, f"Sel ini tampil sebagai persen; dibaca {persen}.", f"{persen}%")
            return to_eksak(eksak * 100)
        return eksak

    def _check_batas(self, t: Tempat, nilai: Nilai, batas: Batas) -> None:
        if pesan := batas.refuse(nilai):
            self._tell(KU45, t, f"{pesan}.", write_nilai(nilai))

    def _tell(self, jenis: JenisKumpul, t: Tempat, pesan: str, datang: str) -> None:
        temuan = jenis.report((t.lembar, a1(t.baris, t.kolom)), pesan, datang=datang)
        self._kejadian.setdefault((jenis.kode, t.nama), []).append(temuan)

    def list_temuan(self) -> Iterator[TemuanKumpul]:
        """Findings by block, of many alike the first and how many more."""
        for semua in self._kejadian.values():
            yield from semua[:MAKS_PER_JENIS]
            if (lebih := len(semua) - MAKS_PER_JENIS) > 0:
                t = semua[MAKS_PER_JENIS]
                pesan = f"Hal yang sama ada di {lebih} sel lagi mulai sel {t.sel}."
                yield TemuanKumpul(t.kode, t.tingkat, t.lembar, t.sel, "", "", pesan, t.saran)
