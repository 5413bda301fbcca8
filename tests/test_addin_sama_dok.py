"""docs/belum-dicoba.md and docs/hasil-fungsi.md: what must appear is what the core and the engines give."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter.utility import xl_cell_to_rowcol, xl_range

from addin.daftar import DAFTAR
from addin.hari_ini import hari_ini
from addin.nilai import DIV0, Galat
from tests.alat import dok_hasil
from tests.alat.addin import to_code
from tests.alat.dok_hasil import write_hasil
from tests.alat.murni import Persen
from tests.alat.program import AKAR
from tests.alat.sama.batas import HARI_NOL
from tests.alat.sama.jalan import run_beku_tabel, run_calc_tabel, run_lambda_tabel, run_python_tabel
from tests.alat.sama.tabel import LIMA_RATUS_EMPAT, NILAI_SAJA, TABEL, Baris, Gabungan, Hilang, Panggil, Tulis

DOK = (AKAR / "docs" / "belum-dicoba.md").read_text("utf-8")
SEMUA = re.findall(r"^\| (\d+) \| ([A-Z]+\d+) \| `=(.*?)`(.*) \| (.*) \| (.*) \| (.*) \|$", DOK, re.MULTILINE)
"""Number, cell, formula, its other spelling, what must appear, with LAMBDA names, in a frozen file."""
KHUSUS = {"18", "19"}
"""A function that is not ours, or an argument that the core is never handed."""
LANGKAH = [satu for satu in SEMUA if satu[0] not in KHUSUS]
SEL: dict[str, Any] = {
    "A1": 66.5, "A2": None, "A3": 30, "A4": 101, "B1": Persen(0.665), "B2": "66,5", "B3": "80-90", "B4": 0,
    "D11": DIV0,
    "A1:A4": [[66.5], [None], [30], [101]],
}  # fmt: skip
"""What the page has typed first, and an outcome that a later formula looks at."""
HASIL = re.findall(
    r"^\| .*? \| (`[A-Z]\d.*?`) \| `=(.*?)` \|.* \| (.*) \|$", dok_hasil.DOK.read_text("utf-8"), re.MULTILINE
)
"""Of each row of the table of outcomes: what the cells hold, the formula, the outcome in Python."""
UKURAN = {"7": [[None]] * 4, "8": "tabel"}


def read_rumus(teks: str, sel: dict[str, Any]) -> Panggil:
    """A call as the page writes it.

    >>> read_rumus('F(1,5;G("x");;A2)', {"A2": None})
    Panggil(nama='F', argumen=(Tulis(nilai=1.5), Panggil(nama='G', argumen=(Tulis(nilai='x'),)), Hilang(), None))
    """
    nama, _, isi = teks.removesuffix(")").partition("(")
    bagian = re.split(r";(?![^(]*\))", isi) if isi else []  # not within inner brackets
    return Panggil(nama, tuple(_read_argumen(satu, sel) for satu in bagian))


def _read_argumen(teks: str, sel: dict[str, Any]) -> Any:
    if not teks:
        return Hilang()
    if teks.startswith('"'):
        return Tulis(teks.strip('"'))
    if "(" in teks:
        return read_rumus(teks, sel)
    return sel[teks] if teks in sel else Tulis(float(teks.replace(",", ".")))


def _compute(panggilan: Panggil) -> str:
    argumen = tuple("66,5%" if isinstance(satu, Persen) else satu for satu in panggilan.argumen)
    if any(isinstance(satu, Galat) for satu in argumen):  # Python has no such cell; a host hands it to `evaluate`
        return write_hasil(to_code(DAFTAR[panggilan.nama].at(hari_ini()).evaluate(*argumen)))
    (hasil,) = run_python_tabel([Baris("", Panggil(panggilan.nama, argumen), None)])
    return write_hasil(hasil)


def test_langkah_dan_isi_lembarnya_lengkap() -> None:
    assert [str(n) for n in range(1, 20)] == [nomor for nomor, *_ in SEMUA]
    assert "| 1 | `66,5` | `66,5%` |\n| 2 | kosong | `'66,5` |\n| 3 | `30` | `'80-90` |\n| 4 | `101` | `0` |\n" in DOK
    assert len(DOK.splitlines()) <= 100


def test_tidak_ada_hasil_yang_menimpa_rumus_atau_isi_lain() -> None:
    tinggi_lebar = {"7": (4, 1), "8": (9, 3)}
    terisi = [(b, k) for b in range(4) for k in range(2)]
    for nomor, sel, *_ in SEMUA:
        baris, kolom = xl_cell_to_rowcol(sel)
        tinggi, lebar = tinggi_lebar.get(nomor, (1, 1))
        terisi += [(baris + i, kolom + j) for i in range(tinggi) for j in range(lebar)]
        if nomor in tinggi_lebar:
            assert f"nomor {nomor} mengisi {xl_range(baris, kolom, baris + tinggi - 1, kolom + lebar - 1)}" in DOK
    assert len(terisi) == len(set(terisi))
    assert {("6", "D6"), ("11", "D11")} < {satu[:2] for satu in SEMUA}  # at which numbers 17 and 18 look
    assert "#DIV/0!" == next(satu[4] for satu in SEMUA if satu[0] == "11")


@pytest.mark.parametrize(("rumus", "harap"), [(satu[2], satu[4]) for satu in LANGKAH])
def test_yang_harus_tampak_adalah_hasil_intinya(rumus: str, harap: str) -> None:
    assert harap == _compute(read_rumus(rumus, SEL))


def test_yang_harus_tampak_pada_lambda_adalah_hasil_mesin(tmp_path: Path) -> None:
    baris = [Baris(nomor, read_rumus(rumus, SEL), UKURAN.get(nomor)) for nomor, _, rumus, *_ in LANGKAH]

    assert [satu[5] for satu in LANGKAH] == [write_hasil(x) for x in run_lambda_tabel("ironcalc", baris, tmp_path)]


def test_yang_harus_tampak_di_berkas_beku_adalah_hasil_mesin_atau_nilai_terakhir(tmp_path: Path) -> None:
    baris = [Baris(nomor, read_rumus(rumus, SEL), None) for nomor, _, rumus, *_ in LANGKAH]
    for mesin, dapat in run_beku_tabel(baris, tmp_path).items():
        harap = [satu[4] if x == NILAI_SAJA else write_hasil(x) for satu, x in zip(LANGKAH, dapat, strict=True)]
        assert [satu[6] for satu in LANGKAH] == harap, mesin


def test_hanya_yang_disebut_berubah_bila_dibekukan() -> None:
    berubah = [satu[0] for satu in LANGKAH if satu[4] != satu[6]]

    assert f"hasil berubah hanya pada nomor {', '.join(berubah[:-1])}, dan {berubah[-1]}:" in DOK
    assert "hasil tidak berubah" not in DOK


def test_gabungan_dan_nama_tanpa_isi_seperti_tertulis(tmp_path: Path) -> None:
    harap = {satu[0]: satu[4:] for satu in SEMUA}
    gabungan = Gabungan(([[66.5], [None], [30]], [[0]]))
    baris = [Baris("19", Panggil("SAKIP_PREDIKAT", (gabungan,)), None, {"calc": LIMA_RATUS_EMPAT})]

    assert f"#VALUE!; di LibreOffice {run_calc_tabel(baris, tmp_path)[0]}" == harap["19"][0]
    assert [harap["19"][1]] == run_lambda_tabel("formulon", baris, tmp_path)


def test_setiap_baris_hasil_menyebut_isi_selnya() -> None:
    assert len(TABEL) == len(HASIL) + sum(not satu.panggilan.argumen for satu in TABEL)


@pytest.mark.parametrize(("isi", "rumus", "harap"), HASIL)
def test_setiap_baris_hasil_dapat_diulang_dari_isi_selnya(isi: str, rumus: str, harap: str) -> None:
    """With the cells as the page writes them the core gives what it says of Python; – is no case of Python's."""
    if harap == "–":
        assert re.search(r"%|=1/0|A:A|\(\(", isi + rumus)
        return
    assert harap == _compute(read_rumus(rumus, read_isi(isi.strip("`"))))


def read_isi(teks: str) -> dict[str, Any]:
    """What cells hold, as the page writes it.

    >>> read_isi('A1:B2 4 kosong / 2 "x"; C1 45481 tampak 8-Jul')
    {'A1:B2': [[4.0, None], [2.0, 'x']], 'C1': datetime.date(2024, 7, 8)}
    """
    hasil: dict[str, Any] = {}
    for satu in teks.split("; "):
        alamat, _, isi = satu.partition(" ")
        blok = [
            [_read_sel(*sel) for sel in re.findall(r'("[^"]*"|[^\s]+)( tampak \S+)?', baris)]
            for baris in isi.split(" / ")
        ]
        hasil[alamat] = blok if ":" in alamat else blok[0][0]
    return hasil


def _read_sel(teks: str, tampak: str) -> Any:
    if tampak:
        return (HARI_NOL + timedelta(days=int(teks))).date()
    if teks in ("kosong", "TRUE", '=""'):
        return {"kosong": None, "TRUE": True, '=""': ""}[teks]
    return teks[1:-1] if teks.startswith('"') else float(teks.replace(",", "."))
