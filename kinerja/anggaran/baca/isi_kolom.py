"""What the cells of a column say of it, where its title says too little: codes, kecamatan, `Rp` beside its figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kinerja.anggaran.arti import fold_judul
from kinerja.anggaran.arti_kata import PEMILIK
from kinerja.anggaran.baca.kepala import JENJANG, Kepala, split_nama
from kinerja.anggaran.sel_kode import is_kode
from kinerja.anggaran.sel_uang import is_uang
from kinerja.errors import DataError
from kinerja.kode import TINGKAT, read_kode
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak

_CONTOH = 2_000
"""Rows that are looked at; what they show is then asked of every row where it is read."""
_BUKAN_PEMBEDA = {
    "no", "nomor", "urut", "keterangan", "ket", "catatan", "indikator", "target", "satuan", "volume", "koefisien",
    "harga", "sasaran", "lokasi", "kinerja", "persen", "status", "hasil", "keluaran", "tolok", "ukur",
}  # fmt: skip
"""Words of titles whose columns tell nothing apart: of a row that was copied they are changed, or not filled in."""


def look_isi(petak: Petak, kepala: Kepala, tempat: str = "") -> Kepala:
    """The header with its columns corrected by what stands below them.

    Raises:
        DataError: a column says which rows are before a change of the budget and which after it.
    """
    baris = petak[kepala.baris : kepala.baris + _CONTOH]
    kepala = _shift_rupiah(baris, kepala)
    kepala = _promote_kode(baris, kepala)
    kepala = _drop_kecamatan(baris, kepala)
    kepala = _promote_kecamatan(baris, kepala)
    kepala = _split_nama(baris, kepala)
    kepala = _add_pembeda(baris, kepala)
    _refuse_tahapan(baris, kepala, tempat)
    return kepala


def _refuse_tahapan(baris: Petak, kepala: Kepala, tempat: str) -> None:
    """Rows of a murni and of a perubahan are two budgets, and no parts of one."""
    for k in kepala.kolom_pembeda:
        nilai = {str(s).strip().casefold() for s in _cells(baris, k)}
        if nilai & _AWAL and nilai & _AKHIR:
            raise DataError(
                f"Kolom {kepala.judul[k]!r} memuat baris sebelum dan sesudah perubahan; keduanya tidak dijumlahkan.",
                tempat=tempat,
                saran="Sisakan baris yang berlaku.",
            )


_AWAL = {"murni", "semula", "sebelum", "sebelum perubahan", "awal", "induk", "apbd", "apbd murni"}
_AKHIR = {
    "perubahan", "menjadi", "sesudah", "setelah", "setelah perubahan", "sesudah perubahan", "akhir", "pak", "papbd",
    "p-apbd", "apbd-p", "apbd perubahan", "pergeseran", "setelah pergeseran",
}  # fmt: skip


def _cells(baris: Petak, kolom: int) -> list[object]:
    return [s for b in baris if (s := get_sel(b, kolom)) is not None]


def _all(baris: Petak, kolom: int, syarat: Callable[[object], bool]) -> bool:
    isi = _cells(baris, kolom)
    return bool(isi) and all(map(syarat, isi))


def _shift_rupiah(baris: Petak, kepala: Kepala) -> Kepala:
    """`Rp` in a cell of its own under a merged title: the figure stands in the next column."""

    def shift(k: int) -> int:
        polos = k + 1 not in kepala.judul and _all(baris, k, lambda s: str(s).strip(" .").casefold() in {"rp", "idr"})
        return k + 1 if polos else k

    pindah = {k: shift(k) for k in (*kepala.ciri, *kepala.uang)}
    if all(k == n for k, n in pindah.items()):
        return kepala
    judul = {**kepala.judul, **{n: kepala.judul[k] for k, n in pindah.items() if k in kepala.judul}}
    ciri = {pindah[k]: c for k, c in kepala.ciri.items()}
    return replace(kepala, judul=judul, ciri=ciri, uang=tuple(pindah[k] for k in kepala.uang))


def _promote_kode(baris: Petak, kepala: Kepala) -> Kepala:
    """Columns called Program or Kegiatan that hold codes: the pieces of a code, or whole ones."""
    letak = dict(kepala.letak)
    if any(m.startswith("kode") for m in letak):
        return kepala
    lipat = {k: fold_judul(j).removesuffix(" urusan").removesuffix(" kegiatan") for k, j in kepala.judul.items()}
    kolom = {j: k for k, j in lipat.items() if j in JENJANG}
    berkode = {t: k for t, k in kolom.items() if _all(baris, k, lambda s: is_kode(str(s).strip().removesuffix(".0")))}
    if not berkode.keys() & {"program", "kegiatan", "sub"}:
        return kepala
    letak = {m: k for m, k in letak.items() if k not in berkode.values()}
    return replace(kepala, letak={**{f"kode_{t}": k for t, k in berkode.items()}, **letak})


def _is_besar(sel: object) -> bool:
    """More than any code of a kecamatan."""
    return sum(h.isdigit() for h in str(sel).split(",")[0].removesuffix(".0")) > _ANGKA_WILAYAH


_ANGKA_WILAYAH = 7


def _drop_kecamatan(baris: Petak, kepala: Kepala) -> Kepala:
    """A column called Kecamatan that holds amounts: what the kecamatan itself spends, beside its kelurahan."""
    letak = dict(kepala.letak)
    k = letak.get("nama_kecamatan")
    if k is None or not _all(baris, k, is_uang) or not any(_is_besar(s) for s in _cells(baris, k)):
        return kepala
    del letak["nama_kecamatan"]
    return replace(kepala, letak=letak)


def _promote_kecamatan(baris: Petak, kepala: Kepala) -> Kepala:
    """A column of places that names kecamatan, in a table that names none elsewhere."""
    tempat = kepala.pembeda.get("tempat", ())
    if not tempat or not kepala.letak.keys().isdisjoint(PEMILIK):
        return kepala
    kec = next((k for k in tempat if _all(baris, k, _is_kecamatan)), None)
    if kec is None:
        return kepala
    pembeda = {m: sisa for m, k in kepala.pembeda.items() if (sisa := tuple(x for x in k if x != kec))}
    return replace(kepala, letak={**kepala.letak, "nama_kecamatan": kec}, pembeda=pembeda)


def _is_kecamatan(sel: object) -> bool:
    return str(sel).strip().casefold().startswith(("kecamatan ", "kec. "))


def _split_nama(baris: Petak, kepala: Kepala) -> Kepala:
    """Names of a level below that of the deepest code tell its rows apart; they do not name it."""
    k = kepala.letak.get("kode")
    if k is None or len([m for m in kepala.letak if m.startswith("nama_") and m != "nama_kecamatan"]) < 2:
        return kepala
    terdalam = max((TINGKAT.get(read_kode(str(s)).jenis, 0) for s in _cells(baris, k)), default=0)
    letak, pembeda = dict(kepala.letak), dict(kepala.pembeda)
    split_nama(letak, pembeda, terdalam)
    return replace(kepala, letak=letak, pembeda=pembeda)


def _add_pembeda(baris: Petak, kepala: Kepala) -> Kepala:
    """Other columns of words tell rows apart as well."""
    dipakai = kepala.dipakai | kepala.ciri.keys()
    lain = tuple(
        k
        for k, judul in kepala.judul.items()
        if k not in dipakai and not set(fold_judul(judul).split()) & _BUKAN_PEMBEDA and _is_kata(_cells(baris, k))
    )
    return replace(kepala, pembeda={**kepala.pembeda, "lain": lain}) if lain else kepala


def _is_kata(isi: Sequence[object]) -> bool:
    return bool(isi) and not any(is_uang(s) for s in isi)
