"""Advice on ranges of cells and on codes, followed in ANGGARAN_REKON and, where files give it too, in files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from addin.nilai import Galat
from tests.alat.addin import FUNGSI
from tests.alat.jalan_rekon import DUA, HARAP, JUDUL, Rekon
from tests.alat.saran import follow, match_saran

Isi = Sequence[Sequence[Any]]
SEPERTI = 'Beri judul seperti "Pagu" atau "Realisasi".'
TANPA_JUDUL = "Beri judul Pagu atau Realisasi, atau pilih kode, nama, dan jumlah saja."
TANPA_KOLOM = "Pilih rentang tanpa kolom yang tidak dipakai, atau perjelas judulnya."
PERJELAS = "Perjelas judulnya, atau pilih rentang lain."
BERI = "Beri judul kolom jumlahnya."
PENUH = "Pakai tabel dalam rupiah penuh."
SATU_KECAMATAN = "Pilih rentang dari satu kecamatan."
UTUH = "Tulis kode yang utuh di setiap kolom kode."
SATU_SAJA = "Pilih baris satu {} saja."
PANJANG = "Pakai kode paling banyak {} karakter dan {} tingkat."
TEKS = "Ubah format kolom kode menjadi Teks, lalu ketik lagi kodenya."
BETULKAN = "Betulkan kodenya; bila berubah oleh Excel, ubah format kolom kode menjadi Teks."
BERPROGRAM = "Pakai tabel yang memuat kode program, kegiatan, atau sub-kegiatan."
DUA_ARTI = "Isi kodenya dan nama programnya bila ini program; hapus kodenya dan tulis Jumlah bila bukan."
HAPUS = "Hapus baris jumlahnya, atau tulis 'Kecamatan' di depan namanya bila memang kecamatan."
BAKU: Isi = [JUDUL, *DUA]


def refuse(saran: str, *rentang: Isi) -> None:
    hasil = FUNGSI["ANGGARAN_REKON"].evaluate(*rentang)
    assert isinstance(hasil, Galat), hasil
    assert match_saran(saran, hasil.pesan), hasil.pesan


def read(*rentang: Isi, kolom: int = 2) -> dict[str, float]:
    """Amounts of the agreement (or of another source) by code; every pair must be the same on both sides."""
    hasil = FUNGSI["ANGGARAN_REKON"].evaluate(*rentang)
    assert isinstance(hasil, list), hasil
    assert {baris[6] for baris in hasil[1:]} == {"sama"}
    return {baris[0]: baris[kolom] for baris in hasil[1:]}


def column(judul: Sequence[str], *isi: Any) -> Isi:
    """The two programmes with further columns."""
    return [["kode", "nama", *judul], *([*b[:2], *lain] for b, lain in zip(DUA, zip(*isi, strict=True), strict=True))]


PAGU = (1500, 250)
RAGU: list[Isi] = [[*BAKU, ["7.01.06", "Jumlah", 1750]], [*BAKU, ["", "PROGRAM PENATAAN", 1750]]]
"""A programme, or the sum of those above it."""


def level(*kode: Sequence[str]) -> Isi:
    """The two programmes with a column of codes a level."""
    return [["kode program", "kode kegiatan", "pagu"], *([*k, n] for k, n in zip(kode, PAGU, strict=True))]


def own(judul: str, *nama: Any) -> Isi:
    """The two programmes with a column in front; what stands before the last name is a row of another."""
    lain = [[n, "7.01.01", "x", 7] for n in nama[:-1]]
    return [[judul, *JUDUL], *lain, *([nama[-1], *b] for b in DUA)]


def turn(judul: Sequence[str], urutan: Sequence[int]) -> Isi:
    return [judul, *([b[k] if k < 3 else n for k in urutan] for n, b in enumerate(DUA))]


KASUS: dict[str, tuple[str, Isi, Sequence[Isi]]] = {
    "judul jumlah asing": (
        SEPERTI, turn(["nama", "kode", "besaran"], (1, 0, 2)), [turn(["nama", "kode", "Pagu"], (1, 0, 2))]
    ),
    "dua angka tanpa judul": (
        TANPA_JUDUL, column(["a", "b"], (1, 2), PAGU)[1:], [DUA, column(["Realisasi", "Pagu"], (1, 2), PAGU)]
    ),
    "dua kolom pagu": (
        TANPA_KOLOM,
        column(["pagu A", "pagu B"], PAGU, (1, 2)),
        [column(["pagu A"], PAGU), column(["menjadi", "semula"], PAGU, (1, 2))],
    ),
    "dua kolom kode": (
        PERJELAS, turn(["kode", "kode", "pagu"], (0, 3, 2)), [turn(["kode", "nomor", "pagu"], (0, 3, 2)), BAKU]
    ),
    "hanya realisasi": (BERI, column(["realisasi"], PAGU), [column(["pagu"], PAGU)]),
    "ribuan": (PENUH, column(["pagu (ribu rupiah)"], (1.5, 0.25)), [column(["pagu (Rp)"], PAGU)]),
    "kode tidak utuh": (
        UTUH,
        level(("7.01.01", "2.01"), ("7.01.04", "2.01")),
        [level(("7.01.01", "7.01.01.2.01"), ("7.01.04", "7.01.04.2.01"))],
    ),
    "dua tahun": (SATU_SAJA, own("tahun", 2023, 2024), [own("tahun", 2024)]),
    "dua kecamatan": (SATU_SAJA, own("kecamatan", "Medan Kota", "Medan Baru"), [own("kecamatan", "Medan Baru")]),
    "kode panjang": (PANJANG, [JUDUL, ["7.01.01.2.01.0001" + ".1" * 60, "x", 1500], DUA[1]], [BAKU]),
    "kode tanggal": (TEKS, [JUDUL, [date(2001, 1, 7), DUA[0][1], 1500], DUA[1]], [BAKU]),
    "kode berhuruf O": (BETULKAN, [JUDUL, ["7.O1.01", DUA[0][1], 1500], DUA[1]], [BAKU]),
    "rekening saja": (BERPROGRAM, [JUDUL, ["5.1", "Belanja Operasi", 1500], ["5.2", "Belanja Modal", 250]], [BAKU]),
    "jumlah berkode": (DUA_ARTI, RAGU[0], [[*BAKU, ["", "Jumlah", 1750]]]),
    "jumlah bernama program": (DUA_ARTI, RAGU[1], [[*BAKU, ["", "Jumlah", 1750]]]),
    "tanpa kode": ("Isi kodenya.", [JUDUL, DUA[0], ["", "", 250]], [BAKU]),
    "negatif": ("Isi 0 ke atas.", [JUDUL, [*DUA[0][:2], -1500], DUA[1]], [BAKU]),
    "bukan sen": ("Bulatkan ke rupiah.", [JUDUL, [*DUA[0][:2], 1500.125], DUA[1]], [BAKU]),
}  # fmt: skip


@follow(*(saran for saran, _, _ in KASUS.values()))
@pytest.mark.parametrize("nama", KASUS)
def test_rentang_dibetulkan_menurut_sarannya(nama: str) -> None:
    saran, salah, semua = KASUS[nama]
    refuse(saran, salah, BAKU)
    for betul in semua:
        hasil = read(betul, betul)
        assert [hasil[kode] for kode in sorted(hasil)] == [1500, 250]


@follow(DUA_ARTI)
@pytest.mark.parametrize("salah", RAGU)
def test_yang_memang_program_diisi_kode_dan_namanya(salah: Isi) -> None:
    refuse(DUA_ARTI, salah, BAKU)
    tiga: Isi = [*BAKU, ["7.01.06", "PROGRAM PENATAAN", 1750]]
    assert read(tiga, tiga) == {"7.01.01": 1500, "7.01.04": 250, "7.01.06": 1750}


@follow(SATU_KECAMATAN)
def test_rentang_satu_kecamatan_dipilih() -> None:
    baru = own("kecamatan", "Medan Baru")
    refuse(SATU_KECAMATAN, baru, own("kecamatan", "Medan Kota"))
    assert read(baru, own("kecamatan", "Kecamatan Medan Baru")) == {"7.01.01": 1500, "7.01.04": 250}


@pytest.fixture
def rekon(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Rekon:
    return Rekon(folder_kerja, capsys)


@follow(PENUH, TEKS, BETULKAN, BERPROGRAM, DUA_ARTI, PANJANG)
@pytest.mark.parametrize(
    ("salah", "saran"),
    [
        ([("(dalam ribuan rupiah)",), JUDUL, *((*b[:2], b[2] / 1000) for b in DUA)], PENUH),
        *((KASUS[nama][1], KASUS[nama][0]) for nama in (
            "ribuan", "kode panjang", "kode tanggal", "kode berhuruf O", "rekening saja", "jumlah berkode",
            "jumlah bernama program",
        )),
    ],
)  # fmt: skip
def test_berkas_dibetulkan_menurut_saran_yang_sama(salah: Isi, saran: str, rekon: Rekon) -> None:
    rekon.put("dpa.xlsx", salah)
    rekon.refuse(saran, dpa="dpa.xlsx")
    rekon.put("dpa.xlsx", [*BAKU, ("", "Jumlah", 1750)])
    assert rekon.read(dpa="dpa.xlsx") == HARAP


@follow(HAPUS)
def test_jumlah_sekota_dihapus_atau_disebut_kecamatan(rekon: Rekon) -> None:
    def each(*nama: str, kali: int = 1) -> Isi:
        return [(n, kode, sebutan, kali * pagu) for n in nama for kode, sebutan, pagu in DUA]

    judul = ("kecamatan", *JUDUL)
    dua = each("Medan Baru", "Medan Timur")
    rekon.put("pk.csv", [judul, *dua])
    rekon.put("dpa.csv", [judul, *dua, *each("Kota Medan", kali=2)])
    rekon.refuse(HAPUS)
    rekon.put("dpa.csv", [judul, *dua])
    assert rekon.read() == {kode: 2 * pagu for kode, pagu in HARAP.items()}
    assert rekon.list_kode() == []
    tiga = [*dua, *each("Kecamatan Kota Medan", kali=2)]
    rekon.put("dpa.csv", [judul, *tiga])
    rekon.put("pk.csv", [judul, *tiga])
    assert rekon.read() == {kode: 4 * pagu for kode, pagu in HARAP.items()}
