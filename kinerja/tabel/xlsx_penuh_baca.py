"""The reader of whole sheets: cells of plain spelling by a pattern, everything else from what expat tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.alamat import MAKS_BARIS, MAKS_KOLOM, Kotak
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.xlsx_lembar import PembacaLembar
from kinerja.tabel.xlsx_penuh import (
    MAKS_RENTANG,
    AturanSel,
    DataMentah,
    LembarPenuh,
    SelPenuh,
    refuse_teks,
    split_wilayah,
)
from kinerja.tabel.xlsx_penuh_baris import BarisPenuh, find_nomor, read_baris, read_nilai_penuh
from kinerja.tabel.xlsx_penuh_ekor import BagianEkor, Syarat, split_ekor
from kinerja.tabel.xlsx_penuh_ingat import INGATAN
from kinerja.tabel.xlsx_penuh_kenal import keep_luar, read_kenal
from kinerja.tabel.xlsx_penuh_polos import is_nol
from kinerja.tabel.xlsx_penuh_rangka import RANGKA
from kinerja.tabel.xlsx_polos import split_lembar
from kinerja.tabel.xml import feed, is_ya, refuse_rumit
from kinerja.workbook.token import shift_rumus

_SEDIKIT = 10_000
"""Ranges, rules and links up to which known parts are taken as read."""
_MAKS_RUMUS, _MAKS_GESER = 8_192, 20_000_000
"""Letters of a formula that others share (Excel specifications and limits), and of all that follow from such."""
_SEKALIGUS = 2_000_000
"""Bytes of a sheet that is read in one piece."""
TABEL_DATA = "{TABEL DATA}"
"""Stands for a formula that only a what-if table has."""


def read_penuh(arsip: Arsip, bagian: str, tempat: str, teks: Sequence[str]) -> LembarPenuh:
    """All of a sheet; its cells are the same object again while the same bytes, with the same texts, are remembered.

    Args:
        bagian: the part of the sheet; `teks` the shared strings of the workbook.

    Raises:
        DataError: broken, too large, cells that stand twice.
    """
    if bagian not in arsip:
        raise DataError("Isi lembar ini tidak ada di dalam berkas.", tempat=tempat, saran=SIMPAN)
    if arsip.measure(bagian) > _SEKALIGUS:
        return PembacaPenuh(tempat).read_penuh(arsip.stream(bagian), teks)
    return read_isi(arsip.read(bagian), tempat, teks)


def read_isi(isi: bytes, tempat: str, teks: Sequence[str]) -> LembarPenuh:
    """The same of a sheet in one piece: known whole, or read, and known from then on."""
    lembar = read_kenal(isi, tempat, teks)
    if lembar is None:
        pembaca = PembacaPenuh(tempat)
        lembar = pembaca.read_penuh(iter((isi,)), teks)
        if (luar := pembaca.count_luar()) is not None:
            keep_luar(isi, lembar, luar)
    return lembar


class PembacaPenuh(PembacaLembar):
    """Listens where `PembacaLembar` does, which also holds it to the order and limits of a sheet, and keeps more."""

    def __init__(self, tempat: str) -> None:
        self._belum: list[tuple[bytes, BarisPenuh]] = []
        super().__init__(tempat, (), (), sejak_1904=False)
        self._pembaca.XmlDeclHandler = self._declare
        self._utf8 = True
        self._elemen_awal = self._geser = 0
        self.semua: dict[tuple[int, int], SelPenuh] = {}
        self._bersama: list[tuple[tuple[int, int], int]] = []
        self._data: DataMentah | None = None
        self._rumus: list[str] = []
        self._ciri: dict[str, str] = {}
        self._rumus_bersama: dict[str, tuple[str, int, int]] = {}
        self._baris_sembunyi: set[int] = set()
        self._kolom_sembunyi: set[int] = set()
        self._gabung: list[Kotak] = []
        self._aturan: list[AturanSel] = []
        self._batas: list[list[str]] = [[], []]
        self._aturan_kini: dict[str, str] = {}
        self._syarat: list[Syarat] = []
        self._wilayah: tuple[Kotak, ...] = ()
        self._terkunci = self._gambar = False

    def read_penuh(self, potongan: Iterator[bytes], teks: Sequence[str]) -> LembarPenuh:
        """All of the sheet in these bytes, with the shared texts of its workbook.

        Raises:
            DataError: broken, too large, cells that stand twice.
        """
        feed(self._pembaca, split_ekor(self, split_lembar(self, potongan)), self._tempat)
        self.pause(b"")  # expat and this object know each other no more, and go at once
        self._pembaca.XmlDeclHandler = None
        data = self._data or self._make_data()
        return LembarPenuh(
            data.resolve(teks, self._tempat),
            data.baris_sembunyi,
            frozenset(self._kolom_sembunyi),
            tuple(self._gabung),
            tuple(self._aturan),
            tuple(self._syarat),
            self._tautan,
            self._terkunci,
            self._gambar,
            data.berumus,
        )

    def count_luar(self) -> int | None:
        """Elements that are no cells, where all rows were taken and the rest is of the usual spelling."""
        return self._elemen - self._data.elemen if self._data is not None and self._utf8 else None

    def _make_data(self) -> DataMentah:
        return DataMentah(self.semua, self._bersama, frozenset(self._baris_sembunyi), self._elemen - self._elemen_awal)

    def take_data(self, isi: bytes) -> bool:
        """Read all rows at once where they are remembered; False where they are not."""
        self._elemen_awal = self._elemen
        self._data = INGATAN.find(isi) if self._utf8 else None
        if self._data is not None:
            self._count_elemen(self._data.elemen)
        return self._data is not None

    def keep_data(self, isi: bytes) -> None:
        """Remember the rows, all of which were taken, and which expat has let pass."""
        if self._utf8:
            self._data = self._make_data()
            INGATAN.put(isi, self._data)

    def is_di_luar(self, beri: int) -> bool:
        """Directly inside a sheet of the usual spelling, all of whose bytes expat has understood; few parts so far."""
        if self._pembaca.CurrentByteIndex != beri:
            return False
        sedikit = len(self._gabung) + len(self._aturan) + len(self._syarat) + len(self._tautan) < _SEDIKIT
        return self._dalam == 1 and not self._di_data and "worksheet" in self._lokal and self._utf8 and sedikit

    def mark(self) -> BagianEkor:
        """What has been read, put aside; what comes now is gathered apart."""
        lama = BagianEkor(
            self._gabung, self._aturan, self._syarat, self._tautan, self._wilayah, self._kolom_sembunyi,
            self._terkunci, self._gambar, self._elemen,
        )  # fmt: skip
        self._gabung, self._aturan, self._syarat, self._tautan, self._kolom_sembunyi = [], [], [], {}, set()
        self._terkunci = self._gambar = False
        return lama

    def read_sejak(self, lama: BagianEkor) -> BagianEkor | None:
        """What has been read since, put to what was put aside; None where it is more than ranges, rules and links."""
        baru = self.mark()
        baru = baru._replace(elemen=baru.elemen - lama.elemen)
        self._gabung, self._aturan, self._syarat, self._tautan = lama[:4]
        self._kolom_sembunyi = lama.kolom_sembunyi | baru.kolom_sembunyi
        self._terkunci, self._gambar = lama.terkunci or baru.terkunci, lama.gambar or baru.gambar
        self._add(baru)
        return None if baru.kolom_sembunyi or baru.terkunci or baru.gambar else baru

    def put(self, isi: BagianEkor) -> None:
        """Take ranges, rules and links as read."""
        self._count_elemen(isi.elemen)
        self._add(isi)

    def _add(self, isi: BagianEkor) -> None:
        self._gabung += isi.gabung
        self._aturan += isi.aturan
        self._syarat += isi.syarat
        self._tautan.update(isi.tautan)
        self._wilayah = isi.wilayah

    def _declare(self, versi: str, sandi: str | None, mandiri: int) -> None:
        self._utf8 = sandi is None or sandi.casefold() == "utf-8"

    def take_baris(self, isi: bytes) -> bool:
        """Read a row of plain cells; False where it is another, and then nothing of it is read."""
        if not self._utf8:
            return False
        kenal = RANGKA.take(isi, self._baris, self.semua, self._bersama)
        self.dikenal = kenal is not None
        baris = kenal or read_baris(isi)
        if baris is None or not self._baris < baris.awal <= baris.nomor <= MAKS_BARIS:
            return False
        self._baris = baris.nomor
        self._baris_sembunyi.update(baris.sembunyi)
        if kenal is not None:
            self._count_elemen(kenal.elemen)
        elif isinstance(baris, BarisPenuh):
            self.semua.update(baris.sel)
            self._bersama += baris.bersama
            self._belum.append((isi, baris))
        return True

    def resume(self) -> None:
        """Expat has let pass the rows that were taken."""
        super().resume()
        for isi, baris in self._belum:
            RANGKA.put(isi, baris)
        self._belum = []

    def _start(self, nama: str, atribut: dict[str, str]) -> None:
        ada_rumus = self._ada_rumus
        super()._start(nama, atribut)
        if self._ada_rumus and not ada_rumus:
            self._ciri = atribut
            self._rumus = self._baca = []
        elif not self._di_data:
            self._start_luar(self._lokal[nama], atribut)

    def _start_luar(self, nama: str, atribut: dict[str, str]) -> None:
        """Before or behind the cells."""
        if nama == "col":
            if is_ya(atribut.get("hidden", "")) or is_nol(atribut.get("width")):
                awal, akhir = _to_bulat(atribut.get("min")), min(_to_bulat(atribut.get("max")), MAKS_KOLOM)
                self._kolom_sembunyi.update(range(max(awal, 1) - 1, akhir))
        elif nama == "mergeCell" and len(self._gabung) < MAKS_RENTANG:
            self._gabung += split_wilayah(atribut.get("ref", ""))
        elif nama == "dataValidation":
            self._aturan_kini, self._batas = atribut, [[], []]
        elif nama in ("formula1", "formula2"):
            self._baca = self._batas[nama == "formula2"]
        elif nama in ("conditionalFormatting", "cfRule", "iconSet", "dataBar"):
            self._start_syarat(nama, atribut)
        elif nama == "sheetProtection":
            self._terkunci = is_ya(atribut.get("sheet", ""))
        elif nama in ("drawing", "legacyDrawing", "oleObjects", "controls"):
            self._gambar = True

    def _start_syarat(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "conditionalFormatting":
            self._wilayah = tuple(split_wilayah(atribut.get("sqref", "")))
        elif len(self._syarat) < MAKS_RENTANG:
            if nama == "cfRule" and atribut.get("dxfId"):
                self._syarat.append((self._wilayah, _to_bulat(atribut["dxfId"])))
            elif atribut.get("showValue") in ("0", "false"):
                self._syarat.append((self._wilayah, -1))

    def _end(self, nama: str) -> None:
        if not self._di_data:
            self._baca = None
            if self._lokal[nama] == "dataValidation" and len(self._aturan) < MAKS_RENTANG:
                self._end_aturan()
        super()._end(nama)

    def _end_aturan(self) -> None:
        a = self._aturan_kini
        bawah, atas = ("".join(satu).strip() for satu in self._batas)
        wilayah = tuple(split_wilayah(a.get("sqref", "")))
        self._aturan.append(AturanSel(wilayah, a.get("type", "none"), a.get("operator", "between"), bawah, atas))

    def _start_baris(self, atribut: dict[str, str]) -> None:
        super()._start_baris(atribut)
        if self._sembunyi or is_nol(atribut.get("ht")):
            self._baris_sembunyi.add(self._baris - 1)

    def _end_sel(self) -> None:
        teks = "".join(self._nilai) if self._nilai else ""
        jenis = self._sel.get("t", "n")
        rumus = self._make_rumus() if self._ada_rumus else None
        letak = self._baris - 1, self._kolom - 1
        nilai: object = None
        if jenis == "s":
            nomor = find_nomor(teks)
            if nomor < 0:
                raise refuse_teks(letak, teks.strip(), self._tempat)
            self._bersama.append((letak, nomor))
        else:
            nilai = read_nilai_penuh(teks, jenis, ada_rumus=self._ada_rumus)
        self._nilai, self._ada_rumus = None, False
        if nilai is not None or rumus is not None or jenis == "s":
            self.semua[letak] = SelPenuh(nilai, rumus, _to_bulat(self._sel.get("s", "0")))

    def _make_rumus(self) -> str:
        """The formula of the cell that ends."""
        teks = "".join(self._rumus).strip()
        jenis = self._ciri.get("t", "normal")
        if jenis == "shared":
            kunci = self._ciri.get("si", "")
            if teks:
                self._rumus_bersama[kunci] = teks, self._baris, self._kolom
            elif kunci in self._rumus_bersama:
                induk, baris, kolom = self._rumus_bersama[kunci]
                self._geser += len(induk)
                if len(induk) > _MAKS_RUMUS or self._geser > _MAKS_GESER:
                    raise refuse_rumit(self._tempat)
                return shift_rumus(induk, self._baris - baris, self._kolom - kolom)
        if jenis == "dataTable":
            return TABEL_DATA
        return f"{{{teks}}}" if jenis == "array" else teks


def _to_bulat(teks: str | None) -> int:
    """A whole number from 0; 0 for anything else."""
    return int(teks) if teks and teks.isascii() and teks.isdecimal() and len(teks) < 9 else 0
