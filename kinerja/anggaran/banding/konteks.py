"""What a check sees and how it reports: one frozen context, rows cut to those that are told, the finding itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import polars as pl

from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.banding.kunci import Kamus
from kinerja.anggaran.banding.padanan import Kunci
from kinerja.anggaran.sen import from_sen
from kinerja.anggaran.sumber import SEBUTAN, Bukti, Peran
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.bilangan import format_angka, write_sen
from kinerja.temuan import TANPA_JENIS, JenisTemuan, Tingkat

Baris: TypeAlias = Mapping[str, Any]
MAKS_TEMUAN = 1_000
"""Findings of one kind that are told one by one; nobody reads more, and the rest is told as one, with its totals."""
LEBIH = "lebih: "
"""How the key of a finding about what is beyond those begins."""
BERDUA: tuple[tuple[Peran, Peran], ...] = (("perjanjian", "dpa"), ("dpa", "perjanjian"))
"""Each of the two sides that are compared, with the other."""
_DILAPORKAN = [
    *("kec", "kode", "nama", "nama_perjanjian", "nama_dpa", "selisih", *SEBUTAN),
    *(f"{bidang}_{peran}" for peran in SEBUTAN for bidang in ("bagian", "baris")),
]


@dataclass(frozen=True, slots=True)
class Konteks:
    """All that a check may look at, and how it reports.

    Attributes:
        mentah: rows as read, with the numbers of their keys.
        ganda: keys that a source has on several rows that nothing tells apart.
        pohon: trees of the sources that go below or above the level compared.
        baris: rows on the level compared, unique keys.
        tingkat: that level: parts of a code.
        pasangan: these side by side, after `kinerja.anggaran.banding.padanan.make_pasangan`.
        rinci: DPA and realisation side by side below that level.
        bertemu: keys that met by name, with the key that the pair has.
        sendiri: kecamatan, by number, that only this one of agreement and DPA has.
        bukti: where the amounts of each source went.
        jenis: what is being looked for; a check is called with its own.
    """

    kamus: Kamus
    tabel: Mapping[Peran, TabelAnggaran]
    mentah: Mapping[Peran, pl.DataFrame]
    ganda: Mapping[Peran, pl.DataFrame]
    pohon: Mapping[Peran, pl.DataFrame]
    baris: Mapping[Peran, pl.DataFrame]
    tingkat: int
    pasangan: pl.DataFrame
    rinci: pl.DataFrame
    bertemu: Mapping[Kunci, Kunci]
    sendiri: Mapping[Peran, tuple[int, ...]]
    bukti: Mapping[Peran, Bukti]
    jenis: JenisTemuan = TANPA_JENIS

    def with_jenis(self, jenis: JenisTemuan) -> Konteks:
        """The same, reporting under that code."""
        return replace(self, jenis=jenis)

    def report(
        self, b: Baris, pesan: str, saran: str, *, tempat: str | None = None, tingkat: Tingkat | None = None
    ) -> TemuanAnggaran:
        """A finding about a pair, or about what is known of one.

        Args:
            b: amounts in sen, places, and `sisi`: what else tells this finding from others of its code and key.
            tempat: where, for a finding about more than one key; else it is the key of the pair.
        """
        uang = {k: from_sen(b.get(k)) for k in (*SEBUTAN, "selisih")}
        letak = {f"tempat_{p}": self.place(p, b.get(f"bagian_{p}"), b.get(f"baris_{p}")) for p in SEBUTAN}
        kunci, program, kecamatan = tempat or "", "", ""
        if tempat is None:
            tempat, program = self._name_baris(b), self.kamus.write_kode(b["kode"])
            kecamatan = self.kamus.kecamatan[b["kec"]]
            kunci = f"{kecamatan} {program}"  # of one kecamatan alone too: next month it may be one of many
        return TemuanAnggaran(
            self.jenis.kode, tingkat or self.jenis.tingkat, tempat, pesan, saran, program, **uang, **letak,  # type: ignore[arg-type]
            kunci=b.get("kunci") or f"{kunci} {b.get('sisi', '')}".strip(), kecamatan=kecamatan,
        )  # fmt: skip

    def report_sisa(self, sisa: pl.DataFrame, kata: str) -> Iterator[TemuanAnggaran]:
        """One finding with the totals of what is beyond those told one by one, if anything is."""
        if sisa.height:
            b: dict[str, Any] = {
                k: int(sisa[k].sum()) for k in (*SEBUTAN, "selisih") if k in sisa.columns and sisa[k].count()
            }
            uang = ", ".join(f"{SEBUTAN[p]} {write_sen(b[p])}" for p in SEBUTAN if p in b)
            yield self.report(
                b | {"kunci": f"{LEBIH}{kata}"},
                f"{format_angka(sisa.height, 0)} baris lagi {kata}{f' ({uang})' if uang else ''}.",
                "Periksa dahulu apakah sumbernya sepadan; --json memuat semua baris.",
                tempat=f"{format_angka(sisa.height, 0)} baris lagi",
            )  # fmt: skip

    def _name_baris(self, b: Baris) -> str:
        """The key of a row; of one without a code its name as it is written, by which it can be found."""
        tempat = self.name(b["kec"], b["kode"])
        baku = self.kamus.write_kode(b["kode"])
        return tempat.replace(baku, str(b["nama"])) if self.kamus.is_nama(b["kode"]) and b.get("nama") else tempat

    def name(self, kec: int, kode: int) -> str:
        """`12.71.17 Medan Baru, 7.01.04`, or only the code where there is one kecamatan."""
        satu = self.kamus.write_kode(kode)
        return f"{self.name_kecamatan(kec)}, {satu}" if len(self.kamus.kecamatan) > 1 else satu

    def name_kecamatan(self, kec: int) -> str:
        """Code and name."""
        kunci = self.kamus.kecamatan[kec]
        return f"{kunci} {self.kamus.nama_kecamatan.get(kunci, '')}".strip()

    def place(self, peran: Peran, bagian: int | None, baris: int | None) -> str:
        """Where a row stands in its file."""
        return "" if bagian is None or baris is None else self.tabel[peran].bagian[bagian].place(baris)


def cut_rows(pasangan: pl.DataFrame, syarat: pl.Expr) -> tuple[Iterable[dict[str, Any]], pl.DataFrame]:
    """The pairs that fulfil a condition, by key: those to be told one by one, and the rest."""
    return _cut(pasangan.filter(syarat).select(_DILAPORKAN).sort("kec", "kode"))


def cut_sumber(peran: Peran, baris: pl.DataFrame, uang: str = "sen") -> tuple[Iterable[dict[str, Any]], pl.DataFrame]:
    """The same for rows of one source; the amounts of the rest under its name, as they are told."""
    satu, sisa = _cut(baris)
    return satu, sisa.select(pl.col(uang).alias(peran))


def _cut(semua: pl.DataFrame) -> tuple[Iterable[dict[str, Any]], pl.DataFrame]:
    return semua.head(MAKS_TEMUAN).iter_rows(named=True), semua.slice(MAKS_TEMUAN)


def only(peran: Peran, b: Baris) -> Baris:
    """A row of one source as a pair that only it has."""
    return {**b, "sisi": peran, peran: b["sen"], f"bagian_{peran}": b["bagian"], f"baris_{peran}": b["baris"]}


def name_baris(b: Baris) -> str:
    """The name of a row, for a message."""
    return str(b["nama"] or "Baris tanpa nama")
