"""Findings about rows that are too alike or not alike enough: one key twice, one amount twice, names, codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from kinerja.anggaran.baca.tabel import SEBUTAN, Peran
from kinerja.anggaran.banding.banding import Kunci
from kinerja.anggaran.banding.hasil import TemuanAnggaran
from kinerja.anggaran.banding.periksa import MAKS_TEMUAN, Pelapor, cut_rows, name_baris, only, write_sen
from kinerja.anggaran.banding.usulan import suggest
from kinerja.nomenklatur import normalize_nama
from kinerja.temuan import Tingkat

MAKS_SEBUT = 20
"""Codes in one sentence; the rest is counted."""


def check_ganda(
    mentah: Mapping[Peran, pl.DataFrame], ganda: Mapping[Peran, pl.DataFrame], lapor: Pelapor
) -> Iterator[TemuanAnggaran]:
    """RK08: one key (those in `ganda`) on several rows of a source; identical rows are named as such."""
    for peran, isi in mentah.items():
        if ganda[peran].is_empty():
            continue
        kunci = ganda[peran].select("kec", "kode").sort("kec", "kode")
        kembar = isi.join(kunci.head(MAKS_TEMUAN), on=["kec", "kode"], how="semi")
        for _, kelompok in kembar.sort("kec", "kode", "bagian", "baris").group_by("kec", "kode", maintain_order=True):
            banyak, total = kelompok.height, int(kelompok["sen"].sum())
            sama = kelompok.select("sen", "nama").n_unique() == 1
            semua = kelompok.head(5).to_dicts()
            letak = "; ".join(lapor.place(peran, b["bagian"], b["baris"]) for b in semua)
            yield lapor.report(
                "RK08", Tingkat.GALAT, only(peran, {**semua[0], "sen": total}),
                f"{'Baris ganda yang sama persis' if sama else 'Kode yang sama'} {banyak} kali di {SEBUTAN[peran]},"
                f" berjumlah {write_sen(total)}: {letak}.",
                "Hapus baris yang berulang." if sama else "Gabungkan, atau perbaiki kodenya.",
            )  # fmt: skip
        sisa = isi.join(kunci.slice(MAKS_TEMUAN), on=["kec", "kode"], how="semi").rename({"sen": peran})
        yield from lapor.report_sisa("RK08", Tingkat.GALAT, sisa, f"berkode sama di {SEBUTAN[peran]}")


def check_kembar(baris: Mapping[Peran, pl.DataFrame], lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK10: one amount on two rows of a source; often a row that was copied and not changed."""
    for peran in ("perjanjian", "dpa"):
        # A number that mixes both finds all candidates by one sort of a long table; then they are compared in full.
        campur = pl.col("sen") * 8191 + pl.col("kec")
        urut = baris[peran].select(campur.sort().alias("campur"))["campur"]
        calon = baris[peran].filter(campur.is_in(urut.filter(urut == urut.shift(1)).implode()) & (pl.col("sen") != 0))
        calon = calon.filter(pl.struct("kec", "sen").is_duplicated()).sort("kec", "sen", "kode")
        kunci = calon.select("kec", "sen").unique(maintain_order=True)
        satu = calon.join(kunci.head(MAKS_TEMUAN), on=["kec", "sen"], how="semi", maintain_order="left")
        for _, kelompok in satu.group_by("kec", "sen", maintain_order=True):
            semua = kelompok.head(MAKS_SEBUT).to_dicts()
            kode = ", ".join(lapor.kamus.write_kode(b["kode"]) for b in semua)
            lagi = f", dan {kelompok.height - MAKS_SEBUT} lagi" if kelompok.height > MAKS_SEBUT else ""
            yield lapor.report(
                "RK10", Tingkat.INFO, only(peran, semua[0]),
                f"Jumlah {write_sen(semua[0]['sen'])} sama pada {kelompok.height} baris {SEBUTAN[peran]}:"
                f" {kode}{lagi}.",
                "Pastikan bukan salinan yang lupa diubah.",
            )  # fmt: skip
        sisa = calon.join(kunci.slice(MAKS_TEMUAN), on=["kec", "sen"], how="semi").rename({"sen": peran})
        yield from lapor.report_sisa("RK10", Tingkat.INFO, sisa, f"berjumlah sama di {SEBUTAN[peran]}")


