"""Returns of two kecamatan for tests that follow advice: what was typed, what `kinerja kumpul` says of it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kinerja.perjanjian.model import PerjanjianKinerja
from tests.alat.perintah import run_utama
from tests.alat.pulang import Isi, draw_isian, fill, issue
from tests.alat.saran import match_saran

Tampung = pytest.CaptureFixture[str]
DUA = ("91.71.01", "91.71.02")
BENIH = {DUA[0]: 2, DUA[1]: 19}
REALISASI = "isian_anggaran_realisasi"


@cache
def draw(kode: str = DUA[0], sampai: int = 1) -> tuple[PerjanjianKinerja, Isi]:
    """An agreement of 2025 and what was typed up to a quarter; nothing in it is to be looked into."""
    pk, isi = draw_isian(BENIH[kode], sampai, kode)
    return replace(pk, tahun=2025), isi


@cache
def answer(kode: str = DUA[0], sampai: int = 1) -> bytes:
    """The filled workbook."""
    return fill(*draw(kode, sampai))


@cache
def _issue(akar: Path) -> Path:
    issue(akar / "hasil", *(draw(kode)[0] for kode in DUA))
    return akar


def prepare(akar: Path) -> None:
    """Issue the two into `hasil` below a folder."""
    tempat = Path(akar.parent, "terbitan-saran")
    if not tempat.exists():
        _issue(tempat)
    shutil.copytree(tempat / "hasil", akar / "hasil", dirs_exist_ok=True)


def compute_belanja(kode: str = DUA[0], sampai: int = 1) -> float:
    """The realisation of all programmes that was typed."""
    return float(sum(n for baris in draw(kode, sampai)[1][REALISASI] for n in baris if isinstance(n, int | float)))


def kumpul(capsys: Tampung, *argumen: object) -> dict[str, dict[str, Any]]:
    """Collect; what is said of each file, by its name."""
    kode, keluar, galat = run_utama(capsys, "kumpul", *argumen, "--json")
    assert kode in (0, 1), galat
    return {satu["berkas"]: satu for satu in json.loads(keluar)["berkas"]}


def list_kode(buku: dict[str, Any], saran: str) -> list[str]:
    """Codes of findings of a file that advise so."""
    return [t["kode"] for t in buku["temuan"] if match_saran(saran, t["saran"]) and t["saran"]]


def read_belanja(buku: dict[str, Any]) -> float:
    """What was spent, as the recomputed result has it; the file must count."""
    assert buku["dihitung"], buku["temuan"]
    return float(sum(n or 0 for p in buku["hasil"]["program"] for n in p["realisasi"]))


def rekap(capsys: Tampung, *argumen: object) -> dict[str, dict[str, Any]]:
    """The recap, by code of the kecamatan."""
    kode, keluar, galat = run_utama(capsys, "rekap", "hasil", "--timpa", "--json", *argumen)
    assert kode == 0, galat
    return {satu["kode"]: satu for satu in json.loads(keluar)["kecamatan"]}
