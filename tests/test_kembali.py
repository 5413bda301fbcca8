"""Agreement workbooks that come back: of every version, saved again by ten programs, and spoiled by hand."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.errors import DataError
from kinerja.perjanjian.kembali.berkas import Identitas, Kembali, is_terbitan, open_terbitan, read_kembali
from kinerja.perjanjian.kembali.cek import BELUM, DIJELASKAN, KATA, OK, PERIKSA
from kinerja.perjanjian.kembali.temuan import check_kembali
from kinerja.tabel.buku import open_buku
from kinerja.temuan import Temuan
from kinerja.workbook.writer import render_workbook
from tests.alat.program import AKAR
from tests.alat.terbitan import TERBITAN, read_harap
from tests.contoh import make_medan
from workbook_templates import rumus
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar import cek

BERKAS = sorted(TERBITAN.glob("*/*.xlsx"))
ULANG = sorted((AKAR / "tests" / "kasus" / "simpan-ulang").glob("*.xlsx"))
TANPA_NILAI = {"openpyxl", "populate"}
"""Programs that keep formulas and drop their values."""
BARU = TERBITAN / "0.1.0" / "medan-baru.xlsx"
HASIL_BARU = [BELUM] * 5 + [OK, BELUM, PERIKSA, BELUM, OK, BELUM, BELUM, BELUM, OK]
"""Sheet Cek of the workbook of Medan Baru as issued by 0.1.0, read off the screen."""
BELUM_DIHITUNG = "Hasil Cek belum dihitung: buka berkas ini di Excel atau LibreOffice, simpan, lalu ulangi."

Ubah = Callable[[Workbook], object]


def read(isi: bytes | Path) -> Kembali:
    bita = isi.read_bytes() if isinstance(isi, Path) else isi
    return read_kembali(open_buku(bita, "a.xlsx"), "a.xlsx")


def spoil(ubah: Ubah, asal: Path = BARU) -> bytes:
    """A workbook with its values typed in, names and links kept, and then changed."""
    buku = openpyxl.load_workbook(asal, data_only=True)
    ubah(buku)
    isi = io.BytesIO()
    buku.save(isi)
    return isi.getvalue()


def put(*sel: tuple[str, Any], lembar: str = "Cek") -> Ubah:
    def ubah(buku: Workbook) -> None:
        for alamat, nilai in sel:
            buku[lembar][alamat] = nilai

    return ubah


def find(isi: bytes, *kode: str) -> list[Temuan]:
    return [t for t in check_kembali(read(isi), "12.71.17 Medan Baru") if t.kode in kode]


def list_dibaca(lembar: Worksheet) -> list[tuple[object, ...]]:
    """The live checks as openpyxl sees them: question, sheet, address of the link, word, advice."""
    hasil: list[tuple[object, ...]] = []
    for nomor in range(7, lembar.max_row):
        _, teks, nama, kata, saran = (lembar.cell(nomor, k).value for k in range(1, 6))
        if teks is None:
            break
        tautan = lembar.cell(nomor, 3).hyperlink
        hasil.append((teks, nama, tautan and tautan.location, kata, saran))
    return hasil


@pytest.mark.parametrize("path", BERKAS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_buku_setiap_versi_terbaca_seperti_yang_tersimpan(path: Path) -> None:
    harap = read_harap(path.parent)[path.name]
    identitas = {k.removeprefix("identitas_"): n for k, n in harap["identitas"].items()}
    lembar = openpyxl.load_workbook(path, data_only=True)["Cek"]

    kembali = read(path)

    assert kembali.identitas == Identitas(
        identitas["kode"], identitas["kecamatan"], int(identitas["tahun"]), identitas["jenis"], identitas["versi"]
    )
    assert identitas["versi"] == path.parent.name
    baris = kembali.cek.baris
    dibaca = [(b.teks, b.lembar, f"{b.lembar}!{b.sel}", b.hasil, b.saran) for b in baris]
    assert dibaca == list_dibaca(lembar)
    assert [b.nomor for b in baris] == list(range(1, len(baris) + 1))
    assert {b.penjelasan for b in baris} == {""}
    for kata in (PERIKSA, BELUM):
        assert [kembali.cek.count(kata)] == harap["hasil"][f"hasil_cek_{kata.lower()}"]
    assert [] == [t for t in check_kembali(kembali, "x") if t.kode in ("CK05", "CK06", "CK07", "CK08")]


@pytest.mark.parametrize("path", BERKAS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_temuan_pada_data_terbaca_seperti_yang_tersimpan(path: Path) -> None:
    lembar = openpyxl.load_workbook(path, data_only=True)["Cek"]
    (judul,) = (s.row for s in lembar["A"] if str(s.value).startswith("Temuan pada data"))
    tersimpan = [[s.value for s in baris] for baris in lembar.iter_rows(judul + 2, lembar.max_row, 2, 5)]

    temuan = [t for t in check_kembali(read(path), "12.71.17 X") if t.kode.startswith("PK")]

    assert [[t.pesan, t.kode, str(t.tingkat), t.saran] for t in temuan] == tersimpan
    assert {t.tempat for t in temuan} == {"12.71.17 X, data saat berkas dibuat"}


@pytest.mark.parametrize("path", ULANG, ids=lambda p: p.stem)
def test_buku_yang_disimpan_ulang_sepuluh_program(path: Path) -> None:
    if path.stem in TANPA_NILAI:
        with pytest.raises(DataError, match=f"^a.xlsx, lembar Cek: {BELUM_DIHITUNG}$"):
            read(path)
        return

    kembali, asal = read(path), read(BARU)

    assert kembali.identitas == Identitas("12.71.17", "Medan Baru", 2024, "murni", "0.1.0")
    assert [b.hasil for b in kembali.cek.baris] == HASIL_BARU
    tautan = [b.sel for b in kembali.cek.baris]
    assert tautan[:3] == (["", "", ""] if path.stem == "exceljs" else ["I3", "I6", "B7"])  # exceljs drops the links
    assert [t for t in check_kembali(kembali, "x") if t.kode[:2] == "PK"] == [
        t for t in check_kembali(asal, "x") if t.kode[:2] == "PK"
    ]
    assert (kembali.cek.hitungan, kembali.cek.rusak) == ({PERIKSA: 1, BELUM: 10}, ())


def test_sepuluh_program_ada() -> None:
    assert len(ULANG) == 10
    assert {p.stem for p in ULANG} >= TANPA_NILAI


def test_buku_hari_ini_memakai_kata_dan_nama_yang_dibaca() -> None:
    kembali = read(render_workbook(build_perjanjian(Bahan(make_medan(), responden=3))))

    assert {rumus.OK, rumus.PERIKSA, rumus.BELUM} < set(KATA)
    assert cek.KATA.nama == "Cek"
    assert len(kembali.cek.baris) > 5
    assert {b.hasil for b in kembali.cek.baris} <= set(KATA)
    assert all(b.sel for b in kembali.cek.baris)
    assert (kembali.cek.temuan is None, kembali.cek.rusak) == (False, ())
    assert [] == [t for t in check_kembali(kembali, "x") if t.kode in ("CK05", "CK06", "CK07", "CK08")]


def test_periksa_dan_belum_menyebut_lembar_sel_dan_yang_harus_dilakukan() -> None:
    periksa, *belum = find(BARU.read_bytes(), "CK01", "CK02")

    assert (periksa.kode, periksa.tingkat.value) == ("CK01", "galat")
    assert periksa.tempat == "12.71.17 Medan Baru, lembar Manfaat, sel D65"
    assert periksa.pesan == (
        "PERIKSA – Manfaat, Pemberdayaan Masyarakat di Kelurahan: total yang tercantum sama dengan jumlah butirnya."
    )
    assert periksa.saran.startswith("Cocokkan target setiap butir dengan dokumen yang ditandatangani")
    assert [(t.kode, t.tingkat.value) for t in belum] == [("CK02", "peringatan")] * 10
    assert belum[2].tempat == "12.71.17 Medan Baru, lembar SKM, sel B7"


def test_yang_dijelaskan_disebut_dengan_penjelasannya_sebagai_info() -> None:
    isi = spoil(
        put(("F6", "Penjelasan"), ("D14", DIJELASKAN), ("F14", "Menurut SK\nnomor 7."), ("D22", 0), ("F7", "nanti"))
    )

    (satu,) = find(isi, "CK01", "CK03", "CK04")

    assert (satu.kode, satu.tingkat.value) == ("CK03", "info")
    assert satu.tempat == "12.71.17 Medan Baru, lembar Manfaat, sel D65"
    assert satu.pesan.endswith("sama dengan jumlah butirnya. Penjelasan: Menurut SK nomor 7.")
    assert [] == find(isi, "CK05", "CK06", "CK07")
    assert read(isi).cek.baris[0].penjelasan == "nanti"


@pytest.mark.parametrize("sel", [(("F6", "Penjelasan"),), (("F6", "Penjelasan"), ("F14", "  ")), ()])
def test_dijelaskan_tanpa_penjelasan_adalah_peringatan(sel: tuple[tuple[str, object], ...]) -> None:
    (satu,) = find(spoil(put(("D14", DIJELASKAN), *sel)), "CK03", "CK04")

    assert (satu.kode, satu.tingkat.value) == ("CK04", "peringatan")
    assert satu.pesan.endswith("sama dengan jumlah butirnya, tetapi penjelasannya tidak ada.")


def test_penjelasan_berupa_angka_dan_galat_disebut_seperti_adanya() -> None:
    isi = spoil(put(("F6", "Penjelasan"), *[(f"D{r}", DIJELASKAN) for r in (7, 8)], ("F7", 1_500_000), ("F8", "#REF!")))

    assert [t.pesan.partition("Penjelasan: ")[2] for t in find(isi, "CK03")] == ["1500000.", "(sel berisi #REF!)."]


def test_kolom_dikenal_dari_judulnya_bukan_tempatnya() -> None:
    def ubah(buku: Workbook) -> None:
        lembar = buku["Cek"]
        for r in range(6, 21):
            a, b, c, d, e = (lembar.cell(r, k).value for k in range(1, 6))
            for k, nilai in enumerate((e, d, "" if r > 6 else "PENJELASAN", b, c, a), start=1):
                lembar.cell(r, k).value = nilai

    kembali = read(spoil(ubah))

    assert [b.hasil for b in kembali.cek.baris] == HASIL_BARU
    assert kembali.cek.baris[2].teks.startswith("SKM: semua unsur")
    assert kembali.cek.baris[2].lembar == "SKM"


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

    assert "Penjelasan: (sel berisi huruf terlarang U+001B)" in "".join(t.pesan for t in semua)
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
