"""Which column of a range of cells is what: by the titles in its first row, else by position."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.anggaran.arti import (
    Ciri,
    classify,
    fold_judul,
    list_calon,
    names_akun,
    names_lain,
    names_rincian,
    read_ciri,
)
from kinerja.anggaran.arti_kata import KELOMPOK, PEMILIK
from kinerja.anggaran.judul_ragu import is_hitungan, read_semua_ciri
from kinerja.anggaran.satuan import find_satuan
from kinerja.anggaran.sel_kode import list_pecahan
from kinerja.anggaran.sumber import Peran
from kinerja.anggaran.ulangan import BERULANG
from kinerja.angka import read_angka, read_kolom_uang
from kinerja.errors import KosongError, MasukanError
from kinerja.judul import is_kosong

Rentang = Sequence[Sequence[object]]
Isi = Mapping[int, tuple[Decimal, ...]]
_MIRIP_JUMLAH = re.compile(r"\W*(?:(?:Rp|IDR)\W*)?[0-9]", re.IGNORECASE)
"""Text that starts as an amount does."""
_TERDALAM = 15
"""Rows in which the titles may stand."""
_TINGKAT = ("_sub", "_kegiatan", "_program", "")


@dataclass(frozen=True, slots=True)
class KolomRentang:
    """Numbers of columns from 0.

    Attributes:
        kode, nama: from the deepest level to the general one.
        uang: to be added up.
        pecahan: further cells of a code, behind its only column, under the same title.
        pemilik: whose a row is: kecamatan or SKPD.
        pembeda: what tells apart rows of one code.
        akun: -1 where there is none.
        tahun: -1 where there is none.
        berulang: an amount may stand beside each of several rows of one code.
        rincian: items without codes stand below the coded rows.
        berjudul: by the titles of the first row, which is no data then.
    """

    kode: tuple[int, ...]
    nama: tuple[int, ...]
    uang: tuple[int, ...]
    pecahan: tuple[int, ...] = ()
    pemilik: tuple[int, ...] = ()
    pembeda: tuple[int, ...] = ()
    akun: int = -1
    tahun: int = -1
    berulang: bool = False
    rincian: bool = False
    berjudul: bool = False


def find_kolom(isi: Rentang, peran: Peran) -> KolomRentang:
    """The columns of a range whose first row is not blank.

    Args:
        peran: `perjanjian`, `dpa` or `realisasi`.

    Raises:
        MasukanError: titles without an amount for this source; two columns that could both be meant.

    >>> find_kolom([["Realisasi (Rp)", "Uraian", "Kode", "Pagu"], [5, "Desa", "7.01.06", 9]], "realisasi")
    KolomRentang(kode=(2,), nama=(1,), uang=(0,), pecahan=(), pemilik=(), pembeda=(), akun=-1, tahun=-1, berulang=False, rincian=False, berjudul=True)
    >>> find_kolom([["7.01.06", "Desa", 5]], "dpa").uang
    (2,)
    """  # noqa: E501
    judul = _read_judul(isi[0])
    makna: dict[str, list[int]] = {}
    for k, teks in judul.items():
        makna.setdefault(classify(teks), []).append(k)
    ciri = read_semua_ciri(isi, 1, {k: (teks,) for k, teks in judul.items()})
    bernama = {k for m, semua in makna.items() if _is_nama(m) for k in semua}
    if not ciri or not bernama:
        _refuse_kepala_di_bawah(isi)
        if ciri and list_calon(ciri, peran) != (len(isi[0]) - 1,):
            raise MasukanError(
                f"Judul kolom kode tidak dikenal: {_join(judul, judul)}.", saran='Beri judul "Kode" dan "Uraian".'
            )
        tergeser = makna.get("kode", [0])[0] > 0 or names_lain(judul.get(len(isi[0]) - 1, ""))
        return _find_posisi(isi, judul, bool(bernama) and tergeser)
    _refuse_dua_baris(isi, bernama)
    uang = list_calon(ciri, peran)
    if not uang:
        raise MasukanError(
            f"Tidak ada kolom {'realisasi' if peran == 'realisasi' else 'pagu'}; judulnya: {_join(judul, ciri)}.",
            saran="Beri judul kolom jumlahnya.",
        )
    dipakai = choose_uang(isi[1:], judul, ciri, uang)
    if (satuan := find_satuan(judul[k] for k in dipakai)) is not None:
        raise MasukanError(f"Jumlahnya tidak dalam rupiah penuh: {satuan!r}.", saran="Pakai tabel dalam rupiah penuh.")
    return _map_kolom(judul, makna, dipakai)


def _read_judul(baris: Sequence[object]) -> dict[int, str]:
    """The titles of a row; beside one of codes or names a year is one too."""
    judul = {k: " ".join(s.split()) for k, s in enumerate(baris) if isinstance(s, str) and not _is_uang(s)}
    if any(_is_nama(classify(teks)) for teks in judul.values()):
        tahun = ((k, str(s).strip().removesuffix(".0")) for k, s in enumerate(baris))
        judul |= {k: teks for k, teks in tahun if re.fullmatch("20[0-9]{2}", teks)}
    return dict(sorted(judul.items()))


def _is_nama(makna: str) -> bool:
    """The meaning of a title of codes or of names of what has a budget."""
    return makna.startswith(("kode", "nama")) and makna != "nama_kecamatan"


def _refuse_kepala_di_bawah(isi: Rentang) -> None:
    """Raise where the titles stand below the first row: a letterhead was taken along."""
    for baris in isi[1:_TERDALAM]:
        judul = _read_judul(baris)
        if any(_is_nama(classify(t)) for t in judul.values()) and any(read_ciri((t,)) for t in judul.values()):
            raise MasukanError(
                f"Judul kolomnya tidak di baris pertama: {_join(judul, judul)} ada di bawahnya.",
                saran="Mulai rentang dari baris judul itu.",
            )


def _refuse_dua_baris(isi: Rentang, bernama: Collection[int]) -> None:
    """Raise where the second row goes on with titles of amounts."""
    bawah = {k: s for k, s in enumerate(isi[1] if len(isi) > 1 else ()) if not is_kosong(s)}
    judul = {k: " ".join(s.split()) for k, s in bawah.items() if isinstance(s, str) and not _is_uang(s)}
    if bawah and bawah.keys() == judul.keys() - bernama and any(read_ciri((t,)) for t in judul.values()):
        raise MasukanError(
            f"Judul kolomnya dua baris: {_join(judul, judul)} ada di baris kedua.",
            saran="Tulis judulnya dalam satu baris, lalu ulangi.",
        )


def _map_kolom(judul: Mapping[int, str], makna: Mapping[str, list[int]], uang: tuple[int, ...]) -> KolomRentang:
    kode, nama = (
        {t: _only(makna[f"{awal}{t}"], judul) for t in _TINGKAT if f"{awal}{t}" in makna} for awal in ("kode", "nama")
    )
    akun = makna.get("pembeda akun", [-1])[0]
    if len(kode) > 1 and "" in kode and names_akun(judul[kode[""]]):
        akun = kode.pop("")
    pembeda = [k for m, semua in makna.items() if m.startswith("pembeda ") for k in semua]
    bukan = {*makna.get("pembeda akun", []), *makna.get("pembeda nama akun", [])}
    return KolomRentang(
        tuple(kode.values()),
        tuple(nama.values()),
        uang,
        tuple(list_pecahan([*kode.values()], judul)),
        tuple(k for m in PEMILIK for k in makna.get(m, [])),
        tuple(k for k in pembeda if k not in bukan),
        akun,
        makna.get("tahun", [-1])[0],
        berulang=bool(BERULANG & {m.removeprefix("pembeda ") for m in makna}) or akun >= 0,
        rincian=any(map(names_rincian, judul.values())),
        berjudul=True,
    )


def _find_posisi(isi: Rentang, judul: Mapping[int, str], tergeser: bool) -> KolomRentang:
    """Code first, amount last, the name between; the first row is a head where it holds words only."""
    akhir = len(isi[0]) - 1
    if tergeser:
        pesan = f"Judul kolom jumlah tidak dikenal: {_join(judul, judul)}."
        raise MasukanError(pesan, saran='Beri judul seperti "Pagu" atau "Realisasi".')
    for k in range(2, akhir):
        if any(_is_jumlah(baris[k]) for baris in isi):
            raise MasukanError(
                f"Kolom {k + 1} dan kolom {akhir + 1} sama-sama berisi angka, dan tidak ada judul yang membedakannya.",
                saran="Beri judul Pagu atau Realisasi, atau pilih kode, nama, dan jumlah saja.",
            )
    berjudul = not re.search("[0-9]", str(isi[0][0] or "")) and akhir in judul and bool(judul[akhir])
    return KolomRentang((0,), (1,) if akhir > 1 else (), (akhir,), berjudul=berjudul)


def choose_uang(
    isi: Rentang, judul: Mapping[int, str], ciri: Mapping[int, Ciri], calon: Sequence[int]
) -> tuple[int, ...]:
    """The columns of amounts that count: the later of a pair, the whole beside its parts, groups of spending together.

    Raises:
        MasukanError: two columns that could both be meant.

    >>> judul = {0: "Kode", 1: "Semula", 2: "Menjadi"}
    >>> choose_uang([["7.01.06", 5, 7]], judul, {k: read_ciri((judul[k],)) for k in (1, 2)}, [1, 2])
    (2,)
    """
    if len(calon) == 1:
        return (calon[0],)
    nilai = _drop_hitungan({k: n for k in calon if (n := _read_isi(isi, k))}, judul, ciri)
    if len(set(nilai.values())) > 1 and any(fold_judul(judul[k]) == "perubahan" for k in nilai):
        raise _refuse_beberapa(judul, [*nilai])  # the new budget, or by how much it changes
    sisa: dict[tuple[object, ...], int] = {}
    for k in _list_terakhir({k: ciri[k] for k in nilai}):  # quarters that are alike are still two quarters
        sisa.setdefault((ciri[k].penggal, nilai[k]), k)
    kolom = list(sisa.values())
    if len(kolom) < 2:
        return (kolom[0] if kolom else calon[0],)
    bagian = [k for k in kolom if ciri[k].penggal]
    utuh = [k for k in kolom if not ciri[k].penggal]
    nama = {ciri[k].penggal for k in bagian}
    if len(utuh) == 1 and bagian and nilai[utuh[0]] == tuple(map(sum, zip(*(nilai[k] for k in bagian), strict=True))):
        return (utuh[0],)
    if not utuh and len(nama) == len(bagian) and nama <= KELOMPOK:
        return tuple(bagian)
    raise _refuse_beberapa(judul, kolom)


def _refuse_beberapa(judul: Mapping[int, str], kolom: Sequence[int]) -> MasukanError:
    return MasukanError(
        f"Beberapa kolom bisa berarti jumlahnya: {_join(judul, kolom)}.",
        saran="Pilih rentang tanpa kolom yang tidak dipakai, atau perjelas judulnya.",
    )


def _drop_hitungan(nilai: Isi, judul: Mapping[int, str], ciri: Mapping[int, Ciri]) -> Isi:
    """Without columns that count things, unless nothing would be left."""
    besar = {k: max(map(abs, isi)) for k, isi in nilai.items() if all(n.is_finite() for n in isi)}

    def is_baik(k: int) -> bool:
        lain = max((n for m, n in besar.items() if m != k), default=0)
        return k not in besar or not is_hitungan(judul, k, ciri[k], besar[k], lain)

    return {k: isi for k, isi in nilai.items() if is_baik(k)} or nilai


def _list_terakhir(ciri: Mapping[int, Ciri]) -> list[int]:
    """What holds after a change of the budget, where the titles tell."""
    masa = {c.masa for c in ciri.values()}
    if "perubahan" in masa:
        return [k for k, c in ciri.items() if c.setelah]
    return [k for k, c in ciri.items() if c.masa != "murni" or masa == {"murni"}]


def _read_isi(isi: Rentang, kolom: int) -> tuple[Decimal, ...]:
    """The amounts of a column, to be compared with others; nothing where it is blank."""
    try:
        nilai = read_kolom_uang([b[kolom] for b in isi])
    except MasukanError:
        return (Decimal("NaN"),) * len(isi)  # like no other: whoever reads it will say what is wrong
    return tuple(n or Decimal(0) for n in nilai) if any(n is not None for n in nilai) else ()


def _only(kolom: Sequence[int], judul: Mapping[int, str]) -> int:
    if len(kolom) > 1:
        raise MasukanError(
            f"Beberapa kolom sama artinya: {_join(judul, kolom)}.", saran="Perjelas judulnya, atau pilih rentang lain."
        )
    return kolom[0]


def _join(judul: Mapping[int, str], kolom: Sequence[int] | Mapping[int, object]) -> str:
    return ", ".join(f"'{judul[k]}' (kolom {k + 1})" for k in kolom)


def _is_jumlah(sel: object) -> bool:
    """What may be an amount, so that it is not passed over for the one in the last column."""
    if isinstance(sel, str):
        return bool(sel.strip()) and _is_uang(sel)
    return isinstance(sel, int | float | Decimal) and not isinstance(sel, bool)


def _is_uang(teks: str) -> bool:
    """Text that is an amount, or none, or like one: to be read, or refused, as one, and no title."""
    if not teks.strip():
        return True
    try:
        read_angka(teks, "uang")
    except MasukanError as galat:
        return isinstance(galat, KosongError) or _MIRIP_JUMLAH.match(teks) is not None
    return True
