"""Which columns of amounts count: known pairs, years, groups and months; whatever else differs is a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.kepala import find_kepala
from kinerja.anggaran.baca.kolom import choose_kolom
from kinerja.anggaran.sumber import Peran
from kinerja.bilangan import write_sen
from kinerja.errors import DataError
from tests.berkas_anggaran import read_kode, write_csv, write_xlsx

Uang = Sequence[int | None]
LIMA: Uang = (5_000_000, 2_000_000)
TUJUH: Uang = (7_000_000, 2_500_000)
ENAM: Uang = (6_000_000, 2_200_000)
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
TRIWULAN = ("I", "II", "III", "IV")


def make_petak(kolom: Sequence[tuple[str | tuple[str, ...], Uang]]) -> list[list[object]]:
    """Two programmes, and columns of amounts by title; a title of several rows is a tuple."""
    judul = [(j,) if isinstance(j, str) else j for j, _ in kolom]
    tinggi = max(map(len, judul))
    kepala: list[list[object]] = [["Kode" if n == 0 else None, "Uraian" if n == 0 else None] for n in range(tinggi)]
    for j in judul:
        for n in range(tinggi):
            kepala[n].append(j[n] if n < len(j) else None)
    kepala += [[f"7.01.0{n + 1}", f"Program {n + 1}", *(uang[n] for _, uang in kolom)] for n in range(2)]
    return kepala


def choose(
    *kolom: tuple[str | tuple[str, ...], Uang], peran: Peran = "dpa", tahun: int = 0, murni: bool = False
) -> tuple[str, ...] | list[tuple[str, ...]]:
    """Titles of the columns that are added; for a question the list of readings."""
    petak = make_petak(kolom)
    kepala = find_kepala(petak, peran)
    assert kepala is not None
    pilihan = choose_kolom(petak, kepala, peran, tahun, murni=murni)

    def name(semua: Sequence[int]) -> tuple[str, ...]:
        return tuple(kepala.judul[k] for k in semua)

    return [name(satu) for satu in pilihan.tanya] or name(pilihan.kolom)


PASANGAN = [
    ("Sebelum", "Sesudah"),
    ("Anggaran Sebelum", "Anggaran Setelah"),
    ("Semula", "Menjadi"),
    ("Murni", "Perubahan"),
    ("Murni", "PAK"),
    ("APBD", "P-APBD"),
    ("APBD", "PAPBD"),
    ("Pagu", "Pagu Pergeseran"),
    ("Pagu", "Pagu Akhir"),
    ("Pagu", "Pagu Setelah Pergeseran"),
    ("Pagu Awal", "Pagu Akhir"),
]


@pytest.mark.parametrize(("awal", "akhir"), PASANGAN)
@pytest.mark.parametrize("terbalik", [False, True])
def test_dari_sepasang_kolom_dipakai_yang_kemudian_di_sisi_mana_pun(awal: str, akhir: str, terbalik: bool) -> None:
    kolom = [(awal, LIMA), (akhir, TUJUH)]

    assert choose(*(kolom[::-1] if terbalik else kolom)) == (akhir,)


@pytest.mark.parametrize(("awal", "akhir"), PASANGAN)
def test_kolom_murni_dipakai_hanya_bila_sisi_lain_juga_murni(awal: str, akhir: str) -> None:
    assert choose((awal, LIMA), (akhir, TUJUH), murni=True) == (awal,)


def test_kolom_bertambah_berkurang_bukan_kolom_anggaran() -> None:
    beda = (("Semula", LIMA), ("Menjadi", TUJUH), ("Bertambah/(Berkurang)", (2_000_000, 500_000)))

    assert choose(*beda) == ("Menjadi",)


@pytest.mark.parametrize(("tahun", "dipakai"), [(2023, "Anggaran 2023"), (2024, "Anggaran 2024"), (0, "Anggaran 2024")])
def test_dari_beberapa_tahun_dipakai_tahun_tabelnya_atau_yang_terakhir(tahun: int, dipakai: str) -> None:
    assert choose(("Anggaran 2023", LIMA), ("Anggaran 2024", TUJUH), tahun=tahun) == (dipakai,)


OPERASI, MODAL = ("Belanja Operasi", (4_000_000, 2_000_000)), ("Belanja Modal", (3_000_000, 500_000))


def test_kelompok_belanja_dijumlahkan_bila_tidak_ada_kolom_jumlahnya() -> None:
    assert choose(OPERASI, MODAL) == ("Belanja Operasi", "Belanja Modal")
    semua = (*(OPERASI, MODAL), ("Belanja Tak Terduga", (0, 0)), ("Belanja Transfer", (0, 100)))
    assert choose(*semua) == tuple(judul for judul, _ in semua)


def test_kolom_jumlah_di_samping_kelompok_belanja_dipakai_sendiri() -> None:
    assert choose(OPERASI, MODAL, ("Jumlah", TUJUH)) == ("Jumlah",)


def make_bulan(kali: Sequence[int]) -> list[tuple[str, Uang]]:
    return [(nama, (n * 1_000_000, n * 2_000_000)) for nama, n in zip(BULAN, kali, strict=True)]


def test_dua_belas_bulan_dijumlahkan_atau_diwakili_jumlahnya() -> None:
    bulan = make_bulan([3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2])

    assert choose(*bulan) == tuple(BULAN)
    assert choose(*bulan, ("Jumlah", (24_000_000, 48_000_000))) == ("Jumlah",)


def make_triwulan(*jumlah: int) -> list[tuple[str, Uang]]:
    return [(f"Realisasi TW {t}", (n * 10**6, n * 500_000)) for t, n in zip(TRIWULAN, jumlah, strict=True)]


def test_triwulan_yang_tidak_kumulatif_dijumlahkan() -> None:
    triwulan = make_triwulan(3, 1, 4, 2)
    assert choose(*triwulan, peran="realisasi") == tuple(judul for judul, _ in triwulan)


def test_triwulan_yang_selalu_naik_bisa_kumulatif_dan_ditanyakan() -> None:
    triwulan = make_triwulan(1, 2, 3, 4)
    judul = tuple(j for j, _ in triwulan)

    assert choose(*triwulan, peran="realisasi") == [judul, judul[-1:]]


def test_jumlah_di_samping_satuan_adalah_banyaknya_bukan_rupiah() -> None:
    petak: list[list[object]] = [
        ["Kode", "Uraian", "Jumlah", "Satuan", "Pagu"],
        ["7.01.01", "Satu", 12, "Dokumen", 5_000_000],
    ]
    kepala = find_kepala(petak, "dpa")
    assert kepala is not None

    assert choose_kolom(petak, kepala, "dpa", 0).kolom == (4,)


def test_dua_kolom_yang_sama_isinya_bukan_pertanyaan() -> None:
    assert choose(("Pagu", LIMA), ("Anggaran", LIMA)) == ("Pagu",)


def test_dua_kolom_yang_berbeda_tanpa_urutan_adalah_pertanyaan() -> None:
    assert choose(("Pagu", LIMA), ("Anggaran", TUJUH)) == [("Pagu",), ("Anggaran",)]


TANYA: list[list[tuple[str | tuple[str, ...], Uang]]] = [
    [("Pagu", LIMA), ("Anggaran", TUJUH)],
    [("Pagu", LIMA), ("Pagu", TUJUH)],  # one title: letters
    [("Pagu RKA", LIMA), ("Pagu DPA", TUJUH), ("Pagu Renja", ENAM)],
    [(("Belanja", "Pagu"), LIMA), (("", "Anggaran"), TUJUH)],
    [('Pagu "A"', LIMA), ('Pagu "B"', TUJUH)],
    [(f"Realisasi TW {t}", (n, n * 2)) for t, n in zip(TRIWULAN[:3], (10**6, 2 * 10**6, 4 * 10**6), strict=True)],
]


@pytest.mark.parametrize("kolom", TANYA)
@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
def test_setiap_pilihan_yang_ditawarkan_menghasilkan_jumlah_yang_disebut(
    kolom: list[tuple[str | tuple[str, ...], Uang]], akhiran: str, tmp_path: Path
) -> None:
    write = write_csv if akhiran == "csv" else write_xlsx
    berkas = write(tmp_path / f"dpa.{akhiran}", make_petak(kolom))
    peran: Peran = "realisasi" if "Realisasi" in str(kolom) else "dpa"
    with pytest.raises(DataError) as tanya:
        read_anggaran(berkas, peran)
    jumlah = re.findall(r"Rp[0-9.,]+ \(baris pertama Rp[0-9.,]+\)", tanya.value.pesan)
    opsi = (tanya.value.saran or "").removeprefix("Sebutkan yang dipakai, contoh: ").split(", atau ")

    assert len(jumlah) == len(opsi) > 1
    for kata, sebut in zip(opsi, jumlah, strict=True):
        judul = re.findall(r'--kolom (?:dpa\.pagu|realisasi)="([^"]*)"', kata)
        isi = read_kode(berkas, peran, kolom={"realisasi" if peran == "realisasi" else "pagu": judul}).values()
        sen = [int((n or Decimal()) * 100) for n in isi]
        assert sebut == f"{write_sen(sum(sen))} (baris pertama {write_sen(sen[0])})"


def test_pertanyaan_menyebut_judul_jumlah_dan_baris_pertama_tiap_kolom(tmp_path: Path) -> None:
    with pytest.raises(DataError) as tanya:
        read_anggaran(write_csv(tmp_path / "dpa.csv", make_petak(TANYA[0])), "dpa")

    assert "'Pagu' Rp7.000.000 (baris pertama Rp5.000.000)" in tanya.value.pesan
    assert "'Anggaran' Rp9.500.000 (baris pertama Rp7.000.000)" in tanya.value.pesan
    assert '--kolom dpa.pagu="Pagu", atau --kolom dpa.pagu="Anggaran"' in str(tanya.value.saran)


def test_pilihan_dikatakan_dengan_yang_tidak_dipakai(tmp_path: Path) -> None:
    berkas = write_csv(tmp_path / "dpa.csv", make_petak([("Semula", LIMA), ("Menjadi", TUJUH)]))
    (bagian,) = read_anggaran(berkas, "dpa").bagian

    assert bagian.pilihan == "dipakai 'Menjadi', Rp9.500.000; tidak dipakai 'Semula' Rp7.000.000 (sebelum perubahan)"