def check_nama(pasangan: pl.DataFrame, lapor: Pelapor, bertemu: Mapping[Kunci, Kunci]) -> Iterator[TemuanAnggaran]:
    """RK13, RK15 and RK16: a suggestion by likeness, other names under one code, other codes under one name."""
    usulan, lewat = suggest(pasangan, MAKS_TEMUAN)
    for kiri, kanan, mirip in usulan:
        gabung = kiri | {k: kanan[k] for k in ("dpa", "bagian_dpa", "baris_dpa")}
        if None not in (gabung["perjanjian"], gabung["dpa"]):
            gabung["selisih"] = gabung["perjanjian"] - gabung["dpa"]
        yield lapor.report(
            "RK13", Tingkat.INFO, gabung,
            f"{name_baris(kiri)} di perjanjian mirip ({mirip} %) dengan {lapor.kamus.write_kode(kanan['kode'])}"
            f" {kanan['nama']} di DPA.",
            "Bila memang sama, samakan kode atau namanya.",
        )  # fmt: skip
    if lewat:
        yield lapor.report(
            "RK13", Tingkat.INFO, {},
            f"Nama yang mirip tidak dicari pada {lewat} baris perjanjian: terlalu banyak baris tanpa pasangan.",
            "Periksa dahulu apakah sumbernya sepadan.", tempat=f"{lewat} baris lagi",
        )  # fmt: skip
    yield from _check_nama_lain(pasangan, lapor)
    yield from _check_kode_lain(pasangan, lapor, bertemu)


def _check_nama_lain(pasangan: pl.DataFrame, lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    berdua = ["nama_perjanjian", "nama_dpa"]
    calon = pasangan.filter(pl.col(berdua[0]) != pl.col(berdua[1]))
    lain = [n for n in calon.select(berdua).unique().iter_rows() if normalize_nama(n[0]) != normalize_nama(n[1])]
    bingkai = pl.DataFrame(lain, schema=dict.fromkeys(berdua, pl.String), orient="row")
    baris, sisa = cut_rows(calon.join(bingkai, on=berdua, how="semi"), pl.lit(True))
    for b in baris:
        yield lapor.report(
            "RK15", Tingkat.PERINGATAN, b,
            f"Nama berbeda: {b['nama_perjanjian']!r} di perjanjian, {b['nama_dpa']!r} di DPA.",
            "Pastikan programnya sama, lalu samakan namanya.",
        )  # fmt: skip
    yield from lapor.report_sisa("RK15", Tingkat.PERINGATAN, sisa, "bernama lain di DPA")


def _check_kode_lain(
    pasangan: pl.DataFrame, lapor: Pelapor, bertemu: Mapping[Kunci, Kunci]
) -> Iterator[TemuanAnggaran]:
    if not bertemu:
        return
    lama = {k: asal for asal, k in bertemu.items() if not lapor.kamus.kode[asal[1]].startswith("~")}
    kunci = pl.DataFrame(list(lama), schema={"kec": pl.UInt32, "kode": pl.UInt32}, orient="row")
    baris, sisa = cut_rows(pasangan.join(kunci, on=["kec", "kode"], how="semi"), pl.lit(True))
    for b in baris:
        yield lapor.report(
            "RK16", Tingkat.PERINGATAN, b,
            f"{name_baris(b)} dicocokkan menurut nama; kodenya berbeda: {lapor.kamus.kode[b['kode']]} dan"
            f" {lapor.kamus.kode[lama[b['kec'], b['kode']][1]]}.",
            "Samakan kodenya.",
        )  # fmt: skip
    yield from lapor.report_sisa("RK16", Tingkat.PERINGATAN, sisa, "dicocokkan menurut nama, tetapi kodenya berbeda")
