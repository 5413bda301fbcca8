"""One agreement filled into a form: rows repeated, values where names stand, inputs named, all else locked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja.alamat import a1
from kinerja.errors import DataError, gather
from kinerja.formulir.baca import Formulir, LembarForm, Tempat
from kinerja.formulir.geser import DIAM, PetaBaris, Ulangan
from kinerja.formulir.kunci import name_blok, protect
from kinerja.formulir.minta import Minta, Peminta
from kinerja.formulir.nama import DAFTAR, NAMA, Butir, NamaForm, parse_nama, read_nilai, write_nilai
from kinerja.formulir.pilihan import check_pilihan, has_pilihan
from kinerja.formulir.rangka import get_rangka, open_buku
from kinerja.formulir.sel import Worksheet, find_bernama, is_sel
from kinerja.formulir.simpan import save_buku
from kinerja.formulir.susun import PenyusunBaris
from kinerja.formulir.tanda import put_tanda
from kinerja.formulir.tersisa import NaskahForm, check_tempat
from kinerja.formulir.tinggi import grow_tinggi
from kinerja.formulir.tulis import fill_teks, put_nilai, quote, write_acuan
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.temuan import Temuan
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Matriks

JUMLAH = "anggaran.jumlah"


@dataclass(frozen=True, slots=True)
class BukuFormulir:
    """A filled form.

    Attributes:
        isi: the bytes of the file.
        temuan: what of the agreement has no place in the form.
        terhitung: how many of its formulas have a value in the file; so `tak_terhitung`, that have none.
    """

    isi: bytes
    temuan: tuple[Temuan, ...]
    terhitung: int
    tak_terhitung: int


def fill_formulir(
    formulir: Formulir, pk: PerjanjianKinerja, isi: Mapping[str, Matriks] | None = None, kunci: Kunci | None = None
) -> BukuFormulir:
    """The workbook of an agreement.

    Args:
        isi: what is carried over into inputs, by name.
        kunci: hashed password; None locks without one.

    Raises:
        DataError: the agreement holds what no cell can hold, or what a list of the form does not allow.
    """
    pengisi = _Pengisi(formulir, pk)
    pengisi.fill()
    return pengisi.finish(isi or {}, kunci)


def check_nilai(formulir: Formulir, perjanjian: Sequence[PerjanjianKinerja]) -> Iterator[PerjanjianKinerja]:
    """Refuse a batch of which one agreement does not fit the form, before any of it is written.

    The first is tried as a whole; where the form has drop-down lists, all are tried for what these allow.

    Yields:
        agreements that have been tried.

    Raises:
        DataError: which kecamatan, where and why, when all are tried; BanyakError: of several.
    """
    semua = perjanjian if has_pilihan(open_buku(formulir.isi, formulir.berkas)) else perjanjian[:1]
    salah = []
    for pk in semua:
        try:
            _Pengisi(formulir, pk).fill()
        except DataError as galat:
            salah.append(galat.at(f"kecamatan {pk.kecamatan.sebutan}, {galat.tempat}"))
        yield pk
    if salah:
        raise gather(salah)
    fill_formulir(formulir, perjanjian[0])


class _Pengisi:
    """A form while it is filled in."""

    def __init__(self, formulir: Formulir, pk: PerjanjianKinerja) -> None:
        self._f, self._pk = formulir, pk
        self._wb = open_buku(formulir.isi, formulir.berkas)
        self._rangka = get_rangka(formulir)
        self._butir = {nama: DAFTAR[nama].list_butir(pk) for nama in DAFTAR}
        self._peta = {lembar.nama: self._make_peta(lembar) for lembar in formulir.lembar if lembar.ulangan}
        self._peminta = Peminta(self._wb, pk, self._peta)
        self._terisi: dict[str, set[tuple[int, int]]] = {lembar.nama: set() for lembar in formulir.lembar}
        self._tunda: list[tuple[Tempat, int, Butir | None]] = []

    def _make_peta(self, lembar: LembarForm) -> PetaBaris:
        return PetaBaris([Ulangan(b, d, max(1, len(self._butir[d]))) for b, d in lembar.ulangan])

    def fill(self) -> None:
        """Rows in place, then values; texts that hold what is typed elsewhere come last.

        Raises:
            DataError: as `fill_formulir`.
        """
        PenyusunBaris(self._wb, self._peta).expand()
        semua = [tempat for lembar in self._f.lembar for tempat in lembar.tempat]
        for lembar in self._f.lembar:
            self._peminta.open_lembar(self._wb[lembar.nama], self._rangka[lembar.nama])
        for tempat in sorted(semua, key=lambda t: not t.daftar):  # what tables ask for, is not asked for elsewhere
            for salinan, butir in self._list_salinan(tempat):
                self._put(self._wb[tempat.lembar], tempat, salinan, butir)
        for lembar in self._f.lembar:
            ws = self._wb[lembar.nama]
            self._clear_kosong(ws, lembar)
            terisi = sorted(self._terisi[ws.title])
            check_pilihan(self._wb, ws, terisi, self._f.berkas)
            grow_tinggi(ws, terisi)
        for tempat, salinan, butir in self._tunda:
            self._put_gabungan(tempat, salinan, butir)

    def _list_salinan(self, tempat: Tempat) -> Iterator[tuple[int, Butir | None]]:
        """The copies of a cell, each with the item of its row."""
        if tempat.daftar:
            yield from enumerate(self._butir[tempat.daftar])
        else:
            yield 0, None

    def _letak(self, tempat: Tempat, salinan: int) -> tuple[int, int]:
        """Row and column, from 0, of a copy of a cell."""
        return self._peta.get(tempat.lembar, DIAM).awal(tempat.baris) + salinan, tempat.kolom

    def _put(self, ws: Worksheet, tempat: Tempat, salinan: int, butir: Butir | None) -> None:
        baris, kolom = self._letak(tempat, salinan)
        sel, di_mana = ws.cell(baris + 1, kolom + 1), f"lembar {ws.title}, sel {a1(baris, kolom)}"
        if tempat.isian:
            self._peminta.ask(tempat, sel, Minta(tempat.isian.removeprefix(AWALAN_ISIAN), tempat.daftar, butir))
            return
        nilai = [(nama, read_nilai(nama, self._pk, self._butir, butir)) for nama in tempat.nama]
        kosong = [nama for nama, satu in nilai if satu is None and self._is_diminta(nama)]
        if kosong and tempat.polos:
            self._peminta.ask(tempat, sel, Minta.from_nama(kosong[0], kosong[0].find_butir(self._butir, butir)))
            return
        self._terisi[ws.title].add((baris, kolom))
        if tempat.polos and nilai[0][1] is None and tempat.nama[0].bidang == JUMLAH:
            sel.value = self._write_jumlah()
        elif not kosong and tempat.polos:
            put_nilai(sel, nilai[0][1], di_mana)
        elif not kosong:
            fill_teks(sel, sel.value, tempat.teks, lambda teks: self._write(teks, butir), di_mana)
        else:
            self._tunda.append((tempat, salinan, butir))

    def _write(self, teks: str, butir: Butir | None) -> str:
        """What a name inside a text becomes."""
        nama = parse_nama(teks)
        assert nama is not None
        bidang = nama.get_bidang()
        assert bidang is not None
        return write_nilai(read_nilai(nama, self._pk, self._butir, butir), bidang)

    def _is_diminta(self, nama: NamaForm) -> bool:
        """Whether the kecamatan may type it where it is not known yet."""
        bidang = nama.get_bidang()
        return bidang is not None and bidang.isian != ""

    def _put_gabungan(self, tempat: Tempat, salinan: int, butir: Butir | None) -> None:
        """A text with something in it that is typed in another cell, or, where in none, in this one."""
        ws = self._wb[tempat.lembar]
        baris, kolom = self._letak(tempat, salinan)
        sel = ws.cell(baris + 1, kolom + 1)
        bagian = self._list_bagian(tempat, butir)
        if all(bagian):
            sel.value = "=" + "&".join(bagian)
            return
        di_mana = f"lembar {ws.title}, sel {a1(baris, kolom)}"
        fill_teks(sel, sel.value, tempat.teks, lambda teks: self._write(teks, butir), di_mana)
        if not any(huruf.isalnum() for huruf in str(sel.value)):
            sel.value = None
        self._terisi[ws.title].discard((baris, kolom))
        self._peminta.ask_teks(tempat, sel, butir)

    def _write_jumlah(self) -> str | None:
        """The sum of the budgets that are typed in a table of the form, once all of them are there."""
        for t in (t for lembar in self._f.lembar for t in lembar.tempat):
            if t.polos and t.daftar == "program" and t.nama[0].bidang == "anggaran" and self._butir["program"]:
                kotak = self._peta[t.lembar].move_kotak((t.baris, t.kolom, t.baris, t.kolom))
                rentang = name_blok(t.lembar, kotak)
                return f'=IF(COUNT({rentang})={len(self._butir["program"])},SUM({rentang}),"")'
        return None

    def _list_bagian(self, tempat: Tempat, butir: Butir | None) -> list[str]:
        """The pieces of a text as a formula joins them; an empty one for what is typed nowhere."""
        bagian: list[str] = []
        letak = 0
        for cocok, nama in zip(NAMA.finditer(tempat.teks), tempat.nama, strict=True):
            if cocok.start() > letak:
                bagian.append(quote(tempat.teks[letak : cocok.start()]))
            letak = cocok.end()
            if read_nilai(nama, self._pk, self._butir, butir) is None and self._is_diminta(nama):
                acuan = self._peminta.find(Minta.from_nama(nama, nama.find_butir(self._butir, butir)))
                bagian.append(acuan and write_acuan(acuan, nama))
            else:
                bagian.append(quote(self._write(cocok[1], butir)))
        return [*bagian, quote(tempat.teks[letak:])] if letak < len(tempat.teks) else bagian

    def _clear_kosong(self, ws: Worksheet, lembar: LembarForm) -> None:
        """A row whose list has no item stays, without anything in it."""
        for baris, daftar in lembar.ulangan:
            if not self._butir[daftar]:
                for sel in ws[self._peta[lembar.nama].awal(baris) + 1]:
                    if is_sel(sel):
                        sel.value = None

    def _list_halaman(self) -> dict[str, dict[str, str]]:
        """Heads and feet by sheet and element, as the form has them; in what is filled in, `&` is but a letter."""

        def write(cocok: re.Match[str]) -> str:
            return self._write(cocok[1], None).replace("&", "&&")

        return {
            lembar.nama: {elemen: NAMA.sub(write, teks) for elemen, teks in lembar.halaman} for lembar in self._f.lembar
        }

    def finish(self, isi: Mapping[str, Matriks], kunci: Kunci | None) -> BukuFormulir:
        """Inputs named and filled, all else locked; the bytes."""
        self._peminta.finish(self._terisi, isi)
        self._wb.properties.created = self._wb.properties.modified = datetime(self._pk.tahun, 1, 1)
        try:
            milik = put_tanda(self._wb, self._pk, self._f.sidik)
        except DataError as galat:
            raise galat.at(f"{self._f.berkas}, {galat.tempat}") from None
        protect(self._wb, kunci)
        simpanan = save_buku(
            self._wb, find_bernama(self._wb), (milik, self._pk.kecamatan.sebutan), self._list_halaman()
        )
        temuan = tuple(check_tempat(NaskahForm(self._pk, self._f)))
        return BukuFormulir(simpanan.isi, temuan, simpanan.terhitung, simpanan.tak_terhitung)
