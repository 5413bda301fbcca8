"""Regions looked up by what people remember of them: a code, the beginning of one, a name or a part of it."""

from __future__ import annotations

import re

from kinerja.dekat import find_nearest, propose
from kinerja.errors import DataError
from kinerja.wilayah import (
    MAKS_KODE,
    Kabkota,
    KecamatanTerdaftar,
    find_kabkota,
    list_kabkota,
    list_kecamatan,
    normalize_kode,
)


def search_kabkota(teks: str) -> tuple[Kabkota, ...]:
    """The kabupaten and kota whose code begins so, or whose name or provinsi has these words, by code.

    >>> [k.nama for k in search_kabkota("bandung")]
    ['Kabupaten Bandung', 'Kabupaten Bandung Barat', 'Kota Bandung']
    >>> len(search_kabkota("12")), search_kabkota("12.71")[0].nama
    (33, 'Kota Medan')
    """
    return tuple(k for k in list_kabkota() if _has(teks, k.kode, f"{k.nama} {k.provinsi}"))


def search_kecamatan(teks: str) -> tuple[KecamatanTerdaftar, ...]:
    """The kecamatan whose code begins so, or whose name, kabupaten/kota or provinsi has these words, by code.

    >>> [k.kode for k in search_kecamatan("medan baru")]
    ['12.71.17']
    """
    return tuple(k for k in list_kecamatan() if _has(teks, k.kode, f"{k.nama} {k.kabkota} {k.provinsi}"))


def need_kabkota(teks: str) -> Kabkota:
    """The one kabupaten/kota of that code or name; `Kota`, `Kabupaten` or `Kab.` may be left out.

    Raises:
        DataError: none, where the sentence names the nearest one; or several, which it names.

    >>> need_kabkota("situbondo").kode, need_kabkota("Kab. Bandung").kode, need_kabkota("1271").kode
    ('35.12', '32.04', '12.71')
    """
    if re.match(r"\s*[0-9]", teks) or not teks.strip():
        return find_kabkota(teks)
    sebutan = {k: {_fold(k.nama), _fold(k.nama).partition(" ")[2]} for k in list_kabkota()}
    cocok = [k for k, nama in sebutan.items() if _fold(teks) in nama]
    if len(cocok) == 1:
        return cocok[0]
    nama = teks.strip()[:MAKS_KODE]
    if cocok:
        pilihan = " dan ".join(f"{k.nama} ({k.kode})" for k in cocok)
        raise DataError(f"Ada {len(cocok)} kabupaten/kota bernama {nama}: {pilihan}.", saran="Sebutkan kodenya.")
    dekat = find_nearest(_fold(teks), [n for semua in sebutan.values() for n in semua])
    mirip = next((f"{k.kode} ({k.nama})" for k, semua in sebutan.items() if dekat in semua), None)
    saran = propose(mirip, "Cari dengan: kinerja daftar kabkota KATA.")
    raise DataError(f"Tidak ada kabupaten/kota bernama {nama}.", saran=saran)


def _has(teks: str, kode: str, nama: str) -> bool:
    """Whether a region answers to a text."""
    kata = _fold(teks).split()
    if not kata:
        return False
    awal = normalize_kode(teks)
    return kode.startswith(awal) or all(re.search(rf"\b{re.escape(satu)}", _fold(nama)) for satu in kata)


def _fold(nama: str) -> str:
    """What two spellings of a region's name have in common."""
    kata = re.sub(r"[.,]", " ", nama[:MAKS_KODE]).casefold().split()
    return " ".join("kabupaten" if satu == "kab" else satu for satu in kata)
