"""kinerja.xlam as a file: its VBA project, its configuration, no trace of others."""

import re
import sys
import warnings
import zipfile
from pathlib import Path

import pytest
import xlwings
from hypothesis import given
from hypothesis import strategies as st
from olefile import OleFileIO

from addin.build import vba_fungsi
from addin.build.cfb import read_cfb, write_cfb
from addin.build.ovba import Proyek, compress, decompress
from addin.build.xlam import build_xlam
from addin.build.xlam_isi import read_xlam
from addin.daftar import DAFTAR
from tests.alat.program import run
from tests.alat.validator import validate
from tests.alat.vba import TEMPLAT


@pytest.fixture(scope="module")
def xlam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_xlam(tmp_path_factory.mktemp("xlam"))


def test_olevba_membaca_semua_modul_dan_pembungkus(xlam: Path) -> None:
    keluar = run([sys.executable, "-m", "oletools.olevba", "-c", str(xlam)], detik=60)
    modul = set(re.findall(r"^VBA MACRO (\S+)", keluar, re.MULTILINE))

    assert modul == {"ThisWorkbook.cls", "Sheet2.cls"} | {
        f"kinerja_{nama}.bas" for nama in ("fungsi", "python", "sambung", "wizard", "ribbon", *vba_fungsi.BACA)
    }
    assert list(DAFTAR) == re.findall(r"^Public Function ([A-Z_]+)\(", keluar, re.MULTILINE)
    assert "Workbook_Open" in keluar


def test_olefile_membaca_alur_yang_sama_tanpa_keluhan(xlam: Path) -> None:
    data = zipfile.ZipFile(xlam).read("xl/vbaProject.bin")

    with OleFileIO(data, raise_defects=10) as ole:
        alur = {tuple(jalan): ole.openstream(jalan).read() for jalan in ole.listdir()}
        cacat = ole.parsing_issues

    assert ([], read_cfb(data)) == (cacat, alur)


@pytest.mark.parametrize("nama", ["quickstart_addin_ribbon.xlam", "addin/xlwings.xlam", "quickstart.xlsm"])
def test_proyek_vba_yang_ada_dibaca_dan_ditulis_ulang_sama(nama: str) -> None:
    data = zipfile.ZipFile(TEMPLAT / nama).read("xl/vbaProject.bin")
    with OleFileIO(data) as ole:
        alur = {tuple(jalan): ole.openstream(jalan).read() for jalan in ole.listdir()}

    assert alur == read_cfb(data) == read_cfb(write_cfb(alur))
    assert Proyek(data).modul == Proyek(Proyek(data).to_bytes()).modul


@given(st.binary(max_size=9000))
def test_pemampatan_vba_dapat_dibalik(data: bytes) -> None:
    hasil = decompress(compress(data))

    assert data == hasil[: len(data)]
    assert hasil[len(data) :].strip(b"\0") == b""  # a stored last chunk is filled up with zeros


def test_xlam_memuat_konfigurasi_pita_dan_tidak_memuat_jejak_pembuat_templat(xlam: Path) -> None:
    with zipfile.ZipFile(xlam) as arsip:
        semua = {nama: arsip.read(nama) for nama in arsip.namelist()}
    konf, pita = semua["xl/worksheets/sheet1.xml"].decode(), semua["customUI/customUI.xml"].decode()

    assert [kunci in konf for kunci in ("INTERPRETER_WIN", "PYTHONPATH", "DLL_32", "DLL_64")] == [True] * 4
    assert [f'label="{label}"' in pita for label in ("Tentang", "Bantuan", "Bekukan rumus")] == [True] * 3
    assert b'name="kinerja.conf"' in semua["xl/workbook.xml"]
    assert not [nama for nama, isi in semua.items() if b"felix" in isi.lower() and not nama.endswith(".bin")]


def test_validator_open_xml_tidak_menemukan_apa_pun(xlam: Path) -> None:
    for versi in ("Office2010", "Microsoft365"):
        assert {xlam: []} == validate([xlam], versi)


def test_konfigurasi_hanya_dari_add_in_itu_sendiri(xlam: Path) -> None:
    """Else a stranger's workbook with a sheet kinerja.conf could name the program that Excel starts."""
    kode = "\n".join(Proyek(zipfile.ZipFile(xlam).read("xl/vbaProject.bin")).modul.values())

    assert ["ThisWorkbook.Worksheets"] == re.findall(r'(\S+?)\("kinerja\.conf"', kode)
    assert 1 == kode.count("kinerja.conf")


def test_vba_tidak_memuat_yang_dicurigai_pemindai_selain_yang_perlu(xlam: Path) -> None:
    """Antivirus programs remove add-ins that run shells and write files; starting Python needs a DLL and its path."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from oletools.olevba import VBA_Parser

        temuan = {(jenis, kata) for jenis, kata, _ in VBA_Parser(str(xlam)).analyze_macros()}
    perlu = {("AutoExec", "Workbook_Open"), ("Suspicious", "Lib"), ("Suspicious", "Environ")}
    kata_biasa = {("Suspicious", kata) for kata in ("Windows", "call", "Base64 Strings", "Hex Strings")}

    assert temuan <= perlu | kata_biasa | {("IOC", f"{xlwings.__version__.rpartition('.')[2]}.dll")}


def test_xlam_dibangun_dua_kali_sama_bitanya_dan_versinya_terbaca(xlam: Path, tmp_path: Path) -> None:
    assert xlam.read_bytes() == build_xlam(tmp_path).read_bytes()
    assert xlwings.__version__ == read_xlam(xlam).versi
