"""rekap.html of all 7.285 kecamatan: how large, how soon it stands open, how soon it answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from kinerja.kumpul.halaman.dokumen import render_halaman
from kinerja.perjanjian.rekap import Rekap
from tests.alat.peramban_rekap import TUNGGU_LUKIS, PerambanRekap
from tests.alat.rekap import make_rekap

BANYAK = 7_285
MAKS_MS = 2_000
"""From the start of navigation until the page has loaded and its table stands."""
MAKS_BITA = 16_000_000


@cache
def get_rekap() -> Rekap:
    return make_rekap(BANYAK, 1)


@pytest.fixture(scope="module")
def peramban(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PerambanRekap]:
    isi = render_halaman(get_rekap())
    assert len(isi) < MAKS_BITA
    with PerambanRekap() as satu:
        satu.open_rekap(isi, tmp_path_factory.mktemp("rekap"))
        yield satu


def measure(peramban: PerambanRekap, skrip: str) -> float:
    """Milliseconds until the page has been painted again."""
    ukur = f"const awal = performance.now(); {skrip}; await {TUNGGU_LUKIS}; return performance.now() - awal;"
    hasil: float = peramban.run(f"(async () => {{ {ukur} }})()")
    return hasil


def test_terbuka_dalam_dua_detik_dan_hanya_baris_yang_tampak(peramban: PerambanRekap) -> None:
    """The best of three: what others do on this machine is not the page's."""
    alamat = peramban.run("location.href.split('#')[0]")
    lama = []
    for _ in range(3):
        peramban.open(alamat)
        lama.append(peramban.run("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        assert 50 == peramban.run("document.querySelectorAll('#tabel tbody tr').length")

    assert min(lama) < MAKS_MS, lama
    assert ["Halaman 1 dari 146"] == peramban.read_teks("#halaman-tabel span")
    assert ["7.285 dari 7.285 kecamatan, diurutkan menurut Kode (menaik)."] == peramban.read_teks("#keadaan-tabel")


def test_mengurutkan_menyaring_dan_menggambar_tanpa_menunggu(peramban: PerambanRekap) -> None:
    akhir = get_rekap().baris[-1]
    langkah = {
        "urut": "document.querySelectorAll('#tabel thead button')[3].click()",
        "cari": "(() => { const x = document.querySelector('#saringan input'); x.value = 'baru';"
        " x.dispatchEvent(new Event('input')); })()",
        "grafik": "location.hash = '#grafik'",
        "belum": "location.hash = '#belum'",
        "kecamatan": f"location.hash = '#k/{akhir.kode}'",
    }
    lama = {nama: measure(peramban, skrip) for nama, skrip in langkah.items()}

    assert {} == {nama: ms for nama, ms in lama.items() if ms > MAKS_MS}
    assert [f"Kecamatan {akhir.kecamatan}"] == peramban.read_teks("#bagian-kecamatan h2")
    assert [] == peramban.keluhan


def test_kertas_memuat_seribu_baris_dan_mengatakannya(peramban: PerambanRekap) -> None:
    peramban.open(peramban.run("location.href.split('#')[0]"))
    peramban.run("dispatchEvent(new Event('beforeprint'))")
    kertas = peramban.run("document.querySelectorAll('#tabel tbody tr').length")
    kabar = peramban.read_teks("#keadaan-tabel")[0]
    peramban.run("dispatchEvent(new Event('afterprint'))")

    assert 1_000 == kertas
    assert kabar.endswith(" Yang dicetak hanya 1.000 baris pertama; saring dahulu untuk yang lain.")
    assert 50 == peramban.run("document.querySelectorAll('#tabel tbody tr').length")
