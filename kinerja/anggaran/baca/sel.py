"""The rows of a budget table as code, name, kecamatan and amount cell, before it is decided which count.

Codes that a table splits over a column a level (7 | 01 | 03 | 2.02 | 0001) are put together before they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from kinerja.anggaran.baca.kepala import TINGKAT, Kepala
from kinerja.anggaran.baca.konteks import (
    Konteks,
    is_jumlah,
    is_kode,
    is_uang,
    read_blok,
    read_konteks,
    split_kode_nama,
    split_skpd,
)
from kinerja.anggaran.baca.tabel import Peran
from kinerja.errors import DataError
from kinerja.rumus.angka import to_decimal, write_angka
from kinerja.sumber.petak import get_sel, is_kosong
from kinerja.tabel.sel import Petak

_SISA = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")
"""What is left of an amount behind a comma that was taken for a delimiter."""
_BAGIAN = {"kode_urusan": 1, "kode_bidang": 2, "kode_program": 3, "kode_kegiatan": 5, "kode_sub": 6}
"""Parts that a code has down to the level of its column."""
_PROGRAM, _KEGIATAN = 3, 5
MAKS_KODE, MAKS_TINGKAT = 80, 24
"""The longest code known has 60 letters and 20 levels, with its SKPD in front."""
_ANGKA = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})*")


@dataclass(slots=True)
class Sel:
    """One row: its number from 1, code, name, kecamatan, amount cell and what it is.

    Attributes:
        jumlah: it states a total.
        yatim: it has an amount, but neither a code nor a name nor the label of a total.
        konteks: the title block that it stands under.
    """

    baris: int
    kode: str
    nama: str
    kecamatan: str
    uang: object
    jumlah: bool
    yatim: bool
    konteks: Konteks


def list_sel(petak: Petak, kepala: Kepala, peran: Peran, kolom: int, tempat: str) -> list[Sel]:
    """Every row below the header that has a code, a name or an amount.

    Raises:
        DataError: a code that a spreadsheet took for a date; a second table that cannot be told from the first.
    """
    kode, nama = _order(kepala, "kode"), _order(kepala, "nama")
    kecamatan = [kepala.letak[m] for m in ("kecamatan", "nama_kecamatan", "skpd") if m in kepala.letak]
    sebelum = [k for k in range(kolom) if k not in kecamatan]
    pecahan = _list_pecahan(kepala)
    blok = read_blok(petak, kepala, peran, kolom, tempat)
    konteks = read_konteks(petak[: kepala.baris])
    hasil: list[Sel] = []
    di_atas = True  # no row of data yet since the header
    for nomor, baris in enumerate(petak[kepala.baris :], start=kepala.baris + 1):
        if nomor - 1 in blok:
            konteks, di_atas = blok[nomor - 1] or konteks, True
            continue
        if _is_nomor_kolom(baris, di_atas):
            continue
        uang = get_sel(baris, kolom)
        tk, k = _deepest(baris, kode)
        tn, n = _deepest(baris, nama)
        teks_kode = _join_kode(k, (get_sel(baris, i) for i in pecahan), f"{tempat}, baris {nomor}")
        teks_nama = str(n).strip() if n is not None and (tn >= tk or len(nama) == 1) else ""
        if not teks_kode and teks_nama:
            depan, sisa = split_kode_nama(teks_nama)
            teks_kode, teks_nama = (depan, sisa) if depan else ("", teks_nama)
        if len(teks_kode) > MAKS_KODE or teks_kode.count(".") >= MAKS_TINGKAT:
            _refuse_kode(teks_kode, f"{tempat}, baris {nomor}")
        label = teks_kode or next((str(s) for i in sebelum if (s := get_sel(baris, i)) is not None), "")
        jumlah = is_jumlah(label) or (not teks_kode and is_jumlah(teks_nama))
        yatim = not (teks_kode or teks_nama or jumlah)
        if not yatim or is_uang(uang):
            kec = next((_text(s, tempat) for i in kecamatan if (s := get_sel(baris, i)) is not None), "")
            hasil.append(Sel(nomor, "" if jumlah else teks_kode, teks_nama, kec, uang, jumlah, yatim, konteks))
            di_atas = False
    return hasil


def _refuse_kode(kode: str, tempat: str) -> None:
    """No code is so long; a label or a sentence in the code column may be."""
    if is_kode(kode):
        raise DataError(
            f"Kode {kode[:20]!r}… terlalu panjang.",
            tempat=tempat,
            saran=f"Kode paling banyak {MAKS_KODE} huruf dan {MAKS_TINGKAT} tingkat.",
        )


def check_lebar(sel: Sequence[Sel], petak: Petak, kepala: Kepala, kolom: int, tempat: str) -> None:
    """Refuse rows of a text file that have more cells than titles: commas within amounts were taken for delimiters.

    Raises:
        DataError: naming the row.
    """
    judul = len(petak[kepala.baris - 1])
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


def _text(sel: object, tempat: str) -> str:
    """A code or name as text; a code that a spreadsheet took for a date is refused."""
    if isinstance(sel, str):
        return " ".join(sel.split())
    if isinstance(sel, (date, time, timedelta, bool)):
        raise DataError(
            f"Kode berubah menjadi tanggal atau nilai lain ({sel}).",
            tempat=tempat,
            saran="Ubah format kolom kode menjadi Teks, lalu ketik lagi kodenya.",
        )
    return write_angka(to_decimal(sel).normalize()).replace(",", ".")  # type: ignore[arg-type]


def _list_pecahan(kepala: Kepala) -> list[int]:
    """Columns without a title right of the only code column: one merged title over the parts of the codes."""
    kode = _order(kepala, "kode")
    if len(kode) != 1:
        return []
    awal = kode[0] + 1
    return list(range(awal, min((k for k in kepala.judul if k >= awal), default=awal)))


def _join_kode(awal: object, sisa: Iterable[object], tempat: str) -> str:
    """`7`, `01`, `04` in three cells is 7.01.04; cells that hold no figures are not part of the code."""
    if awal is None:
        return ""
    bagian = (_text(s, tempat) for s in sisa if s is not None)
    return ".".join([_text(awal, tempat), *filter(_ANGKA.fullmatch, bagian)])


def _is_nomor_kolom(baris: Sequence[object], di_atas: bool) -> bool:
    """The row that numbers the columns: 1 2 3 4 5 = 3 - 4; away from a header only where it counts 1 2 3 …"""
    pertama = next((s for s in baris if not is_kosong(s)), None)
    if pertama is None or len(str(pertama).strip()) > 5:
        return False
    isi = [str(s).strip().removesuffix(".0") for s in baris if not is_kosong(s)]
    if di_atas:
        return len(isi) > 1 and all(re.fullmatch(r"\(?[0-9]{1,2}\)?(?:\s*=.*|[a-z])?", s) for s in isi)
    return len(isi) > 2 and isi == [str(n) for n in range(1, len(isi) + 1)]


def join_pecahan(petak: Petak, kepala: Kepala, tempat: str) -> tuple[Petak, Kepala]:
    """The same grid with whole codes in the columns programme, kegiatan and sub; whole codes stay as they are.

    Raises:
        DataError: a part of a code under nothing that it belongs to.
    """
    kolom = {_BAGIAN[m]: k for m, k in kepala.letak.items() if m in _BAGIAN}
    letak = {m: k for m, k in kepala.letak.items() if _BAGIAN.get(m, _PROGRAM) >= _PROGRAM}
    sasaran = {t: k for t, k in kolom.items() if t >= _PROGRAM}
    if kolom and not sasaran and "kode" not in letak:
        letak["kode"] = kolom[max(kolom)]
    kepala = replace(kepala, letak=letak)
    if "kode" in letak or len(kolom) < 2:
        return petak, kepala
    urut = dict(sorted(kolom.items()))
    hasil: list[Sequence[object]] = list(petak[: kepala.baris])
    atas: dict[int, str] = {}
    for nomor, baris in enumerate(petak[kepala.baris :], start=kepala.baris + 1):
        isi = {t: _text_pecahan(s, t) for t, k in urut.items() if (s := get_sel(baris, k)) is not None}
        kode = all(_ANGKA.fullmatch(split_skpd(s)[1]) for s in isi.values())
        if not kode:
            atas = {}  # a title: perhaps another table begins
        if not kode or not isi or (nomor == kepala.baris + 1 and _is_nomor(baris)):
            hasil.append(baris)
            continue
        for tingkat, teks in isi.items():
            penuh = _complete(teks, tingkat, atas)
            if penuh is None:
                raise DataError(
                    f"Potongan kode {teks!r} tidak jelas induknya.",
                    tempat=f"{tempat}, baris {nomor}",
                    saran="Isi kode program di baris itu atau di atasnya.",
                )
            atas = {t: s for t, s in atas.items() if t < tingkat} | {tingkat: penuh}
        terdalam = max(isi)
        baru = list(baris)
        baru[kolom[terdalam] if terdalam in sasaran else sasaran[min(sasaran)]] = atas[terdalam]
        hasil.append(baru)
    return hasil, kepala


def _complete(teks: str, tingkat: int, atas: dict[int, str]) -> str | None:
    """The whole code; None for a part that stands under nothing.

    >>> _complete("2.2", 5, {3: "7.01.03"}), _complete("7.01.03.2.02", 5, {}), _complete("1", 2, {1: "7"})
    ('7.01.03.2.02', '7.01.03.2.02', '7.01')
    """
    induk = max((t for t in atas if t < tingkat), default=0)
    banyak = split_skpd(teks)[1].count(".") + 1
    # More parts than the level adds to its parent: the code is whole.
    if banyak >= tingkat or (induk and (teks.startswith(f"{atas[induk]}.") or banyak > tingkat - induk)):
        return teks
    if not induk:
        return None
    bagian = teks.split(".")
    return ".".join([atas[induk], *bagian[:-1], bagian[-1].zfill(2)])


def _text_pecahan(sel: object, tingkat: int) -> str:
    """A part as text; the number 2.1 of a kegiatan was 2.10, for 2.01 would still be 2.01."""
    if isinstance(sel, float):
        return f"{sel:.2f}" if tingkat == _KEGIATAN and sel != int(sel) else f"{sel:g}"
    return str(sel).strip()


def _is_nomor(baris: Sequence[object]) -> bool:
    """The row under a header that numbers the columns: every cell one more than the one before."""
    isi = [str(s).strip(" ()").removesuffix(".0") for s in baris if not is_kosong(s)]
    return (
        len(isi) > 1 and all(s.isdecimal() for s in isi) and [int(s) - int(isi[0]) for s in isi] == [*range(len(isi))]
    )
