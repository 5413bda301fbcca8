"""Indikator from their rows: targets, the year, action plans, and which activity lists are whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from kinerja.dekat import suggest
from kinerja.errors import RentangError
from kinerja.peraturan import KATEGORI, get_parameter
from kinerja.perjanjian.cara import Cara
from kinerja.perjanjian.induk.bagian import read_pilihan
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.induk.sel import list_huruf
from kinerja.perjanjian.induk.skema import RUMUS_TURUN
from kinerja.perjanjian.induk.target import read_predikat, read_target, split_urutan
from kinerja.perjanjian.jenis import JENIS, NILAI, JenisIndikator
from kinerja.perjanjian.model import Aksi, DaftarManfaat, Indikator
from kinerja.rumus.capaian import check_target, list_arah, list_pilihan_arah, resolve_turun
from kinerja.rumus.tahun import TRIWULAN, Metode
from kinerja.rumus.target import Target

KALI = (1, 2, 4)
"""How often a year a survey may be held."""
_TRIWULAN = tuple(f"target_tw{n}" for n in range(1, 5))
_KOLOM = {"Target": "target", "Target akhir Renstra": "target_renstra"} | {
    f"Target triwulan {nama}": kunci for nama, kunci in zip(TRIWULAN, _TRIWULAN, strict=True)
}
"""The column of each of an indikator's targets, by what it is called."""


class BarisIndikator(NamedTuple):
    """An indikator, the sasaran that it measures, and its row for messages."""

    baris: Baris
    sasaran: str
    indikator: Indikator


def read_cara(umum: Baris, *, pada: date) -> Cara:
    """How the region measures capaian, from the settings."""
    parameter = get_parameter("capaian", pada=pada)

    def read_batas(kunci: str, nama: str) -> Decimal | None:
        angka, pilihan = umum.read_angka(kunci), parameter.daftar(nama, Decimal)
        if angka is not None and angka not in pilihan:
            umum.refuse(kunci, "Batas itu tidak dikenal.", f"Pilih {' atau '.join(map(str, pilihan))}, atau kosongkan.")
        return angka

    isi = Kumpulan().read(
        kategori=lambda: KATEGORI[_read_pilihan(umum, "kategori", list(KATEGORI))],
        batas=lambda: read_batas("batas_atas", "batas"),
        lantai=lambda: read_batas("batas_bawah", "lantai"),
        turun=lambda: _read_turun(umum),
    )
    return Cara(**isi)


def _read_turun(umum: Baris) -> str:
    """The direction that `turun` means; empty is the law's first."""
    return f"turun_{read_pilihan(umum, 'rumus_turun', RUMUS_TURUN)}" if umum.read_teks("rumus_turun") else ""


def _read_pilihan(b: Baris, kunci: str, pilihan: Sequence[str]) -> str:
    """One of some words; blank is the first."""
    return read_pilihan(b, kunci, pilihan) if b.read_teks(kunci) else pilihan[0]


def build_indikator(b: Baris, cara: Cara, *, pada: date) -> BarisIndikator:
    """The indikator of a row, without its activity lists and its action plan."""
    jenis = JENIS.get((b.read_teks("jenis") or "").casefold(), NILAI)
    urutan = split_urutan(b.read_paragraf("urutan") or "") if jenis.berurutan else ()
    huruf = list_huruf(pada=pada)

    def read(kunci: str) -> tuple[str | None, Target | None]:
        if jenis.berurutan:  # a list that is missing is told once
            return None, read_predikat(b, kunci, urutan) if urutan else None
        return read_target(b, huruf, kunci)

    def read_lain(kunci: str) -> Target | None:
        """Any target but the year's own: a letter beside it must be the grade of its number."""
        tertulis, t = read(kunci)
        angka = t.angka if t else None
        if tertulis and angka is None:
            b.refuse(kunci, f"Baru hurufnya, {tertulis}.", "Ketik angkanya.")
        jenjang = jenis.find_jenjang(angka, pada=pada) if angka is not None else None
        if tertulis and (jenjang is None or jenjang.kode != tertulis):
            b.refuse(kunci, f"Huruf {tertulis} bukan milik {t}.", "Betulkan huruf atau angkanya.")
        if kunci == "realisasi_lalu" and t and len(t.batas) != 1 - bool(t.predikat):
            b.refuse(kunci, f"Realisasi {t} bukan satu angka.", "Ketik angka yang dicapai.")
        return t

    isi = Kumpulan().read(
        sasaran=lambda: b.need_teks("sasaran"),
        nama=lambda: b.need_teks("indikator"),
        jenis=lambda: JENIS[read_pilihan(b, "jenis", list(JENIS))],
        urutan=lambda: _check_urutan(b, urutan) if jenis.berurutan else (),
        satuan=lambda: b.need_teks("satuan"),
        target=lambda: read("target"),
        arah=lambda: _read_arah(b, cara, pada),
        metode=lambda: Metode(read_pilihan(b, "metode", list(Metode))) if b.read_teks("metode") else None,
        triwulan=lambda: tuple(read_lain(kunci) for kunci in _TRIWULAN),
        lalu=lambda: read_lain("realisasi_lalu"),
        renstra=lambda: read_lain("target_renstra"),
        kali=lambda: _read_kali(b, jenis),
        program=lambda: b.read_teks("program"),
        penjelasan=lambda: b.read_paragraf("penjelasan") or "",
        pembilang=lambda: b.read_teks("pembilang") or "",
        penyebut=lambda: b.read_teks("penyebut") or "",
    )
    huruf_target, target = isi.pop("target")
    sasaran = isi.pop("sasaran")
    i = Indikator(target=target, target_huruf=huruf_target, **isi)
    _check_arah(b, i)
    _check_metode(b, i)
    _check_rasio(b, i)
    return BarisIndikator(b, sasaran, i)


