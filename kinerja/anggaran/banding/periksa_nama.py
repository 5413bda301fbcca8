"""Findings about names and codes that are not alike enough."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from kinerja.anggaran.banding.konteks import LEBIH, MAKS_TEMUAN, Konteks, cut_rows, name_baris
from kinerja.anggaran.banding.usulan import suggest
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.bilangan import format_angka
from kinerja.nomenklatur import normalize_nama
from kinerja.temuan import Tingkat, declare


@declare(
    "RK13", Tingkat.INFO, "Usulan pasangan: nama mirip",
    "Bandingkan kedua baris. Bila memang sama, samakan kode dan namanya; bila bukan, abaikan.",
)  # fmt: skip
def check_mirip(k: Konteks) -> Iterator[TemuanAnggaran]:
    """A suggestion by likeness, for rows on one side only."""
    usulan, lewat = suggest(k.pasangan, MAKS_TEMUAN)
    for kiri, kanan, mirip in usulan:
        gabung = kiri | {b: kanan[b] for b in ("dpa", "bagian_dpa", "baris_dpa")}
        gabung["sisi"] = k.kamus.write_kode(kanan["kode"])
        if None not in (gabung["perjanjian"], gabung["dpa"]):
            gabung["selisih"] = gabung["perjanjian"] - gabung["dpa"]
        yield k.report(
            gabung,
            f"{name_baris(kiri)} di perjanjian mirip ({mirip}%) dengan {gabung['sisi']} {kanan['nama']} di DPA.",
            "Bila memang sama, samakan kode dan namanya.",
        )  # fmt: skip
    if lewat:
        yield k.report(
            {"kunci": f"{LEBIH}nama mirip"},
            f"Nama yang mirip tidak dicari pada {format_angka(lewat, 0)} baris perjanjian:"
            " terlalu banyak baris tanpa pasangan.",
            "Periksa dahulu apakah sumbernya sepadan.", tempat=f"{format_angka(lewat, 0)} baris lagi",
        )  # fmt: skip


@declare(
    "RK15", Tingkat.PERINGATAN, "Nama berbeda untuk kode yang sama",
    "Pastikan programnya sama, lalu samakan namanya menurut nomenklatur. Bila programnya lain, kodenya yang salah.",
)  # fmt: skip
def check_nama_lain(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Names of one pair, as they are compared."""
    berdua = ["nama_perjanjian", "nama_dpa"]
    calon = k.pasangan.filter(pl.col(berdua[0]) != pl.col(berdua[1]))
    lain = [n for n in calon.select(berdua).unique().iter_rows() if normalize_nama(n[0]) != normalize_nama(n[1])]
    bingkai = pl.DataFrame(lain, schema=dict.fromkeys(berdua, pl.String), orient="row")
    baris, sisa = cut_rows(calon.join(bingkai, on=berdua, how="semi"), pl.lit(True))
    for b in baris:
        yield k.report(
            b | {"sisi": f"{b['nama_perjanjian']}, {b['nama_dpa']}"},
            f"Nama berbeda: {b['nama_perjanjian']!r} di perjanjian, {b['nama_dpa']!r} di DPA.",
            "Pastikan programnya sama, lalu samakan namanya.",
        )  # fmt: skip
    yield from k.report_sisa(sisa, "bernama lain di DPA")


@declare(
    "RK16", Tingkat.PERINGATAN, "Kode berbeda untuk nama yang sama",
    "Pastikan kedua baris memang satu program, lalu samakan kodenya menurut nomenklatur.",
)  # fmt: skip
def check_kode_lain(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Pairs that met by name although both have a code."""
    if not k.bertemu:
        return
    lama = {kunci: asal for asal, kunci in k.bertemu.items() if not k.kamus.is_nama(asal[1])}
    bertemu = pl.DataFrame(list(lama), schema={"kec": pl.UInt32, "kode": pl.UInt32}, orient="row")
    baris, sisa = cut_rows(k.pasangan.join(bertemu, on=["kec", "kode"], how="semi"), pl.lit(True))
    for b in baris:
        lain = k.kamus.kode[lama[b["kec"], b["kode"]][1]]
        yield k.report(
            b | {"sisi": lain},
            f"{name_baris(b)} dicocokkan menurut nama; kodenya berbeda: {k.kamus.kode[b['kode']]} dan {lain}.",
            "Samakan kodenya.",
        )  # fmt: skip
    yield from k.report_sisa(sisa, "dicocokkan menurut nama, tetapi kodenya berbeda")
