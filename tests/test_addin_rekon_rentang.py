"""ANGGARAN_REKON on ranges as they come: titles, totals, sections, dimensions, trees; read as a file is read."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.nilai import Galat
from kinerja.anggaran.banding import reconcile
from kinerja.errors import DataError
from tests.alat.addin import FUNGSI
from tests.berkas_anggaran import write_csv

KEPALA: list[Any] = ["Kode", "Nama", "Pagu"]
SATU: list[list[Any]] = [KEPALA, ["7.01.01", "Penunjang", 5], ["7.01.02", "Desa", 7]]


def rekon(*rentang: Any) -> list[list[Any]]:
    hasil = FUNGSI["ANGGARAN_REKON"].evaluate(*rentang)
    assert isinstance(hasil, list), hasil
    return [list(baris) for baris in hasil[1:]]


def gagal(*rentang: Any) -> str:
    hasil = FUNGSI["ANGGARAN_REKON"].evaluate(*rentang)
    assert isinstance(hasil, Galat), hasil
    return hasil.pesan


@given(st.permutations(range(5)))
def test_kolom_berjudul_boleh_dalam_urutan_apa_pun(urutan: list[int]) -> None:
    tabel: list[list[Any]] = [
        ["Kode Rekening", "Uraian", "Keterangan", "Sisa", "Jumlah (Rp)"],
        ["7.01.01", "Penunjang", "lancar", 99, 5],
        ["7.01.02", "Desa", "", 99, 7],
    ]

    assert rekon(SATU, SATU) == rekon([[baris[k] for k in urutan] for baris in tabel], SATU)
    assert ["7.01.02", "Desa", 7.0, 7.0, None, 0.0, "sama"] == rekon(SATU, SATU)[1]


def test_realisasi_dibaca_dari_kolom_berjudul_realisasi() -> None:
    realisasi = [["Kode", "Realisasi (Rp)", "Pagu", "Realisasi (%)"], ["7.01.01", 4, 5, 80], ["7.01.02", 8, 7, 114.3]]

    assert [(4.0, "sama"), (8.0, "realisasi melebihi pagu")] == [(b[4], b[6]) for b in rekon(SATU, SATU, realisasi)]


@pytest.mark.parametrize(
    ("judul", "jumlah", "dipakai"),
    [
        (["Semula", "Menjadi"], [3, 5], 5.0),
        (["Sesudah Perubahan", "Sebelum Perubahan"], [5, 3], 5.0),
        (["Pagu Murni", "Pagu Perubahan"], [3, 5], 5.0),
        (["Belanja Operasi", "Belanja Modal"], [3, 2], 5.0),
        (["Operasi", "Modal", "Total"], [3, 2, 5], 5.0),
        (["Pagu", "Jumlah"], [5, 5], 5.0),
        (["Pagu", "Jumlah"], [5, None], 5.0),
    ],
)
def test_kolom_jumlah_yang_berlaku_dipilih(judul: list[str], jumlah: list[int | None], dipakai: float) -> None:
    (baris,) = rekon([["Kode", *judul], ["7.01.01", *jumlah]], [["7.01.01", 5]])

    assert (dipakai, "sama") == (baris[2], baris[6])


@pytest.mark.parametrize(
    ("judul", "isi"),
    [
        (["Pagu A", "Pagu B"], [5, 6]),
        (["Pagu 2023", "Pagu 2024"], [5, 6]),
        (["Operasi", "Modal", "Jumlah"], [3, 1, 5]),
        (["Pagu", "Jumlah"], ["seribu", 5]),
    ],
)
def test_dua_kolom_yang_bisa_dimaksud_disebut_keduanya(judul: list[str], isi: list[Any]) -> None:
    pesan = gagal([["Kode", *judul], ["7.01.01", *isi]], SATU)

    assert pesan.startswith("perjanjian: Beberapa kolom bisa berarti jumlahnya")
    assert all(f"'{satu}'" in pesan for satu in judul)


@pytest.mark.parametrize("judul", ["Pagu Satuan Kerja", "Jumlah Termasuk PPN (11%)"])
def test_kolom_uang_tidak_tersembunyi_di_balik_kata_judulnya(judul: str) -> None:
    dpa: list[list[Any]] = [
        ["Kode", "Pagu", judul],
        ["7.01.01", 5_000_000, 4_000_000],
        ["7.01.02", 7_000_000, "7.000.000"],
    ]

    assert f"'Pagu' (kolom 2), '{judul}' (kolom 3)" in gagal([b[:2] for b in dpa], dpa)
    persen = [dpa[0], [*dpa[1][:2], "80%"], [*dpa[2][:2], 100]]
    assert ["sama", "sama"] == [b[6] for b in rekon([b[:2] for b in dpa], persen)]


@pytest.mark.parametrize(
    ("judul", "isi", "selisih"),
    [
        ("Pagu Setelah Efisiensi 50%", 2_500_000, 2_500_000.0),
        ("Pagu Setelah Efisiensi 50%", 50, 0.0),
        ("Pagu Setelah Efisiensi 50%", "50 %", 0.0),
        ("Pagu Setelah Efisiensi 50%", "Rp 2.500.000,00", 2_500_000.0),
        ("Pagu Setelah Efisiensi 50%", "Rp\u00a02.500.000,-", 2_500_000.0),
        ("Pagu Setelah Efisiensi 50%", 4_999, 0.0),
    ],
)
def test_pagu_setelah_efisiensi_menggantikan_pagu_bila_berisi_uang(judul: str, isi: Any, selisih: float) -> None:
    dpa = [["Kode", "Pagu", judul], ["7.01.01", 5_000_000, isi]]

    assert selisih == rekon([["7.01.01", 5_000_000]], dpa)[0][5]


@pytest.mark.parametrize(
    ("kiri", "pesan"),
    [
        ([["Kode", "Kode Rekening", "Pagu"], ["7.01.01", "7.01.02", 5]], "'Kode' (kolom 1), 'Kode Rekening' (kolom 2)"),
        ([["Kode", "Realisasi"], ["7.01.01", 5]], "Tidak ada kolom pagu"),
        ([["Nama", "Kode", "Besaran"], ["Desa", "7.01.01", 5]], "Judul kolom jumlah tidak dikenal"),
        ([KEPALA, ["7.O1.04", "Trantib", 5]], "Kode '7.O1.04' bukan kode"),
        ([KEPALA, ["7.01.4x", "Trantib", 5]], "Kode '7.01.4x' bukan kode"),
        ([["7.01.04.2.01.0001.9.9.9.9.9.9.9", 5]], "bukan kode"),
        ([["Kode", "Nama Kecamatan", "Pagu"], ["7.01.01", "A", 5], ["7.01.01", "B", 5]], "beberapa kecamatan"),
        ([["Kode", "Tahun", "Pagu"], ["7.01.01", 2023, 5], ["7.01.01", 2024, 5]], "beberapa tahun: 2023, 2024"),
        ([["Kode Program", "Kode Kegiatan", "Pagu"], ["7.01.01", "2.01", 5]], "Tulis kode yang utuh"),
        ([KEPALA, ["7.01.01", "Desa", 1 / 3]], "pecahan sen"),
    ],
)
def test_yang_tidak_jelas_ditolak_dengan_sebabnya(kiri: list[list[Any]], pesan: str) -> None:
    hasil = gagal(kiri, SATU)

    assert pesan in hasil
    assert hasil.startswith("perjanjian")


@pytest.mark.parametrize("ketiga", [1000, 1000.5, "1.000.000", "Rp 5", 0])
def test_dua_kolom_angka_tanpa_judul_ditolak_bukan_dipilih_yang_terakhir(ketiga: Any) -> None:
    tabel = [["7.01.01", "Penunjang", ketiga, 900], ["7.01.02", "Desa", None, 7]]

    assert gagal(tabel, SATU) == (
        "perjanjian: Kolom 3 dan kolom 4 sama-sama berisi angka, dan tidak ada judul yang membedakannya. "
        "Beri judul Pagu atau Realisasi, atau pilih kode, nama, dan jumlah saja."
    )
    assert "sama-sama" in gagal(SATU, [["Kode", "Nama", "x", "y"], *tabel])


def test_kolom_kata_di_antara_nama_dan_jumlah_tanpa_judul_dilewati() -> None:
    assert rekon([["7.01.01", "Penunjang", "PAD", 5], ["7.01.02", "Desa", None, 7]], SATU)[0][6] == "sama"


def test_kecamatan_yang_berbeda_tidak_dibandingkan() -> None:
    dua = [[["Kode", "Kecamatan", "Pagu"], ["7.01.01", nama, 5]] for nama in ("Kec. Medan Baru", "Medan Kota")]

    assert "perjanjian 'Kec. Medan Baru', DPA 'Medan Kota'" in gagal(*dua)
    assert "sama" == rekon(dua[0], [["Kode", "SKPD", "Pagu"], ["7.01.01", "KECAMATAN MEDAN BARU", 5]])[0][6]


@pytest.mark.parametrize("nama", ["Jumlah", "J U M L A H", "TOTAL", "Jlh.", "Jumlah Belanja"])
def test_baris_jumlah_dikenali_dan_tidak_dibandingkan(nama: str) -> None:
    assert rekon(SATU, SATU) == rekon([*SATU, [None, nama, 12]], SATU)


def test_urusan_bidang_belanja_dan_skpd_tidak_dibandingkan() -> None:
    atas = [["5", "BELANJA", 12], ["7", "UNSUR KEWILAYAHAN", 12], ["7.01", "KECAMATAN", 12]]
    skpd = ["7.01.0.00.0.00.17.0000", "Kecamatan Medan Kota", 12]

    assert rekon(SATU, SATU) == rekon([KEPALA, *atas, skpd, *SATU[1:]], SATU)


def test_jumlah_yang_salah_disebut_di_barisnya_sendiri() -> None:
    salah = rekon(SATU, [*SATU, [None, "Jumlah", 13]])

    assert rekon(SATU, SATU) == salah[:-1]
    assert [None, "Jumlah", None, 13.0, None, None] == salah[-1][:-1]
    assert "baris jumlah tidak sama dengan baris-barisnya (Rp12)" == salah[-1][-1]


def test_induk_yang_salah_disebut_di_barisnya_sendiri() -> None:
    pohon = [KEPALA, ["7.01.01", "Penunjang", 5], ["7.01.01.2.01", "Rencana", 4]]

    assert [
        ["7.01.01", "Penunjang", 5.0, 5.0, None, 0.0, "sama"],
        ["7.01.01", "Penunjang", None, 5.0, None, None, "induk tidak sama dengan baris-barisnya (Rp4)"],
    ] == rekon(SATU[:2], pohon)


def test_pendapatan_dan_rincian_tanpa_kode_disebut_tidak_dibandingkan() -> None:
    kiri = [*SATU, ["4.1", "PENDAPATAN", 9], ["4.1.01", "Retribusi", 9], [None, "SURPLUS/(DEFISIT)", -3]]

    assert [9.0, 9.0, -3.0] == [b[2] for b in rekon(kiri, SATU) if b[6].startswith("tidak dibandingkan: pendapatan")]


def test_sub_unit_sumber_dana_dan_akun_dijumlahkan_dan_bukan_ganda() -> None:
    kiri = [["Kode", "Sumber Dana", "Pagu"], ["7.01.01", "PAD", 2], ["7.01.01", "DAU", 3], ["7.01.02", "PAD", 7]]
    kanan = [
        ["Kode Sub Kegiatan", "Nama Sub Unit", "Kode Akun", "Pagu"],
        ["7.01.01.2.01.0001", "Kelurahan A", "5.1.02", 2],
        ["7.01.01.2.01.0001", "Kelurahan B", "5.1.02", 3],
        ["7.01.02.2.01.0001", "Kelurahan A", "5.1.02", 7],
    ]

    assert [("7.01.01", 5.0, 5.0, "sama"), ("7.01.02", 7.0, 7.0, "sama")] == [
        (b[0], b[2], b[3], b[6]) for b in rekon(kiri, kanan)
    ]
    assert "kode ganda di perjanjian (2 baris)" == rekon([["7.01.01", 2], ["7.01.01", 3]], [["7.01.01", 5]])[0][6]


def test_jumlah_yang_sama_di_samping_setiap_akun_menjadi_pertanyaan() -> None:
    kiri = [["Kode", "Kode Akun", "Pagu"], *(["7.01.01.2.01.0001", f"5.1.0{n}", 5] for n in (1, 2))]

    assert "satu jumlah yang diulang (semuanya Rp5), atau rincian yang sama besar (semuanya Rp10)?" in gagal(kiri, SATU)


def test_kode_dalam_beberapa_kolom_dan_nomor_program_dibaca() -> None:
    pecah = [["Kode", None, None, "Uraian", "Pagu"], ["7", "01", "01", "Penunjang", 5], ["7", 1, 2, "Desa", 7]]
    nomor = [KEPALA, ["01", "Penunjang", 5], ["2", "Program Desa", 7]]

    assert ["sama", "sama"] == [b[6] for b in rekon(pecah, SATU)]
    assert ("7.01.01", "sama") == tuple(rekon(nomor, SATU)[0][n] for n in (0, 6))


def test_program_bernama_baku_tanpa_kode_bertemu_kodenya() -> None:
    kiri = [["Program", "Pagu"], ["Program Koordinasi Ketentraman dan Ketertiban Umum", 5], ["Lain-lain", 1]]
    kanan = [KEPALA, ["7.01.04", "", 5], [None, "LAIN  LAIN", 1]]

    assert [("7.01.04", "sama"), ("Lain-lain", "sama")] == [(b[0], b[6]) for b in rekon(kiri, kanan)]


def test_baris_nomor_kolom_di_bawah_judul_dilewati() -> None:
    assert rekon(SATU, SATU) == rekon([KEPALA, [1, 2, 3], *SATU[1:]], SATU)
    assert rekon(SATU, SATU) == rekon([KEPALA, ["(a)", "(b)", "(c)"], *SATU[1:]], SATU)
    assert ["01", None, 5.0, 5.0] == rekon([["Kode", "Pagu"], ["01", 5]], [["Kode", "Pagu"], ["01", 5]])[0][:4]


KODE = st.builds(
    lambda kode, dalam: ".".join(kode.split(".")[:dalam]),
    st.builds("7.01.{:02}.2.{:02}.{:04}".format, *[st.integers(1, 2)] * 3),
    st.sampled_from([3, 5, 6]),
)
ISI = st.lists(st.tuples(KODE, st.sampled_from(["PAD", "DAU"]), st.integers(1, 9)), min_size=1, max_size=8)
JUMLAH = st.one_of(st.none(), st.integers(1, 40))


@given(ISI, JUMLAH, ISI, JUMLAH, st.permutations(range(4)))
@settings(max_examples=60)
def test_rentang_dibaca_seperti_berkas(
    kiri: list[tuple[str, str, int]],
    jumlah_kiri: int | None,
    kanan: list[tuple[str, str, int]],
    jumlah_kanan: int | None,
    urutan: list[int],
) -> None:
    """Whatever the figures are, a range is refused where the file is, and else it is compared and named alike."""

    def petak(isi: list[tuple[str, str, int]], jumlah: int | None) -> list[list[str]]:
        baris = [["Kode", "Uraian", "Sumber Dana", "Pagu"], *([k, "", d, f"{n}000000"] for k, d, n in isi)]
        akhir = [["", "Jumlah", "", f"{jumlah}000000"]] if jumlah is not None else []
        return [[b[k] for k in urutan] for b in [*baris, *akhir]]

    dua = petak(kiri, jumlah_kiri), petak(kanan, jumlah_kanan)
    sel = FUNGSI["ANGGARAN_REKON"].evaluate(*dua)
    with TemporaryDirectory() as folder:
        berkas = [write_csv(Path(folder) / f"{nama}.csv", isi) for nama, isi in zip("ab", dua, strict=True)]
        try:
            hasil = reconcile(*berkas)
        except DataError as galat:
            assert isinstance(sel, Galat) and galat.pesan[:20] in sel.pesan
            return

    assert isinstance(sel, list)
    baris = [b for b in sel[1:] if "tidak sama dengan" not in str(b[6])]
    assert [(b[0], b[2], b[3], b[6]) for b in baris] == [
        (b.kode, *(None if n is None else float(n) for n in (b.perjanjian, b.dpa)), b.status) for b in hasil.baris
    ]
    assert len(sel) - 1 - len(baris) == sum(s.bukti.salah for s in hasil.sumber.values())
