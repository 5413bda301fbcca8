"""One workbook: the press beside XlsxWriter, openpyxl and the limit; and what it costs as the workbook grows."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count, cycle, islice
from pathlib import Path

import openpyxl

from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.perjanjian.model import Pejabat, PerjanjianKinerja
from kinerja.workbook.layout import Buku
from kinerja.workbook.paket import Potong, split_bagian
from kinerja.workbook.press.beda import compare_buku
from kinerja.workbook.press.mesin import Mesin
from kinerja.workbook.writer import build_xlsx, render_workbook
from tests.bench.penulis_openpyxl import render_openpyxl
from tests.bench.penulis_xlsxwriter import render_xlsxwriter
from tests.bench.ukur import Deret, run_rounds
from tests.contoh import make_program
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

BANYAK = 40
RESPONDEN = (400, 4_000, 40_000)
PROGRAM = (6, 20, 60)
DERET = (
    "press", "XlsxWriter", "penulis kinerja", "openpyxl muat-isi-simpan", "openpyxl dari awal",
    "batas: bagian", "batas: potongan", "salin berkas",
)  # fmt: skip
"""The limit is to deflate what differs and to write the bytes: whole parts of the file, or only the pieces."""


def list_lengkap(banyak: int) -> Iterator[PerjanjianKinerja]:
    """Agreements with officials, addresses and budgets: 20 texts and 7 figures that differ."""
    acak = random.Random(1)
    for n, pk in enumerate(list_nama(banyak), start=1):
        yield replace(
            pk,
            pihak_pertama=Pejabat(
                f"Nama Camat {n}, S.Sos", pk.pihak_pertama.jabatan, "Pembina", f"19750101200003{n:04}"
            ),
            pihak_kedua=replace(pk.pihak_kedua, nama=f"Nama Kepala Daerah {n}"),
            program=tuple(replace(p, anggaran=Decimal(acak.randrange(10**8, 10**10))) for p in pk.program),
            alamat=f"Jalan Merdeka Nomor {n}",
            tempat=pk.kecamatan.nama,
            tanggal="2 Januari 2025",
        )


def list_nama(banyak: int) -> Iterator[PerjanjianKinerja]:
    """Agreements of which only names and offices are known, from all over the country."""
    return islice(list_nasional(2025), 0, None, 7285 // banyak)


def measure_buku(pilih: Callable[[int], Iterator[PerjanjianKinerja]], folder: Path, putaran: int) -> Deret:
    """CPU milliseconds a workbook by each way; all end with the file written.

    The press begins at the agreement, the others get the finished plan; nobody runs the checks on the data.
    """
    peserta = Peserta(list(pilih(BANYAK * (putaran + 2))), folder)
    kerja = (
        peserta.press,
        lambda: peserta.write(render_xlsxwriter, 3),
        lambda: peserta.write(render_workbook, 3),
        peserta.load_fill_save,
        lambda: peserta.write(render_openpyxl, 1),
        lambda: peserta.deflate(peserta.bagian),
        lambda: peserta.deflate(peserta.potongan),
        peserta.copy,
    )
    return run_rounds(dict(zip(DERET, kerja, strict=True)), putaran)


class Peserta:
    """Every way to make the same workbooks; each method makes some and says how many."""

    def __init__(self, semua: list[PerjanjianKinerja], folder: Path) -> None:
        self._antre = iter(semua)  # the press never sees an agreement twice
        self._buku = [build_perjanjian(Bahan(pk)) for pk in islice(self._antre, BANYAK)]
        self._isi = [render_workbook(b) for b in self._buku]
        self._mesin = Mesin()
        assert self._isi == [self._mesin.render(b) for b in self._buku]
        self._folder, self._nomor = folder, count()
        self._asal = folder / "asal.xlsx"
        self._asal.write_bytes(self._isi[0])
        self._giliran = cycle(range(1, BANYAK))
        self.bagian, self.potongan = (_list_berubah(self._buku, utuh=utuh) for utuh in (True, False))

    def _name(self) -> Path:
        """A file that is not there yet, as in a batch."""
        return self._folder / f"{next(self._nomor)}.xlsx"

    def _write(self, isi: bytes) -> None:
        self._name().write_bytes(isi)

    def press(self) -> int:
        for pk in islice(self._antre, BANYAK):
            self._write(self._mesin.render(build_perjanjian(Bahan(pk))))
        return BANYAK

    def write(self, render: Callable[[Buku], bytes], banyak: int) -> int:
        for _ in range(banyak):
            self._write(render(self._buku[next(self._giliran)]))
        return banyak

    def load_fill_save(self) -> int:
        """The first workbook, with the values of another in every cell that is no formula."""
        kini = self._buku[next(self._giliran)]
        hasil = openpyxl.load_workbook(self._asal)
        for lembar, beda in zip(hasil.worksheets, compare_buku(self._buku[0], kini), strict=True):
            for ubah in beda.sel:
                if ubah.rumus is None:
                    lembar.cell(ubah.baris + 1, ubah.kolom + 1).value = ubah.baru
        hasil.save(self._name())
        return 1

    def deflate(self, berubah: list[list[bytes]]) -> int:
        for potong, isi in zip(berubah, self._isi, strict=True):
            for satu in potong:
                Potong.from_isi(satu)
            self._write(isi)
        return len(self._isi)

    def copy(self) -> int:
        for _ in range(BANYAK):
            shutil.copyfile(self._asal, self._name())
        return BANYAK


def _list_berubah(buku: list[Buku], *, utuh: bool) -> list[list[bytes]]:
    """The parts (or pieces) of each workbook that are not those of the first one."""

    def split(satu: Buku) -> list[bytes]:
        bagian = build_xlsx(satu).bagian
        return [x for nama, isi in bagian for x in ([isi] if utuh else split_bagian(nama, isi))]

    dasar = set(split(buku[0]))
    return [[x for x in dict.fromkeys(split(satu)) if x not in dasar] for satu in buku]


def measure_ukuran(putaran: int) -> dict[str, Deret]:
    """CPU milliseconds a workbook, by number of respondents and of programmes: the press and the ordinary writer."""
    semua = list(list_lengkap(BANYAK))
    hasil = {}
    for responden in RESPONDEN:
        bahan = [Bahan(pk, responden=responden) for pk in semua]
        hasil[f"{responden} responden"] = _measure_konteks(bahan, putaran)
    for banyak in PROGRAM:
        bahan = [Bahan(replace(pk, program=make_program(banyak, Decimal(10**9 + n)))) for n, pk in enumerate(semua)]
        hasil[f"{banyak} program"] = _measure_konteks(bahan, putaran)
    return hasil


def _measure_konteks(bahan: list[Bahan], putaran: int) -> Deret:
    mesin = Mesin()

    def press() -> int:
        for k in bahan:
            mesin.render(build_perjanjian(k))
        return len(bahan)

    def write() -> int:
        render_workbook(build_perjanjian(bahan[0]))
        return 1

    return run_rounds({"press": press, "penulis kinerja": write}, putaran)
