"""Survey answers: columns by their titles, cells strictly, faults named by file, row and column."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.rumus.skm import compute_skm
from kinerja.survei.jawaban import Survei, parse_survei, read_survei
from kinerja.survei.tanya import find_unsur

NAMA = (
    "Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif",
    "Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana",
    "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana",
)  # fmt: skip
"""The nine unsur of Peraturan Menteri PANRB 14/2017, in its order."""

PADA = date(2024, 12, 31)
U = tuple(f"U{n}" for n in range(1, 10))
JAWABAN = (1, 2, 3, 4, 1, 2, 3, 4, 2)


def tulis(path: Path, *baris: str, sandi: str = "utf-8") -> Path:
    path.write_bytes("\n".join(baris).encode(sandi))
    return path


def tulis_xlsx(path: Path, **lembar: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(path) as buku:
        for nama, baris in lembar.items():
            halaman = buku.add_worksheet(nama)
            for nomor, isi in enumerate(baris):
                halaman.write_row(nomor, 0, isi)
    return path


@pytest.mark.parametrize("judul", [NAMA, U, tuple(f"{u} {n}" for u, n in zip(U, NAMA, strict=True)),
                                   tuple(n.upper() for n in NAMA), tuple(f"unsur_{n}" for n in range(1, 10)),
                                   tuple(f"{u}. {n}" for u, n in zip(range(1, 10), NAMA, strict=True))])  # fmt: skip
def test_judul_menurut_nama_atau_nomor_dikenal(judul: tuple[str, ...]) -> None:
    survei = parse_survei([["No", *judul], [1, *JAWABAN]], "contoh", pada=PADA)

    assert survei.jawaban == (JAWABAN,)
    assert survei.unsur == tuple(f"{u} {n}" for u, n in zip(U, NAMA, strict=True))
    assert survei.catatan == ("Kolom yang tidak dipakai: No.",)


def test_aplikasi_yang_menukar_u8_dan_u9_dibaca_menurut_nama() -> None:
    judul = [*U[:7], "U8 Sarana dan Prasarana", "U9 Penanganan Pengaduan, Saran dan Masukan"]

    survei = parse_survei([judul, [3, 3, 3, 3, 3, 3, 3, 4, 1]], "contoh", pada=PADA)

    assert survei.jawaban == ((3, 3, 3, 3, 3, 3, 3, 1, 4),)
    assert [c.split(";")[0] for c in survei.catatan] == [
        "Kolom 'U9 Penanganan Pengaduan, Saran dan Masukan' dibaca sebagai U8 Penanganan Pengaduan, Saran dan Masukan",
        "Kolom 'U8 Sarana dan Prasarana' dibaca sebagai U9 Sarana dan Prasarana",
    ]


@given(st.permutations(range(9)))
def test_urutan_kolom_tidak_memengaruhi_jawaban(urutan: list[int]) -> None:
    survei = parse_survei([[NAMA[u] for u in urutan], [JAWABAN[u] for u in urutan]], "contoh", pada=PADA)

    assert survei.jawaban == (JAWABAN,)


@pytest.mark.parametrize("judul", ["Saran", "Cap waktu", "Pelaksana", "Nama", "No", "Sarana ibadah", "", None, 8, "12"])
def test_judul_lain_bukan_unsur(judul: object) -> None:
    assert find_unsur(judul, pada=PADA) is None


def test_tanpa_judul_kolom_dibaca_menurut_urutan(tmp_path: Path) -> None:
    survei = read_survei(tulis(tmp_path / "s.csv", "1,2,3,4,1,2,3,4,2", ",,,,,,,,", "4,4,4,4,4,4,4,4,-"), pada=PADA)

    assert survei.jawaban == (JAWABAN, (4, 4, 4, 4, 4, 4, 4, 4, None))
    assert survei.catatan == ("Tanpa judul: kolom dibaca menurut urutan unsur.",)


def test_survei_dengan_lain_dari_sembilan_unsur_diberi_catatan() -> None:
    assert parse_survei([["U1", "U2"], [3, 4]], "contoh", pada=PADA) == Survei(
        ("U1", "U2"), ((3, 4),), ("Survei ini punya 2 unsur; peraturan menetapkan 9.",)
    )


def test_judul_di_atas_tabel_dilewati() -> None:
    survei = parse_survei([["Hasil SKM Kecamatan"], [], ["", *U], ["", *JAWABAN]], "contoh", pada=PADA)

    assert survei.jawaban == (JAWABAN,)


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_dari_program_apa_pun_terbaca(tmp_path: Path, pemisah: str, sandi: str) -> None:
    path = tulis(tmp_path / "s.csv", pemisah.join(U), pemisah.join(map(str, JAWABAN)), sandi=sandi)

    assert read_survei(path, pada=PADA).jawaban == (JAWABAN,)


def test_xlsx_dengan_lembar_lain_terbaca(tmp_path: Path) -> None:
    path = tulis_xlsx(
        tmp_path / "s.xlsx", Petunjuk=[["Isi lembar Jawaban"]], Jawaban=[["Nama", *NAMA], ["Ani", *JAWABAN]]
    )

    assert read_survei(path, pada=PADA).jawaban == (JAWABAN,)


def test_xlsx_tanpa_judul_terbaca(tmp_path: Path) -> None:
    assert read_survei(tulis_xlsx(tmp_path / "s.xlsx", Sheet1=[list(JAWABAN)]), pada=PADA).jawaban == (JAWABAN,)


@given(st.lists(st.tuples(*[st.none() | st.integers(1, 4)] * 9), min_size=1, max_size=20))
def test_nilai_dari_berkas_sama_dengan_dari_jawaban(jawaban: list[tuple[int | None, ...]]) -> None:
    lengkap = [*jawaban, JAWABAN]
    teks = [["" if x is None else str(x) for x in baris] for baris in lengkap]

    survei = parse_survei([list(U), *teks], "contoh", pada=PADA)

    terisi = [[x for x in kolom if x is not None] for kolom in zip(*lengkap, strict=True)]
    rata = [Fraction(sum(kolom), len(kolom)) for kolom in terisi]
    assert compute_skm(survei.jawaban, pada=PADA).ni == sum(rata) / 9


@pytest.mark.parametrize(
    ("sel", "tertulis"),
    [(0, "0"), (5, "5"), (2.5, "2,5"), ("dua", "dua"), ("2,5", "2,5"), ("33", "33"), (True, "True"), ("1.000", "1.000"),
     (Decimal("NaN"), "NaN")],
)  # fmt: skip
def test_jawaban_yang_salah_disebut_baris_dan_kolomnya(sel: object, tertulis: str) -> None:
    with pytest.raises(DataError) as galat:
        parse_survei([list(U), list(JAWABAN), [3, 3, 3, sel, 3, 3, 3, 3, 3]], "s.csv", pada=PADA)

    assert str(galat.value) == (
        f"s.csv, baris 3, kolom U4 Biaya/Tarif: Jawaban '{tertulis}' bukan bilangan bulat 1 sampai 4."
        " Betulkan jawaban itu atau kosongkan."
    )


@pytest.mark.parametrize(
    ("petak", "kata"),
    [
        ([["U1", "U1"], [3, 4]], "baris 1: Kolom 'U1' dan 'U1' sama-sama unsur U1."),
        ([["Biaya", "U4"], [3, 4]], "baris 1: Kolom 'Biaya' dan 'U4' sama-sama unsur U4."),
        ([["U1", "U3"], [3, 4]], "baris 1: Kolom U2 Sistem, Mekanisme, dan Prosedur tidak ada."),
        ([[*NAMA[:8], "Sarpras"], JAWABAN], "Kolom U9 Sarana dan Prasarana tidak ada. Pakai judul U1 sampai U9,"
         ' atau sebutkan kolom yang dimaksud:\n  --kolom U9="…"\n  Judul yang belum dipakai:\n    Sarpras'),
        ([["P1", "P2"], [3, 4]], "baris 1: Judul kolom tidak dikenal. Beri baris judul U1 sampai U9"),
        ([[1, *JAWABAN]], "Tanpa judul harus ada tepat 9 kolom jawaban; di sini 10."),
        ([], "Tidak ada jawaban."),
        ([list(U)], "Tidak ada jawaban."),
        ([list(U), ["", " ", None]], "Tidak ada jawaban."),
    ],
)  # fmt: skip
def test_tabel_yang_tidak_dapat_dipakai_ditolak(petak: list[list[object]], kata: str) -> None:
    with pytest.raises(DataError) as galat:
        parse_survei(petak, "s.csv", pada=PADA)

    assert str(galat.value).startswith("s.csv")
    assert kata in str(galat.value)


def test_dua_lembar_jawaban_ditolak(tmp_path: Path) -> None:
    path = tulis_xlsx(tmp_path / "s.xlsx", Satu=[list(U), list(JAWABAN)], Dua=[list(U), list(JAWABAN)])

    with pytest.raises(DataError, match=r"^s\.xlsx: Jawaban bisa di lembar Satu atau Dua\."):
        read_survei(path, pada=PADA)


def test_sel_galat_dalam_xlsx_bukan_jawaban_kosong(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("Jawaban")
        lembar.write_row(0, 0, U)
        lembar.write_row(1, 0, JAWABAN)
        lembar.write_formula("C2", "=1/0", None, "#DIV/0!")

    with pytest.raises(DataError, match=r"s\.xlsx, lembar Jawaban, baris 2: Sel C2 berisi #DIV/0!\."):
        read_survei(path, pada=PADA)


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("s.xlsx", b"", "Berkas kosong"),
        ("s.xlsx", b"U1,U2\n", "Tidak ada jawaban"),
        ("s.xlsx", b"PK\x03\x04rusak", "rusak"),
        ("s.xls", b"\xd0\xcf\x11\xe0", "rusak"),
        ("s.csv", b"PK\x03\x04", "rusak"),
        ("s.csv", b'U1,U2\n"3,4\n', "CSV rusak"),
    ],
)
def test_berkas_yang_bukan_survei_ditolak(tmp_path: Path, nama: str, isi: bytes, kata: str) -> None:
    (tmp_path / nama).write_bytes(isi)

    with pytest.raises(DataError, match=kata) as galat:
        read_survei(tmp_path / nama, pada=PADA)

    assert galat.value.tempat.startswith(nama)


def test_berkas_yang_tidak_ada_dan_folder_ditolak(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="tidak ditemukan"):
        read_survei(tmp_path / "tidak-ada.csv", pada=PADA)
    with pytest.raises(DataError, match="Ini folder"):
        read_survei(tmp_path, pada=PADA)
