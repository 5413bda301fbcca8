"""Agreements of several shapes, and random fillings of their workbooks on and around every band edge."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja.perjanjian import jenis
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.model import (
    DaftarManfaat,
    Indikator,
    JenisPerjanjian,
    Kecamatan,
    Kegiatan,
    Pejabat,
    PerjanjianKinerja,
    Program,
    Sasaran,
)
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.rumus.target import Target
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Blok, Buku, Matriks
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

Isian = dict[str, Matriks]
HURUF_SAKIP = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
"""Letters of SAKIP's criteria and their values (88/2021)."""
BOBOT_SAKIP = {
    12: ("6", "9", "15", "6", "9", "15", "3", "4.5", "7.5", "5", "7.5", "12.5"),  # 88/2021
    5: ("30", "25", "15", "10", "20"),  # 12/2015
}
TEPI_SAKIP = ("30", "30,01", "50", "50,01", "60", "60,01", "70", "70,01", "80", "80,01", "90", "90,01", "0", "100")


def make_perjanjian(
    indikator: tuple[Indikator, ...],
    program: tuple[Program, ...],
    jenis: JenisPerjanjian = JenisPerjanjian.MURNI,
    tahun: int = 2024,
) -> PerjanjianKinerja:
    """An agreement of an invented kecamatan with these indikator, two to a sasaran, and programmes."""
    pasangan = [indikator[i : i + 2] for i in range(0, len(indikator), 2)]
    return PerjanjianKinerja(
        kecamatan=Kecamatan("91.71.01", "Contoh Uji", "Kota Contoh", "Contoh"),
        tahun=tahun,
        jenis=jenis,
        pihak_pertama=Pejabat(None, "CAMAT CONTOH UJI"),
        pihak_kedua=Pejabat(None, "WALIKOTA CONTOH"),
        sasaran=tuple(Sasaran(f"Meningkatnya hal ke-{n}", isi) for n, isi in enumerate(pasangan, 1)),
        program=program,
    )


def angka(x: int | str) -> Target:
    """A target that is one number."""
    return Target.from_angka(Decimal(x))


def make_program(n: int, anggaran: Decimal | None = None) -> tuple[Program, ...]:
    """`n` programmes, all with one budget or none."""
    return tuple(Program(f"7.01.{i:02}", f"PROGRAM CONTOH NOMOR {i}", anggaran) for i in range(1, n + 1))


SKM = Indikator("Indeks Kepuasan Masyarakat", jenis.SKM, "indeks")
SAKIP = Indikator("Nilai SAKIP", jenis.SAKIP, "nilai", angka("66.5"), "B")
MANFAAT = Indikator(
    "Persentase Masyarakat Yang Mendapatkan Manfaat",
    jenis.MANFAAT,
    "%",
    angka(100),
    daftar=(
        DaftarManfaat(
            "sarpras", "Sarana dan Prasarana", "KK", (Kegiatan("Drainase", 20, "Darat"), Kegiatan("Jalan", 13))
        ),
        DaftarManfaat("pemberdayaan", "Pemberdayaan", "orang", (Kegiatan("Pelatihan", 25, "Darat"),), 30),
        DaftarManfaat("bansos", "Bantuan Sosial", "keluarga"),
    ),
)
TRANTIBUM = Indikator("Persentase penanganan gangguan", jenis.TRANTIBUM, "%", angka(100))


def make_medan() -> PerjanjianKinerja:
    """All four kinds that have a sheet of their own, six programmes, three activity lists."""
    return make_perjanjian((SKM, SAKIP, MANFAAT, TRANTIBUM), make_program(6))


def make_enam_persen() -> PerjanjianKinerja:
    """Six `persen` indikator and no survey, a revised agreement."""
    indikator = tuple(
        Indikator(f"Persentase hal {n}", jenis.PERSEN, "%", pembilang="Yang selesai", penyebut="Semuanya")
        for n in range(1, 7)
    )
    return make_perjanjian(indikator, make_program(2, Decimal("1500000.50")), JenisPerjanjian.PERUBAHAN)


def make_campuran() -> PerjanjianKinerja:
    """Generic kinds in every direction, beside SAKIP."""
    indikator = (
        Indikator("Jumlah dokumen", jenis.NILAI, "dokumen", angka(12)),
        Indikator("Angka stunting", jenis.NILAI, "%", angka(14), arah="turun_selisih"),
        Indikator("Lama layanan", jenis.NILAI, "hari", arah="turun_rasio"),
        SAKIP,
        Indikator("Surat tepat waktu", jenis.PERSEN, "%", angka("92.5"), pembilang="Tepat", penyebut="Semua"),
    )
    return make_perjanjian(indikator, make_program(1))


