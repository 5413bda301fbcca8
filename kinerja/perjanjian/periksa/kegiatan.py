"""Checks of the activity lists: doubles and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kinerja.dekat import find_nearest, suggest
from kinerja.perjanjian.model import Kegiatan
from kinerja.perjanjian.periksa.naskah import Naskah
from kinerja.temuan import Temuan, Tingkat, declare, join_kata

_JALAN = re.compile(r"\b(jl|jln|jalan|gg|gang|lk|lingk|lingkungan|dusun|rt|rw)\b", re.IGNORECASE)
"""Words by which a text names a place without naming the kelurahan."""
_SEBUTAN = re.compile(r"\b(?:kel\b\.?|kelurahan\b|desa\b)\s*", re.IGNORECASE)
"""What stands before the name of a kelurahan or desa."""
_AKHIR = re.compile(rf"[,;()]|\s[-–]\s|{_JALAN.pattern}|\b(kec|kecamatan)\b", re.IGNORECASE)
"""What ends that name in running text."""
_KATA_SAMBUNG = re.compile(r"(dan|atau|di|yang|untuk|serta)\b", re.IGNORECASE)


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


@declare("PK14", Tingkat.PERINGATAN, "Kelurahan tidak terdaftar", "Perbaiki nama kelurahannya.")
def check_kelurahan(n: Naskah) -> Iterator[Temuan]:
    """A kelurahan that the kecamatan does not have, where its kelurahan are known; capitals do not matter."""
    kecamatan = n.pk.kecamatan
    dikenal = {k.casefold() for k in kecamatan.kelurahan}
    if not dikenal:
        return
    for d in n.pk.daftar:
        for nomor, k in enumerate(d.kegiatan, start=1):
            nama = find_kelurahan(k, kecamatan.kelurahan)
            if nama is None or nama.casefold() in dikenal:
                continue
            terdaftar = f"Yang terdaftar: {', '.join(kecamatan.kelurahan)}."
            yield n.report(
                f"daftar {d.nama}, kegiatan {nomor}",
                f"Kelurahan {nama} tidak terdaftar di Kecamatan {kecamatan.nama}.",
                suggest(nama, kecamatan.kelurahan, terdaftar, write=str),
            )


@declare("PK15", Tingkat.PERINGATAN, "Kegiatan tanpa kelurahan", "Lengkapi kelurahannya.")
def check_tanpa_kelurahan(n: Naskah) -> Iterator[Temuan]:
    """Activities without kelurahan: a warning when the text names no place at all, else an information."""
    for d in n.pk.daftar:
        semua = enumerate(d.kegiatan, start=1)
        tanpa = [(r, k) for r, k in semua if not find_kelurahan(k, n.pk.kecamatan.kelurahan)]
        buta = [r for r, k in tanpa if not _JALAN.search(k.uraian)]
        berjalan = [r for r, k in tanpa if _JALAN.search(k.uraian)]
        for tingkat, nomor, apa in (
            (Tingkat.PERINGATAN, buta, "tidak menyebut kelurahan atau tempat lain"),
            (Tingkat.INFO, berjalan, "menyebut jalan atau lingkungan, tetapi tidak kelurahannya"),
        ):
            if nomor:
                pesan = f"Kegiatan nomor {join_kata(nomor)} {apa}."
                yield n.report(f"daftar {d.nama}", pesan, tingkat=tingkat)


def find_kelurahan(k: Kegiatan, terdaftar: Sequence[str]) -> str | None:
    """The kelurahan that an activity names: in its own column, else behind `Kel.`, `Kelurahan` or `Desa` in its text.

    Args:
        terdaftar: the kelurahan of the kecamatan, by which the end of a name in running text is told.

    >>> find_kelurahan(Kegiatan("Jalan", kelurahan="Kel. Darat"), ()), find_kelurahan(Kegiatan("Data kelurahan"), ())
    ('Darat', None)
    >>> find_kelurahan(Kegiatan("Drainase Kelurahan Titi Rantai Tahap II"), ["Darat", "Titi Rante"])
    'Titi Rantai'
    """
    dikenal = {t.casefold() for t in terdaftar}
    if k.kelurahan:
        awal = _SEBUTAN.match(k.kelurahan)
        if awal is None or k.kelurahan.casefold() in dikenal:
            return k.kelurahan
        return k.kelurahan[awal.end() :] or k.kelurahan
    nama = [n for cocok in _SEBUTAN.finditer(k.uraian) if (n := _cut_nama(k.uraian[cocok.end() :], terdaftar))]
    return next((n for n in nama if n.casefold() in dikenal), nama[-1] if nama else None)


def _cut_nama(teks: str, terdaftar: Sequence[str]) -> str | None:
    """The name with which a text begins: a registered one, one like it, or a capitalised one as far as it goes."""
    for nama in sorted(terdaftar, key=len, reverse=True):
        if cocok := re.match(rf"{re.escape(nama)}\b", teks, re.IGNORECASE):
            return cocok[0]
    kata = _AKHIR.split(teks, maxsplit=1)[0].strip(" .:").split()
    for nama in (" ".join(kata[:banyak]) for banyak in range(len(kata), 0, -1)):
        dekat = find_nearest(nama, terdaftar)
        if dekat and dekat.count(" ") == nama.count(" "):
            return nama
    if not kata or _KATA_SAMBUNG.match(teks) or not (kata[0][0].isupper() or kata[0][0].isdigit()):
        return None
    return " ".join(kata)
