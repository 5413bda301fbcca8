"""Two issues of one kecamatan: rows are matched by what they are; what is hostile stays text or is refused."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from kinerja.errors import DataError, MasukanError
from kinerja.perjanjian.kembali import terbatas
from kinerja.perjanjian.kembali.beda_buku import Selisih, list_selisih
from kinerja.perjanjian.kembali.beda_buku_butir import ANGGARAN, HASIL, ISIAN, KATA, TARGET
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.hitung import check_simpanan
from kinerja.perjanjian.kembali.terhitung import Terhitung, compute_terhitung
from kinerja.perjanjian.model import Pejabat, PerjanjianKinerja
from kinerja.workbook.writer import render_workbook
from tests.buku_kembali import Ubah, change, put
from tests.contoh import angka
from tests.murni_perubahan import MURNI, PERUBAHAN, attach
from tests.perjanjian_bersih import MANFAAT, PROGRAM, SKM
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

JAHAT = ['=HYPERLINK("http://x.id")', "<script>alert(1)</script>", "a\u202eb", "'; --", "\t=1+1"]
Beda = dict[str, tuple[object, object]]


def render(pk: PerjanjianKinerja, responden: int = 5) -> bytes:
    return render_workbook(build_perjanjian(Bahan(pk, responden=responden)))


def read(isi: bytes, nama: str = "a.xlsx") -> Terhitung:
    return compute_terhitung(read_buku(isi, nama))


def compare(a: PerjanjianKinerja, b: PerjanjianKinerja) -> tuple[Selisih, ...]:
    return list_selisih(read(render(a)), read(render(b)))


def pick(beda: tuple[Selisih, ...], bagian: str) -> Beda:
    return {s.apa: (s.semula, s.menjadi) for s in beda if s.bagian == bagian}


@pytest.mark.parametrize("bersemula", [False, True])
def test_murni_dan_perubahannya_berbeda_dalam_yang_diubah_saja(bersemula: bool) -> None:
    """What tests/murni_perubahan.py says that the perubahan changes."""
    beda = compare(MURNI, attach() if bersemula else PERUBAHAN)

    assert pick(beda, TARGET) == {
        "Indeks Kepuasan Masyarakat: Target": (88, Fraction(441, 5)),
        "Trantibum: Target": (100, None),
        "Jumlah Inovasi: Target": (None, 3),
    }
    assert pick(beda, ANGGARAN) == {
        "Program Pemberdayaan Masyarakat Desa dan Kelurahan: Perjanjian (Rp)": (3000, 2000),
        "07.01.04 Program Koordinasi Ketenteraman dan Ketertiban Umum: Perjanjian (Rp)": (Fraction(383, 2), None),
        "07.01.06. PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAH DESA: Perjanjian (Rp)": (21, Fraction(43, 2)),
        "7.01.05 PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM: Perjanjian (Rp)": (None, 1250),
    }
    kata = pick(beda, KATA)
    assert kata["nilai sakip: Indikator"] == ("Nilai SAKIP", "nilai sakip")
    assert kata["Jumlah Inovasi: Sasaran"] == (None, "Meningkatnya manfaat")
    assert pick(beda, ISIAN) == {}


def test_urutan_program_dan_indikator_yang_lain_bukan_perbedaan() -> None:
    sasaran = tuple(replace(s, indikator=s.indikator[::-1]) for s in MURNI.sasaran[::-1])
    terbalik = replace(MURNI, program=PROGRAM[::-1], sasaran=sasaran)

    beda = compare(MURNI, terbalik)

    assert [s for s in beda if s.bagian in (TARGET, ANGGARAN, ISIAN, HASIL)] == []
    assert [s for s in beda if s.bagian == KATA and ":" in s.apa and "tulisan" not in s.apa] == []


def test_camat_baru_dan_target_baru_disebut_dengan_bedanya() -> None:
    sasaran = (
        replace(MURNI.sasaran[0], indikator=(replace(SKM, target=angka("90.00")), *MURNI.sasaran[0].indikator[1:])),
    )
    baru = replace(MURNI, pihak_pertama=Pejabat("Camat Baru", "CAMAT MEDAN BARU"), sasaran=sasaran + MURNI.sasaran[1:])

    beda = compare(MURNI, baru)

    (target,) = (s for s in beda if s.bagian == TARGET)
    assert (target.lembar, target.sel, target.semula, target.menjadi, target.beda) == ("Capaian", "G7", 88, 90, 2)
    kata = pick(beda, KATA)
    assert kata["Nama camat"] == ("Nama Camat", "Camat Baru")
    assert kata["Pangkat/golongan camat"] == ("Pembina", None)


def test_kegiatan_dikenal_menurut_namanya() -> None:
    daftar = MANFAAT.daftar[0]
    balik = replace(daftar, kegiatan=daftar.kegiatan[::-1])
    asal = replace(MURNI, sasaran=(replace(MURNI.sasaran[1], indikator=(MANFAAT,)),))
    lain = replace(MURNI, sasaran=(replace(MURNI.sasaran[1], indikator=(replace(MANFAAT, daftar=(balik,)),)),))
    a, b = (render(pk) for pk in (asal, lain))
    a = change(a, put(("E7", 3), ("E8", 4), lembar="Manfaat"))
    b = change(b, put(("E7", 4), ("E8", 5), lembar="Manfaat"))

    isian = pick(list_selisih(read(a), read(b)), ISIAN)

    assert isian == {"Pelatihan tata boga: Triwulan I": (3, 5)}


def test_lebih_banyak_responden_bukan_perbedaan() -> None:
    a, b = read(render(MURNI, 5)), read(render(MURNI, 50))

    assert [s for s in list_selisih(a, b) if s.bagian in (TARGET, ANGGARAN, ISIAN, HASIL)] == []


def test_dua_kecamatan_ditolak_dengan_kedua_namanya() -> None:
    lain = replace(MURNI, kecamatan=replace(MURNI.kecamatan, kode="12.71.01", nama="Medan Kota"))

    with pytest.raises(MasukanError, match=r"b.xlsx milik 12\.71\.17 Medan Baru, c.xlsx milik 12\.71\.01 Medan Kota"):
        list_selisih(read(render(MURNI), "b.xlsx"), read(render(lain), "c.xlsx"))


@pytest.mark.parametrize(
    "nama", ['=HYPERLINK("http://x.id")', "<script>alert(1)</script>", "a\u202eb", "'; --", "\t=1+1"]
)
def test_nama_yang_jahat_tetap_tulisan_satu_baris(nama: str) -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        sel = buku["Capaian"]["C7"]
        sel.value = nama
        sel.data_type = "s"

    isi = render(MURNI)
    beda = list_selisih(read(isi), read(change(isi, ubah)))

    (satu,) = (s for s in beda if (s.lembar, s.sel) == ("Capaian", "C7"))
    assert satu.semula == "Indeks Kepuasan Masyarakat"
    assert satu.menjadi == nama.strip().replace("\u202e", "?")
    assert all(s.apa.isprintable() for s in beda)


def test_nama_yang_menunjuk_seluruh_lembar_tidak_dibaca() -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        buku.defined_names["isian_lain"] = DefinedName("isian_lain", attr_text="SKM!$A$1:$XFD$1048576")

    t = read(change(render(MURNI), ubah))

    assert "isian_lain" in t.buku.nama_mentah and "isian_lain" not in t.isian.blok


@pytest.mark.parametrize("nilai", [True, "=1/0", "=SUM(A1:A3)", "3,5", None])
def test_isian_yang_aneh_tidak_menggagalkan(nilai: object) -> None:
    isi = change(render(MURNI), put(("F7", 1), lembar="SAKIP"))
    beda = list_selisih(read(isi), read(change(isi, put(("F7", nilai), lembar="SAKIP"))))

    (satu,) = (s for s in beda if (s.lembar, s.sel) == ("SAKIP", "F7"))
    assert satu.semula == 1
    assert satu.menjadi == {"=1/0": "#DIV/0!", "=SUM(A1:A3)": 0, "3,5": Fraction(7, 2)}.get(str(nilai), nilai)


def test_rumus_yang_membaca_seluruh_lembar_berkali_kali_dihentikan() -> None:
    """As many cells hold it as would keep a computer busy for hours."""

    def ubah(buku: openpyxl.Workbook) -> None:
        for n in range(1, 3_001):
            buku["Petunjuk"].cell(500 + n, 40).value = "=SUM(A1:XFD1048576)"

    t = read(change(render(MURNI), ubah))
    with pytest.raises(DataError, match=r"^a\.xlsx: Rumus di buku kerja ini terlalu berat untuk dihitung\."):
        list(check_simpanan(t.buku, t.buku, t.peta, t.isi))


def test_rumus_yang_terlalu_banyak_ditolak(monkeypatch: pytest.MonkeyPatch) -> None:
    isi = render(MURNI)
    banyak = sum(s.rumus is not None for x in read(isi).buku.lembar.values() for s in x.sel.values())
    monkeypatch.setattr(terbatas, "MAKS_RUMUS", banyak)
    assert read(isi).identitas.kode == "12.71.17"
    monkeypatch.setattr(terbatas, "MAKS_RUMUS", banyak - 1)

    with pytest.raises(DataError, match="terlalu berat untuk dihitung"):
        read(isi)


def delete_cek(baris: int) -> Ubah:
    """One check of sheet Cek is gone, with all that stands in its row."""

    def ubah(buku: openpyxl.Workbook) -> None:
        for sel in buku["Cek"][baris]:
            sel.value = None

    return ubah


@pytest.mark.parametrize("asal", [MURNI, replace(MURNI, program=PROGRAM[::-1])])
def test_baris_cek_yang_dihapus_disebut_juga_terhadap_terbitan_lain_versi_yang_sama(asal: PerjanjianKinerja) -> None:
    semula, kirim = render(asal), change(render(MURNI), delete_cek(9))
    teks = openpyxl.load_workbook(io.BytesIO(semula))["Cek"]["B9"].value

    beda = [s for s in list_selisih(read(semula), read(kirim)) if s.bagian == HASIL and "Rumus" not in s.apa]

    assert teks == "Rencana Aksi, indikator 1: target triwulan, bila diisi, sejalan dengan target setahun"
    (s,) = beda
    assert s.apa == f"Cek: {teks.replace('1', repr(SKM.nama))}"
    assert (s.bagian, s.lembar, s.sel, s.menjadi) == (HASIL, "Cek", "D9", None) and s.semula is not None


def test_cek_indikator_yang_namanya_ditimpa_tidak_disebut_hilang() -> None:
    isi = render(MURNI)

    beda = list_selisih(read(isi), read(change(isi, put(("C7", "Indeks Lain"), lembar="Capaian"))))

    assert ("Capaian", "C7", "Indeks Lain") in [(s.lembar, s.sel, s.menjadi) for s in beda]
    assert not [s for s in beda if s.apa.startswith("Cek: ")]
