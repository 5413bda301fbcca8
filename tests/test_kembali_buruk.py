"""Agreement workbooks that come back spoiled: results, counts, rows, names, identity, sheets."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from kinerja.errors import DataError
from kinerja.perjanjian.kembali.berkas import is_terbitan, open_terbitan
from kinerja.perjanjian.kembali.cek import BELUM, DIJELASKAN, OK, PERIKSA
from kinerja.perjanjian.kembali.temuan import check_kembali
from kinerja.tabel.buku import open_buku
from tests.buku_kembali import BARU, BELUM_DIHITUNG, HASIL_BARU, Ubah, find, put, read, spoil


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (None, "kosong"),
        ("#NAME?", "#NAME?"),
        ("ok", "'ok'"),
        ("OK?", "'OK?'"),
        (1, "'1'"),
        ("=1+1", "rumus yang belum dihitung"),
    ],
)
def test_satu_hasil_yang_tidak_terbaca_adalah_temuan(nilai: object, kata: str) -> None:
    (satu,) = find(spoil(put(("D12", nilai))), "CK05")

    assert (satu.tingkat.value, satu.tempat) == ("peringatan", "12.71.17 Medan Baru, lembar Cek, sel D12")
    assert satu.pesan.startswith("Tanpa hasil – Manfaat, Pembangunan Sarana dan Prasarana Kelurahan")
    assert satu.pesan.endswith(f"Isi selnya: {kata}.")
    assert satu.saran == "Buka berkas ini di Excel atau LibreOffice, simpan, lalu ulangi."


def test_satu_hasil_yang_tidak_terbaca_tidak_dihitung_ok() -> None:
    assert read(spoil(put(("D12", "ok")))).cek.count(OK) == HASIL_BARU.count(OK) - 1


@pytest.mark.parametrize("nilai", [None, "=1+1", "#N/A", "ok"])
def test_tanpa_satu_pun_hasil_ditolak_dengan_satu_kalimat(nilai: object) -> None:
    with pytest.raises(DataError, match=f"^a.xlsx, lembar Cek: {BELUM_DIHITUNG}$"):
        read(spoil(put(*[(f"D{r}", nilai) for r in range(7, 21)])))


@pytest.mark.parametrize(
    ("sel", "kalimat"),
    [
        (("D22", 3), "Lembar ini menghitung 3 PERIKSA, sedangkan barisnya 1."),
        (("D22", 0), "Lembar ini menghitung 0 PERIKSA, sedangkan barisnya 1."),
        (("D23", 11), "Lembar ini menghitung 11 BELUM, sedangkan barisnya 10."),
        (("D23", None), "Lembar ini tidak menyebut banyaknya BELUM, sedangkan barisnya 10."),
        (("D23", "sepuluh"), "Lembar ini tidak menyebut banyaknya BELUM, sedangkan barisnya 10."),
        (("D14", "OK"), "Lembar ini menghitung 1 PERIKSA, sedangkan barisnya 0."),
    ],
)
def test_hitungan_yang_tidak_cocok_dengan_barisnya_disebut(sel: tuple[str, object], kalimat: str) -> None:
    (satu,) = find(spoil(put(sel)), "CK06")

    assert (satu.tingkat.value, satu.pesan) == ("galat", kalimat)


def test_baris_kosong_di_tengah_menghentikan_bacaan_dan_itu_disebut() -> None:
    isi = spoil(put(*[(f"{k}12", None) for k in "ABCDE"]))

    assert len(read(isi).cek.baris) == 5
    assert [t.pesan for t in find(isi, "CK06")] == [
        "Lembar ini menghitung 1 PERIKSA, sedangkan barisnya 0.",
        "Lembar ini menghitung 10 BELUM, sedangkan barisnya 5.",
    ]
    assert len(find(isi, "PK01")) == 1  # the findings below are found all the same


@pytest.mark.parametrize(("nilai", "kalimat"), [(1, []), (2, ["menghitung 2"]), (None, ["tidak menyebut banyaknya"])])
def test_hitungan_dijelaskan_dicocokkan_bila_ada_namanya(nilai: object, kalimat: list[str]) -> None:
    def ubah(buku: Workbook) -> None:
        put(("D14", DIJELASKAN), ("F6", "Penjelasan"), ("F14", "Sebab."), ("D22", 0), ("D24", nilai))(buku)
        buku.defined_names["hasil_cek_dijelaskan"] = DefinedName("hasil_cek_dijelaskan", attr_text="Cek!$D$24")

    assert [t.pesan for t in find(spoil(ubah), "CK06")] == [
        f"Lembar ini {k} DIJELASKAN, sedangkan barisnya 1." for k in kalimat
    ]


def test_nama_hitungan_yang_terhapus_disebut() -> None:
    def ubah(buku: Workbook) -> None:
        del buku.defined_names["hasil_cek_periksa"]

    assert [t.pesan for t in find(spoil(ubah), "CK06")] == [
        "Lembar ini tidak menyebut banyaknya PERIKSA, sedangkan barisnya 1."
    ]


@pytest.mark.parametrize(
    ("baris", "kalimat"),
    [
        ((14,), "Baris nomor 8 tidak ada."),
        ((8, 14), "Baris nomor 2 dan 8 tidak ada."),
        ((7,), "Baris nomor 1 tidak ada."),
    ],
)
def test_baris_yang_dihapus_terlihat_dari_nomornya(baris: tuple[int, ...], kalimat: str) -> None:
    """As Excel does it: rows move up, and the count, a formula, agrees with what is left."""

    def ubah(buku: Workbook) -> None:
        lembar = buku["Cek"]
        for r in reversed(baris):
            lembar.delete_rows(r)
        for nama, kata, jarak in (("hasil_cek_periksa", PERIKSA, 22), ("hasil_cek_belum", BELUM, 23)):
            r = jarak - len(baris)
            lembar.cell(r, 4).value = sum(lembar.cell(n, 4).value == kata for n in range(7, r - 1))
            buku.defined_names[nama] = DefinedName(nama, attr_text=f"Cek!$D${r}")

    (satu,) = find(spoil(ubah), "CK06", "CK07")

    assert (satu.kode, satu.tingkat.value, satu.pesan) == ("CK07", "galat", kalimat)


@pytest.mark.parametrize(("alamat", "nilai"), [("A9", "tiga"), ("A9", 2), ("A9", 3.5), ("A9", -3), ("A7", 0)])
def test_nomor_baris_yang_diubah_disebut(alamat: str, nilai: object) -> None:
    assert [t.tingkat.value for t in find(spoil(put((alamat, nilai))), "CK07")] == ["galat"]


def test_tanpa_temuan_pada_data_bukan_temuan() -> None:
    isi = spoil(put(*[(f"{k}{r}", None) for k in "ABCDE" for r in range(26, 34)], ("B26", "Tidak ada temuan.")))

    assert read(isi).cek.temuan == ()
    assert [] == find(isi, "CK08")


@pytest.mark.parametrize("sel", [("A25", None), ("C26", "Kd"), ("D26", None)])
def test_bagian_temuan_yang_hilang_disebut(sel: tuple[str, object]) -> None:
    isi = spoil(put(sel))

    assert [t.pesan for t in find(isi, "CK08")] == ["Bagian 'Temuan pada data perjanjian' tidak ditemukan."]
    assert read(isi).cek.count(PERIKSA) == 1


@pytest.mark.parametrize("sel", [("D28", "gawat"), ("D28", None), ("C28", "PK4"), ("C28", "=1"), ("B28", None)])
def test_temuan_yang_tidak_terbaca_disebut_barisnya(sel: tuple[str, object]) -> None:
    isi = spoil(put(sel))

    assert [t.tempat for t in find(isi, "CK08")] == ["12.71.17 Medan Baru, lembar Cek, baris 28"]
    assert len(read(isi).cek.temuan or ()) == 6


def rename(buku: Workbook) -> None:
    buku["Cek"].title = "Cek lama"


@pytest.mark.parametrize("ubah", [rename, lambda buku: buku.remove(buku["Cek"])])
def test_lembar_cek_yang_dihapus_atau_diganti_namanya_ditolak(ubah: Ubah) -> None:
    with pytest.raises(DataError, match=r"^a.xlsx: Lembar Cek tidak ada di dalam buku kerja perjanjian ini\. Pakai"):
        read(spoil(ubah))


@pytest.mark.parametrize(
    "ubah",
    [
        put(("D6", "Status")),
        put(("D6", None)),
        put(("F6", "Hasil")),
        put(("A7", None)),
        put(("B3000", "jauh")),
        put(*[(f"H{r}", "x" * 30_000) for r in range(40, 80)]),
        lambda buku: buku["Cek"].delete_cols(1),
        lambda buku: buku["Cek"].insert_rows(1, 20),
        lambda buku: buku["Cek"].delete_rows(1, 40),
    ],
)
def test_lembar_cek_yang_susunannya_diubah_ditolak(ubah: Ubah) -> None:
    with pytest.raises(DataError, match=r"^a.xlsx, lembar Cek: Susunan lembar Cek sudah berubah"):
        read(spoil(ubah))


@pytest.mark.parametrize(
    ("alamat", "nilai"),
    [
        ("B2", "perjanjian-lain"),
        ("B3", "0.1"),
        ("B3", None),
        ("B4", "12.71"),
        ("B4", "１２.71.17"),
        ("B5", None),
        ("B5", "x" * 101),
        ("B5", "Medan_x001B_[31m"),
        ("B6", "24"),
        ("B6", 1999),
        ("B6", "#N/A"),
        ("B7", "pergeseran"),
    ],
)
def test_identitas_yang_diubah_ditolak(alamat: str, nilai: object) -> None:
    with pytest.raises(DataError, match=r"^a.xlsx: Ini buku kerja perjanjian kinerja, tetapi identitasnya tidak"):
        read(spoil(put((alamat, nilai), lembar="Identitas")))


def test_huruf_kendali_dalam_sel_tidak_diteruskan() -> None:
    isi = spoil(put(("F6", "Penjelasan"), ("D14", DIJELASKAN), ("F14", "baik_x001B_[2J"), ("E7", "a\u202eb")))

    semua = check_kembali(read(isi), "x")

    assert "Penjelasan: (sel berisi karakter terlarang U+001B)" in "".join(t.pesan for t in semua)
    assert all((t.pesan + t.saran).isprintable() for t in semua)


@pytest.mark.parametrize(
    "tautan", ["SAKIP!B7", "SKM!B7:B9", "https://contoh.id/", "SKM", "", "'SKM'!B7x", "[1]SKM!B7", "SKM!B7000000000"]
)
def test_tautan_yang_tidak_menunjuk_sel_lembarnya_tidak_disebut(tautan: str) -> None:
    def ubah(buku: Workbook) -> None:
        buku["Cek"]["C9"].hyperlink.location = tautan

    assert read(spoil(ubah)).cek.baris[2].sel == ""


def test_buku_lain_bukan_terbitan(tmp_path: Path) -> None:
    """Near misses: a sheet Cek by itself, an input workbook, a text."""
    lain, teks = tmp_path / "lain.xlsx", tmp_path / "induk.toml"
    buku = openpyxl.Workbook()
    buku.create_sheet("Cek")
    buku.defined_names["identitas"] = DefinedName("identitas", attr_text="Cek!$A$1")
    buku.save(lain)
    teks.write_text("[umum]\n", "utf-8")

    assert open_terbitan(lain) is None
    assert open_terbitan(teks) is None
    assert open_terbitan(BARU) is not None


def test_bentuk_yang_kehilangan_nama_dikenal_dari_lembarnya() -> None:
    def ubah(buku: Workbook) -> None:
        for nama in [n for n in buku.defined_names if n.startswith("identitas_")]:
            del buku.defined_names[nama]

    isi = spoil(ubah)

    assert is_terbitan(open_buku(isi, "a.xlsx"))
    with pytest.raises(DataError, match=r"^a.xlsx: Ini buku kerja perjanjian kinerja yang disimpan dalam bentuk lain"):
        read(isi)
