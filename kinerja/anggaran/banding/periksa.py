"""Findings about pairs: on one side only, other amounts, above the ceiling, zero, blank."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from kinerja.anggaran.banding.konteks import Konteks, cut_rows, name_baris
from kinerja.anggaran.pasangan import Kelompok
from kinerja.anggaran.sumber import SEBUTAN, Peran
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.bilangan import write_sen
from kinerja.temuan import Tingkat, declare

_SATUAN = {1_000: "ribuan", 1_000_000: "jutaan"}
"""Units in which amounts are written by those who do not say so."""


@declare(
    "RK01", Tingkat.GALAT, "Hanya ada di perjanjian",
    "Cari di DPA dengan kode atau nama lain. Bila tidak ada, programnya belum dianggarkan atau DPA-nya belum lengkap.",
)  # fmt: skip
def check_hanya_perjanjian(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Silent for a kecamatan that RK12 tells of as a whole; as RK02."""
    yield from _check_hanya(k, Kelompok.HANYA_PERJANJIAN, "perjanjian", "dpa")


@declare(
    "RK02", Tingkat.GALAT, "Hanya ada di DPA",
    "Cari di perjanjian dengan kode atau nama lain. Bila tidak ada, perjanjian perlu dilengkapi atau diubah.",
)  # fmt: skip
def check_hanya_dpa(k: Konteks) -> Iterator[TemuanAnggaran]:
    """The same for the other side."""
    yield from _check_hanya(k, Kelompok.HANYA_DPA, "dpa", "perjanjian")


def _check_hanya(k: Konteks, kelompok: Kelompok, ada: Peran, tiada: Peran) -> Iterator[TemuanAnggaran]:
    sendiri = [kec for satu in k.sendiri.values() for kec in satu]
    baris, sisa = cut_rows(k.pasangan, (pl.col("kelompok") == kelompok) & ~pl.col("kec").is_in(sendiri))
    for b in baris:
        sen = b[ada]
        yield k.report(
            b, f"{name_baris(b)} ({'jumlah kosong' if sen is None else write_sen(sen)}) hanya ada di {SEBUTAN[ada]}.",
            f"Cari di {SEBUTAN[tiada]} dengan kode atau nama lain, atau lengkapi {SEBUTAN[tiada]}.",
        )  # fmt: skip
    yield from k.report_sisa(sisa, f"hanya ada di {SEBUTAN[ada]}")


@declare(
    "RK03", Tingkat.GALAT, "Jumlah berbeda",
    "Buka kedua dokumen di sel yang disebut dan tanyakan mana yang berlaku (murni atau perubahan, rupiah atau"
    " ribuan), lalu samakan yang lain.",
)  # fmt: skip
def check_beda(k: Konteks) -> Iterator[TemuanAnggaran]:
    """A unit that one side did not say is named, where the factor is exact."""
    baris, sisa = cut_rows(k.pasangan, pl.col("beda"))
    for b in baris:
        kecil, besar = sorted((b["perjanjian"], b["dpa"]), key=abs)
        kali = next((n for n in _SATUAN if kecil and besar == kecil * n), 0)
        satuan = f" Tepat {kali:,} kali: satu sumber mungkin dalam {_SATUAN[kali]} rupiah." if kali else ""
        yield k.report(
            b, f"{name_baris(b)}: perjanjian {write_sen(b['perjanjian'])}, DPA {write_sen(b['dpa'])}, selisih"
            f" {write_sen(b['selisih'])}.{satuan.replace(',', '.')}",
            "Tanyakan mana yang berlaku, lalu samakan.",
        )  # fmt: skip
    yield from k.report_sisa(sisa, "berbeda jumlahnya")


@declare(
    "RK04", Tingkat.GALAT, "Realisasi melebihi pagu, atau tanpa pagu",
    "Periksa pencatatan realisasi: tercatat ganda, salah rekening, atau pagunya sudah digeser. Tanpa pagu berarti"
    " kodenya salah atau DPA-nya belum lengkap.",
)  # fmt: skip
def check_realisasi(k: Konteks) -> Iterator[TemuanAnggaran]:
    """On the level compared and on each below it; exact multiples are named."""
    tanpa = pl.col("n_perjanjian").is_null() & pl.col("n_dpa").is_null() & (pl.col("realisasi") != 0)
    dpa = k.tabel["dpa"]
    sesudah = next((b.sesudah for b in dpa.bagian if b.sesudah), "")
    for pasangan, di_mana in ((k.pasangan, ""), (k.rinci, "di bawah tingkat ini ")):
        baris, sisa = cut_rows(pasangan, pl.col("lebih") | tanpa)
        for b in baris:
            pagu = b["perjanjian"] if b["dpa"] is None else b["dpa"]
            pesan = _describe_lebih(pagu, b["realisasi"])
            yield k.report(b, f"{name_baris(b)}: {pesan}", _advise_lebih(pagu, sesudah, murni=dpa.murni))
        yield from k.report_sisa(sisa, f"{di_mana}melebihi pagu atau tanpa pagu")


