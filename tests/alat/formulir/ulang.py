"""Small forms of many repeated tables, drawn by chance, and what their cells come to, computed apart.

A form has a sheet *Satu* with tables one below the other, each of one list of the agreement, and a sheet *Dua* that
looks at them. Where a row comes to lie and what a formula is worth is worked out here from what its author means, not
from what an engine makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.bilangan import round_half_up
from kinerja.perjanjian.model import PerjanjianKinerja
from tests.alat.formulir.berkas import save_openpyxl
from tests.alat.formulir.data import make_banyak

T = TypeVar("T")
Pilih = Callable[[Sequence[Any]], Any]
"""Picks one: `random.choice`, or a draw of hypothesis."""
BIDANG = {
    "indikator": ("nama", "target"),
    "program": ("nama", "anggaran"),
    "kegiatan": ("uraian", "target"),
    "rencana_aksi": ("uraian", "anggaran"),
    "sasaran": ("uraian", "nomor"),
}
"""Of each list a text and a number."""
BANYAK = {
    "indikator": (1, 3, 40),
    "program": (1, 2, 3, 40),
    "kegiatan": (0, 1, 3, 40),
    "rencana_aksi": (0, 1, 2, 3),
    "sasaran": (1,),
}
"""How many items a draw may have; an agreement without indikator or programme is none."""
TETAP = 7
"""The number in cell C2 of *Satu*, to which rows refer with `$`."""
Harap = dict[tuple[str, str], float | str | None]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: its list, the rows of its head and of its items in the form, and how many items it gets."""

    daftar: str
    baris: int
    nilai: tuple[Decimal, ...]
    nama: tuple[str, ...]

    @property
    def banyak(self) -> int:
        """Rows that it takes: one stays where there is no item."""
        return max(len(self.nilai), 1)


@dataclass(frozen=True, slots=True)
class Soal:
    """A form, the agreement for it, and all that must stand in its cells afterwards."""

    isi: bytes
    pk: PerjanjianKinerja
    harap: Harap = field(default_factory=dict)


def draw_soal(pilih: Pilih) -> Soal:
    """A form by chance; two tables at least, so that one lies below another."""
    banyak = {nama: pilih(isi) for nama, isi in BANYAK.items()}
    pk = make_banyak(banyak["indikator"], banyak["program"], banyak["kegiatan"], banyak["rencana_aksi"])
    satu = _draw_tabel(pilih, pilih((2, 3, 4)), tuple(BIDANG), _list_nilai(pk), 4)
    dua = _draw_tabel(pilih, pilih((0, 1, 2)), tuple({t.daftar for t in satu}), _list_nilai(pk), 8)
    buku = Workbook()
    lembar = buku.active
    assert isinstance(lembar, Worksheet)
    lembar.title = "Satu"
    harap: Harap = {}
    _put_satu(buku, lembar, satu, harap)
    _put_dua(buku.create_sheet("Dua"), satu, dua, harap)
    return Soal(save_openpyxl(buku), pk, harap)


@lru_cache(maxsize=64)
def _list_nilai(pk: PerjanjianKinerja) -> Mapping[str, tuple[tuple[str, Decimal], ...]]:
    kegiatan = [k for d in pk.daftar for k in d.kegiatan]
    aksi = [a for i in pk.indikator for a in i.aksi]
    return {
        "indikator": tuple((i.nama, i.target.angka or Decimal(0)) for i in pk.indikator if i.target),
        "program": tuple((p.nama, p.anggaran or Decimal(0)) for p in pk.program),
        "kegiatan": tuple((k.uraian, Decimal(k.target or 0)) for k in kegiatan),
        "rencana_aksi": tuple((a.uraian, a.anggaran or Decimal(0)) for a in aksi),
        "sasaran": tuple((s.uraian, Decimal(n)) for n, s in enumerate(pk.sasaran, start=1)),
    }


