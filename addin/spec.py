"""The declaration: each function once, with everything that a spreadsheet program or a document shows of it.

    @fungsi(Arg("nik", "NIK.", rentang="{skm_mutu.rentang}"), dasar="{skm_mutu.dasar}")
    @contoh((76.6, "C"), (24.99, NUM))
    def SKM_MUTU(nik, *, pada):
        '''Mutu ({skm_mutu.kode}).'''

What the law says stands in braces and is filled in for the day of the call (`kinerja.hukum`). The body receives
clean values (Decimal, str, None for an omitted option, rows for a block). Blanks, error cells, text numbers, ranges
and missing arguments are dealt with here, once, for every host.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from addin.baca import (
    SEL_TUNGGAL,
    JenisArg,
    need_bukan_pecahan,
    read_argumen,
    read_daftar,
    read_matriks,
    read_rentang,
    read_sel,
    read_tabel,
)
from addin.nilai import Galat, Nilai, SelGalatError, is_rentang, map_sel
from kinerja.bilangan import write_angka
from kinerja.errors import KinerjaError, KosongError, MasukanError, RentangError
from kinerja.hukum import fill
from kinerja.judul import is_kosong

KATEGORI = "Kinerja"
WAJIB: Any = ...

log = logging.getLogger("kinerja.addin")


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument: what the function wizard says of it, and how it is read.

    `bawaan` is the value of an omitted or blank argument; WAJIB means that it must be given, and that a blank cell
    gives a blank result. `kosong_tetap`: may be omitted, yet a blank *cell* gives a blank result. `pilihan` has "; "
    between the choices; a choice may always be omitted, the first is the usual one. `bukan_pecahan`: a number up to 1
    is more likely a share of 1 than one of 0 to 100, so it is refused unless written as text. `diteruskan`: a text that
    comes out as it went in.
    """

    nama: str
    uraian: str
    jenis: JenisArg = "nilai"
    satuan: str = ""
    rentang: str = ""
    pilihan: str = ""
    bawaan: Any = WAJIB
    ulang: bool = False
    kosong_tetap: bool = False
    bukan_pecahan: bool = False
    diteruskan: str = ""

    @property
    def wajib(self) -> bool:
        """Whether a call without this argument is refused."""
        return self.bawaan is WAJIB and not self.ulang

    @property
    def persen(self) -> bool:
        """Whether a cell that shows 66,5% means 66,5 here: scores and per cent do, a share between 0 and 1 does not.

        A host that sees formats hands such a cell over as the text "66,5%".
        """
        atas = read_rentang(self.rentang).atas if self.rentang else None
        return self.jenis == "target" or (self.jenis == "nilai" and (atas is None or atas > 1))

    @property
    def daftar_pilihan(self) -> list[str]:
        """The choices."""
        return self.pilihan.split("; ") if self.pilihan else []

    @property
    def bantuan(self) -> str:
        """Help text of the argument: description, unit and range, choices, default."""
        ukuran = ", ".join(filter(None, (self.satuan, self.rentang)))
        pilihan = f" Pilihan: {self.pilihan}." if self.pilihan else ""
        teks = write_angka(self.bawaan) if isinstance(self.bawaan, Decimal) else self.bawaan
        bawaan = f" Bawaan: {teks}." if teks not in (WAJIB, None) else ""
        return f"{self.uraian}{f' [{ukuran}]' if ukuran else ''}{pilihan}{bawaan}"

    def at(self, pada: date) -> Arg:
        """The argument under the law of that day."""
        teks: Any = {
            kunci: fill(getattr(self, kunci), pada=pada) for kunci in ("uraian", "satuan", "rentang", "pilihan")
        }
        arg = replace(self, **teks)
        if arg.pilihan:
            return replace(arg, bawaan=arg.daftar_pilihan[0])
        return replace(arg, bawaan=arg.read(fill(arg.bawaan, pada=pada))) if isinstance(arg.bawaan, str) else arg

    def check(self, nilai: Any) -> None:
        """Refuse a number outside the declared range, whether or not the rule looks; of a block the rule names cells.

        Raises:
            RentangError: names this argument.
        """
        if self.rentang and isinstance(nilai, Decimal) and nilai not in read_rentang(self.rentang):
            pesan = f"{write_angka(nilai)} di luar rentang {self.rentang}."
            raise RentangError(pesan, tempat=self.nama, saran="Periksa angka itu.")

    def passes(self, nilai: Any) -> bool:
        """Whether this is the text that comes out as it went in."""
        return bool(self.diteruskan) and isinstance(nilai, str) and _squeeze(nilai) == self.diteruskan

    def read(self, nilai: Any) -> Any:
        """Read a value that is not blank; errors name this argument."""
        try:
            match self.jenis:
                case "daftar_nilai" | "daftar_teks":
                    return read_daftar(nilai, "nilai" if self.jenis == "daftar_nilai" else "teks")
                case "matriks":
                    return read_matriks(nilai)
                case "tabel":
                    return read_tabel(nilai)
                case "apa_saja":
                    return nilai
                case _:
                    hasil = read_sel(nilai, self.jenis, self.daftar_pilihan)
                    if self.bukan_pecahan and not isinstance(nilai, str):
                        need_bukan_pecahan(hasil)
                    return hasil
        except KinerjaError as galat:
            galat.tempat = f"{self.nama}, {galat.tempat}" if galat.tempat else self.nama
            raise


HARI_CONTOH = date(2024, 12, 31)
"""The day whose law the examples follow, and with them the table of docs/fungsi.md."""


class Contoh(NamedTuple):
    """One example, and a test in every host: the arguments and what comes out on HARI_CONTOH (`Galat`: an error)."""

    masukan: tuple[Nilai, ...]
    hasil: Nilai


