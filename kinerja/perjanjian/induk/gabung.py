"""Which rows hold for which kecamatan.

One rule for all tables with a `kecamatan` column: a row without a code holds for every kecamatan. A row with a code
holds for that one alone: its filled cells replace those of the common row of the same name (indikator, list key,
programme code); where there is no such row it is added behind the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NoReturn

from kinerja.angka import read_kolom_uang
from kinerja.dekat import suggest
from kinerja.errors import MasukanError
from kinerja.kode import normalize_kode as normalize_program
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.wilayah import Kabkota, find_kecamatan
from kinerja.wilayah.cari import split_kode

# The column that names a row, and one that a row must fill when it stands alone. Kegiatan have no name: always added.
_PENGENAL = {"indikator": ("indikator", "jenis"), "daftar": ("kunci", "nama"), "program": ("kode", "nama")}


def index_kecamatan(baris: Sequence[Baris], kabkota: Kabkota | None, galat: Kumpulan) -> dict[str, Baris]:
    """The rows of the kecamatan table by code; without those that are refused.

    A code is refused that is missing, unknown, twice there or (where `kabkota` is known) of another kabupaten/kota.
    """
    hasil: dict[str, Baris] = {}
    for b in baris:
        with galat.catch():
            terdaftar = b.find_kode("kode", find_kecamatan)
            kode = terdaftar.kode
            if kabkota and not kode.startswith(kabkota.kode):
                b.refuse(
                    "kode",
                    f"{kode} ({terdaftar.nama}) terletak di {terdaftar.kabkota}, bukan {kabkota.nama}.",
                    "Pindahkan ke data induk kabupaten/kotanya: satu berkas untuk satu kabupaten/kota.",
                )
            if kode in hasil:
                b.refuse("kode", f"Kode {kode} sudah ada di {hasil[kode].tempat}.", "Hapus salah satu baris.")
            hasil[kode] = b
    return hasil


def merge_baris(
    tabel: str, baris: Sequence[Baris], kecamatan: Mapping[str, Baris], galat: Kumpulan, *, ragu: bool
) -> dict[str, list[Baris]]:
    """The rows that hold for each kecamatan, common ones first, in their order; without those that are refused.

    A row is refused that is for a kecamatan that is not in the kecamatan table, or that is not whole by itself.

    Args:
        ragu: some rows of the kecamatan table were refused, so one that is not known may be one of them.
    """
    umum: list[Baris] = []
    sendiri: dict[str, list[Baris]] = {kode: [] for kode in kecamatan}
    for b in baris:
        with galat.catch():
            kode = _read_pemilik(b, kecamatan, ragu=ragu)
            if ragu and kode not in (None, *kecamatan):
                continue
            (umum if kode is None else sendiri[kode]).append(b)
    return {kode: _overlay(tabel, umum, milik, galat) for kode, milik in sendiri.items()}


def settle_anggaran(baris: Sequence[Baris]) -> list[Baris]:
    """The rows of programmes with amounts in text read as one column, since `1.500` alone could be of two styles.

    Where the column as a whole gives no answer the rows are left as they are, and reading them names the one at fault.
    """
    try:
        angka = read_kolom_uang([b.isi.get("anggaran") for b in baris])
    except MasukanError:
        return list(baris)
    return [b if a is None else replace(b, isi={**b.isi, "anggaran": a}) for b, a in zip(baris, angka, strict=True)]


def _overlay(tabel: str, umum: Sequence[Baris], sendiri: Sequence[Baris], galat: Kumpulan) -> list[Baris]:
    hasil = list(umum)
    if tabel not in _PENGENAL:
        return [*hasil, *sendiri]
    kolom, penentu = _PENGENAL[tabel]
    letak = {_name(b, kolom): nomor for nomor, b in reversed(list(enumerate(umum)))}
    for b in sendiri:
        with galat.catch():
            # A second row of the same name finds no common row any more: it stays, and the checks report it.
            nomor = letak.pop(_name(b, kolom), None)
            if nomor is not None:
                hasil[nomor] = hasil[nomor].overlay(b)
                continue
            if penentu not in b.isi:
                _refuse_tak_lengkap(b, kolom, umum)
            hasil.append(b)
    return hasil


def _refuse_tak_lengkap(b: Baris, kolom: str, umum: Sequence[Baris]) -> NoReturn:
    nama = str(b.isi.get(kolom, ""))
    pesan = f"{nama or '(kosong)'} tidak ada pada baris umum, dan baris ini sendiri tidak lengkap."
    if kolom == "kode":  # the nearest code is only the next programme
        b.refuse(kolom, pesan, "Lengkapi baris ini, atau betulkan kodenya.")
    b.refuse(kolom, pesan, suggest(nama, [str(u.isi.get(kolom, "")) for u in umum], "Lengkapi baris ini."))


def _name(baris: Baris, kolom: str) -> str:
    teks = baris.read_teks(kolom) or f"tanpa nama: {baris.tempat}"
    return normalize_program(teks) if kolom == "kode" else teks.casefold()


def _read_pemilik(baris: Baris, kecamatan: Mapping[str, Baris], *, ragu: bool) -> str | None:
    """The kecamatan that a row belongs to, by its code or, where no other is called so, its name.

    A name behind the code, as in `12.71.17 Medan Baru`, must be its name.
    """
    kode = baris.read_kode("kecamatan")
    if kode is None:
        return None
    if kode not in kecamatan:
        if sama := [k for k, b in kecamatan.items() if kode.casefold() in _list_nama(k, b)]:
            return sama[0] if len(sama) == 1 else kode
        if ragu:
            return kode
        saran = "Tambahkan dahulu pada tabel itu, atau betulkan kodenya."  # the nearest code is only the neighbour
        baris.refuse("kecamatan", f"{kode} tidak ada pada tabel Kecamatan.", saran)
    nama = split_kode(baris.read_teks("kecamatan") or "")[1]
    terdaftar = find_kecamatan(kode).nama
    if nama and nama.casefold() not in _list_nama(kode, kecamatan[kode]):
        baris.refuse("kecamatan", f"{kode} adalah {terdaftar}, bukan {nama}.", "Pilih kecamatan dari daftar.")
    return kode


def _list_nama(kode: str, baris: Baris) -> set[str]:
    """What a kecamatan is called: by the register, and by its row."""
    return {find_kecamatan(kode).nama.casefold(), (baris.read_teks("nama") or "").casefold()}
