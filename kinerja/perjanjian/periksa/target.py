"""Checks of targets and of stated totals of activity lists."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.bilangan import format_angka, write_angka
from kinerja.peraturan import Jenjang, get_parameter
from kinerja.perjanjian.jenis import Penilaian
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja
from kinerja.perjanjian.periksa.naskah import Naskah, name_indikator
from kinerja.rumus.skm import get_skala
from kinerja.rumus.tahun import compute_tahun, meets_target
from kinerja.temuan import Temuan, Tingkat, declare


@declare(
    "PK01",
    Tingkat.GALAT,
    "Jumlah daftar kegiatan tidak cocok",
    "Cocokkan dengan naskah: betulkan jumlahnya atau target kegiatannya.",
)
def check_total_daftar(n: Naskah) -> Iterator[Temuan]:
    """The stated total of a list differs from the sum of its items; silent while an item has no target."""
    for d in n.pk.daftar:
        target = [k.target for k in d.kegiatan if k.target is not None]
        jumlah = sum(target)
        if d.total_tercantum is None or not target or len(target) < len(d.kegiatan) or jumlah == d.total_tercantum:
            continue
        yield n.report(
            f"daftar {d.nama}",
            f"Jumlah tertulis {format_angka(d.total_tercantum, 0)} {d.satuan}, sedangkan {len(target)} kegiatannya"
            f" berjumlah {format_angka(jumlah, 0)} {d.satuan}.",
        )


@declare("PK03", Tingkat.GALAT, "Huruf target tidak sesuai angkanya", "Betulkan huruf atau angkanya.")
def check_huruf(n: Naskah) -> Iterator[Temuan]:
    """The letter of a target is not the grade of its number."""
    for i in n.pk.indikator:
        for x in i.target.batas if i.target and i.jenis.penilaian else ():
            jenjang = i.jenis.find_jenjang(x, pada=n.pk.pada)
            if i.target_huruf and i.jenis.penilaian and jenjang and i.target_huruf != jenjang.kode:
                angka, grade = write_angka(x), f"{i.jenis.penilaian.sebutan} {jenjang.kode} ({jenjang.teks})"
                pesan = f"Target tertulis {i.target_huruf} ({i.target}), padahal {angka} termasuk {grade}."
                yield n.report(name_indikator(i), pesan)


@declare("PK04", Tingkat.INFO, "Target di batas teratas", "Pastikan memang jenjang itu yang dijanjikan.")
def check_puncak(n: Naskah) -> Iterator[Temuan]:
    """A target is the very last value of its band; right, but one step from the next."""
    for i, target, jenjang, penilaian in _list_bergrade(n.pk):
        sebutan = penilaian.sebutan
        desimal = get_parameter(penilaian.parameter, pada=n.pk.pada).bilangan("desimal")
        berikut = target + Decimal(1).scaleb(-desimal)
        atas = i.jenis.find_jenjang(berikut, pada=n.pk.pada)
        if atas and atas.kode != jenjang.kode:
            yield n.report(
                name_indikator(i),
                f"Target {write_angka(target)} adalah batas teratas {sebutan} {jenjang.kode};"
                f" {write_angka(berikut)} sudah {sebutan} {atas.kode}.",
                saran=f"Pastikan memang {sebutan} {jenjang.kode} yang dijanjikan.",
            )


@declare("PK05", Tingkat.GALAT, "Target di luar rentang", "Betulkan targetnya.")
def check_rentang(n: Naskah) -> Iterator[Temuan]:
    """A target that its kind cannot have; 0 only for what should not happen, because nothing can be divided by it."""
    for i in n.pk.indikator:
        bawah, atas = i.jenis.get_rentang(pada=n.pk.pada)
        for nama, target in i.list_target():
            for x in target.batas:
                if _is_skala_lain(i, x, n.pk):
                    continue
                if x == 0 and nama.startswith("Target triwulan"):  # nothing is due in that quarter
                    continue
                if x < 0 or (x == 0 and i.arah == "naik" and target.angka is not None):
                    pesan = f"{nama} {write_angka(x)}: capaian tidak dapat dihitung."
                    saran = "Betulkan targetnya; bila 0 memang dijanjikan, pakai arah turun atau tetap."
                elif not bawah <= x <= atas and not (x == 0 and i.arah != "naik"):
                    pesan = f"{nama} {write_angka(x)} di luar {_write(bawah)} sampai {_write(atas)}."
                    saran = ""
                else:
                    continue
                yield n.report(name_indikator(i), pesan, saran)


@declare("PK06", Tingkat.PERINGATAN, "Target tidak lazim", "Periksa targetnya; biarkan bila memang demikian.")
def check_wajar(n: Naskah) -> Iterator[Temuan]:
    """A target that is possible but looks like another scale or a lost digit."""
    for i in n.pk.indikator:
        for nama, target in i.list_target():
            for x in target.batas:
                if x > 0 and not target.rasio and (kira := _guess(i, x, n.pk)):
                    yield n.report(name_indikator(i), f"{nama} {write_angka(x)} tidak lazim: tampak seperti {kira}.")


@declare(
    "PK20",
    Tingkat.PERINGATAN,
    "Target triwulan tidak sejalan dengan target setahun",
    "Samakan angkanya, atau betulkan kolom Cara setahun.",
)
def check_triwulan(n: Naskah) -> Iterator[Temuan]:
    """Targets of quarters, where they are single numbers, that do not lead to the year's."""
    for i in n.pk.indikator:
        angka = [t.angka if t else None for t in i.triwulan]
        dipilih = i.jenis.metode and i.metode is None and not i.berrasio  # in the workbook, which asks there
        if i.target is None or i.target.predikat or dipilih or not any(i.triwulan) or i.berrasio:
            continue
        if any(t and t.angka is None for t in i.triwulan) or meets_target(angka, i.target, i.metode_target):
            continue
        hasil = compute_tahun(angka, i.metode_target) if i.metode_target else None
        pesan = f"Target setahun {i.target} tidak berada di antara target triwulannya."
        if hasil is not None:
            cara = i.metode_target.sebutan if i.metode_target else ""
            pesan = f"Menurut cara {cara!r}, target triwulan menjadi {format_angka(hasil)}; target setahun {i.target}."
        # A kind whose sheet has a way of its own has nothing to choose.
        yield n.report(name_indikator(i), pesan, saran="" if i.jenis.metode else "Samakan angkanya.")


