"""The findings, one code each; every one names both amounts, the difference, and the place in each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from kinerja.nomenklatur import normalize_nama
from kinerja.rekonsiliasi.banding import Kunci
from kinerja.rekonsiliasi.hasil import Kelompok, TemuanAnggaran
from kinerja.rekonsiliasi.kunci import Kamus
from kinerja.rekonsiliasi.usulan import suggest
from kinerja.sumber.anggaran_tabel import SEBUTAN, Peran, TabelAnggaran
from kinerja.sumber.anggaran_uang import from_sen
from kinerja.temuan import Tingkat

Baris = Mapping[str, Any]
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


def only(peran: Peran, b: Baris) -> Baris:
    """A row of one source as a pair that only it has."""
    return {**b, peran: b["sen"], f"bagian_{peran}": b["bagian"], f"baris_{peran}": b["baris"]}


def write_sen(sen: int) -> str:
    """Rupiah for a message, quickly.

    >>> write_sen(2154000000), write_sen(-150)
    ('Rp21.540.000', '-Rp1,50')
    """
    bulat, sisa = divmod(abs(sen), 100)
    teks = f"{bulat:,}".replace(",", ".")
    return f"{'-' if sen < 0 else ''}Rp{teks}" + (f",{sisa:02}" if sisa else "")


def check_hanya(pasangan: pl.DataFrame, lapor: Pelapor, sendiri: Sequence[int]) -> Iterator[TemuanAnggaran]:
    """RK01 and RK02: only in the agreement, only in the DPA; silent for a kecamatan that RK12 tells of as a whole."""
    sisi: tuple[tuple[str, Kelompok, Peran, Peran], ...] = (
        ("RK01", Kelompok.HANYA_PERJANJIAN, "perjanjian", "dpa"),
        ("RK02", Kelompok.HANYA_DPA, "dpa", "perjanjian"),
    )
    for kode, kelompok, ada, tiada in sisi:
        for b in _rows(pasangan, (pl.col("kelompok") == kelompok) & ~pl.col("kec").is_in(sendiri)):
            sen = b[ada]
            yield lapor.report(
                kode, Tingkat.GALAT, b,
                f"{_name(b)} ({'jumlah kosong' if sen is None else write_sen(sen)}) hanya ada di {SEBUTAN[ada]}.",
                f"Cari di {SEBUTAN[tiada]} dengan kode atau nama lain, atau lengkapi {SEBUTAN[tiada]}.",
            )  # fmt: skip


def check_beda(pasangan: pl.DataFrame, lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK03: different amounts."""
    for b in _rows(pasangan, pl.col("beda")):
        yield lapor.report(
            "RK03", Tingkat.GALAT, b,
            f"{_name(b)}: perjanjian {write_sen(b['perjanjian'])}, DPA {write_sen(b['dpa'])}, selisih"
            f" {write_sen(b['selisih'])}.",
            "Tanyakan mana yang berlaku, lalu samakan.",
        )  # fmt: skip


