"""The Open XML SDK validator: silent on a sound file, and not on a spoilt one."""

from pathlib import Path

import pytest

from tests.alat import validator
from tests.alat.contoh import LEMBAR1, save, sound_parts, spoil
from tests.alat.program import ProgramError
from tests.alat.validator import validate


def test_validator_menemukan_cacat_dan_diam_atas_berkas_baik(tmp_path: Path) -> None:
    baik = save(tmp_path / "baik.xlsx", sound_parts())
    urutan = spoil(sound_parts(), LEMBAR1, "(<sheetProtection .*?/>)(<mergeCells.*?</mergeCells>)", r"\2\1")
    gaya = save(tmp_path / "gaya.xlsx", spoil(sound_parts(), LEMBAR1, 's="2"', 's="99"'))
    rusak = save(tmp_path / "rusak.xlsx", urutan)
    hasil = validate([baik, rusak, gaya])
    assert list(hasil) == [baik, rusak, gaya]
    assert hasil[baik] == []
    assert "unexpected child element" in hasil[rusak][0]
    assert "'99'" in hasil[gaya][0]


def test_berkas_yang_tidak_dapat_dibuka_adalah_temuan(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_text("<html>")
    assert len(validate([path])[path]) == 1


def test_berkas_baik_juga_sah_untuk_excel_2010(tmp_path: Path) -> None:
    path = save(tmp_path / "x.xlsx", sound_parts())
    assert validate([path], "Office2010") == {path: []}


def test_validator_yang_belum_terpasang_menyebut_caranya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validator, "PROGRAM", tmp_path / "tidak-ada")
    with pytest.raises(ProgramError, match="Jalankan `make uji`"):
        validate([tmp_path / "x.xlsx"])
