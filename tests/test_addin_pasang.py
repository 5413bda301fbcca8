"""Installing on Windows, with folders and a registry of our own."""

import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PathDistribution
from pathlib import Path, PureWindowsPath

import pytest

from addin.komputer import Komputer, get_komputer, list_dll
from addin.pasang import install, uninstall
from addin.syarat import is_toko
from kinerja.errors import BerkasError, KinerjaError
from tests.alat.windows import VERSI, make_komputer, set_excel, set_registry


@pytest.fixture
def komputer(tmp_path: Path) -> Komputer:
    return make_komputer(tmp_path)


def test_pasang_menaruh_addin_di_xlstart_dengan_python_komputer_itu(komputer: Komputer) -> None:
    path = install(komputer)
    konf = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()

    assert komputer.appdata / "Microsoft" / "Excel" / "XLSTART" / "kinerja.xlam" == path
    assert f"<t>{komputer.python.with_name('pythonw.exe')}</t>" in konf
    assert "Lib &amp; &lt;satu&gt;</t>" in konf
    assert all(f"<t>{dll}</t>" in konf for dll in komputer.dll)


def test_lepas_menghapus_addin_dan_boleh_diulang(komputer: Komputer) -> None:
    install(komputer)

    assert (True, False, False) == (uninstall(komputer), uninstall(komputer), komputer.xlam.exists())


def test_pasang_saat_addin_tidak_dapat_ditulis_menyebut_tempatnya(komputer: Komputer) -> None:
    komputer.xlam.mkdir(parents=True)

    with pytest.raises(KinerjaError, match=r"kinerja\.xlam: "):
        install(komputer)


TOKO = "PythonSoftwareFoundation.Python.3.11_3.11.2544.0_x64__qbz5n2kfra8p0"
KURANG: dict[str, tuple[Callable[[Komputer], Komputer], str]] = {
    "tanpa xlwings": (lambda k: replace(k, versi_xlwings="", dll=()), "xlwings belum terpasang.*pip install .xlwings"),
    "tanpa pywin32": (lambda k: replace(k, has_module=lambda nama: nama != "win32com"), "pywin32 .*belum terpasang"),
    "dari toko": (lambda k: replace(k, asal=Path("C:/Program Files/WindowsApps") / TOKO), "dari Microsoft Store"),
    "xlwings tanpa DLL": (lambda k: replace(k, dll=()), "tidak dibawa .*Python 32 bit.*Pasang Python 64 bit"),
    "xlwings versi lain": (lambda k: replace(k, versi_xlwings="0.1.0"), "xlwings64-0.1.0.dll .*tidak dibawa"),
}


@pytest.mark.parametrize("kurang", KURANG)
def test_yang_kurang_ditolak_dengan_sebabnya_sebelum_ada_yang_ditulis(komputer: Komputer, kurang: str) -> None:
    ubah, sebab = KURANG[kurang]

    with pytest.raises(BerkasError) as galat:
        install(ubah(komputer))

    assert re.search(sebab, f"{galat.value.pesan} {galat.value.saran}")
    assert not komputer.appdata.exists()


@pytest.mark.parametrize("bit", [32, 64])
def test_hanya_pustaka_untuk_excel_itu_yang_harus_ada(komputer: Komputer, tmp_path: Path, bit: int) -> None:
    lain = set_registry(komputer, set_excel(tmp_path, bit))
    (komputer.dll[0] if bit == 64 else komputer.dll[1]).unlink()
    install(lain)
    (komputer.dll[1] if bit == 64 else komputer.dll[0]).unlink()

    with pytest.raises(BerkasError, match=f"xlwings{bit}-{VERSI}.dll untuk Excel {bit} bit tidak ada di"):
        install(lain)


def test_excel_yang_tidak_dikenal_memerlukan_kedua_pustaka(komputer: Komputer) -> None:
    ragu = set_registry(komputer, {})
    install(ragu)
    komputer.dll[0].unlink()

    with pytest.raises(BerkasError, match="xlwings32"):
        install(ragu)


# How pip records the files of a wheel's .data folder: relative to site-packages, with slashes. The folders are those of
# sysconfig's schemes nt, nt_user and venv.
SKEMA = {
    "C:/Python311/Lib/site-packages": ("../..", "C:/Python311"),
    "C:/Users/budi/AppData/Roaming/Python/Python311/site-packages": ("../..", "C:/Users/budi/AppData/Roaming/Python"),
    "C:/kerja/.venv/Lib/site-packages": ("../..", "C:/kerja/.venv"),
}