def _describe_lebih(pagu: int | None, realisasi: int) -> str:
    """What is wrong with a realisation."""
    if pagu is None:
        return f"Realisasi {write_sen(realisasi)} tanpa pagu."
    lebih = write_sen(realisasi - pagu)
    pesan = f"Realisasi {write_sen(realisasi)} melebihi pagu {write_sen(pagu)} sebesar {lebih}."
    if pagu > 0 and realisasi % pagu == 0:
        kali = realisasi // pagu
        pesan += f" Tepat {kali} kali pagu: kemungkinan tercatat {kali} kali."
    return pesan


def _advise_lebih(pagu: int | None, sesudah: str, *, murni: bool) -> str:
    """What to do about it; `murni`: the ceiling is before a change of the budget, which `sesudah` reads after it."""
    if pagu is None:
        return "Periksa kodenya, atau lengkapi DPA."
    if murni and sesudah:
        return (
            "Periksa pencatatan realisasi. Pagu yang dipakai sebelum perubahan; bila sudah berubah, sebutkan kolom"
            f" sesudahnya: {sesudah}."
        )
    if murni:
        return (
            "Periksa pencatatan realisasi. Pagu yang dipakai sebelum perubahan; bila sudah berubah, pakai DPA sesudah"
            " perubahan."
        )
    return "Periksa pencatatan realisasi."


@declare(
    "RK09", Tingkat.PERINGATAN, "Pagu nol",
    "Pastikan memang tidak dianggarkan. Bila dianggarkan, isi jumlahnya.",
)  # fmt: skip
def check_nol(k: Konteks) -> Iterator[TemuanAnggaran]:
    """A budget of zero; a blank is not zero."""
    for peran in ("perjanjian", "dpa"):
        baris, sisa = cut_rows(k.pasangan, pl.col(peran) == 0)
        for b in baris:
            yield k.report(
                b | {"sisi": peran}, f"{name_baris(b)}: pagu 0 di {SEBUTAN[peran]}.",
                "Pastikan memang tidak dianggarkan.",
            )  # fmt: skip
        yield from k.report_sisa(sisa, f"berpagu 0 di {SEBUTAN[peran]}")


@declare(
    "RK14", Tingkat.PERINGATAN, "Jumlah kosong",
    "Isi jumlahnya, lalu bandingkan lagi; sel kosong tidak dianggap nol. Bila memang nol, tulis 0.",
)  # fmt: skip
def check_kosong(k: Konteks) -> Iterator[TemuanAnggaran]:
    """A budget that is not filled in; a kecamatan that has not begun is told of once."""
    for peran in ("perjanjian", "dpa"):
        belum = _list_belum(k.pasangan, peran)
        for b in belum.iter_rows(named=True):
            yield k.report(
                b | {"sisi": peran}, f"Anggaran {SEBUTAN[peran]} belum diisi: {b['n']} baris tanpa jumlah.",
                "Isi dahulu, lalu bandingkan lagi.", tempat=k.name_kecamatan(b["kec"]),
            )  # fmt: skip
        baris, sisa = cut_rows(k.pasangan, pl.col(f"kosong_{peran}") & ~pl.col("kec").is_in(belum["kec"].implode()))
        for b in baris:
            yield k.report(
                b | {"sisi": peran}, f"{name_baris(b)}: jumlah kosong di {SEBUTAN[peran]}.",
                "Isi jumlahnya; bila memang nol, tulis 0.",
            )  # fmt: skip
        yield from k.report_sisa(sisa, f"tanpa jumlah di {SEBUTAN[peran]}")


def _list_belum(pasangan: pl.DataFrame, peran: Peran) -> pl.DataFrame:
    """Kecamatan of which a source has several rows and not one amount: number, rows, first place."""
    if not pasangan[f"kosong_{peran}"].any():
        return pasangan.clear().select("kec")
    milik = pasangan.filter(pl.col(f"n_{peran}").is_not_null())
    letak = [f"bagian_{peran}", f"baris_{peran}"]
    satu = (
        milik.sort(letak)
        .group_by("kec")
        .agg(pl.len().alias("n"), pl.col(peran).count().alias("terisi"), pl.col(letak).first())
    )
    return satu.filter((pl.col("n") > 1) & (pl.col("terisi") == 0)).sort("kec")
