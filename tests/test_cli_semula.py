"""`kinerja buat --semula` and `kinerja periksa --semula`: a perubahan beside its murni, from every carrier."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kinerja.cli import main
from tests.alat.perintah import run_buat
from tests.berkas_induk import Data, small, tabulate, write_csv, write_xlsx

pytestmark = pytest.mark.usefixtures("folder_kerja")
NAMA = "12.71.17-medan-baru-perjanjian-kinerja-perubahan-2025.xlsx"


def make(jenis: str, anggaran: int = 191_200_000, **umum: object) -> Data:
    data = small()
    data["umum"][0] |= {"jenis": jenis, **umum}
    data["program"][0]["anggaran"] = anggaran
    return data


@pytest.fixture
def murni(folder_kerja: Path) -> Path:
    return write_xlsx(folder_kerja / "murni.xlsx", tabulate(make("murni", tanggal="2 Januari 2025")))


def write(folder: Path, data: Data, nama: str = "perubahan.xlsx") -> str:
    return str(write_xlsx(folder / nama, tabulate(data)))


def list_lampiran(path: Path, lembar: str = "Lampiran") -> list[object]:
    isi = openpyxl.load_workbook(path, data_only=True)[lembar].iter_rows(values_only=True)
    return [x for baris in isi for x in baris if x is not None]


@pytest.mark.parametrize("rupa", ["xlsx", "csv", "toml"])
def test_semula_dari_setiap_macam_data(rupa: str, folder_kerja: Path, murni: Path) -> None:
    data = make("perubahan", 200_000_000, tanggal="1 Oktober 2025")
    if rupa == "csv":
        murni = write_csv(folder_kerja / "murni", tabulate(make("murni")))
    elif rupa == "toml":
        murni = write_toml(folder_kerja / "murni.toml", make("murni"))

    kode = main(["buat", "--data", write(folder_kerja, data), "--semula", str(murni), "--keluar", "h"])

    isi = list_lampiran(folder_kerja / "h" / NAMA)
    assert kode == 0
    assert {"191.200.000", "200.000.000", "8.800.000", "SEMULA (Rp)", "TARGET MENJADI"} <= set(isi)


def write_toml(path: Path, data: Data) -> Path:
    """The tables as TOML; JSON writes texts and numbers as TOML does."""
    baris = []
    for tabel, semua in data.items():
        for isi in semua:
            baris.append(f"[{tabel}]" if tabel == "umum" else f"[[{tabel}]]")
            baris += [f"{kunci} = {json.dumps(nilai)}" for kunci, nilai in isi.items()]
    path.write_text("\n".join(baris), "utf-8")
    return path


def test_data_bawaan_menjadi_perubahan_atas_dirinya(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, galat = run_buat(capsys, "--jenis", "perubahan", "--semula", "bawaan")

    (path,) = (folder_kerja / "hasil").glob("*.xlsx")
    isi = list_lampiran(path)
    assert kode == 0
    assert "PK21" in galat
    assert "Belum diisi" in galat
    assert ("29.432.849.010", 2, "0", 7) == (
        isi[isi.index("JUMLAH") + 1],
        isi.count("29.432.849.010"),
        "0",
        isi.count("0"),
    )


def test_tanggal_murni_tidak_dicetak_di_perubahan(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for jenis in ("murni", "perubahan"):
        run_buat(capsys, "--jenis", jenis, "--keluar", jenis)

    tanggal = {
        jenis: [
            x
            for x in list_lampiran(next((folder_kerja / jenis).glob("*.xlsx")), "Pernyataan")
            if "Januari 2024" in str(x)
        ]
        for jenis in ("murni", "perubahan")
    }
    assert ["Januari 2024"] == [x for x in tanggal["murni"] if x == "Januari 2024"]
    assert not [x for x in tanggal["perubahan"] if not str(x).startswith("Tanggal (misalnya")]


def test_periksa_membandingkan_dengan_murninya(
    folder_kerja: Path, murni: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sama = write(folder_kerja, make("perubahan", tanggal="2 Januari 2025"))
    lain = write(folder_kerja, make("perubahan", 1, tanggal="3 Oktober 2025"), "lain.xlsx")

    assert main(["periksa", sama, "--semula", str(murni), "--json"]) == 1
    temuan = [t["kode"] for t in json.loads(capsys.readouterr().out)["temuan"] if t["kode"] in ("PK21", "PK22")]
    main(["periksa", lain, "--semula", str(murni), "--json"])

    assert ["PK21", "PK22", "PK21", "PK22"] == temuan
    assert not {"PK21", "PK22"} & {t["kode"] for t in json.loads(capsys.readouterr().out)["temuan"]}


def refuse(capsys: pytest.CaptureFixture[str], *argumen: str) -> str:
    """The one sentence of a command that cannot run."""
    assert main(list(argumen)) == 2
    return capsys.readouterr().err


def test_yang_tidak_mungkin_ditolak_dengan_satu_kalimat(
    folder_kerja: Path, murni: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    perubahan = write(folder_kerja, make("perubahan", 1))
    lain = write(folder_kerja, make("murni", tahun=2024), "lain.xlsx")
    satu = make("murni")
    satu["kecamatan"] = satu["kecamatan"][:1]
    kurang = write(folder_kerja, satu, "kurang.xlsx")

    kata = {
        "--semula hanya untuk perjanjian perubahan.": ("buat", "--data", str(murni), "--semula", str(murni)),
        "lain.xlsx: Data murni bertahun 2024, sedangkan perubahannya 2025.": (
            "buat", "--data", perubahan, "--semula", lain,
        ),
        "perubahan.xlsx: Data untuk --semula bukan perjanjian murni.": (
            "periksa", perubahan, "--semula", perubahan,
        ),
        "kurang.xlsx: Kecamatan 12.71.01 Medan Kota tidak ada dalam data murni.": (
            "periksa", perubahan, "--semula", kurang,
        ),
        "--semula tidak dapat bersama --semua.": ("buat", "--semua", "--tahun", "2025", "--semula", str(murni)),
        "tidak ada.xlsx": ("periksa", perubahan, "--semula", "tidak ada.xlsx"),
    }  # fmt: skip
    for kalimat, argumen in kata.items():
        galat = refuse(capsys, *argumen)
        assert kalimat in galat
        assert 1 == len(galat.strip().splitlines())
    assert main(["periksa", perubahan, "--semula", kurang, "--kecamatan", "12.71.17"]) != 2


def test_semula_tidak_untuk_buku_kerja(folder_kerja: Path, murni: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["buat", "--data", str(murni), "--keluar", "h"])
    capsys.readouterr()

    assert "bukan buku kerja" in refuse(capsys, "periksa", "h", "--semula", str(murni))


def test_register_mengingat_kedua_sumbernya(folder_kerja: Path, murni: Path) -> None:
    data = write(folder_kerja, make("perubahan", 1))
    for n, sumber in enumerate((murni, write(folder_kerja, make("murni", 5), "lain.xlsx"))):
        main(["buat", "--data", data, "--semula", str(sumber), "--keluar", f"h{n}", "--register", f"{n}.sqlite"])

    asal = []
    for n in range(2):
        with sqlite3.connect(folder_kerja / f"{n}.sqlite") as register:
            teks = "\n".join(register.iterdump())
        asal.append(teks)
    assert "perubahan.xlsx, semula murni.xlsx" in asal[0]
    assert "perubahan.xlsx, semula lain.xlsx" in asal[1]


def make_berubah() -> Data:
    """Another budget, target and sasaran, and a programme that is new."""
    data = make("perubahan", 200_000_000, tanggal="1 Oktober 2025")
    data["program"].append({"kode": "7.01.05", "nama": "PROGRAM BARU", "anggaran": 5})
    data["indikator"][1] |= {"target": "B (88,50)", "sasaran": "Kalimat lain"}
    return data


def test_periksa_menyebut_apa_yang_berubah(folder_kerja: Path, murni: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write(folder_kerja, make_berubah())

    kode = [main(["periksa", data, "--semula", str(murni), *lain]) for lain in ((), ("--json",))]
    keluar, galat = capsys.readouterr()
    baris = [" ".join(x.split()) for x in galat.splitlines()]
    ubahan = json.loads(keluar[keluar.index("{\n") :])["ubahan"]

    assert kode[0] == kode[1]
    assert "12.71.17 Medan Baru, yang berubah:" in baris
    assert "PROGRAM BARU baru – 5 5" in baris
    assert any("berubah 191.200.000 200.000.000 8.800.000 anggaran" in x for x in baris)
    assert any(x == "Mutu berubah B (88,30) B (88,50) sasaran, target" for x in baris)
    milik = next(u for u in ubahan if u["kode"] == "12.71.17")
    assert [("berubah", "191200000", "200000000", "8800000", ["anggaran"]), ("baru", None, "5", "5", [])] == [
        (p["status"], p["semula"], p["menjadi"], p["selisih"], p["berubah"]) for p in milik["program"]
    ]
    assert ["sasaran", "target"] == milik["indikator"][0]["berubah"]


def test_periksa_menyebut_yang_dicabut_dan_yang_tidak_berubah(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lama = write(folder_kerja, make_berubah() | {"umum": make("murni")["umum"]}, "lama.xlsx")
    cabut = write(folder_kerja, make("perubahan", 200_000_000))

    main(["periksa", cabut, "--semula", lama])
    galat = [" ".join(x.split()) for x in capsys.readouterr().err.splitlines()]
    assert "PROGRAM BARU dicabut 5 – (5)" in galat

    sama = write(folder_kerja, make_berubah(), "sama.xlsx")
    main(["periksa", sama, "--semula", lama])
    assert "12.71.17 Medan Baru: tidak ada yang berubah." in capsys.readouterr().err


def test_tanpa_semula_tidak_ada_ubahan(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["periksa", write(folder_kerja, make("perubahan")), "--json"])

    assert "ubahan" not in json.loads(capsys.readouterr().out)


def test_perubahan_tanpa_semula_diberi_tahu_sekali(
    folder_kerja: Path, murni: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write(folder_kerja, make("perubahan", 1))
    petunjuk = "Lampiran perubahan mencetak semula dan menjadi bila data murninya disebut dengan --semula."

    banyak: list[int] = []
    for argumen in (["--data", data], ["--data", data, "--semula", str(murni)], ["--data", str(murni)]):
        main(["buat", *argumen, "--keluar", f"h{len(banyak)}"])
        banyak.append(capsys.readouterr().err.count(petunjuk))

    assert [1, 0, 0] == banyak


def test_tanggal_dari_sel_tanggal_dibandingkan_sebagai_tanggal(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lama = write(folder_kerja, make("murni", tanggal="13-01-2025"), "lama.xlsx")
    data = write(folder_kerja, make("perubahan", 1, tanggal=date(2025, 1, 13)))

    main(["periksa", data, "--semula", lama, "--json"])

    assert "PK22" in {t["kode"] for t in json.loads(capsys.readouterr().out)["temuan"]}


def test_setiap_lembar_perubahan_menyebut_dirinya_perubahan(folder_kerja: Path, murni: Path) -> None:
    for nama, data in (("m", str(murni)), ("p", write(folder_kerja, make("perubahan", 1)))):
        main(["buat", "--data", data, "--keluar", nama, "--kecamatan", "12.71.17"])

    for nama, kata in (("m", "Perjanjian Kinerja 2025"), ("p", "Perjanjian Kinerja Perubahan 2025")):
        buku = openpyxl.load_workbook(next((folder_kerja / nama).glob("*.xlsx")))
        terlihat = [lembar.HeaderFooter.oddFooter for lembar in buku if lembar.sheet_state == "visible"]
        kaki = {str(satu.left.text) for satu in terlihat if satu}
        assert {f"{kata} – Kecamatan Medan Baru"} == kaki
        assert buku.properties.title == f"{kata.removesuffix(' 2025')} Medan Baru 2025"
        assert ("PERUBAHAN TAHUN 2025" in str(buku["Rumusan"]["A1"].value)) == (nama == "p")
        assert f"{kata.removesuffix(' 2025')} Kecamatan Medan Baru" == buku["Petunjuk"]["A1"].value