def _guess(i: Indikator, target: Decimal, pk: PerjanjianKinerja) -> str | None:
    """What a target looks like by mistake."""
    if _is_skala_lain(i, target, pk):
        skala = get_skala(pada=pk.pada)
        faktor = get_parameter("skm", pada=pk.pada).bilangan("faktor_konversi")
        baku = " sampai ".join(map(_write, i.jenis.get_rentang(pada=pk.pada)))
        return f"skala {skala[0]} sampai {skala[-1]}; pada skala {baku} menjadi {write_angka(target * faktor)}"
    semua = (duga(i.jenis, target, pada=pk.pada) for duga in i.jenis.duga)
    return next(filter(None, semua), None)


def _list_bergrade(pk: PerjanjianKinerja) -> Iterator[tuple[Indikator, Decimal, Jenjang, Penilaian]]:
    """Indikator whose target has a grade, with the target, the grade, and how it is graded."""
    for i in pk.indikator:
        angka = i.target.angka if i.target else None
        if i.jenis.penilaian and angka and angka > 0 and (jenjang := i.jenis.find_jenjang(angka, pada=pk.pada)):
            yield i, angka, jenjang, i.jenis.penilaian


def _is_skala_lain(i: Indikator, target: Decimal, pk: PerjanjianKinerja) -> bool:
    """Whether a target is written on the scale of the answers."""
    skala = get_skala(pada=pk.pada)
    return i.jenis.berskala and skala[0] <= target <= skala[-1]


def _write(batas: Decimal) -> str:
    """A bound without the zeros of its table: 25, not 25,00."""
    return write_angka(batas.normalize())
