"""The help page in the browser: what it says, that it needs nothing else, that all can read and print it."""

import itertools
import re
from collections.abc import Iterator

import pytest

from addin.build.halaman import list_contoh
from addin.build.sertifikat import find_certificate
from addin.build.web import build_web
from tests.alat.addin import KINI
from tests.alat.peramban import Peramban
from tests.alat.web import BACA_CONTOH, PYODIDE, open_folder, show_contoh

INGGRIS = r"\b(search|insert|install|loading|close|error|function|default|optional|the|cell|help|example)\b"
TANPA_NAMA_INGGRIS = """(() => {
  const isi = document.body.cloneNode(true);
  isi.querySelectorAll("[lang=en]").forEach((x) => x.remove());
  return isi.textContent;
})()"""
"""The text without the English names of menus, which are marked as English for who has it read aloud."""
LEVEL = "[...document.querySelectorAll('h1, h2, h3, h4')].map((x) => Number(x.tagName[1]))"

BERNAMA = "[aria-label], [aria-labelledby]"
TANPA_NAMA = f"[...document.querySelectorAll('section, nav')].filter((x) => !x.matches('{BERNAMA}')).map((x) => x.id)"


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peramban]:
    sementara = tmp_path_factory.mktemp("bantuan")
    sertifikat = find_certificate(sementara)
    with open_folder(build_web(sementara, pyodide=PYODIDE), sertifikat) as alamat, Peramban(sertifikat) as peramban:
        peramban.open(f"{alamat}/")
        peramban.alamat = alamat
        yield peramban


def test_halaman_berdiri_sendiri(halaman: Peramban) -> None:
    assert [("GET", f"{halaman.alamat}/")] == [satu for satu in halaman.permintaan if satu[1] != "about:blank"]
    assert [] == halaman.keluhan
    assert [] == halaman.run("[...document.querySelectorAll('script, img, iframe, link[rel=stylesheet]')]")


def test_halaman_memuat_semua_fungsi_dari_deklarasi(halaman: Peramban) -> None:
    baca = f"""[...document.querySelectorAll('section[id]')].map((bagian) => ({{
        nama: bagian.id,
        uraian: bagian.querySelector('.uraian').textContent,
        tanda: bagian.querySelector('h3').textContent,
        bantuan: [...bagian.querySelectorAll('.bantuan')].map((x) => x.textContent),
        contoh: ({BACA_CONTOH})(bagian),
        dasar: bagian.querySelector('.dasar').textContent}}))"""

    assert [
        {
            "nama": f.nama,
            "uraian": f.uraian,
            "tanda": f.tanda,
            "bantuan": [arg.bantuan for arg in f.args],
            "contoh": [show_contoh(satu) for satu in list_contoh(f)],
            "dasar": f"Dasar: {f.dasar}",
        }
        for f in KINI.values()
    ] == halaman.run(baca)


def test_contoh_menyebut_isi_selnya_dan_sebab_galatnya() -> None:
    """Cells side by side, not one upon the other; one sentence for an error, the core's."""
    rekon = list_contoh(KINI["ANGGARAN_REKON"])[0]
    semua = [satu for nama, fungsi in KINI.items() if nama != "KINERJA_ALASAN" for satu in list_contoh(fungsi)]
    galat = {satu.rumus: satu.sebab for satu in semua if satu.hasil[0] == "#"}
    predikat = next(satu for satu in semua if satu.rumus == "=SAKIP_PREDIKAT(A1:A4)")

    assert "=ANGGARAN_REKON(A1:C2; E1:G3)" == rekon.rumus
    assert [("A1:C2", ("A", "B", "C")), ("E1:G3", ("E", "F", "G"))] == [(s.letak, s.kolom) for s in rekon.sel]
    assert (1, ("Kode", "Nama", "Pagu")) == rekon.sel[1].baris[0]
    assert "Target nol; capaian tidak dapat dihitung." == galat["=PERSEN_CAPAIAN(5; 0)"]
    assert (
        "nilai: 0,665 tampaknya bagian dari 1, padahal di sini skala 0 sampai 100." == galat["=SAKIP_PREDIKAT(0,665)"]
    )
    assert "Tidak ada fungsi SKM_MUTUS." == galat['=KINERJA_DASAR("SKM_MUTUS")']
    assert "baris 4 kolom 1: Nilai 101 di luar rentang 0 sampai 100" in predikat.sebab
    assert 15 < len(galat)
    assert "" not in galat.values()


def test_setiap_rentang_dalam_contoh_diperlihatkan_isinya() -> None:
    for fungsi in KINI.values():
        for satu in list_contoh(fungsi):
            assert re.findall(r"[A-Z]+\d+:[A-Z]+\d+", satu.rumus) == [blok.letak for blok in satu.sel]


def test_tautan_menuju_yang_ada(halaman: Peramban) -> None:
    tautan = halaman.run("[...document.querySelectorAll('a')].map((x) => x.getAttribute('href'))")

    assert ["manifest.xml", *(f"#{nama}" for nama in KINI)] == tautan
    assert "<OfficeApp" in halaman.run("fetch('manifest.xml').then((j) => j.text())")


def test_halaman_dapat_dibaca_semua_orang(halaman: Peramban) -> None:
    """Language, one heading of the first level, no level skipped, named regions, no scrolling sideways on a phone."""
    level = halaman.run(LEVEL)

    assert ("id", 1) == (halaman.run("document.documentElement.lang"), level.count(1))
    assert all(kini - lalu <= 1 for lalu, kini in itertools.pairwise(level))
    assert [] == halaman.run(TANPA_NAMA)
    assert halaman.run("document.documentElement.scrollWidth <= innerWidth")
    assert [] == re.findall(INGGRIS, halaman.run(TANPA_NAMA_INGGRIS), re.IGNORECASE)


def test_yang_dicetak_tanpa_daftar_tautan(halaman: Peramban) -> None:
    halaman.emulate("print")
    try:
        assert "none" == halaman.run("getComputedStyle(document.querySelector('nav')).display")
        assert "avoid" == halaman.run("getComputedStyle(document.getElementById('SKM_MUTU')).breakInside")
    finally:
        halaman.emulate("")
