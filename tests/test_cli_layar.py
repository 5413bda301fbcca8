"""What is drawn on a terminal, and only there."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from kinerja.cli.layar import group_temuan
from kinerja.temuan import Temuan, Tingkat
from tests.alat.perintah import prepare, run_kinerja


def run_terminal(folder: Path, *argumen: str, **lingkungan: str) -> str:
    """What `kinerja` draws on a terminal of 100 columns (its stderr)."""
    induk, anak = pty.openpty()
    proses = subprocess.Popen(
        [sys.executable, "-m", "kinerja", *argumen],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=anak,
        env=prepare({"TERM": "xterm-256color", "COLUMNS": "100", **lingkungan}),
    )  # fmt: skip
    os.close(anak)
    potong = []
    try:
        while bita := os.read(induk, 65536):
            potong.append(bita)
    except OSError:  # Linux: the other side has closed
        pass
    os.close(induk)
    assert proses.wait(60) == 0
    return b"".join(potong).decode()


def test_bilah_kemajuan_menyebut_jumlah_laju_dan_sisa_waktu(tmp_path: Path) -> None:
    gambar = run_terminal(tmp_path, "buat")

    assert "Membuat buku kerja" in gambar
    assert re.search(r"\d+/21\b", gambar)
    assert re.search(r"\d+/detik", gambar)
    assert re.search(r"\d:\d\d:\d\d", gambar)


def test_di_terminal_berwarna_kecuali_no_color(tmp_path: Path) -> None:
    warna = re.compile(r"\x1b\[[0-9;]*3[0-9]m")

    assert warna.search(run_terminal(tmp_path, "buat", "--kecamatan", "12.71.17"))
    assert not warna.search(run_terminal(tmp_path, "buat", "--kecamatan", "12.71.17", NO_COLOR="1"))


def test_di_luar_terminal_tanpa_bilah_dan_tanpa_kode_layar(tmp_path: Path) -> None:
    jalan = run_kinerja("buat", "--kecamatan", "12.71.17", folder=tmp_path)

    assert jalan.keluar == ""
    assert "\x1b" not in jalan.galat
    assert "Membuat buku kerja" not in jalan.galat


def temuan(tempat: str, tingkat: Tingkat = Tingkat.INFO) -> Temuan:
    return Temuan("PK99", tingkat, tempat, "Contoh.", "Betulkan.")


def test_dua_kecamatan_yang_sama_temuannya_disebut_masing_masing() -> None:
    milik = [(n, (temuan(f"{n}, lampiran"),)) for n in ("1 A", "2 B")]

    assert [tempat for _, tempat in group_temuan(milik)] == ["1 A, lampiran", "2 B, lampiran"]


def test_tiga_kecamatan_atau_lebih_disatukan_dan_yang_terberat_di_depan() -> None:
    milik = [(n, [temuan(f"{n}, lampiran")]) for n in ("1 A", "2 B", "3 C")]
    milik[1][1].append(temuan("2 B, program 1", Tingkat.GALAT))

    assert [tempat for _, tempat in group_temuan(milik)] == [
        "2 B, program 1",
        "3 kecamatan (1 A, 2 B, dan 1 lagi), lampiran",
    ]


def test_tempat_yang_berbeda_tidak_disatukan() -> None:
    milik = [(n, (temuan(f"{n}, baris {n}"),)) for n in ("1 A", "2 B", "3 C")]

    assert len(list(group_temuan(milik))) == 3