@dataclass(frozen=True, slots=True)
class Fungsi:
    """One function that a user can type, under the law of one day."""

    nama: str
    uraian: str
    args: tuple[Arg, ...]
    dasar: str
    contoh: tuple[Contoh, ...]
    badan: Callable[..., Any]

    @property
    def dipetakan(self) -> bool:
        """Whether a range in gives a range out: all arguments take one cell each."""
        return bool(self.args) and all(arg.jenis in SEL_TUNGGAL for arg in self.args)

    @property
    def ulang(self) -> bool:
        """Whether the last argument may repeat."""
        return any(arg.ulang for arg in self.args)

    @property
    def terusan(self) -> int:
        """From which argument on they are those of another function, which the first argument names."""
        return next((i for i, arg in enumerate(self.args) if arg.jenis == "apa_saja"), len(self.args))

    @property
    def tanda(self) -> str:
        """How the call is written, with the Indonesian separator: PERSEN_CAPAIAN(realisasi; target; [arah])."""
        nama = [f"{arg.nama}…" if arg.ulang else arg.nama if arg.wajib else f"[{arg.nama}]" for arg in self.args]
        return f"{self.nama}({'; '.join(nama)})"

    def call(self, *mentah: Nilai) -> Nilai:
        """Compute from neutral values; omitted arguments are simply not passed, a blank cell is None.

        Raises:
            KinerjaError: with the Excel code in `kode_excel`; inside a range result it stands as `Galat` instead.
        """
        self.check_banyak(len(mentah))
        nilai = [read_argumen(satu, self.args[min(i, len(self.args) - 1)].nama) for i, satu in enumerate(mentah)]
        if not (any(map(is_rentang, nilai)) and self.dipetakan):
            return self._compute(nilai)
        rentang = [satu for satu in nilai if is_rentang(satu)]
        baris, kolom = max(map(len, rentang)), max(len(satu[0]) for satu in rentang)
        # One bad row must not spoil the others.
        return [
            [catch(self.nama, self._compute, [_pick(satu, i, j) for satu in nilai]) for j in range(kolom)]
            for i in range(baris)
        ]

    def evaluate(self, *mentah: Nilai) -> Nilai:
        """Like `call`, but an error is a `Galat`: what a host puts in the cell. Never raises."""
        hasil: Nilai = catch(self.nama, self.call, *mentah)
        return hasil

    def check_banyak(self, banyak: int) -> None:
        """Refuse a call of so many arguments: too many, or without one that must be given."""
        if banyak > len(self.args) and not self.ulang:
            pesan = f"{self.nama} menerima paling banyak {len(self.args)} argumen, bukan {banyak}."
            raise MasukanError(pesan, saran=f"Tulis {self.tanda}.")
        for arg in self.args[banyak:]:
            if arg.wajib:
                raise KosongError(f"Argumen {arg.nama} belum diisi.", saran=f"Tulis {self.tanda}.")

    def _compute(self, nilai: Sequence[Any]) -> Nilai:
        siap: list[Any] = []
        kosong = False
        for i, satu in enumerate(nilai):
            arg = self.args[min(i, len(self.args) - 1)]
            if arg.passes(satu):
                return arg.diteruskan
            if arg.jenis == "apa_saja" or not _is_blank(satu):
                siap.append(arg.read(satu))
            else:
                kosong = kosong or arg.wajib or arg.kosong_tetap
                siap.append(arg.bawaan)
        if kosong:
            return None
        siap += [arg.bawaan for arg in self.args[len(nilai) :] if not arg.ulang]
        hasil: Nilai = map_sel(_to_sel, self.badan(*siap))
        for arg, satu in zip(self.args, siap, strict=False):
            arg.check(satu)  # after the rule, which has the better sentence where it looks itself
        return hasil


def catch(nama: str, hitung: Callable[..., Any], *masukan: Any) -> Any:
    """What `hitung` gives for the function of that name, or a `Galat` with the reason; never raises."""
    try:
        return hitung(*masukan)
    except SelGalatError as galat:
        return Galat(galat.sel.kode, galat.sel.pesan or str(galat))
    except KinerjaError as galat:
        return Galat(galat.kode_excel, str(galat))
    except Exception as galat:  # a traceback is of no use in a cell; bugs go to the log
        log.exception("%s", nama)
        sebab = f"kesalahan tidak terduga di dalam program ({type(galat).__name__})"
        return Galat("#VALUE!", f"{nama}: {sebab}; laporkan kepada pengelola add-in.")


def _is_blank(nilai: Nilai) -> bool:
    return all(is_kosong(sel) for baris in nilai for sel in baris) if is_rentang(nilai) else is_kosong(nilai)


def _squeeze(teks: str) -> str:
    """A text as `TRIM` and `=` of a spreadsheet compare it."""
    return " ".join(filter(None, teks.strip().split(" "))).casefold()


def _pick(nilai: Any, i: int, j: int) -> Any:
    """The cell of a range that belongs to row i, column j; one row or one column repeats, as in Excel."""
    if not is_rentang(nilai):
        return nilai
    i = 0 if len(nilai) == 1 else i
    j = 0 if len(nilai[0]) == 1 else j
    if i >= len(nilai) or j >= len(nilai[i]):
        return Galat("#N/A", "Ukuran rentang tidak sama. Pilih rentang yang sama banyak baris dan kolomnya.")
    return nilai[i][j]


def _to_sel(hasil: Any) -> Any:
    return float(hasil) if isinstance(hasil, Decimal | int) and not isinstance(hasil, bool) else hasil
