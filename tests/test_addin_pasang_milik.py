"""Only a kinerja.xlam of ours is replaced or removed; damaged and foreign ones are named and stay."""

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from addin.build.ovba import Proyek
from addin.build.xlam import build_xlam
from addin.build.xlam_isi import MODUL
from addin.build.xlam_murni import build_xlam_murni
from addin.komputer import Komputer, get_komputer
from addin.pasang import install, uninstall
from addin.periksa_pasang import TANPA_PYTHON, diagnose
from kinerja.errors import BerkasError, KinerjaError
from tests.alat.windows import change_part, make_komputer


@pytest.fixture(scope="module")
def milik(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An add-in of ours."""
    return build_xlam(tmp_path_factory.mktemp("xlam")).read_bytes()


@pytest.fixture
def komputer(tmp_path: Path) -> Komputer:
    satu = make_komputer(tmp_path)
    satu.xlam.parent.mkdir(parents=True)
    return satu


def _without_modul(data: bytes) -> bytes:
    proyek = Proyek(data)
    proyek.remove(MODUL[0])
    return proyek.to_bytes()


def _make_xlsx() -> bytes:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        buku.add_worksheet("kinerja.conf")
    return wadah.getvalue()


VBA = "xl/vbaProject.bin"
ASING: dict[str, Callable[[bytes], bytes]] = {
    "kosong": lambda isi: b"",
    "teks": lambda isi: b"catatan saya",
    "terpotong": lambda isi: isi[: len(isi) // 2],
    "xlsx dengan nama lembar kami": lambda isi: _make_xlsx(),
    "lembar setelan lain": lambda isi: change_part(
        isi, "xl/workbook.xml", lambda x: x.replace(b"kinerja.conf", b"x.conf")
    ),
    "tanpa modul kami": lambda isi: change_part(isi, VBA, _without_modul),
    "vba rusak": lambda isi: change_part(isi, VBA, lambda x: x[:1000]),
    "vba berputar": lambda isi: change_part(isi, VBA, lambda x: x[:512] + b"\0" * (len(x) - 512)),
    "vba bukan": lambda isi: change_part(isi, VBA, lambda x: b"makro saya"),
}


@pytest.mark.parametrize("jenis", ASING)
@pytest.mark.parametrize("aksi", [install, uninstall], ids=["pasang", "lepas"])
def test_yang_bukan_milik_kami_dibiarkan_dan_disebut(
    komputer: Komputer, milik: bytes, jenis: str, aksi: Callable[[Komputer], object]
) -> None:
    isi = ASING[jenis](milik)
    komputer.xlam.write_bytes(isi)

    with pytest.raises(KinerjaError, match=r"kinerja\.xlam: ") as galat:
        aksi(komputer)

    assert str(komputer.xlam) == galat.value.tempat
    assert isi == komputer.xlam.read_bytes()


@pytest.mark.parametrize("jenis", ASING)
def test_periksa_menjawab_berkas_asing_dengan_kalimat(komputer: Komputer, milik: bytes, jenis: str) -> None:
    komputer.xlam.write_bytes(ASING[jenis](milik))

    pertama = diagnose(komputer)[0]

    assert (False, True) == (pertama.baik, pertama.pesan.startswith(f"{komputer.xlam}: "))
    assert "Pindahkan berkas itu" in pertama.saran


def test_yang_milik_kami_diganti_dan_dihapus(komputer: Komputer, milik: bytes) -> None:
    komputer.xlam.write_bytes(milik)

    assert milik != install(komputer).read_bytes()
    assert (True, False) == (uninstall(komputer), komputer.xlam.exists())


def test_yang_tanpa_python_dikenal_dan_boleh_diganti_atau_dihapus(komputer: Komputer) -> None:
    build_xlam_murni(komputer.xlam.parent)

    assert [(x.baik, x.pesan) for x in diagnose(komputer)] == [
        (True, TANPA_PYTHON),
        (True, "Berkas add-in tanpa tanda dari internet (Mark of the Web)."),
        (True, "Tidak ada kinerja.xlam lain yang dibuka Excel."),
    ]
    assert (True, False) == (uninstall(komputer), komputer.xlam.exists())
    build_xlam_murni(komputer.xlam.parent)
    assert diagnose(replace(komputer, versi_xlwings="1"))[0].pesan == TANPA_PYTHON
    install(komputer)
    assert diagnose(komputer)[0].pesan != TANPA_PYTHON


@pytest.mark.parametrize("appdata", [None, "", "  ", "tidak/ada", "{tmp}/tidak-ada", "{tmp}/berkas"])
def test_tanpa_folder_pengguna_tidak_memasang_ke_folder_ini(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, appdata: str | None
) -> None:
    (tmp_path / "berkas").touch()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("APPDATA", raising=False)
    if appdata is not None:
        monkeypatch.setenv("APPDATA", appdata.format(tmp=tmp_path))

    with pytest.raises(BerkasError, match="APPDATA"):
        get_komputer()


def test_folder_pengguna_windows_dipakai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path))

    assert tmp_path / "Microsoft/Excel/XLSTART/kinerja.xlam" == get_komputer().xlam
