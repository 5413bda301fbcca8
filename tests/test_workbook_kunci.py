"""The password hash: other programs must accept the right password."""

import pytest

from kinerja.workbook.kunci import Kunci


def test_hash_sama_dengan_yang_dibuka_libreoffice() -> None:
    # LibreOffice 7.4 unprotected a sheet with this hash by this password, and by no other.
    kunci = Kunci.from_sandi("Kunci-2024 é€", bytes(range(16)))

    assert kunci.salt == "AAECAwQFBgcICQoLDA0ODw=="
    assert kunci.hash == "5ut9CPdj/rOBz2HBLJXJnduj3MFePrZrVTFNf4U/8h5sCWJvfBUUfAHnRrjZuAkCn2a4FBx3KZeoDhG4fJPjLQ=="


def test_tanpa_garam_setiap_kunci_berbeda() -> None:
    assert Kunci.from_sandi("sama") != Kunci.from_sandi("sama")


@pytest.mark.parametrize("sandi", ["", "x" * 256])
def test_sandi_kosong_atau_terlalu_panjang_ditolak(sandi: str) -> None:
    with pytest.raises(ValueError, match="1 sampai 255"):
        Kunci.from_sandi(sandi)
