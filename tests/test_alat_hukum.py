"""A made-up law holds as long as it should, and leaves nothing behind."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.errors import PeraturanError
from kinerja.peraturan import PARAMETER, TABEL, get_parameter, get_tabel
from kinerja.rumus.skm import find_mutu
from kinerja.survei.tanya import find_unsur
from tests.alat.hukum import HUKUM_2027, enact

BARU = date(2027, 1, 1)


def test_hukum_karangan_mengganti_setiap_tabel() -> None:
    assert set(HUKUM_2027) == {*TABEL, *PARAMETER}


def test_hukum_berlaku_selama_uji_saja() -> None:
    lama = get_tabel("skm_mutu", pada=BARU), find_mutu(86, pada=BARU).kode, find_unsur("Informasi", pada=BARU)
    with enact(HUKUM_2027):
        assert get_tabel("skm_mutu", pada=BARU).dasar == "Peraturan Contoh 1/2027, Lampiran"
        assert (find_mutu(86, pada=BARU).kode, find_unsur("Informasi", pada=BARU)) == ("A", 9)
        assert get_parameter("skm", pada=date(2026, 12, 31)).dasar == "Peraturan Menteri PANRB 14/2017, Lampiran"

    assert lama == (get_tabel("skm_mutu", pada=BARU), "B", None)
    assert (find_mutu(86, pada=BARU).kode, find_unsur("Informasi", pada=BARU)) == ("B", None)


def test_hukum_yang_rusak_atau_salah_nama_ditolak() -> None:
    with enact({"skm": "[[versi]]\nberlaku = 2027-01-01\n"}), pytest.raises(PeraturanError, match="versi ke-2"):
        get_parameter("skm", pada=BARU)
    with pytest.raises(KeyError), enact({"skp": ""}):
        pass
    assert get_parameter("skm", pada=BARU).berlaku == date(2017, 5, 9)
