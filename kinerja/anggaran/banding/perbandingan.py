"""Reading the sources and comparing them, and all findings: what a reconciliation does, in whatever process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import polars as pl

from kinerja.anggaran.arti import fold_judul
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.kepala import KUNCI
from kinerja.anggaran.baca.tabel import SEBUTAN, Peran, TabelAnggaran
from kinerja.anggaran.banding.banding import list_rinci, make_pasangan, unite_rinci
from kinerja.anggaran.banding.daftar import PEMERIKSAAN
from kinerja.anggaran.banding.hasil import Bukti, Rekonsiliasi, Sumber
from kinerja.anggaran.banding.konteks import BERDUA, Konteks
from kinerja.anggaran.banding.kunci import make_kunci
from kinerja.anggaran.banding.masukan import Permintaan, read_toleransi
from kinerja.anggaran.banding.pohon import SUB, build_pohon, cut_pohon, group_baris, list_ujung
from kinerja.errors import DataError
from kinerja.kode import count_level

_TERBESAR = 9 * 10**18
MAKS_KODE = 200_000
"""Different codes of one source: a region spends on some 2.000 sub-kegiatan with some 20 accounts each."""


def reconcile_permintaan(minta: Permintaan) -> Rekonsiliasi:
    """The same for what has been checked, in this process.

    Raises:
        DataError: as `reconcile`.
    """
    bagi = {peran: _choose_kolom(minta.kolom, peran) for peran in minta.path}
    tabel = {p: read_anggaran(satu, p, kolom=bagi[p], lembar=minta.lembar) for p, satu in minta.path.items()}
    _check_kolom(minta.kolom, tabel)
    _check_lembar(minta.lembar, tabel)
    return compare(tabel, toleransi=minta.toleransi)


def compare(tabel: Mapping[Peran, TabelAnggaran], *, toleransi: Decimal | int = 0) -> Rekonsiliasi:
    """The same for tables that are already read: `perjanjian`, `dpa` and perhaps `realisasi`.

    Raises:
        DataError, RentangError: as `reconcile`.
    """
    batas = read_toleransi(toleransi) * 100
    for t in tabel.values():
        if (t.isi["sen"].cast(pl.Float64).abs().sum() or 0) > _TERBESAR:
            raise DataError(f"Jumlah seluruh {SEBUTAN[t.peran]} terlalu besar.", saran="Periksa kolom jumlahnya.")
        if (banyak := t.isi["kode"].n_unique()) > MAKS_KODE:
            raise DataError(
                f"Sumber {SEBUTAN[t.peran]} memuat {banyak} kode berbeda, lebih banyak daripada anggaran mana pun.",
                tempat=t.bagian[0].nama,
                saran="Periksa kolom kodenya; kolom lain disebut dengan --kolom kode=JUDUL.",
            )
    k = _build_konteks(tabel, int(batas))
    return Rekonsiliasi(
        {p: _make_sumber(k, t) for p, t in tabel.items()},
        k.pasangan,
        k.kamus.kecamatan,
        k.kamus.kode,
        k.kamus.nama_kecamatan,
        k.tingkat,
        tuple(t for periksa in PEMERIKSAAN for t in periksa(k)),
        Decimal(toleransi),
    )


def _make_sumber(k: Konteks, t: TabelAnggaran) -> Sumber:
    """A source with the proof: what its raw cells come to, and what became of each."""
    isi, sen = k.mentah[t.peran].filter(pl.col("sen").is_not_null()), int(k.baris[t.peran]["sen"].sum())
    induk, salah = isi.clear(), t.total["seharusnya"].count()
    if t.peran in k.pohon:
        pohon = k.pohon[t.peran]
        induk = isi.join(pohon.filter(pl.col("anak").is_not_null()), on=["kec", "kode"], how="semi")
        salah += int(pohon["salah"].sum())
    bukti = Bukti(
        terbaca=(sum(b.terbaca[0] for b in t.bagian), sum(b.terbaca[1] for b in t.bagian)),
        daun=(isi.height - induk.height, int(isi["sen"].sum()) - int(induk["sen"].sum())),
        induk=(induk.height, int(induk["sen"].sum())),
        jumlah=(t.total.height, int(t.total["sen"].sum())),
        disebut=(t.luar.height, int(t.luar["sen"].sum())),
        dibandingkan=sen,
        salah=salah,
    )
    return Sumber(t.peran, t.bagian, t.catatan, k.baris[t.peran].height, sen, bukti)


def _build_konteks(tabel: Mapping[Peran, TabelAnggaran], toleransi: int) -> Konteks:
    """All that checks look at: keys, trees, the level compared, the pairs on it and below it."""
    kamus, mentah = make_kunci(tabel)
    level = {p: {count_level(kamus.kode[n]) for n in isi["kode"].unique()} for p, isi in mentah.items()}
    tingkat = min(SUB, *(max(satu, default=SUB) for satu in level.values()))  # the deepest that all have
    baris = {peran: group_baris(isi, len(kamus.kode)) for peran, isi in mentah.items()}
    ganda = {peran: satu.filter(pl.col("n") > 1) for peran, satu in baris.items()}
    pohon = {p: build_pohon(satu, kamus.kode) for p, satu in baris.items() if set().union(*level.values()) != {tingkat}}
    if pohon:
        ujung = pl.concat([list_ujung(satu, tingkat) for satu in pohon.values()]).unique()
        baris = {p: cut_pohon(satu, tingkat, ujung, kamus.kode) for p, satu in pohon.items()}
    pasangan, bertemu = make_pasangan(baris, toleransi, len(kamus.kode))
    rinci = unite_rinci(list(list_rinci(pohon, tingkat, kamus.kode)), pasangan)
    kec = {p: set(baris[p]["kec"].unique()) for p, _ in BERDUA}
    sendiri = {p: tuple(sorted(kec[p] - kec[lain])) for p, lain in BERDUA}
    return Konteks(
        kamus=kamus,
        tabel=tabel,
        mentah=mentah,
        ganda=ganda,
        pohon=pohon,
        baris=baris,
        tingkat=tingkat,
        pasangan=pasangan,
        rinci=rinci,
        bertemu=bertemu,
        sendiri=sendiri,
    )


def _choose_kolom(kolom: Mapping[str, str], peran: Peran) -> dict[str, str]:
    """The column titles for one source: those for all, and those that begin with its name."""
    umum = {k: judul for k, judul in kolom.items() if "." not in k}
    awal = f"{peran}."
    return umum | {k.removeprefix(awal): judul for k, judul in kolom.items() if k.startswith(awal)}


def _check_kolom(kolom: Mapping[str, str], tabel: Mapping[Peran, TabelAnggaran]) -> None:
    """A title that no source has would otherwise be ignored without a word."""
    for kunci, judul in kolom.items():
        awal, _, makna = kunci.rpartition(".")
        if makna not in KUNCI or awal not in {"", *SEBUTAN}:
            raise DataError(f"Kunci kolom {kunci!r} tidak dikenal.", saran=f"Yang dikenal: {', '.join(KUNCI)}.")
        dipakai = {
            (m, fold_judul(j)) for p, t in tabel.items() if awal in {"", p} for b in t.bagian for m, j in b.pemetaan
        }
        if (makna, fold_judul(judul)) not in dipakai:
            raise DataError(f"Kolom {judul!r} tidak ada di sumber mana pun.", saran="Periksa ejaan judul kolomnya.")


def _check_lembar(lembar: Sequence[str], tabel: Mapping[Peran, TabelAnggaran]) -> None:
    """A sheet that no source has would otherwise be ignored, and another one read in its place."""
    terbaca = list(dict.fromkeys(b.lembar for t in tabel.values() for b in t.bagian if b.lembar))
    for nama in lembar:
        if nama not in terbaca:
            ada = ", ".join(terbaca)
            raise DataError(
                f"Lembar {nama!r} tidak ada di sumber mana pun, atau tidak berisi tabel anggaran.",
                saran=f"Periksa ejaannya; yang berisi tabel: {ada}." if ada else "Sumbernya tidak berlembar.",
            )
