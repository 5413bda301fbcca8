"""Classic Excel: the VBA that starts Python and the VBA that repairs links, executed by LibreOffice on stand-ins."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from lxml import etree

from addin.build.ovba import Proyek
from addin.build.xlam import build_xlam
from addin.build.xlam_murni import build_xlam_murni
from addin.hosts.excel_mulai import MULAI
from tests.alat.calc import run_calc
from tests.alat.sambung import PENGGANTI, UJI
from tests.alat.vba import TEMPLAT

MILIK = r"C:\Users\sari\XLSTART\kinerja.xlam"
LAIN = r"C:\Users\budi\AppData\Roaming\Microsoft\Excel\XLSTART\kinerja.xlam"
TAUTAN = {
    LAIN: True,
    r"D:\Dokumen\Kinerja.XLAM": True,
    "https://kota-my.sharepoint.com/personal/budi/Documents/kinerja.xlam": True,
    r"\\peladen\bersama\kinerja.xlam": True,
    "kinerja.xlam": True,
    MILIK: False,
    MILIK.lower(): False,
    r"C:\Users\budi\kinerja-rumus.xlsx": False,
    r"C:\Users\budi\kinerja.xlam\data.xlsx": False,
    r"C:\Users\budi\bukan kinerja.xlam": False,
}
"""Links as a workbook lists them, and whether they lead to a kinerja.xlam elsewhere."""
BETULKAN = {
    "tanpa tautan": ("", True, "selesai;True;True"),
    "milik sendiri": (MILIK, False, "selesai;False;True"),
    "data orang": (r"C:\a\data.xlsx|" + MILIK, True, "selesai;True;True"),
    "satu": (LAIN, True, f"{LAIN};False;selesai;True;True"),
    "buku yang sudah diubah": (LAIN, False, f"{LAIN};False;selesai;False;True"),
    "terproteksi": (
        rf"C:\terproteksi\kinerja.xlam|{LAIN}",
        True,
        rf"C:\terproteksi\kinerja.xlam;False;{LAIN};False;selesai;True;True",
    ),
}
"""Links, whether the workbook is saved; what was changed while nothing is asked, and what is as before after that."""


@pytest.fixture(scope="module")
def xlam(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("xlam")
    (folder / "murni").mkdir()
    return {"dengan Python": build_xlam(folder), "tanpa Python": build_xlam_murni(folder / "murni")}


def _read_modul(berkas: Path) -> dict[str, str]:
    with zipfile.ZipFile(berkas) as arsip:
        return Proyek(arsip.read("xl/vbaProject.bin")).modul


@pytest.fixture(scope="module")
def di_calc(xlam: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("vba")
    modul = _read_modul(xlam["dengan Python"])
    proyek = Proyek(zipfile.ZipFile(TEMPLAT / "quickstart.xlsm").read("xl/vbaProject.bin"))
    proyek.remove("Module1")
    for nama, ganti in PENGGANTI.items():
        kode = modul[nama].partition("\n")[2]
        for asli, tiruan in ganti.items():
            assert asli in kode
            kode = kode.replace(asli, tiruan)
        proyek.add(nama, kode)
    proyek.add("uji", UJI)
    (folder / "vba.bin").write_bytes(proyek.to_bytes())
    rumus = {f"A{i}": f'=uji_asing("{satu}","{MILIK}")' for i, satu in enumerate(TAUTAN, 1)}
    rumus |= {
        f"B{i}": f'=uji_betulkan("{tautan}",{str(tersimpan).upper()})'
        for i, (tautan, tersimpan, _) in enumerate(BETULKAN.values(), 1)
    }
    for nama, isi in {"milik": "sama", "salinan": "SAMA", "kantor": "punya kantor lain"}.items():
        (folder / nama).mkdir()
        (folder / nama / "kinerja.xlam").write_text(isi)
    for sel, nama in {"D1": "salinan", "D2": "kantor", "D3": "tidak ada"}.items():
        rumus[sel] = f'=uji_asing("{folder / nama / "kinerja.xlam"}","{folder / "milik" / "kinerja.xlam"}")'
    rumus |= {"C1": "=uji_panggil_tiga()", "C2": '=IF(C1="","",uji_gagal())'}
    with xlsxwriter.Workbook(folder / "uji.xlsm") as buku:
        buku.add_vba_project(str(folder / "vba.bin"))
        lembar = buku.add_worksheet()
        for sel, isi in rumus.items():
            lembar.write_formula(sel, isi)
    with pytest.MonkeyPatch.context() as lingkungan:
        lingkungan.setenv("UJI_RUMAH", r"C:\Rumah")
        hasil: dict[str, Any] = run_calc([{"buka": str(folder / "uji.xlsm"), "baca": list(rumus)}])[0]["nilai"]
    return hasil


def test_hanya_tautan_ke_kinerja_xlam_di_tempat_lain_yang_dibetulkan(di_calc: dict[str, Any]) -> None:
    assert TAUTAN == {satu: bool(di_calc[f"A{i}"]) for i, satu in enumerate(TAUTAN, 1)}


def test_kinerja_xlam_kantor_lain_yang_ada_di_sini_dibiarkan(di_calc: dict[str, Any]) -> None:
    """A copy of ours, another's, one that is not there: told by size, for VBA that reads files looks like a virus."""
    assert [True, False, True] == [bool(di_calc[sel]) for sel in ("D1", "D2", "D3")]


