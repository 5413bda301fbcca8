"""Classic Excel: how its Python starts, up to the first answers."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from addin.hosts.excel_mulai import MULAI
from tests.alat.mulai import CLSID
from tests.alat.program import AKAR, run


@pytest.fixture(scope="module")
def mulai() -> dict[str, Any]:
    keluar = run(["env", "-C", str(AKAR), sys.executable, "-m", "tests.alat.mulai"], detik=60)
    hasil: dict[str, Any] = json.loads(keluar.splitlines()[-1])
    return hasil


def test_server_xlwings_menjawab_di_bawah_nama_yang_diminta_excel(mulai: dict[str, Any]) -> None:
    assert (CLSID.lower(), "B") == (mulai["clsid"], mulai["jawaban"])
    assert "sama" == mulai["rekon"][1][-1]


def test_sampai_jawaban_pertama_paket_berat_tidak_dimuat_dan_sesudahnya_boleh(mulai: dict[str, Any]) -> None:
    """All of them are installed here."""
    assert [] == mulai["berat"]
    assert 3 == mulai["boleh"]  # numpy adds 1 and 2


def test_pywin32_tidak_membuat_kelas_untuk_excel(mulai: dict[str, Any]) -> None:
    assert 0 == mulai["makepy"]


def test_memori_sampai_jawaban_pertama_di_bawah_45_mb(mulai: dict[str, Any]) -> None:
    """The bound that was set; 157 MB when xlwings is imported as its own VBA does it."""
    assert mulai["mb"] <= 45


@pytest.mark.parametrize("nama", ["pustaka", "O'Neil & (pustaka)"])
def test_perintah_excel_mengutamakan_pustaka_add_in_dan_meneruskan_nama(tmp_path: Path, nama: str) -> None:
    """With a library of ours in that folder that only tells what it was handed; the working folder is not searched."""
    hosts = tmp_path / nama / "addin" / "hosts"
    hosts.mkdir(parents=True)
    for folder in (hosts, hosts.parent):
        (folder / "__init__.py").touch()
    (hosts / "excel_mulai.py").write_text("def serve(x): print(x)\n")
    kerja = tmp_path / "kerja"
    (kerja / "addin").mkdir(parents=True)
    (kerja / "addin" / "__init__.py").write_text("raise SystemExit('folder kerja ikut dicari')\n")
    perintah = [sys.executable, "-P", "-c", MULAI, str(hosts.parents[1]), CLSID]
    bersih = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    keluar = subprocess.run(perintah, capture_output=True, text=True, cwd=kerja, check=True, env=bersih).stdout

    assert CLSID == keluar.strip()
    assert '"' not in MULAI  # it stands between quotes on a command line


def test_paket_pemakai_bernama_addin_tidak_mendahului_punya_kita(tmp_path: Path) -> None:
    """It stands in PYTHONPATH, before our folder, which is in the path already; json is not taken from there."""
    milik, pustaka = tmp_path / "milik", tmp_path / "site-packages"
    for folder in (milik / "addin", pustaka / "addin" / "hosts", pustaka / "kinerja"):
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    (pustaka / "addin" / "__init__.py").touch()
    (milik / "json.py").write_text("SIAPA = 'pemakai'\n")
    (pustaka / "json.py").write_text("raise SystemExit('bukan json')\n")
    (pustaka / "addin" / "hosts" / "excel_mulai.py").write_text("import json\ndef serve(x): print(x, json.SIAPA)\n")
    perintah = [sys.executable, "-P", "-c", MULAI, str(pustaka), CLSID]
    jalan = os.environ | {"PYTHONPATH": os.pathsep.join([str(milik), str(pustaka)])}

    assert (
        f"{CLSID} pemakai\n" == subprocess.run(perintah, capture_output=True, text=True, check=True, env=jalan).stdout
    )
