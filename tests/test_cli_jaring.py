"""The last net: whatever no command foresaw is one sentence and exit 2; `--rinci` shows where it happened."""

import errno
import os
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from kinerja.cli import main
from kinerja.cli.jaring import take_rinci
from kinerja.errors import BerkasError
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.terbit.pembuatan import OpsiTerbit, make_parallel
from tests.alat.perintah import make_gagal, prepare

PERINTAH = ("jelaskan", "sakip", "66,5")


class PanikError(BaseException):
    """As the panic of a library in Rust: no Exception."""


def _run(
    galat: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *argv: str
) -> tuple[int, str]:
    monkeypatch.setattr("kinerja.cli.jelaskan.get_tabel", make_gagal(galat))
    kode = main(argv or PERINTAH)
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    return kode, keluaran.err


@pytest.mark.parametrize("galat", [ZeroDivisionError(), KeyError("x"), ValueError("a\nb"), PanikError(), OSError()])
def test_yang_tidak_terduga_menyebut_jenisnya_dan_cara_melapor(
    galat: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kode, teks = _run(galat, monkeypatch, capsys)

    assert kode == 2
    assert teks.startswith(f"kinerja: Terjadi kesalahan tidak terduga ({type(galat).__name__}). Ini kesalahan kinerja")
    assert "--rinci" in teks
    assert teks.count("\n") == 1


@pytest.mark.parametrize(
    ("galat", "kata"),
    [
        (MemoryError(), "Memori komputer tidak cukup."),
        (RecursionError(), "bersarang terlalu dalam."),
        (OSError(errno.ENOSPC, "?", "x.csv"), "x.csv: Penyimpanan penuh."),
        (OSError(errno.EDQUOT, "?"), "Penyimpanan penuh."),
        (OSError(errno.ENAMETOOLONG, "?", b"x\xff.csv"), "(nama terlalu panjang)."),
        (OSError(errno.EIO, "?", "x"), "x: Berkas atau folder tidak dapat dipakai (gangguan pada penyimpanan)."),
        (OSError(9999, "?"), "(kesalahan sistem nomor 9999)."),
    ],
)
def test_yang_dapat_diduga_punya_kalimat_sendiri(
    galat: BaseException, kata: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kode, teks = _run(galat, monkeypatch, capsys)

    assert (kode, teks.count("\n")) == (2, 1)
    assert kata in teks
    assert "terduga" not in teks


@pytest.mark.parametrize("letak", range(len(PERINTAH) + 1))
def test_rinci_di_mana_pun_menampilkan_jejak_lalu_kalimatnya(
    letak: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = [*PERINTAH[:letak], "--rinci", *PERINTAH[letak:]]

    kode, teks = _run(ZeroDivisionError(), monkeypatch, capsys, *argv)

    assert kode == 2
    assert teks.startswith("Traceback (most recent call last):")
    assert "in gagal" in teks
    assert teks.splitlines()[-1].startswith("kinerja: Terjadi kesalahan tidak terduga (ZeroDivisionError).")


def test_rinci_tidak_mengubah_apa_pun_bila_tidak_ada_kesalahan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rinci", "hitung", "terbilang", "5"]) == 0
    assert capsys.readouterr() == ("Terbilang  lima\n", "")
    assert main(["hitung", "terbilang", "x", "--rinci"]) == 2
    assert capsys.readouterr().err.startswith("kinerja: ANGKA: 'x' tidak terbaca sebagai angka.")


def test_rinci_setelah_tanda_pisah_adalah_nilai_biasa() -> None:
    assert take_rinci(["periksa", "--", "--rinci"]) == (["periksa", "--", "--rinci"], False)


def test_bantuan_menyebut_rinci(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.count("--rinci") >= 3  # usage, option, epilog


def test_ctrl_c_tetap_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    kode, teks = _run(KeyboardInterrupt(), monkeypatch, capsys)

    assert (kode, "Dihentikan." in teks) == (130, True)


@pytest.mark.parametrize("path", ["pipa", "/dev/zero", "/dev/null", ".", "berkas/x", "n" * 300])
def test_logo_yang_bukan_berkas_dijawab_satu_kalimat(path: str, tmp_path: Path) -> None:
    """In a process of its own: who opens a pipe to which nobody writes waits for ever."""
    os.mkfifo(tmp_path / "pipa")
    (tmp_path / "berkas").touch()

    selesai = subprocess.run(
        [sys.executable, "-m", "kinerja", "buat", "--logo", path],
        cwd=tmp_path, capture_output=True, env=prepare({}), timeout=20, check=False, encoding="utf-8",
    )  # fmt: skip

    assert (selesai.returncode, selesai.stderr.count("\n")) == (2, 1), selesai.stderr
    assert "terduga" not in selesai.stderr


def test_proses_pencetak_yang_mati_dijawab_dengan_kalimat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.terbit.terbagi.ProcessPoolExecutor.submit", make_gagal(BrokenProcessPool()))

    with pytest.raises(BerkasError, match="berhenti mendadak"):
        list(make_parallel(load_bundled()[:1], OpsiTerbit(), proses=2))