def make_2019() -> PerjanjianKinerja:
    """Under the older SAKIP weights (12/2015), which have no sub-components, beside an amount in rupiah."""
    pad = Indikator("Pendapatan asli daerah", jenis.NILAI, "rupiah")
    return make_perjanjian((SAKIP, pad), make_program(3), tahun=2019)


BENTUK: tuple[Callable[[], PerjanjianKinerja], ...] = (make_medan, make_enam_persen, make_campuran, make_2019)


def fill(buku: Buku, acak: random.Random) -> Isian:
    """A random filling of every input block of a plan."""
    isi = {b.nama: _fill_blok(b, acak) for lembar in buku.lembar for b in lembar.blok}
    if "isian_sakip_predikat" in isi and acak.random() < 0.6:
        isi |= _fill_huruf(isi["isian_sakip_subkomponen"], acak)
    return isi


def build_random(pk: PerjanjianKinerja, acak: random.Random) -> Buku:
    """A plan filled at random, every formula with the value of the core."""
    kosong = build_perjanjian(Bahan(pk, responden=12))
    return build_perjanjian(Bahan(pk, fill(kosong, acak), responden=12))


def _fill_blok(blok: Blok, acak: random.Random) -> Matriks:
    if acak.random() < 0.08:
        return ()
    if blok.nama == "isian_skm_jawaban":
        return _fill_skm(blok, acak)
    if blok.nama == "isian_sakip_predikat":
        return ()
    if blok.nama in ("isian_sakip_subkomponen", "isian_sakip_lalu"):
        return _fill_sakip(blok.tinggi, acak)
    if blok.nama == "isian_trantibum_ditangani":
        return tuple((acak.choice((0, 1, 2, 3, None)),) for _ in range(12))
    if blok.nama == "isian_trantibum_laporan":
        return tuple((acak.choice((0, 3, 4, 7, 9)),) for _ in range(12))
    penuh = acak.random() < 0.5
    return tuple(
        tuple(_pick(blok, acak) if penuh or acak.random() < 0.6 else None for _ in range(blok.lebar))
        for _ in range(blok.tinggi)
    )


def _pick(blok: Blok, acak: random.Random) -> str | int | float:
    if blok.aturan.jenis == "teks":
        return acak.choice(("Ahmad S.Sos", "=1+1", "Rp 5", "-", "Titi Rante", "19750101 200003 1 001"))
    if acak.random() < 0.03:
        return acak.choice(("12 orang", -5, "x"))
    if blok.nama.startswith("isian_anggaran"):
        return acak.choice((0, 1000, 191200000, 15435519078, 296187500, 3151363319.55, 0.1, 762440010))
    if blok.aturan.jenis == "pilihan":
        return acak.choice(("dijumlahkan", "triwulan terakhir", "rata-rata", "WTP", "WDP"))
    if blok.nama.endswith(("_target", "_target_triwulan", "_renstra", "_lalu")):
        return acak.choice((0, 25, 64.99, 65, 76.6, 76.61, 88.3, 88.31, 100, 66.5, 90, 90.01, 14, 0.3))
    if blok.aturan.jenis == "bulat":
        return acak.choice((0, 1, 2, 3, 7, 9, 11, 20, 25, 338, 930))
    return acak.choice((0, 1, 3, 7, 9, 12, 12.5, 66.67, 90, 90.5, 91, 75.01, 0.1, 33.3, 200, 1234567890.5))


def _fill_skm(blok: Blok, acak: random.Random) -> Matriks:
    """Answers whose total lies at or next to a band edge, or at the ends; now and then a blank or a wrong one."""
    n = acak.choice((1, 5, 7, blok.tinggi))
    tepi = acak.choice((25, 64.995, 65, 76.605, 76.61, 88.305, 88.31, 100))
    total = max(9 * n, min(36 * n, int(tepi / 25 * 9 * n) + acak.choice((-1, 0, 0, 1))))
    nilai = [1] * (9 * n)
    sisa = total - 9 * n
    while sisa:
        i = acak.randrange(9 * n)
        if nilai[i] < 4:
            nilai[i] += 1
            sisa -= 1
    sel: list[int | float | str | None] = list(nilai)
    if acak.random() < 0.4:
        sel[acak.randrange(len(sel))] = None
    if acak.random() < 0.15:
        sel[acak.randrange(len(sel))] = acak.choice((0, 5, 2.5, "3", "baik", -1))
    return tuple(tuple(sel[9 * b : 9 * b + 9]) for b in range(n))


