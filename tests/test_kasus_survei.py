"""Cases of `kinerja hitung skm`: each folder holds an export of a form, and in `harap.toml` what is expected of it.

`sumber` (what the form is made with), `soal` (what is easily misread), `argumen` (further arguments) and `[harap]`:

keluar           exit code
nik, mutu        the result
jumlah, terisi   sum and number of answers per unsur, counted by hand
responden        respondents by group
tidak_terbaca    unsur, wording and number of what could not be read
menyebut, tanpa  texts that what is said holds, and does not
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main

FOLDER = Path(__file__).parent / "kasus" / "survei"
WAJIB = {"sumber", "soal", "harap"}
HASIL = {"nik", "mutu", "jumlah", "terisi", "responden"}
KUNCI = {"keluar", "tidak_terbaca", "menyebut", "tanpa", *HASIL}


def list_kasus() -> list[Path]:
    return sorted(FOLDER.iterdir())


def read_harap(kasus: Path) -> dict[str, Any]:
    """The expectation; unknown and missing keys are errors, so that a slip of the pen is not a pass."""
    harap = tomllib.loads((kasus / "harap.toml").read_text(encoding="utf-8"))
    assert WAJIB == harap.keys() - {"argumen"}
    satu = harap["harap"]
    assert {"keluar", *(HASIL if satu["keluar"] < 2 else ())} <= satu.keys() <= KUNCI
    return harap


@pytest.mark.parametrize("kasus", list_kasus(), ids=lambda path: path.name)
def test_ekspor_formulir_dibaca_seperti_dibaca_orang_yang_teliti(
    kasus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    isi = read_harap(kasus)
    harap = isi["harap"]
    (berkas,) = kasus.glob("ekspor.*")

    kode = main(["hitung", "skm", str(berkas), "--pada", "2025-07-01", "--json", *isi.get("argumen", [])])

    keluaran = capsys.readouterr()
    assert kode == harap["keluar"], keluaran.err
    for teks in harap.get("menyebut", []):
        assert teks in keluaran.err
    for teks in harap.get("tanpa", []):
        assert teks not in keluaran.out + keluaran.err
    if kode == 2:
        assert keluaran.out == ""
        kalimat, *rincian = keluaran.err.splitlines()
        assert kalimat.startswith("kinerja: ")
        assert all(satu.startswith("  ") and len(satu) < 200 for satu in rincian)
        return
    hasil = json.loads(keluaran.out)
    assert (hasil["nik"], hasil["mutu"]) == (harap["nik"], harap["mutu"])
    assert [u["jumlah"] for u in hasil["unsur"]] == harap["jumlah"]
    assert [u["terisi"] for u in hasil["unsur"]] == harap["terisi"]
    assert hasil["responden"] == harap["responden"]
    tidak = [[x["unsur"], x["jawaban"], x["banyak"]] for x in hasil["tidak_terbaca"]]
    assert tidak == harap.get("tidak_terbaca", [])


def test_sedikitnya_sepuluh_ekspor_dari_lima_pembuat_formulir() -> None:
    semua = [read_harap(kasus) for kasus in list_kasus()]

    assert len([x for x in semua if x["harap"]["keluar"] < 2]) >= 10
    assert len({x["sumber"].split(",")[0] for x in semua}) >= 5
