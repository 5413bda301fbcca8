"""Findings about sources as a whole: trees that do not add up, totals, years, kecamatan on one side only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

import polars as pl

from kinerja.anggaran.baca.konteks import is_skpd
from kinerja.anggaran.baca.tabel import SEBUTAN, Peran, TabelAnggaran
from kinerja.anggaran.banding.hasil import TemuanAnggaran
from kinerja.anggaran.banding.periksa import MAKS_TEMUAN, Pelapor, only, write_sen
from kinerja.anggaran.banding.pohon import KEGIATAN, SEBUTAN_TINGKAT, SUB, find_induk
from kinerja.temuan import Tingkat

TERBANYAK = 5
"""Names in one sentence; the rest is counted."""


def check_pohon(pohon: Mapping[Peran, pl.DataFrame], lapor: Pelapor) -> Iterator[TemuanAnggaran]:
    """RK05 and RK06: a kegiatan without sub-kegiatan, a parent that differs from its children (lowest level)."""
    for peran, simpul in pohon.items():
        simpul = simpul.sort("kec", "kode")
        if simpul.filter(pl.col("level") >= SUB).height:
            tanpa = (pl.col("level") == KEGIATAN) & pl.col("anak").is_null() & (pl.col("sen") != 0)
            semua = simpul.filter(tanpa)
            for b in semua.head(MAKS_TEMUAN).iter_rows(named=True):
                yield lapor.report(
                    "RK05", Tingkat.PERINGATAN, only(peran, b),
                    f"Kegiatan {b['nama'] or ''} ({write_sen(b['sen'])}) tanpa sub-kegiatan di {SEBUTAN[peran]}.",
                    "Lengkapi sub-kegiatannya.",
                )  # fmt: skip
            sisa = semua.slice(MAKS_TEMUAN).rename({"sen": peran})
            yield from lapor.report_sisa("RK05", Tingkat.PERINGATAN, sisa, "tanpa sub-kegiatan")
        semua = simpul.filter(pl.col("salah"))
        for b in semua.head(MAKS_TEMUAN).iter_rows(named=True):
            tingkat = SEBUTAN_TINGKAT.get(b["level"], "rekening")
            yield lapor.report(
                "RK06", Tingkat.GALAT, only(peran, b),
                f"{tingkat.capitalize()} {write_sen(b['sen'])} di {SEBUTAN[peran]}, sedangkan {b['anak']} baris di"
                f" bawahnya berjumlah {write_sen(b['jumlah_anak'])}; selisih {write_sen(b['sen'] - b['jumlah_anak'])}.",
                "Perbaiki baris itu atau baris di bawahnya.",
            )  # fmt: skip
        sisa = semua.slice(MAKS_TEMUAN).rename({"sen": peran})
        yield from lapor.report_sisa("RK06", Tingkat.GALAT, sisa, "berbeda dari jumlah baris di bawahnya")


def check_total(
    mentah: Mapping[Peran, pl.DataFrame], tabel: Mapping[Peran, TabelAnggaran], lapor: Pelapor
) -> Iterator[TemuanAnggaran]:
    """RK07: a total row equals neither the rows since the total before it nor all rows so far."""
    for peran, t in tabel.items():
        for (bagian,), total in t.total.partition_by("bagian", as_dict=True).items():
            atas = _list_puncak(mentah[peran].filter(pl.col("bagian") == bagian), lapor.kamus.kode)
            letak = [b for b, _ in atas]
            hingga = [0, *accumulate(s for _, s in atas)]  # sums of the first rows
            sebelum = salah = 0
            for baris, sen in total.sort("baris").select("baris", "sen").iter_rows():
                n = bisect_left(letak, baris)
                semua, bagian_ini = hingga[n or -1], hingga[n] - hingga[sebelum]
                sebelum = bisect_right(letak, baris)
                if sen is not None and sen not in {semua, bagian_ini} and (salah := salah + 1) <= MAKS_TEMUAN:
                    selisih = sen - semua
                    yield lapor.report(
                        "RK07", Tingkat.GALAT,
                        {peran: sen, "selisih": selisih, f"bagian_{peran}": bagian, f"baris_{peran}": baris},
                        f"Baris jumlah {write_sen(sen)}, sedangkan baris-barisnya berjumlah {write_sen(semua)};"
                        f" selisih {write_sen(selisih)}.",
                        "Perbaiki jumlahnya atau baris yang salah.",
                        tempat=f"{SEBUTAN[peran]}, baris jumlah",
                    )  # fmt: skip


def _list_puncak(isi: pl.DataFrame, kode: tuple[str, ...]) -> list[tuple[int, int]]:
    """Row and amount of the rows that no other row of the table stands above, by row."""
    ada = set(isi.select("kec", "kode").iter_rows())
    nomor = {k: n for n, k in enumerate(kode)}
    hasil = []
    for kec, satu, baris, sen in isi.select("kec", "kode", "baris", "sen").iter_rows():
        atas = find_induk(kode[satu])
        while atas is not None and (kec, nomor.get(atas)) not in ada:
            atas = find_induk(atas)
        if atas is None and sen is not None:
            hasil.append((baris, sen))
    return sorted(hasil)


def check_tahun(tabel: Mapping[Peran, TabelAnggaran]) -> Iterator[TemuanAnggaran]:
    """RK11: the sources state different budget years."""
    tahun = {peran: sorted({b.tahun for b in t.bagian if b.tahun}) for peran, t in tabel.items()}
    ada = {peran: satu for peran, satu in tahun.items() if satu}
    if len({t for satu in ada.values() for t in satu}) > 1:
        rinci = "; ".join(f"{SEBUTAN[peran]} {', '.join(map(str, satu))}" for peran, satu in ada.items())
        yield TemuanAnggaran(
            "RK11", Tingkat.GALAT, "tahun anggaran", f"Tahun anggaran berbeda: {rinci}.",
            "Pakai berkas dari satu tahun.",
            **{f"tempat_{p}": next(b.berkas for b in tabel[p].bagian if b.tahun) for p in ada},  # type: ignore[arg-type]
        )  # fmt: skip


def check_kecamatan(baris: Mapping[Peran, pl.DataFrame], lapor: Pelapor) -> Iterator[tuple[list[int], TemuanAnggaran]]:
    """RK12: kecamatan that only one of agreement and DPA has, one finding a side; with their numbers."""
    ada = {p: set(baris[p]["kec"].unique()) for p in ("perjanjian", "dpa")}
    pasangan: tuple[tuple[Peran, Peran], ...] = (("perjanjian", "dpa"), ("dpa", "perjanjian"))
    for peran, lain in pasangan:
        sendiri = sorted(ada[peran] - ada[lain])
        if not sendiri:
            continue
        milik = baris[peran].filter(pl.col("kec").is_in(sendiri))
        nama = ", ".join(lapor.name_kecamatan(k) or "(tanpa kecamatan)" for k in sendiri[:TERBANYAK])
        sisa = f", dan {len(sendiri) - TERBANYAK} lagi" if len(sendiri) > TERBANYAK else ""
        sen = int(milik["sen"].sum())
        b = milik.sort("bagian", "baris").row(0, named=True)
        tingkat = Tingkat.GALAT if ada[peran] == set(sendiri) else Tingkat.PERINGATAN
        yield sendiri, lapor.report(
            "RK12", tingkat, only(peran, {**b, "sen": sen}),
            f"{len(sendiri)} kecamatan hanya ada di {SEBUTAN[peran]}: {nama}{sisa} ({milik.height} baris,"
            f" {write_sen(sen)}).",
            _advise_kecamatan(baris, lapor, lain),
            tempat=f"kecamatan di {SEBUTAN[peran]}",
        )  # fmt: skip


def _advise_kecamatan(baris: Mapping[Peran, pl.DataFrame], lapor: Pelapor, lain: Peran) -> str:
    """A code of an SKPD says nothing of the kecamatan; only its name does."""
    for peran in ("perjanjian", "dpa"):
        if any(is_skpd(lapor.kamus.kecamatan[k]) for k in baris[peran]["kec"].unique()):
            return f"Tambahkan kolom nama_skpd di {SEBUTAN[peran]}: kode_skpd saja tidak menyebut kecamatannya."
    return f"Pastikan {SEBUTAN[lain]} dari SKPD dan kecamatan yang sama."