MAKS_URUTAN = 380
"""Room for a list in the formulas that look a predicate up: its letters, and 16 for each."""


def _check_urutan(b: Baris, urutan: tuple[str, ...]) -> tuple[str, ...]:
    if len({x.casefold() for x in urutan}) < max(2, len(urutan)):
        b.refuse("urutan", "Urutan predikat harus sedikitnya dua, semuanya berbeda.", "Contoh: WTP; WDP; TW; TMP.")
    if tanda := [x for x in urutan if set(x) & set('*?~"') or x[0] in "=<+-@"]:
        b.refuse("urutan", f"Predikat {tanda[0]} memakai tanda yang dibaca lain oleh Excel.", "Tulis dengan kata.")
    if sum(len(x) + 16 for x in urutan) > MAKS_URUTAN:
        b.refuse("urutan", "Urutan predikat terlalu panjang.", "Pakai singkatannya, misalnya WTP; atau kurangi.")
    if angka := [x for x in urutan if re.fullmatch(r"[\d.]+", x)]:  # chosen from a list, a program makes it a number
        b.refuse(
            "urutan", f"Predikat {angka[0]} berupa angka.", "Tulis kata, misalnya Level 3; atau pakai jenis nilai."
        )
    return urutan


def _read_kali(b: Baris, jenis: JenisIndikator) -> int:
    kali = b.read_bulat("survei")
    if kali is None or (kali in KALI and jenis.berskala):
        return kali or 1
    pesan = "Hanya untuk jenis skm." if kali in KALI else f"Survei setahun {kali} kali tidak dikenal."
    return b.refuse("survei", pesan, f"Pilih {' atau '.join(map(str, KALI))} untuk jenis skm, atau kosongkan.")


def _read_arah(b: Baris, cara: Cara, pada: date) -> str:
    """The direction of a row; blank is the law's first, and `turun` alone the one that the region uses."""
    dikenal = [a.kode for a in list_arah(pada=pada)]
    arah = resolve_turun((b.read_teks("arah") or dikenal[0]).casefold(), cara.turun, pada=pada)
    if arah not in dikenal:
        b.refuse("arah", f"Arah {arah!r} tidak dikenal.", f"Pilih: {', '.join(list_pilihan_arah(pada=pada))}.")
    return arah


def _check_arah(b: Baris, i: Indikator) -> None:
    """Refuse a target that is open to the side which is worse; one below zero is a finding."""
    if i.jenis.berurutan and i.arah != "naik":
        b.refuse("arah", f"Predikat tidak punya arah {i.arah}.", "Kosongkan; urutan predikatnya yang menentukan.")
    for nama, target in i.list_target():
        if not any(x < 0 for x in target.batas) and not target.predikat:
            try:
                check_target(target, i.arah)
            except RentangError as galat:
                b.refuse(_KOLOM[nama], galat.pesan, galat.saran)


