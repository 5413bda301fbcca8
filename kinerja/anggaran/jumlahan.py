"""Totals and sections of a table against the rows that they could sum: one walk with running sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja.anggaran.atas import count_level
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.label import Label, is_seluruh, names_tingkat

_BATAS = frozenset([Kedudukan.WADAH, Kedudukan.JUMLAH, Kedudukan.LUAR])
_SEMUA = frozenset(["tabel", "blok"])


@dataclass(slots=True)
class _Awal:
    """Where a sum may begin: sums of leaves and of tops before it, leaves before it, and what begins there.

    Attributes:
        tingkat: level of a parent, whose sum ends where a row of its level or above begins; 0 for others.
        aktif: it has not ended.
    """

    daun: int
    puncak: int
    banyak: int
    jenis: str
    tingkat: int = 0
    aktif: bool = True


@dataclass(slots=True)
class Jumlahan:
    """Every total must equal the rows of one of the stretches before or after it.

    Attributes:
        induk: numbers of the rows that have rows below them in the tree.
        puncak: numbers of the rows that have none above.
        berkode: the table has codes.
        awal: the first place from which on the rows come to a sum.
        terakhir: the last start of each kind.
        oleh_induk: totals that equal only the rows since a parent or another total, and do not say which level.
    """

    semua: Sequence[Butir]
    induk: set[int]
    puncak: set[int]
    berkode: bool
    daun: int = 0
    atas: int = 0
    banyak: int = 0
    awal: dict[tuple[str, int], _Awal] = field(default_factory=dict)
    terakhir: dict[str, _Awal] = field(default_factory=dict)
    oleh_induk: list[int] = field(default_factory=list)
    tercatat: set[tuple[str, str, int | None]] = field(default_factory=set)
    depan: set[int] = field(default_factory=set)
    bawah: list[int] = field(default_factory=list)
    terbuka: list[_Awal] = field(default_factory=list)

    def run(self) -> None:
        """Judge all rows."""
        self._look_ahead()
        isi = (b for b in self.semua if b.kode and b.kedudukan is Kedudukan.ISI)
        self.tercatat = {(b.pemilik, b.kode, b.sen) for b in isi}
        blok, pemilik = None, None
        self._start("tabel")
        for n, b in enumerate(self.semua):
            if blok is not None and b.blok != blok:
                self._start("blok")
            elif pemilik is not None and b.pemilik != pemilik and b.kedudukan is Kedudukan.ISI:
                self._start("wadah")
            blok, pemilik = b.blok, b.pemilik
            self._judge(n, b)
        self._doubt_induk()

    def _judge(self, n: int, b: Butir) -> None:
        if b.kedudukan is Kedudukan.ISI and b.sen is not None:
            self._judge_isi(n, b)
        if b.kedudukan is Kedudukan.ISI:
            self._add(n, b)
        elif b.kedudukan is Kedudukan.JUMLAH:
            self._judge_jumlah(n, b)
            self._start("jumlah")
        elif b.kedudukan is Kedudukan.WADAH:
            if b.sen and n not in self.depan and not self._find(b.sen, 1):
                b.seharusnya = self.bawah[n]
            self._start("wadah")
        elif b.kedudukan is Kedudukan.LUAR and b.label is Label.JUMLAH and b.sen and self._find(b.sen, 2) == "tabel":
            b.kedudukan = Kedudukan.JUMLAH  # a total of the spending that stands below revenue or financing

    def _start(self, jenis: str, tingkat: int = 0) -> None:
        satu = _Awal(self.daun, self.atas, self.banyak, jenis, tingkat)
        for kunci in (("daun", self.daun), ("puncak", self.atas)):
            if kunci not in self.awal or not self.awal[kunci].aktif:
                self.awal[kunci] = satu
        self.terakhir[jenis] = satu
        if tingkat:
            self.terbuka.append(satu)

    def _close(self, tingkat: int) -> None:
        """Parents end where a row of their level, or above it, begins."""
        while self.terbuka and self.terbuka[-1].tingkat >= tingkat:
            self.terbuka.pop().aktif = False

    def _add(self, n: int, b: Butir) -> None:
        if b.kode:
            self._close(count_level(b.kode))
        if n in self.induk:
            self._start("induk", count_level(b.kode))
        elif b.sen is not None:
            self.daun += b.sen
            self.banyak += 1
        if n in self.puncak:
            self.atas += b.sen or 0

    def _find(self, sen: int, paling_sedikit: int) -> str:
        """What begins the stretch of rows before this one that comes to an amount; "" where none does."""
        for cara, kini in (("daun", self.daun), ("puncak", self.atas)):
            satu = self.awal.get((cara, kini - sen))
            if satu is not None and satu.aktif and self.banyak - satu.banyak >= paling_sedikit:
                return satu.jenis
        return ""

    def _judge_isi(self, n: int, b: Butir) -> None:
        """A row without a place in the tree that equals two rows or more is a total, or a question."""
        sama = bool(b.sen) and (bool(self._find(b.sen or 0, 2)) or n in self.depan)
        if not sama:
            return
        if b.kode:
            b.dua = (b.label is Label.JUMLAH or b.diduga) and n not in self.induk
        elif b.label is Label.PROGRAM or not self.berkode:
            b.dua = True
        else:
            b.kedudukan = Kedudukan.JUMLAH

    def _judge_jumlah(self, n: int, b: Butir) -> None:
        if b.sen is None:
            return
        jenis = self._find(b.sen, 1)
        if is_seluruh(b.nama) and jenis not in _SEMUA:
            jenis = ""
        if jenis in ("induk", "jumlah") and not names_tingkat(b.nama):
            self.oleh_induk.append(n)
        if not jenis and n not in self.depan and (b.pemilik, b.kode, b.sen) not in self.tercatat:
            b.seharusnya = self._expect(n, b)

    def _expect(self, n: int, b: Butir) -> int:
        """What a total that equals nothing should be: everything, what is below it, or the sum that comes nearest."""
        if is_seluruh(b.nama):
            return self.atas - self.terakhir["blok" if "blok" in self.terakhir else "tabel"].puncak
        return self._nearest(b.sen or 0) if self.banyak else self.bawah[n]

    def _nearest(self, sen: int) -> int:
        """The sum that comes nearest to an amount: all rows, or those since a section, a total, a parent."""
        ada = [a for a in self.terakhir.values() if self.banyak > a.banyak]
        calon = [self.atas - a.puncak for a in ada if a.jenis != "induk"] + [self.daun - a.daun for a in ada]
        return min(calon, key=lambda n: (abs(n - sen), n), default=0)

    def _look_ahead(self) -> None:
        """Rows that equal the leaves below them, to where a section, a total or the table ends; and what is below."""
        daun, puncak, banyak = [0], [0], [0]
        for n, b in enumerate(self.semua):
            isi = b.kedudukan is Kedudukan.ISI and (bool(b.kode) or not self.berkode)
            ujung = isi and n not in self.induk
            daun.append(daun[-1] + ((b.sen or 0) if ujung else 0))
            puncak.append(puncak[-1] + ((b.sen or 0) if isi and n in self.puncak else 0))
            banyak.append(banyak[-1] + (ujung and b.sen is not None))
        batas: dict[tuple[str, int], int] = {}
        akhir = akhir_naik = len(self.semua)
        self.bawah = [0] * len(self.semua)
        for n in range(len(self.semua) - 1, -1, -1):
            b = self.semua[n]
            if puncak[n + 1] != puncak[min(n + 2, len(self.semua))]:
                akhir_naik = akhir  # where the stretch ends that the next amount below stands in
            if n + 1 == len(self.semua) or self._is_batas(n + 1):
                akhir = n + 1
                batas["daun", daun[akhir]] = batas["puncak", puncak[akhir]] = akhir
            self.bawah[n] = puncak[akhir_naik if puncak[akhir] == puncak[n + 1] else akhir] - puncak[n + 1]
            if self._is_calon(b) and b.sen:
                perlu = 2 if b.kedudukan is Kedudukan.ISI else 1
                for cara, hingga in (("daun", daun), ("puncak", puncak)):
                    e = batas.get((cara, hingga[n + 1] + b.sen))
                    if e is not None and banyak[e] - banyak[n + 1] >= perlu:
                        self.depan.add(n)

    def _is_calon(self, b: Butir) -> bool:
        """It may be the sum of what is below it."""
        tanpa_tempat = (not b.kode or b.diduga) and b.kedudukan is Kedudukan.ISI
        return b.kedudukan in (Kedudukan.WADAH, Kedudukan.JUMLAH) or tanpa_tempat

    def _is_batas(self, n: int) -> bool:
        """Where a stretch of rows may end: before a section, a total, another kecamatan, a row without a code."""
        b, sebelum = self.semua[n], self.semua[n - 1]
        return (
            b.kedudukan in _BATAS
            or b.blok != sebelum.blok
            or b.pemilik != sebelum.pemilik
            or (self.berkode and not b.kode and b.kedudukan is Kedudukan.ISI)
        )

    def _doubt_induk(self) -> None:
        """The last total of a table that equals only the last rows, and says so nowhere, should sum all of them.

        Where totals of the same name stand above it, it is one of them.
        """
        if not self.oleh_induk or not self.berkode:
            return
        n = self.oleh_induk[-1]
        b = self.semua[n]
        sesudah = any(s.kedudukan is Kedudukan.JUMLAH or (s.kode and s.sen is not None) for s in self.semua[n + 1 :])
        setara = any(s.kedudukan is Kedudukan.JUMLAH and s.nama.casefold() == b.nama.casefold() for s in self.semua[:n])
        if sesudah or setara:
            return
        semua = sum(s.sen or 0 for m, s in enumerate(self.semua) if m in self.puncak and s.blok == b.blok)
        b.seharusnya = None if semua == b.sen else semua
