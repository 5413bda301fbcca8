"""Several workbooks of ours in a folder: one year counts, of one kecamatan its perubahan; the rest is a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kinerja.alamat import show_nama
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.bilangan import format_angka
from kinerja.errors import DataError
from kinerja.temuan import join_kata

PERUBAHAN = "perubahan"


def choose_terbitan(
    tabel: Sequence[TabelAnggaran], folder: Path, tahun: int = 0
) -> tuple[list[TabelAnggaran], list[str]]:
    """The workbooks of ours that count, and a sentence for those that do not.

    Args:
        tahun: of what they are compared with; 0 where that does not say.

    Raises:
        DataError: workbooks of several years, none of which is that one; or two of one kecamatan, year and kind.
            They are never added up.
    """
    setahun, catatan = _choose_tahun(tabel, folder, tahun)
    milik: dict[str, list[TabelAnggaran]] = defaultdict(list)
    for t in setahun:
        milik[next(iter(t.nama_kecamatan), "")].append(t)
    pakai = []
    for kode, semua in milik.items():
        berlaku = [t for t in semua if t.bagian[0].masa == PERUBAHAN] or semua
        if len(berlaku) > 1:
            nama = semua[0].nama_kecamatan.get(kode, "")
            daftar = "; ".join(f"{t.bagian[0].berkas} (disimpan {_write_waktu(t.bagian[0].path)})" for t in berlaku)
            raise DataError(
                f"Ada {len(berlaku)} buku kerja {kode} {nama} tahun {semua[0].bagian[0].tahun}: {daftar}.",
                tempat=show_nama(str(folder)),
                saran="Sisakan yang berlaku, atau sebutkan satu berkas.",
            )
        pakai += berlaku
        catatan += [
            f"{t.bagian[0].berkas} tidak dipakai: perubahannya ada di {berlaku[0].bagian[0].berkas}."
            for t in semua
            if t is not berlaku[0]
        ]
    return pakai, catatan


def _choose_tahun(
    tabel: Sequence[TabelAnggaran], folder: Path, tahun: int
) -> tuple[Sequence[TabelAnggaran], list[str]]:
    """The workbooks of one year: all of them, or those of the year of the other side."""
    ada = sorted({t.bagian[0].tahun for t in tabel})
    if len(ada) == 1:
        return tabel, []
    sebut = join_kata(ada)
    if tahun not in ada:
        raise DataError(
            f"Folder ini berisi buku kerja tahun {sebut}.",
            tempat=show_nama(str(folder)),
            saran="Salin buku kerja satu tahun ke folder lain, lalu sebutkan folder itu.",
        )
    pakai = [t for t in tabel if t.bagian[0].tahun == tahun]
    lain = join_kata([satu for satu in ada if satu != tahun])
    banyak = format_angka(len(tabel) - len(pakai), 0)
    return pakai, [f"{banyak} buku kerja tahun {lain} tidak dipakai: yang dibandingkan tahun {tahun}."]


def _write_waktu(path: Path) -> str:
    return f"{datetime.fromtimestamp(path.stat().st_mtime).astimezone():%d-%m-%Y %H.%M}"
