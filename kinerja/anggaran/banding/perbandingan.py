"""Reading the sources and comparing them, and all findings: what a reconciliation does, in whatever process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial

import polars as pl

from kinerja.alamat import column_letters
from kinerja.anggaran.atas import count_level
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.kepala import KUNCI
from kinerja.anggaran.baca.sebutan import find_judul
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.banding import periksa, periksa_kembar, periksa_nama, periksa_sumber
from kinerja.anggaran.banding.hasil import Rekonsiliasi
from kinerja.anggaran.banding.konteks import BERDUA, Konteks
from kinerja.anggaran.banding.kunci import make_kunci
from kinerja.anggaran.banding.masukan import Permintaan, read_toleransi
from kinerja.anggaran.banding.padanan import list_rinci, make_pasangan, unite_rinci
from kinerja.anggaran.banding.pohon import build_pohon, cut_pohon, group_baris, list_ujung
from kinerja.anggaran.sen import to_sen
from kinerja.anggaran.sumber import SEBUTAN, UANG, Bagian, Bukti, Peran, Sumber
from kinerja.bilangan import format_angka
from kinerja.errors import DataError
from kinerja.kode import SUB
from kinerja.temuan import list_pemeriksaan

PEMERIKSAAN = list_pemeriksaan(periksa, periksa_kembar, periksa_nama, periksa_sumber)
"""All checks: a new finding is one function with its declaration in one of these modules."""
_TERBESAR = 9 * 10**18
MAKS_RAGAM_KODE = 200_000
"""Different codes of one source: a region spends on some 2.000 sub-kegiatan with some 20 accounts each."""


def reconcile_permintaan(minta: Permintaan) -> Rekonsiliasi:
    """The same for what has been checked, in this process.

    Raises:
        DataError: as `reconcile`.
    """
    bagi = {peran: _choose_kolom(minta.kolom, peran) for peran in minta.path}
    lembar = {peran: _choose_lembar(minta.lembar, peran) for peran in minta.path}
    baca = {p: partial(read_anggaran, satu, p, kolom=bagi[p], lembar=lembar[p]) for p, satu in minta.path.items()}
    tabel: dict[Peran, TabelAnggaran] = {}
    for peran in sorted(baca, key=lambda p: minta.path[p].is_dir()):  # of which year a folder is asked, the others say
        baca[peran] = partial(baca[peran], tahun=_find_tahun(tabel.values()))
        tabel[peran] = baca[peran]()
    tabel = {peran: tabel[peran] for peran in minta.path}
    for peran, lain in BERDUA:
        # A budget before its change is compared with the other's before its change, where that has both.
        if tabel[lain].murni and not tabel[peran].murni and "pagu" not in bagi[peran]:
            tabel[peran] = baca[peran](murni=True)
    _check_kolom(minta.kolom, tabel)
    _check_lembar(lembar, tabel)
    _refuse_sendiri(tabel)
    return compare(tabel, toleransi=minta.toleransi)


def _find_tahun(tabel: Iterable[TabelAnggaran]) -> int:
    """The year of tables, 0 where none or several are told."""
    semua = {b.tahun for t in tabel for b in t.bagian if b.tahun}
    return semua.pop() if len(semua) == 1 else 0


def compare(tabel: Mapping[Peran, TabelAnggaran], *, toleransi: Decimal | int = 0) -> Rekonsiliasi:
    """The same for tables that are already read: `perjanjian`, `dpa` and perhaps `realisasi`.

    Raises:
        DataError, RentangError: as `reconcile`.
    """
    batas = to_sen(read_toleransi(toleransi)) or 0
    for t in tabel.values():
        if (t.isi["sen"].cast(pl.Float64).abs().sum() or 0) > _TERBESAR:
            raise DataError(f"Jumlah seluruh {SEBUTAN[t.peran]} terlalu besar.", saran="Periksa kolom jumlahnya.")
        if (banyak := t.isi["kode"].n_unique()) > MAKS_RAGAM_KODE:
            raise DataError(
                f"Sumber {SEBUTAN[t.peran]} memuat {format_angka(banyak, 0)} kode berbeda, lebih banyak"
                " daripada anggaran mana pun.",
                tempat=t.bagian[0].nama,
                saran="Periksa kolom kodenya; kolom lain disebut dengan --kolom kode=JUDUL.",
            )
    k = _build_konteks(tabel, batas)
    return Rekonsiliasi(
        {
            p: Sumber(p, t.bagian, t.catatan, k.baris[p].height, k.bukti[p].dibandingkan, k.bukti[p])
            for p, t in tabel.items()
        },
        k.pasangan,
        k.kamus.kecamatan,
        k.kamus.kode,
        k.kamus.nama_kecamatan,
        k.tingkat,
        tuple(t for satu in PEMERIKSAAN for t in satu(k)),
        Decimal(toleransi),
        {satu.jenis.kode: satu.jenis for satu in PEMERIKSAAN},
    )


def _make_bukti(t: TabelAnggaran, mentah: pl.DataFrame, pohon: pl.DataFrame | None, baris: pl.DataFrame) -> Bukti:
    """What the raw cells of a source come to, and what became of each."""
    isi = mentah.filter(pl.col("sen").is_not_null())
    induk, salah = isi.clear(), t.total["seharusnya"].count() + t.luar["berjumlah"].count()
    if pohon is not None:
        induk = isi.join(pohon.filter(pl.col("anak").is_not_null()), on=["kec", "kode"], how="semi")
        salah += int(pohon["salah"].sum())
    return Bukti(
        terbaca=(sum(b.terbaca[0] for b in t.bagian), sum(b.terbaca[1] for b in t.bagian)),
        daun=(isi.height - induk.height, int(isi["sen"].sum()) - int(induk["sen"].sum())),
        induk=(induk.height, int(induk["sen"].sum())),
        jumlah=(t.total.height, int(t.total["sen"].sum())),
        disebut=(t.luar.height, int(t.luar["sen"].sum())),
        dibandingkan=int(baris["sen"].sum()),
        salah=salah,
    )


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
        bukti={p: _make_bukti(t, mentah[p], pohon.get(p), baris[p]) for p, t in tabel.items()},
    )


def _choose_kolom(kolom: Mapping[str, tuple[str, ...]], peran: Peran) -> dict[str, tuple[str, ...]]:
    """The column titles for one source: those for all, and those that begin with its name."""
    umum = {k: judul for k, judul in kolom.items() if "." not in k}
    awal = f"{peran}."
    return umum | {k.removeprefix(awal): judul for k, judul in kolom.items() if k.startswith(awal)}


def _check_kolom(kolom: Mapping[str, tuple[str, ...]], tabel: Mapping[Peran, TabelAnggaran]) -> None:
    """A title that no source has would otherwise be ignored without a word."""
    for kunci, judul in ((kunci, judul) for kunci, semua in kolom.items() for judul in semua):
        awal, _, makna = kunci.rpartition(".")
        if makna not in KUNCI or awal not in {"", *SEBUTAN}:
            raise DataError(f"Kunci kolom {kunci!r} tidak dikenal.", saran=f"Yang dikenal: {', '.join(KUNCI)}.")
        semua = [b for p, t in tabel.items() if awal in {"", p} for b in t.bagian]
        if not any(_has_kolom(b, makna, judul) for b in semua):
            terbaca = ", ".join(dict.fromkeys(repr(j) for b in semua for m, j in b.pemetaan if m == makna))
            raise DataError(
                f"Kolom {judul!r} tidak ada di {SEBUTAN.get(awal, 'sumber mana pun')}.",  # type: ignore[call-overload]
                saran=f"Periksa ejaan judul kolomnya; yang terbaca sebagai {makna}: {terbaca or 'tidak ada'}.",
            )


def _has_kolom(b: Bagian, makna: str, judul: str) -> bool:
    """Whether a column, named by its title or its letter, was read with a meaning."""
    titel = dict(enumerate(j for m, j in b.pemetaan if m == makna))
    huruf = [f"kolom {column_letters(k)}".casefold() for m, k in b.letak if m == makna]
    return find_judul(titel, makna, judul) is not None or judul.strip().casefold() in huruf


def _choose_lembar(lembar: Sequence[str], peran: Peran) -> tuple[str, ...]:
    """The sheets for one source: those for all, and those named for it, `dpa=DPA`."""
    hasil = []
    for nama in lembar:
        awal, tanda, sisa = nama.partition("=")
        if not tanda or awal not in SEBUTAN:
            hasil.append(nama)
        elif awal == peran:
            hasil.append(sisa)
    return tuple(hasil)


def _check_lembar(lembar: Mapping[Peran, Sequence[str]], tabel: Mapping[Peran, TabelAnggaran]) -> None:
    """A sheet that no source has would otherwise be ignored, and another one read in its place."""
    terbaca = {p: {b.lembar for b in t.bagian if b.lembar} for p, t in tabel.items()}
    for nama in dict.fromkeys(n for semua in lembar.values() for n in semua):
        milik = [p for p, semua in lembar.items() if nama in semua]
        if not any(nama in terbaca[p] for p in milik):
            ada = ", ".join(sorted({n for p in milik for n in terbaca[p]}))
            raise DataError(
                f"Lembar {nama!r} tidak ada di sumber mana pun, atau tidak berisi tabel anggaran.",
                saran=f"Periksa ejaannya; yang berisi tabel: {ada}."
                if ada
                else "Hapus --lembar: sumbernya tidak berlembar.",
            )


def _refuse_sendiri(tabel: Mapping[Peran, TabelAnggaran]) -> None:
    """The same columns of one sheet or file on both sides would agree with themselves."""
    dua = [{(b.path.resolve(), b.lembar, k): b for b in tabel[p].bagian if (k := _list_uang(b))} for p, _ in BERDUA]
    for kunci, b in dua[0].items():
        if kunci not in dua[1]:
            continue
        if b.lembar:
            raise DataError(
                f"Lembar {b.lembar!r} terbaca sebagai perjanjian dan juga sebagai DPA.",
                tempat=b.berkas,
                saran=f'Sebutkan lembarnya per sumber, contoh: --lembar perjanjian="{b.lembar}" --lembar dpa="…".',
            )
        raise DataError(
            "Kolom yang sama terbaca sebagai perjanjian dan juga sebagai DPA.",
            tempat=b.berkas,
            saran="Sebutkan berkas DPA-nya; kolom lain di berkas ini disebut dengan --kolom dpa.pagu=JUDUL.",
        )


def _list_uang(b: Bagian) -> tuple[int, ...]:
    """The columns of amounts that are read; none of a workbook of ours, which has one for either side."""
    return tuple(k for m, k in b.letak if m == UANG["dpa"])