def _draw_tabel(
    pilih: Pilih, banyak: int, daftar: Sequence[str], nilai: Mapping[str, Sequence[tuple[str, Decimal]]], awal: int
) -> list[Tabel]:
    hasil, baris = [], awal
    for _ in range(banyak):
        nama = pilih(sorted(daftar))
        baris += pilih((1, 2, 4))
        hasil.append(Tabel(nama, baris, tuple(v for _, v in nilai[nama]), tuple(t for t, _ in nilai[nama])))
        baris += 3
    return hasil


def find_baris(tabel: Sequence[Tabel], baris: int) -> int:
    """Where a row of the form, which is not repeated, comes to lie."""
    return baris + sum(t.banyak - 1 for t in tabel if t.baris < baris)


def _put_satu(buku: Workbook, lembar: Worksheet, tabel: Sequence[Tabel], harap: Harap) -> None:
    """Totals above, the tables each with a total below, a sum over all of them at the end."""
    lembar["C2"] = TETAP
    for nomor, t in enumerate(tabel):
        lembar.cell(1, 1 + nomor, f"=SUM(C{t.baris}:C{t.baris})")
        harap["Satu", lembar.cell(1, 1 + nomor).coordinate] = float(sum(t.nilai))
        _put_tabel(lembar, t)
        _tell_tabel(tabel, t, harap)
        buku.defined_names[f"daftar_{nomor}"] = DefinedName(
            f"daftar_{nomor}", attr_text=f"Satu!$C${t.baris}:$C${t.baris}"
        )
        buku.defined_names[f"jumlah_{nomor}"] = DefinedName(f"jumlah_{nomor}", attr_text=f"Satu!$C${t.baris + 1}")
    awal, akhir = tabel[0].baris, tabel[-1].baris + 1
    lembar[f"C{akhir + 1}"] = f"=SUM(C{awal}:C{akhir})-" + "-".join(f"C{t.baris + 1}" for t in tabel)
    harap["Satu", f"C{find_baris(tabel, akhir + 1)}"] = float(sum(sum(t.nilai) for t in tabel))


def _put_tabel(lembar: Worksheet, t: Tabel) -> None:
    """Head, the row of the items, the total below."""
    r, (teks, angka) = t.baris, BIDANG[t.daftar]
    for kolom, isi in zip("ABC", ("No", "Nama", "Nilai"), strict=True):
        lembar[f"{kolom}{r - 1}"] = isi
    for kolom, isi in (
        ("A", f"{{{{{t.daftar}.nomor}}}}"), ("B", f"ke-{{{{ {t.daftar}.nomor }}}}: {{{{{t.daftar}.{teks}}}}}"),
        ("C", f"{{{{{t.daftar}.{angka}}}}}"), ("D", f"=C{r}*2"), ("E", f"=SUM(E{r - 1},C{r})"),
        ("F", f"=ROUND(C{r}/$C${r + 1}*100,2)"), ("G", f"=$C$2+C{r}"), ("H", f"=SUM(C${r}:C{r})"),
        ("I", f"=IF(D{r}>2*C$2,D{r}-$C$2,C{r}+D{r})"),
        ("J", f"=SUM(C${r}:C${r})-C{r}"),
        ("K", f'=COUNTIF(C${r}:C${r},">"&C{r})+1'),
    ):  # fmt: skip
        lembar[f"{kolom}{r}"] = isi
    for kolom, isi in (
        ("A", "Jumlah"), ("C", f"=SUM(C{r}:C{r})"), ("D", f"=SUM(D{r})"),
        ("E", f"=COUNT(C{r}:C{r})+COUNT(A{r - 1}:A{r})"),
        ("F", f"=MAX(C{r}:D{r})"), ("G", f'=IF(COUNT(C{r})=0,"",AVERAGE(C{r}))'),
        ("H", f"=SUM($C${r}:$C${r})-C{r + 1}"),
        ("I", f'=COUNTIF(B{r}:B{r},"ke-1*")'),
        ("J", f"=SUMPRODUCT(C{r}:C{r},A{r}:A{r})"),
        ("K", f"=IFERROR(VLOOKUP(1,A{r}:C{r},3,FALSE),0)"),
    ):  # fmt: skip
        lembar[f"{kolom}{r + 1}"] = isi


