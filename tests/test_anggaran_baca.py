"""Readers of budget files: what finance staff have is read to the sen, or refused by a sentence that says where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.uang import read_sen
from kinerja.angka import read_kolom_uang
from kinerja.errors import DataError, MasukanError
from tests.alat.libreoffice import convert
from tests.berkas_anggaran import ENAM, Petak, dots, new_sheet, read_kode, write_csv, write_xlsx

HARAP = {kode: Decimal(n) for kode, _, n in ENAM}
KEPALA = ("Kode Rekening", "Uraian", "Jumlah (Rp)")


def table(kepala: tuple[str, ...] = KEPALA, tulis: object = dots) -> list[list[object]]:
    return [list(kepala), *([kode, nama, tulis(n)] for kode, nama, n in ENAM)]  # type: ignore[operator]


GAYA = {
    "titik": (dots, HARAP),
    "angka polos": (str, HARAP),
    "titik nol nol": (lambda n: f"{n}.00", HARAP),
    "koma ribuan": (lambda n: f"{n:,}", HARAP),
    "koma ribuan dan sen": (lambda n: f"{n:,}.50", {k: n + Decimal("0.5") for k, n in HARAP.items()}),
    "titik dan koma sen": (lambda n: dots(n) + ",25", {k: n + Decimal("0.25") for k, n in HARAP.items()}),
    "Rp di depan": (lambda n: f"Rp {dots(n)}", HARAP),
    "Rp dan koma strip": (lambda n: f"Rp. {dots(n)},-", HARAP),
    "kurung berarti negatif": (lambda n: f"({dots(n)})", {k: -n for k, n in HARAP.items()}),
}


@pytest.mark.parametrize("nama", GAYA)
def test_setiap_penulisan_jumlah_terbaca_tepat_sampai_sen(nama: str, tmp_path: Path) -> None:
    tulis, harap = GAYA[nama]

    assert harap == read_kode(write_csv(tmp_path / "a.csv", table(tulis=tulis), ";"))
    assert harap == read_kode(write_xlsx(tmp_path / "a.xlsx", table(tulis=tulis)))


def test_angka_di_sel_terbaca_tepat_dan_strip_berarti_tidak_ada(tmp_path: Path) -> None:
    petak = [*table(tulis=lambda n: n + 0.25), ["7.01.07", "Lain", "-"]]

    assert read_kode(write_xlsx(tmp_path / "a.xlsx", petak)) == {
        **{k: n + Decimal("0.25") for k, n in HARAP.items()},
        "7.01.07": None,
    }


def test_kolom_yang_bisa_dibaca_dua_cara_ditolak_dengan_kedua_bacaan(tmp_path: Path) -> None:
    petak = [KEPALA, ["7.01.01", "A", "1.500"], ["7.01.02", "B", "2.750"]]

    with pytest.raises(DataError, match=r"a\.csv, kolom Jumlah \(Rp\), baris 2: '1\.500' bisa berarti 1500 .* 1,5 "):
        read_anggaran(write_csv(tmp_path / "a.csv", petak, ";"), "dpa")


def test_kolom_bercampur_dua_gaya_ditolak(tmp_path: Path) -> None:
    petak = [KEPALA, ["7.01.01", "A", "1.500.000"], ["7.01.02", "B", "2,750,000"]]

    with pytest.raises(DataError, match=r"bergaya Indonesia, baris 3 .* bergaya Inggris"):
        read_anggaran(write_csv(tmp_path / "a.csv", petak, ";"), "dpa")


def test_pecahan_sen_ditolak(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="pecahan sen"):
        read_anggaran(write_xlsx(tmp_path / "a.xlsx", [KEPALA, ["7.01.01", "A", 1000.125]]), "dpa")


POLOS = st.lists(st.one_of(st.none(), st.integers(0, 10**15 - 1)), min_size=1, max_size=6)


@given(POLOS, st.sampled_from([str, dots, lambda n: f"{n:,}", lambda n: f"{n:015}"]))
def test_kolom_polos_terbaca_seperti_kolom_lain(isi: list[int | None], tulis: Callable[[int], str]) -> None:
    values: list[object] = [None if n is None else tulis(n) for n in isi]
    try:
        harap = [None if n is None else int(n * 100) for n in read_kolom_uang(values)]
    except MasukanError:
        with pytest.raises(DataError):
            read_sen(values, 1, "a.csv")
    else:
        assert harap == read_sen(values, 1, "a.csv")


@pytest.mark.parametrize("pemisah", [",", ";", "\t", "|"])
def test_setiap_pemisah_csv(pemisah: str, tmp_path: Path) -> None:
    assert HARAP == read_kode(write_csv(tmp_path / "a.csv", table(), pemisah))


def test_csv_windows_1252(tmp_path: Path) -> None:
    petak = [KEPALA, ["7.01.01", "Kafé – rapat", "1.500.000"]]
    isi = read_anggaran(write_csv(tmp_path / "a.csv", petak, ";", "cp1252"), "dpa").isi

    assert isi["nama"].to_list() == ["Kafé – rapat"]


def test_urutan_kolom_dan_blok_judul_tidak_berpengaruh(tmp_path: Path) -> None:
    petak = [
        ["PEMERINTAH KOTA MEDAN"],
        ["DOKUMEN PELAKSANAAN ANGGARAN TAHUN ANGGARAN 2024"],
        ["SKPD", ":", "7.01.0.00.0.00.17.0000 Kecamatan Medan Baru"],
        [],
        ["No", "Pagu (Rp)", "Keterangan", "Program", "Kode"],
        [1, 2, 3, 4, 5],
        *([i, n, "APBD", nama, kode] for i, (kode, nama, n) in enumerate(ENAM, 1)),
        [None, sum(n for *_, n in ENAM), None, "JUMLAH", None],
        [],
        [None, None, None, "Medan, Januari 2024", None],
        [None, "CAMAT MEDAN BARU", None, "Mengetahui", None],
    ]
    tabel = read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa")

    assert read_kode(tmp_path / "a.xlsx") == HARAP
    assert set(tabel.isi["kecamatan"]) == {"Kecamatan Medan Baru"}
    assert tabel.bagian[0].tahun == 2024
    assert tabel.total["sen"].to_list() == [sum(n for *_, n in ENAM) * 100]
    assert tabel.bagian[0].place(7) == "a.xlsx, lembar Lembar1, sel B7"
    assert dict(tabel.bagian[0].pemetaan) == {"kode": "Kode", "nama_program": "Program", "pagu": "Pagu (Rp)"}


def test_judul_dua_baris_dengan_sel_gabungan_memakai_kolom_setelah_perubahan(tmp_path: Path) -> None:
    petak = [
        ["Kode", "Uraian", "Jumlah (Rp)", None, "Bertambah/ (Berkurang)"],
        [None, None, "Sebelum Perubahan", "Setelah Perubahan", "(Rp)"],
        *([kode, nama, 1, n, n - 1] for kode, nama, n in ENAM),
    ]

    assert read_kode(write_xlsx(tmp_path / "a.xlsx", petak)) == HARAP


def test_ekspor_sipd_memakai_tingkat_terdalam(tmp_path: Path) -> None:
    kepala = "tahun_anggaran,kode_skpd,nama_skpd,kode_program,nama_program,kode_giat,nama_giat,kode_sub_giat"
    kepala += ",nama_sub_giat,pagumurni,pagu"
    baris = [
        ["2024", "7.01.0.00.0.00.17.0000", "KECAMATAN MEDAN BARU", "7.01.04", "TRANTIB", "7.01.04.2.01", "Koordinasi",
         f"7.01.04.2.01.000{n}", f"Sub {n}", "1", str(n * 1000)] for n in (1, 2)
    ]  # fmt: skip
    tabel = read_anggaran(write_csv(tmp_path / "a.csv", [kepala.split(","), *baris]), "dpa")

    assert read_kode(tmp_path / "a.csv") == {"7.01.04.2.01.0001": Decimal(1000), "7.01.04.2.01.0002": Decimal(2000)}
    assert tabel.isi["nama"].to_list() == ["Sub 1", "Sub 2"]
    assert set(tabel.isi["kecamatan"]) == {"KECAMATAN MEDAN BARU"}
    assert tabel.bagian[0].tahun == 2024


LRA = [
    ["LAPORAN REALISASI ANGGARAN"],
    ["Kode Rekening", "Uraian", "Anggaran", "Realisasi", "%"],
    ["7", "UNSUR KEWILAYAHAN", 3000, 2500, 83.3],
    ["7.01", "KECAMATAN", 3000, 2500, 83.3],
    ["7.01.04", "PROGRAM TRANTIB", 3000, 2500, 83.3],
    ["7.01.04.2.01", "Koordinasi", 3000, 2500, 83.3],
    ["7.01.04.2.01.0001", "Sinergi", 3000, 2500, 83.3],
    ["5", "BELANJA DAERAH", 3000, 2500, 83.3],
    ["5.1", "BELANJA OPERASI", 3000, 2500, 83.3],
    ["5.1.02", "Belanja Barang dan Jasa", 3000, 2500, 83.3],
]


def test_lra_memberi_anggaran_atau_realisasi_menurut_perannya(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", LRA)

    assert set(read_kode(path, "dpa").values()) == {Decimal(3000)}
    assert set(read_kode(path, "realisasi").values()) == {Decimal(2500)}
    assert list(read_kode(path))[-3:] == [f"7.01.04.2.01.0001 {r}" for r in ("5", "5.1", "5.1.02")]


def test_rka_rincian_masuk_ke_kode_di_atas_tabel(tmp_path: Path) -> None:
    petak = [
        ["Program", ":", "7.01.04 PROGRAM KOORDINASI KETENTRAMAN"],
        ["Kegiatan", ":", "7.01.04.2.01 Koordinasi"],
        ["Sub Kegiatan", ":", "7.01.04.2.01.0001 Sinergitas"],
        ["Kode Rekening", "Uraian", "Koefisien", "Satuan", "Harga", "PPN", "Jumlah"],
        ["5.1.02", "Belanja Barang", None, None, None, None, 900],
        ["5.1.02.01.01.0024", "Belanja ATK", None, None, None, None, 900],
        [None, "Kertas HVS", "3 rim", "rim", 300, 0, 900],
    ]
    tabel = read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa")

    assert read_kode(tmp_path / "a.xlsx") == {
        "7.01.04.2.01.0001 5.1.02": Decimal(900),
        "7.01.04.2.01.0001 5.1.02.01.01.0024": Decimal(900),
    }
    assert tabel.catatan == ("a.xlsx, lembar Lembar1: 1 baris rincian tanpa kode tidak dibandingkan.",)


def test_kode_rekening_tanpa_program_ditolak(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="hanya berisi kode rekening"):
        read_anggaran(write_csv(tmp_path / "a.csv", [KEPALA, ["5.1.02", "Belanja", "900000"]]), "dpa")


def test_kode_di_depan_nama_dan_program_tanpa_kode(tmp_path: Path) -> None:
    petak = [["No", "Program", "Anggaran", "Keterangan"]]
    petak += [
        [str(i), f"{kode} {nama}" if i % 2 else nama, dots(n), "APBD"] for i, (kode, nama, n) in enumerate(ENAM, 1)
    ]
    hasil = read_kode(write_csv(tmp_path / "a.csv", petak, ";"), "perjanjian")

    # Where some rows have codes, a standard name gives the others theirs.
    assert hasil == HARAP


def test_baris_tanpa_kode_tidak_hilang_diam_diam(tmp_path: Path) -> None:
    petak = [*table(), ["", "Program di luar nomenklatur", "500.000"]]

    assert read_kode(write_csv(tmp_path / "a.csv", petak, ";"))["Program di luar nomenklatur"] == Decimal(500_000)


def test_xls_dan_ods_terbaca_sama_dengan_xlsx(tmp_path: Path) -> None:
    petak = [["DPA TAHUN 2024"], *table(tulis=lambda n: n + 0.5)]
    xlsx = write_xlsx(tmp_path / "a.xlsx", petak)
    harap = read_kode(xlsx)
    for akhiran, filter_ in (("xls", "xls:MS Excel 97"), ("ods", "ods:calc8")):
        with convert([xlsx], filter_, akhiran, "id-ID") as keluaran:
            (path,) = keluaran.values()
            assert harap == read_kode(path)


def test_kolom_dapat_disebut(tmp_path: Path) -> None:
    petak = [["Kode", "Nama", "Jumlah (Rp)", "Angka Final"], ["7.01.01", "A", "1.000.000", "2.000.000"]]
    path = write_csv(tmp_path / "a.csv", petak, ";")

    assert read_kode(path) == {"7.01.01": Decimal(1_000_000)}
    assert read_kode(path, kolom={"pagu": "angka final"}) == {"7.01.01": Decimal(2_000_000)}


def test_kode_yang_terbagi_ke_beberapa_sel_disambung(tmp_path: Path) -> None:
    petak = [
        ["Kode", None, None, None, None, None, "Uraian", "Pagu"],
        ["7", "01", "04", None, None, None, "PROGRAM", 30],
        [7, 1, 4, 2, 1, None, "Kegiatan", 30],
        ["7", "01", "04", "2.01", None, "0001", "Sub", 30],
    ]

    assert list(read_kode(write_xlsx(tmp_path / "a.xlsx", petak))) == ["7.01.04", "7.01.04.2.01", "7.01.04.2.01.0001"]


@pytest.mark.parametrize(
    ("petak", "pesan"),
    [
        (
            [["Kode", "Jumlah", "Total"], ["7.01.01", 1, 2]],
            "Beberapa kolom sama artinya: 'Jumlah' Rp1 .*; 'Total' Rp2 .*--kolom dpa.pagu=\"Total\"",
        ),
        ([["(dalam jutaan rupiah)"], ["Kode", "Pagu"], ["7.01.01", 1]], "tidak dalam rupiah penuh"),
        ([["Nama", "Alamat"], ["A", "B"]], "Tabel DPA tidak ditemukan.*Periksa judul kolomnya"),
        ([["Kode", "Pagu"], ["7.01.01", "belum"]], "baris 2: 'belum' tidak terbaca sebagai angka"),
        ([["Kode", "Pagu"], ["7.01.01", None]], "tidak berisi satu pun jumlah"),
        ([["Kode", "Pagu"], [date(2006, 1, 7), 5]], "Kode berubah menjadi tanggal"),
        ([["Kode", "Pagu"], ["7.01.01", date(2006, 1, 7)]], "Jumlah berubah menjadi tanggal"),
        ([["Tahun", "Kode", "Pagu"], [2023, "7.01.01", 5], [2024, "7.01.02", 5]], "beberapa tahun: 2023, 2024"),
        ([["Kode", "Pagu"], ["7.01.01", 10**16]], "lebih dari 1.000 triliun"),
    ],
)
def test_yang_meragukan_ditolak_dengan_sebabnya(petak: Petak, pesan: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    new_sheet(petak)[0].save(path)

    with pytest.raises(DataError, match=pesan):
        read_anggaran(path, "dpa")
