"""Findings about sources as a whole: trees that do not add up, totals, years, kecamatan on one side only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from kinerja.anggaran.banding.konteks import BERDUA, MAKS_TEMUAN, Konteks, cut_sumber, only
from kinerja.anggaran.banding.pohon import SEBUTAN_TINGKAT
from kinerja.anggaran.sumber import SEBUTAN, Peran
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.bilangan import format_angka, write_sen
from kinerja.kode import KEGIATAN, SUB, JenisKode, read_kode
from kinerja.temuan import Tingkat, declare

TERBANYAK = 5
"""Names in one sentence; the rest is counted."""


@declare(
    "RK05", Tingkat.PERINGATAN, "Kegiatan tanpa sub-kegiatan",
    "Lengkapi sub-kegiatannya, atau ekspor ulang dari aplikasi asalnya: rincian di bawah kegiatan itu tidak ada.",
)  # fmt: skip
def check_tanpa_sub(k: Konteks) -> Iterator[TemuanAnggaran]:
    """A kegiatan with an amount and nothing below it, where the source has sub-kegiatan elsewhere."""
    for peran, simpul in k.pohon.items():
        if simpul.filter(pl.col("level") >= SUB).is_empty():
            continue
        tanpa = (pl.col("level") == KEGIATAN) & pl.col("anak").is_null() & (pl.col("sen") != 0)
        baris, sisa = cut_sumber(peran, simpul.filter(tanpa).sort("kec", "kode"))
        for b in baris:
            yield k.report(
                only(peran, b),
                f"Kegiatan {b['nama'] or ''} ({write_sen(b['sen'])}) tanpa sub-kegiatan di {SEBUTAN[peran]}.",
                "Lengkapi sub-kegiatannya.",
            )  # fmt: skip
        yield from k.report_sisa(sisa, "tanpa sub-kegiatan")


@declare(
    "RK06", Tingkat.GALAT, "Induk tidak sama dengan jumlah di bawahnya",
    "Jumlahkan baris-baris di bawahnya: baris itu atau salah satu di bawahnya keliru, atau ada baris yang belum"
    " termuat. Betulkan di aplikasi asalnya.",
)  # fmt: skip
def check_pohon(k: Konteks) -> Iterator[TemuanAnggaran]:
    """A parent that differs from its children, on the lowest level where it does."""
    for peran, simpul in k.pohon.items():
        baris, sisa = cut_sumber(peran, simpul.filter(pl.col("salah")).sort("kec", "kode"))
        for b in baris:
            tingkat = SEBUTAN_TINGKAT.get(b["level"], "rekening")
            yield k.report(
                only(peran, b),
                f"{tingkat.capitalize()} {write_sen(b['sen'])} di {SEBUTAN[peran]}, sedangkan {b['anak']} baris di"
                f" bawahnya berjumlah {write_sen(b['jumlah_anak'])}; selisih {write_sen(b['sen'] - b['jumlah_anak'])}.",
                "Betulkan baris itu atau baris di bawahnya.",
            )  # fmt: skip
        yield from k.report_sisa(sisa, "berbeda dari jumlah baris di bawahnya")
    yield from _check_rincian(k)


def _check_rincian(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Items without a code that do not come to the row above them."""
    for peran, t in k.tabel.items():
        baris, sisa = cut_sumber(peran, t.luar.filter(pl.col("berjumlah").is_not_null()), "berjumlah")
        for b in baris:
            selisih = b["seharusnya"] - b["berjumlah"]
            yield k.report(
                {**only(peran, b), peran: b["berjumlah"], "selisih": selisih, "sisi": str(b["baris"])},
                f"Rincian di {SEBUTAN[peran]} mulai dari {b['nama'] or 'baris tanpa nama'!r} berjumlah"
                f" {write_sen(b['berjumlah'])}, sedangkan baris di atasnya {write_sen(b['seharusnya'])}; selisih"
                f" {write_sen(selisih)}.",
                "Betulkan baris itu atau rinciannya.",
                tempat=f"{SEBUTAN[peran]}, rincian",
            )  # fmt: skip
        yield from k.report_sisa(sisa, "rincian yang tidak sama dengan baris di atasnya")


