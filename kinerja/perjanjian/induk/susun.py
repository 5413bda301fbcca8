"""From the merged rows of the input tables to agreements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from kinerja.dekat import suggest
from kinerja.errors import DataError, MasukanError
from kinerja.peraturan import MAKS_DESIMAL, Komponen, Subkomponen, check_bobot
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.gabung import index_kecamatan, merge_baris, settle_anggaran
from kinerja.perjanjian.induk.skema import TABEL, Tabel
from kinerja.perjanjian.jenis import JENIS
from kinerja.perjanjian.model import (
    TAHUN,
    DaftarManfaat,
    Indikator,
    JenisPerjanjian,
    Kecamatan,
    Kegiatan,
    Lke,
    Pejabat,
    PerjanjianKinerja,
    Program,
    Sasaran,
    akhir_tahun,
)
from kinerja.rumus.capaian import list_arah
from kinerja.wilayah import Kabkota, find_kabkota, find_kecamatan, list_kelurahan

POLA_KUNCI = re.compile(r"[a-z][a-z0-9_]{0,23}")
"""A list's key becomes part of defined names."""


def build_perjanjian(tabel: Mapping[str, Sequence[Baris]], berkas: str) -> tuple[PerjanjianKinerja, ...]:
    """One agreement for each row of the kecamatan table, in its order.

    Args:
        tabel: the rows of each table by its key.
        berkas: name of the file or folder, for messages.

    Raises:
        DataError: whatever cannot be used, with its place.
    """
    for skema in TABEL:
        if skema.wajib and not tabel.get(skema.kunci):
            raise DataError(f"Tabel {skema.lembar} tidak ada atau kosong.", tempat=berkas, saran="Isi tabel itu.")
        for b in tabel.get(skema.kunci, ()):
            _check_panjang(skema, b)
    umum = tabel["umum"][0]
    kabkota = umum.find_kode("kabkota", find_kabkota)
    kecamatan = index_kecamatan(tabel["kecamatan"], kabkota)
    milik = {
        kunci: merge_baris(kunci, tabel.get(kunci, ()), kecamatan) for kunci in ("indikator", "daftar", "kegiatan")
    }
    lke = _build_lke(tabel.get("lke", ()))
    milik["program"] = merge_baris("program", settle_anggaran(tabel.get("program", ())), kecamatan)
    for kunci, semua in milik.items():
        _check_banyak(next(t for t in TABEL if t.kunci == kunci), semua)
    return tuple(
        _build_satu(umum, kabkota, kode, baris, {kunci: m[kode] for kunci, m in milik.items()}, lke)
        for kode, baris in kecamatan.items()
    )


def _check_banyak(tabel: Tabel, milik: Mapping[str, Sequence[Baris]]) -> None:
    """No kecamatan has so many rows: their sheet could not be printed, and would take minutes to make.

    Raises:
        DataError: naming the first row too many.
    """
    for kode, baris in milik.items():
        if len(baris) > tabel.maks:
            raise DataError(
                f"Kecamatan {kode} punya {len(baris)} baris pada tabel {tabel.lembar}.",
                tempat=baris[tabel.maks].tempat,
                saran=f"Paling banyak {tabel.maks} baris untuk satu kecamatan.",
            )


