"""`kinerja periksa` on workbooks that come back: a file, a folder, near misses; and `buat`, which refuses them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kinerja.cli import main
from kinerja.workbook.writer import render_workbook
from tests.alat.libreoffice import convert
from tests.berkas_induk import small, tabulate, write_csv
from tests.buku_kembali import BARU, BELUM_DIHITUNG, ULANG, Ubah, put, spoil
from tests.contoh import MEDAN_BARU
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

KOTA = BARU.with_name("medan-kota.xlsx")
BAIK = put(*[(f"D{r}", "OK") for r in range(7, 21)], ("D22", 0), ("D23", 0), ("A25", None))
"""All is well in sheet Cek, and …"""


def baik(buku: Workbook) -> None:
    """… there was nothing to say of the data."""
    BAIK(buku)
    put(*[(f"{k}{r}", None) for k in "ABCDE" for r in range(26, 34)])(buku)
    put(("A25", "Temuan pada data perjanjian saat berkas ini dibuat"), ("B26", "Tidak ada temuan."))(buku)


def run(*argumen: object) -> int:
    return main([str(a) for a in ("periksa", *argumen)])


def write(folder: Path, nama: str, ubah: Ubah, asal: Path = BARU) -> Path:
    path = folder / nama
    path.write_bytes(spoil(ubah, asal))
    return path


def test_satu_buku_disebut_milik_siapa_berapa_dan_apa_yang_terbuka(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(BARU) == 1

    keluaran = capsys.readouterr()
    baris = keluaran.out.splitlines()
    assert baris[0] == "galat CK01  12.71.17 Medan Baru, lembar Manfaat, sel D65"
    assert baris[1].startswith("  PERIKSA – Manfaat, Pemberdayaan Masyarakat di Kelurahan: total yang tercantum sama")
    assert baris[2] == "galat PK01  12.71.17 Medan Baru, data saat berkas dibuat"
    assert baris[4] == "peringatan CK02  12.71.17 Medan Baru, lembar Pernyataan, sel I3"
    assert len(baris) == 2 * (1 + 10 + 7)
    assert keluaran.err.splitlines() == [
        "medan-baru.xlsx: 12.71.17 Medan Baru, perjanjian murni 2024, versi 0.1.0: "
        "3 OK, 1 PERIKSA, 10 BELUM, 0 DIJELASKAN.",
        "1 buku kerja diperiksa, menurut berkas itu sendiri, tidak dihitung ulang: 2 galat, 14 peringatan, 2 info.",
    ]


@pytest.mark.parametrize(
    ("sel", "kode"),
    [
        ((), 0),
        ((("D9", "BELUM"), ("D23", 1)), 1),
        ((("D9", "PERIKSA"), ("D22", 1)), 1),
        ((("D9", "DIJELASKAN"), ("F6", "Penjelasan"), ("F9", "Sudah benar.")), 0),
        ((("D9", "DIJELASKAN"), ("F6", "Penjelasan")), 1),
        ((("D9", None),), 1),
        ((("D22", 1),), 1),
        ((("D6", "Status"),), 2),
    ],
)
def test_kode_keluar_menurut_hasil_cek(sel: tuple[tuple[str, object], ...], kode: int, tmp_path: Path) -> None:
    def ubah(buku: Workbook) -> None:
        baik(buku)
        put(*sel)(buku)

    assert run(write(tmp_path, "isian.xlsx", ubah)) == kode


def test_buku_tanpa_temuan_tidak_menulis_apa_pun_di_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, "isian.xlsx", baik)) == 0

    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert "isian.xlsx: 12.71.17 Medan Baru, perjanjian murni 2024, versi 0.1.0: 14 OK, 0 PERIKSA," in keluaran.err
    assert keluaran.err.endswith("menurut berkas itu sendiri, tidak dihitung ulang: 0 galat, 0 peringatan, 0 info.\n")


def test_temuan_pada_data_ikut_menentukan_kode_keluar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    semua_ok = put(*[(f"D{r}", "OK") for r in range(7, 21)], ("D22", 0), ("D23", 0))

    assert run(write(tmp_path, "isian.xlsx", semua_ok)) == 1
    assert {baris.split()[1] for baris in capsys.readouterr().out.splitlines()[::2]} == {
        "PK01", "PK04", "PK08", "PK14", "PK15", "PK18",
    }  # fmt: skip


def test_json_memuat_temuan_identitas_jumlah_dan_setiap_baris(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ubah(buku: Workbook) -> None:
        baik(buku)
        put(("D9", "DIJELASKAN"), ("D10", "aneh"), ("F6", "Penjelasan"), ("F9", "Sudah benar."))(buku)

    assert run(write(tmp_path, "isian.xlsx", ubah), "--json") == 1

    keluaran = capsys.readouterr()
    data = json.loads(keluaran.out)
    assert keluaran.err == ""
    assert list(data) == ["temuan", "menurut", "buku"]
    assert data["menurut"] == "menurut berkas itu sendiri, tidak dihitung ulang"
    assert [list(t) for t in data["temuan"]] == [["kode", "tingkat", "tempat", "pesan", "saran"]] * 2
    assert [(t["kode"], t["tingkat"]) for t in data["temuan"]] == [("CK03", "info"), ("CK05", "peringatan")]
    (buku,) = data["buku"]
    rinci = buku.pop("cek")
    assert buku == {
        "berkas": "isian.xlsx",
        "kode": "12.71.17",
        "kecamatan": "Medan Baru",
        "tahun": 2024,
        "jenis": "murni",
        "versi": "0.1.0",
        "jumlah": {"OK": 12, "PERIKSA": 0, "BELUM": 0, "DIJELASKAN": 1},
    }
    assert len(rinci) == 14
    assert rinci[2] == {
        "nomor": 3,
        "teks": "SKM: semua unsur terjawab dan setiap jawaban 1 sampai 4",
        "lembar": "SKM",
        "sel": "B7",
        "alamat": "D9",
        "hasil": "DIJELASKAN",
        "isi": "",
        "saran": "Betulkan jawaban yang bukan 1, 2, 3, atau 4; isi unsur yang belum dijawab seorang pun.",
        "penjelasan": "Sudah benar.",
    }
    assert (rinci[3]["hasil"], rinci[3]["isi"]) == ("", "'aneh'")


@pytest.mark.parametrize("path", ULANG, ids=lambda p: p.stem)
def test_yang_disimpan_ulang_sepuluh_program_dibaca_atau_ditolak_dengan_satu_kalimat(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kode = run(path)

    galat = capsys.readouterr().err
    if path.stem in ("openpyxl", "populate"):
        assert (kode, galat) == (2, f"kinerja: {path.name}, lembar Cek: {BELUM_DIHITUNG}\n")
    else:
        assert kode == 1
        assert galat.startswith(
            f"{path.name}: 12.71.17 Medan Baru, perjanjian murni 2024, versi 0.1.0: 3 OK, 1 PERIKSA"
        )


def test_folder_buku_dibaca_semuanya_dan_yang_lain_dilewati(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (BARU, KOTA):
        shutil.copy(path, tmp_path)
    openpyxl.Workbook().save(tmp_path / "catatan.xlsx")
    (tmp_path / "~$medan-baru.xlsx").write_bytes(b"kunci")
    (tmp_path / "SHA256SUMS").write_text("", "utf-8")
    (tmp_path / "dpa.csv").write_text("kode,nama,pagu\n", "utf-8")

    assert run(tmp_path) == 1

    galat = capsys.readouterr().err.splitlines()
    assert [baris.partition(", perjanjian")[0] for baris in galat[:2]] == [
        "medan-baru.xlsx: 12.71.17 Medan Baru",
        "medan-kota.xlsx: 12.71.01 Medan Kota",
    ]
    assert galat[2] == "catatan.xlsx dilewati: bukan buku kerja perjanjian."
    assert galat[3].startswith("2 buku kerja diperiksa, menurut berkas itu sendiri")
    assert len(galat) == 4


def test_buku_folder_yang_tidak_terbaca_disebut_sesudah_yang_lain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(BARU, tmp_path)
    shutil.copy(BARU.parents[2] / "simpan-ulang" / "0.1.0" / "openpyxl.xlsx", tmp_path)
    (tmp_path / "rusak.xlsx").write_bytes(BARU.read_bytes()[:-200])

    assert run(tmp_path) == 2

    keluaran = capsys.readouterr()
    assert keluaran.out.startswith("galat CK01  12.71.17 Medan Baru, lembar Manfaat, sel D65\n")
    akhir = [baris for baris in keluaran.err.splitlines() if baris.startswith("kinerja: ")]
    assert akhir[0] == f"kinerja: openpyxl.xlsx, lembar Cek: {BELUM_DIHITUNG}"
    assert akhir[1].startswith("kinerja: rusak.xlsx: ")
    assert len(akhir) == 2


def test_folder_yang_tak_satu_pun_terbaca_hanya_menyebut_sebabnya(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(BARU.parents[2] / "simpan-ulang" / "0.1.0" / "openpyxl.xlsx", tmp_path)

    assert run(tmp_path, "--json") == 2
    assert capsys.readouterr() == ("", f"kinerja: openpyxl.xlsx, lembar Cek: {BELUM_DIHITUNG}\n")


def test_dua_buku_satu_kecamatan_dibedakan_nama_berkasnya(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(BARU, tmp_path / "a.xlsx")
    shutil.copy(BARU, tmp_path / "b.xlsx")

    assert run(tmp_path) == 1

    baris = capsys.readouterr().out.splitlines()
    assert baris[0] == "galat CK01  12.71.17 Medan Baru (a.xlsx), lembar Manfaat, sel D65"
    assert baris[2] == "galat CK01  12.71.17 Medan Baru (b.xlsx), lembar Manfaat, sel D65"


def test_kecamatan_dipilih_dari_folder_buku(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (BARU, KOTA):
        shutil.copy(path, tmp_path)

    assert run(tmp_path, "--kecamatan", "12.71.01") == 1
    keluaran = capsys.readouterr()
    assert "Medan Baru" not in keluaran.out + keluaran.err

    assert run(tmp_path, "--kecamatan", "12.71.02") == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert keluaran.err.startswith(
        f"kinerja: Kecamatan 12.71.02 tidak ada dalam {tmp_path}. Mungkin maksudnya 12.71.01"
    )
    assert run(BARU, "--kecamatan", "127117") == 1


def test_folder_csv_tetap_data_induk_walau_ada_buku_di_dalamnya(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(small()))
    shutil.copy(BARU, folder)

    run(folder)

    assert "perjanjian diperiksa" in capsys.readouterr().err


def test_folder_tanpa_buku_ditolak_seperti_data_induk_yang_kosong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04")

    assert run(tmp_path) == 2
    assert "Tabel Umum, Kecamatan, dan Indikator tidak ada" in capsys.readouterr().err


def test_data_induk_tetap_diperiksa_sendiri(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["data-induk", "--kabkota", "1271", "--tahun", "2025", "--keluar", "induk.xlsx"]) == 0

    assert run("induk.xlsx") == 1
    assert "21 perjanjian diperiksa: " in capsys.readouterr().err


def test_buku_yang_baru_terbit_dibaca_juga(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "terbit.xlsx"
    path.write_bytes(render_workbook(build_perjanjian(Bahan(MEDAN_BARU))))

    assert run(path) == 1
    assert "terbit.xlsx: 12.71.17 Medan Baru, perjanjian murni 2024, versi " in capsys.readouterr().err


def test_buat_menolak_buku_terisi_dan_menunjuk_periksa(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(BARU, folder_kerja / "isian camat.xlsx")

    assert main(["buat", "--data", "isian camat.xlsx"]) == 2

    galat = capsys.readouterr().err
    assert galat.startswith("kinerja: isian camat.xlsx: Ini buku kerja perjanjian yang sudah terbit, bukan data induk.")
    assert 'kinerja periksa "isian camat.xlsx"' in galat
    assert galat.count("\n") == 1
    assert [p.name for p in folder_kerja.iterdir()] == ["isian camat.xlsx"]


def test_buku_yang_disimpan_sebagai_ods_ditolak_dengan_sebabnya(capsys: pytest.CaptureFixture[str]) -> None:
    with convert([BARU], "ods", "ods", "id-ID") as keluaran:
        assert run(keluaran[BARU]) == 2
        assert "buku kerja perjanjian kinerja yang disimpan dalam bentuk lain" in capsys.readouterr().err
        assert main(["buat", "--data", str(keluaran[BARU])]) == 2
        assert "buku kerja perjanjian yang sudah terbit" in capsys.readouterr().err


def test_bantuan_menyebut_buku_terisi(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0

    bantuan = " ".join(capsys.readouterr().out.split())
    assert "PERIKSA adalah galat, BELUM peringatan, DIJELASKAN info" in bantuan
    assert "buku kerja yang sudah terbit atau diisi: .xlsx, atau folder berisi buku-bukunya" in bantuan
    assert "tidak ada yang dihitung ulang" in bantuan
