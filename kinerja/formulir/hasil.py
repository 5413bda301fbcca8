"""The hidden sheet of a workbook made from a form: whose it is, and what it comes to, in formulas over its inputs.

So the way back needs no knowledge of the form: three tables, known by the names of `tanda_formulir`, hold the year and
the quarters of each indikator and the budget of each programme, as sheets Capaian, Triwulan and Anggaran would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kinerja.alamat import Kotak, a1
from kinerja.errors import DataError
from kinerja.formulir.hasil_acuan import Acuan
from kinerja.formulir.hasil_indikator import (
    CAPAIAN,
    JUDUL,
    JUDUL_TRIWULAN,
    KATEGORI,
    SAKIP,
    Baris,
    Ukuran,
    list_ukuran,
    make_tahun,
    make_triwulan,
)
from kinerja.peraturan import get_parameter
from kinerja.perjanjian.kembali.tanda_formulir import (
    BENTUK,
    FORMULIR,
    NAMA,
    TABEL_INDIKATOR,
    TABEL_PROGRAM,
    TABEL_TRIWULAN,
    write_bentuk,
)
from kinerja.perjanjian.model import AWALAN_NAMA, PerjanjianKinerja, Program
from kinerja.rumus.tahun import TRIWULAN
from kinerja.rumus_sel import to_sen
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import COUNT, IF, ISNUMBER, ROUND, SUM
from workbook_templates.perjanjian_kinerja.bahan import to_kolom
from workbook_templates.perjanjian_kinerja.lembar.identitas import list_identitas
from workbook_templates.rumus import serapan_bila_ada

JUDUL_LEMBAR = "Identitas"
"""The title of the sheet, unless the form has such a one."""
JUDUL_PROGRAM = (
    *("No", "Kode", "Program", "Perjanjian (Rp)", "DPA (Rp)", "Pagu acuan (Rp)"),
    *(f"Realisasi triwulan {t} (Rp)" for t in TRIWULAN),
    *("Jumlah realisasi (Rp)", "Serapan (%)"),
)
PERJANJIAN, DPA, PAGU, TW, JUMLAH, SERAPAN = 3, 4, 5, 6, 10, 11
"""Columns of the programmes' table; the four quarters begin at TW."""


@dataclass(frozen=True, slots=True)
class LembarHasil:
    """What is to stand on the hidden sheet.

    Attributes:
        sel: row and column from 0, and a value or a formula; blank cells are not in it.
        nama: defined names: row, column, and how many rows from there.
    """

    sel: tuple[tuple[int, int, object], ...]
    nama: tuple[tuple[str, int, int, int], ...]


def plan_hasil(
    pk: PerjanjianKinerja,
    nama: Mapping[str, tuple[str, Kotak]],
    sidik: tuple[str, str],
    judul: str = JUDUL_LEMBAR,
    bentuk: Mapping[str, str] = MappingProxyType({}),
) -> LembarHasil:
    """The hidden sheet of a form that is filled in for an agreement.

    Args:
        nama: names of the filled form, inputs and results, with their sheet and cells (from 0).
        sidik: digests: of what was issued, and of the form as the office gave it.
        judul: the title of the hidden sheet.
        bentuk: what cells of inputs look like in the form, by name, as `xlsx_gaya.judge_format` says: `persen`,
            `tanggal`, `durasi`; others may be left out.

    Raises:
        ValueError: a name of ours stands in the form.
        DataError: a block of programmes has other rows than they.
    """
    if milik := [n for n in nama if n in NAMA]:
        raise ValueError(f"{milik[0]} is a name of ours")
    acuan = Acuan(judul, nama, frozenset(n for n, satu in bentuk.items() if satu == "persen"))
    identitas = (*list_identitas(pk, sidik[0]), (FORMULIR, sidik[1]))
    sel: list[tuple[int, int, object]] = [(0, 0, "Identitas berkas (jangan diubah)")]
    letak: list[tuple[str, int, int, int]] = []
    for r, (kunci, nilai) in enumerate(identitas, start=1):
        sel += [(r, 0, kunci), (r, 1, nilai)]
        letak.append((f"{AWALAN_NAMA}{kunci}", r, 1, 1))
    sel += [(len(identitas) + 1, 0, "bentuk"), (len(identitas) + 1, 1, write_bentuk(bentuk) or "-")]
    letak.append((BENTUK, len(identitas) + 1, 1, 1))
    awal = len(identitas) + 4
    n, p = len(pk.indikator), len(pk.program)
    triwulan = awal + n + 3
    program = triwulan + len(TRIWULAN) * n + 2
    ukuran = list_ukuran(pk, acuan, awal, triwulan)
    sel += _list_tabel(awal, JUDUL, ((u.baris, make_tahun(u)) for u in ukuran))
    sel += _list_tabel(triwulan, JUDUL_TRIWULAN, (satu for u in ukuran for satu in make_triwulan(u)))
    sel += _list_tabel(program, JUDUL_PROGRAM, ((program + k, _make_program(pk, acuan, k, program)) for k in range(p)))
    sel += [(awal + n, 2, "Rata-rata capaian indikator yang terukur"), (awal + n, CAPAIAN, _write_rerata(ukuran))]
    letak += [(TABEL_INDIKATOR, awal, 0, n), (TABEL_TRIWULAN, triwulan, 0, n * len(TRIWULAN))]
    letak += [(TABEL_PROGRAM, program, 0, p), ("hasil_capaian_persen", awal, CAPAIAN, n)]
    letak += [("hasil_capaian_kategori", awal, KATEGORI, n), ("hasil_capaian_rerata", awal + n, CAPAIAN, 1)]
    sel += _list_sakip(acuan, ukuran, program + p + 1)
    if sel[-1][0] > program + p:
        letak += [("hasil_sakip_nilai", program + p + 1, 1, 1), ("hasil_sakip_predikat", program + p + 2, 1, 1)]
    isi = tuple((r, c, x) for r, c, x in sel if x is not None)
    return LembarHasil(isi, tuple(satu for satu in letak if satu[0] not in nama))


