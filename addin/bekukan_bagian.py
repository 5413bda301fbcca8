"""Freeze one part of a workbook: cells, names, validations, conditional formats, table columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from xml.sax.saxutils import escape

from addin.bekukan import RupaError, TolakAcuan, freeze_formula, refuse_no_acuan
from addin.bekukan_acuan import RupaBagian
from addin.bekukan_geser import DI_MANA_SAJA, SEBARIS, list_geser, read_geser
from addin.bekukan_nama import NamaLembar
from addin.bekukan_sel import DALAM_SEL, MAKS_SEL, Letak, Sel, is_nol, list_blok, read_sel
from addin.bekukan_sunting import Suntingan
from addin.bekukan_xml import Dicari, Elemen, walk
from addin.ejaan import LAYANAN_CALC, find_ragu, has_call
from addin.rumus_biasa import TanpaRumusError
from kinerja.alamat import Kotak
from kinerja.errors import DataError

PANJANG_VALIDASI = 255
"""Excel refuses a longer formula in a data validation, and with it the file."""
TANPA_HASIL = "tidak menyimpan hasil hitungan"
_BERLAKU = ("conditionalFormatting", "dataValidation")
"""Elements that say for which cells the formulas in them are computed."""
_VALIDASI = frozenset(("formula1", "formula2"))
_RUMUS = _VALIDASI | {"formula", "definedName", "calculatedColumnFormula", "totalsRowFormula", "f"}


@dataclass(frozen=True, slots=True)
class Sisa:
    """A call that could not be frozen: where it stands, and why."""

    tempat: str
    rumus: str
    sebab: str


@dataclass(slots=True)
class Laporan:
    """What was done with a file; `rupa`: cells of which the value stays because of how a cell looks."""

    rumus: int = 0
    nilai: int = 0
    rupa: list[Sisa] = field(default_factory=list)
    sisa: list[Sisa] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cara:
    """How to freeze.

    `pada`: the day whose law the formulas follow. `nilai_saja`: values instead of formulas. `hari_lain`: the law asked
    for is not that of today, which the stored values follow, so none of them may stay alone.
    """

    pada: date
    nilai_saja: bool
    hari_lain: bool


@dataclass(frozen=True, slots=True)
class Sekitar:
    """What a part sees of its workbook: the names, and how cells look."""

    nama: NamaLembar = field(default_factory=NamaLembar)
    rupa: RupaBagian | None = None


SENDIRI = Sekitar()


class Pembeku:
    """Freezes a part; what it did is added to a report.

    Args:
        data: the part.
        bagian: its name for the report, `lembar DPA`.
        tempat: for messages: the file and the part.
        sekitar: the workbook around it.
    """

    def __init__(
        self,
        data: bytes,
        bagian: str,
        tempat: str,
        cara: Cara,
        laporan: Laporan,
        sekitar: Sekitar = SENDIRI,
    ) -> None:
        self._sunting = Suntingan(data, tempat)
        self._bagian, self._cara, self._laporan = bagian, cara, laporan
        self._nama, self._rupa = sekitar.nama, sekitar.rupa
        self._berlaku = ""
        self._letak = Letak()
        self._sel: dict[str, list[Sel]] = {}  # by shared formula; a cell that shares none by its place
        self._jumlah_sel = 0
        self._bersama_lain: set[str] = set()
        self._sisa: list[tuple[int, Sisa]] = []
        self.perlu_hitung = False
        """Whether a cell lost a result that was none, so that the file must be computed on opening."""

    def freeze(self) -> bytes:
        """The part, frozen.

        Raises:
            DataError: not well-formed, not in UTF-8, or too much.
        """
        sunting = self._sunting
        mulai = {"row": self._letak.start_baris, "c": self._letak.start_sel, **dict.fromkeys(_BERLAKU, self._start)}
        dicari = Dicari(_RUMUS, wadah=frozenset(("c", "definedNames")), susulan=frozenset("v"), mulai=mulai)
        walk(sunting.data, sunting.tempat, dicari, self._take)
        # Only now: the first cell of a shared formula decides for its followers, also for those that stand before it.
        for anggota in self._sel.values():
            self._freeze_sel(anggota)
        self._laporan.sisa += [sisa for _, sisa in sorted(self._sisa, key=lambda satu: satu[0])]
        return sunting.splice()

    def _start(self, atribut: dict[str, str]) -> None:
        self._berlaku = atribut.get("sqref", "")

    def _take(self, elemen: Elemen) -> None:
        if elemen.nama == "definedNames":
            self._freeze_nama(elemen)
        elif elemen.nama != "c":
            self._freeze_lain(elemen)
        elif elemen.dalam == DALAM_SEL:
            sel = read_sel(elemen, self._letak.get_alamat())
            if sel and self._is_ours(sel):
                # Who asks for all to be computed on opening may have stored 0 for what was not.
                belum = sel.nol and self._nama.daftar.hitung_ulang
                self._add(replace(sel, ada_nilai=False) if belum else sel)

    def _is_ours(self, sel: Sel) -> bool:
        """Whether a cell calls us, or may follow a cell that does."""
        if has_call(sel.rumus):
            return True
        if sel.bersama and sel.rumus:
            self._bersama_lain.add(sel.bersama)
        menunggu = sel.bersama in self._sel or sel.bersama not in self._bersama_lain
        return bool(sel.bersama) and not sel.rumus and menunggu

    def _add(self, sel: Sel) -> None:
        self._jumlah_sel += 1 + len(list_blok(sel))
        if self._jumlah_sel > MAKS_SEL:
            pesan = f"Lebih dari {MAKS_SEL} sel memakai fungsi kinerja atau rumus bersama."
            raise DataError(pesan, tempat=self._sunting.tempat, saran="Bagi lembarnya ke beberapa buku kerja.")
        self._sel.setdefault(sel.bersama or f"di {sel.awal}", []).append(sel)

    def _freeze_sel(self, anggota: list[Sel]) -> None:
        """The cells of one shared formula, of which those with text are all ours; or one cell."""
        pertama = [sel for sel in anggota if sel.rumus]
        if not pertama:
            return
        ragu = next(filter(None, (self._find_ragu(sel.rumus) for sel in pertama)), "")
        if ragu:  # perhaps a function of the user's, whose formula must not become a value either
            for sel in anggota:
                self._leave(sel, ragu)
            return
        try:
            if self._cara.nilai_saja:
                raise TanpaRumusError("")
            baca = self._read_di_lembar if pertama[0].bersama else self._nama.find
            baru = [
                freeze_formula(sel.rumus, pada=self._cara.pada, baca=baca, tolak=self._refuse(list_geser(sel, anggota)))
                for sel in pertama
            ]
        except TanpaRumusError as galat:
            self._to_nilai(anggota, str(galat), rupa=isinstance(galat, RupaError))
            return
        for sel, isi in zip(pertama, baru, strict=True):
            self._sunting.fill(*sel.tempat_rumus, _escape(isi))
        self._laporan.rumus += len(pertama)
        for sel in anggota:
            if sel.tanpa_nama and sel.tempat_nilai:  # cached by a program that did not have the add-in
                self.perlu_hitung = True
                self._sunting.remove_atribut(sel.awal, "t")
                self._sunting.remove(*sel.tempat_nilai)

    def _find_ragu(self, rumus: str) -> str:
        return find_ragu(rumus) or self._nama.daftar.find_buatan(rumus, self._cara.pada)

    def _refuse(self, geser: Sequence[Kotak]) -> TolakAcuan:
        return partial(self._rupa.refuse, geser) if self._rupa else refuse_no_acuan

    def _read_di_lembar(self, awalan: str, nama: str) -> str | None:
        """For a shared formula, which may name cells of its own sheet only."""
        sel = self._nama.find(awalan, nama)
        return None if sel and "!" in sel else sel

    def _to_nilai(self, anggota: list[Sel], sebab: str, *, rupa: bool = False) -> None:
        """The cells with their stored values only; all as they were, and reported, when one has no usable value."""
        halangan = ""
        if self._cara.hari_lain:
            halangan = "hasil yang tersimpan menurut aturan hari lain"
        elif anggota[0].bersama in self._bersama_lain:
            halangan = "rumus bersama ini mempunyai lebih dari satu sel pertama"
        elif not all(map(self._has_blok, anggota)):
            halangan = f"sel lain dari larik itu {TANPA_HASIL}"
        elif not all(sel.ada_nilai for sel in anggota):
            halangan = f"sel lain dengan rumus bersama ini {TANPA_HASIL}"
        for sel in anggota:
            if not halangan:
                self._laporan.nilai += 1
                self._laporan.rupa += [self._note(sel, sebab)] if rupa else []
                self._sunting.remove_atribut(sel.awal, "cm")  # marks a dynamic array formula
                self._sunting.remove(*sel.tempat_rumus)
                continue
            akibat = halangan if sel.ada_nilai or self._cara.hari_lain else f"sel itu {TANPA_HASIL}"
            self._leave(sel, "; ".join(filter(None, (sebab, akibat))))

    def _has_blok(self, sel: Sel) -> bool:
        """Whether every other cell of an array formula stores its result; the block would lose what is not stored."""
        lain = list_blok(sel)
        nol = [self._nol_blok[alamat] for alamat in lain if alamat in self._nol_blok]
        return len(nol) == len(lain) and not (lain and self._nama.daftar.hitung_ulang and all(nol))

    @cached_property
    def _nol_blok(self) -> dict[str, bool]:
        """Of each cell inside an array formula of ours that stores something, whether it is 0."""
        alamat = {kini for anggota in self._sel.values() for sel in anggota for kini in list_blok(sel)}
        hasil: dict[str, bool] = {}
        letak = Letak()

        def take(elemen: Elemen) -> None:
            if elemen.nama == "c" and elemen.dalam == DALAM_SEL and (kini := letak.get_alamat()) in alamat:
                hasil[kini] = is_nol(elemen)

        mulai = {"row": letak.start_baris, "c": letak.start_sel}
        dicari = Dicari(frozenset(("v", "is")), wadah=frozenset("c"), mulai=mulai)
        if alamat:
            walk(self._sunting.data, self._sunting.tempat, dicari, take)
        return hasil

    def _leave(self, sel: Sel, sebab: str) -> None:
        self._sisa.append((sel.awal, self._note(sel, sebab)))

    def _note(self, sel: Sel, sebab: str) -> Sisa:
        return Sisa(f"{self._bagian}, sel {sel.alamat}", sel.rumus or "rumus bersama", sebab)

    def _freeze_nama(self, elemen: Elemen) -> None:
        """Defined names; those that Calc makes of its add-in functions go."""
        sisa = [nama for nama in elemen.anak if not _is_nama_calc(nama)]
        if not sisa:
            self._sunting.remove(elemen.awal, elemen.tutup)
            return
        for nama in elemen.anak:
            if _is_nama_calc(nama):
                self._sunting.remove(nama.awal, nama.tutup)
        for nama in sisa:
            self._freeze_lain(nama)

    def _freeze_lain(self, elemen: Elemen, *, validasi: bool = False) -> None:
        """Names, validations, conditional formats, table columns: without a value, only a formula can replace them."""
        validasi = validasi or elemen.nama in _VALIDASI
        for anak in elemen.anak:  # the xm:f of newer validations
            self._freeze_lain(anak, validasi=validasi)
        if elemen.nama not in _RUMUS or not has_call(elemen.teks):
            return
        try:
            if ragu := self._find_ragu(elemen.teks):
                raise TanpaRumusError(ragu)
            geser = [DI_MANA_SAJA]
            if elemen.nama == "calculatedColumnFormula":
                geser = [SEBARIS]
            elif elemen.nama == "formula" or elemen.nama in _VALIDASI:
                geser = [read_geser(self._berlaku)]
            baru = freeze_formula(elemen.teks, pada=self._cara.pada, baca=self._nama.find, tolak=self._refuse(geser))
            if validasi and len(baru) > PANJANG_VALIDASI:
                raise TanpaRumusError(f"rumus validasi data paling banyak {PANJANG_VALIDASI} karakter")
        except TanpaRumusError as galat:
            self._sisa.append((elemen.awal, Sisa(self._bagian, elemen.teks, str(galat))))
            return
        self._laporan.rumus += 1
        self._sunting.fill(elemen.awal, elemen.tutup, _escape(baru))


def _is_nama_calc(elemen: Elemen) -> bool:
    return elemen.atribut.get("name", "").casefold().startswith(f"{LAYANAN_CALC}.".casefold()) and not elemen.teks


def _escape(rumus: str) -> bytes:
    return escape(rumus, {"\r": "&#13;"}).encode()
