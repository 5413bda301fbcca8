"""The pictures of README.md, made anew by `python -m tests.alat.gambar`: an issued workbook, a first formula."""

import io
import re
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from addin.build.rilis.chromium import run_chromium
from addin.build.rilis.panduan import write_panduan
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.terbit.keluaran import write_workbook
from tests.alat.cetak import pages, to_pdf, to_png
from tests.alat.program import AKAR
from tests.contoh import Isian
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

FOLDER = AKAR / "docs" / "gambar"
BUKU, FUNGSI = "buku.png", "fungsi.png"
MAKS = 60_000
"""Bytes of a picture, so that the page opens on a telephone."""
KODE = "12.71.17"
"""Medan Baru."""
HURUF = ("BB", "BB", "B", "B", "B", "CC", "BB", "B", "CC", "B", "B", "CC")
"""Letters of the twelve subkomponen, invented."""
JUDUL = "SAKIP – Akuntabilitas"
TANPA_KAKI = 0.85
"""Part of that page above its footer."""
JENDELA = ("--window-size=336,300", "--force-device-scale-factor=2")
"""Pixels in which the drawing of a formula finds room, 250 points wide, above some 100 that are the window's own."""
WARNA = 64
SELA = 12


def make_gambar() -> dict[str, bytes]:
    """Name and content of each picture (4 s: LibreOffice prints one, Chromium draws the other)."""
    return {BUKU: make_buku(), FUNGSI: make_fungsi()}


def make_buku() -> bytes:
    """The first page of sheet SAKIP as issued to a kecamatan of Medan and filled in."""
    isi: Isian = {"isian_sakip_predikat": tuple((satu,) for satu in HURUF)}
    with tempfile.TemporaryDirectory() as sementara:
        path = Path(sementara, "buku.xlsx")
        (pk,) = (satu for satu in load_bundled() if satu.kecamatan.kode == KODE)
        write_workbook(build_perjanjian(Bahan(pk, isi)), path)
        pdf = to_pdf([path], Path(sementara))[path]
        (nomor,) = (n for n, satu in enumerate(pages(pdf)) if satu.teks.startswith(JUDUL))
        return shrink(to_png(pdf, Path(sementara), dpi=110)[nomor].read_bytes(), TANPA_KAKI)


def make_fungsi() -> bytes:
    """The drawing of the first formula in Excel, of the guide that is handed out."""
    (gambar,) = re.findall(r"<svg(?:(?!</svg>).)*?Gambar bagan: Excel:.*?</svg>", write_panduan(), re.DOTALL)
    with tempfile.TemporaryDirectory() as sementara:
        halaman = Path(sementara, "rumus.html")
        halaman.write_text(f'<body style="margin:0">{gambar}</body>', "utf-8")
        return shrink(run_chromium(halaman, "png", *JENDELA, "--screenshot={}"))


def shrink(png: bytes, bagian: float = 1) -> bytes:
    """The upper part of a picture without the empty edges of the paper, and with few colours."""
    with Image.open(io.BytesIO(png)) as asli:
        warna = asli.convert("RGB").crop((0, 0, asli.width, round(asli.height * bagian)))
    kotak = ImageOps.invert(warna).getbbox()
    assert kotak, "nothing is drawn"
    isi = ImageOps.expand(warna.crop(kotak), SELA, "white")
    hasil = io.BytesIO()
    isi.quantize(WARNA).save(hasil, "PNG", optimize=True)
    return hasil.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for nama, isi in make_gambar().items():
        (FOLDER / nama).write_bytes(isi)
