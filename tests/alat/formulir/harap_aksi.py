"""What must stand in the action plan (`aksi.make_aksi`), filled by chance; figures by the rules of the core."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.bilangan import round_half_up
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.anggaran import compute_serapan
from kinerja.rumus.capaian import compute_capaian
from kinerja.workbook.layout import Matriks
from tests.alat.formulir.harap import Harap, Isi, Satu, draw_uang, get_angka, list_indikator, show_target

CATATAN = "Catatan Indikator"


def draw_isi_aksi(pk: PerjanjianKinerja, acak: random.Random) -> dict[str, Matriks]:
    """Inputs as a kecamatan types them, some left blank."""
    isi: dict[str, Matriks] = {"isian_monitoring_c17": (('Catatan, "kutip" & <tanda>',),)}
    for n in range(1, len(pk.indikator) + 1):
        for tw in range(1, 5):
            isi[f"isian_indikator_{n}_realisasi_{tw}"] = ((acak.choice((None, 0, 12.5, 24, 66.67, 100, 130)),),)
        isi[f"isian_indikator_{n}_kendala"] = ((acak.choice((None, "Hujan", "=1+1 bukan rumus")),),)
        isi[f"isian_indikator_{n}_bukti_dukung"] = (("Laporan",),)
    for nama in ("dpa", *(f"realisasi_{tw}" for tw in range(1, 5))):
        isi[f"isian_program_{nama}"] = tuple((draw_uang(acak),) for _ in pk.program)
    if any(p.anggaran is None for p in pk.program):
        isi["isian_program_perjanjian"] = tuple((draw_uang(acak),) for _ in pk.program)
    return isi


def get_isi(isi: Isi, nama: str, baris: int = 0) -> Decimal | None:
    """The number typed, exact."""
    blok = isi.get(nama, ())
    nilai = blok[baris][0] if baris < len(blok) else None
    return None if nilai is None else Decimal(str(nilai))


def list_harap_aksi(pk: PerjanjianKinerja, isi: Isi) -> Harap:
    """All three sheets."""
    h = Harap()
    n, m = len(pk.indikator), len(pk.program)
    aksi = [(i, a) for i in pk.indikator for a in i.aksi]
    h.tell("Monitoring", {
        "A2": f"KECAMATAN {pk.kecamatan.nama}, {pk.kecamatan.kabkota}", "A3": f"TAHUN {pk.tahun} ({pk.jenis})",
        f"A{n + 10}": "ANGGARAN DAN REALISASI PROGRAM", f"B{n + m + 15}": "Catatan kecamatan:",
    })  # fmt: skip
    rerata = _tell_indikator(h, pk, isi)
    anggaran, nyata = _tell_program(h, pk, isi, n)
    _tell_bawah(h, pk, n + m + 17)
    h.open_sel("Monitoring", f"C{n + m + 15}", "isian_monitoring_c17")
    _tell_aksi(h, aksi, n)
    semua = [a or Decimal(0) for a in anggaran]
    kecil = [a for a, k in zip(semua, nyata, strict=True) if a and compute_serapan(k, a, pada=pk.pada) < 50]
    h.tell("Rekap", {
        "A1": f"Rekap Kecamatan {pk.kecamatan.nama} Tahun {pk.tahun}", "B3": n, "B4": rerata[-1], "B5": sum(semua),
        "B6": sum(nyata), "B7": max(semua), "B8": h.nilai[CATATAN, f"C{n + 4}"], "B9": sum(kecil), "B10": 0,
        f"B{m + 13}": sum(semua), f"C{m + 13}": sum(nyata),
        f"E{m + 13}": sum(max(Decimal(0), k - a) for a, k in zip(semua, nyata, strict=True)),
    })  # fmt: skip
    for j, (p, a, k) in enumerate(zip(pk.program, semua, nyata, strict=True)):
        lebih = max(Decimal(0), k - a)
        kolom = zip("ABCDE", (p.nama, a, k, sum(semua[: j + 1]), lebih), strict=True)
        h.tell("Rekap", {f"{huruf}{13 + j}": x for huruf, x in kolom})
    h.nama["hasil_capaian_rerata"] = f"Monitoring!R{n + 7}"
    h.nama["anggaran_program"] = f"Monitoring!E{n + 13}:E{n + m + 12}"
    return h


def compute_rerata(semua: list[Decimal | None]) -> Satu:
    """The average of what is known, two decimals."""
    ada = [Fraction(x) for x in semua if x is not None]
    return round_half_up(sum(ada, Fraction(0)) / len(ada), 2) if ada else ""


def _tell_indikator(h: Harap, pk: PerjanjianKinerja, isi: Isi) -> list[Satu]:
    """Rows of the indikator and the averages below, which are given back."""
    capaian: list[list[Decimal | None]] = []
    for nomor, sasaran, i in list_indikator(pk):
        satu = _tell_satu(h, pk, isi, nomor, i)
        h.tell("Monitoring", {f"A{6 + nomor}": nomor, f"B{6 + nomor}": sasaran})
        capaian.append(satu)
        tahun = satu[-1]
        keadaan = "belum diukur" if tahun is None else "tercapai" if tahun >= 100 else "belum tercapai"
        h.tell(CATATAN, {f"A{3 + nomor}": nomor, f"C{3 + nomor}": tahun, f"D{3 + nomor}": keadaan})
        h.tell(CATATAN, {f"B{3 + nomor}": i.nama, f"F{3 + nomor}": i.penjelasan})  # type: ignore[attr-defined]
        h.nilai[CATATAN, f"E{3 + nomor}"] = "Laporan" if f"isian_indikator_{nomor}_bukti_dukung" in isi else None
        h.open_sel(CATATAN, f"E{3 + nomor}", f"isian_indikator_{nomor}_bukti_dukung")
    n = len(capaian)
    rerata = [compute_rerata(list(kolom)) for kolom in zip(*capaian, strict=True)]
    h.tell("Monitoring", {f"{k}{7 + n}": x for k, x in zip("NOPQR", rerata, strict=True)})
    angka = [get_angka(i.target) for i in pk.indikator]
    ada = [x for x in angka if x is not None]
    h.tell(
        "Monitoring", {f"E{8 + n}": sum(s[-1] is not None for s in capaian), f"F{8 + n}": max(ada) if sum(ada) else ""}
    )
    h.nilai[CATATAN, f"C{n + 4}"] = sum(s[-1] is not None and s[-1] >= 100 for s in capaian)
    return rerata


def _tell_satu(h: Harap, pk: PerjanjianKinerja, isi: Isi, nomor: int, i: Any) -> list[Decimal | None]:
    """One indikator: capaian of the four quarters and of the year."""
    r, hasil = 6 + nomor, list[Decimal | None]()
    h.tell("Monitoring", {f"C{r}": i.nama, f"D{r}": i.satuan})
    h.tell_diri("Monitoring", f"E{r}", show_target(i.target), f"isian_indikator_{nomor}_target")
    for tw, (t, j, c) in enumerate(zip("FGHI", "JKLM", "NOPQ", strict=True), start=1):
        nama = f"isian_indikator_{nomor}_realisasi_{tw}"
        target, nyata = get_angka(i.triwulan[tw - 1]), get_isi(isi, nama)
        h.tell_diri(
            "Monitoring", f"{t}{r}", show_target(i.triwulan[tw - 1]), f"isian_indikator_{nomor}_target_triwulan_{tw}"
        )
        h.open_sel("Monitoring", f"{j}{r}", nama)
        capaian = compute_capaian(nyata, target, pada=pk.pada) if target and nyata is not None else None
        h.tell("Monitoring", {f"{j}{r}": nyata, f"{c}{r}": capaian})
        hasil.append(capaian)
    tahun = compute_rerata(hasil)
    h.nilai["Monitoring", f"R{r}"] = tahun
    for kolom, nama in (("S", "kendala"), ("T", "tindak_lanjut")):
        nama = f"isian_indikator_{nomor}_{nama}"
        h.nilai["Monitoring", f"{kolom}{r}"] = isi[nama][0][0] if nama in isi else None
        h.open_sel("Monitoring", f"{kolom}{r}", nama)
    return [*hasil, tahun if isinstance(tahun, Decimal) else None]


def _tell_program(h: Harap, pk: PerjanjianKinerja, isi: Isi, n: int) -> tuple[list[Decimal | None], list[Decimal]]:
    """Rows of the programmes and their total; budgets and what was spent are given back."""
    atas, nyata = n + 13, list[Decimal]()
    anggaran = [p.anggaran if p.anggaran is not None else get_isi(isi, "isian_program_perjanjian", j)
                for j, p in enumerate(pk.program)]  # fmt: skip
    total = sum((a or Decimal(0) for a in anggaran), Decimal(0))
    jumlah = dict.fromkeys("EFGHIJKM", Decimal(0))
    jalan = Decimal(0)
    for j, p in enumerate(pk.program):
        r, a = atas + j, anggaran[j]
        tw = {k: get_isi(isi, f"isian_program_{x}", j) for k, x in zip(
            "FGHIJ", ("dpa", *(f"realisasi_{q}" for q in range(1, 5))), strict=True)}  # fmt: skip
        k = sum((tw[x] or Decimal(0) for x in "GHIJ"), Decimal(0))
        jalan += a or 0
        baris: dict[str, Satu] = {
            "A": j + 1, "B": p.kode, "C": p.nama, "E": a, **tw, "K": k, "M": (a or 0) - k, "O": jalan,
            "L": compute_serapan(k, a, pada=pk.pada) if a else "",
            "N": round_half_up((a or Decimal(0)) / total * 100, 2) if total else "",
        }  # fmt: skip
        h.tell("Monitoring", {f"{kolom}{r}": x for kolom, x in baris.items()})
        for kolom in jumlah:
            jumlah[kolom] += baris[kolom] or 0  # type: ignore[operator]
        h.terbuka |= {("Monitoring", f"{kolom}{r}") for kolom in "FGHIJ"}
        nyata.append(k)
    bawah = atas + len(pk.program)
    h.tell("Monitoring", {f"{kolom}{bawah}": x for kolom, x in jumlah.items()})
    h.nilai["Monitoring", f"L{bawah}"] = compute_serapan(sum(nyata), total, pada=pk.pada) if total else ""
    h.tell_blok("Monitoring", f"E{atas}:E{bawah - 1}", [p.anggaran for p in pk.program], "isian_program_perjanjian")
    for kolom, nama in zip("FGHIJ", ("dpa", *(f"realisasi_{q}" for q in range(1, 5))), strict=True):
        h.nama[f"isian_program_{nama}"] = _write_blok("Monitoring", kolom, atas, bawah - 1)
    return anggaran, nyata


def _write_blok(lembar: str, kolom: str, atas: int, bawah: int) -> str:
    return f"{lembar}!{kolom}{atas}" + (f":{kolom}{bawah}" if bawah > atas else "")


def _tell_bawah(h: Harap, pk: PerjanjianKinerja, r: int) -> None:
    satu, dua = pk.pihak_pertama, pk.pihak_kedua
    h.tell("Monitoring", {
        f"C{r}": "Mengetahui,", f"C{r + 1}": dua.jabatan, f"N{r + 1}": satu.jabatan,
    })  # fmt: skip
    h.tell_teks("Monitoring", f"N{r}", f"{pk.tempat or ''}, {pk.tanggal or ''}", pk.tempat, pk.tanggal)
    h.tell_teks("Monitoring", f"N{r + 6}", f"NIP {satu.nip or ''}", satu.nip)
    h.tell_diri("Monitoring", f"C{r + 5}", dua.nama, "isian_atasan_nama")
    h.tell_diri("Monitoring", f"N{r + 5}", satu.nama, "isian_camat_nama")


def _tell_aksi(h: Harap, aksi: list[tuple[Any, Any]], n: int) -> None:
    """Steps of the plan; without one their row stays, blank. The table below moves along."""
    atas, total = n + 7, sum((a.anggaran or Decimal(0) for _, a in aksi), Decimal(0))
    for j, (i, a) in enumerate(aksi):
        bagian = round_half_up((a.anggaran or Decimal(0)) / total * 100, 2) if total else ""
        isi = (j + 1, a.uraian, i.nama, a.anggaran, a.pelaksana, bagian)
        h.tell(CATATAN, {f"{kolom}{atas + j}": x for kolom, x in zip("ABCDEF", isi, strict=True)})
    if not aksi:
        h.tell(CATATAN, {f"{kolom}{atas}": None for kolom in "ABCDEF"})
    bawah = atas + max(len(aksi), 1)
    h.tell(CATATAN, {
        f"D{bawah}": total, f"A{bawah}": "Jumlah", f"B{bawah + 2}": "Dari", f"D{bawah + 6}": "Kurang",
        f"B{bawah + 8}": 284,
    })  # fmt: skip
