"""All that is wrong with a data set is told in one run, each thing once, with its place and what to do."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from kinerja.cli import main
from kinerja.errors import BanyakError, DataError
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.induk.kumpulan import MAKS_GALAT
from tests.berkas_induk import Data, small, tabulate, write_csv, write_xlsx

SALAH: list[tuple[str, int, dict[str, object], str]] = [
    ("umum", 0, {"jenis": "murnii"}, "(baris 3): 'murnii' tidak dikenal. Mungkin maksudnya 'murni'."),
    ("kecamatan", 1, {"nip": 1.98e17}, "Kecamatan, baris 3, kolom NIP: NIP tersimpan sebagai angka"),
    ("indikator", 0, {"jenis": "manfat"}, "Indikator, baris 2, kolom Jenis: 'manfat' tidak dikenal."),
    ("indikator", 0, {"arah": "naikk"}, "Indikator, baris 2, kolom Arah: Arah 'naikk' tidak dikenal."),
    ("indikator", 1, {"satuan": None}, "Indikator, baris 3, kolom Satuan: Sel ini wajib diisi."),
    ("indikator", 1, {"target": "delapan"}, "Indikator, baris 3, kolom Target:"),
    ("program", 0, {"anggaran": "seratus"}, "Program, baris 2, kolom Anggaran:"),
    ("program", 0, {"keterangan": "x" * 151}, "Program, baris 2, kolom Keterangan: Teks terlalu panjang: 151 karakter"),
    ("kegiatan", 0, {"daftar": "sarpra"}, "Kegiatan, baris 2, kolom Kunci daftar: Tidak ada daftar 'sarpra' untuk"),
    ("kegiatan", 0, {"target": 2.5}, "Kegiatan, baris 2, kolom Target: 2,5 bukan bilangan bulat."),
]  # fmt: skip


def spoil(*nomor: int) -> Data:
    data = copy.deepcopy(small())
    for n in nomor:
        tabel, baris, isi, _ = SALAH[n]
        data[tabel][baris].update(isi)
    return data


def list_galat(path: Path) -> list[str]:
    with pytest.raises(DataError) as galat:
        read_induk(path)
    return [str(satu) for satu in (galat.value.semua if isinstance(galat.value, BanyakError) else (galat.value,))]


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_semua_kesalahan_disebut_sekaligus_dan_sekali(
    write: Callable[[Path, Mapping[str, Sequence[Sequence[object]]]], Path], tmp_path: Path
) -> None:
    nomor = [n for n, (*_, isi, _) in enumerate(SALAH) if write is write_xlsx or "nip" not in isi]  # in CSV it is text

    semua = list_galat(write(tmp_path / "induk.xlsx", tabulate(spoil(*nomor))))

    assert len(nomor) == len(semua) == len(set(semua))
    polos = [satu.replace(".csv", "").casefold() for satu in semua]
    assert [] == [SALAH[n][-1] for n in nomor if not any(SALAH[n][-1].casefold() in satu for satu in polos)]


@pytest.mark.parametrize("nomor", range(len(SALAH)))
def test_satu_kesalahan_tidak_melahirkan_kesalahan_lain(nomor: int, tmp_path: Path) -> None:
    (satu,) = list_galat(write_xlsx(tmp_path / "induk.xlsx", tabulate(spoil(nomor))))

    assert SALAH[nomor][-1] in satu


def test_kecamatan_yang_salah_kodenya_tidak_membuat_barisnya_di_tabel_lain_salah(tmp_path: Path) -> None:
    data = small()
    data["kecamatan"][0]["kode"] = "12.71.77"

    (satu,) = list_galat(write_xlsx(tmp_path / "induk.xlsx", tabulate(data)))

    assert "Kode kecamatan 12.71.77 tidak terdaftar. Cari kodenya dengan: kinerja daftar kecamatan 12.71" in satu


def test_lembar_yang_rusak_tidak_menyembunyikan_kesalahan_lembar_lain(tmp_path: Path) -> None:
    petak = tabulate(spoil(2))
    petak["Program"][0][2] = "Nama programnya"

    semua = list_galat(write_xlsx(tmp_path / "induk.xlsx", petak))

    assert ["lembar Program", "lembar Indikator"] == [satu.split(", ")[1] for satu in semua]


def test_perintah_menyebut_setiap_kesalahan_pada_barisnya(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = write_xlsx(tmp_path / "induk.xlsx", tabulate(spoil(2, 6)))

    assert 2 == main(["periksa", str(berkas)])
    baris = capsys.readouterr().err.splitlines()
    assert 2 == len(baris)
    assert all(satu.startswith("kinerja: induk.xlsx, lembar ") for satu in baris)
    assert 2 == main(["buat", "--data", str(berkas), "--keluar", str(tmp_path / "hasil")])
    assert not (tmp_path / "hasil").exists()


def test_kesalahan_yang_sangat_banyak_dihitung(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = small()
    data["kegiatan"] = [{**data["kegiatan"][0], "target": n + 0.5} for n in range(60)]

    assert 2 == main(["periksa", str(write_xlsx(tmp_path / "induk.xlsx", tabulate(data)))])
    baris = capsys.readouterr().err.splitlines()
    assert (51, "kinerja: … dan 10 kesalahan lagi.") == (len(baris), baris[-1])


def test_pembacaan_berhenti_bila_kesalahannya_terlalu_banyak(tmp_path: Path) -> None:
    data = small()
    data["kecamatan"] = [{"kode": f"99.{n // 100:02}.{n % 100:02}"} for n in range(20_000 // 4)]

    assert MAKS_GALAT == len(list_galat(write_csv(tmp_path / "a", tabulate(data))))


def test_setiap_lembar_yang_hilang_disebut(tmp_path: Path) -> None:
    petak = tabulate(spoil(2))
    del petak["Program"], petak["Daftar"]

    semua = list_galat(write_xlsx(tmp_path / "induk.xlsx", petak))

    assert 2 == len(semua)
    assert (
        "Lembar Daftar dan Program tidak ada. Tambahkan lembarnya, atau ganti nama yang ada: Umum, Kecamatan,"
        in semua[0]
    )


@pytest.mark.parametrize("lembar", ["Kecamatan", "Indikator", "Program", "Umum"])
def test_lembar_yang_hilang_tidak_melahirkan_kesalahan_lain(lembar: str, tmp_path: Path) -> None:
    petak = tabulate(small())
    del petak[lembar]

    (satu,) = list_galat(write_xlsx(tmp_path / "induk.xlsx", petak))

    assert f"Lembar {lembar} tidak ada." in satu


def test_kunci_toml_yang_tidak_dikenal_disebut_semuanya(tmp_path: Path) -> None:
    berkas = tmp_path / "induk.toml"
    umum = '[umum]\nkabkota = "12.71"\ntahun = 2025\njenis = "murni"\nwarna = 1\nbentuk = 2\n'
    berkas.write_text(umum + '[[kecamatn]]\nkode = "12.71.17"\n', "utf-8")

    semua = list_galat(berkas)

    assert ["'warna'", "'bentuk'", "'kecamatn'"] == [satu.split(" tidak dikenal")[0].split()[-1] for satu in semua]