@pytest.mark.parametrize(("nomor", "kasus"), list(enumerate(BETULKAN, 1)), ids=list(BETULKAN))
def test_membetulkan_tautan_tidak_bertanya_dan_tidak_menandai_buku_sebagai_diubah(
    di_calc: dict[str, Any], nomor: int, kasus: str
) -> None:
    assert BETULKAN[kasus][2] == di_calc[f"B{nomor}"]


def test_setelan_dibaca_sekali_dan_perintahnya_selalu_sama(di_calc: dict[str, Any]) -> None:
    """Three calls: one reading, one loading of the DLL; xlwings' DLL starts a Python for each different command."""
    dibaca, dimuat, perintah = di_calc["C1"].split("|")

    assert ("1", 1) == (dibaca, dimuat.count(";"))
    assert rf'"C:\Rumah\Py 3\pythonw.exe" -P -c "{MULAI}" "C:\100% milik\%TIDAK_ADA%\." $(CLSID)' == perintah


def test_python_yang_berhenti_menjadi_galat_dengan_sebabnya(di_calc: dict[str, Any]) -> None:
    assert "Python berhenti|1" == di_calc["C2"]


@pytest.mark.parametrize("jenis", ["dengan Python", "tanpa Python"])
def test_tautan_dibetulkan_saat_add_in_dan_saat_buku_kerja_dibuka(xlam: dict[str, Path], jenis: str) -> None:
    kode = _read_modul(xlam[jenis])["ThisWorkbook"].replace("\r\n", "\n")
    prosedur = dict(re.findall(r"(?ms)^Private Sub (\w+)\(.*?\)\n(.*?)^End Sub", kode))

    assert {"Workbook_Open", "pantau_WorkbookOpen"} == set(prosedur)
    assert "Private WithEvents pantau As Application\n" in kode
    assert "Set pantau = Application\n" in prosedur["Workbook_Open"]
    assert all("betulkan_tautan" in isi for isi in prosedur.values())
    assert (jenis == "dengan Python") is ("kinerja_daftar\n" in prosedur["Workbook_Open"])


def test_vba_xlwings_tidak_ikut_dan_dll_disebut_dengan_versinya(xlam: dict[str, Path]) -> None:
    """Its own VBA reads the settings for each key of each call, and asks the workbook that is open for them."""
    modul = _read_modul(xlam["dengan Python"])
    kode = "\n".join(modul.values())

    assert not {"xlwings", "Dictionary"} & modul.keys()
    assert 1 == kode.count('Worksheets("kinerja.conf")')
    assert not re.search(r"ActiveWorkbook|GetConfig|WScript|CreateObject|Kill ", kode)
    assert {"32", "64"} == set(re.findall(r'Lib "xlwings(\d\d)-[\d.]+\.dll"', kode))


# [MS-CUSTOMUI] 2.1.2 and [MS-CUSTOMUI2]: root namespace by type of relationship.
PITA = {
    "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility": (
        "http://schemas.microsoft.com/office/2006/01/customui"
    ),
    "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility": (
        "http://schemas.microsoft.com/office/2009/07/customui"
    ),
}


@pytest.mark.parametrize("jenis", ["dengan Python", "tanpa Python"])
def test_pita_ditunjuk_oleh_hubungan_dari_jenis_ruang_namanya(xlam: dict[str, Path], jenis: str) -> None:
    with zipfile.ZipFile(xlam[jenis]) as arsip:
        hubungan = etree.fromstring(arsip.read("_rels/.rels"))
        pita = [(satu.get("Type"), satu.get("Target")) for satu in hubungan if satu.get("Type") in PITA]
        akar = [etree.fromstring(arsip.read(tujuan)).tag for _, tujuan in pita]

    assert [f"{{{PITA[tipe]}}}customUI" for tipe, _ in pita] == akar
    assert 1 == len(pita)


def test_setiap_tombol_pita_punya_prosedurnya(xlam: dict[str, Path]) -> None:
    for berkas in xlam.values():
        with zipfile.ZipFile(berkas) as arsip:
            tombol = set(re.findall(rb'onAction="(\w+)"', arsip.read("customUI/customUI.xml")))
        kode = "\n".join(_read_modul(berkas).values())

        assert tombol
        assert tombol <= {nama.encode() for nama in re.findall(r"Public Sub (\w+)\(control As IRibbonControl\)", kode)}
