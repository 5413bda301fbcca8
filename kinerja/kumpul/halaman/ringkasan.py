"""What the page sums up: its tiles, and the table with a row a kecamatan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kinerja.bilangan import format_rupiah, to_fraction
from kinerja.kumpul.halaman.teks import KOSONG, write_dua, write_nilai, write_persen
from kinerja.perjanjian.hasil import Angka, HasilBuku, HasilProgram, HasilSakip, HasilSkm
from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali, compute_rerata
from kinerja.perjanjian.temuan_kumpul import Bobot
from kinerja.rumus.anggaran import compute_serapan
from kinerja.rumus.sakip import find_predikat
from kinerja.rumus.skm import find_mutu


@dataclass(frozen=True, slots=True)
class Petak:
    """A tile: what is told, the figure, what a reader must know beside it."""

    judul: str
    nilai: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the table; `jenis` is `nama`, `teks`, `status` or `angka`."""

    kunci: str
    judul: str
    jenis: str


@dataclass(frozen=True, slots=True)
class Jumlah:
    """Budgets of several programmes together, in rupiah; of what is there."""

    perjanjian: Angka | None
    dpa: Angka | None
    pagu: Angka | None
    realisasi: tuple[Angka | None, ...]
    jumlah: Angka | None
    serapan: Angka | None


NAMA = Kolom("kecamatan", "Kecamatan", "nama")
KABKOTA = Kolom("kabkota", "Kabupaten/Kota", "teks")
LAIN = (
    Kolom("status", "Status", "status"),
    Kolom("rerata", "Rata-rata capaian (%)", "angka"),
    Kolom("ikm", "IKM (mutu)", "angka"),
    Kolom("sakip", "SAKIP (predikat)", "angka"),
    Kolom("serapan", "Serapan (%)", "angka"),
    Kolom("jumlah", "Realisasi (Rp)", "angka"),
    Kolom("pagu", "Pagu (Rp)", "angka"),
    Kolom("temuan", "Temuan", "angka"),
    Kolom("kode", "Kode", "teks"),
)


def list_petak(rekap: Rekap) -> tuple[Petak, ...]:
    """The tiles, from who has returned to what was spent."""
    banyak = {s: sum(b.status is s for b in rekap.baris) for s in StatusKembali}
    semua, belum = len(rekap.baris), banyak[StatusKembali.BELUM]
    buku = [b.hasil for b in rekap.kembali if b.hasil]
    rerata = [h.rerata for h in buku]
    lengkap = ", ".join(f"{write_nilai(banyak[s])} {s}" for s in (StatusKembali.LENGKAP, StatusKembali.SEBAGIAN))
    return (
        Petak("Sudah kembali", f"{write_nilai(semua - belum)} dari {write_nilai(semua)}", lengkap),
        Petak("Belum kembali", write_nilai(belum), "kecamatan"),
        Petak("Perlu diperiksa", write_nilai(banyak[StatusKembali.DIPERIKSA]), "kecamatan"),
        Petak("Rata-rata capaian", write_persen(compute_rerata(iter(rerata))), _count(rerata)),
        *_list_nilai(buku, date(rekap.tahun, 12, 31)),
        _make_serapan(sum_program([p for h in buku for p in h.program], rekap.tahun)),
    )


def list_kolom(rekap: Rekap) -> tuple[Kolom, ...]:
    """The columns; that of the kabupaten only where there are several."""
    return (NAMA, KABKOTA, *LAIN) if len({b.kabkota for b in rekap.baris}) > 1 else (NAMA, *LAIN)


def list_sel(rekap: Rekap) -> list[list[str]]:
    """What stands in the cells, a row a kecamatan."""
    kunci = [k.kunci for k in list_kolom(rekap)]
    return [[isi[k] for k in kunci] for isi in (_write_baris(b, rekap.tahun) for b in rekap.baris)]