def _check_metode(b: Baris, i: Indikator) -> None:
    """Refuse a way to the year that the kind, a ratio or several surveys cannot have."""
    boleh = (Metode.AKHIR,) if i.berrasio else i.jenis.metode
    if i.metode is not None and i.metode not in boleh:
        saran = f"Isi {' atau '.join(boleh)}." if boleh else "Kosongkan: lembarnya punya cara sendiri."
        b.refuse("metode", f"Cara {i.metode} tidak dapat dipakai di sini.", saran)
    if i.kali > 1 and i.metode is None:
        b.refuse(
            "metode", "Survei lebih dari sekali setahun harus disebut cara setahunnya.", "Isi rata_rata atau akhir."
        )


def _check_rasio(b: Baris, i: Indikator) -> None:
    """Refuse ratios beside other numbers, or of other kinds: what is typed as realisation is one or the other."""
    if i.berrasio and not i.jenis.bebas:
        b.refuse("target", f"Target {i.target} tidak dapat untuk jenis {i.jenis.kode}.", f"Pakai jenis {NILAI.kode}.")
    if any(t.rasio != i.berrasio for _, t in i.list_target()) or (i.lalu is not None and i.lalu.rasio != i.berrasio):
        pesan = "Target setahun, triwulan, dan Renstra serta realisasi tahun lalu harus sama-sama perbandingan (1 : n)."
        b.refuse("target", pesan, "Tulis semuanya sebagai perbandingan, atau semuanya sebagai angka.")


def assign_daftar(
    semua: Sequence[BarisIndikator], daftar: Sequence[tuple[Baris, DaftarManfaat]], galat: Kumpulan
) -> list[BarisIndikator]:
    """Each indikator with its activity lists; a list names its indikator where there are several that count."""
    nama = [x.indikator.nama for x in semua if x.indikator.jenis.berdaftar]
    milik: dict[str, list[DaftarManfaat]] = {n.casefold(): [] for n in nama}
    for b, satu in daftar:
        with galat.catch():
            teks = b.read_teks("indikator") or (nama[0] if len(nama) == 1 else "")
            if teks.casefold() not in milik:
                _refuse_daftar(b, teks, nama)
            milik[teks.casefold()].append(satu)
    return [
        x._replace(indikator=replace(x.indikator, daftar=tuple(milik[x.indikator.nama.casefold()])))
        if x.indikator.jenis.berdaftar
        else x
        for x in semua
    ]


def _refuse_daftar(b: Baris, teks: str, nama: Sequence[str]) -> None:
    if not nama:
        berdaftar = " atau ".join(j.kode for j in JENIS.values() if j.berdaftar)
        pesan = f"Ada daftar kegiatan, tetapi tidak ada indikator berjenis {berdaftar}."
        b.refuse("kunci", pesan, "Hapus daftarnya, atau ubah jenis indikatornya.")
    if not teks:
        b.refuse("kunci", "Ada dua indikator berdaftar kegiatan.", "Isi kolom Indikator kinerja pada tabel Daftar.")
    b.refuse("indikator", f"Tidak ada indikator {teks!r} yang berdaftar.", suggest(teks, nama, f"Pilih: {nama[0]}."))


def assign_aksi(
    semua: Sequence[BarisIndikator], baris: Sequence[Baris], galat: Kumpulan, *, ragu: bool
) -> list[BarisIndikator]:
    """Each indikator with its action plan."""
    milik: dict[str, list[Aksi]] = {x.indikator.nama.casefold(): [] for x in semua}
    for b in baris:
        with galat.catch():
            isi = _read_aksi(b)
            nama = isi.pop("indikator")
            if nama.casefold() in milik:
                milik[nama.casefold()].append(Aksi(**isi))
            elif not ragu:
                saran = suggest(nama, [x.indikator.nama for x in semua], "Tulis seperti di tabel Indikator.")
                b.refuse("indikator", f"Tidak ada indikator {nama!r} untuk kecamatan ini.", saran)
    return [x._replace(indikator=replace(x.indikator, aksi=tuple(milik[x.indikator.nama.casefold()]))) for x in semua]


def _read_aksi(b: Baris) -> dict[str, Any]:
    return Kumpulan().read(
        indikator=lambda: b.need_teks("indikator"),
        uraian=lambda: b.need_teks("aksi"),
        program=lambda: b.read_teks("program"),
        anggaran=lambda: b.read_rupiah("anggaran"),
        pelaksana=lambda: b.read_teks("pelaksana"),
    )
