"""What must stand in the form of five sheets (`lima.make_lima`), filled by chance; figures by the rules of the core."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

from kinerja.bilangan import round_half_up
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.anggaran import compute_selisih, compute_serapan
from kinerja.rumus.capaian import compute_capaian, find_kategori
from kinerja.rumus.sakip import find_predikat
from kinerja.rumus.skm import compute_sampel, compute_skm
from kinerja.workbook.layout import Matriks
from tests.alat.formulir.harap import (
    Harap,
    Isi,
    Satu,
    draw_uang,
    list_indikator,
    show_target,
    sum_anggaran,
    write_terbilang,
)
from tests.alat.formulir.harap_aksi import compute_rerata, get_isi
from tests.alat.formulir.lima import AKHIR, AWAL, KOMPONEN, RESPONDEN

UNSUR = "BCDEFGHIJ"


def draw_isi_lima(pk: PerjanjianKinerja, acak: random.Random, responden: int = RESPONDEN) -> dict[str, Matriks]:
    """Inputs as a kecamatan types them: so many respondents, a few of whom left an answer out."""
    jawaban = tuple(
        tuple(None if acak.random() < 0.01 else acak.choice((2, 3, 3, 4)) for _ in UNSUR) for _ in range(responden)
    )
    jawaban += ((None,) * len(UNSUR),) * (RESPONDEN - responden)
    isi: dict[str, Matriks] = {"isian_skm_jawaban": jawaban, "isian_skm_populasi": ((acak.choice((1200, 5000)),),)}
    isi["isian_sakip_d6"] = tuple((acak.randrange(bobot * 100) / 100,) for _, bobot in KOMPONEN)
    for n in range(1, len(pk.indikator) + 1):
        isi[f"isian_indikator_{n}_realisasi"] = ((acak.choice((None, 0, 66.5, 84, 90, 100)),),)
    isi["isian_program_dpa"] = tuple((draw_uang(acak) or None,) for _ in pk.program)
    isi["isian_program_realisasi"] = tuple((draw_uang(acak),) for _ in pk.program)
    if any(p.anggaran is None for p in pk.program):
        isi["isian_program_perjanjian"] = tuple((draw_uang(acak),) for _ in pk.program)
    if kegiatan := [k for d in pk.daftar for k in d.kegiatan]:
        isi["isian_kegiatan_realisasi"] = tuple((acak.choice((None, 0, 7, 25)),) for _ in kegiatan)
    return isi


def list_harap_lima(pk: PerjanjianKinerja, isi: Isi) -> Harap:
    """All five sheets; with answers, figures of SAKIP and what else was typed."""
    h = Harap()
    for lembar in ("Survei", "SAKIP", "Anggaran", "Kegiatan", "Rekap"):
        h.tell(lembar, {"A2": f"KECAMATAN {pk.kecamatan.nama} {pk.kecamatan.kabkota}", "A3": f"TAHUN {pk.tahun}"})
    _tell_survei(h, pk, isi)
    _tell_sakip(h, pk, isi)
    _tell_anggaran(h, pk, isi)
    _tell_kegiatan(h, pk, isi)
    _tell_rekap(h, pk, isi)
    h.open_sel("Survei", "M12", "isian_skm_populasi")
    h.nama |= {
        "isian_skm_jawaban": f"Survei!B{AWAL}:J{AKHIR}",
        "hasil_skm_nik": "Survei!M8",
        "hasil_sakip_nilai": "SAKIP!D10",
    }
    return h


def _tell_survei(h: Harap, pk: PerjanjianKinerja, isi: Isi) -> None:
    jawaban = isi.get("isian_skm_jawaban", ())
    h.terbuka |= {("Survei", f"{k}{r}") for k in UNSUR for r in range(AWAL, AKHIR + 1)}
    h.tell("Survei", {f"A{AWAL + n}": n + 1 for n in range(RESPONDEN)})
    for u, kolom in enumerate(UNSUR):
        ada = [int(baris[u]) for baris in jawaban if baris[u] is not None]  # type: ignore[arg-type]
        h.tell("Survei", {
            f"{kolom}{AKHIR + 1}": sum(ada) if ada else "", f"{kolom}{AKHIR + 2}": sum(ada) / len(ada) if ada else "",
            f"{kolom}{AKHIR + 3}": sum(ada) / len(ada) / 9 if ada else "",
        })  # fmt: skip
    h.nilai["Survei", "M11"] = sum(baris[0] is not None for baris in jawaban)
    if jawaban:
        hasil = compute_skm(jawaban, pada=pk.pada)  # type: ignore[arg-type]
        h.tell("Survei", {"M8": hasil.nik, "M9": hasil.mutu.kode, "M10": hasil.mutu.sebutan, "M14": float(hasil.ni)})
    populasi = get_isi(isi, "isian_skm_populasi")
    h.nilai["Survei", "M12"] = populasi
    if populasi is not None:
        h.nilai["Survei", "M13"] = compute_sampel(int(populasi), pada=pk.pada)


def _tell_sakip(h: Harap, pk: PerjanjianKinerja, isi: Isi) -> None:
    nilai = [get_isi(isi, "isian_sakip_d6", n) for n in range(4)]
    for n, x in enumerate(nilai):
        h.nilai["SAKIP", f"D{6 + n}"] = x
        h.open_sel("SAKIP", f"D{6 + n}")
    h.nama["isian_sakip_d6"] = "SAKIP!D6:D9"
    for r, nama in ((13, "nilai"), (14, "predikat")):
        h.open_sel("SAKIP", f"D{r}", f"isian_sakip_{nama}")
    h.nilai["SAKIP", "C10"] = 100
    if None not in nilai:
        jumlah = round_half_up(sum((x for x in nilai if x is not None), Decimal(0)), 2)
        h.tell("SAKIP", {"D10": jumlah, "D11": find_predikat(jumlah, pada=pk.pada).kode})


def _tell_anggaran(h: Harap, pk: PerjanjianKinerja, isi: Isi) -> None:
    jumlah = [Decimal(0)] * 3
    for j, p in enumerate(pk.program):
        r, dpa, nyata = 7 + j, get_isi(isi, "isian_program_dpa", j), get_isi(isi, "isian_program_realisasi", j)
        a = p.anggaran if p.anggaran is not None else get_isi(isi, "isian_program_perjanjian", j)
        h.tell("Anggaran", {f"A{r}": j + 1, f"B{r}": p.kode, f"C{r}": p.nama, f"D{r}": a, f"E{r}": dpa, f"F{r}": nyata})
        if dpa and nyata is not None:
            h.nilai["Anggaran", f"G{r}"] = compute_serapan(nyata, dpa, pada=pk.pada)
        if a is not None and dpa is not None:
            h.nilai["Anggaran", f"H{r}"] = compute_selisih(a, dpa)
        h.terbuka |= {("Anggaran", f"{k}{r}") for k in "EF"}
        jumlah = [x + (y or 0) for x, y in zip(jumlah, (a, dpa, nyata), strict=True)]
    r = 7 + len(pk.program)
    h.tell_blok("Anggaran", f"D7:D{r - 1}", [p.anggaran for p in pk.program], "isian_program_perjanjian")
    h.tell("Anggaran", {f"{k}{r}": x for k, x in zip("DEF", jumlah, strict=True)})
    h.nilai["Anggaran", f"G{r}"] = compute_serapan(jumlah[2], jumlah[1], pada=pk.pada) if jumlah[1] else ""
    h.nilai["Anggaran", f"A{r + 1}"] = f"Terbilang: {write_terbilang(sum_anggaran(pk))}"
    h.tell(
        "Rekap", {f"D{13 + len(pk.indikator)}": jumlah[0], f"D{14 + len(pk.indikator)}": h.nilai["Anggaran", f"G{r}"]}
    )
    for kolom, nama in (("E", "dpa"), ("F", "realisasi")):
        h.nama[f"isian_program_{nama}"] = f"Anggaran!{kolom}7" + (f":{kolom}{r - 1}" if r > 8 else "")


def _tell_kegiatan(h: Harap, pk: PerjanjianKinerja, isi: Isi) -> None:
    semua = [(d, k) for d in pk.daftar for k in d.kegiatan]
    target = nyata = Decimal(0)
    for j, (d, k) in enumerate(semua):
        r, x = 6 + j, get_isi(isi, "isian_kegiatan_realisasi", j)
        baris: tuple[Satu, ...] = (
            j + 1, d.nama, k.uraian, k.kelurahan, k.target, x,
            round_half_up((x or Decimal(0)) / k.target * 100, 2) if k.target else "",
        )  # fmt: skip
        h.tell("Kegiatan", {f"{kolom}{r}": y for kolom, y in zip("ABCDEFG", baris, strict=True)})
        h.terbuka.add(("Kegiatan", f"F{r}"))
        target, nyata = target + (k.target or 0), nyata + (x or 0)
    if not semua:
        h.tell("Kegiatan", {f"{kolom}6": None for kolom in "ABCDEFG"})
    r, n = 6 + max(len(semua), 1), len(pk.indikator)
    h.tell("Kegiatan", {
        f"A{r}": f"Jumlah {pk.kecamatan.nama}", f"E{r}": target, f"F{r}": nyata,
        f"G{r}": round_half_up(nyata / target * 100, 2) if target else "",
    })  # fmt: skip
    h.tell("Rekap", {f"D{n + 15}": len(semua), f"D{n + 16}": target, f"D{n + 17}": max(len(semua), 1)})
    h.tell_blok("Kegiatan", f"E6:E{r - 1}", [k.target for _, k in semua], "isian_kegiatan_target")
    h.nama["jumlah_kegiatan"] = f"Kegiatan!A6:G{r - 1}"
    if semua:
        h.nama["isian_kegiatan_realisasi"] = "Kegiatan!F6" + (f":F{r - 1}" if r > 7 else "")


def _tell_rekap(h: Harap, pk: PerjanjianKinerja, isi: Isi) -> None:
    capaian = [_tell_satu(h, pk, isi, nomor, i) for nomor, _, i in list_indikator(pk)]
    n, satu, dua = len(capaian), pk.pihak_pertama, pk.pihak_kedua
    nik, mutu = h.nilai.get(("Survei", "M8")), h.nilai.get(("Survei", "M9"))
    if isinstance(nik, Decimal):
        h.nilai["Rekap", f"D{n + 11}"] = f"{nik.normalize():f} / {mutu}"
    h.nilai["Rekap", f"G{n + 9}"] = compute_rerata(capaian)
    h.nilai["Rekap", f"D{n + 12}"] = h.nilai.get(("SAKIP", "D10"), "")
    h.tell("Rekap", {f"A{n + 19}": dua.jabatan, f"E{n + 19}": satu.jabatan})
    h.tell_diri("Rekap", f"A{n + 23}", dua.nama, "isian_atasan_nama")
    h.tell_diri("Rekap", f"E{n + 23}", satu.nama, "isian_camat_nama")
    h.tell_diri("Rekap", f"E{n + 24}", satu.nip, "isian_camat_nip")


def _tell_satu(h: Harap, pk: PerjanjianKinerja, isi: Isi, nomor: int, i: Any) -> Decimal | None:
    """One indikator of the recap; its capaian."""
    r, nama = 8 + nomor, f"isian_indikator_{nomor}_realisasi"
    sasaran = next(s.uraian for s in pk.sasaran if i in s.indikator)
    x = get_isi(isi, nama)
    h.tell("Rekap", {f"A{r}": nomor, f"B{r}": sasaran, f"C{r}": i.nama, f"D{r}": i.satuan, f"F{r}": x})
    h.tell_diri("Rekap", f"E{r}", show_target(i.target), f"isian_indikator_{nomor}_target")
    h.open_sel("Rekap", f"F{r}", nama)
    if x is None or i.target is None or i.target.angka is None:  # a frozen function cannot read "80–90" in a cell
        h.tell("Rekap", {f"G{r}": "", f"H{r}": ""})
        return None
    capaian = compute_capaian(x, i.target, pada=pk.pada)
    h.tell("Rekap", {f"G{r}": capaian, f"H{r}": find_kategori(capaian, pada=pk.pada).sebutan})
    return capaian
