"""Whether a value may stand in an input of a workbook that is about to be issued."""

from __future__ import annotations

from typing import Any

from kinerja.alamat import Kotak, split_acuan
from kinerja.errors import DataError
from kinerja.perjanjian.kembali.aturan import Batas, find_batas
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.tabel.xlsx_penuh import AturanSel
from kinerja.workbook.eksak import to_tampak
from kinerja.workbook.sel import check_number
from kinerja.workbook.teks import check_text, utf16_length


class Penjaga:
    """The rules of the inputs of a workbook; each is looked up once for the range in which it holds."""

    def __init__(self, buku: BukuUtuh) -> None:
        self._buku = buku
        self._batas: dict[str, list[tuple[Kotak, Batas]]] = {}
        self._aturan: dict[tuple[str, Kotak], AturanSel | None] = {}

    def refuse(self, lembar: str, baris: int, kolom: int, nilai: Any) -> str:
        """Why a value cannot stand in that cell; empty where it can."""
        if isinstance(nilai, bool):
            return "Isinya TRUE atau FALSE, sedangkan yang diminta angka atau teks"
        try:
            if isinstance(nilai, str):
                check_text(nilai)
            elif not isinstance(angka := to_tampak(nilai), str):
                check_number(angka)
        except DataError as galat:
            return galat.pesan.rstrip(".")
        kotak, batas = self._find_batas(lembar, baris, kolom)
        if not isinstance(nilai, str):
            return batas.refuse(nilai)
        if batas.angka:
            return "Isinya teks, sedangkan yang diminta angka"
        return self._refuse_teks(lembar, kotak, nilai)

    def _find_batas(self, lembar: str, baris: int, kolom: int) -> tuple[Kotak, Batas]:
        dikenal = self._batas.setdefault(lembar, [])
        for ada in dikenal:
            if ada[0][0] <= baris <= ada[0][2] and ada[0][1] <= kolom <= ada[0][3]:
                return ada
        dikenal.insert(0, find_batas(self._buku.lembar[lembar].aturan, baris, kolom))
        return dikenal[0]

    def _refuse_teks(self, lembar: str, kotak: Kotak, teks: str) -> str:
        if (lembar, kotak) not in self._aturan:
            semua = (a for a in self._buku.lembar[lembar].aturan if kotak in a.wilayah and a.jenis != "none")
            self._aturan[lembar, kotak] = next(semua, None)
        a = self._aturan[lembar, kotak]
        if a is not None and a.jenis == "textLength" and a.atas.isdecimal() and utf16_length(teks) > int(a.atas):
            return f"Panjangnya {utf16_length(teks)} karakter, sedangkan batasnya {a.atas}"
        if a is not None and a.jenis == "list":
            pilihan = self._list_pilihan(lembar, a.bawah)
            if pilihan and teks.strip().casefold() not in {p.casefold() for p in pilihan}:
                return f"Isinya tidak ada di daftar: {', '.join(pilihan)}"
        return ""

    def _list_pilihan(self, lembar: str, acuan: str) -> list[str]:
        """What a list offers; nothing where it is no range of the workbook."""
        try:
            milik, (b, k, b_akhir, k_akhir) = split_acuan(acuan if "!" in acuan else f"!{acuan}")
        except DataError:
            return []
        sel = (self._buku.get_sel(milik or lembar, r, c) for r in range(b, b_akhir + 1) for c in range(k, k_akhir + 1))
        return [str(s.nilai).strip() for s in sel if s is not None and s.nilai is not None]
