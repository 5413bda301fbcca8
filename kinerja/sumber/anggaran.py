"""Budgets from whatever finance staff have: our workbooks, SIPD exports, RKA, DPA and LRA tables; file or folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kinerja.berkas import explain_read
from kinerja.errors import DataError
from kinerja.sumber.anggaran_baris import read_isi
from kinerja.sumber.anggaran_buku import (
    AKHIRAN,
    count_tersembunyi,
    find_nama,
    is_buku,
    is_hasil,
    list_lembar,
    read_buku,
    read_petak_semua,
    refuse_buatan,
)
from kinerja.sumber.anggaran_cepat import read_cepat, read_petak_parquet
from kinerja.sumber.anggaran_judul import KUNCI, choose_pemisah, find_kepala, refuse_kepala
from kinerja.sumber.anggaran_tabel import Bagian, Peran, TabelAnggaran, concat_tabel
from kinerja.sumber.petak import TEKS, Petak, is_kosong
from kinerja.tabel.batas import MAKS_KECIL


def read_anggaran(
    path: Path, peran: Peran, *, kolom: Mapping[str, str] | None = None, lembar: Sequence[str] = ()
) -> TabelAnggaran:
    """One source: a file, or all files of a folder.

    Args:
        peran: `perjanjian`, `dpa` or `realisasi`; decides which block or amount column is read.
        kolom: title of a column by its meaning (`kode`, `nama`, `pagu`, `realisasi`, `kecamatan`, `tahun`).
        lembar: sheets to read where a file has them; needed only when several could be meant.

    Raises:
        DataError: whatever cannot be read without guessing, with file, sheet and row.
    """
    kolom = dict(kolom or {})
    if salah := sorted(kolom.keys() - set(KUNCI)):
        raise DataError(f"Kunci kolom {salah[0]!r} tidak dikenal.", saran=f"Yang dikenal: {', '.join(KUNCI)}.")
    return _read_folder(path, peran, kolom, lembar) if path.is_dir() else _read_berkas(path, peran, kolom, lembar)


def _read_folder(path: Path, peran: Peran, kolom: dict[str, str], lembar: Sequence[str]) -> TabelAnggaran:
    """All files; beside our workbooks nothing else is a source, and those that are not filled in are named."""
    semua = [p for p in sorted(path.iterdir()) if p.suffix.casefold() in AKHIRAN and not p.name.startswith((".", "~"))]
    if not semua:
        raise DataError(
            "Folder tidak berisi berkas anggaran.", tempat=str(path), saran="Isi dengan .xlsx, .xls, .ods, atau .csv."
        )
    bagi = {satu: _look(satu) for satu in semua}
    ada_buku = "buku" in bagi.values()
    lewat = [p for p, jenis in bagi.items() if jenis == "hasil" or (ada_buku and jenis == "lain")]
    tabel = [_read_berkas(p, peran, kolom, lembar, boleh_kosong=ada_buku) for p in bagi if p not in lewat]
    if not tabel:
        raise DataError("Folder hanya berisi hasil rekonsiliasi.", tempat=str(path), saran="Sebutkan folder sumbernya.")
    kosong = [t.bagian[0].path.name for t in tabel if t.isi["sen"].null_count() == t.isi.height]
    if len(kosong) == len(tabel):
        raise DataError(
            f"Kolom {peran} belum diisi di satu pun dari {len(tabel)} buku kerja.",
            tempat=str(path),
            saran="Isi dahulu, atau pakai berkas lain.",
        )
    sebab = {"hasil": "ini hasil rekonsiliasi", "lain": "ini bukan buku kerja perjanjian"}
    catatan = [f"{p.name} dilewati: {sebab[bagi[p]]}." for p in lewat]
    if kosong:
        catatan.append(f"{len(kosong)} dari {len(tabel)} buku kerja belum diisi: {', '.join(kosong)}.")
    gabung = concat_tabel(peran, tabel)
    return replace(gabung, catatan=(*gabung.catatan, *catatan))


def _look(path: Path) -> str:
    """`buku` (one of our workbooks), `hasil` (our result), `lain` (a sound file of another kind), else nothing."""
    akhiran = path.suffix.casefold()
    if akhiran in TEKS or akhiran == ".parquet":
        return "lain"
    try:
        isi = path.read_bytes()
    except OSError:
        return ""  # said where it is read
    if is_hasil(isi):
        return "hasil"
    if find_nama(isi):
        return "buku"
    return "lain" if (nama := list_lembar(isi)) and not is_buku(nama) else ""


def _read_berkas(
    path: Path, peran: Peran, kolom: dict[str, str], lembar: Sequence[str], *, boleh_kosong: bool = False
) -> TabelAnggaran:
    akhiran = path.suffix.casefold()
    with explain_read(path):
        besar = akhiran == ".parquet" or (akhiran in TEKS and path.stat().st_size > MAKS_KECIL)
        if besar and (cepat := read_cepat(path, peran, kolom)):
            return cepat
        isi = b"" if akhiran == ".parquet" else path.read_bytes()
    if akhiran == ".parquet":
        return _read_petak({"": read_petak_parquet(path)}, path, peran, kolom, lembar)
    nama = find_nama(isi)
    if f"isian_anggaran_{peran}" in nama:
        return read_buku(isi, path, nama, peran, boleh_kosong=boleh_kosong)
    refuse_buatan(isi, path)
    petak = read_petak_semua(isi, path, partial(choose_pemisah, peran=peran, kolom=kolom), lembar)
    hasil = _read_petak(petak, path, peran, kolom, lembar)
    dibaca, catatan = [b.lembar for b in hasil.bagian], []
    if lembar and (sembunyi := [n for n in dibaca if n not in list_lembar(isi, tampak=True)]):
        catatan.append(f"{path.name}: lembar tersembunyi {', '.join(sembunyi)} dibaca karena disebutkan.")
    if tersembunyi := count_tersembunyi(isi, path.name, dibaca):
        catatan.append(f"{path.name}: {tersembunyi} baris tersembunyi ikut dibaca.")
    return replace(hasil, catatan=(*hasil.catatan, *catatan))


def _read_petak(
    petak: Mapping[str, Petak], path: Path, peran: Peran, kolom: dict[str, str], lembar: Sequence[str]
) -> TabelAnggaran:
    """The table on the sheet that has one, or on the sheets that were asked for."""
    pilih = {n: p for n, p in petak.items() if n in lembar} or petak
    kepala = {}
    for nama, isi in pilih.items():
        try:
            if (satu := find_kepala(isi, peran, kolom)) is not None:
                kepala[nama] = satu
        except DataError as galat:
            raise galat.at(Bagian(path, nama).nama) from None
    if not kepala:
        judul = [s for p in pilih.values() for b in p[:60] for s in b if isinstance(s, str) and not is_kosong(s)]
        raise refuse_kepala(peran, judul, f"{path.name}, lembar {', '.join(pilih)}" if any(pilih) else path.name)
    if len(kepala) > 1 and not any(n in lembar for n in kepala):
        raise DataError(
            f"Ada {len(kepala)} lembar yang bisa dimaksud: {', '.join(kepala)}.",
            tempat=path.name,
            saran=f'Sebutkan yang dipakai, contoh: --lembar "{next(iter(kepala))}".',
        )
    return concat_tabel(peran, [read_isi(pilih[n], k, peran, Bagian(path, n)) for n, k in kepala.items()])
