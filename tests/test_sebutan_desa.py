"""What a village is called: from the data set to the sheets, the hints and the standard rows."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kinerja.errors import DataError
from kinerja.perjanjian.induk.awal import make_isi
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.perjanjian.model import Kecamatan, PerjanjianKinerja
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku
from tests.berkas_induk import Data, changed, read_xlsx, small, tabulate, write_xlsx
from tests.contoh import list_teks
from workbook_templates.data_induk import AWAL, build_data_induk
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

NASIONAL = {pk.kecamatan.kode: pk for pk in list_nasional(2025)}


def move(kabkota: str, kode: str, **isi: object) -> Data:
    """The least data, of one kecamatan elsewhere."""
    data = small()
    data["umum"][0]["kabkota"] = kabkota
    data["kecamatan"] = [{"kode": kode, **isi}]
    data["kegiatan"][0]["kecamatan"] = kode
    return data


def read_kecamatan(tmp_path: Path, data: Data) -> Kecamatan:
    return read_xlsx(tmp_path, data)[0].kecamatan


def make_buku(pk: PerjanjianKinerja) -> Buku:
    return build_perjanjian(Bahan(pk, responden=3))


# --- which word counts


def test_sebutan_yang_ditulis_mengalahkan_daftar_desa_dan_daftar_wilayah(tmp_path: Path) -> None:
    data = move("13.06", "13.06.01", sebutan="jorong", kelurahan="Desa Sumber; Kelurahan Patokan")

    assert read_kecamatan(tmp_path, data).sebutan_desa == "Jorong"


def test_sebutan_pada_daftar_desa_mengalahkan_daftar_wilayah(tmp_path: Path) -> None:
    kecamatan = read_kecamatan(tmp_path, move("13.06", "13.06.01", kelurahan="Desa Sumber; Kelurahan Patokan"))

    assert kecamatan.sebutan_desa == "Desa/Kelurahan"
    assert kecamatan.kelurahan == ("Sumber", "Patokan")


def test_sebutan_menurut_daftar_wilayah_bila_data_tidak_menyebutnya(tmp_path: Path) -> None:
    nagari = read_kecamatan(tmp_path, move("13.06", "13.06.01", kelurahan="Manggopoh; Garagahan"))

    assert (nagari.sebutan_desa, nagari.kelurahan) == ("Nagari", ("Manggopoh", "Garagahan"))
    assert read_kecamatan(tmp_path, small()).sebutan_desa == "Kelurahan"
    assert {pk.kecamatan.sebutan_desa for pk in load_bundled()} == {"Kelurahan"}


def test_kata_yang_menjadi_nama_tetap_bagian_dari_nama(tmp_path: Path) -> None:
    """In a kota of kelurahan Kampung Baru is a name; its own word, Kelurahan, is no part of one."""
    kampung = "Kampung Baru; Kampung Dalam"
    nama = read_kecamatan(tmp_path, changed("kecamatan", 0, sebutan="Kelurahan", kelurahan=kampung))
    kata = read_kecamatan(tmp_path, changed("kecamatan", 0, sebutan="Kampung", kelurahan=kampung))
    lain = read_kecamatan(tmp_path, changed("kecamatan", 0, sebutan="Nagari", kelurahan="Desa Sumber; Desa Patokan"))

    assert nama.kelurahan == ("Kampung Baru", "Kampung Dalam")
    assert kata.kelurahan == ("Baru", "Dalam")
    assert lain.kelurahan == ("Sumber", "Patokan")


def test_sebutan_menurut_tahun_perjanjian(tmp_path: Path) -> None:
    data = move("34.04", "34.04.01")
    data["umum"][0]["tahun"] = 2019

    assert read_kecamatan(tmp_path, data).sebutan_desa == "Desa/Kelurahan"
    assert read_kecamatan(tmp_path, move("34.04", "34.04.01")).sebutan_desa == "Kalurahan"


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("GAMPONG", "Gampong"),
        ("desa / kelurahan", "Desa/Kelurahan"),
        ("desa  adat", "Desa Adat"),
        ("Negeri", "Negeri"),
        ("  ", "Kelurahan"),
    ],
)
def test_ejaan_sebutan_dirapikan(tmp_path: Path, teks: str, kata: str) -> None:
    assert read_kecamatan(tmp_path, changed("kecamatan", 0, sebutan=teks)).sebutan_desa == kata


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("Kel.", "'Kel.' bukan kata"),
        ("Desa/", "'Desa/' bukan kata"),
        ("=1+2", "bukan kata"),
        (7, "'7' bukan kata"),
        ("Desa 1", "bukan kata"),
        ("{desa}", "bukan kata"),
        ("D" * 31, "31 karakter"),
    ],
)
def test_sebutan_yang_bukan_kata_ditolak_dengan_tempatnya(tmp_path: Path, teks: object, pesan: str) -> None:
    with pytest.raises(DataError, match="lembar Kecamatan, baris 2, kolom Sebutan desa/kelurahan") as galat:
        read_xlsx(tmp_path, changed("kecamatan", 0, sebutan=teks))
    assert pesan in str(galat.value)


def test_data_lama_tanpa_kolom_sebutan_tetap_terbaca(tmp_path: Path) -> None:
    petak = tabulate(move("11.01", "11.01.01"))
    nomor = petak["Kecamatan"][0].index("Sebutan desa/kelurahan")
    petak["Kecamatan"] = [[sel for n, sel in enumerate(baris) if n != nomor] for baris in petak["Kecamatan"]]
    (pk,) = read_induk(write_xlsx(tmp_path / "lama.xlsx", petak))

    assert pk.kecamatan.sebutan_desa == "Gampong"


# --- the sheet Manfaat


@pytest.mark.parametrize(
    ("kode", "kata"),
    [
        ("12.71.17", "Kelurahan"),
        ("11.01.01", "Gampong"),
        ("12.01.01", "Desa/Kelurahan"),
        ("91.71.01", "Kelurahan/Kampung"),
    ],
)
def test_lembar_manfaat_memakai_sebutan_kecamatannya(kode: str, kata: str) -> None:
    lembar = make_buku(NASIONAL[kode]).get_lembar("Manfaat")
    kepala = [s.nilai for s in lembar.sel if s.kolom == 2 and s.gaya == "kepala"]
    aturan = {b.aturan for b in lembar.blok if b.nama.endswith("_kelurahan")}

    assert kepala == [kata]
    assert {(a.judul, a.petunjuk) for a in aturan} == {(kata, f"Ketik nama {kata.lower()} tempat kegiatan itu.")}


def test_sebutan_terpanjang_muat_di_kotak_isian(tmp_path: Path) -> None:
    (pk, _) = read_xlsx(tmp_path, changed("kecamatan", 0, sebutan="Desa" + "x" * 26))
    write_workbook(make_buku(pk), tmp_path / "panjang.xlsx")

    lembar = openpyxl.load_workbook(tmp_path / "panjang.xlsx")["Manfaat"]
    assert "Desa" + "x" * 26 in {v.promptTitle for v in lembar.data_validations.dataValidation}


def test_kecamatan_yang_sama_sebutannya_berbagi_lembar_manfaat() -> None:
    """Within a kabupaten and across kabupaten; the law of the press asks for one sheet a word."""
    sumut, langkat, padang = (NASIONAL[k] for k in ("12.01.01", "12.05.01", "12.71.17"))
    satu, dua = (make_buku(pk).get_lembar("Manfaat") for pk in (sumut, langkat))

    assert all(a is b for a, b in zip(satu.blok, dua.blok, strict=True))
    assert satu.blok[1].aturan != make_buku(padang).get_lembar("Manfaat").blok[1].aturan


def test_kelurahan_tidak_disebut_di_buku_yang_hanya_punya_gampong() -> None:
    """But for the names of programmes, which are the nomenclature's."""
    buku = make_buku(NASIONAL["11.01.01"])
    kata = [str(t) for lembar in buku.lembar for t in list_teks(buku, lembar.nama) if "elurahan" in str(t)]
    petunjuk = [b.aturan.petunjuk for lembar in buku.lembar for b in lembar.blok]

    assert [t for t in kata if not t.startswith("PROGRAM")] == []
    assert [t for t in petunjuk if "elurahan" in t] == []


