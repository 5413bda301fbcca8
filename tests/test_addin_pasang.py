"""Installing on Windows, with folders and a registry of our own."""

import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import xlwings

from addin.pasang import ASR, ASR_ANAK_PROSES, OFFICE, Komputer, diagnose, get_komputer, install, uninstall
from kinerja.errors import BerkasError, KinerjaError


@pytest.fixture
def komputer(tmp_path: Path) -> Komputer:
    python = tmp_path / "Python311"
    python.mkdir()
    for nama in ("python.exe", "pythonw.exe", f"xlwings64-{xlwings.__version__}.dll"):
        (python / nama).touch()
    return Komputer(
        appdata=tmp_path / "Roaming",
        python=python / "python.exe",
        pustaka=tmp_path / "Lib & <satu>",
        read_registry=lambda kunci, nama: None,
        has_module=lambda nama: True,
        versi_xlwings=xlwings.__version__,
    )


def _bad(komputer: Komputer) -> list[str]:
    return [satu.pesan for satu in diagnose(komputer) if not satu.baik]


def test_pasang_menaruh_addin_di_xlstart_dengan_python_komputer_itu(komputer: Komputer) -> None:
    path = install(komputer)
    konf = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()

    assert komputer.appdata / "Microsoft" / "Excel" / "XLSTART" / "kinerja.xlam" == path
    assert f"<t>{komputer.python.with_name('pythonw.exe')}</t>" in konf
    assert "Lib &amp; &lt;satu&gt;</t>" in konf


def test_setelah_pasang_tidak_ada_yang_salah(komputer: Komputer) -> None:
    install(komputer)

    assert [] == _bad(komputer)
    assert 6 == len(diagnose(komputer))


def test_lepas_menghapus_addin_dan_boleh_diulang(komputer: Komputer) -> None:
    install(komputer)

    assert (True, False, False) == (uninstall(komputer), uninstall(komputer), komputer.xlam.exists())


def test_periksa_sebelum_pasang_menyuruh_memasang(komputer: Komputer) -> None:
    belum = next(satu for satu in diagnose(komputer) if not satu.baik)

    assert ("Jalankan: kinerja addin pasang.", True) == (belum.saran, "belum ada" in belum.pesan)


def test_periksa_mengenal_versi_yang_tidak_cocok(komputer: Komputer) -> None:
    install(komputer)
    lain = replace(komputer, versi_xlwings="0.1.0")

    assert [
        f"Add-in dibuat untuk xlwings {xlwings.__version__}, terpasang 0.1.0.",
        "Pustaka xlwings64-0.1.0.dll untuk Excel 64 bit.",
    ] == _bad(lain)


def test_periksa_tanpa_xlwings_tetap_menjawab(komputer: Komputer, monkeypatch: pytest.MonkeyPatch) -> None:
    install(komputer)
    monkeypatch.setitem(sys.modules, "xlwings", None)
    monkeypatch.delitem(sys.modules, "addin.build.xlam")

    assert f"Add-in dibuat untuk xlwings {xlwings.__version__}, terpasang tidak ada." in _bad(
        replace(komputer, versi_xlwings="")
    )


def test_periksa_mengenal_dll_dan_pywin32_yang_hilang(komputer: Komputer) -> None:
    install(komputer)
    next(komputer.python.parent.glob("*.dll")).unlink()
    tanpa = replace(komputer, has_module=lambda nama: nama != "win32com")

    assert ["pywin32", "Pustaka"] == [next(k for k in ("pywin32", "Pustaka") if k in pesan) for pesan in _bad(tanpa)]


def test_periksa_mengenal_excel_32_bit(komputer: Komputer) -> None:
    install(komputer)
    lama = replace(komputer, read_registry=lambda kunci, nama: "x86" if (kunci, nama) == (OFFICE, "Platform") else None)

    assert [f"Pustaka xlwings32-{xlwings.__version__}.dll untuk Excel 32 bit."] == _bad(lama)


@pytest.mark.parametrize("kunci", ASR)
@pytest.mark.parametrize("nilai", [1, "1"])
def test_periksa_mengenal_aturan_asr(komputer: Komputer, kunci: str, nilai: object) -> None:
    install(komputer)
    dilarang = replace(komputer, read_registry=lambda k, n: nilai if (k, n) == (kunci, ASR_ANAK_PROSES) else None)

    assert ["Aturan Defender yang melarang Office menjalankan program lain (ASR): aktif."] == _bad(dilarang)


def test_periksa_mengenal_tanda_dari_internet(komputer: Komputer) -> None:
    """On NTFS the mark is a stream of the file; here a file of that name stands for it."""
    install(komputer)
    Path(f"{komputer.xlam}:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3\n")

    assert ["Berkas add-in tanpa tanda dari internet (Mark of the Web)."] == _bad(komputer)


def test_periksa_mengenal_python_yang_sudah_tidak_ada(komputer: Komputer) -> None:
    install(komputer)
    (komputer.python.with_name("pythonw.exe")).unlink()

    assert [f"Python yang dipanggil Excel: {komputer.python.with_name('pythonw.exe')}."] == _bad(komputer)


def test_pasang_saat_addin_tidak_dapat_ditulis_menyebut_tempatnya(komputer: Komputer) -> None:
    komputer.xlam.mkdir(parents=True)

    with pytest.raises(KinerjaError, match=r"kinerja\.xlam: "):
        install(komputer)


def test_tanpa_xlwings_pasang_menyebut_paketnya(komputer: Komputer) -> None:
    with pytest.raises(BerkasError, match=r"kinerja\[addin\]"):
        install(replace(komputer, versi_xlwings=""))


def test_bukan_windows_ditolak_dengan_kalimat() -> None:
    with pytest.raises(BerkasError, match="hanya untuk Excel di Windows"):
        diagnose(get_komputer())
