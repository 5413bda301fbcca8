"""The findings, one code each; every one names both amounts, the difference, and the place in each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from kinerja.anggaran.baca.tabel import SEBUTAN, Peran, TabelAnggaran
from kinerja.anggaran.baca.uang import from_sen, write_sen
from kinerja.anggaran.banding.hasil import Kelompok, TemuanAnggaran
from kinerja.anggaran.banding.kunci import Kamus
from kinerja.temuan import Tingkat

Baris = Mapping[str, Any]
MAKS_TEMUAN = 1_000
"""Findings of one kind that are told one by one; nobody reads more, and the rest is told as one, with its totals."""
_DILAPORKAN = [
    *("kec", "kode", "nama", "nama_perjanjian", "nama_dpa", "selisih", *SEBUTAN),
    *(f"{bidang}_{peran}" for peran in SEBUTAN for bidang in ("bagian", "baris")),
]


@dataclass(frozen=True, slots=True)
class Pelapor:
    """Turns rows into findings: it knows the keys and the places."""

    kamus: Kamus
    tabel: Mapping[Peran, TabelAnggaran]

    def name(self, kec: int, kode: int) -> str:
        """`12.71.17 Medan Baru, 7.01.04`, or only the code where there is one kecamatan."""
        satu = self.kamus.write_kode(kode)
        return f"{self.name_kecamatan(kec)}, {satu}" if len(self.kamus.kecamatan) > 1 else satu

    def name_kecamatan(self, kec: int) -> str:
        """Code and name."""
        kunci = self.kamus.kecamatan[kec]
        nama = self.kamus.nama_kecamatan.get(kunci, "")
        return f"{kunci} {nama}".strip()

    def place(self, peran: Peran, bagian: int | None, baris: int | None) -> str:
        """Where a row stands in its file."""
        return "" if bagian is None or baris is None else self.tabel[peran].bagian[bagian].place(baris)

    def report(
        self, kode: str, tingkat: Tingkat, b: Baris, pesan: str, saran: str, *, tempat: str | None = None
    ) -> TemuanAnggaran:
        """A finding about a pair, or about what is known of one.

        Args:
            tempat: where, for a finding about more than one key; else it is the key of the pair.
        """
        uang = {k: from_sen(b.get(k)) for k in (*SEBUTAN, "selisih")}
        letak = {f"tempat_{p}": self.place(p, b.get(f"bagian_{p}"), b.get(f"baris_{p}")) for p in SEBUTAN}
        program = ""
        if tempat is None:
            tempat, program = self.name(b["kec"], b["kode"]), self.kamus.write_kode(b["kode"])
        return TemuanAnggaran(kode, tingkat, tempat, pesan, saran, program, **uang, **letak)  # type: ignore[arg-type]

    def report_sisa(self, kode: str, tingkat: Tingkat, sisa: pl.DataFrame, kata: str) -> Iterator[TemuanAnggaran]:
        """One finding with the totals of what is beyond those told one by one, if anything is."""
        if sisa.height:
            b = {k: int(sisa[k].sum()) for k in (*SEBUTAN, "selisih") if k in sisa.columns and sisa[k].count()}
            uang = ", ".join(f"{SEBUTAN[p]} {write_sen(b[p])}" for p in SEBUTAN if p in b)
            yield self.report(
                kode, tingkat, b, f"{sisa.height} baris lagi {kata}{f' ({uang})' if uang else ''}.",
                "Periksa dahulu apakah sumbernya sepadan; --json memuat semua baris.",
                tempat=f"{sisa.height} baris lagi",
            )  # fmt: skip


def only(peran: Peran, b: Baris) -> Baris:
    """A row of one source as a pair that only it has."""
    return {**b, peran: b["sen"], f"bagian_{peran}": b["bagian"], f"baris_{peran}": b["baris"]}


def check_hanya(pasangan: pl.DataFrame, lapor: Pelapor, sendiri: Sequence[int]) -> Iterator[TemuanAnggaran]:
    """RK01 and RK02: only in the agreement, only in the DPA; silent for a kecamatan that RK12 tells of as a whole."""
    sisi: tuple[tuple[str, Kelompok, Peran, Peran], ...] = (
        ("RK01", Kelompok.HANYA_PERJANJIAN, "perjanjian", "dpa"),
        ("RK02", Kelompok.HANYA_DPA, "dpa", "perjanjian"),
    )
    for kode, kelompok, ada, tiada in sisi:
        baris, sisa = cut_rows(pasangan, (pl.col("kelompok") == kelompok) & ~pl.col("kec").is_in(sendiri))
        for b in baris:
            sen = b[ada]
            yield lapor.report(
                kode, Tingkat.GALAT, b,
                f"{name_baris(b)} ({'jumlah kosong' if sen is None else write_sen(sen)}) hanya ada di {SEBUTAN[ada]}.",
                f"Cari di {SEBUTAN[tiada]} dengan kode atau nama lain, atau lengkapi {SEBUTAN[tiada]}.",
            )  # fmt: skip
        yield from lapor.report_sisa(kode, Tingkat.GALAT, sisa, f"hanya ada di {SEBUTAN[ada]}")


def check_beda(pasangan: pl.DataFrame, lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK03: different amounts."""
    baris, sisa = cut_rows(pasangan, pl.col("beda"))
    for b in baris:
        yield lapor.report(
            "RK03", Tingkat.GALAT, b,
            f"{name_baris(b)}: perjanjian {write_sen(b['perjanjian'])}, DPA {write_sen(b['dpa'])}, selisih"
            f" {write_sen(b['selisih'])}.",
            "Tanyakan mana yang berlaku, lalu samakan.",
        )  # fmt: skip
    yield from lapor.report_sisa("RK03", Tingkat.GALAT, sisa, "berbeda jumlahnya")