def _list_tabel(
    awal: int, judul: tuple[str, ...], baris: Iterator[tuple[int, Baris]]
) -> Iterator[tuple[int, int, object]]:
    """A table whose first row of figures is `awal`."""
    yield from ((awal - 1, c, teks) for c, teks in enumerate(judul))
    yield from ((r, c, x) for r, isi in baris for c, x in isi)


def _write_rerata(ukuran: list[Ukuran]) -> X:
    """The mean of what was measured in numbers, as on sheet Capaian: predicates are not in it."""
    a, awal = ukuran[0].acuan, ukuran[0].baris
    w = a.rentang((awal, CAPAIAN, awal + len(ukuran) - 1, CAPAIAN))
    jumlah, banyak = SUM(w), COUNT(w)
    for u in ukuran:
        if u.penilai.indikator.jenis.berurutan:
            x = a.sel(u.baris, CAPAIAN)
            jumlah, banyak = jumlah - IF(ISNUMBER(x), x, 0), banyak - IF(ISNUMBER(x), 1, 0)
    desimal = get_parameter("capaian", pada=ukuran[0].penilai.pada).bilangan("desimal")
    return IF(banyak == 0, "", ROUND(ROUND(jumlah, desimal) / banyak, desimal))


def _make_program(pk: PerjanjianKinerja, acuan: Acuan, nomor: int, awal: int) -> Baris:
    """The budget of a programme."""
    p, r = pk.program[nomor], awal + nomor
    for apa in ("perjanjian", "dpa", "realisasi", *(f"realisasi_{q}" for q in range(1, len(TRIWULAN) + 1))):
        if (letak := acuan.nama.get(f"isian_program_{apa}")) and letak[1][2] - letak[1][0] + 1 != len(pk.program):
            raise DataError(
                f"Isian isian_program_{apa} tidak sebanyak program, yaitu {len(pk.program)} baris.",
                tempat=f"lembar {letak[0]}, sel {a1(*letak[1][:2])}",
                saran="Taruh namanya di baris yang berulang, di sebelah {{program.nama}}.",
            )
    tw = [acuan.find_angka(f"isian_program_realisasi_{q}", nomor) for q in range(1, len(TRIWULAN) + 1)]
    w = acuan.rentang((r, TW, r, TW + len(TRIWULAN) - 1))
    setahun = acuan.find_angka("isian_program_realisasi", nomor)
    jumlah = to_x("") if setahun is None else IF(setahun == "", "", to_sen(setahun))
    if any(x is not None for x in tw):
        jumlah = IF(COUNT(w) == 0, jumlah, to_sen(SUM(w)))
    a, d, pagu, t = (acuan.sel(r, c) for c in (PERJANJIAN, DPA, PAGU, JUMLAH))
    perjanjian, dpa = _read_perjanjian(p, acuan, nomor), acuan.find_angka("isian_program_dpa", nomor)
    dasar = to_x("") if perjanjian is None else IF(ISNUMBER(a), to_sen(a), "")
    return [
        *((0, nomor + 1), (1, p.kode), (2, p.nama), (PERJANJIAN, perjanjian), (DPA, dpa)),
        (PAGU, dasar if dpa is None else IF(ISNUMBER(d), to_sen(d), dasar)),
        *((TW + q, x) for q, x in enumerate(tw)),
        (JUMLAH, jumlah),
        (SERAPAN, serapan_bila_ada(t, pagu, pk.pada)),
    ]


def _read_perjanjian(p: Program, acuan: Acuan, nomor: int) -> object:
    if p.anggaran is not None:
        return to_kolom([Decimal(p.anggaran)])[0][0]
    return acuan.find_angka("isian_program_perjanjian", nomor)


def _list_sakip(acuan: Acuan, ukuran: list[Ukuran], r: int) -> Iterator[tuple[int, int, object]]:
    """The SAKIP evaluation where the form asks for it and computes none itself."""
    u = next((u for u in ukuran if u.penilai.indikator.jenis.berbobot), None)
    nilai = acuan.find_angka(SAKIP[0])
    if u is None or nilai is None or "hasil_sakip_nilai" in acuan.nama:
        return
    x = acuan.sel(r, 1)
    huruf, ketik = u.penilai.jenjang(x), acuan.find_isi(SAKIP[1])
    assert huruf is not None
    yield from ((r, 0, "Nilai SAKIP"), (r, 1, nilai), (r + 1, 0, "Predikat SAKIP"))
    yield r + 1, 1, huruf if ketik is None else IF(x == "", ketik, huruf)