def _build_satu(
    umum: Baris, kabkota: Kabkota, kode: str, baris: Baris, milik: Mapping[str, list[Baris]], lke: Lke | None
) -> PerjanjianKinerja:
    kecamatan = _build_kecamatan(kode, baris)
    daftar = _build_daftar(milik["daftar"], milik["kegiatan"])
    tahun = _read_tahun(umum)
    indikator = [_build_indikator(b, daftar, akhir_tahun(tahun)) for b in milik["indikator"]]
    berdaftar = " atau ".join(j.kode for j in JENIS.values() if j.berdaftar)
    if daftar and not any(i.jenis.berdaftar for _, i in indikator):
        milik["daftar"][0].refuse(
            "kunci",
            f"Ada daftar kegiatan, tetapi tidak ada indikator berjenis {berdaftar}.",
            "Hapus daftarnya, atau ubah jenis indikatornya.",
        )
    build = partial(
        PerjanjianKinerja,
        kecamatan=kecamatan,
        program=tuple(
            Program(
                kode=b.read_teks("kode"),
                nama=b.need_teks("nama"),
                anggaran=b.read_rupiah("anggaran"),
                keterangan=b.read_teks("keterangan") or "",
            )
            for b in milik["program"]
        ),
        lke=lke,
        tahun=tahun,
        jenis=JenisPerjanjian(_read_pilihan(umum, "jenis", list(JenisPerjanjian))),
        pihak_pertama=_read_pejabat(baris, "camat", "", f"CAMAT {kecamatan.nama.upper()}"),
        pihak_kedua=_read_pejabat(umum, "pihak_kedua_nama", "pihak_kedua_", write_jabatan_kepala_daerah(kabkota.nama)),
        alamat=baris.read_teks("alamat"),
        tempat=baris.read_teks("tempat") or umum.read_teks("tempat"),
        tanggal=baris.read_teks("tanggal") or umum.read_teks("tanggal"),
        anggaran_tercantum=baris.read_rupiah("anggaran_tercantum"),
    )
    sasaran: dict[str, list[Indikator]] = {}  # in the order in which they first appear
    for uraian, i in indikator:
        sasaran.setdefault(uraian, []).append(i)
    try:
        return build(sasaran=tuple(Sasaran(uraian, tuple(semua)) for uraian, semua in sasaran.items()))
    except DataError as galat:  # the model knows the kecamatan, but no file
        raise galat.at(f"{baris.tempat} ({kode} {kecamatan.nama})") from None


def _check_panjang(skema: Tabel, baris: Baris) -> None:
    """Refuse a text that the sheets have no room for."""
    for kolom in skema.kolom:
        nilai = baris.isi.get(kolom.kunci)
        if kolom.maks and isinstance(nilai, str) and len(nilai) > kolom.maks:
            panjang = len(baris.read_paragraf(kolom.kunci) or "")
            if panjang > kolom.maks:
                baris.refuse(
                    kolom.kunci, f"Teks terlalu panjang: {panjang} huruf.", f"Paling banyak {kolom.maks} huruf."
                )


def _read_pejabat(baris: Baris, nama: str, awalan: str, jabatan: str) -> Pejabat:
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


def _read_tahun(umum: Baris) -> int:
    tahun = umum.read_bulat("tahun")
    if tahun is None or tahun not in TAHUN:
        umum.refuse(
            "tahun",
            f"Tahun harus {TAHUN[0]} sampai {TAHUN[-1]}; sebelum itu peraturan yang dimuat belum berlaku.",
            "Ketik tahun perjanjian, contoh 2025.",
        )
    return tahun


def _read_pilihan(baris: Baris, kunci: str, pilihan: Sequence[str]) -> str:
    teks = baris.need_teks(kunci).casefold()
    if teks not in pilihan:
        baris.refuse(kunci, f"{teks!r} tidak dikenal.", suggest(teks, pilihan, f"Pilih: {', '.join(pilihan)}."))
    return teks


def _build_kecamatan(kode: str, baris: Baris) -> Kecamatan:
    terdaftar = find_kecamatan(kode)
    sendiri = re.split(r"\s*[;\n]\s*", baris.read_paragraf("kelurahan") or "")
    return Kecamatan(
        kode=kode,
        nama=baris.read_teks("nama") or terdaftar.nama,
        kabkota=terdaftar.kabkota,
        provinsi=terdaftar.provinsi,
        kelurahan=tuple(k for k in sendiri if k) or list_kelurahan(kode),
    )


