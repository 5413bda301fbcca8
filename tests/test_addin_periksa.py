"""Why the add-in does not answer, found on machines of our own."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from addin.build.ovba import Proyek
from addin.build.xlam_isi import SAMBUNG
from addin.komputer import Komputer
from addin.pasang import install
from addin.periksa_pasang import PILIHAN_EXCEL, diagnose
from addin.syarat import HALAMAN_ANSI, list_syarat
from kinerja.errors import BerkasError
from tests.alat.windows import VERSI, change_part, make_komputer, set_excel, set_registry


@pytest.fixture
def komputer(tmp_path: Path) -> Komputer:
    return make_komputer(tmp_path)


def _bad(komputer: Komputer) -> list[str]:
    return [satu.pesan for satu in diagnose(komputer) if satu.baik is False]


def test_setelah_pasang_tidak_ada_yang_salah_dan_tidak_ada_yang_diragukan(komputer: Komputer) -> None:
    install(komputer)

    assert {True} == {satu.baik for satu in diagnose(komputer)}
    assert 11 == len(diagnose(komputer))


def test_periksa_sebelum_pasang_menyuruh_memasang(komputer: Komputer) -> None:
    belum = next(satu for satu in diagnose(komputer) if satu.baik is False)

    assert ("Jalankan: kinerja addin pasang.", True) == (belum.saran, "belum ada" in belum.pesan)


def test_periksa_mengenal_versi_yang_tidak_cocok(komputer: Komputer) -> None:
    install(komputer)
    lain = replace(komputer, versi_xlwings="0.1.0")

    assert [f"Add-in dibuat untuk xlwings {VERSI}, terpasang 0.1.0."] == _bad(lain)


def test_periksa_mengenal_addin_yang_dibuat_kinerja_lama(komputer: Komputer) -> None:
    """Until version 0.9 it carried xlwings' own VBA, which looks for the DLL beside python.exe only."""

    def age(data: bytes) -> bytes:
        proyek = Proyek(data)
        proyek.remove(SAMBUNG)
        proyek.add("xlwings", f'Public Const XLWINGS_VERSION As String = "{VERSI}"')
        return proyek.to_bytes()

    path = install(komputer)
    path.write_bytes(change_part(path.read_bytes(), "xl/vbaProject.bin", age))

    assert ["Add-in ini dibuat oleh kinerja yang lebih lama."] == _bad(komputer)
    install(komputer)
    assert [] == _bad(komputer)


def test_periksa_tanpa_xlwings_tetap_menjawab(komputer: Komputer, monkeypatch: pytest.MonkeyPatch) -> None:
    install(komputer)
    monkeypatch.setitem(sys.modules, "xlwings", None)
    monkeypatch.delitem(sys.modules, "addin.build.xlam")

    assert [f"Add-in dibuat untuk xlwings {VERSI}, terpasang tidak ada.", "Paket xlwings belum terpasang."] == _bad(
        replace(komputer, versi_xlwings="", dll=())
    )


def test_periksa_mengenal_dll_dan_pywin32_yang_hilang(komputer: Komputer) -> None:
    install(komputer)
    komputer.dll[1].unlink()
    tanpa = replace(komputer, has_module=lambda nama: nama != "win32com")

    assert [
        "Paket pywin32 untuk percakapan dengan Excel belum terpasang.",
        f"Pustaka xlwings64-{VERSI}.dll untuk Excel 64 bit tidak ada di {komputer.python.parent}.",
    ] == _bad(tanpa)


def test_periksa_excel_32_bit_memeriksa_pustakanya_saja(komputer: Komputer, tmp_path: Path) -> None:
    install(komputer)
    lama = set_registry(komputer, set_excel(tmp_path, 32))
    komputer.dll[1].unlink()
    assert [] == _bad(lama)
    komputer.dll[0].unlink()

    assert [f"Pustaka xlwings32-{VERSI}.dll untuk Excel 32 bit tidak ada di {komputer.python.parent}."] == _bad(lama)


def test_periksa_yang_tidak_dapat_diketahui_disebut_demikian(komputer: Komputer) -> None:
    """No Excel is registered: both DLLs are looked at, and nothing is guessed."""
    install(komputer)
    ragu = set_registry(komputer, {})
    hasil = [(satu.baik, satu.pesan) for satu in diagnose(ragu) if "Excel 32" in satu.pesan or "bit ada" in satu.pesan]

    assert [
        (None, "Excel 32 atau 64 bit: tidak dapat diketahui, jadi pustaka untuk keduanya diperiksa."),
        (True, f"Pustaka xlwings32-{VERSI}.dll untuk Excel 32 bit ada di {komputer.python.parent}."),
        (True, f"Pustaka xlwings64-{VERSI}.dll untuk Excel 64 bit ada di {komputer.python.parent}."),
    ] == hasil


