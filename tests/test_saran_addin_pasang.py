"""Advice of `kinerja addin pasang` and `periksa`, followed on machines of our own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from addin import komputer as modul
from addin.build.xlam_murni import build_xlam_murni
from addin.komputer import Komputer
from addin.pasang import install, uninstall
from addin.periksa_pasang import PILIHAN_EXCEL, diagnose
from addin.syarat import HALAMAN_ANSI
from kinerja.errors import BerkasError
from tests.alat.perintah import run_utama
from tests.alat.saran import expect_saran, follow, match_saran
from tests.alat.windows import make_komputer, set_excel, set_registry

PASANG = "Jalankan: kinerja addin pasang."
ULANG = "Jalankan lagi: kinerja addin pasang."
PYTHON = (
    "Pasang Python 64 bit dari python.org, lalu kinerja dengan Python itu. Tanpa Python sama sekali: kinerja addin "
    "bangun --untuk excel."
)
PYWIN32 = "Jalankan: pip install pywin32."
DLL = (
    "Pasang ulang: pip install --force-reinstall xlwings=={}, lalu kinerja addin pasang; bila hilang lagi, antivirus "
    "menghapusnya: minta pengelola TI mengecualikan berkas itu."
)
PINDAH = "Pindahkan berkas itu ke folder lain, lalu jalankan: kinerja addin pasang."
TANDA = "Klik kanan {}, Properti (Properties), centang Buka blokir (Unblock); atau jalankan lagi: kinerja addin pasang."
LAIN = "Di Excel: Opsi (Options) > Add-in (Add-ins) > Buka... (Go...), hapus centang Kinerja atau Fungsi Kinerja."
LINUX = "Di komputer ini pakai: kinerja addin bangun --untuk excel --keluar FOLDER."
JENDELA = "Jalankan dari jendela perintah biasa milik pengguna Excel itu."
LATIN = (
    r"Pasang Python dan kinerja di folder yang namanya hanya huruf Latin, seperti C:\Python. Tanpa Python sama sekali: "
    "kinerja addin bangun --untuk excel."
)
SENDIRI = "Pindahkan sendiri ke folder lain, lalu ulangi."
SANA = 'Jalankan: "{}" -m kinerja addin periksa.'
MASIH = "Jalankan kinerja addin pasang dari Python yang masih ada."
TANPA = {"Lihat di Excel: Akun (Account) > Tentang Excel (About Excel).": "di Excel, yang tidak ada di sini"}


@pytest.fixture
def komputer(tmp_path: Path) -> Komputer:
    return make_komputer(tmp_path)


def _advice(komputer: Komputer) -> list[str]:
    return [satu.saran for satu in diagnose(komputer) if satu.baik is False]


@follow(PASANG, MASIH, ULANG)
def test_memasang_lagi_membetulkan_yang_belum_ada_yang_usang_dan_python_yang_hilang(
    komputer: Komputer, tmp_path: Path
) -> None:
    assert [PASANG] == _advice(komputer)
    install(komputer)
    assert [] == _advice(komputer)

    (baru := tmp_path / "baru").mkdir()
    lain = replace(make_komputer(baru), appdata=komputer.appdata)
    komputer.python.with_name("pythonw.exe").unlink()
    assert [MASIH] == _advice(lain)
    install(lain)
    assert [] == _advice(lain)

    (dll := lain.dll[1].with_name("xlwings64-99.0.dll")).touch()
    naik = replace(lain, versi_xlwings="99.0", dll=(dll,))
    assert [ULANG] == _advice(naik)
    install(lain)
    assert [] == _advice(lain)


PERBAIKAN: dict[str, tuple[Callable[[Komputer], Komputer], str]] = {
    "dari toko": (lambda k: replace(k, asal=Path("C:/Program Files/WindowsApps/PythonSoftwareFoundation")), PYTHON),
    "tanpa DLL": (lambda k: replace(k, dll=()), PYTHON),
    "tanpa pywin32": (lambda k: replace(k, has_module=lambda nama: False), PYWIN32),
    "DLL versi lain": (lambda k: replace(k, dll=tuple(satu.with_suffix(".tidak.dll") for satu in k.dll)), PYTHON),
}


@follow(PYTHON, PYWIN32)
@pytest.mark.parametrize("kasus", PERBAIKAN)
def test_yang_disuruh_dipasang_membuat_pasang_berhasil(komputer: Komputer, tmp_path: Path, kasus: str) -> None:
    """The machine as it was before something was spoiled is the machine on which that has been installed."""
    rusakkan, saran = PERBAIKAN[kasus]
    with expect_saran(saran):
        install(rusakkan(komputer))

    assert install(komputer).is_file()
    assert build_xlam_murni(tmp_path).is_file()


@follow(DLL)
def test_xlwings_yang_dipasang_ulang_membawa_dll_kembali(komputer: Komputer) -> None:
    komputer.dll[1].unlink()
    with expect_saran(DLL):
        install(komputer)
    komputer.dll[1].touch()

    assert install(komputer).is_file()


@follow(PINDAH)
def test_berkas_asing_dipindahkan_lalu_add_in_dipasang(komputer: Komputer, tmp_path: Path) -> None:
    komputer.xlam.parent.mkdir(parents=True)
    komputer.xlam.write_text("catatan saya")
    assert [PINDAH] == _advice(komputer)

    asing = komputer.xlam.rename(tmp_path / "kinerja.xlam")
    install(komputer)
    assert ([], "catatan saya") == (_advice(komputer), asing.read_text())


@follow(TANDA)
def test_tanda_dari_internet_dihapus_atau_berkasnya_dibuat_baru(komputer: Komputer) -> None:
    """Beside the file here, a stream of it on NTFS: what is written anew has none, and is another file."""
    install(komputer)
    tanda = Path(f"{komputer.xlam}:Zone.Identifier")
    tanda.write_text("[ZoneTransfer]\nZoneId=3\n")
    (saran,) = _advice(komputer)
    assert match_saran(TANDA, saran)
    lama = komputer.xlam.stat().st_ino
    install(komputer)
    tanda.unlink()

    assert lama != komputer.xlam.stat().st_ino
    assert [] == _advice(komputer)


@follow(LAIN)
def test_add_in_lain_yang_tidak_dicentang_lagi_tidak_dibuka_excel(komputer: Komputer, tmp_path: Path) -> None:
    install(komputer)
    dua = {(PILIHAN_EXCEL.format(versi="16.0"), "OPEN"): r'"C:\Dokumen\kinerja.xlam"'}

    assert [LAIN] == _advice(set_registry(komputer, set_excel(tmp_path, 64) | dua))
    assert [] == _advice(komputer)


@follow(LINUX)
def test_di_luar_windows_add_in_dibangun_untuk_komputer_lain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kode, _, kalimat = run_utama(capsys, "addin", "pasang")
    assert (2, True) == (kode, match_saran(LINUX, kalimat))

    assert 0 == run_utama(capsys, "addin", "bangun", "--untuk", "excel", "--keluar", tmp_path)[0]
    assert (tmp_path / "kinerja.xlam").is_file()


@follow(JENDELA)
def test_jendela_perintah_biasa_mengenal_folder_pengguna(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.delenv("APPDATA", raising=False)
    with pytest.raises(BerkasError) as galat:
        modul.get_komputer()
    assert match_saran(JENDELA, str(galat.value))
    monkeypatch.setenv("APPDATA", str(tmp_path))

    assert tmp_path == modul.get_komputer().appdata


@follow(LATIN)
def test_python_di_folder_berhuruf_latin_dapat_dipasang(tmp_path: Path) -> None:
    (rumah := tmp_path / "王芳").mkdir()
    (latin := tmp_path / "Python").mkdir()
    halaman = {HALAMAN_ANSI: "1252"}
    with expect_saran(LATIN):
        install(set_registry(make_komputer(rumah), set_excel(rumah, 64) | halaman))

    komputer = set_registry(make_komputer(latin), set_excel(latin, 64) | halaman)
    assert install(replace(komputer, appdata=rumah / "Roaming")).is_file()
    assert build_xlam_murni(tmp_path).is_file()


@follow(SANA)
def test_python_yang_dipanggil_excel_mengetahui_paketnya(komputer: Komputer, tmp_path: Path) -> None:
    install(komputer)
    (tmp_path / "lain").mkdir()
    lain = replace(make_komputer(tmp_path / "lain"), appdata=komputer.appdata)
    (saran,) = [satu.saran for satu in diagnose(lain) if satu.baik is None]

    assert match_saran(SANA, saran)
    assert f'"{komputer.python}"' in saran
    assert {True} == {satu.baik for satu in diagnose(komputer)}


@follow(SENDIRI)
@pytest.mark.parametrize("rusak", ["berkas", "folder"])
@pytest.mark.parametrize("aksi", [install, uninstall])
def test_add_in_rusak_dipindahkan_lalu_dipasang_atau_dilepas(
    komputer: Komputer, tmp_path: Path, rusak: str, aksi: Callable[[Komputer], object]
) -> None:
    komputer.xlam.parent.mkdir(parents=True)
    komputer.xlam.write_bytes(b"PK rusak") if rusak == "berkas" else komputer.xlam.mkdir()
    with expect_saran(SENDIRI):
        aksi(komputer)

    komputer.xlam.rename(tmp_path / "kinerja.xlam")
    assert aksi(komputer) in (komputer.xlam, False)