def check_realisasi(pasangan: pl.DataFrame, lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK04: realisation above the ceiling, or without one; exact multiples are named."""
    tanpa = pl.col("n_perjanjian").is_null() & pl.col("n_dpa").is_null() & (pl.col("realisasi") != 0)
    baris, sisa = cut_rows(pasangan, pl.col("lebih") | tanpa)
    for b in baris:
        pagu, realisasi = b["perjanjian"] if b["dpa"] is None else b["dpa"], b["realisasi"]
        if pagu is None:
            pesan, saran = f"Realisasi {write_sen(realisasi)} tanpa pagu.", "Periksa kodenya, atau lengkapi DPA."
        else:
            lebih = write_sen(realisasi - pagu)
            pesan = f"Realisasi {write_sen(realisasi)} melebihi pagu {write_sen(pagu)} sebesar {lebih}."
            saran = "Periksa pencatatan realisasi."
            if pagu > 0 and realisasi % pagu == 0:
                kali = realisasi // pagu
                pesan += f" Tepat {kali} kali pagu: kemungkinan tercatat {kali} kali."
        yield lapor.report("RK04", Tingkat.GALAT, b, f"{name_baris(b)}: {pesan}", saran)
    yield from lapor.report_sisa("RK04", Tingkat.GALAT, sisa, "melebihi pagu atau tanpa pagu")


def check_kosong(pasangan: pl.DataFrame, lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK09 and RK14: a budget of zero, and one that is not filled in; a blank is not zero."""
    for peran in ("perjanjian", "dpa"):
        baris, sisa = cut_rows(pasangan, pl.col(peran) == 0)
        for b in baris:
            yield lapor.report(
                "RK09", Tingkat.PERINGATAN, b, f"{name_baris(b)}: pagu 0 di {SEBUTAN[peran]}.",
                "Pastikan memang tidak dianggarkan.",
            )  # fmt: skip
        yield from lapor.report_sisa("RK09", Tingkat.PERINGATAN, sisa, f"berpagu 0 di {SEBUTAN[peran]}")
        belum = _list_belum(pasangan, peran)
        for b in belum.iter_rows(named=True):
            yield lapor.report(
                "RK14", Tingkat.PERINGATAN, b,
                f"Anggaran {SEBUTAN[peran]} belum diisi: {b['n']} baris tanpa jumlah.",
                "Isi dahulu, lalu bandingkan lagi.",
                tempat=lapor.name_kecamatan(b["kec"]),
            )  # fmt: skip
        baris, sisa = cut_rows(pasangan, pl.col(f"kosong_{peran}") & ~pl.col("kec").is_in(belum["kec"].implode()))
        for b in baris:
            yield lapor.report(
                "RK14", Tingkat.PERINGATAN, b, f"{name_baris(b)}: jumlah kosong di {SEBUTAN[peran]}.",
                "Isi jumlahnya, atau hapus barisnya.",
            )  # fmt: skip
        yield from lapor.report_sisa("RK14", Tingkat.PERINGATAN, sisa, f"tanpa jumlah di {SEBUTAN[peran]}")


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


def cut_rows(pasangan: pl.DataFrame, syarat: pl.Expr) -> tuple[Iterable[dict[str, Any]], pl.DataFrame]:
    """The pairs that fulfil a condition, by key: those to be told one by one, and the rest."""
    semua = pasangan.filter(syarat).select(_DILAPORKAN).sort("kec", "kode")
    return semua.head(MAKS_TEMUAN).iter_rows(named=True), semua.slice(MAKS_TEMUAN)


def name_baris(b: Mapping[str, object]) -> str:
    """The name of a row, for a message."""
    return str(b["nama"] or "Baris tanpa nama")
