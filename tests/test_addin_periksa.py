"""Why the add-in does not answer, found on machines of our own."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from addin.build.ovba import Proyek
from addin.build.xlam_isi import SAMBUNG
from addin.komputer import Komputer
from addin.pasang import install
from addin.periksa_pasang import PILIHAN_EXCEL, diagnose
from tests.alat.windows import VERSI, change_part, make_komputer, set_excel, set_registry


@pytest.fixture
def komputer(tmp_path: Path) -> Komputer:
    return make_komputer(tmp_path)


def _bad(komputer: Komputer) -> list[str]:
    return [satu.pesan for satu in diagnose(komputer) if satu.baik is False]


def test_setelah_pasang_tidak_ada_yang_salah_dan_tidak_ada_yang_diragukan(komputer: Komputer) -> None:
    install(komputer)

    assert {True} == {satu.baik for satu in diagnose(komputer)}
    assert 10 == len(diagnose(komputer))


def test_periksa_sebelum_pasang_menyuruh_memasang(komputer: Komputer) -> None:
    belum = next(satu for satu in diagnose(komputer) if satu.baik is False)

    assert ("Jalankan: kinerja addin pasang.", True) == (belum.saran, "belum ada" in belum.pesan)


def test_periksa_mengenal_versi_yang_tidak_cocok(komputer: Komputer) -> None:
    install(komputer)
    lain = replace(komputer, versi_xlwings="0.1.0")

    assert [
        f"Add-in dibuat untuk xlwings {VERSI}, terpasang 0.1.0.",
        "Pustaka xlwings64-0.1.0.dll untuk Excel 64 bit tidak dibawa oleh xlwings yang terpasang, seperti pada Python "
        "32 bit dan ARM.",
    ] == _bad(lain)


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