def check_realisasi(pasangan: pl.DataFrame, lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK04: realisation above the ceiling, or without one; exact multiples are named."""
    tanpa = pl.col("n_perjanjian").is_null() & pl.col("n_dpa").is_null() & (pl.col("realisasi") != 0)
    for b in _rows(pasangan, pl.col("lebih") | tanpa):
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
        yield lapor.report("RK04", Tingkat.GALAT, b, f"{_name(b)}: {pesan}", saran)


def check_kosong(pasangan: pl.DataFrame, lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK09 and RK14: a budget of zero, and one that is not filled in; a blank is not zero."""
    for peran in ("perjanjian", "dpa"):
        for b in _rows(pasangan, pl.col(peran) == 0):
            yield lapor.report(
                "RK09", Tingkat.PERINGATAN, b, f"{_name(b)}: pagu 0 di {SEBUTAN[peran]}.",
                "Pastikan memang tidak dianggarkan.",
            )  # fmt: skip
        belum = _list_belum(pasangan, peran)
        for b in belum.iter_rows(named=True):
            yield lapor.report(
                "RK14", Tingkat.PERINGATAN, b,
                f"Anggaran {SEBUTAN[peran]} belum diisi: {b['n']} baris tanpa jumlah.",
                "Isi dahulu, lalu bandingkan lagi.",
                tempat=lapor.name_kecamatan(b["kec"]),
            )  # fmt: skip
        for b in _rows(pasangan, pl.col(f"kosong_{peran}") & ~pl.col("kec").is_in(belum["kec"].implode())):
            yield lapor.report(
                "RK14", Tingkat.PERINGATAN, b, f"{_name(b)}: jumlah kosong di {SEBUTAN[peran]}.",
                "Isi jumlahnya, atau hapus barisnya.",
            )  # fmt: skip


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


def check_ganda(
    mentah: Mapping[Peran, pl.DataFrame], ganda: Mapping[Peran, pl.DataFrame], lapor: Pelapor
) -> Iterator[TemuanAnggaran]:
    """RK08: one key (those in `ganda`) on several rows of a source; identical rows are named as such."""
    for peran, isi in mentah.items():
        if ganda[peran].is_empty():
            continue
        kembar = isi.join(ganda[peran], on=["kec", "kode"], how="semi").sort("kec", "kode", "bagian", "baris")
        for _, kelompok in kembar.group_by("kec", "kode", maintain_order=True):
            semua = kelompok.to_dicts()
            sama = len({(b["sen"], b["nama"]) for b in semua}) == 1
            letak = "; ".join(lapor.place(peran, b["bagian"], b["baris"]) for b in semua[:5])
            total = sum(b["sen"] or 0 for b in semua)
            yield lapor.report(
                "RK08", Tingkat.GALAT, only(peran, {**semua[0], "sen": total}),
                f"{'Baris ganda yang sama persis' if sama else 'Kode yang sama'} {len(semua)} kali di {SEBUTAN[peran]},"
                f" berjumlah {write_sen(total)}: {letak}.",
                "Hapus baris yang berulang." if sama else "Gabungkan, atau perbaiki kodenya.",
            )  # fmt: skip


def check_kembar(baris: Mapping[Peran, pl.DataFrame], lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK10: one amount on two rows of a source; often a row that was copied and not changed."""
    for peran in ("perjanjian", "dpa"):
        # A number that mixes both finds all candidates by one sort of a long table; then they are compared in full.
        campur = pl.col("sen") * 8191 + pl.col("kec")
        urut = baris[peran].select(campur.sort().alias("campur"))["campur"]
        calon = baris[peran].filter(campur.is_in(urut.filter(urut == urut.shift(1)).implode()) & (pl.col("sen") != 0))
        calon = calon.filter(pl.struct("kec", "sen").is_duplicated()).sort("kec", "sen", "kode")
        for _, kelompok in calon.group_by("kec", "sen", maintain_order=True):
            semua = kelompok.to_dicts()
            kode = ", ".join(lapor.kamus.write_kode(b["kode"]) for b in semua)
            yield lapor.report(
                "RK10", Tingkat.INFO, only(peran, semua[0]),
                f"Jumlah {write_sen(semua[0]['sen'])} sama pada {len(semua)} baris {SEBUTAN[peran]}: {kode}.",
                "Pastikan bukan salinan yang lupa diubah.",
            )  # fmt: skip


def check_nama(pasangan: pl.DataFrame, lapor: Pelapor, bertemu: Mapping[Kunci, Kunci]) -> Iterator[TemuanAnggaran]:
    """RK13, RK15 and RK16: a suggestion by likeness, other names under one code, other codes under one name."""
    for kiri, kanan, mirip in suggest(pasangan):
        gabung = kiri | {k: kanan[k] for k in ("dpa", "bagian_dpa", "baris_dpa")}
        if None not in (gabung["perjanjian"], gabung["dpa"]):
            gabung["selisih"] = gabung["perjanjian"] - gabung["dpa"]
        yield lapor.report(
            "RK13", Tingkat.INFO, gabung,
            f"{_name(kiri)} di perjanjian mirip ({mirip} %) dengan {lapor.kamus.write_kode(kanan['kode'])}"
            f" {kanan['nama']} di DPA.",
            "Bila memang sama, samakan kode atau namanya.",
        )  # fmt: skip
    for b in _rows(pasangan, pl.col("nama_perjanjian") != pl.col("nama_dpa")):
        if normalize_nama(b["nama_perjanjian"]) != normalize_nama(b["nama_dpa"]):
            yield lapor.report(
                "RK15", Tingkat.PERINGATAN, b,
                f"Nama berbeda: {b['nama_perjanjian']!r} di perjanjian, {b['nama_dpa']!r} di DPA.",
                "Pastikan programnya sama, lalu samakan namanya.",
            )  # fmt: skip
    lama = {tuple(k): kunci for kunci, k in bertemu.items()}
    for b in _rows(pasangan, pl.lit(bool(lama))):
        if (asal := lama.get((b["kec"], b["kode"]))) and not lapor.kamus.kode[asal[1]].startswith("~"):
            yield lapor.report(
                "RK16", Tingkat.PERINGATAN, b,
                f"{_name(b)} dicocokkan menurut nama; kodenya berbeda: {lapor.kamus.kode[b['kode']]} dan"
                f" {lapor.kamus.kode[asal[1]]}.",
                "Samakan kodenya.",
            )  # fmt: skip


def _rows(pasangan: pl.DataFrame, syarat: pl.Expr) -> Iterable[dict[str, Any]]:
    """The pairs that fulfil a condition, by key, with what a finding tells."""
    return pasangan.filter(syarat).select(_DILAPORKAN).sort("kec", "kode").iter_rows(named=True)


def _name(b: Mapping[str, object]) -> str:
    return str(b["nama"] or "Baris tanpa nama")
