"""Workbooks of ours that come back to `periksa`: a file, or all in a folder; what they themselves say."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.alamat import show_nama
from kinerja.cli import layar
from kinerja.cli.data import choose_kecamatan
from kinerja.errors import BanyakError, DataError

if TYPE_CHECKING:
    from kinerja.perjanjian.kembali.berkas import Kembali

MENURUT = "menurut berkas itu sendiri, tidak dihitung ulang"
"""How far what is told can be trusted."""


@dataclass(slots=True)
class Terbaca:
    """What was read: our workbooks, the names of sound files of other kinds, and what could not be read."""

    buku: list[Kembali] = field(default_factory=list)
    lewat: list[str] = field(default_factory=list)
    gagal: list[DataError] = field(default_factory=list)


def find_kembali(data: Path | None) -> Terbaca | None:
    """Our workbooks in a file or a folder; None when it is something else, such as a data set.

    Raises:
        DataError: a file that is no workbook, or one of ours that cannot be read.
    """
    from kinerja.perjanjian.kembali.berkas import open_terbitan, read_kembali

    if data is None:
        return None
    if data.is_dir():
        return _read_folder(data)
    buku = open_terbitan(data)
    return None if buku is None else Terbaca([read_kembali(buku, data.name)])


def _read_folder(folder: Path) -> Terbaca | None:
    """None where no workbook is ours, and where a CSV has the name of a table of the data set."""
    from kinerja.perjanjian.induk.tabel import find_tabel
    from kinerja.perjanjian.kembali.berkas import open_terbitan, read_kembali
    from kinerja.tabel.pintu import list_berkas

    semua = list_berkas(folder)
    if any(p.suffix.casefold() == ".csv" and find_tabel(p.stem) for p in semua):
        return None
    hasil, ada = Terbaca(), False
    xlsx = [p for p in semua if p.suffix.casefold() == ".xlsx"]
    for path in layar.follow(xlsx, len(xlsx), "Membaca"):
        try:
            buku = open_terbitan(path)
            if buku is None:
                hasil.lewat.append(show_nama(path.name))
                continue
            ada = True
            hasil.buku.append(read_kembali(buku, path.name))
        except DataError as galat:
            hasil.gagal.append(galat)
    return hasil if ada else None


def show_kembali(terbaca: Terbaca, kecamatan: Sequence[str], sumber: str, *, json: bool) -> int:
    """Show what the workbooks say, and give the exit code.

    Raises:
        BanyakError: after that, whatever could not be read; or a kecamatan that is not there.
    """
    from kinerja.perjanjian.kembali.temuan import check_kembali

    if not terbaca.buku:
        raise BanyakError(terbaca.gagal)
    nama = {k.identitas.kode: k.identitas.kecamatan for k in terbaca.buku}
    try:
        pilihan = choose_kecamatan(nama, kecamatan, sumber)
    except DataError as galat:
        raise BanyakError([*terbaca.gagal, galat]) from None
    buku = [k for k in terbaca.buku if k.identitas.kode in pilihan]
    banyak = Counter(k.identitas.sebutan for k in buku)
    milik = []
    for k in buku:
        sebutan = k.identitas.sebutan
        if banyak[sebutan] > 1:
            sebutan += f" ({show_nama(k.berkas)})"
        milik.append((sebutan, check_kembali(k, sebutan)))
    temuan = [t for _, bagian in milik for t in bagian]
    if json:
        layar.print_json(
            {"temuan": [t.to_dict() for t in temuan], "menurut": MENURUT, "buku": [_to_dict(k) for k in buku]}
        )
    else:
        layar.show_temuan(layar.group_temuan(milik), sys.stdout)
        _say_ringkas(buku, terbaca.lewat)
        layar.say(f"{len(buku)} buku kerja diperiksa, {MENURUT}: {layar.write_jumlah(temuan)}.")
    if terbaca.gagal:
        raise BanyakError(terbaca.gagal)
    return layar.choose_kode(temuan)


def _say_ringkas(buku: Sequence[Kembali], lewat: Sequence[str]) -> None:
    """Whose each workbook is, and how many of each word it holds; which files were left alone."""
    for k in buku:
        i = k.identitas
        jumlah = ", ".join(f"{n} {kata}" for kata, n in _count(k).items())
        milik = f"{i.sebutan}, perjanjian {i.jenis} {i.tahun}, versi {i.versi}"
        layar.say(f"{show_nama(k.berkas)}: {milik}: {jumlah}.")
    for nama in lewat:
        layar.say(f"{nama} dilewati: bukan buku kerja perjanjian.")


def _count(k: Kembali) -> dict[str, int]:
    """How many rows of sheet Cek hold each word."""
    from kinerja.perjanjian.kembali.cek import KATA

    return {kata: k.cek.count(kata) for kata in KATA}


def _to_dict(k: Kembali) -> dict[str, object]:
    """Identity, counts and live checks, as data."""
    cek = [{kunci: n for kunci, n in asdict(b).items() if kunci != "baris"} for b in k.cek.baris]
    return {"berkas": k.berkas, **asdict(k.identitas), "jumlah": _count(k), "cek": cek}
