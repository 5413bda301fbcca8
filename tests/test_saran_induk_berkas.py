"""What a refused file of data advises is done to the file once; then its agreements are those that it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from kinerja.cli import main
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.induk.toml_batas import MAKS_HURUF
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.perjanjian.semula import attach_semula, change_jenis, check_perubahan
from kinerja.tabel.petak import TERDALAM
from tests.alat.saran import expect_saran, follow
from tests.berkas_induk import read_xlsx, small, tabulate, write_csv, write_xlsx
from tests.contoh import MEDAN_BARU, write_perjanjian
from tests.murni_perubahan import MURNI, PERUBAHAN, attach

TOML = """
[umum]
kabkota = "12.71"
tahun = 2025
jenis = "murni"
[[kecamatan]]
kode = "12.71.17"
[[indikator]]
sasaran = "Satu"
indikator = "Mutu"
jenis = "skm"
satuan = "nilai"
target = "B (88,30)"
[[program]]
kode = "7.01.04"
nama = "PROGRAM A"
anggaran = 1_000
"""
Petak = dict[str, list[list[object]]]


def write_toml(folder: Path, teks: str, *, sandi: str = "utf-8") -> Path:
    path = folder / "induk.toml"
    path.write_bytes(teks.encode(sandi))
    return path


@follow("Yang ada: medan_2024.")
def test_data_bawaan_yang_disebut_ada() -> None:
    with expect_saran("Yang ada: medan_2024."):
        load_bundled("medan_2025")

    assert (21, 2024) == (len(load_bundled("medan_2024")), load_bundled("medan_2024")[0].tahun)


def rename(petak: Petak) -> Petak:
    petak["Progam"] = petak.pop("Program")
    return petak


def drop_lembar(petak: Petak) -> Petak:
    petak["Belanja"] = petak.pop("Program")
    return petak


def double(petak: Petak) -> Petak:
    petak["program_"] = petak["Program"]
    return petak


def change_kepala(petak: Petak, ganti: Callable[[list[object]], list[object]]) -> Petak:
    petak["Program"][0] = ganti(petak["Program"][0])
    return petak


def add_kolom(petak: Petak) -> Petak:
    petak["Program"][0].append("Catatan kami")
    petak["Program"][1].append("dari rapat")
    return petak


def rename_kolom(petak: Petak) -> Petak:
    return change_kepala(petak, lambda k: ["Angaran" if x == "Anggaran" else x for x in k])


def shift(petak: Petak) -> Petak:
    petak["Program"][:0] = [["Laporan"] for _ in range(TERDALAM)]
    return petak


def spill(petak: Petak) -> Petak:
    petak["Program"][1] = [*petak["Program"][1], "APBD"]
    return petak


def write_dua_kali(petak: Petak) -> Petak:
    petak["Umum"].append(["Tahun", 2024])
    return petak


@follow(
    "Ganti nama lembar {} menjadi {}.",
    "Tambahkan lembarnya{}.",
    "Hapus salah satu.",
    "Hapus satu.",
    "Hapus atau gabungkan satu.",
    "Tambahkan kolom itu.",
    "Tulis judul kolomnya dalam {} baris pertama.",
    "Hapus, atau pindahkan ke lembar lain.",
    "Pindahkan ke kolom yang berjudul; dalam CSV, apit teks bertanda pemisah dengan tanda kutip.",
)
@pytest.mark.parametrize(
    ("saran", "spoil_petak"),
    [
        ("Ganti nama lembar {} menjadi {}.", rename),
        ("Tambahkan lembarnya{}.", drop_lembar),
        ("Hapus salah satu.", double),
        ("Hapus satu.", write_dua_kali),
        (
            "Hapus atau gabungkan satu.",
            lambda p: change_kepala(p, lambda k: ["Anggaran" if x == "Keterangan" else x for x in k]),
        ),
        ("Tambahkan kolom itu.", lambda p: change_kepala(p, lambda k: [None if x == "Anggaran" else x for x in k])),
        ("Tulis judul kolomnya dalam {} baris pertama.", shift),
        ("Hapus, atau pindahkan ke lembar lain.", add_kolom),
        ("Mungkin maksudnya {}.", rename_kolom),
        ("Pindahkan ke kolom yang berjudul; dalam CSV, apit teks bertanda pemisah dengan tanda kutip.", spill),
    ],
)
def test_saran_lembar_data_induk_dituruti(saran: str, spoil_petak: Callable[[Petak], Petak], tmp_path: Path) -> None:
    """The sound grids are what each advice leads back to; their agreements are known by hand."""
    with expect_saran(saran):
        read_induk(write_xlsx(tmp_path / "salah.xlsx", spoil_petak(tabulate(small()))))

    pk = read_induk(write_xlsx(tmp_path / "betul.xlsx", tabulate(small())))[0]
    assert (2025, "PROGRAM KOORDINASI", Decimal(191_200_000)) == (pk.tahun, pk.program[0].nama, pk.program[0].anggaran)


def test_kolom_sendiri_boleh_di_lembar_lain(tmp_path: Path) -> None:
    petak: Petak = {**tabulate(small()), "Catatan kami": [["Catatan kami"], ["dari rapat"]]}

    assert read_induk(write_xlsx(tmp_path / "a.xlsx", petak)) == read_xlsx(tmp_path, small())


def test_isi_bertanda_pemisah_dalam_csv_diapit_tanda_kutip(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(small()))
    with expect_saran("Pindahkan ke kolom yang berjudul; dalam CSV, apit teks bertanda pemisah dengan tanda kutip."):
        (folder / "program.csv").write_text("kode,nama,anggaran\n7.01.04,Program A,B,1000\n", encoding="utf-8")
        read_induk(folder)
    (folder / "program.csv").write_text('kode,nama,anggaran\n7.01.04,"Program A,B",1000\n', encoding="utf-8")

    assert ("Program A,B", Decimal(1000)) == (
        read_induk(folder)[0].program[0].nama,
        read_induk(folder)[0].program[0].anggaran,
    )


def test_tabel_csv_kembar_dihapus_salah_satunya(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(small()))
    kembar = folder / "Program_.csv"
    kembar.write_bytes((folder / "program.csv").read_bytes())
    with expect_saran("Hapus salah satu."):
        read_induk(folder)
    kembar.unlink()

    assert "7.01.04" == read_induk(folder)[0].program[0].kode


@follow("Sebutkan foldernya, yang berisi umum.csv, kecamatan.csv, indikator.csv, dan program.csv.")
def test_folder_berisi_empat_csv_itu_cukup(tmp_path: Path) -> None:
    petak = tabulate({**small(), "indikator": small()["indikator"][1:]})
    empat = {nama: petak[nama] for nama in ("Umum", "Kecamatan", "Indikator", "Program")}
    folder = write_csv(tmp_path / "csv", empat)
    with expect_saran("Sebutkan foldernya, yang berisi umum.csv, kecamatan.csv, indikator.csv, dan program.csv."):
        read_induk(folder / "umum.csv")

    assert ["12.71.17", "12.71.01"] == [pk.kecamatan.kode for pk in read_induk(folder)]


@follow(
    "Simpan ulang sebagai UTF-8.",
    "Tulis sebagai [[{}]].",
    "Tulis sebagai {}.",
    "Periksa tanda kutip, kurung, dan tanda sama dengan di sekitar tempat itu.",
    "Betulkan baris itu.",
    "Ketik ulang isinya.",
)
@pytest.mark.parametrize(
    ("saran", "lama", "baru"),
    [
        ("Tulis sebagai [[{}]].", "[[program]]\n", "[program]\n"),
        ("Tulis sebagai {}.", "[umum]", "[[umum]]"),
        ("Periksa tanda kutip, kurung, dan tanda sama dengan di sekitar tempat itu.", '"PROGRAM A"', '"PROGRAM A'),
        ("Periksa tanda kutip, kurung, dan tanda sama dengan di sekitar tempat itu.", "[[kecamatan]]", "[[kecamatan]"),
        ("Periksa tanda kutip, kurung, dan tanda sama dengan di sekitar tempat itu.", "tahun = 2025", "tahun 2025"),
        ("Betulkan baris itu.", "anggaran = 1_000", "anggaran = 1_000" + "_000" * 20),
        ("Ketik ulang isinya.", '"PROGRAM A"', '["PROGRAM A"]'),
    ],
)
def test_saran_toml_dituruti(saran: str, lama: str, baru: str, tmp_path: Path) -> None:
    with expect_saran(saran):
        read_induk(write_toml(tmp_path, TOML.replace(lama, baru)))

    (pk,) = read_induk(write_toml(tmp_path, TOML))
    assert (2025, "PROGRAM A", Decimal(1000)) == (pk.tahun, pk.program[0].nama, pk.program[0].anggaran)


def test_toml_disimpan_ulang_sebagai_utf8(tmp_path: Path) -> None:
    teks = TOML.replace("PROGRAM A", "PROGRAM É")
    with expect_saran("Simpan ulang sebagai UTF-8."):
        read_induk(write_toml(tmp_path, teks, sandi="cp1252"))

    assert "PROGRAM É" == read_induk(write_toml(tmp_path, teks))[0].program[0].nama


@follow("Bagi menjadi beberapa berkas, atau pakai .xlsx.")
def test_toml_terlalu_besar_dibagi_atau_menjadi_xlsx(tmp_path: Path) -> None:
    catatan = "# catatan tentang kecamatan ini\n" * (MAKS_HURUF // 50)
    dua = TOML.replace("[[indikator]]", f'{catatan}[[kecamatan]]\nkode = "12.71.01"\n{catatan}[[indikator]]')
    with expect_saran("Bagi menjadi beberapa berkas, atau pakai .xlsx."):
        read_induk(write_toml(tmp_path, dua))

    bagian = [TOML.replace("12.71.17", kode) + catatan for kode in ("12.71.17", "12.71.01")]
    assert ["12.71.17", "12.71.01"] == [read_induk(write_toml(tmp_path, teks))[0].kecamatan.kode for teks in bagian]
    assert ["12.71.17", "12.71.01"] == [pk.kecamatan.kode for pk in read_xlsx(tmp_path, small())]


TERBIT = (
    'Baca hasil Cek-nya: kinerja periksa "{}"; atau buat data induk: kinerja data-induk --kabkota KODE --tahun TAHUN.'
)


@pytest.mark.usefixtures("folder_kerja")
@follow(TERBIT)
def test_buku_terbit_diperiksa_atau_data_induk_dibuat(capsys: pytest.CaptureFixture[str]) -> None:
    write_perjanjian(MEDAN_BARU, Path("hasil.xlsx"), responden=3)
    with expect_saran(TERBIT):
        read_induk(Path("hasil.xlsx"))

    assert 1 == main(["periksa", "hasil.xlsx"])
    assert "12.71.17 Medan Baru" in capsys.readouterr().out
    assert 0 == main(["data-induk", "--kabkota", "12.71", "--tahun", "2025"])
    umum = {str(baris[0]): baris[1] for baris in openpyxl.load_workbook("induk.xlsx")["Umum"].values}
    assert ("12.71", 2025) == (umum["Kode kabupaten/kota *"], umum["Tahun *"])


@follow(
    "Tulis jenis perubahan di data induk, atau tambahkan --jenis perubahan pada kinerja buat.",
    "Pakai data murninya.",
    "Pakai data murni kecamatan itu, atau pilih dengan --kecamatan.",
    "Pakai data murni tahun yang sama.",
)
def test_saran_perubahan_di_samping_murninya_dituruti() -> None:
    semula = attach().semula
    assert semula is not None
    with expect_saran("Tulis jenis perubahan di data induk, atau tambahkan --jenis perubahan pada kinerja buat."):
        check_perubahan([MURNI])
    check_perubahan([change_jenis(MURNI, JenisPerjanjian.PERUBAHAN)])
    lain = replace(MURNI, kecamatan=replace(MURNI.kecamatan, kode="12.71.01", nama="Medan Kota"))
    kedua = replace(PERUBAHAN, kecamatan=lain.kecamatan)
    for saran, perubahan, murni in (
        ("Pakai data murninya.", [PERUBAHAN], PERUBAHAN),
        ("Pakai data murni kecamatan itu, atau pilih dengan --kecamatan.", [PERUBAHAN], lain),
        ("Pakai data murni kecamatan itu, atau pilih dengan --kecamatan.", [PERUBAHAN, kedua], MURNI),
        ("Pakai data murni tahun yang sama.", [PERUBAHAN], replace(MURNI, tahun=2023)),
    ):
        with expect_saran(saran):
            attach_semula(perubahan, [murni], "murni.toml")
    (pk,) = attach_semula([PERUBAHAN], [MURNI, lain], "murni.toml")
    assert semula == pk.semula
