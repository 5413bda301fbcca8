"""Indikator of the generic kinds, each with a year of honest figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import TANPA_TARGET, Indikator
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from tests.alat.jujur.petugas import Petugas, name, plan_triwulan
from tests.contoh import angka

URUTAN = (("WTP", "WDP", "TW", "TMP"), ("Sangat Baik", "Baik", "Cukup", "Kurang"))


def draw_persen(p: Petugas, nomor: int) -> Indikator:
    """Numerators over denominators: high and to rise, or low and to fall, with targets of every form."""
    turun = p.luck(0.3)
    besar = Decimal(p.pick("3", "5", "8") if turun else p.pick("60", "75", "87.5", "92.5", "100"))
    if p.is_odd():
        besar = Decimal("0.8") if turun else Decimal(110)
        p.explain("Memang sekian menurut Renstra.", f"Capaian, indikator {nomor}: target")
    lain = (Target(None, besar), Target(besar / 2, besar)) if turun else (Target(besar, None), Target(besar - 5, besar))
    metode, t = p.pick(*Metode), float(besar)
    bawah = [p.acak.randint(400, 900) if turun else p.acak.randint(12, 90) for _ in range(4)]
    atas = [min(n, round(n * p.vary(t) / 100)) for n in bawah]
    if p.luck(0.15):  # a quarter in which nobody asked
        atas[1] = bawah[1] = 0
    if not turun and p.is_odd():
        atas[0] = bawah[0] + 1
        p.explain("Sisa tahun lalu ikut diselesaikan.", f"Indikator {nomor}: pembilang tidak")
    kosong = p.choose_kosong(nomor, metode)
    p.put_triwulan(name(nomor, "pembilang"), atas, kosong)
    p.put_triwulan(name(nomor, "penyebut"), bawah, kosong)
    return Indikator(
        f"Persentase hal {nomor}",
        jenis.PERSEN,
        p.pick("%", "persen"),
        p.pick(angka(besar), angka(besar), *lain),
        arah=p.pick("turun_selisih", "turun_rasio") if turun else "naik",
        metode=metode,
        triwulan=(angka(besar),) * 4 if p.luck(0.4) else TANPA_TARGET,
        lalu=angka(str(p.vary(t, 0.1))),
        renstra=angka(besar),
        pembilang="Yang selesai",
        penyebut="Semuanya",
    )


def draw_predikat(p: Petugas, nomor: int) -> Indikator:
    """A place in a list, mostly known in the last quarter only."""
    urutan = p.pick(*URUTAN)
    target = Target(predikat=p.pick(*urutan[:3]))
    nilai = [p.pick(*urutan[:2]) for _ in range(4)]
    nilai = [n.lower() for n in nilai] if p.luck(0.2) else nilai
    kosong = p.choose_kosong(nomor, Metode.AKHIR) or p.pick((), (0, 1, 2))
    p.put_triwulan(name(nomor, "predikat"), nilai, kosong)
    rencana = p.pick(TANPA_TARGET, (None, None, None, target), (target,) * 4)
    return Indikator(
        f"Opini {nomor}",
        jenis.PREDIKAT,
        "predikat",
        target,
        urutan=urutan,
        triwulan=rencana,
        lalu=Target(predikat=urutan[1]),
        renstra=Target(predikat=urutan[0]),
    )


def draw_nilai(p: Petugas, nomor: int) -> Indikator:
    """A bare number in one of its shapes."""
    draw = p.pick(
        _draw_jumlah, _draw_rupiah, _draw_indeks, _draw_hari, _draw_kasus, _draw_rasio, _draw_angka, _draw_tetap
    )
    return draw(p, nomor) if not p.is_odd() else _draw_tumbuh(p, nomor)


def _draw_jumlah(p: Petugas, nomor: int) -> Indikator:
    """Documents that add up."""
    t = p.pick(1, 4, 12, 48)
    p.put_triwulan(name(nomor, "nilai"), p.split(max(1, round(p.vary(t, 0.3)))), p.choose_kosong(nomor, Metode.JUMLAH))
    rencana = plan_triwulan(p, nomor, t, Metode.JUMLAH)
    satu = Indikator("Jumlah dokumen", jenis.NILAI, "dokumen", angka(t), metode=Metode.JUMLAH, triwulan=rencana)
    return replace(satu, lalu=angka(p.pick(0, t, t + 2)), renstra=angka(t + 1))


def _draw_rupiah(p: Petugas, nomor: int) -> Indikator:
    """Money to the sen; the last quarters bring most, or a slip of the year before stands beside it."""
    t = p.pick(1_500_000_000, 87_250_000)
    nilai = [round(t * b * p.acak.uniform(0.8, 1.2), 2) for b in p.pick((0.1, 0.2, 0.3, 0.4), (0.25,) * 4)]
    p.put_triwulan(name(nomor, "nilai"), nilai)
    rencana = plan_triwulan(p, nomor, t, Metode.JUMLAH)
    lalu = p.vary(t)
    if p.is_odd():
        lalu = p.vary(t / 20)
        p.explain("Tahun lalu baru dipungut sejak November.", f"Capaian, indikator {nomor}: realisasi tahun lalu")
    satu = Indikator("Pendapatan asli daerah", jenis.NILAI, "rupiah", angka(t), metode=Metode.JUMLAH, triwulan=rencana)
    return replace(satu, lalu=angka(f"{lalu:.2f}"), renstra=angka(t * 2))


def _draw_indeks(p: Petugas, nomor: int) -> Indikator:
    """A position with four decimals that should rise; it may fall for a good reason."""
    t = p.pick(0.8012, 0.7, 72.35)
    nilai = sorted(p.vary(t, 0.1, 4) for _ in range(4))
    if nilai[0] < nilai[3] and p.is_odd():
        nilai.reverse()
        p.explain("Metode penilaiannya berganti.", f"Indikator {nomor}: angka tidak turun")
    p.put_triwulan(name(nomor, "nilai"), nilai, p.choose_kosong(nomor, Metode.AKHIR))
    rencana = plan_triwulan(p, nomor, t, Metode.AKHIR)
    satu = Indikator("Indeks desa", jenis.NILAI, "indeks", angka(str(t)), metode=Metode.AKHIR, triwulan=rencana)
    return replace(satu, lalu=angka(str(p.vary(t, 0.1, 4))), renstra=angka(str(round(t * 1.1, 4))))


def _draw_hari(p: Petugas, nomor: int) -> Indikator:
    """Days of waiting: a range, a side, a number; the mean of the quarters."""
    target = p.pick(Target(Decimal(7), Decimal(8)), Target(None, Decimal(3)), angka(5))
    t, arah = float(max(target.batas)), p.pick("turun_selisih", "turun_rasio")
    nilai = [p.vary(t, 0.4, 1) for _ in range(4)]
    p.put_triwulan(name(nomor, "nilai"), nilai, p.choose_kosong(nomor, Metode.RATA_RATA))
    rencana = plan_triwulan(p, nomor, t, Metode.RATA_RATA) if target.angka else p.pick(TANPA_TARGET, (target,) * 4)
    satu = Indikator("Lama layanan", jenis.NILAI, "hari", target, arah=arah, metode=Metode.RATA_RATA)
    return replace(satu, triwulan=rencana, lalu=p.pick(angka(str(p.vary(t))), target), renstra=angka(str(t)))


def _draw_kasus(p: Petugas, nomor: int) -> Indikator:
    """What should not happen, or seldom."""
    t = p.pick(0, 0, 6)
    nilai = p.split(p.acak.randint(0, 2 * t)) if t else [int(p.luck(0.1)) for _ in range(4)]
    p.put_triwulan(name(nomor, "nilai"), nilai)
    rencana = plan_triwulan(p, nomor, t, Metode.JUMLAH) if t else p.pick(TANPA_TARGET, (angka(0),) * 4)
    satu = Indikator("Konflik sosial", jenis.NILAI, "kasus", angka(t), arah="turun_selisih", metode=Metode.JUMLAH)
    return replace(satu, triwulan=rencana, lalu=angka(p.pick(0, 2)), renstra=angka(0))


def _draw_rasio(p: Petugas, nomor: int) -> Indikator:
    """One teacher for so many pupils."""
    target = Target(Decimal(32), Decimal(32), True)
    p.put_triwulan(
        name(nomor, "nilai"), [p.acak.randint(27, 37) for _ in range(4)], p.choose_kosong(nomor, Metode.AKHIR)
    )
    rencana = p.pick(TANPA_TARGET, (target,) * 4, tuple(map(angka, (34, 33, 33, 32))))
    satu = Indikator("Rasio guru", jenis.NILAI, "rasio", target, metode=p.pick(None, Metode.AKHIR), triwulan=rencana)
    return replace(satu, lalu=p.pick(angka(36), Target(Decimal(35), Decimal(35), True)), renstra=target)


def _draw_angka(p: Petugas, nomor: int) -> Indikator:
    """A share that should fall, measured now and then; of few per cent, or of many."""
    t = p.pick(14, 6.5, 0.9)
    nilai = sorted((p.vary(t, 0.25) for _ in range(4)), reverse=True)
    if t < 1:
        p.explain("Memang kurang dari satu persen.", f"Capaian, indikator {nomor}: target")
    p.put_triwulan(name(nomor, "nilai"), nilai, p.choose_kosong(nomor, Metode.AKHIR))
    rencana = plan_triwulan(p, nomor, t, Metode.AKHIR, turun=True)
    satu = Indikator("Angka stunting", jenis.NILAI, "%", angka(str(t)), arah="turun_selisih", metode=Metode.AKHIR)
    return replace(satu, triwulan=rencana, lalu=angka(str(p.vary(t * 1.2))), renstra=angka(str(t)))


def _draw_tetap(p: Petugas, nomor: int) -> Indikator:
    """What is to be kept."""
    t = p.pick(4, 11)
    p.put_triwulan(name(nomor, "nilai"), [t, t, t - p.pick(0, 1), t], p.choose_kosong(nomor, Metode.AKHIR))
    satu = Indikator("Unit layanan", jenis.NILAI, "unit", angka(t), arah="tetap", metode=Metode.AKHIR)
    return replace(satu, triwulan=p.pick(TANPA_TARGET, (angka(t),) * 4), lalu=angka(t), renstra=angka(t))


def _draw_tumbuh(p: Petugas, nomor: int) -> Indikator:
    """A growth: below zero in a bad quarter, far from the target in the year."""
    cek = ("Indikator {}: angka triwulan", "Indikator {}: angka tidak turun", "Capaian, indikator {}: realisasi masuk")
    p.explain("Ekonomi menyusut sejak pertengahan tahun.", *(satu.format(nomor) for satu in cek))
    p.put_triwulan(name(nomor, "nilai"), p.pick((4.8, 1.2, -0.7, -1.3), (5.4, 0.4, 2.2, 5.1), (0.2, 5.3, 5.2, 0.3)))
    return Indikator(
        "Pertumbuhan", jenis.NILAI, "%", angka("5.2"), metode=Metode.AKHIR, lalu=angka(4), renstra=angka(6)
    )