@declare(
    "RK07", Tingkat.GALAT, "Baris jumlah tidak sama dengan baris-barisnya",
    "Jumlahkan sendiri baris-baris di atasnya. Bila jumlahnya salah ketik, betulkan; bila ada baris yang kurang, minta"
    " berkas yang lengkap.",
)  # fmt: skip
def check_total(k: Konteks) -> Iterator[TemuanAnggaran]:
    """A total, or a section above programmes, that equals none of the rows that it could sum."""
    for peran, t in k.tabel.items():
        baris, sisa = cut_sumber(peran, t.total.filter(pl.col("seharusnya").is_not_null()).sort("bagian", "baris"))
        for b in baris:
            selisih = b["sen"] - b["seharusnya"]
            sebutan = f"Baris {b['nama'] or b['kode']}" if b["jenis"] == "induk" else "Baris jumlah"
            yield k.report(
                {**only(peran, b), "selisih": selisih},
                f"{sebutan} {write_sen(b['sen'])}, sedangkan baris-barisnya berjumlah {write_sen(b['seharusnya'])};"
                f" selisih {write_sen(selisih)}.",
                "Betulkan jumlahnya atau baris yang salah.",
                tempat=f"{SEBUTAN[peran]}, baris jumlah",
            )  # fmt: skip
        yield from k.report_sisa(sisa, "jumlah yang tidak sama")


@declare(
    "RK11", Tingkat.GALAT, "Tahun anggaran berbeda",
    "Pakai berkas dari satu tahun anggaran, lalu bandingkan lagi; temuan lain baru berarti setelah itu.",
)  # fmt: skip
def check_tahun(k: Konteks) -> Iterator[TemuanAnggaran]:
    """The sources state different budget years."""
    tahun = {peran: sorted({b.tahun for b in t.bagian if b.tahun}) for peran, t in k.tabel.items()}
    ada = {peran: satu for peran, satu in tahun.items() if satu}
    if len({t for satu in ada.values() for t in satu}) > 1:
        rinci = "; ".join(f"{SEBUTAN[peran]} {', '.join(map(str, satu))}" for peran, satu in ada.items())
        temuan = k.report(
            {"sisi": rinci},
            f"Tahun anggaran berbeda: {rinci}.",
            "Pakai berkas dari satu tahun.",
            tempat="tahun anggaran",
        )
        berkas = {f"tempat_{p}": next(b.berkas for b in k.tabel[p].bagian if b.tahun) for p in ada}
        yield replace(temuan, **berkas)  # type: ignore[arg-type]


