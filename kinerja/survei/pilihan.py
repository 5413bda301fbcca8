"""Columns that the user names: `U1=Bagaimana pendapat Saudara …`; and how to advise it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from kinerja.alamat import column_letters, find_kolom
from kinerja.dekat import suggest
from kinerja.errors import DataError, MasukanError
from kinerja.judul import is_kosong, normalize_judul
from kinerja.rumus.skm import list_unsur
from kinerja.survei.kalimat import list_pilihan, sebut
from kinerja.survei.tanya import find_unsur

Minta = Sequence[tuple[str, str]]
"""Unsur and title, as they were typed."""
MIN_AWAL = 60
"""Letters after which the title in an advice ends, where it means this column only."""
_HURUF = re.compile(r"kolom ([a-z]{1,3})")
_TERLARANG = re.compile(r'["$`\\!\s]+')
"""What a shell takes for its own between double quotes; titles are compared without it."""


def choose_kolom(judul: Mapping[int, str], minta: Minta, tempat: str, *, pada: date) -> dict[int, int]:
    """Columns by the unsur for which they were named.

    Args:
        judul: titles by column.
        minta: a title may be shortened to its beginning, or be `kolom F`.

    Raises:
        MasukanError: an unsur that is not known or is named twice.
        DataError: a title that no column has, or several, or that is named twice.
    """
    hasil: dict[int, int] = {}
    for nama, teks in minta:
        u = _read_unsur(nama, pada)
        if u in hasil:
            raise MasukanError(f"--kolom menyebut U{u + 1} lebih dari satu kali.", saran="Pakai satu judul kolom.")
        k = _find_judul(judul, teks, tempat)
        if k in hasil.values():
            raise DataError(f"--kolom menyebut {sebut(judul[k])} lebih dari satu kali.", tempat=tempat)
        hasil[u] = k
    return hasil


def list_diminta(baris: Sequence[object], minta: Minta) -> set[int]:
    """Columns of a row that may have the titles that the user names, one for each: answers begin alike more often.

    >>> sorted(list_diminta(["Nama", "1. Syarat", "2. Alur"], [("U1", "1"), ("U2", "kolom C"), ("U3", "kolom D")]))
    [1, 2]
    """
    teks = {k: normalize_judul(sel) for k, sel in enumerate(baris) if not is_kosong(sel)} if minta else {}
    hasil = set()
    for _, satu in minta:
        cari = normalize_judul(satu)
        if cocok := _list_cocok(teks, cari):
            hasil.add(cocok[0])
        elif (huruf := _HURUF.fullmatch(cari)) and find_kolom(huruf[1].upper()) - 1 in teks:
            hasil.add(find_kolom(huruf[1].upper()) - 1)
    return hasil


def advise(u: int, kolom: int, judul: Mapping[int, str]) -> str:
    """The option that names this column, ready to be typed; a long title ends where it is plain which is meant.

    >>> advise(0, 2, {1: "Syarat", 2: "Apakah syaratnya jelas?"}), advise(3, 1, {1: "Biaya", 2: "biaya"})
    ('--kolom U1="Apakah syaratnya jelas?"', '--kolom U4="kolom B"')
    """
    teks = " ".join(_TERLARANG.sub(" ", judul[kolom]).split())
    semua = [normalize_judul(satu) for k, satu in judul.items() if k != kolom]
    if normalize_judul(teks) in semua or not normalize_judul(teks):
        return f'--kolom U{u + 1}="kolom {column_letters(kolom)}"'
    for jeda in re.finditer(" ", teks):
        awal = teks[: jeda.start()]
        if jeda.start() >= MIN_AWAL and not any(satu.startswith(normalize_judul(awal)) for satu in semua):
            teks = awal
            break
    return f'--kolom U{u + 1}="{teks}"'


def _read_unsur(nama: str, pada: date) -> int:
    u, banyak = find_unsur(nama, pada=pada), len(list_unsur(pada=pada))
    if u is None or u >= banyak:
        raise MasukanError(f"Unsur {nama!r} tidak dikenal.", saran=f"Pilih U1 sampai U{banyak}.")
    return u


def _find_judul(judul: Mapping[int, str], teks: str, tempat: str) -> int:
    cari = normalize_judul(teks)
    semua = {k: normalize_judul(satu) for k, satu in judul.items()}
    huruf = _HURUF.fullmatch(cari)
    if huruf and cari not in semua.values() and find_kolom(huruf[1].upper()) - 1 in semua:
        return find_kolom(huruf[1].upper()) - 1
    cocok = _list_cocok(semua, cari)
    if not cocok:
        mirip = suggest(teks, judul.values(), write=sebut)
        raise DataError(
            f"Kolom {sebut(teks)} tidak ada.",
            tempat=tempat,
            saran=mirip or "Judul yang ada:",
            rincian=() if mirip else list_pilihan(judul.values()),
        )
    if len(cocok) > 1:
        raise DataError(
            f"{sebut(teks)} cocok dengan {len(cocok)} kolom: {', '.join(column_letters(k) for k in cocok)}.",
            tempat=tempat,
            saran=f'Sebutkan judulnya lebih panjang, atau hurufnya: "kolom {column_letters(cocok[0])}".',
        )
    return cocok[0]


def _list_cocok(judul: Mapping[int, str], cari: str) -> list[int]:
    """Columns with this title, or else one that begins with these words, or else with these letters; normalised.

    >>> _list_cocok({0: "1 syarat", 1: "10 umur"}, "1"), _list_cocok({0: "1 syarat", 1: "10 umur"}, "1 sya")
    ([0], [0])
    """
    sama = [k for k, satu in judul.items() if cari and satu == cari]
    kata = sama or [k for k, satu in judul.items() if cari and satu.startswith(f"{cari} ")]
    return kata or [k for k, satu in judul.items() if cari and satu.startswith(cari)]
