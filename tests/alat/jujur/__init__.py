"""Workbooks as a careful officer of a real kecamatan hands them in: filled in full and honestly, drawn at random.

Whatever is odd in them he would explain, so no check may say PERIKSA without a plan, and at the end of the year none
BELUM. He types as the sheets ask: quarters for themselves, 0 where there was nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from kinerja.perjanjian.cara import Cara
from kinerja.perjanjian.model import TANPA_TARGET, Aksi, Indikator, JenisPerjanjian, Pejabat, PerjanjianKinerja, Program
from kinerja.rumus.target import Target
from kinerja.workbook.layout import Buku, Nilai
from tests.alat.jujur.indikator import draw_nilai, draw_persen, draw_predikat
from tests.alat.jujur.lembar import RESPONDEN, draw_manfaat, draw_sakip, draw_skm, draw_trantibum
from tests.alat.jujur.petugas import Petugas, name
from tests.contoh import make_perjanjian
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar.cek import AWAL

LEMBAR = ("SKM", "SAKIP", "Manfaat", "Trantibum")
PEJABAT = {
    "alamat": "Jl. Contoh No. 1, Kota Contoh",
    "camat_nama": "Dra. Nama Camat, M.Si",
    "camat_pangkat": "Pembina Tingkat I",
    "camat_nip": "19800101 200501 1 001",
    "atasan_nama": "Nama Wali Kota",
    "tempat": "Contoh",
    "tanggal": "2 Januari 2024",
}


@dataclass(frozen=True)
class Jujur:
    """A filling.

    Attributes:
        polos: without explanations.
        bahan: with those that the officer gives.
        sebab: what he explains, by how the check begins.
    """

    polos: Bahan
    bahan: Bahan
    sebab: Mapping[str, str]


def draw_jujur(benih: int, sampai: int = 4) -> Jujur:
    """The filling of a seed at the end of a quarter 1..4."""
    p = Petugas(Random(benih), sampai)
    pk = _draw_perjanjian(p)
    polos = Bahan(pk, p.isi, responden=RESPONDEN)
    return Jujur(polos, replace(polos, isi=p.isi | _explain(polos, p.sebab)), p.sebab)


def list_cek(buku: Buku) -> dict[str, str]:
    """The word of each check by what it asks, in the order of sheet Cek."""
    lembar = buku.get_lembar("Cek")
    (blok,) = lembar.blok
    hasil = {s.baris: str(s.nilai) for s in lembar.sel if s.kolom == 3}
    baris = range(AWAL, AWAL + blok.tinggi)
    return {str(s.nilai): hasil[s.baris] for s in lembar.sel if s.kolom == 1 and s.baris in baris}


def _explain(polos: Bahan, sebab: Mapping[str, str]) -> dict[str, tuple[tuple[Nilai, ...], ...]]:
    """What is typed on sheet Cek; each beginning is that of one check, or of none where a target is not typed."""
    semua = list(list_cek(build_perjanjian(polos)))
    isi: list[Nilai] = [None] * len(semua)
    for awal, teks in sebab.items():
        for nomor in [n for n, cek in enumerate(semua) if cek.startswith(awal)]:
            isi[nomor] = teks
    return {"isian_cek_penjelasan": tuple((n,) for n in isi)}


def _draw_perjanjian(p: Petugas) -> PerjanjianKinerja:
    tahun = p.pick(2024, 2024, 2025, 2026, 2019)
    indikator = tuple(_forget(p, nomor, i) for nomor, i in enumerate(_draw_indikator(p, tahun), start=1))
    for apa in ("kendala", "tindak_lanjut", "bukti_dukung"):
        catatan = [p.pick(None, "Hujan lebat.", "https://contoh.go.id/a") for _ in range(4 * len(indikator))]
        p.put_kolom(f"isian_triwulan_{apa}", catatan)
    if not _is_measured(p):
        p.explain("Indikatornya belum, atau tidak, diukur.", "Capaian: realisasi indikator")
    program = _draw_anggaran(p)
    pk = make_perjanjian(indikator, program, p.pick(*JenisPerjanjian), tahun)
    if p.luck(0.3) and all(x.anggaran is not None for x in program):
        pk = replace(pk, anggaran_tercantum=sum((x.anggaran or Decimal(0) for x in program), Decimal(0)))
    tabel = p.pick("capaian_kategori", "capaian_kategori_mutu", "capaian_kategori_warna")
    cara = Cara(tabel, p.pick(None, None, Decimal(100), Decimal(120)), p.pick(None, None, Decimal(0)))
    return _draw_pejabat(p, replace(pk, cara=cara))


def _is_measured(p: Petugas) -> bool:
    """Whether anything stands where realisation is typed."""
    akhir = ("pembilang", "nilai", "predikat", "jawaban", "subkomponen", "laporan", "realisasi")
    return any(n is not None for nama, isi in p.isi.items() if nama.endswith(akhir) for baris in isi for n in baris)


def _draw_pejabat(p: Petugas, pk: PerjanjianKinerja) -> PerjanjianKinerja:
    """Known to the issuer, or typed."""
    if p.luck(0.3):
        camat = Pejabat(PEJABAT["camat_nama"], "CAMAT", PEJABAT["camat_pangkat"], PEJABAT["camat_nip"])
        return replace(
            pk,
            pihak_pertama=camat,
            pihak_kedua=replace(pk.pihak_kedua, nama=PEJABAT["atasan_nama"]),
            alamat=PEJABAT["alamat"],
            tempat=PEJABAT["tempat"],
            tanggal=PEJABAT["tanggal"],
        )
    for apa, teks in PEJABAT.items():
        p.put(f"isian_{apa}", (teks,))
    return pk


def _draw_indikator(p: Petugas, tahun: int) -> Iterator[Indikator]:
    urut = dict.fromkeys(LEMBAR, 1)
    for nomor in range(1, p.acak.randint(1, 7) + 1):
        macam = p.pick(*LEMBAR, "persen", "nilai", "nilai", "nilai", "predikat")
        if macam not in LEMBAR:
            yield {"persen": draw_persen, "nilai": draw_nilai, "predikat": draw_predikat}[macam](p, nomor)
            continue
        if macam == "SAKIP":
            i = draw_sakip(p, nomor, urut[macam], tahun=tahun)
        else:
            i = {"SKM": draw_skm, "Manfaat": draw_manfaat, "Trantibum": draw_trantibum}[macam](p, nomor, urut[macam])
        urut[macam] += i.kali
        yield i


def _forget(p: Petugas, nomor: int, i: Indikator) -> Indikator:
    """What the issuer does not know is typed; last year's figure and the Renstra's may stay blank."""
    if i.metode is not None and i.kali == 1 and not i.berrasio and p.luck(0.4):
        p.put(name(nomor, "metode"), (i.metode.sebutan,))
        i = replace(i, metode=None)
    for apa in ("target", "lalu", "renstra"):
        satu: Target | None = getattr(i, apa)
        if satu is None or not _is_sel(satu) or p.luck(0.6):
            continue
        if apa == "target" or p.luck(0.5):
            p.put(name(nomor, apa), (_write(satu),))
        tanpa: dict[str, Any] = {apa: None} | ({"target_huruf": None} if apa == "target" else {})
        i = replace(i, **tanpa)
    if all(t is None or _is_sel(t) for t in i.triwulan) and any(i.triwulan) and p.luck(0.5):
        p.put(name(nomor, "target_triwulan"), [None if t is None else _write(t) for t in i.triwulan])
        i = replace(i, triwulan=TANPA_TARGET)
    return _draw_aksi(p, nomor, i)


def _is_sel(target: Target) -> bool:
    """Whether it can be typed into a cell."""
    return bool(target.predikat) or target.angka is not None


def _write(target: Target) -> Nilai:
    return target.predikat or float(target.angka or 0)


def _draw_aksi(p: Petugas, nomor: int, i: Indikator) -> Indikator:
    """Steps that the issuer knows, whole or but for who answers, and steps that are typed."""
    tahu = [
        Aksi(f"Langkah {n}", "7.01.02", Decimal(5_000_000), p.pick("Kasi", None)) for n in range(p.pick(0, 0, 1, 3))
    ]
    baru = p.acak.randint(0, 1 if tahu else 3)
    kosong: list[Nilai] = [None] * len(tahu)
    p.put_kolom(name(nomor, "aksi"), [*kosong, *(f"Langkah baru {n}" for n in range(baru))])
    p.put_kolom(name(nomor, "aksi_pelaksana"), [*(None if x.pelaksana else "Sekcam" for x in tahu), *["Kasi"] * baru])
    p.put_kolom(name(nomor, "aksi_anggaran"), [*kosong, *(p.pick(None, 0, 7_500_000) for _ in range(baru))])
    return replace(i, aksi=tuple(tahu))


def _draw_anggaran(p: Petugas) -> tuple[Program, ...]:
    """Programmes with an equal DPA, or one that APBD-P changed; spending in whole rupiah or with sen."""
    n = p.acak.randint(1, 6)
    pagu = [Decimal(p.pick("21540000", "191200000", "3326918203.50", "15435519078", "0")) for _ in range(n)]
    dpa = [float(x) for x in pagu]
    if p.luck(0.3):
        dpa[0] = dpa[0] * 0.9 + 1_000_000
        p.explain("Berubah dengan APBD perubahan.", "Anggaran: DPA sama")
    belanja = [[round(d * b * p.acak.uniform(0.8, 1.05), p.pick(0, 2)) for b in (0.15, 0.25, 0.25, 0.3)] for d in dpa]
    if p.is_odd():
        belanja[0][0] = round(dpa[0] * 1.2 + 10, 2)
        p.explain("Didahulukan, pagunya sedang diubah.", "Anggaran: realisasi tidak melebihi")
    for apa, nilai in (("dpa", [(x,) for x in dpa]), ("realisasi", [x[: p.sampai] for x in belanja])):
        p.put(f"isian_anggaran_{apa}", *nilai)
    tahu = p.luck(0.5)
    if not tahu:
        p.put_kolom("isian_anggaran_perjanjian", [float(x) for x in pagu])
    return tuple(Program(f"7.01.{k:02}", f"PROGRAM {k}", x if tahu else None) for k, x in enumerate(pagu, start=1))
