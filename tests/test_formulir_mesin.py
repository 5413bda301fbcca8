"""Filled forms in other programs: computed as the core does; the validator and our lint find nothing new."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja.formulir.baca import read_formulir
from kinerja.formulir.isi import fill_formulir
from kinerja.perjanjian.model import PerjanjianKinerja
from tests.alat.berkas import sheet_parts
from tests.alat.formulir.buku import Terbaca, is_sama, read_buku
from tests.alat.formulir.data import list_medan, list_surabaya, make_banyak
from tests.alat.formulir.hakim import list_harap, make_isi
from tests.alat.formulir.isi import FORM, fill, get_formulir
from tests.alat.formulir.ulang import draw_soal
from tests.alat.lint import lint
from tests.alat.mesin import Sel, Values, find_errors, read_cached, recalc_formulon, recalc_libreoffice, same
from tests.alat.sampel import choose_banyak, choose_sela
from tests.alat.validator import validate

SOAL = choose_banyak(6, 60)
LUAR = frozenset(("FUNGSI_LUAR", "RENTANG_TUNGGAL"))
"""What lint says of functions of the office that we would not use ourselves."""


TANPA_NILAI = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*><f[^>]*>[^<]*</f></c>')


@dataclass(frozen=True, slots=True)
class Uji:
    """A filled file, what its cells should show, what LibreOffice makes of it, and what stands in it."""

    path: Path
    harap: Mapping[Sel, object]
    libre: Values
    ada: Terbaca


def list_pk() -> list[tuple[PerjanjianKinerja, int]]:
    """Agreements, each with a number: odd ones are filled in."""
    medan, surabaya = list_medan(), list_surabaya()
    tetap = ((medan[16], 0), (medan[16], 1), (medan[0], 3), (surabaya[0], 5), (surabaya[30], 7))
    return choose_sela([*tetap, (make_banyak(40, 3, 1, 3), 9)], 2)


def write_semua(folder: Path) -> Iterator[tuple[Path, Mapping[Sel, object]]]:
    """Files with what is expected in them."""
    for nama in FORM:
        for pk, nomor in list_pk():
            isi = make_isi(nama, pk, nomor)
            path = folder / f"{nama}-{nomor}.xlsx"
            path.write_bytes(fill(nama, pk, isi).isi)
            yield path, list_harap(nama, pk, isi).nilai
    for benih in range(SOAL):
        soal = draw_soal(random.Random(1000 + benih).choice)
        path = folder / f"soal-{benih}.xlsx"
        path.write_bytes(fill_formulir(read_formulir(soal.isi, path.name), soal.pk).isi)
        yield path, soal.harap


@pytest.fixture(scope="module")
def uji(tmp_path_factory: pytest.TempPathFactory) -> list[Uji]:
    """All files by one start of LibreOffice."""
    semua = dict(write_semua(tmp_path_factory.mktemp("mesin")))
    libre = recalc_libreoffice(list(semua))
    return [Uji(path, harap, libre[path], read_buku(path.read_bytes())) for path, harap in semua.items()]


def list_beda(u: Uji, hitung: Values) -> list[object]:
    """Cells, of formulas as an engine computes them, that show something else than expected."""
    nilai = {sel: hitung.get(sel, u.ada.get(sel)) for sel in u.harap}
    return [
        (u.path.name, sel, nilai[sel], x, u.ada.get_rumus(sel))
        for sel, x in u.harap.items()
        if not is_sama(nilai[sel], x)
    ]


def test_libreoffice_menghitung_setiap_rumus_seperti_inti(uji: list[Uji]) -> None:
    assert len(uji) == len(FORM) * len(list_pk()) + SOAL
    assert [b for u in uji for b in list_beda(u, u.libre)] == []


def test_formulon_menghitung_setiap_rumus_seperti_inti(uji: list[Uji]) -> None:
    assert [b for u in choose_sela(uji, 3) for b in list_beda(u, recalc_formulon(u.path))] == []


def test_nilai_tersimpan_sama_dengan_libreoffice_di_setiap_sel_rumus(uji: list[Uji]) -> None:
    """On the hidden sheet too. What our engine leaves to the program has no value, and no program reads one there."""
    beda = []
    for u in uji:
        tanpa = list_tanpa(u.path)
        beda += [
            (u.path.name, sel, nilai, u.libre.get(sel))
            for sel, nilai in read_cached(u.path).items()
            if sel not in tanpa and not same(nilai, u.libre.get(sel))
        ]
        assert len(tanpa) < len(u.libre) / 2
    assert beda == []


def list_tanpa(path: Path) -> set[Sel]:
    """Formula cells without a cached value."""
    with zipfile.ZipFile(path) as arsip:
        return {
            (nama, alamat.decode())
            for nama, bagian in sheet_parts(arsip).items()
            for alamat in TANPA_NILAI.findall(arsip.read(bagian))
        }


def test_tidak_ada_galat_di_buku_kosong_maupun_terisi(uji: list[Uji]) -> None:
    assert {u.path.name: galat for u in uji if (galat := find_errors(u.libre))} == {}


def test_validator_tidak_menemukan_yang_baru_dibandingkan_simpanan_openpyxl(
    daerah: list[Uji], polos: Mapping[str, Path]
) -> None:
    berkas = [u.path for u in choose_sela(daerah, 6)]
    temuan = {path: set(map(strip, t)) for path, t in validate([*berkas, *polos.values()]).items()}

    baru = {p.name: temuan[p] - temuan[polos[get_form(p)]] for p in berkas}
    assert {get_form(p) for p in berkas} == set(FORM)
    assert {nama: isi for nama, isi in baru.items() if isi} == {}


def test_lint_tidak_menemukan_yang_baru_dibandingkan_simpanan_openpyxl(
    daerah: list[Uji], polos: Mapping[str, Path]
) -> None:
    dasar = {nama: {c.kode for c in lint(path)} for nama, path in polos.items()}

    baru = [(u.path.name, c) for u in daerah for c in lint(u.path) if c.kode not in dasar[get_form(u.path)] | LUAR]
    assert baru == []


@pytest.fixture(scope="module")
def daerah(uji: list[Uji]) -> list[Uji]:
    """Those of the three forms."""
    return [u for u in uji if not u.path.name.startswith("soal")]


@pytest.fixture(scope="module")
def polos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each form, functions of ours frozen, as openpyxl saves it untouched."""
    folder, hasil = tmp_path_factory.mktemp("polos"), {}
    for nama in FORM:
        hasil[nama] = folder / f"polos-{nama}.xlsx"
        formulir = get_formulir(nama, list_medan()[0].pada)
        load_workbook(io.BytesIO(formulir.isi), rich_text=True).save(hasil[nama])
    return hasil


def get_form(path: Path) -> str:
    """Which form a file was made from, by its name."""
    return path.name.partition("-")[0]


def strip(temuan: str) -> str:
    """A finding without where it is: numbers of parts, rows and elements."""
    return re.sub(r"\[\d+\]|\d+", "", temuan)
