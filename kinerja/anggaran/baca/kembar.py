"""Several workbooks of ours of one kecamatan and year: the perubahan counts, two of one kind are a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kinerja.alamat import show_nama
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.errors import DataError

PERUBAHAN = "perubahan"


def choose_terbitan(tabel: Sequence[TabelAnggaran], folder: Path) -> tuple[list[TabelAnggaran], list[str]]:
    """The workbooks of ours that count, and a sentence for each that does not.

    Raises:
        DataError: two of one kecamatan, year and kind; they are never added up.
    """
    milik: dict[tuple[str, int], list[TabelAnggaran]] = defaultdict(list)
    for t in tabel:
        milik[next(iter(t.nama_kecamatan), ""), t.bagian[0].tahun].append(t)
    pakai, catatan = [], []
    for (kode, tahun), semua in milik.items():
        berlaku = [t for t in semua if t.bagian[0].masa == PERUBAHAN] or semua
        if len(berlaku) > 1:
            nama = semua[0].nama_kecamatan.get(kode, "")
            daftar = "; ".join(f"{t.bagian[0].berkas} (disimpan {_write_waktu(t.bagian[0].path)})" for t in berlaku)
            raise DataError(
                f"Ada {len(berlaku)} buku kerja {kode} {nama} tahun {tahun}: {daftar}.",
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


def _write_waktu(path: Path) -> str:
    return f"{datetime.fromtimestamp(path.stat().st_mtime).astimezone():%d-%m-%Y %H.%M}"
