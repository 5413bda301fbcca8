"""Budgets from whatever finance staff have: our workbooks, SIPD exports, RKA, DPA and LRA tables; file or folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kinerja.alamat import show_nama
from kinerja.anggaran.baca.buku import has_lembar_terbitan, is_hasil, is_terbitan, read_buku, refuse_buatan
from kinerja.anggaran.baca.buku_formulir import is_formulir, read_formulir
from kinerja.anggaran.baca.cepat import read_cepat, read_petak_cepat, read_petak_parquet
from kinerja.anggaran.baca.isi import read_isi
from kinerja.anggaran.baca.kembar import choose_terbitan
from kinerja.anggaran.baca.kepala import KUNCI, Kepala, choose_pemisah, find_kepala
from kinerja.anggaran.baca.sebutan import find_judul_uang, refuse_kepala
from kinerja.anggaran.baca.tabel import TabelAnggaran, concat_tabel
from kinerja.anggaran.sumber import Bagian, Peran
from kinerja.bilangan import format_angka
from kinerja.errors import DataError
from kinerja.judul import is_kosong
from kinerja.tabel.batas import MAKS_KECIL
from kinerja.tabel.buku import BUKU, Buku, open_buku, refuse_jenis
from kinerja.tabel.panjang import check_csv, check_parquet
from kinerja.tabel.petak import parse_csv
from kinerja.tabel.pintu import JenisBerkas, find_jenis, list_berkas, look_awal, read_bita
from kinerja.tabel.sel import Petak, SelGalat, split_galat
from kinerja.tabel.teks import clean_petak


def read_anggaran(
    path: Path,
    peran: Peran,
    *,
    kolom: Mapping[str, str | Sequence[str]] | None = None,
    lembar: Sequence[str] = (),
    murni: bool = False,
    tahun: int = 0,
) -> TabelAnggaran:
    """One source: a file, or all files of a folder.

    Args:
        peran: `perjanjian`, `dpa` or `realisasi`; decides which block or amount column is read.
        kolom: title of a column by its meaning (`kode`, `nama`, `pagu`, `realisasi`, `kecamatan`, `tahun`); several
            columns of amounts are added up.
        lembar: sheets to read where a file has them; needed only when several could be meant.
        murni: the other side is a budget before its change, so that this column counts where there are both.
        tahun: of the other side, where that is known; of a folder with workbooks of several years it is the one.

    Raises:
        DataError: whatever cannot be read without guessing, with file, sheet and row.
    """
    judul = {m: (satu,) if isinstance(satu, str) else tuple(satu) for m, satu in (kolom or {}).items()}
    if salah := sorted(judul.keys() - set(KUNCI)):
        raise DataError(f"Kunci kolom {salah[0]!r} tidak dikenal.", saran=f"Yang dikenal: {', '.join(KUNCI)}.")
    minta = _Minta(peran, judul, tuple(lembar), murni, tahun)
    return _read_folder(path, minta) if path.is_dir() else _read_satu(path, minta)


@dataclass(frozen=True, slots=True)
class _Minta:
    """What is asked of every file of a source, as in `read_anggaran`."""

    peran: Peran
    kolom: Mapping[str, Sequence[str]]
    lembar: tuple[str, ...]
    murni: bool
    tahun: int


def _read_folder(path: Path, minta: _Minta) -> TabelAnggaran:
    """All files; beside our workbooks nothing else is a source, and those that are not filled in are named."""
    semua = list_berkas(path)
    if not semua:
        raise DataError(
            "Folder tidak berisi berkas anggaran.", tempat=str(path), saran="Isi dengan .xlsx, .xls, .ods, atau .csv."
        )
    lihat = {satu: _look(satu) for satu in semua}
    bagi = {satu: jenis for satu, (jenis, _) in lihat.items()}
    ada_buku = "buku" in bagi.values()
    lewat = [p for p, jenis in bagi.items() if jenis == "hasil" or (ada_buku and jenis == "lain")]
    tabel = [
        _read_satu(p, minta, boleh_kosong=ada_buku) if buku is None else _read_lembar(buku, p, minta, ada_buku)
        for p, (_, buku) in lihat.items()
        if p not in lewat
    ]
    if not tabel:
        raise DataError("Folder hanya berisi hasil rekonsiliasi.", tempat=str(path), saran="Sebutkan folder sumbernya.")
    catatan = [f"{show_nama(p.name)} dilewati: {_SEBAB[bagi[p]]}." for p in lewat]
    if ada_buku:
        tabel, tidak_dipakai = choose_terbitan(tabel, path, minta.tahun)
        catatan += tidak_dipakai
    kosong = [t.bagian[0].berkas for t in tabel if t.isi["sen"].null_count() == t.isi.height]
    if len(kosong) == len(tabel):
        raise DataError(
            f"Kolom {minta.peran} belum diisi di satu pun dari {len(tabel)} buku kerja.",
            tempat=str(path),
            saran="Isi dahulu, atau pakai berkas lain.",
        )
    if kosong:
        catatan.append(f"{len(kosong)} dari {len(tabel)} buku kerja belum diisi: {', '.join(kosong)}.")
    gabung = concat_tabel(minta.peran, tabel)
    return replace(gabung, catatan=(*gabung.catatan, *catatan))


_CEPAT = 300_000
"""Bytes of a text file from which on it is worth the attempt to read it by columns."""
_SEBAB = {"hasil": "ini hasil rekonsiliasi", "lain": "ini bukan buku kerja perjanjian"}


def _look(path: Path) -> tuple[str, Buku | None]:
    """`buku` (one of our workbooks), `hasil` (our result), `lain` (sound, of another kind), else ""; and it opened."""
    try:
        if find_jenis(look_awal(path)[0]) not in BUKU:
            return "lain", None
        buku = open_buku(read_bita(path), path.name)
    except DataError:
        return "", None  # said where it is read
    if is_hasil(buku):
        return "hasil", buku
    if is_terbitan(buku):
        return "buku", buku
    return "" if has_lembar_terbitan(buku.lembar) else "lain", buku


def _read_satu(path: Path, minta: _Minta, *, boleh_kosong: bool = False) -> TabelAnggaran:
    awal, besar = look_awal(path)
    jenis = find_jenis(awal)
    if jenis in BUKU:
        return _read_lembar(open_buku(read_bita(path), path.name), path, minta, boleh_kosong)
    if jenis not in (JenisBerkas.TEKS, JenisBerkas.PARQUET):
        raise refuse_jenis(jenis, path.name)
    parquet = jenis is JenisBerkas.PARQUET
    if parquet or besar > _CEPAT:
        if parquet or besar > MAKS_KECIL:
            (check_parquet if parquet else check_csv)(path)
        if cepat := read_cepat(path, minta.peran, minta.kolom, parquet=parquet):
            return cepat
    if parquet:
        petak: Petak = read_petak_parquet(path)
    else:
        petak = parse_csv(read_bita(path), path.name, partial(choose_pemisah, peran=minta.peran, kolom=minta.kolom))
    return _read_petak({"": petak}, path, minta)


def _read_lembar(buku: Buku, path: Path, minta: _Minta, boleh_kosong: bool) -> TabelAnggaran:
    """A workbook: the block of one of ours, or the table on a sheet that can be seen or was asked for."""
    if f"isian_anggaran_{minta.peran}" in buku.nama:
        return read_buku(buku, path, minta.peran, boleh_kosong=boleh_kosong)
    if is_formulir(buku):
        return read_formulir(buku, path, minta.peran, boleh_kosong=boleh_kosong)
    refuse_buatan(buku, path.name)
    pilih = [n for n in buku.lembar if n in minta.lembar] or [n for n, tampak in buku.lembar.items() if tampak]
    isi = {nama: buku.read(nama) for nama in pilih}
    hasil = _read_petak({nama: satu.petak for nama, satu in isi.items()}, path, minta)
    dibaca, catatan = [b.lembar for b in hasil.bagian], []
    if sembunyi := [nama for nama in dibaca if not buku.lembar[nama]]:
        catatan.append(f"{show_nama(path.name)}: lembar tersembunyi {', '.join(sembunyi)} dibaca karena disebutkan.")
    if tersembunyi := sum(isi[nama].tersembunyi for nama in dibaca):
        catatan.append(f"{show_nama(path.name)}: {format_angka(tersembunyi, 0)} baris tersembunyi ikut dibaca.")
    if kosong := sum(isi[nama].rumus_kosong for nama in dibaca):
        catatan.append(
            f"{show_nama(path.name)}: {format_angka(kosong, 0)} rumus berhasil teks kosong; apakah sudah"
            " dihitung tidak dapat diketahui."
        )
    return replace(hasil, catatan=(*hasil.catatan, *catatan))


def _read_petak(petak: Mapping[str, Petak], path: Path, minta: _Minta) -> TabelAnggaran:
    """The table on the sheet that has one, or on the sheets that were asked for."""
    bersih = {nama: clean_petak(satu) for nama, satu in petak.items()}
    utuh = {nama: split_galat(satu) for nama, (satu, _) in bersih.items()}
    kepala = {}
    for nama, (satu, _) in utuh.items():
        try:
            if (judul := find_kepala(satu, minta.peran, minta.kolom)) is not None:
                kepala[nama] = judul
        except DataError as galat:
            raise galat.at(Bagian(path, nama).nama) from None
    if not kepala:
        uang = [s for p, _ in utuh.values() for s in find_judul_uang(p)]
        semua = [s for p, _ in utuh.values() for b in p[:60] for s in b if isinstance(s, str) and not is_kosong(s)]
        tempat = f"{path.name}, lembar {', '.join(utuh)}" if any(utuh) else path.name
        raise refuse_kepala(minta.peran, uang or semua, tempat, pasti=bool(uang))
    if len(kepala) > 1 and not any(n in minta.lembar for n in kepala):
        tiada = f"Lembar {', '.join(map(repr, minta.lembar))} tidak ada di berkas ini. " if minta.lembar else ""
        raise DataError(
            f"{tiada}Ada {len(kepala)} lembar yang bisa dimaksud: {', '.join(kepala)}.",
            tempat=path.name,
            saran=f'Sebutkan yang dipakai, contoh: --lembar {minta.peran}="{list(kepala)[-1]}".',
        )
    hasil = concat_tabel(minta.peran, [_read_tabel(utuh[n], k, minta, Bagian(path, n)) for n, k in kepala.items()])
    catatan = [
        f"{Bagian(path, n).nama}: karakter yang tidak tampak dihapus, contoh di baris {bersih[n][1][0]}."
        for n in kepala
        if bersih[n][1]
    ]
    return replace(hasil, catatan=(*hasil.catatan, *catatan))


def _read_tabel(
    utuh: tuple[Petak, dict[tuple[int, int], SelGalat]], kepala: Kepala, minta: _Minta, bagian: Bagian
) -> TabelAnggaran:
    petak, galat = utuh
    cepat = read_petak_cepat(petak, kepala, minta.peran, bagian) if bagian.lembar and not galat else None
    return cepat or read_isi(petak, galat, kepala, minta.peran, bagian, murni=minta.murni)
