"""Findings about rows that are too alike: one key twice, one amount twice."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from kinerja.anggaran.banding.konteks import MAKS_TEMUAN, Konteks, only
from kinerja.anggaran.sumber import SEBUTAN
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.bilangan import write_sen
from kinerja.nomenklatur import normalize_nama
from kinerja.temuan import Tingkat, declare

MAKS_SEBUT = 20
"""Codes in one sentence; the rest is counted."""
MAKS_LETAK = 5
"""Places in one sentence."""


@declare(
    "RK08", Tingkat.GALAT, "Baris atau kode ganda",
    "Buka baris-baris yang disebut dan pastikan tidak tercatat dua kali. Bila memang satu, betulkan di aplikasi asalnya"
    " lalu ekspor ulang; bila kodenya salah, betulkan di sana juga.",
)  # fmt: skip
def check_ganda(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Rows of one key that no sub-unit, funding source, account or month tells apart."""
    kunci = ["kec", "kode", "pembeda"]
    for peran, ganda in k.ganda.items():
        if ganda.is_empty():
            continue
        isi = k.mentah[peran].join(ganda.select("kec", "kode"), on=["kec", "kode"], how="semi")
        isi = isi.filter(pl.len().over(kunci) > 1).sort("kec", "kode", "bagian", "baris")
        semua = isi.select(kunci).unique(maintain_order=True)
        satu = isi.join(semua.head(MAKS_TEMUAN), on=kunci, how="semi", nulls_equal=True, maintain_order="left")
        for _, kelompok in satu.group_by(kunci, maintain_order=True):
            awal = kelompok.row(0, named=True)
            total = int(kelompok["sen"].sum())
            sama = len({(sen, normalize_nama(nama or "")) for sen, nama in kelompok.select("sen", "nama").rows()}) == 1
            letak = [k.place(peran, *b) for b in kelompok.select("bagian", "baris").head(MAKS_LETAK).rows()]
            lagi = f"; dan {kelompok.height - MAKS_LETAK} lagi" if kelompok.height > MAKS_LETAK else ""
            yield k.report(
                only(peran, {**awal, "sen": total}),
                f"{'Baris ganda yang sama persis' if sama else 'Kode yang sama'} {kelompok.height} kali di"
                f" {SEBUTAN[peran]}, berjumlah {write_sen(total)}: {'; '.join(letak)}{lagi}.",
                "Pastikan tidak tercatat dua kali; bila memang satu, betulkan di aplikasi asalnya."
                if sama else "Pastikan anggarannya memang terpisah; bila kodenya salah, betulkan di aplikasi asalnya.",
            )  # fmt: skip
        sisa = isi.join(semua.slice(MAKS_TEMUAN), on=kunci, how="semi", nulls_equal=True).rename({"sen": peran})
        yield from k.report_sisa(sisa, f"berkode sama di {SEBUTAN[peran]}")


@declare(
    "RK10", Tingkat.INFO, "Jumlah yang sama pada beberapa baris",
    "Pastikan bukan salinan yang lupa diubah. Bila memang sama besar, tidak perlu apa-apa.",
)  # fmt: skip
def check_kembar(k: Konteks) -> Iterator[TemuanAnggaran]:
    """One amount on two rows of a source; often a row that was copied and not changed."""
    for peran in ("perjanjian", "dpa"):
        # A number that mixes both finds all candidates by one sort of a long table; then they are compared in full.
        campur = pl.col("sen") * 8191 + pl.col("kec")
        urut = k.baris[peran].select(campur.sort().alias("campur"))["campur"]
        calon = k.baris[peran].filter(campur.is_in(urut.filter(urut == urut.shift(1)).implode()) & (pl.col("sen") != 0))
        calon = calon.filter(pl.struct("kec", "sen").is_duplicated()).sort("kec", "sen", "kode")
        kunci = calon.select("kec", "sen").unique(maintain_order=True)
        satu = calon.join(kunci.head(MAKS_TEMUAN), on=["kec", "sen"], how="semi", maintain_order="left")
        for _, kelompok in satu.group_by("kec", "sen", maintain_order=True):
            semua = kelompok.head(MAKS_SEBUT).to_dicts()
            kode = ", ".join(k.kamus.write_kode(b["kode"]) for b in semua)
            lagi = f", dan {kelompok.height - MAKS_SEBUT} lagi" if kelompok.height > MAKS_SEBUT else ""
            yield k.report(
                {**only(peran, semua[0]), "sisi": f"{peran} {kelompok.height}"},
                f"Jumlah {write_sen(semua[0]['sen'])} sama pada {kelompok.height} baris {SEBUTAN[peran]}:"
                f" {kode}{lagi}.",
                "Pastikan bukan salinan yang lupa diubah.",
            )  # fmt: skip
        sisa = calon.join(kunci.slice(MAKS_TEMUAN), on=["kec", "sen"], how="semi").rename({"sen": peran})
        yield from k.report_sisa(sisa, f"berjumlah sama di {SEBUTAN[peran]}")