def sum_program(program: Iterable[HasilProgram], tahun: int) -> Jumlah:
    """Programmes together, as the sheet Anggaran adds them: realisation as far as it goes."""
    semua = tuple(program)
    pagu, jumlah = _sum(p.pagu for p in semua), _sum(p.jumlah for p in semua)
    serapan = None
    if pagu is not None and jumlah is not None and pagu > 0 and jumlah >= 0:
        serapan = to_fraction(compute_serapan(jumlah, pagu, pada=date(tahun, 12, 31)))
    realisasi = tuple(_sum(p.realisasi[i] for p in semua) for i in range(4))
    perjanjian, dpa = _sum(p.perjanjian for p in semua), _sum(p.dpa for p in semua)
    return Jumlah(perjanjian, dpa, pagu, realisasi, jumlah, serapan)


def find_skm(h: HasilBuku) -> HasilSkm | None:
    """The survey that a kecamatan is shown by: the last that has an index."""
    return next((s for s in reversed(h.skm) if s.nik is not None), None)


def find_sakip(h: HasilBuku) -> HasilSakip | None:
    """The evaluation that a kecamatan is shown by: the last that has a value."""
    return next((s for s in reversed(h.sakip) if s.nilai is not None), None)


def _write_baris(b: BarisRekap, tahun: int) -> dict[str, str]:
    """Cells by the key of their column."""
    datang = b.status is not StatusKembali.BELUM
    temuan = b.count_temuan(Bobot.BERUBAH) + b.count_temuan(Bobot.PERIKSA)
    isi = {"kecamatan": b.kecamatan, "kabkota": b.kabkota or KOSONG, "kode": b.kode, "status": str(b.status)}
    isi |= dict.fromkeys(("rerata", "ikm", "sakip", "serapan", "jumlah", "pagu"), KOSONG)
    isi["temuan"] = str(temuan) if datang else KOSONG
    if b.hasil:
        skm, sakip, anggaran = find_skm(b.hasil), find_sakip(b.hasil), sum_program(b.hasil.program, tahun)
        isi["rerata"] = write_dua(b.hasil.rerata)
        isi["ikm"] = f"{write_dua(skm.nik)} ({skm.mutu})" if skm else KOSONG
        isi["sakip"] = f"{write_dua(sakip.nilai)} ({sakip.predikat})" if sakip else KOSONG
        isi["serapan"] = write_dua(anggaran.serapan)
        isi["jumlah"], isi["pagu"] = write_nilai(anggaran.jumlah), write_nilai(anggaran.pagu)
    return isi


def _list_nilai(buku: list[HasilBuku], pada: date) -> tuple[Petak, Petak]:
    """The mean index of the surveys and the mean value of SAKIP, each with its grade."""
    nik = [s.nik if (s := find_skm(h)) else None for h in buku]
    nilai = [x.nilai if (x := find_sakip(h)) else None for h in buku]
    ikm, sakip = compute_rerata(iter(nik)), compute_rerata(iter(nilai))
    mutu = find_mutu(ikm, pada=pada) if ikm is not None else None
    predikat = find_predikat(sakip, pada=pada) if sakip is not None else None
    return (
        Petak("Rata-rata IKM", write_dua(ikm), f"mutu {mutu.kode} ({mutu.sebutan}); {_count(nik)}" if mutu else ""),
        Petak(
            "Rata-rata SAKIP",
            write_dua(sakip),
            f"predikat {predikat.kode} ({predikat.sebutan}); {_count(nilai)}" if predikat else "",
        ),
    )


def _make_serapan(j: Jumlah) -> Petak:
    rupiah = [format_rupiah(x) if x is not None else KOSONG for x in (j.jumlah, j.pagu)]
    return Petak("Serapan anggaran", write_persen(j.serapan), f"{rupiah[0]} dari {rupiah[1]}")


def _count(nilai: list[Angka | None]) -> str:
    return f"{write_nilai(sum(n is not None for n in nilai))} kecamatan terukur"


def _sum(nilai: Iterable[Angka | None]) -> Angka | None:
    ada = [n for n in nilai if n is not None]
    return sum(ada) if ada else None