def test_periksa_mengenal_tanda_dari_internet(komputer: Komputer) -> None:
    """On NTFS the mark is a stream of the file; here a file of that name stands for it."""
    install(komputer)
    Path(f"{komputer.xlam}:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3\n")

    assert ["Berkas add-in bertanda dari internet (Mark of the Web)."] == _bad(komputer)


def test_periksa_mengenal_python_yang_sudah_tidak_ada(komputer: Komputer) -> None:
    install(komputer)
    (komputer.python.with_name("pythonw.exe")).unlink()

    assert [f"Python yang dipanggil Excel: {komputer.python.with_name('pythonw.exe')}."] == _bad(komputer)


@pytest.mark.parametrize("nama", ["OPEN", "OPEN3", "open1"])
def test_periksa_mengenal_kinerja_xlam_lain_yang_dibuka_excel(komputer: Komputer, tmp_path: Path, nama: str) -> None:
    """As Excel writes an add-in that was chosen by Browse; one from the start folder, and another add-in, are well."""
    install(komputer)
    kunci = PILIHAN_EXCEL.format(versi="16.0")
    excel = set_excel(tmp_path, 64)
    wajar = {(kunci, "OPEN7"): f'"{komputer.xlam}"', (kunci, "OPEN8"): r'/R "C:\Data\solver.xlam"'}
    lain = {(kunci, nama): r'/R "C:\Users\b\Documents\kinerja.xlam"', (kunci, "Font"): r'"C:\x\kinerja.xlam"'}

    assert [] == _bad(set_registry(komputer, excel | wajar))
    assert [
        r"Excel juga membuka C:\Users\b\Documents\kinerja.xlam; dari dua berkas bernama sama hanya satu yang dipakai."
    ] == _bad(set_registry(komputer, excel | wajar | lain))


def test_periksa_mengenal_pustaka_kinerja_yang_sudah_tidak_ada(komputer: Komputer) -> None:
    install(komputer)
    shutil.rmtree(komputer.pustaka)

    assert [f"Pustaka kinerja yang dipanggil Excel tidak ada di {komputer.pustaka}."] == _bad(komputer)


def test_periksa_dari_python_lain_memeriksa_yang_disebut_add_in(komputer: Komputer, tmp_path: Path) -> None:
    """The other Python has the same xlwings and its DLLs; what Excel loads is what the add-in names."""
    install(komputer)
    (tmp_path / "lain").mkdir()
    lain = replace(make_komputer(tmp_path / "lain"), appdata=komputer.appdata)
    tanpa = replace(lain, has_module=lambda nama: False, versi_xlwings="", dll=())
    ragu = f"Excel memanggil Python lain daripada {lain.python}; paketnya tidak dapat dilihat dari sini."
    assert [(None, ragu)] == [(x.baik, x.pesan) for x in diagnose(tanpa) if not x.baik]

    for dll in komputer.dll:
        dll.unlink()
    nama = f"Pustaka xlwings64-{VERSI}.dll untuk Excel 64 bit tidak ada di {komputer.python.parent}."
    assert [nama] == _bad(lain) == _bad(tanpa)


@pytest.mark.parametrize(("halaman", "salah"), [("1252", True), (936, False), ("65001", False), (None, False)])
def test_jalan_yang_tidak_dapat_ditulis_dalam_kode_halaman_windows_disebut(
    tmp_path: Path, halaman: object, salah: bool
) -> None:
    """VBA hands a String to a DLL in that code page; 936 has Chinese letters, 1252 has none."""
    (rumah := tmp_path / "王芳").mkdir()
    komputer = set_registry(make_komputer(rumah), set_excel(rumah, 64) | {HALAMAN_ANSI: halaman})
    huruf = [satu.pesan for satu in list_syarat(komputer) if satu.baik is False]

    assert salah is bool(huruf)
    assert all("王芳" in satu for satu in huruf)
    if salah:
        with pytest.raises(BerkasError, match="di luar kode halaman Windows: 王芳"):
            install(komputer)
    install(replace(komputer, read_registry=set_registry(komputer, set_excel(rumah, 64)).read_registry))
    assert salah is any("di luar kode halaman" in satu for satu in _bad(komputer))
