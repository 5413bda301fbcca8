"""The rows of a budget table as code, name, owner and amount cells, before it is proved what they are.

Codes that a table splits over several cells (7 | 01 | 03 | 2.02 | 0001) are put together before they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kinerja.anggaran.arti import is_nomor_kolom
from kinerja.anggaran.arti_kata import PEMILIK
from kinerja.anggaran.baca.blok_judul import is_kelurahan, list_sela, read_blok_judul
from kinerja.anggaran.baca.kepala import BERANGGARAN, Kepala
from kinerja.anggaran.butir import BarisTabel, BlokJudul
from kinerja.anggaran.kumpulan import is_semua
from kinerja.anggaran.label import Label, read_label
from kinerja.anggaran.sel_kode import TIADA, join_kode, list_pecahan, read_akun, take_kode, write_sel
from kinerja.anggaran.sel_uang import is_uang
from kinerja.anggaran.sumber import Peran
from kinerja.errors import DataError
from kinerja.judul import is_kosong
from kinerja.kode import JenisKode, read_kode
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak

_SISA = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")
"""What is left of an amount behind a comma that was taken for a delimiter."""


@dataclass(slots=True)
class _KolomTabel:
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
        self.kecamatan = [letak[m] for m in PEMILIK if m in letak]
        self.pecahan = list_pecahan(self.kode, self.kepala.judul)
        self.sebelum = [k for k in range(min(self.kepala.uang)) if k not in self.kecamatan]
        beda = self.kepala.pembeda
        self.akun = beda["akun"][0] if "akun" in beda else None
        self.pembeda = sorted(k for m, semua in beda.items() if m not in {"akun", "nama akun"} for k in semua)


def list_baris(petak: Petak, kepala: Kepala, peran: Peran, tempat: str) -> list[BarisTabel]:
    """Every row below the header that has a code, a name or an amount.

    Raises:
        DataError: a code that a spreadsheet took for a date; a second table that cannot be told from the first.
    """
    kolom = _KolomTabel(kepala, tempat)
    blok = list_sela(petak, kepala, peran, tempat)
    blok_judul, nomor_blok = read_blok_judul(petak[: kepala.baris - kepala.tinggi]), 0
    hasil: list[BarisTabel] = []
    di_atas = True  # no row of data yet since the header
    for nomor, baris in enumerate(petak[kepala.baris :], start=kepala.baris + 1):
        if nomor - 1 in blok:
            baru = blok[nomor - 1]
            nomor_blok += baru is not None and baru != blok_judul
            blok_judul, di_atas = baru or blok_judul, True
            continue
        uang = tuple(get_sel(baris, k) for k in kepala.uang)
        if is_nomor_kolom(baris, di_atas):
            if any(is_uang(u) for u in uang):
                hasil.append(
                    BarisTabel(nomor, TIADA, "", "", uang, blok_judul, nomor_blok, label="nomor kolom", penomor=True)
                )
            continue
        satu = _read_baris(baris, nomor, kolom, uang, blok_judul, nomor_blok)
        if satu.kode.baku or satu.nama or satu.label or any(is_uang(u) for u in uang):
            hasil.append(satu)
            di_atas = False
    fill_down(hasil)
    return hasil


def fill_down(semua: Sequence[BarisTabel]) -> None:
    """What merged cells leave blank: code and name of a row that only its funding source or kegiatan tells apart.

    A kelurahan in a column of units belongs to the kecamatan of the table, or of the row above.
    """
    kecamatan = {s.kecamatan for s in semua if s.kecamatan}
    satu = next(iter(kecamatan)) if len(kecamatan) == 1 else ""
    atas: BarisTabel | None = None
    for s in semua:
        if s.penomor:
            continue
        if not s.kecamatan and s.pembeda:
            s.kecamatan = satu or (atas.kecamatan if atas else "")
        kosong = not (s.kode.baku or s.akun or s.nama) and s.beruang
        jumlah = atas is not None and not atas.kode.baku and _is_total(atas.nama or atas.label)
        if atas is not None and s.pembeda and kosong and not (jumlah or any(map(_is_total, s.pembeda.split(" | ")))):
            s.kode, s.akun, s.nama, s.label, s.diturunkan = atas.kode, atas.akun, atas.nama, "", True
        atas = s if not (jumlah and kosong) else atas


def _is_total(teks: str) -> bool:
    return read_label(teks) in (Label.JUMLAH, Label.PINDAHAN) or is_semua(teks)


def _read_baris(
    baris: Sequence[object], nomor: int, kolom: _KolomTabel, uang: tuple[object, ...], blok_judul: BlokJudul, blok: int
) -> BarisTabel:
    tempat = f"{kolom.tempat}, baris {nomor}"
    tk, k = _deepest(baris, kolom.kode)
    tn, n = _deepest(baris, kolom.nama)
    nama = str(n).strip() if n is not None and (tn >= tk or len(kolom.nama) == 1) else ""
    kode, akun, label = TIADA, "", ""
    potong = [k, *(get_sel(baris, i) for i in kolom.pecahan)]
    if any(s is not None for s in potong):
        kode, akun, sisa = join_kode(potong, tempat)
        if not kode.baku and not akun:
            label = sisa
            nama = nama or sisa
        elif sisa:
            nama = nama or sisa
    if not kode.baku and not akun and nama:
        kode, nama = take_kode(nama)
    if kolom.akun is not None and (s := get_sel(baris, kolom.akun)) is not None:
        akun = read_akun(s, tempat) or akun
    label = label or next((str(s).strip() for i in kolom.sebelum if (s := get_sel(baris, i)) is not None), "")
    kec = next((write_sel(s, tempat) for i in kolom.kecamatan if (s := get_sel(baris, i)) is not None), "")
    beda = [str(s).strip() for i in kolom.pembeda if (s := get_sel(baris, i)) is not None]
    if kec and read_kode(kec).jenis is JenisKode.SUB_UNIT:
        beda, kec = [kec, *beda], read_kode(kec).induk_skpd
    elif is_kelurahan(kec):
        beda, kec = [kec, *beda], ""
    return BarisTabel(nomor, kode, nama, kec, uang, blok_judul, blok, akun, label, " | ".join(beda))


def check_lebar(semua: Sequence[BarisTabel], petak: Petak, kepala: Kepala, tempat: str) -> None:
    """Refuse rows of a text file that have more cells than titles: commas within amounts were taken for delimiters.

    Raises:
        DataError: naming the row.
    """
    judul, kolom = len(petak[kepala.baris - 1]), max(kepala.uang)
    terakhir = max(kepala.judul)
    for s in semua:
        baris = petak[s.nomor - 1]
        if len(baris) <= terakhir + 1 and (len(baris) <= judul or kolom == terakhir):
            continue
        isi = max((k for k, c in enumerate(baris, 1) if not is_kosong(c)), default=0)
        lewat = isi > max(judul, terakhir + 1)
        if not lewat and (len(baris) > judul or kolom == terakhir) and kolom + 1 < len(baris):
            # The columns behind are blank, so that the rest of the amount found room there.
            lewat = _SISA.fullmatch(str(baris[kolom + 1]).strip()) is not None
        if lewat:
            raise DataError(
                f"Baris {s.nomor} berisi {max(isi, len(baris))} sel, judulnya {len(kepala.judul)};"
                " jumlah tidak diapit tanda kutip.",
                tempat=tempat,
                saran="Simpan ulang dengan pemisah titik koma, atau apit jumlahnya dengan tanda kutip.",
            )


def _order(kepala: Kepala, awalan: str) -> list[int]:
    """Columns from the deepest level to the general one."""
    urutan = [*(f"{awalan}_{t}" for t in reversed(BERANGGARAN)), awalan]
    return [kepala.letak[m] for m in urutan if m in kepala.letak]


def _deepest(baris: Sequence[object], kolom: list[int]) -> tuple[int, object]:
    """The deepest level that is filled, and its cell."""
    for tingkat, k in enumerate(kolom):
        if (sel := get_sel(baris, k)) is not None:
            return len(kolom) - tingkat, sel
    return 0, None


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
