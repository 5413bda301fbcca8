"""How the quarters of an indikator become its year in a form: what is agreed, else what `isian_metode` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import IF, OR, SUBSTITUTE, TRIM

TANPA_CARA = "cara setahun belum ditetapkan"
"""Beside quarters of which nobody has agreed how they become a year."""
PERSEN_JUMLAH = f"persen tidak dijumlahkan; {TANPA_CARA}"
"""The same beside shares, which do not add up."""
TAK_DIKENAL = "cara setahun tidak dikenal: "
TAK_DIPAKAI = "cara setahun tidak dipakai: "


@dataclass(frozen=True, slots=True)
class CaraSetahun:
    """What may be said of an indikator.

    Attributes:
        tetap: how, where nobody chooses; None where nothing is agreed, or what is agreed would add up shares.
        boleh: what may be chosen; where it is agreed only that.
        persen: its figures are shares, which never add up.
    """

    tetap: Metode | None
    boleh: tuple[Metode, ...]
    persen: bool

    def write(self, pilih: X | None) -> X:
        """The word of the sheets for the way that holds; "" where there is none.

        Args:
            pilih: what was typed, "" where nothing was; None where the form does not ask.
        """
        hasil = to_x("" if self.tetap is None else self.tetap.sebutan)
        if pilih is not None and self.boleh != (self.tetap,):
            for m in self.boleh:
                hasil = IF(_is_kata(pilih, [m]), m.sebutan, hasil)
        return hasil

    def keterangan(self, pilih: X | None, kosong: X) -> X:
        """What is to be said of it.

        Args:
            pilih: as above; `kosong` whether there are quarters but no year.
        """
        bawaan = PERSEN_JUMLAH if self.persen else TANPA_CARA
        tanpa = IF(kosong, bawaan, "") if self.tetap is None else to_x("")
        if pilih is None:
            return tanpa
        lain = TAK_DIKENAL & pilih
        if self.tetap is not None:
            lain = TAK_DIPAKAI & pilih & f"; yang berlaku: {self.tetap.sebutan}"
        elif self.persen:
            lain = IF(_is_kata(pilih, [Metode.JUMLAH]), PERSEN_JUMLAH, lain)
        return IF(pilih == "", tanpa, IF(_is_kata(pilih, self.boleh), "", lain))


def choose_cara(i: Indikator) -> CaraSetahun:
    """How quarters of an indikator become its year.

    >>> from kinerja.perjanjian import jenis
    >>> choose_cara(Indikator("Hal", jenis.MANFAAT, "%")).tetap is None, Metode.JUMLAH in choose_cara(
    ...     Indikator("Hal", jenis.NILAI, "Persen", metode=Metode.JUMLAH)).boleh
    (True, False)
    """
    persen = is_persen(i)
    if i.berrasio or i.jenis.berurutan or i.jenis.berbobot:
        return CaraSetahun(Metode.AKHIR, (Metode.AKHIR,), persen)
    if i.metode is not None and not (persen and i.metode is Metode.JUMLAH):
        return CaraSetahun(i.metode, (i.metode,), persen)
    if i.jenis.penilaian:
        return CaraSetahun(Metode.RATA_RATA, (Metode.RATA_RATA, Metode.AKHIR), persen)
    return CaraSetahun(None, (Metode.AKHIR, Metode.RATA_RATA) if persen else tuple(Metode), persen)


def is_persen(i: Indikator) -> bool:
    """Whether its figures are shares: by its kind, or by its unit, however that is spelled.

    >>> from kinerja.perjanjian import jenis
    >>> [is_persen(Indikator("Hal", jenis.NILAI, s)) for s in ("Persen (%)", "persentase", "Rp", "dokumen")]
    [True, True, False, False]
    """
    satuan = i.satuan.casefold()
    return i.berpersen or "persen" in i.jenis.parameter or "%" in satuan or satuan.startswith(("persen", "prosen"))


def _is_kata(x: X, semua: Sequence[Metode]) -> X:
    """Whether one of these was typed, as data sets or sheets call it; case, `_` and `-` do not matter."""
    ketik = TRIM(SUBSTITUTE(SUBSTITUTE(x, "_", " "), "-", " "))
    kata = dict.fromkeys(satu.replace("_", " ").replace("-", " ") for m in semua for satu in (m.value, m.sebutan))
    return OR(*(ketik == satu for satu in kata))
