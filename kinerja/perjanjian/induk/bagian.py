"""Parts of an agreement, each from its rows."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from datetime import date

from kinerja.dekat import suggest
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.model import TAHUN, DaftarManfaat, Kecamatan, Kegiatan, Pejabat, Program
from kinerja.wilayah import find_kecamatan
from kinerja.wilayah.desa import find_sebutan, list_kelurahan, split_sebutan

POLA_KUNCI = re.compile(r"[a-z][a-z0-9_]{0,23}")
"""A list's key becomes part of defined names."""
POLA_SEBUTAN = re.compile(r"[^\W\d_]+(?:[ /'-][^\W\d_]+)*")
"""What villages are called: words, two of them with a slash between."""


def read_pejabat(baris: Baris, nama: str, awalan: str, jabatan: str) -> Pejabat:
    """An official from the columns that begin with `awalan`; `jabatan` is his title where the row has none."""
    return Pejabat(
        nama=baris.read_teks(nama),
        jabatan=baris.read_teks(f"{awalan}jabatan") or jabatan,
        pangkat=baris.read_teks(f"{awalan}pangkat"),
        nip=baris.read_nip(f"{awalan}nip"),
    )


def write_jabatan_kepala_daerah(kabkota: str) -> str:
    """Title of the head of a kabupaten or kota.

    >>> write_jabatan_kepala_daerah("Kota Medan"), write_jabatan_kepala_daerah("Kabupaten Karo")
    ('WALI KOTA MEDAN', 'BUPATI KARO')
    """
    jenis, _, nama = kabkota.partition(" ")
    return f"{'WALI KOTA' if jenis == 'Kota' else 'BUPATI'} {nama}".upper()


def read_tahun(umum: Baris) -> int:
    """The year of the agreements."""
    tahun = umum.read_bulat("tahun")
    if tahun is None or tahun not in TAHUN:
        umum.refuse(
            "tahun",
            f"Tahun harus {TAHUN[0]} sampai {TAHUN[-1]}; sebelum itu peraturan yang dimuat belum berlaku.",
            "Ketik tahun perjanjian, contoh 2025.",
        )
    return tahun


def read_pilihan(baris: Baris, kunci: str, pilihan: Sequence[str]) -> str:
    """One of some words, however it is written: in capitals, with a blank or a hyphen for the underscore."""
    teks = baris.need_teks(kunci).casefold()
    kata = teks if teks in pilihan else re.sub(r"[\s-]+", "_", teks)
    if kata not in pilihan:
        kenal = [str(satu) for satu in pilihan]
        baris.refuse(kunci, f"{teks!r} tidak dikenal.", suggest(teks, kenal, f"Pilih: {', '.join(kenal)}."))
    return kata


def build_kecamatan(kode: str, baris: Baris, *, pada: date) -> Kecamatan:
    """The kecamatan of a code, with what its row says otherwise."""
    terdaftar = find_kecamatan(kode)
    sendiri = tuple(k for k in re.split(r"\s*[;,\n]\s*", baris.read_paragraf("kelurahan") or "") if k)
    kata, nama = split_sebutan(sendiri)
    sebutan = _read_sebutan(baris) or kata or find_sebutan(kode, pada=pada)
    if not {*kata.split("/")} <= {*sebutan.split("/"), "Desa", "Kelurahan"}:  # a part of the names: Kampung Baru
        nama = sendiri
    return Kecamatan(
        kode=kode,
        nama=baris.read_teks("nama") or terdaftar.nama,
        kabkota=terdaftar.kabkota,
        provinsi=terdaftar.provinsi,
        kelurahan=nama or list_kelurahan(kode),
        sebutan_desa=sebutan,
    )


def _read_sebutan(baris: Baris) -> str:
    """What a row says that villages are called, as a title: `Desa/Kelurahan`; empty where it says nothing."""
    teks = re.sub(r"\s*/\s*", "/", baris.read_teks("sebutan") or "")
    if teks and not POLA_SEBUTAN.fullmatch(teks):
        baris.refuse(
            "sebutan", f"Sebutan {teks!r} bukan kata.", "Ketik sebutannya dengan huruf, contoh: Desa, Gampong."
        )
    return "/".join(map(string.capwords, teks.split("/")))


def build_daftar(
    baris_daftar: Sequence[Baris], baris_kegiatan: Sequence[Baris], galat: Kumpulan, *, ragu: bool
) -> tuple[tuple[Baris, DaftarManfaat], ...]:
    """The activity lists with their activities, each with its row; those that are refused are gathered and left out."""
    kunci = galat.each(baris_daftar, _read_kunci)
    kegiatan: dict[str, list[Kegiatan]] = {satu: [] for satu in kunci}
    ragu = ragu or len(kunci) < len(baris_daftar)
    for b in baris_kegiatan:
        with galat.catch():
            daftar, satu = _build_kegiatan(b, kegiatan, ragu=ragu)
            kegiatan.setdefault(daftar, []).append(satu)

    def build(b: Baris) -> tuple[Baris, DaftarManfaat]:
        isi = Kumpulan().read(
            kunci=lambda: _read_kunci(b),
            nama=lambda: b.need_teks("nama"),
            satuan=lambda: b.need_teks("satuan"),
            total_tercantum=lambda: b.read_bulat("total_tercantum"),
        )
        return b, DaftarManfaat(kegiatan=tuple(kegiatan[isi["kunci"]]), **isi)

    return tuple(galat.each(baris_daftar, build))


def _build_kegiatan(b: Baris, dikenal: Mapping[str, object], *, ragu: bool) -> tuple[str, Kegiatan]:
    """The key of its list, and an activity; with `ragu` a list that is not known may have been refused itself."""

    def read_daftar() -> str:
        kunci = b.need_teks("daftar")
        if kunci not in dikenal and not ragu:
            saran = suggest(kunci, dikenal, "Tambahkan dahulu pada tabel Daftar.")
            b.refuse("daftar", f"Tidak ada daftar {kunci!r} untuk kecamatan ini.", saran)
        return kunci

    isi = Kumpulan().read(
        daftar=read_daftar,
        uraian=lambda: b.need_teks("uraian"),
        target=lambda: b.read_bulat("target"),
        kelurahan=lambda: b.read_teks("kelurahan"),
    )
    return isi.pop("daftar"), Kegiatan(**isi)


def _read_kunci(baris: Baris) -> str:
    kunci = baris.need_teks("kunci")
    if not POLA_KUNCI.fullmatch(kunci):
        baris.refuse(
            "kunci",
            f"Kunci {kunci!r} tidak dapat dipakai.",
            "Pakai huruf kecil, angka, dan garis bawah, paling banyak 24 karakter.",
        )
    return kunci


def build_program(b: Baris) -> Program:
    """The programme of a row."""
    isi = Kumpulan().read(
        kode=lambda: b.read_teks("kode"),
        nama=lambda: b.need_teks("nama"),
        anggaran=lambda: b.read_rupiah("anggaran"),
        keterangan=lambda: b.read_teks("keterangan") or "",
    )
    return Program(**isi)
