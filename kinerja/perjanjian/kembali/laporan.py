"""What checks on a return look at: it beside its issue, where everything went, what differs; and how they report it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kinerja.alamat import name_kotak, show_nama
from kinerja.perjanjian.kembali.beda import Beda, Pembanding, SelBeda
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.kelompok import group_sel, write_isi
from kinerja.perjanjian.kembali.peta import Peta
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.temuan import TANPA_JENIS, JenisTemuan, join_kata

_MAKS_CONTOH = 3
"""Values of a range that a finding shows."""
MAKS_TEMUAN = 40
"""Findings of one code that are told one by one."""


@dataclass(frozen=True, slots=True)
class Banding:
    """An issue and its return under check; it reports under the code that it was called with."""

    pembanding: Pembanding
    beda: Beda
    jenis: JenisTemuan = TANPA_JENIS

    @property
    def terbit(self) -> BukuUtuh:
        """The issue."""
        return self.pembanding.terbit

    @property
    def datang(self) -> BukuUtuh:
        """The return."""
        return self.pembanding.datang

    @property
    def peta(self) -> Peta:
        """Where the issue's cells stand in the return."""
        return self.pembanding.peta

    def with_jenis(self, jenis: JenisTemuan) -> Banding:
        """The same, reporting under that code."""
        return replace(self, jenis=jenis)

    def report(
        self,
        pesan: str,
        tempat: tuple[str, str] = ("", ""),
        isi: tuple[str, str] = ("", ""),
        bobot: Bobot | None = None,
        saran: str = "",
    ) -> TemuanKumpul:
        """A finding.

        Args:
            tempat: sheet, cell or range; of a place that is gone, as in the issue.
            isi: what was issued, what came.
            bobot, saran: severity and advice, where they are not what the code always has.
        """
        tingkat = bobot or Bobot(self.jenis.tingkat)
        return TemuanKumpul(
            self.jenis.kode, tingkat, show_nama(tempat[0]), tempat[1], *isi, pesan, saran or self.jenis.saran
        )

    def report_sel(
        self, sel: Iterable[SelBeda], pesan: Callable[[SelBeda], str], bobot: Callable[[SelBeda], Bobot] | None = None
    ) -> Iterator[TemuanKumpul]:
        """A finding for each range of cells beside each other of which the same is to be said."""
        sama: dict[tuple[str, str, Bobot | None], dict[tuple[int, int], SelBeda]] = {}
        for s in sel:
            kunci = s.lembar, pesan(s), bobot(s) if bobot else None
            sama.setdefault(kunci, {})[s.baris, s.kolom] = s
        for (lembar, kata, berat), isi in sama.items():
            for b, k, b_akhir, k_akhir in group_sel(isi):
                di_sini = [isi[r, c] for r in range(b, b_akhir + 1) for c in range(k, k_akhir + 1)]
                tempat = lembar, name_kotak((b, k, b_akhir, k_akhir))
                terbit = _list_isi([write_isi(s.terbit) for s in di_sini])
                datang = _list_isi([write_isi(s.datang) for s in di_sini])
                yield self.report(kata, tempat, (terbit, datang), berat)


def _list_isi(isi: Sequence[str]) -> str:
    """The first values of a range, each once.

    >>> _list_isi(["1", "1"]), _list_isi(["1", "2", "3", "4", "5"])
    ('1', '1; 2; 3; dan 2 lagi')
    """
    beda = list(dict.fromkeys(isi))
    if len(beda) <= _MAKS_CONTOH:
        return "; ".join(beda)
    return f"{'; '.join(beda[:_MAKS_CONTOH])}; dan {len(beda) - _MAKS_CONTOH} lagi"


def limit_temuan(temuan: Iterable[TemuanKumpul]) -> Iterator[TemuanKumpul]:
    """The findings of one code; of too many the first, the heaviest before others, and how many more stand where."""
    berat = list(Bobot)
    semua = sorted(temuan, key=lambda t: berat.index(t.tingkat))
    yield from semua[:MAKS_TEMUAN]
    if sisa := semua[MAKS_TEMUAN:]:
        lembar = Counter(t.lembar for t in sisa if t.lembar)
        di = f", di lembar {join_kata([f'{nama} ({n})' for nama, n in lembar.items()])}" if lembar else ""
        pesan = f"Masih ada {len(sisa)} temuan lain seperti ini{di}."
        yield replace(sisa[0], lembar="", sel="", terbit="", datang="", pesan=pesan)
