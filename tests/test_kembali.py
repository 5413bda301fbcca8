"""Agreement workbooks that come back: of every version, and saved again by ten programs."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.errors import DataError
from kinerja.perjanjian.kembali.berkas import Identitas
from kinerja.perjanjian.kembali.cek import BELUM, DIJELASKAN, KATA, PERIKSA
from kinerja.perjanjian.kembali.temuan import check_kembali
from kinerja.workbook.writer import render_workbook
from tests.alat.sampel import choose_sela
from tests.alat.terbitan import read_harap
from tests.buku_kembali import BARU, BELUM_DIHITUNG, BERKAS, HASIL_BARU, TANPA_NILAI, ULANG, find, put, read, spoil
from tests.contoh import make_medan
from workbook_templates import rumus
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar import cek


def list_dibaca(lembar: Worksheet) -> list[tuple[object, ...]]:
    """The live checks as openpyxl sees them: question, sheet, address of the link, word, advice, explanation."""
    hasil: list[tuple[object, ...]] = []
    penjelasan = [k for k, s in enumerate(lembar[6], 1) if str(s.value).startswith("Penjelasan")]  # none before 0.5.0
    for nomor in range(7, lembar.max_row):
        _, teks, nama, kata, saran = (lembar.cell(nomor, k).value for k in range(1, 6))
        if teks is None:
            break
        tautan = lembar.cell(nomor, 3).hyperlink
        tempat = tautan and tautan.location and tautan.location.replace("'", "")  # 'Rencana Aksi'!F7 is quoted
        tulisan = [lembar.cell(nomor, k).value for k in penjelasan]
        hasil.append((teks, nama, tempat, kata, saran, "".join(str(t) for t in tulisan if t not in (None, "–"))))
    return hasil


@pytest.mark.parametrize("path", choose_sela(BERKAS, 3), ids=lambda p: f"{p.parent.name}-{p.stem}")
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
    dibaca = [(b.teks, b.lembar, f"{b.lembar}!{b.sel}", b.hasil, b.saran, b.penjelasan) for b in baris]
    assert dibaca == list_dibaca(lembar)
    assert [b.nomor for b in baris] == list(range(1, len(baris) + 1))
    for kata in (PERIKSA, BELUM):
        assert [kembali.cek.count(kata)] == harap["hasil"][f"hasil_cek_{kata.lower()}"]
    assert [] == [t for t in check_kembali(kembali, "x") if t.kode in ("CK05", "CK06", "CK07", "CK08")]


@pytest.mark.parametrize("path", choose_sela(BERKAS, 3), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_temuan_pada_data_terbaca_seperti_yang_tersimpan(path: Path) -> None:
    lembar = openpyxl.load_workbook(path, data_only=True)["Cek"]
    (judul,) = (s.row for s in lembar["A"] if str(s.value).startswith("Temuan pada data"))
    if lembar.cell(judul + 1, 2).value == "Temuan":  # up to 0.5.0: text, code, severity, advice under a head
        tersimpan = [[s.value for s in baris] for baris in lembar.iter_rows(judul + 2, lembar.max_row, 2, 5)]
    else:
        isi = ([s.value for s in baris] for baris in lembar.iter_rows(judul + 1, lembar.max_row, 1, 5))
        tersimpan = [[pesan, kode, tingkat, saran] for kode, pesan, _, tingkat, saran in isi]

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


@pytest.mark.parametrize(
    "sel",
    [(("F6", "Penjelasan"),), (("F6", "Penjelasan"), ("F14", "  ")), (("F6", "Penjelasan (diisi)"), ("F14", "–")), ()],
)
def test_dijelaskan_tanpa_penjelasan_adalah_peringatan(sel: tuple[tuple[str, object], ...]) -> None:
    (satu,) = find(spoil(put(("D14", DIJELASKAN), *sel)), "CK03", "CK04")

    assert (satu.kode, satu.tingkat.value) == ("CK04", "peringatan")
    assert satu.pesan.endswith("sama dengan jumlah butirnya, tetapi penjelasannya tidak ada.")


@pytest.mark.parametrize("judul", ["Penjelasan", "Penjelasan (diisi)", "PENJELASAN:"])
def test_kolom_penjelasan_dikenal_dari_awal_judulnya(judul: str) -> None:
    assert read(spoil(put(("F6", judul), ("F14", "Sebab.")))).cek.baris[7].penjelasan == "Sebab."


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
