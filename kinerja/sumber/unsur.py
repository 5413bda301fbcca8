"""Which column of a survey is which unsur.

Columns are known by their titles, for many survey apps swap U8 and U9; only a table without titles goes by position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.errors import DataError
from kinerja.peraturan import get_parameter
from kinerja.rumus.skm import name_unsur
from kinerja.sumber.petak import TERDALAM, Petak, is_kosong, normalize_judul

# The word that tells an unsur from the others and from columns such as "Saran" or "Cap waktu", in the order of the
# regulation; every other word of a title must belong to the name of the unsur, or be one of the fillers.
_KATA_KUNCI = (
    {"persyaratan"}, {"prosedur"}, {"waktu"}, {"biaya", "tarif"}, {"produk"}, {"kompetensi"}, {"perilaku"},
    {"pengaduan"}, {"sarana", "prasarana"},
)  # fmt: skip
_PENGISI = {"unsur", "nilai", "dan", "pelayanan", "layanan"}
_NOMOR = re.compile(r"(?:unsur |u ?)?0?([1-9][0-9]?)(?: (.*))?")
_NOMOR_SAJA = re.compile(r"(?:unsur |u ?)[0-9]+")


@dataclass(frozen=True, slots=True)
class KolomUnsur:
    """Where the answers stand.

    Attributes:
        baris: number of the title row from 1; 0 without titles.
        letak: column numbers from 0, in the order of the unsur.
        nama: names of the unsur, `U4 Biaya/Tarif`, or `U4` in a survey of other than the regulation's unsur.
        catatan: what the reader should be told, sentences.
    """

    baris: int
    letak: tuple[int, ...]
    nama: tuple[str, ...]
    catatan: tuple[str, ...]


def find_kolom(petak: Petak, tempat: str) -> KolomUnsur:
    """The columns of a grid.

    Raises:
        DataError: an unsur that is missing or there twice, titles that mean nothing, or no titles and other than nine
            columns.
    """
    nomor, kepala = find_kepala(petak)
    if not kepala:
        return _map_letak(petak, tempat)
    return _map_judul(petak[nomor - 1], nomor, kepala, f"{tempat}, baris {nomor}")


def find_kepala(petak: Petak) -> tuple[int, Mapping[int, int]]:
    """Number (from 1) of the row with most unsur titles, and its columns with their unsur; (0, {}) without any."""
    terbaik: tuple[int, dict[int, int]] = (0, {})
    for nomor, baris in enumerate(petak[:TERDALAM], start=1):
        unsur = {k: u for k, sel in enumerate(baris) if (u := find_unsur(sel)) is not None}
        if len(unsur) > len(terbaik[1]):
            terbaik = (nomor, unsur)
    return terbaik


def find_unsur(judul: object) -> int | None:
    """Which unsur a column title means, from 0; a name counts, not the number before it. None is another column.

    >>> [find_unsur(x) for x in ("Sarana dan Prasarana", "U8. Sarana dan Prasarana", "u8", "Saran", "Cap waktu")]
    [8, 8, 7, None, None]
    """
    teks = normalize_judul(judul) if isinstance(judul, str) else ""
    bernomor = _NOMOR.fullmatch(teks)
    kata = set((bernomor[2] or "" if bernomor else teks).split())
    for u, (kunci, nama) in enumerate(zip(_KATA_KUNCI, _list_unsur(), strict=True)):
        if kata & kunci and kata <= {*normalize_judul(nama).split(), *_PENGISI}:
            return u
    return int(bernomor[1]) - 1 if bernomor and _NOMOR_SAJA.fullmatch(teks) else None


def _map_judul(baris: Sequence[object], nomor: int, kepala: Mapping[int, int], tempat: str) -> KolomUnsur:
    nama = _list_unsur()
    letak: dict[int, int] = {}
    for k, u in kepala.items():
        if u in letak:
            raise DataError(
                f"Kolom {baris[letak[u]]!r} dan {baris[k]!r} sama-sama unsur U{u + 1}.",
                tempat=tempat,
                saran="Ganti judul salah satu.",
            )
        letak[u] = k
    # Titles that are mere numbers may be of a survey with more or fewer unsur; a name means the regulation's nine.
    bernama = any(not _NOMOR_SAJA.fullmatch(normalize_judul(baris[k])) for k in kepala)
    banyak = max(len(nama) if bernama else 0, max(letak) + 1)
    asing = [str(sel) for k, sel in enumerate(baris) if k not in kepala and not is_kosong(sel)]
    if hilang := [name_unsur(u, len(nama)) for u in range(banyak) if u not in letak]:
        raise DataError(
            f"Kolom {', '.join(hilang)} tidak ada.",
            tempat=tempat,
            saran=f"Pakai judul U1 sampai U{banyak}. Judul yang tidak dikenal: {', '.join(asing)}."
            if asing
            else "Tambahkan kolom itu.",
        )
    catatan = [
        f"Kolom {baris[letak[u]]!r} dibaca sebagai {name_unsur(u, banyak)}; nomornya lain daripada dalam peraturan."
        for u in range(banyak)
        if (n := _NOMOR.fullmatch(normalize_judul(baris[letak[u]]))) and int(n[1]) != u + 1
    ]
    if banyak != len(nama):
        catatan.append(f"Survei ini punya {banyak} unsur; peraturan menetapkan {len(nama)}.")
    if asing:
        catatan.append(f"Kolom yang tidak dipakai: {', '.join(asing)}.")
    urut = range(banyak)
    return KolomUnsur(nomor, tuple(letak[u] for u in urut), tuple(name_unsur(u, banyak) for u in urut), tuple(catatan))


def _map_letak(petak: Petak, tempat: str) -> KolomUnsur:
    """Without titles: exactly the regulation's unsur, in its order."""
    banyak = len(_list_unsur())
    saran = f"Beri baris judul U1 sampai U{banyak}, atau nama unsurnya."
    terpakai = sorted({k for baris in petak for k, sel in enumerate(baris) if not is_kosong(sel)})
    for nomor, baris in enumerate(petak, start=1):
        teks = [sel for sel in baris if isinstance(sel, str) and re.search(r"[^\W\d_]", sel)]
        if teks:
            raise DataError(
                f"Judul kolom tidak dikenal: {', '.join(teks)}.", tempat=f"{tempat}, baris {nomor}", saran=saran
            )
        if any(not is_kosong(sel) for sel in baris):
            break
    if terpakai and len(terpakai) != banyak:
        raise DataError(
            f"Tanpa judul harus ada tepat {banyak} kolom jawaban; di sini {len(terpakai)}.", tempat=tempat, saran=saran
        )
    nama = tuple(name_unsur(u, banyak) for u in range(banyak))
    return KolomUnsur(0, tuple(terpakai), nama, ("Tanpa judul: kolom dibaca menurut urutan unsur.",))


def _list_unsur() -> tuple[str, ...]:
    return get_parameter("skm").daftar_teks("unsur")
