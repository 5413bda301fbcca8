"""Checks of the activity lists: doubles and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kinerja.dekat import find_nearest, suggest
from kinerja.perjanjian.model import Kecamatan, Kegiatan
from kinerja.perjanjian.periksa.naskah import Naskah
from kinerja.temuan import Temuan, Tingkat, declare, join_kata
from kinerja.wilayah.desa import SINGKATAN

_JALAN = re.compile(r"\b(jl|jln|jalan|gg|gang|lk|lingk|lingkungan|dusun|rt|rw)\b", re.IGNORECASE)
"""Words by which a text names a place without naming the desa or kelurahan."""
_AKHIR = re.compile(rf"[,;()]|\s[-–]\s|{_JALAN.pattern}|\b(kec|kecamatan)\b", re.IGNORECASE)
"""What ends that name in running text."""
_KATA_SAMBUNG = re.compile(r"(dan|atau|di|yang|untuk|serta|kb)\b", re.IGNORECASE)
"""What begins no name; Kampung KB is a programme."""


@declare("PK13", Tingkat.PERINGATAN, "Kegiatan ganda", "Hapus yang berlebih; biarkan bila memang dua kegiatan.")
def check_kegiatan_ganda(n: Naskah) -> Iterator[Temuan]:
    """An activity stands twice in its list, with the same text and kelurahan."""
    for d in n.pk.daftar:
        sama: dict[tuple[str, str], list[int]] = {}
        for nomor, k in enumerate(d.kegiatan, start=1):
            kunci = " ".join(k.uraian.casefold().split()), (k.kelurahan or "").casefold()
            sama.setdefault(kunci, []).append(nomor)
        for ganda in sama.values():
            if len(ganda) > 1:
                pesan = f"Kegiatan nomor {join_kata(ganda)} sama: {d.kegiatan[ganda[0] - 1].uraian}."
                yield n.report(f"daftar {d.nama}", pesan)


@declare("PK14", Tingkat.PERINGATAN, "Desa/kelurahan tidak terdaftar", "Betulkan nama desa/kelurahannya.")
def check_kelurahan(n: Naskah) -> Iterator[Temuan]:
    """A village that the kecamatan does not have, where its villages are known; capitals do not matter."""
    kecamatan = n.pk.kecamatan
    dikenal = {k.casefold() for k in kecamatan.kelurahan}
    if not dikenal:
        return
    for d in n.pk.daftar:
        for nomor, k in enumerate(d.kegiatan, start=1):
            nama = find_kelurahan(k, kecamatan)
            if nama is None or nama.casefold() in dikenal:
                continue
            saran = suggest(nama, kecamatan.kelurahan, f"Yang terdaftar: {', '.join(kecamatan.kelurahan)}.", write=str)
            yield n.report(
                f"daftar {d.nama}, kegiatan {nomor}",
                f"{kecamatan.sebutan_desa} {nama} tidak terdaftar di Kecamatan {kecamatan.nama}.",
                saran,
            )


@declare("PK15", Tingkat.PERINGATAN, "Kegiatan tanpa desa/kelurahan", "Lengkapi desa/kelurahannya.")
def check_tanpa_kelurahan(n: Naskah) -> Iterator[Temuan]:
    """Activities without a village: a warning when the text names no place at all, else an information."""
    desa = n.pk.kecamatan.sebutan_desa.lower()
    for d in n.pk.daftar:
        semua = enumerate(d.kegiatan, start=1)
        tanpa = [(r, k) for r, k in semua if not find_kelurahan(k, n.pk.kecamatan)]
        buta = [r for r, k in tanpa if not _JALAN.search(k.uraian)]
        berjalan = [r for r, k in tanpa if _JALAN.search(k.uraian)]
        for tingkat, nomor, apa in (
            (Tingkat.PERINGATAN, buta, f"tidak menyebut {desa} atau tempat lain"),
            (Tingkat.INFO, berjalan, f"menyebut jalan atau lingkungan, tetapi tidak {desa}nya"),
        ):
            if nomor:
                pesan = f"Kegiatan nomor {join_kata(nomor)} {apa}."
                yield n.report(f"daftar {d.nama}", pesan, saran=f"Lengkapi {desa}nya.", tingkat=tingkat)


def find_kelurahan(k: Kegiatan, kecamatan: Kecamatan) -> str | None:
    """The village that an activity names: in its own column, else behind `Kel.`, `Desa`, `Gampong` in its text.

    Args:
        kecamatan: what it calls a village, and its villages, by which the end of a name in running text is told.

    >>> medan = Kecamatan("12.71.17", "Medan Baru", "Kota Medan", "Sumatera Utara", ("Darat", "Titi Rante"))
    >>> find_kelurahan(Kegiatan("Jalan", kelurahan="Kel. Darat"), medan), find_kelurahan(Kegiatan("Data desa"), medan)
    ('Darat', None)
    >>> find_kelurahan(Kegiatan("Drainase Kelurahan Titi Rantai Tahap II"), medan)
    'Titi Rantai'
    """
    terdaftar, awalan = kecamatan.kelurahan, _compile_awalan(kecamatan.sebutan_desa)
    dikenal = {t.casefold() for t in terdaftar}
    if k.kelurahan:
        awal = awalan.match(k.kelurahan)
        if awal is None or k.kelurahan.casefold() in dikenal:
            return k.kelurahan
        return k.kelurahan[awal.end() :] or k.kelurahan
    # A name may begin with the word itself: Gampong Baro.
    calon = (
        _find_terdaftar(k.uraian[c.start() :], terdaftar) or _cut_nama(k.uraian[c.end() :], terdaftar)
        for c in awalan.finditer(k.uraian)
    )
    nama = [n for n in calon if n]
    return next((n for n in nama if n.casefold() in dikenal), nama[-1] if nama else None)


@lru_cache(maxsize=64)
def _compile_awalan(sebutan: str) -> re.Pattern[str]:
    """What stands before the name of a village where it is called so."""
    kata = {"kelurahan", "desa", *sebutan.casefold().split("/")}
    kata |= {pendek for pendek, panjang in SINGKATAN.items() if panjang.casefold() in kata}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(kata, reverse=True)))})\b\.?\s*", re.IGNORECASE)


def _find_terdaftar(teks: str, terdaftar: Sequence[str]) -> str | None:
    """The registered name with which a text begins."""
    urut = sorted(terdaftar, key=len, reverse=True)
    cocok = (re.match(rf"{re.escape(nama)}\b", teks, re.IGNORECASE) for nama in urut)
    return next((c[0] for c in cocok if c), None)


def _cut_nama(teks: str, terdaftar: Sequence[str]) -> str | None:
    """The name with which a text begins: a registered one, one like it, or a capitalised one as far as it goes."""
    if nama := _find_terdaftar(teks, terdaftar):
        return nama
    kata = _AKHIR.split(teks, maxsplit=1)[0].strip(" .:").split()
    for nama in (" ".join(kata[:banyak]) for banyak in range(len(kata), 0, -1)):
        dekat = find_nearest(nama, terdaftar)
        if dekat and dekat.count(" ") == nama.count(" "):
            return nama
    if not kata or _KATA_SAMBUNG.match(teks) or not (kata[0][0].isupper() or kata[0][0].isdigit()):
        return None
    return " ".join(kata)
