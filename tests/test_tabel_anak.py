"""The child process: what it returns, how it is stopped, and what the user reads of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import psutil
import pytest

from kinerja.errors import DataError, RentangError
from kinerja.tabel import anak
from kinerja.tabel.anak import call

NAKAL = "tests.alat.nakal:"
AKAR = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def boleh_nakal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Functions of the tests may be called, by a child that knows where they are; none is left behind."""
    monkeypatch.setattr(anak, "_PAKET", ("kinerja.", "tests."))
    monkeypatch.syspath_prepend(str(AKAR))
    anak.close()
    yield
    anak.close()


def call_nakal(fungsi: str, *argumen: object, bita: int = 1000) -> object:
    return call(NAKAL + fungsi, *argumen, tempat="dpa.xls", bita=bita)


def test_jawabannya_jawaban_fungsinya_dan_anaknya_dipakai_lagi() -> None:
    satu, dua = call_nakal("tell_pid"), call_nakal("tell_pid", b"x" * 3_000_000)
    assert satu == dua != os.getpid()


def test_hanya_fungsi_kinerja_yang_dijalankan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anak, "_PAKET", ("kinerja.",))
    for nama in ("os:getcwd", "kinerjapalsu:x", NAKAL + "tell_pid"):
        with pytest.raises(ValueError, match=nama):
            call(nama, tempat="x", bita=0)


def test_jalur_relatif_berarti_sama_di_anak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call_nakal("tell_pid")
    monkeypatch.chdir(tmp_path)
    assert call_nakal("tell_folder") == str(tmp_path.resolve())


def test_galat_kinerja_datang_sebagai_dirinya() -> None:
    with pytest.raises(RentangError) as galat:
        call_nakal("refuse")
    assert str(galat.value) == "a.xls: Nilai di luar rentang. Perbaiki."
    assert galat.value.kode_excel == "#NUM!"


def test_galat_lain_datang_dengan_rinciannya() -> None:
    pid = call_nakal("tell_pid")
    with pytest.raises(LookupError, match="tidak terduga") as galat:
        call_nakal("err")
    assert "nakal.py" in galat.value.__notes__[0]
    assert call_nakal("tell_pid") == pid


@pytest.mark.parametrize(
    ("fungsi", "sebab"),
    [("die", "pembacanya berhenti"), ("panic", "pembacanya berhenti"), ("starve", "terlalu banyak memori")],
)
def test_anak_yang_mati_menjadi_satu_kalimat(
    fungsi: str, sebab: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = call_nakal("tell_pid")
    with pytest.raises(DataError, match=rf"^dpa.xls: [^.]*{sebab}.* Simpan ulang sebagai .xlsx atau .csv"):
        call_nakal(fungsi)
    assert call_nakal("tell_pid") != pid  # the next call starts a new one
    assert capfd.readouterr() == ("", "")


def test_yang_rakus_memori_dihentikan_selagi_kecil() -> None:
    puncak = [0]
    proses = psutil.Process(int(str(call_nakal("tell_pid"))))

    def watch() -> None:
        while proses.is_running():
            try:
                puncak[0] = max(puncak[0], proses.memory_info().rss)
            except psutil.Error:
                return
            time.sleep(0.005)

    pengawas = Thread(target=watch)
    pengawas.start()
    with pytest.raises(DataError, match="memerlukan terlalu banyak memori"):
        call_nakal("grow")
    pengawas.join()
    assert puncak[0] < 400_000_000


def test_luas_yang_disebut_menaikkan_batas_sebanding_besar_berkas() -> None:
    assert call_nakal("take", 250_000_000, 50_000_000, bita=2_000_000) == 250_000_000
    with pytest.raises(DataError, match="memori"):  # the same claim by a file that is too small for it
        call_nakal("take", 250_000_000, 50_000_000, bita=1000)


def test_yang_tidak_selesai_dihentikan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anak, "CPU", 0.3)
    awal = time.monotonic()
    with pytest.raises(DataError, match="terlalu lama dibaca"):
        call_nakal("spin")
    assert time.monotonic() - awal < 40  # not the 63 seconds in all: it is its processor time that ends it
    assert call_nakal("sleep", 0.5) is None  # waiting for a slow disk costs no processor
    monkeypatch.setattr(anak.Batas, "from_ukuran", lambda *_: anak.Batas(1e9, 1e9, 0.2))
    with pytest.raises(DataError, match="terlalu lama dibaca"):
        call_nakal("sleep", 60)


def test_kata_di_stdout_anak_bukan_jawaban(capfd: pytest.CaptureFixture[str]) -> None:
    assert call_nakal("talk") == "jawaban"
    assert capfd.readouterr() == ("", "")


def test_yang_dihentikan_di_tengah_tidak_meninggalkan_jawaban(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    call_nakal("tell_pid")
    with monkeypatch.context() as m:
        m.setattr(anak._Anak, "_measure", interrupt)
        with pytest.raises(KeyboardInterrupt):
            call_nakal("sleep", 5)
    assert isinstance(call_nakal("tell_pid"), int)


def test_yang_menjadi_gemuk_diganti() -> None:
    pid = call_nakal("tell_pid")
    assert call_nakal("keep", 300_000_000, bita=100_000_000) == 300_000_000
    assert call_nakal("tell_pid") != pid


NASKAH = """
from kinerja.tabel.anak import call
print(call("kinerja.berkas:slug", "Medan Baru", tempat="x", bita=1))
"""


def run_naskah(folder: Path, naskah: str, **pilihan: object) -> str:
    path = folder / "naskah.py"
    path.write_text(naskah, encoding="utf-8")
    lingkungan = os.environ | {"PYTHONPATH": str(AKAR)}
    hasil = subprocess.run(
        [sys.executable, path], env=lingkungan, capture_output=True, text=True, timeout=60, check=True, **pilihan
    )  # type: ignore[call-overload]
    assert hasil.stderr == ""
    return str(hasil.stdout)


def test_naskah_tanpa_penjaga_main_hanya_berjalan_sekali(tmp_path: Path) -> None:
    assert run_naskah(tmp_path, NASKAH) == "medan-baru\n"


def test_induk_tanpa_stdin(tmp_path: Path) -> None:
    assert run_naskah(tmp_path, "import os, sys; os.close(0); sys.stdin = None\n" + NASKAH) == "medan-baru\n"


def test_anak_berakhir_bersama_induknya(tmp_path: Path) -> None:
    naskah = """
import os, signal
from kinerja.tabel import anak
anak.call("kinerja.berkas:slug", "x", tempat="x", bita=1)
print(anak._anak._proses.pid, flush=True)
os._exit(0)  # no clean end
"""
    pid = int(run_naskah(tmp_path, naskah))
    batas = time.monotonic() + 30
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < batas
        time.sleep(0.05)
