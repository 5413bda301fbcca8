"""Every advice about options that do not go together, followed: the command as it is advised does what was meant."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.alat.formulir_kaya import write_form
from tests.alat.perintah import BARU, run_utama
from tests.alat.saran import follow
from tests.alat.saran_cli import Tampung, advise, succeed
from tests.formulir_buruk import put
from tests.survei_formulir import TANYA, list_kata
from tests.test_cli_bandingkan import TERISI

pytestmark = pytest.mark.usefixtures("folder_kerja")
BUAT = ("buat", "--kecamatan", "12.71.17", "--responden", "3")
BUKU = Path("hasil", BARU)


@follow("Hapus, atau pakai --untuk excel-web.")
def test_alamat_hanya_untuk_add_in_web(capsys: Tampung, monkeypatch: pytest.MonkeyPatch) -> None:
    bangun = ("addin", "bangun", "--untuk", "excel")
    alamat = ("--alamat", "https://kinerja.contoh.go.id")
    advise(capsys, "Hapus, atau pakai --untuk excel-web.", *bangun, *alamat)
    assert not Path("kinerja.xlam").exists()

    succeed(capsys, *bangun)
    assert Path("kinerja.xlam").exists()
    monkeypatch.setattr("addin.build.web.find_pyodide", lambda _: Path())
    monkeypatch.setattr("addin.build.web._copy", lambda baru, _: None)
    succeed(capsys, *bangun[:3], "excel-web", *alamat)
    assert alamat[1] in Path("excel-web", "manifest.xml").read_text("utf-8")


@follow("Hapus --lengkap; JSON memuat semuanya.", "Hapus pilihan itu.")
def test_bandingkan_tanpa_pilihan_yang_tidak_berarti(capsys: Tampung) -> None:
    buku = openpyxl.load_workbook(TERISI)
    buku["Pernyataan"]["I4"] = "ORANG LAIN"
    buku.save("ubah.xlsx")
    banding = ("bandingkan", TERISI, "ubah.xlsx")
    advise(capsys, "Hapus --lengkap; JSON memuat semuanya.", *banding, "--lengkap", "--json")
    advise(capsys, "Hapus pilihan itu.", *banding, "--timpa")

    kode, keluar, _ = run_utama(capsys, *banding, "--json")
    assert (kode, "ORANG LAIN" in json.dumps(json.loads(keluar))) == (1, True)
    kode, keluar, _ = run_utama(capsys, *banding)
    assert (kode, "→ ORANG LAIN" in keluar) == (1, True)


@follow("Hapus pilihan itu.")
def test_periksa_buku_tanpa_semula_dan_buat_tanpa_yang_hilang(capsys: Tampung) -> None:
    advise(capsys, "Hapus pilihan itu.", *BUAT, "--tanpa-yang-hilang")
    succeed(capsys, *BUAT)
    advise(capsys, "Hapus pilihan itu.", "periksa", TERISI, "--semula", "bawaan")

    _, _, galat = run_utama(capsys, "periksa", TERISI)
    assert f"12.71.17 Medan Baru, perjanjian murni 2024, versi {Path(TERISI).parent.name}: 43 OK, 1 PERIKSA" in galat


@follow("Pakai --data, bukan --semua.", "Tambahkan, contoh: --tahun 2025.", "Ubah tahunnya di data induk.")
def test_tahun_dan_murni_disebut_di_tempatnya(capsys: Tampung, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.cli.buat._read_semua", lambda args: _list_dua(args.tahun))
    semua = ("buat", "--semua", "--tahun", "2025", "--responden", "3")
    advise(capsys, "Tambahkan, contoh: --tahun 2025.", "buat", "--semua")
    advise(capsys, "Pakai --data, bukan --semua.", *semua, "--jenis", "perubahan", "--semula", "bawaan")
    succeed(capsys, *semua)
    assert sorted(p.name[:8] for p in Path("hasil").rglob("*2025.xlsx")) == ["11.01.01", "11.01.02"]

    Path("data.toml").write_text(_write_data(2024), encoding="utf-8")
    data = ("buat", "--data", "data.toml", "--responden", "3")
    succeed(capsys, *data, "--jenis", "perubahan", "--semula", "data.toml")
    (perubahan,) = Path("hasil").glob("12.71.17*perubahan-2024.xlsx")
    assert any("semula" in str(sel).casefold() for baris in _read(perubahan, "Lampiran") for sel in baris)
    advise(capsys, "Ubah tahunnya di data induk.", *data, "--tahun", "2026")
    Path("data.toml").write_text(_write_data(2026), encoding="utf-8")
    succeed(capsys, *data)
    assert [p.name for p in Path("hasil").glob("*2026.xlsx")] == [BARU.replace("2024", "2026")]


def _list_dua(tahun: int) -> list[object]:
    from itertools import islice

    from kinerja.perjanjian.induk.nasional import list_nasional

    return [*islice(list_nasional(tahun), 2)]


def _write_data(tahun: int) -> str:
    return (
        f'umum.kabkota = "12.71"\numum.tahun = {tahun}\numum.jenis = "murni"\nkecamatan = [{{kode = "12.71.17"}}]\n'
        '[[program]]\nkecamatan = ""\nnama = "P"\n'
        '[[indikator]]\nkecamatan = ""\nsasaran = "S"\nindikator = "I"\njenis = "nilai"\nsatuan = "n"\n'
    )


def _read(path: Path, lembar: str) -> list[Any]:
    return [*openpyxl.load_workbook(path)[lembar].iter_rows(values_only=True)]


@follow("Atur di formulirnya.")
def test_kertas_formulir_diatur_di_formulirnya(capsys: Tampung) -> None:
    Path("form.xlsx").write_bytes(write_form(put("D4", "{{kecamatan.nama}}")))
    buat = (*BUAT[:3], "--templat", "form.xlsx")
    advise(capsys, "Atur di formulirnya.", *buat, "--kertas", "a4")

    form = openpyxl.load_workbook("form.xlsx")
    form["Isi"].page_setup.paperSize = 9
    form.save("form.xlsx")
    succeed(capsys, *buat)

    assert openpyxl.load_workbook(BUKU)["Isi"].page_setup.paperSize == 9


@follow("Sebutkan nama lain untuk --register, contoh: register.sqlite.", "Contoh: --csv rekap.csv.")
def test_keluaran_diberi_nama_yang_dicontohkan(capsys: Tampung) -> None:
    saran = "Sebutkan nama lain untuk --register, contoh: register.sqlite."
    galat = advise(capsys, saran, *BUAT, "--register", "register.xlsx")
    (register,) = re.findall(r"contoh: (\S+)\.$", galat.strip())
    succeed(capsys, *BUAT, "--register", register)
    rekap = ("rekap", "hasil", "--register", register, "--csv")
    advise(capsys, "Contoh: --csv rekap.csv.", *rekap, "rekap.txt")

    succeed(capsys, *rekap, "rekap.csv")

    assert "Medan Baru" in Path("rekap.csv").read_text("utf-8-sig")


@follow(
    "Sebutkan berkas jawabannya, bukan --nrr.", "Sebutkan berkas satu kecamatan, tanpa --per.",
    "Sebutkan --keluar, atau tanpa --timpa.", "Pakai satu judul kolom.",
)  # fmt: skip
def test_survei_dihitung_dari_berkas_satu_kecamatan(capsys: Tampung) -> None:
    with Path("satu.csv").open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas).writerows([[*TANYA], list_kata([3] * 9), list_kata([4] * 9)])
    skm = ("hitung", "skm", "satu.csv", "--pada", "2025-07-01")
    nrr = ("hitung", "skm", "--nrr", *["3"] * 9)
    advise(capsys, "Sebutkan berkas jawabannya, bukan --nrr.", *nrr, "--keluar", "jawaban.xlsx")
    advise(capsys, "Sebutkan berkas satu kecamatan, tanpa --per.", *skm, "--per", "desa", "--keluar", "jawaban.xlsx")
    advise(capsys, "Sebutkan --keluar, atau tanpa --timpa.", *skm, "--timpa")
    kolom = [f"--kolom=U1={judul}" for judul in TANYA[:2]]
    advise(capsys, "Pakai satu judul kolom.", *skm, *kolom)

    for pilihan in ((), ("--keluar", "jawaban.xlsx"), ("--keluar", "jawaban.xlsx", "--timpa"), kolom[:1]):
        assert "87,5" in succeed(capsys, *skm, *pilihan)
    assert openpyxl.load_workbook("jawaban.xlsx").worksheets[0]["A3"].value == 4


@follow("Pakai satu judul kolom.")
def test_kolom_anggaran_disebut_dengan_satu_judul(capsys: Tampung) -> None:
    Path("a.csv").write_text("Kode,Nama,Lama,Baru\n7.01.01,P,5,7\n", encoding="utf-8")
    Path("b.csv").write_text("Kode,Nama,Pagu\n7.01.01,P,7\n", encoding="utf-8")
    rekon = ("rekonsiliasi", "--perjanjian", "a.csv", "--dpa", "b.csv", "--json")
    kolom = ("--kolom", "perjanjian.nama=Nama", "--kolom", "perjanjian.nama=Lama")
    advise(capsys, "Pakai satu judul kolom.", *rekon, *kolom, "--kolom", "perjanjian.pagu=Baru")

    assert '"selisih"' in succeed(capsys, *rekon, *kolom[:2], "--kolom", "perjanjian.pagu=Baru")


@follow("Sebutkan satu kode.")
def test_templat_diperiksa_untuk_satu_kecamatan(capsys: Tampung) -> None:
    Path("form.xlsx").write_bytes(write_form(put("D4", "{{kecamatan.nama}}")))
    periksa = ("templat", "periksa", "form.xlsx", "--kecamatan")
    advise(capsys, "Sebutkan satu kode.", *periksa, "12.71.17", "--kecamatan", "12.71.01")

    assert "Medan Baru" in succeed(capsys, *periksa, "12.71.17")


@follow("Tambahkan --isian.", "Hapus --isian; JSON memuat semua isian.")
def test_isian_ditunjukkan_lengkap_atau_sebagai_json(capsys: Tampung) -> None:
    tunjukkan = ("tunjukkan", TERISI)
    advise(capsys, "Tambahkan --isian.", *tunjukkan, "--lengkap")
    advise(capsys, "Hapus --isian; JSON memuat semua isian.", *tunjukkan, "--isian", "--json")

    lengkap = succeed(capsys, *tunjukkan, "--lengkap", "--isian")
    data = json.loads(succeed(capsys, *tunjukkan, "--json"))

    assert "isian_camat_nip" in json.dumps(data) and len(lengkap) > len(succeed(capsys, *tunjukkan, "--isian"))
