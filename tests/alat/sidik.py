"""Digests of what this version issues: 21 workbooks, variants, reconciliations, an input workbook.

`python -m tests.alat.sidik` prints them as `tests/kasus/terbitan/<version>/sidik.sha256` keeps them. A digest is over
the unpacked parts of a file, so that another zlib does not change it; `--berkas` gives those of whole files.
"""

from __future__ import annotations

import hashlib
import io
import random
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kinerja.perjanjian.induk.awal import make_isi
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.workbook.layout import Buku
from kinerja.workbook.writer import render_workbook
from tests.berkas_anggaran import write_csv, write_xlsx
from tests.contoh import BENTUK, MEDAN, MEDAN_BARU, build_random, make_panjang
from tests.test_rekonsiliasi_buku import KASUS, run
from workbook_templates import rekonsiliasi
from workbook_templates.data_induk import build_data_induk
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

ACAK = 24


def list_buku() -> Iterator[tuple[str, Buku]]:
    """Every plan by name, in a fixed order."""
    for kode, pk in MEDAN.items():
        yield kode, build_perjanjian(Bahan(pk, temuan=check_perjanjian(pk)))
    perubahan = replace(MEDAN_BARU, jenis=JenisPerjanjian.PERUBAHAN)
    yield "perubahan", build_perjanjian(Bahan(perubahan, temuan=check_perjanjian(perubahan)))
    yield "a4", build_perjanjian(Bahan(MEDAN_BARU, kertas="a4"))
    yield "40 responden", build_perjanjian(Bahan(MEDAN_BARU, responden=40))
    for bentuk in (*BENTUK, make_panjang):
        yield bentuk.__name__.removeprefix("make_"), build_perjanjian(Bahan(bentuk()))
    for n in range(ACAK):
        yield f"acak {n}", build_random(BENTUK[n % len(BENTUK)](), random.Random(n))
    yield from _list_rekonsiliasi()
    yield "data induk", build_data_induk(make_isi("12.71", 2025))


def _list_rekonsiliasi() -> Iterator[tuple[str, Buku]]:
    with tempfile.TemporaryDirectory() as folder:
        for nama in ("berubah", "pohon", "kota"):
            hasil = run(Path(folder), KASUS[nama], write_csv if nama == "kota" else write_xlsx)
            alamat = {b.path: b.path.name for s in hasil.sumber.values() for b in s.bagian}
            bahan = rekonsiliasi.Bahan(hasil, alamat, (2024, 12, 31))
            yield f"rekonsiliasi {nama}", rekonsiliasi.build_rekonsiliasi(bahan)


def digest_isi(berkas: bytes) -> str:
    """SHA-256 over names and contents of the parts of a workbook."""
    hasil = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(berkas)) as arsip:
        for nama in arsip.namelist():
            hasil.update(nama.encode() + b"\0" + hashlib.sha256(arsip.read(nama)).digest())
    return hasil.hexdigest()


def list_sidik(*, berkas: bool = False) -> dict[str, str]:
    """Digest by name."""
    ukur = (lambda isi: hashlib.sha256(isi).hexdigest()) if berkas else digest_isi
    return {nama: ukur(render_workbook(buku)) for nama, buku in list_buku()}


if __name__ == "__main__":
    for nama, sidik in list_sidik(berkas="--berkas" in sys.argv).items():
        print(f"{sidik}  {nama}")