@declare(
    "RK12", Tingkat.PERINGATAN, "Kecamatan hanya di satu sumber",
    "Pastikan kedua sumber dari SKPD dan kecamatan yang sama. Ekspor yang hanya memuat kode SKPD perlu kolom namanya.",
)  # fmt: skip
def check_kecamatan(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Kecamatan that only one of agreement and DPA has, one finding a side; grave where it is all that a side has."""
    for peran, lain in BERDUA:
        sendiri = k.sendiri[peran]
        if not sendiri:
            continue
        milik = k.baris[peran].filter(pl.col("kec").is_in(sendiri))
        nama = ", ".join(k.name_kecamatan(kec) or "(tanpa kecamatan)" for kec in sendiri[:TERBANYAK])
        sisa = f", dan {len(sendiri) - TERBANYAK} lagi" if len(sendiri) > TERBANYAK else ""
        sen = int(milik["sen"].sum())
        b = milik.sort("bagian", "baris").row(0, named=True)
        yield k.report(
            only(peran, {**b, "sen": sen}),
            f"{len(sendiri)} kecamatan hanya ada di {SEBUTAN[peran]}: {nama}{sisa}"
            f" ({format_angka(milik.height, 0)} baris,"
            f" {write_sen(sen)}).",
            _advise_kecamatan(k, lain),
            tempat=f"kecamatan di {SEBUTAN[peran]}",
            tingkat=Tingkat.GALAT if milik.height == k.baris[peran].height else None,
        )  # fmt: skip


def _advise_kecamatan(k: Konteks, lain: Peran) -> str:
    """A code of an SKPD says nothing of the kecamatan; only its name does."""
    for peran, _ in BERDUA:
        if any(
            read_kode(k.kamus.kecamatan[kec]).jenis in (JenisKode.SKPD, JenisKode.SUB_UNIT)
            for kec in k.baris[peran]["kec"].unique()
        ):
            return f"Tambahkan kolom nama_skpd di {SEBUTAN[peran]}: kode_skpd saja tidak menyebut kecamatannya."
    return f"Pastikan {SEBUTAN[lain]} dari SKPD dan kecamatan yang sama."


@declare(
    "RK17", Tingkat.INFO, "Kolom jumlah yang dipakai",
    "Pastikan kolom yang dipakai memang yang dimaksud; kolom lain disebut dengan --kolom.",
)  # fmt: skip
def check_kolom(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Which columns of amounts were read and which not, where there was a choice."""
    for peran, t in k.tabel.items():
        for b in t.bagian[:MAKS_TEMUAN]:
            if b.pilihan:
                yield k.report(
                    {"sisi": b.pilihan}, f"{b.nama}: {b.pilihan}.",
                    "Bila kolom lain yang dimaksud, sebutkan dengan --kolom.",
                    tempat=f"{SEBUTAN[peran]}, kolom jumlah",
                )  # fmt: skip


@declare(
    "RK18", Tingkat.INFO, "Jumlah yang tidak dibandingkan",
    "Tidak perlu ditindaklanjuti bila memang bukan anggaran program; bila sebabnya tidak sesuai, betulkan kodenya.",
)  # fmt: skip
def check_luar(k: Konteks) -> Iterator[TemuanAnggaran]:
    """Amounts that no programme has, by reason."""
    for peran, t in k.tabel.items():
        for (sebab,), baris in t.luar.partition_by("sebab", as_dict=True, maintain_order=True).items():
            b = baris.row(0, named=True)
            yield k.report(
                {**only(peran, b), peran: int(baris["sen"].sum()), "sisi": sebab},
                f"{format_angka(baris.height, 0)} baris tidak dibandingkan: {sebab}, semuanya"
                f" {write_sen(int(baris['sen'].sum()))};"
                f" yang pertama {b['nama'] or b['kode'] or 'tanpa nama'!r}.",
                "Bila tidak demikian, betulkan kodenya.",
                tempat=f"{SEBUTAN[peran]}, di luar perbandingan",
            )  # fmt: skip


@declare(
    "RK19", Tingkat.GALAT, "Pembacaan belum terbukti",
    "Jangan dipakai sebelum jelas: ada jumlah di berkas yang tidak menjadi bagian apa pun. Sebutkan kolom dan"
    " lembarnya, atau rapikan tabelnya; bila tetap begitu, laporkan berkasnya.",
)  # fmt: skip
def check_bukti(k: Konteks) -> Iterator[TemuanAnggaran]:
    """The amounts in the cells of a source are not all accounted for."""
    for peran, b in k.bukti.items():
        if not b.tertutup:
            terbaca, menjadi = b.terbaca, b.sum_bagian()
            yield k.report(
                {},
                f"Tidak ada satu jumlah pun yang dibandingkan di {SEBUTAN[peran]}."
                if menjadi == terbaca and not b.daun[0]
                else f"{terbaca[0]} baris berjumlah {write_sen(terbaca[1])} terbaca dari sel {SEBUTAN[peran]}, tetapi"
                f" yang dipertanggungjawabkan {menjadi[0]} baris berjumlah {write_sen(menjadi[1])}, dan yang"
                f" dibandingkan {write_sen(b.dibandingkan)}.",
                "Sebutkan kolom dan lembarnya, atau rapikan tabelnya.",
                tempat=f"{SEBUTAN[peran]}, pembacaan",
            )  # fmt: skip
