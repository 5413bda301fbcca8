"""The texts of the functions in both kinerja.xlam, where Excel and Excel-DNA IntelliSense look for them."""

import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from addin.build.keterangan import write_pendamping
from addin.build.xlam import build_xlam
from addin.build.xlam_murni import build_xlam_murni
from tests.alat.addin import KINI
from tests.alat.calc import run_calc

X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
BUKU = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DNA = "{http://schemas.excel-dna.net/intellisense/1.0}"
HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


@pytest.fixture(scope="module", params=[build_xlam, build_xlam_murni], ids=["python", "murni"])
def xlam(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    hasil: Path = request.param(tmp_path_factory.mktemp("xlam"))
    return hasil


def test_bagian_buku_kerja_memuat_keterangan_setiap_argumen(xlam: Path) -> None:
    with zipfile.ZipFile(xlam) as arsip:
        buku = ET.fromstring(arsip.read("xl/workbook.xml"))
    ekstensi = [x for x in buku.iter(f"{BUKU}ext") if x.get("uri") == "{8193D73E-4604-4355-AFF4-8A2333D13BE4}"]
    nama = list(ekstensi[0].iter(f"{X14}definedName"))
    isi = {x.get("name"): [(y.get("index"), y.text) for y in x.iter(f"{X14}argumentDescription")] for x in nama}
    banyak = [x.get("count") for x in buku.iter(f"{X14}argumentDescriptions")]

    assert (1, len(isi)) == (len(ekstensi), len(nama))
    assert isi == {
        fungsi.nama: [(str(i), arg.bantuan) for i, arg in enumerate(fungsi.args)]
        for fungsi in KINI.values()
        if fungsi.args
    }
    assert banyak == [str(len(satu)) for satu in isi.values()]
    assert all(1 <= len(str(teks)) <= 255 for satu in isi.values() for _, teks in satu)


def test_berkas_pendamping_dan_bagian_di_dalamnya_menerangkan_fungsi_sewaktu_diketik(
    xlam: Path, tmp_path: Path
) -> None:
    salinan = tmp_path / "kinerja.xlam"
    salinan.write_bytes(xlam.read_bytes())
    pendamping = write_pendamping(salinan)
    with zipfile.ZipFile(xlam) as arsip:
        hubungan = ET.fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
        bagian = arsip.read("customXml/item1.xml")
    akar = ET.fromstring(pendamping.read_text("utf-8"))

    assert ["../customXml/item1.xml"] == [x.get("Target") for x in hubungan if x.get("Type") == HUBUNGAN]
    assert ("kinerja.intellisense.xml", bagian) == (pendamping.name, pendamping.read_bytes())
    assert f"{DNA}IntelliSense" == akar.tag
    assert [(fungsi.nama, fungsi.uraian, [arg.bantuan for arg in fungsi.args]) for fungsi in KINI.values()] == [
        (x.get("Name"), x.get("Description"), [y.get("Description") for y in x.iter(f"{DNA}Argument")])
        for x in akar.iterfind(f"{DNA}FunctionInfo/{DNA}Function")
    ]
    capaian = next(x for x in akar.iter(f"{DNA}Function") if x.get("Name") == "PERSEN_CAPAIAN")
    assert ["realisasi", "target", "[arah]", "[batas]"] == [x.get("Name") for x in capaian]


def test_libreoffice_membuka_addin_berpython_dan_menghitung(tmp_path: Path) -> None:
    """As an ordinary workbook: LibreOffice opens no add-ins of Excel. The one without Python runs whole elsewhere."""
    buku = tmp_path / "uji.xlsm"
    with zipfile.ZipFile(build_xlam(tmp_path)) as asal, zipfile.ZipFile(buku, "w") as baru:
        for nama in asal.namelist():
            isi = asal.read(nama).replace(b"excel.addin.macroEnabled", b"excel.sheet.macroEnabled")
            baru.writestr(nama, isi.replace(b' visibility="hidden"', b""))

    assert 42.0 == run_calc([{"buka": str(buku), "rumus": {"Z90": "=6*7"}, "baca": ["Z90"]}])[0]["nilai"]["Z90"]
