"""From TOML text to checked versions of a table or a parameter file, oldest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeVar

from kinerja.bilangan import write_angka
from kinerja.errors import MasukanError
from kinerja.peraturan.jenjang import Batas, Jenjang, Rujukan, TabelJenjang
from kinerja.peraturan.parameter import MAKS_DESIMAL, Arah, Deret, Komponen, Parameter, Unsur, check_bobot, has_ganda
from kinerja.peraturan.toml_table import TomlTable

T = TypeVar("T", TabelJenjang, Parameter)

# What each version of a parameter file must hold besides `berlaku`, `dasar` and `rujukan`, no more and no less; a key
# that ends in `dasar` is a citation.
SKEMA: dict[str, dict[str, Any]] = {
    "skm": {
        "unsur": tuple[Unsur, ...],
        "skala_terendah": int,
        "skala_tertinggi": int,
        "faktor_konversi": int,
        "penimbang": tuple[str, ...],
        "desimal": int,
    },
    "skm_sampel": {"lambda_kuadrat": Decimal, "p": Decimal, "galat": Decimal},
    "sakip_bobot": {"komponen": tuple[Komponen, ...], "desimal": int},
    "persen": {
        "manfaat_dasar": str,
        "trantibum_dasar": str,
        "manfaat_desimal": int,
        "trantibum_desimal": int,
        "desimal": int,
    },
    "capaian": {
        "arah": tuple[Arah, ...],
        "batas": tuple[Decimal, ...],
        "lantai": tuple[Decimal, ...],
        "desimal": int,
    },
    "anggaran": {"desimal": int},
}

_PENIMBANG = re.compile(r"persis|0,[0-9]*[1-9][0-9]*")


@cache
def parse_tabel(nama: str, teks: str) -> tuple[TabelJenjang, ...]:
    """The versions of a band table.

    Raises:
        PeraturanError: unknown or missing keys, wrong types, gaps, overlaps, no citation, dates out of order.
    """
    return _parse(nama, teks, TabelJenjang, _take_tabel)


@cache
def parse_parameter(nama: str, teks: str) -> tuple[Parameter, ...]:
    """The versions of a parameter file; its keys are those of `SKEMA`. Raises as `parse_tabel`."""
    return _parse(nama, teks, Parameter, lambda versi: {"isi": _take_isi(versi, SKEMA[nama])})


def _parse(nama: str, teks: str, kelas: type[T], take: Callable[[TomlTable], Mapping[str, Any]]) -> tuple[T, ...]:
    """Each version: what all have in common, and what `take` finds."""
    berkas = TomlTable.from_toml(nama, teks)
    uraian = berkas.take("uraian", str)
    hasil: list[T] = []
    for versi in berkas.take_tabel("versi"):
        rujukan = versi.take("rujukan", tuple[Rujukan, ...])
        dasar, berlaku = versi.take("dasar", str), versi.take("berlaku", date)
        isi = take(versi)
        versi.finish()
        semua = {"dasar": dasar, **isi, **isi.get("isi", {})}
        _check_dasar(versi, semua, rujukan)
        if any(kunci.endswith("desimal") and (nilai or 0) > MAKS_DESIMAL for kunci, nilai in semua.items()):
            versi.refuse(f"`desimal` paling banyak {MAKS_DESIMAL}: sel buku kerja tidak menampilkan lebih.")
        if hasil and berlaku <= hasil[-1].berlaku:
            versi.refuse("`berlaku` harus sesudah versi sebelumnya.")
        hasil.append(kelas(nama=nama, uraian=uraian, dasar=dasar, rujukan=rujukan, berlaku=berlaku, **isi))
    berkas.finish()
    return tuple(hasil)


def _check_dasar(versi: TomlTable, isi: Mapping[str, object], rujukan: tuple[Rujukan, ...]) -> None:
    """A citation in one line cannot name another regulation than the citations do."""
    for kunci, dasar in isi.items():
        if kunci.endswith("dasar") and not any(str(dasar).startswith(r.peraturan) for r in rujukan):
            versi.refuse(f"`{kunci}` harus diawali `peraturan` salah satu rujukannya, bukan {dasar!r}.")


def _check_beda(versi: TomlTable, apa: str, daftar: Sequence[Jenjang | Arah]) -> None:
    for kolom in ("kode", "sebutan"):
        if has_ganda([getattr(x, kolom) for x in daftar]):
            versi.refuse(f"`{kolom}` ganda di antara {apa}.")


def _take_tabel(versi: TomlTable) -> dict[str, Any]:
    """What only a band table has."""
    rentang = versi.take("rentang", tuple[Decimal, ...])
    if len(rentang) != 2 or rentang[0] >= rentang[1]:
        versi.refuse("`rentang` harus dua angka, yang rendah dahulu.")
    batas, desimal = versi.take("batas", Batas), versi.take("desimal", int, None)
    jenjang = _take_jenjang(versi, rentang, batas, desimal)
    return {
        "satuan": versi.take("satuan", str),
        "rentang": rentang,
        "batas": batas,
        "desimal": desimal,
        "jenjang": jenjang,
    }


def _take_jenjang(
    versi: TomlTable, rentang: tuple[Decimal, Decimal], batas: Batas, desimal: int | None
) -> tuple[Jenjang, ...]:
    daftar = versi.take_tabel("jenjang")
    tepi = [(x.take("bawah", Decimal), x.take("atas", Decimal)) for x in daftar]
    _check_tepi(versi, tepi, rentang, batas, desimal)
    hasil = []
    for x, (bawah, atas) in zip(daftar, tepi, strict=True):
        tertulis = x.has("teks") or not (bawah.is_finite() and atas.is_finite())
        teks = x.take("teks", str) if tertulis else _write_rentang(bawah, atas, batas)
        rujukan = x.take("rujukan", tuple[Rujukan, ...], ())
        kode, sebutan, teks_ni = x.take("kode", str), x.take("sebutan", str), x.take("teks_ni", str, "")
        hasil.append(Jenjang(kode, sebutan, bawah, teks, rujukan, teks_ni))
        x.finish()
    _check_beda(versi, "jenjang", hasil)
    if len({bool(j.teks_ni) for j in hasil}) > 1:
        versi.refuse("`teks_ni` harus ada pada semua jenjang, atau tidak ada sama sekali.")
    return tuple(hasil)


def _check_tepi(
    versi: TomlTable,
    tepi: list[tuple[Decimal, Decimal]],
    rentang: tuple[Decimal, Decimal],
    batas: Batas,
    desimal: int | None,
) -> None:
    """Best band first, from the top of `rentang` to its bottom, every value in one band only.

    Closed bands of rounded values stand one step apart (76,60 | 76,61), all others share the edge. A table with
    open lower bounds needs a point band (bawah = atas) for its lowest value, unless that is without end; one with
    closed bounds may have a point band at the top.
    """
    langkah = Decimal(1).scaleb(-desimal) if batas == "bawah_tertutup" and desimal is not None else Decimal(0)
    if tepi[0][1] != rentang[1] or tepi[-1][0] != rentang[0]:
        versi.refuse("`jenjang` harus menutup seluruh `rentang`, yang tertinggi dahulu.")
    titik_sah = len(tepi) if batas == "bawah_terbuka" else 1
    for nomor, (bawah, atas) in enumerate(tepi, start=1):
        if bawah > atas or (bawah == atas and nomor != titik_sah and not langkah):
            versi.refuse(f"jenjang ke-{nomor}: `bawah` harus di bawah `atas`.")
    for nomor, ((bawah, _), (_, atas)) in enumerate(pairwise(tepi), start=1):
        if bawah != atas + langkah:
            jenis = "celah" if bawah > atas + langkah else "tumpang tindih"
            versi.refuse(f"ada {jenis} antara jenjang ke-{nomor} dan ke-{nomor + 1}.")
    bawah, atas = tepi[-1]
    if batas == "bawah_terbuka" and bawah.is_finite() and bawah != atas:
        versi.refuse(f"ada celah: nilai {write_angka(bawah)} tidak masuk jenjang mana pun.")


def _write_rentang(bawah: Decimal, atas: Decimal, batas: Batas) -> str:
    if bawah == atas:
        return write_angka(bawah)
    tanda = ">" if batas == "bawah_terbuka" else ""
    return f"{tanda}{write_angka(bawah)} – {write_angka(atas)}"


def _take_isi(versi: TomlTable, skema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What only a parameter file has, and what its types alone do not say."""
    isi: dict[str, Any] = {kunci: versi.take(kunci, jenis) for kunci, jenis in skema.items() if kunci != "unsur"}
    if "unsur" in skema:
        isi["unsur"] = _take_unsur(versi)
        isi["bukan_unsur"] = versi.take("bukan_unsur", tuple[str, ...], ())
        isi["deret"] = _take_deret(versi, isi["unsur"])
    for x in isi.get("penimbang", ()):
        if not _PENIMBANG.fullmatch(x):
            versi.refuse(f'`penimbang` harus "persis" atau pecahan seperti "0,111", bukan {x!r}.')
    _check_angka(versi, isi)
    _check_beda(versi, "arah", isi.get("arah", ()))
    try:
        if "komponen" in isi:
            check_bobot(isi["komponen"])
    except MasukanError as galat:
        versi.refuse(galat.pesan)
    return MappingProxyType(isi)


