"""From the merged rows of the input tables to agreements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja.errors import DataError
from kinerja.perjanjian.cara import Cara, Lke
from kinerja.perjanjian.induk.bagian import (
    build_daftar,
    build_kecamatan,
    build_program,
    read_pejabat,
    read_pilihan,
    read_tahun,
    write_jabatan_kepala_daerah,
)
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.gabung import index_kecamatan, merge_baris, settle_anggaran
from kinerja.perjanjian.induk.indikator import assign_aksi, assign_daftar, build_indikator, read_cara
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.induk.lke import build_lke
from kinerja.perjanjian.induk.sel import check_sel
from kinerja.perjanjian.induk.skema import TABEL, Tabel
from kinerja.perjanjian.model import TAHUN, Indikator, JenisPerjanjian, Pejabat, PerjanjianKinerja, Sasaran, akhir_tahun
from kinerja.temuan import join_kata
from kinerja.wilayah import Kabkota, find_kabkota

BERPEMILIK = ("indikator", "daftar", "kegiatan", "program", "aksi")
"""Tables whose rows hold for one kecamatan or for all."""


@dataclass(frozen=True, slots=True)
class _Umum:
    """What holds for every agreement of a data set.

    Attributes:
        ragu: a table could not be read, so what seems to be missing may stand there.
    """

    baris: Baris
    kabkota: Kabkota | None
    tahun: int
    jenis: JenisPerjanjian
    pihak_kedua: Pejabat
    ragu: bool
    cara: Cara
    tanda_tangan_lampiran: bool = True


def build_perjanjian(
    tabel: Mapping[str, Sequence[Baris]], berkas: str, galat: Kumpulan | None = None
) -> tuple[PerjanjianKinerja, ...]:
    """One agreement for each row of the kecamatan table, in its order.

    Args:
        tabel: the rows of each table by its key.
        berkas: name of the file or folder, for messages.
        galat: what reading the tables has found already.

    Raises:
        DataError: whatever cannot be used, with its place; a BanyakError when it is more than one thing.
    """
    galat = galat or Kumpulan()
    tabel = {**tabel, "program": settle_anggaran(tabel.get("program", ()))}
    tak_terbaca = bool(galat)
    _check_tabel(tabel, berkas, galat)
    umum = _build_umum(next(iter(tabel.get("umum", ())), Baris(berkas, {}, {})), galat, ragu=tak_terbaca)
    check_sel(tabel, galat, pada=akhir_tahun(umum.tahun))
    kecamatan = index_kecamatan(tabel.get("kecamatan", ()), umum.kabkota, galat)
    ragu = umum.ragu or len(kecamatan) < len(tabel.get("kecamatan", ()))
    milik = {kunci: merge_baris(kunci, tabel.get(kunci, ()), kecamatan, galat, ragu=ragu) for kunci in BERPEMILIK}
    lke = None
    with galat.catch():
        lke = build_lke(tabel.get("lke", ()))
    for kunci, semua in milik.items():
        with galat.catch():
            _check_banyak(next(t for t in TABEL if t.kunci == kunci), semua)
            continue
        galat.stop()  # so many rows are not read one by one
    hasil = [
        _build_satu(umum, kode, baris, {kunci: m[kode] for kunci, m in milik.items()}, lke, galat)
        for kode, baris in kecamatan.items()
    ]
    galat.stop()
    return tuple(pk for pk in hasil if pk)


def _check_tabel(tabel: Mapping[str, Sequence[Baris]], berkas: str, galat: Kumpulan) -> None:
    """Gather tables that are not there; silent when one was there and could not be read."""
    if galat:
        return
    hilang = [skema.lembar for skema in TABEL if skema.wajib and not tabel.get(skema.kunci)]
    if hilang:
        with galat.catch():
            pesan = f"Tabel {join_kata(hilang)} tidak ada atau kosong."
            raise DataError(pesan, tempat=berkas, saran="Isi tabel itu.")


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
                saran=f"Sisakan paling banyak {tabel.maks} baris untuk satu kecamatan.",
            )


def _build_umum(baris: Baris, galat: Kumpulan, *, ragu: bool) -> _Umum:
    """The settings; those that are refused are gathered, and stand for the rest of the reading at a usual value."""
    umum = _Umum(baris, None, TAHUN[-1], JenisPerjanjian.MURNI, Pejabat(None, ""), ragu, Cara())
    if not baris.isi:  # said already
        return umum
    with galat.catch():
        kabkota = baris.find_kode("kabkota", find_kabkota)
        jabatan = write_jabatan_kepala_daerah(kabkota.nama)
        umum = replace(umum, kabkota=kabkota)
        umum = replace(umum, pihak_kedua=read_pejabat(baris, "pihak_kedua_nama", "pihak_kedua_", jabatan))
    with galat.catch():
        umum = replace(umum, tahun=read_tahun(baris))
    jenis = umum.jenis
    with galat.catch():
        jenis = JenisPerjanjian(read_pilihan(baris, "jenis", [satu.value for satu in JenisPerjanjian]))
    with galat.catch():
        umum = replace(umum, cara=read_cara(baris, pada=akhir_tahun(umum.tahun)))
    with galat.catch():
        umum = replace(umum, tanda_tangan_lampiran=baris.read_ya("tanda_tangan_lampiran") is not False)
    return replace(umum, jenis=jenis)


def _build_satu(
    umum: _Umum, kode: str, baris: Baris, milik: Mapping[str, list[Baris]], lke: Lke | None, galat: Kumpulan
) -> PerjanjianKinerja | None:
    """The agreement of one kecamatan; None when there are faults, which are gathered."""
    sendiri = Kumpulan()
    daftar = build_daftar(milik["daftar"], milik["kegiatan"], sendiri, ragu=umum.ragu)
    indikator = sendiri.each(milik["indikator"], lambda b: build_indikator(b, umum.cara, pada=akhir_tahun(umum.tahun)))
    program = sendiri.each(milik["program"], build_program)
    ragu = umum.ragu or bool(sendiri) or not indikator  # without any, that is what is told
    if not ragu:
        indikator = assign_daftar(indikator, daftar, sendiri)
    indikator = assign_aksi(indikator, milik["aksi"], sendiri, ragu=ragu)
    sasaran: dict[str, list[Indikator]] = {}  # in the order in which they first appear
    for x in indikator:
        sasaran.setdefault(x.sasaran, []).append(x.indikator)
    with galat.catch():
        sendiri.stop()
        if umum.ragu:
            return None
        kecamatan = build_kecamatan(kode, baris, pada=akhir_tahun(umum.tahun))
        try:
            return PerjanjianKinerja(
                kecamatan=kecamatan,
                tahun=umum.tahun,
                jenis=umum.jenis,
                pihak_pertama=read_pejabat(baris, "camat", "", f"CAMAT {kecamatan.nama.upper()}"),
                pihak_kedua=umum.pihak_kedua,
                sasaran=tuple(Sasaran(uraian, tuple(semua)) for uraian, semua in sasaran.items()),
                program=tuple(program),
                alamat=baris.read_teks("alamat"),
                tempat=baris.read_teks("tempat") or umum.baris.read_teks("tempat"),
                tanggal=baris.read_teks("tanggal") or umum.baris.read_teks("tanggal"),
                anggaran_tercantum=baris.read_rupiah("anggaran_tercantum"),
                lke=lke,
                cara=umum.cara,
                tanda_tangan_lampiran=umum.tanda_tangan_lampiran,
            )
        except DataError as salah:  # the model knows the kecamatan, but no file
            if salah.tempat.startswith("kecamatan "):
                raise salah.at(f"{baris.tempat} ({kode} {kecamatan.nama})") from None
            raise
    return None