def _build_daftar(baris_daftar: Sequence[Baris], baris_kegiatan: Sequence[Baris]) -> tuple[DaftarManfaat, ...]:
    kegiatan: dict[str, list[Kegiatan]] = {_read_kunci(b): [] for b in baris_daftar}
    for b in baris_kegiatan:
        kunci = b.need_teks("daftar")
        if kunci not in kegiatan:
            saran = suggest(kunci, kegiatan, "Tambahkan dahulu pada tabel Daftar.")
            b.refuse("daftar", f"Tidak ada daftar {kunci!r} untuk kecamatan ini.", saran)
        kegiatan[kunci].append(Kegiatan(b.need_teks("uraian"), b.read_bulat("target"), b.read_teks("kelurahan")))
    return tuple(
        DaftarManfaat(
            kunci=_read_kunci(b),
            nama=b.need_teks("nama"),
            satuan=b.need_teks("satuan"),
            kegiatan=tuple(kegiatan[_read_kunci(b)]),
            total_tercantum=b.read_bulat("total_tercantum"),
        )
        for b in baris_daftar
    )


def _read_kunci(baris: Baris) -> str:
    kunci = baris.need_teks("kunci")
    if not POLA_KUNCI.fullmatch(kunci):
        baris.refuse(
            "kunci", f"Kunci {kunci!r} tidak dapat dipakai.", "Pakai huruf kecil, angka, garis bawah; paling banyak 24."
        )
    return kunci


def _build_indikator(baris: Baris, daftar: tuple[DaftarManfaat, ...], pada: date) -> tuple[str, Indikator]:
    jenis = JENIS[_read_pilihan(baris, "jenis", list(JENIS))]
    huruf, target = baris.read_target("target", _list_huruf(pada))
    dikenal = [a.kode for a in list_arah(pada=pada)]
    arah = (baris.read_teks("arah") or dikenal[0]).casefold()
    if arah not in dikenal:
        baris.refuse("arah", f"Arah {arah!r} tidak dikenal.", f"Pilih: {', '.join(dikenal)}.")
    return baris.need_teks("sasaran"), Indikator(
        nama=baris.need_teks("indikator"),
        jenis=jenis,
        satuan=baris.need_teks("satuan"),
        target=target,
        target_huruf=huruf,
        arah=arah,
        program=baris.read_teks("program"),
        penjelasan=baris.read_paragraf("penjelasan") or "",
        daftar=daftar if jenis.berdaftar else (),
        pembilang=baris.read_teks("pembilang") or "",
        penyebut=baris.read_teks("penyebut") or "",
    )


def _list_huruf(pada: date) -> tuple[str, ...]:
    """The letters that a target may have."""
    semua = [tabel for jenis in JENIS.values() if (tabel := jenis.get_tabel(pada=pada))]
    return tuple({j.kode: None for tabel in semua for j in tabel.jenjang})


def _build_lke(baris: Sequence[Baris]) -> Lke | None:
    """A region's own components of SAKIP, a row a sub-component or a component that has none; None without any row."""
    if not baris:
        return None
    judul: dict[str, str] = {}  # a component as it is written first; capitals make no other
    bagian: dict[str, dict[str, Subkomponen]] = {}
    for b in baris:
        komponen_, nama = b.need_teks("komponen"), b.read_teks("subkomponen") or ""
        milik = bagian.setdefault(judul.setdefault(komponen_.casefold(), komponen_), {})
        if nama.casefold() in milik or (milik and "" in (nama, *milik)):
            b.refuse("subkomponen", "Bagian komponen ini tertulis dua kali.", "Beri setiap baris nama subkomponennya.")
        bobot = b.read_angka("bobot")
        if bobot is None:
            b.refuse("bobot", "Sel ini wajib diisi.", "Isi sel itu.")
        if bobot != round(bobot, MAKS_DESIMAL):
            b.refuse("bobot", f"Bobot paling banyak {MAKS_DESIMAL} angka di belakang koma.", "Bulatkan bobotnya.")
        milik[nama.casefold()] = Subkomponen(nama, bobot)
    komponen = tuple(
        Komponen(nama, sum((s.bobot for s in milik.values()), Decimal(0)), tuple(s for s in milik.values() if s.nama))
        for nama, milik in bagian.items()
    )
    try:
        check_bobot(komponen)
    except MasukanError as galat:
        raise DataError(galat.pesan, tempat=baris[0].tempat, saran=galat.saran) from None
    return Lke(komponen, "; ".join(dict.fromkeys(d for b in baris if (d := b.read_teks("dasar")))))
