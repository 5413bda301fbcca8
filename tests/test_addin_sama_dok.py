"""docs/belum-dicoba.md: what must appear is what the core, and the LAMBDA names, give."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.alat.dok_hasil import write_hasil
from tests.alat.murni import Persen
from tests.alat.program import AKAR
from tests.alat.sama.jalan import run_lambda_tabel, run_python_tabel
from tests.alat.sama.tabel import Baris, Hilang, Panggil, Tulis

DOK = (AKAR / "docs" / "belum-dicoba.md").read_text("utf-8")
LANGKAH = re.findall(r"^\| (\d+) \| `=(.*)` \| (.*) \| (.*) \|$", DOK, re.MULTILINE)
"""Number, formula, what must appear, what must appear with LAMBDA names."""
SEL: dict[str, Any] = {
    "A1": 66.5, "A2": None, "A3": 30, "A4": 101, "B1": Persen(0.665), "B2": "66,5", "B3": "80-90", "B4": 0,
    "A1:A4": [[66.5], [None], [30], [101]],
}  # fmt: skip
"""What the page has typed first."""


def read_rumus(teks: str) -> Panggil:
    """A call as the page writes it.

    >>> read_rumus('F(1,5;G("x");;A2)')
    Panggil(nama='F', argumen=(Tulis(nilai=1.5), Panggil(nama='G', argumen=(Tulis(nilai='x'),)), Hilang(), None))
    """
    nama, _, isi = teks.removesuffix(")").partition("(")
    bagian = re.split(r";(?![^(]*\))", isi) if isi else []  # not within inner brackets
    return Panggil(nama, tuple(_read_argumen(satu) for satu in bagian))


def _read_argumen(teks: str) -> Any:
    if not teks:
        return Hilang()
    if teks.startswith('"'):
        return Tulis(teks.strip('"'))
    if "(" in teks:
        return read_rumus(teks)
    return SEL[teks] if teks in SEL else Tulis(float(teks.replace(",", ".")))


def test_langkah_dan_isi_lembarnya_lengkap() -> None:
    assert [str(n) for n in range(1, 17)] == [nomor for nomor, *_ in LANGKAH]
    assert "A1 `66,5`, A2 kosong, A3 `30`, A4 `101`, B1 `66,5%`, B2 `'66,5`, B3 `'80-90`, B4 `0`" in DOK
    assert len(DOK.splitlines()) <= 80  # two pages


@pytest.mark.parametrize(("nomor", "rumus", "harap"), [langkah[:3] for langkah in LANGKAH])
def test_yang_harus_tampak_adalah_hasil_intinya(nomor: str, rumus: str, harap: str) -> None:
    panggilan = read_rumus(rumus)
    argumen = tuple("66,5%" if isinstance(satu, Persen) else satu for satu in panggilan.argumen)
    (hasil,) = run_python_tabel([Baris(nomor, Panggil(panggilan.nama, argumen), None)])

    assert harap == write_hasil(hasil)


def test_yang_harus_tampak_pada_lambda_adalah_hasil_mesin(tmp_path: Path) -> None:
    ukuran = {"7": [[None]] * 4, "8": "tabel"}
    baris = [Baris(nomor, read_rumus(rumus), ukuran.get(nomor)) for nomor, rumus, _, _ in LANGKAH]

    assert [harap for *_, harap in LANGKAH] == [write_hasil(x) for x in run_lambda_tabel("ironcalc", baris, tmp_path)]