@pytest.mark.parametrize("site", SKEMA)
def test_pustaka_dicari_di_tempat_yang_dicatat_pip(tmp_path: Path, site: str) -> None:
    """With --user they lie neither beside python.exe nor above it."""
    naik, harap = SKEMA[site]
    info = tmp_path / site.replace(":", "") / "xlwings-9.9.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: xlwings\nVersion: 9.9\n")
    dll = [f"xlwings{bit}-9.9.dll" for bit in (32, 64)]
    (info / "RECORD").write_text("".join(f"{naik}/{nama},sha256=x,1\n" for nama in dll) + "xlwings/__init__.py,,\n")

    assert [tmp_path / harap.replace(":", "") / nama for nama in dll] == [*list_dll(PathDistribution(info), tmp_path)]


def test_catatan_pip_yang_salah_tidak_dipercaya_bila_pustakanya_ada_di_samping_paket(tmp_path: Path) -> None:
    """As `pip install --target` leaves it: the list of files says two folders up, and that is not true."""
    info = tmp_path / "a" / "lib" / "xlwings-9.9.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: xlwings\nVersion: 9.9\n")
    (info / "RECORD").write_text("../../xlwings64-9.9.dll,,\n")
    python = tmp_path / "b" / "c" / "python.exe"
    assert (tmp_path / "xlwings64-9.9.dll",) == list_dll(PathDistribution(info), python)

    (info.parent / "xlwings64-9.9.dll").touch()
    assert (info.parent / "xlwings64-9.9.dll",) == list_dll(PathDistribution(info), python)

    (tmp_path / "xlwings64-9.9.dll").touch()
    assert (tmp_path / "xlwings64-9.9.dll",) == list_dll(PathDistribution(info), python)


def test_tanpa_catatan_pip_pustaka_dicari_di_samping_python(tmp_path: Path) -> None:
    """As conda installs."""
    info = tmp_path / "Lib" / "site-packages" / "xlwings-9.9.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: xlwings\nVersion: 9.9\n")
    (tmp_path / "xlwings64-9.9.dll").touch()
    (tmp_path / "xlwings64-9.8.dll").touch()

    for python in (tmp_path / "python.exe", tmp_path / "Scripts" / "python.exe"):
        assert (tmp_path / "xlwings64-9.9.dll",) == list_dll(PathDistribution(info), python)


@pytest.mark.parametrize(
    ("jalan", "toko"),
    [
        (rf"C:\Program Files\WindowsApps\{TOKO}\python.exe", True),
        (r"C:\Users\b\AppData\Local\Microsoft\WindowsApps\python.exe", True),
        (rf"C:\Users\b\AppData\Local\Packages\{TOKO}\LocalCache\local-packages\Python311\site-packages", True),
        (r"C:\Users\b\AppData\Local\Programs\Python\Python311\python.exe", False),
        (r"C:\Users\b\AppData\Local\Python\pythoncore-3.14-64\python.exe", False),
    ],
)
def test_python_dari_toko_dikenal_dari_foldernya(jalan: str, toko: bool) -> None:
    """Where the package of the Store, its alias and what pip installs with it lie (Using Python on Windows)."""
    assert toko is is_toko(Path(PureWindowsPath(jalan).as_posix()))
    assert toko is is_toko(Path(jalan))


def test_bukan_windows_ditolak_dengan_kalimat() -> None:
    with pytest.raises(BerkasError, match="hanya untuk Excel di Windows"):
        get_komputer()


def test_tautan_simbolik_di_xlstart_diganti_dan_dihapus_tanpa_menyentuh_sasarannya(
    komputer: Komputer, tmp_path: Path
) -> None:
    asal = install(komputer).rename(tmp_path / "bersama.xlam")
    isi = asal.read_bytes()
    komputer.xlam.symlink_to(asal)

    assert (True, isi, False) == (uninstall(komputer), asal.read_bytes(), os.path.lexists(komputer.xlam))

    komputer.xlam.symlink_to(asal)
    install(replace(komputer, pustaka=tmp_path / "lain"))

    assert (False, isi) == (komputer.xlam.is_symlink(), asal.read_bytes())
