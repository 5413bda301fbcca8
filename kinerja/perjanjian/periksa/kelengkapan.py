"""Checks of what is still empty: one finding a kecamatan for the statement, one for the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.perjanjian.model import DIGIT_NIP
from kinerja.perjanjian.periksa.naskah import Naskah
from kinerja.temuan import Temuan, Tingkat, declare, join_kata


@declare("PK17", Tingkat.PERINGATAN, "NIP bukan 18 angka", "Periksa NIP-nya.")
def check_nip(n: Naskah) -> Iterator[Temuan]:
    """A NIP that is not of 18 digits (spaces between them do not matter)."""
    for pejabat in (n.pk.pihak_pertama, n.pk.pihak_kedua):
        if pejabat.nip and not re.fullmatch(f"[0-9]{{{DIGIT_NIP}}}", pejabat.nip.replace(" ", "")):
            yield n.report(pejabat.jabatan, f"NIP {pejabat.nip} tidak terdiri atas {DIGIT_NIP} angka.")


@declare("PK18", Tingkat.PERINGATAN, "Pernyataan belum lengkap", "Isi pada data induk, atau pada buku kerjanya.")
def check_pernyataan(n: Naskah) -> Iterator[Temuan]:
    """What the statement still lacks. A head of the region has neither pangkat nor NIP: not asked for."""
    pk = n.pk
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
    yield from _report(n, "pernyataan", kosong)


@declare("PK19", Tingkat.PERINGATAN, "Lampiran belum lengkap", "Isi pada data induk, atau pada buku kerjanya.")
def check_isi(n: Naskah) -> Iterator[Temuan]:
    """What the annex still lacks."""
    pk, kosong = n.pk, []
    if banyak := sum(i.target is None for i in pk.indikator):
        huruf = ", ".join(i.target_huruf for i in pk.indikator if i.target_huruf and i.target is None)
        baru = f" (baru hurufnya: {huruf}, angkanya belum)" if huruf else ""
        kosong.append(f"target {banyak} dari {len(pk.indikator)} indikator{baru}")
    if belum := [p.kode for p in pk.program if p.anggaran is None]:
        kode = f" ({', '.join(satu or '(tanpa kode)' for satu in belum)})" if len(belum) < len(pk.program) else ""
        kosong.append(f"anggaran {len(belum)} dari {len(pk.program)} program{kode}")
    if banyak := sum(not d.kegiatan for d in pk.daftar):
        kosong.append(f"baris kegiatan untuk {banyak} dari {len(pk.daftar)} daftar")
    if banyak := sum(k.target is None for d in pk.daftar for k in d.kegiatan):
        kosong.append(f"target {banyak} kegiatan")
    yield from _report(n, "lampiran", kosong)


def _report(n: Naskah, bagian: str, kosong: list[str]) -> Iterator[Temuan]:
    if kosong:
        yield n.report(bagian, f"Belum diisi: {join_kata(kosong)}.")
