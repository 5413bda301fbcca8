"""The columns of amounts: one, pairs before and after, groups to be added, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tests.alat.anggaran.baris import Baris
from tests.alat.anggaran.bentuk import Bentuk
from tests.alat.anggaran.pohon import Uang

Satu = tuple[tuple[str | None, ...], Callable[[int, Baris], object]]
PASANGAN: dict[str, tuple[tuple[str | None, ...], tuple[str | None, ...]]] = {
    "semula_menjadi": (("Semula",), ("Menjadi",)),
    "sebelum_sesudah": (("Sebelum Perubahan",), ("Sesudah Perubahan",)),
    "sebelum_setelah": (("Anggaran Sebelum",), ("Anggaran Setelah",)),
    "murni_perubahan": (("Murni",), ("Perubahan",)),
    "apbd_papbd": (("APBD",), ("P-APBD",)),
    "pagu_geser": (("Pagu",), ("Pagu Pergeseran",)),
    "tahun": (("Anggaran 2023",), ("Anggaran 2024",)),
    "dua_semula_menjadi": (("Anggaran", "Semula"), (None, "Menjadi")),
    "dua_sebelum_sesudah": (("Jumlah (Rp)", "Sebelum"), (None, "Sesudah")),
}
"""Titles of both columns, from the top; the later one counts."""
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
KELOMPOK = ("Operasi", "Modal", "Tak Terduga", "Transfer")


def count_kini(uang: Uang) -> int:
    """What counts, in sen."""
    return sum(uang[1:])


def list_uang(bentuk: Bentuk) -> list[Satu]:
    """The columns of amounts, each with its titles and its cells."""

    def show(hitung: Callable[[Uang], int]) -> Callable[[int, Baris], object]:
        return _show(hitung, bentuk)

    if bentuk.peran == "realisasi":
        return [(("Nilai Realisasi",), show(count_kini))]
    if bentuk.kolom in PASANGAN:
        dulu, kini = PASANGAN[bentuk.kolom]
        return [(dulu, show(lambda u: u[0])), (kini, show(count_kini)), *_list_tambahan(bentuk)]
    if bentuk.kolom == "kelompok_sipd":
        return _list_sipd(bentuk)
    if bentuk.kolom.startswith("kelompok"):
        kolom: list[Satu] = []
        for n, g in enumerate(KELOMPOK, 1):
            kolom.append((("Kelompok Belanja" if n == 1 else None, g), show(_pick(n))))
        return [*kolom, ((None, "Jumlah"), show(count_kini))] if bentuk.kolom == "kelompok_jumlah" else kolom
    if bentuk.kolom == "realisasi":
        terpakai = (("Realisasi",), show(lambda u: count_kini(u) * 7 // 10 // 100 * 100))
        sisa = (("Sisa Anggaran",), show(lambda u: count_kini(u) - count_kini(u) * 7 // 10 // 100 * 100))
        return [(("Anggaran",), show(count_kini)), terpakai, (("%",), lambda n, b: "70,00"), sisa]
    if bentuk.kolom == "psap":
        pakai, lalu = show(lambda u: count_kini(u) * 9 // 10), show(lambda u: u[0] // 2)
        judul = ("Anggaran 2024", "Realisasi 2024", "(%)", "Realisasi 2023")
        return [((j,), f) for j, f in zip(judul, (show(count_kini), pakai, lambda n, b: "90,00", lalu), strict=True)]
    if bentuk.kolom == "rak":
        bulan: list[Satu] = [((judul,), show(_month(n))) for n, judul in enumerate(BULAN)]
        return [(("Anggaran",), show(count_kini)), *bulan]
    return [((bentuk.judul_uang,), show(count_kini))]


def _month(n: int) -> Callable[[Uang], int]:
    """A twelfth in whole rupiah; December has the rest."""
    return lambda u: count_kini(u) - 11 * (count_kini(u) // 1200 * 100) if n == 11 else count_kini(u) // 1200 * 100


def _pick(n: int) -> Callable[[Uang], int]:
    return lambda u: u[n]


def _list_sipd(bentuk: Bentuk) -> list[Satu]:
    """Three rows of titles, each group with a budget and a realisation of half of it."""
    kolom: list[Satu] = []
    for n, g in enumerate(KELOMPOK, 1):
        kolom.append((("Kelompok Belanja" if n == 1 else None, g, "Anggaran"), _show(_pick(n), bentuk)))
        kolom.append(((None, None, "Realisasi"), _show(_half(n), bentuk)))
    return kolom


def _half(n: int) -> Callable[[Uang], int]:
    return lambda u: u[n] // 200 * 100


def _show(hitung: Callable[[Uang], int], bentuk: Bentuk) -> Callable[[int, Baris], object]:
    return lambda n, b: format_sen(hitung(b.uang), bentuk.angka)


def _list_tambahan(bentuk: Bentuk) -> list[Satu]:
    """What stands beside a pair: by how much it changed, and in per cent."""

    def rise(n: int, b: Baris) -> object:
        return format_sen(count_kini(b.uang) - b.uang[0], bentuk.angka)

    def percent(n: int, b: Baris) -> object:
        dulu = b.uang[0]
        return "0,00" if not dulu else f"{(count_kini(b.uang) - dulu) / dulu * 100:.2f}".replace(".", ",")

    kolom: list[Satu] = [(("Bertambah/(Berkurang)",), rise)] if bentuk.tambahan else []
    return [*kolom, (("%",), percent)] if bentuk.tambahan == "persen" else kolom


def format_sen(sen: int, angka: str) -> Decimal | str:
    """An amount as a number, or as text in Indonesian: a negative one stands in brackets.

    >>> format_sen(1_543_551_907_805, "teks"), format_sen(-500, "rp"), format_sen(5, "angka")
    ('15.435.519.078,05', '(Rp 5,00)', Decimal('0.05'))
    """
    if angka == "angka":
        return Decimal(sen).scaleb(-2)
    rupiah, sisa = divmod(abs(sen), 100)
    teks = f"{'Rp ' if angka == 'rp' else ''}{rupiah:,}".replace(",", ".") + f",{sisa:02}"
    return f"({teks})" if sen < 0 else teks
