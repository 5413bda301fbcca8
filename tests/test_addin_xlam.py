"""kinerja.xlam as a file: its VBA project, its configuration, no trace of others."""

import re
import sys
import zipfile
from pathlib import Path

import pytest
import xlwings
from hypothesis import given
from hypothesis import strategies as st
from olefile import OleFileIO

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

    assert modul == {"ThisWorkbook.cls", "Sheet2.cls", "Dictionary.cls", "xlwings.bas"} | {
        f"kinerja_{nama}.bas"
        for nama in ("fungsi", "python", "wizard", "ribbon", "rentang", "desimal", "bilangan", "galat")
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

    assert [kunci in konf for kunci in ("INTERPRETER_WIN", "PYTHONPATH", "addin.hosts.excel_com")] == [True] * 3
    assert [f'label="{label}"' in pita for label in ("Tentang", "Bantuan", "Bekukan rumus")] == [True] * 3
    assert b'name="kinerja.conf"' in semua["xl/workbook.xml"]
    assert not [nama for nama, isi in semua.items() if b"felix" in isi.lower() and not nama.endswith(".bin")]


def test_validator_open_xml_tidak_menemukan_apa_pun(xlam: Path) -> None:
    for versi in ("Office2010", "Microsoft365"):
        assert {xlam: []} == validate([xlam], versi)


def test_konfigurasi_di_buku_kerja_orang_lain_tidak_dibaca(xlam: Path) -> None:
    """Else a stranger's workbook with a sheet kinerja.conf could name the program that Excel starts."""
    modul = Proyek(zipfile.ZipFile(xlam).read("xl/vbaProject.bin")).modul["xlwings"]

    assert "GetConfigFromSheet(ActiveWorkbook)" not in modul
    assert 'PROJECT_NAME As String = "kinerja"' in modul


def test_xlam_dibangun_dua_kali_sama_bitanya_dan_versinya_terbaca(xlam: Path, tmp_path: Path) -> None:
    assert xlam.read_bytes() == build_xlam(tmp_path).read_bytes()
    assert xlwings.__version__ == read_xlam(xlam).versi
