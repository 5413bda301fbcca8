"""Regions looked up by what people remember of them: a code, the beginning of one, a name or a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

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

W = TypeVar("W", Kabkota, KecamatanTerdaftar)


def split_kode(teks: str) -> tuple[str, str]:
    """Code with its dots, and the name behind it.

    >>> split_kode("13.05.04 2 x 11 Anam Lingkuang"), split_kode("127117"), split_kode("Medan")
    (('13.05.04', '2 x 11 Anam Lingkuang'), ('12.71.17', ''), ('Medan', ''))
    """
    cocok = re.fullmatch(r"([0-9]{2}[ .\-/]?[0-9]{2}(?:[ .\-/]?[0-9]{2})?)(?: (.+))?", teks)
    return (normalize_kode(cocok[1]), cocok[2] or "") if cocok else (teks, "")


def search_kabkota(teks: str) -> tuple[Kabkota, ...]:
    """The kabupaten and kota whose code begins so, or whose name or provinsi has these words, by code.

    >>> [k.nama for k in search_kabkota("bandung")]
    ['Kabupaten Bandung', 'Kabupaten Bandung Barat', 'Kota Bandung']
    >>> len(search_kabkota("12")), search_kabkota("12.71")[0].nama
    (33, 'Kota Medan')
    """
    return _choose(teks, list_kabkota())


def search_kecamatan(teks: str) -> tuple[KecamatanTerdaftar, ...]:
    """The kecamatan whose code begins so, or whose name, kabupaten/kota or provinsi has these words, by code.

    >>> [k.kode for k in search_kecamatan("medan baru")]
    ['12.71.17']
    """
    return _choose(teks, list_kecamatan())


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
    saran = propose(find_mirip(teks, list_kabkota()), "Cari kodenya dengan: kinerja daftar kabkota KATA.")
    raise DataError(f"Tidak ada kabupaten/kota bernama {nama}.", saran=saran)


def find_mirip(teks: str, semua: Iterable[Kabkota | KecamatanTerdaftar]) -> str | None:
    """The region that a misspelt name may mean, as messages name it; of several of that name only the name.

    >>> find_mirip("sitobondo", list_kabkota()), find_mirip("medan baruu", list_kecamatan("12.71"))
    ('35.12 (Kabupaten Situbondo)', '12.71.17 (Medan Baru)')
    >>> find_mirip("karanganyer", list_kecamatan()), find_mirip("atlantis", list_kabkota())
    ('Karanganyar', None)
    """
    sebutan: dict[str, list[Kabkota | KecamatanTerdaftar]] = {}
    for satu in semua:
        nama = _fold(satu.nama)
        tanpa = nama.partition(" ")[2] if isinstance(satu, Kabkota) else ""
        for sebut in filter(None, {nama, tanpa}):
            sebutan.setdefault(sebut, []).append(satu)
    milik = sebutan.get(find_nearest(_fold(teks), sebutan) or "", [])
    if len(milik) > 1 and isinstance(milik[0], KecamatanTerdaftar):
        return milik[0].nama
    return f"{milik[0].kode} ({milik[0].nama})" if milik else None


def _choose(teks: str, semua: Iterable[W]) -> tuple[W, ...]:
    """The regions whose code begins with a text, or whose names have all its words."""
    kata = [re.compile(rf"\b{re.escape(satu)}") for satu in _fold(teks).split()]
    if not kata:
        return ()
    awal = normalize_kode(teks)

    def has(kode: str, *nama: str) -> bool:
        sebutan = _fold(" ".join(nama))
        return kode.startswith(awal) or all(satu.search(sebutan) for satu in kata)

    return tuple(w for w in semua if has(*w))


def _fold(nama: str) -> str:
    """What two spellings of a region's name have in common."""
    kata = re.sub(r"[.,]", " ", nama[:MAKS_KODE]).casefold().split()
    return " ".join("kabupaten" if satu == "kab" else satu for satu in kata)
