"""The pictures of README.md: there, light, and the drawing still what the guide draws."""

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from kinerja.tabel.gambar import check_gambar
from tests.alat.gambar import BUKU, FOLDER, FUNGSI, MAKS, make_fungsi


@pytest.mark.parametrize("nama", [BUKU, FUNGSI])
def test_gambar_ringan_dan_utuh(nama: str) -> None:
    isi = (FOLDER / nama).read_bytes()
    check_gambar(isi, nama)

    assert len(isi) <= MAKS
    with Image.open(io.BytesIO(isi)) as gambar:
        assert 600 <= gambar.width <= 1400


def test_hanya_gambar_yang_dapat_dibuat_lagi() -> None:
    assert {BUKU, FUNGSI} == {path.name for path in FOLDER.iterdir()}


def test_gambar_rumus_masih_seperti_yang_dilukis() -> None:
    """Another Chromium smooths letters a little differently."""
    with Image.open(FOLDER / FUNGSI) as lama, Image.open(io.BytesIO(make_fungsi())) as baru:
        assert lama.size == baru.size
        beda = ImageChops.difference(lama.convert("L"), baru.convert("L"))

    assert ImageStat.Stat(beda).mean[0] < 2