# --- the input workbook and its standard rows


def test_baris_baku_memakai_sebutan_daerahnya() -> None:
    gampong, medan = (make_isi(kode, 2025).tabel for kode in ("11.01", "12.71"))

    assert [b["nama"] for b in gampong["daftar"]] == [
        "Pembangunan Sarana dan Prasarana Gampong",
        "Pemberdayaan Masyarakat di Gampong",
    ]
    assert [b["nama"] for b in medan["daftar"]] == [
        "Pembangunan Sarana dan Prasarana Kelurahan",
        "Pemberdayaan Masyarakat di Kelurahan",
    ]
    assert medan["indikator"][0]["sasaran"] == "Meningkatnya kinerja pelayanan kecamatan dan kelurahan"
    assert NASIONAL["13.06.01"].sasaran[0].uraian == "Meningkatnya kinerja pelayanan kecamatan dan nagari"


@pytest.mark.parametrize(("kode", "kata"), [("11.01", "gampong"), ("12.71", "kelurahan"), ("12.01", "desa/kelurahan")])
def test_petunjuk_buku_isian_memakai_sebutan_daerahnya(kode: str, kata: str) -> None:
    blok = {b.nama: b.aturan for lembar in build_data_induk(make_isi(kode, 2025)).lembar for b in lembar.blok}

    assert blok["isian_kegiatan_kelurahan"].petunjuk == f"Nama {kata} tempat kegiatan."
    assert blok["isian_kecamatan_sebutan"].petunjuk.casefold().endswith(f"bila tidak ada, {kata}.")
    assert [a.petunjuk for a in blok.values() if "{" in a.petunjuk] == []


def test_sebutan_ditawarkan_tetapi_kata_lain_boleh_diketik(tmp_path: Path) -> None:
    berkas = tmp_path / "induk.xlsx"
    write_workbook(build_data_induk(make_isi("81.01", 2025)), berkas)
    buku = openpyxl.load_workbook(berkas)
    kepala = [sel.value for sel in buku["Kecamatan"][AWAL]]
    kolom = kepala.index("Sebutan desa/kelurahan") + 1
    (aturan,) = (
        v
        for v in buku["Kecamatan"].data_validations.dataValidation
        if buku["Kecamatan"].cell(AWAL + 1, kolom).coordinate in v.sqref
    )
    ditawarkan = [sel.value for sel in buku["Pilihan"]["J"][AWAL:] if sel.value]
    buku["Kecamatan"].cell(AWAL + 1, kolom, "Negeri Administratif")
    buku.save(berkas)
    semua = read_induk(berkas)

    assert (aturan.type, aturan.errorStyle) == ("list", "warning")
    assert aturan.formula1 == f"Pilihan!$J${AWAL + 1}:$J${AWAL + len(ditawarkan)}"
    assert {"Desa", "Kelurahan", "Desa/Kelurahan", "Gampong", "Nagari", "Kampung", "Pekon"} <= {*ditawarkan}
    assert [pk.kecamatan.sebutan_desa for pk in semua[:2]] == ["Negeri Administratif", "Desa/Kelurahan"]
