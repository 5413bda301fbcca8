"""From a grid of cells or a TOML text to rows with keys; what the schema does not know is refused.

TOML has one table of settings `[umum]`, and one array of tables for each of the other tables.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from kinerja.dekat import suggest
from kinerja.errors import DataError
from kinerja.judul import is_kosong, normalize_judul
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.induk.skema import TABEL, UMUM, Kolom, Tabel
from kinerja.perjanjian.induk.toml_batas import check_toml
from kinerja.tabel.petak import TERDALAM
from kinerja.tabel.sel import Petak

MAKS_SEBUT = 60
"""Letters of an unknown name that a message repeats."""


def read_petak(tabel: Tabel, petak: Petak, tempat: str) -> list[Baris]:
    """The rows of one table from its grid; `umum`, which stands upright, gives one row.

    Raises:
        DataError: no header, a column twice, missing or unknown.
    """
    if tabel is UMUM:
        return _read_tegak(tabel, petak, tempat)
    nomor_kepala = _find_kepala(tabel, petak)
    if nomor_kepala is None:
        raise DataError(
            f"Baris judul kolom tidak ditemukan ({', '.join(k.judul for k in tabel.kolom if k.wajib)}).",
            tempat=tempat,
            saran=f"Tulis judul kolomnya dalam {TERDALAM} baris pertama.",
        )
    letak = _map_kolom(tabel, petak[nomor_kepala], f"{tempat}, baris {nomor_kepala + 1}")
    hasil = []
    for nomor, sel in enumerate(petak[nomor_kepala + 1 :], start=nomor_kepala + 2):
        isi = {k: nilai for k, nilai in enumerate(sel) if not is_kosong(nilai)}
        if luar := [nilai for k, nilai in isi.items() if k not in letak]:
            raise DataError(
                f"Ada isi di luar kolom tabel: {str(luar[0])[:40]!r}.",
                tempat=f"{tempat}, baris {nomor}",
                saran="Pindahkan ke kolom yang berjudul; dalam CSV, apit teks bertanda pemisah dengan tanda kutip.",
            )
        if isi:
            hasil.append(Baris(f"{tempat}, baris {nomor}", {letak[k]: n for k, n in isi.items()}, _titles(tabel)))
    return hasil


def parse_toml(teks: str, berkas: str, galat: Kumpulan) -> dict[str, list[Baris]]:
    """The rows of each table, by its key; tables and rows that are refused are gathered and left out.

    Raises:
        DataError: broken TOML, too large or too deep.
    """
    check_toml(teks, berkas)
    try:
        isi = tomllib.loads(teks, parse_float=Decimal)
    except ValueError as salah:
        letak = re.search(r"line ([0-9]+), column ([0-9]+)", str(salah))
        raise DataError(
            "Berkas TOML rusak.",
            tempat=f"{berkas}, baris {letak[1]}, karakter ke-{letak[2]}" if letak else f"{berkas}, akhir berkas",
            saran="Periksa tanda kutip, kurung, dan tanda sama dengan di sekitar tempat itu.",
        ) from salah
    hasil: dict[str, list[Baris]] = {}
    for nama, nilai in isi.items():
        with galat.catch():
            tabel = need_tabel(nama, berkas, "Tabel")
            if not isinstance(nilai, dict if tabel is UMUM else list):
                bentuk = "[umum]" if tabel is UMUM else f"[[{tabel.kunci}]]"
                raise DataError(f"Tabel {tabel.kunci} salah bentuk.", tempat=berkas, saran=f"Tulis sebagai {bentuk}.")
            daftar = {"umum": nilai} if tabel is UMUM else {f"{tabel.kunci} ke-{n}": b for n, b in enumerate(nilai, 1)}
            semua = [_read_baris(tabel, baris, f"{berkas}, {letak}", galat) for letak, baris in daftar.items()]
            hasil[tabel.kunci] = [b for satu in semua for b in satu]
    return hasil


def find_tabel(nama: str) -> Tabel | None:
    """The table of that key or sheet name, however it is spelled."""
    judul = normalize_judul(nama)
    return next((t for t in TABEL if judul in {normalize_judul(t.kunci), normalize_judul(t.lembar)}), None)


def need_tabel(nama: str, tempat: str, sebutan: str) -> Tabel:
    """The same; a name that the schema does not know is refused."""
    if tabel := find_tabel(nama):
        return tabel
    raise _refuse_asing(sebutan, nama, [t.kunci for t in TABEL], tempat)


def _refuse_asing(sebutan: str, nama: str, dikenal: Collection[str], tempat: str, saran: str = "") -> DataError:
    """The error for a name that nobody knows: what it may mean, else `saran`, else the names that are known."""
    saran = suggest(nama, dikenal, saran or f"Yang dikenal: {', '.join(dikenal)}.")
    nama = nama if len(nama) <= MAKS_SEBUT else f"{nama[:MAKS_SEBUT]}…"
    return DataError(f"{sebutan} {nama!r} tidak dikenal.", tempat=tempat, saran=saran)


def _read_tegak(tabel: Tabel, petak: Petak, tempat: str) -> list[Baris]:
    """Each known caption in the first column gives the value of the second; rows with other captions have none."""
    kolom = _by_judul(tabel)
    isi: dict[str, object] = {}
    judul: dict[str, str] = {}
    for nomor, sel in enumerate(petak, start=1):
        if len(sel) < 2 or is_kosong(sel[0]):
            continue
        dikenal = kolom.get(normalize_judul(sel[0]))
        if dikenal is None:
            if not is_kosong(sel[1]) and normalize_judul(sel[0]) not in {"keterangan", "kunci"}:
                raise _refuse_judul(tabel, sel[0], f"{tempat}, baris {nomor}", "Keterangan")
            continue
        if dikenal.kunci in judul:
            raise DataError(
                f"{dikenal.judul} tertulis dua kali.", tempat=f"{tempat}, baris {nomor}", saran="Hapus satu."
            )
        judul[dikenal.kunci] = f"{dikenal.judul} (baris {nomor})"
        if not is_kosong(sel[1]):
            isi[dikenal.kunci] = sel[1]
    return [Baris(tempat, isi, {**_titles(tabel), **judul})] if isi else []


def _find_kepala(tabel: Tabel, petak: Petak) -> int | None:
    """The first row most of whose cells are titles of columns, and half or more of those that must be there."""
    kolom = _by_judul(tabel)
    for nomor, sel in enumerate(petak[:TERDALAM]):
        judul = [normalize_judul(s) for s in sel if not is_kosong(s)]
        dikenal = sum(j in kolom for j in judul)
        if dikenal * 2 >= len([k for k in tabel.kolom if k.wajib]) and dikenal * 2 > len(judul):
            return nomor
    return None


def _map_kolom(tabel: Tabel, kepala: Sequence[object], tempat: str) -> dict[int, str]:
    """Key of each column that has a title, by its place."""
    kolom = _by_judul(tabel)
    letak: dict[int, str] = {}
    for nomor, judul in enumerate(kepala):
        if is_kosong(judul):
            continue
        dikenal = kolom.get(normalize_judul(judul))
        if dikenal is None:
            raise _refuse_judul(tabel, judul, tempat, "Kolom")
        if dikenal.kunci in letak.values():
            raise DataError(f"Kolom {dikenal.judul} ada dua kali.", tempat=tempat, saran="Hapus atau gabungkan satu.")
        letak[nomor] = dikenal.kunci
    if hilang := [k.judul for k in tabel.kolom if k.wajib and k.kunci not in letak.values()]:
        raise DataError(f"Kolom {', '.join(hilang)} tidak ada.", tempat=tempat, saran="Tambahkan kolom itu.")
    return letak


def _refuse_judul(tabel: Tabel, judul: object, tempat: str, sebutan: str) -> DataError:
    dikenal = [k.judul for k in tabel.kolom]
    return _refuse_asing(sebutan, str(judul), dikenal, tempat, saran="Hapus, atau pindahkan ke lembar lain.")


def _by_judul(tabel: Tabel) -> dict[str, Kolom]:
    return {normalize_judul(nama): k for k in tabel.kolom for nama in (k.kunci, k.judul)}


def _titles(tabel: Tabel) -> Mapping[str, str]:
    return {k.kunci: k.judul for k in tabel.kolom}


def _read_baris(tabel: Tabel, nilai: object, tempat: str, galat: Kumpulan) -> list[Baris]:
    """The row; nothing when it has keys that nobody knows, of which each is gathered."""
    if not isinstance(nilai, Mapping):
        raise DataError("Isinya bukan tabel.", tempat=tempat, saran=f"Tulis sebagai [[{tabel.kunci}]].")
    dikenal = {k.kunci: k.judul for k in tabel.kolom}
    asing = [kunci for kunci in nilai if kunci not in dikenal]
    for kunci in asing:
        with galat.catch():
            raise _refuse_asing("Kunci", kunci, dikenal, tempat)
    isi = {k: v for k, v in nilai.items() if not is_kosong(v)}
    return [] if asing else [Baris(tempat, isi, {k: k for k in dikenal})]
