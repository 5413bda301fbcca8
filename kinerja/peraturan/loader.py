"""From TOML text to checked versions of a table or a parameter file, oldest first."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, TypeVar, cast

from kinerja.bilangan import write_angka
from kinerja.errors import MasukanError
from kinerja.peraturan.jenjang import Batas, Jenjang, Rujukan, TabelJenjang
from kinerja.peraturan.parameter import Arah, Isi, Komponen, Parameter, Subkomponen, Unsur, check_bobot
from kinerja.peraturan.toml_table import TomlTable

T = TypeVar("T", TabelJenjang, Parameter)

Jenis = Literal[
    "bilangan", "angka", "dasar", "daftar_angka", "daftar_penimbang", "daftar_unsur", "daftar_arah", "daftar_komponen"
]

# What each version of a parameter file must hold besides `berlaku`, `dasar` and `rujukan`, no more and no less.
SKEMA: dict[str, dict[str, Jenis]] = {
    "skm": {
        "unsur": "daftar_unsur",
        "skala_terendah": "bilangan",
        "skala_tertinggi": "bilangan",
        "faktor_konversi": "bilangan",
        "penimbang": "daftar_penimbang",
        "desimal": "bilangan",
    },
    "skm_sampel": {"lambda_kuadrat": "angka", "p": "angka", "galat": "angka"},
    "sakip_bobot": {"komponen": "daftar_komponen", "desimal": "bilangan"},
    "persen": {
        "manfaat_dasar": "dasar",
        "trantibum_dasar": "dasar",
        "manfaat_desimal": "bilangan",
        "trantibum_desimal": "bilangan",
        "desimal": "bilangan",
    },
    "capaian": {"arah": "daftar_arah", "batas": "daftar_angka", "desimal": "bilangan"},
    "anggaran": {"desimal": "bilangan"},
}

RUMUS_ARAH = ("naik", "turun_selisih", "turun_rasio")
"""The ways to measure capaian that can be computed; a law chooses among them."""

_PENIMBANG = re.compile(r"persis|0,[0-9]*[1-9][0-9]*")


def parse_tabel(nama: str, teks: str) -> tuple[TabelJenjang, ...]:
    """The versions of a band table.

    Raises:
        PeraturanError: unknown or missing keys, wrong types, gaps, overlaps, no citation, dates out of order.
    """
    berkas = TomlTable.from_toml(nama, teks)
    uraian = berkas.take_teks("uraian")

    def parse(versi: TomlTable) -> TabelJenjang:
        rentang = versi.take_daftar_angka("rentang")
        if len(rentang) != 2 or rentang[0] >= rentang[1]:
            versi.refuse("`rentang` harus dua angka, yang rendah dahulu.")
        batas = cast(Batas, versi.take_pilihan("batas", ("bawah_tertutup", "bawah_terbuka")))
        desimal = versi.take_bilangan("desimal") if versi.has("desimal") else None
        rujukan = _parse_rujukan(versi)
        return TabelJenjang(
            nama=nama,
            uraian=uraian,
            dasar=_take_dasar(versi, "dasar", rujukan),
            satuan=versi.take_teks("satuan"),
            rentang=(rentang[0], rentang[1]),
            batas=batas,
            desimal=desimal,
            jenjang=_parse_jenjang(versi, (rentang[0], rentang[1]), batas, desimal),
            rujukan=rujukan,
            berlaku=versi.take_tanggal("berlaku"),
        )

    return _parse_versi(berkas, parse)


def parse_parameter(nama: str, teks: str) -> tuple[Parameter, ...]:
    """The versions of a parameter file; its keys are those of `SKEMA`. Raises as `parse_tabel`."""
    berkas = TomlTable.from_toml(nama, teks)
    uraian = berkas.take_teks("uraian")

    def parse(versi: TomlTable) -> Parameter:
        rujukan = _parse_rujukan(versi)
        dasar = _take_dasar(versi, "dasar", rujukan)
        isi = {kunci: _take(versi, kunci, jenis, rujukan) for kunci, jenis in SKEMA[nama].items()}
        return Parameter(nama, uraian, dasar, MappingProxyType(isi), rujukan, versi.take_tanggal("berlaku"))

    return _parse_versi(berkas, parse)


def _parse_versi(berkas: TomlTable, parse: Callable[[TomlTable], T]) -> tuple[T, ...]:
    hasil: list[T] = []
    for versi in berkas.take_tabel("versi"):
        hasil.append(parse(versi))
        versi.finish()
        if len(hasil) > 1 and hasil[-1].berlaku <= hasil[-2].berlaku:
            versi.refuse("`berlaku` harus sesudah versi sebelumnya.")
    berkas.finish()
    return tuple(hasil)


def _take_dasar(versi: TomlTable, kunci: str, rujukan: tuple[Rujukan, ...]) -> str:
    """The citation in one line, which cannot name another regulation than the citations do."""
    dasar = versi.take_teks(kunci)
    if not any(dasar.startswith(r.peraturan) for r in rujukan):
        versi.refuse(f"`{kunci}` harus diawali `peraturan` salah satu rujukannya, bukan {dasar!r}.")
    return dasar


def _parse_rujukan(berkas: TomlTable) -> tuple[Rujukan, ...]:
    hasil: list[Rujukan] = []
    for x in berkas.take_tabel("rujukan"):
        keyakinan = cast(Literal["H", "M", "L"], x.take_pilihan("keyakinan", ("H", "M", "L")))
        hasil.append(
            Rujukan(
                peraturan=x.take_teks("peraturan"),
                letak=x.take_teks("letak"),
                dibaca_dari=x.take_teks("dibaca_dari"),
                keyakinan=keyakinan,
                perihal=x.take_teks("perihal") if x.has("perihal") else "",
                catatan=x.take_teks("catatan") if x.has("catatan") else "",
            )
        )
        x.finish()
    return tuple(hasil)


def _parse_jenjang(
    versi: TomlTable, rentang: tuple[Decimal, Decimal], batas: Batas, desimal: int | None
) -> tuple[Jenjang, ...]:
    daftar = versi.take_tabel("jenjang")
    tepi = [(x.take_angka("bawah"), x.take_angka("atas")) for x in daftar]
    _check_tepi(versi, tepi, rentang, batas, desimal)
    hasil = tuple(
        Jenjang(
            kode=x.take_teks("kode"),
            sebutan=x.take_teks("sebutan"),
            bawah=bawah,
            teks=_write_rentang(bawah, atas, batas)
            if not x.has("teks") and bawah.is_finite() and atas.is_finite()
            else x.take_teks("teks"),
            rujukan=_parse_rujukan(x) if x.has("rujukan") else (),
            teks_ni=x.take_teks("teks_ni") if x.has("teks_ni") else "",
        )
        for x, (bawah, atas) in zip(daftar, tepi, strict=True)
    )
    for x in daftar:
        x.finish()
    for kolom in ("kode", "sebutan"):
        if len({getattr(j, kolom) for j in hasil}) != len(hasil):
            versi.refuse(f"`{kolom}` ganda di antara jenjang.")
    if len({bool(j.teks_ni) for j in hasil}) > 1:
        versi.refuse("`teks_ni` harus ada pada semua jenjang, atau tidak ada sama sekali.")
    return hasil


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


def _take(berkas: TomlTable, kunci: str, jenis: Jenis, rujukan: tuple[Rujukan, ...]) -> Isi:
    match jenis:
        case "dasar":
            return _take_dasar(berkas, kunci, rujukan)
        case "bilangan":
            return berkas.take_bilangan(kunci)
        case "angka":
            return berkas.take_angka(kunci)
        case "daftar_angka":
            return berkas.take_daftar_angka(kunci)
        case "daftar_penimbang":
            return _take_penimbang(berkas, kunci)
        case "daftar_unsur":
            return _parse_unsur(berkas, kunci)
        case "daftar_arah":
            return _parse_arah(berkas, kunci)
        case "daftar_komponen":
            return _parse_komponen(berkas, kunci)


def _take_penimbang(berkas: TomlTable, kunci: str) -> tuple[str, ...]:
    daftar = berkas.take_daftar_teks(kunci)
    if salah := [x for x in daftar if not _PENIMBANG.fullmatch(x)]:
        berkas.refuse(f'`{kunci}` harus "persis" atau pecahan seperti "0,111", bukan {salah[0]!r}.')
    return daftar


def _parse_unsur(berkas: TomlTable, kunci: str) -> tuple[Unsur, ...]:
    hasil: list[Unsur] = []
    dikenal: set[str] = set()
    for x in berkas.take_tabel(kunci):
        unsur = Unsur(x.take_teks("nama"), x.take_daftar_teks("kata"))
        x.finish()
        if asing := [k for k in unsur.kata if k not in re.findall(r"\w+", unsur.nama.casefold())]:
            x.refuse(f"`kata` {asing[0]!r} tidak ada dalam `nama`; tulis dengan huruf kecil.")
        if unsur.nama in [u.nama for u in hasil]:
            x.refuse(f"`nama` {unsur.nama!r} sudah dipakai unsur lain.")
        if ganda := dikenal.intersection(unsur.kata):
            x.refuse(f"`kata` {min(ganda)!r} sudah dipakai unsur lain.")
        dikenal.update(unsur.kata)
        hasil.append(unsur)
    return tuple(hasil)


def _parse_arah(berkas: TomlTable, kunci: str) -> tuple[Arah, ...]:
    daftar = berkas.take_tabel(kunci)
    hasil = tuple(Arah(x.take_pilihan("kode", RUMUS_ARAH), x.take_teks("sebutan"), x.take_teks("arti")) for x in daftar)
    for x in daftar:
        x.finish()
    for kolom in ("kode", "sebutan"):
        if len({getattr(a, kolom) for a in hasil}) != len(hasil):
            berkas.refuse(f"`{kolom}` ganda di antara arah.")
    return hasil


def _parse_komponen(berkas: TomlTable, kunci: str) -> tuple[Komponen, ...]:
    hasil: list[Komponen] = []
    for x in berkas.take_tabel(kunci):
        hasil.append(Komponen(x.take_teks("nama"), x.take_angka("bobot"), _parse_subkomponen(x)))
        x.finish()
    try:
        check_bobot(hasil)
    except MasukanError as galat:
        berkas.refuse(galat.pesan)
    return tuple(hasil)


def _parse_subkomponen(berkas: TomlTable) -> tuple[Subkomponen, ...]:
    if not berkas.has("subkomponen"):
        return ()
    daftar = berkas.take_tabel("subkomponen")
    hasil = tuple(Subkomponen(x.take_teks("nama"), x.take_angka("bobot")) for x in daftar)
    for x in daftar:
        x.finish()
    return hasil