def _check_angka(versi: TomlTable, isi: Mapping[str, Any]) -> None:
    """Figures with which a formula would divide by nothing, or have no answer at all."""
    for kunci in ("faktor_konversi", "lambda_kuadrat", "p", "galat"):
        nilai = Decimal(isi.get(kunci, 1))
        if not (nilai.is_finite() and nilai > 0) or (kunci in ("p", "galat") and kunci in isi and nilai >= 1):
            versi.refuse(f"`{kunci}` di luar yang mungkin, {nilai}.")
    if any(not (b.is_finite() and b > 0) for b in isi.get("batas", ())):
        versi.refuse("`batas` harus lebih dari 0.")
    if any(not (b.is_finite() and 0 <= b < 100) for b in isi.get("lantai", ())):
        versi.refuse("`lantai` harus 0 sampai di bawah 100.")
    if isi.get("skala_terendah", 0) >= isi.get("skala_tertinggi", 1):
        versi.refuse("`skala_terendah` harus di bawah `skala_tertinggi`.")


def _take_unsur(versi: TomlTable) -> tuple[Unsur, ...]:
    hasil: list[Unsur] = []
    dikenal: set[str] = set()
    for x in versi.take_tabel("unsur"):
        unsur: Unsur = x.build(Unsur)
        if asing := [k for k in unsur.kata if k not in re.findall(r"\w+", unsur.nama.casefold())]:
            x.refuse(f"`kata` {asing[0]!r} tidak ada dalam `nama`; tulis dengan huruf kecil.")
        if unsur.nama in [u.nama for u in hasil]:
            x.refuse(f"`nama` {unsur.nama!r} sudah dipakai unsur lain.")
        if ganda := dikenal.intersection(unsur.kata):
            x.refuse(f"`kata` {min(ganda)!r} sudah dipakai unsur lain.")
        dikenal.update(unsur.kata)
        hasil.append(unsur)
    return tuple(hasil)


def _take_deret(versi: TomlTable, unsur: Sequence[Unsur]) -> tuple[Deret, ...]:
    """Answers in words; a law may leave them out, then only numbers are read."""
    sifat = versi.take("sifat", tuple[str, ...], ())
    dikenal = {kata for u in unsur for kata in u.kata}
    hasil: list[Deret] = []
    for x in versi.take_tabel("deret") if versi.has("deret") else ():
        satu: Deret = x.build(Deret)
        satu = satu if satu.sifat else replace(satu, sifat=sifat)
        if asing := set(satu.unsur) - dikenal:
            x.refuse(f"`unsur` {min(asing)!r} bukan `kata` unsur mana pun.")
        if any(len({kata for _, kata in semua}) != len(semua) for semua in satu.list_kata()):
            x.refuse("`jawaban` memuat satu jawaban dua kali.")
        hasil.append(satu)
    return tuple(hasil)
