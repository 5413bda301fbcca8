"""Checks of what is still empty: one finding a kecamatan for the statement, one for the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.perjanjian.periksa.tempat import join_kata, name_tempat
from kinerja.temuan import Temuan, Tingkat


def check_nip(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK17: a NIP that is not of 18 digits (spaces between them do not matter)."""
    for pejabat in (pk.pihak_pertama, pk.pihak_kedua):
        if pejabat.nip and not re.fullmatch("[0-9]{18}", pejabat.nip.replace(" ", "")):
            pesan = f"NIP {pejabat.nip} tidak terdiri atas 18 angka."
            yield Temuan("PK17", Tingkat.PERINGATAN, name_tempat(pk, pejabat.jabatan), pesan, "Periksa NIP-nya.")


def check_pernyataan(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK18: what the statement still lacks. A head of the region has neither pangkat nor NIP: not asked for."""
    bagian = {
        "nama camat": pk.pihak_pertama.nama,
        "pangkat camat": pk.pihak_pertama.pangkat,
        "NIP camat": pk.pihak_pertama.nip,
        "nama pihak kedua": pk.pihak_kedua.nama,
        "alamat kantor": pk.alamat,
        "tempat": pk.tempat,
        "tanggal": pk.tanggal,
    }
    kosong = [nama for nama, isi in bagian.items() if not isi]
    yield from _report(pk, "PK18", "pernyataan", kosong)


def check_isi(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK19: what the annex still lacks."""
    kosong = []
    if n := sum(i.target is None for i in pk.indikator):
        kosong.append(f"target {n} dari {len(pk.indikator)} indikator")
    if n := sum(p.anggaran is None for p in pk.program):
        kosong.append(f"anggaran {n} dari {len(pk.program)} program")
    if n := sum(not d.kegiatan for d in pk.daftar):
        kosong.append(f"isi {n} dari {len(pk.daftar)} daftar kegiatan")
    if n := sum(k.target is None for d in pk.daftar for k in d.kegiatan):
        kosong.append(f"target {n} kegiatan")
    yield from _report(pk, "PK19", "lampiran", kosong)


def _report(pk: PerjanjianKinerja, kode: str, bagian: str, kosong: list[str]) -> Iterator[Temuan]:
    if kosong:
        pesan, saran = f"Belum diisi: {join_kata(kosong)}.", "Isi pada data induk, atau pada buku kerjanya."
        yield Temuan(kode, Tingkat.PERINGATAN, name_tempat(pk, bagian), pesan, saran)
