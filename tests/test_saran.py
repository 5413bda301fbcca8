"""No advice leads nowhere: a test in `tests/test_saran_*.py` follows it, or it is for people, with the reason."""

import importlib
from pathlib import Path

import pytest

from kinerja.errors import MasukanError
from tests.alat.saran import DITURUTI, collect_saran, expect_saran

MODUL = sorted(p.stem for p in Path(__file__).parent.glob("test_saran_*.py"))


def _list_tanpa() -> dict[str, str]:
    """Advice that no test can follow -> why: somebody must be asked, a machine of another kind."""
    semua: dict[str, str] = {}
    for nama in MODUL:
        semua |= getattr(importlib.import_module(f"tests.{nama}"), "TANPA", {})
    return semua


def test_setiap_saran_dituruti_oleh_sebuah_uji() -> None:
    tanpa = _list_tanpa()
    belum = {saran: di for saran, di in collect_saran().items() if saran not in DITURUTI and saran not in tanpa}
    assert not belum


def test_tidak_ada_uji_untuk_saran_yang_tidak_ada_lagi() -> None:
    tanpa = _list_tanpa()
    basi = (DITURUTI | tanpa.keys()) - collect_saran().keys()
    ganda = DITURUTI & tanpa.keys()
    assert (basi, ganda) == (set(), set())
    assert all(sebab.strip() for sebab in tanpa.values())


def test_saran_yang_lain_atau_tidak_ada_diketahui() -> None:
    with pytest.raises(AssertionError, match="tidak menyarankan"), expect_saran("Isi angkanya."):
        raise MasukanError("Salah.", saran="Isi hurufnya.")
    with pytest.raises(AssertionError, match="tidak ada galat"), expect_saran("Isi angkanya."):
        pass