def _tell_tabel(tabel: Sequence[Tabel], t: Tabel, harap: Harap) -> None:
    awal, jumlah, jalan = find_baris(tabel, t.baris), sum(t.nilai), Decimal(0)
    for nomor, (nama, v) in enumerate(zip(t.nama, t.nilai, strict=True), start=1):
        jalan += v
        isi = (
            nomor, f"ke-{nomor}: {nama}", v, 2 * v, jalan, round_half_up(v / jumlah * 100, 2), TETAP + v, jalan,
            2 * v - TETAP if 2 * v > 2 * TETAP else 3 * v, jumlah - v, sum(w > v for w in t.nilai) + 1,
        )  # fmt: skip
        _tell(harap, awal + nomor - 1, "ABCDEFGHIJK", isi)
    if not t.nilai:
        _tell(harap, awal, "ABCDEFGHIJK", (None,) * 11)
    banyak = len(t.nilai)
    rerata: object = Decimal(jumlah) / banyak if banyak else ""
    bawah = ("Jumlah", jumlah, 2 * jumlah, 2 * banyak, 2 * max(t.nilai, default=0), rerata, 0)
    _tell(harap, awal + t.banyak, "ACDEFGH", bawah)
    kali = sum((n * v for n, v in enumerate(t.nilai, start=1)), Decimal(0))
    satu = sum(str(n).startswith("1") for n in range(1, banyak + 1))
    _tell(harap, awal + t.banyak, "IJK", (satu, kali, t.nilai[0] if t.nilai else 0))


def _tell(harap: Harap, baris: int, kolom: str, isi: Sequence[object]) -> None:
    for huruf, satu in zip(kolom, isi, strict=True):
        harap["Satu", f"{huruf}{baris}"] = float(satu) if isinstance(satu, int | Decimal) else satu  # type: ignore[assignment]


def _put_dua(lembar: Worksheet, satu: Sequence[Tabel], dua: Sequence[Tabel], harap: Harap) -> None:
    """What refers from another sheet: whole tables, totals, names; and tables of the same list, item to item."""
    for nomor, t in enumerate(satu):
        for kolom, rumus, nilai in (
            (1, f"=SUM(Satu!C{t.baris}:C{t.baris})", sum(t.nilai)), (2, f"=Satu!C{t.baris + 1}", sum(t.nilai)),
            (3, f"=SUM(daftar_{nomor})+jumlah_{nomor}", 2 * sum(t.nilai)),
            (
                4,
                f'=SUMIF(Satu!$C${t.baris}:$C${t.baris},">10",Satu!$D${t.baris}:$D${t.baris})',
                sum(2 * v for v in t.nilai if v > 10),
            ),
        ):  # fmt: skip
            lembar.cell(nomor + 1, kolom, rumus)
            harap["Dua", lembar.cell(nomor + 1, kolom).coordinate] = float(nilai)
    for t in dua:
        asal = next(a for a in satu if a.daftar == t.daftar)
        awal = find_baris(dua, t.baris)
        lembar[f"A{t.baris}"] = f"{{{{{t.daftar}.nomor}}}}"
        lembar[f"B{t.baris}"] = f"=Satu!C{asal.baris}+1"
        lembar[f"C{t.baris}"] = f"=B{t.baris}/2"
        lembar[f"B{t.baris + 1}"] = f"=SUM(B{t.baris}:B{t.baris})"
        for nomor in range(t.banyak):
            v = float(t.nilai[nomor]) if t.nilai else None
            harap["Dua", f"B{awal + nomor}"] = None if v is None else v + 1
            harap["Dua", f"C{awal + nomor}"] = None if v is None else (v + 1) / 2
        harap["Dua", f"B{awal + t.banyak}"] = float(sum(t.nilai) + len(t.nilai))
