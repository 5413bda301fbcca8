"""Indikator of the kinds that have a sheet of their own, each with a year of honest figures."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import TANPA_TARGET, DaftarManfaat, Indikator, Kegiatan
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from tests.alat.jujur.petugas import Petugas, plan_triwulan
from tests.contoh import BOBOT_SAKIP, HURUF_SAKIP, angka

RESPONDEN = 24
SAMPEL = {10: 10, 15: 14, 20: 19}
"""People served and respondents needed, as Krejcie and Morgan print them."""


def sheet(nama: str, urut: int) -> tuple[str, str]:
    """How the names of a sheet's blocks begin, and its checks."""
    return (f"isian_{nama.lower()}_", nama) if urut == 1 else (f"isian_{nama.lower()}_{urut}_", f"{nama} {urut}")


def draw_skm(p: Petugas, nomor: int, urut: int) -> Indikator:
    """A survey, or one every half-year or quarter."""
    kali = p.pick(1, 1, 1, 2, 4)
    besar = Decimal(p.pick("78.50", "83", "88.30", "90.5"))
    for ke in range(kali):
        akhir = (ke + 1) * 4 // kali
        if p.sampai >= akhir:
            _fill_skm(p, urut + ke)
        elif p.sampai >= akhir - 4 // kali and p.luck(0.4):
            _fill_skm(p, urut + ke, berjalan=True)
    metode = p.pick(Metode.RATA_RATA, Metode.AKHIR) if kali > 1 else None
    return Indikator(
        f"IKM {nomor}",
        jenis.SKM,
        "indeks",
        p.pick(angka(besar), angka(besar), Target(besar - 5, besar), Target(besar, None)),
        kali=kali,
        metode=metode,
        triwulan=plan_triwulan(p, nomor, float(besar), metode),
        lalu=angka(str(p.vary(80, 0.1))),
        renstra=angka(90),
    )


def _fill_skm(p: Petugas, urut: int, *, berjalan: bool = False) -> None:
    awalan, cek = sheet("SKM", urut)
    populasi = p.pick(None, *SAMPEL)
    perlu = SAMPEL[populasi] if populasi else 5
    banyak = p.acak.randint(perlu, RESPONDEN)
    if berjalan or (populasi and p.is_odd()):
        banyak = p.acak.randint(5, perlu)
        p.explain("Survei masih berjalan, atau formulir tidak kembali.", f"{cek}: responden sebanyak")
    jawaban: list[list[int | None]] = [[p.pick(2, 3, 3, 4, 4) for _ in range(9)] for _ in range(banyak)]
    if p.is_odd():
        jawaban = [list(jawaban[0]) for _ in jawaban]
        p.explain("Diisi bersama dalam satu pertemuan.", f"{cek}: jawaban para responden")
    elif p.luck(0.4):
        jawaban[2][p.acak.randrange(9)] = None
    p.put(f"{awalan}jawaban", *jawaban)
    p.put(f"{awalan}populasi", (populasi,))


def draw_sakip(p: Petugas, nomor: int, urut: int, *, tahun: int) -> Indikator:
    """Letters, scores, or both; last year's or none; evaluated late in the year, now and then not at all."""
    bobot = [float(b) for b in BOBOT_SAKIP[5 if tahun < 2021 else 12]]
    awalan, cek = sheet("SAKIP", urut)
    terisi = len(bobot) if p.sampai == 4 else p.acak.choice((0, 0, 3, len(bobot)))
    if p.is_odd():
        terisi = 0
        p.explain("Tidak dievaluasi tahun ini.", f"{cek}: ", f"Capaian, indikator {nomor}: realisasi masuk")
    huruf = [p.pick("A", "BB", "BB", "B", "CC") if tahun >= 2021 and p.luck(0.8) else None for _ in bobot[:terisi]]
    if huruf:
        p.put_kolom(f"{awalan}predikat", [h.lower() if h and p.luck(0.1) else h for h in huruf])
        nilai = [HURUF_SAKIP[h] * b / 100 if h else p.vary(b * 0.7) for h, b in zip(huruf, bobot, strict=False)]
        p.put_kolom(
            f"{awalan}subkomponen", [None if h and p.luck(0.8) else n for h, n in zip(huruf, nilai, strict=True)]
        )
    if p.luck(0.5):
        p.put_kolom(f"{awalan}lalu", [p.vary(b * 0.7) for b in bobot])
    rencana = p.pick(TANPA_TARGET, (None, None, None, angka("66.5")))
    satu = Indikator(f"Nilai SAKIP {nomor}", jenis.SAKIP, "nilai", angka("66.5"), "B", triwulan=rencana)
    return satu if p.luck(0.5) else _remember(satu, "64.2", "75")


