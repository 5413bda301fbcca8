"""One agreement filled into a form: rows repeated, values where names stand, inputs named, all else locked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from kinerja.alamat import a1, quote_sheet
from kinerja.errors import BanyakError, DataError
from kinerja.formulir.baca import Formulir, LembarForm, Tempat
from kinerja.formulir.geser import DIAM, PetaBaris, Ulangan
from kinerja.formulir.kunci import (
    DaftarIsian,
    find_aturan,
    find_bernama,
    list_sel,
    lock,
    lower_nama,
    protect,
    put_isian,
    unlock,
)
from kinerja.formulir.nama import AWALAN_ISIAN, DAFTAR, NAMA, Butir, NamaForm, Nilai, parse_nama, write_nilai
from kinerja.formulir.pilihan import check_pilihan, has_pilihan
from kinerja.formulir.rangka import get_rangka, name_isian, open_buku
from kinerja.formulir.simpan import save_buku
from kinerja.formulir.susun import PenyusunBaris, Worksheet
from kinerja.formulir.tanda import put_tanda
from kinerja.formulir.tersisa import NaskahForm, check_tempat
from kinerja.formulir.tinggi import grow_tinggi
from kinerja.formulir.tulis import fill_teks, put_nilai, quote
from kinerja.perjanjian.kembali.buku import AWALAN_HASIL
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.temuan import Temuan
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Matriks

_HALAMAN = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_BAGIAN = ("left", "center", "right")


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


def check_nilai(formulir: Formulir, perjanjian: Sequence[PerjanjianKinerja]) -> None:
    """Refuse a batch of which one agreement does not fit the form's drop-down lists, before any of it is written.

    Raises:
        DataError: which kecamatan, where and why; BanyakError: of several.
    """
    if not has_pilihan(open_buku(formulir.isi, formulir.berkas)):
        return
    salah = []
    for pk in perjanjian:
        try:
            _Pengisi(formulir, pk).fill()
        except DataError as galat:
            salah.append(galat.at(f"kecamatan {pk.kecamatan.sebutan}, {galat.tempat}"))
    if salah:
        raise BanyakError(salah) if len(salah) > 1 else salah[0]


class _Minta(NamedTuple):
    """What is to be typed: how its name ends, of which list and item, and whether a number said which."""

    kata: str
    daftar: str
    butir: Butir | None
    bernomor: bool = False


class _Pengisi:
    """A form while it is filled in."""

    def __init__(self, formulir: Formulir, pk: PerjanjianKinerja) -> None:
        self._f, self._pk = formulir, pk
        self._wb = open_buku(formulir.isi, formulir.berkas)
        self._rangka = get_rangka(formulir, self._wb)
        self._butir = {nama: DAFTAR[nama].list_butir(pk) for nama in DAFTAR}
        self._peta = {lembar.nama: self._make_peta(lembar) for lembar in formulir.lembar if lembar.ulangan}
        self._isian = DaftarIsian()
        self._ingat: dict[tuple[str, int], str] = {}
        """Where an input stands, as formulas refer to it, by its name and the number of its item."""
        self._tunda: list[tuple[Tempat, int, Butir | None]] = []

    def _make_peta(self, lembar: LembarForm) -> PetaBaris:
        return PetaBaris([Ulangan(b, d, max(1, len(self._butir[d]))) for b, d in lembar.ulangan])

    def fill(self) -> None:
        """Rows in place, then values; texts that hold what is typed elsewhere come last.

        Raises:
            DataError: as `fill_formulir`.
        """
        PenyusunBaris(self._wb, self._peta).expand()
        for lembar in self._f.lembar:
            ws = self._wb[lembar.nama]
            self._open_lembar(ws)
            terisi = []
            for tempat in lembar.tempat:
                for salinan, butir in self._list_salinan(tempat):
                    terisi.append(self._letak(tempat, salinan))
                    self._put(ws, tempat, salinan, butir)
            self._clear_kosong(ws, lembar)
            self._fill_halaman(ws)
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

    def _open_lembar(self, ws: Worksheet) -> None:
        """Blocks that the office left open are inputs; what else is open, is closed."""
        peta, rangka = self._peta.get(ws.title, DIAM), self._rangka[ws.title]
        for nama, kotak in rangka.isian:
            self._isian.add(nama, ws.title, peta.move_kotak(kotak))
        for baris, kolom in rangka.kunci:
            for sel in list_sel(ws, peta.move_kotak((baris, kolom, baris, kolom))):
                lock(sel)

    def _put(self, ws: Worksheet, tempat: Tempat, salinan: int, butir: Butir | None) -> None:
        baris, kolom = self._letak(tempat, salinan)
        sel, di_mana = ws.cell(baris + 1, kolom + 1), f"lembar {ws.title}, sel {a1(baris, kolom)}"
        if tempat.isian:
            self._add_isian(tempat, sel, _Minta(tempat.isian.removeprefix(AWALAN_ISIAN), tempat.daftar, butir))
            return
        nilai = [(nama, self._read(nama, butir)) for nama in tempat.nama]
        kosong = [nama for nama, satu in nilai if satu is None and self._get_isian(nama)]
        if not kosong and tempat.polos:
            put_nilai(sel, nilai[0][1], di_mana)
        elif not kosong:
            fill_teks(sel, sel.value, tempat.teks, lambda teks: self._write(teks, butir), di_mana)
        elif tempat.polos:
            self._ask(tempat, sel, kosong[0], butir)
        else:
            self._tunda.append((tempat, salinan, butir))

    def _read(self, nama: NamaForm, butir: Butir | None) -> Nilai:
        """What a name is worth; an empty text where its list has no such item."""
        bidang = nama.get_bidang()
        assert bidang is not None
        if not nama.daftar:
            return bidang.read(self._pk)
        butir = self._find_butir(nama, butir)
        return "" if butir is None else bidang.read(butir)

    def _find_butir(self, nama: NamaForm, butir: Butir | None) -> Butir | None:
        """The item that a name speaks of: that of its row, or of its number."""
        if nama.nomor is None:
            return butir
        semua = self._butir[nama.daftar]
        return semua[nama.nomor - 1] if nama.nomor <= len(semua) else None

    def _write(self, teks: str, butir: Butir | None) -> str:
        """What a name inside a text becomes."""
        nama = parse_nama(teks)
        assert nama is not None
        bidang = nama.get_bidang()
        assert bidang is not None
        return write_nilai(self._read(nama, butir), bidang)

    def _get_isian(self, nama: NamaForm) -> str:
        bidang = nama.get_bidang()
        return bidang.isian if bidang else ""

    def _ask(self, tempat: Tempat, sel: Any, nama: NamaForm, butir: Butir | None) -> None:
        """What is not known yet is typed; where it is asked for once more, the cell shows what was typed."""
        satu = self._find_butir(nama, butir)
        kunci = self._name(self._get_isian(nama), nama.daftar, satu, bernomor=nama.nomor is not None)
        if acuan := self._ingat.get((kunci, satu.nomor if satu else 0)):
            sel.value = f'=IF({acuan}="","",{acuan})'
        else:
            self._add_isian(tempat, sel, _Minta(self._get_isian(nama), nama.daftar, satu, nama.nomor is not None))

    def _name(self, kata: str, daftar: str, butir: Butir | None, *, bernomor: bool = False) -> str:
        """Name of an input: of an indikator its own, of another list that of all its items."""
        if not daftar or butir is None:
            return AWALAN_ISIAN + kata.removeprefix(AWALAN_ISIAN)
        nomor = f"_{butir.nomor}" if bernomor or daftar == "indikator" else ""
        return f"{AWALAN_ISIAN}{daftar}{nomor}_{kata}"

    def _add_isian(self, tempat: Tempat, sel: Any, minta: _Minta) -> None:
        """A cell in which the kecamatan types; in a repeated row the block of all its copies."""
        kata, daftar, butir, bernomor = minta
        nama = self._name(kata, daftar, butir, bernomor=bernomor)
        b, k = sel.row - 1, sel.column - 1
        kotak, lembar = (b, k, b, k), sel.parent.title
        if tempat.daftar and daftar != "indikator" and not bernomor:
            kotak = self._peta[tempat.lembar].move_kotak((tempat.baris, k, tempat.baris, k))
        if self._isian.letak.get(nama) != (lembar, kotak):
            indikator = butir.isi if butir and daftar == "indikator" else None
            aturan = find_aturan(f"{AWALAN_ISIAN}{kata}" if daftar else nama, indikator, self._pk.pada)
            self._isian.add(nama, lembar, kotak, aturan)
        self._ingat[nama, butir.nomor if butir else 0] = f"{quote_sheet(lembar)}!{a1(b, k, mutlak=True)}"
        sel.value = None
        unlock(sel)

    def _put_gabungan(self, tempat: Tempat, salinan: int, butir: Butir | None) -> None:
        """A text with something in it that is typed in another cell, or, where in none, in this one."""
        ws = self._wb[tempat.lembar]
        baris, kolom = self._letak(tempat, salinan)
        sel, letak, bagian, lengkap = ws.cell(baris + 1, kolom + 1), 0, [], True
        for cocok, nama in zip(NAMA.finditer(tempat.teks), tempat.nama, strict=True):
            if cocok.start() > letak:
                bagian.append(quote(tempat.teks[letak : cocok.start()]))
            satu, letak = self._find_butir(nama, butir), cocok.end()
            kunci = self._name(self._get_isian(nama), nama.daftar, satu, bernomor=nama.nomor is not None)
            if self._read(nama, butir) is not None or not self._get_isian(nama):
                bagian.append(quote(self._write(cocok[1], butir)))
            elif acuan := self._ingat.get((kunci, satu.nomor if satu else 0)):
                bagian.append(acuan)
            else:
                lengkap = False
        if lengkap:
            sel.value = "=" + "&".join([*bagian, *filter(None, [tempat.teks[letak:] and quote(tempat.teks[letak:])])])
            return
        di_mana = f"lembar {ws.title}, sel {a1(baris, kolom)}"
        fill_teks(sel, sel.value, tempat.teks, lambda teks: self._write(teks, butir), di_mana)
        unlock(sel)
        kotak = (baris, kolom, baris, kolom)
        nama = name_isian(
            ws.title, (tempat.baris, kolom, tempat.baris, kolom)
        )  # as in the form, for all kecamatan alike
        self._isian.add(f"{nama}_{butir.nomor}" if tempat.daftar and butir else nama, ws.title, kotak)

    def _clear_kosong(self, ws: Worksheet, lembar: LembarForm) -> None:
        """A row whose list has no item stays, without anything in it."""
        for baris, daftar in lembar.ulangan:
            if not self._butir[daftar]:
                for sel in ws[self._peta[lembar.nama].awal(baris) + 1]:
                    if hasattr(sel, "hyperlink"):
                        sel.value = None

    def _fill_halaman(self, ws: Worksheet) -> None:
        """Heads and feet of pages."""
        for halaman in _HALAMAN:
            for bagian in _BAGIAN:
                satu = getattr(getattr(ws, halaman), bagian)
                if satu.text and "{{" in satu.text:
                    satu.text = NAMA.sub(lambda cocok: self._write(cocok[1], None), satu.text)

    def _open_bernama(self) -> None:
        """Ranges that the office named `isian_…`; its formulas in them stay locked."""
        for nama, (lembar, kotak) in find_bernama(self._wb).items():
            if nama.casefold().startswith(AWALAN_ISIAN):
                self._isian.add(nama, lembar, kotak, find_aturan(nama.casefold(), None, self._pk.pada))
                for sel in list_sel(self._wb[lembar], kotak):
                    if hasattr(sel, "hyperlink") and sel.data_type != "f":
                        unlock(sel)

    def _carry(self, isi: Mapping[str, Matriks]) -> None:
        """What was typed before, into inputs that are blank."""
        for nama, matriks in isi.items():
            lembar, kotak = self._isian.letak[nama]
            nilai = [satu for baris in matriks for satu in baris]
            for sel, satu in zip(list_sel(self._wb[lembar], kotak), nilai, strict=True):
                if satu is not None and not sel.protection.locked:
                    put_nilai(sel, satu, f"lembar {lembar}, sel {sel.coordinate}")

    def finish(self, isi: Mapping[str, Matriks], kunci: Kunci | None) -> BukuFormulir:
        """Inputs named and filled, all else locked; the bytes."""
        lower_nama(self._wb, (AWALAN_ISIAN, AWALAN_HASIL))
        self._open_bernama()
        put_isian(self._wb, self._isian)
        self._carry(isi)
        self._wb.properties.created = self._wb.properties.modified = datetime(self._pk.tahun, 1, 1)
        put_tanda(self._wb, self._pk, self._f.sidik)
        protect(self._wb, kunci)
        simpanan = save_buku(self._wb, find_bernama(self._wb), self._pk.kecamatan.sebutan)
        temuan = tuple(check_tempat(NaskahForm(self._pk, self._f)))
        return BukuFormulir(simpanan.isi, temuan, simpanan.terhitung, simpanan.tak_terhitung)
