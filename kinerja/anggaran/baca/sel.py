"""The rows of a budget table as code, name, owner and amount cells, before it is proved what they are.

Codes that a table splits over several cells (7 | 01 | 03 | 2.02 | 0001) are put together before they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from kinerja.anggaran.baca.kepala import TINGKAT, Kepala, is_nomor_kolom
from kinerja.anggaran.baca.konteks import (
    Konteks,
    is_kelurahan,
    is_kode,
    is_uang,
    read_blok,
    read_konteks,
    split_kode_nama,
)
from kinerja.anggaran.baca.tabel import Peran
from kinerja.errors import DataError
from kinerja.kode import MAKS_KODE, Jenis, Kode, read_kode
from kinerja.rumus.angka import to_decimal, write_angka
from kinerja.sumber.petak import get_sel, is_kosong
from kinerja.tabel.sel import Petak

_SISA = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")
"""What is left of an amount behind a comma that was taken for a delimiter."""
MAKS_TINGKAT = 24
"""Levels of the longest code known, with its SKPD in front and its account behind."""
_ANGKA = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,5})*\.?")
_TIADA = Kode(Jenis.ASING, "")


@dataclass(slots=True)
class Sel:
    """One row: its number from 1 and what its cells say.

    Attributes:
        kode: as it was read, of kind ASING with an empty text where there is none.
        akun: an account in a column of its own.
        uang: its cells in the columns of amounts.
        label: the text that stands first in the row, for a row without code and name.
        pembeda: what tells it apart from other rows of its code.
        konteks: the title block that it stands under.
        blok: number of that block.
        nomor: it numbers the columns.
    """

    baris: int
    kode: Kode
    nama: str
    kecamatan: str
    uang: tuple[object, ...]
    konteks: Konteks
    blok: int
    akun: str = ""
    label: str = ""
    pembeda: str = ""
    nomor: bool = False

    @property
    def beruang(self) -> bool:
        """Whether any of its amount cells is filled."""
        return any(not is_kosong(u) for u in self.uang)


@dataclass(slots=True)
class _Kolom:
    """Which columns hold what, worked out once for all rows."""

    kepala: Kepala
    tempat: str
    kode: list[int] = field(init=False)
    nama: list[int] = field(init=False)
    kecamatan: list[int] = field(init=False)
    pecahan: list[int] = field(init=False)
    sebelum: list[int] = field(init=False)
    pembeda: list[int] = field(init=False)
    akun: int | None = field(init=False)

    def __post_init__(self) -> None:
        letak = self.kepala.letak
        self.kode, self.nama = _order(self.kepala, "kode"), _order(self.kepala, "nama")
        self.kecamatan = [letak[m] for m in ("kecamatan", "nama_kecamatan", "skpd") if m in letak]
        self.pecahan = _list_pecahan(self.kepala)
        self.sebelum = [k for k in range(min(self.kepala.uang)) if k not in self.kecamatan]
        beda = self.kepala.pembeda
        self.akun = beda["akun"][0] if "akun" in beda else None
        self.pembeda = sorted(k for m, semua in beda.items() if m not in {"akun", "nama akun"} for k in semua)


def list_sel(petak: Petak, kepala: Kepala, peran: Peran, tempat: str) -> list[Sel]:
    """Every row below the header that has a code, a name or an amount.

    Raises:
        DataError: a code that a spreadsheet took for a date; a second table that cannot be told from the first.
    """
    kolom = _Kolom(kepala, tempat)
    blok = read_blok(petak, kepala, peran, tempat)
    konteks, nomor_blok = read_konteks(petak[: kepala.baris]), 0
    hasil: list[Sel] = []
    di_atas = True  # no row of data yet since the header
    for nomor, baris in enumerate(petak[kepala.baris :], start=kepala.baris + 1):
        if nomor - 1 in blok:
            baru = blok[nomor - 1]
            nomor_blok += baru is not None and baru != konteks
            konteks, di_atas = baru or konteks, True
            continue
        uang = tuple(get_sel(baris, k) for k in kepala.uang)
        if is_nomor_kolom(baris, di_atas):
            if any(is_uang(u) for u in uang):
                hasil.append(Sel(nomor, _TIADA, "", "", uang, konteks, nomor_blok, label="nomor kolom", nomor=True))
            continue
        satu = _read_baris(baris, nomor, kolom, uang, konteks, nomor_blok)
        if satu.kode.baku or satu.nama or satu.label or any(is_uang(u) for u in uang):
            hasil.append(satu)
            di_atas = False
    fill_down(hasil)
    return hasil


def fill_down(semua: Sequence[Sel]) -> None:
    """What merged cells leave blank: code and name of a row that only its funding source or kegiatan tells apart.

    A kelurahan in a column of units belongs to the kecamatan of the table, or of the row above.
    """
    kecamatan = {s.kecamatan for s in semua if s.kecamatan}
    satu = next(iter(kecamatan)) if len(kecamatan) == 1 else ""
    atas: Sel | None = None
    for s in semua:
        if s.nomor:
            continue
        if not s.kecamatan and s.pembeda:
            s.kecamatan = satu or (atas.kecamatan if atas else "")
        if atas is not None and s.pembeda and not (s.kode.baku or s.akun or s.nama) and s.beruang:
            s.kode, s.nama, s.label = atas.kode, atas.nama, ""
        atas = s


def _read_baris(
    baris: Sequence[object], nomor: int, kolom: _Kolom, uang: tuple[object, ...], konteks: Konteks, blok: int
) -> Sel:
    tempat = f"{kolom.tempat}, baris {nomor}"
    tk, k = _deepest(baris, kolom.kode)
    tn, n = _deepest(baris, kolom.nama)
    nama = str(n).strip() if n is not None and (tn >= tk or len(kolom.nama) == 1) else ""
    kode, akun, label = _TIADA, "", ""
    potong = [k, *(get_sel(baris, i) for i in kolom.pecahan)]
    if any(s is not None for s in potong):
        kode, akun, sisa = _join_kode(potong, tempat)
        if not kode.baku and not akun:
            label = sisa
            nama = nama or sisa
        elif sisa:
            nama = nama or sisa
    if not kode.baku and not akun and nama:
        depan, sisa = split_kode_nama(nama)
        if depan and read_kode(depan).jenis is not Jenis.ASING:
            kode, nama = read_kode(depan), sisa
    if kolom.akun is not None and (s := get_sel(baris, kolom.akun)) is not None:
        akun = _read_akun(s, tempat) or akun
    label = label or next((str(s).strip() for i in kolom.sebelum if (s := get_sel(baris, i)) is not None), "")
    kec = next((write_sel(s, tempat) for i in kolom.kecamatan if (s := get_sel(baris, i)) is not None), "")
    beda = [str(s).strip() for i in kolom.pembeda if (s := get_sel(baris, i)) is not None]
    if kec and read_kode(kec).jenis is Jenis.SUB_UNIT:
        beda, kec = [kec, *beda], read_kode(kec).induk_skpd
    elif is_kelurahan(kec):
        beda, kec = [kec, *beda], ""
    return Sel(nomor, kode, nama, kec, uang, konteks, blok, akun, label, " | ".join(beda))


def _join_kode(sel: Sequence[object], tempat: str) -> tuple[Kode, str, str]:
    """The code in the cells of a row, whole ones or pieces; an account among them; text that is no code.

    >>> _join_kode(["7.01", "7.01.0.00.0.00.17.0000", "7.01.01", "5.1.02"], "")[:2]
    (Kode(jenis=<Jenis.PROGRAM: 'program'>, baku='7.01.01', akun=False, skpd='7.01.0.00.0.00.17.0000'), '5.1.02')
    >>> _join_kode([1, 2, 2, 2.1], "")[0].baku, _join_kode(["7", "01", "04", None, None], "")[0].baku
    ('1.02.02.2.10', '7.01.04')
    >>> [k.baku if isinstance(k, Kode) else k for k in _join_kode([7, 1, 4, "2.01", 1, 5, 1, "02"], "")]
    ['7.01.04.2.01.0001', '5.1.02', '']
    """
    ada = [s for s in sel if s is not None]
    susun = _Susunan(tunggal=len(sel) == 1 or sel[0] is None)
    for n, s in enumerate(ada):
        teks = write_sel(s, tempat, bagian=susun.kini.count(".") + 1 if susun.kini else 0)
        if len(teks) > MAKS_KODE or teks.count(".") >= MAKS_TINGKAT:
            _refuse_panjang(teks, tempat)
        if is_kode(teks):
            susun.add(teks, read_kode(teks), pertama=n == 0)
        elif n == 0:
            return _read_teks(teks)
    return susun.result()


def _read_teks(teks: str) -> tuple[Kode, str, str]:
    """What stands in the place of a code: a code with its name behind, what was meant as a code, words."""
    depan, sisa = split_kode_nama(teks)
    if depan and read_kode(depan).jenis is not Jenis.ASING:
        return read_kode(depan), "", sisa
    return (Kode(Jenis.ASING, teks), "", "") if _is_mirip_kode(teks) else (_TIADA, "", teks)


@dataclass(slots=True)
class _Susunan:
    """A code that grows cell by cell.

    Attributes:
        tunggal: the row has one place for codes, so that an account there is the row's own.
        satuan: an SKPD or a sub-unit of its own.
    """

    tunggal: bool
    kini: str = ""
    akun: str = ""
    satuan: Kode | None = None

    def add(self, teks: str, kode: Kode, *, pertama: bool) -> None:
        """One more cell: a whole code, or a piece of the one before it."""
        if kode.jenis in (Jenis.SKPD, Jenis.SUB_UNIT):
            self.satuan = kode
        elif kode.jenis is Jenis.AKUN and " " not in kode.baku and (not pertama or self.tunggal):
            self.akun = kode.baku
        elif self.akun or (self.kini and read_kode(self.kini).jenis is Jenis.SUB and _ANGKA.fullmatch(teks)):
            self.akun = f"{self.akun}.{teks}" if self.akun else teks
        elif not self.kini or teks.startswith(f"{self.kini}.") or kode.baku.startswith(f"{read_kode(self.kini).baku}."):
            self.kini = teks.rstrip(".")
        elif _ANGKA.fullmatch(teks):
            self.kini = f"{self.kini}.{teks.rstrip('.')}"

    def result(self) -> tuple[Kode, str, str]:
        """The code and the account; a unit stands alone where nothing below a bidang is said."""
        akun, kode = read_kode(self.akun).baku, read_kode(self.kini) if self.kini else _TIADA
        if self.satuan is not None and (not self.kini or kode.jenis is Jenis.BIDANG):
            return self.satuan, akun, ""
        skpd = kode.skpd or (self.satuan.baku if self.satuan else "")
        return Kode(kode.jenis, kode.baku, kode.akun, skpd), akun, ""


def _is_mirip_kode(teks: str) -> bool:
    """Text that was meant as a code: hardly a letter among its figures, and no space.

    >>> [_is_mirip_kode(t) for t in ("7.O1.02", "07/01/2001", "Jumlah", "PROGRAM 1", "TOTAL2024")]
    [True, True, False, False, False]
    """
    angka, huruf = sum(h.isdigit() for h in teks), sum(h.isalpha() for h in teks)
    return angka >= huruf and angka > 0 and " " not in teks and len(teks) <= MAKS_KODE


def _read_akun(sel: object, tempat: str) -> str:
    kode = read_kode(write_sel(sel, tempat))
    return kode.baku if kode.jenis is Jenis.AKUN or kode.akun else ""


def _refuse_panjang(kode: str, tempat: str) -> None:
    """No code is so long; a label or a sentence in the code column may be."""
    if is_kode(kode):
        raise DataError(
            f"Kode {kode[:20]!r}… terlalu panjang.",
            tempat=tempat,
            saran=f"Kode paling banyak {MAKS_KODE} huruf dan {MAKS_TINGKAT} tingkat.",
        )


def write_sel(sel: object, tempat: str, bagian: int = 0) -> str:
    """A code or name as text; of a number, the zero that it lost is given back.

    Args:
        bagian: parts of the code that stand before the cell.

    Raises:
        DataError: a code that a spreadsheet took for a date.

    >>> write_sel(7.1, ""), write_sel(5.1, ""), write_sel(2.1, "", 3), write_sel(7.0, "")
    ('7.10', '5.1', '2.10', '7')
    """
    if isinstance(sel, str):
        return " ".join(sel.split())
    if isinstance(sel, (date, time, timedelta, bool)):
        raise DataError(
            f"Kode berubah menjadi tanggal atau nilai lain ({sel}).",
            tempat=tempat,
            saran="Ubah format kolom kode menjadi Teks, lalu ketik lagi kodenya.",
        )
    teks = write_angka(to_decimal(sel).normalize()).replace(",", ".")  # type: ignore[arg-type]
    satu = re.fullmatch(r"([0-9])\.([1-9])", teks)
    return f"{teks}0" if satu and (bagian >= 3 or satu[1] not in "456") else teks


def check_lebar(sel: Sequence[Sel], petak: Petak, kepala: Kepala, tempat: str) -> None:
    """Refuse rows of a text file that have more cells than titles: commas within amounts were taken for delimiters.

    Raises:
        DataError: naming the row.
    """
    judul, kolom = len(petak[kepala.baris - 1]), max(kepala.uang)
    terakhir = max(kepala.judul)
    for s in sel:
        baris = petak[s.baris - 1]
        if len(baris) <= terakhir + 1 and (len(baris) <= judul or kolom == terakhir):
            continue
        isi = max((k for k, c in enumerate(baris, 1) if not is_kosong(c)), default=0)
        lewat = isi > max(judul, terakhir + 1)
        if not lewat and (len(baris) > judul or kolom == terakhir) and kolom + 1 < len(baris):
            # The columns behind are blank, so that the rest of the amount found room there.
            lewat = _SISA.fullmatch(str(baris[kolom + 1]).strip()) is not None
        if lewat:
            raise DataError(
                f"Baris {s.baris} berisi {max(isi, len(baris))} sel, judulnya {len(kepala.judul)};"
                " jumlah tidak diapit tanda kutip.",
                tempat=tempat,
                saran="Simpan ulang dengan pemisah titik koma, atau apit jumlahnya dengan tanda kutip.",
            )


def _order(kepala: Kepala, awalan: str) -> list[int]:
    """Columns from the deepest level to the general one."""
    urutan = [*(f"{awalan}_{t}" for t in reversed(TINGKAT)), awalan]
    return [kepala.letak[m] for m in urutan if m in kepala.letak]


def _deepest(baris: Sequence[object], kolom: list[int]) -> tuple[int, object]:
    """The deepest level that is filled, and its cell."""
    for tingkat, k in enumerate(kolom):
        if (sel := get_sel(baris, k)) is not None:
            return len(kolom) - tingkat, sel
    return 0, None


def _list_pecahan(kepala: Kepala) -> list[int]:
    """Columns without a title right of the only code column: one merged title over the parts of the codes."""
    kode = _order(kepala, "kode")
    if len(kode) != 1:
        return []
    awal = kode[0] + 1
    return list(range(awal, min((k for k in kepala.judul if k >= awal), default=awal)))


def list_nama_kecamatan(petak: Petak, kepala: Kepala) -> dict[str, str]:
    """Names of kecamatan by code as written, where the table has both columns."""
    return dict(_iter_nama(petak, kepala.letak, kepala.baris))


def _iter_nama(petak: Petak, letak: Mapping[str, int], awal: int) -> Iterator[tuple[str, str]]:
    kode, nama = letak.get("kecamatan", letak.get("skpd")), letak.get("nama_kecamatan")
    if kode is not None and nama is not None:
        for baris in petak[awal:]:
            k, n = get_sel(baris, kode), get_sel(baris, nama)
            if k is not None and n is not None:
                yield str(k).strip(), str(n).strip()
