"""Result cells of a workbook that hold no formula: what they show was typed, and nothing recomputes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.alamat import name_kotak, show_nama
from kinerja.perjanjian.kembali.buku import AWALAN_HASIL, BukuUtuh
from kinerja.perjanjian.kembali.kelompok import group_sel
from kinerja.perjanjian.kembali.tanda_formulir import TABEL_INDIKATOR, TABEL_PROGRAM, TABEL_TRIWULAN

_HITUNGAN = re.compile(r"Realisasi|Capaian|Kategori|Jumlah|Serapan|Keterangan")
"""How titles of the hidden tables begin under which no constant is issued."""
_KOSONG = "kosong"
_SARAN = "bandingkan dengan terbitannya lewat kinerja kumpul."


@dataclass(frozen=True, slots=True)
class TanpaRumus:
    """Cells beside each other to which names `hasil_…` lead: sheet, range, what stands there instead of a formula."""

    lembar: str
    sel: str
    isi: str

    @property
    def pesan(self) -> str:
        """One sentence.

        >>> TanpaRumus("Capaian", "J7", "angka").pesan[:47]
        'Capaian!J7 berisi angka, bukan rumus, sehingga '
        """
        akibat = "hasilnya tidak dihitung" if self.isi == _KOSONG else "nilainya bukan hitungan"
        berisi = self.isi if self.isi == _KOSONG else f"berisi {self.isi}"
        return f"{show_nama(self.lembar)}!{self.sel} {berisi}, bukan rumus, sehingga {akibat}; {_SARAN}"

    def to_dict(self) -> dict[str, str]:
        """Plain strings, as JSON has them."""
        return {"lembar": show_nama(self.lembar), "sel": self.sel, "isi": self.isi, "pesan": self.pesan}


def list_tanpa_rumus(buku: BukuUtuh) -> tuple[TanpaRumus, ...]:
    """Those of a workbook, by sheet; every version issues a formula in each of these cells."""
    sama: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for lembar, kotak in dict.fromkeys(buku.list_nama(AWALAN_HASIL).values()):
        b, k, b_akhir, k_akhir = kotak
        for letak in ((r, c) for r in range(b, b_akhir + 1) for c in range(k, k_akhir + 1)):
            sel = buku.get_sel(lembar, *letak)
            if sel is None or sel.rumus is None:
                sama.setdefault((lembar, _call_isi(None if sel is None else sel.nilai)), set()).add(letak)
    for lembar, letak, nilai in _list_tersembunyi(buku):
        sama.setdefault((lembar, _call_isi(nilai)), set()).add(letak)
    return tuple(
        TanpaRumus(lembar, name_kotak(kotak), isi) for (lembar, isi), sel in sama.items() for kotak in group_sel(sel)
    )


def _list_tersembunyi(buku: BukuUtuh) -> Iterator[tuple[str, tuple[int, int], object]]:
    """Constants in the hidden tables of a form under titles where only formulas stand: sheet, cell, what is there."""
    for tabel in (TABEL_INDIKATOR, TABEL_TRIWULAN, TABEL_PROGRAM):
        if tabel in buku.nama:
            lembar, (awal, _, akhir, _) = buku.nama[tabel]
            semua = buku.lembar[lembar].sel
            kolom = {c for (r, c), s in semua.items() if r == awal - 1 and _HITUNGAN.match(str(s.nilai))}
            for (r, c), sel in sorted(semua.items()):
                if awal <= r <= akhir and c in kolom and sel.rumus is None and sel.nilai not in (None, ""):
                    yield lembar, (r, c), sel.nilai


def _call_isi(nilai: object) -> str:
    """In a word."""
    if nilai is None or nilai == "":
        return _KOSONG
    if isinstance(nilai, bool) or not isinstance(nilai, float | str):
        return "nilai"  # TRUE, an error
    return "teks" if isinstance(nilai, str) else "angka"