def _fill_huruf(nilai: Matriks, acak: random.Random) -> Isian:
    """Letters in the first rows or in all; now and then a score beside one, which agrees or not, or a wrong letter."""
    bobot = BOBOT_SAKIP[12][: acak.choice((1, 5, 12))]
    huruf: list[str | None] = [acak.choice(tuple(HURUF_SAKIP)) for _ in bobot]
    cocok = [float(HURUF_SAKIP[str(h)] * Decimal(b) / 100) for h, b in zip(huruf, bobot, strict=True)]
    ketik = [acak.choice((n, n + 0.004, 0)) if acak.random() < 0.1 else None for n in cocok]
    if acak.random() < 0.2:
        huruf[acak.randrange(len(huruf))] = acak.choice((None, "X", "bb"))
    baris = (*((n,) for n in ketik), *nilai[len(bobot) :])
    return {"isian_sakip_predikat": tuple((h,) for h in huruf), "isian_sakip_subkomponen": baris}


def _fill_sakip(tinggi: int, acak: random.Random) -> Matriks:
    """Scores that sum to, or close to, a band edge; now and then a blank or one above its weight."""
    bobot = [Decimal(b) for b in BOBOT_SAKIP[tinggi]]
    sisa = Decimal(acak.choice(TEPI_SAKIP).replace(",", ".")) + Decimal(
        acak.choice(("0", "0", "0.005", "-0.005", "0.004"))
    )
    sisa = min(max(sisa, Decimal(0)), Decimal(100))
    nilai: list[float | str | None] = []
    for nomor, b in enumerate(bobot):
        belakang = sum(bobot[nomor + 1 :], Decimal(0))
        n = max(sisa - belakang, min(b, sisa, Decimal(acak.randint(0, int(b * 100))) / 100))
        nilai.append(float(n))
        sisa -= n
    if acak.random() < 0.2:
        nilai[acak.randrange(tinggi)] = acak.choice((None, 99, -1, "B", 45292))
    return tuple((n,) for n in nilai)


MEDAN = {pk.kecamatan.kode: pk for pk in load_bundled("medan_2024")}
MEDAN_BARU = MEDAN["12.71.17"]
BESAR: dict[str, Matriks] = {
    "isian_indikator_2_target": ((123456789012345,),),
    "isian_indikator_3_target": ((123456789012345,),),
    "isian_indikator_2_metode": (("triwulan terakhir",),),
    "isian_indikator_3_metode": (("dijumlahkan",),),
    "isian_indikator_2_nilai": ((123456789012344.5,) * 4,),
    "isian_indikator_3_nilai": ((123456789012344.5,) * 4,),
}
"""Figures of 15 digits in the kinds that take any."""


def make_panjang() -> PerjanjianKinerja:
    """Long and hostile texts: a name with `/`, formulas, ampersands, a budget of 15 digits."""
    medan = make_medan()
    program = tuple(
        replace(p, nama=f"=1+1 & PROGRAM PANJANG {'SEKALI ' * 25}{n}", anggaran=Decimal(123456789012345))
        for n, p in enumerate(medan.program)
    )
    return replace(
        medan,
        program=program,
        kecamatan=replace(medan.kecamatan, nama="Ma'rang / Pangkajene (Kepulauan)"),
        pihak_pertama=Pejabat("=HYPERLINK(1)", "CAMAT MA'RANG", "@SUM(1)", "-1"),
        alamat="+62 & Jl. <Panjang> " + "x" * 60,
        tempat="{=1}",
        tanggal="17 Agustus 2024",
    )


def write_perjanjian(pk: PerjanjianKinerja, path: Path, **opsi: object) -> Path:
    bahan = replace(Bahan(pk, temuan=check_perjanjian(pk)), **opsi)  # type: ignore[arg-type]
    write_workbook(build_perjanjian(bahan), path)
    return path


def list_teks(buku: Buku, lembar: str) -> list[Any]:
    """What the cells of a sheet hold, as planned; blank ones left out."""
    return [s.nilai for s in buku.get_lembar(lembar).sel if s.nilai is not None]
