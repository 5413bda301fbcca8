"""`kinerja tunjukkan`: workbooks of every version as they were issued and filled; what is none is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kinerja.cli import main
from tests.alat.mesin import same
from tests.alat.terbitan import read_harap
from tests.buku_kembali import BARU, BERKAS, TANPA_NILAI, ULANG
from tests.test_cli_bandingkan import KINI, TERISI, change

per_buku = pytest.mark.parametrize("path", BERKAS, ids=lambda p: f"{p.parent.name}-{p.stem}")


def run(*argumen: object) -> int:
    return main(["tunjukkan", *map(str, argumen)])


def read_json(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, Any]:
    assert run(path, "--json") == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


@per_buku
def test_json_setiap_versi_memuat_yang_diterbitkan_dan_diisi(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """harap.json was written when the version was issued."""
    harap = read_harap(path.parent)[path.name]

    data = read_json(capsys, path)

    identitas = {k.removeprefix("identitas_"): n for k, n in harap["identitas"].items()}
    assert {k: str(data[k]) for k in ("kode", "kecamatan", "tahun", "jenis", "versi", "sidik")} == {
        k: identitas[k] for k in ("kode", "kecamatan", "tahun", "jenis", "versi", "sidik")
    }
    for nama, isi in harap["hasil"].items():
        sel = [n for baris in data["hasil"][nama] for n in baris]
        assert all(same(a or "", b or "") or same(a, b) for a, b in zip(sel, isi, strict=True)), nama
    for nama, isi in harap["isian"].items():
        assert [b for b in data["isian"][nama]["isi"] if any(n is not None for n in b)] == [
            [None if n == "–" else n for n in b] for b in isi if any(n not in (None, "–") for n in b)
        ], nama
    assert data["simpanan_sama"] is True
    assert data["tanpa_rumus"] == []


@per_buku
def test_layar_setiap_versi_menyebut_milik_siapa_dan_bahwa_simpanannya_sama(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    identitas = read_harap(path.parent)[path.name]["identitas"]

    assert run(path) == 0

    keluaran = capsys.readouterr()
    baris = keluaran.out.splitlines()
    assert keluaran.err == ""
    assert baris[0] == (
        f"{identitas['identitas_kode']} {identitas['identitas_kecamatan']}, perjanjian"
        f" {identitas['identitas_jenis']} {identitas['identitas_tahun']}"
    )
    assert f"Versi kinerja {path.parent.name}; sidik data {identitas['identitas_sidik'][:12]}; " in baris[1]
    assert baris[2] == "  Hasil dihitung ulang dari isian; nilai yang tersimpan di berkas ini sama."
    assert baris[3] == "Penanda tangan"
    assert "None" not in keluaran.out
    assert "Fraction" not in keluaran.out


@pytest.mark.parametrize("path", ULANG, ids=lambda p: p.stem)
def test_yang_disimpan_ulang_program_lain_memberi_hasil_yang_sama(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asal, data = read_json(capsys, BARU), read_json(capsys, path)

    assert data["simpanan_sama"] is (path.stem not in TANPA_NILAI)
    for kunci in (
        "kode",
        "sidik",
        "penanda_tangan",
        "rerata",
        "indikator",
        "program",
        "skm",
        "sakip",
        "hasil",
        "isian",
    ):
        assert data[kunci] == asal[kunci], kunci
    tanpa_sel = [[{k: n for k, n in b.items() if k != "sel"} for b in d["cek"]["baris"]] for d in (data, asal)]
    assert tanpa_sel[0] == tanpa_sel[1]  # one program drops the links


def test_hasil_yang_diketik_disebut_bukan_hitungan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """J7 to J10 hold what each indikator comes to."""
    ketikan = [("Capaian", "J7", 100), ("Capaian", "J8", 99.5), ("Capaian", "J9", None), ("Capaian", "J10", "baik")]
    ubah = change(tmp_path, *ketikan)
    akhir = "bukan rumus, sehingga nilainya bukan hitungan; bandingkan dengan terbitannya lewat kinerja kumpul."
    kosong = akhir.replace("nilainya bukan hitungan", "hasilnya tidak dihitung")
    harap = [
        f"Capaian!J7:J8 berisi angka, {akhir}",
        f"Capaian!J9 kosong, {kosong}",
        f"Capaian!J10 berisi teks, {akhir}",
    ]

    assert run(ubah) == 0
    baris = [satu.strip() for satu in capsys.readouterr().out.splitlines()]
    data = read_json(capsys, ubah)["tanpa_rumus"]

    assert baris[3:6] == harap
    assert [satu["pesan"] for satu in data] == harap
    assert [(satu["lembar"], satu["sel"], satu["isi"]) for satu in data] == [
        ("Capaian", "J7:J8", "angka"),
        ("Capaian", "J9", "kosong"),
        ("Capaian", "J10", "teks"),
    ]


def test_layar_menampilkan_indikator_program_survei_dan_cek(capsys: pytest.CaptureFixture[str]) -> None:
    """Figures as the workbook itself shows them in LibreOffice."""
    assert run(TERISI) == 0

    keluar = capsys.readouterr().out
    for kalimat in (
        "  Camat: FRANS. S. R. H. SIAHAAN, S.STP, MSP\n",
        "  NIP: 19800101 200501 1 001\n",
        "Indikator: 4, rata-rata capaian 98,53%\n",
        "     Setahun: target 88,3, realisasi 87,55, predikat B, capaian 99,15% (Sangat Tinggi)\n",
        "     Triwulan III: target –, realisasi 25,71 (belum dinilai)\n",
        "     Perjanjian Rp3.326.918.203, DPA Rp3.300.000.000\n",
        "II Rp3.858.879.769,50, III Rp3.704.524.578,",
        "serapan 93,05%\n",
        "SKM: responden 295, NIK 87,55, mutu B (Baik)\n",
        "SAKIP: nilai 67,55, predikat B\n",
        "Cek: 43 OK, 1 PERIKSA, 0 BELUM, 1 DIJELASKAN\n",
        "     Penjelasan: Pagu berkurang dengan APBD perubahan.\n",
    ):
        assert kalimat in keluar, kalimat
    assert "isian_" not in keluar


def test_target_triwulan_kendala_dan_tindak_lanjut_tampil(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(
        tmp_path,
        ("Rencana Aksi", "F15", 20),
        ("Triwulan", "J15", "Hujan"),
        ("Triwulan", "K15", "Dijadwalkan ulang"),
    )

    assert run(path) == 0

    keluar = capsys.readouterr().out
    assert "     Triwulan I: target 20, realisasi 12,44, capaian 62,2% (Rendah)\n" in keluar
    assert "     Triwulan I, kendala: Hujan\n     Triwulan I, tindak lanjut: Dijadwalkan ulang\n" in keluar


def test_isian_menyebut_letak_dan_meringkas_blok_panjang(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TERISI, "--isian") == 0
    pendek = capsys.readouterr().out
    assert run(TERISI, "--isian", "--lengkap") == 0
    panjang = capsys.readouterr().out

    assert "  Pernyataan I6 isian_camat_nip: 19800101 200501 1 001\n" in pendek
    assert "  SKM B7:J406 isian_skm_jawaban: 295 dari 400 baris terisi\n  SKM O28 isian_skm_populasi: 1.200\n" in pendek
    assert "    1. 4 | 3 | 4 | 4 | – | 3 | 4 | 4 | 2\n" in panjang
    assert "    1. 4 | 3" not in pendek
    nama = [n for n in openpyxl.load_workbook(TERISI).defined_names if n.startswith("isian_")]
    assert all(f" {n}: " in pendek for n in nama)


def test_nilai_yang_belum_dihitung_ulang_disebut_dan_tidak_dipakai(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """openpyxl stores no values at all."""
    assert run(change(tmp_path, ("SKM", "C7", 4))) == 0

    baris = capsys.readouterr().out.splitlines()
    assert baris[2].startswith("  Hasil dihitung ulang dari isian; nilai yang tersimpan di berkas ini tidak dipakai. ")
    assert " rumus tidak tersimpan, antara lain " in baris[2]
    assert "SKM: responden 295, " in "\n".join(baris)


def test_isian_yang_perlu_dilihat_disebut_dengan_selnya(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(change(tmp_path, ("Trantibum", "C7", "empat"), ("SKM", "C7", 9))) == 0

    keluar = capsys.readouterr().out
    assert "Catatan isian: 2\n" in keluar
    assert "  SKM C7: Isinya 9, sedangkan batasnya 1 sampai 4.\n" in keluar
    assert "  Trantibum C7: " in keluar


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        (["--lengkap"], "--lengkap hanya berarti bersama --isian."),
        (["--json", "--isian"], "--isian tidak berarti bersama --json."),
    ],
)
def test_pilihan_yang_tidak_berarti_ditolak(
    argumen: list[str], kalimat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(TERISI, *argumen) == 2

    assert kalimat in capsys.readouterr().err


LAIN = {
    "kosong.xlsx": (b"", "Berkas kosong."),
    "surat.xlsx": (b"%PDF-1.4\n1 0 obj", "Ini berkas PDF, bukan lembar kerja."),
    "catatan.xlsx": (b"kode;pagu\n7;1\n", "Ini teks, bukan lembar kerja."),
    "potong.xlsx": (TERISI.read_bytes()[:5_000], "Berkas rusak"),
    "zip.xlsx": (b"PK\x05\x06" + b"\0" * 18, "Ini bukan buku kerja .xlsx."),
}


@pytest.mark.parametrize("nama", LAIN)
def test_berkas_lain_ditolak_dengan_satu_kalimat(nama: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    isi, kalimat = LAIN[nama]
    (tmp_path / nama).write_bytes(isi)

    assert run(tmp_path / nama) == 2

    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert keluaran.err.startswith(f"kinerja: {nama}: {kalimat}")
    assert keluaran.err.count("\n") == 1


def test_lembar_kerja_lain_dan_data_induk_bukan_buku_kerja(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Workbook().save(tmp_path / "dpa.xlsx")
    (tmp_path / "induk.toml").write_text("[umum]\n", "utf-8")
    assert main(["data-induk", "--kabkota", "12.71", "--tahun", "2025", "--keluar", str(tmp_path / "induk.xlsx")]) == 0
    capsys.readouterr()

    for nama in ("dpa.xlsx", "induk.xlsx"):
        assert run(tmp_path / nama) == 2
        assert capsys.readouterr().err == (
            f"kinerja: {nama}: Ini bukan buku kerja perjanjian kinerja. Sebutkan buku kerja .xlsx yang diterbitkan"
            " kinerja buat, sudah diisi atau belum.\n"
        )
    assert run(tmp_path / "induk.toml") == 2
    assert run(tmp_path) == 2
    assert run(tmp_path / "tidak-ada.xlsx") == 2
    assert capsys.readouterr().err.count("\n") == 3


def test_identitas_yang_dirusak_ditolak(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(change(tmp_path, ("Identitas", "B4", "12.71"))) == 2

    assert "identitasnya tidak dapat dibaca. Pakai buku yang lembar Identitas-nya" in capsys.readouterr().err


def test_huruf_kendali_tidak_sampai_ke_layar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(
        tmp_path, ("Pernyataan", "I4", "a\u202eb"), ("Capaian", "C7", "<b>\u200b"), ("Anggaran", "C7", "x\ny")
    )

    assert run(path, "--isian", "--lengkap") == 0

    keluar = capsys.readouterr().out
    assert all(huruf.isprintable() or huruf == "\n" for huruf in keluar)
    assert "  Camat: a?b\n" in keluar


def test_berkas_tidak_disentuh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(shutil.copy(KINI / "perubahan-terisi.xlsx", tmp_path))
    isi = path.read_bytes()

    assert run(path) == 0

    assert path.read_bytes() == isi
    assert list(tmp_path.iterdir()) == [path]
    assert "perjanjian perubahan 2024" in capsys.readouterr().out
