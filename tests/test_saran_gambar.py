"""Advice on a picture for the letterhead, followed with the library that made it."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from kinerja.tabel.gambar import check_gambar
from tests.alat.perintah import BARU, run_buat
from tests.alat.saran import expect_saran, follow, match_saran

PERKECIL = "Perkecil gambarnya, misalnya menjadi 600 × 600 piksel."
ACAK = random.Random(18).randbytes(3 * 1000 * 1000)


def save(gambar: Image.Image, jenis: str = "PNG", **opsi: object) -> bytes:
    wadah = io.BytesIO()
    gambar.save(wadah, jenis, **opsi)
    return wadah.getvalue()


LOGO = Image.frombytes("RGB", (1000, 1000), ACAK)
"""Noise, which no format makes small."""
GERAK = save(LOGO.resize((60, 60)), save_all=True, append_images=[Image.new("RGB", (60, 60))])


@follow(
    "Perkecil gambarnya.", "Simpan ulang sebagai PNG.", "Simpan ulang sebagai PNG biasa.", PERKECIL,
    "Salin ulang, atau simpan ulang sebagai PNG.",
)  # fmt: skip
@pytest.mark.parametrize(
    ("salah", "saran", "betul"),
    [
        (save(LOGO), "Perkecil gambarnya.", save(LOGO.resize((600, 600)))),
        (save(LOGO.resize((60, 60)), "GIF"), "Simpan ulang sebagai PNG.", save(LOGO.resize((60, 60)))),
        (GERAK, "Simpan ulang sebagai PNG biasa.", save(Image.open(io.BytesIO(GERAK)).copy())),
        (save(Image.new("1", (4100, 4000))), PERKECIL, save(Image.new("1", (4100, 4000)).resize((600, 600)))),
        (save(LOGO.resize((60, 60)))[:-20], "Salin ulang, atau simpan ulang sebagai PNG.", save(LOGO.resize((60, 60)))),
    ],
)
def test_logo_dibetulkan_menurut_sarannya(
    salah: bytes, saran: str, betul: bytes, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with expect_saran(saran):
        check_gambar(salah, "logo.png")
    logo = folder_kerja / "logo.png"
    logo.write_bytes(salah)
    kode, _, galat = run_buat(capsys, "--logo", "logo.png")
    assert (kode, match_saran(saran, galat)) == (2, True)

    logo.write_bytes(betul)

    assert run_buat(capsys, "--logo", "logo.png")[0] == 0
    with zipfile.ZipFile(folder_kerja / "hasil" / BARU) as arsip:
        assert [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/media/")] == [betul]
