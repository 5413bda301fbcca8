"""Checks of targets and of stated totals of activity lists."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.errors import RentangError
from kinerja.peraturan import Jenjang, get_parameter, get_tabel
from kinerja.perjanjian.model import Indikator, JenisIndikator, PerjanjianKinerja, akhir_tahun
from kinerja.perjanjian.periksa.tempat import name_tempat
from kinerja.rumus.angka import format_angka, write_angka
from kinerja.rumus.skm import get_skala
from kinerja.temuan import Temuan, Tingkat

GRADE = {
    JenisIndikator.SKM: ("mutu", "skm_mutu", "skm"),
    JenisIndikator.SAKIP: ("predikat", "sakip_predikat", "sakip_bobot"),
}
"""Kinds whose target has a grade: what it is called, the band table, and the parameters that say its decimals."""
BAGIAN = (JenisIndikator.MANFAAT, JenisIndikator.TRANTIBUM)
"""Shares of a whole: 100 per cent at most."""
PERSENTASE = (JenisIndikator.MANFAAT, JenisIndikator.TRANTIBUM, JenisIndikator.PERSEN)


def check_total_daftar(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK01: the stated total of a list differs from the sum of its items; silent while an item has no target."""
    for d in pk.daftar:
        target = [k.target for k in d.kegiatan if k.target is not None]
        jumlah = sum(target)
        if d.total_tercantum is None or not target or len(target) < len(d.kegiatan) or jumlah == d.total_tercantum:
            continue
        yield Temuan(
            "PK01",
            Tingkat.GALAT,
            name_tempat(pk, f"daftar {d.nama}"),
            f"Jumlah tertulis {format_angka(d.total_tercantum, 0)} {d.satuan}, sedangkan {len(target)} kegiatannya"
            f" berjumlah {format_angka(jumlah, 0)} {d.satuan}.",
            "Cocokkan dengan naskah: perbaiki jumlahnya atau target kegiatannya.",
        )


def check_huruf(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK03: the letter of a target is not the grade of its number."""
    for i, target, jenjang in _graded(pk):
        if i.target_huruf and i.target_huruf != jenjang.kode:
            angka, grade = write_angka(target), f"{GRADE[i.jenis][0]} {jenjang.kode} ({jenjang.teks})"
            pesan = f"Target tertulis {i.target_huruf} ({angka}), padahal {angka} termasuk {grade}."
            yield Temuan("PK03", Tingkat.GALAT, _name_indikator(pk, i), pesan, "Perbaiki huruf atau angkanya.")


def check_puncak(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK04: a target is the very last value of its band; right, but one step from the next."""
    for i, target, jenjang in _graded(pk):
        sebutan, _, parameter = GRADE[i.jenis]
        desimal = get_parameter(parameter, pada=pk.pada).bilangan("desimal")
        berikut = target + Decimal(1).scaleb(-desimal)
        atas = _grade(i, berikut, pk.tahun)
        if atas and atas.kode != jenjang.kode:
            yield Temuan(
                "PK04",
                Tingkat.INFO,
                _name_indikator(pk, i),
                f"Target {write_angka(target)} adalah batas teratas {sebutan} {jenjang.kode};"
                f" {write_angka(berikut)} sudah {sebutan} {atas.kode}.",
                f"Pastikan memang {sebutan} {jenjang.kode} yang dijanjikan.",
            )


def check_rentang(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK05: a target that its kind cannot have; zero and below never, because nothing can be divided by it."""
    for i in pk.indikator:
        if i.target is None or _is_skala_lain(i, pk.tahun):
            continue
        bawah, atas = _range(i, pk.tahun)
        if i.target <= 0:
            pesan = f"Target {write_angka(i.target)}: capaian tidak dapat dihitung."
        elif not bawah <= i.target <= atas:
            pesan = f"Target {write_angka(i.target)} di luar {_write(bawah)} sampai {_write(atas)}."
        else:
            continue
        yield Temuan("PK05", Tingkat.GALAT, _name_indikator(pk, i), pesan, "Perbaiki targetnya.")


def check_wajar(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK06: a target that is possible but looks like another scale or a lost digit."""
    for i in pk.indikator:
        if i.target is None or i.target <= 0:
            continue
        kira = None
        if _is_skala_lain(i, pk.tahun):
            skala = get_skala(pada=pk.pada)
            faktor = get_parameter("skm", pada=pk.pada).bilangan("faktor_konversi")
            baku = " sampai ".join(map(_write, _range(i, pk.tahun)))
            kira = f"skala {skala[0]} sampai {skala[-1]}; pada skala {baku} menjadi {write_angka(i.target * faktor)}"
        elif i.jenis is JenisIndikator.SAKIP and i.target * 10 <= _range(i, pk.tahun)[1]:
            kira = f"koma yang bergeser; mungkin maksudnya {write_angka(i.target * 10)}"
        elif i.jenis in PERSENTASE and i.target <= 1:
            kira = f"pecahan; sebagai persen menjadi {write_angka(i.target * 100)}"
        elif i.jenis is JenisIndikator.PERSEN and i.target > 100:
            kira = "lebih dari seratus persen"
        if kira:
            pesan = f"Target {write_angka(i.target)} tidak lazim: tampak seperti {kira}."
            saran = "Periksa targetnya; biarkan bila memang demikian."
            yield Temuan("PK06", Tingkat.PERINGATAN, _name_indikator(pk, i), pesan, saran)


def _graded(pk: PerjanjianKinerja) -> Iterator[tuple[Indikator, Decimal, Jenjang]]:
    """Indikator whose target has a grade, with both."""
    for i in pk.indikator:
        if i.jenis in GRADE and i.target and i.target > 0 and (jenjang := _grade(i, i.target, pk.tahun)):
            yield i, i.target, jenjang


def _grade(i: Indikator, nilai: Decimal, tahun: int) -> Jenjang | None:
    try:
        return get_tabel(GRADE[i.jenis][1], pada=akhir_tahun(tahun)).find(nilai)
    except RentangError:  # which PK05 and PK06 report
        return None


def _range(i: Indikator, tahun: int) -> tuple[Decimal, Decimal]:
    """Lowest and highest target that the kind can have."""
    if i.jenis in GRADE:
        return get_tabel(GRADE[i.jenis][1], pada=akhir_tahun(tahun)).rentang
    return Decimal(0), Decimal(100) if i.jenis in BAGIAN else Decimal("Infinity")


def _is_skala_lain(i: Indikator, tahun: int) -> bool:
    if i.jenis is not JenisIndikator.SKM or i.target is None:
        return False
    skala = get_skala(pada=akhir_tahun(tahun))
    return skala[0] <= i.target <= skala[-1]


def _write(batas: Decimal) -> str:
    """A bound without the zeros of its table: 25, not 25,00."""
    return write_angka(batas.normalize())


def _name_indikator(pk: PerjanjianKinerja, i: Indikator) -> str:
    return name_tempat(pk, f"indikator {i.nama}")