def _remember(i: Indikator, lalu: str, renstra: str) -> Indikator:
    from dataclasses import replace

    return replace(i, lalu=angka(lalu), renstra=angka(renstra))


def draw_manfaat(p: Petugas, nomor: int, urut: int) -> Indikator:
    """Lists of activities that the issuer or the kecamatan names."""
    daftar = tuple(_draw_daftar(p, nomor, urut, huruf) for huruf in "abc"[: p.acak.randint(1, 3)])
    satu = Indikator("Persentase penerima manfaat", jenis.MANFAAT, "%", p.pick(angka(100), Target(Decimal(90), None)))
    rencana = plan_triwulan(p, nomor, 100, Metode.JUMLAH) if satu.target == angka(100) else TANPA_TARGET
    return Indikator(
        **{n: getattr(satu, n) for n in ("nama", "jenis", "satuan", "target")},
        daftar=daftar,
        triwulan=rencana,
        lalu=angka("96.5"),
    )


def _draw_daftar(p: Petugas, nomor: int, urut: int, huruf: str) -> DaftarManfaat:
    awalan, cek = sheet("Manfaat", urut)
    d = DaftarManfaat(f"daftar{nomor}{huruf}", f"Daftar {nomor}{huruf}", p.pick("KK", "orang"))
    kegiatan = [Kegiatan(f"Kegiatan {n}", p.acak.randint(10, 40), "Darat") for n in range(p.acak.randint(1, 6))]
    awalan, cek = f"{awalan}{d.kunci}_", f"{cek}, {d.nama}: "
    realisasi = [p.split(max(1, round((k.target or 0) * p.acak.uniform(0.7, 1.1)))) for k in kegiatan]
    if p.is_odd():
        realisasi[0] = p.split((kegiatan[0].target or 0) * 3)
        p.explain("Ditambah swadaya warga.", f"{cek}penerima tidak", f"Capaian, indikator {nomor}: realisasi masuk")
    isi: list[list[int | None]] = [[*satu] for satu in realisasi]
    if p.sampai > 1 and p.is_odd():
        for satu in isi:
            satu[0] = None
        p.explain("Baru mulai triwulan II.", f"{cek}tidak ada triwulan")
    elif p.luck(0.3):  # no zeros below the first activity
        isi[1:] = [[n or None for n in satu] for satu in isi[1:]]
    p.put(f"{awalan}realisasi", *(satu[: p.sampai] for satu in isi))
    total = sum(k.target or 0 for k in kegiatan) if p.luck(0.5) else None
    if total and p.is_odd():
        total -= 7
        p.explain("Jumlah di naskah salah, sudah diralat.", f"{cek}total yang")
    if total is None and p.luck(0.4):
        for apa, nilai in (("kegiatan", "uraian"), ("kelurahan", "kelurahan"), ("target", "target")):
            p.put_kolom(f"{awalan}{apa}", [getattr(k, nilai) for k in kegiatan])
        kegiatan = []
    return DaftarManfaat(d.kunci, d.nama, d.satuan, tuple(kegiatan), total)


def draw_trantibum(p: Petugas, nomor: int, urut: int) -> Indikator:
    """Reports month by month; a quiet place has none all year."""
    awalan, _ = sheet("Trantibum", urut)
    laporan = [0 if p.luck(0.2) else p.acak.randint(1, 9) for _ in range(12)]
    laporan = [0] * 12 if p.luck(0.1) else laporan
    ditangani = [n - p.pick(0, 0, 0, 1) if n > 2 else n for n in laporan]
    for apa, nilai in (("laporan", laporan), ("ditangani", ditangani)):
        p.put_kolom(f"{awalan}{apa}", nilai[: 3 * p.sampai])
    rencana = p.pick(TANPA_TARGET, (angka(100),) * 4)
    return Indikator(
        f"Penanganan {nomor}",
        jenis.TRANTIBUM,
        "%",
        p.pick(angka(100), Target(Decimal(90), Decimal(100))),
        triwulan=rencana,
    )


__all__ = ["RESPONDEN", "Random", "draw_manfaat", "draw_sakip", "draw_skm", "draw_trantibum"]
